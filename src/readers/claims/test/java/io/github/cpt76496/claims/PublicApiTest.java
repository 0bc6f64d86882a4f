package io.github.cpt76496.claims;

/** What hosts may use of this module. */
class PublicApiTest extends PublicFace {

  PublicApiTest() {
    super(ClaimReader.class);
  }
}
