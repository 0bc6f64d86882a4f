package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A dated row of {@code rules/reference/} about a code or a range of codes.
 *
 * @param place file and line, for messages
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
public record CodeRow(
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
    Citation citation) {

  /**
   * Where the imaging of a procedure is coded. Of several procedures on a claim the one whose kind
   * comes first here decides.
   */
  enum Imaging {
    /** NCCI pairs the code with 76496 itself. */
    PAIRED_WITH_76496,
    /** In the code. */
    INCLUDED,
    /** In another code, which describes the same procedure with guidance. */
    IN_GUIDED_CODE,
    /** In a listed imaging code that may stand beside it. */
    CODED_BESIDE,
    /** The code is itself a listed code for fluoroscopy. */
    THE_CODE,
    /** In the code, by analogy with its NCCI pair with a listed fluoroscopy code. */
    INCLUDED_BY_ANALOGY,
    /** The table is not about imaging. */
    NOT_STATED
  }

  boolean holdsOn(LocalDate date) {
    return !date.isBefore(effectiveDate) && !date.isAfter(endDate);
  }

  /** Whether both rows hold on some date. */
  boolean holdsWith(CodeRow other) {
    return !effectiveDate.isAfter(other.endDate) && !other.effectiveDate.isAfter(endDate);
  }

  /**
   * Orders codes so that those of one shape lie together: Category III codes end in a letter and
   * would otherwise fall between the anesthesia codes, {@code 0054T} between 00537 and 00560.
   */
  static String sortKey(String code) {
    int last = code.length() - 1;
    char shape = !isDigit(code.charAt(last)) ? 'T' : isDigit(code.charAt(0)) ? '0' : 'A';
    return shape + code;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Whether two codes have ASCII digits and capital letters in the same places. What is no code has
   * the shape of none, so that no text falls into a range.
   */
  static boolean sameShape(String code, String other) {
    if (code.length() != other.length()) {
      return false;
    }
    for (int i = 0; i < code.length(); i++) {
      char a = code.charAt(i);
      char b = other.charAt(i);
      boolean digits = isDigit(a) && isDigit(b);
      boolean letters = isLetter(a) && isLetter(b);
      if (!digits && !letters) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** {@code PERCUTANEOUS_BILIARY} as words. */
  String words() {
    return key.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
