package io.github.cpt76496.examples.scrubber.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayerMapTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PALMETTO GBA|MB|MEDICARE|PALMETTO_GBA|MEDICARE_FFS",
        "palmetto  g.b.a.|MB|MEDICARE||MEDICARE_FFS",
        "Palmetto, GBA.||MEDICARE|PALMETTO_GBA|MEDICARE_FFS",
        "MEDICARE PART B MARYLAND|MB|MEDICARE||MEDICARE_FFS",
        "MEDICARE PART B MARYLAND||OTHER||NOT_STATED",
        "|MA|MEDICARE||MEDICARE_FFS",
        "||UNKNOWN||NOT_STATED",
        "|CI|UNKNOWN||COMMERCIAL",
        "|BL|BCBS||NOT_STATED",
        "|MC|MEDICAID||MEDICAID",
        "|16|UNKNOWN||MEDICARE_ADVANTAGE",
        "KEY INSURANCE COMPANY|CI|OTHER||COMMERCIAL",
        "AETNA|CI|AETNA||COMMERCIAL",
        "AETNA|HM|AETNA||NOT_STATED",
        "AETNA|MC|AETNA||MEDICAID",
        "Humana|16|HUMANA||MEDICARE_ADVANTAGE",
        "UNITED HEALTH CARE|12|UNITED_HEALTHCARE||NOT_STATED",
        "BLUE CROSS BLUE SHIELD OF NEBRASKA|BL|BCBS|NEBRASKA|NOT_STATED",
        "INDEPENDENCE BLUE CROSS|BL|BCBS|INDEPENDENCE|NOT_STATED",
        "AETNA|MB|UNKNOWN||NOT_STATED",
        "AETNA|BL|UNKNOWN||NOT_STATED",
        "MEDICARE|CI|UNKNOWN||NOT_STATED",
        "NORIDIAN|16|UNKNOWN||NOT_STATED",
        "NOVITAS SOLUTIONS|MC|UNKNOWN||NOT_STATED"
      })
  void payerIsWhatNameAndFilingIndicatorState(
      String name, String indicator, Family family, String plan, LineOfBusiness lineOfBusiness) {
    assertEquals(
        new Payer(family, plan == null ? "" : plan, lineOfBusiness),
        PayerMap.packaged().payer(name == null ? "" : name, indicator == null ? "" : indicator));
  }
}
