package io.github.cpt76496.claims.internal;

/**
 * Whether a text is a procedure code and not 76496. Of a line that bills such a code its number,
 * its code and its dates bear on answers, and nothing else; so what else cannot be read of it costs
 * nothing.
 */
public final class AnotherCode {

  private static final int LENGTH = 5;

  private AnotherCode() {}

  public static boolean is(String code) {
    return code.length() == LENGTH
        && code.chars().allMatch(AnotherCode::isLetterOrDigit)
        && !code.equals("76496");
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
