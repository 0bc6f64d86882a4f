package io.github.cpt76496.claims;

import java.util.function.Consumer;

/**
 * Takes claims one by one, and what stood between them and could not be read. Its methods are
 * called by the thread that reads, in the order of the file; what they throw ends the reading. Only
 * {@link #later} hands out work that another thread may do.
 */
public interface ClaimSink {

  /** A claim; what has to be said of it stands in {@link PlacedClaim#notices()}. */
  void claim(PlacedClaim claim);

  /** What could not be read. */
  void problem(Problem problem);

  /** What was read and should not have been written so. */
  void notice(Problem notice);

  /**
   * Claims that were found and are still to be read, which is most of the work. A sink with threads
   * of its own may have it done there, and puts what comes of it where it was asked for it.
   *
   * @param reading reads the claims and passes them on; once, in any thread
   * @param claims how many
   */
  default void later(Consumer<ClaimSink> reading, int claims) {
    reading.accept(this);
  }

  /** Claims in which the code does not occur, so that nobody read them. */
  default void passedOver(int claims) {}
}
