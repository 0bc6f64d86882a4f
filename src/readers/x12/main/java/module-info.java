/** Claims from X12 837. */
@SuppressWarnings("module") // The name holds the digits of the code that it is about.
module io.github.cpt76496.x12 {
  requires static org.jspecify;
  requires transitive io.github.cpt76496.claims;
  requires io.xlate.staedi;

  exports io.github.cpt76496.x12;
}
