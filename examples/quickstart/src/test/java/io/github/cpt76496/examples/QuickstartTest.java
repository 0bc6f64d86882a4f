package io.github.cpt76496.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.ServiceLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The front page shows this program and what it prints, other pages the others; none may drift. */
class QuickstartTest {

  private static final Path README = Path.of("../../README.md");

  /** A page shows no more of what is printed than can be read. */
  private static final String SHORTENED = "...";

  private static final Path SOURCES = Path.of("src/main/java/io/github/cpt76496/examples");

  /** Built and asked over HTTP in a module of its own, as it needs Spring. */
  private static final Path SPRING =
      Path.of("../host-safety/spring-service/src/main/java/io/github/cpt76496/examples/spring");

  private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\\n(.*?)```");
  private static final Pattern TEXT_BLOCK = Pattern.compile("(?s)```text\\n(.*?)```");

  /** The indent of the closing mark tells stripIndent() what to take away. */
  private static final Pattern SHOWN = Pattern.compile("(?s)// readme begin\\n(.*?)// readme end");

  @Test
  void pagesShowThePrograms() throws IOException {
    Map<Path, Path> programs =
        Map.of(
            README,
            SOURCES.resolve("Quickstart.java"),
            Path.of("../vendor-edits/README.md"),
            SOURCES.resolve("HostDecisions.java"),
            Path.of("README.md"),
            SOURCES.resolve("ReviewService.java"),
            Path.of("../host-safety/spring-service/README.md"),
            SPRING.resolve("ReviewApplication.java"));
    for (Map.Entry<Path, Path> shown : programs.entrySet()) {
      Matcher block = JAVA_BLOCK.matcher(read(shown.getKey()));
      assertTrue(block.find(), "no ```java block in " + shown.getKey());
      assertEquals(shown(shown.getValue()), block.group(1));
      assertFalse(block.find(), "a ```java block that no test runs: " + shown.getKey());
    }
  }

  @Test
  void theDecisionOfTheHostHolds() {
    Claim claim =
        Claim.builder(Form.PROFESSIONAL, Payer.of(Family.AETNA))
            .lines(
                ServiceLine.builder(1, "76496", LocalDate.of(2026, 3, 2))
                    .modifiers("26", "LT")
                    .placeOfService("22")
                    .build())
            .build();
    LineReview line = HostDecisions.edits().review(claim).lines().get(0);

    assertEquals(
        List.of("settled by contract"),
        line.overrides().stream().map(EditOverride::reason).toList());
    assertFalse(
        line.findings().stream()
            .anyMatch(f -> f.edit().equals("modifier/on-unlisted-code-since-2024")));
  }

  private static String shown(Path source) throws IOException {
    Matcher shown = SHOWN.matcher(read(source));
    assertTrue(shown.find(), "the marks are gone from " + source);
    return shown.group(1).stripIndent();
  }

  @Test
  void readmeShowsWhatTheProgramPrints() throws IOException {
    String readme = read(README);
    Matcher text = TEXT_BLOCK.matcher(readme);
    assertTrue(text.find(javaBlock().end()), "no ```text block after the ```java block");

    List<String> shown = text.group(1).lines().toList();
    int last = shown.size() - 1;
    List<String> printed = printed().lines().toList();
    assertEquals(shown.subList(0, last), printed.subList(0, last));
    assertTrue(shown.get(last).endsWith(SHORTENED), shown.get(last));
    assertStartsWith(
        shown.get(last).substring(0, shown.get(last).length() - SHORTENED.length()),
        printed.get(last));
  }

  @Test
  void readmeNamesTheLibraryAsThisProgramDoes() throws IOException {
    Matcher block = Pattern.compile("(?s)```xml\\n(.*?)```").matcher(read(README));
    assertTrue(block.find(), "no ```xml block");
    String named = block.group(1).replaceAll("\\s", "");
    assertEquals(
        dependency(read(Path.of("pom.xml"))),
        named.replaceAll("<version>.*</version>", ""),
        "what the pom of this example asks for");
    Matcher version =
        Pattern.compile("<edits.version>(.*?)</edits.version>")
            .matcher(read(Path.of("../../src/pom.xml")));
    assertTrue(version.find());
    assertTrue(named.contains("<version>" + version.group(1) + "</version>"), named);
  }

  private static String dependency(String pom) {
    Matcher dependency =
        Pattern.compile("(?s)<dependency>(?:(?!</dependency>).)*cpt76496-edits.*?</dependency>")
            .matcher(pom);
    assertTrue(dependency.find(), "no dependency on the library");
    return dependency.group().replaceAll("\\s", "");
  }

  /** The finding that is explained is one that the program prints, each line as far as it goes. */
  @Test
  void theFindingThatTheReadmeExplainsIsPrinted() throws IOException {
    String readme = read(README);
    Matcher block = Pattern.compile("(?s)## Read a finding\\n\\n```\\n(.*?)```").matcher(readme);
    assertTrue(block.find(), "no finding is explained");
    List<String> explained =
        block
            .group(1)
            .lines()
            .map(l -> l.replaceFirst("(\\S) {6,}.*|, \\.\\.\\..*", "$1").strip())
            .toList();
    assertEquals(3, explained.size());
    List<String> printed = printed().lines().map(String::strip).toList();
    int first = 0;
    while (first < printed.size() && !printed.get(first).startsWith(explained.get(0))) {
      first++;
    }
    for (int i = 0; i < explained.size(); i++) {
      String line = first + i < printed.size() ? printed.get(first + i) : "";
      assertStartsWith(explained.get(i), line);
    }
  }

  private static void assertStartsWith(String shown, String printed) {
    assertTrue(printed.startsWith(shown), () -> shown + " is not how this begins: " + printed);
  }

  private static Matcher javaBlock() throws IOException {
    Matcher block = JAVA_BLOCK.matcher(read(README));
    assertTrue(block.find(), "no ```java block in " + README);
    return block;
  }

  private static String printed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Quickstart.main(new String[0]);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static String read(Path path) throws IOException {
    return Files.readString(path).replace("\r\n", "\n");
  }
}
