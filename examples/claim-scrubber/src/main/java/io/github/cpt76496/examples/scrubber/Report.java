package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.ClaimReview;

/** Writes results as they come. */
interface Report extends AutoCloseable {

  void review(String file, PlacedClaim claim, ClaimReview review);

  void problem(String file, Problem problem);

  /** Writes what comes after the last claim. */
  void summary(Tally tally);

  @Override
  void close();
}
