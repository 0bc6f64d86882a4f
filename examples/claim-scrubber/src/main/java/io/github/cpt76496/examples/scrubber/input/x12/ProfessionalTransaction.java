package io.github.cpt76496.examples.scrubber.input.x12;

import io.github.cpt76496.examples.scrubber.input.ClaimSink;
import io.github.cpt76496.examples.scrubber.input.PayerMap;
import io.github.cpt76496.examples.scrubber.input.PlacedClaim;
import io.github.cpt76496.examples.scrubber.input.Problem;
import io.github.cpt76496.examples.scrubber.input.UnreadableClaimException;
import java.util.Optional;

/**
 * One 837 professional transaction. The payer of a claim is the one of its own subscriber loop
 * (2000B and 2010BB), which stands before CLM; payers after CLM are others (2320 and 2330).
 */
final class ProfessionalTransaction {

  private static final String BILLING_PROVIDER = "20";
  private static final String SUBSCRIBER = "22";

  private final String place;
  private final ClaimSink sink;
  private final PayerMap payers;
  private Optional<ClaimDraft> claim = Optional.empty();
  private String filingIndicator = "";
  private String payerName = "";
  private boolean claimSeen;

  ProfessionalTransaction(String place, ClaimSink sink, PayerMap payers) {
    this.place = place;
    this.sink = sink;
    this.payers = payers;
  }

  void accept(X12Segment segment) {
    switch (segment.tag()) {
      case "HL" -> {
        finishClaim();
        if (segment.element(3).equals(SUBSCRIBER) || segment.element(3).equals(BILLING_PROVIDER)) {
          filingIndicator = "";
          payerName = "";
        }
      }
      case "CLM" -> {
        finishClaim();
        claimSeen = true;
        claim = Optional.of(new ClaimDraft(segment, payers.payer(payerName, filingIndicator)));
      }
      default -> {
        if (claim.isPresent()) {
          claim.get().accept(segment);
        } else {
          acceptSubscriber(segment);
        }
      }
    }
  }

  private void acceptSubscriber(X12Segment segment) {
    if (segment.is("SBR")) {
      filingIndicator = segment.element(9);
    } else if (segment.is("NM1") && segment.element(1).equals("PR")) {
      payerName = segment.text(3);
    }
  }

  private void finishClaim() {
    claim.ifPresent(this::finish);
    claim = Optional.empty();
  }

  private void finish(ClaimDraft draft) {
    if (draft.hasForeignSeparator()) {
      sink.notice(
          new Problem(
              draft.id(),
              placeOfSegment(draft.firstPosition()),
              "the parts of CLM05 or SV101 are not separated as ISA16 declares; they were read by"
                  + " the separator that stands there, which a payer may refuse"));
    }
    try {
      sink.claim(new PlacedClaim(draft.id(), placeOfSegment(draft.firstPosition()), draft.claim()));
    } catch (UnreadableClaimException e) {
      sink.problem(new Problem(draft.id(), placeOfSegment(draft.faultPosition()), e.getMessage()));
    }
  }

  /** The transaction is complete. */
  void end() {
    finishClaim();
    if (!claimSeen) {
      sink.problem(Problem.at(place, "holds no claim (CLM)"));
    }
  }

  /** The transaction is cut; a claim that was begun may lack lines and is not answered. */
  void breakOff(String reason) {
    claim.ifPresent(
        draft ->
            sink.problem(new Problem(draft.id(), placeOfSegment(draft.firstPosition()), reason)));
    claim = Optional.empty();
  }

  private String placeOfSegment(int position) {
    return place + ", segment " + position;
  }
}
