package io.github.cpt76496.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Modifier26;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules give each sample claim the answer under which it is filed. */
class SampleClaimsTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();

  @ParameterizedTest
  @EnumSource
  void theFirstQuestionIsAnsweredSo(CodeApplies answer) {
    assertEquals(answer, onlyLine(SampleClaims.codeApplies(answer)).codeApplies());
  }

  @ParameterizedTest
  @EnumSource
  void theSecondQuestionIsAnsweredSo(Modifier26 answer) {
    assertEquals(answer, onlyLine(SampleClaims.modifier26(answer)).modifier26());
  }

  @ParameterizedTest
  @EnumSource
  void theRequiredDocumentsAreInTheseStates(State state) {
    Map<DocumentationItem, State> documents = new EnumMap<>(DocumentationItem.class);
    for (DocumentationRequirement document :
        onlyLine(SampleClaims.documentation(state)).documentation()) {
      if (document.level() == Level.REQUIRED) {
        documents.put(document.item(), document.state());
      }
    }
    assertEquals(
        switch (state) {
          case PRESENT ->
              Map.of(
                  DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION, State.PRESENT,
                  DocumentationItem.COMPONENT_MODIFIER, State.PRESENT,
                  DocumentationItem.IMAGING_REPORT, State.PRESENT);
          case MISSING ->
              Map.of(
                  DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION, State.MISSING,
                  DocumentationItem.IMAGING_REPORT, State.UNKNOWN);
          case NOT_DESCRIPTIVE ->
              Map.of(
                  DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION, State.NOT_DESCRIPTIVE,
                  DocumentationItem.IMAGING_REPORT, State.UNKNOWN);
          case UNKNOWN ->
              Map.of(
                  DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION, State.PRESENT,
                  DocumentationItem.IMAGING_REPORT, State.UNKNOWN);
        },
        documents);
  }

  @ParameterizedTest
  @EnumSource
  void aDocumentIsSpokenOfInThisWay(Level level) {
    List<DocumentationRequirement> spoken =
        onlyLine(SampleClaims.documentation(level)).documentation().stream()
            .filter(d -> d.level() == level)
            .filter(d -> !d.payer().equals("ANY"))
            .toList();
    assertFalse(spoken.isEmpty(), "the payer itself says so of no document");
  }

  @ParameterizedTest
  @EnumSource
  void thePayerIsKnownAtThisLevel(PayerMatch match) {
    ClaimReview review = EDITS.review(SampleClaims.payer(match));
    assertEquals(match, review.payerMatch());
    assertEquals(
        match == PayerMatch.NONE,
        review.lines().get(0).documentation().stream().allMatch(d -> d.payer().equals("ANY")));
  }

  @Test
  void aClaimThatCannotBeReviewedIsRefused() {
    assertEquals(
        "line 1: record.procedure: not a procedure family of this rule set; the families are in"
            + " rules/reference/procedure-families.tsv and imaging-partners.tsv",
        assertThrows(IllegalArgumentException.class, () -> EDITS.review(SampleClaims.refused()))
            .getMessage());
  }

  /** An answer that is added to the library gets its sample claim, or this fails. */
  @Test
  void everyAnswerHasItsSampleClaim() {
    Set<Class<?>> answers =
        Set.of(CodeApplies.class, Modifier26.class, State.class, Level.class, PayerMatch.class);
    Set<Class<?>> sampled =
        Arrays.stream(SampleClaims.class.getMethods())
            .filter(m -> m.getReturnType() == Claim.class && m.getParameterCount() == 1)
            .map(m -> m.getParameterTypes()[0])
            .collect(Collectors.toSet());
    assertEquals(answers, sampled);
  }

  @Test
  void aClaimWithout76496HasNoLinesToAnswer() {
    assertEquals(List.of(), EDITS.review(SampleClaims.without76496()).lines());
  }

  private static LineReview onlyLine(Claim claim) {
    List<LineReview> lines = EDITS.review(claim).lines();
    assertEquals(1, lines.size());
    return lines.get(0);
  }
}
