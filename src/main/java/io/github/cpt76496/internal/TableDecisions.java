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
 * What the rules decide about the tables: whether a payer's statement holds for a claim, and which
 * of two statements about one document takes precedence. Neither depends on more of a claim than
 * its program and form, so that a session for every claim would find the same again and again.
 *
 * <p>Filled on one thread, and unchanged from then on.
 */
final class TableDecisions implements Decisions {

  private static final int PAIRS = 144;
  private static final boolean[] EITHER = {false, true};

  /**
   * The programs and forms for which a statement holds, by the {@link #key} of what it names: the
   * hash of a record would set up a call site, which holds its class loader.
   */
  private final Map<String, Map<LineOfBusiness, Set<Form>>> holding = new HashMap<>();

  private final boolean[] planFirst = new boolean[PAIRS];
  private final boolean[] familyFirst = new boolean[PAIRS];

  private TableDecisions() {}

  /** Lets the rules decide about every pair of scopes, and about these statements. */
  static TableDecisions by(Rules rules, Collection<StatementAndClaim> statements) {
    List<Object> open = new ArrayList<>(statements);
    for (Scope plan : Scope.values()) {
      for (Scope family : Scope.values()) {
        for (boolean states : EITHER) {
          for (boolean unverified : EITHER) {
            for (boolean other : EITHER) {
              for (boolean any : EITHER) {
                open.add(
                    new PlanAndFamily(
                        states, unverified, breadth(plan), breadth(family), other, any));
              }
            }
          }
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
    planFirst[place(pair)] = true;
  }

  @Override
  public void familyTakesPrecedence(PlanAndFamily pair) {
    familyFirst[place(pair)] = true;
  }

  /** The programs and forms for which a statement that names these holds. */
  Map<LineOfBusiness, Set<Form>> holding(List<String> linesOfBusiness, List<String> forms) {
    return holding.getOrDefault(key(linesOfBusiness, forms), Map.of());
  }

  /** Whether one of two statements about a document takes precedence over the other. */
  boolean takesPrecedence(Stated one, Stated other) {
    if (one.level() == other.level()) {
      return false;
    }
    return one.level().compareTo(other.level()) < 0
        ? planFirst[place(one, other)]
        : familyFirst[place(other, one)];
  }

  private static int place(Stated plan, Stated family) {
    return place(
        new PlanAndFamily(
            plan.match() != PayerMatch.NONE,
            plan.isUnverified(),
            breadth(plan.scope()),
            breadth(family.scope()),
            family.isUnverified(),
            family.level() == PayerMatch.NONE));
  }

  private static int place(PlanAndFamily pair) {
    return (pair.forAnyPayer() ? 72 : 0)
        + (pair.familyUnverified() ? 36 : 0)
        + (pair.planUnverified() ? 18 : 0)
        + (pair.planStatesRule() ? 9 : 0)
        + 3 * pair.planBreadth()
        + pair.familyBreadth();
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
