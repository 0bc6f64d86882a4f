package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.Remedy;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A row for each finding and one for each document of each line, and for what could not be read;
 * the column {@code record} says which. Of a claim it bears the id, the payer, the number of the
 * line, codes and modifiers.
 */
public final class CsvReport implements Report {

  /** The columns, in order; they are added to at the end. */
  static final List<String> COLUMNS =
      Stream.of(
              List.of("record", "file", "place", "claimId", "payer", "payerMatch", "whatIf"),
              List.of("line", "procedureCode", "modifiers", "codeApplies", "modifier26"),
              List.of("severity", "message", "candidateCodes", "carc", "rarc", "row"),
              List.of("claimStatus", "x12Professional", "x12Institutional", "fhir"),
              Cells.DOCUMENT,
              Cells.CITATION,
              List.of("catalogUrl"))
          .flatMap(List::stream)
          .toList();

  private final PrintWriter out;
  private final PrintWriter err;
  private final Look look;
  private final CsvTable table;
  private final Advice advice = new Advice();

  public CsvReport(PrintWriter out, PrintWriter err, Look look) {
    this.out = out;
    this.err = err;
    this.look = look;
    this.table = new CsvTable(out, COLUMNS);
  }

  @Override
  public Runnable prepare(Answered answered) {
    PlacedClaim claim = answered.claim();
    Map<String, String> ofClaim = new LinkedHashMap<>();
    ofClaim.put("file", answered.file());
    ofClaim.put("place", claim.place());
    ofClaim.put("claimId", claim.id());
    ofClaim.put("payer", claim.claim().payer().toString());
    ofClaim.put("payerMatch", answered.review().payerMatch().name());
    ofClaim.put("whatIf", String.join(" ", answered.changes()));
    Advice advised = new Advice();
    StringWriter text = new StringWriter();
    PrintWriter to = new PrintWriter(text);
    for (LineReview line : answered.review().lines()) {
      Map<String, String> cells = new LinkedHashMap<>(ofClaim);
      cells.put("line", Integer.toString(line.number()));
      cells.put("procedureCode", line.procedureCode());
      cells.put("modifiers", String.join(" ", line.modifiers()));
      cells.put("codeApplies", line.codeApplies().name());
      cells.put("modifier26", line.modifier26().name());
      for (Finding finding : line.findings()) {
        if (look.only().shows(finding.severity())) {
          write(to, cells, "FINDING", of(finding));
        }
      }
      for (DocumentationRequirement document : documents(line, advised)) {
        write(to, cells, "DOCUMENT", of(document));
      }
    }
    byte[] encoded = text.toString().getBytes(StandardCharsets.UTF_8);
    return () -> {
      claim.notices().forEach(notice -> notice(answered.file(), notice));
      advice.add(advised);
      Utf8Writer.write(out, encoded);
    };
  }

  /** None where the code is the wrong one, unless everything is asked for. */
  private List<DocumentationRequirement> documents(LineReview line, Advice advised) {
    if (look.all()) {
      return line.documentation();
    }
    if (line.codeApplies() == CodeApplies.NO) {
      return List.of();
    }
    return switch (look.only()) {
      case ANY -> advised.takeFrom(line);
      case ERROR, WARNING -> List.of();
      case REQUIRED ->
          Documents.of(Documents.each(line.documentation()), Level.REQUIRED).stream()
              .filter(d -> d.state() != State.PRESENT)
              .toList();
    };
  }

  private Map<String, String> of(Finding finding) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("severity", finding.severity().name());
    cells.put("edit", finding.edit());
    cells.put("message", finding.message());
    cells.put("candidateCodes", String.join(" ", finding.candidateCodes()));
    cells.put("carc", String.join(" ", finding.carc()));
    cells.put("rarc", String.join(" ", finding.rarc()));
    cells.put("row", finding.row());
    Remedy remedy = finding.remedy();
    cells.put("claimStatus", String.join("; ", remedy.claimStatus()));
    cells.put("x12Professional", String.join("; ", remedy.x12Professional()));
    cells.put("x12Institutional", String.join("; ", remedy.x12Institutional()));
    cells.put("fhir", String.join("; ", remedy.fhir()));
    cells.put("catalogUrl", look.page(finding.edit()));
    cells.putAll(Cells.of(finding.citation()));
    return cells;
  }

  private Map<String, String> of(DocumentationRequirement document) {
    Map<String, String> cells = Cells.of(document);
    cells.put("catalogUrl", look.page(document.edit()));
    return cells;
  }

  private void write(
      PrintWriter to, Map<String, String> ofLine, String record, Map<String, String> more) {
    Map<String, String> cells = new LinkedHashMap<>(ofLine);
    cells.put("record", record);
    cells.putAll(more);
    table.row(to, cells);
  }

  @Override
  public void problem(String file, Problem problem) {
    write(file, "NOT_EVALUATED", problem);
    out.flush();
  }

  @Override
  public void notice(String file, Problem notice) {
    write(file, "NOTICE", notice);
  }

  private void write(String file, String record, Problem problem) {
    table.row(
        out,
        Map.of(
            "record",
            record,
            "file",
            file,
            "place",
            problem.place(),
            "claimId",
            problem.claimId(),
            "message",
            problem.reason()));
    Report.tell(err, file, problem);
  }

  /** What is advised for any payer stands here once, and beside no line. */
  @Override
  public void summary(Tally tally) {
    for (DocumentationRequirement document : advice.all()) {
      write(out, Map.of(), "ADVICE", of(document));
    }
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
