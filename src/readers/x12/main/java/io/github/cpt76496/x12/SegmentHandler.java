package io.github.cpt76496.x12;

import java.util.List;

/** Takes the segments of a file one by one, and what stood between them and is none. */
interface SegmentHandler {

  void segment(X12Segment segment);

  /** A segment that is passed over. */
  void malformed(int position, Malformation why);

  /**
   * The interchange has no IEA.
   *
   * @param position the last segment
   * @param endOfFile whether the file ends here; otherwise another interchange begins
   */
  void cut(int position, boolean endOfFile);

  /**
   * Bytes outside of every interchange, passed over.
   *
   * @param position the last segment before them, or 0
   * @param isa whether they begin with an ISA segment that cannot be read
   * @param wrapped whether that segment could be read but for line breaks in it
   * @param endOfFile whether no interchange follows
   */
  void passedOver(int position, boolean isa, boolean wrapped, boolean endOfFile);

  /** Whether a transaction is open whose claims are read. */
  default boolean takesClaims() {
    return false;
  }

  /**
   * Claims that stand between the segment before and the one after, and are still to be read.
   *
   * @param header the ISA segment of the interchange
   */
  default void claims(List<FramedClaim> claims, String header) {}

  /** So many claims stand there that do not bill the code. */
  default void passedOver(int claims) {}

  /** The claim that was begun is complete: what follows is handed on otherwise. */
  default void endOfClaim() {}
}
