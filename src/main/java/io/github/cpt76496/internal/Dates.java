package io.github.cpt76496.internal;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Dates as pages and tables write them, {@code 2026-03-02}. Read without a formatter, which would
 * cost every start more than all the dates.
 */
final class Dates {

  private Dates() {}

  /**
   * Reads a date.
   *
   * @throws DateTimeException if the text is not written so, or there is no such day
   */
  static LocalDate parse(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      throw new DateTimeException("not written as 2026-03-02");
    }
    return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
  }

  private static int number(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw new DateTimeException("not written as 2026-03-02");
      }
      number = 10 * number + (c - '0');
    }
    return number;
  }
}
