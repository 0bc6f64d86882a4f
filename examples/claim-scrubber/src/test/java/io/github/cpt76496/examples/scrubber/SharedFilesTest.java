package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that others wrote, well-formed and broken, read from the folder that the property {@code
 * shared.data} names; skipped where it is absent.
 */
class SharedFilesTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Path FOLDER = Path.of(System.getProperty("shared.data", "absent"));
  private static final Pattern SERVICE = Pattern.compile("(?<=[~\\n])(SV1|SV2)\\*");
  private static final Pattern PROCEDURE =
      Pattern.compile("(?<=[~\\n]SV1\\*)[^*]*|(?<=[~\\n]SV2\\*[0-9]{4}\\*)[^*~]*");
  private static final Pattern DATE = Pattern.compile("(?<=DTP\\*472\\*)[^~]*");

  @TempDir Path temporary;

  @BeforeAll
  static void filesAreThere() {
    assumeTrue(Files.isDirectory(FOLDER), "no shared files on this machine");
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      List<Path> sorted = files.sorted().toList();
      assertTrue(sorted.size() > 20, "too few files in " + folder);
      return sorted;
    }
  }

  private static boolean isRead(String text) {
    return text.contains("*005010X222") || text.contains("*005010X223");
  }

  /** Some of the files declare one component separator and write another. */
  private static boolean writesAnotherSeparator(String text) {
    return (text.contains(">B>1") || text.contains(">A>1")) && text.startsWith(":", 104);
  }

  private static List<JsonNode> answers(ScrubberRun run) throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      answers.add(MAPPER.readTree(line));
    }
    return answers;
  }

  private static ScrubberRun run(Path file) {
    return ScrubberRun.of("--format=json", "--every-claim", file.toString());
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  @Test
  void everyFileIsAnsweredOrNamed() throws IOException {
    for (Path file : files("linuxforhealth")) {
      String text = read(file);
      ScrubberRun run = run(file);
      for (JsonNode answer : answers(run)) {
        String status = answer.path("status").asText();
        assertEquals(isRead(text) ? "EVALUATED" : "NOT_EVALUATED", status, file.toString());
        if (!isRead(text)) {
          String reason = answer.path("reason").asText();
          assertTrue(
              reason.endsWith(
                  "; this version reads 837 professional 005010X222 and 837 institutional"
                      + " 005010X223"),
              reason);
        }
      }
      assertEquals(isRead(text) ? 0 : 2, run.exitCode(), file.toString());
      assertEquals(
          isRead(text) && !writesAnotherSeparator(text), run.err().isEmpty(), file.toString());
    }
  }

  @Test
  void nothingStopsTheRest() throws IOException {
    List<String> args = new ArrayList<>(List.of("--format=json", "--every-claim"));
    List<JsonNode> oneByOne = new ArrayList<>();
    for (Path file : files("linuxforhealth")) {
      args.add(file.toString());
      oneByOne.addAll(answers(run(file)));
    }

    assertEquals(oneByOne, answers(ScrubberRun.of(args.toArray(String[]::new))));
  }

  @Test
  void everyServiceLineIsAnsweredOnce() throws IOException {
    long allLines = 0;
    for (Path file : files("linuxforhealth")) {
      String text = read(file);
      if (!isRead(text)) {
        continue;
      }
      String billed = PROCEDURE.matcher(text).replaceAll("HC:76496:26");
      Path copy = Files.writeString(temporary.resolve("billed"), billed);
      long serviceLines = SERVICE.matcher(billed).results().count();
      allLines += serviceLines;

      ScrubberRun run = run(copy);

      assertEquals(writesAnotherSeparator(text), !run.err().isEmpty(), file.toString());
      long reviewed = 0;
      for (JsonNode answer : answers(run)) {
        reviewed += answer.path("lines").size();
      }
      assertEquals(serviceLines, reviewed, file.toString());
    }
    assertTrue(allLines > 20, "only " + allLines + " service lines in all files");
  }

  @Test
  void brokenFilesAreNamedWithoutAnException() throws IOException {
    for (Path file : files("imsweb")) {
      String text = read(file);
      long claims = Pattern.compile("(?<=[~_\\n])CLM[*~]").matcher(text).results().count();
      ScrubberRun run = run(file);
      List<JsonNode> answers = answers(run);

      assertTrue(!answers.isEmpty(), file.toString());
      assertTrue(!run.err().contains("Exception"), file + ": " + run.err());
      assertTrue(!run.err().contains("unforeseen"), file + ": " + run.err());
      if (run.exitCode() == 0) {
        assertEquals(claims, answers.size(), file.toString());
      }
    }
  }

  @Test
  void manyClaimsGiveOneAnswerEach() throws IOException {
    Path file = FOLDER.resolve("imsweb/x12_many_claims.txt");
    long claims = Pattern.compile("~\\s*CLM\\*").matcher(read(file)).results().count();
    assertTrue(claims > 500, "only " + claims + " claims");

    ScrubberRun run = run(file);

    assertEquals("", run.err());
    assertEquals(claims, answers(run).size());
  }

  @Test
  void noValueOfAFileIsRepeated() throws IOException {
    for (Path file : files("linuxforhealth")) {
      String text = read(file);
      String broken = DATE.matcher(text).replaceAll("D8*SECRET");
      Path copy =
          Files.writeString(
              temporary.resolve("broken"), PROCEDURE.matcher(broken).replaceAll("HC:76496:SECRET"));

      ScrubberRun run = run(copy);

      assertTrue(!run.err().contains("SECRET"), run.err());
      assertTrue(!run.out().contains("SECRET"), run.out());
      assertEquals(2, run.exitCode(), file.toString());
    }
  }
}
