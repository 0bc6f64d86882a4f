package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.PayerNames.Outcome;
import io.github.cpt76496.PayerNames.Recognition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How rows are matched, on rows made up for it. */
class PayerNameRowsTest {

  private static final String HEADER = "match\tpattern\tmeans\tpayer\tplan\tline_of_business";

  private static PayerNameRows rows(String... rows) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    Stream.of(rows).map(row -> row.replace('|', '\t')).forEach(lines::add);
    return PayerNameRows.of(Tsv.rows("f", lines));
  }

  private static final PayerNameRows SOME =
      rows(
          "SAME|The; Inc||||",
          "SAME|Azure Cross|Azure|||",
          "LEADING|Azure||BCBS||NOT_STATED",
          "LEADING|Azure North; The Azure the North||BCBS|NORTH|NOT_STATED",
          "LEADING|South||BCBS|SOUTH|NOT_STATED",
          "LEADING|Scarlet||AETNA||NOT_STATED",
          "NAME|Azure North Life||OTHER||NOT_STATED",
          "LEADING|State Plan||MEDICAID|STATE|MEDICAID",
          "PROGRAM|Senior||UNKNOWN||MEDICARE_ADVANTAGE",
          "PROGRAM|Family; Young||UNKNOWN||MEDICAID",
          "PROGRAM|Family||AETNA|YOUNG|MEDICAID",
          "ID|A1; a2||AETNA||NOT_STATED",
          "FILING|X||UNKNOWN||COMMERCIAL");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AZURE|BCBS||NOT_STATED",
        "The Azure Cross, Inc.|BCBS||NOT_STATED",
        "azure cross' north|BCBS|NORTH|NOT_STATED",
        "Azure the North|BCBS|NORTH|NOT_STATED",
        "Azure North Life|OTHER||NOT_STATED",
        "Azure North Life Insurance|BCBS|NORTH|NOT_STATED",
        "Azure North and South|BCBS||NOT_STATED",
        "Azure and South|BCBS|SOUTH|NOT_STATED",
        "Azure Senior|BCBS||MEDICARE_ADVANTAGE",
        "Azure Senior and Young|BCBS||NOT_STATED",
        "Scarlet Family|AETNA|YOUNG|MEDICAID",
        "Scarlet Young|AETNA||MEDICAID",
        "Scarlet with the State Plan Young|AETNA||MEDICAID",
        "State Plan Young|MEDICAID|STATE|MEDICAID"
      })
  void theLongestRowIsThePayer(String name, Family family, String plan, LineOfBusiness program) {
    assertEquals(
        new Recognition(new Payer(family, plan == null ? "" : plan, program), Outcome.RECOGNIZED),
        SOME.recognize(name, "", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "The Old Azure",
    "Azurea",
    "Azure Scarlet",
    "State Plan Scarlet",
    "State Plan Senior",
    "State Plan Senior Young",
    "Inc."
  })
  void anyOtherNameIsNotRecognized(String name) {
    assertEquals(
        new Recognition(Payer.of(Family.OTHER), Outcome.NOT_RECOGNIZED),
        SOME.recognize(name, "", ""));
  }

  @Test
  void idsAndFilingIndicatorsAreComparedInCapitals() {
    assertEquals(
        new Recognition(new Payer(Family.AETNA, "", LineOfBusiness.COMMERCIAL), Outcome.RECOGNIZED),
        SOME.recognize("", " A2 ", "x"));
  }

  @Test
  void rowThatCannotBeReadIsNamed() {
    assertRefused(
        "f:4: pattern The Azure is listed for BCBS, too; keep one",
        "SAME|The||||",
        "LEADING|Azure||BCBS||NOT_STATED",
        "LEADING|The Azure||AETNA||NOT_STATED");
    assertRefused(
        "f:2: match must be one of FILING, ID, LEADING, NAME, PROGRAM, SAME",
        "ENDING|Azure||BCBS||NOT_STATED");
    assertRefused("f:2: payer cannot be read", "LEADING|Azure||AZURE||NOT_STATED");
  }

  private static void assertRefused(String message, String... rows) {
    assertEquals(message, assertThrows(IllegalStateException.class, () -> rows(rows)).getMessage());
  }
}
