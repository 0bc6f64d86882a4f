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
import java.util.TreeSet;
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

  /** A pair says NO where fluoroscopy could be part of the procedure at all, and nothing else. */
  @Test
  void aPairWith76000AnswersNoUnlessTheProcedureIsNotAboutFluoroscopy() throws IOException {
    Map<String, Integer> byEdit = new TreeMap<>();
    Map<String, String> reasons = reasons();
    assertEquals(2193, reasons.size());
    Set<String> notAbout = notAboutFluoroscopy();
    for (String code : reasons.keySet()) {
      LineReview line = review(code, RELEASE, List.of(), false);
      boolean tells =
          !notAbout.contains(code) && !reasons.get(code).equals("ANESTHESIA_PREPARATION");
      assertEquals(tells ? CodeApplies.NO : CodeApplies.UNDETERMINED, line.codeApplies(), code);
      byEdit.merge(line.findings().get(0).edit(), 1, Integer::sum);
    }
    assertTrue(byEdit.size() >= 5, byEdit::toString);
    assertTrue(byEdit.get("procedure/not-settled") > 450, byEdit::toString);
  }

  /**
   * With a modifier that CMS accepts and an attestation no pair that may be parted answers NO, and
   * none of a procedure whose imaging is known answers YES: it asks what the imaging was for.
   */
  @Test
  void noPairAnswersNoAgainstAModifierAndAnAttestation() throws IOException {
    Set<String> never = columnOneOf(Set.of("76000"), "0");
    assertEquals(Set.of("33289", "33897"), never);
    // The code for the imaging of a dilation, from which no modifier parts these.
    Set<String> dilations = columnOneOf(Set.of("74360"), "0");
    assertEquals(Set.of("43213", "43214", "43233"), dilations);
    never.addAll(dilations);
    for (String code : columnOneOf(Set.of("76000", "76496"))) {
      boolean known = review(code, RELEASE, List.of(), false).codeApplies() == CodeApplies.NO;
      for (List<String> modifiers : List.of(List.of("59"), List.of("26", "XS"), List.of("LT"))) {
        LineReview attested = review(code, RELEASE, modifiers, true);
        LineReview asked = review(code, RELEASE, modifiers, false);
        boolean parts = !never.contains(code);
        // YES only where nothing is known of the procedure's imaging: else the purpose is asked
        // for.
        assertEquals(
            !parts ? CodeApplies.NO : known ? CodeApplies.UNDETERMINED : CodeApplies.YES,
            attested.codeApplies(),
            code + modifiers);
        assertEquals(
            parts ? CodeApplies.UNDETERMINED : CodeApplies.NO,
            asked.codeApplies(),
            code + modifiers);
        assertTrue(!parts || !asked.factsNeeded().isEmpty(), code + modifiers);
      }
      LineReview attestedAlone = review(code, RELEASE, List.of(), true);
      assertTrue(
          attestedAlone.codeApplies() != CodeApplies.UNDETERMINED
              || attestedAlone.factsNeeded().contains(LineReview.Fact.PURPOSE),
          code);
    }
  }

  /** A guidance code in column 2 says no more than 76000 does, and yields to the same facts. */
  @Test
  void noPairWithGuidanceAnswersNoAgainstAModifierAndAnAttestation() throws IOException {
    Set<String> codes = columnOneOf(Set.of("77001", "77002", "77003"), "1");
    assertTrue(codes.size() > 1_000, codes.size() + " codes");
    codes.removeAll(columnOneOf(Set.of("76000", "76496", "74360"), "0"));
    for (String code : codes) {
      for (List<String> modifiers : List.of(List.of("59"), List.of("26", "XS"), List.of("LT"))) {
        LineReview line = review(code, RELEASE, modifiers, true);
        assertTrue(line.codeApplies() != CodeApplies.NO, code + modifiers);
        assertTrue(
            line.codeApplies() == CodeApplies.YES || !line.factsNeeded().isEmpty(),
            code + modifiers);
      }
    }
  }

  /**
   * A code of nuclear medicine, other imaging, anesthesia, vascular access or a visit on the day is
   * no evidence about the fluoroscopy, whatever else is stated that names no procedure.
   */
  @Test
  void codesThatAreNotAboutFluoroscopyNeverAnswerNo() throws IOException {
    Set<String> codes = new TreeSet<>(notAboutFluoroscopy());
    assertTrue(codes.size() >= 200, codes.size() + " codes");
    List<RecordFacts> records =
        List.of(
            RecordFacts.EMPTY,
            RecordFacts.builder().noSpecificCode(true).build(),
            RecordFacts.builder().imaging(RecordFacts.Imaging.FLUOROSCOPY).build(),
            RecordFacts.builder().purpose(RecordFacts.Purpose.OTHER).build(),
            RecordFacts.builder().purpose(RecordFacts.Purpose.CONTRAST_STUDY).build());
    for (String code : codes) {
      for (LocalDate date : List.of(RELEASE, LocalDate.of(2026, 3, 2))) {
        for (List<String> modifiers : List.of(List.of("26"), List.of("26", "59"), List.of("LT"))) {
          for (RecordFacts record : records) {
            LineReview line = review(code, date, modifiers, record);
            assertTrue(
                line.codeApplies() != CodeApplies.NO,
                () -> code + " on " + date + modifiers + record + line.findings());
          }
        }
      }
    }
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
    Map<String, String> expected = new TreeMap<>(reasons());
    expected.values().removeIf("ANESTHESIA_PREPARATION"::equals);
    expected.keySet().removeAll(notAboutFluoroscopy());
    for (String table :
        List.of("procedure-families.tsv", "listed-fluoroscopy-codes.tsv", "imaging-partners.tsv")) {
      rows(table).forEach(row -> row.codes().forEach(expected::remove));
    }
    Map<String, String> held = new TreeMap<>();
    rows("ncci-fluoroscopy-pairs.tsv").stream()
        .filter(row -> !row.isLaterThan(RELEASE))
        .forEach(row -> row.codes().forEach(code -> held.put(code, row.get("pair_reason"))));
    assertEquals(expected, held);
    for (Row row : rows("ncci-fluoroscopy-pairs.tsv")) {
      boolean isDefinition = row.get("pair_reason").equals("CODE_DEFINITION");
      assertEquals(
          isDefinition ? "INCLUDED A" : "INCLUDED_BY_ANALOGY S",
          row.get("imaging_is") + " " + row.get("grade"),
          row.get("first_code"));
    }
  }

  @Test
  void theReasonsOfFamiliesAreThoseOfTheRelease() throws IOException {
    Map<String, Map<String, String>> reasons = new HashMap<>();
    for (String[] c : reasonRows()) {
      reasons.computeIfAbsent(c[1], code -> new HashMap<>()).put(c[2], reason(c[4]));
    }
    Set<String> known = feeSchedule().keySet();
    int seen = 0;
    for (Row row : rows("procedure-families.tsv")) {
      if (!row.get("pair_code").isEmpty()) {
        for (String code : row.codes()) {
          if (known.contains(code)) { // A range takes in numbers that were never given.
            seen++;
            assertEquals(
                row.get("pair_reason"),
                reasons.getOrDefault(code, Map.of()).get(row.get("pair_code")),
                code);
          }
        }
      }
    }
    assertTrue(seen > 150, "only " + seen + " codes were looked at");
  }

  /** CMS's reason for the practitioner pair with 76000, by column 1. */
  private static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (String[] c : reasonRows()) {
      if (c[2].equals("76000")) {
        reasons.put(c[1], reason(c[4]));
      }
    }
    return reasons;
  }

  private static List<String[]> reasonRows() throws IOException {
    return csv("ncci-ptp-rationale-2024q3.csv").stream()
        .filter(c -> c[0].equals("practitioner"))
        .toList();
  }

  private static String reason(String cell) {
    return switch (cell) {
      case "HCPCS/CPT procedure code definition" -> "CODE_DEFINITION";
      case "CPT Manual or CMS manual coding instruction" -> "CODING_INSTRUCTION";
      case "Standards of medical/surgical practice" -> "STANDARD_OF_PRACTICE";
      case "CPT Separate procedure definition" -> "SEPARATE_PROCEDURE";
      case "Misuse of Column Two code with Column One code" -> "MISUSE";
      case "More extensive procedure" -> "MORE_EXTENSIVE";
      case "Standard preparation/monitoring services for anesthesia" -> "ANESTHESIA_PREPARATION";
      default -> "OTHER";
    };
  }

  private static Set<String> notAboutFluoroscopy() throws IOException {
    Set<String> codes = new HashSet<>();
    rows("codes-not-about-fluoroscopy.tsv").forEach(row -> codes.addAll(row.codes()));
    return codes;
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

  private static LineReview review(
      String beside, LocalDate date, List<String> modifiers, boolean attested) {
    return review(
        beside,
        date,
        modifiers,
        attested ? RecordFacts.builder().noSpecificCode(true).build() : RecordFacts.EMPTY);
  }

  private static LineReview review(
      String beside, LocalDate date, List<String> modifiers, RecordFacts record) {
    Claim claim =
        Claim.builder(Claim.Form.PROFESSIONAL, Payer.UNKNOWN)
            .lines(
                ServiceLine.builder(1, "76496", date)
                    .modifiers(modifiers.toArray(String[]::new))
                    .record(record)
                    .build(),
                ServiceLine.builder(2, beside, date).build())
            .build();
    return EDITS.review(claim).lines().get(0);
  }

  /** Column 1 of the active practitioner pairs. */
  private static Set<String> columnOneOf(Set<String> columnTwo) throws IOException {
    return columnOneOf(columnTwo, "");
  }

  private static Set<String> columnOneOf(Set<String> columnTwo, String indicator)
      throws IOException {
    Set<String> codes = new HashSet<>();
    for (String[] cells : reasonRows()) {
      if (columnTwo.contains(cells[2]) && (indicator.isEmpty() || indicator.equals(cells[3]))) {
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
      return lines
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", 5))
          .toList();
    }
  }

  /** A row of a reference table. */
  private record Row(Map<String, String> cells) {

    String get(String column) {
      return cells.get(column);
    }

    /** Taken from a release that is not the available one. */
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
