package io.github.cpt76496.json.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Tells of an object that lies in memory whether it is a claim in which 76496 does not occur, at
 * less than a tenth of what it costs to read it. It must be sound JSON, and each of its lines must
 * name a procedure: what is anything else, or could be the code in another spelling, is for the
 * reader. Immutable.
 */
public final class OtherClaims {

  /** Said of an object that may hold the code. */
  static final int READ = 0;

  /** Said of an object that does not end. */
  static final int OPEN = -1;

  private static final byte[] CODE = {'7', '6', '4', '9', '6'};

  /** The code with some characters between its digits. */
  private static final int MOST_OF_CODE = 4 * CODE.length;

  private static final String RESOURCE_TYPE = "resourceType";

  private final JsonFactory factory;
  private final List<Form> forms;

  /**
   * How claims of a kind say what they bill.
   *
   * @param resourceType the type of the resource, or empty
   * @param lines the key of the lines
   * @param procedure the key of a line's procedure
   */
  public record Form(String resourceType, String lines, String procedure) {

    /** Of the JSON form of this library. */
    public static final Form OWN = new Form("", "lines", "procedureCode");

    private boolean isProcedure(JsonToken value, JsonParser parser) throws IOException {
      return resourceType.isEmpty()
          ? value == JsonToken.VALUE_STRING && !parser.getText().isBlank()
          : value == JsonToken.START_OBJECT;
    }
  }

  /**
   * Of some kinds of claims; of none, if every claim is to be read.
   *
   * @param factory makes parsers with the limits of the reader
   */
  OtherClaims(JsonFactory factory, List<Form> forms) {
    this.factory = factory;
    this.forms = forms;
  }

  /** Whether there may be some. */
  boolean any() {
    return !forms.isEmpty();
  }

  /**
   * Where the object ends that begins there, as far as braces and quotes tell; {@link #READ} if it
   * may hold the code, {@link #OPEN} if it does not end among the bytes.
   */
  static int end(byte[] bytes, int from, int to) {
    int depth = 0;
    boolean inText = false;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b <= 0) {
        return READ; // It may be a digit in another script, or the file be one of UTF-16.
      }
      switch (b) {
        case '"' -> inText = !inText;
        case '\\' -> {
          i++;
          if (i < to && bytes[i] == 'u') {
            return READ;
          }
        }
        case '7' -> {
          if (isCode(bytes, i, to)) {
            return READ;
          }
        }
        case '{' -> depth += inText ? 0 : 1;
        case '}' -> {
          depth -= inText ? 0 : 1;
          if (depth == 0) {
            return i + 1;
          }
        }
        default -> {}
      }
    }
    return OPEN;
  }

  /** Also with what people put between digits, so that what resembles the code is read. */
  private static boolean isCode(byte[] bytes, int from, int to) {
    int found = 1;
    int most = Math.min(from + MOST_OF_CODE, to);
    for (int i = from + 1; i < most && found < CODE.length; i++) {
      byte b = bytes[i];
      if (b == CODE[found]) {
        found++;
      } else if (b >= '0' && b <= '9') {
        return false;
      }
    }
    return found == CODE.length;
  }

  /** Whether a value that ends there is such a claim. */
  boolean isClaim(byte[] bytes, int from, int to) {
    return is(bytes, from, to, parser -> formOf(parser).isPresent());
  }

  /** Whether a value that ends there is an entry of a Bundle with such a claim. */
  boolean isEntry(byte[] bytes, int from, int to) {
    return is(bytes, from, to, this::isEntry);
  }

  /** Reads an object to its end if it is as it should be. */
  private interface Test {
    boolean of(JsonParser parser) throws IOException;
  }

  private boolean is(byte[] bytes, int from, int to, Test test) {
    try (JsonParser parser = factory.createParser(bytes, from, to - from)) {
      parser.nextToken();
      return test.of(parser) && parser.nextToken() == null;
    } catch (IOException e) {
      return false; // The reader says what is wrong.
    }
  }

  private boolean isEntry(JsonParser parser) throws IOException {
    boolean claim = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      if (!parser.currentName().equals("resource")) {
        parser.nextToken();
        parser.skipChildren();
      } else if (claim
          || parser.nextToken() != JsonToken.START_OBJECT
          || formOf(parser).filter(form -> !form.resourceType().isEmpty()).isEmpty()) {
        return false;
      } else {
        claim = true;
      }
    }
    return claim;
  }

  /** The form of a claim that was read to its end; nothing if it is none. */
  private Optional<Form> formOf(JsonParser parser) throws IOException {
    String type = "";
    Optional<Form> found = Optional.empty();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(RESOURCE_TYPE)) {
        if (value != JsonToken.VALUE_STRING || !type.isEmpty()) {
          return Optional.empty();
        }
        type = parser.getText();
        continue;
      }
      Optional<Form> form = forms.stream().filter(f -> f.lines().equals(name)).findFirst();
      if (form.isEmpty()) {
        parser.skipChildren();
      } else if (found.isPresent()
          || value != JsonToken.START_ARRAY
          || !nameProcedures(parser, form.get())) {
        return Optional.empty();
      } else {
        found = form;
      }
    }
    String read = type;
    return found.filter(form -> form.resourceType().equals(read));
  }

  private static boolean nameProcedures(JsonParser parser, Form form) throws IOException {
    int lines = 0;
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      lines++;
      boolean named = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean procedure = parser.currentName().equals(form.procedure());
        JsonToken value = parser.nextToken();
        if (procedure && (named || !form.isProcedure(value, parser))) {
          return false;
        }
        named |= procedure;
        parser.skipChildren();
      }
      if (!named) {
        return false;
      }
    }
    return lines > 0 && parser.currentToken() == JsonToken.END_ARRAY;
  }
}
