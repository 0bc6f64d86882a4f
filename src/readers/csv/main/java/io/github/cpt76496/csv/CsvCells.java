package io.github.cpt76496.csv;

import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.claims.internal.Names;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The cells of one row by their columns. Messages name the column, never the value. */
final class CsvCells {

  private static final Pattern LINE_NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern QUANTITY = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{0,15})?");

  private final Map<Column, String> cells = new EnumMap<>(Column.class);

  CsvCells(List<Optional<Column>> columns, List<String> row) {
    for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
      if (columns.get(i).isPresent()) {
        cells.put(columns.get(i).get(), row.get(i).strip());
      }
    }
  }

  /** The cell, or empty where there is none. */
  String text(Column column) {
    return cells.getOrDefault(column, "");
  }

  /** Whether the row bills a revenue code and no procedure, as a facility's may. */
  boolean billsRevenueCodeAlone() {
    return text(Column.PROCEDURE_CODE).isEmpty() && !text(Column.REVENUE_CODE).isEmpty();
  }

  String required(Column column) throws UnreadableClaimException {
    if (text(column).isEmpty()) {
      throw refused(column, "missing");
    }
    return text(column);
  }

  LocalDate requiredDate(Column column) throws UnreadableClaimException {
    try {
      return CsvDate.of(required(column));
    } catch (DateTimeException e) {
      throw refused(column, e.getMessage());
    }
  }

  Optional<LocalDate> date(Column column) throws UnreadableClaimException {
    return text(column).isEmpty() ? Optional.empty() : Optional.of(requiredDate(column));
  }

  int lineNumber(int ifAbsent) throws UnreadableClaimException {
    String text = text(Column.LINE_NUMBER);
    if (text.isEmpty()) {
      return ifAbsent;
    }
    if (!LINE_NUMBER.matcher(text).matches()) {
      throw refused(Column.LINE_NUMBER, "expected a whole number");
    }
    return Integer.parseInt(text);
  }

  Optional<BigDecimal> number(Column column) throws UnreadableClaimException {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!QUANTITY.matcher(text).matches()) {
      throw refused(column, "expected a number");
    }
    return Optional.of(new BigDecimal(text));
  }

  Optional<Boolean> truth(Column column) throws UnreadableClaimException {
    return switch (text(column).toLowerCase(Locale.ROOT)) {
      case "" -> Optional.empty();
      case "true", "yes" -> Optional.of(true);
      case "false", "no" -> Optional.of(false);
      default -> throw refused(column, "expected true, false or nothing");
    };
  }

  <E extends Enum<E>> E constant(Column column, Class<E> type, E ifAbsent)
      throws UnreadableClaimException {
    String text = text(column);
    return text.isEmpty() ? ifAbsent : constantOf(column, text, type);
  }

  Set<DocumentationItem> documents(Column column) throws UnreadableClaimException {
    Set<DocumentationItem> documents = EnumSet.noneOf(DocumentationItem.class);
    for (String name : words(column)) {
      documents.add(constantOf(column, name, DocumentationItem.class));
    }
    return documents;
  }

  private static <E extends Enum<E>> E constantOf(Column column, String text, Class<E> type)
      throws UnreadableClaimException {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text.toUpperCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw refused(column, Names.expected(type));
  }

  /** All modifiers of one cell, or of up to five columns, of which a line may fill four. */
  List<String> modifiers() throws UnreadableClaimException {
    List<String> modifiers = new ArrayList<>(words(Column.MODIFIERS));
    List<String> single = new ArrayList<>();
    for (Column column : EnumSet.range(Column.MODIFIER_1, Column.MODIFIER_5)) {
      single.add(text(column));
    }
    single.removeAll(Collections.singleton(""));
    if (!modifiers.isEmpty() && !single.isEmpty()) {
      throw refused(Column.MODIFIERS, "given there and in modifier1 to modifier5");
    }
    modifiers.addAll(single);
    return modifiers;
  }

  private List<String> words(Column column) {
    String text = text(column);
    return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
  }

  static UnreadableClaimException refused(Column column, String reason) {
    return new UnreadableClaimException(column.title() + ": " + reason);
  }
}
