package io.github.cpt76496.examples.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.ReviewedClaim;
import io.github.cpt76496.json.ReviewJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar of jars, started as a host starts it and asked over HTTP. */
class ReviewApplicationTest {

  private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
  private static final Schema ANSWER =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ReviewJson.schema());
  private static final List<String> LOG = new CopyOnWriteArrayList<>();

  private static final String CLAIM =
      """
      {"payer": {"family": "CIGNA"},
       "lines": [{"procedureCode": "76496", "placeOfService": "22", "dateOfService": "2026-03-02"}]}
      """;

  private static Process service;
  private static Thread reader;
  private static int port;

  @BeforeAll
  static void start() throws IOException {
    service =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("service.jar"),
                "--server.address=localhost",
                "--server.port=0")
            .redirectErrorStream(true)
            .start();
    BufferedReader log = new BufferedReader(new InputStreamReader(service.getInputStream(), UTF_8));
    Matcher started;
    do {
      String line = log.readLine();
      assertTrue(line != null, () -> "it did not start: " + LOG);
      LOG.add(line);
      started = STARTED.matcher(line);
    } while (!started.find());
    port = Integer.parseInt(started.group(1));
    reader = new Thread(() -> log.lines().forEach(LOG::add));
    reader.start();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    service.toHandle().destroy(); // Unlike the process, it leaves the output open.
    service.waitFor();
    reader.join();
    assertFalse(LOG.toString().contains("MARKER"), LOG::toString);
  }

  @Test
  void everySampleClaimIsAnsweredInTheOneForm() throws Exception {
    Cpt76496Edits edits = Cpt76496Edits.load();
    JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();
    List<Path> samples;
    try (Stream<Path> files = Files.list(Path.of("../../claims"))) {
      samples =
          files.filter(file -> file.toString().matches(".*(?<!\\.fhir)\\.json")).sorted().toList();
    }
    assertTrue(samples.size() >= 12, samples::toString);
    for (Path file : samples) {
      String request = Files.readString(file);
      PlacedClaim claim = mapper.readValue(request, PlacedClaim.class);

      HttpResponse<String> response = post(request);

      assertEquals(200, response.statusCode(), file::toString);
      assertEquals(List.of(), ANSWER.validate(response.body(), InputFormat.JSON), file::toString);
      assertEquals(
          mapper.writeValueAsString(new ReviewedClaim(claim, edits.review(claim.claim()))),
          response.body());
      JsonNode answer = mapper.readTree(response.body());
      assertEquals(mapper.readTree(request).get("id"), answer.get("claimId"));
      assertEquals("EVALUATED", answer.get("status").asString());
    }
  }

  @Test
  void whatIsRefusedIsSaidWithoutTheValue() throws Exception {
    for (Map.Entry<String, String> refused :
        Map.of(
                CLAIM.replace("22", "MARKER"),
                "line 1: placeOfService: must be two digits, such as 22",
                CLAIM.replace("CIGNA", "MARKER"),
                "payer.family: expected one of AETNA, BCBS, CIGNA, HUMANA, MEDICAID, MEDICARE,"
                    + " UNITED_HEALTHCARE, OTHER, UNKNOWN",
                CLAIM.replace("2026-03-02", "MARKER"),
                "lines[0].dateOfService: expected a date such as 2026-03-02",
                "MARKER",
                "not JSON")
            .entrySet()) {
      HttpResponse<String> response = post(refused.getKey());

      assertEquals(400, response.statusCode(), refused.getValue());
      assertEquals(refused.getValue(), response.body());
    }
  }

  private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/review"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
