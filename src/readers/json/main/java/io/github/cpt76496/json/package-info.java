/**
 * The JSON form of claims and reviews, described by {@code claim.schema.json} and {@code
 * answer.schema.json} in this package. There is one form for all readers and writers:
 *
 * <ul>
 *   <li>{@link io.github.cpt76496.json.JsonClaimReader} reads files of claims;
 *   <li>{@link io.github.cpt76496.json.ClaimJson} reads and writes one claim;
 *   <li>{@link io.github.cpt76496.json.JsonReviewWriter} writes files of reviews, and {@link
 *       io.github.cpt76496.json.ReviewJson} parts of them;
 *   <li>{@link io.github.cpt76496.json.Cpt76496JsonModule} and {@link
 *       io.github.cpt76496.json.Cpt76496Jackson3Module} teach it to a host's own mapper.
 * </ul>
 *
 * <p>A claim that is written and read again is equal. Names stay; names may be added.
 */
@NullMarked
package io.github.cpt76496.json;

import org.jspecify.annotations.NullMarked;
