package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.testkit.RulePages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No rule appears, changes or moves in time without a line in {@code rules/CHANGELOG.md}. */
class ChangeLogTest {

  private static final Path PAGE = OwnPages.RULES.resolve("CHANGELOG.md");
  private static final Path DIGESTS = Path.of("src/test/resources/rule-digests.tsv");
  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();

  @TestFactory
  Stream<DynamicTest> everyEditHasALineWithItsDates() {
    assertFalse(EDITS.catalog().isEmpty(), "looked at nothing");
    List<String> lines = RulePages.text(PAGE).lines().toList();
    return EDITS.catalog().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.id(),
                    () -> assertTrue(lines.stream().anyMatch(l -> tells(l, e)), () -> noLine(e))));
  }

  private static String noLine(Edit edit) {
    return edit.id()
        + ": no line of rules/CHANGELOG.md names its page and \"| "
        + dates(edit)
        + " |\", the dates of service affected";
  }

  @Test
  void theRuleSetHasAHeading() {
    assertTrue(
        RulePages.text(PAGE).lines().anyMatch(("## " + EDITS.version().ruleSet())::equals),
        EDITS.version()::ruleSet);
  }

  @Test
  void everyReferenceTableIsNamed() {
    String text = RulePages.text(PAGE);
    List<Path> tables = OwnPages.tables();
    assertFalse(tables.isEmpty(), "looked at nothing");
    for (Path table : tables) {
      String name = "`reference/" + table.getFileName() + "`";
      assertTrue(text.contains(name), name);
    }
  }

  /**
   * A page or table that differs from its digest needs a new line in the change log first; then
   * {@code -Dapprove=true} writes the digests. Each row holds the digest of the page and that of
   * its lines in the log, so that approval alone does not pass and no version control is asked.
   */
  @Test
  void noPageChangesWithoutALine() throws IOException {
    Map<String, String[]> approved = new HashMap<>();
    for (String row : Files.readAllLines(DIGESTS)) {
      String[] cells = row.split("\t", -1);
      approved.put(cells[0], cells);
    }
    StringBuilder rows = new StringBuilder();
    for (Path file : pagesAndTables()) {
      String page = OwnPages.RULES.relativize(file).toString().replace('\\', '/');
      String logged = digest(linesAbout(page));
      String content = digest(RulePages.text(file));
      String[] before = approved.getOrDefault(page, new String[] {page, content, ""});
      assertFalse(
          !before[1].equals(content) && before[2].equals(logged),
          () -> "rules/" + page + " changed; add a line to rules/CHANGELOG.md");
      rows.append(page).append('\t').append(content).append('\t').append(logged).append('\n');
    }
    GeneratedPage.requireCurrent(DIGESTS, rows.toString());
  }

  private static List<Path> pagesAndTables() {
    List<Path> files = new ArrayList<>(RulePages.files(OwnPages.RULES));
    assertFalse(files.isEmpty(), "looked at nothing");
    files.addAll(OwnPages.payerTables());
    files.addAll(OwnPages.tables());
    return files;
  }

  private static String linesAbout(String page) {
    String lines =
        RulePages.text(PAGE)
            .lines()
            .filter(l -> l.contains("(" + page + ")"))
            .collect(Collectors.joining("\n"));
    assertFalse(lines.isEmpty(), () -> "no line links to " + page);
    return lines;
  }

  /** Of the text without white space: where its lines are broken says nothing. */
  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  text.replaceAll("\\s+", "")
                      .replace("\"+\"", "")
                      .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A line names the page, the item where the page holds several, and first and last day. */
  private static boolean tells(String line, Edit edit) {
    int item = edit.id().indexOf('#');
    String page = item < 0 ? edit.id() : edit.id().substring(0, item);
    return line.contains("`" + page + "`")
        && (item < 0 || line.contains("`" + edit.id().substring(item) + "`"))
        && line.contains("| " + dates(edit) + " |");
  }

  private static String dates(Edit edit) {
    LocalDate first = edit.effectiveDate();
    if (edit.endDate().equals(Edit.NO_END)) {
      return first.getYear() <= 1 ? "any" : "from " + first;
    }
    return (first.getYear() <= 1 ? "any" : first) + " to " + edit.endDate();
  }
}
