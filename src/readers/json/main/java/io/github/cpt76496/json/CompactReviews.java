package io.github.cpt76496.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.json.CompactLine.LeftOut;
import io.github.cpt76496.json.CompactLine.Place;
import io.github.cpt76496.json.ReviewJson.Shared;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The compact form of JSON lines of reviews, a third of their size: what lines of a run share
 * stands once, in a table, and what is empty is left out. {@code compact.schema.json} beside this
 * class describes it; {@link Expander} turns it back into the form of {@link JsonReviewWriter}, the
 * order of the keys in an object apart.
 *
 * <p>A line of status {@code TABLE} comes before the first line that needs it, so that each line
 * can be understood when it comes. It adds to the tables of the lines before it: {@code
 * documentation}, {@code remedy}, {@code citation} and {@code payerMatch} hold objects by number,
 * which stand for them from then on; {@code run} holds the fields that all reviews have in common;
 * {@code empty} names, by kind of object, the fields that are left out where they hold the value
 * given there.
 *
 * <p>The tables grow with the rules that speak and not with the claims.
 */
public final class CompactReviews {

  private static final String STATUS = "status";
  private static final String TABLE = "TABLE";
  private static final String EMPTY = "empty";
  private static final String RUN = "run";
  private static final String PAYER_MATCH = "payerMatch";

  /** The objects that many lines share, by the field that holds them. */
  private static final Set<String> SHARED =
      Set.of("documentation", "remedy", "citation", PAYER_MATCH);

  /** The fields of a review that are the same in all of a run. */
  private static final List<String> OF_RUN = List.of("libraryVersion", "ruleSetVersion");

  private static final JsonMapper MAPPER = new JsonMapper();

  private CompactReviews() {}

  /**
   * A writer that takes lines of {@link JsonReviewWriter} and passes them on in the compact form,
   * each as soon as it is complete. Not safe for use by several threads.
   *
   * @param out takes the compact lines; it is flushed and closed with this one
   */
  public static CompactWriter writer(Writer out) {
    return new CompactWriter(out);
  }

  /**
   * The answers for a claim, on their way into a {@link CompactWriter}. Making it is most of the
   * work, and several threads may.
   *
   * @param file the name of the input
   * @param whatIf what was changed, each {@code name=value}; nothing for a claim as it stands
   * @param catalogUrl where the page of all edits is published, or empty
   * @throws IOException if writing fails
   */
  public static Line line(
      String file, PlacedClaim claim, List<String> whatIf, ClaimReview review, String catalogUrl)
      throws IOException {
    CompactLine line = new CompactLine("EVALUATED", OF_RUN);
    try (JsonReviewWriter lines = new JsonReviewWriter(line, catalogUrl, Shared.COPIED)) {
      lines.review(file, claim, whatIf, review);
    }
    return new Line(line);
  }

  /** The answers for a claim. */
  public static final class Line {
    private final CompactLine compact;

    private Line(CompactLine compact) {
      this.compact = compact;
    }
  }

  /** The kind of an object: the field that holds it, and of a whole line its status. */
  private static String kind(String field, JsonNode object) {
    return field.isEmpty() ? object.path(STATUS).asText() : field;
  }

  /** Takes long lines and writes compact ones. Not safe for use by several threads. */
  public static final class CompactWriter extends Writer {
    private final Writer out;

    /** What stands for an object that is not compared as a tree, by the field that holds it. */
    private final Map<String, Map<Object, IntNode>> numbersByKey = new HashMap<>();

    private final StringBuilder line = new StringBuilder();
    private final Map<String, Map<JsonNode, Integer>> numbers = new HashMap<>();
    private final Map<String, JsonNode> run = new HashMap<>();
    private final Map<String, Set<String>> leftOut = new HashMap<>();

    /** What the next line needs and no line before has said. */
    private ObjectNode table = MAPPER.createObjectNode();

    private CompactWriter(Writer out) {
      this.out = out;
    }

    /**
     * Writes the answers for a claim.
     *
     * @throws IOException if writing fails
     */
    public void write(Line line) throws IOException {
      CompactLine compact = line.compact;
      compact.run().forEach((name, value) -> ofRun(name, TextNode.valueOf(value)));
      for (LeftOut left : compact.leftOut()) {
        leaveOut(
            left.kind(),
            left.name(),
            left.list() ? MAPPER.createArrayNode() : NullNode.getInstance());
      }
      byte[] text = compact.text();
      ByteArrayOutputStream numbered = new ByteArrayOutputStream(2 * text.length);
      int written = 0;
      for (Place place : compact.places()) {
        numbered.write(text, written, place.at() - written);
        numbered.writeBytes(number(place).asText().getBytes(StandardCharsets.US_ASCII));
        written = place.at();
      }
      numbered.write(text, written, text.length - written);
      printTable();
      out.write(numbered.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      int begin = from;
      for (int i = from; i < from + length; i++) {
        if (text[i] == '\n') {
          line.append(text, begin, i - begin);
          writeLine((ObjectNode) MAPPER.readTree(line.toString()));
          line.setLength(0);
          begin = i + 1;
        }
      }
      line.append(text, begin, from + length - begin);
    }

    private void writeLine(ObjectNode review) throws IOException {
      for (String name : OF_RUN) {
        JsonNode value = review.remove(name);
        if (value != null) {
          ofRun(name, value);
        }
      }
      ObjectNode compact = compact("", review);
      printTable();
      print(compact);
    }

    private void ofRun(String name, JsonNode value) {
      if (!value.equals(run.put(name, value))) {
        table.withObject("/" + RUN).set(name, value);
      }
    }

    private void printTable() throws IOException {
      if (!table.isEmpty()) {
        ObjectNode first = MAPPER.createObjectNode().put(STATUS, TABLE);
        first.setAll(table);
        print(first);
        table = MAPPER.createObjectNode();
      }
    }

    private void print(ObjectNode object) throws IOException {
      // As bytes: half of a surrogate pair is then escaped, as in the long form.
      out.write(new String(MAPPER.writeValueAsBytes(object), StandardCharsets.UTF_8));
      out.write('\n');
    }

    private ObjectNode compact(String field, JsonNode object) throws IOException {
      String kind = kind(field, object);
      ObjectNode compact = MAPPER.createObjectNode();
      for (Map.Entry<String, JsonNode> part : object.properties()) {
        JsonNode value = part.getValue();
        if (value.isNull() || (value.isArray() && value.isEmpty())) {
          leaveOut(kind, part.getKey(), value);
        } else if (value.isArray()) {
          ArrayNode list = compact.putArray(part.getKey());
          for (JsonNode element : value) {
            list.add(element(part.getKey(), element));
          }
        } else {
          compact.set(part.getKey(), element(part.getKey(), value));
        }
      }
      return compact;
    }

    private JsonNode element(String field, JsonNode value) throws IOException {
      if (!value.isObject()) {
        return value;
      }
      ObjectNode compact = compact(field, value);
      return isShared(field, value) ? number(field, compact) : compact;
    }

    private IntNode number(Place place) throws IOException {
      Map<Object, IntNode> known =
          numbersByKey.computeIfAbsent(place.field(), field -> new HashMap<>());
      IntNode number = known.get(place.key());
      if (number == null) {
        JsonNode object = MAPPER.readTree(place.object().json());
        number = number(place.field(), compact(place.field(), object));
        known.put(place.key(), number);
      }
      return number;
    }

    private IntNode number(String field, ObjectNode object) {
      Map<JsonNode, Integer> known = numbers.computeIfAbsent(field, f -> new HashMap<>());
      Integer number = known.get(object);
      if (number == null) {
        number = known.size() + 1;
        known.put(object, number);
        table.withObject("/" + field).set(Integer.toString(number), object);
      }
      return IntNode.valueOf(number);
    }

    private void leaveOut(String kind, String name, JsonNode value) {
      if (leftOut.computeIfAbsent(kind, k -> new HashSet<>()).add(name)) {
        table.withObject("/" + EMPTY).withObject("/" + kind).set(name, value);
      }
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** A notice on who the payer is may differ from claim to claim, and so stays with its claim. */
  private static boolean isShared(String field, JsonNode object) {
    return SHARED.contains(field) && !(field.equals(PAYER_MATCH) && object.has("notice"));
  }

  /** Turns compact lines, in their order, into lines of {@link JsonReviewWriter}. */
  public static final class Expander {
    private final Map<String, ObjectNode> tables = new HashMap<>();

    /** One that has read no line yet. */
    public Expander() {}

    /**
     * A line in the long form; empty for a line of a table, which the lines after it need.
     *
     * @throws IOException if the line is no JSON object, or needs a table that has not come
     */
    public Optional<String> expand(String line) throws IOException {
      JsonNode read;
      try {
        read = MAPPER.readTree(line);
      } catch (JsonProcessingException e) {
        throw new IOException("not a line of JSON"); // Jackson's own message quotes the line.
      }
      if (read == null || !read.isObject()) {
        throw new IOException("not a line with a JSON object");
      }
      if (read.path(STATUS).asText().equals(TABLE)) {
        add(read);
        return Optional.empty();
      }
      ObjectNode expanded = expand("", read);
      if (expanded.path(STATUS).asText().equals("EVALUATED")) {
        expanded.setAll(tables.getOrDefault(RUN, MAPPER.createObjectNode()));
      }
      return Optional.of(MAPPER.writeValueAsString(expanded));
    }

    private void add(JsonNode line) {
      for (Map.Entry<String, JsonNode> part : line.properties()) {
        if (part.getValue().isObject()) {
          ObjectNode known =
              tables.computeIfAbsent(part.getKey(), name -> MAPPER.createObjectNode());
          for (Map.Entry<String, JsonNode> entry : part.getValue().properties()) {
            if (part.getKey().equals(EMPTY)) {
              known.withObject("/" + entry.getKey()).setAll((ObjectNode) entry.getValue());
            } else {
              known.set(entry.getKey(), entry.getValue());
            }
          }
        }
      }
    }

    private ObjectNode expand(String field, JsonNode object) throws IOException {
      ObjectNode expanded = MAPPER.createObjectNode();
      JsonNode empty =
          tables.getOrDefault(EMPTY, MAPPER.createObjectNode()).path(kind(field, object));
      for (Map.Entry<String, JsonNode> left : empty.properties()) {
        expanded.set(left.getKey(), left.getValue().deepCopy());
      }
      for (Map.Entry<String, JsonNode> part : object.properties()) {
        if (part.getValue().isArray()) {
          ArrayNode list = MAPPER.createArrayNode();
          for (JsonNode element : part.getValue()) {
            list.add(element(part.getKey(), element));
          }
          expanded.set(part.getKey(), list);
        } else {
          expanded.set(part.getKey(), element(part.getKey(), part.getValue()));
        }
      }
      return expanded;
    }

    private JsonNode element(String field, JsonNode value) throws IOException {
      JsonNode meant = value;
      if (SHARED.contains(field) && value.isInt()) {
        meant = tables.getOrDefault(field, MAPPER.createObjectNode()).path(value.asText());
        if (meant.isMissingNode()) {
          throw new IOException(
              field + " " + value.asText() + ": no table before this line has it");
        }
      }
      return meant.isObject() ? expand(field, meant) : meant;
    }
  }
}
