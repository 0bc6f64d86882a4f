package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.LineReview.CodeApplies;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line of several days is billed beside every line with which it has a day in common. */
class SeveralDaysTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();

  private static ServiceLine line(int number, String code, int first, int last) {
    return ServiceLine.builder(number, code, LocalDate.of(2026, 3, first))
        .through(LocalDate.of(2026, 3, last))
        .build();
  }

  private static List<CodeApplies> answers(ServiceLine... lines) {
    return EDITS
        .review(Claim.builder(Claim.Form.PROFESSIONAL, Payer.UNKNOWN).lines(lines).build())
        .lines()
        .stream()
        .map(LineReview::codeApplies)
        .toList();
  }

  /** 47533 includes its imaging. */
  @ParameterizedTest
  @CsvSource({
    "5, 7, 6, 6, NO",
    "6, 6, 5, 7, NO",
    "5, 7, 7, 9, NO",
    "5, 7, 3, 5, NO",
    "5, 7, 5, 7, NO",
    "5, 7, 8, 8, UNDETERMINED",
    "5, 7, 4, 4, UNDETERMINED",
    "5, 5, 4, 4, UNDETERMINED",
    "5, 5, 6, 9, UNDETERMINED"
  })
  void daysInCommonDecide(int first, int last, int otherFirst, int otherLast, CodeApplies answer) {
    assertEquals(
        List.of(answer),
        answers(line(1, "76496", first, last), line(2, "47533", otherFirst, otherLast)));
  }

  @Test
  void linesThatBeginTogetherAndEndApartAreToldApart() {
    assertEquals(
        List.of(CodeApplies.UNDETERMINED, CodeApplies.NO),
        answers(line(1, "76496", 5, 5), line(2, "76496", 5, 6), line(3, "47533", 6, 6)));
  }
}
