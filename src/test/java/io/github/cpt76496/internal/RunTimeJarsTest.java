package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A host gets exactly the jars of a list that is checked in, byte for byte, and the software bill
 * of materials says so. Another version or a thirteenth jar is a decision, which changes the list.
 */
class RunTimeJarsTest {

  private static final Path LIST = Path.of("src/test/resources/run-time-jars.txt");
  private static final Path BILL_OF_MATERIALS = Path.of("target/bom.json");
  private static final Path CLASS_PATH = Path.of("target/runtime-classpath.txt");

  @Test
  void theBillOfMaterialsNamesTheJarsOfTheListWithLicensesAndHashes() throws IOException {
    Map<?, ?> bill = (Map<?, ?>) json(Files.readString(BILL_OF_MATERIALS));
    List<String> found = new ArrayList<>();
    for (Object component : (List<?>) bill.get("components")) {
      Map<?, ?> jar = (Map<?, ?>) component;
      String licenses =
          maps(jar, "licenses").stream()
              .map(license -> ((Map<?, ?>) license.get("license")).get("id").toString())
              .collect(Collectors.joining(","));
      String hash =
          maps(jar, "hashes").stream()
              .filter(h -> h.get("alg").equals("SHA-256"))
              .map(h -> h.get("content").toString())
              .collect(Collectors.joining(","));
      found.add(
          jar.get("group")
              + ":"
              + jar.get("name")
              + ":"
              + jar.get("version")
              + " "
              + licenses
              + " "
              + hash);
    }
    assertEquals(list(), found.stream().sorted().toList());
  }

  @Test
  void theClassPathHoldsTheJarsOfTheList() throws Exception {
    List<String> expected = new ArrayList<>();
    for (String row : list()) {
      String[] cells = row.split("[: ]", -1);
      expected.add(cells[1] + "-" + cells[2] + ".jar " + cells[4]);
    }
    List<String> found = new ArrayList<>();
    String classPath = Files.readString(CLASS_PATH).strip();
    for (String jar : classPath.split(File.pathSeparator, -1)) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(jar)));
      found.add(Path.of(jar).getFileName() + " " + HexFormat.of().formatHex(hash));
    }
    assertEquals(expected.stream().sorted().toList(), found.stream().sorted().toList());
  }

  @Test
  void twelveJarsAreOnTheListUnderLicensesThatAskForNoMoreThanANotice() throws IOException {
    List<String> licenses =
        list().stream().map(row -> row.split(" ", -1)[1]).distinct().sorted().toList();
    assertEquals(12, list().size());
    assertEquals(List.of("Apache-2.0", "MIT"), licenses);
  }

  private static List<String> list() throws IOException {
    return Arrays.stream(Files.readString(LIST).split("\\R"))
        .filter(row -> !row.startsWith("#"))
        .toList();
  }

  /** JSON is YAML. */
  private static Object json(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private static List<Map<?, ?>> maps(Map<?, ?> parent, String key) {
    List<Map<?, ?>> maps = new ArrayList<>();
    ((List<?>) parent.get(key)).forEach(element -> maps.add((Map<?, ?>) element));
    return maps;
  }
}
