package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.examples.scrubber.report.Answered;
import io.github.cpt76496.examples.scrubber.report.Report;
import io.github.cpt76496.examples.scrubber.report.Tally;
import java.util.List;

/** What became of one part of the input, ready to be written. */
interface Outcome {

  void writeTo(Report report, Tally tally);

  /** What could not be read. */
  static Outcome notRead(String file, Problem problem) {
    return (report, tally) -> {
      tally.countNotRead();
      report.problem(file, problem);
    };
  }

  /** What was read and should not have been written so. */
  static Outcome noticed(String file, Problem notice) {
    return (report, tally) -> report.notice(file, notice);
  }

  /** Claims in which the code does not occur. */
  static Outcome passedOver(int claims) {
    return (report, tally) -> tally.countPassedOver(claims);
  }

  /** All of them in order. */
  static Outcome all(List<Outcome> outcomes) {
    return (report, tally) -> outcomes.forEach(outcome -> outcome.writeTo(report, tally));
  }

  /**
   * A claim as the edits see it, changed beforehand if the user asks what if, and with what was
   * answered about its lines.
   */
  static Outcome of(
      Cpt76496Edits edits,
      WhatIf whatIf,
      Answers answers,
      Report report,
      String file,
      PlacedClaim claim) {
    try {
      ClaimReview asStated = edits.review(claim.claim());
      Answers.WithAnswers answered = new Answers.WithAnswers(claim, List.of());
      if (!asStated.lines().isEmpty()) {
        PlacedClaim changed = whatIf.isEmpty() ? claim : claim.with(whatIf.apply(claim.claim()));
        answered = answers.apply(edits, file, changed);
      }
      boolean asItStands = whatIf.isEmpty() && answered.stated().isEmpty();
      if (asItStands || asStated.lines().isEmpty()) {
        return of(report, new Answered(file, claim, asStated));
      }
      PlacedClaim changed = answered.claim();
      ClaimReview review = edits.review(changed.claim());
      return of(
          report,
          new Answered(file, changed, whatIf.changes(), answered.stated(), asStated, review));
    } catch (IllegalArgumentException | UnreadableClaimException e) {
      // Both name line and field and repeat no value.
      return notRead(file, new Problem(claim.id(), claim.place(), e.getMessage()));
    }
  }

  /** Rendered by the thread that reviews. */
  private static Outcome of(Report report, Answered answered) {
    Runnable prepared = report.prepare(answered);
    return (to, tally) -> {
      tally.count(answered.claim().claim().payer(), answered.review());
      prepared.run();
    };
  }
}
