package io.github.cpt76496.csv;

import io.github.cpt76496.claims.RecordTexts;

/** No record of this module shows what it holds of a claim. */
class TextOfRecordsTest extends RecordTexts {

  TextOfRecordsTest() {
    super(CsvClaimReader.class);
  }
}
