package io.github.cpt76496.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the JSON of one review and keeps the compact form of it, as text with places in it: what
 * stands there is a number, which is known when the lines before this one have been written.
 *
 * <p>Takes what {@link ReviewJson} writes, which is not all that a generator can be given.
 */
final class CompactLine extends JsonGeneratorDelegate {

  /** What is left out of an object of a kind: a list without elements, or what is null. */
  record LeftOut(String kind, String name, boolean list) {}

  /**
   * A place in the text, for the number of an object.
   *
   * @param at how much of the text stands before it
   * @param field holds the object
   * @param key equal for equal objects
   * @param object the object, for which is asked if it has no number yet
   */
  record Place(int at, String field, Object key, Written object) {
    @Override
    public String toString() {
      return field + "@" + at; // A key may hold what a claim says.
    }
  }

  /** An object in JSON. */
  interface Written {
    String json() throws IOException;
  }

  private final ByteArrayOutputStream text;
  private final List<String> namesOfRun;

  private final List<Place> places = new ArrayList<>();
  private final Set<LeftOut> leftOut = new LinkedHashSet<>();
  private final Map<String, String> run = new LinkedHashMap<>();

  /** The kinds of the objects that are open, each by the field that holds it. */
  private final Deque<String> kinds = new ArrayDeque<>();

  /** The field whose value comes next, and the one whose value or list is open. */
  private String waiting = "";

  private String field;
  private boolean listWaits;

  /**
   * @param kind of the whole line
   * @param namesOfRun fields that are the same in all reviews of a run, and are kept apart
   */
  CompactLine(String kind, List<String> namesOfRun) throws IOException {
    this(new ByteArrayOutputStream(1 << 12), kind, namesOfRun);
  }

  private CompactLine(ByteArrayOutputStream text, String kind, List<String> namesOfRun)
      throws IOException {
    super(ClaimJson.FACTORY.createGenerator(text), false);
    this.text = text;
    this.field = kind;
    this.namesOfRun = namesOfRun;
  }

  /** The text, whole once the generator was flushed. */
  byte[] text() {
    return text.toByteArray();
  }

  /** The places, in their order. */
  List<Place> places() {
    return places;
  }

  /** What is left out. */
  Set<LeftOut> leftOut() {
    return leftOut;
  }

  /** The fields of the run that the line has. */
  Map<String, String> run() {
    return run;
  }

  /** Leaves a place for the number of an object. */
  void place(Object key, Written object) throws IOException {
    settle();
    delegate.writeRawValue("");
    places.add(new Place(text.size() + delegate.getOutputBuffered(), field, key, object));
  }

  /** Writes what waited to see whether it is left out. */
  private void settle() throws IOException {
    if (!waiting.isEmpty()) {
      delegate.writeFieldName(waiting);
      waiting = "";
    }
    if (listWaits) {
      delegate.writeStartArray();
      listWaits = false;
    }
  }

  private void leaveOut(boolean list) {
    leftOut.add(new LeftOut(kinds.getLast(), waiting, list));
    waiting = "";
    listWaits = false;
  }

  @Override
  public void writeFieldName(String name) {
    waiting = name;
    field = name;
  }

  @Override
  public void writeNull() {
    leaveOut(false);
  }

  @Override
  public void writeStartArray() {
    listWaits = true;
  }

  @Override
  public void writeEndArray() throws IOException {
    if (listWaits) {
      leaveOut(true);
    } else {
      delegate.writeEndArray();
    }
  }

  @Override
  public void writeStartObject() throws IOException {
    settle();
    kinds.addLast(field);
    delegate.writeStartObject();
  }

  @Override
  public void writeEndObject() throws IOException {
    field = kinds.removeLast();
    delegate.writeEndObject();
  }

  @Override
  public void writeString(String value) throws IOException {
    if (kinds.size() == 1 && namesOfRun.contains(waiting)) {
      run.put(waiting, value);
      waiting = "";
    } else {
      settle();
      delegate.writeString(value);
    }
  }

  @Override
  public void writeNumber(int value) throws IOException {
    settle();
    delegate.writeNumber(value);
  }

  @Override
  public void writeNumber(long value) {
    throw new UnsupportedOperationException("a review holds small numbers alone");
  }

  @Override
  public void writeRawValue(SerializableString json) {
    throw new UnsupportedOperationException("what is shared has a place");
  }

  @Override
  public void writeBoolean(boolean value) throws IOException {
    settle();
    delegate.writeBoolean(value);
  }
}
