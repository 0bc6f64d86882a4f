package io.github.cpt76496.internal;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Codes of which something is known. Most codes of a claim have five digits: whether the set holds
 * one of those is seen at one look. Filled on one thread, and unchanged from then on.
 */
final class CodeSet {

  private static final int DIGITS = 5;

  private final BitSet numbers = new BitSet(100_000);

  /** Ranges of other codes that do not meet, as {@link CodeRow#sortKey}: the last by the first. */
  private final TreeMap<Long, Long> others = new TreeMap<>();

  /** Adds ranges of codes, by {@link CodeRow#sortKey}. */
  void add(long[] firstKeys, long[] lastKeys) {
    for (int i = 0; i < firstKeys.length; i++) {
      add(firstKeys[i], lastKeys[i]);
    }
  }

  /** Adds a code. */
  void add(String code) {
    long key = CodeRow.sortKey(code);
    add(key, key);
  }

  private void add(long firstKey, long lastKey) {
    int number = CodeRow.fiveDigits(firstKey);
    if (number >= 0) {
      numbers.set(number, CodeRow.fiveDigits(lastKey) + 1);
      return;
    }
    long first = firstKey;
    long last = lastKey;
    Map.Entry<Long, Long> known = others.floorEntry(last);
    while (known != null && known.getValue() >= first) {
      others.remove(known.getKey());
      first = Math.min(first, known.getKey());
      last = Math.max(last, known.getValue());
      known = others.floorEntry(last);
    }
    others.put(first, last);
  }

  boolean holds(String code) {
    int number = number(code);
    if (number >= 0) {
      return numbers.get(number);
    }
    long key = CodeRow.sortKey(code);
    Map.Entry<Long, Long> range = others.floorEntry(key);
    return range != null && range.getValue() >= key;
  }

  /** A code of five digits as a number, any other as -1. */
  private static int number(String code) {
    if (code.length() != DIGITS) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < DIGITS; i++) {
      int digit = code.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
