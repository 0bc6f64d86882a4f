package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.cpt76496.json.ReviewJson;
import io.github.cpt76496.x12.Interchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has to be said of a claim is said in every format, and on standard error. */
class NoticesTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String VOID =
      "CLM05-3 is 8: the claim voids an earlier one; it was answered as if it billed";
  private static final String PLACE = "transaction 1, segment 7";

  @TempDir Path folder;
  private Path claim;

  @BeforeEach
  void writeClaim() throws IOException {
    claim =
        Files.writeString(
            folder.resolve("void.837"),
            Interchange.professional(
                "HL*2*1*22*0",
                "SBR*P*18*******CI",
                "NM1*PR*2*AETNA",
                "CLM*C1*100***22:B:8",
                "LX*1",
                "SV1*HC:76496*100*UN*1",
                "DTP*472*D8*20260302"));
  }

  private String onStandardError() {
    return claim + ": " + PLACE + ": " + VOID + "\n";
  }

  @Test
  void json() throws IOException {
    ScrubberRun run = ScrubberRun.of("--format=json", claim.toString());

    JsonNode answer = JSON.readTree(run.out());
    assertEquals(
        JSON.readTree("[{\"reason\":\"" + VOID + "\",\"place\":\"" + PLACE + "\"}]"),
        answer.path("notices"));
    assertEquals(onStandardError(), run.err());
    requireValid(run.out());
  }

  @Test
  void text() {
    ScrubberRun run = ScrubberRun.of(claim.toString());

    assertTrue(run.out().replace("\n  ", " ").contains("\nNotice: " + VOID + " "), run.out());
    assertEquals("", run.err());
  }

  @Test
  void fhir() throws IOException {
    ScrubberRun run = ScrubberRun.of("--format=fhir", claim.toString());

    JsonNode issue = JSON.readTree(run.out()).path("issue").path(0);
    assertEquals("notice: " + VOID, issue.path("details").path("text").asText());
    assertEquals(PLACE, issue.path("diagnostics").asText());
    assertEquals(onStandardError(), run.err());
  }

  @Test
  void html() throws IOException {
    ScrubberRun run = ScrubberRun.of("--format=html", claim.toString());

    JsonNode notices = HtmlPage.of(run.out()).data().path("notices");
    assertEquals(1, notices.size());
    assertEquals(VOID, notices.path(0).path("reason").asText());
    assertEquals(PLACE, notices.path(0).path("place").asText());
    assertEquals(onStandardError(), run.err());
  }

  @Test
  void whatBelongsToNoClaimIsALineOfItsOwn() throws IOException {
    Path link = folder.resolve("inbox/link");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, folder.resolve("inbox"));
    Files.move(claim, folder.resolve("inbox/void.837"));

    ScrubberRun run = ScrubberRun.of("--format=json", folder.resolve("inbox").toString());

    List<String> lines = run.out().lines().toList();
    assertEquals(
        JSON.createObjectNode()
            .putNull("claimId")
            .put("status", "NOTICE")
            .put("reason", "a link to a folder, which was not followed")
            .put("file", link.toString())
            .putNull("place"),
        JSON.readTree(lines.get(0)));
    assertEquals(2, lines.size());
    lines.forEach(NoticesTest::requireValid);
  }

  @Test
  void whatIfIsSaidWithEveryClaim() throws IOException {
    String change = "purpose=SOLE_IMAGING";
    String said = "--set: the answers are for claims changed to " + change + "\n";

    ScrubberRun json = ScrubberRun.of("--format=json", "--set", change, claim.toString());
    ScrubberRun fhir = ScrubberRun.of("--format=fhir", "--set", change, claim.toString());

    assertEquals(change, JSON.readTree(json.out()).path("whatIf").path(0).asText());
    JsonNode outcome = JSON.readTree(fhir.out());
    assertEquals(
        List.of(change),
        outcome.findParents("url").stream()
            .filter(e -> e.path("url").asText().equals("urn:cpt76496:what-if"))
            .map(e -> e.path("valueString").asText())
            .toList());
    assertEquals(said + onStandardError(), json.err());
    assertEquals(said + onStandardError(), fhir.err());
  }

  private static void requireValid(String answer) {
    try (InputStream in = ReviewJson.class.getResourceAsStream("answer.schema.json")) {
      assertEquals(
          List.of(),
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .validate(answer, InputFormat.JSON));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
