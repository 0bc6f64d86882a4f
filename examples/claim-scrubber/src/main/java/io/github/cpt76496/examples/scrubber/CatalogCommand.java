package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Edit;
import io.github.cpt76496.Edit.Question;
import io.github.cpt76496.examples.scrubber.report.Cells;
import io.github.cpt76496.examples.scrubber.report.CsvTable;
import io.github.cpt76496.examples.scrubber.report.Wrap;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the edits. */
@Command(
    name = "catalog",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Lists the edits, or those that name all of the words.")
final class CatalogCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "WORD",
      description = "words of the id, title or source, for example medicare modifier")
  private List<String> words = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json|csv",
      defaultValue = "text",
      description = "text for people (default), a JSON array, or CSV")
  private DataFormat format;

  @Mixin private LibraryOptions library;

  @Spec private CommandSpec command;

  private final Terminal terminal;

  CatalogCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    List<Edit> edits = library.load().catalog().stream().filter(this::isMeant).toList();
    switch (format) {
      case TEXT -> writeText(out, edits);
      case JSON -> JsonData.array(out, edits, JsonData::edit);
      case CSV -> writeCsv(out, edits);
    }
    out.flush();
    return ScrubberCommand.NOTHING_WRONG;
  }

  private void writeText(PrintWriter out, List<Edit> edits) {
    for (Edit edit : edits) {
      out.printf("%-8s%s%n", edit.severity(), edit.id());
      print(out, edit.title());
      print(
          out,
          dates(edit) + "; " + edit.citation().source() + ", grade " + edit.citation().grade());
    }
    out.println(edits.size() + (edits.size() == 1 ? " edit" : " edits") + nearest(edits));
  }

  /** What a word may have meant that names nothing; the parts of ids are what is searched for. */
  private String nearest(List<Edit> found) {
    if (!found.isEmpty()) {
      return "";
    }
    List<Edit> all = library.load().catalog();
    Set<String> parts = new TreeSet<>();
    all.forEach(edit -> parts.addAll(List.of(edit.id().split("[/#_:-]"))));
    return words.stream()
        .filter(word -> all.stream().noneMatch(edit -> names(edit, word)))
        .map(word -> Nearest.inWords(word, parts))
        .collect(Collectors.joining());
  }

  private void print(PrintWriter out, String text) {
    Wrap.lines(text, terminal.width() - 8).forEach(line -> out.println("        " + line));
  }

  private static void writeCsv(PrintWriter out, List<Edit> edits) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "edit",
                "question",
                "title",
                "severity",
                "onByDefault",
                "effectiveDate",
                "endDate"));
    columns.addAll(Cells.CITATION);
    CsvTable table = new CsvTable(out, columns);
    for (Edit edit : edits) {
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put("edit", edit.id());
      cells.put("question", edit.question().name());
      cells.put("title", edit.title());
      cells.put("severity", edit.severity().name());
      cells.put("onByDefault", Boolean.toString(edit.onByDefault()));
      cells.put("effectiveDate", edit.effectiveDate().toString());
      cells.put("endDate", edit.endDate().equals(Edit.NO_END) ? "" : edit.endDate().toString());
      cells.putAll(Cells.of(edit.citation()));
      table.row(cells);
    }
  }

  private boolean isMeant(Edit edit) {
    return words.stream().allMatch(word -> names(edit, word));
  }

  private static boolean names(Edit edit, String word) {
    return (edit.id() + " " + edit.title() + " " + edit.citation().source())
        .toLowerCase(Locale.ROOT)
        .contains(word.toLowerCase(Locale.ROOT));
  }

  static String dates(Edit edit) {
    String from = "dates of service from " + edit.effectiveDate();
    return edit.endDate().equals(Edit.NO_END) ? from : from + " through " + edit.endDate();
  }

  static String question(Question question) {
    return switch (question) {
      case PROCEDURE -> "1, does 76496 apply?";
      case MODIFIER -> "2, is modifier 26 valid?";
      case DOCUMENTATION -> "3, which documentation does the payer require?";
    };
  }
}
