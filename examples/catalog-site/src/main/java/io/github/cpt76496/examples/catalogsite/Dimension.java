package io.github.cpt76496.examples.catalogsite;

import io.github.cpt76496.claims.FactQuestion;
import java.util.List;
import java.util.Map;

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
   * @param states what it answers, each a field of {@link FactQuestion} with its answer
   */
  record Choice(String group, String label, Map<String, String> states) {

    /** A choice that answers no question. */
    Choice(String group, String label) {
      this(group, label, Map.of());
    }
  }
}
