/**
 * Answers three questions about every claim line billed with CPT 76496, the unlisted code for
 * fluoroscopy: does the code apply, is modifier 26 valid, and which documentation does the payer
 * require. Each answer names a dated, cited source.
 *
 * <pre>{@code
 * Cpt76496Edits edits = Cpt76496Edits.load(); // once; share it between threads
 * ClaimReview review = edits.review(claim); // any thread
 * for (LineReview line : review.lines()) {
 *   line.codeApplies(); // YES, NO, UNDETERMINED
 *   line.modifier26(); // VALID, INVALID, MISSING, NOT_NEEDED, UNDETERMINED
 *   line.documentation(); // what to send or keep, where, and on whose word
 *   line.findings(); // why
 * }
 * }</pre>
 *
 * <p>{@link io.github.cpt76496.Cpt76496Edits} is the entry point, and {@link
 * io.github.cpt76496.PayerNames} finds the payer of a claim. All other types are immutable values
 * that any thread may share. Nothing is {@code null} on the way in or out: text that is not stated
 * is the empty string, and every enumeration that may be unknown has a constant {@code NOT_STATED}.
 *
 * <p>Claim data is protected health information. No {@code toString} and no exception message of
 * this package repeats an input value, except codes, modifiers and the payer.
 *
 * <p>Until version 1.0 a record may gain components. Build input with the builders, and read
 * results by their accessors, and such a change does not reach you.
 */
@NullMarked
package io.github.cpt76496;

import org.jspecify.annotations.NullMarked;
