package io.github.cpt76496.internal;

import io.github.cpt76496.Payer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which known names a name that was not recognized comes near to, letter by letter. */
final class NearestPayerNames {

  private static final int MOST = 3;

  /** At most every fifth letter differs. */
  private static final int LETTERS_PER_SLIP = 5;

  /** A shorter name comes near to too many words. */
  private static final int SHORTEST = 4;

  private final List<Known> known = new ArrayList<>();

  private int longest;

  /** A name as it was written, its letters and digits, and whose it is. */
  private record Known(String name, Text text, Payer payer) {}

  /** Letters and digits, and which there are. */
  private record Text(String letters, long kinds) {

    static Text of(String letters) {
      long kinds = 0;
      for (int i = 0; i < letters.length(); i++) {
        kinds |= 1L << (letters.charAt(i) & 63);
      }
      return new Text(letters, kinds);
    }

    int length() {
      return letters.length();
    }

    /** How many kinds of its letters another text lacks: it has no fewer slips. */
    int lacksIn(Text other) {
      return Long.bitCount(kinds & ~other.kinds);
    }
  }

  /** At which word of a text, in how many letters, and in letters of how many. */
  private record Near(int at, int slips, int length, Known known) {}

  private static final Comparator<Near> NEAREST_FIRST =
      Comparator.comparingInt(Near::at)
          .thenComparingInt(Near::slips)
          .thenComparing(Near::length, Comparator.reverseOrder());

  void add(String name, Payer payer) {
    if (!payer.equals(Payer.of(Payer.Family.OTHER))) {
      Text text = Text.of(String.join("", PayerNameWords.split(name)));
      known.add(new Known(name, text, payer));
      longest = Math.max(longest, text.length() + text.length() / LETTERS_PER_SLIP);
    }
  }

  List<String> to(String name) {
    List<String> words = PayerNameWords.split(name);
    List<Near> near = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      List<Text> beginnings = beginnings(words.subList(at, words.size()));
      for (Known one : known) {
        int slips = slips(one.text(), beginnings);
        if (slips * LETTERS_PER_SLIP <= one.text().length()) {
          near.add(new Near(at, slips, one.text().length(), one));
        }
      }
    }
    near.sort(NEAREST_FIRST);
    Map<String, String> names = new LinkedHashMap<>();
    near.forEach(n -> names.putIfAbsent(n.known().payer().toString(), n.known().name()));
    return names.entrySet().stream()
        .limit(MOST)
        .map(one -> one.getValue() + " (" + one.getKey() + ")")
        .toList();
  }

  /** The first word, the first two and so on, as far as a known name can reach. */
  private List<Text> beginnings(List<String> words) {
    List<Text> beginnings = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    for (String word : words) {
      said.append(word);
      if (said.length() > longest) {
        break;
      }
      beginnings.add(Text.of(said.toString()));
    }
    return beginnings;
  }

  /**
   * In how many letters a known name differs from the words with which a text begins: letters left
   * out, put in, changed, or two of them exchanged.
   */
  private static int slips(Text known, List<Text> beginnings) {
    int length = known.length();
    int most = length < SHORTEST ? 0 : length / LETTERS_PER_SLIP;
    int least = length;
    for (Text said : beginnings) {
      if (Math.abs(said.length() - length) <= most && known.lacksIn(said) <= most) {
        least = Math.min(least, distance(known.letters(), said.letters()));
      }
    }
    return least;
  }

  private static int distance(CharSequence one, CharSequence other) {
    int[][] distance = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        distance[i][j] =
            i == 0 || j == 0
                ? i + j
                : Math.min(
                    changed(distance, one, other, i, j),
                    Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
      }
    }
    return distance[one.length()][other.length()];
  }

  /** With the two last letters as they are, changed, or exchanged with those before them. */
  private static int changed(int[][] distance, CharSequence one, CharSequence other, int i, int j) {
    char last = one.charAt(i - 1);
    char otherLast = other.charAt(j - 1);
    int changed = distance[i - 1][j - 1] + (last == otherLast ? 0 : 1);
    boolean exchanged =
        i > 1 && j > 1 && last == other.charAt(j - 2) && one.charAt(i - 2) == otherLast;
    return exchanged ? Math.min(changed, distance[i - 2][j - 2] + 1) : changed;
  }
}
