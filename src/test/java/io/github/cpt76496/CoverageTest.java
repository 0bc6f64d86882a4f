package io.github.cpt76496;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.testkit.RulePages;
import io.github.cpt76496.testkit.RulePages.RulePage;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code rules/COVERAGE.md} names every page, and nothing that does not exist. */
class CoverageTest {

  private static final Pattern NAMED = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern EDIT = Pattern.compile("(procedure|modifier|documentation)/.*");

  private static final List<String> NAMES =
      NAMED
          .matcher(RulePages.text(OwnPages.RULES.resolve("COVERAGE.md")))
          .results()
          .map(r -> r.group(1))
          .toList();

  @Test
  void everyPageIsNamed() {
    Set<String> pages =
        OwnPages.edits().stream()
            .map(p -> p.id().replaceAll("#.*", ""))
            .collect(toCollection(TreeSet::new));
    assertFalse(pages.isEmpty(), "looked at nothing");
    Set<String> named =
        edits().map(n -> n.replaceAll("#.*", "")).collect(toCollection(TreeSet::new));
    Set<String> unknown = new TreeSet<>(named);
    unknown.removeAll(pages);
    assertEquals(Set.of(), unknown, "named and not there");
    pages.removeAll(named);
    assertEquals(Set.of(), pages, "there and not named");
  }

  @Test
  void everyItemThatIsNamedHasItsEdit() {
    Set<String> named = edits().filter(n -> n.contains("#")).collect(toCollection(TreeSet::new));
    assertFalse(named.isEmpty(), "looked at nothing");
    named.removeAll(OwnPages.edits().stream().map(RulePage::id).toList());
    assertEquals(Set.of(), named);
  }

  @Test
  void everyTableThatIsNamedExists() {
    List<String> tables = NAMES.stream().filter(n -> n.endsWith(".tsv")).toList();
    assertFalse(tables.isEmpty(), "looked at nothing");
    tables.forEach(t -> assertTrue(Files.exists(OwnPages.RULES.resolve(t)), t));
  }

  private static Stream<String> edits() {
    return NAMES.stream().filter(n -> EDIT.matcher(n).matches());
  }
}
