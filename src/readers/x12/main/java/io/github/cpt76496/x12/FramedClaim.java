package io.github.cpt76496.x12;

import java.util.List;

/**
 * A claim whose segments have been found and not read.
 *
 * @param levels the subscriber, and the patient where that is somebody else; the same list for the
 *     claims of one HL
 * @param claim from CLM on
 */
record FramedClaim(List<Frame> levels, Frame claim) {}
