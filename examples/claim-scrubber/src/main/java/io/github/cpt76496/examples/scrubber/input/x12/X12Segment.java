package io.github.cpt76496.examples.scrubber.input.x12;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One segment: its tag, its place and its elements, each a list of components.
 *
 * @param tag for example {@code SV1}
 * @param position ordinal in the file; the ISA that opens the file is 1
 * @param elements the elements in order; an element without components is a list of one
 */
record X12Segment(String tag, int position, List<List<String>> elements) {

  private static final Pattern FOREIGN_SEPARATOR =
      Pattern.compile("[0-9A-Z]{2}([^0-9A-Za-z\\s]).*");

  X12Segment {
    elements = List.copyOf(elements);
  }

  boolean is(String tag) {
    return this.tag.equals(tag);
  }

  /** An element, or its first component; empty where absent. Elements count from 1, as in X12. */
  String element(int element) {
    return component(element, 1);
  }

  /** A component of an element; empty where absent. */
  String component(int element, int component) {
    if (element > elements.size()) {
      return "";
    }
    List<String> components = elements.get(element - 1);
    return component > components.size() ? "" : components.get(component - 1);
  }

  /**
   * An element whose first component is a code of two characters (CLM05, SV101), by its components.
   *
   * <p>Some senders write the parts with another separator than the one that ISA16 declares. As the
   * first part has two characters, what follows it can only be that separator; {@link
   * #hasForeignSeparator} tells, so that nobody reads over it.
   */
  List<String> composite(int element) {
    List<String> components = element > elements.size() ? List.of("") : elements.get(element - 1);
    Matcher foreign = FOREIGN_SEPARATOR.matcher(components.get(0));
    return components.size() == 1 && foreign.matches()
        ? List.of(components.get(0).split(Pattern.quote(foreign.group(1)), -1))
        : components;
  }

  /** Whether the parts of a composite are separated otherwise than ISA16 declares. */
  boolean hasForeignSeparator(int element) {
    return element <= elements.size()
        && composite(element).size() > elements.get(element - 1).size();
  }

  /**
   * Free text, which is cut into components where its writer used the component separator as a
   * colon.
   */
  String text(int element) {
    return element > elements.size() ? "" : String.join(" ", elements.get(element - 1)).strip();
  }

  /** Tag and position: the elements belong to a patient. */
  @Override
  public String toString() {
    return "X12Segment[" + position + ": " + tag + "]";
  }
}
