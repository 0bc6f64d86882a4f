package io.github.cpt76496.examples.scrubber.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Engine;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.examples.scrubber.report.Look.Only;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person sees of a line: enough, and no more. */
class TextReportTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.loader().engine(Engine.COMPILED).load();
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static Look look(int width, Only only, boolean all) {
    return new Look(Ink.NONE, width, only, all, false, false, Severity.ERROR, "");
  }

  private static String text(Look look, Claim... claims) {
    StringWriter out = new StringWriter();
    Tally tally = new Tally();
    try (TextReport report =
        new TextReport(EDITS, new PrintWriter(out), new PrintWriter(new StringWriter()), look)) {
      for (Claim claim : claims) {
        ClaimReview review = EDITS.review(claim);
        tally.count(claim.payer(), review);
        report.review(
            "f",
            new PlacedClaim("C1", "claim 1", claim, List.of(), "", List.of(), Map.of()),
            review);
      }
      report.summary(tally);
    }
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  private static Claim claim(Payer payer, Form form, String place, List<String> modifiers) {
    return Claim.builder(form, payer)
        .lines(
            ServiceLine.builder(1, "76496", DAY)
                .placeOfService(place)
                .modifiers(modifiers)
                .units(2)
                .build())
        .build();
  }

  /** Of every payer that is known, in each place and with each modifier that is looked at. */
  private static List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    List<Payer> payers = new ArrayList<>(EDITS.payers());
    payers.add(Payer.UNKNOWN);
    for (Payer payer : payers) {
      for (String place : List.of("", "11", "22", "24")) {
        for (List<String> modifiers : List.of(List.<String>of(), List.of("26"), List.of("TC"))) {
          claims.add(claim(payer, Form.PROFESSIONAL, place, modifiers));
        }
      }
      claims.add(claim(payer, Form.INSTITUTIONAL, "", List.of()));
    }
    return claims;
  }

  @Test
  void aLineWithoutAnErrorTakesAtMostADozenLines() {
    int looked = 0;
    int shortened = 0;
    for (Claim claim : claims()) {
      LineReview line = EDITS.review(claim).lines().get(0);
      if (line.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR)) {
        for (int width : List.of(60, 80, 200)) {
          LineText text =
              new LineText(
                  look(width, Only.ANY, false),
                  claim.form(),
                  line,
                  line,
                  new Advice().takeFrom(line));
          List<String> lines = text.lines();
          assertTrue(
              lines.size() <= LineText.MOST_LINES + text.moreOfWhyOpen() || width < 80,
              () -> claim.payer() + " " + String.join("\n", lines));
          shortened += lines.stream().anyMatch(l -> l.contains("(--all)")) ? 1 : 0;
          looked++;
        }
      }
    }
    assertTrue(looked > 500 && shortened > 50, looked + " and " + shortened);
  }

  @Test
  void whyThereIsNoAnswerAndWhatToAskIsNeverCut() {
    int open = 0;
    for (Claim claim : claims()) {
      for (String description : List.of("", "gonadal venogram", "ultrasound guided injection")) {
        ServiceLine line = claim.lines().get(0);
        Claim worded =
            Claim.builder(claim.form(), claim.payer())
                .lines(
                    ServiceLine.builder(1, "76496", DAY)
                        .placeOfService(line.placeOfService())
                        .modifiers(line.modifiers())
                        .units(2)
                        .description(description)
                        .build())
                .build();
        LineReview review = EDITS.review(worded).lines().get(0);
        assertEquals(LineReview.CodeApplies.UNDETERMINED, review.codeApplies());
        String text = text(look(80, Only.ANY, false), worded).replaceAll("\\n {13}(?! )", " ");
        Finding why =
            review.findings().stream()
                .filter(f -> f.answers() && f.edit().startsWith("procedure/"))
                .findFirst()
                .orElseThrow();
        assertTrue(text.contains(why.message()), () -> why.message() + "\n" + text);
        assertTrue(text.contains("\n    Ask      "), text);
        open++;
      }
    }
    assertTrue(open > 500, "" + open);
  }

  /** An address or an id is no wider than it is, and must stay whole beside its label. */
  @Test
  void noLineIsWiderThanTheTerminal() {
    for (int width : List.of(60, 80, 120)) {
      for (boolean all : List.of(false, true)) {
        String text = text(look(width, Only.ANY, all), claims().toArray(Claim[]::new));
        assertTrue(text.lines().count() > 1_000);
        text.lines()
            .forEach(
                line ->
                    assertTrue(
                        line.length() <= width || line.substring(13).strip().indexOf(' ') < 0,
                        () -> width + ": " + line));
      }
    }
  }

  @Test
  void noDocumentStandsTwiceOnALine() {
    for (Claim claim : claims()) {
      LineReview line = EDITS.review(claim).lines().get(0);
      List<?> items = Documents.each(line.documentation()).stream().map(d -> d.item()).toList();
      assertEquals(items.stream().distinct().toList(), items, () -> "" + claim.payer());
      assertEquals(
          line.documentation().stream().map(d -> d.item()).distinct().count(), items.size());
    }
  }

  @Test
  void anErrorIsNamedWithItsSourceAndWhatToDo() {
    assertEquals(
        """
        f

        Claim C1  (claim 1)
        Payer BCBS/NEBRASKA, rules of the plan or contractor itself
          Line 1   76496-26   2026-03-02
            Does 76496 apply?      Undetermined from what is stated; look first at 76000
            Is modifier 26 valid?  Yes: on the line, and correct
            Which documentation?   2 required: 2 MISSING
        """,
        text(
                look(80, Only.ANY, false),
                claim(
                    Payer.of(Payer.Family.BCBS, "NEBRASKA"),
                    Form.PROFESSIONAL,
                    "22",
                    List.of("26")))
            .lines()
            .limit(8)
            .reduce("", (a, b) -> a + b + "\n"));
    assertEquals(
        """
        f

        Claim C1  (claim 1)
          Line 1   76496-26   2026-03-02
            ERROR    no record of the service is sent with the claim; Blue Cross and
                     Blue Shield of Nebraska requires the procedure report or records on
                     or with the claim of an unlisted service
                     change 2300 PWK or 2400 PWK (claim status R1:294, R1:297, CARC 252,
                     RARC M127)
                     documentation/bcbs/nebraska#CLINICAL_RECORDS; Blue Cross and Blue
                     Shield of Nebraska, policy RP-X-008, unlisted procedure or service
                     (2024-03-25, grade A, reviewed 2026-11-23)
                     https://nebraskablue.com/en/Providers/BCBSNE-Provider-Procedures/Billing-and-Reimbursement/Unlisted-Procedure-or-Service-Billing-and-Reimbursement
        """,
        text(
                look(80, Only.ERROR, false),
                Claim.builder(Form.PROFESSIONAL, Payer.of(Payer.Family.BCBS, "NEBRASKA"))
                    .lines(
                        ServiceLine.builder(1, "76496", DAY)
                            .placeOfService("22")
                            .modifiers("26")
                            .description("fluoroscopy of the shunt")
                            .build())
                    .build())
            .replaceFirst("(?s)\\n\\n[^\\n]*read, .*", "\n"));
  }

  @Test
  void noDocumentIsListedWhereTheCodeIsWrong() {
    Claim claim =
        Claim.builder(Form.PROFESSIONAL, Payer.of(Payer.Family.MEDICARE, "PALMETTO_GBA"))
            .lines(
                ServiceLine.builder(1, "76496", DAY).placeOfService("22").modifiers("26").build(),
                ServiceLine.builder(2, "47490", DAY).placeOfService("22").build())
            .build();
    String text = text(look(80, Only.ANY, false), claim);

    assertTrue(
        text.contains("    Which documentation?   No document corrects a wrong code; --all lists "),
        text);
    assertFalse(text.contains("    Supply "), text);
    assertFalse(text.contains("Advised for any payer"), text);
    assertEquals(
        "",
        text(look(80, Only.REQUIRED, false), claim).replaceFirst("1 claim read.*\n", "").strip());
  }

  @Test
  void adviceForEverybodyIsSaidOnce() {
    Claim claim = claim(Payer.of(Payer.Family.AETNA), Form.PROFESSIONAL, "11", List.of());
    String text = text(look(200, Only.ANY, false), claim, claim, claim);

    assertEquals(1, text.split("physician signature", -1).length - 1, text);
    assertTrue(
        text.contains(
            "\nAdvised for any payer: physician signature, radiation dose index,"
                + " fluoro time and image count, permanent images.\n"),
        text);
  }

  @Test
  void aClaimIdDoesNotSteerTheTerminal() {
    assertEquals("a?[31mb?", TextReport.printable("a\u001b[31mb\u200b"));
  }
}
