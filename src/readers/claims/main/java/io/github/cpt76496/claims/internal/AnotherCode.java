package io.github.cpt76496.claims.internal;

import java.text.Normalizer;

/**
 * Whether a text is a procedure code and not 76496. Of a line that bills such a code its number,
 * its code and its dates bear on answers, and nothing else; so what else cannot be read of it costs
 * nothing.
 */
public final class AnotherCode {

  private static final int LENGTH = 5;
  private static final String CPT_76496 = "76496";

  /** The code with some characters between its digits. */
  private static final int MOST_OF_76496 = 4 * LENGTH;

  private AnotherCode() {}

  /** Whether it is a code that the library takes, and another one. */
  public static boolean is(String code) {
    if (code.length() != LENGTH || code.equals(CPT_76496)) {
      return false;
    }
    boolean hasDigit = false;
    for (int i = 0; i < LENGTH; i++) {
      if (!isLetterOrDigit(code.charAt(i))) {
        return false;
      }
      hasDigit |= isDigit(code.charAt(i));
    }
    return hasDigit;
  }

  /**
   * Whether a text that is no code may have been meant as 76496. Where it may not, the claim is not
   * asked about for it.
   */
  public static boolean mayBe76496(String text) {
    if (text.equals(CPT_76496)) {
      return true; // As it nearly always stands.
    }
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder digits = new StringBuilder(LENGTH);
    for (int i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
      int digit = Character.digit(folded.codePointAt(i), 10);
      if (digit >= 0) {
        digits.append(digit);
      }
    }
    return digits.indexOf(CPT_76496) >= 0;
  }

  /**
   * Whether 76496 does not occur in a text, in whatever spelling: in the digits of another script,
   * or with some characters between its digits.
   */
  public static boolean isAllOf(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~' || (c == '7' && is76496(text, i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean is76496(String text, int from) {
    int found = 1;
    int most = Math.min(from + MOST_OF_76496, text.length());
    for (int i = from + 1; i < most && found < LENGTH; i++) {
      char c = text.charAt(i);
      if (c == "76496".charAt(found)) {
        found++;
      } else if (c >= '0' && c <= '9') {
        return false;
      }
    }
    return found == LENGTH;
  }

  private static boolean isLetterOrDigit(int c) {
    return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
