package io.github.cpt76496;

import java.io.Serializable;

/**
 * A host's own decision about an edit: switched off, switched on, or reported with another
 * severity, for every payer or for one. {@link LineReview#overrides()} shows each one that changed
 * a line.
 *
 * <p>If several overrides of one edit fit a payer, the most specific one applies: plan, then
 * family, then {@link #ANY_PAYER}.
 *
 * @param edit id of an edit of the catalog
 * @param payer {@link #ANY_PAYER}, a family such as {@code AETNA}, or family and plan such as
 *     {@code MEDICARE/PALMETTO_GBA}; a plan must occur in a rule or in a host requirement
 * @param action what the host decides
 * @param reason why, for those who read the review; not blank
 */
public record EditOverride(String edit, String payer, Action action, String reason)
    implements Serializable {

  /** Every payer, the unknown one included. */
  public static final String ANY_PAYER = "ANY";

  /**
   * @throws IllegalArgumentException if a part is missing or blank, or the payer is not written as
   *     described; the message names the field
   */
  public EditOverride {
    if (Checks.required(edit, "override.edit").isBlank()) {
      throw new IllegalArgumentException("override.edit: blank");
    }
    requirePayer(Checks.required(payer, "override of " + edit + ": payer"), edit);
    Checks.required(action, "override of " + edit + ": action");
    if (Checks.required(reason, "override of " + edit + ": reason").isBlank()) {
      throw new IllegalArgumentException(
          "override of " + edit + ": reason: blank; say why, the review shows it");
    }
  }

  private static void requirePayer(String payer, String edit) {
    if (payer.equals(ANY_PAYER)) {
      return;
    }
    int slash = payer.indexOf('/');
    try {
      Payer.Family family = Payer.Family.valueOf(slash < 0 ? payer : payer.substring(0, slash));
      String plan = slash < 0 ? "" : payer.substring(slash + 1);
      if (payer.equals(Payer.of(family, plan).toString())) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Said below, with the cure.
    }
    throw new IllegalArgumentException(
        "override of " + edit + ": payer: must be ANY, a family, or FAMILY/PLAN");
  }

  /** What a host can decide about an edit. */
  public enum Action {
    /** The edit reports nothing. */
    OFF,
    /** An edit that is off by default reports. */
    ON,
    /** Its findings are errors. */
    ERROR,
    /** Its findings are warnings. */
    WARNING,
    /** Its findings are information. */
    INFO
  }
}
