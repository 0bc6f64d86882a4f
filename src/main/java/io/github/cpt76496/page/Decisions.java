package io.github.cpt76496.page;

/** What the rules decide about payers' tables, once, while the library is loaded. */
public interface Decisions {

  /** The statement holds for the claim. */
  void holds(StatementAndClaim pair);

  /** The plan's statement takes precedence, and the other is not reported. */
  void planTakesPrecedence(PlanAndFamily pair);

  /** The other statement takes precedence, and the plan's is not reported. */
  void familyTakesPrecedence(PlanAndFamily pair);
}
