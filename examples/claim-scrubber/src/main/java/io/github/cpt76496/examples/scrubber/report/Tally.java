package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;

/** What was counted over all files. */
public final class Tally {
  private long claims;
  private long lines;
  private long errors;
  private long warnings;
  private long notRead;

  public void count(ClaimReview review) {
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

  public void countNotRead() {
    notRead++;
  }

  public long claims() {
    return claims;
  }

  /** Lines billed with 76496. */
  public long lines() {
    return lines;
  }

  public long errors() {
    return errors;
  }

  public long warnings() {
    return warnings;
  }

  /** Files, transactions and claims that were named as not read. */
  public long notRead() {
    return notRead;
  }
}
