package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A code has one row on a date, and is found on the days and within the range of its row alone. */
class ReferenceTablesTest {

  private static final String TABLE = "ended-codes.tsv";
  private static final int LINES = Tsv.lines(Jar.OWN, "reference/" + TABLE).size();

  /** The tables of the library, one of them with more rows: range, first and last day. */
  private static ReferenceTables with(String... rows) {
    List<String> lines = new ArrayList<>(Tsv.lines(Jar.OWN, "reference/" + TABLE));
    for (String row : rows) {
      String[] c = row.split(" ", -1);
      lines.add(
          String.join(
              "\t",
              List.of("MADE_UP", c[0], c[1], c[2], c[3], "", "A", "RVU_2026Q3", "2026-11-23")));
    }
    return ReferenceTables.of(file -> file.equals(TABLE) ? Tsv.rows(file, lines) : Tsv.read(file));
  }

  @ParameterizedTest
  @CsvSource({
    "90001 90005 2020-01-01 2020-12-31, 90005 90009 2020-12-31 2021-12-31",
    "90001 90009 2020-01-01 2020-12-31, 90003 90004 2020-06-01 2020-06-01",
    "90003 90003 2020-01-01 2020-12-31, 90003 90003 2019-01-01 2020-01-01"
  })
  void twoRowsOfACodeOnOneDateAreRefused(String one, String other) {
    String message = assertThrows(IllegalStateException.class, () -> with(one, other)).getMessage();
    String first = TABLE + ":" + (LINES + 1);
    String second = TABLE + ":" + (LINES + 2);
    String says = ": a code has two rows on one date; the other is ";
    assertTrue(
        List.of(second + says + first, first + says + second)
            .contains(message.substring(message.lastIndexOf('/') + 1)),
        message);
    assertThrows(IllegalStateException.class, () -> with(other, one));
    // A row between the two hides neither from the other.
    assertThrows(
        IllegalStateException.class, () -> with(one, "90002 90002 1990-01-01 1990-01-01", other));
  }

  @ParameterizedTest
  @CsvSource({
    "90001 90005 2020-01-01 2020-12-31, 90006 90009 2020-01-01 2020-12-31",
    "90001 90005 2020-01-01 2020-12-31, 90005 90009 2021-01-01 2021-12-31",
    "90001 90009 2020-01-01 2020-12-31, 90003 90004 2019-01-01 2019-12-31"
  })
  void rowsThatMeetInCodesOrDatesAloneAreTaken(String one, String other) {
    for (ReferenceTables tables : List.of(with(one, other), with(other, one))) {
      for (String row : List.of(one, other)) {
        String[] c = row.split(" ", -1);
        LocalDate firstDay = LocalDate.parse(c[2]);
        LocalDate lastDay = LocalDate.parse(c[3]);
        for (String code : List.of(c[0], c[1])) {
          for (LocalDate day : List.of(firstDay, lastDay)) {
            assertEquals(
                row,
                tables
                    .endedCodes
                    .find(code, day)
                    .map(
                        r ->
                            String.join(
                                " ",
                                r.firstCode(),
                                r.lastCode(),
                                r.effectiveDate().toString(),
                                r.endDate().toString()))
                    .orElse("nothing"),
                code + " on " + day);
          }
        }
      }
    }
  }

  @Test
  void aRowHoldsWithinItsDaysAndCodesAlone() {
    ReferenceTables tables = with("90002 90004 2020-01-01 2020-12-31");
    for (String day : List.of("2019-12-31", "2021-01-01")) {
      assertTrue(tables.endedCodes.find("90003", LocalDate.parse(day)).isEmpty(), day);
    }
    for (String code : List.of("90001", "90005", "9000", "900030", "9000T")) {
      assertTrue(tables.endedCodes.find(code, LocalDate.of(2020, 6, 1)).isEmpty(), code);
    }
  }

  /** What no table knows is passed over; a range, a range within it and one beyond are one. */
  @ParameterizedTest
  @ValueSource(strings = {"90002", "90003", "90004", "90006", "90008", "90009"})
  void codesOfEveryRowAreKnown(String code) {
    ReferenceTables tables =
        with(
            "90002 90006 2020-01-01 2020-12-31",
            "90003 90004 2021-01-01 2021-12-31",
            "90006 90008 2022-01-01 2022-12-31",
            "90009 90009 2022-01-01 2022-12-31");
    assertTrue(tables.know(code));
    assertFalse(tables.know("90001"));
    assertFalse(tables.know("90010"));
    assertFalse(tables.know("00000"));
    assertFalse(tables.know("no code"));
  }
}
