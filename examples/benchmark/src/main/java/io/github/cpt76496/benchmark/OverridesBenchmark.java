package io.github.cpt76496.benchmark;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Cpt76496Edits.Loader.Engine;
import io.github.cpt76496.Edit;
import io.github.cpt76496.EditOverride;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Claims that all have a 76496 line, for a host with decisions of its own about edits. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class OverridesBenchmark {

  private static final List<String> PAYERS =
      List.of("HUMANA", "MEDICAID", "OTHER", "BCBS/TEXAS", "MEDICARE/WPS");

  @Param({"0", "100", "1000"})
  public int overrides;

  @Param({"COMPILED", "SESSION"})
  public Contestant contestant;

  private final Claim[] claims = ReviewBenchmark.Mix.ALL_HITS.claims();
  private Cpt76496Edits edits;

  @Setup
  public void load() {
    Cpt76496Edits.Loader loader =
        Cpt76496Edits.loader()
            .engine(contestant == Contestant.COMPILED ? Engine.COMPILED : Engine.DROOLS);
    List<Edit> catalog = Cpt76496Edits.load().catalog();
    for (int i = 0; i < overrides; i++) {
      loader.override(
          new EditOverride(
              catalog.get(i % catalog.size()).id(),
              PAYERS.get(i / catalog.size()),
              EditOverride.Action.INFO,
              "to measure"));
    }
    edits = loader.load();
  }

  @Benchmark
  public Object review(ReviewBenchmark.Place place) {
    return edits.review(claims[place.next(claims.length)]);
  }
}
