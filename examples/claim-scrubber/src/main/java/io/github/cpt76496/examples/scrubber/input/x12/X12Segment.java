package io.github.cpt76496.examples.scrubber.input.x12;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One segment: its tag, its place and its elements, which are looked up when they are asked for,
 * because most elements of a claim are not.
 */
final class X12Segment {

  private final String tag;
  private final int position;
  private final String text;
  private final Delimiters delimiters;

  /**
   * @param tag for example {@code SV1}
   * @param position ordinal in the file; the ISA that opens the file is 1
   * @param text the whole segment, one character a byte
   * @param delimiters those of its interchange
   */
  X12Segment(String tag, int position, String text, Delimiters delimiters) {
    this.tag = tag;
    this.position = position;
    this.text = text;
    this.delimiters = delimiters;
  }

  String tag() {
    return tag;
  }

  int position() {
    return position;
  }

  boolean is(String tag) {
    return this.tag.equals(tag);
  }

  /** An element, or its first component; empty where absent. Elements count from 1, as in X12. */
  String element(int element) {
    String whole = whole(element);
    int component = whole.indexOf(delimiters.component());
    return decode(component < 0 ? whole : whole.substring(0, component));
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
    String whole = whole(element);
    return split(whole, isForeign(whole) ? whole.charAt(2) : delimiters.component());
  }

  /** Whether the parts of a composite are separated otherwise than ISA16 declares. */
  boolean hasForeignSeparator(int element) {
    return isForeign(whole(element));
  }

  private boolean isForeign(String composite) {
    return composite.length() > 2
        && composite.indexOf(delimiters.component()) < 0
        && isPartOfCode(composite.charAt(0))
        && isPartOfCode(composite.charAt(1))
        && !Characters.isLetterOrDigit(composite.charAt(2))
        && composite.charAt(2) > ' '
        && composite.charAt(2) < 0x80;
  }

  private static boolean isPartOfCode(char c) {
    return Characters.isDigit(c) || Characters.isCapital(c);
  }

  /**
   * Free text, in which a blank takes the place of a component separator that its writer used as a
   * colon.
   */
  String text(int element) {
    return decode(whole(element).replace(delimiters.component(), ' ')).strip();
  }

  private String whole(int element) {
    int from = 0;
    for (int i = 0; i < element; i++) {
      from = text.indexOf(delimiters.element(), from) + 1;
      if (from == 0) {
        return "";
      }
    }
    int to = text.indexOf(delimiters.element(), from);
    return text.substring(from, to < 0 ? text.length() : to);
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
