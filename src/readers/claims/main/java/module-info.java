/** What the readers of claims share. */
@SuppressWarnings("module") // The name holds the digits of the code that it is about.
module io.github.cpt76496.claims {
  requires static org.jspecify;
  requires transitive io.github.cpt76496;

  exports io.github.cpt76496.claims;
  // For the readers of this library alone.
  exports io.github.cpt76496.claims.internal to
      io.github.cpt76496.csv,
      io.github.cpt76496.fhir,
      io.github.cpt76496.json,
      io.github.cpt76496.x12;
}
