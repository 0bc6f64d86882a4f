package io.github.cpt76496.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a payer's name as rows compare them: the SAME rows put one way of writing. */
final class PayerNameWords {

  /** NM103 has 60 characters; what is longer is no name, and is cut to bound the work. */
  private static final int LONGEST = 200;

  private final Set<String> leftOut = new HashSet<>();
  private final Phrases<List<String>> sameAs = new Phrases<>();

  /** Adds what a phrase is written as; a single word that is written as nothing is left out. */
  void same(String phrase, String means) {
    List<String> words = split(phrase);
    if (words.size() == 1 && means.isEmpty()) {
      leftOut.add(words.get(0));
    } else {
      sameAs.add(kept(words), split(means));
    }
  }

  List<String> of(String name) {
    List<String> words = kept(split(name));
    List<String> written = new ArrayList<>(words.size());
    int at = 0;
    while (at < words.size()) {
      Phrases.Hit<List<String>> same = sameAs.longestAt(words, at);
      if (same == null) {
        written.add(words.get(at));
        at++;
      } else {
        written.addAll(same.value());
        at = same.end();
      }
    }
    return written;
  }

  private List<String> kept(List<String> words) {
    List<String> kept = new ArrayList<>(words.size());
    for (String word : words) {
      if (!leftOut.contains(word)) {
        kept.add(word);
      }
    }
    return kept;
  }

  /** Capital letters and digits, in words; an apostrophe is no end of a word. */
  static List<String> split(String name) {
    String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (char c : cut.toUpperCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (c != '\'' && c != '\u2019' && word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }

  /** Values by phrases of words, of which the longest that stands at a place counts. */
  static final class Phrases<T> {
    private final Map<String, T> values = new HashMap<>();
    private int mostWords;

    /** A phrase that was found, and where it ends. */
    record Hit<T>(T value, int end) {}

    /** Adds a phrase, and returns the value that it had before, or null. */
    @Nullable T add(List<String> phrase, T value) {
      mostWords = Math.max(mostWords, phrase.size());
      return values.putIfAbsent(String.join(" ", phrase), value);
    }

    /** The longest phrase that begins at a word, or null. */
    @Nullable Hit<T> longestAt(List<String> words, int begin) {
      for (int end = Math.min(words.size(), begin + mostWords); end > begin; end--) {
        T value = values.get(String.join(" ", words.subList(begin, end)));
        if (value != null) {
          return new Hit<>(value, end);
        }
      }
      return null;
    }
  }
}
