package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.examples.scrubber.ClaimGenerator.Mix;
import io.github.cpt76496.examples.scrubber.ScrubberCommand.Format;
import io.github.cpt76496.examples.scrubber.report.Ink;
import io.github.cpt76496.examples.scrubber.report.Look;
import io.github.cpt76496.examples.scrubber.report.Report;
import io.github.cpt76496.examples.scrubber.report.Tally;
import io.github.cpt76496.examples.scrubber.report.Utf8Writer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole outputs and exit codes, with answers made up so that no rule change alters them. */
class ScrubberTest {

  private static final String CLAIM =
      "{\"id\":\"C1\",\"payer\":{\"family\":\"MEDICARE\",\"plan\":\"PALMETTO_GBA\"},\"lines\":["
          + "{\"procedureCode\":\"47533\",\"dateOfService\":\"2026-03-02\"},"
          + "{\"procedureCode\":\"76496\",\"modifiers\":[\"26\",\"59\"],"
          + "\"dateOfService\":\"2026-03-02\"}]}";
  private static final String OTHER_CLAIM =
      "{\"lines\":[{\"procedureCode\":\"47533\",\"dateOfService\":\"2026-03-02\"}]}";

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("claims.json"), text);
  }

  private static ScrubberRun run(Format format, Path... files) {
    return ScrubberRun.of(new FixedEdits(Severity.ERROR), format, List.of(files));
  }

  @Test
  void textAnswersTheThreeQuestionsInOrder() throws IOException {
    Path file = file(CLAIM + OTHER_CLAIM);

    assertEquals(
        new ScrubberRun(
            1,
            file
                + """


                Claim C1  (claim 1)
                Payer MEDICARE/PALMETTO_GBA, rules of the plan or contractor itself
                  Line 2   76496-26-59   2026-03-02
                    Does 76496 apply?      No; fits better: 76000
                    Is modifier 26 valid?  Undetermined from what is stated
                    Which documentation?   No document corrects a wrong code; --all lists 2
                    ERROR    a listed code fits
                             change 2400 SV101-2 (claim status A3:21, A3:454, CARC 189, RARC
                             N56)
                             procedure/an-edit; Another source (undated, grade S, reviewed
                             2026-11-01)
                    Ask      component furnished
                    Host     procedure/an-edit reported as an error for ANY: the host says so

                More: --all, everything with its source; `explain EDIT`, the page of an edit.

                2 claims read, 1 line with 76496: 1 error, 0 warnings; nothing not read
                """,
            ""),
        run(Format.TEXT, file));
  }

  @Test
  void jsonKeepsNamesAndOrder() throws IOException {
    Path claims = file(CLAIM + OTHER_CLAIM);
    String citation =
        "\"citation\":{\"source\":\"A source\",\"url\":\"https://example.org/a\",\"grade\":\"A\","
            + "\"sourceDate\":\"2026\",\"lastReviewDate\":\"2026-11-01\",\"read\":\"PART\","
            + "\"readPart\":\"its table\",\"readWhere\":\"ARCHIVE\",\"readOn\":\"2026-10-31\"}";
    String rest =
        "\"channels\":[\"CLAIM_LINE_SV101_7\",\"PAPER_ITEM_19\"],"
            + "\"consequence\":\"REJECT_FRONT_END\",\"scope\":\"GENERAL_UNLISTED_RULE\","
            + "\"payer\":\"MEDICARE/PALMETTO_GBA\",\"edit\":\"documentation/an-edit\","
            + "\"sending\":{\"when\":\"WITH_CLAIM\",\"reportType\":\"M1\","
            + "\"transmission\":[\"BM\",\"FX\"],\"loinc\":[\"11503-0\"],"
            + "\"whyNone\":\"a reason\"},"
            + citation;
    assertEquals(
        new ScrubberRun(
            1,
            "{\"claimId\":\"C1\",\"status\":\"EVALUATED\",\"libraryVersion\":\"1.0\","
                + "\"ruleSetVersion\":\"2026.4\",\"payerMatch\":{\"family\":\"MEDICARE\","
                + "\"plan\":\"PALMETTO_GBA\",\"matched\":\"PLAN\"},\"lines\":[{\"number\":2,"
                + "\"procedureCode\":\"76496\",\"modifiers\":[\"26\",\"59\"],"
                + "\"dateOfService\":\"2026-03-02\",\"codeApplies\":\"NO\","
                + "\"modifier26\":\"UNDETERMINED\",\"candidateCodes\":[\"76000\"],"
                + "\"wouldSettle\":[\"COMPONENT\"],\"documentation\":["
                + "{\"item\":\"CLAIM_NARRATIVE_DESCRIPTION\",\"level\":\"REQUIRED\","
                + "\"state\":\"MISSING\","
                + rest
                + "},{\"item\":\"DRUG_NDC\",\"level\":\"NOT_STATED\",\"state\":\"UNKNOWN\","
                + rest
                + "}],\"findings\":[{\"edit\":\"procedure/an-edit\",\"severity\":\"ERROR\","
                + "\"answers\":true,"
                + "\"message\":\"a listed code fits\",\"candidateCodes\":[\"76000\"],"
                + "\"carc\":[\"189\"],\"rarc\":[\"N56\"],"
                + "\"remedy\":{\"x12Professional\":[\"2400 SV101-2\"],"
                + "\"x12Institutional\":[\"2400 SV202-2\"],"
                + "\"fhir\":[\"Claim.item.productOrService\"],"
                + "\"json\":[\"lines[].procedureCode\"],"
                + "\"claimStatus\":[\"A3:21\",\"A3:454\"],\"whyNone\":\"a reason\"},"
                + "\"citation\":{\"source\":"
                + "\"Another source\",\"url\":null,\"grade\":\"S\",\"sourceDate\":\"undated\","
                + "\"lastReviewDate\":\"2026-11-01\",\"read\":\"NOT_STATED\",\"readPart\":null,"
                + "\"readWhere\":\"NOT_STATED\",\"readOn\":null}}],\"overrides\":[{\"edit\":"
                + "\"procedure/an-edit\",\"payer\":\"ANY\",\"action\":\"ERROR\","
                + "\"reason\":\"the host says so\"}]}],\"file\":\""
                + claims
                + "\",\"place\":\"claim 1\"}\n",
            ""),
        run(Format.JSON, claims));
  }

  @Test
  void whatIsNotReadIsNamedAndTheRestIsAnswered() throws IOException {
    Path file = file("{\"id\":\"C0\",\"line\":[]}" + OTHER_CLAIM);
    Path missing = folder.resolve("missing");
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertEquals(
        new ScrubberRun(
            2,
            "1 claim read, 0 lines with 76496: 0 errors, 0 warnings; 3 inputs not read\n",
            missing
                + ": no such file\n"
                + empty
                + ": holds no file\n"
                + file
                + ": claim 1: line: unknown key\n"),
        run(Format.TEXT, missing, empty, file));
  }

  @Test
  void whatIsNotReadIsALineOfJson_too() throws IOException {
    Path file = file("{\"id\":\"C0\",\"line\":[]}");

    assertEquals(
        new ScrubberRun(
            2,
            "{\"claimId\":\"C0\",\"status\":\"NOT_EVALUATED\",\"reason\":\"line: unknown key\","
                + "\"file\":\""
                + file.toString().replace("\\", "\\\\")
                + "\",\"place\":\"claim 1\"}\n",
            file + ": claim 1: line: unknown key\n"),
        run(Format.JSON, file));
  }

  @ParameterizedTest
  @CsvSource({"ERROR,1", "WARNING,0", "INFO,0"})
  void exitCodeTellsWhetherThereIsAnError(Severity severity, int exitCode) throws IOException {
    assertEquals(
        exitCode,
        ScrubberRun.of(new FixedEdits(severity), Format.TEXT, List.of(file(CLAIM))).exitCode());
  }

  @Test
  void unreadInputOutweighsAnError() throws IOException {
    assertEquals(2, run(Format.TEXT, file(CLAIM + "x")).exitCode());
  }

  @Test
  void claimIdCannotSteerTheTerminal() throws IOException {
    String out = run(Format.TEXT, file(CLAIM.replace("C1", "C\\u001b[2J"))).out();

    assertEquals("Claim C?[2J  (claim 1)", out.lines().skip(2).findFirst().orElseThrow());
  }

  @Test
  void colorsStandAroundWordsOnly() throws IOException {
    Path file = file(CLAIM.replace("C1", "C\\u001b[2J"));
    StringWriter out = new StringWriter();
    try (Report report =
        Format.TEXT.report(
            new FixedEdits(Severity.ERROR),
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            new Look(Ink.COLORS, 80, Look.Only.ANY, false, false, false, Severity.ERROR, ""))) {
      new Scrubber(
              new FixedEdits(Severity.ERROR),
              PayerMap.packaged(),
              WhatIf.nothing(),
              Progress.none())
          .scrub(List.of(file), report, () -> true);
    }

    assertEquals(
        "|Claim C?[2J|  (claim 1)",
        out.toString()
            .replaceAll("(\u001b\\[[0-9;]*m)+", "|")
            .lines()
            .skip(2)
            .findFirst()
            .orElseThrow());
    assertEquals(
        run(Format.TEXT, file).out().lines().limit(13).toList(),
        out.toString().replaceAll("\u001b\\[[0-9;]*m", "").lines().limit(13).toList());
  }

  /**
   * Each thread makes the text of its own claims; the order and what stands once are of the file.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format=text",
        "--format=text --all",
        "--format=text --short",
        "--format=json",
        "--format=json --compact",
        "--format=csv",
        "--format=fhir",
        "--format=html"
      })
  void severalThreadsWriteWhatOneDoes(String format) throws IOException {
    Path claims = folder.resolve("claims.837");
    try (Writer out = Files.newBufferedWriter(claims)) {
      ClaimGenerator.write(out, 300, Mix.ALL, 1);
    }
    Path json = file(CLAIM.repeat(100) + CLAIM.replace("C1", "\\ud800"));

    String[] one = (format + " --threads=1 " + claims + " " + json).split(" ");
    String[] four = (format + " --threads=4 " + claims + " " + json).split(" ");

    ScrubberRun expected = ScrubberRun.of(one);
    assertEquals(expected, ScrubberRun.of(four));
    assertEquals(expected.out(), bytes(four).replace(System.lineSeparator(), "\n"));
  }

  /** As the process itself writes, and not a test that takes characters. */
  private static String bytes(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ScrubberCommand.execute(
        new Utf8Writer(out), new PrintWriter(new StringWriter()), Terminal.NONE, args);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void nothingIsReadForAReaderThatHasGone() throws IOException {
    Path file = file(CLAIM.repeat(1000));
    StringWriter out = new StringWriter();
    Report report =
        Format.TEXT.report(
            new FixedEdits(Severity.ERROR), new PrintWriter(out), new PrintWriter(out), Look.PLAIN);

    Tally tally =
        new Scrubber(
                new FixedEdits(Severity.ERROR),
                PayerMap.packaged(),
                WhatIf.nothing(),
                Progress.none())
            .scrub(List.of(file), report, () -> false);

    assertEquals(0, tally.claims());
    assertEquals("", out.toString());
  }

  @Test
  void wrongCommandLineEndsWithTwo() {
    assertEquals(2, ScrubberRun.of("--format=xml", "x").exitCode());
    assertEquals(2, ScrubberRun.of().exitCode());
    assertEquals(0, ScrubberRun.of("--help").exitCode());
    assertEquals(0, ScrubberRun.of("--version").exitCode());
  }
}
