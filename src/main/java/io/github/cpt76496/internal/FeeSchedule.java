package io.github.cpt76496.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fee-schedule facts of 76496 and of the codes that an answer can name, {@code
 * rules/reference/fee-schedule.tsv}.
 */
final class FeeSchedule {

  private record Row(String pcTcIndicator, LocalDate effectiveDate, LocalDate endDate) {}

  private final Map<String, List<Row>> byCode = new HashMap<>();
  private final ReferenceTables.CodeTable indicators;

  /**
   * Files the rows of the schedule.
   *
   * @param indicators what a PC/TC indicator says of modifier 26
   */
  FeeSchedule(List<Tsv.Row> rows, ReferenceTables.CodeTable indicators) {
    this.indicators = indicators;
    for (Tsv.Row row : rows) {
      byCode
          .computeIfAbsent(row.required("code"), c -> new ArrayList<>(1))
          .add(
              new Row(
                  row.required("pctc_indicator"),
                  row.date("effective_date"),
                  row.endDate("end_date")));
    }
  }

  /** The PC/TC indicator of a code on a date, or empty where no release says it. */
  String pcTcIndicator(String code, LocalDate date) {
    for (Row row : byCode.getOrDefault(code, List.of())) {
      if (!date.isBefore(row.effectiveDate()) && !date.isAfter(row.endDate())) {
        return row.pcTcIndicator();
      }
    }
    return "";
  }

  /** Whether the PC/TC indicator of a code on a date is one with which 26 is not valid. */
  boolean refuses26(String code, LocalDate date) {
    String indicator = pcTcIndicator(code, date);
    return !indicator.isEmpty()
        && indicators
            .find(indicator, date)
            .filter(row -> row.key().equals("REFUSES_26"))
            .isPresent();
  }
}
