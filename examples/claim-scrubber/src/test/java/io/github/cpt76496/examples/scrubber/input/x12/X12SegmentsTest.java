package io.github.cpt76496.examples.scrubber.input.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An X12 library of other people divides well-formed files in the same way. */
class X12SegmentsTest {

  private static final int MOST_ELEMENTS = 20;

  static Stream<byte[]> files() throws Exception {
    String sample = Files.readString(Path.of("../claims/all-claims.837"));
    return Stream.of(
            sample,
            sample.replace("\n", ""),
            sample.replace("\n", "\r\n"),
            sample.replace("~", ""),
            sample.replace("*^*", "*!*").replace('*', '|').replace(':', '>').replace('~', '^'),
            sample + sample.replace('*', '+').replace("~\n", "\u001c"))
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("files")
  void segmentsAreThoseOfStaedi(byte[] file) throws Exception {
    List<String> expected = staedi(new ByteArrayInputStream(file));

    assertTrue(expected.size() > 200, "only " + expected.size() + " segments");
    assertEquals(expected, ours(new ByteArrayInputStream(file)));
  }

  private static List<String> staedi(InputStream in) throws Exception {
    EDIInputFactory factory = EDIInputFactory.newFactory();
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
    List<String> segments = new ArrayList<>();
    try (EDIStreamReader reader = factory.createEDIStreamReader(in, "ISO-8859-1")) {
      List<String> parts = new ArrayList<>();
      while (reader.hasNext()) {
        switch (reader.next()) {
          case START_SEGMENT -> parts = new ArrayList<>(List.of(reader.getText()));
          case ELEMENT_DATA -> add(parts, reader);
          case END_SEGMENT -> segments.add(comparable(parts));
          default -> {}
        }
      }
    }
    return segments;
  }

  private static void add(List<String> parts, EDIStreamReader reader) {
    int element = reader.getLocation().getElementPosition();
    while (parts.size() <= element) {
      parts.add("");
    }
    String before = parts.get(element);
    boolean follows = reader.getLocation().getComponentPosition() > 1;
    parts.set(element, follows ? before + " " + reader.getText() : reader.getText());
  }

  private static List<String> ours(InputStream in) throws Exception {
    List<String> segments = new ArrayList<>();
    new X12Segments(in)
        .passTo(
            new SegmentHandler() {
              @Override
              public void segment(X12Segment segment) {
                segments.add(written(segment));
              }

              @Override
              public void malformed(int position, Malformation why) {
                fail("segment " + position + " " + why.reason());
              }

              @Override
              public void cut(int position, boolean endOfFile) {
                fail("cut at " + position);
              }

              @Override
              public void passedOver(int position, boolean isa, boolean endOfFile) {
                fail("passed over after " + position);
              }
            });
    return segments;
  }

  private static String written(X12Segment segment) {
    List<String> parts = new ArrayList<>(List.of(segment.tag()));
    for (int i = 1; i <= MOST_ELEMENTS; i++) {
      parts.add(segment.text(i));
    }
    return comparable(parts);
  }

  /** The elements, up to the last that is there; those of ISA are the delimiters themselves. */
  private static String comparable(List<String> parts) {
    return parts.get(0).equals("ISA")
        ? "ISA"
        : String.join("|", parts).replaceAll(" +", " ").replaceAll("[| ]+$", "");
  }
}
