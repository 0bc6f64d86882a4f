package io.github.cpt76496.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person could have mistyped in a reference table, one slip a mutant. Words of ours for a
 * reader are left alone, and the dates of review, which change with each reading.
 */
final class RowMutants {

  /** What kind of slip; each must occur in some table. */
  enum Kind {
    DROP_ROW,
    SWAP_ROWS,
    MOVE_DATE,
    CHANGE_CODE,
    CHANGE_VALUE,
    CHANGE_GRADE,
    DROP_ELEMENT
  }

  /**
   * A table with one slip.
   *
   * @param table name of the file
   * @param row the row as it should be
   * @param column the column with the slip, or empty where it is in the whole row
   * @param lines the table as it should be
   * @param changed what stands in the place of some lines; empty where the row is dropped
   */
  record Mutant(
      String table,
      Kind kind,
      String row,
      String column,
      String slip,
      List<String> lines,
      Map<Integer, String> changed) {

    /** The table with the slip in it. */
    List<Tsv.Row> rows() {
      List<String> mutated = new ArrayList<>(lines);
      changed.forEach(mutated::set);
      return Tsv.rows("rules/reference/" + table, mutated);
    }

    /** What stands in some columns of the rows with the slip, before and after it. */
    Set<String> cells(Collection<String> columns) {
      List<String> header = List.of(lines.get(0).split("\t", -1));
      Set<String> cells = new TreeSet<>();
      changed.forEach(
          (i, after) -> {
            for (String line : List.of(lines.get(i), after)) {
              String[] row = line.split("\t", -1);
              for (int place = 0; place < row.length; place++) {
                if (columns.contains(header.get(place))) {
                  cells.add(row[place]);
                }
              }
            }
          });
      return cells;
    }

    /** What slips of one sort have in common. */
    String sort() {
      return table + "\t" + kind + "\t" + column;
    }

    @Override
    public String toString() {
      return table + " " + row + "\t" + kind + " " + slip;
    }
  }

  static final List<String> TABLES = List.copyOf(new TreeSet<>(StatedRow.LAYOUTS.keySet()));

  private static final List<String> VALUES =
      List.of(
          "family",
          "facility_na",
          "group",
          "imaging",
          "imaging_is",
          "kind",
          "listed_code",
          "modifier",
          "modifier_indicator",
          "nonfacility_na",
          "pair_code",
          "pair_reason",
          "payer",
          "pctc_indicator",
          "service",
          "setting",
          "source",
          "status",
          "status_26",
          "status_global",
          "status_tc",
          "supervision");
  static final List<String> CODES = List.of("code", "first_code", "last_code", "term", "word");

  /** Values that a table could hold and perhaps holds in no row. */
  private static final Map<String, List<String>> OTHER_VALUES =
      Map.of(
          "imaging_is",
          List.of("INCLUDED", "INCLUDED_BY_ANALOGY"),
          "modifier_indicator",
          List.of("0", "1"),
          "source",
          Tsv.read("sources.tsv").stream().map(source -> source.get("id")).toList());

  private static final List<String> LISTS = List.of("procedure_codes", "codes");
  private static final List<String> DATES = List.of("effective_date", "end_date");

  private final String table;
  private final List<String> lines;
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();
  private final Map<String, NavigableSet<String>> values = new LinkedHashMap<>();
  private final List<Mutant> mutants = new ArrayList<>();

  private RowMutants(String table, List<String> lines) {
    this.table = table;
    this.lines = lines;
    this.header = List.of(lines.get(0).split("\t", -1));
    for (String line : lines.subList(1, lines.size())) {
      rows.add(List.of(line.split("\t", -1)));
    }
    for (String column : VALUES) {
      if (header.contains(column)) {
        NavigableSet<String> of = new TreeSet<>();
        rows.forEach(row -> of.add(row.get(header.indexOf(column))));
        of.addAll(OTHER_VALUES.getOrDefault(column, List.of()));
        values.put(column, of);
      }
    }
  }

  /** Every mutant of every table. */
  static List<Mutant> all() throws IOException {
    List<Mutant> all = new ArrayList<>();
    for (String table : TABLES) {
      RowMutants of = new RowMutants(table, lines(table));
      for (int i = 0; i < of.rows.size(); i++) {
        of.mutate(i);
      }
      all.addAll(of.mutants);
    }
    return all;
  }

  static List<String> lines(String table) throws IOException {
    return Tsv.withoutComments(Files.readAllLines(Path.of("rules/reference", table)));
  }

  private void mutate(int i) {
    List<String> row = rows.get(i);
    add(Kind.DROP_ROW, i, "", "", Map.of(i, List.of()));
    for (int j = i + 1; j < rows.size(); j++) {
      if (!said(rows.get(j)).equals(said(row)) && !codes(rows.get(j)).equals(codes(row))) {
        swap(i, j);
        break;
      }
    }
    for (String column : DATES) {
      if (!cell(row, column).isEmpty()) {
        LocalDate date = LocalDate.parse(cell(row, column));
        change(Kind.MOVE_DATE, i, column, date.plusDays(1).toString());
        change(Kind.MOVE_DATE, i, column, date.minusDays(1).toString());
      }
    }
    for (String column : CODES) {
      String code = cell(row, column);
      if (!code.isEmpty()) {
        change(Kind.CHANGE_CODE, i, column, next(code));
      }
    }
    values.forEach(
        (column, known) -> {
          String value = known.higher(cell(row, column));
          change(Kind.CHANGE_VALUE, i, column, value == null ? known.first() : value);
        });
    String grade = cell(row, "grade");
    if (!grade.isEmpty()) {
      change(Kind.CHANGE_GRADE, i, "grade", grade.equals("A") ? "S" : "A");
    }
    for (String column : LISTS) {
      List<String> elements = PageHeader.list(cell(row, column));
      for (String element : elements) {
        List<String> left = new ArrayList<>(elements);
        left.remove(element);
        change(Kind.DROP_ELEMENT, i, column, String.join(",", left));
      }
    }
  }

  /** What a row says of its codes; who says so is left out. */
  private List<String> said(List<String> row) {
    List<String> said = new ArrayList<>();
    for (String column : header) {
      if ((values.containsKey(column) && !column.equals("source"))
          || LISTS.contains(column)
          || DATES.contains(column)
          || column.equals("grade")) {
        said.add(cell(row, column));
      }
    }
    return said;
  }

  private List<String> codes(List<String> row) {
    return CODES.stream().map(column -> cell(row, column)).toList();
  }

  /** Two rows, each with the codes of the other. */
  private void swap(int i, int j) {
    List<String> one = new ArrayList<>(rows.get(i));
    List<String> other = new ArrayList<>(rows.get(j));
    for (String column : CODES) {
      int place = header.indexOf(column);
      if (place >= 0) {
        String code = one.set(place, other.get(place));
        other.set(place, code);
      }
    }
    add(Kind.SWAP_ROWS, i, "", "with " + name(j), Map.of(i, one, j, other));
  }

  /** The code that follows, a digit later. */
  private static String next(String code) {
    for (int i = code.length() - 1; i >= 0; i--) {
      char c = code.charAt(i);
      if (c >= '0' && c <= '9') {
        return code.substring(0, i) + (c == '9' ? '8' : (char) (c + 1)) + code.substring(i + 1);
      }
    }
    return code + "X";
  }

  private void change(Kind kind, int i, String column, String value) {
    List<String> row = new ArrayList<>(rows.get(i));
    int place = header.indexOf(column);
    if (place >= 0 && !row.get(place).equals(value)) {
      String slip = column + " " + row.set(place, value) + " -> " + value;
      add(kind, i, column, slip, Map.of(i, row));
    }
  }

  private void add(
      Kind kind, int i, String column, String slip, Map<Integer, List<String>> instead) {
    Map<Integer, String> changed = new HashMap<>();
    // The header precedes the rows.
    instead.forEach((row, cells) -> changed.put(row + 1, String.join("\t", cells)));
    mutants.add(new Mutant(table, kind, name(i), column, slip, lines, changed));
  }

  /** A row by what nobody moves it by: its codes and dates. */
  private String name(int i) {
    List<String> name = new ArrayList<>();
    for (String column : header) {
      if (CODES.contains(column) || DATES.contains(column) || column.equals("modifier")) {
        name.add(cell(rows.get(i), column));
      }
    }
    return String.join(" ", name);
  }

  private String cell(List<String> row, String column) {
    int place = header.indexOf(column);
    return place < 0 ? "" : row.get(place);
  }
}
