package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.Action.Change;
import io.github.cpt76496.LineReview.Action.Supply;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.stream.Collectors;

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
    StringWriter text = new StringWriter();
    PrintWriter to = new PrintWriter(text);
    for (LineReview line : answered.review().lines()) {
      if (isShown(line)) {
        to.println(
            TextReport.printable(
                file + ": " + id + " line " + line.number() + ": " + inOneLine(line) + whatIf));
      }
    }
    ByteArrayOutputStream encoded = Utf8Writer.encoded(text);
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

  private static String inOneLine(LineReview line) {
    String documents =
        line.actions().stream()
            .filter(Supply.class::isInstance)
            .map(action -> ((Supply) action).document().item().name())
            .collect(Collectors.joining(","));
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
        + line.factsNeeded().stream().map(Enum::name).collect(Collectors.joining(","))
        + " edits="
        + edits(line);
  }

  /** Those that are more than information, and those for which the line is to be changed. */
  private static String edits(LineReview line) {
    Set<String> changing =
        line.actions().stream()
            .filter(Change.class::isInstance)
            .map(action -> ((Change) action).finding().edit())
            .collect(Collectors.toSet());
    return line.findings().stream()
        .filter(f -> f.severity() != Severity.INFO || changing.contains(f.edit()))
        .map(Finding::edit)
        .collect(Collectors.joining(","));
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
