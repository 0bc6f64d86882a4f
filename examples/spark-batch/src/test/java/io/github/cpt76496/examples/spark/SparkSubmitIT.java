package io.github.cpt76496.examples.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The finished jar as a cluster gets it: {@code spark-submit} is a script that starts the class
 * {@code SparkSubmit} with Spark's jars, and so does this, with no class of ours beside them.
 */
class SparkSubmitIT {

  private static final Path JAR = Path.of("target/spark-batch.jar").toAbsolutePath();
  private static final Path LINES = Path.of("../claims/lines.csv").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void reviewsTheSampleTable() throws Exception {
    Path printed = folder.resolve("printed.txt");
    Path logged = folder.resolve("logged.txt");
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().trim().split(" +", -1)));
    command.addAll(
        List.of(
            "-cp", jarsOfSpark(), "org.apache.spark.deploy.SparkSubmit", "--master", "local[2]"));
    command.addAll(List.of("--conf", "spark.ui.enabled=false"));
    command.addAll(List.of("--conf", "spark.sql.shuffle.partitions=8"));
    command.addAll(List.of("--conf", "spark.driver.host=127.0.0.1"));
    command.addAll(List.of("--conf", "spark.driver.bindAddress=127.0.0.1"));
    command.addAll(List.of(JAR.toString(), "csv:" + LINES, "csv:" + folder.resolve("out")));

    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(printed.toFile())
            .redirectError(logged.toFile())
            .start();
    assertTrue(process.waitFor(10, TimeUnit.MINUTES), "still running");

    assertEquals(0, process.exitValue(), () -> text(logged));
    assertEquals(14, approved().size());
    assertEquals(approved(), answers(folder.resolve("out/answers")));
    List<String> lines = Files.readAllLines(printed);
    assertEquals("reviewed  17 lines of 14 claims, 14 of them billed with 76496", lines.get(0));
    assertEquals("rejected  0 rows", lines.get(2));
    assertEquals(4, lines.size());
  }

  /** All jars that are here but those that are in ours. */
  private static String jarsOfSpark() throws IOException {
    String bundled = Files.readString(Path.of("target/runtime-classpath.txt")).strip();
    Set<String> ours =
        Stream.of(bundled.split(File.pathSeparator, -1))
            .filter(path -> !path.contains("slf4j-api"))
            .collect(Collectors.toSet());
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(path -> path.endsWith(".jar") && !ours.contains(path))
        .filter(path -> !path.contains("cpt76496"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** What the table test has approved, as far as a CSV file can say it. */
  private static List<String> approved() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("src/test/resources/sample-answers.txt"))) {
      return lines.map(line -> line.replace("|", ",")).sorted().toList();
    }
  }

  /** Without the header of each file, and the versions at the end of each line. */
  private static List<String> answers(Path folder) throws IOException {
    List<String> answers = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
        Files.readAllLines(file).stream()
            .skip(1)
            .map(line -> line.replace("\"\"", "").replaceFirst(",[^,]*,[^,]*$", ""))
            .forEach(answers::add);
      }
    }
    return answers.stream().sorted().toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
