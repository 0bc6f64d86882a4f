package io.github.cpt76496.examples.scrubber.input.csv;

import io.github.cpt76496.examples.scrubber.input.UnreadableClaimException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first line of a file of claim lines.
 *
 * @param delimiter what separates the cells
 * @param columns the columns in the order of the file
 */
record CsvHeader(char delimiter, List<Column> columns) {

  /** What a title must look like to be repeated in a message; anything else could be data. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

  private static final char[] DELIMITERS = {',', ';', '\t'};

  /** Longer first lines are no header of ours, and need not be looked at. */
  private static final int LONGEST = 1 << 13;

  /** Whether a first line is the header of claim lines: it has the two columns that all need. */
  static boolean isHeader(String line) {
    return delimiter(line).isPresent();
  }

  private static Optional<Character> delimiter(String line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    for (char delimiter : DELIMITERS) {
      List<Column> known =
          titles(line, delimiter).stream().map(Column::of).flatMap(Optional::stream).toList();
      if (known.containsAll(List.of(Column.PROCEDURE_CODE, Column.DATE_OF_SERVICE))) {
        return Optional.of(delimiter);
      }
    }
    return Optional.empty();
  }

  static CsvHeader of(String line) throws UnreadableClaimException {
    char delimiter =
        delimiter(line)
            .orElseThrow(
                () ->
                    new UnreadableClaimException(
                        "no header with the columns procedureCode and dateOfService"));
    List<Column> columns = new ArrayList<>();
    for (String title : titles(line, delimiter)) {
      String name = NAME.matcher(title).matches() ? title : "(a title that is no name)";
      Column column =
          Column.of(title)
              .orElseThrow(
                  () ->
                      new UnreadableClaimException(
                          "column " + (columns.size() + 1) + ": " + name + ": unknown column"));
      if (columns.contains(column)) {
        throw new UnreadableClaimException(
            "column " + (columns.size() + 1) + ": " + column.title() + ": stands twice");
      }
      columns.add(column);
    }
    return new CsvHeader(delimiter, List.copyOf(columns));
  }

  private static List<String> titles(String line, char delimiter) {
    String text = line.startsWith("\ufeff") ? line.substring(1) : line;
    try {
      return CsvRows.header(text.strip(), delimiter);
    } catch (IOException e) {
      return List.of();
    }
  }
}
