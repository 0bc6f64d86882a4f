package io.github.cpt76496.examples.catalogsite;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changed with each rule set, from {@code rules/CHANGELOG.md}: headings, paragraphs, lists and
 * tables with code, links and bold words, which is all that the file uses.
 */
final class ChangesSection {

  private static final Pattern INLINE =
      Pattern.compile(
          "\\[`?(?<linked>[^`\\]]+)`?\\]\\((?<to>[^)]+)\\)|`(?<code>[^`]+)`|\\*\\*(?<bold>[^*]+)\\*\\*");

  private static final String ITEM = "- ";

  private final Catalog catalog;
  private final String changeLog;

  ChangesSection(Catalog catalog, String changeLog) {
    this.catalog = catalog;
    this.changeLog = changeLog;
  }

  /** Newest rule set first, as in the file. */
  String html() {
    String[] ruleSets = changeLog.split("(?m)^## ", -1);
    return Arrays.stream(ruleSets).skip(1).map(this::ruleSet).collect(joining());
  }

  private String ruleSet(String text) {
    String[] parts = text.split("(?m)^### ", -1);
    int end = parts[0].indexOf('\n');
    StringBuilder html = new StringBuilder();
    html.append("<h3>Rule set %s</h3>\n".formatted(inline(parts[0].substring(0, end))));
    html.append(blocks(parts[0].substring(end)));
    for (int i = 1; i < parts.length; i++) {
      int heading = parts[i].indexOf('\n');
      String body = parts[i].substring(heading);
      html.append(
          "<details class=\"change\"><summary>%s <span class=\"quiet\">%s</span></summary>\n%s</details>\n"
              .formatted(inline(parts[i].substring(0, heading)), entries(body), blocks(body)));
    }
    return html.toString();
  }

  /** Rows of tables and items of lists; nothing where there is only text. */
  private static String entries(String body) {
    long entries =
        body.lines().filter(l -> l.startsWith("| ") || l.startsWith(ITEM)).count()
            - body.lines().filter(l -> l.startsWith("|--")).count();
    return entries == 0 ? "" : entries == 1 ? "1 entry" : entries + " entries";
  }

  /** A list may follow its paragraph without a line between. */
  private String blocks(String text) {
    return Arrays.stream(text.strip().split("\\n\\n+|(?<=\\n)(?=- )", -1))
        .filter(b -> !b.isBlank())
        .map(String::strip)
        .map(this::block)
        .collect(joining())
        .replace("</ul>\n<ul>\n", "");
  }

  private String block(String block) {
    if (block.startsWith("|")) {
      return table(block);
    }
    return block.startsWith(ITEM)
        ? "<ul>\n<li>" + inline(block.substring(ITEM.length())) + "</li>\n</ul>\n"
        : "<p>" + inline(block) + "</p>\n";
  }

  private String table(String block) {
    List<String> lines = new ArrayList<>(block.lines().toList());
    String head = cells(lines.get(0), "th scope=\"col\"", "th");
    return lines.stream()
        .skip(2)
        .map(l -> "<tr>" + cells(l, "td", "td") + "</tr>\n")
        .collect(
            joining(
                "",
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Changes\"><table"
                    + " class=\"changes\"><thead><tr>"
                    + head
                    + "</tr></thead><tbody>\n",
                "</tbody></table></div>\n"));
  }

  private String cells(String line, String open, String close) {
    String inner = line.strip().replaceAll("^\\||\\|$", "");
    return Arrays.stream(inner.split("\\|", -1))
        .map(c -> "<" + open + ">" + inline(c.strip()) + "</" + close + ">")
        .collect(joining());
  }

  private String inline(String text) {
    StringBuilder html = new StringBuilder();
    Matcher part = INLINE.matcher(text);
    int end = 0;
    while (part.find()) {
      html.append(Html.escape(text.substring(end, part.start())));
      html.append(
          part.group("code") != null
              ? "<code>" + Html.escape(part.group("code")) + "</code>"
              : part.group("bold") != null
                  ? "<strong>" + Html.escape(part.group("bold")) + "</strong>"
                  : linked(part.group("linked"), part.group("to")));
      end = part.end();
    }
    return html.append(Html.escape(text.substring(end))).toString();
  }

  /** A page becomes a link to its first edit; what is not on this page stays a name. */
  private String linked(String words, String path) {
    String code = "<code>" + Html.escape(words) + "</code>";
    return catalog.entries().stream()
        .filter(e -> e.page().path().equals(path))
        .findFirst()
        .map(e -> "<a href=\"%s\">%s</a>".formatted(Html.escape(Html.anchor(e.id())), code))
        .orElse(code);
  }
}
