package io.github.cpt76496.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * From the start of a process to its end, with one review in between: with either engine, with the
 * JVM's archives of loaded classes, and compiling the same pages from DRL instead. All ways take
 * turns, so that what else the machine does meets each of them.
 */
final class StartTimes {

  private static final String FIRST_REVIEW = "io.github.cpt76496.internal.FirstReview";
  private static final String FROM_DRL = "io.github.cpt76496.internal.FirstReviewFromDrl";

  /** What a host needs at run time, by the start of a jar's name. */
  private static final List<String> RUN_TIME =
      List.of(
          "cpt76496-edits",
          "drools-base",
          "drools-canonical-model",
          "drools-core",
          "drools-kiesession",
          "drools-model-compiler",
          "drools-util",
          "drools-wiring-api",
          "drools-wiring-static",
          "kie-api",
          "kie-internal",
          "kie-memory-compiler",
          "slf4j-api");

  private record Way(
      String name, Path javaHome, String classPath, List<String> options, List<String> command) {

    Processes.Run run() throws IOException, InterruptedException {
      return run(options);
    }

    Processes.Run run(List<String> options) throws IOException, InterruptedException {
      return Processes.run(javaHome, classPath, options, command.toArray(new String[0]));
    }
  }

  private final String classPath = System.getProperty("java.class.path");
  private final Path java = Path.of(System.getProperty("java.home"));
  private final Optional<Path> newestJava;
  private final Path folder;

  /**
   * @param newestJava home of a JDK 25 or later, whose archives hold more than classes
   */
  StartTimes(Optional<Path> newestJava, Path folder) {
    this.newestJava = newestJava;
    this.folder = folder;
  }

  /** Medians in milliseconds, in the order in which a table would show them. */
  Map<String, Long> medians(int times) throws IOException, InterruptedException {
    List<Way> ways = ways();
    Map<String, List<Long>> all = new LinkedHashMap<>();
    String answer = "";
    for (int i = 0; i < times; i++) {
      for (Way way : ways) {
        boolean slow = way.command().contains(FROM_DRL);
        if (slow && i >= 3) {
          continue;
        }
        Processes.Run run = way.run();
        answer = answer.isEmpty() ? run.output() : answer;
        if (!answer.equals(run.output())) {
          throw new IllegalStateException(way.name() + " answers otherwise: " + run.output());
        }
        all.computeIfAbsent(way.name(), w -> new ArrayList<>()).add(run.millis());
      }
    }
    Map<String, Long> medians = new LinkedHashMap<>();
    all.forEach(
        (name, millis) ->
            medians.put(name, millis.stream().sorted().toList().get(millis.size() / 2)));
    return medians;
  }

  /**
   * Millions of instructions that a start executes, which do not depend on what else the machine
   * does; empty where Valgrind is not installed.
   */
  Map<String, Long> instructions() throws IOException, InterruptedException {
    Map<String, Long> counted = new LinkedHashMap<>();
    for (String engine : List.of("COMPILED", "DROOLS")) {
      Way way = way("engine " + engine, java, engine);
      List<String> command =
          new ArrayList<>(
              List.of(
                  "valgrind",
                  "--tool=cachegrind",
                  "--cache-sim=no",
                  "--cachegrind-out-file=/dev/null",
                  "--smc-check=all-non-file",
                  java.resolve("bin/java").toString(),
                  "-XX:+UseSerialGC",
                  // How far the second compiler gets in such a process is chance.
                  "-XX:TieredStopAtLevel=1",
                  "-Xbatch",
                  "-classpath",
                  way.classPath()));
      command.addAll(way.command());
      try {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), US_ASCII);
        Matcher refs = Pattern.compile("I\\s+refs:\\s+([0-9,]+)").matcher(output);
        if (process.waitFor() == 0 && refs.find()) {
          long instructions = Long.parseLong(refs.group(1).replace(",", ""));
          counted.put(way.name(), instructions / 1_000_000);
        }
      } catch (IOException e) {
        return Map.of(); // No Valgrind here.
      }
    }
    return counted;
  }

  private List<Way> ways() throws IOException, InterruptedException {
    List<Way> ways = new ArrayList<>();
    for (String engine : List.of("COMPILED", "DROOLS")) {
      Way plain = way("engine " + engine, java, engine);
      ways.add(plain);
      Path archive = folder.resolve(engine + ".jsa");
      plain.run(
          List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
      ways.add(
          new Way(
              plain.name() + ", AppCDS archive",
              java,
              plain.classPath(),
              List.of("-XX:SharedArchiveFile=" + archive),
              plain.command()));
      if (newestJava.isPresent()) {
        Way newest = way("engine " + engine + ", JDK 25", newestJava.get(), engine);
        ways.add(newest);
        Path cache = folder.resolve(engine + ".aot");
        newest.run(List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
        if (Files.exists(cache)) {
          ways.add(
              new Way(
                  newest.name() + ", AOT cache",
                  newestJava.get(),
                  newest.classPath(),
                  List.of("-XX:AOTCache=" + cache),
                  newest.command()));
        }
      }
    }
    ways.add(
        new Way(
            "the same pages compiled from DRL at start",
            java,
            classPath,
            List.of(),
            List.of(FROM_DRL, "rules")));
    return ways;
  }

  private Way way(String name, Path javaHome, String engine) {
    String runTime =
        Arrays.stream(classPath.split(File.pathSeparator, -1))
            .filter(StartTimes::isOfRunTime)
            .collect(Collectors.joining(File.pathSeparator));
    return new Way(name, javaHome, runTime, List.of(), List.of(FIRST_REVIEW, engine));
  }

  static boolean isOfRunTime(String jar) {
    return RUN_TIME.contains(nameOf(jar));
  }

  static String nameOf(String jar) {
    return Path.of(jar).getFileName().toString().replaceAll("-\\d.*", "");
  }
}
