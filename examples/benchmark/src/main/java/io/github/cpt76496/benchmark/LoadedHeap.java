package io.github.cpt76496.benchmark;

import io.github.cpt76496.Claim;
import java.lang.management.ManagementFactory;
import java.util.function.Function;

/**
 * How much heap a loaded engine holds, with the rules of every payer built. Argument: contestant.
 */
final class LoadedHeap {

  private LoadedHeap() {}

  public static void main(String[] args) {
    Claim[] claims = Claims.allHits(200);
    long before = used();
    Function<Claim, Object> review = Contestant.valueOf(args[0]).load(claims);
    Object last = review;
    for (Claim claim : claims) {
      last = review.apply(claim);
    }
    long after = used();
    System.out.println("bytes=" + (after - before));
    if (!last.equals(review.apply(claims[claims.length - 1]))) { // The engine lives until here.
      throw new IllegalStateException("two answers to one claim");
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      ManagementFactory.getMemoryMXBean().gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
