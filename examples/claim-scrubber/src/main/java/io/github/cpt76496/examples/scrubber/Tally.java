package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;

/** What was counted over all files. */
final class Tally {
  private long claims;
  private long lines;
  private long errors;
  private long warnings;
  private long notRead;

  void count(ClaimReview review) {
    claims++;
    for (LineReview line : review.lines()) {
      lines++;
      errors += findings(line, Severity.ERROR);
      warnings += findings(line, Severity.WARNING);
    }
  }

  private static long findings(LineReview line, Severity severity) {
    return line.findings().stream().map(Finding::severity).filter(severity::equals).count();
  }

  void countNotRead() {
    notRead++;
  }

  long claims() {
    return claims;
  }

  /** Lines billed with 76496. */
  long lines() {
    return lines;
  }

  long errors() {
    return errors;
  }

  long warnings() {
    return warnings;
  }

  /** Files, transactions and claims that were named as not read. */
  long notRead() {
    return notRead;
  }
}
