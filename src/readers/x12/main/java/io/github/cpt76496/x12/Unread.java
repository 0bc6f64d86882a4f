package io.github.cpt76496.x12;

import io.github.cpt76496.claims.internal.Elements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Segments and elements of a claim that are not read, and on which an answer could depend. */
final class Unread {

  static final Elements LISTED = Elements.read(Unread.class.getResourceAsStream("elements.tsv"));

  static final Unread OF_CLAIM = new Unread("837 loop 2300");
  static final Unread OF_LINE = new Unread("837 loop 2400");

  private static final String NO_GUIDE =
      "a segment that no guide has in this place; it was not read";

  /** The highest number of an element that a segment has in any guide. */
  private static final int MOST_ELEMENTS = 21;

  private static final Map<String, String[]> ELEMENTS = new HashMap<>();

  static {
    for (String tag :
        List.of("CLM", "SV1", "SV2", "DTP", "NTE", "PWK", "HL", "SBR", "NM1", "REF")) {
      ELEMENTS.put(tag, reasons(tag));
    }
  }

  private final Map<String, String> segments = new HashMap<>();

  private Unread(String loop) {
    for (String tag : LISTED.at(loop).keySet()) {
      segments.put(
          tag, LISTED.unread(loop, tag).map(why -> tag + " was not read: " + why).orElse(""));
    }
  }

  /** What is said of each element of a segment, from the first on; empty of one that is read. */
  private static String[] reasons(String tag) {
    Map<String, Elements.Element> listed = LISTED.at("837 " + tag);
    String[] reasons = new String[MOST_ELEMENTS];
    for (int i = 0; i < MOST_ELEMENTS; i++) {
      String name = tag + (i < 9 ? "0" : "") + (i + 1);
      reasons[i] =
          listed.containsKey(name)
              ? LISTED
                  .unread("837 " + tag, name)
                  .map(why -> name + " was not read: " + why)
                  .orElse("")
              : beyond(tag);
    }
    return reasons;
  }

  private static String beyond(String tag) {
    return tag + " has more elements than the guide; what is beyond was not read";
  }

  /** Tells of a segment that is not read. Its tag is repeated only where a guide knows it. */
  void tell(X12Segment segment, List<Remark> remarks) {
    String said = segments.getOrDefault(segment.tag(), NO_GUIDE);
    if (!said.isEmpty()) {
      remarks.add(new Remark(segment.position(), said));
    }
  }

  /** A segment that is another guide's. */
  static Remark ofAnotherGuide(X12Segment segment) {
    return new Remark(segment.position(), NO_GUIDE);
  }

  /** Tells of the first element of a segment that is not read. */
  static void tellElements(X12Segment segment, List<Remark> remarks) {
    String[] reasons = ELEMENTS.get(segment.tag());
    for (int i = 1; i <= segment.size(); i++) {
      String said = i > MOST_ELEMENTS ? beyond(segment.tag()) : reasons[i - 1];
      if (!said.isEmpty() && segment.states(i)) {
        remarks.add(new Remark(segment.position(), said));
        return;
      }
    }
  }
}
