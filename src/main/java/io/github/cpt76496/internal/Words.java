package io.github.cpt76496.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text: letters and digits of any script; whatever else there is parts them.
 *
 * <p>Not by regular expression, which would cost every start, and differs between JDK releases in
 * what it takes for a word.
 */
final class Words {

  private Words() {}

  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (!isOfWord(c)) {
        if (start < i) {
          words.add(text.substring(start, i));
        }
        start = next;
      }
      i = next;
    }
    if (start < text.length()) {
      words.add(text.substring(start));
    }
    return words;
  }

  /** Whether words stand in a text as they are, and not as a part of longer ones. */
  static boolean standIn(String text, String words) {
    for (int start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
      int end = start + words.length();
      if ((start == 0 || !isOfWord(text.codePointBefore(start)))
          && (end == text.length() || !isOfWord(text.codePointAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfWord(int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> false;
    };
  }
}
