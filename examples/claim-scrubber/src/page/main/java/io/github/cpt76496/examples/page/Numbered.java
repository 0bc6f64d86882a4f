package io.github.cpt76496.examples.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers what many lines share, so that the page holds each of it once. */
public final class Numbered<T> {

  private final Map<T, Integer> numbers = new LinkedHashMap<>();

  /** The number of a thing, which is its first one where it was asked for before. */
  public int of(T shared) {
    Integer known = numbers.putIfAbsent(shared, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  /** In the order of their numbers, from 0. */
  public List<T> all() {
    return List.copyOf(numbers.keySet());
  }
}
