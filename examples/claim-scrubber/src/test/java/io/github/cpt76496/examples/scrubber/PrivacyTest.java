package io.github.cpt76496.examples.scrubber;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A marker takes the place of one value of a claim file after another: every element of every
 * segment, every leaf of JSON and FHIR, every cell of CSV, and the names of all of them. What each
 * output repeats is listed here in full; everything else is repeated nowhere.
 */
@Tag("one-jdk")
class PrivacyTest {

  private static final Path CLAIMS = Path.of("../claims");

  /** The page keeps a thousand problems, and a file may have several. */
  private static final int FILES_A_RUN = 200;

  private static final Marked.Maker MAKER = new Marked.Maker();

  @TempDir static Path folder;

  private static Map<String, Marked> byMarker;
  private static List<Path> folders;

  /** What a reader does not know is named by the name that the sender's program gave it. */
  private static final List<String> NAMES = List.of("csv (name)", "fhir (name)", "json (name)");

  private static final List<String> CLAIM_IDS =
      List.of("csv claimId", "fhir entry.resource.id", "fhir id", "json id", "x12 CLM01");

  private static final List<String> DATES_OF_SERVICE =
      List.of(
          "csv dateOfService",
          "csv dateOfServiceEnd",
          "fhir entry.resource.item.servicedDate",
          "fhir item.servicedPeriod.end",
          "fhir item.servicedPeriod.start",
          "json lines.dateOfService",
          "json lines.dateOfServiceEnd",
          "x12 DTP03");

  /** Of lines of several days, which FHIR repeats, while it leaves out a single day. */
  private static final List<String> PERIODS =
      List.of(
          "csv dateOfService",
          "csv dateOfServiceEnd",
          "fhir item.servicedPeriod.end",
          "fhir item.servicedPeriod.start",
          "json lines.dateOfService",
          "json lines.dateOfServiceEnd");

  private static final List<String> LINE_NUMBERS =
      List.of(
          "csv lineNumber",
          "fhir entry.resource.item.sequence",
          "fhir item.sequence",
          "json lines.number",
          "x12 LX01");

  /** The marked claim in JSON has an answer, so that nothing is asked about it. */
  private static final List<String> LINE_NUMBERS_OF_OPEN_LINES =
      List.of(
          "csv lineNumber", "fhir entry.resource.item.sequence", "fhir item.sequence", "x12 LX01");

  /** In JSON a plan is written as the library writes it; a payer's name is repeated nowhere. */
  private static final List<String> PLANS = List.of("json payer.plan");

  private static final Set<String> COMPLAINTS =
      listed(List.of(NAMES, List.of("fhir item.sequence")));

  /** What is written, and all that it may repeat. */
  enum Output {
    TEXT(List.of(CLAIM_IDS, DATES_OF_SERVICE, LINE_NUMBERS, PLANS), "--summary"),
    TEXT_IN_FULL(List.of(CLAIM_IDS, DATES_OF_SERVICE, LINE_NUMBERS, PLANS), "--all"),
    TEXT_IN_SHORT(List.of(CLAIM_IDS, LINE_NUMBERS), "--short"),
    CSV(List.of(CLAIM_IDS, LINE_NUMBERS, PLANS, NAMES), "--format", "csv"),
    JSON(List.of(CLAIM_IDS, DATES_OF_SERVICE, LINE_NUMBERS, PLANS, NAMES), "--format", "json"),
    JSON_COMPACT(
        List.of(CLAIM_IDS, DATES_OF_SERVICE, LINE_NUMBERS, PLANS, NAMES),
        "--format",
        "json",
        "--compact"),
    FHIR(List.of(CLAIM_IDS, PERIODS, LINE_NUMBERS, PLANS, NAMES), "--format", "fhir"),
    HTML(List.of(DATES_OF_SERVICE, LINE_NUMBERS, PLANS, NAMES), "--format", "html"),
    HTML_WITH_IDS(
        List.of(CLAIM_IDS, DATES_OF_SERVICE, LINE_NUMBERS, PLANS, NAMES),
        "--format",
        "html",
        "--show-claim-ids"),
    QUESTIONNAIRE(List.of(LINE_NUMBERS_OF_OPEN_LINES), "--format", "questionnaire"),
    QUESTIONNAIRE_OF_RECORD(List.of(LINE_NUMBERS), "--format", "questionnaire", "--all"),
    TEXT_WHAT_IF(
        List.of(CLAIM_IDS, DATES_OF_SERVICE, LINE_NUMBERS, PLANS), "--set", "purpose=SOLE_IMAGING"),
    JSON_WHAT_IF(
        List.of(CLAIM_IDS, DATES_OF_SERVICE, LINE_NUMBERS, PLANS, NAMES),
        "--format",
        "json",
        "--set",
        "purpose=SOLE_IMAGING");

    @SuppressWarnings("ImmutableEnumChecker") // Made here, and only read.
    private final Set<String> repeats;

    @SuppressWarnings("ImmutableEnumChecker") // Made here, and only read.
    private final List<String> options;

    Output(List<List<String>> repeats, String... options) {
      this.repeats = listed(repeats);
      this.options = List.of(options);
    }

    /** The text says with the claim what the others say on standard error. */
    private Set<String> complaints() {
      return name().startsWith("TEXT") && this != TEXT_IN_SHORT
          ? listed(List.of(NAMES))
          : COMPLAINTS;
    }
  }

  private static Set<String> listed(List<List<String>> fields) {
    return fields.stream().flatMap(List::stream).collect(toCollection(TreeSet::new));
  }

  @BeforeAll
  static void mark() throws IOException {
    MAKER.x12(resource("full.837"));
    MAKER.x12(Files.readString(CLAIMS.resolve("hospital-outpatient.837i")));
    MAKER.json("json", resource("full.json"));
    MAKER.json("fhir", resource("full.fhir.json"));
    MAKER.json("fhir", Files.readString(CLAIMS.resolve("bundle.fhir.json")));
    MAKER.csv(resource("full.csv"));
    MAKER.csv(resource("payer-name.csv"));
    byMarker = MAKER.made().stream().collect(toMap(Marked::marker, m -> m));
    folders = new ArrayList<>();
    for (int i = 0; i < MAKER.made().size(); i++) {
      if (i % FILES_A_RUN == 0) {
        folders.add(Files.createDirectory(folder.resolve("claims-" + folders.size())));
      }
      Path file = folders.get(folders.size() - 1).resolve("file-" + i);
      Files.writeString(file, MAKER.made().get(i).content());
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = PrivacyTest.class.getResourceAsStream("privacy/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void everyFieldIsMarked() {
    assertEquals(
        Map.of("x12", 191, "json", 64, "fhir", 318, "csv", 72),
        Stream.of("x12", "json", "fhir", "csv")
            .collect(toMap(kind -> kind, kind -> MAKER.fields(kind).size())));
  }

  @ParameterizedTest
  @EnumSource
  void anOutputRepeatsWhatIsListedAndNothingElse(Output output) {
    TreeSet<String> written = new TreeSet<>();
    TreeSet<String> complained = new TreeSet<>();
    for (Path claims : folders) {
      List<String> arguments = new ArrayList<>(output.options);
      arguments.add(claims.toString());
      ScrubberRun run = ScrubberRun.of(arguments.toArray(String[]::new));
      written.addAll(fields(run.out()));
      complained.addAll(fields(run.err()));
    }
    assertEquals(output.complaints(), complained, "standard error");
    assertEquals(output.repeats, written);
  }

  /** With every log switched on, which this program never does: the binding that it has is mute. */
  @Test
  void noLogLineRepeatsAValue() throws IOException, InterruptedException {
    Path settings =
        Files.writeString(
            folder.resolve("logging.properties"),
            """
            handlers = java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level = ALL
            .level = ALL
            """);
    Path log = folder.resolve("log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dslf4j.provider=org.slf4j.jul.JULServiceProvider",
                "-Djava.util.logging.config.file=" + settings,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "io.github.cpt76496.examples.scrubber.Main",
                "--format",
                "json"));
    folders.forEach(claims -> command.add(claims.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectError(log.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(ScrubberCommand.SOME_INPUT_NOT_READ, process.waitFor());
    TreeSet<String> repeated = new TreeSet<>();
    boolean logged = false;
    try (BufferedReader lines = Files.newBufferedReader(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        logged |= line.startsWith("FINE: Loaded ");
        repeated.addAll(fields(line));
      }
    }
    assertTrue(logged, "the library says at level debug that it was loaded, and that is not there");
    assertEquals(COMPLAINTS, repeated);
  }

  private static Set<String> fields(String text) {
    return Marked.in(text).stream()
        .map(m -> byMarker.containsKey(m) ? byMarker.get(m).field() : "a part of a marker: " + m)
        .map(f -> f.replaceFirst("^(\\w+) .*\\((?:name|title)\\)$", "$1 (name)"))
        .collect(toCollection(TreeSet::new));
  }
}
