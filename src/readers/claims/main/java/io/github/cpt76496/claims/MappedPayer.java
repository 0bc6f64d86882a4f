package io.github.cpt76496.claims;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.LineOfBusiness;
import java.io.Serializable;

/**
 * Who the payer of a claim is.
 *
 * @param payer the payer
 * @param notice what the user should know about how the payer was found, or empty; it repeats
 *     nothing of the claim
 */
public record MappedPayer(Payer payer, String notice) implements Serializable {

  /** A payer without a notice. */
  public static MappedPayer of(Payer payer) {
    return new MappedPayer(payer, "");
  }

  /** The same payer in a program that the claim states. */
  public MappedPayer in(LineOfBusiness stated) {
    return stated == LineOfBusiness.NOT_STATED
        ? this
        : new MappedPayer(new Payer(payer.family(), payer.plan(), stated), notice);
  }

  /** The payer alone. */
  @Override
  public String toString() {
    return "MappedPayer[" + payer + "]";
  }
}
