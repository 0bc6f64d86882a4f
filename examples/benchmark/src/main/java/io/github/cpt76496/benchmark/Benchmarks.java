package io.github.cpt76496.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures everything and writes {@code results.md} and {@code results.svg} into a folder.
 * Arguments: the folder; {@code quick} for a look that proves nothing.
 */
public final class Benchmarks {

  private static final String[] OF_LIBRARY = {"HAND_WRITTEN", "COMPILED", "SESSION"};

  private final boolean quick;
  private final List<RunResult> results = new ArrayList<>();

  private Benchmarks(boolean quick) {
    this.quick = quick;
  }

  public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
    Benchmarks all = new Benchmarks(Arrays.asList(args).contains("quick"));
    Path folder = Path.of(args[0]);
    Path scratch = Files.createTempDirectory("start");
    try {
      Map<String, Long> starts = new StartTimes(newestJava(), scratch).medians(all.quick ? 1 : 11);
      all.measure();
      Map<String, String> soaks = all.soaks();
      new Report(all.results, starts, soaks, all.heaps()).write(folder);
    } finally {
      try (Stream<Path> files = Files.list(scratch)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(scratch);
    }
  }

  private static Optional<Path> newestJava() {
    String home = System.getProperty("newest.java.home", "");
    return home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home));
  }

  private void measure() throws RunnerException {
    run(options(ReviewBenchmark.class).param("mix", "ALL_HITS"));
    run(
        options(ReviewBenchmark.class)
            .param("mix", "CLEARING_HOUSE", "RADIOLOGY")
            .param("contestant", OF_LIBRARY)
            .forks(1));
    run(
        options(ReviewBenchmark.class)
            .param("mix", "ALL_HITS")
            .param("contestant", OF_LIBRARY)
            .threads(2));
    run(options(PassOverBenchmark.class));
    run(options(LongClaimBenchmark.class).forks(1));
    run(options(HostBenchmark.class).forks(1));
  }

  private ChainedOptionsBuilder options(Class<?> benchmark) {
    return new OptionsBuilder()
        .include(benchmark.getSimpleName())
        .forks(quick ? 1 : 2)
        .warmupIterations(quick ? 1 : 5)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(quick ? 1 : 5)
        .measurementTime(TimeValue.seconds(1))
        .shouldFailOnError(true)
        .addProfiler(GCProfiler.class);
  }

  private void run(ChainedOptionsBuilder options) throws RunnerException {
    Collection<RunResult> found = new Runner(options.build()).run();
    results.addAll(found);
  }

  private Map<String, String> soaks() throws IOException, InterruptedException {
    String reviews = quick ? "200000" : System.getProperty("soak.reviews", "50000000");
    return Map.of(
        "COMPILED", child(Soak.class, "COMPILED", reviews),
        "SESSION", child(Soak.class, "SESSION", reviews));
  }

  private Map<String, String> heaps() throws IOException, InterruptedException {
    return Map.of(
        "COMPILED", child(LoadedHeap.class, "COMPILED"),
        "SESSION", child(LoadedHeap.class, "SESSION"));
  }

  private static String child(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(main.getName());
    command.addAll(Arrays.asList(arguments));
    return Processes.run(
            Path.of(System.getProperty("java.home")),
            System.getProperty("java.class.path"),
            List.of("-Xmx256m"),
            command.toArray(new String[0]))
        .output();
  }
}
