package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.page.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A dated row of {@code rules/reference/} about a code or a range of codes.
 *
 * @param place file and line, for messages and findings
 * @param key what the row says of the codes: a procedure family, a setting, a modality
 * @param imaging where the imaging of these codes is coded
 * @param firstCode first code of the range
 * @param lastCode last code of the range
 * @param effectiveDate first date of service on which the row holds
 * @param endDate last date of service on which it holds
 * @param procedureCodes codes to look at where only the family is known
 * @param chooseBy what tells the procedure codes apart, or empty
 * @param alsoReportable imaging codes that may stand beside a code of the range
 * @param pairIndicator modifier indicator of an NCCI pair, or empty
 * @param citation who says so
 */
record CodeRow(
    String place,
    String key,
    Imaging imaging,
    String firstCode,
    String lastCode,
    LocalDate effectiveDate,
    LocalDate endDate,
    List<String> procedureCodes,
    String chooseBy,
    List<String> alsoReportable,
    String pairIndicator,
    Citation citation)
    implements Row {

  boolean holdsOn(LocalDate date) {
    return !date.isBefore(effectiveDate) && !date.isAfter(endDate);
  }

  /** Whether both rows hold on some date. */
  boolean holdsWith(CodeRow other) {
    return !effectiveDate.isAfter(other.endDate) && !other.effectiveDate.isAfter(endDate);
  }

  /** What {@link #sortKey} says of a text that is no code. */
  static final long NO_CODE = -1;

  private static final int LONGEST_CODE = 8;
  private static final int LETTERS = 26;
  private static final int BITS_OF_VALUE = 38; // 26^8 takes as many; the shape stands above them

  /**
   * A code as a number. Codes of one kind, with ASCII digits in the same places and the same
   * capital letters in the others, lie together in the order of their digits, so that a range of
   * codes is a range of numbers and holds no code of another kind: {@code 0054T} does not fall
   * between 00537 and 00560, nor the laboratory test {@code 0201U} between {@code 0200T} and {@code
   * 0202T}.
   */
  static long sortKey(String code) {
    if (code.length() > LONGEST_CODE) {
      return NO_CODE;
    }
    long shape = 1;
    long letters = 0;
    long number = 0;
    long numbers = 1;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      boolean isLetter = isLetter(c);
      if (isLetter) {
        letters = LETTERS * letters + (c - 'A');
      } else if (c >= '0' && c <= '9') {
        number = 10 * number + (c - '0');
        numbers *= 10;
      } else {
        return NO_CODE;
      }
      shape = 2 * shape + (isLetter ? 1 : 0);
    }
    return shape << BITS_OF_VALUE | (letters * numbers + number);
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Whether two codes have the same letters, and digits in the other places. */
  static boolean sameKind(String code, String other) {
    if (code.length() != other.length()) {
      return false;
    }
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      char o = other.charAt(i);
      if ((isLetter(c) || isLetter(o)) && c != o) {
        return false;
      }
    }
    return true;
  }

  /** {@code PERCUTANEOUS_BILIARY} as words. */
  String words() {
    return key.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
