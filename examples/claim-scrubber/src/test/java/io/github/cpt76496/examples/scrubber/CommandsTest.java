package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options and subcommands, with the rules of the library. */
class CommandsTest {

  private static final String CLAIM =
      "{\"id\":\"C1\",\"form\":\"PROFESSIONAL\",\"payer\":{\"family\":\"MEDICARE\"},\"lines\":["
          + "{\"procedureCode\":\"76496\",\"placeOfService\":\"22\",\"dateOfService\":\"2026-03-02\","
          + "\"record\":{\"noSpecificCode\":true,\"imaging\":\"FLUOROSCOPY\"}}]}";

  @TempDir Path folder;

  private String claim() throws IOException {
    return Files.writeString(folder.resolve("claim"), CLAIM).toString();
  }

  /** The name of the format is no identifier, and is known all the same. */
  @Test
  void acknowledgmentIsAFormat() {
    ScrubberRun run =
        ScrubberRun.of(
            "--format", "277ca", "--fail-on", "never", "../claims/office-report-attached.json");

    assertEquals("", run.err());
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("*X*005010X214~\nST*277*0001*005010X214~\n"), run.out());
    assertTrue(run.out().endsWith("~\nGE*1*1~\nIEA*1*000000001~\n"), run.out());
  }

  @Test
  void explainShowsThePageOfEveryEdit() {
    for (Edit edit : Cpt76496Edits.load().catalog()) {
      RulePage page = RulePage.of(edit.id());

      String file = page.path().replaceFirst(":\\d+$", "");
      assertTrue(Files.exists(Path.of("../..").resolve(file)), edit.id());
      assertTrue(page.inPlainWords().length() > 20, edit.id());
      // A row's case says where the row holds, and so where it does not.
      assertTrue(page.cases().size() >= (page.row().isPresent() ? 1 : 2), edit.id());
    }
  }

  @Test
  void explainPrintsARowUpright() throws IOException {
    String id = "documentation/medicaid/california#PROCEDURE_REPORT";
    List<String> table = Files.readAllLines(Path.of("../../rules/documentation/medicaid.tsv"));
    int number =
        1 + table.indexOf(table.stream().filter(r -> r.startsWith(id)).findFirst().orElseThrow());
    assertEquals(
        """
        documentation/medicaid/california#PROCEDURE_REPORT
        Medi-Cal: no full report of the service is with the claim

          Question   3, which documentation does the payer require?
          Severity   WARNING
          In force   dates of service from 2010-07-06
          Source     Radiology Billing and Coding, article quoting the Medi-Cal
                     radiology manual (2010-07-06, grade S, reviewed 2026-11-29)
                     https://radiologybillingcoding.com/2010/07/radilogy-required-authorization.html
          Reading    read in part (what the article quotes on 76496 to 76499), in a copy
                     elsewhere, 2026-11-28
          Written    rules/documentation/medicaid.tsv:%d
          Change     837P 2300 PWK, 2400 PWK
          Change     837I 2300 PWK, 2400 PWK
          Change     FHIR Claim.supportingInfo
          Change     JSON attachments
          Status     R1:294, R1:298
          CARC       252
          RARC       M29
          PWK01      PY
          LOINC      28570-0, 11504-8
          Codes by   Palmetto GBA, page on paperwork (PWK) attachments, grade A

          In plain words
            In the remarks or attached, as quoted in 2010. A text in the remarks may be
            the report; what it says is not read.

          What the payer says
            payer        MEDICAID/CALIFORNIA
            item         PROCEDURE_REPORT
            level        REQUIRED
            channels     PAPER_FL_80, PAPER_ITEM_19, ATTACH_PAPER, ATTACH_PWK
            consequence  NOT_STATED
            scope        NAMES_76496
            message      no report is attached and the remarks are empty; Medi-Cal, as
                         quoted in 2010, wants a full report of the service in one of
                         the two

          Stated for a claim of which this holds
            payerFamily == "MEDICAID", payerPlan == "CALIFORNIA", lineOfBusiness in (
            "MEDICAID", "NOT_STATED" )
        """
            .formatted(number),
        ScrubberRun.of("explain", id).out().lines().limit(41).reduce("", (a, b) -> a + b + "\n"));
  }

  @Test
  void aCodeBelongsToAnEditOfTheFirstQuestion() {
    ScrubberRun run = ScrubberRun.of("explain", "modifier/26-in-facility", "47533");
    assertEquals(2, run.exitCode());
    assertTrue(
        run.err()
            .startsWith(
                "CODE: only an edit of the first question, procedure/..., rests on a code beside"
                    + " 76496\n"),
        run.err());
  }

  @Test
  void explainSaysWhatWhoSinceWhenAndShowsCases() {
    ScrubberRun run = ScrubberRun.of("explain", "modifier/26-missing-in-facility");

    assertEquals(0, run.exitCode());
    assertEquals("", run.err());
    assertEquals(
        """
        modifier/26-missing-in-facility
        Modifier 26 is missing on a professional claim from a facility

          Question   2, is modifier 26 valid?
          Severity   ERROR
          In force   dates of service from 2020-01-01
          Source     CMS, National Physician Fee Schedule Relative Value File, October
                     2025 release (2025-09-11, grade A, reviewed 2026-11-23)
                     https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files
          Reading    read in part (the rows of the codes in question, and the record
                     layout), in a copy elsewhere, 2026-11-23
          Written    rules/modifier/26-missing-in-facility.drl
          Change     837P 2400 SV101-3, 2400 SV105
          Change     FHIR Claim.item.modifier, Claim.item.location
          Change     JSON lines[].modifiers, lines[].placeOfService
          Status     A3:21, A3:453
          CARC       4
          Codes by   First Coast Service Options, tips to prevent reason code CO4, grade
                     S

          In plain words
            In a facility the physician furnishes the interpretation, not the equipment,
            so the line must say that only the professional component is billed. The fee
            schedule prices the other two rows nowhere in a facility; Independence Blue
            Cross says the same in words (MA03.011m). An ambulatory surgical center
            bills its own service on the same form: if the component is not stated, its
            place of service has a page of its own.
        """,
        run.out().lines().limit(27).reduce("", (a, b) -> a + b + "\n"));
    assertTrue(run.out().contains("\n  Cases\n    - name: "), run.out());
  }

  @Test
  void explainSaysWhichEditsGoFirst() {
    assertTrue(
        ScrubberRun.of("explain", "procedure/imaging-included")
            .out()
            .contains(
                """

                  And none of these earlier edits answers: first match wins (hit policy FIRST)
                    procedure/other-imaging-included, procedure/code-with-recorded-imaging,
                    procedure/plain-x-ray-named, procedure/other-imaging-named,
                    procedure/other-imaging-modality, procedure/imaging-not-fluoroscopy,
                    procedure/imaging-included-in-recorded-procedure,
                    procedure/listed-imaging-beside-recorded-procedure,
                    procedure/recorded-procedure-includes-by-analogy,
                    procedure/narrative-names-listed-study, procedure/tract-studied,
                    procedure/stand-alone-fluoroscopy

                  Cases
                """));
  }

  @Test
  void explainSaysWhatWordsAreReadAs() {
    String out = ScrubberRun.of("explain", "--words", "HIP ARTHROGRAM LT").out();
    assertTrue(
        out.matches(
            """
            HIP_ARTHROGRAM
            an arthrogram of the hip

              Means      a study that has listed codes; 76496 does not describe it
              Codes      73525 27093 27095
              Which      depends on: interpretation, or injection
              Ask        Was the interpretation of the images meant, or the injection, or both\\?
              Row        rules/reference/narrative-concepts\\.tsv:\\d+
              Source     Price lists of hospitals, 2018 to 2026 \\(public repositories\\)
                         \\(2026-08, grade S, reviewed 2026-11-29\\)
                         https://github\\.com/vsoch/hospital-chargemaster
              Reading    .*
                         .*
            """),
        out);
    assertEquals(
        """
        Nothing is read from these words.

          What words are read as is written in rules/reference/narrative-concepts.tsv.
          A file of your own with the same columns goes first: --narratives FILE.
        """,
        ScrubberRun.of("explain", "--words", "PTC inhibitor study").out());
    ScrubberRun both = ScrubberRun.of("explain", "procedure/not-settled", "--words", "x");
    assertTrue(both.err().contains("give either an edit's id or --words with a text"), both.err());
  }

  @Test
  void explainPutsNoEditBeforeTheFirstNorBeforeAdvice() {
    for (String edit : List.of("procedure/other-imaging-included", "modifier/on-unlisted-code")) {
      String out = ScrubberRun.of("explain", edit).out();
      assertTrue(out.contains("\n  Reports a line of which this holds\n"), out);
      assertTrue(!out.contains("first match wins"), out);
    }
  }

  @Test
  void explainShowsTheRowThatDecidesForACode() throws IOException {
    String out = ScrubberRun.of("explain", "procedure/imaging-included", "47533").out();

    List<String> table =
        Files.readAllLines(Path.of("../../rules/reference/procedure-families.tsv"));
    int number =
        1
            + table.indexOf(
                table.stream()
                    .filter(r -> r.contains("\t47531\t47544\t2016-01-01\t"))
                    .findFirst()
                    .orElseThrow());
    String section = out.substring(out.indexOf("  Row for "), out.indexOf("  Cases\n"));
    assertEquals(
        """
          Row for 47533 on %s
            rules/reference/procedure-families.tsv:%d
              family              PERCUTANEOUS_BILIARY
              imaging_is          INCLUDED
              first_code          47531
              last_code           47544
              effective_date      2016-01-01
        """
            .formatted(Cpt76496Edits.load().version().coversThrough(), number),
        section.lines().limit(7).reduce("", (a, b) -> a + b + "\n"));
  }

  @Test
  void explainSaysWhereNoRowDecides() {
    assertTrue(
        ScrubberRun.of("explain", "procedure/imaging-included", "99213")
            .out()
            .contains("\n    none: billed beside 76496 the code does not make this edit report\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"76496-26", "47533-52", "4753", "HC:47533", "drain", ""})
  void explainNamesACodeThatIsNone(String code) {
    assertEquals(
        new ScrubberRun(
            2,
            "",
            """
            CODE: expected five letters and digits of a code billed beside 76496, such as 47533
            Try `claim-scrubber explain --help` for all options.
            """),
        ScrubberRun.of("explain", "procedure/imaging-included", code));
  }

  @ParameterizedTest
  @CsvSource({
    "explian, explain",
    "catlog, catalog",
    "Documents, documents",
    "dif, diff",
    "document, documents"
  })
  void misspeltCommandIsNamed(String word, String command) {
    String message =
        word
            + ": no such file, and no command; nearest: "
            + command
            + "\nTry `claim-scrubber --help` for all options.\n";
    assertEquals(new ScrubberRun(2, "", message), ScrubberRun.of(word, "modifier/x"));
    assertEquals(new ScrubberRun(2, "", message), ScrubberRun.of(word, "--payer", "AETNA"));
  }

  @Test
  void explainNamesWhatIsNearAnUnknownId() {
    ScrubberRun run = ScrubberRun.of("explain", "26-missing-in-fac");

    assertEquals(2, run.exitCode());
    assertEquals(
        """
        no edit has this id; `claim-scrubber catalog` lists them; nearest: modifier/26-missing-in-facility
        Try `claim-scrubber explain --help` for all options.
        """,
        run.err());
  }

  @Test
  void catalogListsTheEditsThatNameAllWords() {
    ScrubberRun all = ScrubberRun.of("catalog");
    ScrubberRun some = ScrubberRun.of("catalog", "PALMETTO-GBA#", "line description");

    assertEquals(
        Cpt76496Edits.load().catalog().size() + " edits",
        all.out().lines().reduce((a, b) -> b).orElseThrow());
    assertEquals(
        """
        ERROR   documentation/medicare/palmetto-gba#CLAIM_NARRATIVE_DESCRIPTION
                Palmetto GBA: the line description of an unlisted code is missing
                dates of service from 2018-02-22; Palmetto GBA, page on unlisted
                procedure codes, grade A
        1 edit
        """,
        some.out());
    assertEquals(
        "0 edits; nearest: palmetto\n",
        ScrubberRun.of("catalog", "palmeto", "documentation").out());
  }

  @Test
  void whatIfShowsTheAnswerThatChanges() throws IOException {
    ScrubberRun run = ScrubberRun.of("--set", "modifier=26", "--set", "description=X Y Z", claim());

    List<String> answers = run.out().lines().skip(2).limit(9).toList();
    assertEquals(
        List.of(
            "Claim C1  (claim 1)",
            "Payer MEDICARE, rules of the payer family",
            "What if modifiers=26, description=X Y Z",
            "  Line 1   76496-26   2026-03-02",
            "    Does 76496 apply?      Yes, on the facts stated",
            "    Is modifier 26 valid?  Yes: on the line, and correct",
            "      as it stands         Missing: needed, and not on the line",
            "    Which documentation?   2 required: 1 not confirmed, 1 present",
            "      as it stands         1 required: 1 MISSING"),
        answers);
  }

  @Test
  void planThatNoRuleKnowsIsNamed() throws IOException {
    ScrubberRun run = ScrubberRun.of("--set=payer=MEDICARE/PALMETO_GBA", claim());

    assertEquals(
        "claim-scrubber: no rule knows the plan MEDICARE/PALMETO_GBA, so that of its family answers;"
            + " nearest: PALMETTO_GBA\n",
        run.err());
    assertEquals(
        "Payer MEDICARE/PALMETO_GBA, rules of the payer family; none of this plan is",
        run.out().lines().skip(3).findFirst().orElseThrow());
  }

  @Test
  void whatIfIsSaidInEveryAnswer() throws IOException {
    ScrubberRun run = ScrubberRun.of("--format=json", "--set=modifier=26", claim());

    assertEquals("--set: the answers are for claims changed to modifiers=26\n", run.err());
    assertTrue(run.out().contains("},\"whatIf\":[\"modifiers=26\"],\"lines\":["), run.out());
  }

  @Test
  void whatIfIsRefusedBeforeAnythingIsRead() {
    assertEquals(
        "--set: expected NAME=VALUE with one of the names attachments, categoryThreeChecked,"
            + " claimNote, component, dateOfService, dateOfServiceEnd, description, form,"
            + " hospitalPatient, imaging, modifiers, motionRecorded, noSpecificCode, note, onFile,"
            + " payer, placeOfService, procedure, purchasedComponent, purpose, revenueCode,"
            + " typeOfBill, units, writtenInterpretation",
        firstError("--set", "color=red", "x"));
    assertEquals(
        "--set: payer.family: expected one of AETNA, BCBS, CIGNA, HUMANA, MEDICAID, MEDICARE,"
            + " UNITED_HEALTHCARE, OTHER, UNKNOWN",
        firstError("--set", "payer=ACME", "x"));
    assertEquals("--set: units: expected a number", firstError("--set", "units=many", "x"));
    assertEquals(
        "--set: modifiers: each must be two letters or digits, such as 26",
        firstError("--set", "modifiers=26:59", "x"));
  }

  private static String firstError(String... args) {
    ScrubberRun run = ScrubberRun.of(args);
    assertEquals(2, run.exitCode());
    return run.err().lines().findFirst().orElseThrow();
  }

  @Test
  void failOnDecidesTheExitCode() throws IOException {
    String claim = claim();

    assertEquals(1, ScrubberRun.of(claim).exitCode());
    assertEquals(0, ScrubberRun.of("--fail-on=never", claim).exitCode());
    assertEquals(2, ScrubberRun.of("--fail-on=never", claim, "missing").exitCode());
    String[] warningOnly = {"--set=modifier=26", "--set=description=A B C", claim};
    assertEquals(0, ScrubberRun.of(warningOnly).exitCode());
    assertEquals(
        1, ScrubberRun.of("--fail-on=warning", warningOnly[0], warningOnly[1], claim).exitCode());
  }

  @Test
  void summaryCountsByAnswerPayerAndEdit() throws IOException {
    ScrubberRun text = ScrubberRun.of("--summary", claim());
    ScrubberRun json = ScrubberRun.of("--summary", "--format=json", claim());

    String summary = text.out().substring(text.out().indexOf("\nSummary\n"));
    assertEquals(summary, json.err());
    assertTrue(
        summary.startsWith(
            """

            Summary
              Does 76496 apply?
                       1  YES
                       0  NO
                       0  UNDETERMINED
              Is modifier 26 valid?
                       0  VALID
                       0  INVALID
                       1  MISSING
                       0  NOT_NEEDED
                       0  UNDETERMINED
              Lines by payer
                       1  MEDICARE
              Findings by edit
            """),
        summary);
    assertTrue(
        summary.contains("         1  ERROR modifier/26-missing-for-hospital-patient\n"), summary);
  }

  @Test
  void outputNeverReplacesWhatIsRead() throws IOException {
    String claim = claim();
    String link = Files.createSymbolicLink(folder.resolve("link"), Path.of("claim")).toString();
    String answers = folder.resolve("answers").toString();
    String refusal = ": is or would be among the files that are read";

    assertEquals("--output: " + claim + refusal, firstError("-o", claim, claim));
    assertEquals("--output: " + link + refusal, firstError("-o", link, claim));
    assertEquals("--output: " + claim + refusal, firstError("-o", claim, folder.toString()));
    assertEquals("--output: " + answers + refusal, firstError("-o", answers, folder.toString()));
    assertEquals(
        "--output: " + claim + refusal, firstError("--payers", payers(), "-o", claim, claim));
    assertEquals("--output: " + payers() + refusal, firstError(payersAsOutput(claim)));
    assertEquals(CLAIM, Files.readString(Path.of(claim)));
  }

  private String payers() throws IOException {
    return Files.writeString(
            folder.resolve("payers"), "payer_id,name_pattern,family,plan,line_of_business\n")
        .toString();
  }

  private String[] payersAsOutput(String claim) throws IOException {
    return new String[] {"--payers", payers(), "-o", payers(), claim};
  }

  @Test
  void outputThatCannotBeOpenedIsNamed() throws IOException {
    String output = folder.resolve("missing").resolve("answers").toString();

    assertEquals("--output: " + output + ": cannot be written", firstError("-o", output, claim()));
  }

  @Test
  void outputThatIsCutShortIsNoSuccess() throws IOException {
    StringWriter err = new StringWriter();
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int offset, int length) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };

    int exitCode =
        ScrubberCommand.execute(
            new PrintWriter(full), new PrintWriter(err), Terminal.NONE, "--format=json", claim());

    assertEquals(2, exitCode);
    assertEquals(
        "claim-scrubber: the output could not be written to its end, it is incomplete",
        err.toString().strip());
  }

  @Test
  void halfOfASurrogatePairCutsNoOutputShort() throws IOException {
    Path claims = folder.resolve("claims");
    Files.writeString(claims, CLAIM.replace("C1", "\\ud800") + CLAIM);
    String output = folder.resolve("answers").toString();

    assertEquals(1, ScrubberRun.of("--format=json", "-o", output, claims.toString()).exitCode());
    assertEquals(2, Files.readAllLines(Path.of(output)).size());
  }

  @Test
  void outputGoesToAFile() throws IOException {
    Path output = folder.resolve("answers");

    ScrubberRun toFile = ScrubberRun.of("--format=json", "-o", output.toString(), claim());

    assertEquals("", toFile.out());
    assertEquals(ScrubberRun.of("--format=json", claim()).out(), Files.readString(output));
  }
}
