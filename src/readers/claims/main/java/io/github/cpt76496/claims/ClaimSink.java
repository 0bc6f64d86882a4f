package io.github.cpt76496.claims;

/**
 * Takes claims one by one, and what stood between them and could not be read. Its methods are
 * called by the thread that reads, in the order of the file; what they throw ends the reading.
 */
public interface ClaimSink {

  /** A claim; what has to be said of it stands in {@link PlacedClaim#notices()}. */
  void claim(PlacedClaim claim);

  /** What could not be read. */
  void problem(Problem problem);

  /** What was read and should not have been written so. */
  void notice(Problem notice);
}
