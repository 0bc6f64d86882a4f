package io.github.cpt76496.internal;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.LineOfBusiness;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which payers, plans and programs somebody looked for public rules: {@code
 * rules/documentation/searched.tsv}. "Nothing was found" can be said of these alone.
 */
final class PayerSearches {

  private static final String FILE = "documentation/searched.tsv";

  /** By family and plan, the empty plan for the family as a whole. */
  private final Map<Payer.Family, Map<String, Set<LineOfBusiness>>> programs =
      new EnumMap<>(Payer.Family.class);

  PayerSearches(List<Tsv.Row> rows) {
    for (Tsv.Row row : rows) {
      Payer.Family family = row.constant("payer", Payer.Family.class);
      Set<LineOfBusiness> searched = of(family, Payer.of(family, row.get("plan")).plan());
      searched.add(LineOfBusiness.NOT_STATED);
      List<String> named = row.list("line_of_business");
      for (LineOfBusiness program : LineOfBusiness.values()) {
        if (named.isEmpty() || named.contains(program.name())) {
          searched.add(program);
        }
      }
      row.date("searched_date");
    }
  }

  private Set<LineOfBusiness> of(Payer.Family family, String plan) {
    Map<String, Set<LineOfBusiness>> byPlan = programs.get(family);
    if (byPlan == null) {
      byPlan = new HashMap<>();
      programs.put(family, byPlan);
    }
    Set<LineOfBusiness> known = byPlan.get(plan);
    if (known == null) {
      known = EnumSet.noneOf(LineOfBusiness.class);
      byPlan.put(plan, known);
    }
    return known;
  }

  static PayerSearches load() {
    return new PayerSearches(Tsv.rows("rules/" + FILE, Tsv.allLines(Jar.OWN, FILE)));
  }

  /** Whether somebody looked for the payer's rules, of its plan or of its family as a whole. */
  boolean include(Payer payer) {
    Map<String, Set<LineOfBusiness>> byPlan = programs.get(payer.family());
    return byPlan != null
        && (include(byPlan.get(""), payer)
            || (!payer.plan().isEmpty() && include(byPlan.get(payer.plan()), payer)));
  }

  private static boolean include(@Nullable Set<LineOfBusiness> searched, Payer payer) {
    return searched != null && searched.contains(payer.lineOfBusiness());
  }
}
