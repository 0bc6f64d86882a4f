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
  private static final int DIGITS_AND_LETTERS = 36;
  private static final int BITS_OF_VALUE = 42; // 36^8 takes as many; the shape stands above them

  /**
   * A code as a number. Codes of one shape, with ASCII digits and capital letters in the same
   * places, lie together, so that a range of codes is a range of numbers and holds no code of
   * another shape: {@code 0054T} does not fall between 00537 and 00560.
   */
  static long sortKey(String code) {
    if (code.length() > LONGEST_CODE) {
      return NO_CODE;
    }
    long shape = 1;
    long value = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      boolean isLetter = c >= 'A' && c <= 'Z';
      if (!isLetter && (c < '0' || c > '9')) {
        return NO_CODE;
      }
      shape = 2 * shape + (isLetter ? 1 : 0);
      value = DIGITS_AND_LETTERS * value + (isLetter ? c - 'A' + 10 : c - '0');
    }
    return shape << BITS_OF_VALUE | value;
  }

  /** Whether two codes, by their sort keys, have one shape. */
  static boolean sameShape(long key, long other) {
    return key >> BITS_OF_VALUE == other >> BITS_OF_VALUE;
  }

  /** {@code PERCUTANEOUS_BILIARY} as words. */
  String words() {
    return key.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
