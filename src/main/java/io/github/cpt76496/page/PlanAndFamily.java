package io.github.cpt76496.page;

/**
 * Two statements about one document of one line: the payer's, and a more general one. The first is
 * a plan's and the other its family's, or the other is for any payer. How much each is about: 0 the
 * code 76496, 1 unlisted codes, 2 any claim. There are few such pairs, each decided once, when the
 * rules are loaded.
 *
 * @param planStatesRule whether a rule of the plan was found; else the statement says that none was
 * @param planUnverified whether the plan's statement is of grade U: expected, and read nowhere
 * @param planBreadth how much the plan's statement is about
 * @param familyBreadth how much the other is about
 * @param familyUnverified whether the other is of grade U
 * @param forAnyPayer whether the other is for any payer, and so the first may be a family's
 */
public record PlanAndFamily(
    boolean planStatesRule,
    boolean planUnverified,
    int planBreadth,
    int familyBreadth,
    boolean familyUnverified,
    boolean forAnyPayer) {}
