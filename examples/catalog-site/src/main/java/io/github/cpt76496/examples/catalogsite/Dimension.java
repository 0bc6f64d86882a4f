package io.github.cpt76496.examples.catalogsite;

import java.util.List;

/**
 * One thing that a reader may vary in the form.
 *
 * @param key its name in the page
 * @param label the same in words
 * @param choices what to choose from; the first stands for what most readers start with
 */
record Dimension(String key, String label, List<Choice> choices) {

  /**
   * A choice.
   *
   * @param group the heading under which it stands, or empty
   * @param label in words
   */
  record Choice(String group, String label) {}
}
