import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

/** What a public repository, and a consumer, need of a deployed release: java CheckRelease.java FOLDER */
public final class CheckRelease {

  private static final List<String> POM =
      List.of(
          "modelVersion", "groupId", "artifactId", "version", "name", "description", "url",
          "licenses/license/name", "licenses/license/url", "developers/developer/name", "scm/url",
          "scm/connection");

  private final List<String> faults = new ArrayList<>();
  private int files;

  public static void main(String[] args) throws Exception {
    Path group = Path.of(args[0]).resolve("io/github/cpt76496");
    CheckRelease check = new CheckRelease();
    check.onlyThese(group, Set.of(
            "cpt76496-edits",
            "cpt76496-edits-bom",
            "cpt76496-edits-claims",
            "cpt76496-edits-csv",
            "cpt76496-edits-fhir",
            "cpt76496-edits-json",
            "cpt76496-edits-maven-plugin",
            "cpt76496-edits-x12",
            "cpt76496-testkit"));
    check.jars(group.resolve("cpt76496-edits"));
    check.jars(group.resolve("cpt76496-testkit"));
    check.jars(group.resolve("cpt76496-edits-maven-plugin"));
    check.artifact(group.resolve("cpt76496-edits-bom"), ".pom");
    check.reader(group, "claims", "PlacedClaim", "commons-csv", "jackson-databind", "staedi", "hapi-fhir-base");
    check.reader(group, "csv", "CsvClaimReader", "jackson-databind", "staedi", "hapi-fhir-base");
    check.reader(group, "json", "JsonClaimReader", "commons-csv", "staedi", "hapi-fhir-base");
    check.reader(group, "x12", "X12ClaimReader", "commons-csv", "jackson-databind", "hapi-fhir-base");
    check.reader(group, "fhir", "FhirClaimReader", "commons-csv", "staedi");
    check.holds(
        group.resolve("cpt76496-edits-json"), ".jar",
        "io/github/cpt76496/json/claim.schema.json",
        "io/github/cpt76496/json/answer.schema.json");

    Path edits = group.resolve("cpt76496-edits");
    check.holds(
        edits, ".jar",
        "META-INF/LICENSE",
        "io/github/cpt76496/Cpt76496Edits.class",
        "io/github/cpt76496/rules/catalog.txt",
        "io/github/cpt76496/rules/reference/sources.tsv");
    check.holdsNot(edits, ".jar", "io/github/cpt76496/rules/releases.tsv");
    check.holdsNot(edits, ".jar", "io/github/cpt76496/rules/reference/fee-schedule.cases.tsv");
    check.holds(edits, "-sources.jar", "io/github/cpt76496/Cpt76496Edits.java");
    check.holds(edits, "-javadoc.jar", "index.html", "io/github/cpt76496/Cpt76496Edits.html");
    // Our own tests are no interface: hosts get the test kit.
    check.lacks(edits, "-tests.jar");
    check.materials(edits, "drools-core", "slf4j-api");
    check.materials(group.resolve("cpt76496-edits-fhir"), "drools-core", "hapi-fhir-base");
    // What the build of a host with rules of its own runs.
    Path plugin = group.resolve("cpt76496-edits-maven-plugin");
    check.holds(
        plugin, ".jar",
        "META-INF/LICENSE",
        "META-INF/maven/plugin.xml",
        "io/github/cpt76496/build/BuildRules.class",
        "io/github/cpt76496/build/CompileMojo.class");
    check.holds(plugin, "-sources.jar", "io/github/cpt76496/build/CompileMojo.java");
    check.holds(plugin, "-javadoc.jar", "io/github/cpt76496/build/CompileMojo.html");
    Path testkit = group.resolve("cpt76496-testkit");
    check.holds(
        testkit, ".jar",
        "META-INF/LICENSE",
        "io/github/cpt76496/testkit/CaseFile.class",
        "io/github/cpt76496/testkit/EditCases.class",
        "io/github/cpt76496/testkit/PageStyle.class",
        "io/github/cpt76496/testkit/SampleClaims.class",
        "io/github/cpt76496/testkit/SampleReviews.class");
    check.holds(testkit, "-sources.jar", "io/github/cpt76496/testkit/EditCases.java");
    check.holds(testkit, "-javadoc.jar", "io/github/cpt76496/testkit/EditCases.html");

    check.faults.forEach(System.err::println);
    System.out.println(check.files + " files of the release looked at, " + check.faults.size() + " faults");
    System.exit(check.faults.isEmpty() ? 0 : 1);
  }

  /** A module that reads claims: its jar and documents, and none of the libraries of another. */
  private void reader(Path group, String name, String type, String... libraries) throws Exception {
    Path module = group.resolve("cpt76496-edits-" + name);
    jars(module);
    String path = "io/github/cpt76496/" + name + "/" + type;
    holds(module, ".jar", "META-INF/LICENSE", path + ".class");
    holds(module, "-sources.jar", path + ".java");
    holds(module, "-javadoc.jar", path + ".html");
    Path pom = file(module, ".pom");
    for (String library : libraries) {
      if (pom != null && Files.readString(pom, UTF_8).contains("<artifactId>" + library + "<")) {
        faults.add(pom.getFileName() + ": depends on " + library);
      }
    }
  }

  private void jars(Path module) throws Exception {
    artifact(
        module,
        ".pom", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", "-cyclonedx.xml");
  }

  private void onlyThese(Path group, Set<String> artifacts) throws IOException {
    try (Stream<Path> there = Files.list(group)) {
      Set<String> names = new TreeSet<>();
      there.filter(Files::isDirectory).forEach(path -> names.add(path.getFileName().toString()));
      if (!names.equals(artifacts)) {
        faults.add(group + " holds " + names + ", not " + new TreeSet<>(artifacts));
      }
    }
  }

  /** Each file with its checksums and its signature, and a pom that says everything. */
  private void artifact(Path artifact, String... ends) throws Exception {
    for (String end : ends) {
      Path file = file(artifact, end);
      if (file == null) {
        faults.add(artifact.getFileName() + ": no file *" + end);
        continue;
      }
      files++;
      checksum(file, "md5", "MD5");
      checksum(file, "sha1", "SHA-1");
      if (!Files.exists(beside(file, "asc"))) {
        faults.add(file.getFileName() + ": not signed");
      }
    }
    Path pom = file(artifact, ".pom");
    if (pom != null) {
      pom(pom);
    }
  }

  private void pom(Path pom) throws Exception {
    Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    XPath path = XPathFactory.newInstance().newXPath();
    for (String element : POM) {
      if (path.evaluate("/project/" + element, document).isBlank()) {
        faults.add(pom.getFileName() + ": no " + element);
      }
    }
    for (String element : List.of("parent", "repositories", "pluginRepositories")) {
      if (!path.evaluate("/project/" + element, document).isBlank()) {
        faults.add(pom.getFileName() + ": has " + element + ", which a consumer cannot follow");
      }
    }
    String version = path.evaluate("/project/version", document);
    String snapshots = path.evaluate("count(//dependency/version[contains(., 'SNAPSHOT')])", document);
    if (!version.endsWith("-SNAPSHOT") && !snapshots.equals("0")) {
      faults.add(pom.getFileName() + ": a release depends on " + snapshots + " snapshots");
    }
  }

  private void checksum(Path file, String end, String algorithm) throws Exception {
    Path sum = beside(file, end);
    String expected =
        HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
    if (!Files.exists(sum) || !Files.readString(sum).strip().equals(expected)) {
      faults.add(file.getFileName() + ": no " + algorithm + " or a wrong one");
    }
  }

  private void lacks(Path artifact, String end) throws IOException {
    Path file = file(artifact, end);
    if (file != null) {
      faults.add(file.getFileName() + ": is published");
    }
  }

  private void holds(Path artifact, String end, String... entries) throws IOException {
    Path file = file(artifact, end);
    if (file != null) {
      try (JarFile jar = new JarFile(file.toFile())) {
        for (String entry : entries) {
          // Javadoc puts the pages of a module into a folder of its own.
          if (jar.stream().noneMatch(e -> ("/" + e.getName()).endsWith("/" + entry))) {
            faults.add(file.getFileName() + ": no " + entry);
          }
        }
      }
    }
  }

  private void holdsNot(Path artifact, String end, String entry) throws IOException {
    Path file = file(artifact, end);
    if (file != null) {
      try (JarFile jar = new JarFile(file.toFile())) {
        if (jar.getEntry(entry) != null) {
          faults.add(file.getFileName() + ": has " + entry);
        }
      }
    }
  }

  /** The bill of materials names what runs, and nothing that only tests or builds. */
  private void materials(Path artifact, String... names) throws IOException {
    Path file = file(artifact, "-cyclonedx.json");
    if (file != null) {
      String json = Files.readString(file, UTF_8);
      for (String name : names) {
        if (!json.contains('"' + name + '"')) {
          faults.add(file.getFileName() + ": does not name " + name);
        }
      }
      for (String name : List.of("junit-jupiter", "mockito-core", "drools-engine", "drools-compiler")) {
        if (json.contains('"' + name + '"')) {
          faults.add(file.getFileName() + ": names " + name + ", which is not there at run time");
        }
      }
    }
  }

  private static Path beside(Path file, String end) {
    return file.resolveSibling(file.getFileName() + "." + end);
  }

  /** The one file that ends so; a snapshot has a time in its name. */
  private static Path file(Path artifact, String end) throws IOException {
    if (!Files.isDirectory(artifact)) {
      return null;
    }
    String name = artifact.getFileName() + "-[0-9][0-9.]*(-SNAPSHOT|-[0-9.]+-[0-9]+)?" + end.replace(".", "\\.");
    try (Stream<Path> all = Files.walk(artifact, 2)) {
      return all.filter(path -> path.getFileName().toString().matches(name)).findFirst().orElse(null);
    }
  }
}
