package io.github.cpt76496.page;

import java.util.List;

/**
 * Every rule of a rule set, in a form that runs. What the rules report goes into the findings; the
 * order in which they run does not matter.
 */
public interface Rules {

  /** Runs the rules on the lines of one claim that are billed with 76496, at least one. */
  void run(List<? extends LineFacts> lines, Findings findings);

  /**
   * Decides about the tables, while the library is loaded.
   *
   * @param pairs each a {@link StatementAndClaim} or a {@link PlanAndFamily}
   */
  void decide(List<Object> pairs, Decisions decisions);
}
