package io.github.cpt76496.x12;

import io.github.cpt76496.claims.UnreadableClaimException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The day or the days of a DTP segment. */
record DatePeriod(LocalDate first, LocalDate last) {

  private static final int DAY = 8;

  /**
   * The period that a DTP segment states.
   *
   * @throws UnreadableClaimException naming the element that is wrong
   */
  static DatePeriod of(X12Segment dtp) throws UnreadableClaimException {
    String name = "DTP*" + dtp.element(1);
    String dates = dtp.element(3).strip();
    try {
      switch (dtp.element(2)) {
        case "D8" -> {
          return new DatePeriod(day(dates), day(dates));
        }
        case "RD8" -> {
          int hyphen = dates.indexOf('-');
          LocalDate first = day(hyphen < 0 ? dates : dates.substring(0, hyphen));
          LocalDate last = day(dates.substring(hyphen + 1));
          if (last.isBefore(first)) {
            throw new UnreadableClaimException("DTP03 of " + name + ": ends before it begins");
          }
          return new DatePeriod(first, last);
        }
        default -> throw new UnreadableClaimException("DTP02 of " + name + ": expected D8 or RD8");
      }
    } catch (DateTimeException e) {
      throw new UnreadableClaimException(
          "DTP03 of " + name + ": expected a date of eight digits, or two with a hyphen");
    }
  }

  /** No date: it belongs to a patient. */
  @Override
  public String toString() {
    return "DatePeriod[" + (isOneDay() ? "one day" : "several days") + "]";
  }

  boolean isOneDay() {
    return first.equals(last);
  }

  private static LocalDate day(String text) {
    if (text.length() != DAY || !Characters.areDigits(text)) {
      throw new DateTimeException("not eight digits");
    }
    return LocalDate.of(
        Integer.parseInt(text, 0, 4, 10),
        Integer.parseInt(text, 4, 6, 10),
        Integer.parseInt(text, 6, DAY, 10));
  }
}
