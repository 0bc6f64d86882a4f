package io.github.cpt76496.page;

import java.util.List;

/**
 * The programs and claim forms that a payer's statement names, and those of a claim. There are few
 * such pairs, so each is decided once, when the rules are loaded, and not for every claim.
 *
 * @param linesOfBusiness names of {@link io.github.cpt76496.Payer.LineOfBusiness}
 * @param forms names of {@link io.github.cpt76496.Claim.Form}
 * @param lineOfBusiness the claim's
 * @param form the claim's
 */
public record StatementAndClaim(
    List<String> linesOfBusiness, List<String> forms, String lineOfBusiness, String form) {}
