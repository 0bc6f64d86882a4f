package io.github.cpt76496.x12;

import io.github.cpt76496.claims.RecordTexts;

/** No record of this module shows what it holds of a claim. */
class TextOfRecordsTest extends RecordTexts {

  TextOfRecordsTest() {
    super(X12ClaimReader.class);
  }
}
