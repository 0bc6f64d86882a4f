package com.acme.claims;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The program of the page reads what it says, and prints answers. */
class ReadClaimsTest {

  private static final String CLAIMS = "../claims/";

  private static final Pattern SHOWN = Pattern.compile("(?s)// readme begin\\n(.*?)// readme end");

  private static final Pattern ANSWER =
      Pattern.compile(
          "[^:]+: ClaimReview\\[LineReview\\[\\d+: code applies: (YES|NO|UNDETERMINED), modifier 26:"
              + " [A-Z_0-9]+, findings: \\d+\\]\\]");

  private static List<String> printed(String... files) throws IOException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    ByteArrayOutputStream problems = new ByteArrayOutputStream();
    System.setOut(new PrintStream(answers, true, UTF_8));
    System.setErr(new PrintStream(problems, true, UTF_8));
    try {
      ReadClaims.main(files);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals("", problems.toString(UTF_8));
    return answers.toString(UTF_8).lines().toList();
  }

  @Test
  void answersAreTheSameWhateverTheFormat() throws IOException {
    List<String> x12 = printed(CLAIMS + "all-claims.837");
    List<String> fhir = printed(CLAIMS + "bundle.fhir.json");
    List<String> json = printed(CLAIMS + "office-global.json");

    assertTrue(x12.size() > 5, x12::toString);
    assertTrue(fhir.size() > 1, fhir::toString);
    assertEquals(1, json.size(), json::toString);
    for (List<String> answers : List.of(x12, fhir, json)) {
      answers.forEach(a -> assertTrue(ANSWER.matcher(a).matches(), a));
    }
    assertTrue(x12.containsAll(json), () -> json + " is not among " + x12);
  }

  @Test
  void thePageShowsTheProgramInFifteenLines() throws IOException {
    Matcher shown =
        SHOWN.matcher(
            Files.readString(Path.of("src/main/java/com/acme/claims/ReadClaims.java")));
    assertTrue(shown.find());
    String program = shown.group(1).stripIndent();

    assertTrue(program.lines().count() <= 15, program);
    assertTrue(Files.readString(Path.of("README.md")).contains("```java\n" + program + "```"));
  }
}
