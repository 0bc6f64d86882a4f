package io.github.cpt76496.oracle;

import io.github.cpt76496.LineRecord;
import io.github.cpt76496.LineRecord.Purpose;
import io.github.cpt76496.LineRecord.Stated;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.oracle.Reference.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Question 1: does 76496 apply? What is billed beside the line decides first, then the procedure
 * that the record names, its imaging and its purpose, and last what somebody attests.
 */
final class ProcedureQuestion {

  private static final List<String> DISTINCT = List.of("59", "XE", "XP", "XS", "XU");

  private ProcedureQuestion() {}

  /** Kinds of rows in the order in which they answer. */
  private static final List<String> KINDS =
      List.of(
          "PAIRED_WITH_76496",
          "INCLUDED",
          "IN_GUIDED_CODE",
          "CODED_BESIDE",
          "THE_CODE",
          "INCLUDED_BY_ANALOGY");

  /** The strongest row for each kind among the other lines of the date. */
  private static Row[] beside(Facts f) {
    Row[] strongest = new Row[KINDS.size()];
    for (ServiceLine other : f.claim.lines()) {
      if (!other.billedWith76496() && other.dateOfService().equals(f.line.dateOfService())) {
        keepStrongest(strongest, f.reference.procedures(other.procedureCode()), f.date);
        keepStrongest(strongest, f.reference.listed(other.procedureCode()), f.date);
      }
    }
    return strongest;
  }

  /** Grade A before S, then the lower code, so that the order of the lines does not matter. */
  private static void keepStrongest(Row[] strongest, List<Row> rows, int date) {
    for (Row row : rows) {
      if (row.inForce(date)) {
        int kind = KINDS.indexOf(row.kind());
        Row before = strongest[kind];
        if (before == null
            || (row.gradeA() && !before.gradeA())
            || (row.gradeA() == before.gradeA() && row.code().compareTo(before.code()) < 0)) {
          strongest[kind] = row;
        }
      }
    }
  }

  static void answer(Facts f, Answers out) {
    Row[] beside = beside(f);
    // A pair that a modifier parts says least of all that is billed.
    int first = f.hasAnyModifier(DISTINCT) ? 1 : 0;
    out.billed = beside[0];
    for (int kind = KINDS.size() - 1; kind >= first; kind--) {
      if (beside[kind] != null) {
        out.billed = beside[kind];
      }
    }
    out.recorded = recorded(f);
    decide(f, beside, out);
    advise(f, out);
  }

  private static void decide(Facts f, Row[] beside, Answers out) {
    boolean covered = f.date >= 2020_01_01;
    Row paired = beside[0];
    if (paired != null
        && !f.hasAnyModifier(DISTINCT)) { // they bypass this pair and undo no other code
      no(out, List.of());
      out.error("procedure/ncci-pair-with-76496");
      return;
    }
    if (beside[1] != null && f.date >= 2016_01_01) {
      no(out, List.of());
      bySource(out, "procedure/imaging-included", beside[1]);
      return;
    }
    if (beside[2] != null && covered) {
      no(out, beside[2].codes());
      bySource(out, "procedure/guided-code-for-procedure", beside[2]);
      return;
    }
    if (beside[3] != null && covered) {
      no(out, beside[3].beside());
      bySource(out, "procedure/listed-imaging-beside-procedure", beside[3]);
      return;
    }
    if (beside[4] != null && covered) { // it is billed, so it is no candidate
      no(out, List.of());
      out.warning("procedure/listed-fluoroscopy-code-billed");
      return;
    }
    if (beside[5] != null) {
      no(out, List.of());
      out.warning("procedure/imaging-included-by-analogy");
      return;
    }
    if (paired != null && f.record.noSpecificCode() == Stated.NOT_STATED) {
      open(out, Fact.NO_SPECIFIC_CODE);
      out.warning("procedure/ncci-pair-with-distinct-service");
      return;
    }
    if (out.recorded != null && byRecordedProcedure(f, out.recorded, out)) {
      return;
    }
    if (!covered) {
      out.codeApplies = CodeApplies.UNDETERMINED;
      out.info("procedure/date-before-rule-set");
    } else if (!byImaging(f, out)) {
      boolean attested = f.record.noSpecificCode() == Stated.YES;
      if (!byPurpose(f, attested, out)) {
        byAttestation(f, attested, out);
      }
    }
  }

  /** The first row in force of the family that the record names; it speaks for the family. */
  private static @Nullable Row recorded(Facts f) {
    if (!f.record.procedure().isEmpty()) {
      for (Row row : f.reference.family(f.record.procedure())) {
        if (row.inForce(f.date)) {
          return row;
        }
      }
    }
    return null;
  }

  /** What becomes of the imaging of the procedure that the record names. */
  private static boolean byRecordedProcedure(Facts f, Row recorded, Answers out) {
    boolean covered = f.date >= 2020_01_01;
    switch (recorded.kind()) {
      case "PAIRED_WITH_76496", "INCLUDED" -> {
        if (f.date < 2016_01_01) {
          return false;
        }
        no(out, recorded.codes());
        bySource(out, "procedure/imaging-included-in-recorded-procedure", recorded);
      }
      case "CODED_BESIDE" -> {
        if (!covered) {
          return false;
        }
        no(out, recorded.beside());
        bySource(out, "procedure/listed-imaging-beside-recorded-procedure", recorded);
      }
      default -> {
        no(out, recorded.codes());
        out.warning("procedure/recorded-procedure-includes-by-analogy");
      }
    }
    return true;
  }

  /** Any other modality has an unlisted code of its own. */
  private static boolean byImaging(Facts f, Answers out) {
    switch (f.record.imaging()) {
      case CT, MR, RADIOGRAPHY, ULTRASOUND -> {
        no(out, List.of(f.reference.unlistedByImaging(f.record.imaging().name()).get(0).code()));
        out.warning("procedure/other-imaging-modality");
        return true;
      }
      case OTHER -> {
        no(out, List.of());
        out.warning("procedure/imaging-not-fluoroscopy");
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  /**
   * The purpose for which a code is listed. Where the code goes by organ or route an attestation
   * counts.
   */
  private static boolean byPurpose(Facts f, boolean attested, Answers out) {
    boolean report = f.record.writtenInterpretation() != Stated.NO;
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
        if (f.record.purpose() == Purpose.RECORDED_MOTION
            || (f.record.motionRecorded() == Stated.YES && !goesByOrganOrRoute(f))) {
          edit = "procedure/motion-recorded";
          codes = List.of("76120", "76125");
        } else if (f.record.purpose() == Purpose.SURGICAL_GUIDANCE && !report) {
          edit = "procedure/surgical-guidance-without-interpretation";
        } else if (!attested) {
          switch (f.record.purpose()) {
            case DRAIN_PLACEMENT -> {
              edit = "procedure/drain-placed";
              codes =
                  List.of("47533", "47534", "47490", "49405", "49406", "49407", "10030", "75989");
            }
            case TUBE_PLACEMENT -> {
              edit = "procedure/tube-placed";
              codes = List.of("49440", "49441", "49442", "43752", "74340", "74355");
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
      }
    }
    if (edit.isEmpty()) {
      return false;
    }
    no(out, codes);
    out.warning(edit);
    return true;
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

  /** What somebody attests, and what is left open. */
  private static void byAttestation(Facts f, boolean attested, Answers out) {
    LineRecord record = f.record;
    if (record.noSpecificCode() == Stated.NO) {
      no(out, List.of());
      out.error("procedure/specific-code-attested-to-exist");
    } else if (attested) {
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
      out.warning("procedure/not-settled");
    }
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
    if (f.date >= 2024_07_01 && f.line.units().compareTo(BigDecimal.ONE) > 0) {
      out.warning("procedure/more-than-one-unit");
    }
    boolean ended = false;
    boolean successors = false;
    boolean columnTwo = false;
    for (ServiceLine other : f.claim.lines()) {
      if (other.dateOfService().equals(f.line.dateOfService())) {
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

  private static void no(Answers out, List<String> candidates) {
    out.codeApplies = CodeApplies.NO;
    out.candidateCodes = candidates;
  }

  private static void open(Answers out, Fact fact) {
    out.codeApplies = CodeApplies.UNDETERMINED;
    out.ask(fact);
  }

  /** A row of grade S is a warning at most. */
  private static void bySource(Answers out, String edit, Row row) {
    if (row.gradeA()) {
      out.error(edit);
    } else {
      out.warning(edit);
    }
  }
}
