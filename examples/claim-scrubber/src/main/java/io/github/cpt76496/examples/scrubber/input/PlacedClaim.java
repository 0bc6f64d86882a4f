package io.github.cpt76496.examples.scrubber.input;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Payer;
import java.util.List;

/**
 * A claim and where it was found.
 *
 * @param id CLM01 or the JSON id, or empty
 * @param place where in the file
 * @param claim the claim, for the payer to which it is addressed
 * @param otherPayers who else covers the patient, in claim order; the claim is not reviewed for
 *     them
 * @param payerNotice what is to be known of how the payer was told, or empty
 */
public record PlacedClaim(
    String id, String place, Claim claim, List<Payer> otherPayers, String payerNotice) {

  public PlacedClaim {
    otherPayers = List.copyOf(otherPayers);
  }

  /** A claim that names one payer. */
  public PlacedClaim(String id, String place, Claim claim) {
    this(id, place, claim, List.of(), "");
  }

  /** The same place with a claim that was changed. */
  public PlacedClaim with(Claim changed) {
    boolean samePayer = changed.payer().equals(claim.payer());
    return new PlacedClaim(id, place, changed, otherPayers, samePayer ? payerNotice : "");
  }

  /** The place alone: the claim belongs to a patient. */
  @Override
  public String toString() {
    return "PlacedClaim[" + place + "]";
  }
}
