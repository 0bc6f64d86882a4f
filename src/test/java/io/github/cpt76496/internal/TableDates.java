package io.github.cpt76496.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Code sets and fee schedules change with a quarter: a row begins on the first day of one, or on
 * the day or in the month of its source, and ends on the last day of one.
 */
final class TableDates {

  private final Map<String, String> sourceDates = new HashMap<>();

  TableDates() {
    for (Tsv.Row source : Tsv.read("sources.tsv")) {
      sourceDates.put(source.get("id"), source.get("source_date"));
    }
  }

  /** Whether every row begins and ends on such a day. */
  boolean hold(List<Tsv.Row> rows) {
    return rows.stream().allMatch(this::holds);
  }

  private boolean holds(Tsv.Row row) {
    LocalDate begin = row.date("effective_date");
    boolean begins =
        isFirstOfQuarter(begin) || begin.equals(dateOf(sourceDates.get(row.get("source"))));
    return begins
        && (row.get("end_date").isEmpty() || isFirstOfQuarter(row.date("end_date").plusDays(1)));
  }

  private static boolean isFirstOfQuarter(LocalDate date) {
    return date.getDayOfMonth() == 1 && date.getMonthValue() % 3 == 1;
  }

  private static LocalDate dateOf(String sourceDate) {
    try {
      return LocalDate.parse(sourceDate.length() == 7 ? sourceDate + "-01" : sourceDate);
    } catch (DateTimeException noDay) {
      return LocalDate.MIN;
    }
  }
}
