package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cpt76496.Edit;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A host's rules take precedence over ours, and what their build left out is named with its file.
 */
class RulesOfHostTest {

  private static final String ORIGIN = "io.github.cpt76496.internal.rules: ";
  private static final String RULE_SET = "prefix=acme\nversion=7\n";
  private static final String LIST = "acme:modifier/x\n";

  @TempDir Path folder;
  private int jars;

  /** What a host names its jar by; loaded anew from each folder. */
  static final class Anchor {}

  private Jar jar(String ruleSet, String list, String metadata) throws Exception {
    Path root = folder.resolve("jar" + jars++);
    Path internal = Files.createDirectories(root.resolve("io/github/cpt76496/internal/rules"));
    Files.writeString(internal.resolve("rule-set.properties"), ruleSet);
    Files.writeString(internal.resolve("catalog.txt"), list);
    Files.writeString(internal.resolve("metadata.tsv"), metadata);
    String name = "RulesOfHostTest$Anchor.class";
    try (InputStream anchor = RulesOfHostTest.class.getResourceAsStream(name)) {
      Files.copy(anchor, internal.resolveSibling(name));
    }
    ClassLoader loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, null);
    return Jar.of(loader.loadClass(Anchor.class.getName()));
  }

  private static String metadata(String id) {
    return String.join(
        "\n",
        id,
        "title\t\"A title\"",
        "severity\t\"ERROR\"",
        "grade\t\"A\"",
        "answer\t\"MISSING\"",
        "source\t\"A source\"",
        "sourceDate\t\"undated\"",
        "url\t\"https://example.org/\"",
        "effectiveDate\t\"2020-01-01\"",
        "lastReviewDate\t\"2026-11-23\"",
        "");
  }

  @Test
  void theHostsEditsGoBeforeOurs() throws Exception {
    Jar jar = jar(RULE_SET, "# A list\n" + LIST, metadata("acme:modifier/x"));
    Catalog catalog = Catalog.load(List.of(jar), HostTables.NONE);
    Catalog ours = Catalog.load(List.of(), HostTables.NONE);
    assertEquals("acme:modifier/x", catalog.edits().get(0).id());
    assertEquals(
        ours.edits().stream().map(Edit::id).toList(),
        catalog.edits().stream().skip(1).map(Edit::id).toList());
    assertEquals("acme:modifier/x", catalog.entries().get(0).edit().id());
    assertEquals(0, catalog.entries().get(0).order());
    assertEquals(ours.version().ruleSet() + "+acme-7", catalog.version().ruleSet());
    assertEquals(ours.version().library(), catalog.version().library());
  }

  @ParameterizedTest
  @CsvSource({"prefix=ACME", "prefix=a", "version=7", "prefix=1a"})
  void aPrefixMustBeOne(String ruleSet) {
    assertRefused(
        "rules/rule-set.properties: prefix must be 2 to 30 small letters, digits and hyphens, such"
            + " as acme; it begins the id of every edit, acme:modifier/...",
        ruleSet,
        LIST,
        metadata("acme:modifier/x"));
  }

  @Test
  void aVersionIsNeeded() {
    assertRefused(
        "rules/rule-set.properties: version is missing",
        "prefix=acme",
        LIST,
        metadata("acme:modifier/x"));
  }

  @Test
  void theIdsBeginWithThePrefix() {
    assertRefused(
        "rules/modifier/x.drl: the id must start with acme:",
        RULE_SET,
        "modifier/x\n",
        metadata("modifier/x"));
  }

  @Test
  void rulesAndListAgree() {
    assertRefused(
        "rules/modifier/y.drl: rule \"acme:modifier/y\" is not listed in"
            + " rules/catalog.txt, nor in a table that is listed there",
        RULE_SET,
        LIST,
        metadata("acme:modifier/x") + metadata("acme:modifier/y"));
    assertRefused(
        "rules/catalog.txt: acme:modifier/x is listed twice",
        RULE_SET,
        LIST + LIST,
        metadata("acme:modifier/x"));
    assertRefused("rules/: no rule was compiled", RULE_SET, LIST, "");
  }

  @Test
  void aPrefixIsUsedOnce() throws Exception {
    Jar one = jar(RULE_SET, LIST, metadata("acme:modifier/x"));
    Jar other = jar(RULE_SET, "acme:modifier/y", metadata("acme:modifier/y"));
    assertEquals(
        ORIGIN + "rules/rule-set.properties: prefix acme is used twice",
        assertThrows(
                IllegalStateException.class,
                () -> Catalog.load(List.of(one, other), HostTables.NONE))
            .getMessage());
  }

  private void assertRefused(String message, String ruleSet, String list, String metadata) {
    assertEquals(
        ORIGIN + message,
        assertThrows(
                IllegalStateException.class,
                () -> Catalog.load(List.of(jar(ruleSet, list, metadata)), HostTables.NONE))
            .getMessage());
  }
}
