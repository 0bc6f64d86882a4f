package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fee-schedule facts, by themselves and against the CMS release they were taken from. */
class FeeScheduleTest {

  private static final Path DATA = Path.of(System.getProperty("shared.data", "../shared/data"));
  private static final FeeSchedule FEE_SCHEDULE =
      ReferenceTables.load(HostTables.NONE, Optional.empty()).feeSchedule();
  private static final LocalDate RELEASE = LocalDate.of(2025, 10, 1);

  @ParameterizedTest
  @CsvSource({
    "76496, 2019-12-31, ''",
    "76496, 2020-01-01, 1",
    "76496, 2025-12-31, 1",
    "76496, 2026-01-01, ''",
    "76496, 2026-07-01, 1",
    "47533, 2025-09-30, ''",
    "47533, 2025-10-01, 0",
    "93458, 2026-03-02, 1",
    "36598, 2026-03-02, 9",
    "37225, 2025-12-31, 0",
    "37225, 2026-01-01, ''",
    "37259, 2026-09-30, ''",
    "37259, 2026-10-01, 0",
    "37299, 2026-10-01, 0",
    "37258, 2026-10-01, ''",
    "92921, 2025-12-31, 9",
    "92921, 2026-01-01, ''",
    "75842, 2026-01-01, ''",
    "62290, 2026-03-02, 0",
    "99999, 2026-03-02, ''"
  })
  void theIndicatorIsTheOneOfTheDate(String code, LocalDate date, String indicator) {
    assertEquals(indicator, FEE_SCHEDULE.pcTcIndicator(code, date));
  }

  @ParameterizedTest
  @CsvSource({
    "47533, 2025-09-30, false",
    "47533, 2025-10-01, true",
    "36598, 2025-10-01, true",
    "93458, 2025-10-01, false",
    "76496, 2025-10-01, false",
    "99999, 2025-10-01, false"
  })
  void a26IsRefusedByTheIndicatorsOfTheTable(String code, LocalDate date, boolean refused) {
    assertEquals(refused, FEE_SCHEDULE.refuses26(code, date));
  }

  @Test
  void noRowOfACodeHoldsTwiceOnOneDate() {
    Set<String> seen = new HashSet<>();
    for (Tsv.Row row : Tsv.read("fee-schedule.tsv")) {
      for (LocalDate date : List.of(LocalDate.of(2020, 1, 1), RELEASE, LocalDate.of(2026, 7, 1))) {
        boolean holds =
            !date.isBefore(LocalDate.parse(row.get("effective_date")))
                && (row.get("end_date").isEmpty()
                    || !date.isAfter(LocalDate.parse(row.get("end_date"))));
        assertTrue(
            !holds || seen.add(row.get("code") + "-" + row.get("modifier") + " " + date),
            row::place);
      }
    }
    assertTrue(seen.size() > 800, "looked at nothing");
  }

  @Test
  void theRowsAreTheReleasesOwn() throws IOException {
    Path file = DATA.resolve("mpfs-indicators-2025q4.csv");
    assumeTrue(Files.exists(file), "the CMS release is not on this machine");
    Map<String, String> released = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] c = line.split(",", -1);
      released.put(c[0] + "-" + c[1], String.join(" ", c[2], c[3], c[4], c[5], c[12]));
    }
    int compared = 0;
    for (Tsv.Row row : Tsv.read("fee-schedule.tsv")) {
      if (!LocalDate.parse(row.get("effective_date")).isAfter(RELEASE)) {
        String facts =
            String.join(
                " ",
                row.get("status"),
                row.get("nonfacility_na"),
                row.get("facility_na"),
                row.get("pctc_indicator"),
                row.get("supervision"));
        String key = row.get("code") + "-" + row.get("modifier");
        assertEquals(released.get(key), facts, row.place());
        compared++;
      }
    }
    assertTrue(compared > 800, "looked at nothing");
  }

  @Test
  void theRowsOfOctober2026AreTheCopysOwn() throws IOException {
    Path file = DATA.resolve("cms-2026/pfs-2026-leg-codes.csv");
    assumeTrue(Files.exists(file), "the copy of the CMS release is not on this machine");
    Map<String, String> released = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] c = line.split(",", -1);
      if (!line.startsWith("#") && !c[0].equals("code")) {
        released.put(c[0] + "-" + c[1], String.join(" ", c[2], c[3], c[4], c[5]));
      }
    }
    assertEquals(41, released.size());
    Map<String, String> held = new TreeMap<>();
    for (Tsv.Row row : Tsv.read("fee-schedule.tsv")) {
      if (row.get("source").equals("RVU_2026Q4")) {
        held.put(
            row.get("code") + "-" + row.get("modifier"),
            String.join(
                " ",
                row.get("status"),
                row.get("nonfacility_na"),
                row.get("facility_na"),
                row.get("pctc_indicator")));
        assertEquals(LocalDate.of(2026, 10, 1), row.date("effective_date"), row.place());
      }
    }
    assertEquals(released, held);
  }

  /**
   * Every code that a row of a procedure can name has its facts, where the release has the code.
   */
  @Test
  void everyCodeOfAProcedureThatTheReleaseHoldsHasItsRow() throws IOException {
    Path file = DATA.resolve("mpfs-indicators-2025q4.csv");
    assumeTrue(Files.exists(file), "the CMS release is not on this machine");
    Set<String> released = new HashSet<>();
    for (String line : Files.readAllLines(file)) {
      released.add(line.split(",", -1)[0]);
    }
    Set<String> held = new HashSet<>();
    Tsv.read("fee-schedule.tsv").forEach(row -> held.add(row.get("code")));
    Set<String> lacking = new TreeSet<>();
    for (String table :
        List.of("procedure-families.tsv", "listed-fluoroscopy-codes.tsv", "imaging-partners.tsv")) {
      for (Tsv.Row row : Tsv.read(table)) {
        String first = row.get("first_code");
        String last = row.get("last_code").isEmpty() ? first : row.get("last_code");
        lacking.addAll(new StatedRow("", first, last, LocalDate.MIN, LocalDate.MAX, "").codes());
        lacking.addAll(row.list("procedure_codes"));
      }
    }
    Tsv.read("imaging-partners.tsv").forEach(row -> lacking.add(row.get("listed_code")));
    Tsv.read("codes-by-imaging.tsv").forEach(row -> lacking.addAll(row.list("codes")));
    lacking.retainAll(released);
    assertTrue(lacking.size() > 500, "looked at nothing");
    lacking.removeAll(held);
    assertEquals(new TreeSet<String>(), lacking);
  }
}
