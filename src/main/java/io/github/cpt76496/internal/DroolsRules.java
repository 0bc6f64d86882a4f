package io.github.cpt76496.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
 * The compiled rules in immutable KieBases that all threads share, one for each payer family: the
 * rules for every claim and those of the family, built when the first claim of that family comes.
 * Every review has a session of its own.
 *
 * <p>A base for each family, because a claim has one payer: the rules of the others would be built
 * at every start and tried on every claim for nothing. And not a base for every claim beside one
 * for the payer, because a second session costs more than its rules.
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

  private final Jar jar;

  private final List<Model> forEveryClaim = new ArrayList<>();

  /** Class name of the rules of a payer family, by the package that they stand in. */
  private final Map<String, String> modelsOfPayers = new HashMap<>();

  /** By payer family; those without rules of their own share one. */
  private final Map<String, KieBase> byFamily = new ConcurrentHashMap<>();

  private final Map<String, KieBase> byPackage = new ConcurrentHashMap<>();

  private final KieSessionConfiguration sessions;
  private final Environment environment;

  private DroolsRules(Jar jar) {
    this.jar = jar;
    int start = jar.packageName().length() + 1;
    for (String name : Tsv.lines(jar, MODELS)) {
      int end = name.lastIndexOf('.');
      if (end < start) {
        forEveryClaim.add(jar.instance(name, Model.class));
      } else {
        modelsOfPayers.put(name.substring(start, end), name);
      }
    }
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

  private KieBase baseOf(String family) {
    KieBase base = byFamily.get(family);
    if (base == null) {
      String name = family.toLowerCase(Locale.ROOT).replace("_", ""); // UNITED_HEALTHCARE
      String payer = modelsOfPayers.containsKey(name) ? name : "";
      base = byPackage.computeIfAbsent(payer, this::build);
      byFamily.put(family, base);
    }
    return base;
  }

  /**
   * The rules for every claim and those of a payer.
   *
   * @param payer the package of the payer's rules, or empty
   */
  private KieBase build(String payer) {
    List<Model> models = new ArrayList<>(forEveryClaim);
    if (!payer.isEmpty()) {
      models.add(jar.instance(modelsOfPayers.get(payer), Model.class));
    }
    return withOwnLoader(
        () -> {
          var configuration = RuleBaseFactory.newKnowledgeBaseConfiguration();
          configuration.setOption(KieBaseMutabilityOption.DISABLED);
          return KieBaseBuilder.createKieBaseFromModel(models, configuration);
        });
  }

  @Override
  public void run(List<LineFacts> facts, Findings findings) {
    KieBase base = baseOf(facts.get(0).payerFamily());
    for (int start = 0; start < facts.size(); start += LINES_OF_SESSION) {
      int end = Math.min(start + LINES_OF_SESSION, facts.size());
      runTogether(base, facts.subList(start, end), findings);
    }
  }

  private void runTogether(KieBase base, List<LineFacts> facts, Findings findings) {
    KieSession session = base.newKieSession(sessions, environment);
    try {
      session.setGlobal("findings", findings);
      for (LineFacts fact : facts) {
        session.insert(fact);
      }
      session.fireAllRules();
    } finally {
      session.dispose();
    }
  }
}
