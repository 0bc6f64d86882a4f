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

  /** Those of all writers. */
  static final Fragments ALL = new Fragments();

  /** Far more than all statements of a rule set; what is remembered must not grow with claims. */
  private static final int MOST = 10_000;

  /** A power of two, far more than one run needs. */
  private static final int MOST_RECENT = 1 << 13;

  private final Map<Object, Fragment> byPart = new ConcurrentHashMap<>();

  /**
   * Each part where it was found last, by its identity: one library gives the same object in every
   * answer, and to compare a requirement with another takes longer than to copy its JSON. Threads
   * may overwrite each other's; what they read is whole, since it is final.
   */
  private final Recent[] recent = new Recent[MOST_RECENT];

  private record Recent(Object part, Fragment fragment) {}

  /**
   * The JSON of a part.
   *
   * @param number stands for it; 0 if it is not remembered
   */
  record Fragment(int number, SerializedString json) {

    /** Equal for equal parts. */
    Object key() {
      return number == 0 ? json.getValue() : (Object) number;
    }
  }

  /** Writes a part as it is written without fragments. */
  interface Part {
    void writeTo(ReviewJson json) throws IOException;
  }

  /** The JSON of a part, which equal parts share. */
  Fragment of(Object key, Part part) throws IOException {
    int place = System.identityHashCode(key) & (MOST_RECENT - 1);
    Recent last = recent[place];
    if (last != null && last.part() == key) {
      return last.fragment();
    }
    Fragment known = byPart.get(key);
    Fragment fragment = known == null ? make(key, part) : known;
    recent[place] = new Recent(key, fragment);
    return fragment;
  }

  private Fragment make(Object key, Part part) throws IOException {
    return remember(key, new SerializedString(text(part)));
  }

  /** The JSON of a part, made anew. */
  static String text(Part part) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = ClaimJson.FACTORY.createGenerator(text)) {
      part.writeTo(new ReviewJson(json));
    }
    return text.toString();
  }

  private synchronized Fragment remember(Object key, SerializedString json) {
    Fragment known = byPart.get(key);
    if (known != null) {
      return known;
    }
    if (byPart.size() == MOST) {
      return new Fragment(0, json);
    }
    Fragment made = new Fragment(byPart.size() + 1, json);
    byPart.put(key, made);
    return made;
  }
}
