package io.github.cpt76496.examples.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.examples.host.ClaimGate.Decision;
import io.github.cpt76496.examples.host.ClaimGate.Route;
import io.github.cpt76496.testkit.SampleClaims;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The real entry point with sample claims: that gate and rules fit together. A new version of the
 * rules may change a decision here, and that is what the test is for.
 */
class RealEditsTest {

  /** Loaded once, as a host does; loading costs more than thousands of reviews. */
  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();

  private static final List<DocumentationItem> REPORT = List.of(DocumentationItem.IMAGING_REPORT);

  private static final Decision ASKED =
      new Decision(
          Route.ASK,
          List.of("line 1: ask for [DESCRIPTION, PROCEDURE, PURPOSE, NO_SPECIFIC_CODE]"),
          REPORT);

  private final Map<String, Decision> waiting = new TreeMap<>();
  private final ClaimGate gate = new ClaimGate(EDITS, waiting::put);

  @Test
  void decisionsByTheFirstAnswer() {
    assertEquals(new Decision(Route.SEND, List.of(), List.of()), decide("YES", CodeApplies.YES));
    Decision held = new Decision(Route.HOLD, List.of("line 2: procedure/imaging-included"), REPORT);
    assertEquals(held, decide("NO", CodeApplies.NO));
    assertEquals(ASKED, decide("UNDETERMINED", CodeApplies.UNDETERMINED));

    assertEquals(Map.of("NO", held, "UNDETERMINED", ASKED), waiting);
  }

  private Decision decide(String claimId, CodeApplies answer) {
    return gate.decide(claimId, SampleClaims.codeApplies(answer));
  }

  @Test
  void decisionsByTheSecondAnswer() {
    assertEquals(ASKED, decide(Modifier26.VALID));
    assertEquals(ASKED, decide(Modifier26.INVALID));
    assertEquals(
        new Decision(
            Route.HOLD, List.of("line 1: modifier/26-missing-for-hospital-patient"), List.of()),
        decide(Modifier26.MISSING));
    assertEquals(
        new Decision(Route.ASK, ASKED.reasons(), List.of()), decide(Modifier26.NOT_NEEDED));
    assertEquals(
        new Decision(
            Route.ASK,
            List.of(
                "line 1: ask for"
                    + " [DESCRIPTION, PROCEDURE, PURPOSE, NO_SPECIFIC_CODE, PLACE_OF_SERVICE, COMPONENT]"),
            List.of()),
        decide(Modifier26.UNDETERMINED));
  }

  private Decision decide(Modifier26 answer) {
    return gate.decide(answer.name(), SampleClaims.modifier26(answer));
  }

  @Test
  void decisionsByTheThirdAnswer() {
    assertEquals(new Decision(Route.SEND, List.of(), List.of()), decide(State.PRESENT));
    assertEquals(
        new Decision(
            Route.HOLD,
            List.of("line 1: documentation/medicare/palmetto-gba#CLAIM_NARRATIVE_DESCRIPTION"),
            List.of(
                DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION, DocumentationItem.IMAGING_REPORT)),
        decide(State.MISSING));
    assertEquals(ASKED, decide(State.UNKNOWN));
  }

  private Decision decide(State state) {
    return gate.decide(state.name(), SampleClaims.documentation(state));
  }

  @Test
  void aClaimWithout76496Leaves() {
    assertEquals(
        new Decision(Route.SEND, List.of(), List.of()),
        gate.decide("C1", SampleClaims.without76496()));
    assertEquals(Map.of(), waiting);
  }

  /** What a mock only pretends: the library refuses, and says which field and not which value. */
  @Test
  void aClaimThatTheLibraryRefusesIsHeld() {
    ServiceLine line =
        ServiceLine.builder(1, "76496", SampleClaims.DATE_OF_SERVICE)
            .record(RecordFacts.builder().procedure("NO_SUCH_FAMILY").build())
            .build();
    Claim claim = Claim.builder(Claim.Form.PROFESSIONAL, SampleClaims.PAYER).lines(line).build();

    Decision held =
        new Decision(
            Route.HOLD,
            List.of(
                "line 1: record.procedure: not a procedure family of this rule set; the families"
                    + " are in rules/reference/procedure-families.tsv and imaging-partners.tsv"),
            List.of());
    assertEquals(held, gate.decide("C1", claim));
    assertEquals(Map.of("C1", held), waiting);
  }
}
