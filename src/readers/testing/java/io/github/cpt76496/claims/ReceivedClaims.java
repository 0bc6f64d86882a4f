package io.github.cpt76496.claims;

import io.github.cpt76496.ServiceLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a reader passed on, in order; notices of a claim and others together. */
public final class ReceivedClaims implements ClaimSink {

  public final List<PlacedClaim> claims = new ArrayList<>();
  public final List<Problem> problems = new ArrayList<>();
  public final List<Problem> notices = new ArrayList<>();

  /** How many claims were not read. */
  public int passedOver;

  public static ReceivedClaims from(ClaimReader reader, String text) {
    return from(reader, text.getBytes(StandardCharsets.UTF_8));
  }

  public static ReceivedClaims from(ClaimReader reader, byte[] file) {
    ReceivedClaims received = new ReceivedClaims();
    try {
      reader.read(new ByteArrayInputStream(file), received);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return received;
  }

  @Override
  public void claim(PlacedClaim claim) {
    claims.add(
        new PlacedClaim(
            claim.id(),
            claim.place(),
            claim.claim(),
            claim.otherPayers(),
            claim.payerNotice(),
            List.of(),
            Map.of()));
    notices.addAll(claim.notices());
  }

  @Override
  public void notice(Problem notice) {
    notices.add(notice);
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }

  @Override
  public void passedOver(int claims) {
    passedOver += claims;
  }

  /** The claims that bill 76496. */
  public List<PlacedClaim> billing() {
    return claims.stream()
        .filter(claim -> claim.claim().lines().stream().anyMatch(ServiceLine::billedWith76496))
        .toList();
  }
}
