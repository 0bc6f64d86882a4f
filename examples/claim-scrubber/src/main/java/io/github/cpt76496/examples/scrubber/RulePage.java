package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.examples.page.PayerRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page on which an edit is written, with its cases; this program carries copies of the pages.
 *
 * @param path below {@code rules/}
 * @param inPlainWords the comment above the rule
 * @param condition what holds of the line when the rule reports, as DRL
 * @param answers whether the edit answers its question, and is not advice
 * @param row the row that it is written as, if it is one
 * @param cases the cases of the edit, as YAML
 */
record RulePage(
    String path,
    String inPlainWords,
    String condition,
    boolean answers,
    Optional<PayerRow> row,
    List<String> cases) {

  private static final Pattern LINE_FACTS = Pattern.compile("LineFacts\\((.*)\\)", Pattern.DOTALL);

  static RulePage of(String edit) {
    return PayerRow.of(edit).map(row -> ofRow(edit, row)).orElseGet(() -> ofPage(edit));
  }

  private static RulePage ofRow(String edit, PayerRow row) {
    return new RulePage(
        row.place(),
        row.cell("why"),
        String.join(", ", row.conditions()),
        false,
        Optional.of(row),
        cases(edit, resource("/rules/" + row.casesPath())));
  }

  private static RulePage ofPage(String edit) {
    String page = edit.replaceFirst("#.*", "");
    String path = "rules/" + page + ".drl";
    String drl = resource("/" + path);
    int rule = drl.indexOf("rule \"" + edit + "\"");
    String text = drl.substring(rule, drl.indexOf("\nend", rule));
    Matcher facts =
        LINE_FACTS.matcher(text.substring(text.indexOf("\nwhen"), text.indexOf("\nthen")));
    return new RulePage(
        path,
        lastComment(drl.substring(0, rule)),
        facts.find() ? facts.group(1).strip() : "",
        text.contains("\n    @answer("),
        Optional.empty(),
        cases(edit.substring(page.length()), resource("/rules/" + page + ".cases.yaml")));
  }

  private static String lastComment(String drl) {
    int begin = drl.lastIndexOf("/*");
    return begin < 0
        ? ""
        : drl.substring(begin + 2, drl.indexOf("*/", begin))
            .replaceAll("\\s*\\n \\* ?", " ")
            .strip();
  }

  /** A page of several edits says in every case of which one it is. */
  private static List<String> cases(String fragment, String yaml) {
    return Arrays.stream(yaml.split("(?m)^(?=- name:)"))
        .filter(text -> text.startsWith("- name:"))
        .filter(text -> fragment.isEmpty() || text.contains("edit: \"" + fragment + "\""))
        .map(String::strip)
        .toList();
  }

  private static String resource(String path) {
    try (InputStream in = RulePage.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + ": not in this program's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
