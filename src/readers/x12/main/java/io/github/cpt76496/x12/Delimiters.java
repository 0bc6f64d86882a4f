package io.github.cpt76496.x12;

import java.util.Optional;

/**
 * The characters that divide the segments of one interchange, as its ISA segment shows them.
 *
 * <p>The repetition separator (ISA11) is not among them: no element that is read here may repeat,
 * and one that does is refused for what it holds, rather than read in part.
 *
 * @param element between elements: the character after {@code ISA}
 * @param component between the parts of an element: ISA16
 * @param terminator at the end of a segment: the character after ISA16
 */
record Delimiters(char element, char component, char terminator) {

  /** The length of an ISA segment with its terminator: the one segment with fixed places. */
  static final int HEADER_LENGTH = 106;

  private static final int[] ENDS_OF_ELEMENTS = {
    3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103
  };

  /** What an ISA segment that begins there declares; nothing if none begins there. */
  static Optional<Delimiters> ofHeader(byte[] bytes, int at) {
    if (bytes[at] != 'I' || bytes[at + 1] != 'S' || bytes[at + 2] != 'A') {
      return Optional.empty();
    }
    char element = character(bytes, at + 3);
    for (int end : ENDS_OF_ELEMENTS) {
      if (character(bytes, at + end) != element) {
        return Optional.empty();
      }
    }
    char component = character(bytes, at + HEADER_LENGTH - 2);
    char terminator = character(bytes, at + HEADER_LENGTH - 1);
    return divide(element, component, terminator)
        ? Optional.of(new Delimiters(element, component, terminator))
        : Optional.empty();
  }

  private static char character(byte[] bytes, int at) {
    return (char) (bytes[at] & 0xFF);
  }

  private static boolean divide(char element, char component, char terminator) {
    return element != component
        && component != terminator
        && terminator != element
        && isDivider(element)
        && isDivider(component)
        && isDivider(terminator);
  }

  private static boolean isDivider(char c) {
    return c != ' ' && !Characters.isLetterOrDigit(c);
  }
}
