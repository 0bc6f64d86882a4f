package io.github.cpt76496.examples.scrubber.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReportTest {

  /** A submitter's claim id must not become a formula of whoever opens the table. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "=HYPERLINK(1)|'=HYPERLINK(1)",
        "+1|'+1",
        "-1|'-1",
        "@SUM(A1)|'@SUM(A1)",
        "C-1|C-1",
        "a=b|a=b"
      })
  void noCellIsAFormula(String text, String cell) {
    assertEquals(cell, CsvTable.harmless(text));
  }

  @Test
  void controlCharactersDoNotBreakARow() {
    assertEquals("?=1", CsvTable.harmless("\t=1"));
    assertEquals("a??b", CsvTable.harmless("a\r\nb"));
    assertEquals("", CsvTable.harmless(""));
  }

  @Test
  void cellsStandInTheirColumns() {
    StringWriter out = new StringWriter();
    CsvTable table = new CsvTable(new PrintWriter(out), List.of("a", "b", "c"));
    table.row(Map.of("c", "say \"so\"", "a", "1, 2"));
    assertEquals("a,b,c\r\n\"1, 2\",,\"say \"\"so\"\"\"\r\n", out.toString());
    assertEquals(
        "not columns: [d]",
        assertThrows(IllegalArgumentException.class, () -> table.row(Map.of("d", "")))
            .getMessage());
  }
}
