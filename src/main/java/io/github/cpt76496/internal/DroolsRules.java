package io.github.cpt76496.internal;

import io.github.cpt76496.page.Decisions;
import io.github.cpt76496.page.Findings;
import io.github.cpt76496.page.LineFacts;
import io.github.cpt76496.page.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.drools.core.impl.EnvironmentFactory;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.runtime.Environment;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.kie.api.runtime.conf.KeepReferenceOption;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The compiled rules in immutable KieBases that all threads share; every review has a session to
 * itself.
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
   * A session keeps all it has matched until the facts are deleted: with 10,000 lines in one, a
   * line took four times as long. No rule looks at two lines, so that lines need not share one.
   */
  private static final int LINES_OF_SESSION = 16;

  private final Jar jar;

  /** The days that the library's rule set covers, since 1970-01-01. */
  private final long firstDay;

  private final long lastDay;

  /** The rules that can report on one of these days. */
  private final Sessions covering;

  /** All rules, for the few lines of other days; made for the first of them. */
  private volatile @Nullable Sessions all;

  private DroolsRules(Jar jar) {
    this.jar = jar;
    Properties ruleSet = Jar.OWN.properties("rule-set.properties");
    firstDay = Dates.parse(ruleSet.getProperty("coversFrom")).toEpochDay();
    lastDay = Dates.parse(ruleSet.getProperty("coversThrough")).toEpochDay();
    List<Model> inForce = new ArrayList<>();
    for (Model model : models(jar)) {
      List<Rule> rules = new ArrayList<>();
      for (Rule rule : model.getRules()) {
        if (day(rule, "effectiveDate", firstDay) <= lastDay
            && firstDay <= day(rule, "endDate", lastDay)) {
          rules.add(rule);
        }
      }
      inForce.add(new ModelImpl(model.getName()).withGlobals(model.getGlobals()).withRules(rules));
    }
    covering = new Sessions(inForce);
  }

  /** Read again rather than kept: a model is as large as the base that is made of it. */
  private static List<Model> models(Jar jar) {
    List<Model> models = new ArrayList<>();
    for (String name : Tsv.lines(jar, MODELS)) {
      models.add(jar.instance(name, Model.class));
    }
    return models;
  }

  private static long day(Rule rule, String key, long open) {
    String date = PageHeader.plain(rule.getMetaData().get(key));
    return date.isEmpty() ? open : Dates.parse(date).toEpochDay();
  }

  static DroolsRules load(Jar jar) {
    return new DroolsRules(jar);
  }

  private Sessions all() {
    Sessions known = all;
    if (known == null) {
      // Two threads may both make it: they make the same.
      known = new Sessions(models(jar));
      all = known;
    }
    return known;
  }

  @Override
  public void run(List<? extends LineFacts> lines, Findings findings) {
    Sessions sessions = areCovered(lines) ? covering : all();
    for (int start = 0; start < lines.size(); start += LINES_OF_SESSION) {
      int end = Math.min(start + LINES_OF_SESSION, lines.size());
      sessions.run(lines.subList(start, end), "findings", findings);
    }
  }

  private boolean areCovered(List<? extends LineFacts> lines) {
    for (LineFacts line : lines) {
      long day = ((DerivedFacts) line).day();
      if (day < firstDay || lastDay < day) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void decide(List<Object> pairs, Decisions decisions) {
    covering.runOnce(pairs, "decisions", decisions);
  }

  /**
   * A base and idle sessions of it, no more than there are processors. A session costs more than
   * the rules that fire in it, and every rule is one pattern, so that with its facts all that it
   * has matched goes; it is handed on empty, and not at all after an exception.
   */
  private static final class Sessions {

    private final KieBase base;
    private final KieSessionConfiguration configuration;
    private final Environment environment;
    private final BlockingQueue<KieSession> idle =
        new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    Sessions(List<Model> models) {
      base =
          withOwnLoader(
              () -> {
                var options = RuleBaseFactory.newKnowledgeBaseConfiguration();
                options.setOption(KieBaseMutabilityOption.DISABLED);
                return KieBaseBuilder.createKieBaseFromModel(models, options);
              });
      configuration = RuleBaseFactory.newKnowledgeSessionConfiguration();
      // With direct firing a session keeps what it has matched, whatever becomes of the facts.
      configuration.setOption(DirectFiringOption.NO);
      configuration.setOption(KeepReferenceOption.NO);
      environment = withOwnLoader(EnvironmentFactory::newEnvironment);
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

    private KieSession open() {
      return base.newKieSession(configuration, environment);
    }

    /** Once for each engine, so that nothing is to be made ready for others. */
    void runOnce(List<?> facts, String global, Object collector) {
      KieSession session = open();
      try {
        session.setGlobal(global, collector);
        facts.forEach(session::insert);
        session.fireAllRules();
      } finally {
        session.dispose();
      }
    }

    void run(List<?> facts, String global, Object collector) {
      KieSession session = idle.poll();
      if (session == null) {
        session = open();
      }
      boolean isIdle = false;
      try {
        session.setGlobal(global, collector);
        FactHandle[] handles = new FactHandle[facts.size()];
        for (int i = 0; i < handles.length; i++) {
          handles[i] = session.insert(facts.get(i));
        }
        session.fireAllRules();
        for (FactHandle handle : handles) {
          session.delete(handle);
        }
        session.fireAllRules(); // Deletes what it only noted to delete.
        session.setGlobal(global, null);
        isIdle = idle.offer(session);
      } finally {
        if (!isIdle) {
          session.dispose();
        }
      }
    }
  }
}
