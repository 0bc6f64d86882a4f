package io.github.cpt76496.csv;

import io.github.cpt76496.claims.UnreadableClaimException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a file of claim lines.
 *
 * @param delimiter what separates the cells
 * @param columns the columns in the order of the file; nothing for one that is not known
 * @param unknown what messages call those that are not known
 */
record CsvHeader(char delimiter, List<Optional<Column>> columns, List<String> unknown) {

  /** What a title must look like to be repeated in a message; anything else could be data. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

  private static final String DELIMITERS = ",;\t|";

  private static final Pattern SEPARATOR = Pattern.compile("\\ufeff?\"?[Ss][Ee][Pp]=(.)\"?\\s*");

  /** So many unknown columns are named; files of hundreds of columns are common. */
  private static final int MOST_NAMED = 20;

  /** Longer first lines are no header of ours, and need not be looked at. */
  private static final int LONGEST = 1 << 13;

  /** How many columns there are: a title may be anything. */
  @Override
  public String toString() {
    return "CsvHeader[columns: " + columns.size() + "]";
  }

  /**
   * Whether a first line is the header of claim lines, with the two columns that all need, or tells
   * a spreadsheet the separator of what follows.
   */
  static boolean isHeader(String line) {
    return tellsSeparator(line) || delimiter(line, DELIMITERS).isPresent();
  }

  /** Whether a line is {@code sep=;}, which Excel reads as the separator and shows to nobody. */
  static boolean tellsSeparator(String line) {
    return SEPARATOR.matcher(line).matches();
  }

  private static Optional<Character> delimiter(String line, String delimiters) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    for (int i = 0; i < delimiters.length(); i++) {
      char delimiter = delimiters.charAt(i);
      List<Column> known =
          titles(line, delimiter).stream().map(Column::of).flatMap(Optional::stream).toList();
      if (known.containsAll(List.of(Column.PROCEDURE_CODE, Column.DATE_OF_SERVICE))) {
        return Optional.of(delimiter);
      }
    }
    return Optional.empty();
  }

  /**
   * The header of a file that tells its separator in a line before.
   *
   * @param separator that line
   */
  static CsvHeader of(String separator, String line) throws UnreadableClaimException {
    Matcher told = SEPARATOR.matcher(separator);
    if (!told.matches() || DELIMITERS.indexOf(told.group(1)) < 0) {
      throw new UnreadableClaimException(
          "sep= tells a separator that is not read: comma, semicolon, tab and vertical bar are");
    }
    return ofColumns(line, told.group(1));
  }

  static CsvHeader of(String line) throws UnreadableClaimException {
    return ofColumns(line, DELIMITERS);
  }

  private static CsvHeader ofColumns(String line, String delimiters)
      throws UnreadableClaimException {
    char delimiter =
        delimiter(line, delimiters)
            .orElseThrow(
                () ->
                    new UnreadableClaimException(
                        "no header with the columns procedureCode and dateOfService"));
    List<Optional<Column>> columns = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String title : titles(line, delimiter)) {
      String place = "column " + (columns.size() + 1) + ": ";
      String name = NAME.matcher(title).matches() ? title : "(a title that is no name)";
      Optional<Column> column = Column.of(title);
      if (column.isEmpty()) {
        requireFar(title, place + name);
        unknown.add((columns.size() + 1) + " " + name);
      } else if (columns.contains(column)) {
        throw new UnreadableClaimException(place + column.get().title() + ": stands twice");
      }
      columns.add(column);
    }
    return new CsvHeader(delimiter, List.copyOf(columns), List.copyOf(unknown));
  }

  /** A misspelt column that is passed over would be a fact that is lost. */
  private static void requireFar(String title, String named) throws UnreadableClaimException {
    Optional<Column> near = Column.near(title);
    if (near.isPresent()) {
      throw new UnreadableClaimException(
          named
              + ": unknown, and one letter from "
              + near.get().title()
              + "; write that, or another title if something else is meant");
    }
  }

  boolean has(Column column) {
    return columns.contains(Optional.of(column));
  }

  /** What is said of the columns that are not known; nothing where there is none. */
  Optional<String> notice() {
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    String named = String.join(", ", unknown.subList(0, Math.min(MOST_NAMED, unknown.size())));
    String more =
        unknown.size() > MOST_NAMED ? " and " + (unknown.size() - MOST_NAMED) + " more" : "";
    return Optional.of(
        (unknown.size() == 1 ? "column " : "columns ") + named + more + ": not known, so not read");
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
