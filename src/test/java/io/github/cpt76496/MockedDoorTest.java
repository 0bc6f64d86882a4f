package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Modifier26;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A host can put its own answers in place of the entry point. */
class MockedEditsTest {

  /** What a host might write around the library. */
  private record Worklist(Cpt76496Edits edits) {

    long linesToCheck(Claim claim) {
      return edits.review(claim).lines().stream()
          .filter(l -> l.codeApplies() != CodeApplies.YES)
          .count();
    }
  }

  @Test
  void theHostsAnswersStandInForOurs() {
    LocalDate date = LocalDate.of(2026, 3, 2);
    Claim claim =
        Claim.builder(Claim.Form.PROFESSIONAL, Payer.UNKNOWN)
            .lines(ServiceLine.builder(1, "76496", date).build())
            .build();
    Cpt76496Edits edits = mock(Cpt76496Edits.class);
    Cpt76496Edits.Version version = new Cpt76496Edits.Version("test", "test", date, date);
    when(edits.review(any()))
        .thenReturn(review(version, CodeApplies.YES), review(version, CodeApplies.UNDETERMINED));

    Worklist worklist = new Worklist(edits);
    assertEquals(0, worklist.linesToCheck(claim));
    assertEquals(1, worklist.linesToCheck(claim));
  }

  private static ClaimReview review(Cpt76496Edits.Version version, CodeApplies codeApplies) {
    LineReview line =
        new LineReview(
            1,
            "76496",
            List.of(),
            version.coversFrom(),
            codeApplies,
            Modifier26.NOT_NEEDED,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new ClaimReview(version, ClaimReview.PayerMatch.NONE, List.of(line));
  }
}
