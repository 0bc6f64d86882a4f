package io.github.cpt76496.examples.scrubber;

/** Takes claims one by one, and what stood between them and could not be read. */
interface ClaimSink {

  void claim(PlacedClaim claim);

  void problem(Problem problem);
}
