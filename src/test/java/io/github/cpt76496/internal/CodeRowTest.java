package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of one kind lie together, in their order. */
class CodeRowTest {

  @Test
  void codesOfOneKindAreInTheirOrder() {
    for (List<String> codes :
        List.of(
            List.of("00000", "00001", "00009", "00010", "76496", "99999"),
            List.of("0000T", "0001T", "0054T", "0200T", "9999T"),
            List.of("A0000", "A0009", "A0010", "A9999"),
            List.of("AA", "ZZ"),
            List.of("ZZZZZZZ0", "ZZZZZZZ9"),
            List.of("00000000", "99999999"))) {
      for (int i = 1; i < codes.size(); i++) {
        long before = CodeRow.sortKey(codes.get(i - 1));
        assertTrue(before < CodeRow.sortKey(codes.get(i)), codes.get(i));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0200T, 0202T, 0201U",
    "0200T, 0202T, 0201F",
    "0200T, 0202T, 02010",
    "0200T, 0202T, A0201",
    "A0100, A0900, B0500",
    "A0100, A0900, 00500",
    "00537, 00560, 0054T",
    "00537, 00560, 0548",
    "00537, 00560, 000548",
    "00100, 99999, 0201U"
  })
  void noCodeOfAnotherKindLiesInARange(String first, String last, String other) {
    assertTrue(CodeRow.sameKind(first, last));
    assertFalse(CodeRow.sameKind(first, other));
    assertFalse(CodeRow.sameKind(other, last));
    long key = CodeRow.sortKey(other);
    assertTrue(key > 0);
    assertFalse(
        CodeRow.sortKey(first) <= key && key <= CodeRow.sortKey(last),
        () -> other + " lies in " + first + "-" + last);
  }

  @ParameterizedTest
  @CsvSource({"37220, 37221", "37229, 37230", "0809T, 0810T", "A0999, A1000", "9Z9, 0Z0"})
  void theNextCodeIsOfTheSameKind(String code, String next) {
    assertEquals(next, CodeRow.next(code));
  }

  @Test
  void theLongestCodesLieInTheKindsOfTheirOwn() {
    assertTrue(CodeRow.sortKey("99999999") < CodeRow.sortKey("0000000A"));
    assertTrue(CodeRow.sortKey("ZZZZZZZZ") > CodeRow.sortKey("ZZZZZZZ9"));
    assertTrue(CodeRow.sortKey("9999999") < CodeRow.sortKey("00000000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7649/", "7649:", "7649@", "7649[", "7649a", "7649 ", "764960000"})
  void whatIsNoCodeHasNoPlace(String text) {
    assertEquals(CodeRow.NO_CODE, CodeRow.sortKey(text));
  }
}
