/** Claims and payers from CSV. */
@SuppressWarnings("module") // The name holds the digits of the code that it is about.
module io.github.cpt76496.csv {
  requires static org.jspecify;
  requires transitive io.github.cpt76496.claims;
  requires org.apache.commons.csv;

  exports io.github.cpt76496.csv;
}
