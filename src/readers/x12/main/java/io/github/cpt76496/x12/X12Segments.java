package io.github.cpt76496.x12;

import io.github.cpt76496.x12.SoundSegments.Left;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The segments of an X12 file in order, read by staedi, and what had to be left out so that it
 * reads on.
 *
 * <p>Counts and control numbers of the envelopes are not compared: that is the work of a translator
 * and its acknowledgment, and a claim is not less readable for a miscounted trailer.
 */
final class X12Segments {

  /** Those that tell something of a claim; of the others nobody asks for an element. */
  private static final Set<String> WITH_ELEMENTS =
      Set.of("GS", "ST", "HL", "SBR", "NM1", "REF", "CLM", "DTP", "NTE", "PWK", "LX", "SV1", "SV2");

  private final SoundSegments sound;
  private final EDIInputFactory factory = EDIInputFactory.newFactory();
  private int position;

  X12Segments(InputStream in) {
    sound = new SoundSegments(in);
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
  }

  /** Passes the whole file on. */
  void passTo(SegmentHandler handler) throws IOException {
    while (sound.nextInterchange()) {
      tell(handler);
      position = sound.position() - 1;
      readInterchange(handler);
      tell(handler);
    }
    tell(handler);
  }

  /**
   * One reader an interchange: one that is cut off would otherwise swallow the next.
   *
   * <p>One byte, one character: staedi refuses bytes that are no UTF-8, and names in real files are
   * written in either encoding. X12Segment decodes what is asked for.
   */
  private void readInterchange(SegmentHandler handler) throws IOException {
    try (EDIStreamReader reader =
        factory.createEDIStreamReader(sound, StandardCharsets.ISO_8859_1.name())) {
      read(reader, handler);
    } catch (EDIStreamException | RuntimeException e) {
      // staedi answers some noise with exceptions of the JDK, such as a buffer overflow.
      boolean cut = sound.left().stream().anyMatch(left -> !left.isSegment());
      if (!cut) {
        handler.malformed(position + 1, Malformation.UNREADABLE);
        handler.cut(position + 1, false);
        sound.skipInterchange();
        sound.left().clear();
      }
    }
  }

  private void read(EDIStreamReader reader, SegmentHandler handler) throws EDIStreamException {
    String tag = "";
    boolean elementsWanted = false;
    List<List<String>> elements = List.of();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case START_SEGMENT -> {
          tellBeforeNextSegment(handler);
          tag = reader.getText();
          elementsWanted = WITH_ELEMENTS.contains(tag);
          elements = elementsWanted ? new ArrayList<>() : List.of();
        }
        case ELEMENT_DATA -> {
          if (elementsWanted) {
            add(elements, reader);
          }
        }
        case END_SEGMENT -> handler.segment(new X12Segment(tag, position, elements));
        default -> {}
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

  private void tellBeforeNextSegment(SegmentHandler handler) {
    while (!sound.left().isEmpty() && sound.left().element().follows(position)) {
      Left left = sound.left().remove();
      left.damage().tell(handler);
      position = left.position();
    }
    position++;
  }

  private void tell(SegmentHandler handler) {
    for (Left left : sound.left()) {
      left.damage().tell(handler);
    }
    sound.left().clear();
  }
}
