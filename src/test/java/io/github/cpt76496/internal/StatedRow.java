package io.github.cpt76496.internal;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A row of a reference table as its cases state it.
 *
 * @param key what the row is filed under beside its codes, such as a family or a payer
 * @param firstCode first code of the range, or empty where the table has no codes
 * @param lastCode last code of the range
 * @param firstDay first day on which the row holds
 * @param lastDay last day on which it holds
 * @param rest the other cells that the cases repeat, since no answer shows them, or not of each row
 */
record StatedRow(
    String key,
    String firstCode,
    String lastCode,
    LocalDate firstDay,
    LocalDate lastDay,
    String rest) {

  /**
   * How the rows of a table are stated.
   *
   * @param question how the library is asked about a row
   * @param key the column of the key
   * @param codes the column of the first code, or empty
   * @param rest the columns of the other cells
   */
  record Layout(RowQuestion question, String key, String codes, List<String> rest) {}

  private static final List<String> GRADE_AND_SOURCE = List.of("grade", "source");

  /** By table. The columns left out are shown by answers; or are remarks and dates of review. */
  static final Map<String, Layout> LAYOUTS =
      Map.ofEntries(
          entry(
              "ended-codes.tsv",
              new Layout(
                  RowQuestion.ENDED_CODE, "group", "first_code", List.of("procedure_codes"))),
          entry(
              "facility-places-by-payer.tsv",
              new Layout(RowQuestion.PLACE_OF_PAYER, "payer", "first_code", GRADE_AND_SOURCE)),
          entry(
              "fee-schedule.tsv",
              new Layout(
                  RowQuestion.FEE_SCHEDULE,
                  "modifier",
                  "code",
                  List.of(
                      "status",
                      "nonfacility_na",
                      "facility_na",
                      "pctc_indicator",
                      "supervision",
                      "source"))),
          entry(
              "listed-fluoroscopy-codes.tsv",
              new Layout(
                  RowQuestion.PROCEDURE,
                  "kind",
                  "first_code",
                  List.of("pctc_indicator", "status_global", "status_26", "status_tc"))),
          entry(
              "ncci-column-two-codes.tsv",
              new Layout(RowQuestion.COLUMN_TWO, "service", "first_code", List.of())),
          entry(
              "ncci-fluoroscopy-pairs.tsv",
              new Layout(
                  RowQuestion.PROCEDURE, "pair", "first_code", List.of("modifier_indicator"))),
          entry(
              "ncci-modifiers.tsv",
              new Layout(RowQuestion.MODIFIER, "kind", "first_code", GRADE_AND_SOURCE)),
          entry(
              "pctc-indicators.tsv",
              new Layout(RowQuestion.INDICATOR, "kind", "first_code", GRADE_AND_SOURCE)),
          entry(
              "places-of-service.tsv",
              new Layout(RowQuestion.PLACE, "setting", "first_code", GRADE_AND_SOURCE)),
          entry(
              "procedure-families.tsv",
              new Layout(
                  RowQuestion.PROCEDURE,
                  "family",
                  "first_code",
                  List.of("modifier_indicator", "procedure_codes", "pair_code", "pair_reason"))),
          entry(
              "revenue-codes.tsv",
              new Layout(RowQuestion.REVENUE_CODE, "kind", "first_code", GRADE_AND_SOURCE)),
          entry(
              "types-of-bill.tsv",
              new Layout(RowQuestion.TYPE_OF_BILL, "kind", "first_code", GRADE_AND_SOURCE)),
          entry(
              "codes-by-imaging.tsv",
              new Layout(RowQuestion.IMAGING, "imaging", "", GRADE_AND_SOURCE)),
          entry(
              "imaging-of-procedures.tsv",
              new Layout(RowQuestion.IMAGING_BESIDE, "imaging", "first_code", List.of())),
          entry(
              "imaging-partners.tsv",
              new Layout(
                  RowQuestion.PARTNER,
                  "listed_code",
                  "first_code",
                  List.of("family", "grade", "source", "choose_by"))),
          entry(
              "imaging-exclusions.tsv",
              new Layout(RowQuestion.EXCLUSION, "listed_code", "first_code", GRADE_AND_SOURCE)),
          entry(
              "words-of-the-code.tsv", new Layout(RowQuestion.WORD, "word", "", GRADE_AND_SOURCE)));

  static StatedRow of(Layout layout, Tsv.Row row) {
    String first = layout.codes().isEmpty() ? "" : row.get(layout.codes());
    String last = row.text("last_code");
    List<String> rest = new ArrayList<>();
    for (String column : layout.rest()) {
      rest.add(row.get(column).isEmpty() ? "-" : row.get(column));
    }
    return new StatedRow(
        row.get(layout.key()),
        first,
        last.isEmpty() ? first : last,
        row.date("effective_date"),
        row.endDate("end_date"),
        String.join(" ", rest));
  }

  /** Every code of the range; one empty code where the table has none. */
  List<String> codes() {
    List<String> codes = new ArrayList<>();
    for (String code = firstCode; ; code = step(code, 1)) {
      codes.add(code);
      if (code.equals(lastCode)) {
        return codes;
      }
    }
  }

  /** The code so many numbers on, or empty where there is none. */
  static String step(String code, int by) {
    String digits = code.replaceAll("\\D", "");
    if (digits.isEmpty()) {
      return "";
    }
    int number = Integer.parseInt(digits) + by;
    String stepped = ("%0" + digits.length() + "d").formatted(number);
    return number < 0 || stepped.length() > digits.length() ? "" : code.replace(digits, stepped);
  }

  boolean covers(String code, LocalDate day) {
    return firstCode.compareTo(code) <= 0
        && code.compareTo(lastCode) <= 0
        && !day.isBefore(firstDay)
        && !day.isAfter(lastDay);
  }

  /** Whether the other states a part of this row's codes and days, and the same of them. */
  boolean holds(StatedRow part) {
    return key.equals(part.key)
        && rest.equals(part.rest)
        && covers(part.firstCode, part.firstDay)
        && covers(part.lastCode, part.lastDay);
  }
}
