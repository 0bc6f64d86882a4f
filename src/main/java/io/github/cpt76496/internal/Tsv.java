package io.github.cpt76496.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A reference table: tab-separated, a header line, no quoting. Tabs and not commas, because titles
 * and addresses hold commas and the core has no CSV library.
 */
final class Tsv {

  private Tsv() {}

  /** One row, with the place where it stands for messages. */
  record Row(String place, Map<String, String> cells) {

    String get(String column) {
      String cell = cells.get(column);
      if (cell == null) {
        throw new IllegalStateException(place + ": column " + column + " is missing");
      }
      return cell;
    }

    String required(String column) {
      String cell = get(column);
      if (cell.isEmpty()) {
        throw new IllegalStateException(place + ": " + column + " is empty");
      }
      return cell;
    }

    /** A comma-separated cell; a table without the column has nothing to say. */
    List<String> list(String column) {
      return CatalogEntry.list(cells.getOrDefault(column, ""));
    }

    /** Parses a cell of a column that the table need not have. */
    <T> T optional(String column, Function<String, T> parser, T absent) {
      return cells.containsKey(column) ? parse(column, parser) : absent;
    }

    /** Parses a cell, and names the place when that fails. */
    <T> T parse(String column, Function<String, T> parser) {
      String cell = required(column);
      try {
        return parser.apply(cell);
      } catch (RuntimeException e) {
        throw new IllegalStateException(place + ": " + column + " cannot be read", e);
      }
    }
  }

  static List<Row> read(String name) {
    List<String> lines = lines("reference/" + name);
    String[] header = lines.get(0).split("\t", -1);
    List<Row> rows = new ArrayList<>(lines.size());
    for (int i = 1; i < lines.size(); i++) {
      String place = "rules/reference/" + name + ":" + (i + 1);
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length != header.length) {
        throw new IllegalStateException(
            place + ": " + cells.length + " cells, the header has " + header.length);
      }
      Map<String, String> row = new HashMap<>();
      for (int c = 0; c < header.length; c++) {
        row.put(header[c], cells[c]);
      }
      rows.add(new Row(place, row));
    }
    if (rows.isEmpty()) {
      throw new IllegalStateException("rules/reference/" + name + ": no rows");
    }
    return rows;
  }

  /** The lines of a file below {@code rules/}; blank ones and those that start with # left out. */
  static List<String> lines(String path) {
    try (InputStream in = RuleBase.resource("rules/" + path);
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("rules/" + path, e);
    }
  }
}
