package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.LineRecord.Component;
import io.github.cpt76496.LineRecord.Stated;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every combination of the facts on which question 2 rests has one answer, and it is a sound one.
 */
class ModifierAnswersTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();
  private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
  private static final Set<Fact> FACTS =
      EnumSet.of(Fact.FORM, Fact.PLACE_OF_SERVICE, Fact.REVENUE_CODE, Fact.COMPONENT);
  private static final List<Payer.Family> PAYERS =
      List.of(Payer.Family.UNKNOWN, Payer.Family.UNITED_HEALTHCARE, Payer.Family.MEDICARE);
  private static final List<Claim.Form> FORMS = List.of(Claim.Form.values());
  private static final List<String> PLACES =
      List.of("", "11", "22", "24", "31", "32", "51", "55", "02", "88");
  private static final List<List<String>> MODIFIERS =
      List.of(List.of(), List.of("26"), List.of("TC"), List.of("26", "TC"), List.of("59", "26"));
  private static final List<String> REVENUE_CODES = List.of("", "0320", "0972");

  private record Situation(
      Payer.Family payer,
      Claim.Form form,
      String place,
      List<String> modifiers,
      String revenueCode,
      Component component,
      Stated written,
      Stated purchased,
      Stated hospitalPatient) {

    LineReview review() {
      LineRecord record =
          new LineRecord(
              LineRecord.Imaging.NOT_STATED,
              LineRecord.Purpose.NOT_STATED,
              "",
              component,
              written,
              Stated.NOT_STATED,
              Stated.NOT_STATED,
              Stated.NOT_STATED,
              purchased,
              hospitalPatient,
              Set.of());
      ServiceLine line =
          ServiceLine.builder(1, "76496", DATE)
              .modifiers(modifiers)
              .placeOfService(place)
              .revenueCode(revenueCode)
              .record(record)
              .build();
      return EDITS.review(Claim.builder(form, Payer.of(payer)).lines(line).build()).lines().get(0);
    }

    /** Every way of stating one fact. */
    List<Situation> with(Fact fact) {
      return switch (fact) {
        case FORM ->
            Stream.of(Claim.Form.PROFESSIONAL, Claim.Form.INSTITUTIONAL)
                .map(f -> with(f, place, revenueCode, component))
                .toList();
        case PLACE_OF_SERVICE ->
            Stream.of("11", "22", "24", "31", "51", "55")
                .map(p -> with(form, p, revenueCode, component))
                .toList();
        case REVENUE_CODE ->
            Stream.of("0320", "0972").map(r -> with(form, place, r, component)).toList();
        case COMPONENT ->
            Stream.of(Component.PROFESSIONAL, Component.TECHNICAL, Component.BOTH)
                .map(c -> with(form, place, revenueCode, c))
                .toList();
        default -> throw new IllegalArgumentException(fact.name());
      };
    }

    private Situation with(Claim.Form f, String p, String r, Component c) {
      return new Situation(payer, f, p, modifiers, r, c, written, purchased, hospitalPatient);
    }

    /** The one place where no public rule was found, whatever is stated. */
    boolean hasNoPublicRule() {
      return form == Claim.Form.INSTITUTIONAL
          && revenueCode.equals("0972")
          && !modifiers.containsAll(List.of("26", "TC"));
    }
  }

  @Test
  void everySituationHasOneSoundAnswer() {
    List<Situation> situations = situations();
    assertEquals(3 * 3 * 10 * 5 * 3 * 4 * 3 * 2 * 3, situations.size());
    for (Situation situation : situations) {
      LineReview line = situation.review();
      boolean present = situation.modifiers().contains("26");
      Set<Modifier26> possible =
          present
              ? EnumSet.of(Modifier26.VALID, Modifier26.INVALID, Modifier26.UNDETERMINED)
              : EnumSet.of(Modifier26.MISSING, Modifier26.NOT_NEEDED, Modifier26.UNDETERMINED);
      assertTrue(possible.contains(line.modifier26()), () -> situation + " " + line);
      assertEquals(
          line.modifier26() == Modifier26.UNDETERMINED && !situation.hasNoPublicRule(),
          asked(line) != null,
          () -> "asks exactly while it lacks a fact: " + situation + " " + line.wouldSettle());
      assertTrue(
          line.findings().stream().anyMatch(f -> f.edit().startsWith("modifier/")),
          () -> "an answer without a finding: " + situation);
    }
  }

  @Test
  void statingWhatIsAskedSettlesTheQuestion() {
    for (Situation situation : situations()) {
      requireSettled(situation, 0);
    }
  }

  private static void requireSettled(Situation situation, int asked) {
    LineReview line = situation.review();
    if (line.modifier26() != Modifier26.UNDETERMINED || situation.hasNoPublicRule()) {
      return;
    }
    assertTrue(asked < 4, () -> "asked for every fact and still open: " + situation);
    for (Situation stated : situation.with(asked(line))) {
      requireSettled(stated, asked + 1);
    }
  }

  private static Fact asked(LineReview line) {
    return line.wouldSettle().stream().filter(FACTS::contains).findFirst().orElse(null);
  }

  private static List<Situation> situations() {
    List<Situation> all = new ArrayList<>();
    for (Payer.Family payer : PAYERS) {
      for (Claim.Form form : FORMS) {
        for (String place : PLACES) {
          for (List<String> modifiers : MODIFIERS) {
            for (String revenueCode : REVENUE_CODES) {
              for (Component component : Component.values()) {
                for (Stated written : Stated.values()) {
                  for (Stated purchased : List.of(Stated.YES, Stated.NOT_STATED)) {
                    for (Stated patient : Stated.values()) {
                      all.add(
                          new Situation(
                              payer,
                              form,
                              place,
                              modifiers,
                              revenueCode,
                              component,
                              written,
                              purchased,
                              patient));
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    return all;
  }
}
