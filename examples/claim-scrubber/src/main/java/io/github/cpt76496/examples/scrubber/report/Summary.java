package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Modifier26;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** Totals by answer, payer and edit, as lines of text. */
public final class Summary {

  private Summary() {}

  public static List<String> of(Tally tally) {
    List<String> text = new ArrayList<>();
    text.add("");
    text.add("Summary");
    List<Entry<String, Long>> answers = new ArrayList<>();
    for (CodeApplies answer : CodeApplies.values()) {
      answers.add(Map.entry(answer.name(), tally.lines(answer)));
    }
    add(text, "Does 76496 apply?", answers);
    answers.clear();
    for (Modifier26 answer : Modifier26.values()) {
      answers.add(Map.entry(answer.name(), tally.lines(answer)));
    }
    add(text, "Is modifier 26 valid?", answers);
    add(text, "Lines by payer", tally.payers());
    add(text, "Findings by edit", tally.edits());
    return text;
  }

  private static void add(List<String> text, String title, List<Entry<String, Long>> counts) {
    text.add("  " + title);
    for (Entry<String, Long> count : counts) {
      text.add(String.format("  %,10d  %s", count.getValue(), count.getKey()));
    }
  }
}
