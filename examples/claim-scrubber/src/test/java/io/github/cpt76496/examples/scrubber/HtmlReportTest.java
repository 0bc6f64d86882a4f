package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.examples.scrubber.report.HtmlReport;
import io.github.cpt76496.examples.scrubber.report.Ink;
import io.github.cpt76496.examples.scrubber.report.Look;
import io.github.cpt76496.examples.scrubber.report.Tally;
import io.github.cpt76496.x12.Interchange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

  /** It ends a script, opens a comment, and breaks a line where JavaScript once did. */
  private static final String HOSTILE =
      "</script><script>alert(1)</script><!--\"'&\\\u2028\u2029</ScRiPt ";

  private static final FixedEdits EDITS = new FixedEdits(Severity.ERROR);

  @TempDir Path folder;

  @Test
  void linesAreThoseOfTheJsonReport() throws IOException {
    HtmlPage page = HtmlPage.of(HtmlPage.ofSampleClaims());
    List<JsonNode> expected = new ArrayList<>();
    ScrubberRun json = ScrubberRun.of(HtmlPage.arguments("json", HtmlPage.sampleClaims()));
    for (String claim : json.out().lines().toList()) {
      new JsonMapper().readTree(claim).path("lines").forEach(expected::add);
    }

    assertTrue(expected.size() >= 24, "too few lines");
    assertEquals(expected.size(), page.data().path("lines").size());
    for (int i = 0; i < expected.size(); i++) {
      ObjectNode line = page.line(i).put("procedureCode", "76496");
      line.remove(List.of("file", "place", "payer", "worst", "documents"));
      assertEquals(expected.get(i), line);
    }
  }

  @Test
  void totalsCountEveryLineOnceInEachChart() throws IOException {
    HtmlPage page = HtmlPage.of(HtmlPage.ofSampleClaims());
    int lines = page.data().path("lines").size();

    assertEquals(lines, page.data().path("totals").path("lines").asInt());
    Map<String, Integer> charts = new TreeMap<>();
    for (JsonNode facet : page.data().path("facets")) {
      facet
          .path("values")
          .forEach(
              value ->
                  charts.merge(
                      facet.path("key").asText(), value.path("lines").asInt(), Integer::sum));
    }
    assertTrue(charts.remove("edit") > lines, "a line has several findings");
    assertEquals(5, charts.size());
    charts.forEach((chart, count) -> assertEquals(lines, count, chart));
  }

  @Test
  void asksForNothingFromOutside() throws IOException {
    String shell = HtmlPage.of(HtmlPage.ofSampleClaims()).shell();

    assertTrue(shell.contains("content=\"default-src 'none';"), "the policy comes first");
    String[] outward = {
      " src=", "@import", "url(", "fetch(", "XMLHttpRequest", "WebSocket", "import(", "sendBeacon"
    };
    for (String word : outward) {
      assertFalse(shell.contains(word), word);
    }
    String own = shell.replace("\"http://www.w3.org/2000/svg\"", "");
    assertFalse(own.contains("://"), "an address stands in the page itself");
  }

  @Test
  void bearsNoClaimIdUnlessAsked() throws IOException {
    String page = HtmlPage.ofSampleClaims();
    assertFalse(page.contains("SYNTHETIC-"));

    Path file = Path.of("../claims/all-claims.837");
    String shown = page(true, report -> ScrubberRun.scrub(EDITS, List.of(file), report));
    assertEquals("SYNTHETIC-01", HtmlPage.of(shown).line(0).path("claimId").asText());
  }

  @Test
  void bearsNoTextOfAClaimEvenWhenAsked() throws IOException {
    String id = "QZXID";
    String[] segments = {
      "HL*2*1*22*0",
      "SBR*P*18*QZX******MB",
      "NM1*IL*1*QZX*QZX****MI*QZX",
      "DMG*D8*19010101*U",
      "NM1*PR*2*PALMETTO GBA*****PI*QZX",
      "CLM*" + id + "*100***22:B:1*Y*A*Y*Y",
      "PWK*PY*FX***AC*QZX",
      "NTE*ADD*QZX",
      "LX*1",
      "SV1*HC:76496:26::::QZX*100*UN*1*22**1",
      "DTP*472*D8*20260302",
      "NTE*ADD*QZX"
    };
    Path file = folder.resolve("claims.837");
    Files.writeString(file, Interchange.professional(segments));

    String without = page(false, report -> ScrubberRun.scrub(EDITS, List.of(file), report));
    String with = page(true, report -> ScrubberRun.scrub(EDITS, List.of(file), report));

    assertEquals(1, HtmlPage.of(without).data().path("lines").size());
    assertFalse(without.contains("QZX"));
    assertFalse(with.replace(id, "").contains("QZX"));
    assertFalse(with.contains(folder.toString()), "folders tend to bear names");
  }

  @Test
  void hostileTextStaysText() throws IOException {
    String page =
        page(true, report -> report.problem(HOSTILE, new Problem(HOSTILE, HOSTILE, HOSTILE)));
    String harmless = page(true, report -> report.problem("f", Problem.of("reason")));

    assertEquals(harmless.split("</script", -1).length, page.split("</script", -1).length);
    assertFalse(page.contains("alert(1)</"));
    HtmlPage read = HtmlPage.of(page);
    JsonNode problem = read.data().path("problems").get(0);
    assertEquals(HOSTILE, problem.path("claimId").asText());
    assertEquals(HOSTILE, problem.path("place").asText());
    assertEquals(HOSTILE, problem.path("reason").asText());
    // What looks like folders is left out of the name of a file.
    assertEquals("ScRiPt ", read.data().path("files").get(0).asText());
    assertEquals(HtmlPage.of(harmless).shell(), read.shell());
  }

  @Test
  void filesOfOneNameAreToldApart() throws IOException {
    HtmlPage page =
        HtmlPage.of(
            page(
                false,
                report -> {
                  report.problem("a/claims.837", Problem.of("reason"));
                  report.problem("b/claims.837", Problem.of("reason"));
                  report.problem("a/claims.837", Problem.of("reason"));
                }));

    assertEquals("[\"claims.837\",\"claims.837 (2)\"]", page.data().path("files").toString());
  }

  @Test
  void runThatBreaksOffIsSaidToBeIncomplete() throws IOException {
    StringWriter out = new StringWriter();
    new HtmlReport(EDITS, new PrintWriter(out), new PrintWriter(new StringWriter()), Look.PLAIN)
        .close();

    assertFalse(HtmlPage.of(out.toString()).data().path("complete").asBoolean(true));
  }

  /** A page of whatever is reported. */
  static String page(boolean showClaimIds, Consumer<HtmlReport> reported) {
    Look look =
        new Look(
            Ink.NONE,
            Look.USUAL_WIDTH,
            Look.Only.ANY,
            false,
            showClaimIds,
            false,
            Severity.ERROR,
            "");
    StringWriter out = new StringWriter();
    PrintWriter err = new PrintWriter(new StringWriter());
    try (HtmlReport report = new HtmlReport(EDITS, new PrintWriter(out), err, look)) {
      reported.accept(report);
      report.summary(new Tally());
    }
    return out.toString();
  }
}
