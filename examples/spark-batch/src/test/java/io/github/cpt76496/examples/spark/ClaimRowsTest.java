package io.github.cpt76496.examples.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimRowsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "||||||UNKNOWN||NOT_STATED",
        "|||Palmetto GBA|||MEDICARE|PALMETTO_GBA|MEDICARE_FFS",
        "|||BLUE CROSS BLUE SHIELD|77780|BL|BCBS|NEBRASKA|NOT_STATED",
        "||COMMERCIAL|UHC|||UNITED_HEALTHCARE||COMMERCIAL",
        "|||AENTA|||OTHER||NOT_STATED",
        "|||AETNA||MB|UNKNOWN||NOT_STATED",
        "BCBS|NEBRASKA||CIGNA|||BCBS|NEBRASKA|NOT_STATED"
      })
  void payerIsAsStatedOrAsItsNameAndItsIdTell(
      String family,
      String plan,
      String program,
      String name,
      String id,
      String filing,
      Family toldFamily,
      String toldPlan,
      LineOfBusiness toldProgram) {
    Map<LineColumn, String> cells = new EnumMap<>(LineColumn.class);
    cells.put(LineColumn.PAYER_FAMILY, stated(family));
    cells.put(LineColumn.PLAN, stated(plan));
    cells.put(LineColumn.LINE_OF_BUSINESS, stated(program));
    cells.put(LineColumn.PAYER_NAME, stated(name));
    cells.put(LineColumn.PAYER_ID, stated(id));
    cells.put(LineColumn.FILING_INDICATOR, stated(filing));
    cells.put(LineColumn.PROCEDURE_CODE, "76496");
    cells.put(LineColumn.DATE_OF_SERVICE, "2026-03-02");

    assertEquals(
        new Payer(toldFamily, stated(toldPlan), toldProgram),
        ClaimRows.claim(List.of(new LineRow("f", 1, false, cells))).claim().orElseThrow().payer());
  }

  private static String stated(String cell) {
    return cell == null ? "" : cell;
  }
}
