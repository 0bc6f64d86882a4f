package io.github.cpt76496.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.ServiceLine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The README's service, asked over HTTP. */
class ReviewServiceTest {

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = ReviewService.start(0);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://localhost:" + server.getAddress().getPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aLineIsAnswered() throws Exception {
    HttpResponse<String> response = get("/review/CIGNA/2026-03-02/22/26");
    assertEquals(200, response.statusCode());
    Claim claim =
        Claim.builder(Form.PROFESSIONAL, Payer.of(Family.CIGNA))
            .lines(
                ServiceLine.builder(1, "76496", LocalDate.of(2026, 3, 2))
                    .placeOfService("22")
                    .modifiers("26")
                    .build())
            .build();
    LineReview review = Cpt76496Edits.load().review(claim).lines().get(0);
    assertEquals(
        review + "\n" + review.factsNeeded() + "\n" + review.findings() + "\n", response.body());
  }

  @Test
  void whatCannotBeReadIsSaid() throws Exception {
    for (String path :
        new String[] {
          "/review/CIGNA/yesterday/22/26", "/review/NOBODY/2026-03-02/22/26", "/review/CIGNA"
        }) {
      HttpResponse<String> response = get(path);
      assertEquals(400, response.statusCode(), path);
      assertEquals("ask for /review/PAYER/2026-03-02/PLACE/MODIFIER\n", response.body());
    }
  }
}
