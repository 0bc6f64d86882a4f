package io.github.cpt76496.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a host gets: the library runs in a process of its own from its run-time class path alone,
 * and answers as the same pages do when they are compiled at start. The times are printed, never
 * judged.
 */
class RunTimeTest {

  private static final Set<String> JARS =
      new TreeSet<>(
          List.of(
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
              "slf4j-api"));

  @Test
  void elevenJarsOfDroolsAndTheLoggingFacadeAreAllItNeeds() throws IOException {
    Set<String> found =
        Arrays.stream(classPath("runtime").split(File.pathSeparator, -1))
            .map(jar -> Path.of(jar).getFileName().toString().replaceAll("-\\d.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(JARS, found);
  }

  @Test
  void theCompiledRulesAnswerAsTheirPagesDo() throws Exception {
    String classes = Path.of("target/classes") + File.pathSeparator;
    String tests = Path.of("target/test-classes") + File.pathSeparator;
    Run compiled = run(classes + tests + classPath("runtime"), FirstReview.class.getName());
    Run fromDrl =
        run(
            classes + tests + classPath("test"),
            FirstReviewFromDrl.class.getName(),
            Path.of("rules").toString());
    assertEquals(fromDrl.output(), compiled.output());
    assertTrue(compiled.output().startsWith("LineReview[1: "), compiled::output);
    System.out.printf(
        "First review, whole process: %d ms from the jar, %d ms from DRL (%.1f times)%n",
        compiled.millis(), fromDrl.millis(), (double) fromDrl.millis() / compiled.millis());
  }

  private record Run(String output, long millis) {}

  /** The median of five runs. */
  private static Run run(String classPath, String... command) throws Exception {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      List<String> line =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Dslf4j.internal.verbosity=ERROR",
                  "-classpath",
                  classPath));
      line.addAll(Arrays.asList(command));
      long start = System.nanoTime();
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      assertEquals(0, process.waitFor(), output);
      runs.add(new Run(output, (System.nanoTime() - start) / 1_000_000));
    }
    runs.sort((a, b) -> Long.compare(a.millis(), b.millis()));
    return runs.get(2);
  }

  private static String classPath(String scope) throws IOException {
    return Files.readString(Path.of("target/" + scope + "-classpath.txt")).strip();
  }
}
