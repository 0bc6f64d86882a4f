package io.github.cpt76496.fhir;

import io.github.cpt76496.Claim;
import io.github.cpt76496.claims.FactQuestion;
import io.github.cpt76496.claims.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * Reads the answers to one Questionnaire. A response is taken as a whole or not at all: an answer
 * that is left out would be a fact that somebody stated and nobody counted.
 */
final class ResponseReader {

  private final Questionnaire asked;
  private final Map<String, QuestionnaireItemComponent> items = new LinkedHashMap<>();
  private final Map<String, FactQuestion> questions = new HashMap<>();
  private final Map<String, List<String>> answers = new LinkedHashMap<>();
  private final Map<String, String> places = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  ResponseReader(Questionnaire asked) {
    this.asked = asked;
    asked.getItem().forEach(item -> items.put(item.getLinkId(), item));
    for (FactQuestion question : FactQuestion.values()) {
      questions.put(question.field(), question);
    }
  }

  AnsweredClaim read(Claim claim, int line, QuestionnaireResponse response)
      throws UnreadableAnswersException {
    checkHead(response);
    for (int i = 0; i < response.getItem().size(); i++) {
      item("item[" + i + "]", response.getItem().get(i));
    }
    if (problems.isEmpty() && answers.isEmpty()) {
      fault("item", "no question is answered");
    }
    answers.keySet().stream()
        .filter(linkId -> !isAsked(items.get(linkId)))
        .forEach(
            linkId ->
                fault(
                    places.get(linkId),
                    "is not asked after the answers before it ("
                        + String.join(", ", askedAfter(items.get(linkId)))
                        + "); take it out, or correct those"));
    AnsweredClaim answered = answered(claim, line);
    if (!problems.isEmpty()) {
      throw new UnreadableAnswersException(problems);
    }
    return answered;
  }

  private void fault(String place, String reason) {
    problems.add(Problem.at(place, reason));
  }

  private void checkHead(QuestionnaireResponse response) {
    if (response.hasImplicitRules() || response.hasModifierExtension()) {
      fault(
          response.hasImplicitRules() ? "implicitRules" : "modifierExtension",
          "says what must be understood and is not, so nothing of the response is read");
    }
    String named = Objects.requireNonNullElse(response.getQuestionnaire(), "");
    int bar = named.indexOf('|');
    if (named.isEmpty()) {
      fault(
          "questionnaire", "missing; it names the Questionnaire that is answered, as url|version");
    } else if (!(bar < 0 ? named : named.substring(0, bar)).equals(asked.getUrl())) {
      fault("questionnaire", "names other questions than those that are open on this line");
    } else if (bar >= 0 && !named.substring(bar + 1).equals(asked.getVersion())) {
      fault(
          "questionnaire",
          "names another version of the questions than "
              + asked.getVersion()
              + ", which is the rule set; ask again");
    }
    QuestionnaireResponseStatus status = response.getStatus();
    if (status != QuestionnaireResponseStatus.COMPLETED
        && status != QuestionnaireResponseStatus.AMENDED) {
      fault(
          "status",
          (status == null ? "missing" : status.toCode())
              + "; only a response that is completed or amended is read");
    }
  }

  private void item(String index, QuestionnaireResponseItemComponent item) {
    String linkId = Objects.requireNonNullElse(item.getLinkId(), "");
    if (linkId.isEmpty()) {
      fault(index + ".linkId", "missing");
      return;
    }
    if (!items.containsKey(linkId)) {
      fault(
          index + ".linkId",
          "no such question; those that are asked are " + String.join(", ", items.keySet()));
      return;
    }
    String place = index + " (" + linkId + ")";
    if (places.put(linkId, place) != null) {
      fault(place, "stands more than once");
      return;
    }
    if (item.hasModifierExtension()) {
      fault(place + ".modifierExtension", "says what must be understood and is not");
    }
    if (item.hasItem()) {
      fault(place + ".item", "the question has no items within it");
    }
    boolean repeats = items.get(linkId).getRepeats();
    if (item.getAnswer().size() > 1 && !repeats) {
      fault(place + ".answer", "takes one answer, and has " + item.getAnswer().size());
      return;
    }
    List<String> given = new ArrayList<>();
    for (int i = 0; i < item.getAnswer().size(); i++) {
      answer(place + ".answer[" + i + "]", items.get(linkId), item.getAnswer().get(i), given);
    }
    if (!given.isEmpty()) {
      answers.put(linkId, given);
    }
  }

  private void answer(
      String place,
      QuestionnaireItemComponent question,
      QuestionnaireResponseItemAnswerComponent answer,
      List<String> given) {
    if (answer.hasItem()) {
      fault(place + ".item", "the question has no items within it");
    }
    Type value = answer.getValue();
    if (value == null) {
      fault(place, "has no value");
    } else if (!question.hasAnswerOption()) {
      // A primitive may have extensions and no value.
      if (value instanceof StringType text && text.hasValue() && !text.getValue().isBlank()) {
        given.add(text.getValue().strip());
      } else {
        fault(place, "expected a valueString with text in it");
      }
    } else if (value instanceof Coding coding) {
      coding(place + ".valueCoding", question, coding, given);
    } else {
      fault(place, "expected a valueCoding");
    }
  }

  private void coding(
      String place, QuestionnaireItemComponent question, Coding coding, List<String> given) {
    String system = LineQuestions.system(questions.get(question.getLinkId()));
    if (!system.equals(coding.getSystem())) {
      fault(place + ".system", "expected " + system);
      return;
    }
    for (QuestionnaireItemAnswerOptionComponent option : question.getAnswerOption()) {
      if (option.getValueCoding().getCode().equals(coding.getCode())) {
        given.add(coding.getCode());
        return;
      }
    }
    fault(place + ".code", "not one of the answers to this question");
  }

  /** A question that is not asked has no answer, so what follows from it is not asked either. */
  private boolean isAsked(QuestionnaireItemComponent item) {
    if (item.getEnableWhen().isEmpty()) {
      return true;
    }
    for (QuestionnaireItemEnableWhenComponent when : item.getEnableWhen()) {
      if (answers
              .getOrDefault(when.getQuestion(), List.of())
              .contains(when.getAnswerCoding().getCode())
          && isAsked(items.get(when.getQuestion()))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> askedAfter(QuestionnaireItemComponent item) {
    return item.getEnableWhen().stream()
        .map(QuestionnaireItemEnableWhenComponent::getQuestion)
        .distinct()
        .toList();
  }

  private AnsweredClaim answered(Claim claim, int line) {
    Claim answered = claim;
    List<String> stated = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : answers.entrySet()) {
      FactQuestion question = questions.get(each.getKey());
      List<String> known = new ArrayList<>(each.getValue());
      known.remove(FactQuestion.NOT_KNOWN);
      try {
        for (String answer : known) {
          answered = question.answer(answered, line, answer);
        }
        if (!known.isEmpty()) {
          stated.add(
              question == FactQuestion.DESCRIPTION
                  ? question.field()
                  : question.field() + "=" + String.join(",", known));
        }
      } catch (IllegalArgumentException e) {
        // Names line and field, and repeats no value.
        fault(places.get(each.getKey()), e.getMessage());
      }
    }
    return new AnsweredClaim(answered, line, stated);
  }
}
