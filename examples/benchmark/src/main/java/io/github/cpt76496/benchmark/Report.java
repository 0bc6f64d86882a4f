package io.github.cpt76496.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cpt76496.benchmark.Turns.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The figures of one run as ratios, beside what was aimed at. */
final class Report {

  private final Map<Contestant, Measured> reviews = new LinkedHashMap<>();
  private final StringBuilder aims = new StringBuilder();
  private final StringBuilder mixes = new StringBuilder();
  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder starts = new StringBuilder();

  /** Every contestant on claims that all have a 76496 line, over the answer alone. */
  void reviews(Map<String, Measured> measured) {
    for (Contestant contestant : Contestant.values()) {
      reviews.put(contestant, measured.get(contestant + " ALL_HITS"));
    }
    double compiled = ratio(Contestant.COMPILED);
    double session = ratio(Contestant.SESSION);
    double hand = ratio(Contestant.HAND_WRITTEN);
    atMost("compiled rules, time over the answer alone", 1.2, compiled);
    atMost("compiled rules, time over hand-written", 1.2, compiled / hand);
    atMost("Drools session, time over the answer alone", 6, session);
    atMost("Drools session, time over hand-written", 6, session / hand);
    atMost("Drools session, bytes", 5_000, reviews.get(Contestant.SESSION).bytes());
    atLeast("rules as joins, time over the session", 8, ratio(Contestant.NATURAL_DRL) / session);
    atLeast("Evrete, time over the session", 20, ratio(Contestant.EVRETE) / session);
    atLeast("Evrete, time over the compiled rules", 100, ratio(Contestant.EVRETE) / compiled);
    atLeast("Easy Rules, time over the session", 3, ratio(Contestant.EASY_RULES) / session);
    atLeast(
        "Easy Rules, time over the compiled rules", 20, ratio(Contestant.EASY_RULES) / compiled);
  }

  private double ratio(Contestant contestant) {
    return reviews.get(contestant).ratio();
  }

  void mix(Mix mix, Map<String, Measured> measured) {
    row(mixes, words(mix.name()), measured);
  }

  void passedOver(Map<String, Measured> measured) {
    Measured library = measured.get("SESSION PASSED_OVER");
    atMost("claim without 76496, time over a bare loop", 1.5, library.ratio());
    atMost("claim without 76496, bytes", 0, Math.rint(library.bytes()));
  }

  void threads(String contestant, Map<String, Measured> measured) {
    atMost(
        "a review on two threads, time over one on one thread, " + words(contestant),
        contestant.equals("COMPILED") ? 1.05 : 1.25,
        measured.get(contestant + " THREADS 2").ratio());
  }

  /** Each line of claims with so many. */
  void lines(String contestant, Map<Integer, Measured> measured) {
    double first = measured.get(1).nanos();
    double dearest = 0;
    StringBuilder cells = new StringBuilder();
    for (Map.Entry<Integer, Measured> entry : measured.entrySet()) {
      Measured of = entry.getValue();
      double each = of.ratio() / entry.getKey();
      dearest = Math.max(dearest, each);
      cells.append(
          String.format(
              Locale.ROOT,
              " %.2f (%.2f to %.2f) |",
              each,
              of.low() / entry.getKey(),
              of.high() / entry.getKey()));
    }
    line(lines, "| %s | %s |%s", words(contestant), number(first / 1_000), cells);
    atMost("10 to 10,000 lines, a line over one alone, " + words(contestant), 1.3, dearest);
  }

  void additions(String contestant, Map<Integer, Measured> measured) {
    atMost(
        "100 or 1,000 host overrides and rows over none, " + words(contestant),
        1.2,
        Math.max(measured.get(100).ratio(), measured.get(1_000).ratio()));
  }

  /**
   * First reviews.
   *
   * @param medians milliseconds by the way to start
   * @param instructions millions of them, where they could be counted
   */
  void starts(Map<String, Long> medians, Map<String, Long> instructions) {
    medians.forEach(
        (way, millis) -> {
          Long counted = instructions.get(way);
          line(starts, "| %s | %d | %s |", way, millis, counted == null ? "" : counted);
        });
    start(medians, "engine COMPILED", 0.22);
    start(medians, "engine DROOLS", 0.45);
    for (String archive : new String[] {"AppCDS archive", "JDK 25, AOT cache"}) {
      start(medians, "engine COMPILED, " + archive, 0.15);
      start(medians, "engine DROOLS, " + archive, 0.30);
    }
  }

  private void start(Map<String, Long> medians, String way, double aim) {
    Long millis = medians.get(way);
    if (millis != null) {
      atMost("first review, whole process, " + way + ", s", aim, millis / 1_000.0);
    }
  }

  void heap(String contestant, String printed) {
    atMost(
        "heap of a loaded engine, " + words(contestant) + ", MB",
        8,
        longs(printed).get("bytes") / 1_000_000.0);
  }

  void soak(String contestant, String printed) {
    Map<String, Long> soak = longs(printed);
    String what =
        String.format(
            Locale.ROOT,
            "%,d reviews on %d threads, %s: ",
            soak.get("reviews"),
            soak.get("threads"),
            words(contestant));
    atMost(
        what + "heap after over before",
        1.03,
        soak.get("heapAfter") / (double) soak.get("heapBefore"));
    atMost(what + "p99.9 over median", 20, soak.get("p999") / (double) soak.get("median"));
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("results.md"), markdown(), UTF_8);
    Chart.write(reviews, folder.resolve("results.svg"), machine());
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
    StringBuilder text = new StringBuilder("# Results\n\n");
    line(text, "Written by the benchmark, all in one run: %s.", machine());
    line(
        text,
        "A ratio is the median of the ratios of turns that follow each other; the middle half");
    line(
        text, "of them lies in the brackets. Times are processor time of the thread that reviews.");
    line(text, "");
    line(text, "## A claim with a 76496 line, all rules");
    line(text, "");
    line(text, "| | µs | x the answer alone | bytes |");
    line(text, "|---|---|---|---|");
    reviews.forEach(
        (contestant, measured) ->
            line(
                text,
                "| %s | %s | %s | %,d |",
                words(contestant.name()),
                number(measured.nanos() / 1_000),
                spread(measured),
                Math.round(measured.bytes())));
    line(text, "");
    line(text, "![Time for one review as a multiple of the answer alone](results.svg)");
    line(text, "");
    line(text, "## What was aimed at");
    line(text, "");
    line(text, "| | aim | measured | |");
    line(text, "|---|---|---|---|");
    text.append(aims);
    line(text, "");
    line(text, "## Mixes");
    line(text, "");
    line(text, "Nobody publishes how often 76496 is billed; the mixes are assumptions.");
    line(text, "");
    line(text, "| | answer alone, ns a claim | compiled, x | Drools session, x |");
    line(text, "|---|---|---|---|");
    text.append(mixes);
    line(text, "");
    line(text, "## Long claims");
    line(text, "");
    line(text, "A line of a claim with so many, all billed with 76496, over a line alone.");
    line(text, "");
    line(text, "| | µs alone | 1 | 10 | 100 | 1,000 | 10,000 |");
    line(text, "|---|---|---|---|---|---|---|");
    text.append(lines);
    line(text, "");
    line(text, "## Start");
    line(text, "");
    line(
        text,
        "A whole process that loads the library, reviews one claim and ends: the median, and");
    line(text, "the instructions that it executes with the first compiler alone (Valgrind).");
    line(text, "");
    line(text, "| | ms | million instructions |");
    line(text, "|---|---|---|");
    text.append(starts);
    return text.toString();
  }

  /** The first contestant's time, and what the others take of it. */
  private static void row(StringBuilder table, String name, Map<String, Measured> measured) {
    StringBuilder cells = new StringBuilder();
    for (Measured of : measured.values()) {
      cells.append(cells.isEmpty() ? number(of.nanos()) : spread(of)).append(" | ");
    }
    line(table, "| %s | %s", name, cells.toString().strip());
  }

  private static String spread(Measured measured) {
    return number(measured.ratio())
        + " ("
        + number(measured.low())
        + " to "
        + number(measured.high())
        + ")";
  }

  private static void line(StringBuilder table, String format, Object... values) {
    table.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    table.append('\n');
  }

  static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }

  private void atMost(String what, double aim, double measured) {
    aim("at most", what, aim, measured, measured <= aim);
  }

  private void atLeast(String what, double aim, double measured) {
    aim("at least", what, aim, measured, measured >= aim);
  }

  private void aim(String bound, String what, double aim, double measured, boolean met) {
    line(
        aims,
        "| %s | %s %s | %s | %s |",
        what,
        bound,
        aim == Math.rint(aim) ? String.format(Locale.ROOT, "%,.0f", aim) : String.valueOf(aim),
        number(measured),
        met ? "yes" : "**no**");
  }

  /** {@code NATURAL_DRL} as words. */
  static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
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
