package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cpt76496.page.Row.Imaging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A pair with 76000 does not say that the imaging is in the procedure's code: the pair is as true
 * of a procedure whose imaging has a code of its own. CMS states its reason for every pair, and
 * what a row says of inclusion, how sure it is and which codes its range takes in is held to that
 * reason. The CMS files are no part of the project; what needs them is skipped without them (system
 * property {@code shared.data}).
 */
class CmsReasonsTest {

  private static final Path DATA = Path.of(System.getProperty("shared.data", "../shared/data"));
  private static final String FAMILIES = "procedure-families.tsv";
  private static final String LISTED = "listed-fluoroscopy-codes.tsv";
  private static final String PAIRS = "ncci-fluoroscopy-pairs.tsv";
  private static final String PARTNERS = "imaging-partners.tsv";
  private static final LocalDate RELEASE = LocalDate.of(2024, 7, 1);
  private static final LocalDate FEE_SCHEDULE = LocalDate.of(2025, 10, 1);
  private static final LocalDate FIRST_OF_2026 = LocalDate.of(2026, 1, 1);

  /** The pairs with 76000, and the release as a whole. */
  private static final String OF_76000 = "NCCI_PTP_76000_2024Q3";

  private static final String OF_RELEASE = "NCCI_PTP_2024Q3";

  private static final List<String> FLUOROSCOPY = List.of("76000", "77001", "77002", "77003");

  /** An active pair. */
  private record Pair(String indicator, String reason) {

    boolean isDefinition() {
      return reason.contains("procedure code definition");
    }

    boolean isInstruction() {
      return reason.contains("coding instruction");
    }
  }

  /** Pairs by table, column 1 and column 2. */
  private static Map<String, Map<String, Map<String, Pair>>> pairs() throws IOException {
    Map<String, Map<String, Map<String, Pair>>> pairs = new HashMap<>();
    for (String line : lines("ncci-ptp-rationale-2024q3.csv")) {
      String[] c = line.split(",", 5);
      pairs
          .computeIfAbsent(c[0], table -> new HashMap<>())
          .computeIfAbsent(c[1], code -> new HashMap<>())
          .put(c[2], new Pair(c[3], c[4]));
    }
    assertEquals(
        Set.of("practitioner", "outpatient-hospital"), pairs.keySet(), "the tables of the file");
    return pairs;
  }

  private static Set<String> feeSchedule() throws IOException {
    Set<String> codes = new HashSet<>();
    for (String line : lines("mpfs-indicators-2025q4.csv")) {
      codes.add(line.split(",", -1)[0]);
    }
    return codes;
  }

  private static List<String> lines(String name) throws IOException {
    Path file = DATA.resolve(name);
    assumeTrue(Files.exists(file), name + " is not here");
    List<String> lines =
        Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
    return lines.subList(1, lines.size());
  }

  // ---- (a) what is included, and how sure it is

  @Test
  void inclusionIsAuthoritativeOnlyByTheDefinitionOfTheCode() throws IOException {
    Map<String, Map<String, Pair>> practitioner = pairs().get("practitioner");
    Set<String> known = feeSchedule();
    List<String> faults = new ArrayList<>();
    int seen = 0;
    for (Tsv.Row row : Tsv.read(FAMILIES)) {
      if (!row.get("imaging_is").equals("INCLUDED") || !row.get("grade").equals("A")) {
        continue;
      }
      for (String code : codes(row, known)) {
        seen++;
        Map<String, Pair> ofCode = practitioner.getOrDefault(code, Map.of());
        Pair with76000 = ofCode.get("76000");
        boolean by76000 =
            with76000 != null && (with76000.isDefinition() || with76000.indicator().equals("0"));
        boolean byAny =
            FLUOROSCOPY.stream()
                .anyMatch(c -> ofCode.containsKey(c) && ofCode.get(c).isDefinition());
        // The imaging of a dilation, which no modifier parts from it.
        Pair with74360 = ofCode.get("74360");
        byAny |= with74360 != null && with74360.indicator().equals("0");
        String source = by76000 ? OF_76000 : byAny ? OF_RELEASE : "no pair";
        if (!source.equals(row.get("source"))) {
          faults.add(row.place() + ": " + code + " rests on " + source);
        }
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(seen > 80, "only " + seen + " codes were looked at");
  }

  @Test
  void inclusionOnPairsAloneRestsOnADefinitionOrAnInstruction() throws IOException {
    Map<String, Map<String, Pair>> practitioner = pairs().get("practitioner");
    Set<String> known = feeSchedule();
    List<String> faults = new ArrayList<>();
    int seen = 0;
    for (Tsv.Row row : Tsv.read(FAMILIES)) {
      if (!row.get("imaging_is").equals("INCLUDED") || !row.get("source").startsWith("NCCI_")) {
        continue;
      }
      for (String code : codes(row, known)) {
        seen++;
        Map<String, Pair> ofCode = practitioner.getOrDefault(code, Map.of());
        if (FLUOROSCOPY.stream()
            .filter(ofCode::containsKey)
            .map(ofCode::get)
            .noneMatch(pair -> pair.isDefinition() || pair.isInstruction())) {
          faults.add(row.place() + ": " + code + " " + ofCode);
        }
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(seen > 120, "only " + seen + " codes were looked at");
  }

  // ---- (b) no inclusion beside a code for the same study

  /** Procedures and the listed code for their own imaging, by hand. */
  @ParameterizedTest
  @CsvSource({
    "19030, 77053", "19030, 77054", "20501, 76080", "21116, 70332", "23350, 73040",
    "24220, 73085", "25246, 73115", "27093, 73525", "27095, 73525", "27369, 73580",
    "27648, 73615", "32550, 75989", "36005, 75820", "36010, 75825", "36215, 75710",
    "36245, 75726", "36481, 75885", "36481, 75887", "36500, 75893", "36558, 77001",
    "36595, 75901", "36596, 75902", "36597, 76000", "37200, 75970", "38200, 75810",
    "38790, 75803", "42550, 70390", "43248, 74360", "43249, 74360", "43247, 74235",
    "43260, 74328", "43266, 74360", "43278, 74330", "43450, 74360", "43453, 74360",
    "44500, 74340", "47555, 74363", "47556, 74363", "47563, 74300", "47605, 74300",
    "49400, 74190", "49423, 75984", "49424, 76080", "49427, 75809", "50396, 74425",
    "50684, 74425", "50688, 75984", "50690, 74425", "51600, 74430", "51600, 74455",
    "51605, 74430", "51610, 74450", "51705, 75984", "51710, 75984", "52005, 74420",
    "54230, 74445", "55300, 74440", "58340, 74740", "58345, 74742", "61070, 75809",
    "61624, 75894", "61626, 75894", "62284, 72265", "62284, 77003", "62290, 72295",
    "62291, 72285", "64510, 77003", "68850, 70170", "96450, 77003", "33880, 75956",
    "33881, 75957", "33883, 75958", "33886, 75959"
  })
  void noProcedureIncludesAStudyThatIsListed(String procedure, String study) {
    ReferenceTables tables = ReferenceTables.load(HostTables.NONE, Optional.empty());
    int seen = 0;
    for (LocalDate day :
        List.of(
            LocalDate.of(2020, 1, 1),
            RELEASE.minusDays(1),
            RELEASE,
            FIRST_OF_2026.minusDays(1),
            FIRST_OF_2026,
            LocalDate.of(2026, 11, 28))) {
      Optional<CodeRow> listed = tables.procedure(CodeRow.sortKey(study), day);
      if (listed.isPresent()) {
        assertEquals(Imaging.THE_CODE, listed.get().imaging(), study);
        long key = CodeRow.sortKey(procedure);
        assertTrue(
            tables.partners.find(key, day).stream().anyMatch(r -> r.listedCode().equals(study)),
            procedure + " on " + day);
        assertEquals(
            Optional.empty(),
            tables.procedure(key, day).map(CodeRow::imaging).filter(i -> i != Imaging.THE_CODE),
            procedure + " on " + day);
        seen++;
      }
    }
    assertTrue(seen >= 4, "only " + seen + " days were looked at");
  }

  // ---- (c) a range that cites pairs has them, in the table of either form

  @Test
  void everyCodeOfARangeHasThePairThatItsSourceIs() throws IOException {
    Map<String, Map<String, Set<String>>> active = new HashMap<>();
    for (String line : lines("ncci-ptp-fluoroscopy-2024q3.csv")) {
      String[] c = line.split(",", -1);
      if (c[3].isEmpty()) {
        active
            .computeIfAbsent(c[0], table -> new HashMap<>())
            .computeIfAbsent(c[1], code -> new HashSet<>())
            .add(c[2]);
      }
    }
    Set<String> known = feeSchedule();
    List<String> faults = new ArrayList<>();
    int seen = 0;
    for (String file : List.of(FAMILIES, PAIRS)) {
      for (Tsv.Row row : Tsv.read(file)) {
        if (!row.get("source").startsWith("NCCI_")) {
          continue;
        }
        Set<String> wanted =
            row.get("imaging_is").equals("PAIRED_WITH_76496")
                ? Set.of("76496")
                : row.get("source").equals(OF_76000)
                    ? Set.of("76000")
                    : Set.of("76000", "77002", "77003");
        for (String code : file.equals(PAIRS) ? allCodes(row) : codes(row, known)) {
          for (Map.Entry<String, Map<String, Set<String>>> table : active.entrySet()) {
            seen++;
            Set<String> has = table.getValue().getOrDefault(code, Set.of());
            if (wanted.stream().noneMatch(has::contains)) {
              faults.add(code + " " + table.getKey());
            }
          }
        }
      }
    }
    // The one code of our rows that the practitioner table alone pairs: a row does not tell the
    // forms of a claim apart.
    assertEquals(List.of("0545T outpatient-hospital"), faults);
    assertTrue(seen > 2_000, "only " + seen + " codes were looked at");
  }

  // ---- (d) no code that was deleted

  @Test
  void noRowHoldsACodeOnADayOnWhichItWasDeleted() {
    List<String> faults = new ArrayList<>();
    int seen = 0;
    for (Tsv.Row ended : Tsv.read("ended-codes.tsv")) {
      for (String code : allCodes(ended)) {
        for (String file : List.of(FAMILIES, LISTED, PAIRS, PARTNERS)) {
          for (Tsv.Row row : Tsv.read(file)) {
            if (allCodes(row).contains(code)) {
              seen++;
              if (!row.endDate("end_date").isBefore(ended.date("effective_date"))) {
                faults.add(row.place() + " holds " + code + " after " + ended.place());
              }
            }
          }
        }
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(seen > 20, "only " + seen + " rows were looked at");
  }

  @Test
  void rowsInForceNameCodesThatTheReleasesHold() throws IOException {
    Set<String> known = feeSchedule();
    Set<String> absent = new HashSet<>();
    for (String line : lines("cms-2026/opps-addendum-b-2026-01-category-iii.csv")) {
      String[] c = line.split(",", -1);
      if (c[1].equals("ABSENT")) {
        absent.add(c[0]);
      }
    }
    assertTrue(absent.contains("0275T"), absent::toString);
    List<String> faults = new ArrayList<>();
    int seen = 0;
    for (String file : List.of(FAMILIES, LISTED, PAIRS, PARTNERS)) {
      for (Tsv.Row row : Tsv.read(file)) {
        String last = row.get("last_code").isEmpty() ? row.get("first_code") : row.get("last_code");
        for (String code : new HashSet<>(List.of(row.get("first_code"), last))) {
          // The fee schedule has no hospital codes.
          if (holds(row, FEE_SCHEDULE) && !code.startsWith("C")) {
            seen++;
            if (!known.contains(code)) {
              faults.add(row.place() + ": " + code + " is not in the fee schedule");
            }
          }
        }
        if (holds(row, FIRST_OF_2026) && allCodes(row).stream().anyMatch(absent::contains)) {
          faults.add(row.place() + ": a code is not in the addendum of 2026");
        }
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(seen > 1_000, "only " + seen + " codes were looked at");
  }

  // ---- (e) which other code fits is not what a pair says

  @Test
  void noPairSaysWhichOtherCodeFits() {
    int seen = 0;
    for (Tsv.Row row : Tsv.read(FAMILIES)) {
      if (row.get("imaging_is").equals("IN_GUIDED_CODE")) {
        seen++;
        assertTrue(!row.get("grade").equals("A"), row::place);
      }
    }
    for (Tsv.Row row : Tsv.read("imaging-partners.tsv")) {
      seen++;
      assertTrue(!row.get("source").startsWith("NCCI_"), row::place);
    }
    assertTrue(seen > 100, "only " + seen + " rows were looked at");
  }

  private static boolean holds(Tsv.Row row, LocalDate day) {
    return !day.isBefore(row.date("effective_date")) && !day.isAfter(row.endDate("end_date"));
  }

  /** The codes of a row that are codes: a range of the rule set takes in numbers never given. */
  private static List<String> codes(Tsv.Row row, Set<String> known) {
    return allCodes(row).stream().filter(known::contains).toList();
  }

  private static List<String> allCodes(Tsv.Row row) {
    String first = row.get("first_code");
    String last = row.get("last_code").isEmpty() ? first : row.get("last_code");
    return new StatedRow("", first, last, LocalDate.MIN, LocalDate.MAX, "").codes();
  }
}
