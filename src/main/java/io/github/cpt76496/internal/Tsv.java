package io.github.cpt76496.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A reference table: tab-separated, a header line, no quoting; blank lines and those that start
 * with # are left out. Tabs and not commas, because titles and addresses hold commas and the core
 * has no CSV library.
 *
 * <p>Written for the start of a host's process: plain loops, and each date is parsed once.
 */
final class Tsv {

  private final String file;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, LocalDate> dates = new HashMap<>();

  private Tsv(String file) {
    this.file = file;
  }

  /** One row, with the place where it stands for messages. */
  static final class Row {
    private final Tsv table;
    private final int line;
    private final String[] cells;

    private Row(Tsv table, int line, String[] cells) {
      this.table = table;
      this.line = line;
      this.cells = cells;
    }

    String place() {
      return "rules/reference/" + table.file + ":" + line;
    }

    String get(String column) {
      Integer index = table.columns.get(column);
      if (index == null) {
        throw new IllegalStateException(place() + ": column " + column + " is missing");
      }
      return cells[index];
    }

    String required(String column) {
      String cell = get(column);
      if (cell.isEmpty()) {
        throw new IllegalStateException(place() + ": " + column + " is empty");
      }
      return cell;
    }

    /** A comma-separated cell; a table without the column has nothing to say. */
    List<String> list(String column) {
      return table.columns.containsKey(column) ? CatalogEntry.list(get(column)) : List.of();
    }

    /** Parses a cell of a column that the table need not have. */
    <T> T optional(String column, Function<String, T> parser, T absent) {
      return table.columns.containsKey(column) ? parse(column, parser) : absent;
    }

    LocalDate date(String column) {
      String cell = required(column);
      LocalDate date = table.dates.get(cell);
      if (date == null) {
        date = parse(column, LocalDate::parse);
        table.dates.put(cell, date);
      }
      return date;
    }

    /** A date, or the end of time where the cell is empty. */
    LocalDate endDate(String column) {
      return get(column).isEmpty() ? LocalDate.MAX : date(column);
    }

    /** Parses a cell, and names the place when that fails. */
    <T> T parse(String column, Function<String, T> parser) {
      String cell = required(column);
      try {
        return parser.apply(cell);
      } catch (RuntimeException e) {
        throw new IllegalStateException(place() + ": " + column + " cannot be read", e);
      }
    }
  }

  static List<Row> read(String file) {
    return new Tsv(file).rows();
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : allLines("reference/" + file)) {
      number++;
      if (isComment(line)) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (columns.isEmpty()) {
        for (int i = 0; i < cells.length; i++) {
          columns.put(cells[i], i);
        }
        continue;
      }
      Row row = new Row(this, number, cells);
      if (cells.length != columns.size()) {
        throw new IllegalStateException(
            row.place() + ": " + cells.length + " cells, the header has " + columns.size());
      }
      rows.add(row);
    }
    if (rows.isEmpty()) {
      throw new IllegalStateException("rules/reference/" + file + ": no rows");
    }
    return rows;
  }

  /** The lines of a file below {@code rules/}; blank ones and those that start with # left out. */
  static List<String> lines(String path) {
    List<String> lines = allLines(path);
    lines.removeIf(Tsv::isComment);
    return lines;
  }

  private static boolean isComment(String line) {
    return line.isBlank() || line.startsWith("#");
  }

  private static List<String> allLines(String path) {
    try (InputStream in = RuleBase.resource("rules/" + path);
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      List<String> lines = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException("rules/" + path, e);
    }
  }
}
