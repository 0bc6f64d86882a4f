package io.github.cpt76496.examples.scrubber;

import java.util.List;

/**
 * One segment: its tag, its place and its elements, each a list of components.
 *
 * @param tag for example {@code SV1}
 * @param position ordinal in the file; the ISA that opens the file is 1
 * @param elements the elements in order; an element without components is a list of one
 */
record X12Segment(String tag, int position, List<List<String>> elements) {

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
