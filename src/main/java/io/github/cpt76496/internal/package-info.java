/**
 * The implementation, and the only package that touches Drools. A host's program calls none of it.
 * A host's own pages do: what {@link io.github.cpt76496.internal.LineFacts} and {@link
 * io.github.cpt76496.internal.Findings} offer to pages is kept as a contract, and a test holds it
 * to the approved list.
 *
 * <p>The rules see one flat fact per line, {@link io.github.cpt76496.internal.LineFacts}, and never
 * a claim id, a name or free text. Joins over claims, lines and documents would be ten times
 * slower, and no rule could be read by itself.
 *
 * <p>Dates are applied where findings are collected, {@link io.github.cpt76496.internal.Findings}:
 * Drools' own {@code date-effective} compares with the session's clock, and the only clock here is
 * the date of service.
 */
@NullMarked
package io.github.cpt76496.internal;

import org.jspecify.annotations.NullMarked;
