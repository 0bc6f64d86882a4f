package io.github.cpt76496.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Engine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** Odd, for the median. */
  private static final int TIMES = 5;

  @TempDir Path folder;

  @Test
  void bothEnginesAnswerAsThePagesDo() throws Exception {
    Path archive = folder.resolve("classes.jsa");
    Run session = firstReview(TIMES, Engine.DROOLS, classPath("runtime"));
    Run compiled = firstReview(TIMES, Engine.COMPILED, classPath("runtime"));
    firstReview(1, Engine.COMPILED, classPath("runtime"), "-XX:ArchiveClassesAtExit=" + archive);
    Run archived =
        firstReview(
            TIMES, Engine.COMPILED, classPath("runtime"), "-XX:SharedArchiveFile=" + archive);
    Run fromDrl =
        run(
            1,
            List.of(),
            library() + tests() + classPath("test"),
            FirstReviewFromDrl.class.getName(),
            Path.of("rules").toString());
    assertTrue(session.output().startsWith("LineReview[1: "), session::output);
    assertEquals(session.output(), compiled.output());
    assertEquals(session.output(), archived.output());
    assertEquals(session.output(), fromDrl.output());
    System.out.printf(
        "First review, whole process: %d ms with Drools, %d ms compiled, %d ms compiled with a class"
            + " archive, %d ms from DRL%n",
        session.millis(), compiled.millis(), archived.millis(), fromDrl.millis());
  }

  @Test
  void theCompiledRulesNeedNoJarOfDrools() throws Exception {
    String logging =
        Arrays.stream(classPath("runtime").split(File.pathSeparator, -1))
            .filter(jar -> jar.contains("slf4j-api"))
            .collect(Collectors.joining(File.pathSeparator));
    Run run = firstReview(1, Engine.COMPILED, logging);
    assertTrue(run.output().startsWith("LineReview[1: "), run::output);
  }

  private Run firstReview(int times, Engine engine, String classPath, String... options)
      throws Exception {
    return run(
        times,
        List.of(options),
        library() + tests() + classPath,
        FirstReview.class.getName(),
        engine.name());
  }

  /**
   * A host's threads need not see the library: the run finds it through a class loader of its own.
   */
  @Test
  void theContextClassLoaderOfTheHostIsOfNoAccount() throws Exception {
    String library = library() + classPath("runtime");
    Run run =
        run(
            1,
            List.of(),
            Path.of("target/test-classes").toString(),
            FirstReviewFromAfar.class.getName(),
            library);
    assertTrue(run.output().startsWith("ClaimReview[LineReview[1: "), run::output);
  }

  /** A path that leaves a folder and comes back is found on disk and not in a jar, so: a jar. */
  private String library() throws IOException {
    return jar("library.jar", Path.of("target/classes")) + File.pathSeparator;
  }

  /** A class archive takes no folders. */
  private String tests() throws IOException {
    return jar("tests.jar", Path.of("target/test-classes")) + File.pathSeparator;
  }

  private Path jar(String name, Path classes) throws IOException {
    Path jar = folder.resolve(name);
    if (Files.exists(jar)) {
      return jar;
    }
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
  private static Run run(int times, List<String> options, String classPath, String... command)
      throws Exception {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      List<String> line =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Dslf4j.internal.verbosity=ERROR",
                  "-classpath",
                  classPath));
      line.addAll(1, options);
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
