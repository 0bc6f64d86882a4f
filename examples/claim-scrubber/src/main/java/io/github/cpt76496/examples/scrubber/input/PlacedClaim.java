package io.github.cpt76496.examples.scrubber.input;

import io.github.cpt76496.Claim;

/**
 * A claim and where it was found.
 *
 * @param id CLM01 or the JSON id, or empty
 * @param place where in the file
 * @param claim the claim
 */
public record PlacedClaim(String id, String place, Claim claim) {

  /** The same place with a claim that was changed. */
  public PlacedClaim with(Claim changed) {
    return new PlacedClaim(id, place, changed);
  }

  /** The place alone: the claim belongs to a patient. */
  @Override
  public String toString() {
    return "PlacedClaim[" + place + "]";
  }
}
