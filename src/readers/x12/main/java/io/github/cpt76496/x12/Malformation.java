package io.github.cpt76496.x12;

/** Why a segment cannot be read. */
enum Malformation {
  NO_TAG("does not begin with a segment identifier of two or three capitals and digits", false),
  TOO_LONG(
      "is longer than "
          + SoundSegments.LONGEST_SEGMENT / 1024
          + " KiB, so a segment terminator is missing or this is no claim data",
      true),
  CONTROL_CHARACTER("holds control characters", true),
  LINE_BREAK("runs on over a line break into the next segment: its terminator is missing", true),
  UNREADABLE("cannot be read, nor can what follows it in its interchange", true),
  CUT("is cut off by the ISA segment of the next interchange", true);

  private final String reason;
  private final boolean hidesOthers;

  Malformation(String reason, boolean hidesOthers) {
    this.reason = reason;
    this.hidesOthers = hidesOthers;
  }

  /** The predicate of a sentence about the segment. */
  String reason() {
    return reason;
  }

  /** Whether other segments may have been lost inside this one. */
  boolean hidesOthers() {
    return hidesOthers;
  }
}
