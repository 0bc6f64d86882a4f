package io.github.cpt76496.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    while (sound.nextInterchange()) {
      passed.append(new String(sound.readAllBytes(), StandardCharsets.UTF_8));
    }

    boolean lineBreakIsTerminator = file.charAt(105) == '\n';
    assertEquals(lineBreakIsTerminator ? file : file.replaceAll("[\r\n]", ""), passed.toString());
    assertTrue(sound.left().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("files")
  void interchangeThatIsNotReadIsPassedOver(String file) throws IOException {
    SoundSegments sound =
        new SoundSegments(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    int interchanges = 0;
    while (sound.nextInterchange()) {
      interchanges++;
    }

    assertEquals(file.split("ISA[*|+]00", -1).length - 1, interchanges);
    assertEquals(-1, sound.read());
    assertFalse(sound.nextInterchange());
  }
}
