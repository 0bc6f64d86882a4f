package io.github.cpt76496.claims;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Payer;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A claim and where it was found.
 *
 * @param id CLM01 or the JSON id, or empty
 * @param place where in the file
 * @param claim the claim, for the payer to which it is addressed
 * @param otherPayers who else covers the patient, in claim order; the claim is not reviewed for
 *     them
 * @param payerNotice what the user should know about how the payer was found, or empty
 * @param notices what was read although it is not written as it should be, or what was not counted
 * @param paths for a FHIR claim, the path of each line by its number, such as {@code item[0]}
 */
public record PlacedClaim(
    String id,
    String place,
    Claim claim,
    List<Payer> otherPayers,
    String payerNotice,
    List<Problem> notices,
    Map<Integer, String> paths)
    implements Serializable {

  public PlacedClaim {
    otherPayers = List.copyOf(otherPayers);
    notices = List.copyOf(notices);
    paths = Map.copyOf(paths);
  }

  /** A claim with one payer and no notices. */
  public PlacedClaim(String id, String place, Claim claim) {
    this(id, place, claim, List.of(), "", List.of(), Map.of());
  }

  /** The same claim at another place. */
  public PlacedClaim at(String other) {
    return new PlacedClaim(id, other, claim, otherPayers, payerNotice, notices, paths);
  }

  /** The same place with a claim that was changed. */
  public PlacedClaim with(Claim changed) {
    boolean samePayer = changed.payer().equals(claim.payer());
    return new PlacedClaim(
        id, place, changed, otherPayers, samePayer ? payerNotice : "", notices, paths);
  }

  /** The place alone: the claim belongs to a patient. */
  @Override
  public String toString() {
    return "PlacedClaim[" + place + "]";
  }
}
