package io.github.cpt76496.oracle;

import io.github.cpt76496.LineRecord;
import io.github.cpt76496.LineRecord.Purpose;
import io.github.cpt76496.LineRecord.Stated;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.oracle.Reference.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Question 1: does 76496 apply? First what the record says of this imaging, then procedures that
 * contain it, the listed codes that go with what is billed or with the purpose, then pairs, then an
 * attestation.
 */
final class ProcedureQuestion {

  /** Modifiers that CMS accepts for parting a pair: NCCI Policy Manual 2026, chapter I. */
  private static final Set<String> PART_A_PAIR =
      Set.of(
          ("E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD RC"
                  + " LM RI 24 25 57 58 78 79 27 59 91 XE XS XP XU")
              .split(" ", -1));

  private static final int MOST_CANDIDATES = 5;

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
  private record Beside(Set<String> codes, List<Row> rows, List<String> partners) {}

  private static Beside beside(Facts f) {
    Set<String> codes = new LinkedHashSet<>();
    for (ServiceLine other : f.claim.lines()) {
      if (!other.billedWith76496() && shareADay(other, f.line)) {
        codes.add(other.procedureCode());
      }
    }
    List<Row> rows = new ArrayList<>();
    List<List<Row>> partners = new ArrayList<>();
    for (String code : codes) {
      List<Row> own = new ArrayList<>();
      for (Row row : f.reference.partners(code)) {
        if (row.inForce(f.date) && couldBeBilled(f, row.listed(), codes)) {
          own.add(row);
        }
      }
      if (!own.isEmpty()) {
        partners.add(own);
        rows.add(own.get(0));
      }
      for (List<Row> known : List.of(f.reference.procedures(code), f.reference.listed(code))) {
        for (Row row : known) {
          if (row.inForce(f.date)) {
            rows.add(row);
          }
        }
      }
    }
    partners.sort(
        Comparator.comparing((List<Row> own) -> own.get(0).grade())
            .thenComparing(own -> own.get(0).code()));
    List<String> inTurn = new ArrayList<>();
    for (int turn = 0; turn < 30; turn++) {
      for (List<Row> own : partners) {
        if (turn < own.size()) {
          inTurn.add(own.get(turn).listed());
        }
      }
    }
    return new Beside(codes, rows, inTurn.stream().distinct().toList());
  }

  /** A line may go over several days; one day in common is enough to stand beside another. */
  private static boolean shareADay(ServiceLine a, ServiceLine b) {
    return Facts.number(a.dateOfService()) <= Facts.number(b.dateOfServiceEnd())
        && Facts.number(b.dateOfService()) <= Facts.number(a.dateOfServiceEnd());
  }

  private static boolean couldBeBilled(Facts f, String code, Set<String> billed) {
    return couldBeBilled(f, code, billed, "");
  }

  /** The code that gives way to a guided one excludes nothing. */
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
    boolean parted = isParted(f);
    // A modifier parts the line from everything but a pair that allows none.
    out.billed =
        beside.rows().stream()
            .min(
                Comparator.comparing((Row row) -> parted && !row.indicator().equals("0"))
                    .thenComparing(STRONGEST))
            .orElse(null);
    List<String> recordedPartners = recordedPartners(f, beside, replaced(out));
    out.recorded = recorded(f, recordedPartners);
    new Decision(f, out, beside, recordedPartners).decide();
    advise(f, out);
  }

  private static boolean isParted(Facts f) {
    return f.line.modifiers().stream().anyMatch(PART_A_PAIR::contains);
  }

  private static String replaced(Answers out) {
    return out.billed != null && out.billed.kind().equals("IN_GUIDED_CODE")
        ? out.billed.code()
        : "";
  }

  private static List<String> recordedPartners(Facts f, Beside beside, String replaced) {
    return f.reference.partnersOfFamily(f.record.procedure()).stream()
        .filter(
            row -> row.inForce(f.date) && couldBeBilled(f, row.listed(), beside.codes(), replaced))
        .map(Row::listed)
        .distinct()
        .toList();
  }

  /** The row that speaks for the family that the record names: of a listed code, or its first. */
  private static @Nullable Row recorded(Facts f, List<String> partners) {
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
  private record Decision(Facts f, Answers out, Beside beside, List<String> recordedPartners) {

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

    private boolean yields() {
      return isParted(f) && !out.billed.indicator().equals("0");
    }

    /** An attestation counts against a neighbor unless the record says what the imaging was for. */
    private boolean attestedWithoutPurpose() {
      return attested()
          && (f.record.purpose() == Purpose.NOT_STATED || f.record.purpose() == Purpose.OTHER);
    }

    void decide() {
      if ((covered() && byImaging())
          || byRecordedProcedure()
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

    private void no(List<String> candidates) {
      out.codeApplies = CodeApplies.NO;
      name(candidates, false);
    }

    private void noByPurpose(List<String> candidates) {
      out.codeApplies = CodeApplies.NO;
      name(candidates, true);
    }

    private void name(List<String> candidates, boolean andPartners) {
      List<String> all = new ArrayList<>(candidates);
      if (andPartners && !candidates.isEmpty()) {
        all.addAll(beside.partners());
      }
      out.candidateCodes =
          all.stream()
              .distinct()
              .filter(code -> couldBeBilled(f, code, beside.codes(), replaced(out)))
              .limit(MOST_CANDIDATES)
              .toList();
    }

    /** Any other modality has codes of its own. */
    private boolean byImaging() {
      String imaging = f.record.imaging().name();
      switch (f.record.imaging()) {
        case CT, MR, RADIOGRAPHY, ULTRASOUND -> {
          Row unlisted = f.reference.codesByImaging(imaging, f.date);
          Row best = null;
          for (String study :
              List.of(
                  f.record.procedure(),
                  out.billed == null ? "" : out.billed.group(),
                  f.record.purpose().name())) {
            if (best == null && !study.isEmpty()) {
              best = f.reference.codesByImaging(imaging + " " + study, f.date);
            }
          }
          List<String> codes = new ArrayList<>(best == null ? List.of() : best.codes());
          codes.addAll(unlisted.codes());
          no(codes);
          bySource(out, "procedure/other-imaging-modality", best == null ? unlisted : best);
          return true;
        }
        case OTHER -> {
          no(List.of());
          out.warning("procedure/imaging-not-fluoroscopy");
          return true;
        }
        default -> {
          return false;
        }
      }
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
          no(List.of());
          bySource(out, "procedure/recorded-procedure-includes-by-analogy", recorded);
        }
        default -> {
          return false;
        }
      }
      return true;
    }

    private boolean byContainingProcedure() {
      if (billed("INCLUDED") && !yields() && f.date >= 2016_01_01) {
        no(List.of());
        bySource(out, "procedure/imaging-included", out.billed);
        return true;
      }
      if (billed("IN_GUIDED_CODE") && !yields() && covered()) {
        no(out.billed.codes());
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
        case TRACT_STUDY -> {
          edit = "procedure/tract-studied";
          codes = List.of("76080");
        }
        default -> {
          return false;
        }
      }
      noByPurpose(codes);
      out.warning(edit);
      return true;
    }

    private boolean byListedCode() {
      if (billed("CODED_BESIDE") && !isParted(f) && !attestedWithoutPurpose()) {
        no(beside.partners());
        bySource(out, "procedure/listed-imaging-beside-procedure", out.billed);
        return true;
      }
      if (billed("THE_CODE")
          && !isParted(f)
          && !attestedWithoutPurpose()
          && f.record.purpose() != Purpose.SOLE_IMAGING) {
        no(List.of()); // It is billed, so it is no candidate.
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
        edit = "procedure/motion-recorded";
        codes = List.of("76120", "76125");
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
          case SOLE_IMAGING -> {
            edit =
                report
                    ? "procedure/stand-alone-fluoroscopy"
                    : "procedure/stand-alone-fluoroscopy-without-report";
            codes = report ? List.of("76000") : List.of();
          }
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
          out.error("procedure/ncci-pair-with-76496");
          return true;
        }
        if (f.record.noSpecificCode() == Stated.NOT_STATED) {
          open(out, Fact.NO_SPECIFIC_CODE);
          out.warning("procedure/ncci-pair-with-distinct-service");
          return true;
        }
      }
      boolean namesNoOtherStudy =
          f.record.purpose() == Purpose.SURGICAL_GUIDANCE
              || (!attested()
                  && (f.record.purpose() == Purpose.NOT_STATED
                      || f.record.purpose() == Purpose.OTHER));
      if (billed("INCLUDED_BY_ANALOGY") && !isParted(f) && namesNoOtherStudy) {
        no(List.of());
        bySource(out, "procedure/imaging-included-by-analogy", out.billed);
        return true;
      }
      return false;
    }

    /** What somebody attests, and what is left open. */
    private void byAttestation() {
      LineRecord record = f.record;
      if (record.noSpecificCode() == Stated.NO) {
        no(List.of());
        out.error("procedure/specific-code-attested-to-exist");
      } else if (attested()
          && !isParted(f)
          && record.purpose() == Purpose.NOT_STATED
          && billed("CODED_BESIDE", "THE_CODE", "INCLUDED_BY_ANALOGY")) {
        askForProcedure(f, out);
        open(out, Fact.PURPOSE);
        name(beside.partners(), false);
        out.warning("procedure/attestation-beside-procedure");
      } else if (attested()) {
        out.codeApplies = CodeApplies.YES;
        out.warning("procedure/no-specific-code-attested");
      } else if (record.purpose() == Purpose.CONTRAST_STUDY) {
        askForProcedure(f, out);
        open(out, Fact.NO_SPECIFIC_CODE);
        out.warning("procedure/contrast-study-not-named");
      } else if (record.purpose() == Purpose.SURGICAL_GUIDANCE) {
        askForProcedure(f, out);
        if (record.writtenInterpretation() == Stated.NOT_STATED) {
          out.ask(Fact.WRITTEN_INTERPRETATION);
        }
        open(out, Fact.NO_SPECIFIC_CODE);
        out.warning("procedure/surgical-guidance");
      } else {
        askForProcedure(f, out);
        if (record.purpose() == Purpose.NOT_STATED) {
          out.ask(Fact.PURPOSE);
        }
        open(out, Fact.NO_SPECIFIC_CODE);
        name(List.of("76000"), true);
        out.warning(
            out.billed != null && !billed("PAIRED_WITH_76496") && isParted(f) && yields()
                ? "procedure/procedure-with-distinct-service"
                : "procedure/not-settled");
      }
    }
  }

  /** These go before recorded motion; what is recorded in an operation is part of it. */
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

  private static void askForProcedure(Facts f, Answers out) {
    if (f.record.procedure().isEmpty()) {
      out.ask(Fact.PROCEDURE);
    }
  }

  private static void advise(Facts f, Answers out) {
    if (f.date >= 2020_01_01
        && f.record.noSpecificCode() == Stated.YES
        && f.record.categoryThreeChecked() != Stated.YES) {
      out.warning("procedure/category-three-not-checked");
    }
    if (f.date >= 2016_01_01 && out.billed == null && out.recorded == null && namesFamily(f)) {
      out.warning(
          f.record.noSpecificCode() == Stated.YES
              ? "procedure/narrative-contradicts-attestation"
              : "procedure/narrative-names-included-procedure");
    }
    boolean contains =
        out.billed != null && List.of("INCLUDED", "IN_GUIDED_CODE").contains(out.billed.kind());
    if (f.date >= 2020_01_01 && contains && f.record.noSpecificCode() == Stated.YES) {
      out.warning("procedure/attestation-contradicts-procedure");
    }
    if (f.date >= 2020_01_01
        && contains
        && out.billed.kind().equals("INCLUDED")
        && f.record.imaging() != LineRecord.Imaging.FLUOROSCOPY
        && f.record.imaging() != LineRecord.Imaging.NOT_STATED) {
      out.info("procedure/modality-contradicts-procedure");
    }
    if (f.date >= 2024_07_01 && f.line.units().compareTo(BigDecimal.ONE) > 0) {
      out.warning("procedure/more-than-one-unit");
    }
    if (f.date >= 2026_01_01 && f.institutional && f.medicare && !f.criticalAccessHospital()) {
      out.info("procedure/packaged-under-opps");
    }
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

  /** Words of the description that name a percutaneous biliary procedure. */
  private static boolean namesFamily(Facts f) {
    return names(f.line.description(), f) || names(f.line.note(), f);
  }

  private static boolean names(String text, Facts f) {
    if (text.isEmpty()) {
      return false;
    }
    String upper = text.toUpperCase(Locale.ROOT);
    for (Reference.Term term : f.reference.terms()) {
      if (term.from() <= f.date && f.date <= term.to() && holdsWord(upper, term.term())) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsWord(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return true;
      }
    }
    return false;
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
