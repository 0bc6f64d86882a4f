package io.github.cpt76496.examples.hosts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The host in each form, in a process of its own: all of what it prints is compared with what it
 * prints from the plain class path, and all of what SLF4J says with what it is known to say.
 */
class HostFormsTest {

  private static final Path HOSTS = Path.of(System.getProperty("hosts"));
  private static final Path LIBRARIES = HOSTS.resolve("lib");
  private static final Path LOGGING = HOSTS.resolve("logging");
  private static final Path HOST_JAR = Path.of(System.getProperty("host.jar"));
  private static final String HOST = Host.class.getName();
  private static final String MODULE = "claims.host";
  private static final String[] ENGINES = {"DROOLS", "COMPILED"};

  private static final String NO_BINDING =
      """
      SLF4J(W): No SLF4J providers were found.
      SLF4J(W): Defaulting to no-operation (NOP) logger implementation
      SLF4J(W): See https://www.slf4j.org/codes.html#noProviders for further details.
      """;

  private static final String NO_BINDING_BEFORE_2_0 =
      """
      SLF4J: Failed to load class "org.slf4j.impl.StaticLoggerBinder".
      SLF4J: Defaulting to no-operation (NOP) logger implementation
      SLF4J: See http://www.slf4j.org/codes.html#StaticLoggerBinder for further details.
      """;

  /** What a process prints. */
  private record Run(String output, String log) {}

  private static Run fromClassPath;

  @TempDir Path folder;

  @BeforeAll
  static void runFromTheClassPath() throws Exception {
    fromClassPath = classPath(hostAndLibraries(), HOST, ENGINES);
  }

  @Test
  void bothEnginesAnswerAlikeForEveryPayer() {
    String output = fromClassPath.output();
    String ofOne = output.substring(0, output.length() / 2);
    assertEquals(ofOne + ofOne, output);
    assertEquals(NO_BINDING, fromClassPath.log());
    assertTrue(ofOne.startsWith("Version[library="), ofOne);
    assertEquals(54, ofOne.lines().filter(line -> line.startsWith("LineReview[")).count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fat.jar", "shaded.jar", "minimized.jar", "nested.jar"})
  void oneJarAnswersAsTheClassPathDoes(String jar) throws Exception {
    assertEquals(fromClassPath, java(with(ENGINES, "-jar", HOSTS.resolve(jar).toString())));
  }

  @Test
  void theModulePathNeedsNoOption() throws Exception {
    assertEquals(fromClassPath, java(onModulePath(LIBRARIES, ENGINES)));
  }

  /** Drools names types of java.desktop; the compiled rules are content with java.base. */
  @Test
  void theCompiledRulesNeedNoModuleOfTheJdkButTheFirst() throws Exception {
    Run run = java(with(onModulePath(LIBRARIES, "COMPILED"), "--limit-modules", MODULE));
    assertEquals(fromClassPath, new Run(run.output() + run.output(), run.log()));
  }

  @Test
  void anImageOfTheJdkWithJavaDesktopIsEnough() throws Exception {
    Path image = folder.resolve("image");
    int code =
        ToolProvider.findFirst("jlink")
            .orElseThrow()
            .run(System.out, System.err, "--add-modules", "java.desktop", "--output", "" + image);
    assertEquals(0, code, "jlink");
    assertEquals(fromClassPath, run(image.resolve("bin/java"), onModulePath(LIBRARIES, ENGINES)));
  }

  @Test
  void aContainerThatShowsNothingOfItselfIsAnswered() throws Exception {
    Path plugin = plugin("plugin", LIBRARIES.resolve(libraryName()));
    Run run = classPath(List.of(HOST_JAR), ContainerHost.class.getName(), plugin.toString());
    String output = fromClassPath.output();
    assertEquals(new Run(output + output, NO_BINDING + NO_BINDING), run);
  }

  /** SLF4J 2 passes over it: the host loses its log, and no answer. */
  @Test
  void anOlderBindingBesideTheNewerFacadeIsPassedOver() throws Exception {
    List<Path> jars = hostAndLibraries();
    Path binding = LOGGING.resolve("slf4j-simple-1.7.36.jar");
    jars.add(binding);
    String log =
        NO_BINDING
            + """
            SLF4J(W): Class path contains SLF4J bindings targeting slf4j-api versions 1.7.x or earlier.
            SLF4J(W): Ignoring binding found at [jar:%s!/org/slf4j/impl/StaticLoggerBinder.class]
            SLF4J(W): See https://www.slf4j.org/codes.html#ignoredBindings for an explanation.
            """
                .formatted(binding.toUri().toString().replace("file:///", "file:/"));
    assertEquals(new Run(fromClassPath.output(), log), classPath(jars, HOST, ENGINES));
  }

  /** A host that names the older facade itself, with its binding. */
  @Test
  void theOlderFacadeWithItsBindingServesAsWell() throws Exception {
    List<Path> jars = hostAndLibraries();
    jars.removeIf(HostFormsTest::isFacade);
    jars.add(LOGGING.resolve("slf4j-api-1.7.36.jar"));
    jars.add(LOGGING.resolve("slf4j-simple-1.7.36.jar"));
    assertEquals(new Run(fromClassPath.output(), ""), classPath(jars, HOST, ENGINES));
  }

  @Test
  void theOlderFacadeServesOnTheModulePathAsWell() throws Exception {
    Path libraries = Files.createDirectory(folder.resolve("libraries"));
    for (Path jar : jars(LIBRARIES)) {
      if (!isFacade(jar)) {
        copy(jar, libraries);
      }
    }
    copy(LOGGING.resolve("slf4j-api-1.7.36.jar"), libraries);
    assertEquals(
        new Run(fromClassPath.output(), NO_BINDING_BEFORE_2_0),
        java(onModulePath(libraries, ENGINES)));
  }

  /** The binding of the host's own choice finds nothing to log at its usual level. */
  @Test
  void aBindingOfTheSameLineIsUsedAndStaysSilent() throws Exception {
    List<Path> jars = hostAndLibraries();
    jars.add(
        jars(LOGGING).stream()
            .filter(jar -> jar.getFileName().toString().startsWith("slf4j-simple-2."))
            .findFirst()
            .orElseThrow());
    assertEquals(new Run(fromClassPath.output(), ""), classPath(jars, HOST, ENGINES));
  }

  @Test
  void twoVersionsAnswerSideBySideAndAreCollected() throws Exception {
    Path newer = plugin("newer", LIBRARIES.resolve(libraryName()));
    Path older = plugin("older", olderLibrary());
    String ofNewer = fromClassPath.output();
    String ofOlder = classPath(jars(older), HOST, ENGINES).output();
    assertTrue(ofOlder.startsWith("Version[library=0.0.9, ruleSet=2025.4, "), ofOlder);
    assertTrue(ofNewer.contains("\nLineReview[2: code applies: NO, "), ofNewer);
    assertFalse(ofOlder.contains("\nLineReview[2: code applies: NO, "), ofOlder);

    // What the JDK's caches hold softly is let go when memory is asked for; here at once.
    Run run =
        java(
            "-XX:SoftRefLRUPolicyMSPerMB=0",
            "-classpath",
            HOST_JAR.toString(),
            TwoVersionsHost.class.getName(),
            newer.toString(),
            older.toString());

    assertEquals(
        new Run(ofNewer + ofOlder + "collected\ncollected\n", NO_BINDING + NO_BINDING), run);
  }

  /** The library as it could have been: another version, and a family without the drain. */
  private Path olderLibrary() throws IOException {
    Path older = Files.createDirectory(folder.resolve("build")).resolve(libraryName());
    int changed = 0;
    try (JarFile from = new JarFile(LIBRARIES.resolve(libraryName()).toFile());
        JarOutputStream to = new JarOutputStream(Files.newOutputStream(older))) {
      for (JarEntry entry : Collections.list(from.entries())) {
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        String text = new String(bytes, UTF_8);
        String name = entry.getName();
        if (name.endsWith("/version.properties")) {
          bytes = "library=0.0.9\n".getBytes(UTF_8);
          changed++;
        } else if (name.endsWith("/rule-set.properties")) {
          bytes = text.replaceAll("(?m)^version=.*$", "version=2025.4").getBytes(UTF_8);
          changed++;
        } else if (name.endsWith("/procedure-families.tsv")) {
          bytes = text.replace("\t47531\t47544\t", "\t47531\t47532\t").getBytes(UTF_8);
          changed++;
        }
        to.putNextEntry(new JarEntry(name));
        to.write(bytes);
        to.closeEntry();
      }
    }
    assertEquals(3, changed, "files changed");
    return older;
  }

  /** A folder with all that a plug-in brings. */
  private Path plugin(String name, Path library) throws IOException {
    Path plugin = Files.createDirectory(folder.resolve(name));
    for (Path jar : jars(LIBRARIES)) {
      copy(jar.getFileName().toString().equals(libraryName()) ? library : jar, plugin);
    }
    copy(HOST_JAR, plugin);
    return plugin;
  }

  private static void copy(Path file, Path folder) throws IOException {
    Files.copy(file, folder.resolve(file.getFileName()));
  }

  private static String libraryName() throws IOException {
    return jars(LIBRARIES).stream()
        .map(jar -> jar.getFileName().toString())
        .filter(name -> name.startsWith("cpt76496-edits-"))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFacade(Path jar) {
    return jar.getFileName().toString().startsWith("slf4j-api-");
  }

  private static List<Path> hostAndLibraries() throws IOException {
    List<Path> jars = new ArrayList<>(List.of(HOST_JAR));
    jars.addAll(jars(LIBRARIES));
    assertEquals(14, jars.size(), "the host, the library and its twelve jars");
    return jars;
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static String[] onModulePath(Path libraries, String... engines) {
    return with(
        engines,
        "--module-path",
        HOST_JAR + File.pathSeparator + libraries,
        "--module",
        MODULE + "/" + HOST);
  }

  private static Run classPath(List<Path> jars, String program, String... arguments)
      throws Exception {
    String classPath =
        jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return java(with(arguments, "-classpath", classPath, program));
  }

  private static String[] with(String[] arguments, String... before) {
    return Stream.of(before, arguments).flatMap(Stream::of).toArray(String[]::new);
  }

  private static Run java(String... arguments) throws Exception {
    return run(Path.of(System.getProperty("java.home"), "bin", "java"), arguments);
  }

  private static Run run(Path java, String... arguments) throws Exception {
    Path log = Files.createTempFile("host", ".log");
    try {
      Process process =
          new ProcessBuilder(with(arguments, java.toString())).redirectError(log.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      int code = process.waitFor();
      String said = Files.readString(log).replace("\r\n", "\n");
      assertEquals(0, code, said);
      return new Run(output.replace("\r\n", "\n"), said);
    } finally {
      Files.delete(log);
    }
  }
}
