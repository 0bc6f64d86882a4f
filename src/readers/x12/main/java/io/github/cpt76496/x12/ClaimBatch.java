package io.github.cpt76496.x12;

import io.github.cpt76496.claims.ClaimSink;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Claims of one transaction whose segments have been found, to be read by any thread.
 *
 * @param place where the transaction stands
 * @param header the ISA segment of the interchange
 */
record ClaimBatch(
    ClaimGuide guide, String place, PayerMap payers, List<FramedClaim> claims, String header) {

  /** Reads the claims and passes them on in order. */
  void passTo(ClaimSink sink) {
    Kept kept = new Kept();
    if (read(claims, kept).isEmpty()) {
      kept.steps.forEach(step -> step.accept(sink));
      return;
    }
    // One of them holds what staedi cannot read, and costs no other.
    for (FramedClaim claim : claims) {
      Kept alone = new Kept();
      read(List.of(claim), alone);
      alone.steps.forEach(step -> step.accept(sink));
    }
  }

  private OptionalInt read(List<FramedClaim> claims, ClaimSink sink) {
    ClaimTransaction transaction = new ClaimTransaction(guide, place, payers, sink);
    SegmentRun run = new SegmentRun();
    List<Frame> levels = List.of();
    for (FramedClaim claim : claims) {
      if (claim.levels() != levels) {
        levels = claim.levels();
        levels.forEach(level -> level.addTo(run));
      }
      claim.claim().addTo(run);
    }
    try {
      OptionalInt gaveUp = run.passTo(header, new OfClaims(transaction));
      gaveUp.ifPresent(at -> transaction.malformed(at, Malformation.UNREADABLE));
      transaction.finishClaim();
      return gaveUp;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Nothing but memory is read.
    }
  }

  /** Passes segments on to a transaction; nothing else comes. */
  private static final class OfClaims implements SegmentHandler {
    private final ClaimTransaction transaction;

    OfClaims(ClaimTransaction transaction) {
      this.transaction = transaction;
    }

    @Override
    public void segment(X12Segment segment) {
      transaction.accept(segment);
    }

    @Override
    public void malformed(int position, Malformation why) {
      transaction.malformed(position, why);
    }

    @Override
    public void cut(int position, boolean endOfFile) {}

    @Override
    public void passedOver(int position, boolean isa, boolean wrapped, boolean endOfFile) {}
  }

  /** Keeps what is passed on until it is known that all of it can be read. */
  private static final class Kept implements ClaimSink {
    private final List<Consumer<ClaimSink>> steps = new ArrayList<>();

    @Override
    public void claim(PlacedClaim claim) {
      steps.add(sink -> sink.claim(claim));
    }

    @Override
    public void problem(Problem problem) {
      steps.add(sink -> sink.problem(problem));
    }

    @Override
    public void notice(Problem notice) {
      steps.add(sink -> sink.notice(notice));
    }
  }

  /** The place alone: claims belong to patients. */
  @Override
  public String toString() {
    return "ClaimBatch[" + place + "]";
  }
}
