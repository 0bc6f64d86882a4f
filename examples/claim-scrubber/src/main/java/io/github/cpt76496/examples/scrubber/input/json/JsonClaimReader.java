package io.github.cpt76496.examples.scrubber.input.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cpt76496.examples.scrubber.input.ClaimReader;
import io.github.cpt76496.examples.scrubber.input.ClaimSink;
import io.github.cpt76496.examples.scrubber.input.PlacedClaim;
import io.github.cpt76496.examples.scrubber.input.Problem;
import io.github.cpt76496.examples.scrubber.input.UnreadableClaimException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads claims from JSON: one object, an array of objects, or objects one after the other with or
 * without line breaks.
 */
public final class JsonClaimReader implements ClaimReader {

  private static final ObjectReader TREES =
      JsonMapper.builder(new JsonFactory())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build()
          .readerFor(JsonNode.class);

  private int claims;
  private boolean inClaim;

  @Override
  public void read(InputStream in, ClaimSink sink) throws IOException {
    try (JsonParser parser = TREES.createParser(in)) {
      try {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          readValue(parser, sink);
        }
        if (claims == 0) {
          sink.problem(Problem.of("holds no claim"));
        }
      } catch (JsonProcessingException e) {
        sink.problem(Problem.at(place(e), reason(e) + "; the rest of the file was not read"));
      }
    }
  }

  private void readValue(JsonParser parser, ClaimSink sink) throws IOException {
    if (!parser.isExpectedStartArrayToken()) {
      readClaim(parser, sink);
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      readClaim(parser, sink);
    }
  }

  private void readClaim(JsonParser parser, ClaimSink sink) throws IOException {
    claims++;
    inClaim = true;
    String place = "claim " + claims;
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      sink.problem(Problem.at(place, "expected an object"));
    } else {
      readObject(parser, place, sink);
    }
    inClaim = false;
  }

  private static void readObject(JsonParser parser, String place, ClaimSink sink)
      throws IOException {
    int depth = parser.getParsingContext().getNestingDepth();
    JsonNode tree;
    try {
      tree = TREES.readTree(parser);
    } catch (JsonMappingException e) {
      skipToEnd(parser, depth);
      sink.problem(Problem.at(place, "a key appears twice in one object"));
      return;
    }
    JsonClaim claim = new JsonClaim(tree);
    try {
      sink.claim(new PlacedClaim(claim.id(), place, claim.claim()));
    } catch (UnreadableClaimException e) {
      sink.problem(new Problem(claim.id(), place, e.getMessage()));
    }
  }

  /** Goes on to the end of the claim, so that the next one can be read. */
  private static void skipToEnd(JsonParser parser, int depth) throws IOException {
    while (parser.getParsingContext().getNestingDepth() >= depth) {
      if (parser.nextToken() == null) {
        return;
      }
    }
  }

  private String place(JsonProcessingException e) {
    String claim = "claim " + (inClaim ? claims : claims + 1);
    return e.getLocation() == null
        ? claim
        : claim
            + ", at line "
            + e.getLocation().getLineNr()
            + " column "
            + e.getLocation().getColumnNr()
            + " of the file";
  }

  /** Jackson's own message quotes the input. */
  private static String reason(JsonProcessingException e) {
    return e instanceof JsonEOFException
        ? "the file ends here, inside JSON"
        : "not JSON from here on";
  }
}
