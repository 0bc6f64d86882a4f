/**
 * What the readers of claims share. A {@link io.github.cpt76496.claims.ClaimReader} passes on
 * {@link io.github.cpt76496.claims.PlacedClaim}s, and a {@link io.github.cpt76496.claims.Problem}
 * for each thing that it could not read; a {@link io.github.cpt76496.claims.PayerMap} tells it who
 * the payer of a claim is.
 *
 * <p>A reader comes from the module of its format: {@code cpt76496-edits-x12}, {@code -fhir},
 * {@code -json} or {@code -csv}. A program that reads them:
 *
 * <pre>{@code
 * Cpt76496Edits edits = Cpt76496Edits.load();
 * try (InputStream in = Files.newInputStream(file)) {
 *   new X12ClaimReader()
 *       .read(in, claim -> print(edits.review(claim.claim())), problem -> print(problem));
 * }
 * }</pre>
 *
 * <p>Claim data is protected health information: no message and no {@code toString} of these
 * modules repeats a value of a claim, codes, modifiers and the payer aside. Nothing is {@code
 * null}; text that is not stated is empty. Until version 1.0 a record may gain components.
 */
@NullMarked
package io.github.cpt76496.claims;

import org.jspecify.annotations.NullMarked;
