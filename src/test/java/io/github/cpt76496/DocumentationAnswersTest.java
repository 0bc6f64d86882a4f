package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.DocumentationRequirement.Level;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of question 3 whatever the payer, and what does not count as a payer's rule. */
class DocumentationAnswersTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();
  private static final Set<String> LIMITS =
      Set.of(
          "documentation/payer-unknown",
          "documentation/payer-not-searched",
          "documentation/date-before-rule-set",
          "documentation/no-public-rule-found");

  @Test
  void adviceForAnyPayerIsNoRuleOfThePayer() {
    ClaimReview review = review(Claim.Form.PROFESSIONAL, Payer.of(Payer.Family.OTHER));
    assertEquals(PayerMatch.NONE, review.payerMatch());
    List<DocumentationRequirement> documentation = review.lines().get(0).documentation();
    assertFalse(documentation.isEmpty());
    assertTrue(documentation.stream().allMatch(d -> d.payer().equals("ANY")), () -> "" + review);
    assertEquals(Set.of("documentation/payer-not-searched"), limits(review));
  }

  @Test
  void anUnknownPayerIsGivenNoPayersRules() {
    ClaimReview review = review(Claim.Form.PROFESSIONAL, Payer.UNKNOWN);
    assertEquals(PayerMatch.NONE, review.payerMatch());
    assertEquals(Set.of("documentation/payer-unknown"), limits(review));
  }

  @Test
  void aPlanIsMatchedBeforeItsFamily() {
    assertEquals(
        PayerMatch.PLAN,
        review(Claim.Form.PROFESSIONAL, Payer.of(Payer.Family.MEDICARE, "WPS")).payerMatch());
    assertEquals(
        PayerMatch.FAMILY,
        review(Claim.Form.PROFESSIONAL, Payer.of(Payer.Family.MEDICARE, "NOVITAS")).payerMatch());
  }

  /** Over its only statement, which is unverified, the standard of the claim takes precedence. */
  @Test
  void aPlanWithoutAStatementOfItsOwnInTheAnswerIsNotMatched() {
    Payer minnesota = Payer.of(Payer.Family.BCBS, "MINNESOTA");
    assertEquals(PayerMatch.FAMILY, review(Claim.Form.PROFESSIONAL, minnesota).payerMatch());
    assertEquals(PayerMatch.PLAN, review(Claim.Form.NOT_STATED, minnesota).payerMatch());
  }

  /** What is inferred of a family is overridden by anything its plan says of the document. */
  @Test
  void aPlanDisplacesWhatIsInferredOfItsFamily() {
    assertEquals(Set.of("documentation/bcbs/anthem"), pagesOnRecords("ANTHEM"));
    assertEquals(Set.of("documentation/bcbs/tennessee"), pagesOnRecords("TENNESSEE"));
    assertEquals(Set.of("documentation/bcbs/baseline"), pagesOnRecords("ELSEWHERE"));
    assertEquals(Set.of("documentation/bcbs/nebraska"), pagesOnRecords("NEBRASKA"));
  }

  private static Set<String> pagesOnRecords(String plan) {
    return review(Claim.Form.PROFESSIONAL, Payer.of(Payer.Family.BCBS, plan))
        .lines()
        .get(0)
        .documentation()
        .stream()
        .filter(d -> d.item() == DocumentationItem.CLINICAL_RECORDS)
        .map(d -> d.edit().substring(0, d.edit().indexOf('#')))
        .collect(java.util.stream.Collectors.toSet());
  }

  /** Either a rule of the payer was found or the answer says that none was; never both. */
  @Test
  void everyPayerHasARuleOrIsSaidToHaveNone() {
    int looked = 0;
    for (Payer.Family family : Payer.Family.values()) {
      for (String plan : List.of("", "NORIDIAN", "MICHIGAN", "CALIFORNIA", "ELSEWHERE")) {
        for (Payer.LineOfBusiness lineOfBusiness : Payer.LineOfBusiness.values()) {
          for (Claim.Form form : Claim.Form.values()) {
            ClaimReview review = review(form, new Payer(family, plan, lineOfBusiness));
            assertEquals(
                review.payerMatch() == PayerMatch.NONE, limits(review).size() == 1, "" + review);
            looked++;
          }
        }
      }
    }
    assertEquals(
        Payer.Family.values().length * 5 * Payer.LineOfBusiness.values().length * 3, looked);
  }

  /** A text that one kind of claim accepts is no error while the kind of claim is not stated. */
  @Test
  void aNoteOnAFormThatIsNotStatedIsNoError() {
    for (String plan :
        List.of("", "CGS", "FIRST_COAST", "NGS", "NORIDIAN", "PALMETTO_GBA", "WPS")) {
      Claim claim =
          Claim.builder(Claim.Form.NOT_STATED, Payer.of(Payer.Family.MEDICARE, plan))
              .note("Study of an implanted device")
              .lines(ServiceLine.builder(1, "76496", LocalDate.of(2026, 3, 2)).build())
              .build();
      for (Finding finding : EDITS.review(claim).lines().get(0).findings()) {
        assertFalse(
            finding.edit().endsWith("#CLAIM_NARRATIVE_DESCRIPTION"),
            () -> plan + " " + finding.edit());
      }
    }
  }

  /** Adding a document never makes another one missing, and never itself. */
  @Test
  void addingADocumentMakesNoneMissing() {
    for (String plan : List.of("FIRST_COAST", "NORIDIAN", "NGS", "CGS", "WPS")) {
      Payer payer = Payer.of(Payer.Family.MEDICARE, plan);
      long before = missing(claim(Claim.Form.PROFESSIONAL, payer, Set.of()));
      for (DocumentationItem item : DocumentationItem.values()) {
        assertTrue(
            missing(claim(Claim.Form.PROFESSIONAL, payer, EnumSet.of(item))) <= before,
            () -> plan + " " + item);
      }
    }
  }

  @Test
  void nothingButARequirementIsReportedMissing() {
    for (Payer.Family family : Payer.Family.values()) {
      LineReview line = review(Claim.Form.PROFESSIONAL, Payer.of(family)).lines().get(0);
      for (Finding finding : line.findings()) {
        assertFalse(finding.message().isBlank(), finding.edit());
        line.documentation().stream()
            .filter(d -> d.edit().equals(finding.edit()))
            .forEach(
                d ->
                    assertTrue(
                        d.level() == Level.REQUIRED || d.level() == Level.DO_NOT_SEND, d.edit()));
      }
    }
  }

  private static long missing(Claim claim) {
    return EDITS.review(claim).lines().get(0).documentation().stream()
        .filter(d -> d.state() == DocumentationRequirement.State.MISSING)
        .count();
  }

  private static Set<String> limits(ClaimReview review) {
    return review.lines().get(0).findings().stream()
        .map(Finding::edit)
        .filter(LIMITS::contains)
        .collect(java.util.stream.Collectors.toSet());
  }

  private static ClaimReview review(Claim.Form form, Payer payer) {
    return EDITS.review(claim(form, payer, Set.of()));
  }

  private static Claim claim(Claim.Form form, Payer payer, Set<DocumentationItem> attachments) {
    return Claim.builder(form, payer)
        .attachments(attachments)
        .lines(ServiceLine.builder(1, "76496", LocalDate.of(2026, 3, 2)).build())
        .build();
  }
}
