package io.github.cpt76496.x12;

import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * One segment: its tag, its place and its elements, each a list of components.
 *
 * <p>What is asked for is decoded then: most elements of a claim are not.
 */
final class X12Segment {

  private static final int[] NONE = {0};

  private final String tag;
  private final int position;

  /** The components of all elements in a row, one character a byte. */
  private final String text;

  /** Where each component ends. */
  private final int[] ends;

  /** Of each element the number of components before it, and at last that of all. */
  private final int[] firsts;

  private final long repeated;

  /**
   * A segment of which no element is asked for.
   *
   * @param tag for example {@code SV1}
   * @param position ordinal in the file; the ISA that opens the file is 1
   */
  X12Segment(String tag, int position) {
    this(tag, position, "", NONE, NONE, 0);
  }

  /**
   * @param repeated a bit for each element that stands more than once, that of the first the lowest
   */
  private X12Segment(
      String tag, int position, String text, int[] ends, int[] firsts, long repeated) {
    this.tag = tag;
    this.position = position;
    this.text = text;
    this.ends = ends;
    this.firsts = firsts;
    this.repeated = repeated;
  }

  /** Collects the elements of one segment after the other. */
  static final class Builder {
    private final char[] text = new char[SoundSegments.LONGEST_SEGMENT];
    private int[] ends = new int[64];
    private int[] firsts = new int[64];
    private int length;
    private int components;
    private int elements;
    private long repeated;

    /**
     * Adds the component at which staedi stands. A repeated element is appended to the components:
     * no element that is read here may repeat.
     */
    void add(EDIStreamReader reader) {
      Location location = reader.getLocation();
      int element = location.getElementPosition();
      while (elements < element) {
        firsts = withRoom(firsts, elements);
        firsts[elements++] = components;
      }
      if (location.getElementOccurrence() > 1) {
        repeated |= 1L << (element - 1);
      }
      length += reader.getTextCharacters(0, text, length, text.length - length);
      ends = withRoom(ends, components);
      ends[components++] = length;
    }

    private static int[] withRoom(int[] numbers, int at) {
      return at < numbers.length ? numbers : Arrays.copyOf(numbers, 2 * at);
    }

    /** The segment, after which the next one begins. */
    X12Segment build(String tag, int position) {
      if (elements == 0) {
        return new X12Segment(tag, position);
      }
      firsts = withRoom(firsts, elements);
      firsts[elements] = components;
      X12Segment segment =
          new X12Segment(
              tag,
              position,
              new String(text, 0, length),
              Arrays.copyOf(ends, components),
              Arrays.copyOf(firsts, elements + 1),
              repeated);
      length = 0;
      components = 0;
      elements = 0;
      repeated = 0;
      return segment;
    }
  }

  String tag() {
    return tag;
  }

  int position() {
    return position;
  }

  /** How many characters its elements hold. */
  int length() {
    return text.length();
  }

  boolean is(String tag) {
    return this.tag.equals(tag);
  }

  /** How many elements there are. */
  int size() {
    return firsts.length - 1;
  }

  /** Whether an element stands more than once; its components are then those of all. */
  boolean repeats(int element) {
    return (repeated >> (element - 1) & 1) == 1;
  }

  /** Whether an element is filled. */
  boolean states(int element) {
    for (int i = first(element); i < end(element); i++) {
      if (!component(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** Whether another segment says the same. */
  boolean sameAs(X12Segment other) {
    return tag.equals(other.tag)
        && text.equals(other.text)
        && Arrays.equals(ends, other.ends)
        && Arrays.equals(firsts, other.firsts);
  }

  /** The number of an element's first component, and of the one behind its last. */
  private int first(int element) {
    return firsts[Math.min(element, firsts.length) - 1];
  }

  private int end(int element) {
    return firsts[Math.min(element, firsts.length - 1)];
  }

  private String component(int number) {
    return text.substring(number == 0 ? 0 : ends[number - 1], ends[number]);
  }

  /** An element, or its first component; empty where absent. Elements count from 1, as in X12. */
  String element(int element) {
    int first = first(element);
    return first == end(element) ? "" : decode(component(first));
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
    int first = first(element);
    int end = end(element);
    if (first == end) {
      return List.of("");
    }
    if (hasForeignSeparator(element)) {
      String whole = component(first);
      return split(whole, whole.charAt(2));
    }
    List<String> parts = new ArrayList<>(end - first);
    for (int i = first; i < end; i++) {
      parts.add(decode(component(i)));
    }
    return parts;
  }

  /** Whether the parts of a composite are separated otherwise than ISA16 declares. */
  boolean hasForeignSeparator(int element) {
    int first = first(element);
    return end(element) - first == 1 && isForeign(component(first));
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
    int first = first(element);
    int end = end(element);
    if (end - first < 2) {
      return element(element).strip();
    }
    StringJoiner components = new StringJoiner(" ");
    for (int i = first; i < end; i++) {
      components.add(component(i));
    }
    return decode(components.toString()).strip();
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
