package io.github.cpt76496.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A reference table: tab-separated, a header line, no quoting; blank lines and those that start
 * with # are left out. Tabs and not commas, because titles and addresses hold commas and the core
 * has no CSV library.
 *
 * <p>Written for the start of a host's process: plain loops, and each date is parsed once.
 */
final class Tsv {

  /** The file, as messages name it. */
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
      return table.file + ":" + line;
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
      return table.columns.containsKey(column) ? PageHeader.list(get(column)) : List.of();
    }

    boolean has(String column) {
      return table.columns.containsKey(column);
    }

    /** A cell of a column that the table need not have. */
    String text(String column) {
      return table.columns.containsKey(column) ? get(column) : "";
    }

    /** A constant of a column that the table need not have. */
    <E extends Enum<E>> E optional(String column, E absent) {
      return table.columns.containsKey(column)
          ? constant(column, absent.getDeclaringClass())
          : absent;
    }

    <E extends Enum<E>> E constant(String column, Class<E> type) {
      try {
        return Enum.valueOf(type, required(column));
      } catch (IllegalArgumentException e) {
        throw unreadable(column, e);
      }
    }

    LocalDate date(String column) {
      String cell = required(column);
      LocalDate date = table.dates.get(cell);
      if (date == null) {
        date = parsed(column, cell);
        table.dates.put(cell, date);
      }
      return date;
    }

    /** Every cell that is not empty, by column. */
    Map<String, Object> cells() {
      Map<String, Object> values = new HashMap<>();
      for (Map.Entry<String, Integer> column : table.columns.entrySet()) {
        String cell = cells[column.getValue()];
        if (!cell.isEmpty()) {
          values.put(column.getKey(), cell);
        }
      }
      return values;
    }

    /** A date, or the end of time where the cell is empty. */
    LocalDate endDate(String column) {
      return get(column).isEmpty() ? LocalDate.MAX : date(column);
    }

    private LocalDate parsed(String column, String cell) {
      try {
        return Dates.parse(cell);
      } catch (DateTimeException e) {
        throw unreadable(column, e);
      }
    }

    private IllegalStateException unreadable(String column, RuntimeException cause) {
      return new IllegalStateException(place() + ": " + column + " cannot be read", cause);
    }
  }

  /** The rows of one of the library's own tables. */
  static List<Row> read(String file) {
    return rows("rules/reference/" + file, allLines(Jar.OWN, "reference/" + file));
  }

  /**
   * The rows of a table.
   *
   * @param file its name for messages
   */
  static List<Row> rows(String file, List<String> lines) {
    return new Tsv(file).rows(lines);
  }

  private List<Row> rows(List<String> lines) {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : lines) {
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
      throw new IllegalStateException(file + ": no rows");
    }
    return rows;
  }

  /** The lines of a file below {@code rules/}; blank ones and those that start with # left out. */
  static List<String> lines(Jar jar, String path) {
    return withoutComments(allLines(jar, path));
  }

  static List<String> withoutComments(List<String> lines) {
    List<String> kept = new ArrayList<>(lines.size());
    for (String line : lines) {
      if (!isComment(line)) {
        kept.add(line);
      }
    }
    return kept;
  }

  private static boolean isComment(String line) {
    return line.isBlank() || line.startsWith("#");
  }

  static List<String> allLines(Jar jar, String path) {
    try (InputStream in = jar.open(path)) {
      return linesOf(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(jar.origin() + "rules/" + path, e);
    }
  }

  /** By hand: a reader would copy every letter three times, and cost a start more than the rest. */
  private static List<String> linesOf(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        end = text.length();
      }
      lines.add(text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end));
      start = end + 1;
    }
    return lines;
  }
}
