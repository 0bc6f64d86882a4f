package io.github.cpt76496.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Engine;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.Payer;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.FactQuestion.Option;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The facts as questions. */
class FactQuestionTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.loader().engine(Engine.COMPILED).load();

  private static final Claim CLAIM =
      Claim.builder(Form.NOT_STATED, Payer.UNKNOWN)
          .typeOfBill("131")
          .note("N")
          .lines(
              ServiceLine.builder(1, "47533", LocalDate.of(2026, 3, 2)).build(),
              ServiceLine.builder(2, "76496", LocalDate.of(2026, 3, 2))
                  .modifiers("26")
                  .units(1)
                  .note("L")
                  .build())
          .build();

  @Test
  void everyFactOfAReviewAndOfTheRecordHasAQuestion() throws ReflectiveOperationException {
    for (Fact fact : Fact.values()) {
      assertEquals(fact, FactQuestion.of(fact).fact().orElseThrow());
    }
    List<String> ofRecord = new ArrayList<>();
    for (FactQuestion question : FactQuestion.values()) {
      if (question.isOfRecord()) {
        ofRecord.add(question.field());
      }
    }
    Set<String> components = new HashSet<>();
    for (RecordComponent component : RecordFacts.class.getRecordComponents()) {
      components.add(component.getName());
    }
    assertEquals(components, new HashSet<>(ofRecord));
  }

  /** The answer is in its field, and nothing else is touched. */
  @Test
  void everyOptionCanBeAnswered() throws ReflectiveOperationException {
    int options = 0;
    for (FactQuestion question : FactQuestion.values()) {
      Set<String> words = new HashSet<>();
      for (Option option : question.options(EDITS)) {
        options++;
        words.add(option.words());
        Claim answered = question.answer(CLAIM, 2, option.code());
        if (option.code().equals(FactQuestion.NOT_KNOWN)) {
          assertEquals(CLAIM, answered, question::name);
        } else {
          assertNotEquals(CLAIM, answered, question::name);
          EDITS.review(answered);
          assertEquals(option.code(), value(question, answered), question::name);
        }
      }
      assertEquals(question.options(EDITS).size(), words.size(), question + " repeats words");
    }
    assertEquals(
        3 + EDITS.procedures().size() + 1 + 7 + 16 + 4 + 6 * 3 + 40,
        options,
        "all constants and families");
  }

  private static String value(FactQuestion question, Claim claim)
      throws ReflectiveOperationException {
    RecordFacts record = claim.lines().get(1).record();
    Object value =
        question.isOfRecord()
            ? RecordFacts.class.getMethod(question.field()).invoke(record)
            : claim.form();
    return value.toString().replaceAll("[\\[\\]]", "");
  }

  @Test
  void answersInWordsAreTakenIntoTheLine() {
    Claim answered = FactQuestion.DESCRIPTION.answer(CLAIM, 2, "HIP ARTHROGRAM");
    answered = FactQuestion.PLACE_OF_SERVICE.answer(answered, 2, "22");
    answered = FactQuestion.REVENUE_CODE.answer(answered, 2, "320");
    answered = FactQuestion.FORM.answer(answered, 2, "INSTITUTIONAL");
    assertEquals(
        Claim.builder(Form.INSTITUTIONAL, Payer.UNKNOWN)
            .typeOfBill("131")
            .note("N")
            .lines(
                CLAIM.lines().get(0),
                ServiceLine.builder(2, "76496", LocalDate.of(2026, 3, 2))
                    .modifiers("26")
                    .units(1)
                    .note("L")
                    .description("HIP ARTHROGRAM")
                    .placeOfService("22")
                    .revenueCode("0320")
                    .build())
            .build(),
        answered);
  }

  @Test
  void whatIsNoAnswerIsRefusedWithoutRepeatingIt() {
    assertRefused("component: not one of the answers to this question", "component", "SECRET", 2);
    assertRefused("line 7: not on the claim", "component", "BOTH", 7);
    assertRefused(
        "description: longer than 80 characters, which is what the line can carry",
        "description",
        "X".repeat(81),
        2);
    assertRefused(
        "line 2: placeOfService: must be two digits, such as 22", "placeOfService", "1X", 2);
  }

  private static void assertRefused(String message, String field, String answer, int line) {
    for (FactQuestion question : FactQuestion.values()) {
      if (question.field().equals(field)) {
        assertEquals(
            message,
            assertThrows(IllegalArgumentException.class, () -> question.answer(CLAIM, line, answer))
                .getMessage());
      }
    }
  }

  @Test
  void familiesAreNamedInWordsAndInTheirOrder() {
    List<Option> options = FactQuestion.PROCEDURE.options(EDITS);
    assertEquals(new Option("ABDOMINAL_ENDOGRAFT", "Abdominal endograft"), options.get(0));
    assertEquals(
        new Option(FactQuestion.NOT_KNOWN, "Not known, or none of these"),
        options.get(options.size() - 1));
    assertEquals(
        "percutaneous bile duct procedure", EDITS.procedures().get("PERCUTANEOUS_BILIARY"));
  }
}
