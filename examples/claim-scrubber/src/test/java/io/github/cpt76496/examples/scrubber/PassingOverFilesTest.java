package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cpt76496.examples.scrubber.ClaimGenerator.Mix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The program writes the same of a claim with 76496 whether it reads the claims without it or not,
 * in generated files ({@code -Dpassing.over=1000000} for a million claims a format) and in files
 * that others wrote.
 */
@Tag("one-jdk")
class PassingOverFilesTest {

  private static final int CLAIMS = Integer.getInteger("passing.over", 2_000);
  private static final Path SHARED = Path.of(System.getProperty("shared.data", "absent"));
  private static final Pattern SERVICE =
      Pattern.compile("(?<=[~\\n]SV[12]\\*(?:\\d{4}\\*)?HC:)\\w{5}");

  @TempDir Path folder;

  private static List<String> answers(ScrubberRun run) {
    return run.out().lines().filter(line -> !line.contains("\"lines\":[],")).toList();
  }

  private static String counted(ScrubberRun run) {
    return run.out().lines().reduce("", (before, line) -> line);
  }

  @ParameterizedTest
  @EnumSource
  void generatedClaimsAreAnsweredAlike(ClaimFiles.Form form) throws IOException {
    Path file = folder.resolve("claims");
    ClaimFiles.write(file, form, CLAIMS, Mix.RADIOLOGY);

    ScrubberRun every = ScrubberRun.of("--format=json", "--every-claim", file.toString());
    ScrubberRun few = ScrubberRun.of("--format=json", file.toString());

    assertEquals("", every.err());
    assertEquals("", few.err());
    assertTrue(few.out().lines().count() > CLAIMS / 100, "answers");
    assertTrue(every.out().lines().count() == CLAIMS, "every claim");
    // Among so many, some hold the digits elsewhere, are read for them and have no answer.
    assertEquals(answers(every), answers(few));
    assertEquals(
        counted(ScrubberRun.of("--every-claim", file.toString())),
        counted(ScrubberRun.of(file.toString())));
  }

  /** As they stand, and with 76496 in every second service. */
  @Test
  void filesOfOthersAreAnsweredAlike() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "no shared files on this machine");
    int answered = 0;
    try (Stream<Path> others = Files.walk(SHARED);
        Stream<Path> hard = Files.walk(SHARED.resolveSibling("hard-inputs"))) {
      Stream<Path> files = Stream.concat(others, hard);
      for (Path original : files.filter(Files::isRegularFile).sorted().toList()) {
        String text = Files.readString(original, StandardCharsets.ISO_8859_1);
        for (String variant : List.of(text, withCode(text))) {
          Path file = folder.resolve("file");
          Files.writeString(file, variant, StandardCharsets.ISO_8859_1);
          ScrubberRun every = ScrubberRun.of("--format=json", "--every-claim", file.toString());
          ScrubberRun few = ScrubberRun.of("--format=json", file.toString());
          List<String> missing = new ArrayList<>(answers(every));
          for (String line : answers(few)) {
            assertTrue(missing.remove(line), original + ": " + line);
          }
          for (String line : missing) {
            assertTrue(isOfClaimWithoutCode(line, variant), original + ": " + line);
          }
          answered += answers(few).size();
        }
      }
    }
    assertTrue(answered > 100, "claims with 76496: " + answered);
  }

  /** Of what could not be read, claims without the code alone are not named. */
  private static boolean isOfClaimWithoutCode(String line, String file) {
    String id = line.replaceFirst("\\{\"claimId\":\"([^\"]*)\".*", "$1");
    if (line.contains("\"EVALUATED\"")) {
      return false;
    }
    for (String claim : file.split("CLM\\*", -1)) {
      if (claim.startsWith(id + "*") && !claim.contains("76496")) {
        return true;
      }
    }
    return false;
  }

  private static String withCode(String text) {
    int[] services = {0};
    return SERVICE
        .matcher(text)
        .replaceAll((MatchResult code) -> services[0]++ % 2 == 0 ? "76496" : code.group());
  }
}
