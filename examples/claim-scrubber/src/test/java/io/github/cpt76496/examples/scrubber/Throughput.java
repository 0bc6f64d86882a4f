package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.claims.ClaimSink;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.examples.scrubber.ClaimGenerator.Mix;
import io.github.cpt76496.examples.scrubber.report.JsonReport;
import io.github.cpt76496.examples.scrubber.report.Look;
import io.github.cpt76496.x12.X12ClaimReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Prints how fast 837 files of growing length are read, reviewed and written: {@code mvn -f
 * examples -pl ..,claim-scrubber -Pthroughput -DskipTests verify}. Parsing, and parsing with
 * review, run in one thread; the whole program uses all cores. Times are of one run on a shared
 * machine; compare the columns and rows, not runs.
 */
final class Throughput {

  private static final List<Integer> LENGTHS = List.of(1_000, 10_000, 100_000, 1_000_000);

  private Throughput() {}

  public static void main(String[] args) throws IOException {
    List<Integer> lengths =
        args.length == 0 ? LENGTHS : Arrays.stream(args).map(Integer::valueOf).toList();
    Cpt76496Edits edits = Cpt76496Edits.load();
    Path file = Files.createTempFile("claims", ".837");
    System.out.printf(
        "%-15s%10s%9s%14s%14s%14s%9s%9s%11s%n",
        "mix",
        "claims",
        "MB",
        "parse/s",
        "+ review/s",
        "program/s",
        "parsing",
        "review",
        "heap MB");
    try {
      for (Mix mix : Mix.values()) {
        // Twice the shortest: the first is the warm-up and is not printed.
        measure(edits, file, mix, 50_000, false);
        for (int claims : lengths) {
          measure(edits, file, mix, claims, true);
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void measure(Cpt76496Edits edits, Path file, Mix mix, int claims, boolean printed)
      throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      ClaimGenerator.write(out, claims, mix, 1);
    }
    double parsing = seconds(() -> read(file, claim -> {}));
    double reviewing = seconds(() -> read(file, claim -> edits.review(claim.claim())));
    double program = seconds(() -> scrub(edits, file));
    System.gc();
    long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    if (printed) {
      double share = Math.min(1, parsing / reviewing);
      System.out.printf(
          "%-15s%,10d%,9d%,14.0f%,14.0f%,14.0f%8.0f%%%8.0f%%%,11d%n",
          mix,
          claims,
          Files.size(file) / 1_000_000,
          claims / parsing,
          claims / reviewing,
          claims / program,
          100 * share,
          100 * (1 - share),
          heap >> 20);
    }
  }

  private static void read(Path file, Consumer<PlacedClaim> each) throws IOException {
    try (InputStream in = Sources.unpacked(Sources.open(file))) {
      new X12ClaimReader(PayerMap.packaged()).read(in, new Each(each));
    }
  }

  private static void scrub(Cpt76496Edits edits, Path file) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    try (JsonReport report = new JsonReport(nowhere, nowhere, Look.PLAIN)) {
      new Scrubber(edits, PayerMap.packaged(), WhatIf.nothing(), Progress.none())
          .scrub(List.of(file), report, () -> true);
    }
  }

  private static double seconds(Task task) throws IOException {
    long start = System.nanoTime();
    task.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private interface Task {
    void run() throws IOException;
  }

  private record Each(Consumer<PlacedClaim> taker) implements ClaimSink {
    @Override
    public void claim(PlacedClaim claim) {
      taker.accept(claim);
    }

    @Override
    public void problem(Problem problem) {
      throw new IllegalStateException(problem.reason());
    }

    @Override
    public void notice(Problem notice) {
      throw new IllegalStateException(notice.reason());
    }
  }
}
