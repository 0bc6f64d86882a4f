package io.github.cpt76496.benchmark;

import com.sun.management.ThreadMXBean;
import io.github.cpt76496.Claim;
import io.github.cpt76496.ServiceLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * One contestant in a process of its own, so that no other spoils what the JIT compiler knows of
 * it; it works when it is its turn. Arguments: what to run. Each line that is read is a number of
 * operations; the answer is the processor time of the threads that did them, and the bytes that
 * they allocated. Processor time, since what else the machine does is no part of it; the collector
 * has a thread of its own, and the bytes stand for it.
 */
final class Turn {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Keeps results alive. */
  @SuppressWarnings("UnusedVariable")
  private static volatile Object last;

  private Turn() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int threads = args.length > 2 && args[1].equals("THREADS") ? Integer.parseInt(args[2]) : 1;
    Work work = work(args);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int operations = Integer.parseInt(line);
      int each = (operations + threads - 1) / threads; // The first turn is of one.
      Used[] used = new Used[threads];
      Thread[] all = new Thread[threads];
      for (int i = 0; i < threads; i++) {
        int place = i;
        all[i] = new Thread(() -> used[place] = work.run(each));
        all[i].start();
      }
      long nanos = 0;
      long bytes = 0;
      for (int i = 0; i < threads; i++) {
        all[i].join();
        nanos += used[i].nanos();
        bytes += used[i].bytes();
      }
      System.out.println(nanos + " " + bytes);
    }
  }

  private record Used(long nanos, long bytes) {}

  /** A function on claims that take turns. */
  private record Work(Function<Claim, Object> review, List<Claim> claims) {

    Used run(int operations) {
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      long start = THREADS.getCurrentThreadCpuTime();
      int next = 0;
      for (int i = 0; i < operations; i++) {
        last = review.apply(claims.get(next));
        next = next + 1 == claims.size() ? 0 : next + 1;
      }
      if (last == null) {
        throw new IllegalStateException("no review");
      }
      return new Used(
          THREADS.getCurrentThreadCpuTime() - start,
          THREADS.getCurrentThreadAllocatedBytes() - bytes);
    }
  }

  private static Work work(String[] args) throws IOException {
    if (args[0].equals("BARE_LOOP")) {
      return new Work(Turn::has76496, List.of(Claims.noHits(512)));
    }
    Contestant contestant = Contestant.valueOf(args[0]);
    Claim[] claims =
        switch (args[1]) {
          case "LINES" -> new Claim[] {Claims.long76496(Integer.parseInt(args[2]))};
          case "PASSED_OVER" -> Claims.noHits(512);
          case "ADDITIONS", "THREADS" -> Mix.ALL_HITS.claims();
          default -> Mix.valueOf(args[1]).claims();
        };
    return args[1].equals("ADDITIONS")
        ? new Work(
            HostAdditions.load(contestant, Integer.parseInt(args[2]))::review, List.of(claims))
        : new Work(contestant.load(claims), List.of(claims));
  }

  private static boolean has76496(Claim claim) {
    List<ServiceLine> lines = claim.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).procedureCode().equals("76496")) {
        return true;
      }
    }
    return false;
  }
}
