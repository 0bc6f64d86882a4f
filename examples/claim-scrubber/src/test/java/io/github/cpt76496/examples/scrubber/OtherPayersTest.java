package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.x12.Interchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A claim that names several payers is reviewed for one, and says so. */
class OtherPayersTest {

  private static final String CLAIM =
      Interchange.professional(
          "HL*2*1*22*0",
          "SBR*S*18*******CI",
          "NM1*PR*2*AETNA",
          "CLM*C1*100***22:B:1",
          "SBR*P*18*******MB",
          "NM1*PR*2*PALMETTO GBA",
          "SBR*T",
          "LX*1",
          "SV1*HC:76496:26*100*UN*1",
          "DTP*472*D8*20260302");

  @TempDir Path folder;

  @Test
  void textNamesThem() throws IOException {
    String out = ScrubberRun.of(file(CLAIM)).out();

    assertTrue(
        out.contains(
            "Payer AETNA, rules of the payer family\nAlso names payers MEDICARE/PALMETTO_GBA,"
                + " UNKNOWN; reviewed for the one it is\n  addressed to\n  Line 1"),
        out);
  }

  @Test
  void jsonListsThem() throws IOException {
    String out = ScrubberRun.of("--format=json", file(CLAIM)).out();

    assertEquals(
        "\"otherPayers\":[{\"family\":\"MEDICARE\",\"plan\":\"PALMETTO_GBA\","
            + "\"lineOfBusiness\":\"MEDICARE_FFS\"},{\"family\":\"UNKNOWN\",\"plan\":null,"
            + "\"lineOfBusiness\":\"NOT_STATED\"}],",
        out.substring(out.indexOf("\"otherPayers\""), out.indexOf("\"lines\"")));
  }

  @Test
  void nothingIsSaid_whenThereAreNone() throws IOException {
    String one = CLAIM.replaceAll("SBR\\*[PT][^~]*~\n", "").replace("NM1*PR*2*PALMETTO GBA~\n", "");

    assertTrue(!ScrubberRun.of(file(one)).out().contains("Also names"));
    assertTrue(!ScrubberRun.of("--format=json", file(one)).out().contains("otherPayers"));
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("claims"), text).toString();
  }
}
