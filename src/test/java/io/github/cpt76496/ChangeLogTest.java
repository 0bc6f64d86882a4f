package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No rule appears or moves in time without a line in {@code rules/CHANGELOG.md}. */
class ChangeLogTest {

  private static final Path PAGE = CaseFile.RULES.resolve("CHANGELOG.md");
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
                    () -> assertTrue(lines.stream().anyMatch(l -> tells(l, e)), "no line")));
  }

  @Test
  void theRuleSetHasAHeading() {
    assertTrue(
        RulePages.text(PAGE).lines().anyMatch(("## " + EDITS.version().ruleSet())::equals),
        EDITS.version()::ruleSet);
  }

  @Test
  void everyReferenceTableIsNamed() throws IOException {
    String text = RulePages.text(PAGE);
    try (Stream<Path> tables = Files.list(CaseFile.RULES.resolve("reference"))) {
      List<String> names = tables.map(t -> "`reference/" + t.getFileName() + "`").toList();
      assertFalse(names.isEmpty(), "looked at nothing");
      names.forEach(n -> assertTrue(text.contains(n), n));
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
