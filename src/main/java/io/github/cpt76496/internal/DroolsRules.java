package io.github.cpt76496.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * The compiled rules: those for every claim in one immutable KieBase, those of each payer family in
 * another that is built when the first claim of that family comes. All threads share them; every
 * review has sessions of its own.
 *
 * <p>Two bases and not one, because a claim has one payer: the rules of the others would be built
 * at every start and tried on every claim for nothing.
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

  /** Class name of the rules of a payer family, by the package that they stand in. */
  private final Map<String, String> modelsOfPayers = new HashMap<>();

  private final KieBase common;
  private final Map<String, Optional<KieBase>> ofPayer = new ConcurrentHashMap<>();
  private final KieSessionConfiguration sessions;
  private final Environment environment;

  private DroolsRules(Jar jar) {
    this.jar = jar;
    List<Model> forEveryClaim = new ArrayList<>();
    int start = jar.packageName().length() + 1;
    for (String name : Tsv.lines(jar, MODELS)) {
      int end = name.lastIndexOf('.');
      if (end < start) {
        forEveryClaim.add(jar.instance(name, Model.class));
      } else {
        modelsOfPayers.put(name.substring(start, end), name);
      }
    }
    common = build(forEveryClaim);
    sessions = RuleBaseFactory.newKnowledgeSessionConfiguration();
    sessions.setOption(DirectFiringOption.YES);
    sessions.setOption(KeepReferenceOption.NO);
    environment = withOwnLoader(EnvironmentFactory::newEnvironment);
  }

  static DroolsRules load(Jar jar) {
    return new DroolsRules(jar);
  }

  private static KieBase build(List<Model> models) {
    return withOwnLoader(
        () -> {
          var configuration = RuleBaseFactory.newKnowledgeBaseConfiguration();
          configuration.setOption(KieBaseMutabilityOption.DISABLED);
          return KieBaseBuilder.createKieBaseFromModel(models, configuration);
        });
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

  /** The rules of a payer family, if it has any; {@code UNITED_HEALTHCARE}: unitedhealthcare. */
  private Optional<KieBase> buildOfPayer(String family) {
    String name = modelsOfPayers.get(family.toLowerCase(Locale.ROOT).replace("_", ""));
    return name == null
        ? Optional.empty()
        : Optional.of(build(List.of(jar.instance(name, Model.class))));
  }

  @Override
  public void run(List<LineFacts> facts, Findings findings) {
    run(common, facts, findings);
    String family = facts.get(0).payerFamily();
    Optional<KieBase> base = ofPayer.get(family);
    if (base == null) {
      base = ofPayer.computeIfAbsent(family, this::buildOfPayer);
    }
    if (base.isPresent()) {
      run(base.get(), facts, findings);
    }
  }

  private void run(KieBase base, List<LineFacts> facts, Findings findings) {
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
