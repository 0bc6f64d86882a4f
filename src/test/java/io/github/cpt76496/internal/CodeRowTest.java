package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of one shape lie together, in their order. */
class CodeRowTest {

  @Test
  void codesOfOneShapeAreInTheirOrder() {
    for (List<String> codes :
        List.of(
            List.of("00000", "00001", "00009", "00010", "76496", "99999"),
            List.of("0000A", "0000Z", "0054T", "0055A", "9999Z"),
            List.of("A0000", "A0009", "A0010", "B0000", "Z9999"),
            List.of("00000000", "99999999"))) {
      for (int i = 1; i < codes.size(); i++) {
        long before = CodeRow.sortKey(codes.get(i - 1));
        long key = CodeRow.sortKey(codes.get(i));
        assertTrue(before < key, codes.get(i));
        assertTrue(CodeRow.sameShape(before, key), codes.get(i));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"76496, 0054T", "76496, A0000", "0054T, A0000", "7649, 76496", "76496, 076496"})
  void codesOfTwoShapesLieApart(String code, String other) {
    long key = CodeRow.sortKey(code);
    long otherKey = CodeRow.sortKey(other);
    assertFalse(CodeRow.sameShape(key, otherKey));
    assertTrue(CodeRow.sortKey("0".repeat(code.length())) > 0);
    assertEquals(
        key < otherKey, CodeRow.sortKey(lowest(code)) < CodeRow.sortKey(lowest(other)), code);
  }

  /** The first code of a code's shape. */
  private static String lowest(String code) {
    return code.replaceAll("[0-9]", "0").replaceAll("[A-Z]", "A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7649/", "7649:", "7649@", "7649[", "7649a", "7649 ", "764960000"})
  void whatIsNoCodeHasNoPlace(String text) {
    assertEquals(CodeRow.NO_CODE, CodeRow.sortKey(text));
  }
}
