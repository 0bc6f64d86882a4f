package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.junit.jupiter.api.Test;

/** What the build has made of the pages: one rule for all edits of one condition. */
class RulesByConditionTest {

  @Test
  void everyEditIsInOneRule() {
    List<String> edits = new ArrayList<>();
    for (Model model : models()) {
      for (Rule rule : model.getRules()) {
        edits.addAll(List.of(rule.getName().split(", ", -1)));
      }
    }
    assertEquals(
        Tsv.lines(Jar.OWN, "catalog.txt").stream().sorted().toList(),
        edits.stream().sorted().toList());
  }

  @Test
  void noTwoRulesOfAPackageHaveOneCondition() {
    int rules = 0;
    for (Model model : models()) {
      Map<String, String> byCondition = new HashMap<>();
      for (Rule rule : model.getRules()) {
        rules++;
        String other = byCondition.put(condition(rule), rule.getName());
        assertEquals(null, other, () -> rule.getName() + " has the condition of the other");
      }
    }
    assertTrue(rules < Tsv.lines(Jar.OWN, "catalog.txt").size(), "no condition is shared");
  }

  private static List<Model> models() {
    return Tsv.lines(Jar.OWN, "models.txt").stream()
        .map(name -> Jar.OWN.instance(name, Model.class))
        .toList();
  }

  /** The conditions by their ids, which the build makes of their text. */
  private static String condition(Rule rule) {
    List<String> ids = new ArrayList<>();
    for (Condition condition : rule.getView().getSubConditions()) {
      if (condition instanceof Pattern<?> pattern) {
        addIds(pattern.getConstraint(), ids);
      }
    }
    return ids.toString();
  }

  private static void addIds(Constraint constraint, List<String> ids) {
    if (constraint instanceof SingleConstraint single) {
      ids.add(single.getExprId());
    } else {
      ids.add(constraint.getType().toString());
      constraint.getChildren().forEach(child -> addIds(child, ids));
    }
  }
}
