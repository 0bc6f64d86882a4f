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

  FeeSchedule(List<Tsv.Row> rows) {
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
}
