package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import io.github.cpt76496.Payer;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog, what a payer wants, and what changed, as text and as data. */
class DataCommandsTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();

  @TempDir Path folder;

  private static String out(String... args) {
    ScrubberRun run = ScrubberRun.of(args);
    assertEquals("", run.err());
    assertEquals(0, run.exitCode());
    return run.out();
  }

  private static List<CSVRecord> rows(String csv) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(csv))
        .getRecords();
  }

  private static String fault(String... args) {
    ScrubberRun run = ScrubberRun.of(args);
    assertEquals(2, run.exitCode());
    assertEquals("", run.out());
    return run.err().lines().findFirst().orElseThrow();
  }

  @Test
  void theCatalogIsTheSameAsJsonAndAsCsv() throws IOException {
    JsonNode json = MAPPER.readTree(out("catalog", "--format=json"));
    List<CSVRecord> csv = rows(out("catalog", "--format=csv"));

    List<Edit> edits = EDITS.catalog();
    assertEquals(edits.size(), json.size());
    assertEquals(edits.size(), csv.size());
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      boolean open = edit.endDate().equals(Edit.NO_END);
      assertEquals(edit.id(), json.path(i).path("edit").asText());
      assertEquals(edit.severity().name(), json.path(i).path("severity").asText());
      assertEquals(open, json.path(i).path("endDate").isNull(), edit.id());
      assertEquals(edit.citation().source(), json.path(i).path("citation").path("source").asText());
      assertEquals(edit.id(), csv.get(i).get("edit"));
      assertEquals(edit.title(), csv.get(i).get("title"));
      assertEquals(open ? "" : edit.endDate().toString(), csv.get(i).get("endDate"));
      assertEquals(edit.citation().url(), csv.get(i).get("url"));
    }
  }

  @Test
  void whatAPayerWantsIsSaidWithoutAClaim() throws IOException {
    String[] args = {"documents", "--payer=bcbs/nebraska", "--date=2026-03-02"};
    assertEquals(
        """
        BCBS/NEBRASKA, date of service 2026-03-02

        Required
          claim narrative description: line description, SV101-7; or line description,
            SV202-7; or claim note, NTE02 of loop 2300; or line note, NTE02 of loop
            2400; or item 19 of the CMS-1500; or form locator 80 of the UB-04
          clinical records: enclosed with the paper claim; or announced in PWK, sent
            separately
              BCBS/NEBRASKA; Blue Cross and Blue Shield of Nebraska, policy RP-X-008,
                unlisted procedure or service (2024-03-25, grade A)
              https://nebraskablue.com/en/Providers/BCBSNE-Provider-Procedures/Billing-and-Reimbursement/Unlisted-Procedure-or-Service-Billing-and-Reimbursement

        """,
        out(args).lines().limit(12).reduce("", (a, b) -> a + b + "\n"));

    int size =
        EDITS
            .documents(
                Payer.of(Payer.Family.BCBS, "NEBRASKA"), Form.NOT_STATED, LocalDate.of(2026, 3, 2))
            .size();
    JsonNode json = MAPPER.readTree(out(args[0], args[1], args[2], "--format=json"));
    assertEquals(size, json.size());
    assertEquals("REQUIRED", json.path(0).path("level").asText());
    assertEquals(size, rows(out(args[0], args[1], args[2], "--format=csv")).size());
  }

  @Test
  void formAndProgramCount() {
    String professional = out("documents", "--payer=medicare", "--form=professional");
    String institutional = out("documents", "--payer=medicare", "--form=institutional");
    String advantage =
        out("documents", "--payer=medicare", "--line-of-business=medicare_advantage");
    assertFalse(professional.equals(institutional));
    assertFalse(professional.equals(advantage));
  }

  @Test
  void withoutAPayerThePayersAreListed() {
    assertEquals(
        EDITS.payers().stream().map(Payer::toString).toList(), out("documents").lines().toList());
  }

  @Test
  void aMisspeltPayerIsToldFromAnUnknownOne() {
    assertEquals(
        "--payer: expected one of AETNA, BCBS, CIGNA, HUMANA, MEDICAID, MEDICARE,"
            + " UNITED_HEALTHCARE, OTHER, UNKNOWN; nearest: MEDICARE",
        fault("documents", "--payer=MEDICRE/NGS"));
    ScrubberRun run = ScrubberRun.of("documents", "--payer=BCBS/NEBRASKAA");
    assertEquals(0, run.exitCode());
    assertEquals(
        "claim-scrubber: no rule knows the plan BCBS/NEBRASKAA, so that of its family answers;"
            + " nearest: NEBRASKA\n",
        run.err());
    assertEquals(
        "--payer: payer.plan: must be at most 60 letters, digits and underscores, such as"
            + " PALMETTO_GBA",
        fault("documents", "--payer=BCBS/A B"));
  }

  @Test
  void twoDatesOfServiceDifferInTheEditsInForce() {
    assertEquals("No edit differs\n", out("diff", "2026-03-02", "2026-03-03"));
    String edit = "procedure/packaged-under-opps";
    LocalDate first =
        EDITS.catalog().stream()
            .filter(e -> e.id().equals(edit))
            .findFirst()
            .orElseThrow()
            .effectiveDate();
    assertTrue(
        out("diff", first.minusDays(1).toString(), first.toString())
            .contains(
                """
                + procedure/packaged-under-opps
                    Medicare packages 76496 in a hospital outpatient department
                """));
    assertTrue(
        out("diff", first.toString(), first.minusDays(1).toString()).contains("- " + edit + "\n"));
  }

  @Test
  void twoSavedCatalogsDifferFieldByField() throws IOException {
    String saved = out("catalog", "--format=json");
    Path old = Files.writeString(folder.resolve("old.json"), saved);
    Path changed =
        Files.writeString(
            folder.resolve("new.json"),
            saved
                .replaceFirst("\"modifier/26-in-facility\"", "\"modifier/26-renamed\"")
                .replaceFirst(
                    "(\"procedure/not-settled\".*?\"severity\":)\"WARNING\"", "$1\"INFO\""));

    assertEquals("No edit differs\n", out("diff", old.toString(), old.toString()));
    assertEquals(
        """
        - modifier/26-in-facility
            Modifier 26 is there, and the professional component is what is left to bill
        ~ procedure/not-settled
            severity: WARNING -> INFO
        + modifier/26-renamed
            Modifier 26 is there, and the professional component is what is left to bill
        3 differences
        """
            .replaceAll("    Modifier 26 is there.*", "    " + title("modifier/26-in-facility")),
        out("diff", old.toString(), changed.toString()));
    JsonNode json =
        MAPPER.readTree(out("diff", old.toString(), changed.toString(), "--format=json"));
    assertEquals(
        "{\"kind\":\"CHANGED\",\"edit\":\"procedure/not-settled\",\"field\":\"severity\","
            + "\"before\":\"WARNING\",\"after\":\"INFO\"}",
        json.path(1).toString());
    List<CSVRecord> csv = rows(out("diff", old.toString(), changed.toString(), "--format=csv"));
    assertEquals("REMOVED", csv.get(0).get("kind"));
    assertEquals("INFO", csv.get(1).get("after"));
  }

  private static String title(String id) {
    return EDITS.catalog().stream()
        .filter(e -> e.id().equals(id))
        .findFirst()
        .orElseThrow()
        .title();
  }

  @Test
  void whatIsNoCatalogIsRefused() throws IOException {
    String file = Files.writeString(folder.resolve("x"), "{\"a\":[1]}").toString();
    assertEquals(
        file + ": no list that `catalog --format json` has written",
        fault("diff", file, "2026-03-02"));
    assertEquals(
        "2026-13-01: neither a date such as 2026-03-02 nor a file that can be read",
        fault("diff", "2026-13-01", "2026-03-02"));
  }

  /** What a host can give the library, an evaluator can give it here. */
  @Test
  void theLibraryTakesDecisionsAndRowsOfAHost() throws IOException {
    String claim =
        Files.writeString(
                folder.resolve("claim"),
                "{\"id\":\"C1\",\"payer\":{\"family\":\"OTHER\",\"plan\":\"EVERGREEN\"},"
                    + "\"lines\":[{\"procedureCode\":\"76496\",\"modifiers\":[\"26\"],"
                    + "\"placeOfService\":\"22\",\"dateOfService\":\"2026-03-02\"}]}")
            .toString();
    String plain = out("--short", claim);
    assertTrue(plain.contains(": WARNING applies=UNDETERMINED"), plain);
    assertEquals(plain, out("--short", "--engine=drools", claim));

    ScrubberRun overridden =
        ScrubberRun.of("--override=procedure/not-settled=error", "--reason=ours", claim);
    assertEquals(1, overridden.exitCode());
    assertTrue(
        overridden
            .out()
            .replace("\n             ", " ")
            .contains("    Host     procedure/not-settled reported as an error for ANY: ours\n"),
        overridden.out());

    String rows = "../vendor-edits/requirements.tsv";
    long count =
        Files.readAllLines(Path.of(rows)).stream().filter(r -> r.startsWith("acme:")).count();
    assertTrue(
        out("catalog", "--requirements=" + rows)
            .endsWith("\n" + (EDITS.catalog().size() + count) + " edits\n"));
  }

  /** The code that does not apply is to be changed, though only an unverified row says so. */
  @Test
  void aReasonThatIsOnlyInformationIsNamedInShort() throws IOException {
    String claim =
        Files.writeString(
                folder.resolve("claim"),
                "{\"id\":\"C1\",\"form\":\"PROFESSIONAL\",\"payer\":{\"family\":\"OTHER\"},\"lines\":["
                    + "{\"procedureCode\":\"76496\",\"modifiers\":[\"26\"],\"placeOfService\":\"22\","
                    + "\"dateOfService\":\"2023-03-02\"},"
                    + "{\"procedureCode\":\"64628\",\"dateOfService\":\"2023-03-02\"}]}")
            .toString();

    assertEquals(
        claim
            + ": C1 line 1: INFO applies=NO modifier26=VALID candidates= supply= ask="
            + " edits=procedure/imaging-included\n",
        out("--short", claim));
  }

  @Test
  void aWrongDecisionIsNamedWithItsCure() {
    assertEquals(
        "--override: expected EDIT=ACTION, such as modifier/on-unlisted-code=off",
        fault("--override=x", "y"));
    assertEquals(
        "--override: expected one of off, on, error, warning, info after =",
        fault("--override=x=loud", "y"));
    assertEquals(
        "--override: override of x: payer: must be ANY, a family, or FAMILY/PLAN",
        fault("--override=x=off@ACME", "y"));
    assertEquals(
        "override of modifier/26-in-facilty: no such edit; the catalog lists them;"
            + " nearest: modifier/26-in-facility, modifier/tc-in-facility",
        fault("--override=modifier/26-in-facilty=off", "y"));
    assertEquals(
        "--ncci: expected DATE=FILE, such as 2026-10-01=ccipra.txt", fault("--ncci=x", "y"));
    for (String option : List.of("--requirements", "--narratives")) {
      assertEquals(option + ": missing.tsv: cannot be read", fault(option + "=missing.tsv", "y"));
    }
    assertEquals(
        "--narratives: missing.tsv: cannot be read",
        fault("explain", "--words=x", "--narratives=missing.tsv"));
    assertEquals(
        "--reason: tells why an edit is overridden, and no --override is given",
        fault("--reason=ours", "y"));
  }

  @Test
  void aWrongValueIsNamedAndNotTheWholeHelp() {
    assertEquals(
        """
        --format: expected one of text, json, fhir, csv, 277ca, questionnaire, html; nearest: json
        Try `claim-scrubber --help` for all options.
        """,
        ScrubberRun.of("--format=jsoon", "x").err());
    assertEquals(
        """
        Unknown option: '--frmat=json'; nearest: --format
        Try `claim-scrubber --help` for all options.
        """,
        ScrubberRun.of("--frmat=json", "x").err());
    assertEquals("--short: is an option of the format text", fault("--short", "--format=csv", "x"));
    assertEquals(
        "--only: is an option of the format text and csv",
        fault("--only=error", "--format=json", "x"));
    assertEquals(
        "--catalog-url: is an option of the format json, csv, fhir and html",
        fault("--catalog-url=https://example.org/edits.html", "x"));
    assertEquals(
        "--all: shows everything, so it does not go with --short or --only",
        fault("--all", "--short", "x"));
  }

  @Test
  void completionIsASubcommand() {
    String script = out("generate-completion");
    assertTrue(script.contains("claim-scrubber Bash Completion"), script);
    assertTrue(script.contains("--line-of-business"), script);
  }

  @Test
  void colorsCanBeAskedForAndRefused() throws IOException {
    String claim =
        Files.writeString(
                folder.resolve("claim"),
                "{\"lines\":[{\"procedureCode\":\"76496\",\"dateOfService\":\"2026-03-02\"}]}")
            .toString();
    assertFalse(out(claim).contains("\u001b["));
    assertFalse(out("--color=never", claim).contains("\u001b["));
    assertTrue(out("--color=always", claim).contains("\u001b[33mWARNING"));
    assertEquals(out(claim), out("--color=always", claim).replaceAll("\u001b\\[[0-9;]*m", ""));
  }
}
