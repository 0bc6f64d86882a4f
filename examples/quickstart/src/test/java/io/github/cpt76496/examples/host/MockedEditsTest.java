package io.github.cpt76496.examples.host;

import static io.github.cpt76496.testkit.SampleReviews.document;
import static io.github.cpt76496.testkit.SampleReviews.finding;
import static io.github.cpt76496.testkit.SampleReviews.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.examples.host.ClaimGate.Decision;
import io.github.cpt76496.examples.host.ClaimGate.Route;
import io.github.cpt76496.examples.host.ClaimGate.Worklist;
import io.github.cpt76496.testkit.SampleClaims;
import io.github.cpt76496.testkit.SampleReviews;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The entry point mocked: what the gate does with answers, whatever the rules say today. Nothing is
 * loaded, so this is the way for most of a host's tests.
 */
class MockedEditsTest {

  private static final Claim CLAIM = SampleClaims.codeApplies(CodeApplies.YES);

  private final Cpt76496Edits edits = mock(Cpt76496Edits.class);
  private final Worklist worklist = mock(Worklist.class);
  private final ClaimGate gate = new ClaimGate(edits, worklist);

  /** Each claim is reviewed once, and lands at most once on the work list. */
  @AfterEach
  void nothingElseWasAsked() {
    verify(edits).review(CLAIM);
    verifyNoMoreInteractions(edits, worklist);
  }

  @Test
  void anErrorHoldsTheClaim() {
    answer(
        line(1).findings(finding(1, "procedure/made-up", Severity.WARNING)).build(),
        line(2)
            .findings(
                finding(2, "modifier/made-up", Severity.ERROR),
                finding(2, "documentation/made-up", Severity.INFO))
            .build());

    Decision held = new Decision(Route.HOLD, List.of("line 2: modifier/made-up"), List.of());
    assertEquals(held, gate.decide("C1", CLAIM));
    verify(worklist).add("C1", held);
  }

  @Test
  void aWarningDoesNot() {
    answer(line(1).findings(finding(1, "procedure/made-up", Severity.WARNING)).build());

    assertEquals(new Decision(Route.SEND, List.of(), List.of()), gate.decide("C1", CLAIM));
  }

  @Test
  void anOpenQuestionGoesToTheProvider() {
    answer(
        line(3)
            .codeApplies(CodeApplies.UNDETERMINED)
            .factsNeeded(Fact.PROCEDURE, Fact.PURPOSE)
            .build());

    Decision asked =
        new Decision(Route.ASK, List.of("line 3: ask for [PROCEDURE, PURPOSE]"), List.of());
    assertEquals(asked, gate.decide("C1", CLAIM));
    verify(worklist).add("C1", asked);
  }

  @Test
  void anErrorGoesBeforeAQuestion() {
    answer(
        line(1).codeApplies(CodeApplies.UNDETERMINED).factsNeeded(Fact.PURPOSE).build(),
        line(2).findings(finding(2, "modifier/made-up", Severity.ERROR)).build());

    Decision held = new Decision(Route.HOLD, List.of("line 2: modifier/made-up"), List.of());
    assertEquals(held, gate.decide("C1", CLAIM));
    verify(worklist).add("C1", held);
  }

  @Test
  void whatIsRequiredAndNotSeenIsToBeEnclosedOnce() {
    answer(
        line(1)
            .documentation(
                document(DocumentationItem.IMAGING_REPORT, Level.REQUIRED, State.UNKNOWN),
                document(DocumentationItem.PROCEDURE_REPORT, Level.REQUIRED, State.PRESENT),
                document(DocumentationItem.ITEMIZED_BILL, Level.ON_REQUEST, State.MISSING))
            .build(),
        line(2)
            .documentation(
                document(DocumentationItem.IMAGING_REPORT, Level.REQUIRED, State.MISSING),
                document(DocumentationItem.SPECIAL_REPORT, Level.REQUIRED, State.MISSING))
            .build());

    assertEquals(
        new Decision(
            Route.SEND,
            List.of(),
            List.of(DocumentationItem.IMAGING_REPORT, DocumentationItem.SPECIAL_REPORT)),
        gate.decide("C1", CLAIM));
  }

  @Test
  void aClaimWithout76496Leaves() {
    answer();

    assertEquals(new Decision(Route.SEND, List.of(), List.of()), gate.decide("C1", CLAIM));
  }

  @Test
  void aClaimThatTheLibraryRefusesIsHeld() {
    when(edits.review(CLAIM))
        .thenThrow(new IllegalArgumentException("line 1: record.procedure: unknown"));

    Decision held =
        new Decision(Route.HOLD, List.of("line 1: record.procedure: unknown"), List.of());
    assertEquals(held, gate.decide("C1", CLAIM));
    verify(worklist).add("C1", held);
  }

  private void answer(LineReview... lines) {
    when(edits.review(CLAIM)).thenReturn(SampleReviews.of(lines));
  }
}
