package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.LineRecord.Imaging;
import io.github.cpt76496.LineRecord.Purpose;
import io.github.cpt76496.LineRecord.Stated;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every combination of the facts on which question 1 rests has one answer; where it is open, the
 * review asks, and stating what it asks for settles it.
 */
class ProcedureAnswersSettleTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();
  private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
  private static final Set<Fact> FACTS =
      EnumSet.of(
          Fact.PROCEDURE,
          Fact.IMAGING,
          Fact.PURPOSE,
          Fact.WRITTEN_INTERPRETATION,
          Fact.NO_SPECIFIC_CODE);
  private static final List<String> PROCEDURES =
      List.of("", "PERCUTANEOUS_BILIARY", "CENTRAL_LINE");

  private record Situation(
      Imaging imaging,
      Purpose purpose,
      Stated motionRecorded,
      Stated noSpecificCode,
      Stated writtenInterpretation,
      String procedure) {

    LineReview review(LocalDate date) {
      LineRecord.Builder record =
          LineRecord.builder().imaging(imaging).purpose(purpose).procedure(procedure);
      state(motionRecorded, record::motionRecorded);
      state(noSpecificCode, record::noSpecificCode);
      state(writtenInterpretation, record::writtenInterpretation);
      ServiceLine line = ServiceLine.builder(1, "76496", date).record(record.build()).build();
      return EDITS
          .review(Claim.builder(Claim.Form.PROFESSIONAL, Payer.UNKNOWN).lines(line).build())
          .lines()
          .get(0);
    }

    private static void state(Stated fact, Consumer<Boolean> setter) {
      if (fact != Stated.NOT_STATED) {
        setter.accept(fact == Stated.YES);
      }
    }

    /** Every way of stating one fact. */
    Stream<Situation> with(Fact fact) {
      return switch (fact) {
        case IMAGING ->
            stated(Imaging.values(), Imaging.NOT_STATED)
                .map(i -> with(i, purpose, noSpecificCode, writtenInterpretation, procedure));
        case PURPOSE ->
            stated(Purpose.values(), Purpose.NOT_STATED)
                .map(p -> with(imaging, p, noSpecificCode, writtenInterpretation, procedure));
        case NO_SPECIFIC_CODE ->
            stated(Stated.values(), Stated.NOT_STATED)
                .map(s -> with(imaging, purpose, s, writtenInterpretation, procedure));
        case WRITTEN_INTERPRETATION ->
            stated(Stated.values(), Stated.NOT_STATED)
                .map(w -> with(imaging, purpose, noSpecificCode, w, procedure));
        case PROCEDURE ->
            PROCEDURES.stream()
                .filter(p -> !p.isEmpty())
                .map(p -> with(imaging, purpose, noSpecificCode, writtenInterpretation, p));
        default -> throw new IllegalArgumentException(fact.name());
      };
    }

    private static <E> Stream<E> stated(E[] values, E notStated) {
      return Arrays.stream(values).filter(v -> v != notStated);
    }

    private Situation with(Imaging i, Purpose p, Stated code, Stated written, String name) {
      return new Situation(i, p, motionRecorded, code, written, name);
    }
  }

  @Test
  void everySituationIsAnsweredOrAsksForWhatIsMissing() {
    List<Situation> situations = situations();
    assertEquals(7 * 16 * 3 * 3 * 3 * 3, situations.size());
    Set<CodeApplies> seen = EnumSet.noneOf(CodeApplies.class);
    for (Situation situation : situations) {
      LineReview line = situation.review(DATE);
      seen.add(line.codeApplies());
      assertEquals(
          line.codeApplies() == CodeApplies.UNDETERMINED,
          !asked(line).isEmpty(),
          () -> "asks exactly while it lacks a fact: " + situation + " " + line.wouldSettle());
      assertTrue(
          line.findings().stream().anyMatch(f -> f.edit().startsWith("procedure/")),
          () -> "an answer without a finding: " + situation);
    }
    assertEquals(EnumSet.allOf(CodeApplies.class), seen);
  }

  @Test
  void statingWhatIsAskedSettlesTheQuestion() {
    for (Situation situation : situations()) {
      requireSettled(situation, situation.review(DATE), 0);
    }
  }

  private static void requireSettled(Situation situation, LineReview line, int asked) {
    if (line.codeApplies() != CodeApplies.UNDETERMINED) {
      return;
    }
    assertTrue(asked < FACTS.size(), () -> "asked for every fact and still open: " + situation);
    situation
        .with(asked(line).get(0))
        .forEach(stated -> requireSettled(stated, stated.review(DATE), asked + 1));
  }

  @Test
  void theLastFactAskedForSettlesTheQuestionByItself() {
    for (Situation situation : situations()) {
      List<Fact> asked = asked(situation.review(DATE));
      if (!asked.isEmpty()) {
        situation
            .with(asked.get(asked.size() - 1))
            .forEach(
                s ->
                    assertFalse(
                        s.review(DATE).codeApplies() == CodeApplies.UNDETERMINED, s::toString));
      }
    }
  }

  @Test
  void yesIsAlwaysAttestedAndWarned() {
    int yes = 0;
    for (Situation situation : situations()) {
      LineReview line = situation.review(DATE);
      if (line.codeApplies() == CodeApplies.YES) {
        yes++;
        assertEquals(Stated.YES, situation.noSpecificCode(), situation::toString);
        assertEquals("", situation.procedure(), situation::toString);
        assertTrue(
            line.findings().stream()
                .anyMatch(
                    f ->
                        f.edit().equals("procedure/no-specific-code-attested")
                            && f.severity() == Edit.Severity.WARNING),
            situation::toString);
      }
    }
    assertTrue(yes > 0, "no situation is answered YES");
  }

  @Test
  void everyDateHasAFinding() {
    for (LocalDate date :
        List.of(
            LocalDate.of(1999, 1, 1),
            LocalDate.of(2019, 12, 31),
            LocalDate.of(2020, 1, 1),
            LocalDate.of(2026, 12, 31),
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2099, 1, 1))) {
      for (Purpose purpose : Purpose.values()) {
        LineReview line =
            new Situation(
                    Imaging.NOT_STATED,
                    purpose,
                    Stated.NOT_STATED,
                    Stated.NOT_STATED,
                    Stated.NOT_STATED,
                    "")
                .review(date);
        assertTrue(
            line.findings().stream().anyMatch(f -> f.edit().startsWith("procedure/")),
            () -> "no finding on " + date + " for " + purpose);
      }
    }
  }

  private static List<Fact> asked(LineReview line) {
    return line.wouldSettle().stream().filter(FACTS::contains).toList();
  }

  private static List<Situation> situations() {
    List<Situation> all = new ArrayList<>();
    for (Imaging imaging : Imaging.values()) {
      for (Purpose purpose : Purpose.values()) {
        for (Stated motion : Stated.values()) {
          for (Stated code : Stated.values()) {
            for (Stated written : Stated.values()) {
              for (String procedure : PROCEDURES) {
                all.add(new Situation(imaging, purpose, motion, code, written, procedure));
              }
            }
          }
        }
      }
    }
    return all;
  }
}
