package io.github.cpt76496.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.testkit.RulePages.RulePage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a reader of any page may rely on. A host's build holds its own pages to the same by
 * extending this class.
 */
public abstract class PageStyle {

  private static final List<String> KEY_ORDER =
      List.of(
          "title",
          "severity",
          "grade",
          "answer",
          "asks",
          "default",
          "payer",
          "item",
          "level",
          "channels",
          "consequence",
          "scope",
          "candidates",
          "carc",
          "rarc",
          "source",
          "sourceDate",
          "url",
          "effectiveDate",
          "endDate",
          "lastReviewDate");

  /** What a page that is no edit may be about. */
  private static final List<String> DECIDED = List.of("StatementAndClaim", "PlanAndFamily");

  private static final String HEADER =
      """
      package %s

      import io.github.cpt76496.page.%s
      global io.github.cpt76496.page.%s

      """;

  /** The pages of a payer stand in the folder of its family. */
  private static final Pattern OF_PAYER =
      Pattern.compile("documentation/(?!claim-format)([a-z-]+)/.*");

  private static final int LONGEST_LINE = 100;

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(salience|agenda-group|activation-group|ruleflow-group|date-effective|date-expires"
              + "|no-loop|lock-on-active|dialect|eval|modify|update|insert|delete|retract|if)\\b");

  /** The payer's own words for what it did; ours are about the line. */
  private static final Pattern OUR_PREDICTION =
      Pattern.compile("\\b(will be (denied|paid|approved)|you must|add modifier|append)\\b");

  private final Path rules;
  private final String rulesPackage;
  private final String prefix;
  private final List<RulePage> pages;

  /**
   * The pages of a folder.
   *
   * @param rules the folder
   * @param rulesPackage the package that they are compiled into
   * @param prefix what the id of every edit begins with: empty, or a host's with its colon
   */
  protected PageStyle(Path rules, String rulesPackage, String prefix) {
    this.rules = rules;
    this.rulesPackage = rulesPackage;
    this.prefix = prefix;
    this.pages = RulePages.all(rules);
  }

  @Test
  void everyPageIsReadWhole() {
    assertFalse(pages.isEmpty());
    long written =
        RulePages.files(rules).stream()
            .flatMap(f -> RulePages.text(f).lines())
            .filter(l -> l.startsWith("rule "))
            .count();
    assertEquals(written, pages.size(), "a rule is not in the form of a page");
    for (Path file : RulePages.files(rules)) {
      String text = RulePages.text(file);
      assertTrue(
          text.startsWith(HEADER.formatted(rulesPackage, "LineFacts", "Findings findings"))
              || DECIDED.stream()
                  .anyMatch(
                      fact ->
                          text.startsWith(
                              HEADER.formatted(rulesPackage, fact, "Decisions decisions"))),
          file + " does not begin with the header");
    }
  }

  /** Keys hold one value each, however long; what is read as a sentence or a test is broken. */
  @Test
  void noLineOfAPageIsLongerThanAScreen() {
    for (Path file : RulePages.files(rules)) {
      for (String line : RulePages.text(file).lines().toList()) {
        assertTrue(line.length() <= LONGEST_LINE || line.startsWith("    @"), file + ": " + line);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> pagesKeepTheStyle() {
    return pages.stream()
        .map(
            p -> DynamicTest.dynamicTest(p.id(), () -> assertAll(p.id(), () -> requireStyleOf(p))));
  }

  private void requireStyleOf(RulePage page) {
    if (page.decides()) {
      requireStyleOfDecision(page);
    } else {
      requireStyle(page);
    }
  }

  /** A page that is no edit: it decides about the tables, in one pattern and one statement. */
  private void requireStyleOfDecision(RulePage page) {
    assertEquals(prefix + page.path(), page.id() + ".drl", "the id is the path");
    assertEquals(List.of("decides"), page.keyNames(), "what it decides");
    assertTrue(
        DECIDED.stream().anyMatch(fact -> page.when().startsWith("    $pair : " + fact + "( ")),
        "one pattern");
    assertTrue(
        page.then().matches("    decisions\\.\\w+\\( \\$pair \\);\\n"),
        "it decides and does nothing else");
    assertTrue(page.comment().strip().length() > 20, "a comment a coder would say to a colleague");
  }

  private void requireStyle(RulePage page) {
    String id = page.id();
    String pageOfId = (id.contains("#") ? id.substring(0, id.indexOf('#')) : id) + ".drl";
    assertEquals(prefix + page.path(), pageOfId, "the id is the path");
    assertTrue(page.hasOnlyKeys(), "metadata is one key a line, each with one quoted value");
    List<String> inOrder = new ArrayList<>(KEY_ORDER);
    inOrder.retainAll(page.keyNames());
    assertEquals(inOrder, page.keyNames(), "keys in the order of the house");
    assertEquals(1, page.when().lines().count(), "one pattern");
    assertTrue(page.when().startsWith("    $line : LineFacts( "), "one pattern over LineFacts");
    assertEquals(1, page.then().lines().count(), "one statement");
    assertTrue(
        page.then()
            .matches(
                "    findings\\.(add|require)\\( drools\\.getRule\\(\\)\\.getName\\(\\),"
                    + " \\$line.*\\);\\n"),
        "the consequence reports and does nothing else");
    assertFalse(
        FORBIDDEN
            .matcher(
                page.when() + withoutText(page.then()) + page.keys().replaceAll("\"[^\"]*\"", ""))
            .find(),
        "no control flow");
    assertFalse(OUR_PREDICTION.matcher(page.then()).find(), "no prediction, no instruction");
    assertFalse(page.then().contains(page.id()), "the message does not repeat the id");
    assertTrue(page.comment().strip().length() > 20, "a comment a coder would say to a colleague");
    assertFalse(page.when().contains("date"), "no date in a condition");
    assertFalse(page.key("title").endsWith("."), "a title is no sentence");
    String url = page.key("url");
    assertTrue(
        url.isEmpty() || url.matches("https?://.*") || Files.exists(Path.of(url)),
        "an address that leads nowhere");
    requirePayerAsConditioned(page);
    Matcher ofPayer = OF_PAYER.matcher(page.path());
    if (ofPayer.matches()) {
      String family = ofPayer.group(1).toUpperCase(Locale.ROOT).replace('-', '_');
      assertTrue(
          page.when().contains("payerFamily == \"" + family + "\""),
          "a page among those of a payer family tests for that family");
    }
  }

  /** A page that names a payer tests for that payer, and one that tests for one names it. */
  private static void requirePayerAsConditioned(RulePage page) {
    String payer = page.key("payer");
    if (payer.isEmpty() || payer.equals("ANY")) {
      return;
    }
    String[] parts = payer.split("/", -1);
    assertTrue(
        page.when().contains("payerFamily == \"" + parts[0] + "\""),
        "tests for the payer it names");
    assertEquals(
        parts.length > 1,
        page.when().contains("payerPlan == "),
        "names a plan exactly where it tests for one");
    if (parts.length > 1) {
      assertTrue(page.when().contains("payerPlan == \"" + parts[1] + "\""), "the plan it names");
    }
  }

  private static String withoutText(String code) {
    return code.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "");
  }

  @Test
  void oneSourceHasOneAddress() {
    Map<String, String> addresses = new HashMap<>();
    for (RulePage page : pages) {
      String source = page.key("source");
      String address = addresses.putIfAbsent(source, page.key("url"));
      assertTrue(
          address == null || address.equals(page.key("url")),
          () -> "\"" + source + "\" has two addresses, one of them on " + page.id());
    }
  }
}
