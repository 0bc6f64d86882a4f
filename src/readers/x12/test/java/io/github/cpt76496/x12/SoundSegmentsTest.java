package io.github.cpt76496.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SoundSegmentsTest {

  static Stream<String> files() throws IOException {
    String sample = Files.readString(Path.of("../../../examples/claims/all-claims.837"));
    return Stream.of(
        sample,
        sample.replace("\n", ""),
        sample.replace("\n", "\r\n"),
        sample.replace("~", ""),
        sample.replace("*^*", "*!*").replace('*', '|').replace(':', '>').replace('~', '^'),
        sample + sample.replace('*', '+').replace("~\n", "\u001c"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void soundFilePassesAsItIs_lineBreaksAside(String file) throws IOException {
    SoundSegments sound =
        new SoundSegments(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    StringBuilder passed = new StringBuilder();
    SegmentRun run = new SegmentRun();
    while (sound.nextInterchange(run)) {
      passed.append(sound.header());
      while (sound.inInterchange()) {
        sound.readSegment(run);
      }
      passed.append(new String(run.bytes(), StandardCharsets.UTF_8));
      run.clear();
    }

    boolean lineBreakIsTerminator = file.charAt(105) == '\n';
    assertEquals(lineBreakIsTerminator ? file : file.replaceAll("[\r\n]", ""), passed.toString());
  }

  @ParameterizedTest
  @MethodSource("files")
  void interchangeThatIsNotReadIsPassedOver(String file) throws IOException {
    SoundSegments sound =
        new SoundSegments(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    int interchanges = 0;
    SegmentRun run = new SegmentRun();
    while (sound.nextInterchange(run)) {
      sound.skipInterchange();
      interchanges++;
    }

    assertEquals(file.split("ISA[*|+]00", -1).length - 1, interchanges);
    assertFalse(sound.inInterchange());
    assertFalse(sound.nextInterchange(run));
    assertEquals(0, run.bytes().length);
  }
}
