package io.github.cpt76496.benchmark;

import io.github.cpt76496.internal.OtherEngines;
import io.github.cpt76496.page.Findings;
import io.github.cpt76496.page.LineFacts;
import java.util.List;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** The library's rules run by Easy Rules: every rule is tried on every line. */
final class EasyRulesEngine implements OtherEngines.Engine {

  private final Rules rules = new Rules();
  private final RulesEngine engine = new DefaultRulesEngine();

  EasyRulesEngine() {
    for (RuleOfModel rule : RuleOfModel.all()) {
      rules.register(
          new RuleBuilder()
              .name(rule.name())
              .when(facts -> rule.holds(facts.get("line")))
              .then(facts -> rule.consequence().accept(facts.get("line"), facts.get("findings")))
              .build());
    }
  }

  @Override
  public void run(List<? extends LineFacts> lines, Findings findings) {
    for (LineFacts line : lines) {
      Facts facts = new Facts();
      facts.put("line", line);
      facts.put("findings", findings);
      engine.fire(rules, facts);
    }
  }
}
