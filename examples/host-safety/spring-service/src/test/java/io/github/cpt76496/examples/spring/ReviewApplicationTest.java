package io.github.cpt76496.examples.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.ServiceLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar of jars, started as a host starts it and asked over HTTP. */
class ReviewApplicationTest {

  private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> LOG = new CopyOnWriteArrayList<>();

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
  void aLineIsAnsweredAsTheLibraryDoes() throws Exception {
    HttpResponse<String> response =
        post(
            """
            {"payer": "CIGNA", "date": "2026-03-02", "place": "22", "modifiers": ["26"]}
            """);

    Claim claim =
        Claim.builder(Form.PROFESSIONAL, Payer.of(Family.CIGNA))
            .lines(
                ServiceLine.builder(1, "76496", LocalDate.of(2026, 3, 2))
                    .placeOfService("22")
                    .modifiers("26")
                    .build())
            .build();
    LineReview review = Cpt76496Edits.load().review(claim).lines().get(0);
    JsonNode answer = JSON.readTree(response.body());
    assertEquals(200, response.statusCode());
    assertEquals(JSON.readTree(JSON.writeValueAsString(review)), answer);
    assertEquals("UNDETERMINED", answer.get("codeApplies").asString());
    assertEquals("VALID", answer.get("modifier26").asString());
    assertEquals(review.findings().size(), answer.get("findings").size());
  }

  /** Jackson writes the parts of a line, and no method that asks about it. */
  @Test
  void aLineAndAnEditAreWrittenAsTheirParts() {
    JsonNode line =
        JSON.readTree(
            JSON.writeValueAsString(
                ServiceLine.builder(1, "76496", LocalDate.of(2026, 3, 2)).build()));
    assertEquals(
        Arrays.stream(ServiceLine.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList(),
        List.copyOf(line.propertyNames()));
    for (Edit edit : Cpt76496Edits.load().catalog()) {
      String end = JSON.readTree(JSON.writeValueAsString(edit)).get("endDate").asString();
      assertTrue(end.matches("\\d{4}-\\d\\d-\\d\\d"), end);
    }
  }

  @Test
  void whatTheLibraryRefusesIsSaidWithoutTheValue() throws Exception {
    HttpResponse<String> response =
        post(
            """
            {"payer": "CIGNA", "date": "2026-03-02", "place": "MARKER", "modifiers": []}
            """);
    assertEquals(400, response.statusCode());
    assertEquals("line 1: placeOfService: must be two digits, such as 22", response.body());
  }

  @Test
  void whatCannotBeReadIsRefusedWithoutTheValue() throws Exception {
    for (String body :
        new String[] {
          "{\"payer\": \"MARKER\", \"date\": \"2026-03-02\", \"place\": \"\", \"modifiers\": []}",
          "{\"payer\": \"CIGNA\", \"date\": \"MARKER\", \"place\": \"\", \"modifiers\": []}",
          "MARKER"
        }) {
      HttpResponse<String> response = post(body);
      assertEquals(400, response.statusCode(), body);
      assertFalse(response.body().contains("MARKER"), response.body());
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
