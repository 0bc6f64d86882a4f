package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.internal.CatalogEntry.Requirement;
import io.github.cpt76496.page.StatementAndClaim;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of every payer, ready for each program and claim form; never changed once made. */
final class StatementsByPayer {

  /** A row, and the programs and forms for which it holds. */
  private record Statement(PayerRow row, Map<LineOfBusiness, Set<Form>> holds) {}

  /** The rows that hold for a program and form. */
  private record Holding(Map<LineOfBusiness, Map<Form, List<PayerRow>>> rows) {}

  /** By family and plan, the empty plan for any other. */
  private final Map<Payer.Family, Map<String, Holding>> byFamily =
      new EnumMap<>(Payer.Family.class);

  StatementsByPayer(List<PayerRow> rows, TableDecisions decisions) {
    Map<String, List<Statement>> byPayer = new HashMap<>();
    for (PayerRow row : rows) {
      List<Statement> ofPayer = byPayer.get(row.payer());
      if (ofPayer == null) {
        ofPayer = new ArrayList<>();
        byPayer.put(row.payer(), ofPayer);
      }
      ofPayer.add(new Statement(row, decisions.holding(row.linesOfBusiness(), row.forms())));
    }
    for (Payer.Family family : Payer.Family.values()) {
      Map<String, Holding> byPlan = new HashMap<>();
      byFamily.put(family, byPlan);
      byPlan.put("", holding(byPayer, family.name(), Requirement.ANY_PAYER));
    }
    for (String payer : byPayer.keySet()) {
      int slash = payer.indexOf('/');
      if (slash >= 0) {
        String family = payer.substring(0, slash);
        byFamily
            .get(Payer.Family.valueOf(family))
            .put(
                payer.substring(slash + 1), holding(byPayer, payer, family, Requirement.ANY_PAYER));
      }
    }
  }

  /** What the rules have to decide about rows: a pair for each program and form. */
  static List<StatementAndClaim> pairs(List<PayerRow> rows) {
    Set<String> seen = new HashSet<>();
    List<StatementAndClaim> pairs = new ArrayList<>();
    for (PayerRow row : rows) {
      if (seen.add(TableDecisions.key(row.linesOfBusiness(), row.forms()))) {
        for (LineOfBusiness program : LineOfBusiness.values()) {
          for (Form form : Form.values()) {
            pairs.add(
                new StatementAndClaim(
                    row.linesOfBusiness(), row.forms(), program.name(), form.name()));
          }
        }
      }
    }
    return pairs;
  }

  private static Holding holding(Map<String, List<Statement>> byPayer, String... payers) {
    Map<LineOfBusiness, Map<Form, List<PayerRow>>> rows = new EnumMap<>(LineOfBusiness.class);
    for (LineOfBusiness program : LineOfBusiness.values()) {
      Map<Form, List<PayerRow>> byForm = new EnumMap<>(Form.class);
      rows.put(program, byForm);
      for (Form form : Form.values()) {
        byForm.put(form, new ArrayList<>());
      }
    }
    for (String payer : payers) {
      for (Statement statement : byPayer.getOrDefault(payer, List.of())) {
        for (Map.Entry<LineOfBusiness, Set<Form>> forms : statement.holds().entrySet()) {
          for (Form form : forms.getValue()) {
            rows.get(forms.getKey()).get(form).add(statement.row());
          }
        }
      }
    }
    return new Holding(rows);
  }

  /** The rows that hold for a claim: its plan's, its family's, and those for any payer. */
  List<PayerRow> of(Claim claim) {
    Payer payer = claim.payer();
    Map<String, Holding> byPlan = byFamily.get(payer.family());
    Holding holding = byPlan.get(payer.plan());
    if (holding == null) {
      holding = byPlan.get("");
    }
    return holding.rows().get(payer.lineOfBusiness()).get(claim.form());
  }
}
