package io.github.cpt76496.x12;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

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

  /** Declares a release character, in versions that are not read here. */
  private static final String CHANGES_DELIMITERS = "ISX";

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

  /**
   * Adds a segment of a frame, with its terminator; of one of whose elements nobody asks the tag
   * alone. Whatever the elements of a sound segment hold cannot stop staedi.
   */
  void add(byte[] segments, int from, int to, int position) {
    ended = false;
    int end = from;
    while (end < to && Characters.isLetterOrDigit((char) (segments[end] & 0xFF))) {
      end++;
    }
    String tag = new String(segments, from, end - from, StandardCharsets.ISO_8859_1);
    if (tellsOfClaim(tag) || tag.equals(CHANGES_DELIMITERS)) {
      bytes.write(segments, from, to - from);
    } else {
      bytes.write(segments, from, end - from);
      bytes.write(segments[to - 1]);
    }
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
    if (steps.isEmpty()) {
      return OptionalInt.empty();
    }
    Passing passing = new Passing(handler);
    if (bytes.size() > 0) {
      EDIInputFactory factory = EDIInputFactory.newFactory();
      factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
      // One byte, one character: staedi refuses bytes that are no UTF-8, and names in real files
      // are written in either encoding. X12Segment decodes what is asked for.
      try (EDIStreamReader reader =
          factory.createEDIStreamReader(
              new Bytes(interchange(header)), StandardCharsets.ISO_8859_1.name())) {
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
    private final X12Segment.Builder segment = new X12Segment.Builder();
    private int next;
    private int position;

    Passing(SegmentHandler handler) {
      this.handler = handler;
    }

    void read(EDIStreamReader reader) throws EDIStreamException {
      boolean begun = false;
      String tag = "";
      boolean elementsWanted = false;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case START_SEGMENT -> {
            if (begun && !goOn()) {
              return;
            }
            tag = reader.getText();
            elementsWanted = begun && tellsOfClaim(tag);
          }
          case ELEMENT_DATA -> {
            if (elementsWanted) {
              segment.add(reader);
            }
          }
          case END_SEGMENT -> {
            if (begun) {
              handler.segment(segment.build(tag, position));
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

  /** Whether somebody asks for an element of a segment with this tag. */
  private static boolean tellsOfClaim(String tag) {
    return switch (tag) {
      case "GS", "ST", "HL", "SBR", "NM1", "REF", "CLM", "DTP", "NTE", "PWK", "LX", "SV1", "SV2" ->
          true;
      default -> false;
    };
  }

  /** Without the lock that the JDK's own takes for each byte, one by one of which staedi reads. */
  private static final class Bytes extends InputStream {
    private final byte[] bytes;
    private int next;
    private int marked;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return next == bytes.length ? -1 : bytes[next++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      int count = Math.min(length, bytes.length - next);
      System.arraycopy(bytes, next, into, from, count);
      next += count;
      return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public boolean markSupported() {
      return true;
    }

    @Override
    public synchronized void mark(int limit) {
      marked = next;
    }

    @Override
    public synchronized void reset() {
      next = marked;
    }
  }
}
