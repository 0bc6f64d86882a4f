package io.github.cpt76496.examples.scrubber;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a reader passed on, in order. */
final class ReceivedClaims implements ClaimSink {

  final List<PlacedClaim> claims = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();

  static ReceivedClaims from(ClaimReader reader, String text) {
    ReceivedClaims received = new ReceivedClaims();
    try {
      reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), received);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return received;
  }

  @Override
  public void claim(PlacedClaim claim) {
    claims.add(claim);
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }
}
