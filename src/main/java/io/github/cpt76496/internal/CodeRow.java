package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import java.time.LocalDate;
import java.util.List;

/**
 * A dated row of {@code rules/reference/} about a code or a range of codes.
 *
 * @param place file and line, for messages and findings
 * @param key what the row says of the codes: a procedure family, a setting, a modality
 * @param name the key in words
 * @param imaging where the imaging of these codes is coded
 * @param firstCode first code of the range
 * @param lastCode last code of the range
 * @param effectiveDate first date of service on which the row holds
 * @param endDate last date of service on which it holds
 * @param procedureCodes codes to look at where only the family is known
 * @param chooseBy what tells the procedure codes apart, or empty
 * @param listedCode the listed imaging code that goes with the codes of the range, or is not
 *     reported beside them, or empty
 * @param pairIndicator modifier indicator of an NCCI pair where it is not 1, or of a pair with
 *     76496, or empty
 * @param pairCode the listed fluoroscopy code that CMS pairs with the codes of the range, or empty
 * @param pairReason CMS's reason for that pair
 * @param citation who says so
 */
record CodeRow(
    String place,
    String key,
    String name,
    Imaging imaging,
    String firstCode,
    String lastCode,
    LocalDate effectiveDate,
    LocalDate endDate,
    List<String> procedureCodes,
    String chooseBy,
    String listedCode,
    String pairIndicator,
    String pairCode,
    PairReason pairReason,
    Citation citation)
    implements CitedRow {

  /** CMS's reason for a pair of a procedure with a listed fluoroscopy code. */
  enum PairReason {
    /** The definition of the procedure's code. */
    CODE_DEFINITION("the definition of the code"),
    /** An instruction on coding: the imaging is in the code, or has a listed code of its own. */
    CODING_INSTRUCTION("a coding instruction"),
    /** What is part of doing the procedure. */
    STANDARD_OF_PRACTICE("a standard of medical or surgical practice"),
    /** Fluoroscopy alone is not reported with a larger service at the same site. */
    SEPARATE_PROCEDURE("fluoroscopy alone is a separate procedure"),
    /** The listed code is not the one for the imaging: it is integral, or another describes it. */
    MISUSE("the procedure includes the imaging, or another code describes it"),
    /** The larger of two services. */
    MORE_EXTENSIVE("the procedure is the more extensive one"),
    /** Preparing or watching an anesthesia, which says nothing of imaging. */
    ANESTHESIA_PREPARATION("the preparation of an anesthesia"),
    /** The reason was not read. */
    NOT_STATED("");

    /** As the end of a sentence about the pair. */
    final String words;

    PairReason(String words) {
      this.words = words;
    }
  }

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
  private static final long SHAPE_OF_FIVE_DIGITS = 0b100000;
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

  /** The number of a code of five digits by its {@link #sortKey}, or -1 of any other. */
  static int fiveDigits(long sortKey) {
    return sortKey >>> BITS_OF_VALUE == SHAPE_OF_FIVE_DIGITS
        ? (int) (sortKey & ((1L << BITS_OF_VALUE) - 1))
        : -1;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** The code that follows another of the same kind. */
  static String next(String code) {
    char[] next = code.toCharArray();
    for (int i = next.length - 1; i >= 0; i--) {
      if (!isLetter(next[i])) {
        if (next[i] < '9') {
          next[i]++;
          break;
        }
        next[i] = '0';
      }
    }
    return new String(next);
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
}
