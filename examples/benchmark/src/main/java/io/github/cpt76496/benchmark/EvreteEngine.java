package io.github.cpt76496.benchmark;

import io.github.cpt76496.internal.OtherEngines;
import io.github.cpt76496.page.Findings;
import io.github.cpt76496.page.LineFacts;
import java.util.List;
import org.drools.model.functions.Predicate1;
import org.evrete.KnowledgeService;
import org.evrete.api.IntToValue;
import org.evrete.api.Knowledge;
import org.evrete.api.StatefulSession;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/**
 * The library's rules run by Evrete, in one session a thread that is cleared after each claim: a
 * session a claim takes twice the time.
 */
final class EvreteEngine implements OtherEngines.Engine {

  private static final String FINDINGS = "findings";

  private final ThreadLocal<StatefulSession> sessions;

  EvreteEngine() {
    RuleSetBuilder<Knowledge> builder = new KnowledgeService().newKnowledge().builder();
    for (RuleOfModel rule : RuleOfModel.all()) {
      LhsBuilder<Knowledge> left = builder.newRule(rule.name()).forEach("$line", LineFacts.class);
      for (Predicate1<LineFacts> condition : rule.conditions()) {
        left =
            left.where((IntToValue facts) -> holds(condition, (LineFacts) facts.apply(0)), "$line");
      }
      builder =
          left.execute(
              context ->
                  rule.consequence()
                      .accept(context.get("$line"), context.getRuntime().get(FINDINGS)));
    }
    Knowledge knowledge = builder.build();
    sessions = ThreadLocal.withInitial(knowledge::newStatefulSession);
  }

  private static boolean holds(Predicate1<LineFacts> condition, LineFacts line) {
    try {
      return condition.test(line);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void run(List<? extends LineFacts> lines, Findings findings) {
    StatefulSession session = sessions.get();
    session.set(FINDINGS, findings);
    for (LineFacts line : lines) {
      session.insert(line);
    }
    session.fire();
    session.clear();
  }
}
