package io.github.cpt76496.examples.scrubber.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.examples.scrubber.input.PlacedClaim;
import io.github.cpt76496.examples.scrubber.input.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One JSON object a line for every claim, and for every input that could not be read. Hosts route
 * on the names, so names and order are part of the contract.
 */
public final class JsonReport implements Report {

  private final PrintWriter out;
  private final PrintWriter err;
  private final JsonGenerator json;
  private final ReviewJson parts;

  public JsonReport(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
    try {
      this.json = new JsonFactory().createGenerator(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    json.setRootValueSeparator(null);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    this.parts = new ReviewJson(json);
  }

  @Override
  public void review(String file, PlacedClaim claim, ClaimReview review) {
    write(file, claim, List.of(), review);
  }

  @Override
  public void whatIf(
      String file,
      PlacedClaim changed,
      List<String> changes,
      ClaimReview asStated,
      ClaimReview review) {
    write(file, changed, changes, review);
  }

  private void write(String file, PlacedClaim claim, List<String> changes, ClaimReview review) {
    claim.notices().forEach(notice -> tell(file, notice));
    writeLine(
        () -> {
          parts.text("claimId", claim.id());
          json.writeStringField("status", "EVALUATED");
          json.writeStringField("libraryVersion", review.version().library());
          json.writeStringField("ruleSetVersion", review.version().ruleSet());
          writePayerMatch(claim, review);
          writeOtherPayers(claim.otherPayers());
          if (!changes.isEmpty()) {
            parts.texts("whatIf", changes);
          }
          json.writeArrayFieldStart("lines");
          for (LineReview line : review.lines()) {
            writeLineReview(line);
          }
          json.writeEndArray();
          writeNotices(claim.notices());
          json.writeStringField("file", file);
          parts.text("place", claim.place());
        });
  }

  @Override
  public void problem(String file, Problem problem) {
    writeLine(
        () -> {
          parts.text("claimId", problem.claimId());
          json.writeStringField("status", "NOT_EVALUATED");
          json.writeStringField("reason", problem.reason());
          json.writeStringField("file", file);
          parts.text("place", problem.place());
        });
    out.flush();
    tell(file, problem);
  }

  @Override
  public void notice(String file, Problem notice) {
    writeLine(
        () -> {
          parts.text("claimId", notice.claimId());
          json.writeStringField("status", "NOTICE");
          json.writeStringField("reason", notice.reason());
          json.writeStringField("file", file);
          parts.text("place", notice.place());
        });
    tell(file, notice);
  }

  private void tell(String file, Problem problem) {
    err.println(TextReport.printable(problem.in(file)));
    err.flush();
  }

  @Override
  public void summary(Tally tally) {
    out.flush();
  }

  private void writeNotices(List<Problem> notices) throws IOException {
    if (notices.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("notices");
    for (Problem notice : notices) {
      json.writeStartObject();
      json.writeStringField("reason", notice.reason());
      parts.text("place", notice.place());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writePayerMatch(PlacedClaim claim, ClaimReview review) throws IOException {
    Payer payer = claim.claim().payer();
    json.writeObjectFieldStart("payerMatch");
    json.writeStringField("family", payer.family().name());
    parts.text("plan", payer.plan());
    json.writeStringField("matched", review.payerMatch().name());
    if (!claim.payerNotice().isEmpty()) {
      json.writeStringField("notice", claim.payerNotice());
    }
    json.writeEndObject();
  }

  private void writeOtherPayers(List<Payer> payers) throws IOException {
    if (payers.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("otherPayers");
    for (Payer payer : payers) {
      json.writeStartObject();
      json.writeStringField("family", payer.family().name());
      parts.text("plan", payer.plan());
      json.writeStringField("lineOfBusiness", payer.lineOfBusiness().name());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeLineReview(LineReview line) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", line.number());
    json.writeStringField("procedureCode", line.procedureCode());
    parts.texts("modifiers", line.modifiers());
    parts.dates(line);
    json.writeStringField("codeApplies", line.codeApplies().name());
    json.writeStringField("modifier26", line.modifier26().name());
    parts.texts("candidateCodes", line.candidateCodes());
    parts.texts("wouldSettle", ReviewJson.names(line.wouldSettle()));
    parts.readAs(line.readAs());
    json.writeArrayFieldStart("documentation");
    for (DocumentationRequirement requirement : line.documentation()) {
      parts.requirement(requirement);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (Finding finding : line.findings()) {
      parts.finding(finding);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("overrides");
    for (EditOverride override : line.overrides()) {
      parts.override(override);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeLine(Content content) {
    try {
      json.writeStartObject();
      content.write();
      json.writeEndObject();
      json.writeRaw('\n');
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in one object. */
  private interface Content {
    void write() throws IOException;
  }
}
