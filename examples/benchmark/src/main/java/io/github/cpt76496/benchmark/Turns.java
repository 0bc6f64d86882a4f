package io.github.cpt76496.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contestants that take turns, a fiftieth of a second each. Every turn is compared with the first
 * contestant's of the same round, so that what the machine does meets both; the median of these
 * ratios is the figure, and where the middle half of them lies is its spread.
 */
final class Turns {

  private static final long TURN = 20_000_000;

  /** The contestants that a host has; the others bring jars of their own. */
  private static final List<String> OF_LIBRARY = List.of("COMPILED", "SESSION");

  private static final int MOST_OPERATIONS = 20_000_000;

  /**
   * What came out.
   *
   * @param nanos median processor time of an operation
   * @param bytes allocated by an operation
   * @param ratio median of the ratios to the first contestant
   * @param low a quarter of the ratios lies below
   * @param high a quarter lies above
   */
  record Measured(double nanos, double bytes, double ratio, double low, double high) {}

  private static final class Contestant implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;
    private int operations = 1;
    private double bytes;

    Contestant(String name) throws IOException {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-XX:+UseSerialGC",
                  "-Xbatch", // Who waits for the compiler is warm however busy the machine is.
                  "-Dslf4j.internal.verbosity=ERROR",
                  "-classpath",
                  OF_LIBRARY.contains(name.split(" ", 2)[0])
                      ? Processes.classPathOfHost()
                      : System.getProperty("java.class.path"),
                  Turn.class.getName()));
      command.addAll(Arrays.asList(name.split(" ", -1)));
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      answers = new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII));
      orders = new PrintStream(process.getOutputStream(), true, US_ASCII);
      if (!"ready".equals(answers.readLine())) {
        throw new IllegalStateException(name + ": did not start");
      }
    }

    /** Processor time of an operation. */
    double turn() throws IOException {
      orders.println(operations);
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("a contestant ended early");
      }
      int space = answer.indexOf(' ');
      bytes = Double.parseDouble(answer.substring(space)) / operations;
      return Double.parseDouble(answer.substring(0, space)) / operations;
    }

    /** Runs until it is warm, and finds how many operations make a turn. */
    void warmUp(int turns) throws IOException {
      for (int i = 0; i < turns; ) {
        double each = turn();
        if (each * operations >= TURN / 2.0) {
          i++;
        }
        operations =
            (int) Math.max(1, Math.min(Math.min(MOST_OPERATIONS, 4.0 * operations), TURN / each));
      }
    }

    @Override
    public void close() {
      orders.close();
      process.destroy();
    }
  }

  private final int processes;
  private final int warmUp;
  private final int rounds;

  Turns(boolean quick) {
    processes = quick ? 1 : 3;
    warmUp = quick ? 75 : 300;
    rounds = quick ? 40 : 100;
  }

  /** Measures contestants, named as {@link Turn} reads them; the first is what others are over. */
  Map<String, Measured> measure(String... names) throws IOException {
    Map<String, List<Double>> nanos = new LinkedHashMap<>();
    Map<String, List<Double>> ratios = new LinkedHashMap<>();
    Map<String, Double> bytes = new LinkedHashMap<>();
    for (int i = 0; i < processes; i++) {
      Map<String, Contestant> all = new LinkedHashMap<>();
      try {
        for (String name : names) {
          all.put(name, new Contestant(name));
          all.get(name).warmUp(warmUp);
        }
        for (int round = 0; round < rounds; round++) {
          double base = 0;
          for (Map.Entry<String, Contestant> entry : all.entrySet()) {
            double each = entry.getValue().turn();
            base = base == 0 ? each : base;
            nanos.computeIfAbsent(entry.getKey(), n -> new ArrayList<>()).add(each);
            ratios.computeIfAbsent(entry.getKey(), n -> new ArrayList<>()).add(each / base);
          }
        }
        all.forEach((name, contestant) -> bytes.put(name, contestant.bytes));
      } finally {
        all.values().forEach(Contestant::close);
      }
    }
    Map<String, Measured> measured = new LinkedHashMap<>();
    for (String name : names) {
      List<Double> of = ratios.get(name);
      measured.put(
          name,
          new Measured(
              quantile(nanos.get(name), 0.5),
              bytes.get(name),
              quantile(of, 0.5),
              quantile(of, 0.25),
              quantile(of, 0.75)));
    }
    return measured;
  }

  private static double quantile(List<Double> values, double share) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[(int) (share * (sorted.length - 1))];
  }
}
