package io.github.cpt76496.examples.scrubber.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers what many lines share, so that the page holds each of it once. */
final class Numbered<T> {

  private final Map<T, Integer> numbers = new LinkedHashMap<>();

  int of(T shared) {
    Integer known = numbers.putIfAbsent(shared, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  /** In the order of their numbers, from 0. */
  List<T> all() {
    return List.copyOf(numbers.keySet());
  }
}
