package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditTest {

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

  @Test
  void anEditIsInForceFromItsFirstDayThroughItsLast() {
    assertEquals(
        List.of(false, true, true, false),
        inForce(LAST, FIRST.minusDays(1), FIRST, LAST, LAST.plusDays(1)));
    assertEquals(
        List.of(false, true, true),
        inForce(Edit.NO_END, FIRST.minusDays(1), FIRST, LocalDate.of(9999, 12, 31)));
  }

  private static List<Boolean> inForce(LocalDate end, LocalDate... days) {
    Edit edit =
        new Edit(
            "modifier/x",
            Edit.Question.MODIFIER,
            "A title",
            Edit.Severity.INFO,
            true,
            FIRST,
            end,
            List.of(),
            List.of(),
            Remedy.NOT_STATED,
            new Citation("A source", "", Citation.Grade.S, "undated", FIRST));
    return List.of(days).stream().map(edit::inForceOn).toList();
  }
}
