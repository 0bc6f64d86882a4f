package io.github.cpt76496.examples.spark;

import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Imaging;
import io.github.cpt76496.RecordFacts.Purpose;
import io.github.cpt76496.ServiceLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One row of a table of claim lines, as text. */
final class LineRow {

  private static final Pattern LINE_NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern QUANTITY = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{0,15})?");

  private static final Set<LineColumn> OF_THE_RECORD =
      EnumSet.range(LineColumn.IMAGING, LineColumn.ON_FILE);

  private final String file;
  private final long record;
  private final boolean broken;
  private final Map<LineColumn, String> cells;

  /**
   * @param file where the row was read
   * @param record its place in the file, from 1, a header not counted
   * @param broken whether the row has not the cells that the table has columns
   * @param cells the cells that are not empty
   */
  LineRow(String file, long record, boolean broken, Map<LineColumn, String> cells) {
    this.file = file;
    this.record = record;
    this.broken = broken;
    this.cells = new EnumMap<>(LineColumn.class);
    this.cells.putAll(cells);
    this.cells.replaceAll((column, text) -> text.strip());
  }

  String file() {
    return file;
  }

  long record() {
    return record;
  }

  /** The cell, or empty where there is none. */
  String text(LineColumn column) {
    return cells.getOrDefault(column, "");
  }

  /**
   * The service line.
   *
   * @param ordinal its number where the table states none
   */
  ServiceLine line(int ordinal) throws RejectedException {
    if (broken) {
      throw new RejectedException(
          "more or fewer cells than columns, or a quote that is not closed");
    }
    String procedureCode = text(LineColumn.PROCEDURE_CODE);
    if (procedureCode.isEmpty()) {
      throw RejectedException.of(LineColumn.PROCEDURE_CODE, "missing");
    }
    try {
      ServiceLine.Builder line =
          ServiceLine.builder(
                  number(ordinal), procedureCode, requiredDate(LineColumn.DATE_OF_SERVICE))
              .modifiers(words(LineColumn.MODIFIERS))
              .placeOfService(text(LineColumn.PLACE_OF_SERVICE))
              .description(text(LineColumn.DESCRIPTION))
              .note(text(LineColumn.NOTE))
              .revenueCode(text(LineColumn.REVENUE_CODE))
              .record(medicalRecord());
      if (!text(LineColumn.DATE_OF_SERVICE_END).isEmpty()) {
        line.through(requiredDate(LineColumn.DATE_OF_SERVICE_END));
      }
      String units = text(LineColumn.UNITS);
      if (!units.isEmpty()) {
        line.units(quantity(units));
      }
      return line.build();
    } catch (IllegalArgumentException e) {
      // The library names line and field, and repeats no value.
      throw new RejectedException(e.getMessage());
    }
  }

  private int number(int ordinal) throws RejectedException {
    String text = text(LineColumn.LINE_NUMBER);
    if (text.isEmpty()) {
      return ordinal;
    }
    if (!LINE_NUMBER.matcher(text).matches()) {
      throw RejectedException.of(LineColumn.LINE_NUMBER, "expected a whole number");
    }
    return Integer.parseInt(text);
  }

  private LocalDate requiredDate(LineColumn column) throws RejectedException {
    String text = text(column);
    if (text.isEmpty()) {
      throw RejectedException.of(column, "missing");
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw RejectedException.of(column, "expected a date such as 2026-03-02");
    }
  }

  private static BigDecimal quantity(String text) throws RejectedException {
    if (!QUANTITY.matcher(text).matches()) {
      throw RejectedException.of(LineColumn.UNITS, "expected a number");
    }
    return new BigDecimal(text);
  }

  private RecordFacts medicalRecord() throws RejectedException {
    if (Collections.disjoint(cells.keySet(), OF_THE_RECORD)) {
      return RecordFacts.EMPTY;
    }
    RecordFacts.Builder record =
        RecordFacts.builder()
            .imaging(constant(LineColumn.IMAGING, Imaging.class, Imaging.NOT_STATED))
            .purpose(constant(LineColumn.PURPOSE, Purpose.class, Purpose.NOT_STATED))
            .procedure(text(LineColumn.PROCEDURE))
            .component(constant(LineColumn.COMPONENT, Component.class, Component.NOT_STATED))
            .onFile(documents(LineColumn.ON_FILE));
    truth(LineColumn.WRITTEN_INTERPRETATION).ifPresent(record::writtenInterpretation);
    truth(LineColumn.NO_SPECIFIC_CODE).ifPresent(record::noSpecificCode);
    truth(LineColumn.CATEGORY_THREE_CHECKED).ifPresent(record::categoryThreeChecked);
    truth(LineColumn.MOTION_RECORDED).ifPresent(record::motionRecorded);
    truth(LineColumn.PURCHASED_COMPONENT).ifPresent(record::purchasedComponent);
    truth(LineColumn.HOSPITAL_PATIENT).ifPresent(record::hospitalPatient);
    return record.build();
  }

  private Optional<Boolean> truth(LineColumn column) throws RejectedException {
    return switch (text(column).toLowerCase(Locale.ROOT)) {
      case "" -> Optional.empty();
      case "true", "yes" -> Optional.of(true);
      case "false", "no" -> Optional.of(false);
      default -> throw RejectedException.of(column, "expected true, false or nothing");
    };
  }

  Set<DocumentationItem> documents(LineColumn column) throws RejectedException {
    Set<DocumentationItem> documents = EnumSet.noneOf(DocumentationItem.class);
    for (String name : words(column)) {
      documents.add(constantOf(column, name, DocumentationItem.class));
    }
    return documents;
  }

  <E extends Enum<E>> E constant(LineColumn column, Class<E> type, E ifAbsent)
      throws RejectedException {
    String text = text(column);
    return text.isEmpty() ? ifAbsent : constantOf(column, text, type);
  }

  private static <E extends Enum<E>> E constantOf(LineColumn column, String text, Class<E> type)
      throws RejectedException {
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw RejectedException.of(column, "expected a name such as " + type.getEnumConstants()[0]);
    }
  }

  private List<String> words(LineColumn column) {
    String text = text(column);
    return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
  }
}
