package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Modifier26;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host's log shows of a claim and a review: codes, modifiers and the payer. */
class TextOfTypesTest {

  private static final LocalDate DATE = LocalDate.of(2026, 3, 2);

  private static final ServiceLine LINE =
      ServiceLine.builder(3, "76496", DATE)
          .modifiers("26", "59")
          .placeOfService("22")
          .description("a patient's words")
          .record(RecordFacts.builder().procedure("ERCP").build())
          .build();

  private static final Claim CLAIM =
      Claim.builder(Claim.Form.PROFESSIONAL, Payer.of(Payer.Family.MEDICARE, "PALMETTO_GBA"))
          .note("a patient's words")
          .lines(LINE)
          .build();

  private static Finding finding(String url) {
    return new Finding(
        "modifier/x",
        3,
        Edit.Severity.WARNING,
        false,
        "A message",
        List.of(),
        List.of(),
        List.of(),
        Remedy.NOT_STATED,
        new Citation("A source", url, Citation.Grade.S, "undated", DATE),
        "");
  }

  @Test
  void claimsAreShownWithoutWhatTheyHold() {
    assertEquals("Claim[PROFESSIONAL, MEDICARE/PALMETTO_GBA, lines: 1]", CLAIM.toString());
    assertEquals("ServiceLine[3: 76496-26-59]", LINE.toString());
    assertEquals("RecordFacts[...]", LINE.record().toString());
  }

  @Test
  void aFindingIsThreeLinesForAPerson() {
    String end = System.lineSeparator() + "    ";
    String text = "line 3: A message" + end + "modifier/x, WARNING" + end + "A source";
    assertEquals(text + " https://example.org/", finding("https://example.org/").toString());
    assertEquals(text, finding("").toString());
  }

  @Test
  void reviewsAreTheirAnswers() {
    LineReview line =
        new LineReview(
            3,
            "76496",
            List.of("26"),
            DATE,
            CodeApplies.NO,
            Modifier26.VALID,
            List.of(),
            List.of(),
            List.of(),
            List.of(finding("")),
            List.of());
    String text = "LineReview[3: code applies: NO, modifier 26: VALID, findings: 1]";
    assertEquals(text, line.toString());
    assertEquals(
        "ClaimReview[" + text + "]",
        new ClaimReview(Cpt76496Edits.load().version(), PayerMatch.NONE, List.of(line)).toString());
  }
}
