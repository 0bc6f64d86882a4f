package io.github.cpt76496.examples.scrubber.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/**
 * A table as CSV (RFC 4180, UTF-8) for spreadsheets, DuckDB and pandas. A spreadsheet takes a cell
 * that begins with one of {@code = + - @} for a formula and runs it; such a cell is written with an
 * apostrophe before it.
 */
public final class CsvTable {

  private final PrintWriter out;
  private final List<String> columns;

  public CsvTable(PrintWriter out, List<String> columns) {
    this.out = out;
    this.columns = columns;
    print(out, columns);
  }

  /**
   * Writes a row.
   *
   * @param cells by column; a column without a cell is empty
   */
  public void row(Map<String, String> cells) {
    row(out, cells);
  }

  /** Writes a row to another place, from which it comes into the table. Any thread may. */
  void row(PrintWriter to, Map<String, String> cells) {
    if (!columns.containsAll(cells.keySet())) {
      throw new IllegalArgumentException("not columns: " + cells.keySet());
    }
    List<String> row = new ArrayList<>();
    for (String column : columns) {
      row.add(harmless(cells.getOrDefault(column, "")));
    }
    print(to, row);
  }

  private static void print(PrintWriter to, List<String> row) {
    try {
      CSVFormat.RFC4180.printRecord(to, row.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text that no spreadsheet runs and no terminal obeys. */
  static String harmless(String text) {
    String printable = TextReport.printable(text);
    return !printable.isEmpty() && "=+-@".indexOf(printable.charAt(0)) >= 0
        ? "'" + printable
        : printable;
  }
}
