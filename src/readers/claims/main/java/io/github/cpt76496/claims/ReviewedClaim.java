package io.github.cpt76496.claims;

import io.github.cpt76496.ClaimReview;
import java.io.Serializable;
import java.util.Objects;

/**
 * A claim and its answers. Immutable.
 *
 * @param claim the claim, and where it was found
 * @param review the answers
 */
public record ReviewedClaim(PlacedClaim claim, ClaimReview review) implements Serializable {

  public ReviewedClaim {
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(review, "review");
  }

  /** The place and the answers; the claim belongs to a patient. */
  @Override
  public String toString() {
    return "ReviewedClaim[" + claim.place() + ": " + review + "]";
  }
}
