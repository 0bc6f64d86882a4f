package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Citation;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import io.github.cpt76496.Engine;
import io.github.cpt76496.NamedService;
import io.github.cpt76496.Remedy;
import io.github.cpt76496.examples.page.PayerRow;
import io.github.cpt76496.examples.scrubber.report.Wrap;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Prints the page of an edit: what it says, on whose word, since when, and its cases; for a code
 * also the row of a table that decides.
 */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Explains an edit: its words, source, dates, condition and cases.",
      "With a code, also the row of a table that decides where that code is billed beside 76496.",
      "With --words instead, what a line's words are read as, and the row that says so."
    })
final class ExplainCommand implements Callable<Integer> {

  /** The columns of a row that say what is wanted, in the order in which a coder asks. */
  private static final List<String> STATED =
      List.of("payer", "item", "level", "channels", "consequence", "scope", "message");

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "EDIT-ID",
      description = "as findings name it, for example modifier/26-missing-in-facility")
  private Optional<String> edit = Optional.empty();

  private String id = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CODE",
      description = "a procedure code billed beside 76496, for example 47533")
  private Optional<String> code = Optional.empty();

  @Option(
      names = "--words",
      paramLabel = "TEXT",
      description = "a description or note as a claim has it, for example \"HIP ARTHROGRAM LT\"")
  private Optional<String> words = Optional.empty();

  @Option(
      names = "--narratives",
      paramLabel = "FILE",
      description = "rows of your own that go first; columns as in narrative-concepts.tsv")
  private List<Path> narratives = List.of();

  @Spec private CommandSpec command;

  private final Terminal terminal;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (words.isPresent() == edit.isPresent()) {
      throw new ParameterException(
          command.commandLine(), "give either an edit's id or --words with a text");
    }
    Cpt76496Edits edits = load();
    if (words.isPresent()) {
      explainWords(words.get(), edits);
      return ScrubberCommand.NOTHING_WRONG;
    }
    id = edit.orElseThrow();
    List<Edit> catalog = edits.catalog();
    Optional<Edit> known = catalog.stream().filter(e -> e.id().equals(id)).findFirst();
    if (known.isEmpty()) {
      throw new ParameterException(command.commandLine(), unknown(catalog));
    }
    explain(known.get(), RulePage.of(id), edits);
    return ScrubberCommand.NOTHING_WRONG;
  }

  private Cpt76496Edits load() {
    try {
      return Cpt76496Edits.loader()
          .engine(Engine.COMPILED)
          .narratives(narratives.toArray(Path[]::new))
          .load();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), LibraryOptions.named("--narratives", e));
    }
  }

  private String unknown(List<Edit> catalog) {
    return "no edit has this id; `claim-scrubber catalog` lists them"
        + Nearest.inWords(id, catalog.stream().map(Edit::id).toList());
  }

  private void explainWords(String text, Cpt76496Edits edits) {
    PrintWriter out = command.commandLine().getOut();
    Optional<NamedService> named = edits.read(text, "", "", edits.version().coversThrough());
    if (named.isEmpty()) {
      out.println("Nothing is read from these words.");
      out.println();
      out.println("  What words are read as is written in rules/reference/narrative-concepts.tsv.");
      out.println("  A file of your own with the same columns goes first: --narratives FILE.");
      out.flush();
      return;
    }
    NamedService service = named.get();
    out.println(service.concept());
    out.println(service.name());
    out.println();
    out.println("  Means      " + meaning(service.stance()));
    if (!service.candidateCodes().isEmpty()) {
      out.println("  Codes      " + String.join(" ", service.candidateCodes()));
    }
    if (!service.chooseBy().isEmpty()) {
      out.println("  Which      depends on: " + service.chooseBy());
    }
    if (!service.question().isEmpty()) {
      out.println("  Ask        " + service.question());
    }
    out.println("  Row        " + service.table());
    source(out, service.citation());
    out.flush();
  }

  private void source(PrintWriter out, Citation citation) {
    row(
        out,
        "Source",
        citation.source()
            + " ("
            + citation.sourceDate()
            + ", grade "
            + citation.grade()
            + ", reviewed "
            + citation.lastReviewDate()
            + ")");
    if (!citation.url().isEmpty()) {
      out.println("             " + citation.url());
    }
    if (citation.reading().read() != Citation.Read.NOT_STATED) {
      row(out, "Reading", citation.reading().toString());
    }
  }

  private void row(PrintWriter out, String name, String text) {
    row(out, name, 10, text);
  }

  /** A name and what is said of it, wrapped beside it. */
  private void row(PrintWriter out, String name, int nameWidth, String text) {
    String before = String.format("  %-" + nameWidth + "s ", name);
    for (String line : Wrap.lines(text, terminal.width() - before.length())) {
      out.println(before + line);
      before = " ".repeat(before.length());
    }
  }

  /** What to change, and the codes that a payer would answer with; numbers only. */
  private void codes(PrintWriter out, Edit edit) {
    Remedy remedy = edit.remedy();
    if (remedy.equals(Remedy.NOT_STATED)) {
      return;
    }
    codes(out, "Change", "837P ", remedy.x12Professional());
    codes(out, "Change", "837I ", remedy.x12Institutional());
    codes(out, "Change", "FHIR ", remedy.fhir());
    codes(out, "Change", "JSON ", remedy.json());
    codes(out, "Status", "", remedy.claimStatus());
    codes(out, "CARC", "", edit.carc());
    codes(out, "RARC", "", edit.rarc());
    Map<String, String> document = PayerRow.codesOfDocument(edit.id());
    code(out, "PWK01", document.getOrDefault("report_type", ""));
    code(out, "LOINC", document.getOrDefault("loinc", ""));
    if (!remedy.whyNone().isEmpty()) {
      row(out, "No more", remedy.whyNone());
    }
    row(out, "Codes by", remedy.citation().source() + ", grade " + remedy.citation().grade());
  }

  private static void codes(PrintWriter out, String name, String where, List<String> codes) {
    code(out, name, codes.isEmpty() ? "" : where + String.join(", ", codes));
  }

  private static void code(PrintWriter out, String name, String code) {
    if (!code.isEmpty()) {
      out.printf("  %-10s %s%n", name, code);
    }
  }

  private static String meaning(NamedService.Stance stance) {
    return switch (stance) {
      case LISTED -> "a study that has listed codes; 76496 does not describe it";
      case INCLUDED -> "a procedure whose code includes its imaging";
      case ASK -> "more than one service; a question settles which";
      case OPEN -> "nothing: the words do not describe a service";
      case NOT_DONE -> "that no fluoroscopy was done, on a line that bills it";
    };
  }

  private void explain(Edit edit, RulePage page, Cpt76496Edits edits) {
    Optional<TableRow> deciding = code.flatMap(c -> deciding(edit, c, edits));
    PrintWriter out = command.commandLine().getOut();
    out.println(edit.id());
    out.println(edit.title());
    out.println();
    out.println("  Question   " + CatalogCommand.question(edit.question()));
    out.println("  Severity   " + severity(edit, page));
    out.println("  In force   " + CatalogCommand.dates(edit));
    source(out, edit.citation());
    out.println("  Written    " + page.path());
    codes(out, edit);
    out.println();
    section(out, "In plain words", page.inPlainWords());
    page.row().ifPresent(row -> statement(out, row));
    section(
        out,
        page.row().isPresent()
            ? "Stated for a claim of which this holds"
            : "Reports a line of which this holds",
        page.condition().isEmpty() ? "(any line)" : page.condition());
    List<String> earlier = page.answers() ? earlier(edit, edits.catalog()) : List.of();
    if (!earlier.isEmpty()) {
      section(
          out,
          "And none of these earlier edits answers: first match wins (hit policy FIRST)",
          String.join(", ", earlier));
    }
    code.ifPresent(c -> row(out, c, deciding, edits));
    out.println("  Cases");
    for (String yaml : page.cases()) {
      yaml.lines().forEach(line -> out.println("    " + line));
      out.println();
    }
    out.flush();
  }

  /**
   * A requirement reports nothing where its row says so, independent of the state of its document.
   */
  private static String severity(Edit edit, RulePage page) {
    if (page.row().filter(row -> List.of("", "-").contains(row.cell("message"))).isPresent()) {
      return edit.severity() + " (it is listed, and reports nothing)";
    }
    return edit.severity() + (edit.onByDefault() ? "" : ", off by default");
  }

  private void statement(PrintWriter out, PayerRow row) {
    out.println("  What the payer says");
    for (String column : STATED) {
      if (!row.cell(column).isEmpty()) {
        row(out, "  " + column, 14, row.cell(column));
      }
    }
    out.println();
  }

  /** The edits that answer the same question and are listed before this one. */
  private static List<String> earlier(Edit edit, List<Edit> catalog) {
    return catalog.stream()
        .takeWhile(e -> !e.equals(edit))
        .filter(e -> e.question() == edit.question())
        .map(Edit::id)
        .filter(e -> RulePage.of(e).answers())
        .toList();
  }

  private Optional<TableRow> deciding(Edit edit, String code, Cpt76496Edits edits) {
    if (edit.question() != Edit.Question.PROCEDURE) {
      throw new ParameterException(
          command.commandLine(),
          "CODE: only an edit of the first question, procedure/..., rests on a code beside 76496");
    }
    try {
      return TableRow.decidingFor(edit, code, edits.version().coversThrough(), edits.catalog());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(),
          "CODE: expected five letters and digits of a code billed beside 76496, such as 47533",
          e);
    }
  }

  private void row(PrintWriter out, String code, Optional<TableRow> row, Cpt76496Edits edits) {
    out.println("  Row for " + code + " on " + edits.version().coversThrough());
    if (row.isEmpty()) {
      out.println("    none: billed beside 76496 the code does not make this edit report");
    } else {
      out.println("    " + row.get().place());
      row.get().cells().forEach((column, cell) -> row(out, "    " + column, 23, cell));
    }
    out.println();
  }

  private void section(PrintWriter out, String title, String text) {
    out.println("  " + title);
    Wrap.lines(text.replaceAll("\\s+", " "), terminal.width() - 4)
        .forEach(line -> out.println("    " + line));
    out.println();
  }
}
