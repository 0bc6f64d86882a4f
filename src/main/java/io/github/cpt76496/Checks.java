package io.github.cpt76496;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The checks that several records share; a message names the field and the cure, never the value.
 */
final class Checks {

  private Checks() {}

  static <T> T required(T value, String place) {
    if (value == null) {
      throw new IllegalArgumentException(place + ": missing");
    }
    return value;
  }

  /** Surrounding white space is not part of a code, and codes are written in capitals. */
  static String code(String value, String place) {
    return required(value, place).strip().toUpperCase(Locale.ROOT);
  }

  static boolean isAlphanumeric(String value, int length) {
    return value.length() == length && isAlphanumeric(value);
  }

  private static boolean isAlphanumeric(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a text has the shape of a procedure code: five capitals and digits, of which codes of
   * CPT and HCPCS have one capital at most, and those of HIPPS may have four. A name that slipped
   * into the field has no digit.
   */
  static boolean isProcedureCode(String value) {
    return isAlphanumeric(value, 5) && value.chars().anyMatch(c -> c <= '9');
  }

  private static boolean isDigits(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Digits or nothing, of the given length. */
  static String optionalDigits(String value, int length, String place, String cure) {
    String code = code(value, place);
    if (!code.isEmpty() && !(code.length() == length && isDigits(code))) {
      throw new IllegalArgumentException(place + ": " + cure);
    }
    return code;
  }

  /**
   * Whether a text that is not exactly {@code 76496} could have been meant as 76496: written with
   * other digits, with a point, with invisible characters, or with a modifier glued to it.
   */
  static boolean resembles76496(String code) {
    if (isPlainCode(code)) {
      return false;
    }
    StringBuilder digits = new StringBuilder(5);
    String folded = Normalizer.normalize(code, Normalizer.Form.NFKC);
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      int digit = Character.digit(c, 10);
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
      }
    }
    return digits.indexOf(ServiceLine.CPT_76496) >= 0;
  }

  /** Five capitals and digits, as nearly every code is: 76496 itself, or another one. */
  private static boolean isPlainCode(String code) {
    if (code.length() != ServiceLine.CPT_76496.length()) {
      return false;
    }
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return true;
  }

  /**
   * An immutable copy, or the list itself where it is one; the place of a missing element is named.
   */
  static <T> List<T> list(Collection<? extends T> values, String place) {
    required(values, place);
    try {
      return List.copyOf(values);
    } catch (NullPointerException e) {
      int at = 0;
      for (T value : values) {
        required(value, place + "[" + at + "]");
        at++;
      }
      throw e;
    }
  }
}
