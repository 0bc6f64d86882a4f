package io.github.cpt76496.benchmark;

import io.github.cpt76496.benchmark.Turns.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures everything and writes {@code results.md} and {@code results.svg} into a folder.
 * Arguments: the folder; {@code quick} for a look that proves little.
 */
public final class Benchmarks {

  private Benchmarks() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    boolean quick = Arrays.asList(args).contains("quick");
    Path folder = Path.of(args[0]);
    Report report = new Report();
    measure(new Turns(quick), report);
    Path scratch = Files.createTempDirectory("start");
    try {
      StartTimes starts = new StartTimes(newestJava(), scratch);
      report.starts(starts.medians(quick ? 3 : 11), starts.instructions());
    } finally {
      try (Stream<Path> files = Files.list(scratch)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(scratch);
    }
    String reviews = quick ? "2000000" : System.getProperty("soak.reviews", "50000000");
    for (String contestant : List.of("COMPILED", "SESSION")) {
      report.heap(contestant, child(LoadedHeap.class, contestant));
      report.soak(contestant, child(Soak.class, contestant, reviews));
    }
    report.write(folder);
  }

  private static void measure(Turns turns, Report report) throws IOException {
    report.reviews(
        turns.measure(
            Arrays.stream(Contestant.values())
                .map(contestant -> contestant + " ALL_HITS")
                .toArray(String[]::new)));
    for (Mix mix : List.of(Mix.CLEARING_HOUSE, Mix.RADIOLOGY)) {
      report.mix(mix, turns.measure("ANSWER_ALONE " + mix, "COMPILED " + mix, "SESSION " + mix));
    }
    report.passedOver(turns.measure("BARE_LOOP", "SESSION PASSED_OVER"));
    for (String contestant : List.of("COMPILED", "SESSION")) {
      report.threads(
          contestant, turns.measure(contestant + " THREADS 1", contestant + " THREADS 2"));
      report.lines(contestant, series(turns, contestant, "LINES", 1, 10, 100, 1_000, 10_000));
      report.additions(contestant, series(turns, contestant, "ADDITIONS", 0, 100, 1_000));
    }
  }

  private static Map<Integer, Measured> series(
      Turns turns, String contestant, String what, int... sizes) throws IOException {
    List<String> names = new ArrayList<>();
    for (int size : sizes) {
      names.add(contestant + " " + what + " " + size);
    }
    Map<String, Measured> measured = turns.measure(names.toArray(String[]::new));
    Map<Integer, Measured> bySize = new LinkedHashMap<>();
    for (int i = 0; i < sizes.length; i++) {
      bySize.put(sizes[i], measured.get(names.get(i)));
    }
    return bySize;
  }

  private static Optional<Path> newestJava() {
    String home = System.getProperty("newest.java.home", "");
    return home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home));
  }

  private static String child(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(main.getName());
    command.addAll(Arrays.asList(arguments));
    return Processes.run(
            Path.of(System.getProperty("java.home")),
            Processes.classPathOfHost(),
            List.of("-Xmx256m"),
            command.toArray(new String[0]))
        .output();
  }
}
