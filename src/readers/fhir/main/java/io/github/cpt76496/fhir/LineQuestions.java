package io.github.cpt76496.fhir;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.claims.FactQuestion;
import io.github.cpt76496.claims.FactQuestion.Option;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.fhir.QuestionOrder.Asked;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemOperator;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * What a line leaves open as a FHIR R4 Questionnaire, and its QuestionnaireResponse as facts of the
 * line.
 *
 * <pre>{@code
 * LineQuestions questions = LineQuestions.of(edits);
 * Questionnaire form = questions.open(claim, 2).orElseThrow();
 * QuestionnaireResponse response = ... // from whoever knows the record
 * ClaimReview review = edits.review(questions.read(claim, 2, form, response).claim());
 * }</pre>
 *
 * <p>A Questionnaire holds the number of the line and no value of the claim. Each item is linked by
 * the name of its fact in the JSON form, and codes are the constants of the library, in systems
 * whose names begin with {@code urn:cpt76496:}. Its {@code url} is a digest of its questions, so
 * that a response cannot be taken for one to other questions; a host that has to find the claim
 * again sets a {@code url} of its own, which the response repeats.
 *
 * <p>What is read of a response is what somebody states who knows the record. It is not verified
 * here, and whoever shows an answer that rests on it should say so.
 */
public final class LineQuestions {

  static final String OURS = "urn:cpt76496:";

  /** Up to so many options are shown side by side, and more as a list to choose from. */
  private static final int FEW_OPTIONS = 4;

  /** Words up to this length stand in a row. */
  private static final int SHORT = 12;

  private static final String EXTENSIONS = "http://hl7.org/fhir/StructureDefinition/questionnaire-";

  private static final String ITEM_CONTROLS = "http://hl7.org/fhir/questionnaire-item-control";

  private final Cpt76496Edits edits;

  private LineQuestions(Cpt76496Edits edits) {
    this.edits = edits;
  }

  /** Questions whose order and conditions follow from the given edits. */
  public static LineQuestions of(Cpt76496Edits edits) {
    return new LineQuestions(edits);
  }

  /**
   * The questions that would settle what is open on a line, in the order of {@link
   * LineReview#factsNeeded()}. A question comes only after the answers that leave it open. What
   * follows an answer is found by reviewing the claim with it, so it is what the edits in force
   * say, those of the host included.
   *
   * @param line number of a line that is billed with 76496
   * @return empty where nothing is open that a fact could settle
   * @throws IllegalArgumentException if no line of this number is billed with 76496
   */
  public Optional<Questionnaire> open(Claim claim, int line) {
    return open(claim, review(claim, line));
  }

  /**
   * The same for a claim that has been reviewed, so that a long claim is not reviewed once more for
   * each of its lines.
   *
   * @param review what the edits answer for one line of this claim
   */
  public Optional<Questionnaire> open(Claim claim, LineReview review) {
    int line = review.number();
    List<Asked> asked = QuestionOrder.of(edits, claim, review);
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(
            questionnaire(
                "OpenFacts",
                "CPT 76496, line " + line + ": what is open",
                "Asks for what would settle whether 76496 applies to the line, or whether modifier"
                    + " 26 is valid. What is not known is answered so.",
                asked,
                review.question()));
  }

  /**
   * Questions about all that a record may state of a line, whatever it states already.
   *
   * @param line the line that they are about
   */
  public Questionnaire record(int line) {
    return questionnaire(
        "Record",
        "CPT 76496, line " + line + ": the record",
        "Asks for what the medical record says about the line and no claim form can hold. All of it"
            + " is optional.",
        QuestionOrder.ofRecord(),
        "");
  }

  private LineReview review(Claim claim, int line) {
    for (LineReview review : edits.review(claim).lines()) {
      if (review.number() == line) {
        return review;
      }
    }
    throw new IllegalArgumentException("line " + line + ": not on the claim, or not 76496");
  }

  /**
   * A response from its JSON; what R4 does not know in it is refused.
   *
   * @throws UnreadableAnswersException if it is not a QuestionnaireResponse of FHIR R4
   */
  public static QuestionnaireResponse response(String json) throws UnreadableAnswersException {
    try {
      return FhirParser.strictly(QuestionnaireResponse.class, json);
    } catch (UnreadableClaimException e) {
      throw new UnreadableAnswersException(List.of(Problem.of(e.getMessage())));
    }
  }

  /**
   * The claim with the facts that a response states.
   *
   * @param line the line that was asked about
   * @param asked what was asked
   * @param response the answers
   * @throws UnreadableAnswersException if the response is to other questions, is not complete, or
   *     holds anything that cannot be read; then nothing of it is taken
   * @throws IllegalArgumentException if the claim has no such line
   */
  public AnsweredClaim read(
      Claim claim, int line, Questionnaire asked, QuestionnaireResponse response)
      throws UnreadableAnswersException {
    return new ResponseReader(asked).read(claim, line, response);
  }

  private Questionnaire questionnaire(
      String name, String title, String description, List<Asked> asked, String ofTheWords) {
    Questionnaire form = new Questionnaire();
    form.setVersion(edits.version().ruleSet())
        .setName(name)
        .setTitle(title)
        .setStatus(PublicationStatus.ACTIVE)
        .setDescription(description);
    for (Asked each : asked) {
      form.addItem(item(each, ofTheWords));
    }
    return form.setUrl(OURS + "questionnaire:" + digest(FhirParser.json(form)));
  }

  private QuestionnaireItemComponent item(Asked asked, String ofTheWords) {
    FactQuestion question = asked.question();
    List<Option> options = question.options(edits);
    QuestionnaireItemComponent item = new QuestionnaireItemComponent();
    item.setLinkId(question.field())
        .addCode(new Coding(OURS + "field", path(question), null))
        .setText(text(question, ofTheWords))
        .setType(options.isEmpty() ? QuestionnaireItemType.STRING : QuestionnaireItemType.CHOICE);
    if (options.isEmpty()) {
      item.setMaxLength(question.longest());
    } else {
      show(options, item);
    }
    if (question.takesSeveral()) {
      item.setRepeats(true);
    }
    for (Option option : options) {
      item.addAnswerOption().setValue(new Coding(system(question), option.code(), option.words()));
    }
    for (QuestionOrder.Answer answer : asked.after()) {
      item.addEnableWhen()
          .setQuestion(answer.question().field())
          .setOperator(QuestionnaireItemOperator.EQUAL)
          .setAnswer(new Coding(system(answer.question()), answer.code(), null));
    }
    if (item.getEnableWhen().size() > 1) {
      item.setEnableBehavior(EnableWhenBehavior.ANY);
    }
    return item;
  }

  /** What is open of the words is mostly a question of yes or no, which no description is. */
  private static String text(FactQuestion question, String ofTheWords) {
    String open =
        question == FactQuestion.DESCRIPTION && !ofTheWords.isEmpty() ? ofTheWords + " " : "";
    return (question.text() + " " + open + question.hint()).strip();
  }

  /** How a form is to show the options: few at once, the others as a list. */
  private static void show(List<Option> options, QuestionnaireItemComponent item) {
    boolean few = options.size() <= FEW_OPTIONS;
    item.addExtension(
        EXTENSIONS + "itemControl",
        new CodeableConcept()
            .addCoding(new Coding(ITEM_CONTROLS, few ? "radio-button" : "drop-down", null)));
    if (few && options.stream().anyMatch(option -> option.words().length() > SHORT)) {
      item.addExtension(EXTENSIONS + "choiceOrientation", new CodeType("vertical"));
    }
  }

  /** Where the fact stands in the JSON form. */
  private static String path(FactQuestion question) {
    if (question.isOfRecord()) {
      return "lines[].record." + question.field();
    }
    return question == FactQuestion.FORM ? question.field() : "lines[]." + question.field();
  }

  static String system(FactQuestion question) {
    return OURS + question.field().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
