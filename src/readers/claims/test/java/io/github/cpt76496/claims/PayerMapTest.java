package io.github.cpt76496.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A payer map that a program builds; the rows of a file are tried in {@code cpt76496-edits-csv}.
 */
class PayerMapTest {

  private static final Payer AETNA = Payer.of(Family.AETNA);
  private static final Payer CIGNA = Payer.of(Family.CIGNA);

  @Test
  void rowsComeBeforeWhatTheLibraryKnows() {
    PayerMap map = PayerMap.builder().id("60054", CIGNA).name("Health of *", AETNA).build();

    assertEquals(MappedPayer.of(CIGNA), map.payer("60054", List.of(), "", ""));
    assertEquals(MappedPayer.of(AETNA), map.payer("", List.of(), "HEALTH OF OHIO", ""));
    assertEquals(MappedPayer.of(AETNA), PayerMap.packaged().payer("60054", List.of(), "", ""));
  }

  @Test
  void aMapDoesNotChangeWithItsBuilder() {
    PayerMap.Builder builder = PayerMap.builder().id("1", CIGNA);
    PayerMap map = builder.build();
    builder.id("2", AETNA);

    assertEquals(Payer.UNKNOWN, map.payer("2", List.of(), "", "").payer());
    assertEquals(AETNA, builder.build().payer("2", List.of(), "", "").payer());
  }

  @Test
  void theCureIsInTheWordsOfTheProgram() {
    PayerMap map = PayerMap.builder().id("1", CIGNA).build();
    String fact = "its id is not among those that are known; ";

    assertEquals(
        fact + "to map it, give the reader a PayerMap with its row",
        map.payer("NONE", List.of(), "", "").notice());
    assertEquals(
        new MappedPayer(Payer.UNKNOWN, fact + "ask the billing office"),
        map.withCure("ask the billing office").payer("NONE", List.of(), "", ""));
    assertEquals(
        MappedPayer.of(CIGNA),
        map.withCure("ask the billing office").payer("1", List.of(), "", ""));
  }

  @Test
  void aRowThatSaysNothingOrTwiceIsRefused() {
    PayerMap.Builder rows = PayerMap.builder().id("1", CIGNA).name("A*", CIGNA);

    assertRefused("payer_id: empty; name the payer", () -> rows.id(" ", AETNA));
    assertRefused("payer_id: listed twice; keep one of the rows", () -> rows.id("1", AETNA));
    assertRefused("name_pattern: empty; name the payer", () -> rows.name("", AETNA));
    assertRefused(
        "name_pattern: matches every name; add the text that the names share",
        () -> rows.name("**", AETNA));
    assertRefused("name_pattern: listed twice; keep one of the rows", () -> rows.name("a*", AETNA));
  }

  private static void assertRefused(String message, Runnable row) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, row::run).getMessage());
  }
}
