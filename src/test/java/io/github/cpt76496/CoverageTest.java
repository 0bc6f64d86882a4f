package io.github.cpt76496;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.cpt76496.testkit.RulePages;
import io.github.cpt76496.testkit.RulePages.RulePage;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code rules/COVERAGE.md}, what was left out and why, names no edit and no table that is gone.
 * What is in needs no line there: each page and each row bears its own source.
 */
class CoverageTest {

  private static final Pattern NAMED = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern EDIT = Pattern.compile("(procedure|modifier|documentation)/.*");

  private static final String PAGE = RulePages.text(OwnPages.RULES.resolve("COVERAGE.md"));

  private static final List<String> NAMES =
      NAMED.matcher(PAGE).results().map(r -> r.group(1)).toList();

  @Test
  void everyEditThatIsNamedExists() {
    Set<String> named = edits().collect(toCollection(TreeSet::new));
    assertFalse(named.isEmpty(), "looked at nothing");
    List<String> ids = OwnPages.edits().stream().map(RulePage::id).toList();
    ids.forEach(named::remove);
    ids.forEach(id -> named.remove(id.replaceAll("#.*", "")));
    assertEquals(Set.of(), named, "named and not there");
  }

  @Test
  void everyTableThatIsNamedExists() {
    List<String> tables = NAMES.stream().filter(n -> n.endsWith(".tsv")).toList();
    assertFalse(tables.isEmpty(), "looked at nothing");
    assertEquals(
        List.of(), tables.stream().filter(t -> !Files.exists(OwnPages.RULES.resolve(t))).toList());
  }

  @Test
  void everyLineSaysWhy() {
    List<String> lines = PAGE.lines().filter(l -> l.startsWith("|")).toList();
    assertFalse(lines.isEmpty(), "looked at nothing");
    assertEquals(
        List.of(), lines.stream().filter(l -> l.matches(".*\\|\\s*\\|")).toList(), "no reason");
  }

  private static Stream<String> edits() {
    return NAMES.stream().filter(n -> EDIT.matcher(n).matches());
  }
}
