package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.page.Decisions;
import io.github.cpt76496.page.Findings;
import io.github.cpt76496.page.LineFacts;
import io.github.cpt76496.page.Row;
import io.github.cpt76496.page.Rules;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the rules see of a claim, by the names that the pages use. Used by one thread. */
public final class SeenFacts {

  private final List<LineFacts> seen = new ArrayList<>();
  private final LoadedEdits edits =
      LoadedEdits.load(
          jar -> new Seeing(),
          List.of(),
          HostTables.NONE,
          List.of(),
          () -> ReferenceTables.load(HostTables.NONE, Optional.empty()));

  /** Rules that look and say nothing. */
  private final class Seeing implements Rules {

    @Override
    public void run(List<? extends LineFacts> lines, Findings findings) {
      seen.addAll(lines);
    }

    @Override
    public void decide(List<Object> pairs, Decisions decisions) {
      // No row need hold.
    }
  }

  /** The facts of the claim's first line that is billed with 76496. */
  public LineFacts of(Claim claim) {
    seen.clear();
    edits.review(claim);
    if (seen.isEmpty()) {
      throw new IllegalArgumentException("no line is billed with 76496");
    }
    return seen.get(0);
  }

  /** What of a row goes into a review: how sure it is, and whether it names codes. */
  public static Object shown(Optional<? extends Row> row) {
    return row.map(CodeRow.class::cast)
        .map(
            r ->
                List.of(
                    r.citation().grade(), r.procedureCodes().isEmpty(), r.listedCode().isEmpty()));
  }

  public static Object value(LineFacts facts, String name) {
    try {
      Method fact = LineFacts.class.getMethod(name);
      return fact.invoke(facts);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(name + " is no fact", e);
    }
  }
}
