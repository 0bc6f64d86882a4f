package io.github.cpt76496.examples.scrubber.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrapTest {

  @Test
  void linesBreakBetweenWords() {
    assertEquals(
        List.of("what is so; and the", "fact that makes it", "so"),
        Wrap.lines("what is so; and the fact that makes it so", 20));
  }

  @Test
  void aLongWordStaysWhole() {
    assertEquals(
        List.of("see", "https://example.org/a/long/address", "there"),
        Wrap.lines("see https://example.org/a/long/address there", 20));
  }

  @Test
  void nothingIsOneEmptyLine() {
    assertEquals(List.of(""), Wrap.lines(" ", 80));
  }

  @Test
  void aNarrowTerminalGetsWordsAllTheSame() {
    assertEquals(List.of("one two three four", "five"), Wrap.lines("one two three four five", 3));
  }

  @Test
  void namesThatDoNotFitAreCounted() {
    List<String> names = List.of("radiology order", "imaging report", "itemized bill");
    assertEquals("radiology order, imaging report, itemized bill", Wrap.names(names, 46));
    assertEquals("radiology order, imaging report and 1 more", Wrap.names(names, 45));
    assertEquals("radiology order and 2 more", Wrap.names(names, 26));
    assertEquals("3", Wrap.names(names, 10));
  }
}
