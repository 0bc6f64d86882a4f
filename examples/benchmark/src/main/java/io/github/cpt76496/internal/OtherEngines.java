package io.github.cpt76496.internal;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.page.Decisions;
import io.github.cpt76496.page.Findings;
import io.github.cpt76496.page.LineFacts;
import io.github.cpt76496.page.Rules;
import java.util.List;
import java.util.Optional;

/**
 * Puts another engine behind the library's entry point; in this package to get at where one is put.
 */
public final class OtherEngines {

  private OtherEngines() {}

  /** Runs the rules on the lines of one claim. */
  public interface Engine {
    void run(List<? extends LineFacts> lines, Findings findings);
  }

  /** What is decided about the tables is decided once, at load, and by the compiled rules. */
  private record Measured(Engine engine, Rules compiled) implements Rules {

    @Override
    public void run(List<? extends LineFacts> lines, Findings findings) {
      engine.run(lines, findings);
    }

    @Override
    public void decide(List<Object> pairs, Decisions decisions) {
      compiled.decide(pairs, decisions);
    }
  }

  public static Cpt76496Edits with(Engine engine) {
    Rules compiled = Jar.OWN.instance(Jar.OWN.packageName() + ".CompiledRules", Rules.class);
    return LoadedEdits.load(
        jar -> new Measured(engine, compiled),
        List.of(),
        HostTables.NONE,
        List.of(),
        () -> ReferenceTables.load(HostTables.NONE, Optional.empty()));
  }
}
