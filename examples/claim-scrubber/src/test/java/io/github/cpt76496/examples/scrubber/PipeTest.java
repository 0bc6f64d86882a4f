package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another program holds the scrubber open by its standard input and output. */
@Tag("one-jdk")
class PipeTest {

  /** Nobody waits so long for an answer that is there; a run that hangs ends by it. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static List<String> command(String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // The program has one binding; on the class path of the tests there is another.
                "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "io.github.cpt76496.examples.scrubber.Main"));
    command.addAll(List.of(args));
    return command;
  }

  private static String claim(int number) {
    return "{\"id\":\"C"
        + number
        + "\",\"payer\":{\"family\":\"CIGNA\"},\"lines\":[{\"procedureCode\":\"76496\","
        + "\"dateOfService\":\"2026-03-02\"}]}\n";
  }

  /** No claim waits for the next one, nor for the end of the input. */
  @ParameterizedTest
  @ValueSource(strings = {"--format=json", "--short", "--format=csv", "--format=fhir"})
  void aClaimIsAnsweredWhenItsLineHasCome(String format) throws Exception {
    Process process =
        new ProcessBuilder(command(format, "--fail-on=never", "-"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    OutputStream in = process.getOutputStream();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 1; i <= 5; i++) {
        in.write(claim(i).getBytes(StandardCharsets.UTF_8));
        in.flush();
        String id = "C" + i;
        assertTimeoutPreemptively(
            LONGEST,
            () -> {
              String line = out.readLine();
              while (line != null && !line.contains(id)) {
                line = out.readLine();
              }
              assertTrue(line != null, () -> "no answer for " + id);
            });
      }
      in.close();
      assertTimeoutPreemptively(LONGEST, () -> out.lines().count());
    }
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue());
  }

  /** Who has seen enough is no failure to complain about. */
  @Test
  void aReaderThatHasGoneEndsTheRunSilently() throws Exception {
    Path err = Files.createTempFile("pipe", ".err");
    Process process =
        new ProcessBuilder(command("--format=json", "-")).redirectError(err.toFile()).start();
    process.getInputStream().close();
    OutputStream in = process.getOutputStream();
    try {
      for (int i = 0; i < 100_000 && process.isAlive(); i++) {
        in.write(claim(i).getBytes(StandardCharsets.UTF_8));
      }
      in.close();
    } catch (IOException e) {
      // It has ended, and nobody reads.
    }
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    assertEquals(ScrubberCommand.READER_HAS_GONE, process.exitValue());
    assertEquals("", Files.readString(err));
    Files.delete(err);
  }

  /** The program that the README shows. */
  @Test
  void pythonHoldsOneProcessOpen() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    int begin = readme.indexOf("```python\n") + "```python\n".length();
    assertTrue(begin > 10, "the README shows no Python");
    String program = readme.substring(begin, readme.indexOf("```", begin));
    assumeTrue(hasPython(), "no Python here");
    List<String> arguments = command("--format", "json", "--every-claim", "-");
    String shown =
        "[\"java\", \"-jar\", \"claim-scrubber.jar\", \"--format\", \"json\", \"--every-claim\", \"-\"]";
    assertTrue(program.contains(shown), program);
    String list = arguments.stream().map(a -> "\"" + a + "\"").toList().toString();
    Path file = Files.createTempFile("pipe", ".py");
    Files.writeString(file, program.replace(shown, list));
    Process process =
        new ProcessBuilder("python3", file.toString()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    assertEquals("of 76496 ['UNDETERMINED']\nof 99213 []\n", out.replace("\r", ""));
    assertEquals(0, process.exitValue());
    Files.delete(file);
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
