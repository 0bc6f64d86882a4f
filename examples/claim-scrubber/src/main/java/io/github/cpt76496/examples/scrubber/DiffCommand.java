package io.github.cpt76496.examples.scrubber;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cpt76496.Edit;
import io.github.cpt76496.examples.scrubber.report.CsvTable;
import io.github.cpt76496.examples.scrubber.report.Wrap;
import io.github.cpt76496.json.ReviewJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what differs between two dates of service, or two catalogs that were saved. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Says which edits are in force on one date of service and not on the other.",
      "With two files that `catalog --format json` wrote: which edits came, went or changed, say"
          + " between two versions of the library. A date and a file compare the edits in force on"
          + " that date with those of the file."
    })
final class DiffCommand implements Callable<Integer> {

  /** What differs about an edit; which came, which went, which says something else. */
  enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * A difference.
   *
   * @param edit the id
   * @param field what changed, as the JSON form names it; empty where the edit came or went
   * @param before what it was; of an edit that went, its title
   * @param after what it is; of an edit that came, its title
   */
  record Difference(Kind kind, String edit, String field, String before, String after) {}

  @Parameters(index = "0", paramLabel = "OLD", description = "a date of service, or a file")
  private String before;

  @Parameters(index = "1", paramLabel = "NEW", description = "a date of service, or a file")
  private String after;

  @Option(
      names = "--format",
      paramLabel = "text|json|csv",
      defaultValue = "text",
      description = "text for people (default), a JSON array, or CSV")
  private DataFormat format;

  @Mixin private LibraryOptions library;

  @Spec private CommandSpec command;

  private final Terminal terminal;

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Difference> differences = between(edits(before), edits(after));
    PrintWriter out = command.commandLine().getOut();
    switch (format) {
      case TEXT -> writeText(out, differences);
      case JSON -> JsonData.array(out, differences, DiffCommand::write);
      case CSV -> writeCsv(out, differences);
    }
    out.flush();
    return ScrubberCommand.NOTHING_WRONG;
  }

  /** The edits by id, each with its fields as text. */
  private Map<String, Map<String, String>> edits(String dateOrFile) {
    Optional<LocalDate> date = date(dateOrFile);
    if (date.isPresent()) {
      List<Edit> inForce =
          library.load().catalog().stream().filter(e -> e.inForceOn(date.get())).toList();
      StringWriter saved = new StringWriter();
      JsonData.array(saved, inForce, JsonData::edit);
      return edits(dateOrFile, saved.toString());
    }
    try {
      return edits(dateOrFile, Files.readString(Path.of(dateOrFile)));
    } catch (IOException | InvalidPathException e) {
      throw new ParameterException(
          command.commandLine(),
          dateOrFile + ": neither a date such as 2026-03-02 nor a file that can be read");
    }
  }

  private Map<String, Map<String, String>> edits(String name, String saved) {
    Map<String, Map<String, String>> edits = new LinkedHashMap<>();
    try {
      for (JsonNode edit : new JsonMapper().readTree(saved)) {
        edits.put(edit.path("edit").asText(), fields(edit));
      }
    } catch (JsonProcessingException e) {
      edits.clear();
    }
    if (edits.isEmpty() || edits.containsKey("")) {
      throw new ParameterException(
          command.commandLine(), name + ": no list that `catalog --format json` has written");
    }
    return edits;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> fields(JsonNode edit) {
    Map<String, String> fields = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : edit.properties()) {
      if (field.getValue().isObject()) {
        fields(field.getValue())
            .forEach((name, text) -> fields.put(field.getKey() + "." + name, text));
      } else {
        fields.put(field.getKey(), field.getValue().asText(""));
      }
    }
    return fields;
  }

  static List<Difference> between(
      Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
    List<Difference> differences = new ArrayList<>();
    before.forEach(
        (id, edit) -> {
          if (!after.containsKey(id)) {
            differences.add(
                new Difference(Kind.REMOVED, id, "", edit.getOrDefault("title", ""), ""));
          }
        });
    after.forEach(
        (id, edit) -> {
          if (!before.containsKey(id)) {
            differences.add(new Difference(Kind.ADDED, id, "", "", edit.getOrDefault("title", "")));
          } else {
            differences.addAll(changes(id, before.get(id), edit));
          }
        });
    return differences;
  }

  private static List<Difference> changes(
      String id, Map<String, String> before, Map<String, String> after) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<Difference> changes = new ArrayList<>();
    for (String name : names) {
      String was = before.getOrDefault(name, "");
      String is = after.getOrDefault(name, "");
      if (!was.equals(is)) {
        changes.add(new Difference(Kind.CHANGED, id, name, was, is));
      }
    }
    return changes;
  }

  private void writeText(PrintWriter out, List<Difference> differences) {
    for (Difference difference : differences) {
      switch (difference.kind()) {
        case ADDED -> print(out, "+ ", difference.edit(), difference.after());
        case REMOVED -> print(out, "- ", difference.edit(), difference.before());
        case CHANGED ->
            print(
                out,
                "~ ",
                difference.edit(),
                difference.field()
                    + ": "
                    + orNone(difference.before())
                    + " -> "
                    + orNone(difference.after()));
      }
    }
    out.println(
        differences.isEmpty()
            ? "No edit differs"
            : differences.size() + (differences.size() == 1 ? " difference" : " differences"));
  }

  private void print(PrintWriter out, String mark, String id, String text) {
    out.println(mark + id);
    Wrap.lines(text, terminal.width() - 6).forEach(line -> out.println("    " + line));
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "none" : text;
  }

  private static void write(JsonGenerator json, Difference difference) throws IOException {
    ReviewJson parts = new ReviewJson(json);
    json.writeStartObject();
    json.writeStringField("kind", difference.kind().name());
    json.writeStringField("edit", difference.edit());
    parts.text("field", difference.field());
    parts.text("before", difference.before());
    parts.text("after", difference.after());
    json.writeEndObject();
  }

  private static void writeCsv(PrintWriter out, List<Difference> differences) {
    CsvTable table = new CsvTable(out, List.of("kind", "edit", "field", "before", "after"));
    for (Difference difference : differences) {
      table.row(
          Map.of(
              "kind",
              difference.kind().name(),
              "edit",
              difference.edit(),
              "field",
              difference.field(),
              "before",
              difference.before(),
              "after",
              difference.after()));
    }
  }
}
