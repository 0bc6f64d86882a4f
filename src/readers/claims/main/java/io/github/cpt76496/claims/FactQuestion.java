package io.github.cpt76496.claims;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Imaging;
import io.github.cpt76496.RecordFacts.Purpose;
import io.github.cpt76496.RecordFacts.Stated;
import io.github.cpt76496.ServiceLine;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a line as questions to somebody who knows the record, for forms of every kind: each
 * with its words, what may be answered, and how an answer gets into the claim.
 */
public enum FactQuestion {
  /** {@link ServiceLine#description()}. */
  DESCRIPTION(
      "description",
      Fact.DESCRIPTION,
      "What was done?",
      "Write the description that the line of the claim is to carry, at most 80 characters; yes or"
          + " no is not enough."),
  /** {@link Claim#form()}. */
  FORM("form", Fact.FORM, "Is the claim a professional or an institutional one?"),
  /** {@link ServiceLine#placeOfService()}. */
  PLACE_OF_SERVICE(
      "placeOfService",
      Fact.PLACE_OF_SERVICE,
      "What is the place of service?",
      "Two digits, as in item 24B of the CMS-1500."),
  /** {@link ServiceLine#revenueCode()}. */
  REVENUE_CODE(
      "revenueCode",
      Fact.REVENUE_CODE,
      "What is the revenue code of the line?",
      "Four digits, as in form locator 42 of the UB-04."),
  /** {@link RecordFacts#procedure()}. */
  PROCEDURE("procedure", Fact.PROCEDURE, "Which procedure did the imaging belong to?"),
  /** {@link RecordFacts#imaging()}. */
  IMAGING("imaging", Fact.IMAGING, "Which imaging was used?"),
  /** {@link RecordFacts#purpose()}. */
  PURPOSE("purpose", Fact.PURPOSE, "What was the fluoroscopy for?"),
  /** {@link RecordFacts#component()}. */
  COMPONENT(
      "component",
      Fact.COMPONENT,
      "Which component of the service did the billing provider furnish?"),
  /** {@link RecordFacts#writtenInterpretation()}. */
  WRITTEN_INTERPRETATION(
      "writtenInterpretation",
      Fact.WRITTEN_INTERPRETATION,
      "Is there a separate written interpretation of the imaging?"),
  /** {@link RecordFacts#noSpecificCode()}. */
  NO_SPECIFIC_CODE(
      "noSpecificCode",
      Fact.NO_SPECIFIC_CODE,
      "Do you attest that no more specific code describes the fluoroscopic service?"),
  /** {@link RecordFacts#categoryThreeChecked()}. */
  CATEGORY_THREE_CHECKED("categoryThreeChecked", null, "Were the Category III codes checked, too?"),
  /** {@link RecordFacts#motionRecorded()}. */
  MOTION_RECORDED("motionRecorded", null, "Were moving images recorded as the study itself?"),
  /** {@link RecordFacts#purchasedComponent()}. */
  PURCHASED_COMPONENT(
      "purchasedComponent", null, "Did the billing provider buy one component from outside?"),
  /** {@link RecordFacts#hospitalPatient()}. */
  HOSPITAL_PATIENT(
      "hospitalPatient",
      Fact.HOSPITAL_PATIENT,
      "Was the patient an inpatient or outpatient of a hospital?"),
  /** {@link RecordFacts#onFile()}. */
  ON_FILE("onFile", null, "Which of these documents does the provider hold?");

  /** The answer that states nothing: what is not known stays open, and the next question comes. */
  public static final String NOT_KNOWN = "NOT_STATED";

  /** What a line of a claim can carry, in X12 and on paper alike. */
  private static final int LONGEST_DESCRIPTION = 80;

  private static final Set<String> ABBREVIATIONS = Set.of("NDC", "EOB", "PWK");

  private final String field;
  private final Optional<Fact> fact;
  private final String text;
  private final String hint;

  FactQuestion(String field, @Nullable Fact fact, String text) {
    this(field, fact, text, "");
  }

  FactQuestion(String field, @Nullable Fact fact, String text, String hint) {
    this.field = field;
    this.fact = Optional.ofNullable(fact);
    this.text = text;
    this.hint = hint;
  }

  /**
   * What may be answered.
   *
   * @param code constant of the library, as in its JSON form
   * @param words the same for a person
   */
  public record Option(String code, String words) implements Serializable {

    /** What is answered belongs to a patient, and may be any option. */
    @Override
    public String toString() {
      return "Option[...]";
    }
  }

  /** The question that asks for a fact. */
  public static FactQuestion of(Fact fact) {
    return valueOf(fact.name());
  }

  /** The name of what is asked for in the JSON form. */
  public String field() {
    return field;
  }

  /** The fact that a review may ask for, or empty where none does. */
  public Optional<Fact> fact() {
    return fact;
  }

  /** The question in words. */
  public String text() {
    return text;
  }

  /** What an answer in words must look like, or empty where there are options. */
  public String hint() {
    return hint;
  }

  /** Whether it is about the medical record, and not about what stands on the claim form. */
  public boolean isOfRecord() {
    return compareTo(PROCEDURE) >= 0;
  }

  /** Whether several answers may be given. */
  public boolean takesSeveral() {
    return this == ON_FILE;
  }

  /** How long an answer in words may be; zero where there are options. */
  public int longest() {
    return switch (this) {
      case DESCRIPTION -> LONGEST_DESCRIPTION;
      case PLACE_OF_SERVICE -> 2;
      case REVENUE_CODE -> 4;
      default -> 0;
    };
  }

  /**
   * What may be answered, the answer that states nothing last; empty where the answer is in words.
   *
   * @param edits knows the procedure families
   */
  public List<Option> options(Cpt76496Edits edits) {
    return switch (this) {
      case DESCRIPTION, PLACE_OF_SERVICE, REVENUE_CODE -> List.of();
      case FORM -> options(Form.values(), FactQuestion::words);
      case PROCEDURE -> procedures(edits.procedures());
      case IMAGING -> options(Imaging.values(), FactQuestion::words);
      case PURPOSE -> options(Purpose.values(), FactQuestion::words);
      case COMPONENT -> options(Component.values(), FactQuestion::words);
      case NO_SPECIFIC_CODE ->
          List.of(
              new Option("YES", "Yes: every more specific code was ruled out"),
              new Option("NO", "No: a more specific code describes it"),
              new Option(NOT_KNOWN, "Not known: nobody has checked"));
      case WRITTEN_INTERPRETATION,
          CATEGORY_THREE_CHECKED,
          MOTION_RECORDED,
          PURCHASED_COMPONENT,
          HOSPITAL_PATIENT ->
          options(Stated.values(), FactQuestion::words);
      case ON_FILE -> options(DocumentationItem.values(), FactQuestion::words);
    };
  }

  private static <E extends Enum<E>> List<Option> options(E[] constants, Function<E, String> of) {
    List<Option> options = new ArrayList<>(constants.length);
    for (E constant : constants) {
      options.add(new Option(constant.name(), of.apply(constant)));
    }
    return List.copyOf(options);
  }

  private static List<Option> procedures(Map<String, String> families) {
    List<Option> options = new ArrayList<>(families.size() + 1);
    families.forEach((key, name) -> options.add(new Option(key, capital(name))));
    options.sort((one, other) -> one.words().compareToIgnoreCase(other.words()));
    options.add(new Option(NOT_KNOWN, "Not known, or none of these"));
    return List.copyOf(options);
  }

  private static String words(Form form) {
    return switch (form) {
      case PROFESSIONAL -> "Professional (837P, CMS-1500)";
      case INSTITUTIONAL -> "Institutional (837I, UB-04)";
      case NOT_STATED -> "Not known";
    };
  }

  private static String words(Imaging imaging) {
    return switch (imaging) {
      case FLUOROSCOPY -> "Fluoroscopy: moving x-ray images watched live";
      case RADIOGRAPHY -> "Still x-ray images";
      case CT -> "CT";
      case MR -> "MR";
      case ULTRASOUND -> "Ultrasound";
      case OTHER -> "Another imaging";
      case NOT_STATED -> "Not known";
    };
  }

  private static String words(Purpose purpose) {
    return switch (purpose) {
      case CENTRAL_VENOUS_ACCESS -> "Placing, replacing or removing a central venous device";
      case NEEDLE_PLACEMENT -> "Guiding a needle outside the spine";
      case SPINAL_INJECTION -> "Guiding an injection in or beside the spine";
      case ENDOSCOPIC_DUCT -> "Endoscopic work in the bile or pancreatic duct";
      case CONTRAST_STUDY -> "A contrast study of an organ or vessel";
      case TUBE_PLACEMENT -> "Placing a gastrointestinal tube";
      case LUMEN_DILATION -> "Dilating a narrowed passage";
      case DRAIN_PLACEMENT -> "Placing a drainage catheter";
      case DRAIN_CHANGE -> "Changing a drainage catheter";
      case TRACT_STUDY -> "A contrast study of an abscess, fistula or sinus tract";
      case CATHETER_CHECK -> "Checking a catheter, line or feeding tube with contrast";
      case RECORDED_MOTION -> "A recorded study of motion";
      case SOLE_IMAGING -> "Fluoroscopy as the only imaging, for its own question";
      case SURGICAL_GUIDANCE -> "Watching the screen during an operation";
      case OTHER -> "None of these";
      case NOT_STATED -> "Not known";
    };
  }

  private static String words(Component component) {
    return switch (component) {
      case PROFESSIONAL -> "Professional: the interpretation, with a written report";
      case TECHNICAL -> "Technical: equipment, supplies and staff";
      case BOTH -> "Both";
      case NOT_STATED -> "Not known";
    };
  }

  private static String words(Stated stated) {
    return switch (stated) {
      case YES -> "Yes";
      case NO -> "No";
      case NOT_STATED -> "Not known";
    };
  }

  private static String words(DocumentationItem item) {
    List<String> words = new ArrayList<>();
    for (String word : item.name().split("_", -1)) {
      words.add(ABBREVIATIONS.contains(word) ? word : word.toLowerCase(Locale.ROOT));
    }
    return capital(String.join(" ", words));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /**
   * The claim with an answer in it. What is not known changes nothing: an answer states something
   * and never takes a statement away.
   *
   * @param line number of the line that is asked about
   * @param answer the code of an option, or words where there are none
   * @throws IllegalArgumentException if the claim has no such line, or the answer is none to this
   *     question; the message repeats no value
   */
  public Claim answer(Claim claim, int line, String answer) {
    if (answer.equals(NOT_KNOWN)) {
      return claim;
    }
    List<ServiceLine> lines = new ArrayList<>(claim.lines().size());
    boolean found = false;
    for (ServiceLine each : claim.lines()) {
      boolean asked = each.number() == line;
      found |= asked;
      lines.add(asked ? answer(each, answer) : each);
    }
    if (!found) {
      throw new IllegalArgumentException("line " + line + ": not on the claim");
    }
    Form form = this == FORM ? constant(Form.class, answer) : claim.form();
    return new Claim(
        form, claim.payer(), claim.typeOfBill(), claim.note(), claim.attachments(), lines);
  }

  private ServiceLine answer(ServiceLine line, String answer) {
    if (longest() > 0 && answer.codePointCount(0, answer.length()) > longest()) {
      throw new IllegalArgumentException(
          field + ": longer than " + longest() + " characters, which is what the line can carry");
    }
    return new ServiceLine(
        line.number(),
        line.procedureCode(),
        line.modifiers(),
        this == PLACE_OF_SERVICE ? answer : line.placeOfService(),
        line.dateOfService(),
        line.dateOfServiceEnd(),
        line.units(),
        this == DESCRIPTION ? answer : line.description(),
        line.note(),
        this == REVENUE_CODE ? answer : line.revenueCode(),
        isOfRecord() ? answer(line.record(), answer) : line.record());
  }

  private RecordFacts answer(RecordFacts record, String answer) {
    return new RecordFacts(
        this == IMAGING ? constant(Imaging.class, answer) : record.imaging(),
        this == PURPOSE ? constant(Purpose.class, answer) : record.purpose(),
        this == PROCEDURE ? answer : record.procedure(),
        this == COMPONENT ? constant(Component.class, answer) : record.component(),
        stated(WRITTEN_INTERPRETATION, record.writtenInterpretation(), answer),
        stated(NO_SPECIFIC_CODE, record.noSpecificCode(), answer),
        stated(CATEGORY_THREE_CHECKED, record.categoryThreeChecked(), answer),
        stated(MOTION_RECORDED, record.motionRecorded(), answer),
        stated(PURCHASED_COMPONENT, record.purchasedComponent(), answer),
        stated(HOSPITAL_PATIENT, record.hospitalPatient(), answer),
        this == ON_FILE ? with(record.onFile(), answer) : record.onFile());
  }

  private Stated stated(FactQuestion asked, Stated known, String answer) {
    return this == asked ? constant(Stated.class, answer) : known;
  }

  private Set<DocumentationItem> with(Set<DocumentationItem> known, String answer) {
    Set<DocumentationItem> items = EnumSet.of(constant(DocumentationItem.class, answer));
    items.addAll(known);
    return items;
  }

  private <E extends Enum<E>> E constant(Class<E> type, String answer) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(answer)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(field + ": not one of the answers to this question");
  }
}
