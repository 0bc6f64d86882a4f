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

/** A raw claim in, its findings out. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class ReviewBenchmark {

  /** How often a line is billed with 76496; assumptions, not statistics. */
  public enum Mix {
    /** A: one line in 100,000. */
    CLEARING_HOUSE,
    /** B: one line in 100. */
    RADIOLOGY,
    /** C: a line of each claim. */
    ALL_HITS;

    Claim[] claims() {
      return switch (this) {
        case CLEARING_HOUSE -> Claims.oneLineIn(100_000, 60_000);
        case RADIOLOGY -> Claims.oneLineIn(100, 4_096);
        case ALL_HITS -> Claims.allHits(1_024);
      };
    }
  }

  /** Where a thread is in the claims. */
  @State(Scope.Thread)
  public static class Place {
    private int next;

    int next(int length) {
      int now = next;
      next = now + 1 == length ? 0 : now + 1;
      return now;
    }
  }

  @Param public Mix mix;
  @Param public Contestant contestant;

  private Claim[] claims;
  private Function<Claim, Object> review;

  @Setup
  public void load() {
    claims = mix.claims();
    review = contestant.load();
  }

  @Benchmark
  public Object review(Place place) {
    return review.apply(claims[place.next(claims.length)]);
  }
}
