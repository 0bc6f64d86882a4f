package io.github.cpt76496.claims;

/** Takes claims one by one, and what stood between them and could not be read. */
public interface ClaimSink {

  void claim(PlacedClaim claim);

  /** What could not be read. */
  void problem(Problem problem);

  /** What was read and should not have been written so. */
  void notice(Problem notice);
}
