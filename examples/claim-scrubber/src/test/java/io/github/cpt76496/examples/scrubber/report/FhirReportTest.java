package io.github.cpt76496.examples.scrubber.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

class FhirReportTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Payer PALMETTO =
      new Payer(Family.MEDICARE, "PALMETTO_GBA", LineOfBusiness.MEDICARE_FFS);

  private final StringWriter err = new StringWriter();

  /** What was written, read back by a parser that accepts nothing that R4 does not know. */
  private OperationOutcome written(Consumer<Report> calls) {
    return written(Look.PLAIN, calls);
  }

  private OperationOutcome written(Look look, Consumer<Report> calls) {
    StringWriter out = new StringWriter();
    try (Report report = new FhirReport(new PrintWriter(out), new PrintWriter(err), look)) {
      calls.accept(report);
    }
    List<String> lines = out.toString().lines().toList();
    assertEquals(1, lines.size());
    IParser strict = FhirContext.forR4Cached().newJsonParser();
    strict.setParserErrorHandler(new StrictErrorHandler());
    return strict.parseResource(OperationOutcome.class, lines.get(0));
  }

  private OperationOutcome written(Claim claim, ClaimReview review) {
    return written(report -> report.review("f", new PlacedClaim("C 1", "claim 1", claim), review));
  }

  private static Claim claim(ServiceLine... lines) {
    return Claim.builder(Form.PROFESSIONAL, PALMETTO).lines(lines).build();
  }

  private static List<String> codes(OperationOutcomeIssueComponent issue, String system) {
    return issue.getDetails().getCoding().stream()
        .filter(coding -> coding.getSystem().equals(system))
        .map(Coding::getCode)
        .toList();
  }

  @Test
  void everyAnswerFindingAndDocumentIsAnIssue() {
    Claim claim =
        claim(
            ServiceLine.builder(1, "47490", DAY).placeOfService("22").build(),
            ServiceLine.builder(2, "76496", DAY).modifiers("26").placeOfService("22").build());
    ClaimReview review = Cpt76496Edits.load().review(claim);
    LineReview line = review.lines().get(0);

    Look all =
        new Look(
            Ink.NONE,
            80,
            Look.Only.ANY,
            true,
            false,
            false,
            Severity.ERROR,
            "https://example.org/edits.html");
    OperationOutcome outcome =
        written(
            all, report -> report.review("f", new PlacedClaim("C 1", "claim 1", claim), review));

    List<OperationOutcomeIssueComponent> issues = outcome.getIssue();
    assertEquals(3 + line.findings().size() + line.documentation().size(), issues.size());
    assertEquals(List.of("MEDICARE"), codes(issues.get(0), "urn:cpt76496:payer-family"));
    assertEquals(List.of("NO"), codes(issues.get(1), "urn:cpt76496:code-applies"));
    assertEquals(List.of("VALID"), codes(issues.get(2), "urn:cpt76496:modifier-26"));
    OperationOutcomeIssueComponent error = issues.get(3);
    assertEquals(IssueSeverity.ERROR, error.getSeverity());
    assertEquals(List.of("procedure/imaging-included"), codes(error, "urn:cpt76496:edit"));
    assertEquals("2", error.getExtensionByUrl("urn:cpt76496:line").getValue().primitiveValue());
    assertEquals(
        "https://example.org/edits.html#procedure/imaging-included",
        error.getExtensionByUrl("urn:cpt76496:catalog-url").getValue().primitiveValue());
    assertEquals(List.of(), error.getExpression());
    assertEquals("line 2: " + line.findings().get(0).message(), error.getDetails().getText());
    assertTrue(error.getDiagnostics().contains(line.findings().get(0).citation().url()));
    OperationOutcomeIssueComponent document = issues.get(3 + line.findings().size());
    assertEquals(
        List.of(line.documentation().get(0).item().name()),
        codes(document, "urn:cpt76496:documentation-item"));
    assertEquals(
        "C 1", outcome.getExtensionByUrl("urn:cpt76496:claim-id").getValue().primitiveValue());
    assertEquals("", err.toString());
  }

  @Test
  void whereTheCodeIsWrongNoDocumentIsListed() {
    Claim claim =
        claim(
            ServiceLine.builder(1, "47490", DAY).placeOfService("22").build(),
            ServiceLine.builder(2, "76496", DAY).modifiers("26").placeOfService("22").build());
    ClaimReview review = Cpt76496Edits.load().review(claim);
    LineReview line = review.lines().get(0);

    List<OperationOutcomeIssueComponent> issues = written(claim, review).getIssue();

    assertEquals(4 + line.findings().size(), issues.size());
    assertEquals(
        "line 2: documents: No document corrects a wrong code; --all lists "
            + line.documentation().size(),
        issues.get(issues.size() - 1).getDetails().getText());
  }

  /** What is advised for any payer is an outcome of its own at the end. */
  @Test
  void adviceIsSaidOnce() {
    Claim claim = claim(ServiceLine.builder(1, "76496", DAY).build());
    ClaimReview review = Cpt76496Edits.load().review(claim);
    StringWriter out = new StringWriter();
    try (Report report = new FhirReport(new PrintWriter(out), new PrintWriter(err), Look.PLAIN)) {
      report.review("f", new PlacedClaim("C1", "claim 1", claim), review);
      report.review("f", new PlacedClaim("C2", "claim 2", claim), review);
      report.summary(new Tally());
    }
    List<String> lines = out.toString().lines().toList();
    assertEquals(3, lines.size());
    String advice = "advised for any payer: physician signature: recommended";
    assertEquals(List.of(false, false, true), lines.stream().map(l -> l.contains(advice)).toList());
    assertEquals(
        List.of(false, false, true),
        lines.stream().map(l -> l.contains("PHYSICIAN_SIGNATURE")).toList());
  }

  @Test
  void expressionPointsAtWhatTheClaimHolds() {
    Claim claim =
        claim(
            ServiceLine.builder(1, "76496", DAY).build(),
            ServiceLine.builder(3, "76496", DAY).build());
    ClaimReview review = Cpt76496Edits.load().review(claim);
    PlacedClaim placed =
        new PlacedClaim(
            "C1",
            "claim 1",
            claim,
            List.of(),
            "",
            List.of(),
            Map.of(1, "item[0]", 3, "item[0].detail[1]"));

    OperationOutcome outcome = written(report -> report.review("f", placed, review));

    assertEquals(
        Set.of(
            "1 [Claim.item[0]]",
            "1 [Claim.item[0].location]",
            "1 [Claim.item[0].productOrService.text]",
            "1 [Claim.item[0].quantity]",
            "3 [Claim.item[0].detail[1]]",
            "3 [Claim.item[0].detail[1].quantity]",
            "3 [Claim.item[0].location]",
            "3 [Claim.item[0].detail[1].productOrService.text]"),
        outcome.getIssue().stream()
            .filter(OperationOutcomeIssueComponent::hasExpression)
            .map(
                issue ->
                    issue.getExtensionByUrl("urn:cpt76496:line").getValue().primitiveValue()
                        + " "
                        + issue.getExpression().stream().map(StringType::getValue).toList())
            .collect(Collectors.toSet()));
  }

  /** Claim status and category, and the codes of the document. */
  @Test
  void findingsAndDocumentsHaveTheCodesOfTheField() {
    Claim claim =
        Claim.builder(Form.PROFESSIONAL, Payer.of(Family.BCBS, "NEBRASKA"))
            .lines(ServiceLine.builder(1, "76496", DAY).build())
            .build();

    OperationOutcome outcome = written(claim, Cpt76496Edits.load().review(claim));

    String records = "documentation/bcbs/nebraska#CLINICAL_RECORDS";
    assertEquals(
        List.of(
            "[R1, R1] [294, 297] [] []", // The finding,
            "[] [] [M1] [11503-0]"), // and the document.
        outcome.getIssue().stream()
            .filter(issue -> codes(issue, "urn:cpt76496:edit").contains(records))
            .map(
                issue ->
                    codes(issue, "https://x12.org/codes/claim-status-category-codes")
                        + " "
                        + codes(issue, "https://x12.org/codes/claim-status-codes")
                        + " "
                        + codes(issue, "https://codesystem.x12.org/005010/755")
                        + " "
                        + codes(issue, "http://loinc.org"))
            .toList());
  }

  @Test
  void whatIfIsMarkedInTheOutcome() {
    Claim claim = claim(ServiceLine.builder(1, "76496", DAY).build());
    ClaimReview review = Cpt76496Edits.load().review(claim);

    OperationOutcome outcome =
        written(
            report ->
                report
                    .prepare(
                        new Answered(
                            "f",
                            new PlacedClaim("C1", "claim 1", claim),
                            List.of("purpose=SOLE_IMAGING", "modifiers="),
                            List.of(),
                            review,
                            review))
                    .run());

    assertEquals(
        List.of("purpose=SOLE_IMAGING", "modifiers="),
        outcome.getExtensionsByUrl("urn:cpt76496:what-if").stream()
            .map(extension -> extension.getValue().primitiveValue())
            .toList());
    assertEquals(
        "what if purpose=SOLE_IMAGING, modifiers=: the answers are for the claim so changed, not"
            + " for the claim as it stands",
        outcome.getIssueFirstRep().getDetails().getText());
  }

  @Test
  void noticeIsAnIssue() {
    Claim claim = claim(ServiceLine.builder(1, "47533", DAY).build());
    ClaimReview review = Cpt76496Edits.load().review(claim);
    PlacedClaim placed =
        new PlacedClaim(
            "C1",
            "claim 1",
            claim,
            List.of(),
            "",
            List.of(new Problem("C1", "claim 1", "item[1]: cancelled")),
            Map.of());

    OperationOutcome ofClaim = written(report -> report.review("f", placed, review));
    OperationOutcome alone =
        written(report -> report.notice("f", Problem.at("row 1", "column 3: not read")));

    assertEquals("notice: item[1]: cancelled", ofClaim.getIssueFirstRep().getDetails().getText());
    assertEquals(List.of("NOTICE"), codes(ofClaim.getIssueFirstRep(), "urn:cpt76496:notice"));
    assertEquals("notice: column 3: not read", alone.getIssueFirstRep().getDetails().getText());
    assertEquals(IssueSeverity.INFORMATION, alone.getIssueFirstRep().getSeverity());
    assertEquals(
        List.of("f: claim 1: item[1]: cancelled", "f: row 1: column 3: not read"),
        err.toString().lines().toList());
  }

  @Test
  void claimWithout76496HasNoIssueButInformation() {
    Claim claim = claim(ServiceLine.builder(1, "47533", DAY).build());

    OperationOutcome outcome = written(claim, Cpt76496Edits.load().review(claim));

    assertEquals(
        List.of(IssueSeverity.INFORMATION, IssueSeverity.INFORMATION),
        outcome.getIssue().stream().map(OperationOutcomeIssueComponent::getSeverity).toList());
  }

  @Test
  void inputThatWasNotReadIsFatal() {
    OperationOutcome outcome =
        written(report -> report.problem("f", new Problem("C1", "claim 1", "lines: missing")));

    assertEquals(IssueSeverity.FATAL, outcome.getIssueFirstRep().getSeverity());
    assertEquals("lines: missing", outcome.getIssueFirstRep().getDetails().getText());
    assertEquals("f: claim 1: lines: missing", err.toString().strip());
  }
}
