package io.github.cpt76496.examples.scrubber;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a misspelt name may have meant. */
final class Nearest {

  private static final int MOST = 3;

  private Nearest() {}

  /** For a message: {@code ; nearest: a, b}, or nothing where no name is near. */
  static String inWords(String name, Collection<String> known) {
    List<String> near = to(name, known);
    return near.isEmpty() ? "" : "; nearest: " + String.join(", ", near);
  }

  /** The nearest names, those first that contain it; at most three. */
  static List<String> to(String name, Collection<String> known) {
    String meant = name.toUpperCase(Locale.ROOT);
    int most = Math.max(2, meant.length() / 4);
    return known.stream()
        .filter(k -> contains(k, meant) || far(meant, k) <= most)
        .sorted(
            Comparator.comparing((String k) -> !contains(k, meant))
                .thenComparing(k -> far(meant, k))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  private static boolean contains(String known, String meant) {
    return meant.length() > 2 && known.toUpperCase(Locale.ROOT).contains(meant);
  }

  /** From a name, or from its part after the last slash: of an id, few write the folder. */
  private static int far(String meant, String known) {
    String name = known.toUpperCase(Locale.ROOT);
    return Math.min(
        distance(meant, name), distance(meant, name.substring(name.lastIndexOf('/') + 1)));
  }

  /** How many characters have to be put in, taken out, replaced or swapped with the next. */
  private static int distance(String one, String other) {
    int[][] d = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
        }
      }
    }
    return d[one.length()][other.length()];
  }
}
