package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.Action;
import io.github.cpt76496.LineReview.Action.Change;
import io.github.cpt76496.LineReview.Action.Supply;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/**
 * One line of text for each line billed with 76496, in the constants of the library, for {@code
 * grep} and {@code cut}: file, claim, line, the worst severity, and {@code name=value} for the
 * rest. Names and order stay; a list is joined by commas and empty where there is nothing.
 */
public final class ShortReport implements Report {

  private final PrintWriter out;
  private final PrintWriter err;
  private final Look look;

  public ShortReport(PrintWriter out, PrintWriter err, Look look) {
    this.out = out;
    this.err = err;
    this.look = look;
  }

  @Override
  public Runnable prepare(Answered answered) {
    PlacedClaim claim = answered.claim();
    String file = answered.file();
    String id = claim.id().isEmpty() ? claim.place() : claim.id();
    String whatIf =
        answered.changes().isEmpty() ? "" : " whatIf=" + String.join(",", answered.changes());
    StringBuilder text = new StringBuilder();
    for (LineReview line : answered.review().lines()) {
      if (isShown(line)) {
        text.append(
                TextReport.printable(
                    file + ": " + id + " line " + line.number() + ": " + inOneLine(line) + whatIf))
            .append(System.lineSeparator());
      }
    }
    byte[] encoded = text.toString().getBytes(StandardCharsets.UTF_8);
    return () -> {
      claim.notices().forEach(notice -> problem(file, notice));
      Utf8Writer.write(out, encoded);
    };
  }

  private boolean isShown(LineReview line) {
    return switch (look.only()) {
      case ANY -> true;
      case ERROR, WARNING ->
          line.findings().stream().anyMatch(f -> look.only().shows(f.severity()));
      case REQUIRED -> line.actions().stream().anyMatch(Supply.class::isInstance);
    };
  }

  /** Without streams: it is written for every line of a file. */
  private static String inOneLine(LineReview line) {
    StringJoiner documents = new StringJoiner(",");
    for (Action action : line.actions()) {
      if (action instanceof Supply supply) {
        documents.add(supply.document().item().name());
      }
    }
    StringJoiner facts = new StringJoiner(",");
    for (Fact fact : line.factsNeeded()) {
      facts.add(fact.name());
    }
    StringJoiner edits = new StringJoiner(",");
    for (Finding finding : line.findings()) {
      if (finding.severity() != Severity.INFO || asksForAChange(line, finding)) {
        edits.add(finding.edit());
      }
    }
    return PageFacets.Worst.of(line)
        + " applies="
        + line.codeApplies()
        + " modifier26="
        + line.modifier26()
        + " candidates="
        + String.join(",", line.candidateCodes())
        + " supply="
        + documents
        + " ask="
        + facts
        + " edits="
        + edits;
  }

  /** Information can be why a line is to be changed. */
  private static boolean asksForAChange(LineReview line, Finding finding) {
    for (Action action : line.actions()) {
      if (action instanceof Change change && change.finding().edit().equals(finding.edit())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void problem(String file, Problem problem) {
    out.flush();
    Report.tell(err, file, problem);
  }

  @Override
  public void notice(String file, Problem notice) {
    problem(file, notice);
  }

  @Override
  public void summary(Tally tally) {
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
