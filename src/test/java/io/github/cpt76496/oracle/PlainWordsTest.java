package io.github.cpt76496.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.NamedService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The plain reading of words agrees with the library's on every text of the cases, with a negation,
 * a comparison or a doubt put in front or behind, but for texts whose words are not spelt as the
 * tables spell them.
 */
class PlainWordsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Path CASES = Path.of("rules/reference/narrative-concepts.cases.tsv");

  private final Cpt76496Edits edits = Cpt76496Edits.load();
  private final PlainWords words = new Reference().words();

  private static List<String> texts() {
    try {
      return Files.readAllLines(CASES).stream()
          .filter(line -> !line.startsWith("#") && !line.startsWith("text\t"))
          .map(line -> line.substring(0, line.indexOf('\t')))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String byTheLibrary(String text) {
    return edits.read(text, "", "", DAY).map(NamedService::concept).orElse("-");
  }

  private String plainly(String text) {
    return words.concept(text, Facts.number(DAY)).orElse("-");
  }

  /** What may stand around a text; %s is the text. */
  private static final List<String> AROUND =
      List.of(
          "%s",
          "no %s",
          "without a %s",
          "not %s",
          "with or without %s",
          "%s, not done",
          "%s possible tomorrow",
          "%s kit",
          "comparable to %s",
          "%s, priced like fluoroscopy of hip");

  /** Their words are not spelt as the tables spell them. */
  private static final Set<String> MISSPELT =
      Set.of("Billiary drain placemnt", "DILATE PYLORIC STRICTURE", "UNLISTED FLOUROSCOPI");

  @Test
  void textsOfTheCasesAreReadAlikeWhateverStandsAroundThem() {
    Set<String> otherwise = new TreeSet<>();
    int tried = 0;
    for (String text : texts()) {
      // All alone, and one of the others with each, in turn.
      for (String around : List.of("%s", AROUND.get(tried % AROUND.size()))) {
        String whole = around.formatted(text);
        if (!MISSPELT.contains(text) && !byTheLibrary(whole).equals(plainly(whole))) {
          otherwise.add(whole + " | " + byTheLibrary(whole) + " | " + plainly(whole));
        }
      }
      tried++;
    }
    assertTrue(tried > 900, tried + " texts");
    assertEquals("", String.join("\n", otherwise));
  }
}
