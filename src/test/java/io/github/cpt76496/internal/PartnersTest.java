package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Engine;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.Payer;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Purpose;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.page.Row.Imaging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which listed imaging code goes with which procedure, and that an answer names it. */
class PartnersTest {

  private static final Path KNOWLEDGE =
      Path.of(System.getProperty("shared.data", "../shared/data"))
          .resolve("../knowledge/2026-11/partners.tsv");
  private static final String PARTNERS = "imaging-partners.tsv";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final int MOST = 5;

  /**
   * What the knowledge pairs and the rules do not: CMS pairs 77002 with 20527, a repair is not in
   * the words of 77001, and the thoracic endografts have each the other's code there.
   */
  private static final Set<String> NOT_TAKEN =
      Set.of("77002 20527", "77001 36575", "77001 36576", "75956 33881", "75957 33880");

  private static final Cpt76496Edits EDITS = Cpt76496Edits.loader().engine(Engine.COMPILED).load();

  /**
   * The pairs that are known to be right, by procedure and in their order; not read from the table.
   * Those that the knowledge has not give the reason.
   */
  private static final Path PAIRS = Path.of("src/test/resources/imaging-partners-known.tsv");

  private record Known(String procedure, String listed, String why) {}

  private final Map<String, List<Known>> known = known();

  private final ReferenceTables tables = ReferenceTables.load(HostTables.NONE, Optional.empty());
  private final List<Tsv.Row> partners = Tsv.read(PARTNERS);

  @Test
  void everyListedImagingCodeHasItsProceduresOrSaysWhyNot() {
    Set<String> withProcedure = new HashSet<>();
    partners.forEach(row -> withProcedure.add(row.get("listed_code")));
    Set<String> real = new HashSet<>();
    Tsv.read("fee-schedule.tsv").forEach(row -> real.add(row.get("code")));
    List<String> faults = new ArrayList<>();
    int seen = 0;
    for (Tsv.Row row : Tsv.read("listed-fluoroscopy-codes.tsv")) {
      for (String code : codes(row)) {
        // A complete procedure is one; a study that stands alone says so.
        boolean goesWithOne = !row.get("kind").equals("COMPLETE_PROCEDURE");
        boolean excused = !row.get("without_procedure").isEmpty();
        if (real.contains(code) || excused) {
          seen++;
          if (goesWithOne && withProcedure.contains(code) == excused) {
            faults.add(row.place() + ": " + code);
          }
        }
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(seen > 100, "only " + seen + " codes were looked at");
  }

  /** What is in the procedure's code, by whatever evidence, has no code of its own beside it. */
  @Test
  void noProcedureWithAListedCodeIsInAnotherTableOnTheSameDay() {
    List<String> faults = new ArrayList<>();
    for (Tsv.Row row : partners) {
      for (String code : codes(row)) {
        for (LocalDate day : List.of(row.date("effective_date"), lastDay(row))) {
          tables
              .procedure(CodeRow.sortKey(code), day)
              .filter(other -> other.imaging() != Imaging.THE_CODE)
              .ifPresent(other -> faults.add(row.place() + ": " + code + " " + other.place()));
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  private static LocalDate lastDay(Tsv.Row row) {
    LocalDate end = row.endDate("end_date");
    return end.isBefore(DAY) ? end : DAY;
  }

  private static Map<String, List<Known>> known() {
    Map<String, List<Known>> known = new LinkedHashMap<>();
    try {
      for (String line : Tsv.withoutComments(Files.readAllLines(PAIRS))) {
        String[] c = line.split("\t", -1);
        if (!c[0].equals("procedure")) {
          known
              .computeIfAbsent(c[0], procedure -> new ArrayList<>())
              .add(new Known(c[0], c[1], c[2]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return known;
  }

  /** Neither a pair that nobody wrote down nor one in another place. */
  @Test
  void theTableHasThePairsThatAreKnownInTheirOrder() {
    Map<String, List<String>> expected = new TreeMap<>();
    known.forEach(
        (procedure, pairs) -> expected.put(procedure, pairs.stream().map(Known::listed).toList()));
    Map<String, List<String>> held = new TreeMap<>();
    for (Tsv.Row row : partners) {
      for (String code : codes(row)) {
        List<String> own =
            tables.partners.find(CodeRow.sortKey(code), DAY).stream()
                .map(CodeRow::listedCode)
                .toList();
        if (!own.isEmpty()) {
          held.put(code, own);
        }
      }
    }
    assertEquals(expected, held);
  }

  @Test
  void everyPairIsNamedByTheAnswer() {
    int seen = 0;
    for (List<Known> pairs : known.values()) {
      for (Known pair : pairs) {
        seen++;
        requireNamed(pair.procedure(), pair.listed());
      }
    }
    assertTrue(seen > 300, "only " + seen + " pairs were looked at");
  }

  /**
   * What the knowledge pairs is known, in its order unless a procedure has a reason for its own.
   */
  @Test
  void whatIsKnownIsWhatTheKnowledgeHas() throws IOException {
    assumeTrue(Files.exists(KNOWLEDGE), "the knowledge is not on this machine");
    List<String> lines = Files.readAllLines(KNOWLEDGE);
    Map<String, List<String>> read = new TreeMap<>();
    Set<String> left = new TreeSet<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] c = line.split("\t", -1);
      boolean isInForce = c[5].isEmpty() || c[5].compareTo(DAY.toString()) > 0;
      if (!c[2].equals("INSIDE") && !c[1].equals("-") && isInForce && !isDeleted(c[0])) {
        String[] range = c[1].split("-", -1);
        for (String code : codes(range[0], range[range.length - 1])) {
          if (NOT_TAKEN.contains(c[0] + " " + code)) {
            left.add(c[0] + " " + code);
          } else {
            List<String> own = read.computeIfAbsent(code, k -> new ArrayList<>());
            if (!own.contains(c[0])) {
              own.add(c[0]);
            }
          }
        }
      }
    }
    Map<String, List<String>> told = new TreeMap<>();
    known.forEach(
        (procedure, pairs) -> {
          List<String> own =
              pairs.stream().filter(p -> p.why().isEmpty()).map(Known::listed).toList();
          if (!own.isEmpty()) {
            told.put(procedure, own);
          }
        });
    IN_ANOTHER_ORDER.forEach(
        procedure -> {
          read.computeIfPresent(procedure, (k, codes) -> codes.stream().sorted().toList());
          told.computeIfPresent(procedure, (k, codes) -> codes.stream().sorted().toList());
        });
    assertEquals(read, told);
    assertTrue(NOT_TAKEN.containsAll(left), left::toString);
  }

  /** The imaging of the procedure itself takes precedence over a further study: COVERAGE.md. */
  private static final Set<String> IN_ANOTHER_ORDER = Set.of("43450", "43453", "61055", "62284");

  private boolean isDeleted(String code) {
    return tables.endedCodes.find(code, DAY).isPresent();
  }

  /**
   * Among as many candidates as the procedure is known to have, where that are no more than an
   * answer has; else among the candidates or by the words that tell all of them apart.
   */
  private void requireNamed(String procedure, String listed) {
    int all = known.getOrDefault(procedure, List.of()).size();
    LineReview line = review(RecordFacts.EMPTY, List.of("26"), procedure);
    Finding finding = line.findings().get(0);
    String place = procedure + " with " + listed + ": " + line.candidateCodes() + " " + finding;
    assertEquals(CodeApplies.NO, line.codeApplies(), place);
    assertEquals(Math.min(all, MOST), line.candidateCodes().size(), place);
    assertTrue(
        line.candidateCodes().contains(listed)
            || (all > MOST && finding.message().contains(listed + ": ")),
        place);
  }

  // ---- more facts

  /** The purpose that fits a listed code, where there is one. */
  private static final Map<String, Purpose> PURPOSES = new LinkedHashMap<>();

  static {
    PURPOSES.put("77001", Purpose.CENTRAL_VENOUS_ACCESS);
    PURPOSES.put("77002", Purpose.NEEDLE_PLACEMENT);
    PURPOSES.put("77003", Purpose.SPINAL_INJECTION);
    PURPOSES.put("74328", Purpose.ENDOSCOPIC_DUCT);
    PURPOSES.put("74329", Purpose.ENDOSCOPIC_DUCT);
    PURPOSES.put("74330", Purpose.ENDOSCOPIC_DUCT);
    PURPOSES.put("75984", Purpose.DRAIN_CHANGE);
    PURPOSES.put("76080", Purpose.TRACT_STUDY);
    PURPOSES.put("74360", Purpose.LUMEN_DILATION);
    PURPOSES.put("74363", Purpose.LUMEN_DILATION);
    PURPOSES.put("75989", Purpose.DRAIN_PLACEMENT);
    PURPOSES.put("76000", Purpose.SOLE_IMAGING);
  }

  /** On the other lines, beside procedures that have a listed code: pairs by analogy, and none. */
  private static final List<String> OTHER_LINES =
      List.of("99213", "25605", "45378", "36620", "74160", "36000", "93600");

  /** With those in front CMS lets a pair be parted. */
  private static final List<String> MODIFIERS =
      List.of("26", "TC", "LT", "59", "XS", "76", "GY", "52");

  /**
   * What is added fits what is there: the purpose of the listed code, the family of the procedure,
   * modifiers, an attestation, and other lines that neither contain the imaging nor exclude the
   * listed code. The best code of each of up to five procedures stays, whether the answer is NO or
   * left open; only an attestation that is believed makes it YES.
   */
  @Test
  void moreFactsNeverLoseTheRightCode() {
    Random random = new Random(76496);
    int claims = Integer.getInteger("claims", 20_000);
    Map<String, String> faults = new TreeMap<>();
    List<String> procedures = List.copyOf(known.keySet());
    for (int i = 0; i < claims; i++) {
      String procedure = procedures.get(random.nextInt(procedures.size()));
      String right = known.get(procedure).get(0).listed();
      RecordFacts.Builder record = RecordFacts.builder();
      if (PURPOSES.containsKey(right) && random.nextBoolean()) {
        record.purpose(PURPOSES.get(right));
      } else if (random.nextInt(4) == 0) {
        record.purpose(Purpose.CONTRAST_STUDY);
      }
      if (random.nextInt(3) == 0) {
        record.imaging(RecordFacts.Imaging.FLUOROSCOPY);
      }
      if (random.nextInt(4) == 0) {
        record.noSpecificCode(random.nextBoolean());
      }
      if (random.nextInt(4) == 0) {
        record.procedure(tables.partners.find(CodeRow.sortKey(procedure), DAY).get(0).key());
      }
      List<String> modifiers = new ArrayList<>(List.of("26"));
      if (random.nextInt(3) == 0) {
        modifiers.add(MODIFIERS.get(1 + random.nextInt(MODIFIERS.size() - 1)));
      }
      List<String> beside = new ArrayList<>(List.of(procedure));
      for (int more = random.nextInt(4); more > 0; more--) {
        String code =
            random.nextInt(3) == 0
                ? OTHER_LINES.get(random.nextInt(OTHER_LINES.size()))
                : procedures.get(random.nextInt(procedures.size()));
        long key = CodeRow.sortKey(code);
        if (!code.equals(right) && !tables.exclusions.holds(right, key, DAY)) {
          beside.add(code);
        }
      }
      RecordFacts stated = record.build();
      LineReview line = review(stated, modifiers, beside.toArray(String[]::new));
      boolean believed =
          stated.noSpecificCode() == RecordFacts.Stated.YES
              && line.codeApplies() == CodeApplies.YES;
      if (!believed && !line.candidateCodes().contains(right)) {
        faults.putIfAbsent(
            line.findings().get(0).edit(),
            beside
                + " "
                + stated
                + " "
                + modifiers
                + " not "
                + right
                + ": "
                + line.candidateCodes());
      }
      assertTrue(line.candidateCodes().size() <= MOST, beside::toString);
    }
    assertEquals(Map.of(), faults);
  }

  /** The family of a procedure, by the record, names its codes as the procedure itself does. */
  @Test
  void theFamilyByTheRecordNamesTheCode() {
    for (Tsv.Row row : partners) {
      if (!row.endDate("end_date").isBefore(DAY)) {
        RecordFacts record = RecordFacts.builder().procedure(row.get("family")).build();
        LineReview line = review(record, List.of("26"));
        String told = line.candidateCodes() + " " + line.findings().get(0).message();
        assertTrue(told.contains(row.get("listed_code")), row.place() + ": " + told);
      }
    }
  }

  private static LineReview review(RecordFacts record, List<String> modifiers, String... beside) {
    List<ServiceLine> lines = new ArrayList<>();
    lines.add(
        ServiceLine.builder(1, "76496", DAY)
            .modifiers(modifiers.toArray(String[]::new))
            .record(record)
            .build());
    for (String code : beside) {
      lines.add(ServiceLine.builder(lines.size() + 1, code, DAY).build());
    }
    return EDITS
        .review(
            Claim.builder(Claim.Form.PROFESSIONAL, Payer.UNKNOWN)
                .lines(lines.toArray(ServiceLine[]::new))
                .build())
        .lines()
        .get(0);
  }

  private static List<String> codes(Tsv.Row row) {
    String first = row.get("first_code");
    return codes(first, row.text("last_code").isEmpty() ? first : row.text("last_code"));
  }

  private static List<String> codes(String first, String last) {
    return new StatedRow("", first, last, LocalDate.MIN, LocalDate.MAX, "").codes();
  }
}
