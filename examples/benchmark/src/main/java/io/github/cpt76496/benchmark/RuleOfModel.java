package io.github.cpt76496.benchmark;

import io.github.cpt76496.page.Findings;
import io.github.cpt76496.page.LineFacts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.functions.Predicate1;

/**
 * A rule of the library as functions: the very predicates that its page was compiled to, and its
 * consequence, for engines that take rules as lambdas.
 *
 * @param name the edit's id
 * @param conditions all of which must hold
 */
record RuleOfModel(
    String name,
    List<Predicate1<LineFacts>> conditions,
    BiConsumer<LineFacts, Findings> consequence) {

  private static final String PACKAGE = "io.github.cpt76496.rules.";
  private static final MethodType CONSEQUENCE =
      MethodType.methodType(void.class, LineFacts.class, Findings.class);

  /** Every rule in the library's jar. */
  static List<RuleOfModel> all() {
    Map<String, BiConsumer<LineFacts, Findings>> consequences = consequences();
    List<RuleOfModel> rules = new ArrayList<>();
    try (BufferedReader models =
        new BufferedReader(
            new InputStreamReader(
                LineFacts.class.getResourceAsStream("/" + PACKAGE.replace('.', '/') + "models.txt"),
                StandardCharsets.UTF_8))) {
      for (String name = models.readLine(); name != null; name = models.readLine()) {
        Model model =
            Class.forName(name).asSubclass(Model.class).getDeclaredConstructor().newInstance();
        for (Rule rule : model.getRules()) {
          if (!rule.getMetaData().containsKey("decides")) {
            rules.add(
                new RuleOfModel(
                    rule.getName(),
                    conditions(rule),
                    consequences.get(rule.getName().replaceAll("[^A-Za-z0-9]", "_"))));
          }
        }
      }
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("the compiled rules cannot be read", e);
    }
    return rules;
  }

  private static List<Predicate1<LineFacts>> conditions(Rule rule) {
    List<Predicate1<LineFacts>> conditions = new ArrayList<>();
    for (Condition condition : rule.getView().getSubConditions()) {
      if (condition instanceof Pattern<?> pattern) { // and not the consequence
        addAll(pattern.getConstraint(), conditions);
      }
    }
    return List.copyOf(conditions);
  }

  @SuppressWarnings("unchecked")
  private static void addAll(Constraint constraint, List<Predicate1<LineFacts>> conditions) {
    if (constraint == SingleConstraint.TRUE) {
      return;
    }
    if (constraint instanceof SingleConstraint single) {
      conditions.add(single.getPredicate1());
    } else {
      constraint.getChildren().forEach(child -> addAll(child, conditions));
    }
  }

  /** The consequences as the build has translated them, each a lambda, as javac would make it. */
  private static Map<String, BiConsumer<LineFacts, Findings>> consequences() {
    Map<String, BiConsumer<LineFacts, Findings>> consequences = new HashMap<>();
    try {
      addConsequences(Class.forName(PACKAGE + "CompiledRules"), consequences);
      for (int i = 0; ; i++) {
        Class<?> branch;
        try {
          branch = Class.forName(PACKAGE + "CompiledRules" + i);
        } catch (ClassNotFoundException noMore) {
          return consequences;
        }
        addConsequences(branch, consequences);
      }
    } catch (Throwable e) {
      throw new IllegalStateException("the translated rules cannot be read", e);
    }
  }

  @SuppressWarnings("unchecked")
  private static void addConsequences(
      Class<?> branch, Map<String, BiConsumer<LineFacts, Findings>> consequences) throws Throwable {
    MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(branch, MethodHandles.lookup());
    for (Method method : branch.getDeclaredMethods()) {
      if (!method.getName().equals("test")
          && List.of(method.getParameterTypes()).equals(List.of(LineFacts.class, Findings.class))) {
        MethodHandle body = lookup.unreflect(method);
        consequences.put(
            method.getName(),
            (BiConsumer<LineFacts, Findings>)
                LambdaMetafactory.metafactory(
                        lookup,
                        "accept",
                        MethodType.methodType(BiConsumer.class),
                        MethodType.methodType(void.class, Object.class, Object.class),
                        body,
                        CONSEQUENCE)
                    .getTarget()
                    .invoke());
      }
    }
  }

  boolean holds(LineFacts line) {
    try {
      for (Predicate1<LineFacts> condition : conditions) {
        if (!condition.test(line)) {
          return false;
        }
      }
      return true;
    } catch (Exception e) {
      throw new IllegalStateException(name, e);
    }
  }
}
