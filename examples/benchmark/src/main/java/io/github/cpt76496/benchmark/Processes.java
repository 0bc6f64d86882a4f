package io.github.cpt76496.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a main class in a process of its own. */
final class Processes {

  /**
   * What a process printed and how long it took, from its start to its end.
   *
   * @param millis milliseconds
   */
  record Run(String output, long millis) {}

  private Processes() {}

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
