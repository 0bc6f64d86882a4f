package io.github.cpt76496.examples.refresh;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A quarter of a year, as CMS dates its releases. */
record Quarter(int year, int number) implements Comparable<Quarter> {

  private static final Pattern FORM = Pattern.compile("(20\\d\\d)-?[Qq]([1-4])");

  /** From {@code 2026Q4}. */
  static Quarter of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a quarter is written like 2026Q4");
    }
    return of(matcher);
  }

  /** The quarter that a file's name has in it, as in {@code medicare-ncci-2026-q4-...}, or null. */
  static Quarter in(String fileName) {
    Matcher matcher = FORM.matcher(fileName);
    return matcher.find() ? of(matcher) : null;
  }

  private static Quarter of(Matcher matcher) {
    return new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  static Quarter containing(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
  }

  LocalDate firstDay() {
    return LocalDate.of(year, 3 * number - 2, 1);
  }

  LocalDate lastDay() {
    return firstDay().plusMonths(3).minusDays(1);
  }

  @Override
  public int compareTo(Quarter other) {
    return firstDay().compareTo(other.firstDay());
  }

  @Override
  public String toString() {
    return year + "Q" + number;
  }
}
