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
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @TempDir Path folder;

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
    // A path that leaves a folder and comes back is found on disk and not in a jar, so: a jar.
    String classes = jar(Path.of("target/classes")) + File.pathSeparator;
    String tests = Path.of("target/test-classes") + File.pathSeparator;
    Run compiled = run(5, classes + tests + classPath("runtime"), FirstReview.class.getName());
    Run fromDrl =
        run(
            1,
            classes + tests + classPath("test"),
            FirstReviewFromDrl.class.getName(),
            Path.of("rules").toString());
    assertEquals(fromDrl.output(), compiled.output());
    assertTrue(compiled.output().startsWith("LineReview[1: "), compiled::output);
    System.out.printf(
        "First review, whole process: %d ms from the jar, %d ms from DRL (%.1f times)%n",
        compiled.millis(), fromDrl.millis(), (double) fromDrl.millis() / compiled.millis());
  }

  /**
   * A host's threads need not see the library: the run finds it through a class loader of its own.
   */
  @Test
  void theContextClassLoaderOfTheHostIsOfNoAccount() throws Exception {
    String library = jar(Path.of("target/classes")) + File.pathSeparator + classPath("runtime");
    Run run =
        run(
            1,
            Path.of("target/test-classes").toString(),
            FirstReviewFromAfar.class.getName(),
            library);
    assertTrue(run.output().startsWith("ClaimReview[LineReview[1: "), run::output);
  }

  private Path jar(Path classes) throws IOException {
    Path jar = folder.resolve("library.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  private record Run(String output, long millis) {}

  /** The median of an odd number of runs. */
  private static Run run(int times, String classPath, String... command) throws Exception {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < times; i++) {
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
    return runs.get(times / 2);
  }

  private static String classPath(String scope) throws IOException {
    return Files.readString(Path.of("target/" + scope + "-classpath.txt")).strip();
  }
}
