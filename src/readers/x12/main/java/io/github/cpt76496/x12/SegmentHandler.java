package io.github.cpt76496.x12;

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
}
