package io.github.cpt76496.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as spreadsheets, databases and CMS write it: 2026-03-02, also with a time of day,
 * 20260302, 3/2/2026 in the American order, 02-MAR-2026. What can be read in more than one way is
 * refused.
 */
final class CsvDate {

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "([0-9]{4})([-/]?)([0-9]{1,2})\\2([0-9]{1,2})([T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}.*)?)?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "([0-9]{1,2})([-/])([0-9]{1,2})\\2([0-9]{4})( [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?("
              + " ?[AaPp][Mm])?)?");
  private static final Pattern MONTH_BY_NAME =
      Pattern.compile("([0-9]{1,2})[- ]([A-Za-z]{3})[- ]([0-9]{4})");
  private static final Pattern TWO_DIGITS_OF_YEAR =
      Pattern.compile("[0-9]{1,2}[-/. ]([0-9]{1,2}|[A-Za-z]{3})[-/. ][0-9]{2}");
  private static final Pattern WITH_POINTS = Pattern.compile("[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}");

  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  private CsvDate() {}

  /**
   * The date.
   *
   * @throws DateTimeException if the text is none; the message says why and repeats nothing
   */
  static LocalDate of(String text) {
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      boolean compact = yearFirst.group(2).isEmpty();
      if (!compact || text.matches("[0-9]{8}(\\D.*)?")) {
        return date(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
      }
    }
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    if (monthFirst.matches()) {
      if (Integer.parseInt(monthFirst.group(1)) > 12) {
        throw new DateTimeException(
            "the first number is no month, so month and day cannot be told; write it as"
                + " 2026-03-02");
      }
      return date(monthFirst.group(4), monthFirst.group(1), monthFirst.group(3));
    }
    Matcher byName = MONTH_BY_NAME.matcher(text);
    if (byName.matches()) {
      int month = MONTHS.indexOf(byName.group(2).toUpperCase(Locale.ROOT)) + 1;
      return date(byName.group(3), String.valueOf(month), byName.group(1));
    }
    if (TWO_DIGITS_OF_YEAR.matcher(text).matches()) {
      throw new DateTimeException(
          "a year of two digits can be read in more than one way; write it as 2026-03-02");
    }
    if (WITH_POINTS.matcher(text).matches()) {
      throw new DateTimeException(
          "with points, month and day can be read in more than one way; write it as 2026-03-02");
    }
    throw noDate();
  }

  private static LocalDate date(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      // Its message quotes the numbers.
      throw noDate();
    }
  }

  private static DateTimeException noDate() {
    return new DateTimeException("expected a date such as 2026-03-02");
  }
}
