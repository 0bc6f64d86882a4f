package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.Citation;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.NamedService;
import io.github.cpt76496.examples.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A claim line with everything that is known of it. Not for sharing between threads. */
final class LineInFull {

  private static final String TEXT = " ".repeat(15);

  private final Look look;
  private final Ink ink;
  private final Map<String, String> titles;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param titles of all edits, by id
   */
  LineInFull(Map<String, String> titles, Look look) {
    this.titles = titles;
    this.look = look;
    this.ink = look.ink();
  }

  /**
   * @param form of the claim, in whose elements it is said what to change
   * @param asStated the same line before the user changed it, or the line itself
   */
  List<String> lines(Form form, LineReview line, LineReview asStated) {
    lines.clear();
    lines.add(LineText.head(line));
    addAnswer("Does 76496 apply?", LineText.codeApplies(line), LineText.codeApplies(asStated));
    addAnswer(
        "Is modifier 26 valid?", Words.of(line.modifier26()), Words.of(asStated.modifier26()));
    addAnswer("Which documentation?", documentation(line), documentation(asStated));
    for (NamedService service : line.readAs()) {
      add(String.format("    %-23s ", "Read as"), Words.of(service));
    }
    lines.add("");
    addFindings(line.findings(), form);
    addOpenFacts(line);
    addDocuments(Documents.each(line.documentation()));
    addOverrides(line.overrides());
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return List.copyOf(lines);
  }

  private String documentation(LineReview line) {
    return Documents.isForWrongCode(line)
        ? Documents.ofWrongCode(line, look)
        : RequiredDocuments.of(line).inWords();
  }

  private void addAnswer(String question, String answer, String asStated) {
    add(String.format("    %-23s ", question), answer);
    if (!answer.equals(asStated)) {
      add(String.format("    %-23s ", "  as it stands"), asStated);
    }
  }

  /** A text, wrapped beside what stands before it. */
  private void add(String before, String text) {
    add(before, before.length(), text);
  }

  private void add(String before, int column, String text) {
    String start = before;
    for (String line : Wrap.lines(TextReport.printable(text), look.width() - column)) {
      lines.add((start + line).stripTrailing());
      start = " ".repeat(column);
    }
  }

  private void addTitle(String title) {
    lines.add("    " + ink.title(title));
  }

  private void addFindings(List<Finding> findings, Form form) {
    if (findings.isEmpty()) {
      return;
    }
    addTitle("Why");
    for (Finding finding : findings) {
      String severity = String.format("%-9s", finding.severity());
      add("      " + ink.severity(finding.severity(), severity), TEXT.length(), finding.message());
      LineText.remedy(finding, form).ifPresent(remedy -> add(TEXT, remedy));
      add(TEXT, finding.edit());
      addCitation(finding.citation());
    }
    lines.add("");
  }

  private void addOpenFacts(LineReview line) {
    if (line.factsNeeded().isEmpty()) {
      return;
    }
    addTitle("What would settle it");
    line.factsNeeded().forEach(fact -> add("      ", LineText.question(line, fact)));
    lines.add("");
  }

  /** In full what must be there or must not; the rest in a line each, and all of it in JSON. */
  private void addDocuments(List<DocumentationRequirement> documents) {
    List<DocumentationRequirement> demanded =
        Documents.of(documents, Level.REQUIRED, Level.REQUIRED_IF, Level.DO_NOT_SEND);
    if (!demanded.isEmpty()) {
      addTitle("Documents");
      demanded.forEach(this::addRequirement);
      lines.add("");
    }
    List<DocumentationRequirement> advised =
        Documents.of(documents, Level.ON_REQUEST, Level.RECOMMENDED);
    if (!advised.isEmpty()) {
      addTitle("On request, or advised");
      advised.forEach(this::addAdvice);
      lines.add("");
    }
    List<DocumentationRequirement> silent = Documents.of(documents, Level.NOT_STATED);
    if (!silent.isEmpty()) {
      addTitle("No public rule found");
      add("      [-]      ", String.join(", ", Documents.names(silent)));
      lines.add("");
    }
  }

  private void addAdvice(DocumentationRequirement requirement) {
    addMarked(
        requirement,
        Words.of(requirement.item())
            + ": "
            + Words.of(requirement.level())
            + state(requirement)
            + " ("
            + payer(requirement)
            + "; "
            + requirement.citation().source()
            + ")");
  }

  private void addRequirement(DocumentationRequirement requirement) {
    addMarked(
        requirement,
        Words.of(requirement.item()) + ": " + Words.of(requirement.level()) + state(requirement));
    if (requirement.level() == Level.REQUIRED_IF && titles.containsKey(requirement.edit())) {
      add(TEXT, titles.get(requirement.edit()));
    }
    if (!requirement.channels().isEmpty()) {
      add(
          TEXT,
          "where: "
              + requirement.channels().stream()
                  .map(Words::of)
                  .collect(Collectors.joining("; or ")));
    }
    if (!Words.of(requirement.consequence()).isEmpty()) {
      add(TEXT, "without it, the payer says: " + Words.of(requirement.consequence()));
    }
    add(TEXT, "who says so: " + payer(requirement) + ", " + Words.of(requirement.scope()));
    addCitation(requirement.citation());
  }

  private static String payer(DocumentationRequirement requirement) {
    return requirement.payer().equals(EditOverride.ANY_PAYER) ? "any payer" : requirement.payer();
  }

  private void addMarked(DocumentationRequirement requirement, String text) {
    State state = requirement.state();
    String mark =
        switch (state) {
          case PRESENT -> "[x]";
          case MISSING -> "[ ]";
          case NOT_DESCRIPTIVE, UNKNOWN -> "[?]";
        };
    add("      " + ink.state(state, mark) + "      ", TEXT.length(), text);
  }

  private static String state(DocumentationRequirement requirement) {
    String doubt = requirement.citation().grade() == Citation.Grade.U ? ", unverified" : "";
    return doubt + ", " + Words.of(requirement.state());
  }

  private void addCitation(Citation citation) {
    add(TEXT, LineText.words(citation));
    if (!citation.url().isEmpty()) {
      lines.add(TEXT + ink.address(citation.url()));
    }
  }

  private void addOverrides(List<EditOverride> overrides) {
    if (overrides.isEmpty()) {
      return;
    }
    addTitle("Decided by the host");
    for (EditOverride override : overrides) {
      add(
          String.format("      %-9s", override.action()),
          override.edit() + ", for payer " + override.payer() + ": " + override.reason());
    }
    lines.add("");
  }
}
