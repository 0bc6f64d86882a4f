package io.github.cpt76496.examples.catalogsite;

import io.github.cpt76496.Edit.Question;
import io.github.cpt76496.examples.catalogsite.Catalog.Entry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * How the first question is decided. The edits that answer it stand in the order of the catalog,
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
              "Was the imaging not fluoroscopy, by the record?",
              "procedure/imaging-not-fluoroscopy"),
          new Run(
              "Does the procedure that the record names include its imaging, or have a code for it?",
              "procedure/recorded-procedure-includes-by-analogy"),
          new Run(
              "Do the words name a listed study, or the record a study of its own?",
              "procedure/stand-alone-fluoroscopy"),
          new Run(
              "Does a procedure billed for the same date include the imaging?",
              "procedure/guided-code-for-procedure"),
          new Run(
              "Does the record name a purpose with one listed code?", "procedure/drain-changed"),
          new Run(
              "Does a listed code go with what is billed, or is one billed?",
              "procedure/listed-fluoroscopy-code-billed"),
          new Run(
              "A purpose whose code goes by organ, route or report?",
              "procedure/surgical-guidance-without-interpretation"),
          new Run(
              "An NCCI pair, and no modifier, attestation or purpose that overrides it?",
              "procedure/imaging-included-by-analogy"),
          new Run(
              "Does the record say whether a more specific code exists?",
              "procedure/no-specific-code-attested"),
          new Run(
              "What is left open: a study or an operation without a name, a modifier for a"
                  + " distinct service, none of these?",
              "procedure/not-settled"),
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
