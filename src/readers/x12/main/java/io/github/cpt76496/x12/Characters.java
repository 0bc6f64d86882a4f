package io.github.cpt76496.x12;

/** What X12 calls letters and digits: those of ASCII alone. */
final class Characters {

  private Characters() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLetterOrDigit(char c) {
    return isDigit(c) || isCapital(c) || (c >= 'a' && c <= 'z');
  }

  static boolean areDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
