package io.github.cpt76496.examples.catalogsite;

import io.github.cpt76496.Edit.Question;
import io.github.cpt76496.examples.catalogsite.Catalog.Entry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * How the first question is decided. The edits that answer it stand in the order of the catalogue,
 * and the first whose condition holds is the answer; a step is a run of them that ask alike.
 *
 * @param steps in order
 */
record DecisionFlow(List<Step> steps) {

  /**
   * Edits that ask alike.
   *
   * @param asks what is asked, in words
   * @param answers the edits, in order
   */
  record Step(String asks, List<Entry> answers) {}

  /** What a run of edits asks; it ends with the edit named. */
  private record Run(String asks, String last) {}

  private static final List<Run> RUNS =
      List.of(
          new Run(
              "Does NCCI pair 76496 with a procedure billed on the same date?",
              "procedure/ncci-pair-with-distinct-service"),
          new Run(
              "Does a code billed on the same date hold the imaging, or have its own imaging code?",
              "procedure/imaging-included-by-analogy"),
          new Run(
              "Does the procedure that the record names hold its imaging, or have a code for it?",
              "procedure/listed-imaging-beside-recorded-procedure"),
          new Run("Was the imaging not fluoroscopy?", "procedure/imaging-not-fluoroscopy"),
          new Run(
              "Does the record name a purpose for which a code is listed?",
              "procedure/motion-recorded"),
          new Run(
              "A purpose with listed codes, and nobody attests that none of them fits?",
              "procedure/stand-alone-fluoroscopy-without-report"),
          new Run(
              "Fluoroscopy during an operation, and no written interpretation?",
              "procedure/surgical-guidance-without-interpretation"),
          new Run(
              "Does the record say whether a more specific code exists?",
              "procedure/no-specific-code-attested"),
          new Run("A purpose that leaves the procedure open?", "procedure/surgical-guidance"),
          new Run("Nothing of all this?", "procedure/not-settled"),
          new Run(
              "A date of service for which none of these is in force yet?",
              "procedure/date-before-rule-set"));

  /**
   * @throws IllegalStateException if an edit that answers the question is in no step
   */
  static DecisionFlow of(Catalog catalog) {
    List<Step> steps = new ArrayList<>();
    Iterator<Run> runs = RUNS.iterator();
    List<Entry> answers = new ArrayList<>();
    Run run = runs.next();
    for (Entry entry : catalog.of(Question.PROCEDURE)) {
      if (entry.page().key("answer").isEmpty()) {
        continue;
      }
      if (run == null) {
        throw new IllegalStateException(entry.id() + ": in no step of the decision flow");
      }
      answers.add(entry);
      if (entry.id().equals(run.last())) {
        steps.add(new Step(run.asks(), List.copyOf(answers)));
        answers.clear();
        run = runs.hasNext() ? runs.next() : null;
      }
    }
    if (run != null) {
      throw new IllegalStateException(run.last() + ": not where the decision flow expects it");
    }
    return new DecisionFlow(List.copyOf(steps));
  }
}
