package io.github.cpt76496.examples.scrubber;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work on all cores whose results come out in the order in which it went in: one thread makes the
 * tasks, as many as there are cores do them, and the caller's thread takes the results. A bounded
 * queue stands between them, so memory does not grow with the input.
 */
final class InOrder {

  /** Handing over costs more than a review: tasks travel together. */
  private static final int BATCH = 64;

  /**
   * Tasks weigh what they hold and what is made of it, which is 15 KB of JSON a line; a claim of a
   * thousand lines travels alone.
   */
  private static final int HEAVIEST_BATCH = 256;

  private static final ThreadFactory DAEMONS =
      task -> {
        Thread thread = new Thread(task, "claims");
        // A reader that waits for standard input must not keep the process alive.
        thread.setDaemon(true);
        return thread;
      };

  private InOrder() {}

  /** Takes tasks in order. Used by one thread. */
  interface Tasks<R> {

    /**
     * Adds work.
     *
     * @param weight roughly how much memory it holds, in service lines
     */
    void add(Supplier<R> task, int weight);

    /** Lets the work that was added begin, though there may be more to come. */
    void flush();

    /** Adds a result that needs no work. */
    default void done(R result) {
      add(() -> result, 1);
    }
  }

  /**
   * Runs everything; returns when the last result has been taken.
   *
   * @param threads how many do the tasks; with one, the caller's thread does all of the work
   * @param maker makes the tasks, in a thread of its own
   * @param taker takes the results, in the caller's thread
   * @param goOn asked after every few results in the caller's thread, and in particular before it
   *     waits for more; ends everything when it says no
   */
  static <R> void run(
      int threads, Consumer<Tasks<R>> maker, Consumer<R> taker, BooleanSupplier goOn) {
    if (threads == 1) {
      runHere(maker, taker, goOn);
      return;
    }
    ExecutorService workers = Executors.newFixedThreadPool(threads, DAEMONS);
    BlockingQueue<Future<List<R>>> queue = new ArrayBlockingQueue<>(2 * threads);
    Thread making = DAEMONS.newThread(() -> make(maker, new Batches<>(workers, queue)));
    making.start();
    try {
      List<R> results = next(queue, goOn);
      while (!results.isEmpty()) {
        results.forEach(taker);
        results = next(queue, goOn);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } finally {
      making.interrupt();
      workers.shutdownNow();
    }
  }

  private static <R> void runHere(
      Consumer<Tasks<R>> maker, Consumer<R> taker, BooleanSupplier goOn) {
    try {
      maker.accept(
          new Tasks<>() {
            @Override
            public void add(Supplier<R> task, int weight) {
              taker.accept(task.get());
              if (!goOn.getAsBoolean()) {
                throw new Ended();
              }
            }

            @Override
            public void flush() {
              // Every task is done when it is added.
            }
          });
    } catch (Ended e) {
      // Nobody reads what is written, so nothing more is made.
    }
  }

  /** Leaves whatever makes the tasks. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ended() {
      super("nobody takes the results", null, false, false);
    }
  }

  /** Asks before it waits: who reads what has been written may wait for it, too. */
  private static <R> List<R> next(BlockingQueue<Future<List<R>>> queue, BooleanSupplier goOn)
      throws InterruptedException, ExecutionException {
    return goOn.getAsBoolean() ? queue.take().get() : List.of();
  }

  private static <R> void make(Consumer<Tasks<R>> maker, Batches<R> batches) {
    try {
      maker.accept(batches);
      batches.flush();
      batches.put(CompletableFuture.completedFuture(List.of()));
    } catch (RuntimeException | Error e) {
      batches.fail(e);
    }
  }

  /** Tasks on their way into the queue. */
  private static final class Batches<R> implements Tasks<R> {
    private final ExecutorService workers;
    private final BlockingQueue<Future<List<R>>> queue;
    private List<Supplier<R>> batch = new ArrayList<>(BATCH);
    private int weight;

    Batches(ExecutorService workers, BlockingQueue<Future<List<R>>> queue) {
      this.workers = workers;
      this.queue = queue;
    }

    @Override
    public void add(Supplier<R> task, int weight) {
      batch.add(task);
      this.weight += weight;
      if (batch.size() == BATCH || this.weight >= HEAVIEST_BATCH) {
        flush();
      }
    }

    @Override
    public void flush() {
      if (batch.isEmpty()) {
        return;
      }
      List<Supplier<R>> tasks = batch;
      batch = new ArrayList<>(BATCH);
      weight = 0;
      put(workers.submit(() -> results(tasks)));
    }

    private List<R> results(List<Supplier<R>> tasks) {
      List<R> results = new ArrayList<>(tasks.size());
      for (Supplier<R> task : tasks) {
        results.add(task.get());
      }
      return results;
    }

    void put(Future<List<R>> results) {
      try {
        queue.put(results);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("nobody takes the results", e);
      }
    }

    void fail(Throwable failure) {
      try {
        queue.put(CompletableFuture.failedFuture(failure));
      } catch (InterruptedException e) {
        // The taker has gone, for a reason of its own.
        Thread.currentThread().interrupt();
      }
    }
  }
}
