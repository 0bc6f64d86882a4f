package io.github.cpt76496.examples.scrubber.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How many lines have each value of one property: a chart of the page, and a filter. */
final class Facet {

  /** Payers come from the input: their number must not decide how much memory is needed. */
  static final int MOST_VALUES = 1_000;

  /** Stands for every value after that. */
  private static final Value OTHERS = new Value("", "all others");

  private static final Comparator<Map.Entry<Value, Long>> AS_GIVEN =
      Comparator.comparingInt(entry -> 0);

  private static final Comparator<Map.Entry<Value, Long>> MOST_LINES_FIRST =
      Map.Entry.<Value, Long>comparingByValue().reversed();

  /** A value and how a coder would say it. */
  private record Value(String name, String words) {}

  private final String key;
  private final String title;
  private final Map<Value, Long> lines = new LinkedHashMap<>();
  private final Comparator<Map.Entry<Value, Long>> order;

  private Facet(String key, String title, Comparator<Map.Entry<Value, Long>> order) {
    this.key = key;
    this.title = title;
    this.order = order;
  }

  /** Of values that are known beforehand; those without a line are shown as well. */
  static <E extends Enum<E>> Facet of(
      String key, String title, Class<E> values, Function<E, String> words) {
    Facet facet = new Facet(key, title, AS_GIVEN);
    for (E value : values.getEnumConstants()) {
      facet.lines.put(new Value(value.name(), words.apply(value)), 0L);
    }
    return facet;
  }

  /** Of values that the lines bring. */
  static Facet open(String key, String title) {
    return new Facet(key, title, MOST_LINES_FIRST);
  }

  /** As {@link #open}, grouped by the first word of the value in the order given. */
  static Facet grouped(String key, String title, List<String> groups) {
    Comparator<Map.Entry<Value, Long>> byGroup =
        Comparator.comparingInt(entry -> groups.indexOf(group(entry.getKey())));
    return new Facet(key, title, byGroup.thenComparing(MOST_LINES_FIRST));
  }

  private static String group(Value value) {
    return value.name().split(" ", 2)[0];
  }

  void count(String name, String words) {
    Value value = new Value(name, words);
    boolean counted = lines.containsKey(value) || lines.size() < MOST_VALUES;
    lines.merge(counted ? value : OTHERS, 1L, Long::sum);
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", key);
    json.writeStringField("title", title);
    json.writeArrayFieldStart("values");
    for (Map.Entry<Value, Long> entry : lines.entrySet().stream().sorted(order).toList()) {
      json.writeStartObject();
      json.writeStringField("value", entry.getKey().name());
      json.writeStringField("words", entry.getKey().words());
      json.writeNumberField("lines", entry.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
