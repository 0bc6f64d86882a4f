package io.github.cpt76496.claims;

/** No record of this module shows what it holds of a claim. */
class TextOfRecordsTest extends RecordTexts {

  TextOfRecordsTest() {
    super(ClaimReader.class);
  }
}
