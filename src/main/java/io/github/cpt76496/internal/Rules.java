package io.github.cpt76496.internal;

import java.util.List;

/**
 * Every rule of the rule set, in a form that runs.
 *
 * <p>Public because a class that the build writes into the package of the rules implements it.
 */
public interface Rules {

  /**
   * Runs the rules on the lines of one claim that are billed with 76496, at least one. What they
   * report lands in the findings; in which order is of no account.
   */
  void run(List<LineFacts> facts, Findings findings);
}
