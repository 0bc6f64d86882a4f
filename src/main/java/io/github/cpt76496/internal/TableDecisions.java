package io.github.cpt76496.internal;

import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.internal.CatalogEntry.Stated;
import io.github.cpt76496.page.Decisions;
import io.github.cpt76496.page.PlanAndFamily;
import io.github.cpt76496.page.Rules;
import io.github.cpt76496.page.StatementAndClaim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the rules decide about the tables: whether a payer's statement holds for a claim, and
 * whether a plan's statement takes precedence over its family's. Neither depends on more of a claim
 * than its program and form, so that a session for every claim would find the same again and again.
 *
 * <p>Filled on one thread, and unchanged from then on.
 */
final class TableDecisions implements Decisions {

  /**
   * The programs and forms for which a statement holds, by the {@link #key} of what it names: the
   * hash of a record would set up a call site, which holds its class loader.
   */
  private final Map<String, Map<LineOfBusiness, Set<Form>>> holding = new HashMap<>();

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
    String key = key(pair.linesOfBusiness(), pair.forms());
    Map<LineOfBusiness, Set<Form>> programs = holding.get(key);
    if (programs == null) {
      programs = new EnumMap<>(LineOfBusiness.class);
      holding.put(key, programs);
    }
    LineOfBusiness program = LineOfBusiness.valueOf(pair.lineOfBusiness());
    Set<Form> forms = programs.get(program);
    if (forms == null) {
      forms = EnumSet.noneOf(Form.class);
      programs.put(program, forms);
    }
    forms.add(Form.valueOf(pair.form()));
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

  /** The programs and forms for which a statement that names these holds. */
  Map<LineOfBusiness, Set<Form>> holding(List<String> linesOfBusiness, List<String> forms) {
    return holding.getOrDefault(key(linesOfBusiness, forms), Map.of());
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

  /** What a statement names, as a text. */
  static String key(List<String> linesOfBusiness, List<String> forms) {
    return String.join("|", String.join(",", linesOfBusiness), String.join(",", forms));
  }

  private static int breadth(Scope scope) {
    return switch (scope) {
      case NAMES_76496 -> 0;
      case GENERAL_UNLISTED_RULE -> 1;
      case GENERAL_RULE -> 2;
    };
  }
}
