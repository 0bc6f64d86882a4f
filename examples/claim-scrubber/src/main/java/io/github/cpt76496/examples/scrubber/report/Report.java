package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import java.util.List;

/** Writes results as they come. */
public interface Report extends AutoCloseable {

  /** After a change that somebody has answered about one line of one claim. */
  String ANSWERED = " (answered)";

  void review(String file, PlacedClaim claim, ClaimReview review);

  /**
   * A claim that the user changed, to see what would change with it, or to which somebody has
   * answered what it left open.
   *
   * @param changes what was changed, each {@code name=value}; what was answered, with the line
   *     before it and {@link #ANSWERED} after it
   * @param asStated the answers for the claim as it stands in the input
   */
  default void whatIf(
      String file,
      PlacedClaim changed,
      List<String> changes,
      ClaimReview asStated,
      ClaimReview review) {
    review(file, changed, review);
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
}
