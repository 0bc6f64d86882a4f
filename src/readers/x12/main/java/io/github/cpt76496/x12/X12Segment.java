package io.github.cpt76496.x12;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One segment: its tag, its place and its elements, each a list of components.
 *
 * <p>What is asked for is decoded then: most elements of a claim are not.
 */
final class X12Segment {

  private final String tag;
  private final int position;
  private final List<List<String>> elements;
  private final long repeated;

  /**
   * @param tag for example {@code SV1}
   * @param position ordinal in the file; the ISA that opens the file is 1
   * @param elements in order, one character a byte; an element without components is a list of one
   */
  X12Segment(String tag, int position, List<List<String>> elements) {
    this(tag, position, elements, 0);
  }

  /**
   * @param repeated a bit for each element that stands more than once, that of the first the lowest
   */
  X12Segment(String tag, int position, List<List<String>> elements, long repeated) {
    this.repeated = repeated;
    this.tag = tag;
    this.position = position;
    this.elements = elements;
  }

  String tag() {
    return tag;
  }

  int position() {
    return position;
  }

  /** How many characters its elements hold. */
  int length() {
    int length = 0;
    for (List<String> element : elements) {
      for (String component : element) {
        length += component.length();
      }
    }
    return length;
  }

  boolean is(String tag) {
    return this.tag.equals(tag);
  }

  /** How many elements there are. */
  int size() {
    return elements.size();
  }

  /** Whether an element stands more than once; its components are then those of all. */
  boolean repeats(int element) {
    return (repeated >> (element - 1) & 1) == 1;
  }

  /** Whether an element is filled. */
  boolean states(int element) {
    for (String component : components(element)) {
      if (!component.isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** Whether another segment says the same. */
  boolean sameAs(X12Segment other) {
    return tag.equals(other.tag) && elements.equals(other.elements);
  }

  /** An element, or its first component; empty where absent. Elements count from 1, as in X12. */
  String element(int element) {
    List<String> components = components(element);
    return components.isEmpty() ? "" : decode(components.get(0));
  }

  /**
   * An element whose first component is a code of two characters (CLM05, SV101, SV202), by its
   * components; at least one.
   *
   * <p>Some senders write the parts with another separator than the one that ISA16 declares. As the
   * first part has two characters, what follows it can only be that separator; {@link
   * #hasForeignSeparator} tells, so that nobody reads over it.
   */
  List<String> composite(int element) {
    List<String> components = components(element);
    if (components.isEmpty()) {
      return List.of("");
    }
    return hasForeignSeparator(element)
        ? split(components.get(0), components.get(0).charAt(2))
        : decode(components);
  }

  /** Whether the parts of a composite are separated otherwise than ISA16 declares. */
  boolean hasForeignSeparator(int element) {
    List<String> components = components(element);
    return components.size() == 1 && isForeign(components.get(0));
  }

  private static boolean isForeign(String composite) {
    return composite.length() > 2
        && isPartOfCode(composite.charAt(0))
        && isPartOfCode(composite.charAt(1))
        && !Characters.isLetterOrDigit(composite.charAt(2))
        && composite.charAt(2) > ' '
        && composite.charAt(2) < 0x80;
  }

  private static boolean isPartOfCode(char c) {
    return Characters.isDigit(c) || Characters.isCapital(c);
  }

  /** Free text, in which a blank replaces a component separator that its writer used as a colon. */
  String text(int element) {
    return decode(String.join(" ", components(element))).strip();
  }

  private List<String> components(int element) {
    return element > elements.size() ? List.of() : elements.get(element - 1);
  }

  private static List<String> decode(List<String> components) {
    List<String> parts = new ArrayList<>(components.size());
    for (String component : components) {
      parts.add(decode(component));
    }
    return parts;
  }

  private static List<String> split(String whole, char separator) {
    List<String> parts = new ArrayList<>(8);
    int from = 0;
    for (int to = whole.indexOf(separator); to >= 0; to = whole.indexOf(separator, from)) {
      parts.add(decode(whole.substring(from, to)));
      from = to + 1;
    }
    parts.add(decode(whole.substring(from)));
    return parts;
  }

  /** Names in real files are written in either encoding; what is no UTF-8 is ISO 8859-1. */
  private static String decode(String bytes) {
    int i = 0;
    while (i < bytes.length() && bytes.charAt(i) < 0x80) {
      i++;
    }
    if (i == bytes.length()) {
      return bytes;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException e) {
      return bytes;
    }
  }

  /** Tag and position: the elements belong to a patient. */
  @Override
  public String toString() {
    return "X12Segment[" + position + ": " + tag + "]";
  }
}
