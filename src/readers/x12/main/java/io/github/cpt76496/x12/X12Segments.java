package io.github.cpt76496.x12;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The segments of an X12 file in order, and the claims in it.
 *
 * <p>In a transaction of claims most segments are not even divided into elements: a claim of which
 * every segment is sound is found by its frame and handed on with the frames of its subscriber and
 * patient, to be read by any thread, or is passed over if the digits 76496 do not stand in it.
 * Everything else, such as a claim with a malformed segment and what stands next to it up to the
 * next subscriber, is read in order.
 */
final class X12Segments {

  /** Enough that the library's start is nothing beside them. */
  private static final int MOST_CLAIMS = 64;

  private static final int MOST_BYTES = 1 << 18;

  private final SoundSegments sound;
  private final boolean onlyWith76496;
  private final SegmentRun run = new SegmentRun();
  private Levels levels = new Levels();
  private boolean inOrder;
  private List<FramedClaim> claims = new ArrayList<>();
  private int bytes;
  private int passedOver;

  /**
   * @param onlyWith76496 whether claims that do not hold the code are passed over
   */
  X12Segments(InputStream in, boolean onlyWith76496) {
    this.sound = new SoundSegments(in);
    this.onlyWith76496 = onlyWith76496;
  }

  /** Passes the whole file on; where the file itself fails, the claims that stand before. */
  void passTo(SegmentHandler handler) throws IOException {
    try {
      passAll(handler);
    } catch (IOException e) {
      passClaims(handler);
      throw e;
    }
  }

  private void passAll(SegmentHandler handler) throws IOException {
    while (sound.nextInterchange(run)) {
      passRun(handler);
      handler.segment(new X12Segment("ISA", sound.position()));
      while (sound.inInterchange()) {
        if (!handler.takesClaims()) {
          readOutside(handler);
        } else if (sound.isNext("HL")) {
          readLevel(handler);
        } else if (sound.isNext("CLM") && !inOrder) {
          readClaim(handler);
        } else {
          passClaims(handler);
          readOutside(handler);
        }
      }
      leaveTransaction(handler);
    }
    passRun(handler);
  }

  /** A segment of an envelope, or one that is read in order. */
  private void readOutside(SegmentHandler handler) throws IOException {
    boolean ofEnvelope = sound.isEnvelopeNext();
    sound.readSegment(run);
    if (ofEnvelope) {
      leaveTransaction(handler);
    } else if (run.isLong()) {
      passRun(handler);
    }
  }

  private void leaveTransaction(SegmentHandler handler) throws IOException {
    passClaims(handler);
    passRun(handler);
    levels = new Levels();
    inOrder = false;
  }

  private void readLevel(SegmentHandler handler) throws IOException {
    boolean isSound = sound.scan();
    String id = sound.letters(1);
    String of = sound.letters(2);
    String kind = sound.letters(3);
    if (isSound && Levels.begins(id, kind)) {
      passRun(handler);
      if (!sound.inInterchange()) {
        return; // The frame was in what is not read any more.
      }
      if (inOrder) {
        handler.endOfClaim();
        inOrder = false;
      }
      levels.enter(id, kind, sound.take());
    } else if (isSound && !inOrder && levels.isOfSubscriberAtHand(of, kind)) {
      levels.enterDependent(of, sound.take());
    } else {
      goOnInOrder(handler);
      if (!of.equals(levels.subscriber()) && levels.isOfSubscriberAtHand(of, kind)) {
        levels.subscriber(of).orElseThrow().addTo(run);
      }
      levels.enterInOrder(id, of, kind);
      readOutside(handler);
    }
  }

  private void readClaim(SegmentHandler handler) throws IOException {
    if (levels.frames().isEmpty() || !sound.scan()) {
      goOnInOrder(handler);
      readOutside(handler);
    } else if (sound.frameHoldsCode() || !onlyWith76496) {
      FramedClaim claim = new FramedClaim(levels.frames(), sound.take());
      claims.add(claim);
      bytes += claim.claim().length();
      if (claims.size() == MOST_CLAIMS || bytes > MOST_BYTES) {
        passClaims(handler);
      }
    } else {
      sound.passOver();
      passedOver++;
    }
  }

  private void goOnInOrder(SegmentHandler handler) throws IOException {
    passClaims(handler);
    if (!inOrder) {
      inOrder = true;
      levels.frames().forEach(frame -> frame.addTo(run));
    }
  }

  private void passClaims(SegmentHandler handler) {
    if (passedOver > 0) {
      handler.passedOver(passedOver);
      passedOver = 0;
    }
    if (!claims.isEmpty()) {
      handler.claims(claims, sound.header());
      claims = new ArrayList<>();
      bytes = 0;
    }
  }

  /** Where staedi gives up, the rest of the interchange is left behind. */
  private void passRun(SegmentHandler handler) throws IOException {
    OptionalInt gaveUp = run.passTo(sound.header(), handler);
    run.clear();
    if (gaveUp.isPresent()) {
      handler.malformed(gaveUp.getAsInt(), Malformation.UNREADABLE);
      handler.cut(gaveUp.getAsInt(), false);
      sound.skipInterchange();
    }
  }
}
