package io.github.cpt76496.internal;

import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.internal.CatalogEntry.Stated;
import io.github.cpt76496.page.Decisions;
import io.github.cpt76496.page.PlanAndFamily;
import io.github.cpt76496.page.Rules;
import io.github.cpt76496.page.StatementAndClaim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the rules decide about the tables: whether a payer's statement holds for a claim, and
 * whether a plan's statement takes precedence over its family's. Neither depends on more of a claim
 * than its program and form, so that a session for every claim would find the same again and again.
 *
 * <p>Filled on one thread, and unchanged from then on.
 */
final class TableDecisions implements Decisions {

  /** By {@link #key}: the hash of a record sets up a call site, which holds its class loader. */
  private final Set<String> holding = new HashSet<>();

  private final boolean[] precedence = new boolean[36];

  private TableDecisions() {}

  /** Lets the rules decide about every pair of scopes, and about these statements. */
  static TableDecisions by(Rules rules, Collection<StatementAndClaim> statements) {
    List<Object> open = new ArrayList<>(statements);
    for (Scope plan : Scope.values()) {
      for (Scope family : Scope.values()) {
        for (boolean unverified : new boolean[] {false, true}) {
          open.add(new PlanAndFamily(true, breadth(plan), breadth(family), unverified));
          open.add(new PlanAndFamily(false, breadth(plan), breadth(family), unverified));
        }
      }
    }
    TableDecisions decisions = new TableDecisions();
    rules.decide(open, decisions);
    return decisions;
  }

  @Override
  public void holds(StatementAndClaim pair) {
    holding.add(key(pair));
  }

  @Override
  public void planTakesPrecedence(PlanAndFamily pair) {
    precedence[
            place(
                pair.planStatesRule(),
                pair.planBreadth(),
                pair.familyBreadth(),
                pair.familyUnverified())] =
        true;
  }

  boolean hold(StatementAndClaim pair) {
    return holding.contains(key(pair));
  }

  /** Whether a plan's statement takes precedence over one of its family or for any payer. */
  boolean planTakesPrecedence(Stated ofPlan, Stated other) {
    return precedence[
        place(
            ofPlan.match() == PayerMatch.PLAN,
            breadth(ofPlan.scope()),
            breadth(other.scope()),
            other.isUnverified())];
  }

  private static int place(
      boolean planStatesRule, int planBreadth, int familyBreadth, boolean familyUnverified) {
    return (familyUnverified ? 18 : 0) + (planStatesRule ? 9 : 0) + 3 * planBreadth + familyBreadth;
  }

  static String key(StatementAndClaim pair) {
    return String.join(
        "|",
        String.join(",", pair.linesOfBusiness()),
        String.join(",", pair.forms()),
        pair.lineOfBusiness(),
        pair.form());
  }

  private static int breadth(Scope scope) {
    return switch (scope) {
      case NAMES_76496 -> 0;
      case GENERAL_UNLISTED_RULE -> 1;
      case GENERAL_RULE -> 2;
    };
  }
}
