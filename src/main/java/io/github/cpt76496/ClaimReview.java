package io.github.cpt76496;

import java.io.Serializable;
import java.util.List;

/**
 * The answers for one claim.
 *
 * @param version the library and rule set that answered
 * @param payerMatch at which level of the payer documentation rules were found
 * @param lines one entry for each line billed with 76496, in claim order; empty where there is none
 */
public record ClaimReview(
    Cpt76496Edits.Version version, PayerMatch payerMatch, List<LineReview> lines)
    implements Serializable {

  /**
   * @throws IllegalArgumentException if a part is missing; the message names the field
   */
  public ClaimReview {
    Checks.required(version, "review.version");
    Checks.required(payerMatch, "review.payerMatch");
    lines = Checks.list(lines, "review.lines");
  }

  /** The most specific level of the payer for which a documentation rule was found. */
  public enum PayerMatch {
    /** A rule of the plan or contractor itself. */
    PLAN,
    /** A rule of the family. */
    FAMILY,
    /** No rule: the payer is unknown, no public rule was found, or the claim has no 76496 line. */
    NONE
  }

  /** The answers line by line; no date and no id. */
  @Override
  public String toString() {
    return "ClaimReview" + lines;
  }
}
