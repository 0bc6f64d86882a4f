package io.github.cpt76496.json.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cpt76496.claims.ClaimSink;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.json.internal.JsonSource.ValueTooLongException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The objects of a file of JSON: one object, an array of objects, or objects one after the other
 * with or without line breaks. After broken JSON the reading goes on at the next line that begins
 * with a brace. One instance reads one file.
 */
public final class JsonObjects {

  private static final String RESOURCE_TYPE = "resourceType";
  private static final String NOT_JSON = "not JSON from here on";
  private static final String BREAKS_OFF = "the JSON breaks off here";
  private static final String LINE_BREAKS_OFF = "the JSON breaks off at the end of this line";
  private static final String TOO_LONG_PART = "a text, number or key longer than is read";
  private static final String TOO_LONG =
      "an object of more than "
          + (JsonSource.LONGEST_VALUE >> 20)
          + " MB is not read; write a FHIR Bundle of that size as NDJSON, one resource a line";

  private static final int DEEPEST = 64;

  /** So many claims that are passed over are told at once. */
  private static final int MOST_COUNTED = 1_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(JsonSource.LONGEST_VALUE)
                  .maxNumberLength(100)
                  .maxNameLength(1_000)
                  .build())
          // Keys are data here as long as nobody has looked at them.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** Reads trees with the limits that claims have; a key that appears twice is a fault. */
  public static final ObjectReader TREES =
      JsonMapper.builder(FACTORY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build()
          .readerFor(JsonNode.class);

  private final JsonSource source;
  private final ClaimSink sink;
  private final OtherClaims others;
  private long claims;
  private int passedOver;
  private boolean inList;
  private boolean awaitsComma;

  /** Whether the last value was complete on a line of its own, as in JSON lines. */
  private boolean linewise;

  /**
   * Of a file.
   *
   * @param in the file, from its first byte on; white space is passed over
   * @param sink takes what cannot be read
   * @param passedOver the kinds of claims of which those without 76496 are passed over
   */
  public JsonObjects(InputStream in, ClaimSink sink, List<OtherClaims.Form> passedOver) {
    this.source = new JsonSource(in);
    this.sink = sink;
    this.others = new OtherClaims(FACTORY, passedOver);
  }

  /** What is done with the objects. */
  public interface Handler {

    /** Takes an object that is no FHIR resource. */
    void object(ObjectNode object) throws IOException;

    /** Takes a FHIR resource that is complete. */
    void resource(ObjectNode resource) throws IOException;

    /**
     * Takes a FHIR Bundle, which may be too long to be held.
     *
     * @param parser stands at a key of the Bundle, or at its end
     * @param entries is asked before an entry is read, and told when it has been
     */
    void bundle(JsonParser parser, Entries entries) throws IOException;

    /** Why a file without a claim holds none. */
    String whyNoClaim();
  }

  /** The entries of a Bundle, of which some are not read. */
  public interface Entries {

    /** Counts the entry that begins where the parser stands if it is a claim without 76496. */
    boolean passOver() throws IOException;

    /** The entry has been read and its text is needed no more. */
    void read() throws IOException;

    /** Entries that lie in memory already. */
    Entries IN_MEMORY =
        new Entries() {
          @Override
          public boolean passOver() {
            return false;
          }

          @Override
          public void read() {}
        };
  }

  private Entries entriesAt(JsonParser parser) {
    return new Entries() {
      @Override
      public boolean passOver() throws IOException {
        long at = source.afterMark(parser.currentTokenLocation().getByteOffset());
        return others.any() && source.lengthOfOther(at, others::isEntry) > 0 && countOther();
      }

      @Override
      public void read() throws IOException {
        // What was read of a Bundle needs not be gone back to.
        source.release(source.afterMark(parser.currentLocation().getByteOffset()));
      }
    };
  }

  private boolean countOther() {
    claims++;
    passedOver++;
    if (passedOver == MOST_COUNTED) {
      tellPassedOver();
    }
    return true;
  }

  private void tellPassedOver() {
    if (passedOver > 0) {
      sink.passedOver(passedOver);
      passedOver = 0;
    }
  }

  /**
   * Passes on every object as soon as it is complete.
   *
   * @throws IOException if the file itself fails
   */
  public void passTo(Handler handler) throws IOException {
    try {
      boolean more = true;
      while (more) {
        try {
          more = readNext(handler);
        } catch (BrokenJsonException e) {
          goOn(e);
        }
      }
    } finally {
      tellPassedOver(); // Also where the file itself fails.
    }
    if (inList) {
      sink.problem(Problem.of("the file ends inside a list"));
    } else if (claims == 0) {
      sink.problem(Problem.of(handler.whyNoClaim()));
    }
  }

  /** Counts a claim, or something that is none and stands where one could, and names its place. */
  public String nextPlace() {
    claims++;
    return "claim " + claims;
  }

  /** Reads a value or what stands between two, and says whether the file goes on. */
  private boolean readNext(Handler handler) throws IOException, BrokenJsonException {
    int c = source.peek();
    if (c == -1) {
      return false;
    }
    if (isBetweenValues(c)) {
      source.drop(1);
      return true;
    }
    if (awaitsComma) {
      // What stands here may be the next claim; only the comma before it is known to be lost.
      throw BrokenJsonException.at(source, NOT_JSON, 0);
    }
    if (c == '{') {
      readObject(handler);
    } else {
      skipOther(c);
      sink.problem(Problem.at(nextPlace(), "expected an object"));
    }
    awaitsComma = inList;
    return true;
  }

  private boolean isBetweenValues(int c) {
    switch (c) {
      case ' ', '\t', '\r', '\n' -> {
        return true;
      }
      case '[' -> {
        boolean begins = !inList;
        inList = true;
        return begins;
      }
      case ']' -> {
        boolean ends = inList;
        inList = false;
        awaitsComma = false;
        return ends;
      }
      case ',' -> {
        boolean separates = awaitsComma;
        awaitsComma = false;
        return separates;
      }
      default -> {
        return false;
      }
    }
  }

  private void readObject(Handler handler) throws IOException, BrokenJsonException {
    long firstLine = source.line();
    boolean atLineStart = source.column() == 1;
    int length = others.any() ? source.lengthOfOther(0, others::isClaim) : 0;
    if (length > 0) {
      countOther();
      source.drop(length);
    } else {
      parse(parser -> readObject(parser, handler));
    }
    linewise = atLineStart && source.line() == firstLine;
  }

  /** Something other than an object, which is passed over. */
  private void skipOther(int first) throws IOException, BrokenJsonException {
    if (first == '"' || first == '[') {
      parse(JsonParser::skipChildren);
      return;
    }
    if (!isOfLiteral(first)) {
      throw BrokenJsonException.at(source, NOT_JSON, 1);
    }
    while (isOfLiteral(source.peek())) {
      source.drop(1);
    }
  }

  private static boolean isOfLiteral(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || c == 'E'
        || c == '+'
        || c == '-'
        || c == '.';
  }

  /** What is done with a parser that stands at the begin of a value. */
  private interface Parsing {
    void with(JsonParser parser) throws IOException;
  }

  private void parse(Parsing parsing) throws IOException, BrokenJsonException {
    if (source.isFollowedByZero()) {
      // The parser would take it for UTF-16.
      throw BrokenJsonException.at(source, NOT_JSON, 1);
    }
    source.mark();
    try (JsonParser parser = TREES.createParser((InputStream) source)) {
      try {
        parser.nextToken();
        parsing.with(parser);
        parser.finishToken();
        source.drop(source.afterMark(parser.currentLocation().getByteOffset()));
      } catch (JsonProcessingException e) {
        JsonLocation location =
            e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        throw BrokenJsonException.of(source, reason(e, parser), location);
      } catch (NumberFormatException e) {
        // Jackson bounds the digits of a number and not those of its exponent.
        throw BrokenJsonException.of(source, TOO_LONG_PART, parser.currentLocation());
      }
    } catch (ValueTooLongException e) {
      throw BrokenJsonException.at(source, TOO_LONG, source.length());
    }
  }

  private void readObject(JsonParser parser, Handler handler) throws IOException {
    JsonNode type = MissingNode.getInstance();
    try {
      if (parser.nextToken() == JsonToken.FIELD_NAME
          && parser.currentName().equals(RESOURCE_TYPE)) {
        parser.nextToken();
        type = TREES.readTree(parser);
        parser.nextToken();
      }
      if (type.asText("").equals("Bundle")) {
        handler.bundle(parser, entriesAt(parser));
        return;
      }
      ObjectNode tree = (ObjectNode) TREES.readTree(parser);
      if (!type.isMissingNode()) {
        if (tree.has(RESOURCE_TYPE)) {
          throw JsonMappingException.from(parser, RESOURCE_TYPE);
        }
        tree.set(RESOURCE_TYPE, type);
      }
      if (tree.has(RESOURCE_TYPE)) {
        handler.resource(tree);
      } else {
        handler.object(tree);
      }
    } catch (JsonMappingException e) {
      skipToEnd(parser, 1);
      sink.problem(Problem.at(nextPlace(), "a key appears twice in one object"));
    }
  }

  /** Goes on to the end of an object that was left halfway, so that the next one can be read. */
  public static void skipToEnd(JsonParser parser, int depth) throws IOException {
    while (parser.getParsingContext().getNestingDepth() >= depth) {
      if (parser.nextToken() == null) {
        return;
      }
    }
  }

  /** Jackson's own message quotes the input. */
  private static String reason(JsonProcessingException e, JsonParser parser) {
    if (e instanceof StreamConstraintsException) {
      return parser.getParsingContext().getNestingDepth() > DEEPEST
          ? "nested more than " + DEEPEST + " deep from here on"
          : TOO_LONG_PART;
    }
    return e instanceof JsonEOFException ? BREAKS_OFF : NOT_JSON;
  }

  /** Names the broken value and looks for the next one. */
  private void goOn(BrokenJsonException broken) throws IOException {
    boolean openToItsEnd = isOpenToItsEnd(broken);
    String place =
        nextPlace()
            + ", at "
            + (openToItsEnd ? "line " + source.line() : broken.place())
            + " of the file";
    String what = openToItsEnd ? LINE_BREAKS_OFF : broken.getMessage();
    boolean found = source.skipToObject(lengthOf(broken));
    awaitsComma = false;
    inList &= found;
    sink.problem(Problem.at(place, reason(what, found, source.line())));
  }

  /** Whether a line of JSON lines is sound as far as it goes: the fault is not in the next one. */
  private boolean isOpenToItsEnd(BrokenJsonException broken) {
    return linewise
        && broken.getMessage().equals(NOT_JSON)
        && source.secondLineBeginsAnObject(broken.lostBytes());
  }

  private static String reason(String broken, boolean goesOn, long line) {
    if (goesOn) {
      return broken + "; reading goes on at line " + line;
    }
    return broken.equals(BREAKS_OFF)
        ? "the file ends here, inside JSON"
        : broken + "; the rest of the file was not read";
  }

  /**
   * How much of the broken value is given up at least: in JSON lines its line, since an open
   * bracket would swallow the lines after it; otherwise what was good JSON, up to the line that is
   * not.
   */
  private int lengthOf(BrokenJsonException broken) {
    int lost = (int) Math.min(broken.lostBytes(), source.length());
    if (lost == 0) {
      return 0;
    }
    if (linewise) {
      return source.lengthOfFirstLine();
    }
    int goodLines = source.startOfLine(lost - 1);
    return goodLines > 0 ? goodLines : lost;
  }
}
