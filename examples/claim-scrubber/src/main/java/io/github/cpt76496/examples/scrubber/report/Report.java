package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.examples.scrubber.input.PlacedClaim;
import io.github.cpt76496.examples.scrubber.input.Problem;

/** Writes results as they come. */
public interface Report extends AutoCloseable {

  void review(String file, PlacedClaim claim, ClaimReview review);

  void problem(String file, Problem problem);

  /** Passes on what was read and should not have been written so. */
  void notice(String file, Problem notice);

  /** Writes what comes after the last claim. */
  void summary(Tally tally);

  @Override
  void close();
}
