/**
 * Claims from X12 837 professional (005010X222) and institutional (005010X223), with any
 * delimiters: {@link io.github.cpt76496.x12.X12ClaimReader}. {@code elements.tsv} in this package
 * lists what the guides define at the places that are read, and what becomes of each.
 *
 * <p>A claim is for the payer to which it is addressed (2010BB, of the subscriber that HL02 names).
 * It is refused rather than read in part: when a line that bills 76496 cannot be read, or one
 * beside it that could change its answer, or when its payer cannot be told. A procedure is a code
 * of five letters and digits with the qualifier HC, or with none, which is noticed; a line of
 * another code list, or of a revenue code alone, is left out. What bears on an answer and was not
 * counted is named in a notice. A segment may have 4 KiB, and a claim 8 MB of them.
 */
@NullMarked
package io.github.cpt76496.x12;

import org.jspecify.annotations.NullMarked;
