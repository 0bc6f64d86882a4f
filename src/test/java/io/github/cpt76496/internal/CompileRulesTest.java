package io.github.cpt76496.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build step, run on a copy of the pages and of the classes that the build has made. */
class CompileRulesTest {

  private static final String PAGE = "modifier/26-missing-in-facility";

  @TempDir static Path built;

  @TempDir Path folder;
  private Path rules;
  private Path classes;

  private record Build(int exit, String output) {}

  /** A few pages are enough, and quick. */
  @BeforeAll
  static void buildAFewPages() throws Exception {
    Path classes = copy(Path.of("target/classes"), built.resolve("classes"));
    Path rules = Files.createDirectories(built.resolve("rules"));
    List<String> few =
        Files.readAllLines(catalog(classes)).stream()
            .filter(id -> id.startsWith("modifier/26-missing"))
            .toList();
    assertTrue(few.contains(PAGE) && few.size() > 3, few::toString);
    Files.write(catalog(classes), few);
    Files.createDirectories(rules.resolve("modifier"));
    for (String id : few) {
      Files.copy(Path.of("rules", id + ".drl"), rules.resolve(id + ".drl"));
    }
    Build build = build(rules, classes);
    assertEquals(0, build.exit(), build.output());
  }

  @BeforeEach
  void copyWhatTheBuildMade() {
    copy(built, folder);
    rules = folder.resolve("rules");
    classes = folder.resolve("classes");
  }

  private static Path catalog(Path classes) {
    return classes.resolve("io/github/cpt76496/rules/catalog.txt");
  }

  @Test
  void aDeletedPageIsGoneFromTheClasses() throws Exception {
    long before = compiledClasses();
    assertTrue(listedInModels());
    Files.delete(rules.resolve(PAGE + ".drl"));
    Files.writeString(
        catalog(classes), Files.readString(catalog(classes)).replace(PAGE + "\n", ""));

    Build build = build();

    assertEquals(0, build.exit(), build.output());
    assertTrue(compiledClasses() < before, "classes of the deleted page are still there");
    assertTrue(!listedInModels(), "the rule is still in the model");
  }

  @Test
  void aPageDeletedButStillListedFailsTheBuild() throws Exception {
    Files.delete(rules.resolve(PAGE + ".drl"));
    assertFails(
        "rules/catalog.txt: " + PAGE + " has no rule of that name in rules/" + PAGE + ".drl");
  }

  @Test
  void aBrokenPageFailsTheBuildWithFileAndLine() throws Exception {
    Path page = rules.resolve(PAGE + ".drl");
    Files.writeString(page, Files.readString(page).replace("!modifierTc", "!modifierXx"));
    Build build = build();
    assertNotEquals(0, build.exit());
    int line = lineOf(page, "        !modifierXx");
    assertTrue(build.output().startsWith("rules/" + PAGE + ".drl:" + line + ": "), build.output());
    assertTrue(build.output().contains("modifierXx"), build.output());
  }

  @Test
  void aBrokenConsequenceFailsTheBuildWithFileAndLine() throws Exception {
    Path page = rules.resolve(PAGE + ".drl");
    Files.writeString(page, Files.readString(page).replace("findings.add(", "findings.addd("));
    Build build = build();
    assertNotEquals(0, build.exit());
    int line = lineOf(page, "    findings.addd(");
    assertTrue(
        build
            .output()
            .startsWith("rules/" + PAGE + ".drl:" + line + ": the consequence does not compile: "),
        build.output());
  }

  @Test
  void aPageThatIsNoDrlFailsTheBuildWithFileAndLine() throws Exception {
    Path page = rules.resolve(PAGE + ".drl");
    Files.writeString(page, Files.readString(page).replace("\nthen\n", "\nthem\n"));
    Build build = build();
    assertNotEquals(0, build.exit());
    assertTrue(
        build.output().matches("(?s)rules/" + PAGE.replace("/", "\\/") + "\\.drl:[1-9]\\d*: .*"),
        build.output());
  }

  @Test
  void anIncompletePageFailsTheBuildWithItsKey() throws Exception {
    Path page = rules.resolve(PAGE + ".drl");
    Files.writeString(
        page, Files.readString(page).replaceAll("    @effectiveDate\\(\"[^\"]*\"\\)\n", ""));
    assertFails("rules/" + PAGE + ".drl: @effectiveDate is missing");
  }

  @Test
  void noPageAtAllFailsTheBuild() throws Exception {
    try (Stream<Path> files = Files.walk(rules)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".drl")).toList()) {
        Files.delete(file);
      }
    }
    assertFails("rules/: no .drl file");
  }

  private void assertFails(String message) throws Exception {
    Build build = build();
    assertNotEquals(0, build.exit());
    assertEquals(message, build.output());
  }

  private Build build() throws Exception {
    return build(rules, classes);
  }

  private static Build build(Path rules, Path classes) throws Exception {
    String classPath =
        classes
            + File.pathSeparator
            + Path.of("target/build-steps")
            + File.pathSeparator
            + Files.readString(Path.of("target/test-classpath.txt")).strip();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // As the build runs it.
                "-Dslf4j.internal.verbosity=ERROR",
                "-classpath",
                classPath,
                "io.github.cpt76496.build.CompileRules",
                rules.toString(),
                classes.toString(),
                "io.github.cpt76496.rules")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    return new Build(process.waitFor(), output);
  }

  private long compiledClasses() throws IOException {
    try (Stream<Path> files = Files.walk(classes.resolve("io/github/cpt76496/rules"))) {
      return files.filter(f -> f.toString().endsWith(".class")).count();
    }
  }

  private boolean listedInModels() throws IOException {
    try (Stream<Path> files = Files.walk(classes.resolve("io/github/cpt76496/rules"))) {
      String bytes =
          files
              .filter(f -> f.toString().endsWith(".class"))
              .map(CompileRulesTest::latin)
              .collect(Collectors.joining());
      return bytes.contains(PAGE);
    }
  }

  private static String latin(Path file) {
    try {
      return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int lineOf(Path file, String start) throws IOException {
    int number = 1;
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(start)) {
        return number;
      }
      number++;
    }
    throw new AssertionError("no line starts with " + start);
  }

  private static Path copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
