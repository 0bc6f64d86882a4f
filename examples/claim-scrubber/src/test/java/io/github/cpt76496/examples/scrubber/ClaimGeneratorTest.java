package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.examples.scrubber.ClaimGenerator.Mix;
import java.io.IOException;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimGeneratorTest {

  private static String file(int claims, Mix mix, long seed) throws IOException {
    StringWriter out = new StringWriter();
    ClaimGenerator.write(out, claims, mix, seed);
    return out.toString();
  }

  private static long count(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  @Test
  void sameSeedGivesTheSameFile() throws IOException {
    assertEquals(file(100, Mix.RADIOLOGY, 1), file(100, Mix.RADIOLOGY, 1));
    assertTrue(!file(100, Mix.RADIOLOGY, 1).equals(file(100, Mix.RADIOLOGY, 2)));
  }

  @Test
  void trailersCountWhatTheyClose() throws IOException {
    String text = file(5001, Mix.ALL, 1);

    assertEquals(5001, count("~\nCLM\\*", text));
    assertEquals(2, count("~\nST\\*", text));
    assertTrue(text.endsWith("GE*2*1~\nIEA*1*000000001~\n"));
    int first = text.indexOf("ST*837*1*");
    int end = text.indexOf("SE*");
    long segments = count("~\n", text.substring(first, end)) + 1;
    assertTrue(text.startsWith("SE*" + segments + "*1~\n", end), text.substring(end, end + 20));
    assertEquals('~', text.charAt(105));
  }

  @ParameterizedTest
  @CsvSource({"CLEARING_HOUSE,0,5", "RADIOLOGY,600,800", "ALL,69000,71000"})
  void mixDecidesHowOftenTheCodeIsBilled(Mix mix, long least, long most) throws IOException {
    long billed = count("SV1\\*HC:76496", file(20_000, mix, 1));

    assertTrue(billed >= least && billed <= most, "billed " + billed);
  }
}
