package io.github.cpt76496.examples.scrubber.input.x12;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The segments of an X12 file, one at a time.
 *
 * <p>Counts and control numbers of the envelopes are not compared: that is the work of a translator
 * and its acknowledgment, and a claim is not less readable for a miscounted trailer.
 */
final class X12Segments implements AutoCloseable {

  private final EDIStreamReader reader;
  private int position;
  private boolean inInterchange;

  X12Segments(InputStream in) throws IOException {
    EDIInputFactory factory = EDIInputFactory.newFactory();
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
    try {
      // One byte, one character: staedi refuses bytes that are no UTF-8, and names in real files
      // are written in either encoding. See decode().
      this.reader = factory.createEDIStreamReader(in, StandardCharsets.ISO_8859_1.name());
    } catch (EDIStreamException e) {
      throw new IOException(e);
    }
  }

  /**
   * The next segment, or nothing at the proper end of the file.
   *
   * @throws UnreadableFileException if the file is cut off or stops being X12
   */
  Optional<X12Segment> next() throws UnreadableFileException {
    try {
      return read();
    } catch (EDIStreamException e) {
      throw new UnreadableFileException(reason(e));
    } catch (RuntimeException e) {
      // staedi answers some noise with exceptions of the JDK, such as a buffer overflow.
      throw new UnreadableFileException("not X12 from here on");
    }
  }

  private Optional<X12Segment> read() throws EDIStreamException {
    String tag = "";
    List<List<String>> elements = new ArrayList<>();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case START_SEGMENT -> {
          tag = reader.getText();
          position++;
        }
        case ELEMENT_DATA -> add(elements);
        case END_SEGMENT -> {
          inInterchange = !tag.equals("IEA");
          return Optional.of(new X12Segment(tag, position, elements));
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  /** A repeated element is appended to the components: no element that is read here may repeat. */
  private void add(List<List<String>> elements) {
    int element = reader.getLocation().getElementPosition();
    while (elements.size() < element) {
      elements.add(new ArrayList<>(1));
    }
    elements.get(element - 1).add(decode(reader.getText()));
  }

  private static String decode(String bytes) {
    if (bytes.chars().allMatch(c -> c < 0x80)) {
      return bytes;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
    try {
      CharBuffer utf8 = StandardCharsets.UTF_8.newDecoder().decode(buffer);
      return utf8.toString();
    } catch (CharacterCodingException e) {
      return bytes;
    }
  }

  private String reason(EDIStreamException e) {
    if (position == 0) {
      return "the ISA segment is not 106 characters long with its elements in their fixed places,"
          + " so the delimiters cannot be told";
    }
    // staedi tells its cases apart by the code at the start of the message only.
    if (String.valueOf(e.getMessage()).startsWith("EDIE005")) {
      return "the file ends here, before its interchange does";
    }
    if (!inInterchange) {
      return "what follows the interchange is not X12";
    }
    return "not X12 from here on: a segment or an element is malformed";
  }

  /** How many segments were begun. */
  int position() {
    return position;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
