package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.cpt76496.examples.scrubber.input.x12.Interchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A marker takes the place of each element in turn; no message may repeat it. */
class PrivacyTest {

  private static final String MARKER = "ZQX";

  private static final List<String> SEGMENTS =
      List.of(
          "HL*2*1*22*0",
          "SBR*P*18*******MB",
          "NM1*IL*1*DOE*A****MI*1",
          "NM1*PR*2*PALMETTO GBA*****PI*1",
          "CLM*C1*100***22:B:1*Y*A*Y*Y",
          "PWK*PY*FX***AC*1",
          "NTE*ADD*NOTE",
          "LX*1",
          "SV1*HC:76496:26:59:XU:LT:TEXT*100*UN*1*22**1",
          "DTP*472*D8*20260302",
          "NTE*ADD*NOTE");

  @TempDir Path folder;

  @Test
  void noMessageRepeatsAnElement() throws IOException {
    int runs = 0;
    for (int i = 0; i < SEGMENTS.size(); i++) {
      String[] parts = SEGMENTS.get(i).split("(?<=[*:])|(?=[*:])", -1);
      for (int j = 2; j < parts.length; j++) {
        if (parts[j].isEmpty() || parts[j].equals("*") || parts[j].equals(":")) {
          continue;
        }
        boolean claimId = i == 4 && j == 2;
        String[] marked = parts.clone();
        marked[j] = MARKER;
        String[] segments = SEGMENTS.toArray(String[]::new);
        segments[i] = String.join("", marked);
        Path file = Files.writeString(folder.resolve("file"), Interchange.professional(segments));

        ScrubberRun text = ScrubberRun.of(file.toString());

        assertFalse(text.err().contains(MARKER), segments[i] + ": " + text.err());
        assertEquals(claimId, text.out().contains(MARKER), segments[i] + ": " + text.out());
        runs++;
      }
    }
    assertEquals(51, runs);
  }
}
