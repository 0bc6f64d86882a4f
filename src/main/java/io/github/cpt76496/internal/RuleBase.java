package io.github.cpt76496.internal;

import io.github.cpt76496.Cpt76496Edits;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * The compiled rules: one immutable KieBase, shared by all threads; one session for each review.
 *
 * <p>Drools finds its parts through the thread's context class loader, which in a host need not see
 * them: ours stands in while the base is built.
 *
 * <p>Never set {@code ThreadSafeOption.NO}, a parallel execution option or the alpha network
 * compiler here: each of them returned wrong findings without an exception when it was measured.
 */
final class RuleBase {

  /** Written by the build: the class names of the models, one a line. */
  static final String MODELS = "models.txt";

  private final KieBase base;
  private final KieSessionConfiguration sessions;
  private final Environment environment;

  /**
   * Builds the base.
   *
   * @param models the compiled rules; building the base takes the greatest part of a start
   */
  RuleBase(List<Model> models) {
    ClassLoader ofHost = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(RuleBase.class.getClassLoader());
    try {
      base = build(models);
      sessions = RuleBaseFactory.newKnowledgeSessionConfiguration();
      sessions.setOption(DirectFiringOption.YES);
      sessions.setOption(KeepReferenceOption.NO);
      environment = EnvironmentFactory.newEnvironment();
    } finally {
      Thread.currentThread().setContextClassLoader(ofHost);
    }
  }

  private static KieBase build(List<Model> models) {
    var configuration = RuleBaseFactory.newKnowledgeBaseConfiguration();
    configuration.setOption(KieBaseMutabilityOption.DISABLED);
    return KieBaseBuilder.createKieBaseFromModel(models, configuration);
  }

  /** The compiled rules. */
  static List<Model> models() {
    List<Model> models = new ArrayList<>();
    for (String name : Tsv.lines(MODELS)) {
      try {
        models.add(
            Class.forName(name, true, RuleBase.class.getClassLoader())
                .asSubclass(Model.class)
                .getDeclaredConstructor()
                .newInstance());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("rules/: compiled rules " + name + " cannot be loaded", e);
      }
    }
    return models;
  }

  /** The metadata of every rule, by rule name; needs no engine. */
  static Map<String, Map<String, Object>> metadata(List<Model> models) {
    Map<String, Map<String, Object>> byName = new HashMap<>();
    for (Model model : models) {
      for (org.drools.model.Rule rule : model.getRules()) {
        byName.put(rule.getName(), rule.getMetaData());
      }
    }
    return byName;
  }

  /** Runs every rule over the facts; what they report lands in the findings. */
  void run(List<LineFacts> facts, Findings findings) {
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

  /** A file of the jar, by its path below the package of the public types. */
  static InputStream resource(String path) {
    InputStream in = Cpt76496Edits.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException(path + ": not in the library's jar");
    }
    return in;
  }
}
