package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.testkit.EditCases;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The cases of the library's own pages. */
class EditCasesTest extends EditCases {

  private static final Pattern PUBLISHED_EXAMPLE =
      Pattern.compile("published example (?<number>\\d+)");

  EditCasesTest() {
    super(OwnPages.RULES, "", Cpt76496Edits::loader);
  }

  /** Answers that others have published, by their numbers in {@code rules/COVERAGE.md}. */
  @Test
  void everyPublishedExampleIsACase() {
    Set<Integer> examples = new TreeSet<>();
    allCases()
        .map(c -> PUBLISHED_EXAMPLE.matcher(c.name()))
        .filter(Matcher::lookingAt)
        .forEach(m -> examples.add(Integer.valueOf(m.group("number"))));
    assertEquals(
        new TreeSet<>(Set.of(1, 4, 5, 7, 8, 14, 17, 18, 22, 26, 29, 36, 40, 41, 44)), examples);
  }
}
