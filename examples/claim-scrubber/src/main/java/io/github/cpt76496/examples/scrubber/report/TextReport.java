package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.Citation;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.Payer;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.examples.page.Words;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * For people: every line billed with 76496, question by question. Other claims are only counted.
 */
public final class TextReport implements Report {

  private static final Set<Level> DEMANDED =
      EnumSet.of(Level.REQUIRED, Level.REQUIRED_IF, Level.DO_NOT_SEND);
  private static final Set<Level> ADVISED = EnumSet.of(Level.ON_REQUEST, Level.RECOMMENDED);

  private final PrintWriter out;
  private final PrintWriter err;
  private final Ink ink;
  private final Map<String, String> titles = new HashMap<>();
  private String file = "";

  public TextReport(Cpt76496Edits edits, PrintWriter out, PrintWriter err, Ink ink) {
    edits.catalog().forEach(edit -> titles.put(edit.id(), edit.title()));
    this.out = out;
    this.err = err;
    this.ink = ink;
  }

  @Override
  public void review(String file, PlacedClaim claim, ClaimReview review) {
    if (review.lines().isEmpty()) {
      claim.notices().forEach(notice -> problem(file, notice));
      return;
    }
    writeHead(file, claim, review);
    print("%n");
    for (LineReview line : review.lines()) {
      writeLine(line, line);
    }
  }

  @Override
  public void whatIf(
      String file,
      PlacedClaim changed,
      List<String> changes,
      ClaimReview asStated,
      ClaimReview review) {
    writeHead(file, changed, review);
    print("What if %s%n%n", String.join(", ", changes));
    for (int i = 0; i < review.lines().size(); i++) {
      writeLine(review.lines().get(i), asStated.lines().get(i));
    }
  }

  private void writeHead(String file, PlacedClaim claim, ClaimReview review) {
    if (!file.equals(this.file)) {
      this.file = file;
      print("%s%n%n", ink.title(file));
    }
    String id = claim.id().isEmpty() ? "without id" : claim.id();
    print("%s  (%s)%n", ink.title("Claim " + id), claim.place());
    print("Payer %s%n", payer(claim.claim().payer(), review));
    if (!claim.payerNotice().isEmpty()) {
      print("Who the payer is: %s%n", claim.payerNotice());
    }
    writeOtherPayers(claim.otherPayers());
    for (Problem notice : claim.notices()) {
      print(
          "Notice: %s%s%n",
          notice.place().equals(claim.place()) ? "" : notice.place() + ": ", notice.reason());
    }
  }

  private void writeOtherPayers(List<Payer> payers) {
    if (!payers.isEmpty()) {
      String names = payers.stream().map(Payer::toString).collect(Collectors.joining(", "));
      print("Also names payers %s; reviewed for the one it is addressed to%n", names);
    }
  }

  static String payer(Payer payer, ClaimReview review) {
    return payer.family() == Payer.Family.UNKNOWN
        ? "unknown, so no payer's documentation rules are given"
        : payer + ", " + Words.of(review.payerMatch(), payer);
  }

  /**
   * @param asStated the same line before the user changed it, or the line itself
   */
  private void writeLine(LineReview line, LineReview asStated) {
    String modifiers = line.modifiers().stream().map(m -> "-" + m).collect(Collectors.joining());
    print("  Line %d   %s%s   %s%n%n", line.number(), "76496", modifiers, line.dateOfService());
    writeAnswer("Does 76496 apply?", codeApplies(line), codeApplies(asStated));
    writeAnswer(
        "Is modifier 26 valid?", Words.of(line.modifier26()), Words.of(asStated.modifier26()));
    writeAnswer(
        "Which documentation?",
        RequiredDocuments.of(line).inWords(),
        RequiredDocuments.of(asStated).inWords());
    print("%n");
    writeFindings(line.findings());
    writeOpenFacts(line.wouldSettle());
    writeChecklist(line.documentation());
    writeOverrides(line.overrides());
  }

  private void writeAnswer(String question, String answer, String asStated) {
    print("    %-23s %s%n", question, ink.title(answer));
    if (!answer.equals(asStated)) {
      print("    %-23s %s%n", "  as it stands", asStated);
    }
  }

  private static String codeApplies(LineReview line) {
    return Words.of(line.codeApplies()) + candidates(line);
  }

  private static String candidates(LineReview line) {
    return line.candidateCodes().isEmpty()
        ? ""
        : (line.codeApplies() == CodeApplies.NO ? "; fits better: " : "; likely: ")
            + String.join(", ", line.candidateCodes());
  }

  private void writeFindings(List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    print("    %s%n", ink.title("Why"));
    for (Finding finding : findings) {
      String severity = String.format("%-9s", finding.severity());
      print("      %s%s%n", ink.severity(finding.severity(), severity), finding.message());
      print("               %s%n", finding.edit());
      writeCitation(finding.citation());
    }
    print("%n");
  }

  /** In full what must be there or must not; the rest in a line each, and all of it in JSON. */
  private void writeChecklist(List<DocumentationRequirement> documentation) {
    writeGroup("Documents", documentation, DEMANDED, this::writeRequirement);
    writeGroup("On request, or advised", documentation, ADVISED, this::writeAdvice);
    List<DocumentationRequirement> spoken =
        with(documentation, EnumSet.complementOf(EnumSet.of(Level.NOT_STATED)));
    List<DocumentationRequirement> silent =
        with(documentation, EnumSet.of(Level.NOT_STATED)).stream()
            .filter(d -> spoken.stream().noneMatch(s -> s.item() == d.item()))
            .toList();
    if (!silent.isEmpty()) {
      print("    %s%n", ink.title("No public rule found"));
      print(
          "      [-]      %s%n%n",
          silent.stream()
              .map(requirement -> Words.of(requirement.item()))
              .distinct()
              .collect(Collectors.joining(", ")));
    }
  }

  private void writeGroup(
      String title,
      List<DocumentationRequirement> documentation,
      Set<Level> levels,
      Consumer<DocumentationRequirement> writer) {
    List<DocumentationRequirement> group = with(documentation, levels);
    if (!group.isEmpty()) {
      print("    %s%n", ink.title(title));
      group.forEach(writer);
      print("%n");
    }
  }

  private static List<DocumentationRequirement> with(
      List<DocumentationRequirement> documentation, Set<Level> levels) {
    return documentation.stream().filter(d -> levels.contains(d.level())).toList();
  }

  private void writeAdvice(DocumentationRequirement requirement) {
    print(
        "      %s      %s: %s%s (%s; %s)%n",
        mark(requirement),
        Words.of(requirement.item()),
        Words.of(requirement.level()),
        state(requirement),
        payer(requirement),
        requirement.citation().source());
  }

  private static String payer(DocumentationRequirement requirement) {
    return requirement.payer().equals(EditOverride.ANY_PAYER) ? "any payer" : requirement.payer();
  }

  private void writeRequirement(DocumentationRequirement requirement) {
    print(
        "      %s      %s: %s%s%n",
        mark(requirement),
        Words.of(requirement.item()),
        Words.of(requirement.level()),
        state(requirement));
    if (requirement.level() == Level.REQUIRED_IF && titles.containsKey(requirement.edit())) {
      print("               %s%n", titles.get(requirement.edit()));
    }
    if (!requirement.channels().isEmpty()) {
      print(
          "               where: %s%n",
          requirement.channels().stream().map(Words::of).collect(Collectors.joining("; or ")));
    }
    if (!Words.of(requirement.consequence()).isEmpty()) {
      print("               without it, the payer says: %s%n", Words.of(requirement.consequence()));
    }
    print(
        "               who says so: %s, %s%n", payer(requirement), Words.of(requirement.scope()));
    writeCitation(requirement.citation());
  }

  private Ink.Painted mark(DocumentationRequirement requirement) {
    State state = requirement.state();
    return switch (state) {
      case PRESENT -> ink.state(state, "[x]");
      case MISSING -> ink.state(state, "[ ]");
      case NOT_DESCRIPTIVE, UNKNOWN -> ink.state(state, "[?]");
    };
  }

  private static String state(DocumentationRequirement requirement) {
    String doubt = requirement.citation().grade() == Citation.Grade.U ? ", unverified" : "";
    return doubt + ", " + Words.of(requirement.state());
  }

  private void writeCitation(Citation citation) {
    print(
        "               %s  (%s, grade %s, reviewed %s)%n",
        citation.source(), citation.sourceDate(), citation.grade(), citation.lastReviewDate());
    if (!citation.url().isEmpty()) {
      print("               %s%n", ink.address(citation.url()));
    }
  }

  private void writeOverrides(List<EditOverride> overrides) {
    if (overrides.isEmpty()) {
      return;
    }
    print("    %s%n", ink.title("Decided by the host"));
    for (EditOverride override : overrides) {
      print(
          "      %-9s%s, for payer %s: %s%n",
          override.action(), override.edit(), override.payer(), override.reason());
    }
    print("%n");
  }

  private void writeOpenFacts(List<Fact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    print("    %s%n", ink.title("What would settle it"));
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
  public void notice(String file, Problem notice) {
    problem(file, notice);
  }

  @Override
  public void summary(Tally tally) {
    print("%s%n", tally.inOneLine());
    out.flush();
  }

  private void print(String format, Object... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof String text) {
        arguments[i] = printable(text);
      }
    }
    out.printf(Locale.ROOT, format, arguments);
  }

  /** A claim id or a file name must not steer the terminal. */
  public static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
  }

  @Override
  public void close() {
    out.flush();
  }
}
