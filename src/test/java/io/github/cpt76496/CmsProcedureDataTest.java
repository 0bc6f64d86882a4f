package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cpt76496.LineReview.CodeApplies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the reference rows of question 1 against the CMS releases they were derived from. The
 * releases are no part of the project; without them (system property {@code shared.data}) the tests
 * are skipped.
 */
class CmsProcedureDataTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();
  private static final Path DATA = Path.of(System.getProperty("shared.data", "../shared/data"));
  private static final LocalDate RELEASE = LocalDate.of(2024, 7, 1);
  private static final Set<String> IMAGING_OF_ITS_OWN = Set.of("76000", "77002", "77003");

  @Test
  void everyProcedurePairedWithTheListedFluoroscopyCodeIsAnsweredNo() throws IOException {
    Map<String, Integer> byEdit = new TreeMap<>();
    Set<String> paired = columnOneOf(Set.of("76000"));
    assertEquals(2193, paired.size());
    for (String code : paired) {
      LineReview line = review(code, RELEASE);
      assertEquals(CodeApplies.NO, line.codeApplies(), code);
      byEdit.merge(line.findings().get(0).edit(), 1, Integer::sum);
    }
    assertTrue(byEdit.size() >= 5, byEdit::toString);
  }

  @Test
  void thePairsBy76496AreTheReleasesOwn() throws IOException {
    Set<String> direct = columnOneOf(Set.of("76496"));
    assertEquals(22, direct.size());
    for (Row row : rows("procedure-families.tsv")) {
      if (row.isLaterThan(RELEASE)) {
        continue;
      }
      for (String code : row.codes()) {
        assertEquals(
            row.get("imaging_is").equals("PAIRED_WITH_76496"), direct.contains(code), code);
      }
    }
  }

  @Test
  void theTableOfPairsHoldsWhatTheReleaseHoldsAndNothingElse() throws IOException {
    Set<String> paired = columnOneOf(IMAGING_OF_ITS_OWN);
    Set<String> elsewhere = new HashSet<>();
    for (String table : List.of("procedure-families.tsv", "listed-fluoroscopy-codes.tsv")) {
      rows(table).forEach(row -> elsewhere.addAll(row.codes()));
    }
    Set<String> expected = new HashSet<>(paired);
    expected.removeAll(elsewhere);
    expected.remove("36597"); // Its fluoroscopy is said to be 76000: see COVERAGE.md.
    Set<String> held = new HashSet<>();
    rows("ncci-fluoroscopy-pairs.tsv").stream()
        .filter(row -> !row.isLaterThan(RELEASE))
        .forEach(row -> held.addAll(row.codes()));
    assertEquals(expected, held);
  }

  @Test
  void authoritativeFamiliesHaveThePairsThatTheyCite() throws IOException {
    Set<String> paired = columnOneOf(Set.of("76000"));
    Set<String> known = feeSchedule().keySet();
    int seen = 0;
    for (Row row : rows("procedure-families.tsv")) {
      boolean authoritative =
          row.get("grade").equals("A") && !row.get("imaging_is").equals("PAIRED_WITH_76496");
      assertEquals(
          authoritative, row.get("source").equals("NCCI_PTP_76000_2024Q3"), row.get("first_code"));
      if (authoritative) {
        for (String code : row.codes()) {
          if (known.contains(code)) {
            seen++;
            assertTrue(paired.contains(code), code + " of " + row.get("family") + " has no pair");
          }
        }
      }
    }
    assertTrue(seen > 100, "only " + seen + " codes were looked at");
  }

  @Test
  void listedCodesHaveTheStatusesOfTheFeeSchedule() throws IOException {
    Map<String, Map<String, String>> feeSchedule = feeSchedule();
    int seen = 0;
    for (Row row : rows("listed-fluoroscopy-codes.tsv")) {
      if (row.isLaterThan(LocalDate.of(2025, 10, 1))) {
        continue;
      }
      for (String code : row.codes()) {
        Map<String, String> statuses = feeSchedule.get(code);
        if (statuses != null) {
          seen++;
          assertEquals(row.get("status_global"), statuses.getOrDefault("", ""), code);
          assertEquals(row.get("status_26"), statuses.getOrDefault("26", ""), code + "-26");
          assertEquals(row.get("status_tc"), statuses.getOrDefault("TC", ""), code + "-TC");
        }
      }
    }
    assertTrue(seen > 100, "only " + seen + " codes were looked at");
  }

  private static LineReview review(String beside, LocalDate date) {
    Claim claim =
        Claim.builder(Claim.Form.PROFESSIONAL, Payer.UNKNOWN)
            .lines(
                ServiceLine.builder(1, "76496", date).build(),
                ServiceLine.builder(2, beside, date).build())
            .build();
    return EDITS.review(claim).lines().get(0);
  }

  /** Column 1 of the active practitioner pairs. */
  private static Set<String> columnOneOf(Set<String> columnTwo) throws IOException {
    Set<String> codes = new HashSet<>();
    for (String[] cells : csv("ncci-ptp-fluoroscopy-2024q3.csv")) {
      if (cells[0].equals("practitioner") && columnTwo.contains(cells[2]) && cells[3].isEmpty()) {
        codes.add(cells[1]);
      }
    }
    return codes;
  }

  /** Status by code and modifier. */
  private static Map<String, Map<String, String>> feeSchedule() throws IOException {
    Map<String, Map<String, String>> byCode = new HashMap<>();
    for (String[] cells : csv("mpfs-indicators-2025q4.csv")) {
      byCode.computeIfAbsent(cells[0], c -> new HashMap<>()).put(cells[1], cells[2]);
    }
    return byCode;
  }

  private static List<String[]> csv(String name) throws IOException {
    Path file = DATA.resolve(name);
    assumeTrue(Files.exists(file), name + " is not here");
    try (Stream<String> lines = Files.lines(file)) {
      return lines.skip(1).map(line -> line.split(",", -1)).toList();
    }
  }

  /** A row of a reference table. */
  private record Row(Map<String, String> cells) {

    String get(String column) {
      return cells.get(column);
    }

    /** Taken from a release that is not the one at hand. */
    boolean isLaterThan(LocalDate release) {
      return LocalDate.parse(get("effective_date")).isAfter(release);
    }

    List<String> codes() {
      String first = get("first_code");
      String last = get("last_code").isEmpty() ? first : get("last_code");
      String prefix = first.replaceAll("\\d.*", "");
      String suffix = first.replaceAll(".*\\d", "");
      return IntStream.rangeClosed(number(first), number(last))
          .mapToObj(
              n ->
                  prefix
                      + ("%0" + (first.length() - prefix.length() - suffix.length()) + "d")
                          .formatted(n)
                      + suffix)
          .toList();
    }

    private static int number(String code) {
      return Integer.parseInt(code.replaceAll("\\D", ""));
    }
  }

  private static List<Row> rows(String table) throws IOException {
    List<String> lines =
        Files.readAllLines(OwnPages.RULES.resolve("reference").resolve(table)).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    String[] header = lines.get(0).split("\t", -1);
    return lines.stream()
        .skip(1)
        .map(
            line -> {
              String[] cells = line.split("\t", -1);
              Map<String, String> row = new HashMap<>();
              for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
              }
              return new Row(row);
            })
        .toList();
  }
}
