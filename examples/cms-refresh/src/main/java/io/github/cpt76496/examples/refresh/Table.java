package io.github.cpt76496.examples.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table of {@code rules/reference} in memory: its remarks, its columns and its rows, in order.
 */
final class Table {

  private final Path path;
  private final List<String> remarks = new ArrayList<>();
  private final List<String> columns;
  private final String read;
  final List<Row> rows = new ArrayList<>();

  /** A row; a cell that is not set is empty. */
  static final class Row {
    private final Map<String, String> cells;

    private Row(Map<String, String> cells) {
      this.cells = new LinkedHashMap<>(cells);
    }

    String get(String column) {
      return cells.getOrDefault(column, "");
    }

    Row set(String column, String value) {
      cells.put(column, value);
      return this;
    }

    Row copy() {
      return new Row(cells);
    }

    /** The codes from the first to the last that the row names. */
    List<String> codes() {
      return Codes.from(get("first_code"), get("last_code"));
    }
  }

  private Table(Path path, List<String> columns, String read) {
    this.path = path;
    this.columns = columns;
    this.read = read;
  }

  static Table read(Path path) throws IOException {
    String text = Files.readString(path).replace("\r\n", "\n");
    List<String> lines = text.lines().toList();
    int headings = 0;
    while (lines.get(headings).startsWith("#")) {
      headings++;
    }
    Table table = new Table(path, List.of(lines.get(headings).split("\t", -1)), text);
    table.remarks.addAll(lines.subList(0, headings));
    for (int i = headings + 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length != table.columns.size()) {
        throw new Refusal(
            table.name() + ", line " + (i + 1),
            "has " + cells.length + " cells where the headings have " + table.columns.size());
      }
      Map<String, String> byColumn = new LinkedHashMap<>();
      for (int c = 0; c < cells.length; c++) {
        byColumn.put(table.columns.get(c), cells[c]);
      }
      table.rows.add(new Row(byColumn));
    }
    return table;
  }

  static Row row() {
    return new Row(Map.of());
  }

  String name() {
    return String.valueOf(path.getFileName());
  }

  Path path() {
    return path;
  }

  void insertAfter(Row row, Row added) {
    rows.add(rows.indexOf(row) + 1, added);
  }

  boolean isChanged() {
    return !text().equals(read);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    remarks.forEach(remark -> text.append(remark).append('\n'));
    text.append(String.join("\t", columns)).append('\n');
    for (Row row : rows) {
      text.append(columns.stream().map(row::get).collect(Collectors.joining("\t"))).append('\n');
    }
    return text.toString();
  }
}
