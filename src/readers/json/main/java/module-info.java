/**
 * The JSON form of claims and reviews. A host on the module path that has Jackson 3 adds {@code
 * Cpt76496Jackson3Module} itself: a service cannot be provided for a module that may be absent.
 */
@SuppressWarnings("module") // The name holds the digits of the code that it is about.
module io.github.cpt76496.json {
  requires static org.jspecify;
  requires transitive com.fasterxml.jackson.core;
  requires transitive com.fasterxml.jackson.databind;
  requires transitive io.github.cpt76496.claims;
  // Where a host has it.
  requires static transitive tools.jackson.core;
  requires static transitive tools.jackson.databind;

  exports io.github.cpt76496.json;
  // For the reader of FHIR alone.
  exports io.github.cpt76496.json.internal to
      io.github.cpt76496.fhir;

  provides com.fasterxml.jackson.databind.Module with
      io.github.cpt76496.json.Cpt76496JsonModule;
}
