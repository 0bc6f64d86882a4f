package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.claims.PlacedClaim;
import java.util.List;

/**
 * A claim and its answers.
 *
 * @param file the name of the input
 * @param claim the claim, as the user changed it or with what somebody has answered
 * @param changes what was changed, each {@code name=value}; what was answered, with the line before
 *     it and {@link Report#ANSWERED} after it; nothing for a claim as it stands
 * @param asStated the answers for the claim as it stands in the input
 * @param review the answers
 */
public record Answered(
    String file,
    PlacedClaim claim,
    List<String> changes,
    ClaimReview asStated,
    ClaimReview review) {

  /** A claim as it stands. */
  public Answered(String file, PlacedClaim claim, ClaimReview review) {
    this(file, claim, List.of(), review, review);
  }

  /** The place alone: the claim belongs to a patient. */
  @Override
  public String toString() {
    return "Answered[" + claim.place() + "]";
  }
}
