package io.github.cpt76496.x12;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Sound segments in a row, on their way through staedi, and what was left out between them.
 *
 * <p>staedi reads an interchange, so the run gets the ISA of its own before it and an IEA behind
 * it, which nobody is told of. Counts and control numbers of the envelopes are not compared: that
 * is the work of a translator and its acknowledgment, and a claim is not less readable for a
 * miscounted trailer.
 */
final class SegmentRun {

  /** Something that was left out. */
  interface Damage {
    void tell(SegmentHandler handler);
  }

  /** A segment by its position, or damage. */
  private record Step(int position, Damage damage) {}

  /** Those that tell something of a claim; of the others nobody asks for an element. */
  private static final Set<String> WITH_ELEMENTS =
      Set.of("GS", "ST", "HL", "SBR", "NM1", "REF", "CLM", "DTP", "NTE", "PWK", "LX", "SV1", "SV2");

  private static final int LONG = 1 << 16;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Step> steps = new ArrayList<>();
  private boolean ended;

  void add(Damage damage) {
    steps.add(new Step(0, damage));
  }

  /** Adds a segment, one character a byte. */
  void add(String text, char terminator, int position) {
    ended = text.startsWith("IEA");
    bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    bytes.write(terminator);
    steps.add(new Step(position, null));
  }

  /** Adds a segment that is no IEA, with its terminator. */
  void add(byte[] segments, int from, int to, int position) {
    ended = false;
    bytes.write(segments, from, to - from);
    steps.add(new Step(position, null));
  }

  /** The segments, each with its terminator. */
  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** Whether it should be passed on before it grows. */
  boolean isLong() {
    return bytes.size() > LONG;
  }

  void clear() {
    bytes.reset();
    steps.clear();
    ended = false;
  }

  /**
   * Passes everything on in order.
   *
   * @param header the ISA segment of the interchange
   * @return the position of the segment at which staedi gave up; nothing of it and of what follows
   *     was passed on
   */
  OptionalInt passTo(String header, SegmentHandler handler) throws IOException {
    Passing passing = new Passing(handler);
    if (bytes.size() > 0) {
      EDIInputFactory factory = EDIInputFactory.newFactory();
      factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
      // One byte, one character: staedi refuses bytes that are no UTF-8, and names in real files
      // are written in either encoding. X12Segment decodes what is asked for.
      try (EDIStreamReader reader =
          factory.createEDIStreamReader(
              new ByteArrayInputStream(interchange(header)), StandardCharsets.ISO_8859_1.name())) {
        passing.read(reader);
      } catch (EDIStreamException | RuntimeException e) {
        // staedi answers some noise with exceptions of the JDK, such as a buffer overflow.
        return OptionalInt.of(passing.position + 1);
      }
    }
    passing.tell();
    return OptionalInt.empty();
  }

  private byte[] interchange(String header) {
    ByteArrayOutputStream interchange =
        new ByteArrayOutputStream(2 * header.length() + bytes.size());
    interchange.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
    interchange.writeBytes(bytes());
    if (!ended) {
      char element = header.charAt(3);
      String controlNumber = header.substring(90, 99);
      String end = "IEA" + element + 1 + element + controlNumber + header.charAt(105);
      interchange.writeBytes(end.getBytes(StandardCharsets.ISO_8859_1));
    }
    return interchange.toByteArray();
  }

  /** Where in the run the reader stands. */
  private final class Passing {
    private final SegmentHandler handler;
    private int next;
    private int position;

    Passing(SegmentHandler handler) {
      this.handler = handler;
    }

    void read(EDIStreamReader reader) throws EDIStreamException {
      boolean begun = false;
      String tag = "";
      boolean elementsWanted = false;
      List<List<String>> elements = List.of();
      long repeated = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case START_SEGMENT -> {
            if (begun && !goOn()) {
              return;
            }
            tag = reader.getText();
            elementsWanted = begun && WITH_ELEMENTS.contains(tag);
            elements = elementsWanted ? new ArrayList<>() : List.of();
            repeated = 0;
          }
          case ELEMENT_DATA -> {
            if (elementsWanted) {
              add(elements, reader);
              if (reader.getLocation().getElementOccurrence() > 1) {
                repeated |= 1L << (reader.getLocation().getElementPosition() - 1);
              }
            }
          }
          case END_SEGMENT -> {
            if (begun) {
              handler.segment(new X12Segment(tag, position, elements, repeated));
            }
            begun = true;
          }
          default -> {}
        }
      }
    }

    /** Tells the damage before the next segment; false if there is no further one. */
    private boolean goOn() {
      tell();
      if (next == steps.size()) {
        return false;
      }
      position = steps.get(next++).position();
      return true;
    }

    void tell() {
      while (next < steps.size() && steps.get(next).damage() != null) {
        steps.get(next++).damage().tell(handler);
      }
    }
  }

  /** A repeated element is appended to the components: no element that is read here may repeat. */
  private static void add(List<List<String>> elements, EDIStreamReader reader) {
    int element = reader.getLocation().getElementPosition();
    while (elements.size() < element) {
      elements.add(new ArrayList<>(1));
    }
    elements.get(element - 1).add(reader.getText());
  }
}
