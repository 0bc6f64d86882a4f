package io.github.cpt76496.claims;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads claims from one format. Holds one claim at a time, never the file, unless the format allows
 * a claim in several places.
 *
 * <p>The readers of this library are immutable; several threads may read at once, each its own
 * file. None repeats a value of a claim in a message, an exception or a log line.
 */
public interface ClaimReader {

  /**
   * Passes every claim on as soon as it is complete. What cannot be read is passed on as a problem
   * and does not stop the claims after it, as long as the format still shows where they begin.
   *
   * @param in the file, without a byte order mark; it is read to its end and not closed
   * @param sink takes the claims, in the order of the file
   * @throws IOException if the file itself fails
   */
  void read(InputStream in, ClaimSink sink) throws IOException;

  /**
   * The same, for a program that treats problems and notices alike.
   *
   * @param in the file
   * @param claims takes the claims, whose notices are with them
   * @param problems takes what could not be read, and notices that belong to no claim
   * @throws IOException if the file itself fails
   */
  default void read(InputStream in, Consumer<PlacedClaim> claims, Consumer<Problem> problems)
      throws IOException {
    read(
        in,
        new ClaimSink() {
          @Override
          public void claim(PlacedClaim claim) {
            claims.accept(claim);
          }

          @Override
          public void problem(Problem problem) {
            problems.accept(problem);
          }

          @Override
          public void notice(Problem notice) {
            problems.accept(notice);
          }
        });
  }
}
