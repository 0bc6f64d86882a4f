package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  private static final List<String> EDITS =
      List.of(
          "modifier/26-missing-in-facility",
          "modifier/26-in-facility",
          "modifier/tc-in-facility",
          "procedure/not-settled");

  @Test
  void aSlipIsForgiven() {
    assertEquals(List.of("procedure/not-settled"), Nearest.to("procedure/not-setled", EDITS));
    assertEquals(List.of("procedure/not-settled"), Nearest.to("PROCEDURE/NOT-STETLED", EDITS));
  }

  @Test
  void theFolderMayBeLeftOut() {
    assertEquals(
        List.of("modifier/26-missing-in-facility"), Nearest.to("26-missing-in-facilty", EDITS));
  }

  @Test
  void aPartIsNearerThanASlip() {
    assertEquals(
        List.of(
            "modifier/26-in-facility",
            "modifier/tc-in-facility",
            "modifier/26-missing-in-facility"),
        Nearest.to("in-facility", EDITS));
  }

  @Test
  void whatIsFarIsNotNamed() {
    assertEquals(List.of(), Nearest.to("documentation", EDITS));
    assertEquals("", Nearest.inWords("documentation", EDITS));
    assertEquals("; nearest: a, b", Nearest.inWords("c", List.of("b", "a")));
  }
}
