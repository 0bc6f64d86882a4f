package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Citation;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.Payer;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For people: every line billed with 76496, question by question. Other claims are only counted.
 */
final class TextReport implements Report {

  private final PrintWriter out;
  private final PrintWriter err;
  private String file = "";

  TextReport(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void review(String file, PlacedClaim claim, ClaimReview review) {
    if (review.lines().isEmpty()) {
      return;
    }
    if (!file.equals(this.file)) {
      this.file = file;
      print("%s%n%n", file);
    }
    print("Claim %s  (%s)%n", claim.id().isEmpty() ? "without id" : claim.id(), claim.place());
    print("Payer %s%n%n", payer(claim.claim().payer(), review));
    for (LineReview line : review.lines()) {
      writeLine(line);
    }
  }

  private static String payer(Payer payer, ClaimReview review) {
    return payer.family() == Payer.Family.UNKNOWN
        ? "unknown, so no payer's documentation rules are given"
        : payer + ", " + Words.of(review.payerMatch());
  }

  private void writeLine(LineReview line) {
    String modifiers = line.modifiers().stream().map(m -> "-" + m).collect(Collectors.joining());
    print("  Line %d   %s%s   %s%n%n", line.number(), "76496", modifiers, line.dateOfService());
    print("    Does 76496 apply?       %s%n", Words.of(line.codeApplies()) + candidates(line));
    print("    Is modifier 26 valid?   %s%n", Words.of(line.modifier26()));
    print("    Which documentation?    %s%n%n", documentation(line.documentation()));
    writeFindings(line.findings());
    writeChecklist(line.documentation());
    writeOpenFacts(line.wouldSettle());
  }

  private static String candidates(LineReview line) {
    return line.candidateCodes().isEmpty()
        ? ""
        : "; fits better: " + String.join(", ", line.candidateCodes());
  }

  private static String documentation(List<DocumentationRequirement> documentation) {
    if (documentation.stream().allMatch(d -> d.level() == Level.NOT_STATED)) {
      return "No public rule found";
    }
    List<DocumentationRequirement> required =
        documentation.stream().filter(d -> d.level() == Level.REQUIRED).toList();
    if (required.isEmpty()) {
      return "Nothing is required outright; see the list";
    }
    String states =
        Stream.of(State.MISSING, State.UNKNOWN, State.PRESENT)
            .filter(state -> count(required, state) > 0)
            .map(state -> count(required, state) + " " + Words.of(state))
            .collect(Collectors.joining(", "));
    return required.size() + " required: " + states;
  }

  private static long count(List<DocumentationRequirement> documentation, State state) {
    return documentation.stream().filter(d -> d.state() == state).count();
  }

  private void writeFindings(List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    print("    Why%n");
    for (Finding finding : findings) {
      print("      %-9s%s%n", finding.severity(), finding.message());
      print("               %s%n", finding.edit());
      writeCitation(finding.citation());
    }
    print("%n");
  }

  private void writeChecklist(List<DocumentationRequirement> documentation) {
    if (documentation.isEmpty()) {
      return;
    }
    print("    Documents%n");
    for (DocumentationRequirement requirement : documentation) {
      writeRequirement(requirement);
    }
    print("%n");
  }

  private void writeRequirement(DocumentationRequirement requirement) {
    print(
        "      [%s]      %s: %s%s%n",
        mark(requirement),
        Words.of(requirement.item()),
        Words.of(requirement.level()),
        state(requirement));
    // Where no rule was found, there is no place and no consequence to speak of.
    if (requirement.level() != Level.NOT_STATED) {
      if (!requirement.channels().isEmpty()) {
        print(
            "               where: %s%n",
            requirement.channels().stream().map(Words::of).collect(Collectors.joining("; or ")));
      }
      if (!Words.of(requirement.consequence()).isEmpty()) {
        print(
            "               without it, the payer says: %s%n", Words.of(requirement.consequence()));
      }
      print(
          "               who says so: %s, %s%n",
          requirement.payer(), Words.of(requirement.scope()));
    }
    writeCitation(requirement.citation());
  }

  private static String mark(DocumentationRequirement requirement) {
    if (requirement.level() == Level.NOT_STATED) {
      return "-";
    }
    return switch (requirement.state()) {
      case PRESENT -> "x";
      case MISSING -> " ";
      case UNKNOWN -> "?";
    };
  }

  private static String state(DocumentationRequirement requirement) {
    if (requirement.level() == Level.NOT_STATED) {
      return "";
    }
    return ", " + Words.of(requirement.state());
  }

  private void writeCitation(Citation citation) {
    print(
        "               %s  (%s, grade %s, read %s)%n",
        citation.source(), citation.sourceDate(), citation.grade(), citation.lastReviewDate());
    if (!citation.url().isEmpty()) {
      print("               %s%n", citation.url());
    }
  }

  private void writeOpenFacts(List<Fact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    print("    What would settle it%n");
    for (Fact fact : facts) {
      print("      %s%n", Words.of(fact));
    }
    print("%n");
  }

  @Override
  public void problem(String file, Problem problem) {
    out.flush();
    err.println(printable(problem.in(file)));
    err.flush();
  }

  @Override
  public void summary(Tally tally) {
    print(
        "%s read, %s with 76496: %s, %s; %s not read%n",
        counted(tally.claims(), "claim"),
        counted(tally.lines(), "line"),
        counted(tally.errors(), "error"),
        counted(tally.warnings(), "warning"),
        tally.notRead() == 0 ? "nothing" : counted(tally.notRead(), "input"));
    out.flush();
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private void print(String format, Object... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof String text) {
        arguments[i] = printable(text);
      }
    }
    out.printf(format, arguments);
  }

  /** A claim id or a file name must not steer the terminal. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  @Override
  public void close() {
    out.flush();
  }
}
