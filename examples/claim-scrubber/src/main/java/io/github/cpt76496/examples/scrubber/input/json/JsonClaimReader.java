package io.github.cpt76496.examples.scrubber.input.json;

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
import io.github.cpt76496.Claim;
import io.github.cpt76496.examples.scrubber.input.ClaimReader;
import io.github.cpt76496.examples.scrubber.input.ClaimSink;
import io.github.cpt76496.examples.scrubber.input.PayerMap;
import io.github.cpt76496.examples.scrubber.input.PlacedClaim;
import io.github.cpt76496.examples.scrubber.input.Problem;
import io.github.cpt76496.examples.scrubber.input.UnreadableClaimException;
import io.github.cpt76496.examples.scrubber.input.fhir.FhirResources;
import io.github.cpt76496.examples.scrubber.input.json.JsonSource.ValueTooLongException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * Reads claims from JSON: one object, an array of objects, or objects one after the other with or
 * without line breaks. An object with a {@code resourceType} is FHIR R4, any other is a claim of
 * this program's own form. After broken JSON the reading goes on at the next line that begins with
 * a brace.
 */
public final class JsonClaimReader implements ClaimReader {

  private static final String RESOURCE_TYPE = "resourceType";
  private static final String NOT_JSON = "not JSON from here on";
  private static final String BREAKS_OFF = "the JSON breaks off here";
  private static final String TOO_LONG_PART =
      "a text, number or key longer than this program reads";
  private static final String TOO_LONG =
      "an object of more than "
          + (JsonSource.LONGEST_VALUE >> 20)
          + " MB is not read; write a FHIR Bundle of that size as NDJSON, one resource a line";

  private static final int DEEPEST = 64;

  private static final ObjectReader TREES =
      JsonMapper.builder(
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
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build()
          .readerFor(JsonNode.class);

  private final PayerMap payers;
  private long claims;
  private boolean inList;
  private boolean awaitsComma;

  /** Whether the last value was complete on a line of its own, as in JSON lines. */
  private boolean linewise;

  public JsonClaimReader() {
    this(PayerMap.packaged());
  }

  /**
   * @param payers tells who the payer is where its family is not stated
   */
  public JsonClaimReader(PayerMap payers) {
    this.payers = payers;
  }

  @Override
  public void read(InputStream in, ClaimSink sink) throws IOException {
    JsonSource source = new JsonSource(in);
    FhirResources resources = new FhirResources(payers, sink, this::nextPlace);
    boolean more = true;
    while (more) {
      try {
        more = readNext(source, sink, resources);
      } catch (BrokenJsonException e) {
        goOn(source, e, sink);
      }
    }
    if (inList) {
      sink.problem(Problem.of("the file ends inside a list"));
    } else if (claims == 0) {
      sink.problem(Problem.of(resources.whyNoClaim().orElse("holds no claim")));
    }
  }

  private String nextPlace() {
    claims++;
    return "claim " + claims;
  }

  /** Reads a value or what stands between two, and says whether the file goes on. */
  private boolean readNext(JsonSource source, ClaimSink sink, FhirResources resources)
      throws IOException, BrokenJsonException {
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
      readObject(source, sink, resources);
    } else {
      skipOther(source, c);
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

  private void readObject(JsonSource source, ClaimSink sink, FhirResources resources)
      throws IOException, BrokenJsonException {
    long firstLine = source.line();
    boolean atLineStart = source.column() == 1;
    parse(source, parser -> readObject(parser, source, sink, resources));
    linewise = atLineStart && source.line() == firstLine;
  }

  /** Something other than an object, which is passed over. */
  private static void skipOther(JsonSource source, int first)
      throws IOException, BrokenJsonException {
    if (first == '"' || first == '[') {
      parse(source, JsonParser::skipChildren);
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

  private static void parse(JsonSource source, Parsing parsing)
      throws IOException, BrokenJsonException {
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

  private void readObject(
      JsonParser parser, JsonSource source, ClaimSink sink, FhirResources resources)
      throws IOException {
    JsonNode type = MissingNode.getInstance();
    try {
      if (parser.nextToken() == JsonToken.FIELD_NAME
          && parser.currentName().equals(RESOURCE_TYPE)) {
        parser.nextToken();
        type = TREES.readTree(parser);
        parser.nextToken();
      }
      if (type.asText("").equals("Bundle")) {
        // What was read of a Bundle needs not be gone back to.
        resources.acceptBundle(
            parser,
            TREES,
            () -> source.release(source.afterMark(parser.currentLocation().getByteOffset())));
        return;
      }
      ObjectNode tree = (ObjectNode) TREES.readTree(parser);
      if (!type.isMissingNode()) {
        if (tree.has(RESOURCE_TYPE)) {
          throw JsonMappingException.from(parser, RESOURCE_TYPE);
        }
        tree.set(RESOURCE_TYPE, type);
      }
      accept(tree, sink, resources);
    } catch (JsonMappingException e) {
      FhirResources.skipToEnd(parser, 1);
      sink.problem(Problem.at(nextPlace(), "a key appears twice in one object"));
    }
  }

  private void accept(ObjectNode tree, ClaimSink sink, FhirResources resources) throws IOException {
    if (tree.has(RESOURCE_TYPE)) {
      resources.accept(tree, TREES);
      return;
    }
    String place = nextPlace();
    JsonClaim claim = new JsonClaim(tree, payers);
    try {
      Claim read = claim.claim();
      sink.claim(
          new PlacedClaim(
              claim.id(), place, read, List.of(), claim.payerNotice(), List.of(), Map.of()));
    } catch (UnreadableClaimException e) {
      sink.problem(new Problem(claim.id(), place, e.getMessage()));
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
  private void goOn(JsonSource source, BrokenJsonException broken, ClaimSink sink)
      throws IOException {
    String place = nextPlace() + ", at " + broken.place() + " of the file";
    boolean found = source.skipToObject(lengthOf(source, broken));
    awaitsComma = false;
    inList &= found;
    sink.problem(Problem.at(place, reason(broken.getMessage(), found, source.line())));
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
  private int lengthOf(JsonSource source, BrokenJsonException broken) {
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
