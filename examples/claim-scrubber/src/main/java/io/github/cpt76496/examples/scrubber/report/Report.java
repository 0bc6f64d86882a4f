package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import java.io.PrintWriter;

/** Writes results as they come. */
public interface Report extends AutoCloseable {

  /**
   * Makes what is said of a claim. Any thread may ask, and several at once.
   *
   * @return writes it; for one thread, in the order of the input
   */
  Runnable prepare(Answered answered);

  /** Writes the answers for a claim as it stands. */
  default void review(String file, PlacedClaim claim, ClaimReview review) {
    prepare(new Answered(file, claim, review)).run();
  }

  void problem(String file, Problem problem);

  /**
   * Passes on what belongs to no claim that is answered and should not have been written so; what
   * has to be said of a claim stands in {@link PlacedClaim#notices()}.
   */
  void notice(String file, Problem notice);

  /** Writes what comes after the last claim. */
  void summary(Tally tally);

  @Override
  void close();

  /** Tells a person on the error stream, at once, what an answer cannot hold. */
  static void tell(PrintWriter err, String file, Problem problem) {
    err.println(TextReport.printable(problem.in(file)));
    err.flush();
  }
}
