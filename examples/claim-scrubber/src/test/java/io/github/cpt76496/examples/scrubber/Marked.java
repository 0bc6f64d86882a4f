package io.github.cpt76496.examples.scrubber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of claims with a marker in the place of one value, and no marker twice in a run: what is
 * found in an output tells which field it came from.
 *
 * @param field which value it is, such as {@code x12 SV101-2} or {@code fhir item.modifier.coding}
 * @param marker what stands there
 * @param content the whole file
 */
record Marked(String field, String marker, String content) {

  /** Every marker, as it stands in a file or as a date is written elsewhere. */
  static final Pattern MARKERS =
      Pattern.compile(
          "(?i)ZQX\\w*|(?<!\\d)618\\d{6}(?!\\d)|(?<!\\d)(20[3-6]\\d)-?(\\d\\d)-?(\\d\\d)(?!\\d)"
              + "|\\bX\\d{4}\\b");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final LocalDate FIRST_DAY = LocalDate.of(2031, 1, 1);

  /** The markers found in a text, each as it was planted. */
  static List<String> in(String text) {
    return MARKERS
        .matcher(text)
        .results()
        .map(m -> m.group(1) == null ? m.group() : m.group(1) + m.group(2) + m.group(3))
        // A line that stands in no claim is numbered from the last one on.
        .map(m -> m.startsWith("618") ? m.substring(0, 8) + "0" : m.toUpperCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  /** Makes files, and counts its markers. */
  static final class Maker {

    private final List<Marked> made = new ArrayList<>();
    private int markers;

    List<Marked> made() {
      return List.copyOf(made);
    }

    Set<String> fields(String kind) {
      Set<String> fields = new TreeSet<>();
      made.stream().map(Marked::field).filter(f -> f.startsWith(kind + " ")).forEach(fields::add);
      return fields;
    }

    /** Each element, and each part of one, of each segment; the empty ones and the tags, too. */
    void x12(String text) {
      String[] segments = text.split("(?<=~\n)", -1);
      for (int s = 0; s < segments.length; s++) {
        if (segments[s].isBlank()) {
          continue;
        }
        String[] elements = segments[s].replaceAll("~\n$", "").split("\\*", -1);
        boolean header = elements[0].equals("ISA");
        for (int e = 0; e < elements.length; e++) {
          String[] parts = header ? new String[] {elements[e]} : elements[e].split(":", -1);
          for (int p = 0; p < parts.length; p++) {
            String field =
                "x12 "
                    + elements[0]
                    + (e == 0 ? "" : "%02d".formatted(e))
                    + (parts.length == 1 ? "" : "-" + (p + 1));
            int segment = s;
            int element = e;
            int part = p;
            mark(
                field,
                parts[p],
                marker -> {
                  String[] changedParts = parts.clone();
                  changedParts[part] = header ? inWidth(marker, parts[part]) : marker;
                  String[] changedElements = elements.clone();
                  changedElements[element] = String.join(":", changedParts);
                  String[] changed = segments.clone();
                  changed[segment] = String.join("*", changedElements) + "~\n";
                  return String.join("", changed);
                });
          }
        }
      }
    }

    /** The header has elements of one width each; a longer marker breaks it. */
    private static String inWidth(String marker, String old) {
      return marker + " ".repeat(Math.max(0, old.length() - marker.length()));
    }

    /** Each leaf, and the name of each. */
    void json(String kind, String text) {
      try {
        JsonNode root = JSON.readTree(text);
        leaves(kind + " ", root, root);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void leaves(String path, JsonNode node, JsonNode root) throws IOException {
      if (node instanceof ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
          JsonNode value = object.get(name);
          String field = path + (path.endsWith(" ") ? "" : ".") + name;
          if (value.isContainerNode()) {
            leaves(field, value, root);
          } else {
            mark(field, value.asText(), m -> written(object, name, m, value, root));
          }
          mark(field + " (name)", "", m -> renamed(object, name, m, root));
        }
      } else {
        ArrayNode array = (ArrayNode) node;
        for (int i = 0; i < array.size(); i++) {
          int index = i;
          JsonNode value = array.get(i);
          if (value.isContainerNode()) {
            leaves(path, value, root);
          } else {
            mark(
                path,
                value.asText(),
                m -> {
                  array.set(index, like(value, m));
                  String text = root.toString();
                  array.set(index, value);
                  return text;
                });
          }
        }
      }
    }

    private static String written(
        ObjectNode object, String name, String marker, JsonNode old, JsonNode root) {
      object.set(name, like(old, marker));
      String text = root.toString();
      object.set(name, old);
      return text;
    }

    /** A number stays one. */
    private static JsonNode like(JsonNode old, String marker) {
      return old.isNumber() && marker.chars().allMatch(Character::isDigit)
          ? JSON.getNodeFactory().numberNode(Integer.parseInt(marker))
          : JSON.getNodeFactory().textNode(marker);
    }

    /** Renamed in the text, since an object would put the new name at its end. */
    private static String renamed(ObjectNode object, String name, String marker, JsonNode root) {
      JsonNode value = object.get(name);
      ObjectNode before = object.deepCopy();
      object.removeAll();
      before
          .properties()
          .forEach(f -> object.set(f.getKey().equals(name) ? marker : f.getKey(), f.getValue()));
      String text = root.toString();
      object.removeAll();
      before
          .fieldNames()
          .forEachRemaining(n -> object.set(n, n.equals(name) ? value : before.get(n)));
      return text;
    }

    /** Each cell, and each title. */
    void csv(String text) {
      try {
        List<CSVRecord> rows = CSVFormat.DEFAULT.parse(new StringReader(text)).getRecords();
        for (int r = 0; r < rows.size(); r++) {
          for (int c = 0; c < rows.get(r).size(); c++) {
            int row = r;
            int column = c;
            mark(
                "csv " + rows.get(0).get(c) + (r == 0 ? " (title)" : ""),
                rows.get(r).get(c),
                m -> table(rows, row, column, m));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String table(List<CSVRecord> rows, int row, int column, String marker) {
      StringWriter text = new StringWriter();
      try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
        for (int r = 0; r < rows.size(); r++) {
          List<String> cells = new ArrayList<>(rows.get(r).toList());
          if (r == row) {
            cells.set(column, marker);
          }
          printer.printRecord(cells);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return text.toString();
    }

    /**
     * A word, which is text where text may stand and breaks everything else; and beside it, where
     * the old value has a form, one of that form: a number, a day, a procedure code. Shorter codes,
     * such as a modifier, cannot be told from others.
     */
    private void mark(String field, String old, UnaryOperator<String> file) {
      markers++;
      add(field, "ZQX%05d".formatted(markers), file);
      if (old.matches("\\d+(\\.\\d+)?")) {
        add(field, "618%05d0".formatted(markers), file);
      }
      if (old.matches("\\d{5}")) {
        add(field, "X%04d".formatted(markers), file);
      }
      if (old.matches("(19|20)\\d{6}")) {
        add(field, day(DateTimeFormatter.BASIC_ISO_DATE), file);
      }
      if (old.matches("(19|20)\\d\\d-\\d\\d-\\d\\d")) {
        add(field, day(DateTimeFormatter.ISO_LOCAL_DATE), file);
      }
    }

    private String day(DateTimeFormatter form) {
      return FIRST_DAY.plusDays(markers).format(form);
    }

    private void add(String field, String marker, UnaryOperator<String> file) {
      made.add(new Marked(field, marker.replace("-", ""), file.apply(marker)));
    }
  }
}
