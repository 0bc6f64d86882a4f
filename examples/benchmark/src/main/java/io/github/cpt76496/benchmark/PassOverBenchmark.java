package io.github.cpt76496.benchmark;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.ServiceLine;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A claim of one to twenty lines without 76496: the library beside a bare loop over the codes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class PassOverBenchmark {

  private final Claim[] claims = Claims.noHits(512);
  private Cpt76496Edits edits;

  @Setup
  public void load() {
    edits = Cpt76496Edits.load();
  }

  @Benchmark
  public Object library(ReviewBenchmark.Place place) {
    return edits.review(claims[place.next(claims.length)]);
  }

  @Benchmark
  public boolean bareLoop(ReviewBenchmark.Place place) {
    List<ServiceLine> lines = claims[place.next(claims.length)].lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).procedureCode().equals("76496")) {
        return true;
      }
    }
    return false;
  }
}
