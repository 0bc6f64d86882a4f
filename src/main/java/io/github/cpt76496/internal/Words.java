package io.github.cpt76496.internal;

/**
 * The words of a text one after the other: letters and digits of any script; anything else that is
 * there parts them. No word is copied before it is asked for.
 *
 * <p>Not by regular expression, which would cost every start, and differs between JDK releases in
 * what it takes for a word.
 */
final class Words {

  private final String text;
  private int start;
  private int end;

  Words(String text) {
    this.text = text;
  }

  /** Goes on to the next word, if there is one. */
  boolean next() {
    start = wordOrEnd(end);
    end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!isOfWord(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return start < end;
  }

  private int wordOrEnd(int from) {
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (isOfWord(c)) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  /** The word that was gone to. */
  String word() {
    return text.substring(start, end);
  }

  /** Its length. */
  int length() {
    return end - start;
  }

  /** Whether it is another, which takes no copy of it. */
  boolean is(String word, boolean ignoreCase) {
    return length() == word.length()
        && text.regionMatches(ignoreCase, start, word, 0, word.length());
  }

  /** How many words a text has. */
  static int count(String text) {
    Words words = new Words(text);
    int count = 0;
    while (words.next()) {
      count++;
    }
    return count;
  }

  /** Whether a character is a letter or digit. */
  static boolean isOfWord(int c) {
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
