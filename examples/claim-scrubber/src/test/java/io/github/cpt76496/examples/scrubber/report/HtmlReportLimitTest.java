package io.github.cpt76496.examples.scrubber.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.examples.scrubber.HtmlPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a page holds at most: memory and page must not grow with the claims that are read. */
class HtmlReportLimitTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();
  private static final ClaimReview REVIEW =
      EDITS.review(claim(Payer.of(Payer.Family.MEDICARE, "NOVITAS")).claim());
  private static final int LISTED = 3;

  @Test
  void linesAfterTheLastListedAreCounted() throws IOException {
    JsonNode data = HtmlPage.of(page(5)).data();

    assertEquals(LISTED, data.path("lines").size());
    assertEquals(5, data.path("totals").path("lines").asInt());
    int applies = 0;
    for (JsonNode value : data.path("facets").get(1).path("values")) {
      applies += value.path("lines").asInt();
    }
    assertEquals(5, applies);
  }

  @Test
  void pageDoesNotGrowWithTheClaims() {
    // The room for payers and problems is filled by then; numbers get longer, and nothing else.
    int before = page(2 * Facet.MOST_VALUES).length();
    int after = page(10 * Facet.MOST_VALUES).length();

    assertTrue(after - before < 200, "grew by " + (after - before));
  }

  @Test
  void tenThousandLinesStaySmall() {
    String page = page(HtmlReport.MOST_LINES, HtmlReport.MOST_LINES);

    assertTrue(page.length() < 15_000_000, page.length() + " characters");
  }

  private static String page(int claims) {
    return page(claims, LISTED);
  }

  /** Every claim has a payer of its own, and every claim a problem. */
  private static String page(int claims, int listed) {
    StringWriter out = new StringWriter();
    PrintWriter err = new PrintWriter(new StringWriter());
    try (HtmlReport report = new HtmlReport(EDITS, new PrintWriter(out), err, Look.PLAIN, listed)) {
      for (int i = 0; i < claims; i++) {
        Payer payer = Payer.of(Payer.Family.MEDICARE, "PLAN_" + (100_000 + i));
        report.review("file", claim(payer), REVIEW);
        report.problem("file", Problem.of("reason"));
      }
      report.summary(new Tally());
    }
    return out.toString();
  }

  private static PlacedClaim claim(Payer payer) {
    ServiceLine line =
        ServiceLine.builder(1, "76496", LocalDate.of(2026, 3, 2)).placeOfService("22").build();
    Claim claim = Claim.builder(Form.PROFESSIONAL, payer).lines(line).build();
    return new PlacedClaim("id", "claim", claim);
  }
}
