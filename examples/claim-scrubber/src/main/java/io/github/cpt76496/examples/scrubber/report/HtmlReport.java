package io.github.cpt76496.examples.scrubber.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.examples.page.Numbered;
import io.github.cpt76496.json.ReviewJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One page for coders, complete in itself: totals as charts that filter, a table of the lines
 * billed with 76496, and for each line its findings and documents with their sources.
 *
 * <p>Each line is written as it comes. What lines share (findings, requirements, payers) is kept to
 * the end and written once; it grows with the lines listed, of which there are at most so many, and
 * never with the claims read.
 *
 * <p>The page names a claim by file and place. It bears no claim id unless that is asked for, no
 * folder, and no text of a claim; it does bear the dates of service and the names of the files.
 */
public final class HtmlReport implements Report {

  /** A browser opens a page of so many lines at once. The lines after them are counted only. */
  static final int MOST_LINES = 10_000;

  static final int MOST_PROBLEMS = 1_000;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Look look;
  private final int mostLines;
  private final Cpt76496Edits.Version version;
  private final Map<String, String> titles;
  private final PageShell shell = PageShell.read();
  private final JsonGenerator json;
  private final ReviewJson parts;

  private final Tally tally = new Tally();
  private final PageFacets facets = new PageFacets();
  private final FileNames fileNames = new FileNames();
  private final Numbered<String> files = new Numbered<>();
  private final Numbered<ReviewedPayer> payers = new Numbered<>();
  private final Numbered<Finding> findings = new Numbered<>();
  private final Numbered<DocumentationRequirement> requirements = new Numbered<>();
  private final Numbered<EditOverride> overrides = new Numbered<>();
  private final List<Named> problems = new ArrayList<>();
  private final List<Named> notices = new ArrayList<>();
  private int listed;
  private long allNotices;
  private boolean complete;

  /** A payer as the claim names it, and at which level rules of it were found. */
  private record ReviewedPayer(String name, String words) {}

  /** A problem and the file that has it. */
  private record Named(String file, Problem problem) {}

  public HtmlReport(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look) {
    this(edits, out, err, look, MOST_LINES);
  }

  HtmlReport(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Look look, int mostLines) {
    this.out = out;
    this.err = err;
    this.look = look;
    this.mostLines = mostLines;
    this.version = edits.version();
    this.titles =
        edits.catalog().stream().collect(Collectors.toMap(Edit::id, Edit::title, (a, b) -> a));
    try {
      this.json = generator(out);
      this.parts = new ReviewJson(json);
      out.write(shell.beforeData());
      json.writeStartObject();
      json.writeArrayFieldStart("lines");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonGenerator generator(PrintWriter out) throws IOException {
    JsonGenerator json =
        JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .createGenerator(out)
            .setCharacterEscapes(new ScriptEscapes());
    return json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  /** The page is a table of what lines share, so it is made in the order of the lines. */
  @Override
  public Runnable prepare(Answered answered) {
    return () -> {
      tellAnswered(answered);
      add(answered.file(), answered.claim(), answered.review());
    };
  }

  private void add(String file, PlacedClaim claim, ClaimReview review) {
    tally.count(claim.claim().payer(), review);
    claim.notices().forEach(notice -> notice(file, notice));
    for (LineReview line : review.lines()) {
      ReviewedPayer payer = payer(claim, review);
      facets.count(line, payer.name());
      if (listed < mostLines) {
        listed++;
        write(() -> writeLine(file, claim, payer, line));
      }
    }
  }

  /** A change of every claim is announced once; what was answered is said of its claim. */
  private void tellAnswered(Answered answered) {
    List<String> changes = answered.answers();
    if (!changes.isEmpty()) {
      notice(
          answered.file(),
          new Problem(
              answered.claim().id(),
              answered.claim().place(),
              "what if "
                  + String.join(", ", changes)
                  + ": the answers are for the claim so changed, not for the claim as it stands"));
    }
  }

  private static ReviewedPayer payer(PlacedClaim claim, ClaimReview review) {
    String notice = claim.payerNotice();
    String words = TextReport.payer(claim.claim().payer(), review);
    return new ReviewedPayer(
        claim.claim().payer().toString(), notice.isEmpty() ? words : words + "; " + notice);
  }

  private void writeLine(String file, PlacedClaim claim, ReviewedPayer payer, LineReview line)
      throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    writePlace(file, claim.place(), claim.id());
    json.writeNumberField("payer", payers.of(payer));
    json.writeNumberField("number", line.number());
    parts.texts("modifiers", line.modifiers());
    parts.dates(line);
    json.writeStringField("codeApplies", line.codeApplies().name());
    json.writeStringField("modifier26", line.modifier26().name());
    json.writeStringField("worst", PageFacets.Worst.of(line).name());
    writeDocuments(line);
    parts.texts("candidateCodes", line.candidateCodes());
    parts.texts("wouldSettle", ReviewJson.names(line.factsNeeded()));
    parts.readAs(line.readAs());
    writeNumbers(
        "documentation",
        Documents.each(line.documentation()).stream().map(requirements::of).toList());
    writeNumbers("findings", line.findings().stream().map(this::number).toList());
    writeNumbers("overrides", line.overrides().stream().map(overrides::of).toList());
    json.writeEndObject();
  }

  /** Lines share a finding that differs in nothing but the number of the line. */
  private int number(Finding finding) {
    return findings.of(
        new Finding(
            finding.edit(),
            0,
            finding.severity(),
            finding.answers(),
            finding.message(),
            finding.candidateCodes(),
            finding.carc(),
            finding.rarc(),
            finding.remedy(),
            finding.citation(),
            finding.row()));
  }

  private void writePlace(String file, String place, String claimId) throws IOException {
    json.writeNumberField("file", files.of(fileNames.of(file)));
    json.writeStringField("place", TextReport.printable(place));
    if (look.showClaimIds()) {
      parts.text("claimId", TextReport.printable(claimId));
    }
  }

  private void writeDocuments(LineReview line) throws IOException {
    RequiredDocuments documents = RequiredDocuments.of(line);
    json.writeObjectFieldStart("documents");
    json.writeStringField("summary", documents.summary().name());
    json.writeStringField(
        "words",
        Documents.isForWrongCode(line) ? "No document corrects a wrong code" : documents.inWords());
    for (State state : State.values()) {
      json.writeNumberField(state.name(), documents.count(state));
    }
    json.writeEndObject();
  }

  private void writeNumbers(String name, List<Integer> numbers) throws IOException {
    json.writeArrayFieldStart(name);
    for (int number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  @Override
  public void problem(String file, Problem problem) {
    tally.countNotRead();
    keep(problems, file, problem);
  }

  @Override
  public void notice(String file, Problem notice) {
    allNotices++;
    keep(notices, file, notice);
  }

  private void keep(List<Named> kept, String file, Problem problem) {
    if (kept.size() < MOST_PROBLEMS) {
      kept.add(new Named(file, problem));
    }
    Report.tell(err, file, problem);
  }

  /** Marks the run as complete; the page has counted for itself, for a run that breaks off. */
  @Override
  public void summary(Tally tally) {
    complete = true;
  }

  @Override
  public void close() {
    write(this::writeEnd);
    out.write(shell.afterData());
    out.flush();
  }

  private void writeEnd() throws IOException {
    json.writeEndArray();
    json.writeBooleanField("complete", complete);
    writeVersion();
    writeTotals();
    writeArray("facets", () -> facets.write(json));
    writeArray("problems", () -> writeProblems(problems));
    writeArray("notices", () -> writeProblems(notices));
    writeShared();
    json.writeObjectFieldStart("words");
    new PageWords(json).write();
    json.writeEndObject();
    json.writeEndObject();
    json.close();
  }

  private void writeVersion() throws IOException {
    json.writeObjectFieldStart("version");
    json.writeStringField("library", version.library());
    json.writeStringField("ruleSet", version.ruleSet());
    json.writeStringField("coversFrom", version.coversFrom().toString());
    json.writeStringField("coversThrough", version.coversThrough().toString());
    json.writeEndObject();
  }

  private void writeTotals() throws IOException {
    json.writeObjectFieldStart("totals");
    json.writeNumberField("claims", tally.claims());
    json.writeNumberField("lines", tally.lines());
    json.writeNumberField("errors", tally.findings(Severity.ERROR));
    json.writeNumberField("warnings", tally.findings(Severity.WARNING));
    json.writeNumberField("notRead", tally.notRead());
    json.writeNumberField("notices", allNotices);
    json.writeEndObject();
  }

  private void writeProblems(List<Named> problems) throws IOException {
    for (Named named : problems) {
      json.writeStartObject();
      writePlace(named.file(), named.problem().place(), named.problem().claimId());
      json.writeStringField("reason", TextReport.printable(named.problem().reason()));
      json.writeEndObject();
    }
  }

  private void writeShared() throws IOException {
    parts.texts("files", files.all());
    json.writeStringField("catalogUrl", look.catalogPage());
    writeArray("payers", this::writePayers);
    writeArray("findings", this::writeFindings);
    writeArray("requirements", this::writeRequirements);
    writeArray("overrides", this::writeOverrides);
    json.writeObjectFieldStart("titles");
    for (String edit : requiringEdits()) {
      json.writeStringField(edit, titles.getOrDefault(edit, ""));
    }
    json.writeEndObject();
  }

  private void writePayers() throws IOException {
    for (ReviewedPayer payer : payers.all()) {
      json.writeStartObject();
      json.writeStringField("name", payer.name());
      json.writeStringField("words", payer.words());
      json.writeEndObject();
    }
  }

  private void writeFindings() throws IOException {
    for (Finding finding : findings.all()) {
      parts.finding(finding);
    }
  }

  private void writeRequirements() throws IOException {
    for (DocumentationRequirement requirement : requirements.all()) {
      parts.requirement(requirement);
    }
  }

  private void writeOverrides() throws IOException {
    for (EditOverride override : overrides.all()) {
      parts.override(override);
    }
  }

  /** Their titles tell the condition under which a document is required. */
  private Iterable<String> requiringEdits() {
    TreeSet<String> named = new TreeSet<>();
    requirements.all().forEach(requirement -> named.add(requirement.edit()));
    return named;
  }

  private void writeArray(String name, Content content) throws IOException {
    json.writeRaw('\n');
    json.writeArrayFieldStart(name);
    content.write();
    json.writeEndArray();
  }

  private static void write(Content content) {
    try {
      content.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in one place of the data. */
  private interface Content {
    void write() throws IOException;
  }
}
