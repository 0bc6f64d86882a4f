package io.github.cpt76496.examples.scrubber.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a reader passed on, in order. */
public final class ReceivedClaims implements ClaimSink {

  public final List<PlacedClaim> claims = new ArrayList<>();
  public final List<Problem> problems = new ArrayList<>();
  public final List<Problem> notices = new ArrayList<>();

  public static ReceivedClaims from(ClaimReader reader, String text) {
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
  public void notice(Problem notice) {
    notices.add(notice);
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }
}
