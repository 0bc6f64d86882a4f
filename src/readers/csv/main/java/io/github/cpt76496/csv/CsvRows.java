package io.github.cpt76496.csv;

import io.github.cpt76496.csv.CsvLines.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a CSV file. A row goes over several lines where a quoted cell does; a quote that is
 * never closed costs its own line and not the file.
 */
final class CsvRows {

  /** How many lines a row may go over. */
  private static final int MOST_LINES = 20;

  /** How many characters they may have together. */
  private static final int LONGEST = 1 << 20;

  private final CsvLines lines;
  private final char delimiter;
  private final CSVFormat strict;
  private final CSVFormat unfinished;
  private int number = 1;

  /** The rows after the header. */
  CsvRows(CsvLines lines, char delimiter) {
    this.lines = lines;
    this.delimiter = delimiter;
    this.strict = format(delimiter, false);
    this.unfinished = format(delimiter, true);
  }

  private static CSVFormat format(char delimiter, boolean endInsideQuotes) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(delimiter)
        .setIgnoreEmptyLines(false)
        .setIgnoreSurroundingSpaces(true)
        .setLenientEof(endInsideQuotes)
        .get();
  }

  static List<String> header(String line, char delimiter) throws IOException {
    return cells(line, format(delimiter, false));
  }

  /**
   * A row. Most rows have no quote and are divided into cells only if that is asked for.
   *
   * @param number counted as a spreadsheet does: the header is row 1, and empty rows count
   * @param text as it stands in the file
   * @param delimiter what separates the cells
   * @param divided the cells of a row with a quote; of a broken row those before the break
   * @param broken what is wrong, or empty
   */
  record Row(
      int number, String text, char delimiter, Optional<List<String>> divided, String broken) {

    List<String> cells() {
      return divided.orElseGet(
          () -> {
            String[] cells = text.split(delimiter == '|' ? "\\|" : "" + delimiter, -1);
            return Arrays.stream(cells).map(String::strip).toList();
          });
    }

    /** How many cells there are. */
    int size() {
      return divided
          .map(List::size)
          .orElseGet(() -> 1 + (int) text.chars().filter(c -> c == delimiter).count());
    }

    /** One of the cells; empty if the row does not go so far. */
    String cell(int index) {
      if (divided.isPresent()) {
        return index < divided.get().size() ? divided.get().get(index).strip() : "";
      }
      int from = 0;
      for (int i = 0; i < index; i++) {
        from = text.indexOf(delimiter, from) + 1;
        if (from == 0) {
          return "";
        }
      }
      int to = text.indexOf(delimiter, from);
      return text.substring(from, to < 0 ? text.length() : to).strip();
    }

    /** The number alone: the cells belong to a patient. */
    @Override
    public String toString() {
      return "Row[" + number + ", cells: " + size() + "]";
    }
  }

  Optional<Row> next() throws IOException {
    Optional<Line> line = lines.next();
    while (line.isPresent() && !line.get().tooLong() && line.get().text().isBlank()) {
      number++;
      line = lines.next();
    }
    return line.isEmpty() ? Optional.empty() : Optional.of(row(line.get()));
  }

  private Row row(Line first) throws IOException {
    number++;
    if (first.tooLong()) {
      return broken("", List.of(), "longer than " + (CsvLines.LONGEST >> 20) + " MB");
    }
    if (first.text().indexOf('"') < 0) {
      return new Row(number, first.text(), delimiter, Optional.empty(), "");
    }
    StringBuilder text = new StringBuilder(first.text());
    List<Line> added = new ArrayList<>();
    do {
      try {
        List<String> cells = cells(text.toString(), strict);
        return new Row(number, text.toString(), delimiter, Optional.of(cells), "");
      } catch (IOException e) {
        // Says in which line and quotes it.
      }
    } while (endsInsideQuotes(text.toString()) && addThroughQuote(text, added));
    lines.giveBack(added);
    return broken(first.text());
  }

  /** Adds lines up to one that may close the quotes, and says whether there is one. */
  private boolean addThroughQuote(StringBuilder text, List<Line> added) throws IOException {
    while (added.size() < MOST_LINES) {
      Optional<Line> line = lines.next();
      line.ifPresent(added::add);
      if (line.isEmpty()
          || line.get().tooLong()
          || text.length() + line.get().text().length() > LONGEST) {
        return false;
      }
      text.append('\n').append(line.get().text());
      if (line.get().text().indexOf('"') >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean endsInsideQuotes(String text) {
    try {
      cells(text, unfinished);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Row broken(String line) {
    try {
      List<String> cells = cells(line, unfinished);
      return broken(line, cells.subList(0, cells.size() - 1), "a quote is opened and never closed");
    } catch (IOException e) {
      return broken(line, List.of(), "a quoted cell goes on after its closing quote");
    }
  }

  private Row broken(String text, List<String> cells, String reason) {
    return new Row(number, text, delimiter, Optional.of(cells), reason);
  }

  private static List<String> cells(String text, CSVFormat format) throws IOException {
    try (CSVParser parser = CSVParser.parse(text, format)) {
      List<CSVRecord> records = parser.getRecords();
      return records.isEmpty() ? List.of() : records.get(0).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
