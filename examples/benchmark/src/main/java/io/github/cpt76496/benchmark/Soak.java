package io.github.cpt76496.benchmark;

import io.github.cpt76496.Claim;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * A long run on all cores, in a process of its own: does anything stay behind, and how long do the
 * slowest reviews take? Arguments: contestant, reviews.
 */
final class Soak {

  private static final long LONGEST = 60_000_000_000L;
  private static final int WARM_UP = 200_000;

  private Soak() {}

  public static void main(String[] args) throws InterruptedException, ExecutionException {
    Claim[] claims = Mix.ALL_HITS.claims();
    Function<Claim, Object> review = Contestant.valueOf(args[0]).load(claims);
    int threads = Runtime.getRuntime().availableProcessors();
    long each = Long.parseLong(args[1]) / threads;
    Histogram all = new Histogram(LONGEST, 3);
    List<Histogram> times = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    for (int i = 0; i < threads; i++) {
      times.add(new Histogram(LONGEST, 3));
      pool.submit(() -> run(review, claims, WARM_UP, new Histogram(LONGEST, 3))).get();
    }
    long before = usedAfterFullCollection();
    List<Future<Histogram>> runs = new ArrayList<>();
    for (Histogram ofThread : times) {
      runs.add(pool.submit(() -> run(review, claims, each, ofThread)));
    }
    for (Future<Histogram> run : runs) {
      all.add(run.get());
    }
    pool.shutdown();
    long after = usedAfterFullCollection();
    System.out.printf(
        "reviews=%d threads=%d heapBefore=%d heapAfter=%d median=%d p999=%d%n",
        all.getTotalCount(),
        threads,
        before,
        after,
        all.getValueAtPercentile(50),
        all.getValueAtPercentile(99.9));
  }

  private static Histogram run(
      Function<Claim, Object> review, Claim[] claims, long reviews, Histogram times) {
    int next = 0;
    for (long i = 0; i < reviews; i++) {
      long start = System.nanoTime();
      Object result = review.apply(claims[next]);
      times.recordValue(Math.min(LONGEST, System.nanoTime() - start));
      if (result == null) {
        throw new IllegalStateException("no review");
      }
      next = next + 1 == claims.length ? 0 : next + 1;
    }
    return times;
  }

  private static long usedAfterFullCollection() {
    for (int i = 0; i < 3; i++) {
      ManagementFactory.getMemoryMXBean().gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
