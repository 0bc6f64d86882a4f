package io.github.cpt76496.examples.catalogsite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things that occur many times, each kept once under a number. */
final class Numbered<T> {

  private final Map<T, Integer> numbers = new LinkedHashMap<>();

  int of(T thing) {
    Integer known = numbers.putIfAbsent(thing, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  /** In the order of their numbers. */
  List<T> all() {
    return List.copyOf(numbers.keySet());
  }
}
