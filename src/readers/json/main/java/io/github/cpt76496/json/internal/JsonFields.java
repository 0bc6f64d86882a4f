package io.github.cpt76496.json.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.claims.internal.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields of one JSON object, read strictly: a misspelt key would otherwise be a fact that
 * nobody stated. A key that is absent or {@code null} is not stated. Messages name the path and
 * what is expected, never the value.
 */
final class JsonFields {

  /** What a key must look like to be repeated in a message; anything else could be data. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

  /** Longer numbers are no quantity, and an exponent could stand for gigabytes of digits. */
  private static final int MOST_DIGITS = 15;

  private final JsonNode object;
  private final String path;

  private JsonFields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  static JsonFields of(JsonNode node, String path, String... keys) throws UnreadableClaimException {
    if (!node.isObject()) {
      throw new UnreadableClaimException(path + ": expected an object");
    }
    JsonFields fields = new JsonFields(node, path);
    Set<String> known = Set.of(keys);
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw fields.refused(
            NAME.matcher(name).matches() ? name : "(a key that is no name)", "unknown key");
      }
    }
    return fields;
  }

  String text(String key) throws UnreadableClaimException {
    JsonNode node = object.path(key);
    return isAbsent(node) ? "" : textOf(node, key);
  }

  String requiredText(String key) throws UnreadableClaimException {
    return textOf(required(key), key);
  }

  private String textOf(JsonNode node, String key) throws UnreadableClaimException {
    if (!node.isTextual()) {
      throw refused(key, "expected text in quotes");
    }
    return node.textValue();
  }

  List<String> texts(String key) throws UnreadableClaimException {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(key)) {
      texts.add(textOf(element, key + "[" + texts.size() + "]"));
    }
    return texts;
  }

  LocalDate requiredDate(String key) throws UnreadableClaimException {
    String text = requiredText(key);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw refused(key, "expected a date such as 2026-03-02");
    }
  }

  Optional<LocalDate> date(String key) throws UnreadableClaimException {
    return isAbsent(object.path(key)) ? Optional.empty() : Optional.of(requiredDate(key));
  }

  int wholeNumber(String key, int ifAbsent) throws UnreadableClaimException {
    JsonNode node = object.path(key);
    if (isAbsent(node)) {
      return ifAbsent;
    }
    if (!node.isInt()) {
      throw refused(key, "expected a whole number");
    }
    return node.intValue();
  }

  Optional<BigDecimal> number(String key) throws UnreadableClaimException {
    JsonNode node = object.path(key);
    if (isAbsent(node)) {
      return Optional.empty();
    }
    if (!node.isNumber()) {
      throw refused(key, "expected a number");
    }
    BigDecimal number = node.decimalValue();
    if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
      throw refused(key, "expected a number of at most " + MOST_DIGITS + " digits");
    }
    return Optional.of(number);
  }

  Optional<Boolean> truth(String key) throws UnreadableClaimException {
    JsonNode node = object.path(key);
    if (isAbsent(node)) {
      return Optional.empty();
    }
    if (!node.isBoolean()) {
      throw refused(key, "expected true, false or null");
    }
    return Optional.of(node.booleanValue());
  }

  <E extends Enum<E>> E constant(String key, Class<E> type, E ifAbsent)
      throws UnreadableClaimException {
    JsonNode node = object.path(key);
    return isAbsent(node) ? ifAbsent : constantOf(node, key, type);
  }

  <E extends Enum<E>> E requiredConstant(String key, Class<E> type)
      throws UnreadableClaimException {
    return constantOf(required(key), key, type);
  }

  <E extends Enum<E>> Set<E> constants(String key, Class<E> type) throws UnreadableClaimException {
    Set<E> constants = EnumSet.noneOf(type);
    int index = 0;
    for (JsonNode element : array(key)) {
      constants.add(constantOf(element, key + "[" + index++ + "]", type));
    }
    return constants;
  }

  private <E extends Enum<E>> E constantOf(JsonNode node, String key, Class<E> type)
      throws UnreadableClaimException {
    for (E constant : type.getEnumConstants()) {
      if (node.isTextual() && constant.name().equals(node.textValue())) {
        return constant;
      }
    }
    throw refused(key, Names.expected(type));
  }

  Optional<JsonFields> object(String key, String... keys) throws UnreadableClaimException {
    JsonNode node = object.path(key);
    return isAbsent(node) ? Optional.empty() : Optional.of(of(node, pathOf(key), keys));
  }

  List<JsonFields> objects(String key, String... keys) throws UnreadableClaimException {
    List<JsonFields> objects = new ArrayList<>();
    for (JsonNode element : array(key)) {
      objects.add(of(element, pathOf(key + "[" + objects.size() + "]"), keys));
    }
    return objects;
  }

  private Iterable<JsonNode> array(String key) throws UnreadableClaimException {
    JsonNode node = object.path(key);
    if (isAbsent(node)) {
      return List.of();
    }
    if (!node.isArray()) {
      throw refused(key, "expected a list");
    }
    return node;
  }

  private JsonNode required(String key) throws UnreadableClaimException {
    JsonNode node = object.path(key);
    if (isAbsent(node)) {
      throw refused(key, "missing");
    }
    return node;
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private UnreadableClaimException refused(String key, String reason) {
    return new UnreadableClaimException(pathOf(key) + ": " + reason);
  }
}
