package io.github.cpt76496;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of {@code rules/} as text. */
public final class RulePages {

  private static final Pattern RULE =
      Pattern.compile(
          "/\\*\\n(?<comment>.*?)\\*/\\nrule \"(?<id>[^\"]+)\"\\n(?<keys>.*?)when\\n(?<when>.*?)then\\n"
              + "(?<then>.*?)end\\n",
          Pattern.DOTALL);
  private static final Pattern KEY = Pattern.compile("    @(\\w+)\\(\"([^\"]*)\"\\)\\n");

  private RulePages() {}

  /** The reference tables, without their cases. */
  static List<Path> tables() {
    try (Stream<Path> files = Files.list(CaseFile.RULES.resolve("reference"))) {
      return files.filter(f -> !f.toString().endsWith(".cases.tsv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One rule of a page.
   *
   * @param path path of the page below {@code rules/}
   * @param id name of the rule
   * @param comment the words above it
   * @param keys its metadata lines
   * @param when its condition
   * @param then its consequence
   */
  public record RulePage(
      String path, String id, String comment, String keys, String when, String then) {

    public List<String> keyNames() {
      return KEY.matcher(keys).results().map(r -> r.group(1)).toList();
    }

    /** Whether the metadata is nothing but well-formed keys. */
    boolean hasOnlyKeys() {
      return KEY.matcher(keys).replaceAll("").isEmpty();
    }

    public String key(String name) {
      return KEY.matcher(keys)
          .results()
          .filter(r -> r.group(1).equals(name))
          .map(r -> r.group(2))
          .findFirst()
          .orElse("");
    }

    /** Whether it is no edit, but decides about what the tables state. */
    boolean decides() {
      return !key("decides").isEmpty();
    }

    @Override
    public String toString() {
      return id;
    }
  }

  static List<Path> files(Path rules) {
    try (Stream<Path> files = Files.walk(rules)) {
      return files.filter(f -> f.toString().endsWith(".drl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The library's own pages, but for those that decide about the tables. */
  public static List<RulePage> all() {
    return all(CaseFile.RULES).stream().filter(p -> !p.decides()).toList();
  }

  static List<RulePage> all(Path rules) {
    return files(rules).stream().flatMap(file -> rules(rules, file)).toList();
  }

  /** The library's own edits: the pages, and the rows of payers' tables as pages would put them. */
  public static List<RulePage> edits() {
    List<RulePage> edits = new ArrayList<>(all());
    Map<String, Map<String, String>> sources = new HashMap<>();
    rows(CaseFile.RULES.resolve("reference/sources.tsv")).forEach(s -> sources.put(s.get("id"), s));
    for (Path table : payerTables()) {
      for (Map<String, String> row : rows(table)) {
        if (!row.get("title").isEmpty()) {
          edits.add(asPage(table, row, sources.get(row.get("source"))));
        }
      }
    }
    return edits;
  }

  /** The tables of payers' statements. */
  static List<Path> payerTables() {
    try (Stream<Path> files = Files.list(CaseFile.RULES.resolve("documentation"))) {
      return files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a table, by column. */
  static List<Map<String, String>> rows(Path table) {
    List<String> lines =
        text(table).lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
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

  private static RulePage asPage(
      Path table, Map<String, String> row, Map<String, String> source) {
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
        CaseFile.RULES.relativize(table).toString().replace('\\', '/'),
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

  private static Stream<RulePage> rules(Path rules, Path file) {
    String path = rules.relativize(file).toString().replace('\\', '/');
    return RULE.matcher(text(file)).results().map(r -> page(path, r.group()));
  }

  private static RulePage page(String path, String text) {
    Matcher rule = RULE.matcher(text);
    if (!rule.matches()) {
      throw new IllegalStateException(path + ": not in the form of a page");
    }
    return new RulePage(
        path,
        rule.group("id"),
        rule.group("comment"),
        rule.group("keys"),
        rule.group("when"),
        rule.group("then"));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
