package io.github.cpt76496.internal;

import io.github.cpt76496.page.Decisions;
import io.github.cpt76496.page.Findings;
import io.github.cpt76496.page.LineFacts;
import io.github.cpt76496.page.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.drools.core.impl.EnvironmentFactory;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.runtime.Environment;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.kie.api.runtime.conf.KeepReferenceOption;

/**
 * The compiled rules in one immutable KieBase that all threads share; every review has a session of
 * its own.
 *
 * <p>Drools finds its parts through the thread's context class loader, which in a host need not see
 * them: ours stands in while a base is built.
 *
 * <p>Never set {@code ThreadSafeOption.NO}, a parallel execution option or the alpha network
 * compiler here: each of them returned wrong findings without an exception when it was measured.
 */
final class DroolsRules implements Rules {

  /** Written by the build: the class names of the models, one a line. */
  private static final String MODELS = "models.txt";

  /**
   * A session keeps all it has matched until it ends: with 10,000 lines in one, a line took four
   * times as long. No rule looks at two lines, so that lines need not share a session.
   */
  private static final int LINES_OF_SESSION = 16;

  private final KieBase base;
  private final KieSessionConfiguration sessions;
  private final Environment environment;

  private DroolsRules(Jar jar) {
    List<Model> models = new ArrayList<>();
    for (String name : Tsv.lines(jar, MODELS)) {
      models.add(jar.instance(name, Model.class));
    }
    base =
        withOwnLoader(
            () -> {
              var configuration = RuleBaseFactory.newKnowledgeBaseConfiguration();
              configuration.setOption(KieBaseMutabilityOption.DISABLED);
              return KieBaseBuilder.createKieBaseFromModel(models, configuration);
            });
    sessions = RuleBaseFactory.newKnowledgeSessionConfiguration();
    sessions.setOption(DirectFiringOption.YES);
    sessions.setOption(KeepReferenceOption.NO);
    environment = withOwnLoader(EnvironmentFactory::newEnvironment);
  }

  static DroolsRules load(Jar jar) {
    return new DroolsRules(jar);
  }

  private static <T> T withOwnLoader(Supplier<T> task) {
    Thread thread = Thread.currentThread();
    ClassLoader ofHost = thread.getContextClassLoader();
    thread.setContextClassLoader(DroolsRules.class.getClassLoader());
    try {
      return task.get();
    } finally {
      thread.setContextClassLoader(ofHost);
    }
  }

  @Override
  public void run(List<? extends LineFacts> lines, Findings findings) {
    for (int start = 0; start < lines.size(); start += LINES_OF_SESSION) {
      int end = Math.min(start + LINES_OF_SESSION, lines.size());
      runTogether(lines.subList(start, end), "findings", findings);
    }
  }

  @Override
  public void decide(List<Object> pairs, Decisions decisions) {
    runTogether(pairs, "decisions", decisions);
  }

  private void runTogether(List<?> facts, String global, Object collector) {
    KieSession session = base.newKieSession(sessions, environment);
    try {
      session.setGlobal(global, collector);
      for (Object fact : facts) {
        session.insert(fact);
      }
      session.fireAllRules();
    } finally {
      session.dispose();
    }
  }
}
