package io.github.cpt76496.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Runs a main class in a process of its own. */
final class Processes {

  /**
   * What a process printed and how long it took, from its start to its end.
   *
   * @param millis milliseconds
   */
  record Run(String output, long millis) {}

  /** How names of its jars start. */
  private static final List<String> OF_DROOLS = List.of("drools-", "kie-");

  private Processes() {}

  /**
   * This process's class path as a host has it, without the compiler of Drools: where one of its
   * jars is found, a session keeps more of each rule that fires.
   */
  static String classPathOfHost() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(
            jar ->
                StartTimes.isOfRunTime(jar)
                    || OF_DROOLS.stream().noneMatch(StartTimes.nameOf(jar)::startsWith))
        .collect(Collectors.joining(File.pathSeparator));
  }

  static Run run(Path javaHome, String classPath, List<String> options, String... command)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(javaHome.resolve("bin/java").toString());
    line.add("-Dslf4j.internal.verbosity=ERROR");
    line.addAll(options);
    line.addAll(List.of("-classpath", classPath));
    line.addAll(List.of(command));
    long start = System.nanoTime();
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    int exit = process.waitFor();
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (exit != 0) {
      throw new IllegalStateException("exit code " + exit + ": " + output);
    }
    return new Run(output, millis);
  }
}
