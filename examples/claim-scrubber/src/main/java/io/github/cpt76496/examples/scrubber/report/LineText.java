package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.Citation;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.Action;
import io.github.cpt76496.LineReview.Action.Ask;
import io.github.cpt76496.LineReview.Action.Supply;
import io.github.cpt76496.LineReview.Action.Withhold;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.Remedy;
import io.github.cpt76496.examples.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A claim line for a person: the three answers, why, and what to do. It is as short as it must be
 * to stay within a dozen lines, or twice that where something is wrong; the sources of errors are
 * always named. Why there is no answer is never cut, and takes what lines it needs.
 */
final class LineText {

  /** The most lines of a claim line on which no finding is an error. */
  static final int MOST_LINES = 12;

  private static final int MOST_LINES_WITH_ERROR = 2 * MOST_LINES;

  private static final int QUESTION = 23;

  /** What is given up, one after the other, until the line is short enough. */
  private enum Brevity {
    WHOLE,
    NO_ADDRESSES,
    ALSO_IN_ONE_ROW,
    NO_SOURCES,
    MESSAGES_OF_THREE_LINES,
    MESSAGES_OF_TWO_LINES,
    DOCUMENTS_IN_ONE_ROW,
    MESSAGES_OF_ONE_LINE,
    THREE_WARNINGS,
    ONE_WARNING,
    ALSO_AS_NUMBER;

    int linesOfMessage() {
      return switch (this) {
        case WHOLE, NO_ADDRESSES, ALSO_IN_ONE_ROW, NO_SOURCES -> Integer.MAX_VALUE;
        case MESSAGES_OF_THREE_LINES -> 3;
        case MESSAGES_OF_TWO_LINES, DOCUMENTS_IN_ONE_ROW -> 2;
        case MESSAGES_OF_ONE_LINE, THREE_WARNINGS, ONE_WARNING, ALSO_AS_NUMBER -> 1;
      };
    }

    int warnings() {
      return switch (this) {
        case THREE_WARNINGS -> 3;
        case ONE_WARNING, ALSO_AS_NUMBER -> 1;
        default -> Integer.MAX_VALUE;
      };
    }

    boolean isAtLeast(Brevity other) {
      return compareTo(other) >= 0;
    }
  }

  private final Look look;
  private final Form form;
  private final LineReview line;
  private final LineReview asStated;
  private final List<DocumentationRequirement> documents;

  /**
   * @param form of the claim, in whose elements it is said what to change
   * @param asStated the same line before the user changed it, or the line itself
   * @param documents those of the line's own payer, each once
   */
  LineText(
      Look look,
      Form form,
      LineReview line,
      LineReview asStated,
      List<DocumentationRequirement> documents) {
    this.look = look;
    this.form = form;
    this.line = line;
    this.asStated = asStated;
    this.documents = documents;
  }

  /** Nothing where the user wants to see only what this line has not. */
  List<String> lines() {
    if (look.only() != Look.Only.ANY) {
      return onlyLines();
    }
    int most = (has(Severity.ERROR) ? MOST_LINES_WITH_ERROR : MOST_LINES) + moreOfWhyOpen();
    List<String> lines = List.of();
    for (Brevity brevity : Brevity.values()) {
      lines = lines(brevity);
      if (lines.size() <= most) {
        return lines;
      }
    }
    return lines;
  }

  /** How many lines it takes to say why there is no answer, beyond that of one warning. */
  int moreOfWhyOpen() {
    int width = new Rows(look.ink(), look.width()).textWidth();
    int lines =
        line.findings().stream()
            .filter(this::leavesOpen)
            .mapToInt(f -> Wrap.lines(named(f), width).size())
            .sum();
    return Math.max(0, lines - 1);
  }

  private static String named(Finding finding) {
    return finding.edit() + ": " + finding.message();
  }

  static String head(LineReview line) {
    String modifiers = line.modifiers().stream().map(m -> "-" + m).collect(Collectors.joining());
    return "  Line " + line.number() + "   76496" + modifiers + "   " + dates(line);
  }

  /** The date of service, or the first and the last day of several. */
  static String dates(LineReview line) {
    return line.dateOfServiceEnd().equals(line.dateOfService())
        ? line.dateOfService().toString()
        : line.dateOfService() + " to " + line.dateOfServiceEnd();
  }

  /** What to ask, in words: the question of what the line's words were read as, or of the fact. */
  static String question(LineReview line, Fact fact) {
    return fact == Fact.DESCRIPTION && !line.question().isEmpty()
        ? line.question()
        : Words.of(fact);
  }

  private String asked(Fact fact) {
    return fact == Fact.DESCRIPTION && !line.question().isEmpty()
        ? line.question()
        : Words.inShort(fact);
  }

  private boolean has(Severity severity) {
    return line.findings().stream().anyMatch(f -> f.severity() == severity);
  }

  private List<String> lines(Brevity brevity) {
    Rows rows = new Rows(look.ink(), look.width());
    rows.line(head(line));
    addAnswers(rows);
    addReasons(rows, brevity);
    for (Action action : line.actions()) {
      if (action instanceof Withhold withhold) {
        rows.row("Withhold", Words.of(withhold.document().item()) + ": " + whose(withhold));
      }
    }
    addDocuments(rows, brevity);
    for (Action action : line.actions()) {
      if (action instanceof Ask ask) {
        rows.row("Ask", ask.facts().stream().map(this::asked).collect(Collectors.joining("; ")));
      }
    }
    addRest(rows, brevity);
    line.overrides()
        .forEach(
            o ->
                rows.row(
                    "Host",
                    o.edit()
                        + " "
                        + Words.of(o.action())
                        + " for "
                        + o.payer()
                        + ": "
                        + o.reason()));
    return rows.lines();
  }

  private List<String> onlyLines() {
    Rows rows = new Rows(look.ink(), look.width());
    for (Finding finding : reasons()) {
      if (look.only().shows(finding.severity())) {
        addReason(rows, finding, Brevity.WHOLE);
      }
    }
    if (look.only() == Look.Only.REQUIRED) {
      for (Action action : line.actions()) {
        if (action instanceof Supply supply) {
          addDocument(rows, supply.document(), Brevity.WHOLE);
        }
      }
    }
    if (rows.size() == 0) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(head(line));
    lines.addAll(rows.lines());
    return lines;
  }

  private void addAnswers(Rows rows) {
    addAnswer(rows, "Does 76496 apply?", codeApplies(line), codeApplies(asStated));
    addAnswer(
        rows,
        "Is modifier 26 valid?",
        Words.of(line.modifier26()),
        Words.of(asStated.modifier26()));
    addAnswer(rows, "Which documentation?", documentation(line), documentation(asStated));
  }

  private static void addAnswer(Rows rows, String question, String answer, String asStated) {
    rows.answer(question, QUESTION, answer);
    if (!answer.equals(asStated)) {
      rows.answer("  as it stands", QUESTION, asStated);
    }
  }

  static String codeApplies(LineReview line) {
    String codes = String.join(", ", line.candidateCodes());
    String said = line.codeApplies() == CodeApplies.NO ? "; fits better: " : "; look first at ";
    return Words.of(line.codeApplies()) + (codes.isEmpty() ? "" : said + codes);
  }

  private String documentation(LineReview line) {
    return Documents.isForWrongCode(line)
        ? Documents.ofWrongCode(line, look)
        : RequiredDocuments.of(line).inShort();
  }

  // ---- why

  /** The findings that bear on an answer or on what is to be done, the most severe first. */
  private List<Finding> reasons() {
    List<Finding> reasons = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      for (Finding finding : line.findings()) {
        if (finding.severity() == severity && (severity != Severity.INFO || isReason(finding))) {
          reasons.add(finding);
        }
      }
    }
    return reasons;
  }

  /** Information that says why there is no answer, or why it is no. */
  private boolean isReason(Finding finding) {
    if (finding.edit().equals("procedure/date-after-rule-set")) {
      return true; // It says how far every other answer can be relied on.
    }
    return leavesOpen(finding)
        || (finding.answers()
            && (finding.edit().contains("documentation/")
                || (finding.edit().contains("procedure/")
                    && line.codeApplies() == CodeApplies.NO)));
  }

  private void addReasons(Rows rows, Brevity brevity) {
    int shown = 0;
    int left = 0;
    for (Finding finding : reasons()) {
      boolean isError = finding.severity() == Severity.ERROR;
      if (!isError && !leavesOpen(finding) && shown >= brevity.warnings()) {
        left++;
      } else {
        addReason(rows, finding, brevity);
        shown += isError ? 0 : 1;
      }
    }
    if (left > 0) {
      rows.row("", left + (left == 1 ? " finding" : " findings") + " more; --all shows them");
    }
  }

  /** Whether it says why there is no answer, and that is never cut. */
  private boolean leavesOpen(Finding finding) {
    return finding.answers()
        && ((finding.edit().contains("procedure/")
                && line.codeApplies() == CodeApplies.UNDETERMINED)
            || (finding.edit().contains("modifier/")
                && line.modifier26() == Modifier26.UNDETERMINED));
  }

  private void addReason(Rows rows, Finding finding, Brevity brevity) {
    Severity severity = finding.severity();
    Brevity own = severity == Severity.ERROR ? Brevity.WHOLE : brevity;
    int most = leavesOpen(finding) ? Integer.MAX_VALUE : own.linesOfMessage();
    String text =
        own.isAtLeast(Brevity.NO_SOURCES)
            ? cut(named(finding), rows.textWidth(), most)
            : finding.message();
    rows.row(look.ink().severity(severity, severity.name()), severity.name(), text);
    if (!own.isAtLeast(Brevity.NO_SOURCES)) {
      remedy(finding, form).ifPresent(rows::more);
      rows.more(finding.edit() + "; " + words(finding.citation()));
      addAddress(rows, finding.citation(), own);
    }
  }

  /** Where to change it, the likeliest place first, and how a payer would say so; or nothing. */
  static Optional<String> remedy(Finding finding, Form form) {
    Remedy remedy = finding.remedy();
    List<String> elements =
        form == Form.INSTITUTIONAL ? remedy.x12Institutional() : remedy.x12Professional();
    if (elements.isEmpty() || finding.severity() == Severity.INFO) {
      return Optional.empty();
    }
    String codes =
        Stream.of(
                codes("claim status", remedy.claimStatus()),
                codes("CARC", finding.carc()),
                codes("RARC", finding.rarc()))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return Optional.of(
        "change " + String.join(" or ", elements) + (codes.isEmpty() ? "" : " (" + codes + ")"));
  }

  private static String codes(String list, List<String> codes) {
    return codes.isEmpty() ? "" : list + " " + String.join(", ", codes);
  }

  private static void addAddress(Rows rows, Citation citation, Brevity brevity) {
    if (brevity == Brevity.WHOLE && !citation.url().isEmpty()) {
      rows.more(citation.url());
    }
  }

  private static String cut(String text, int width, int most) {
    List<String> lines = Wrap.lines(text, width);
    if (lines.size() <= most) {
      return text;
    }
    // Room for the dots.
    lines = Wrap.lines(text, width - 4);
    return String.join(" ", lines.subList(0, most)) + " ...";
  }

  static String words(Citation citation) {
    return citation.source()
        + " ("
        + citation.sourceDate()
        + ", grade "
        + citation.grade()
        + ", reviewed "
        + citation.lastReviewDate()
        + ")";
  }

  // ---- what to send

  private void addDocuments(Rows rows, Brevity brevity) {
    List<DocumentationRequirement> required =
        line.actions().stream()
            .filter(Supply.class::isInstance)
            .map(action -> ((Supply) action).document())
            .toList();
    if (brevity.isAtLeast(Brevity.DOCUMENTS_IN_ONE_ROW) && !required.isEmpty()) {
      String where =
          required.size() > 1 || required.get(0).channels().isEmpty()
              ? ""
              : ": " + Words.of(required.get(0).channels().get(0));
      rows.row(
          "Supply",
          required.stream().map(LineText::named).collect(Collectors.joining(", ")) + where);
      return;
    }
    required.forEach(document -> addDocument(rows, document, brevity));
  }

  private void addDocument(Rows rows, DocumentationRequirement document, Brevity brevity) {
    StringBuilder text = new StringBuilder(named(document));
    if (!document.channels().isEmpty()) {
      text.append(": ")
          .append(document.channels().stream().map(Words::of).collect(Collectors.joining("; or ")));
    }
    String without = Words.of(document.consequence());
    if (!without.isEmpty()) {
      text.append("; without it: ").append(without);
    }
    rows.row("Supply", text.toString());
    boolean said = line.findings().stream().anyMatch(f -> f.edit().equals(document.edit()));
    if (!brevity.isAtLeast(Brevity.NO_SOURCES) && (!said || look.only() == Look.Only.REQUIRED)) {
      rows.more(document.payer() + "; " + words(document.citation()));
      addAddress(rows, document.citation(), brevity);
    }
  }

  private static String named(DocumentationRequirement document) {
    String doubt = document.citation().grade() == Citation.Grade.U ? ", unverified" : "";
    return Words.of(document.item()) + " (" + Words.of(document.state()) + doubt + ")";
  }

  private static String whose(Withhold withhold) {
    return withhold.document().payer() + " says not to send it";
  }

  // ---- the rest, folded

  private void addRest(Rows rows, Brevity brevity) {
    if (Documents.isForWrongCode(line)) {
      return;
    }
    List<Folded> folded =
        List.of(
            new Folded("If", "conditional", Documents.of(documents, Level.REQUIRED_IF)),
            new Folded("May ask", "on request", Documents.of(documents, Level.ON_REQUEST)),
            new Folded("Advised", "advised", Documents.of(documents, Level.RECOMMENDED)),
            new Folded("Never", "not to be sent", Documents.of(documents, Level.DO_NOT_SEND)),
            new Folded(
                "No rule", "without public rule", Documents.of(documents, Level.NOT_STATED)));
    List<Folded> open =
        folded.stream()
            .map(Folded::withoutWhatIsThere)
            .filter(f -> !f.documents().isEmpty())
            .toList();
    if (brevity.isAtLeast(Brevity.ALSO_AS_NUMBER) && open.size() > 1) {
      int all = open.stream().mapToInt(f -> f.documents().size()).sum();
      rows.row("Also", all + " documents (--all)");
      return;
    }
    if (brevity.isAtLeast(Brevity.ALSO_IN_ONE_ROW) && open.size() > 1) {
      rows.row(
          "Also",
          open.stream()
                  .map(f -> f.documents().size() + " " + f.inWords())
                  .collect(Collectors.joining(", "))
              + " (--all)");
      return;
    }
    for (Folded fold : open) {
      rows.row(fold.label(), Wrap.names(Documents.names(fold.documents()), rows.textWidth()));
    }
  }

  /** Documents of which no more is said than their names. */
  private record Folded(String label, String inWords, List<DocumentationRequirement> documents) {

    Folded withoutWhatIsThere() {
      return new Folded(
          label, inWords, documents.stream().filter(d -> d.state() != State.PRESENT).toList());
    }
  }
}
