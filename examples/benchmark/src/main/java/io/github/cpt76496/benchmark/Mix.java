package io.github.cpt76496.benchmark;

import io.github.cpt76496.Claim;

/** How often a line is billed with 76496; assumptions, not statistics. */
enum Mix {
  /** A: one line in 100,000. */
  CLEARING_HOUSE,
  /** B: one line in 100. */
  RADIOLOGY,
  /** C: a line of each claim. */
  ALL_HITS;

  Claim[] claims() {
    return switch (this) {
      case CLEARING_HOUSE -> Claims.oneLineIn(100_000, 60_000);
      case RADIOLOGY -> Claims.oneLineIn(100, 4_096);
      case ALL_HITS -> Claims.allHits(1_024);
    };
  }
}
