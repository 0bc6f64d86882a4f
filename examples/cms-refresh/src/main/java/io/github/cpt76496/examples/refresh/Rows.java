package io.github.cpt76496.examples.refresh;

import java.time.LocalDate;

/** Dates of rows. */
final class Rows {

  private Rows() {}

  static LocalDate effective(Table.Row row) {
    return LocalDate.parse(row.get("effective_date"));
  }

  static boolean holds(Table.Row row, LocalDate day) {
    return !effective(row).isAfter(day)
        && (row.get("end_date").isEmpty() || !LocalDate.parse(row.get("end_date")).isBefore(day));
  }
}
