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
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Prints how long 837 files of growing length take beside the least that reading them can cost:
 * {@code mvn -f examples -pl ..,claim-scrubber -am -Pthroughput -DskipTests verify}.
 *
 * <p>All contestants read the same file one after the other, round by round, so that what else runs
 * on the machine hits each alike; each figure is the median of its rounds, in thousands of claims a
 * second, and those behind a slash are the median of the ratios to the bare loop of the same round.
 */
final class Throughput {

  private static final List<Integer> LENGTHS = List.of(1_000, 10_000, 100_000, 1_000_000);
  private static final int ROUNDS = 5;
  private static final int BUFFER = 1 << 18;

  private Throughput() {}

  /** What reads a file. */
  private interface Contestant {
    void read(Path file) throws IOException;
  }

  public static void main(String[] args) throws IOException {
    List<Integer> lengths =
        args.length == 0 ? LENGTHS : Arrays.stream(args).map(Integer::valueOf).toList();
    Cpt76496Edits edits = Cpt76496Edits.load();
    Scrubber.Work one = new Scrubber.Work(1, false);
    List<Contestant> contestants =
        List.of(
            Throughput::bareLoop,
            Throughput::staediAlone,
            Throughput::readEveryClaim,
            Throughput::readClaimsWith76496,
            file -> scrub(edits, file, one),
            file -> scrub(edits, file, Scrubber.Work.USUAL));
    System.out.printf(
        "%-15s%10s%6s%18s%18s%18s%18s%18s%18s%9s%n",
        "mix",
        "claims",
        "MB",
        "bare loop",
        "StAEDI alone",
        "every claim",
        "claims with 76496",
        "program, 1 thread",
        "program",
        "heap MB");
    Path file = Files.createTempFile("claims", ".837");
    try {
      for (Mix mix : Mix.values()) {
        measure(contestants, file, mix, 20_000, false); // The warm-up.
        for (int claims : lengths) {
          measure(contestants, file, mix, claims, true);
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void measure(
      List<Contestant> contestants, Path file, Mix mix, int claims, boolean printed)
      throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      ClaimGenerator.write(out, claims, mix, 1);
    }
    double[][] seconds = new double[contestants.size()][ROUNDS];
    double[][] ratios = new double[contestants.size()][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < contestants.size(); i++) {
        long start = System.nanoTime();
        contestants.get(i).read(file);
        seconds[i][round] = (System.nanoTime() - start) / 1e9;
        ratios[i][round] = seconds[i][round] / seconds[0][round];
      }
    }
    if (!printed) {
      return;
    }
    System.gc();
    long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf("%-15s%,10d%,6d", mix, claims, Files.size(file) / 1_000_000);
    for (int i = 0; i < contestants.size(); i++) {
      System.out.printf("%,10.0f /%6.1f", claims / median(seconds[i]) / 1000, median(ratios[i]));
    }
    System.out.printf("%,9d%n", heap >> 20);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Looks at every byte and counts delimiters: no reader can be faster that does as much. */
  private static void bareLoop(Path file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long segments = 0;
    long elements = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          byte b = buffer[i];
          if (b == '~') {
            segments++;
          } else if (b == '*') {
            elements++;
          }
        }
      }
    }
    requireSome(segments + elements);
  }

  /** Reads every element and keeps nothing. */
  private static void staediAlone(Path file) throws IOException {
    EDIInputFactory factory = EDIInputFactory.newFactory();
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
    long characters = 0;
    try (InputStream in = Sources.unpacked(Sources.open(file));
        EDIStreamReader reader = factory.createEDIStreamReader(in)) {
      while (reader.hasNext()) {
        if (reader.next() == EDIStreamEvent.ELEMENT_DATA) {
          characters += reader.getText().length();
        }
      }
    } catch (EDIStreamException e) {
      throw new IOException(e);
    }
    requireSome(characters);
  }

  private static void readEveryClaim(Path file) throws IOException {
    read(new X12ClaimReader(PayerMap.packaged()), file);
  }

  private static void readClaimsWith76496(Path file) throws IOException {
    read(new X12ClaimReader(PayerMap.packaged()).onlyWith76496(), file);
  }

  private static void read(X12ClaimReader reader, Path file) throws IOException {
    Counting claims = new Counting();
    try (InputStream in = Sources.unpacked(Sources.open(file))) {
      reader.read(in, claims);
    }
    requireSome(claims.count);
  }

  private static void scrub(Cpt76496Edits edits, Path file, Scrubber.Work work) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    try (JsonReport report = new JsonReport(nowhere, nowhere, Look.PLAIN)) {
      new Scrubber(
              edits, PayerMap.packaged(), WhatIf.nothing(), Answers.none(), Progress.none(), work)
          .scrub(List.of(file), report, () -> true);
    }
  }

  private static void requireSome(long count) {
    if (count == 0) {
      throw new IllegalStateException("nothing was read");
    }
  }

  private static final class Counting implements ClaimSink {
    private long count;

    @Override
    public void claim(PlacedClaim claim) {
      count++;
    }

    @Override
    public void passedOver(int claims) {
      count += claims;
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
