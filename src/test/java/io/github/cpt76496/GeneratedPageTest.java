package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a person reads where a generated file is stale. */
class GeneratedPageTest {

  private static final Path FILE = Path.of("rules", "PAGE.md");

  private static String stale(String held, String text) {
    return GeneratedPage.stale(FILE, held, text, "the command").replace("\r\n", "\n");
  }

  @Test
  void aCurrentFileIsNothingToTellOf() {
    assertEquals("", stale("one\ntwo\n", "one\ntwo\n"));
  }

  @Test
  void theFirstDifferingLineIsShown() {
    assertEquals(
        """
        rules/PAGE.md:2 is not current
          expected: zwei
          found:    two
        Regenerate it: the command""",
        stale("one\ntwo\nthree\n", "one\nzwei\ndrei\n"));
  }

  @Test
  void aFileMayEndTooEarlyOrTooLate() {
    assertEquals(
        """
        rules/PAGE.md:2 is not current
          expected: two
          found:    (the end of the file)
        Regenerate it: the command""",
        stale("one\n", "one\ntwo\n"));
    assertEquals(
        """
        rules/PAGE.md:1 is not current
          expected: (the end of the file)
          found:    one
        Regenerate it: the command""",
        stale("one\n", ""));
  }

  @Test
  void lineBreaksAreToldOfByName() {
    assertEquals(
        """
        rules/PAGE.md is not current: its line breaks differ
        Regenerate it: the command""",
        stale("one", "one\n"));
  }

  @Test
  void aLongLineIsShownWhereItDiffers() {
    String start = "0123456789".repeat(10);
    String end = "abcdefghij".repeat(10);
    assertEquals(
        """
        rules/PAGE.md:1 is not current
          expected: ... %1$sB%2$s ...
          found:    ... %1$sA%2$s ...
        Regenerate it: the command"""
            .formatted("0123456789".repeat(7), end.substring(0, 69)),
        stale(start + "A" + end, start + "B" + end));
  }
}
