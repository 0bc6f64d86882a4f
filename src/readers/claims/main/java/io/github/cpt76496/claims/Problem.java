package io.github.cpt76496.claims;

import java.io.Serializable;

/**
 * Input that could not be read, and why. The reason repeats no value of the claim.
 *
 * @param claimId the claim, where it is known, or empty; it belongs to a patient
 * @param place where in the file, or empty for the file as a whole
 * @param reason what is wrong, and what was expected
 */
public record Problem(String claimId, String place, String reason) implements Serializable {

  /** About a file as a whole. */
  public static Problem of(String reason) {
    return new Problem("", "", reason);
  }

  /** About a place where no claim is known. */
  public static Problem at(String place, String reason) {
    return new Problem("", place, reason);
  }

  /** File, place and reason in one line. */
  public String in(String file) {
    return place.isEmpty() ? file + ": " + reason : file + ": " + place + ": " + reason;
  }

  /** Without the claim's id, which belongs to a patient. */
  @Override
  public String toString() {
    return "Problem[" + place + ": " + reason + "]";
  }
}
