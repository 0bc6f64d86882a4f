/**
 * The implementation; not exported. It alone touches Drools.
 *
 * <p>The edits see one flat fact per line, {@link io.github.cpt76496.page.LineFacts}, and never a
 * claim id, a name or free text. Joins over claims, lines and documents would be ten times slower,
 * and no rule could be read by itself.
 *
 * <p>Dates are applied where findings are collected, {@link
 * io.github.cpt76496.internal.ReviewFindings}: Drools' own {@code date-effective} compares with the
 * session's clock, and the only clock here is the date of service.
 *
 * <p>What runs at the start of a host's process is written in plain loops: each lambda, stream or
 * string template there would cost every start.
 */
@NullMarked
package io.github.cpt76496.internal;

import org.jspecify.annotations.NullMarked;
