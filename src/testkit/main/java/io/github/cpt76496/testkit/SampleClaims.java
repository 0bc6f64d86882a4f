package io.github.cpt76496.testkit;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Imaging;
import io.github.cpt76496.ServiceLine;
import java.time.LocalDate;
import java.util.EnumSet;

/**
 * A ready-made claim for each answer of the library. Every claim is made up, and has one line that
 * is billed with 76496, but for {@link #without76496()}.
 *
 * <p>The tests beside this class hold each claim against the rules, so a claim keeps its answer
 * when the rules change. What else is said about it, such as findings and documents, may change.
 */
public final class SampleClaims {

  /** The date of service of all sample claims. */
  public static final LocalDate DATE_OF_SERVICE = LocalDate.of(2026, 3, 2);

  /** The payer of the sample claims, where a method does not say otherwise. */
  public static final Payer PAYER =
      new Payer(Family.MEDICARE, "PALMETTO_GBA", LineOfBusiness.MEDICARE_FFS);

  private static final String DESCRIPTION = "FLUOROSCOPIC STUDY, NO SPECIFIC CODE";
  private static final String OFFICE = "11";
  private static final String HOSPITAL_OUTPATIENT = "22";

  private SampleClaims() {}

  /** A claim whose first question is answered so. */
  public static Claim codeApplies(CodeApplies answer) {
    return switch (answer) {
      case YES -> attested();
      case NO -> besideDrain();
      case UNDETERMINED -> professional(interpretation().build());
    };
  }

  /** A claim whose second question is answered so. */
  public static Claim modifier26(Modifier26 answer) {
    return switch (answer) {
      case VALID -> professional(interpretation().build());
      case INVALID ->
          Claim.builder(Form.INSTITUTIONAL, PAYER)
              .typeOfBill("131")
              .lines(fluoroscopy(1).modifiers("26").revenueCode("0320").build())
              .build();
      case MISSING -> professional(fluoroscopy(1).placeOfService(HOSPITAL_OUTPATIENT).build());
      case NOT_NEEDED -> professional(globalService());
      case UNDETERMINED -> professional(fluoroscopy(1).build());
    };
  }

  /**
   * A claim whose required documents are all in this state, or of which at least one is where the
   * state is not PRESENT: the description is MISSING from the claim, or NOT_DESCRIPTIVE, or nobody
   * has said whether there is an imaging report, which is UNKNOWN.
   */
  public static Claim documentation(State state) {
    return switch (state) {
      case PRESENT -> attested();
      case MISSING -> professional(interpretation().description("").build());
      case NOT_DESCRIPTIVE ->
          professional(interpretation().description("UNLISTED FLUOROSCOPIC PROCEDURE").build());
      case UNKNOWN -> professional(interpretation().build());
    };
  }

  /**
   * A claim whose payer speaks of at least one document in this way: Palmetto GBA, or for
   * RECOMMENDED Blue Cross Blue Shield, for DO_NOT_SEND First Coast, and for NOT_STATED Aetna, of
   * which no public rule on some documents was found.
   */
  public static Claim documentation(Level level) {
    return switch (level) {
      case REQUIRED, REQUIRED_IF, ON_REQUEST -> professional(interpretation().build());
      case RECOMMENDED ->
          professionalFor(
              new Payer(Family.BCBS, "", LineOfBusiness.COMMERCIAL), interpretation().build());
      case DO_NOT_SEND ->
          professionalFor(
              new Payer(Family.MEDICARE, "FIRST_COAST", LineOfBusiness.MEDICARE_FFS),
              interpretation().build());
      case NOT_STATED ->
          professionalFor(
              new Payer(Family.AETNA, "", LineOfBusiness.COMMERCIAL), interpretation().build());
    };
  }

  /**
   * A claim whose payer is known to the rules at this level: its plan, its family alone, or not at
   * all. For NONE the payer is unknown, and no payer's documents are asked for.
   */
  public static Claim payer(PayerMatch match) {
    return switch (match) {
      case PLAN -> professional(interpretation().build());
      case FAMILY -> professionalFor(Payer.of(Family.MEDICARE), interpretation().build());
      case NONE -> professionalFor(Payer.UNKNOWN, interpretation().build());
    };
  }

  /**
   * A claim that the library refuses with an IllegalArgumentException, because its record names a
   * procedure that the rule set does not know. The claim scrubber reports such a claim as
   * NOT_EVALUATED.
   */
  public static Claim refused() {
    RecordFacts record = RecordFacts.builder().procedure("NO_FAMILY_OF_THE_RULE_SET").build();
    return professional(interpretation().record(record).build());
  }

  /** A claim that the library passes over: no line of it is billed with 76496. */
  public static Claim without76496() {
    return professional(drain(1));
  }

  private static Claim attested() {
    RecordFacts record =
        RecordFacts.builder()
            .imaging(Imaging.FLUOROSCOPY)
            .component(Component.PROFESSIONAL)
            .writtenInterpretation(true)
            .noSpecificCode(true)
            .categoryThreeChecked(true)
            .hospitalPatient(true)
            .onFile(
                EnumSet.of(DocumentationItem.PROCEDURE_REPORT, DocumentationItem.IMAGING_REPORT))
            .build();
    return professional(interpretation().record(record).build());
  }

  private static Claim besideDrain() {
    return professional(
        drain(1), fluoroscopy(2).modifiers("26").placeOfService(HOSPITAL_OUTPATIENT).build());
  }

  /** Equipment and interpretation, both furnished in an office. */
  private static ServiceLine globalService() {
    RecordFacts record = RecordFacts.builder().component(Component.BOTH).build();
    return fluoroscopy(1).placeOfService(OFFICE).record(record).build();
  }

  /** The interpretation of a hospital outpatient's study. */
  private static ServiceLine.Builder interpretation() {
    return fluoroscopy(1).modifiers("26").placeOfService(HOSPITAL_OUTPATIENT);
  }

  private static ServiceLine.Builder fluoroscopy(int number) {
    return ServiceLine.builder(number, "76496", DATE_OF_SERVICE).units(1).description(DESCRIPTION);
  }

  /** A gallbladder drain, whose code includes its imaging. */
  private static ServiceLine drain(int number) {
    return ServiceLine.builder(number, "47490", DATE_OF_SERVICE)
        .placeOfService(HOSPITAL_OUTPATIENT)
        .units(1)
        .build();
  }

  private static Claim professional(ServiceLine... lines) {
    return professionalFor(PAYER, lines);
  }

  private static Claim professionalFor(Payer payer, ServiceLine... lines) {
    return Claim.builder(Form.PROFESSIONAL, payer).lines(lines).build();
  }
}
