package io.github.cpt76496.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON of what the rules say, which is the same for many claims and most of an answer: made
 * once and then copied. Safe for use by several threads.
 */
final class Fragments {

  /** Far more than all statements of a rule set; what is remembered must not grow with claims. */
  private static final int MOST = 10_000;

  private final Map<Object, SerializedString> byPart = new ConcurrentHashMap<>();

  /** Writes a part as it is written without fragments. */
  interface Part {
    void writeTo(ReviewJson json) throws IOException;
  }

  /** The JSON of a part, which equal parts share. */
  SerializedString of(Object key, Part part) throws IOException {
    SerializedString known = byPart.get(key);
    if (known != null) {
      return known;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = ClaimJson.FACTORY.createGenerator(text)) {
      part.writeTo(new ReviewJson(json));
    }
    SerializedString made = new SerializedString(text.toString());
    if (byPart.size() < MOST) {
      byPart.put(key, made);
    }
    return made;
  }
}
