package io.github.cpt76496.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/** The figures of one run as ratios, beside what was aimed at. */
final class Report {

  /**
   * A mean with the half width of its 99.9 % confidence interval.
   *
   * @param bytes allocated for each operation
   */
  record Score(double mean, double error, double bytes) {

    Score over(Score other) {
      double ratio = mean / other.mean;
      return new Score(
          ratio,
          ratio * Math.hypot(error / mean, other.error / other.mean),
          other.bytes == 0 ? 0 : bytes / other.bytes);
    }

    @Override
    public String toString() {
      return mean < 10
          ? String.format(Locale.ROOT, "%.2f ± %.2f", mean, error)
          : String.format(Locale.ROOT, "%.0f ± %.0f", mean, error);
    }
  }

  private final Map<String, Score> scores = new HashMap<>();
  private final Map<String, Long> starts;
  private final Map<String, String> soaks;
  private final Map<String, String> heaps;
  private final StringBuilder text = new StringBuilder();

  Report(
      Collection<RunResult> results,
      Map<String, Long> starts,
      Map<String, String> soaks,
      Map<String, String> heaps) {
    for (RunResult result : results) {
      StringBuilder name = new StringBuilder();
      String benchmark = result.getParams().getBenchmark();
      name.append(benchmark.substring(benchmark.indexOf("benchmark.") + "benchmark.".length()));
      result.getParams().getParamsKeys().stream()
          .sorted()
          .forEach(key -> name.append(' ').append(result.getParams().getParam(key)));
      name.append(" x").append(result.getParams().getThreads());
      scores.put(
          name.toString(),
          new Score(
              result.getPrimaryResult().getScore(),
              result.getPrimaryResult().getScoreError(),
              result.getSecondaryResults().get("gc.alloc.rate.norm").getScore()));
    }
    this.starts = starts;
    this.soaks = soaks;
    this.heaps = heaps;
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("results.md"), markdown(), UTF_8);
    Chart.write(timesByHandWritten(), folder.resolve("results.svg"), machine());
  }

  private Score review(Contestant contestant, String mix, int threads) {
    return score("ReviewBenchmark.review " + contestant + " " + mix + " x" + threads);
  }

  private Score score(String name) {
    Score score = scores.get(name);
    if (score == null) {
      throw new IllegalStateException("not measured: " + name + "; there is " + scores.keySet());
    }
    return score;
  }

  /** Every contestant on claims that all have a 76496 line, as a multiple of hand-written Java. */
  private Map<Contestant, Score> timesByHandWritten() {
    Map<Contestant, Score> ratios = new LinkedHashMap<>();
    Score hand = review(Contestant.HAND_WRITTEN, "ALL_HITS", 1);
    for (Contestant contestant : Contestant.values()) {
      ratios.put(contestant, review(contestant, "ALL_HITS", 1).over(hand));
    }
    return ratios;
  }

  private static String machine() {
    return "JDK %s, %d cores, %s %s"
        .formatted(
            System.getProperty("java.vm.version"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }

  private String markdown() {
    line("# Results");
    line("");
    line("Written by the benchmark, all in one run on one machine: " + machine() + ".");
    line(
        "Ratios count; the microseconds are those of a shared machine. ± is the half width of the");
    line("99.9 % confidence interval.");
    line("");
    line("## A claim with a 76496 line, all rules");
    line("");
    line("| | µs | x hand-written | bytes |");
    line("|---|---|---|---|");
    Score hand = review(Contestant.HAND_WRITTEN, "ALL_HITS", 1);
    timesByHandWritten()
        .forEach(
            (contestant, ratio) -> {
              Score score = review(contestant, "ALL_HITS", 1);
              line(
                  "| %s | %s | %s | %,d |",
                  Chart.words(contestant),
                  number(score.mean() / 1_000),
                  ratio,
                  Math.round(score.bytes()));
            });
    line("");
    line("## What was aimed at");
    line("");
    line("| | aim | measured | |");
    line("|---|---|---|---|");
    Score compiled = review(Contestant.COMPILED, "ALL_HITS", 1);
    Score session = review(Contestant.SESSION, "ALL_HITS", 1);
    Score natural = review(Contestant.NATURAL_DRL, "ALL_HITS", 1);
    Score easy = review(Contestant.EASY_RULES, "ALL_HITS", 1);
    Score evrete = review(Contestant.EVRETE, "ALL_HITS", 1);
    atMost("compiled rules, time over hand-written", 1.3, compiled.over(hand).mean());
    atMost("compiled rules, bytes over hand-written", 2, compiled.over(hand).bytes());
    atMost("Drools session, time over hand-written", 10, session.over(hand).mean());
    atMost("Drools session, bytes", 5_000, session.bytes());
    atLeast("rules as joins, time over the session", 8, natural.over(session).mean());
    atLeast("Evrete, time over the session", 20, evrete.over(session).mean());
    atLeast("Evrete, time over the compiled rules", 100, evrete.over(compiled).mean());
    atLeast("Easy Rules, time over the session", 3, easy.over(session).mean());
    atLeast("Easy Rules, time over the compiled rules", 20, easy.over(compiled).mean());
    Score passedOver = score("PassOverBenchmark.library x1");
    Score bareLoop = score("PassOverBenchmark.bareLoop x1");
    atMost("claim without 76496, time over a bare loop", 1.5, passedOver.over(bareLoop).mean());
    atMost("claim without 76496, bytes", 0, Math.rint(passedOver.bytes()));
    atLeast("two threads over one, compiled rules", 1.9, speedUp(Contestant.COMPILED));
    atLeast("two threads over one, Drools session", 1.6, speedUp(Contestant.SESSION));
    longClaims(Contestant.COMPILED);
    longClaims(Contestant.SESSION);
    ofHost(Contestant.COMPILED);
    ofHost(Contestant.SESSION);
    atMost("heap of a loaded engine, compiled rules, MB", 8, heap("COMPILED"));
    atMost("heap of a loaded engine, Drools, MB", 8, heap("SESSION"));
    soak("COMPILED");
    soak("SESSION");
    starts();
    line("");
    line("## Mixes");
    line("");
    line("Nobody publishes how often 76496 is billed; the mixes are assumptions.");
    line("");
    line("| | hand-written ns | compiled ns | Drools session ns |");
    line("|---|---|---|---|");
    mix("A, clearing house: one line in 100,000", "CLEARING_HOUSE");
    mix("B, radiology work list: one line in 100", "RADIOLOGY");
    mix("C, a line of each claim", "ALL_HITS");
    line("");
    line("## Start");
    line("");
    line("A whole process that loads the library, reviews one claim and ends; medians.");
    line("");
    line("| | ms |");
    line("|---|---|");
    starts.forEach((way, millis) -> line("| %s | %d |", way, millis));
    return text.toString();
  }

  private void line(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    text.append('\n');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }

  private void atMost(String what, double aim, double measured) {
    line(
        "| %s | at most %s | %s | %s |",
        what, shortly(aim), number(measured), measured <= aim ? "yes" : "**no**");
  }

  private void atLeast(String what, double aim, double measured) {
    line(
        "| %s | at least %s | %s | %s |",
        what, shortly(aim), number(measured), measured >= aim ? "yes" : "**no**");
  }

  private static String shortly(double aim) {
    return aim == Math.rint(aim) ? String.format(Locale.ROOT, "%,.0f", aim) : String.valueOf(aim);
  }

  private double speedUp(Contestant contestant) {
    return 2 * review(contestant, "ALL_HITS", 1).mean() / review(contestant, "ALL_HITS", 2).mean();
  }

  /** The dearest line over the cheapest, from claims of one line to claims of 10,000. */
  private void longClaims(Contestant contestant) {
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int lines : List.of(1, 10, 100, 1_000, 10_000)) {
      double each =
          score("LongClaimBenchmark.review " + contestant + " " + lines + " x1").mean() / lines;
      least = Math.min(least, each);
      most = Math.max(most, each);
    }
    atMost(
        "1 to 10,000 lines, dearest line over cheapest, " + Chart.words(contestant),
        1.3,
        most / least);
  }

  private void ofHost(Contestant contestant) {
    double none = score("HostBenchmark.review 0 " + contestant + " x1").mean();
    double most =
        Math.max(
            score("HostBenchmark.review 100 " + contestant + " x1").mean(),
            score("HostBenchmark.review 1000 " + contestant + " x1").mean());
    atMost(
        "100 or 1,000 host overrides and rows over none, " + Chart.words(contestant),
        1.2,
        most / none);
  }

  private double heap(String contestant) {
    return longs(heaps.get(contestant)).get("bytes") / 1_000_000.0;
  }

  private void soak(String contestant) {
    Map<String, Long> soak = longs(soaks.get(contestant));
    String what =
        String.format(
            Locale.ROOT,
            "%,d reviews on %d threads, %s: ",
            soak.get("reviews"),
            soak.get("threads"),
            contestant.toLowerCase(Locale.ROOT));
    atMost(
        what + "heap after over before",
        1.03,
        soak.get("heapAfter") / (double) soak.get("heapBefore"));
    atMost(what + "p99.9 over median", 20, soak.get("p999") / (double) soak.get("median"));
  }

  private void starts() {
    long compiled = starts.get("engine COMPILED");
    atMost("first review, whole process, compiled rules, s", 0.35, compiled / 1_000.0);
    atMost("first review, whole process, Drools, s", 0.35, starts.get("engine DROOLS") / 1_000.0);
    long fromDrl = starts.get("the same pages compiled from DRL at start");
    atLeast("compiling DRL at start over compiled rules", 8, fromDrl / (double) compiled);
    atLeast(
        "compiling DRL at start over Drools", 8, fromDrl / (double) starts.get("engine DROOLS"));
    for (String engine : List.of("COMPILED", "DROOLS")) {
      atMost(
          "first review with AppCDS archive, " + engine + ", s",
          0.18,
          starts.get("engine " + engine + ", AppCDS archive") / 1_000.0);
      Long cached = starts.get("engine " + engine + ", JDK 25, AOT cache");
      if (cached != null) {
        atMost("first review with AOT cache of JDK 25, " + engine + ", s", 0.14, cached / 1_000.0);
      }
    }
  }

  private void mix(String name, String mix) {
    line(
        "| %s | %s | %s | %s |",
        name,
        review(Contestant.HAND_WRITTEN, mix, 1),
        review(Contestant.COMPILED, mix, 1),
        review(Contestant.SESSION, mix, 1));
  }

  /** {@code a=1 b=2} as numbers by name. */
  private static Map<String, Long> longs(String printed) {
    Map<String, Long> values = new HashMap<>();
    for (String pair : printed.split(" ", -1)) {
      int equals = pair.indexOf('=');
      values.put(pair.substring(0, equals), Long.valueOf(pair.substring(equals + 1)));
    }
    return values;
  }
}
