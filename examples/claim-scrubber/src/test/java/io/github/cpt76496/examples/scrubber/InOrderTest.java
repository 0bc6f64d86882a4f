package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {

  private static final Duration NEVER_ENDS = Duration.ofSeconds(30);

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void resultsComeInTheOrderOfTheTasks(int threads) {
    List<Integer> taken = new ArrayList<>();
    InOrder.<Integer>run(
        threads,
        tasks ->
            IntStream.range(0, 10_000)
                .forEach(
                    i ->
                        tasks.add(
                            () -> {
                              if (i % 997 == 0) {
                                pause();
                              }
                              return i;
                            },
                            1)),
        taken::add,
        () -> true);

    assertEquals(IntStream.range(0, 10_000).boxed().toList(), taken);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void makerWaitsForTheTaker(int threads) {
    AtomicInteger made = new AtomicInteger();
    AtomicLong most = new AtomicLong();
    AtomicInteger taken = new AtomicInteger();
    InOrder.<Integer>run(
        threads,
        tasks ->
            IntStream.range(0, 200_000)
                .forEach(
                    i -> {
                      made.incrementAndGet();
                      tasks.done(i);
                    }),
        result -> {
          most.accumulateAndGet(made.get() - taken.incrementAndGet(), Math::max);
          if (result % 10_000 == 0) {
            pause();
          }
        },
        () -> true);

    assertEquals(200_000, taken.get());
    assertEquals(true, most.get() <= (3L * threads + 2) * 64, "waiting: " + most.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void failureOfATaskOrOfTheMakerReachesTheCaller(int threads) {
    RuntimeException broken = new ArithmeticException();

    assertEquals(
        broken,
        assertThrows(
            ArithmeticException.class,
            () ->
                InOrder.run(
                    threads,
                    tasks ->
                        tasks.add(
                            () -> {
                              throw broken;
                            },
                            1),
                    result -> {},
                    () -> true)));
    assertEquals(
        broken,
        assertThrows(
            ArithmeticException.class,
            () ->
                InOrder.run(
                    threads,
                    tasks -> {
                      throw broken;
                    },
                    result -> {},
                    () -> true)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void takerThatFailsOrStopsEndsAnEndlessMaker(int threads) {
    assertTimeoutPreemptively(
        NEVER_ENDS,
        () ->
            assertThrows(
                ArithmeticException.class,
                () ->
                    InOrder.<Integer>run(
                        threads,
                        InOrderTest::forever,
                        result -> {
                          throw new ArithmeticException();
                        },
                        () -> true)));
    assertTimeoutPreemptively(
        NEVER_ENDS,
        () -> InOrder.<Integer>run(threads, InOrderTest::forever, result -> {}, () -> false));
  }

  private static void forever(InOrder.Tasks<Integer> tasks) {
    for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
      tasks.done(i);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
