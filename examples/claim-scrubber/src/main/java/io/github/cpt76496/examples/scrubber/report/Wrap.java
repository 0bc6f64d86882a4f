package io.github.cpt76496.examples.scrubber.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines between words. */
public final class Wrap {

  /** A line of less is not worth its indent, however narrow the terminal. */
  private static final int LEAST = 20;

  private Wrap() {}

  /**
   * The lines of a text; one at least. A word that is longer than a line, such as an address, stays
   * whole on a line of its own, so that it can be copied and clicked.
   *
   * @param width the most characters on a line
   */
  public static List<String> lines(String text, int width) {
    int most = Math.max(width, LEAST);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split(" +", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /**
   * Names on one line: as many as fit, and how many more there are.
   *
   * @param width the most characters on the line
   */
  static String names(List<String> names, int width) {
    String all = String.join(", ", names);
    if (all.length() <= width) {
      return all;
    }
    for (int shown = names.size() - 1; shown > 0; shown--) {
      String some =
          String.join(", ", names.subList(0, shown)) + " and " + (names.size() - shown) + " more";
      if (some.length() <= width) {
        return some;
      }
    }
    return Integer.toString(names.size());
  }
}
