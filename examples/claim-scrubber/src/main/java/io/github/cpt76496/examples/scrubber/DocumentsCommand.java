package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Citation;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.examples.page.Words;
import io.github.cpt76496.examples.scrubber.report.Cells;
import io.github.cpt76496.examples.scrubber.report.CsvTable;
import io.github.cpt76496.examples.scrubber.report.Documents;
import io.github.cpt76496.examples.scrubber.report.Wrap;
import io.github.cpt76496.json.ReviewJson;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what a payer wants for an unlisted fluoroscopy code, without a claim. */
@Command(
    name = "documents",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says what a payer wants for a line billed with 76496, without a claim: what holds where"
          + " nothing but payer, form and date is known.",
      "Without --payer, lists the payers of whom a rule is known."
    })
final class DocumentsCommand implements Callable<Integer> {

  @Option(
      names = "--payer",
      paramLabel = "FAMILY[/PLAN]",
      description = "for example BCBS/NEBRASKA or MEDICARE/PALMETTO_GBA")
  private Optional<String> payer = Optional.empty();

  @Option(
      names = "--form",
      paramLabel = "professional|institutional",
      defaultValue = "not_stated",
      description = "the claim form (default: not stated)")
  private Form form;

  @Option(
      names = "--line-of-business",
      paramLabel = "PROGRAM",
      defaultValue = "not_stated",
      description =
          "commercial, medicare_ffs, medicare_advantage, medicaid or other (default: not stated)")
  private LineOfBusiness lineOfBusiness;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "date of service, such as 2026-03-02 (default: the last one the rules cover)")
  private Optional<LocalDate> date = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "text|json|csv",
      defaultValue = "text",
      description = "text for people (default), a JSON array, or CSV")
  private DataFormat format;

  @Mixin private LibraryOptions library;

  @Spec private CommandSpec command;

  private final Terminal terminal;

  DocumentsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Cpt76496Edits edits = library.load();
    PrintWriter out = command.commandLine().getOut();
    if (payer.isEmpty()) {
      edits.payers().forEach(out::println);
      out.flush();
      return ScrubberCommand.NOTHING_WRONG;
    }
    Payer asked = payer(edits);
    LocalDate last = edits.version().coversThrough();
    LocalDate day = date.orElse(last);
    if (day.isAfter(last)) {
      command
          .commandLine()
          .getErr()
          .println("--date: the rules cover dates of service through " + last + " only");
    }
    List<DocumentationRequirement> documents = edits.documents(asked, form, day);
    switch (format) {
      case TEXT -> new Text(out, terminal.width()).write(asked, day, Documents.each(documents));
      case JSON -> JsonData.array(out, documents, (json, d) -> new ReviewJson(json).requirement(d));
      case CSV -> writeCsv(out, documents);
    }
    out.flush();
    return ScrubberCommand.NOTHING_WRONG;
  }

  /**
   * A plan without rules of its own is answered with those of its family, so it may be misspelt.
   */
  private Payer payer(Cpt76496Edits edits) {
    String[] parts = payer.orElseThrow().strip().toUpperCase(Locale.ROOT).split("/", 2);
    List<String> families = Arrays.stream(Family.values()).map(Enum::name).toList();
    if (!families.contains(parts[0])) {
      throw new ParameterException(
          command.commandLine(),
          "--payer: expected one of "
              + String.join(", ", families)
              + Nearest.inWords(parts[0], families));
    }
    Payer asked;
    try {
      asked = new Payer(Family.valueOf(parts[0]), parts.length > 1 ? parts[1] : "", lineOfBusiness);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--payer: " + e.getMessage());
    }
    Plans.noticeOf(asked, edits).ifPresent(command.commandLine().getErr()::println);
    return asked;
  }

  private static void writeCsv(PrintWriter out, List<DocumentationRequirement> documents) {
    List<String> columns = new ArrayList<>(Cells.DOCUMENT);
    columns.addAll(Cells.CITATION);
    // Nobody has looked whether a document is there.
    columns.remove("state");
    CsvTable table = new CsvTable(out, columns);
    for (DocumentationRequirement document : documents) {
      Map<String, String> cells = Cells.of(document);
      cells.remove("state");
      table.row(cells);
    }
  }

  /** For a person: the strongest first, each document once. */
  private record Text(PrintWriter out, int width) {

    private static final List<Level> ORDER =
        List.of(
            Level.REQUIRED,
            Level.DO_NOT_SEND,
            Level.REQUIRED_IF,
            Level.ON_REQUEST,
            Level.RECOMMENDED);

    void write(Payer payer, LocalDate day, List<DocumentationRequirement> documents) {
      out.println(payer + ", date of service " + day);
      out.println();
      for (Level level : ORDER) {
        List<DocumentationRequirement> group =
            documents.stream().filter(d -> d.level() == level).toList();
        if (!group.isEmpty()) {
          out.println(Words.capital(Words.of(level)));
          bySource(group).forEach(this::write);
          out.println();
        }
      }
      String silent =
          documents.stream()
              .filter(d -> d.level() == Level.NOT_STATED)
              .map(d -> Words.of(d.item()))
              .collect(Collectors.joining(", "));
      if (!silent.isEmpty()) {
        out.println("No public rule found, which does not mean that it is not required");
        print("  ", silent);
      }
    }

    /** Documents that one source asks for stand together, so that it is named once. */
    private static Map<String, List<DocumentationRequirement>> bySource(
        List<DocumentationRequirement> documents) {
      return documents.stream()
          .collect(Collectors.groupingBy(Text::source, LinkedHashMap::new, Collectors.toList()));
    }

    private static String source(DocumentationRequirement document) {
      Citation citation = document.citation();
      return document.payer()
          + "; "
          + citation.source()
          + " ("
          + citation.sourceDate()
          + ", grade "
          + citation.grade()
          + (citation.grade() == Citation.Grade.U ? ", unverified" : "")
          + ")";
    }

    private void write(String source, List<DocumentationRequirement> documents) {
      for (DocumentationRequirement document : documents) {
        String where =
            document.channels().stream().map(Words::of).collect(Collectors.joining("; or "));
        String without = Words.of(document.consequence());
        print(
            "  ",
            Words.of(document.item())
                + (where.isEmpty() ? "" : ": " + where)
                + (without.isEmpty() ? "" : "; without it: " + without));
      }
      print("      ", source);
      documents.stream()
          .map(document -> document.citation().url())
          .filter(url -> !url.isEmpty())
          .distinct()
          .forEach(url -> out.println("      " + url));
    }

    private void print(String indent, String text) {
      String before = indent;
      for (String line : Wrap.lines(text, width - indent.length() - 2)) {
        out.println(before + line);
        before = indent + "  ";
      }
    }
  }
}
