package io.github.cpt76496.examples.scrubber.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as CSV (RFC 4180, UTF-8) for spreadsheets, DuckDB and pandas. A spreadsheet takes a cell
 * that begins with one of {@code = + - @} for a formula and runs it; such a cell is written with an
 * apostrophe before it.
 */
public final class CsvTable {

  private final CSVPrinter printer;
  private final List<String> columns;

  public CsvTable(PrintWriter out, List<String> columns) {
    this.columns = columns;
    try {
      this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
      printer.printRecord(columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a row.
   *
   * @param cells by column; a column without a cell is empty
   */
  public void row(Map<String, String> cells) {
    if (!columns.containsAll(cells.keySet())) {
      throw new IllegalArgumentException("not columns: " + cells.keySet());
    }
    List<String> row = new ArrayList<>();
    for (String column : columns) {
      row.add(harmless(cells.getOrDefault(column, "")));
    }
    try {
      printer.printRecord(row);
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
