package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two sets of lines, of which a person wants to see what only one of them has. */
final class Differences {

  private Differences() {}

  /** Fails where one set has a line that the other has not, and shows no others. */
  static void assertNone(Set<String> listed, Set<String> found, String what) {
    String differences =
        Stream.concat(
                only(found, listed).map(line -> "not listed: " + line),
                only(listed, found).map(line -> "listed and not found: " + line))
            .collect(Collectors.joining("\n"));
    assertEquals("", differences, what);
  }

  private static Stream<String> only(Set<String> lines, Set<String> others) {
    return new TreeSet<>(lines).stream().filter(line -> !others.contains(line));
  }
}
