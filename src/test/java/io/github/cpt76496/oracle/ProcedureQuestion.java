package io.github.cpt76496.oracle;

import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.Payer;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Purpose;
import io.github.cpt76496.RecordFacts.Stated;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.oracle.Reference.Row;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Question 1: does 76496 apply? First what the record says of this imaging, then procedures that
 * contain it, the listed codes that go with what is billed or with the purpose, then pairs, then an
 * attestation.
 */
final class ProcedureQuestion {

  /**
   * Modifiers that CMS accepts for parting a pair: NCCI Policy Manual 2026, chapter I; without
   * those that stand on visits and laboratory tests alone.
   */
  private static final Set<String> PART_A_PAIR =
      Set.of(
          ("E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD RC"
                  + " LM RI 58 78 79 59 XE XS XP XU")
              .split(" ", -1));

  /** Of these CMS accepts each on either code of a pair. */
  private static final Set<String> DISTINCT = Set.of("59", "XE", "XP", "XS", "XU");

  /** These name a site, and part only from what was done at another. */
  private static final Set<String> ANATOMIC =
      PART_A_PAIR.stream()
          .filter(modifier -> modifier.matches("[EFTLR].*"))
          .collect(Collectors.toSet());

  private static final int MOST_CANDIDATES = 5;

  /** The unlisted code of each modality that is not fluoroscopy. */
  private static final Map<String, String> UNLISTED =
      Map.of("CT", "76497", "MR", "76498", "RADIOGRAPHY", "76499", "ULTRASOUND", "76999");

  private ProcedureQuestion() {}

  /** Kinds of rows in the order in which they answer. */
  private static final List<String> KINDS =
      List.of(
          "INCLUDED",
          "IN_GUIDED_CODE",
          "CODED_BESIDE",
          "THE_CODE",
          "PAIRED_WITH_76496",
          "INCLUDED_BY_ANALOGY");

  private static final Comparator<Row> STRONGEST =
      Comparator.comparingInt((Row row) -> KINDS.indexOf(row.kind()))
          .thenComparing(Row::grade)
          .thenComparing(Row::code);

  /** What the other lines of the date say, and which listed codes go with them. */
  private record Beside(
      Set<String> codes,
      List<Row> rows,
      List<String> partners,
      Map<String, List<Row>> partnersOfFamily) {}

  /**
   * What words and record call a contrast study is no guidance, where the study is listed first.
   */
  private static Beside ofAStudy(Beside beside, OpenWords words) {
    Set<String> kept = new LinkedHashSet<>();
    Map<String, List<Row>> ofFamily = new HashMap<>();
    beside
        .partnersOfFamily()
        .forEach(
            (family, rows) -> {
              List<Row> left = new ArrayList<>();
              boolean named = false;
              for (Row row : rows) {
                boolean guidance = List.of("77001", "77002", "77003").contains(row.listed());
                if (!guidance || !named) {
                  left.add(row);
                  kept.add(row.listed());
                }
                named |= !guidance && words.all().contains(row.listed());
              }
              ofFamily.put(family, left);
            });
    List<String> partners = beside.partners().stream().filter(kept::contains).toList();
    return new Beside(beside.codes(), beside.rows(), partners, ofFamily);
  }

  private static Beside beside(Facts f) {
    Set<String> codes = new LinkedHashSet<>();
    for (ServiceLine other : f.claim.lines()) {
      if (!other.billedWith76496() && shareADay(other, f.line)) {
        codes.add(other.procedureCode());
      }
    }
    if (codes.isEmpty()) {
      return new Beside(codes, List.of(), List.of(), Map.of());
    }
    List<Row> rows = new ArrayList<>();
    List<List<Row>> partners = new ArrayList<>();
    for (String code : codes) {
      List<Row> own = new ArrayList<>();
      boolean studyIsBilled = false;
      for (Row row : f.reference.partners(code)) {
        studyIsBilled |= row.inForce(f.date) && codes.contains(row.listed());
        if (row.inForce(f.date) && couldBeBilled(f, row.listed(), codes)) {
          own.add(row);
        }
      }
      if (studyIsBilled) {
        own.clear();
      }
      if (!own.isEmpty()) {
        partners.add(own);
        // A study has its own fluoroscopy; a code that goes with it is for what is added.
        if (f.reference.listed(code).stream().noneMatch(row -> row.inForce(f.date))) {
          rows.add(own.get(0));
        }
      }
      for (List<Row> known : List.of(f.reference.procedures(code), f.reference.listed(code))) {
        for (Row row : known) {
          if (row.inForce(f.date)) {
            rows.add(row);
          }
        }
      }
    }
    if (partners.isEmpty()) {
      return new Beside(codes, rows, List.of(), Map.of());
    }
    partners.sort(
        Comparator.comparing((List<Row> own) -> own.get(0).grade())
            .thenComparing(own -> own.get(0).code()));
    Set<String> inTurn = new LinkedHashSet<>();
    Map<String, List<Row>> ofFamily = new HashMap<>();
    for (int turn = 0; turn < 30; turn++) {
      for (List<Row> own : partners) {
        if (turn < own.size()) {
          Row row = own.get(turn);
          inTurn.add(row.listed());
          ofFamily.computeIfAbsent(row.group(), k -> new ArrayList<>()).add(row);
        }
      }
    }
    return new Beside(codes, rows, List.copyOf(inTurn), ofFamily);
  }

  /** A line may go over several days; one day in common is enough to stand beside another. */
  private static boolean shareADay(ServiceLine a, ServiceLine b) {
    return Facts.number(a.dateOfService()) <= Facts.number(b.dateOfServiceEnd())
        && Facts.number(b.dateOfService()) <= Facts.number(a.dateOfServiceEnd());
  }

  private static boolean couldBeBilled(Facts f, String code, Set<String> billed) {
    return couldBeBilled(f, code, billed, "");
  }

  /** The code that a guided one overrides excludes nothing. */
  private static boolean couldBeBilled(Facts f, String code, Set<String> billed, String replaced) {
    if (billed.contains(code)) {
      return false;
    }
    for (Row row : f.reference.ended(code)) {
      if (row.inForce(f.date)) {
        return false;
      }
    }
    for (Row row : f.reference.exclusions(code)) {
      if (row.inForce(f.date) && billed.contains(row.code()) && !row.code().equals(replaced)) {
        return false;
      }
    }
    return true;
  }

  static void answer(Facts f, Answers out) {
    Beside beside = beside(f);
    // A modifier bypasses everything but a pair that allows none.
    out.billed =
        beside.rows().stream()
            .min(
                Comparator.comparing((Row row) -> isParted(f, row) && !row.indicator().equals("0"))
                    .thenComparing(STRONGEST))
            .orElse(null);
    OpenWords words = openWords(f, beside, replaced(out));
    List<String> recordedPartners = recordedPartners(f, beside, replaced(out));
    out.recorded = recorded(f, beside, recordedPartners);
    out.wordsLeaveOpen = words.ask();
    boolean isStudy =
        f.record.purpose() == Purpose.CONTRAST_STUDY && words.stance().equals("LISTED");
    new Decision(f, out, isStudy ? ofAStudy(beside, words) : beside, recordedPartners, words)
        .decide();
    if (f.date >= 2020_01_01
        && f.record.noSpecificCode() == Stated.YES
        && f.record.categoryThreeChecked() != Stated.YES) {
      out.warning("procedure/category-three-not-checked");
    }
    adviseByWords(f, out, beside, recordedPartners, words);
    advise(f, out);
  }

  /** Whether a modifier that CMS accepts for it parts one line from another. */
  private static boolean parts(ServiceLine line, ServiceLine other) {
    for (String modifier : line.modifiers()) {
      boolean sameSite = ANATOMIC.contains(modifier) && other.modifiers().contains(modifier);
      if (PART_A_PAIR.contains(modifier) && !sameSite) {
        return true;
      }
    }
    return false;
  }

  /** Whether a modifier of the line parts it from each line of a code that is billed beside it. */
  private static boolean partsFrom(Facts f, String code) {
    for (ServiceLine other : f.claim.lines()) {
      if (other.procedureCode().equals(code) && shareADay(other, f.line) && !parts(f.line, other)) {
        return false;
      }
    }
    return true;
  }

  /** The same, or, since July 2019, the line of the other code claims a distinct service. */
  private static boolean isParted(Facts f, Row billed) {
    for (ServiceLine other : f.claim.lines()) {
      if (other.procedureCode().equals(billed.code())
          && shareADay(other, f.line)
          && !parts(f.line, other)
          && (f.date < 2019_07_01 || Collections.disjoint(other.modifiers(), DISTINCT))) {
        return false;
      }
    }
    return true;
  }

  private static String replaced(Answers out) {
    return out.billed != null && out.billed.kind().equals("IN_GUIDED_CODE")
        ? out.billed.code()
        : "";
  }

  private static List<String> recordedPartners(Facts f, Beside beside, String replaced) {
    List<Row> ofBilled = beside.partnersOfFamily().get(f.record.procedure());
    if (ofBilled != null) {
      return ofBilled.stream().map(Row::listed).distinct().toList();
    }
    return f.reference.partnersOfFamily(f.record.procedure()).stream()
        .filter(
            row -> row.inForce(f.date) && couldBeBilled(f, row.listed(), beside.codes(), replaced))
        .map(Row::listed)
        .distinct()
        .toList();
  }

  /** The row that speaks for the family that the record names: of a listed code, or its first. */
  private static @Nullable Row recorded(Facts f, Beside beside, List<String> partners) {
    List<Row> ofBilled = beside.partnersOfFamily().get(f.record.procedure());
    if (ofBilled != null) {
      return ofBilled.get(0);
    }
    for (Row row : f.reference.partnersOfFamily(f.record.procedure())) {
      if (row.inForce(f.date) && partners.contains(row.listed())) {
        return row;
      }
    }
    for (Row row : f.reference.family(f.record.procedure())) {
      if (row.inForce(f.date)) {
        return row;
      }
    }
    return null;
  }

  /** The answer to the question, step by step; each says whether it is the answer. */
  private record Decision(
      Facts f, Answers out, Beside beside, List<String> recordedPartners, OpenWords words) {

    private boolean covered() {
      return f.date >= 2020_01_01;
    }

    private boolean attested() {
      return f.record.noSpecificCode() == Stated.YES;
    }

    /** What is billed, or nothing of that kind. */
    private boolean billed(String... kinds) {
      return out.billed != null && List.of(kinds).contains(out.billed.kind());
    }

    /** Whether only the site keeps a modifier from parting: so CMS says, as others quote it. */
    private boolean isOfOneSite() {
      return !out.billed.indicator().equals("0")
          && f.line.modifiers().stream().anyMatch(ANATOMIC::contains);
    }

    private boolean yields() {
      return isParted(f, out.billed) && !out.billed.indicator().equals("0");
    }

    /** An attestation counts against a neighbor unless the record says what the imaging was for. */
    private boolean attestedWithoutPurpose() {
      return attested()
          && (f.record.purpose() == Purpose.NOT_STATED || f.record.purpose() == Purpose.OTHER);
    }

    void decide() {
      if ((covered() && byImaging())
          || byRecordedProcedure()
          || (covered() && (byWordsOfListedStudy() || byStudyOfItsOwn()))
          || byContainingProcedure()
          || (covered() && (byListedPurpose() || byListedCode() || byOrganOrRoute()))
          || byPairs()) {
        return;
      }
      if (covered()) {
        byAttestation();
      } else {
        out.codeApplies = CodeApplies.UNDETERMINED;
        out.info("procedure/date-before-rule-set");
      }
    }

    /** What goes with the procedures: first what the words name, last what else they can mean. */
    private List<String> partners() {
      if (wordsAreOfBilledImaging()) {
        return List.of();
      }
      if (!words.ofTheLineAndDone()) {
        return beside.partners();
      }
      Set<String> named = new LinkedHashSet<>(words.all());
      named.retainAll(beside.partners());
      List<String> ofModality = codesOfNamedModality();
      Set<String> inOrder = new LinkedHashSet<>(ofModality);
      inOrder.addAll(named);
      inOrder.addAll(beside.partners());
      boolean told =
          words.namesNoStudy()
              && billed("INCLUDED", "INCLUDED_BY_ANALOGY", "PAIRED_WITH_76496", "THE_CODE");
      if (words.stance().equals("ASK") && aboutImaging(words.modality(), true) == null && !told) {
        inOrder.addAll(
            ofModality.isEmpty() ? words.codes() : List.of(UNLISTED.get(words.modality())));
      }
      if (billed("INCLUDED", "INCLUDED_BY_ANALOGY", "PAIRED_WITH_76496")) {
        inOrder.remove("76000");
      }
      return List.copyOf(inOrder);
    }

    private void no(List<String> candidates) {
      out.codeApplies = CodeApplies.NO;
      name(candidates, false);
    }

    private void noByPurpose(List<String> candidates) {
      out.codeApplies = CodeApplies.NO;
      name(candidates, true);
    }

    private void name(List<String> candidates, boolean andPartners) {
      if (candidates.isEmpty()) {
        return;
      }
      List<String> all = new ArrayList<>(candidates);
      if (andPartners && !wordsAreOfBilledImaging()) {
        all.addAll(beside.partners());
      }
      out.candidateCodes =
          all.stream()
              .distinct()
              .filter(code -> couldBeBilled(f, code, beside.codes(), replaced(out)))
              .limit(MOST_CANDIDATES)
              .toList();
    }

    /** Any other modality has codes of its own, or is in the code of a procedure. */
    private boolean byImaging() {
      RecordFacts.Imaging imaging = f.record.imaging();
      if (imaging == RecordFacts.Imaging.OTHER) {
        if (byStudyOf(imaging, List.of())) {
          return true;
        }
        no(List.of());
        out.warning("procedure/imaging-not-fluoroscopy");
        return true;
      }
      boolean elsewhere =
          imaging != RecordFacts.Imaging.FLUOROSCOPY && imaging != RecordFacts.Imaging.NOT_STATED;
      Row holds = aboutImaging(imaging.name(), true);
      Row without = aboutImaging(imaging.name(), false);
      if (elsewhere && holds != null && !partsFrom(f, holds.code()) && isMeant(holds)) {
        no(List.of());
        bySource(out, "procedure/other-imaging-included", holds);
        return true;
      }
      if (without != null && !partsFrom(f, without.code()) && isMeant(without)) {
        no(without.codes());
        bySource(out, "procedure/code-with-recorded-imaging", without);
        return true;
      }
      if (!elsewhere) {
        return false;
      }
      if (imaging == RecordFacts.Imaging.RADIOGRAPHY && byXRayStudy()) {
        return true;
      }
      List<Row> rows = rowsOf(imaging.name());
      List<String> codes = rows.stream().flatMap(row -> row.codes().stream()).toList();
      if (byStudyOf(imaging, codes)) {
        return true;
      }
      if (codes.stream().anyMatch(beside.codes()::contains) || isReported(imaging, codes)) {
        out.codeApplies = CodeApplies.NO; // What is billed is the imaging.
      } else {
        no(codes);
      }
      bySource(out, "procedure/other-imaging-modality", rows.get(0));
      return true;
    }

    /** Nothing tells what it was for, and a radiology code of the modality is billed. */
    private boolean isReported(RecordFacts.Imaging imaging, List<String> codes) {
      return codes.size() == 1
          && beside.codes().stream()
              .filter(code -> code.matches("7\\d{4}"))
              .anyMatch(code -> f.reference.isOfModality(code, imaging.name(), f.date));
    }

    /** Words that name a study by the imaging of the record, where nothing else tells its codes. */
    private boolean byStudyOf(RecordFacts.Imaging imaging, List<String> codes) {
      Purpose purpose = f.record.purpose();
      boolean named =
          switch (imaging) {
            case OTHER -> List.of("OTHER", "RADIOGRAPHY").contains(words.modality());
            case RADIOGRAPHY ->
                words.modality().equals("RADIOGRAPHY")
                    || (words.isListed() && !words.all().contains("76000"));
            default -> words.modality().equals(imaging.name());
          };
      if (!named
          || !words.ofTheLineAndDone()
          || words.codes().isEmpty()
          || codes.size() > 1
          || codes.containsAll(words.codes())
          || codes.stream().anyMatch(beside.codes()::contains)
          || isReported(imaging, codes)
          || (purpose != Purpose.NOT_STATED && purpose != Purpose.SOLE_IMAGING)) {
        return false;
      }
      no(words.codes());
      byWords("procedure/other-imaging-named", words.grade());
      return true;
    }

    /** What is said of a modality, the most telling first, its unlisted code last. */
    private List<Row> rowsOf(String modality) {
      Row without = aboutImaging(modality, false);
      List<Row> rows = new ArrayList<>();
      if (!f.record.procedure().isEmpty()) {
        addRow(rows, byModality(modality, f.record.procedure()));
      }
      if (rows.isEmpty()) {
        addRow(rows, without);
        if (rows.isEmpty() && out.billed != null && !out.billed.group().isEmpty()) {
          addRow(rows, byModality(modality, out.billed.group()));
        }
        if (rows.isEmpty() || without != null) {
          for (String purpose : purposes(without)) {
            addRow(rows, byModality(modality, purpose));
          }
        }
      }
      addRow(rows, byModality(modality, ""));
      return rows;
    }

    /** Words of a modality whose code is billed, or that a billed code and no other can mean. */
    private boolean wordsAreOfBilledImaging() {
      if (words.modality().isEmpty() || f.record.imaging() != RecordFacts.Imaging.NOT_STATED) {
        return false;
      }
      Row holds = aboutImaging(words.modality(), true);
      return words.all().stream().anyMatch(beside.codes()::contains)
          || (holds != null && othersPartners(holds.code()).isEmpty());
    }

    /** Words that name another modality, with the codes that the record would lead to. */
    private List<String> codesOfNamedModality() {
      if (words.modality().isEmpty()
          || f.record.imaging() != RecordFacts.Imaging.NOT_STATED
          || wordsAreOfBilledImaging()
          || aboutImaging(words.modality(), true) != null) {
        return List.of();
      }
      return rowsOf(words.modality()).stream()
          .flatMap(row -> row.codes().stream())
          .filter(code -> !code.equals(UNLISTED.get(words.modality())))
          .toList();
    }

    /** Words that name a part of the body; the codes of plain x-ray go by it. */
    private boolean byXRayStudy() {
      Purpose purpose = f.record.purpose();
      if (purpose != Purpose.NOT_STATED && purpose != Purpose.SOLE_IMAGING) {
        return false;
      }
      PlainWords.Read read =
          f.reference
              .xRayStudies()
              .read(f.line.description(), f.line.note(), f.claim.note(), f.date);
      if (read == null
          || read.inClaimNote()
          || read.doubt() == PlainWords.Doubt.NOT_DONE
          || read.doubt() == PlainWords.Doubt.SUPPLY) {
        return false;
      }
      OpenWords study = openWords(f, beside, replaced(out), read);
      if (study.codes().isEmpty()) {
        return false;
      }
      no(study.codes());
      byWords("procedure/plain-x-ray-named", study.grade());
      return true;
    }

    /** As stated, or what the guidance codes of the procedures are for. */
    private List<String> purposes(@Nullable Row besides) {
      if (f.record.purpose() != Purpose.NOT_STATED) {
        return List.of(f.record.purpose().name());
      }
      List<String> listed = besides == null ? beside.partners() : othersPartners(besides.code());
      List<String> purposes = new ArrayList<>();
      for (String partner : beside.partners()) {
        if (listed.contains(partner)) {
          switch (partner) {
            case "77001" -> purposes.add("CENTRAL_VENOUS_ACCESS");
            case "77002" -> purposes.add("NEEDLE_PLACEMENT");
            case "75989" -> purposes.add("DRAIN_PLACEMENT");
            default -> {}
          }
        }
      }
      return purposes;
    }

    private static void addRow(List<Row> rows, @Nullable Row row) {
      if (row != null) {
        rows.add(row);
      }
    }

    private @Nullable Row byModality(String modality, String study) {
      return f.reference.codesByImaging(
          study.isEmpty() ? modality : modality + " " + study, f.date);
    }

    /**
     * The row of the lowest billed code that holds this imaging, or for which another code does.
     */
    private @Nullable Row aboutImaging(String modality, boolean holds) {
      return beside.codes().stream()
          .sorted()
          .flatMap(code -> f.reference.imagingOfProcedures(code).stream())
          .filter(row -> row.inForce(f.date) && row.group().equals(modality))
          .filter(row -> row.codes().isEmpty() == holds)
          .findFirst()
          .orElse(null);
    }

    /** Neither another procedure with a listed code nor that of the record can be meant. */
    private boolean isMeant(Row row) {
      return othersPartners(row.code()).isEmpty()
          && (f.record.procedure().isEmpty() || f.record.procedure().equals(familyOf(row.code())));
    }

    private String familyOf(String code) {
      for (List<Row> rows :
          List.of(
              f.reference.partners(code), f.reference.procedures(code), f.reference.listed(code))) {
        for (Row row : rows) {
          if (row.inForce(f.date)) {
            return row.group();
          }
        }
      }
      return "";
    }

    /** Listed codes that could be billed with other procedures whose study is not billed yet. */
    private List<String> othersPartners(String code) {
      return beside.codes().stream()
          .filter(
              other ->
                  !other.equals(code)
                      && f.reference.partners(other).stream()
                          .noneMatch(
                              row -> row.inForce(f.date) && beside.codes().contains(row.listed())))
          .flatMap(other -> f.reference.partners(other).stream())
          .filter(row -> row.inForce(f.date) && !alsoOf(row, code))
          .map(Row::listed)
          .filter(listed -> couldBeBilled(f, listed, beside.codes()))
          .toList();
    }

    /** Whether one row of the table is about both codes. */
    private boolean alsoOf(Row row, String code) {
      return f.reference.partners(code).stream()
          .anyMatch(
              own ->
                  own.inForce(f.date)
                      && own.listed().equals(row.listed())
                      && own.group().equals(row.group())
                      && own.span().equals(row.span()));
    }

    /** What becomes of the imaging of the procedure that the record names. */
    private boolean byRecordedProcedure() {
      Row recorded = out.recorded;
      if (recorded == null) {
        return false;
      }
      switch (recorded.kind()) {
        case "PAIRED_WITH_76496", "INCLUDED" -> {
          if (f.date < 2016_01_01) {
            return false;
          }
          no(recorded.codes());
          bySource(out, "procedure/imaging-included-in-recorded-procedure", recorded);
        }
        case "CODED_BESIDE" -> {
          if (!covered()) {
            return false;
          }
          no(recordedPartners);
          bySource(out, "procedure/listed-imaging-beside-recorded-procedure", recorded);
        }
        case "INCLUDED_BY_ANALOGY" -> {
          if (f.date < 2024_07_01) {
            return false;
          }
          no(List.of());
          bySource(out, "procedure/recorded-procedure-includes-by-analogy", recorded);
        }
        default -> {
          return false;
        }
      }
      return true;
    }

    /**
     * Words name a listed study; they yield to an attestation, and a claim's note is not enough.
     */
    private boolean byWordsOfListedStudy() {
      if (!words.isListed() || attested()) {
        return false;
      }
      no(words.codes());
      byWords("procedure/narrative-names-listed-study", words.grade());
      return true;
    }

    /** A row of grade U makes a remark of a warning. */
    private void byWords(String edit, String grade) {
      if (grade.equals("U")) {
        out.info(edit);
      } else {
        out.warning(edit);
      }
    }

    /** A study that no procedure contains, by its purpose. */
    private boolean byStudyOfItsOwn() {
      if (words.stance().equals("NOT_DONE") && f.record.noSpecificCode() != Stated.NO) {
        return false;
      }
      boolean listed = f.record.purpose() == Purpose.TRACT_STUDY;
      boolean plain =
          f.record.purpose() == Purpose.SOLE_IMAGING
              && !attested()
              && f.record.writtenInterpretation() != Stated.NO
              && (out.billed == null || !out.billed.indicator().equals("0"));
      // A recorded one has a code of its own, unless the recording may be that of a procedure.
      if (plain && f.record.motionRecorded() == Stated.YES) {
        plain = billed("INCLUDED", "IN_GUIDED_CODE");
      }
      if (listed || plain) {
        noByPurpose(List.of(listed ? "76080" : "76000"));
        out.warning(listed ? "procedure/tract-studied" : "procedure/stand-alone-fluoroscopy");
      }
      return listed || plain;
    }

    /** A code that contains it; else words that it was not done; else a code with its guidance. */
    private boolean byContainingProcedure() {
      if (billed("INCLUDED") && !yields() && f.date >= 2016_01_01) {
        no(partners());
        if (out.billed.grade().equals("A") && isOfOneSite()) {
          out.warning("procedure/imaging-included");
        } else {
          bySource(out, "procedure/imaging-included", out.billed);
        }
        return true;
      }
      if (words.stance().equals("NOT_DONE")
          && f.record.noSpecificCode() != Stated.NO
          && covered()) {
        askForDescription(words, out);
        askForProcedure(f, out);
        if (f.record.purpose() == Purpose.NOT_STATED) {
          out.ask(Fact.PURPOSE);
        }
        out.codeApplies = CodeApplies.UNDETERMINED;
        byWords("procedure/narrative-says-not-done", words.grade());
        return true;
      }
      if (billed("IN_GUIDED_CODE") && !yields() && covered()) {
        List<String> candidates = new ArrayList<>(codesOfNamedModality());
        if (!wordsAreOfBilledImaging()) {
          candidates.addAll(out.billed.codes());
        }
        candidates.addAll(partners());
        no(candidates);
        bySource(out, "procedure/guided-code-for-procedure", out.billed);
        return true;
      }
      return false;
    }

    private boolean byListedPurpose() {
      String edit = "";
      List<String> codes = List.of();
      switch (f.record.purpose()) {
        case CENTRAL_VENOUS_ACCESS -> {
          edit = "procedure/central-venous-access-guidance";
          codes = List.of("77001");
        }
        case NEEDLE_PLACEMENT -> {
          edit = "procedure/needle-guidance";
          codes = List.of("77002");
        }
        case SPINAL_INJECTION -> {
          edit = "procedure/spinal-injection-guidance";
          codes = List.of("77003");
        }
        case ENDOSCOPIC_DUCT -> {
          edit = "procedure/endoscopic-duct-study";
          codes = List.of("74328", "74329", "74330");
        }
        case DRAIN_CHANGE -> {
          edit = "procedure/drain-changed";
          codes = List.of("75984", "47536");
        }
        default -> {
          return false;
        }
      }
      boolean guidance = codes.get(0).startsWith("7700");
      if (guidance
          && !words.modality().isEmpty()
          && f.record.imaging() == RecordFacts.Imaging.NOT_STATED) {
        List<String> ofModality = codesOfNamedModality();
        List<String> inOrder = new ArrayList<>(ofModality.isEmpty() ? words.codes() : ofModality);
        inOrder.addAll(codes);
        no(wordsAreOfBilledImaging() ? List.of() : inOrder);
        byWords("procedure/guidance-by-other-imaging", words.grade());
        return true;
      }
      noByPurpose(codes);
      out.warning(edit);
      return true;
    }

    private boolean byListedCode() {
      if (billed("CODED_BESIDE") && !isParted(f, out.billed) && !attestedWithoutPurpose()) {
        no(partners());
        bySource(out, "procedure/listed-imaging-beside-procedure", out.billed);
        return true;
      }
      if (billed("THE_CODE")
          && !isParted(f, out.billed)
          && (!attestedWithoutPurpose()
              || (f.record.motionRecorded() == Stated.YES
                  && (beside.codes().contains("76120") || beside.codes().contains("76125"))))
          && f.record.purpose() != Purpose.SOLE_IMAGING
          && (f.record.purpose() != Purpose.RECORDED_MOTION
              || List.of("70371", "74230", "76120", "76125").contains(out.billed.code()))) {
        no(partners()); // It is billed itself, so it is no candidate.
        bySource(out, "procedure/listed-fluoroscopy-code-billed", out.billed);
        return true;
      }
      return false;
    }

    /** Where the code goes by organ or route an attestation counts. */
    private boolean byOrganOrRoute() {
      boolean report = f.record.writtenInterpretation() != Stated.NO;
      String edit = "";
      List<String> codes = List.of();
      if (f.record.purpose() == Purpose.RECORDED_MOTION
          || (f.record.motionRecorded() == Stated.YES && !goesByOrganOrRoute(f))) {
        boolean ventilation = f.date >= 2023_07_01 && saysLung(f);
        edit = ventilation ? "procedure/motion-of-lung-recorded" : "procedure/motion-recorded";
        codes =
            ventilation ? List.of("76120", "76125", "0807T", "0808T") : List.of("76120", "76125");
      } else if (f.record.purpose() == Purpose.SURGICAL_GUIDANCE && !report) {
        edit = "procedure/surgical-guidance-without-interpretation";
      } else if (!attested()) {
        switch (f.record.purpose()) {
          case DRAIN_PLACEMENT -> {
            edit = "procedure/drain-placed";
            codes = List.of("47533", "49405", "49406", "10030", "75989");
          }
          case TUBE_PLACEMENT -> {
            edit = "procedure/tube-placed";
            codes = List.of("49440", "49441", "49442", "43752", "74340");
          }
          case LUMEN_DILATION -> {
            edit = "procedure/lumen-dilated";
            codes = List.of("74360", "74363", "74485");
          }
          case CATHETER_CHECK -> {
            edit = "procedure/existing-catheter-checked";
            codes = List.of("36598", "49465", "47531");
          }
          case SOLE_IMAGING ->
              edit = report ? "" : "procedure/stand-alone-fluoroscopy-without-report";
          default -> edit = "";
        }
      }
      if (edit.isEmpty()) {
        return false;
      }
      noByPurpose(codes);
      out.warning(edit);
      return true;
    }

    /** Pairs speak of a neighbor, and yield. */
    private boolean byPairs() {
      if (billed("PAIRED_WITH_76496")) {
        if (!yields()) {
          no(List.of());
          if (isOfOneSite()) {
            out.warning("procedure/ncci-pair-with-76496");
          } else {
            out.error("procedure/ncci-pair-with-76496");
          }
          return true;
        }
        if (f.record.noSpecificCode() == Stated.NOT_STATED) {
          askForDescription(words, out);
          open(out, Fact.NO_SPECIFIC_CODE);
          out.warning("procedure/ncci-pair-with-distinct-service");
          return true;
        }
      }
      boolean namesNoOtherStudy =
          f.record.purpose() == Purpose.SURGICAL_GUIDANCE
              || (!attested()
                  && !wordsNameAnotherStudy()
                  && (f.record.purpose() == Purpose.NOT_STATED
                      || f.record.purpose() == Purpose.OTHER));
      if (f.date >= 2024_07_01
          && billed("INCLUDED_BY_ANALOGY")
          && !isParted(f, out.billed)
          && namesNoOtherStudy) {
        no(List.of());
        bySource(out, "procedure/imaging-included-by-analogy", out.billed);
        return true;
      }
      return false;
    }

    private boolean wordsNameAnotherStudy() {
      return words.namesAStudy() && isOfNothingBilled(f, out, beside, words);
    }

    /** What somebody attests, and what is left open. */
    private void byAttestation() {
      RecordFacts record = f.record;
      if (record.noSpecificCode() == Stated.NO) {
        no(partners());
        out.error("procedure/specific-code-attested-to-exist");
      } else if (attested() && record.purpose() == Purpose.NOT_STATED && out.billed != null) {
        askForDescription(words, out);
        askForProcedure(f, out);
        open(out, Fact.PURPOSE);
        name(partners(), false);
        out.warning("procedure/attestation-beside-procedure");
      } else if (attested()
          && !words.modality().isEmpty()
          && record.imaging() == RecordFacts.Imaging.NOT_STATED) {
        askForDescription(words, out);
        open(out, Fact.IMAGING);
        name(partners(), false);
        byWords("procedure/attestation-beside-other-imaging", words.grade());
      } else if (attested()) {
        out.codeApplies = CodeApplies.YES;
        out.warning("procedure/no-specific-code-attested");
      } else if (wordsAreOfBilledImaging() && words.codes().isEmpty()) {
        out.ask(Fact.IMAGING);
        askForProcedure(f, out);
        if (record.purpose() == Purpose.NOT_STATED) {
          out.ask(Fact.PURPOSE);
        }
        open(out, Fact.NO_SPECIFIC_CODE);
        byWords("procedure/narrative-names-billed-imaging", words.grade());
      } else if (!words.codes().isEmpty()) {
        askForDescription(words, out);
        askForProcedure(f, out);
        if (record.purpose() == Purpose.NOT_STATED) {
          out.ask(Fact.PURPOSE);
        }
        open(out, Fact.NO_SPECIFIC_CODE);
        name(words.codes(), false);
        byWords(
            words.isIncluded()
                ? "procedure/narrative-names-included-procedure"
                : "procedure/narrative-leaves-open",
            words.grade());
      } else if (record.purpose() == Purpose.CONTRAST_STUDY) {
        askForDescription(words, out);
        askForProcedure(f, out);
        open(out, Fact.NO_SPECIFIC_CODE);
        name(partners(), false);
        out.warning("procedure/contrast-study-not-named");
      } else if (record.purpose() == Purpose.SURGICAL_GUIDANCE) {
        askForDescription(words, out);
        askForProcedure(f, out);
        if (record.writtenInterpretation() == Stated.NOT_STATED) {
          out.ask(Fact.WRITTEN_INTERPRETATION);
        }
        open(out, Fact.NO_SPECIFIC_CODE);
        name(partners(), false);
        out.warning("procedure/surgical-guidance");
      } else {
        askForDescription(words, out);
        askForProcedure(f, out);
        if (record.purpose() == Purpose.NOT_STATED) {
          out.ask(Fact.PURPOSE);
        }
        open(out, Fact.NO_SPECIFIC_CODE);
        if (out.billed != null
            && !billed("PAIRED_WITH_76496")
            && isParted(f, out.billed)
            && yields()) {
          List<String> candidates = new ArrayList<>(partners());
          if (words.ofTheLineAndDone() && words.all().contains(out.billed.code())) {
            name(candidates, false);
            byWords("procedure/narrative-contradicts-distinct-service", words.grade());
          } else {
            candidates.add("76000");
            name(candidates, false);
            out.warning("procedure/procedure-with-distinct-service");
          }
        } else {
          name(List.of("76000"), true);
          out.warning("procedure/not-settled");
        }
      }
    }
  }

  /** These take precedence over recorded motion; an operation includes what is recorded in it. */
  private static boolean goesByOrganOrRoute(Facts f) {
    return switch (f.record.purpose()) {
      case CONTRAST_STUDY,
          DRAIN_PLACEMENT,
          TUBE_PLACEMENT,
          LUMEN_DILATION,
          CATHETER_CHECK,
          SURGICAL_GUIDANCE ->
          true;
      default -> false;
    };
  }

  /** What the words leave open takes precedence over every other question. */
  private static void askForDescription(OpenWords words, Answers out) {
    if (words.ask()) {
      out.ask(Fact.DESCRIPTION);
    }
  }

  private static void askForProcedure(Facts f, Answers out) {
    if (f.record.procedure().isEmpty()) {
      out.ask(Fact.PROCEDURE);
    }
  }

  private static void advise(Facts f, Answers out) {
    boolean contains =
        out.billed != null && List.of("INCLUDED", "IN_GUIDED_CODE").contains(out.billed.kind());
    boolean attested = f.record.noSpecificCode() == Stated.YES;
    boolean paired = out.billed != null && out.billed.kind().equals("PAIRED_WITH_76496");
    if (f.date >= 2020_01_01 && (contains || paired) && attested) {
      out.warning("procedure/attestation-contradicts-procedure");
    }
    if (f.date >= 2020_01_01
        && attested
        && out.recorded != null
        && List.of("INCLUDED", "PAIRED_WITH_76496", "CODED_BESIDE").contains(out.recorded.kind())) {
      out.warning("procedure/attestation-contradicts-recorded-procedure");
    }
    if (f.date >= 2020_01_01
        && attested
        && out.billed != null
        && out.billed.kind().equals("CODED_BESIDE")
        && f.record.purpose() != Purpose.NOT_STATED
        && (f.record.purpose() == Purpose.OTHER || isParted(f, out.billed))) {
      out.warning("procedure/attestation-overlooks-listed-code");
    }
    if (f.date >= 2020_01_01
        && attested
        && f.record.purpose() == Purpose.SOLE_IMAGING
        && f.record.writtenInterpretation() != Stated.NO
        && f.record.motionRecorded() != Stated.YES
        && (f.record.imaging() == RecordFacts.Imaging.FLUOROSCOPY
            || f.record.imaging() == RecordFacts.Imaging.NOT_STATED)
        && out.recorded == null
        && (out.billed == null || isParted(f, out.billed))) {
      out.warning("procedure/attestation-overlooks-stand-alone-fluoroscopy");
    }
    if (f.date >= 2020_01_01
        && contains
        && List.of(Purpose.SOLE_IMAGING, Purpose.TRACT_STUDY).contains(f.record.purpose())
        && !out.billed.indicator().equals("0")
        && !isParted(f, out.billed)) {
      out.warning("procedure/purpose-contradicts-procedure");
    }
    if (f.date >= 2024_07_01
        && out.billed != null
        && out.billed.kind().equals("INCLUDED_BY_ANALOGY")
        && !isParted(f, out.billed)
        && List.of(Purpose.NEEDLE_PLACEMENT, Purpose.SPINAL_INJECTION).contains(f.record.purpose())
        && (f.record.imaging() == RecordFacts.Imaging.FLUOROSCOPY
            || f.record.imaging() == RecordFacts.Imaging.NOT_STATED)) {
      out.warning("procedure/guidance-beside-paired-procedure");
    }
    if (f.date >= 2020_01_01
        && contains
        && out.billed.kind().equals("INCLUDED")
        && f.reference.imagingOfProcedures(out.billed.code()).stream()
            .noneMatch(
                row ->
                    row.inForce(f.date)
                        && row.codes().isEmpty()
                        && row.group().equals(f.record.imaging().name()))
        && f.record.imaging() != RecordFacts.Imaging.FLUOROSCOPY
        && f.record.imaging() != RecordFacts.Imaging.NOT_STATED) {
      out.info("procedure/modality-contradicts-procedure");
    }
    long days =
        ChronoUnit.DAYS.between(f.line.dateOfService(), f.line.dateOfServiceEnd().plusDays(1));
    if (f.date >= 2024_07_01 && f.line.units().compareTo(BigDecimal.valueOf(days)) > 0) {
      out.warning("procedure/more-than-one-unit");
    }
    if (f.date >= 2024_07_01 && isOnAnotherLine(f)) {
      out.warning("procedure/billed-on-two-lines");
    }
    if (f.date >= 2026_01_01 && f.institutional && f.medicare && f.paidAsOutpatient()) {
      out.info("procedure/packaged-under-opps");
    }
    adviseOnCoverage(f, out);
    boolean ended = false;
    boolean successors = false;
    boolean columnTwo = false;
    for (ServiceLine other : f.claim.lines()) {
      if (shareADay(other, f.line)) {
        for (Row row : f.reference.ended(other.procedureCode())) {
          if (row.inForce(f.date)) {
            ended = true;
            successors |= !row.codes().isEmpty();
          }
        }
        for (Row row : f.reference.columnTwo(other.procedureCode())) {
          columnTwo |= row.inForce(f.date);
        }
      }
    }
    if (columnTwo && !f.institutional) {
      out.warning("procedure/column-two-code-beside-76496");
    }
    if (ended && f.date >= 2020_01_01) {
      out.warning("procedure/ended-code-on-claim");
      if (successors) {
        out.info("procedure/ended-code-successors-unverified");
      }
    }
    if (f.date > 2026_12_31) {
      out.info("procedure/date-after-rule-set");
    }
  }

  /** Twice on a day, and neither a repetition, nor another service, nor the other component. */
  private static boolean isOnAnotherLine(Facts f) {
    List<String> again = List.of("76", "77");
    return Collections.disjoint(f.line.modifiers(), again)
        && f.claim.lines().stream()
            .filter(other -> other.number() != f.line.number() && other.billedWith76496())
            .filter(other -> shareADay(other, f.line))
            .filter(other -> Collections.disjoint(other.modifiers(), again))
            .filter(other -> !parts(f.line, other) && !parts(other, f.line))
            .anyMatch(
                other ->
                    !(other.modifiers().contains("26") && f.line.modifiers().contains("TC"))
                        && !(other.modifiers().contains("TC")
                            && f.line.modifiers().contains("26")));
  }

  /** Two Blues call motion studies of the spine investigational; of others a copy does. */
  private static void adviseOnCoverage(Facts f, Answers out) {
    if (f.claim.payer().family() != Payer.Family.BCBS) {
      return;
    }
    String plan = f.claim.payer().plan();
    boolean said = false;
    if (f.hasText()) {
      String text =
          (f.line.description() + " zz " + f.line.note() + " zz " + f.claim.note())
              .toLowerCase(Locale.ROOT);
      said = OF_SPINE.matcher(text).find() && OF_MOTION.matcher(text).find();
    }
    if (said && (plan.equals("ANTHEM") || plan.equals("ALABAMA"))) {
      if (f.date >= 2024_06_28) {
        out.warning("procedure/spine-motion-investigational");
      }
      return;
    }
    boolean coded = false;
    for (ServiceLine other : f.claim.lines()) {
      boolean isMotionStudy = List.of("76120", "76125").contains(other.procedureCode());
      coded |= isMotionStudy && shareADay(other, f.line);
    }
    if (f.date >= 2019_02_01 && (said || coded || f.record.purpose() == Purpose.RECORDED_MOTION)) {
      out.info("procedure/spine-motion-coverage");
    }
  }

  private static boolean saysLung(Facts f) {
    return Stream.of(f.line.description(), f.line.note(), f.claim.note())
        .anyMatch(text -> f.reference.words().speaksOf("OF_THE_LUNG", text));
  }

  private static final Pattern OF_SPINE =
      Pattern.compile(
          "\\b(spine|spinal|cervical|thoracic|lumbar|lumbosacral|(inter)?vertebral|vertebrae?)\\b");

  private static final Pattern OF_MOTION =
      Pattern.compile(
          "\\b(cine(fluoroscopy|radiography)?|dmx|videofluoroscop(y|ic)|videoradiography"
              + "|video\\W+fluoro(scopy|scopic)?"
              + "|motion\\W+(x|xrays?|study|studies|analysis|imaging|fluoroscopy)"
              + "|dynamic\\W+(spinal|visualization))\\b");

  /** What the words name, as far as it could be billed beside what is billed. */
  private record OpenWords(
      String stance,
      List<String> all,
      List<String> codes,
      String grade,
      boolean ofTheLineAndDone,
      boolean ofFluoroscopy) {

    /** The modality, other than fluoroscopy, that they name, or nothing. */
    String modality() {
      if (!ofTheLineAndDone || all.isEmpty()) {
        return "";
      }
      for (Map.Entry<String, String> e : UNLISTED.entrySet()) {
        if (all.contains(e.getValue())) {
          return e.getKey();
        }
      }
      if (ofFluoroscopy || !all.stream().allMatch(code -> code.matches("7\\d{4}"))) {
        return "";
      }
      return all.get(0).startsWith("78") ? "OTHER" : "RADIOGRAPHY";
    }

    boolean isListed() {
      return !codes.isEmpty() && stance.equals("LISTED");
    }

    boolean isIncluded() {
      return !codes.isEmpty() && stance.equals("INCLUDED");
    }

    /** Something that was done, and that has other codes than that for fluoroscopy alone. */
    boolean namesAStudy() {
      return ofTheLineAndDone && !codes.isEmpty() && !namesNoStudy();
    }

    /** Fluoroscopy by itself, or as guidance: which of the two a procedure includes. */
    boolean namesNoStudy() {
      return Set.of("76000", "77001", "77002", "77003").containsAll(all);
    }

    /** Whether they leave open what was done, so that somebody has to say it. */
    boolean ask() {
      return stance.equals("OPEN")
          || stance.equals("NOT_DONE")
          || (!codes.isEmpty() && !isListed());
    }
  }

  private static OpenWords openWords(Facts f, Beside beside, String replaced) {
    PlainWords.Read read =
        f.reference.words().read(f.line.description(), f.line.note(), f.claim.note(), f.date);
    return read == null
        ? new OpenWords("", List.of(), List.of(), "", false, false)
        : openWords(f, beside, replaced, read);
  }

  private static OpenWords openWords(
      Facts f, Beside beside, String replaced, PlainWords.Read read) {
    return new OpenWords(
        read.stance(),
        read.concept().codes(),
        read.concept().codes().stream().anyMatch(beside.codes()::contains)
                || (f.record.purpose() == Purpose.SURGICAL_GUIDANCE
                    && read.concept().codes().equals(List.of("76000")))
            ? List.of()
            : read.concept().codes().stream()
                .filter(code -> couldBeBilled(f, code, beside.codes(), replaced))
                .toList(),
        read.concept().grade(),
        !read.inClaimNote()
            && read.doubt() != PlainWords.Doubt.NOT_DONE
            && read.doubt() != PlainWords.Doubt.SUPPLY,
        read.concept().codes().stream()
            .flatMap(code -> f.reference.listed(code).stream())
            .anyMatch(row -> row.inForce(f.date)));
  }

  private static void adviseByWords(
      Facts f, Answers out, Beside beside, List<String> recordedPartners, OpenWords words) {
    if (f.date < 2020_01_01) {
      return;
    }
    boolean namesOneService = words.isListed() || words.isIncluded();
    if (namesOneService && f.record.noSpecificCode() == Stated.YES && out.recorded == null) {
      if (words.grade().equals("U")) {
        out.info("procedure/narrative-contradicts-attestation");
      } else {
        out.warning("procedure/narrative-contradicts-attestation");
      }
    }
    boolean attested = f.record.noSpecificCode() == Stated.YES;
    boolean toldByAnswer =
        !words.modality().isEmpty() && f.record.imaging() == RecordFacts.Imaging.NOT_STATED;
    if (attested
        && words.stance().equals("ASK")
        && !words.codes().isEmpty()
        && out.recorded == null
        && !toldByAnswer) {
      if (words.grade().equals("U")) {
        out.info("procedure/narrative-questions-attestation");
      } else {
        out.warning("procedure/narrative-questions-attestation");
      }
    }
    if (!words.modality().isEmpty()
        && !words.modality().equals(f.record.imaging().name())
        && (out.billed != null || f.record.imaging() != RecordFacts.Imaging.NOT_STATED)) {
      out.info("procedure/narrative-names-other-imaging");
    }
    if (namesOneService && out.recorded != null) {
      List<String> recorded = new ArrayList<>(out.recorded.codes());
      recorded.addAll(recordedPartners);
      if (!recorded.isEmpty() && isOther(f, words, recorded, out.recorded.group())) {
        out.info("procedure/narrative-contradicts-record");
      }
    }
    if ((namesOneService || words.namesAStudy())
        && words.modality().isEmpty()
        && isOfNothingBilled(f, out, beside, words)) {
      out.info("procedure/narrative-names-another-service");
    }
  }

  /** Whether a procedure decides, and no code that the words name goes with it. */
  private static boolean isOfNothingBilled(Facts f, Answers out, Beside beside, OpenWords words) {
    if (out.billed == null) {
      return false;
    }
    List<String> billed = new ArrayList<>(out.billed.codes());
    billed.addAll(beside.partners());
    billed.add(out.billed.code());
    return isOther(f, words, billed, out.billed.group());
  }

  /** Whether no code that the words name is among others, or of their family. */
  private static boolean isOther(Facts f, OpenWords words, List<String> codes, String family) {
    for (String code : words.all()) {
      if (codes.contains(code)) {
        return false;
      }
      for (List<Row> rows : List.of(f.reference.procedures(code), f.reference.partners(code))) {
        for (Row row : rows) {
          if (row.inForce(f.date) && !family.isEmpty() && row.group().equals(family)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static void open(Answers out, Fact fact) {
    out.codeApplies = CodeApplies.UNDETERMINED;
    out.ask(fact);
  }

  /** A row of grade S is a warning at most, one of grade U a remark. */
  private static void bySource(Answers out, String edit, Row row) {
    switch (row.grade()) {
      case "A" -> out.error(edit);
      case "S" -> out.warning(edit);
      default -> out.info(edit);
    }
  }
}
