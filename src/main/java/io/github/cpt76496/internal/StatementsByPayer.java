package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.internal.CatalogEntry.Requirement;
import io.github.cpt76496.page.StatementAndClaim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of every payer, ready for each program and claim form; never changed once made. */
final class StatementsByPayer {

  /** The rows that hold for a program and form. */
  private static final class Holding {
    final Map<LineOfBusiness, Map<Form, List<PayerRow>>> rows = new EnumMap<>(LineOfBusiness.class);
  }

  /** By family and plan, the empty plan for any other. */
  private final Map<Payer.Family, Map<String, Holding>> byFamily =
      new EnumMap<>(Payer.Family.class);

  StatementsByPayer(List<PayerRow> rows, TableDecisions decisions) {
    Map<String, List<PayerRow>> byPayer = new HashMap<>();
    for (PayerRow row : rows) {
      byPayer.computeIfAbsent(row.payer(), p -> new ArrayList<>()).add(row);
    }
    for (Payer.Family family : Payer.Family.values()) {
      Map<String, Holding> byPlan = new HashMap<>();
      byFamily.put(family, byPlan);
      byPlan.put("", holding(decisions, byPayer, family.name(), Requirement.ANY_PAYER));
    }
    for (String payer : byPayer.keySet()) {
      int slash = payer.indexOf('/');
      if (slash >= 0) {
        String family = payer.substring(0, slash);
        byFamily
            .get(Payer.Family.valueOf(family))
            .put(
                payer.substring(slash + 1),
                holding(decisions, byPayer, payer, family, Requirement.ANY_PAYER));
      }
    }
  }

  /** What the rules have to decide about rows: a pair for each program and form. */
  static Collection<StatementAndClaim> pairs(List<PayerRow> rows) {
    Map<String, StatementAndClaim> pairs = new HashMap<>();
    for (PayerRow row : rows) {
      for (LineOfBusiness program : LineOfBusiness.values()) {
        for (Form form : Form.values()) {
          StatementAndClaim pair = pair(row, program, form);
          pairs.put(TableDecisions.key(pair), pair);
        }
      }
    }
    return pairs.values();
  }

  private static StatementAndClaim pair(PayerRow row, LineOfBusiness program, Form form) {
    return new StatementAndClaim(row.linesOfBusiness(), row.forms(), program.name(), form.name());
  }

  private static Holding holding(
      TableDecisions decisions, Map<String, List<PayerRow>> byPayer, String... payers) {
    Holding holding = new Holding();
    for (LineOfBusiness program : LineOfBusiness.values()) {
      Map<Form, List<PayerRow>> byForm = new EnumMap<>(Form.class);
      holding.rows.put(program, byForm);
      for (Form form : Form.values()) {
        List<PayerRow> rows = new ArrayList<>();
        for (String payer : payers) {
          for (PayerRow row : byPayer.getOrDefault(payer, List.of())) {
            if (decisions.hold(pair(row, program, form))) {
              rows.add(row);
            }
          }
        }
        byForm.put(form, List.copyOf(rows));
      }
    }
    return holding;
  }

  /** The rows that hold for a claim: its plan's, its family's, and those for any payer. */
  List<PayerRow> of(Claim claim) {
    Payer payer = claim.payer();
    Map<String, Holding> byPlan = byFamily.get(payer.family());
    Holding holding = byPlan.get(payer.plan());
    if (holding == null) {
      holding = byPlan.get("");
    }
    return holding.rows.get(payer.lineOfBusiness()).get(claim.form());
  }
}
