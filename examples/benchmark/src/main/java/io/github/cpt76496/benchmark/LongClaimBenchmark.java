package io.github.cpt76496.benchmark;

import io.github.cpt76496.Claim;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One claim of many lines, all billed with 76496, over thirty days. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class LongClaimBenchmark {

  @Param({"1", "10", "100", "1000", "10000"})
  public int lines;

  @Param({"COMPILED", "SESSION"})
  public Contestant contestant;

  private Claim claim;
  private Function<Claim, Object> review;

  @Setup
  public void load() {
    claim = Claims.long76496(lines);
    review = contestant.load();
  }

  @Benchmark
  public Object review() {
    return review.apply(claim);
  }
}
