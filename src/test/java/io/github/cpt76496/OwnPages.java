package io.github.cpt76496;

import io.github.cpt76496.testkit.CaseFile;
import io.github.cpt76496.testkit.RulePages;
import io.github.cpt76496.testkit.RulePages.RulePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The library's own pages, their cases and the reference tables. */
public final class OwnPages {

  public static final Path RULES = Path.of("rules");

  /** How a source begins that is no page of anybody: what the rule set says of itself. */
  static final String OF_THE_RULE_SET = "cpt76496-edits, ";

  private OwnPages() {}

  /** The pages, but for those that decide about the tables. */
  public static List<RulePage> all() {
    return RulePages.all(RULES).stream().filter(p -> !p.decides()).toList();
  }

  public static List<CaseFile> cases() {
    return CaseFile.all(RULES, "");
  }

  /** The reference tables, without their cases. */
  static List<Path> tables() {
    try (Stream<Path> files = Files.list(RULES.resolve("reference"))) {
      return files.filter(f -> !f.toString().endsWith(".cases.tsv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The library's own edits: the pages, and the rows of payers' tables as pages would put them. */
  public static List<RulePage> edits() {
    List<RulePage> edits = new ArrayList<>(all());
    Map<String, Map<String, String>> sources = new HashMap<>();
    rows(RULES.resolve("reference/sources.tsv")).forEach(s -> sources.put(s.get("id"), s));
    for (Path table : payerTables()) {
      for (Map<String, String> row : rows(table)) {
        if (!row.get("title").isEmpty()) {
          edits.add(asPage(table, row, sources.get(row.get("source"))));
        }
      }
    }
    return edits;
  }

  /** Not a payer's statements, but where somebody looked for them. */
  static final Path SEARCHED = Path.of("searched.tsv");

  /** The tables of payers' statements. */
  static List<Path> payerTables() {
    try (Stream<Path> files = Files.list(RULES.resolve("documentation"))) {
      return files
          .filter(f -> f.toString().endsWith(".tsv") && !f.endsWith(SEARCHED))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a table, by column. */
  static List<Map<String, String>> rows(Path table) {
    List<String> lines =
        RulePages.text(table).lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    String[] columns = lines.get(0).split("\t", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.length; i++) {
        row.put(columns[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  /** The columns of a payer's table that a page has as keys. */
  private static final Map<String, String> KEY_OF_COLUMN =
      Map.ofEntries(
          Map.entry("title", "title"),
          Map.entry("severity", "severity"),
          Map.entry("grade", "grade"),
          Map.entry("payer", "payer"),
          Map.entry("item", "item"),
          Map.entry("level", "level"),
          Map.entry("channels", "channels"),
          Map.entry("consequence", "consequence"),
          Map.entry("scope", "scope"),
          Map.entry("carc", "carc"),
          Map.entry("rarc", "rarc"),
          Map.entry("effective_date", "effectiveDate"),
          Map.entry("end_date", "endDate"),
          Map.entry("last_review_date", "lastReviewDate"));

  private static RulePage asPage(Path table, Map<String, String> row, Map<String, String> source) {
    StringBuilder keys = new StringBuilder();
    row.forEach(
        (column, cell) -> {
          String key = KEY_OF_COLUMN.get(column);
          if (key != null && (!cell.isEmpty() || key.equals("channels"))) {
            keys.append("    @%s(\"%s\")\n".formatted(key, cell));
          }
        });
    keys.append("    @source(\"%s\")\n".formatted(source.get("source")));
    keys.append("    @sourceDate(\"%s\")\n".formatted(source.get("source_date")));
    keys.append("    @url(\"%s\")\n".formatted(source.get("url")));
    List<String> conditions = new ArrayList<>();
    String[] payer = row.get("payer").split("/", -1);
    if (!payer[0].equals("ANY")) {
      conditions.add("payerFamily == \"" + payer[0] + "\"");
    }
    if (payer.length > 1) {
      conditions.add("payerPlan == \"" + payer[1] + "\"");
    }
    conditions.add(oneOf("lineOfBusiness", row.get("line_of_business")));
    conditions.add(
        row.get("form").equals("PROFESSIONAL, NOT_STATED")
            ? "form != \"INSTITUTIONAL\""
            : oneOf("form", row.get("form")));
    conditions.removeIf(String::isEmpty);
    return new RulePage(
        RULES.relativize(table).toString().replace('\\', '/'),
        row.get("id"),
        row.get("why"),
        keys.toString(),
        "    $line : LineFacts( " + String.join(", ", conditions) + " )\n",
        row.get("message"));
  }

  private static String oneOf(String property, String listed) {
    if (listed.isEmpty()) {
      return "";
    }
    String quoted = '"' + listed.replace(", ", "\", \"") + '"';
    return property + (listed.contains(",") ? " in ( " + quoted + " )" : " == " + quoted);
  }
}
