package io.github.cpt76496.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.ServiceLine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The README's service: one line is asked about, and its three answers come back. */
public final class ReviewService {

  private ReviewService() {}

  /** Starts it; argument: the port. */
  public static void main(String[] args) throws IOException {
    start(Integer.parseInt(args[0]));
  }

  static HttpServer start(int port) throws IOException {
    // readme begin
    Cpt76496Edits edits = Cpt76496Edits.load(); // once, for all requests
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
    server.createContext(
        "/review/", // such as /review/CIGNA/2026-03-02/22/26
        exchange -> {
          String[] asked = exchange.getRequestURI().getPath().split("/", -1);
          int status = 200;
          String answer;
          try {
            ServiceLine line =
                ServiceLine.builder(1, "76496", LocalDate.parse(asked[3]))
                    .placeOfService(asked[4])
                    .modifiers(asked[5])
                    .build();
            Payer payer = Payer.of(Family.valueOf(asked[2]));
            Claim claim = Claim.builder(Form.PROFESSIONAL, payer).lines(line).build();
            LineReview review = edits.review(claim).lines().get(0);
            answer = review + "\n" + review.factsNeeded() + "\n" + review.findings() + "\n";
          } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            status = 400;
            answer = "ask for /review/PAYER/2026-03-02/PLACE/MODIFIER\n";
          }
          byte[] body = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          try (exchange) {
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    // readme end
    return server;
  }
}
