package io.github.cpt76496.examples.catalogsite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every combination of choices gives, as text that a page can look up. Of choices that give
 * the same for any other choice, one column is kept.
 *
 * @param classes for each dimension the column of each choice
 * @param sizes for each dimension the number of columns
 * @param width digits of one entry
 * @param text the entries, the last dimension running fastest
 */
record LookupTable(List<List<Integer>> classes, List<Integer> sizes, int width, String text) {

  /** Digits of the entries; none of them has a meaning in JSON or HTML. */
  static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

  /**
   * Folds a full table.
   *
   * @param values the value of each combination, the last dimension running fastest
   * @param choices the number of choices in each dimension
   * @param distinct how many values there are
   */
  static LookupTable of(int[] values, int[] choices, int distinct) {
    int width = distinct <= DIGITS.length() ? 1 : 2;
    if (distinct > DIGITS.length() * DIGITS.length()) {
      throw new IllegalStateException(distinct + " different answers are too many for the page");
    }
    int[] folded = values;
    int[] sizes = choices.clone();
    List<List<Integer>> classes = new ArrayList<>();
    for (int dimension = 0; dimension < choices.length; dimension++) {
      int[] columns = columns(folded, sizes, dimension);
      folded = fold(folded, sizes, dimension, columns);
      sizes[dimension] = count(columns);
      classes.add(Arrays.stream(columns).boxed().toList());
    }
    StringBuilder text = new StringBuilder(folded.length * width);
    for (int value : folded) {
      if (width == 2) {
        text.append(DIGITS.charAt(value / DIGITS.length()));
      }
      text.append(DIGITS.charAt(value % DIGITS.length()));
    }
    return new LookupTable(
        List.copyOf(classes), Arrays.stream(sizes).boxed().toList(), width, text.toString());
  }

  private static int[] columns(int[] values, int[] sizes, int dimension) {
    Map<List<Integer>, Integer> known = new HashMap<>();
    int[] columns = new int[sizes[dimension]];
    for (int choice = 0; choice < columns.length; choice++) {
      columns[choice] =
          known.computeIfAbsent(slice(values, sizes, dimension, choice), s -> known.size());
    }
    return columns;
  }

  private static List<Integer> slice(int[] values, int[] sizes, int dimension, int choice) {
    int stride = stride(sizes, dimension);
    List<Integer> slice = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (i / stride % sizes[dimension] == choice) {
        slice.add(values[i]);
      }
    }
    return slice;
  }

  private static int[] fold(int[] values, int[] sizes, int dimension, int[] columns) {
    int stride = stride(sizes, dimension);
    int kept = count(columns);
    int[] folded = new int[values.length / sizes[dimension] * kept];
    for (int i = 0; i < values.length; i++) {
      int choice = i / stride % sizes[dimension];
      int before = i / (stride * sizes[dimension]);
      folded[(before * kept + columns[choice]) * stride + i % stride] = values[i];
    }
    return folded;
  }

  private static int stride(int[] sizes, int dimension) {
    int stride = 1;
    for (int later = dimension + 1; later < sizes.length; later++) {
      stride *= sizes[later];
    }
    return stride;
  }

  private static int count(int[] columns) {
    int highest = 0;
    for (int column : columns) {
      highest = Math.max(highest, column);
    }
    return highest + 1;
  }
}
