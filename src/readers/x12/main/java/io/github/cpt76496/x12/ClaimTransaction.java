package io.github.cpt76496.x12;

import io.github.cpt76496.Claim;
import io.github.cpt76496.claims.ClaimSink;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.UnreadableClaimException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One 837 transaction. The payer of a claim is the one of its own subscriber loop (2000B and
 * 2010BB), which stands before CLM, or for a dependent (2000C) of the subscriber that HL02 names;
 * payers after CLM are others (2320 and 2330).
 *
 * <p>Where the loops do not tell who the payer is, a claim that may bill 76496 is refused.
 *
 * <p>A malformed segment costs the claim in which it stands. Where it may have been the subscriber
 * or the payer of the claims after it, these are refused up to the next subscriber: they would be
 * answered by the rules of somebody else's payer.
 */
final class ClaimTransaction {

  private static final String BILLING_PROVIDER = "20";
  private static final String SUBSCRIBER = "22";
  private static final String DEPENDENT = "23";

  /** Dependents follow their subscriber; what is remembered must not grow with the input. */
  private static final int MOST_SUBSCRIBERS = 100;

  private final ClaimGuide guide;
  private final String place;
  private final PayerMap payers;
  private final ClaimSink sink;
  private Optional<ClaimDraft> claim = Optional.empty();
  private final Map<String, PayerDraft> subscribers = new LinkedHashMap<>();
  private PayerDraft payer = new PayerDraft();

  /** Why it cannot be told from the loops whose payer the next claim has. */
  private Optional<String> doubt = Optional.empty();

  private boolean claimSeen;
  private boolean payerInDoubt;
  private boolean claimDamaged;
  private boolean strayLineNamed;
  private int lastMalformed;

  ClaimTransaction(ClaimGuide guide, String place, PayerMap payers, ClaimSink sink) {
    this.guide = guide;
    this.place = place;
    this.payers = payers;
    this.sink = sink;
  }

  void accept(X12Segment segment) {
    switch (segment.tag()) {
      case "HL" -> {
        finishClaim();
        beginLevel(segment);
      }
      case "CLM" -> {
        finishClaim();
        beginClaim(segment);
      }
      default -> {
        if (segment.is("SBR") && claim.isPresent() && claim.get().hasLines()) {
          // No loop of a line holds SBR: the HL before it is missing.
          finishClaim();
          beginSubscriber();
        }
        acceptDetail(segment);
      }
    }
  }

  private void beginLevel(X12Segment hl) {
    switch (hl.element(3).strip()) {
      case BILLING_PROVIDER -> beginSubscriber();
      case SUBSCRIBER -> {
        beginSubscriber();
        remember(hl.element(1).strip());
      }
      case DEPENDENT -> beginDependent(hl.element(2).strip());
      default ->
          doubt =
              Optional.of(
                  "HL03 of the level above the claim is none of 20, 22 and 23, so it cannot be told"
                      + " who the payer is");
    }
  }

  private void remember(String subscriber) {
    subscribers.remove(subscriber);
    subscribers.put(subscriber, payer);
    if (subscribers.size() > MOST_SUBSCRIBERS) {
      subscribers.remove(subscribers.keySet().iterator().next());
    }
  }

  /** A dependent is insured by the subscriber that HL02 names, wherever that one stands. */
  private void beginDependent(String subscriber) {
    PayerDraft named = subscribers.get(subscriber);
    if (named == null) {
      doubt =
          Optional.of(
              "HL02 of the patient names no subscriber (HL*22) before it, so it cannot be told who"
                  + " the payer is");
    } else {
      // What is in doubt for the subscriber before stays so for the dependent of the same one.
      payerInDoubt &= named == payer;
      doubt = Optional.empty();
      payer = named;
    }
  }

  private void beginSubscriber() {
    strayLineNamed = false;
    payer = new PayerDraft();
    payerInDoubt = false;
    doubt = Optional.empty();
  }

  private void beginClaim(X12Segment clm) {
    claimSeen = true;
    claimDamaged = false;
    ClaimDraft draft = new ClaimDraft(guide, clm, payer.payer(payers));
    if (payerInDoubt) {
      draft.fault(
          clm.position(),
          "a malformed segment before the claim may have held its subscriber or payer");
    }
    doubt.or(payer::doubt).ifPresent(draft::doubtPayer);
    draft.remarkPayer(payer.remarks());
    claim = Optional.of(draft);
  }

  private void acceptDetail(X12Segment segment) {
    if (claim.isEmpty()) {
      acceptOutsideOfClaims(segment);
      return;
    }
    if (claimDamaged && (segment.is("SBR") || PayerDraft.isNameOfPayer(segment))) {
      // Of the claim, or of the next subscriber, whose HL was the malformed segment.
      payerInDoubt = true;
    }
    if (claim.get().hasLines()
        && (PayerDraft.isNameOfPayer(segment) || PayerDraft.isNameOfSubscriber(segment))) {
      // No loop of a line names them: of the next claim, whose HL is missing.
      doubt =
          Optional.of(
              "NM1*"
                  + (PayerDraft.isNameOfPayer(segment) ? "PR" : "IL")
                  + " stands among the lines of the claim before, without HL, so it cannot be told"
                  + " who the payer is");
    }
    claim.get().accept(segment);
  }

  private void acceptOutsideOfClaims(X12Segment segment) {
    payer.accept(segment);
    if (segment.is("LX") && !strayLineNamed) {
      strayLineNamed = true;
      sink.problem(
          Problem.at(
              placeOfSegment(segment.position()),
              "a service line (LX) stands outside of every claim: its CLM is missing"));
    }
  }

  /** A segment of the transaction that is passed over. */
  void malformed(int position, Malformation why) {
    boolean oneOfMany = position == lastMalformed + 1;
    lastMalformed = position;
    payerInDoubt |= claim.isEmpty() || oneOfMany || why.hidesOthers();
    claimDamaged = true;
    if (claim.isPresent()) {
      claim.get().fault(position, "a segment of the claim " + why.reason());
    } else if (!oneOfMany) {
      sink.problem(Problem.at(placeOfSegment(position), "the segment " + why.reason()));
    }
  }

  private void finishClaim() {
    claim.ifPresent(this::finish);
    claim = Optional.empty();
  }

  private void finish(ClaimDraft draft) {
    String first = placeOfSegment(draft.firstPosition());
    List<Problem> notices = new ArrayList<>(0);
    if (draft.hasForeignSeparator()) {
      notices.add(
          new Problem(
              draft.id(),
              first,
              "the parts of CLM05 or "
                  + guide.name(guide.procedure())
                  + " are not separated as ISA16 declares; they were read by the separator that"
                  + " stands there, which a payer may refuse"));
    }
    try {
      Claim read = draft.claim();
      for (Remark remark : draft.remarks()) {
        notices.add(new Problem(draft.id(), placeOfSegment(remark.position()), remark.text()));
      }
      sink.claim(
          new PlacedClaim(
              draft.id(),
              first,
              read,
              draft.otherPayers(payers),
              draft.payerNotice(),
              notices,
              Map.of()));
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

  boolean isInClaim() {
    return claim.isPresent();
  }

  /** The transaction is cut; a claim that was begun may lack lines and is not answered. */
  void breakOff(String reason) {
    Problem cut =
        claim
            .map(draft -> new Problem(draft.id(), placeOfSegment(draft.firstPosition()), reason))
            .orElseGet(() -> Problem.at(place, reason));
    sink.problem(cut);
    claim = Optional.empty();
  }

  private String placeOfSegment(int position) {
    return place + ", segment " + position;
  }
}
