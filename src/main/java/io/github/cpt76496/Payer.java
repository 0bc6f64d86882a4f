package io.github.cpt76496;

import java.io.Serializable;

/**
 * Who adjudicates the claim, and under which program. A family is not enough: two Medicare
 * contractors, two Blue Cross Blue Shield plans or two lines of business of one payer can ask for
 * opposite things.
 *
 * @param family the payer family
 * @param plan the Medicare contractor ({@code CGS}, {@code FIRST_COAST}, {@code NGS}, {@code
 *     NORIDIAN}, {@code NOVITAS}, {@code PALMETTO_GBA}, {@code WPS}), the Blue Cross Blue Shield
 *     plan ({@code NEBRASKA}, {@code MICHIGAN} ...) or the state program ({@code CALIFORNIA} ...):
 *     capital letters, digits and underscores; empty where not stated. A plan without rules of its
 *     own is answered with those of its family, and {@link ClaimReview#payerMatch()} says so
 * @param lineOfBusiness the program
 */
public record Payer(Family family, String plan, LineOfBusiness lineOfBusiness)
    implements Serializable {

  /** Nothing is known about the payer; it is never taken to be Medicare. */
  public static final Payer UNKNOWN = of(Family.UNKNOWN);

  /**
   * @throws IllegalArgumentException if a part is missing or the plan is not written as described;
   *     the message names the field
   */
  public Payer {
    Checks.required(family, "payer.family");
    plan = Checks.code(plan, "payer.plan");
    if (plan.length() > 60 || !isOfPlanCharacters(plan)) {
      throw new IllegalArgumentException(
          "payer.plan: must be at most 60 letters, digits and underscores, such as PALMETTO_GBA");
    }
    Checks.required(lineOfBusiness, "payer.lineOfBusiness");
  }

  private static boolean isOfPlanCharacters(String plan) {
    for (int i = 0; i < plan.length(); i++) {
      char c = plan.charAt(i);
      if ((c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_') {
        return false;
      }
    }
    return true;
  }

  /** A family without plan or line of business. */
  public static Payer of(Family family) {
    return new Payer(family, "", LineOfBusiness.NOT_STATED);
  }

  /** A family and plan without line of business. */
  public static Payer of(Family family, String plan) {
    return new Payer(family, plan, LineOfBusiness.NOT_STATED);
  }

  /** Payers that publish under one name. */
  public enum Family {
    /** Aetna. */
    AETNA,
    /** Blue Cross Blue Shield plans; the plan decides. */
    BCBS,
    /** Cigna Healthcare. */
    CIGNA,
    /** Humana. */
    HUMANA,
    /** A state's Medicaid program. */
    MEDICAID,
    /** Medicare; the contractor decides. */
    MEDICARE,
    /** UnitedHealthcare. */
    UNITED_HEALTHCARE,
    /** A payer outside this list. */
    OTHER,
    /** The host does not know the payer. */
    UNKNOWN
  }

  /** The program under which the payer adjudicates. */
  public enum LineOfBusiness {
    /** Employer or individual coverage. */
    COMMERCIAL,
    /** Medicare fee for service. */
    MEDICARE_FFS,
    /** Medicare Advantage. */
    MEDICARE_ADVANTAGE,
    /** Medicaid. */
    MEDICAID,
    /** Any other program. */
    OTHER,
    /** Unknown. */
    NOT_STATED
  }

  /** Family and plan, as in {@code MEDICARE/PALMETTO_GBA}. */
  @Override
  public String toString() {
    return plan.isEmpty() ? family.name() : family + "/" + plan;
  }
}
