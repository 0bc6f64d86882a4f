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
              "Does the record name imaging other than fluoroscopy?",
              "procedure/imaging-not-fluoroscopy"),
          new Run(
              "Does the procedure that the record names include its imaging, or have a code for it?",
              "procedure/recorded-procedure-includes-by-analogy"),
          new Run(
              "Do the words or the purpose name a study that has a listed code?",
              "procedure/stand-alone-fluoroscopy"),
          new Run(
              "Does a billed procedure include the imaging, or do the words say that none was done?",
              "procedure/guided-code-for-procedure"),
          new Run(
              "Does the record name a purpose that has listed codes of its own?",
              "procedure/drain-changed"),
          new Run(
              "Does a listed code go with what is billed, or is one billed?",
              "procedure/listed-fluoroscopy-code-billed"),
          new Run(
              "Does the record name a purpose whose code goes by organ, route or report?",
              "procedure/surgical-guidance-without-interpretation"),
          new Run(
              "Does NCCI pair a billed procedure with fluoroscopy?",
              "procedure/imaging-included-by-analogy"),
          new Run(
              "Does the record say whether a more specific code exists?",
              "procedure/no-specific-code-attested"),
          new Run(
              "Do the words, the purpose or a modifier leave it open, or is nothing stated?",
              "procedure/not-settled"),
          new Run(
              "Does the date of service lie before the first day of these?",
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
