package io.github.cpt76496.examples.page;

import io.github.cpt76496.Cpt76496Edits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A payer's statement as its table in the library's jar has it, for programs that show an edit.
 *
 * @param table path of the table below {@code rules/}
 * @param line its line in the table, from 1
 * @param cells what is not empty, by the names of the columns
 */
public record PayerRow(String table, int line, Map<String, String> cells) {

  /** The row of an edit, if it is written as one. */
  public static Optional<PayerRow> of(String edit) {
    for (String table : lines("rules/catalog.txt")) {
      if (table.endsWith(".tsv")) {
        List<String> lines = lines("rules/" + table);
        for (int i = 1; i < lines.size(); i++) {
          if (lines.get(i).startsWith(edit + "\t")) {
            PayerRow row = new PayerRow(table, i + 1, cells(lines.get(0), lines.get(i)));
            return row.cells().containsKey("item") ? Optional.of(row) : Optional.empty();
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The codes of the document that an edit asks for, as the library's table has them, by the names
   * of its columns; empty for an edit that asks for none.
   */
  public static Map<String, String> codesOfDocument(String edit) {
    String item = edit.substring(edit.indexOf('#') + 1);
    List<String> lines =
        lines("rules/reference/document-codes.tsv").stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    for (String line : lines) {
      if (line.startsWith(item + "\t")) {
        return cells(lines.get(0), line);
      }
    }
    return Map.of();
  }

  private static Map<String, String> cells(String head, String line) {
    String[] columns = head.split("\t", -1);
    String[] cells = line.split("\t", -1);
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      if (!cells[i].isEmpty()) {
        named.put(columns[i], cells[i]);
      }
    }
    return named;
  }

  /** File and line, as findings name them. */
  public String place() {
    return "rules/" + table + ":" + line;
  }

  /** A cell, or empty. */
  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  /** For whom the row holds, as a page would test it. */
  public List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    String[] payer = cell("payer").split("/", -1);
    if (!payer[0].equals("ANY")) {
      conditions.add("payerFamily == \"" + payer[0] + "\"");
    }
    if (payer.length > 1) {
      conditions.add("payerPlan == \"" + payer[1] + "\"");
    }
    addOneOf("lineOfBusiness", cell("line_of_business"), conditions);
    addOneOf("form", cell("form"), conditions);
    return conditions;
  }

  private static void addOneOf(String property, String listed, List<String> conditions) {
    if (!listed.isEmpty()) {
      String quoted = "\"" + listed.replace(", ", "\", \"") + "\"";
      conditions.add(
          property + (listed.contains(",") ? " in ( " + quoted + " )" : " == " + quoted));
    }
  }

  /** Path of the cases below {@code rules/}. */
  public String casesPath() {
    return table.replace(".tsv", ".cases.yaml");
  }

  private static List<String> lines(String file) {
    try (InputStream in = Cpt76496Edits.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + ": not in the library's jar");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
