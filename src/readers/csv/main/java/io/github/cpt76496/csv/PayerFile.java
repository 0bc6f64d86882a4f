package io.github.cpt76496.csv;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.claims.PayerMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of payers: CSV in UTF-8 with the header {@code
 * payer_id,name_pattern,family,plan,line_of_business}.
 *
 * <p>A row is about the payer with that identifier, and about every payer whose name matches the
 * pattern, in which {@code *} matches any text; case does not matter. If several patterns match,
 * the first one counts. Family and line of business are constants of {@link Payer}; plan and line
 * of business may be empty.
 */
public final class PayerFile {

  /** The first line of the file. */
  public static final String HEADER = "payer_id,name_pattern,family,plan,line_of_business";

  private static final List<String> COLUMNS = List.of(HEADER.split(","));

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setIgnoreSurroundingSpaces(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private final String file;
  private final PayerMap.Builder rows = PayerMap.builder();

  private PayerFile(String file) {
    this.file = file;
  }

  /**
   * The payers that the library knows, and the rows of a file, which take precedence.
   *
   * @throws PayerMapException if a row is incomplete, misspelt or listed twice; the message names
   *     file, line and cure and repeats nothing of the file, which may be a file of claims given by
   *     mistake
   * @throws IOException if the file cannot be read
   */
  public static PayerMap read(Path csv) throws PayerMapException, IOException {
    try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Files.newInputStream(csv), StandardCharsets.UTF_8));
        CSVParser parser = parser(reader)) {
      return new PayerFile(csv.toString()).read(parser);
    } catch (UncheckedIOException e) {
      throw new PayerMapException(
          csv + ": is no CSV: a quotation mark is not closed, or stands inside a cell");
    }
  }

  private static CSVParser parser(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return CSVParser.parse(reader, FORMAT);
  }

  private PayerMap read(CSVParser parser) throws PayerMapException {
    for (CSVRecord row : parser) {
      if (row.getRecordNumber() == 1) {
        checkHeader(row);
      } else {
        add(row, parser.getCurrentLineNumber());
      }
    }
    if (parser.getRecordNumber() == 0) {
      throw new PayerMapException(file + ": is empty; its first line must be " + HEADER);
    }
    return rows.build();
  }

  private void checkHeader(CSVRecord row) throws PayerMapException {
    if (!row.toList().equals(COLUMNS)) {
      throw refused(1, "the header must be " + HEADER);
    }
  }

  private void add(CSVRecord row, long line) throws PayerMapException {
    if (row.size() != COLUMNS.size()) {
      throw refused(line, "has " + row.size() + " cells, not " + COLUMNS.size() + ": " + HEADER);
    }
    String id = row.get(0);
    String pattern = row.get(1);
    if (id.isEmpty() && pattern.isEmpty()) {
      throw refused(line, "payer_id, name_pattern: give one of the two");
    }
    Payer payer = payer(row, line);
    try {
      if (!id.isEmpty()) {
        rows.id(id, payer);
      }
      if (!pattern.isEmpty()) {
        rows.name(pattern, payer);
      }
    } catch (IllegalArgumentException e) {
      throw refused(line, e.getMessage());
    }
  }

  private Payer payer(CSVRecord row, long line) throws PayerMapException {
    Family family = constant(Family.class, row.get(2), "family", line);
    LineOfBusiness lineOfBusiness =
        row.get(4).isEmpty()
            ? LineOfBusiness.NOT_STATED
            : constant(LineOfBusiness.class, row.get(4), "line_of_business", line);
    try {
      return new Payer(family, row.get(3), lineOfBusiness);
    } catch (IllegalArgumentException e) {
      throw refused(
          line,
          "plan: must be at most 60 letters, digits and underscores, such as PALMETTO_GBA, or"
              + " empty");
    }
  }

  private <E extends Enum<E>> E constant(Class<E> type, String name, String column, long line)
      throws PayerMapException {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name.toUpperCase(Locale.ROOT))) {
        return constant;
      }
    }
    String names =
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    throw refused(line, column + ": must be one of " + names);
  }

  private PayerMapException refused(long line, String reason) {
    return new PayerMapException(file + ", line " + line + ": " + reason);
  }
}
