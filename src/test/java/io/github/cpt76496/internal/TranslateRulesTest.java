package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The build step that writes the rules as plain Java. */
class TranslateRulesTest {

  private static final String PAGE = "modifier/26-missing-in-facility";
  private static final int CLASS_FILES_OF_JAVA_17 = 61;

  private static Method translate;

  @TempDir Path folder;

  /** The step is no part of the library: it stands in a folder that only the build reads. */
  @BeforeAll
  static void compileTheStep(@TempDir Path classes) throws Exception {
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                classes.toString(),
                "-classpath",
                Path.of("target/classes")
                    + File.pathSeparator
                    + Files.readString(Path.of("target/test-classpath.txt")).strip(),
                "src/build/main/java/io/github/cpt76496/build/TranslateRules.java");
    assertEquals(0, exit);
    URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
    translate =
        loader
            .loadClass("io.github.cpt76496.build.TranslateRules")
            .getMethod("translate", Path.class, Path.class, String.class, Path.class);
  }

  /** What is wrong, or nothing. */
  private static String translate(Path rules, Path classes) throws Exception {
    Files.createDirectories(classes);
    try {
      translate.invoke(null, rules, classes, "io.github.cpt76496.rules", classes);
      return "";
    } catch (InvocationTargetException e) {
      assertInstanceOf(IllegalStateException.class, e.getCause());
      return e.getCause().getMessage();
    }
  }

  @Test
  void twoBuildsGiveTheSameClassesForTheOldestJava() throws Exception {
    Map<String, String> first = classesOf("first");
    assertEquals(first, classesOf("second"));
    assertFalse(first.isEmpty(), "looked at nothing");
  }

  private Map<String, String> classesOf(String name) throws Exception {
    assertEquals("", translate(Path.of("rules"), folder.resolve(name)));
    Map<String, String> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve(name))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
          in.skipNBytes(6); // Magic number and minor version.
          assertEquals(CLASS_FILES_OF_JAVA_17, in.readUnsignedShort());
        }
        classes.put(
            file.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return classes;
  }

  /** All of these are good DRL; none is in a form that the step knows. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "two patterns     | \\nthen\\n      | \\n    LineFacts( modifierTc )\\nthen\\n",
        "no pattern       | $line : LineFacts(     | eval( true ) //",
        "not a pattern    | $line : LineFacts(     | not LineFacts(",
        "a source         | )\\nthen\\n              | ) from java.util.List.of()\\nthen\\n",
        "an accumulation  | $line : LineFacts(     | accumulate( LineFacts(); $n : count() ) //",
        "another fact     | $line : LineFacts(     | $line : String(",
        "a binding        | !modifierTc            | $tc : modifierTc",
        "a half condition | inFacility == \"YES\"  | inFacility != \"NO\" && != \"\"",
        "a call           | !modifierTc            | place().length() > 3",
        "another operator | !modifierTc            | place matches \"2.\"",
        "an attribute     | \\nwhen\\n               | \\nsalience 10\\nwhen\\n",
        "a second action  | \\nend\\n                | \\n    drools.halt();\\nend\\n",
        "no truth value   | !modifierTc            | !place",
        "part of a text   | !modifierTc            | place contains \"2\"",
        "no such property | !modifierTc            | !modifierXx",
        "no such method   | findings.add(          | findings.addd(",
      })
  void whatItCannotTranslateFailsTheBuildWithTheRule(String what, String from, String to)
      throws Exception {
    Path page = Files.createDirectories(folder.resolve("rules/modifier")).resolve("page.drl");
    Files.writeString(folder.resolve("rules/catalog.txt"), PAGE + "\n");
    String text = onOneLine(Files.readString(Path.of("rules", PAGE + ".drl")));
    String changed = text.replace(unescaped(from), unescaped(to));
    assertNotEquals(text, changed);
    Files.writeString(page, changed);

    String fault = translate(folder.resolve("rules"), folder.resolve("classes"));

    assertTrue(fault.startsWith("rules/modifier/page.drl: "), what + fault);
    assertTrue(fault.contains("cannot be translated into Java: "), what + fault);
  }

  /** The page with its condition on one line, so that a row above can name any part of it. */
  private static String onOneLine(String page) {
    return page.replaceAll("\\n {8}(?=\\S)", " ").replaceAll("\\n {4}\\)", " )");
  }

  private static String unescaped(String cell) {
    return cell.replace("\\n", "\n");
  }
}
