package io.github.cpt76496.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal, on the folder of a host with one page. */
class CompileMojoTest {

  private static final String PAGE = "modifier/26-refused-by-evergreen.drl";
  private static final String LIBRARY = "io.github.cpt76496:cpt76496-edits";

  private final CompileMojo mojo = new CompileMojo();
  private final List<String> log = new ArrayList<>();

  @TempDir Path folder;

  @BeforeEach
  void aHostWithOnePage() throws IOException {
    Path page = folder.resolve("rules").resolve(PAGE);
    Files.createDirectories(page.getParent());
    Files.copy(Path.of("../../examples/vendor-edits/rules").resolve(PAGE), page);
    Files.writeString(
        folder.resolve("rules/catalog.txt"), "acme:modifier/26-refused-by-evergreen\n");
    Files.writeString(folder.resolve("rules/rule-set.properties"), "prefix=acme\nversion=1\n");
    mojo.rulesPackage = "com.acme.claims.rules";
    mojo.rules = folder.resolve("rules").toFile();
    mojo.classes = Files.createDirectory(folder.resolve("classes")).toFile();
    mojo.sources = folder.resolve("sources").toFile();
    mojo.pluginArtifacts = artifacts("1.2");
    mojo.projectArtifacts = Map.of(LIBRARY, artifact(LIBRARY, "1.2", "library.jar"));
    mojo.setLog(
        new SystemStreamLog() {
          @Override
          public void info(CharSequence line) {
            log.add(line.toString());
          }
        });
  }

  /** What the tests run with is what the plugin is resolved to, and the tools of the tests. */
  private static Map<String, Artifact> artifacts(String version) {
    Map<String, Artifact> artifacts = new LinkedHashMap<>();
    artifacts.put(LIBRARY, artifact(LIBRARY, version, "library.jar"));
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      String id = "class.path:" + artifacts.size();
      artifacts.put(id, artifact(id, version, path));
    }
    return artifacts;
  }

  private static Artifact artifact(String id, String version, String path) {
    String[] names = id.split(":", -1);
    Artifact artifact =
        new DefaultArtifact(names[0], names[1], version, "compile", "jar", "", null);
    artifact.setFile(new File(path));
    return artifact;
  }

  private String fault() {
    return assertThrows(MojoFailureException.class, mojo::execute).getMessage();
  }

  private void change(String from, String to) throws IOException {
    Path page = folder.resolve("rules").resolve(PAGE);
    String text = Files.readString(page);
    assertTrue(text.contains(from), from);
    Files.writeString(page, text.replace(from, to));
  }

  @Test
  void thePagesBecomeClassesForBothEngines() throws Exception {
    mojo.execute();
    assertEquals(
        List.of("Compiled 1 edits from rules/", "Translated 1 edits into Java"), List.copyOf(log));
    Path target = mojo.classes.toPath().resolve("com/acme/claims/rules");
    for (String file :
        List.of("catalog.txt", "rule-set.properties", "models.txt", "metadata.tsv")) {
      assertTrue(Files.isRegularFile(target.resolve(file)), file);
    }
    assertTrue(Files.isRegularFile(target.resolve("CompiledRules.class")));
  }

  @Test
  void aFaultIsToldWithPageAndLine() throws Exception {
    change("modifier26", "modifier27");
    assertEquals(
        "rules/"
            + PAGE
            + ":24: Unable to parse left part of expression: modifier27; the facts that a condition"
            + " may test are listed in examples/vendor-edits/README.md",
        fault());
  }

  @Test
  void aWrongKeyIsToldWithItsPage() throws Exception {
    change("    @grade", "    @degree");
    assertEquals("rules/" + PAGE + ": @degree is not a known key", fault());
  }

  @Test
  void aListWithoutItsFileIsTold() throws Exception {
    Files.delete(folder.resolve("rules/catalog.txt"));
    assertEquals("rules/catalog.txt: not there", fault());
  }

  @Test
  void noPageIsTold() throws Exception {
    Files.delete(folder.resolve("rules").resolve(PAGE));
    assertEquals("rules/: no .drl file", fault());
  }

  @Test
  void noFolderIsTold() {
    mojo.rules = folder.resolve("nowhere").toFile();
    assertEquals("rules/: no .drl file", fault());
  }

  @Test
  void aLibraryOfAnotherVersionIsRefused() {
    mojo.projectArtifacts = Map.of(LIBRARY, artifact(LIBRARY, "1.3", "library.jar"));
    assertEquals(
        "the project depends on io.github.cpt76496:cpt76496-edits:1.3, and this plugin compiles"
            + " pages for 1.2; give both one version",
        fault());
  }

  @Test
  void aProjectWithoutTheLibraryIsTold() {
    mojo.projectArtifacts = Map.of();
    assertEquals("the project has no dependency io.github.cpt76496:cpt76496-edits:1.2", fault());
  }
}
