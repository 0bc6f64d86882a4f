package io.github.cpt76496.examples.catalogsite;

import io.github.cpt76496.examples.page.PayerRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the page of an edit says beyond the catalog.
 *
 * @param path of the page below {@code rules/}
 * @param inPlainWords the comment above the rule
 * @param keys its metadata
 * @param conditions what holds of a line when the rule reports, all of them, as written
 */
record RulePage(
    String path, String inPlainWords, Map<String, String> keys, List<String> conditions) {

  private static final Pattern KEY = Pattern.compile("    @(\\w+)\\(\"([^\"]*)\"\\)\\n");
  private static final Pattern LINE_FACTS = Pattern.compile("LineFacts\\((.*)\\)", Pattern.DOTALL);

  /** The columns of a row that a page has as keys under another name. */
  private static final Map<String, String> KEY_OF_COLUMN =
      Map.of(
          "effective_date", "effectiveDate",
          "end_date", "endDate",
          "last_review_date", "lastReviewDate");

  static RulePage of(String edit) {
    return PayerRow.of(edit).map(RulePage::ofRow).orElseGet(() -> ofPage(edit));
  }

  private static RulePage ofRow(PayerRow row) {
    Map<String, String> keys = new TreeMap<>();
    row.cells()
        .forEach((column, cell) -> keys.put(KEY_OF_COLUMN.getOrDefault(column, column), cell));
    return new RulePage(row.table(), row.cell("why"), keys, row.conditions());
  }

  private static RulePage ofPage(String edit) {
    String path = edit.replaceFirst("#.*", "") + ".drl";
    String drl = Resources.rules(path);
    int rule = drl.indexOf("rule \"" + edit + "\"\n");
    int when = drl.indexOf("\nwhen\n", rule);
    int then = drl.indexOf("\nthen\n", when);
    int comment = drl.lastIndexOf("/*", rule);
    if (rule < 0 || when < 0 || then < 0 || comment < 0) {
      throw new IllegalStateException("rules/" + path + ": not in the form of a page");
    }
    return new RulePage(
        path,
        drl.substring(comment + 2, drl.indexOf("*/", comment))
            .replaceAll("\\s*\\n \\* ?", " ")
            .strip(),
        keys(drl.substring(rule, when)),
        conditions(drl.substring(when, then)));
  }

  private static Map<String, String> keys(String text) {
    Map<String, String> keys = new TreeMap<>();
    KEY.matcher(text + "\n").results().forEach(r -> keys.put(r.group(1), r.group(2)));
    return keys;
  }

  private static List<String> conditions(String when) {
    Matcher facts = LINE_FACTS.matcher(when);
    if (!facts.find()) {
      throw new IllegalStateException("no condition on the facts of a line in: " + when.strip());
    }
    return atTopLevel(facts.group(1));
  }

  /** Parts between commas that stand in no parentheses and in no text. */
  private static List<String> atTopLevel(String constraints) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int begin = 0;
    for (int i = 0; i < constraints.length(); i++) {
      char c = constraints.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0 && !quoted) {
        parts.add(constraints.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    parts.add(constraints.substring(begin).strip());
    parts.removeIf(String::isEmpty);
    return List.copyOf(parts);
  }

  /** The value of a key, or empty. */
  String key(String name) {
    return keys.getOrDefault(name, "");
  }

  /** The values of a key that holds several. */
  List<String> values(String name) {
    return Arrays.stream(key(name).split(", ", -1)).filter(v -> !v.isEmpty()).toList();
  }

  String casesPath() {
    return path.replaceFirst("\\.(drl|tsv)$", ".cases.yaml");
  }
}
