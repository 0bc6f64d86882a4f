package io.github.cpt76496.json;

import io.github.cpt76496.claims.PublicFace;

/** What hosts may use of this module. */
class PublicApiTest extends PublicFace {

  PublicApiTest() {
    super(JsonClaimReader.class);
  }
}
