package io.github.cpt76496.claims;

import java.util.function.Consumer;

/**
 * Receives claims one by one, and what could not be read between them. The reading thread calls its
 * methods, in the order of the file; an exception from them ends the reading. Only {@link #later}
 * gives out work that another thread may do.
 */
public interface ClaimSink {

  /** A claim; notices about it are in {@link PlacedClaim#notices()}. */
  void claim(PlacedClaim claim);

  /** What could not be read. */
  void problem(Problem problem);

  /** Something that was read although it is not written as it should be. */
  void notice(Problem notice);

  /**
   * Claims that were found but not read yet; reading them is most of the work. A sink with threads
   * of its own may do it there, and must put the results in this place of the order.
   *
   * @param reading reads the claims and passes them on; once, in any thread
   * @param claims how many
   */
  default void later(Consumer<ClaimSink> reading, int claims) {
    reading.accept(this);
  }

  /** Claims in which the code does not occur, so they were not read. */
  default void passedOver(int claims) {}
}
