package io.github.cpt76496.examples.scrubber.report;

import ca.uhn.fhir.context.FhirContext;
import io.github.cpt76496.Citation;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.NamedService;
import io.github.cpt76496.Payer;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.examples.page.Words;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;

/**
 * A FHIR R4 OperationOutcome a line for every claim, and for every input that could not be read.
 * Findings are issues, and so are the answers and the documents, as information. An issue that is
 * fatal is about input that was not answered at all.
 *
 * <p>An OperationOutcome cannot say what it is about, so claim, file and place are extensions. The
 * names of this program's own extensions and code systems begin with {@code urn:cpt76496:}; codes
 * are the constants of the library, as in JSON.
 */
public final class FhirReport implements Report {

  private static final String OURS = "urn:cpt76496:";
  private static final String CPT = "http://www.ama-assn.org/go/cpt";
  private static final String CARC = "https://x12.org/codes/claim-adjustment-reason-codes";
  private static final String RARC = "https://x12.org/codes/remittance-advice-remark-codes";
  private static final String STATUS_CATEGORY = "https://x12.org/codes/claim-status-category-codes";
  private static final String STATUS = "https://x12.org/codes/claim-status-codes";

  /** Data element 755 of X12, as HL7's guides name it. */
  private static final String REPORT_TYPES = "https://codesystem.x12.org/005010/755";

  private static final String LOINC = "http://loinc.org";

  /** What a path of the table begins with, where it is about a line. */
  private static final String LINE = "Claim.item";

  /** The members of an item that its details do not have. */
  private static final Set<String> OF_ITEM_ALONE = Set.of(".location", ".serviced");

  private final PrintWriter out;
  private final PrintWriter err;
  private final Look look;
  private final Advice advice = new Advice();

  public FhirReport(PrintWriter out, PrintWriter err, Look look) {
    this.out = out;
    this.err = err;
    this.look = look;
  }

  @Override
  public Runnable prepare(Answered answered) {
    PlacedClaim claim = answered.claim();
    Advice advised = new Advice();
    StringWriter text = new StringWriter();
    PrintWriter to = new PrintWriter(text);
    to.println(json(outcome(answered, advised)));
    byte[] encoded = text.toString().getBytes(StandardCharsets.UTF_8);
    return () -> {
      claim.notices().forEach(notice -> Report.tell(err, answered.file(), notice));
      advice.add(advised);
      Utf8Writer.write(out, encoded);
    };
  }

  private OperationOutcome outcome(Answered answered, Advice advised) {
    PlacedClaim claim = answered.claim();
    ClaimReview review = answered.review();
    List<String> changes = answered.changes();
    OperationOutcome outcome = outcome(claim.id(), answered.file(), claim.place());
    extend(outcome, "library-version", review.version().library());
    extend(outcome, "rule-set-version", review.version().ruleSet());
    changes.forEach(change -> extend(outcome, "what-if", change));
    if (!changes.isEmpty()) {
      information(outcome)
          .setDetails(
              text(
                  "what if "
                      + String.join(", ", changes)
                      + ": the answers are for the claim so changed, not for the claim as it"
                      + " stands"));
    }
    claim.notices().forEach(notice -> addNotice(outcome, notice));
    addPayer(outcome, claim.claim().payer(), review);
    if (!claim.payerNotice().isEmpty()) {
      information(outcome).setDetails(text("payer: " + claim.payerNotice()));
    }
    if (review.lines().isEmpty()) {
      information(outcome).setDetails(text("no line is billed with 76496"));
    }
    for (LineReview line : review.lines()) {
      addLine(outcome, line, claim.paths().getOrDefault(line.number(), ""), advised);
    }
    return outcome;
  }

  @Override
  public void problem(String file, Problem problem) {
    OperationOutcome outcome = outcome(problem.claimId(), file, problem.place());
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.FATAL)
        .setCode(IssueType.INVALID)
        .setDetails(text(problem.reason()));
    write(outcome);
    out.flush();
    Report.tell(err, file, problem);
  }

  @Override
  public void notice(String file, Problem notice) {
    OperationOutcome outcome = outcome(notice.claimId(), file, notice.place());
    addNotice(outcome, notice);
    write(outcome);
    Report.tell(err, file, notice);
  }

  /** Something in the input that was not counted, or that is no bill. */
  private static void addNotice(OperationOutcome outcome, Problem notice) {
    CodeableConcept details = text("notice: " + notice.reason());
    code(details, "notice", "NOTICE");
    information(outcome).setDetails(details).setDiagnostics(notice.place());
  }

  /** What is advised for any payer is an outcome of its own, and stands with no claim. */
  @Override
  public void summary(Tally tally) {
    if (!advice.all().isEmpty()) {
      OperationOutcome outcome = new OperationOutcome();
      for (DocumentationRequirement document : advice.all()) {
        addRequirement(outcome, "advised for any payer: ", document);
      }
      write(outcome);
    }
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }

  private static OperationOutcome outcome(String claimId, String file, String place) {
    OperationOutcome outcome = new OperationOutcome();
    extend(outcome, "claim-id", claimId);
    extend(outcome, "file", file);
    extend(outcome, "place", place);
    return outcome;
  }

  private static void extend(DomainResource resource, String name, String text) {
    if (!text.isBlank()) {
      resource.addExtension(OURS + name, new StringType(text));
    }
  }

  private static void addPayer(OperationOutcome outcome, Payer payer, ClaimReview review) {
    CodeableConcept details = text("payer " + payer + ": " + Words.of(review.payerMatch(), payer));
    code(details, "payer-family", payer.family().name());
    code(details, "payer-plan", payer.plan());
    code(details, "line-of-business", payer.lineOfBusiness().name());
    code(details, "payer-match", review.payerMatch().name());
    information(outcome).setDetails(details);
  }

  private void addLine(OperationOutcome outcome, LineReview line, String path, Advice advised) {
    int first = outcome.getIssue().size();
    addAnswers(outcome, line);
    for (Finding finding : line.findings()) {
      addFinding(outcome, finding, path);
    }
    addDocuments(outcome, line, advised);
    for (EditOverride override : line.overrides()) {
      addOverride(outcome, line, override);
    }
    List<OperationOutcomeIssueComponent> issues = outcome.getIssue();
    issues.subList(first, issues.size()).forEach(issue -> locate(issue, line, path));
  }

  /**
   * Which line an issue is about. An expression points into a FHIR Claim, in the simple subset of
   * FHIRPath that R4 allows there; a claim that came in another format has nothing to point at. A
   * finding whose element to change is known points at that, likeliest first, instead of at the
   * line.
   */
  private static void locate(OperationOutcomeIssueComponent issue, LineReview line, String path) {
    issue.addExtension(OURS + "line", new PositiveIntType(line.number()));
    if (!path.isEmpty() && !issue.hasExpression()) {
      issue.addExpression("Claim." + path);
    }
  }

  private static void addAnswers(OperationOutcome outcome, LineReview line) {
    CodeableConcept applies =
        text(line.number(), "Does 76496 apply? " + Words.of(line.codeApplies()));
    code(applies, "code-applies", line.codeApplies().name());
    line.candidateCodes().forEach(code -> applies.addCoding().setSystem(CPT).setCode(code));
    for (Fact fact : line.factsNeeded()) {
      applies
          .addCoding()
          .setSystem(OURS + "would-settle")
          .setCode(fact.name())
          .setDisplay(fact == Fact.DESCRIPTION ? line.question() : Words.of(fact));
    }
    OperationOutcomeIssueComponent first = information(outcome).setDetails(applies);
    if (!line.dateOfServiceEnd().equals(line.dateOfService())) {
      first.addExtension(
          OURS + "serviced-period",
          new Period()
              .setStartElement(new DateTimeType(line.dateOfService().toString()))
              .setEndElement(new DateTimeType(line.dateOfServiceEnd().toString())));
    }
    for (NamedService service : line.readAs()) {
      CodeableConcept read = text(line.number(), "read as " + Words.of(service));
      code(read, "read-as", service.concept());
      code(read, "read-as-stance", service.stance().name());
      code(read, "read-as-field", service.field().name());
      information(outcome).setDetails(read).setDiagnostics(words(service.citation()));
    }

    CodeableConcept modifier =
        text(line.number(), "Is modifier 26 valid? " + Words.of(line.modifier26()));
    code(modifier, "modifier-26", line.modifier26().name());
    information(outcome).setDetails(modifier);
  }

  private void addDocuments(OperationOutcome outcome, LineReview line, Advice advised) {
    List<DocumentationRequirement> documents = line.documentation();
    if (!look.all() && Documents.isForWrongCode(line)) {
      information(outcome)
          .setDetails(text(line.number(), "documents: " + Documents.ofWrongCode(line, look)));
      return;
    }
    for (DocumentationRequirement document : look.all() ? documents : advised.takeFrom(line)) {
      addRequirement(outcome, "line " + line.number() + ": ", document);
    }
  }

  /** Where an element stands in the claim that was read: paths of a line begin with its own. */
  private static String expression(String element, String path) {
    if (!element.startsWith(LINE)) {
      return element;
    }
    String member = element.substring(LINE.length());
    boolean isOfItem = OF_ITEM_ALONE.contains(member);
    int detail = path.indexOf('.');
    return "Claim." + (isOfItem && detail > 0 ? path.substring(0, detail) : path) + member;
  }

  private void addFinding(OperationOutcome outcome, Finding finding, String path) {
    CodeableConcept details = text(finding.line(), finding.message());
    code(details, "edit", finding.edit());
    finding.candidateCodes().forEach(code -> details.addCoding().setSystem(CPT).setCode(code));
    finding.carc().forEach(code -> details.addCoding().setSystem(CARC).setCode(code));
    finding.rarc().forEach(code -> details.addCoding().setSystem(RARC).setCode(code));
    for (String status : finding.remedy().claimStatus()) {
      int code = status.indexOf(':');
      details.addCoding().setSystem(STATUS_CATEGORY).setCode(status.substring(0, code));
      details.addCoding().setSystem(STATUS).setCode(status.substring(code + 1));
    }
    OperationOutcomeIssueComponent issue = information(outcome);
    if (!look.page(finding.edit()).isEmpty()) {
      issue.addExtension(OURS + "catalog-url", new UriType(look.page(finding.edit())));
    }
    issue
        .setSeverity(severity(finding.severity()))
        .setCode(
            finding.severity() == Severity.INFO ? IssueType.INFORMATIONAL : IssueType.BUSINESSRULE)
        .setDetails(details)
        .setDiagnostics(words(finding.citation()));
    if (!path.isEmpty()) {
      finding.remedy().fhir().forEach(element -> issue.addExpression(expression(element, path)));
    }
  }

  private static IssueSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> IssueSeverity.ERROR;
      case WARNING -> IssueSeverity.WARNING;
      case INFO -> IssueSeverity.INFORMATION;
    };
  }

  private static void addRequirement(
      OperationOutcome outcome, String about, DocumentationRequirement requirement) {
    CodeableConcept details =
        text(
            about
                + Words.of(requirement.item())
                + ": "
                + Words.of(requirement.level())
                + ", "
                + Words.of(requirement.state()));
    code(details, "documentation-item", requirement.item().name());
    code(details, "level", requirement.level().name());
    code(details, "state", requirement.state().name());
    requirement.channels().forEach(channel -> code(details, "channel", channel.name()));
    code(details, "consequence", requirement.consequence().name());
    code(details, "scope", requirement.scope().name());
    code(details, "payer", requirement.payer());
    code(details, "edit", requirement.edit());
    DocumentationRequirement.Sending sending = requirement.sending();
    code(details, "when", sending.when().name());
    sending.loinc().forEach(code -> details.addCoding().setSystem(LOINC).setCode(code));
    if (!sending.reportType().isEmpty()) {
      details.addCoding().setSystem(REPORT_TYPES).setCode(sending.reportType());
    }
    information(outcome).setDetails(details).setDiagnostics(words(requirement.citation()));
  }

  private static void addOverride(
      OperationOutcome outcome, LineReview line, EditOverride override) {
    CodeableConcept details = text(line.number(), "decided by the host: " + override.reason());
    code(details, "edit", override.edit());
    code(details, "action", override.action().name());
    code(details, "payer", override.payer());
    information(outcome).setDetails(details);
  }

  private static OperationOutcomeIssueComponent information(OperationOutcome outcome) {
    return outcome
        .addIssue()
        .setSeverity(IssueSeverity.INFORMATION)
        .setCode(IssueType.INFORMATIONAL);
  }

  private static CodeableConcept text(int line, String text) {
    return text("line " + line + ": " + text);
  }

  private static CodeableConcept text(String text) {
    return new CodeableConcept().setText(text);
  }

  private static void code(CodeableConcept concept, String system, String code) {
    if (!code.isEmpty()) {
      concept.addCoding().setSystem(OURS + system).setCode(code);
    }
  }

  private static String words(Citation citation) {
    String words =
        citation.source()
            + " ("
            + citation.sourceDate()
            + ", grade "
            + citation.grade()
            + ", reviewed "
            + citation.lastReviewDate()
            + ")";
    return citation.url().isEmpty() ? words : words + " " + citation.url();
  }

  private void write(OperationOutcome outcome) {
    out.println(json(outcome));
  }

  /** A parser of HAPI is for one thread. */
  private static String json(OperationOutcome outcome) {
    return FhirContext.forR4Cached()
        .newJsonParser()
        .setPrettyPrint(false)
        .encodeResourceToString(outcome);
  }
}
