package io.github.cpt76496.x12;

import io.github.cpt76496.Claim;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.MappedPayer;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.UnreadableClaimException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A claim of an 837 transaction (loop 2300) while its segments arrive.
 *
 * <p>Which procedures stand on a claim decides whether 76496 applies to one of its lines. So a
 * claim that bills 76496, or may bill it in a line that cannot be read, is refused for any line
 * that cannot be read: an answer that rests on the other lines alone would be wrong now and then,
 * and nobody could see when. Nothing is asked of other claims, and they pass without their
 * unreadable lines. A line with a revenue code and no procedure code, or with a code of another
 * list than HCPCS, bears on no answer and is left out of either.
 */
final class ClaimDraft {

  /** A claim of 999 lines, the most that a guide allows, with notes and documents holds half. */
  private static final int MOST_HELD = 8_000_000;

  /** What a segment takes beside its characters. */
  private static final int SEGMENT = 256;

  private static final String VOID = "8";
  private static final String PREDETERMINATION = "PB";

  private final ClaimGuide guide;
  private final X12Segment clm;
  private final MappedPayer payer;
  private final List<PayerDraft> otherPayers = new ArrayList<>(0);
  private final List<String> notes = new ArrayList<>(1);
  private final List<Remark> remarks = new ArrayList<>(0);
  private final Set<DocumentationItem> attachments = EnumSet.noneOf(DocumentationItem.class);
  private final List<X12Segment> statementDates = new ArrayList<>(1);
  private final List<LineDraft> lines = new ArrayList<>();
  private Optional<String> fault = Optional.empty();
  private Optional<String> doubt = Optional.empty();
  private List<Remark> payerRemarks = List.of();
  private int faultPosition;
  private int held;

  ClaimDraft(ClaimGuide guide, X12Segment clm, MappedPayer payer) {
    this.guide = guide;
    this.clm = clm;
    this.payer = payer;
    this.faultPosition = clm.position();
  }

  String id() {
    return clm.text(1);
  }

  int firstPosition() {
    return clm.position();
  }

  /** The segment at which {@link #claim()} failed. */
  int faultPosition() {
    return faultPosition;
  }

  /**
   * What bears on a line billed with 76496 and was not counted; complete once the claim is read.
   */
  List<Remark> remarks() {
    return remarks;
  }

  /** What has to be said of the loops of the subscriber and the payer. */
  void remarkPayer(List<Remark> ofPayer) {
    payerRemarks = ofPayer;
  }

  /** The loops do not tell who the payer is, for the reason given. */
  void doubtPayer(String reason) {
    doubt = doubt.or(() -> Optional.of(reason));
  }

  boolean hasLines() {
    return !lines.isEmpty();
  }

  /** What is to be known of how the payer was told, or empty. */
  String payerNotice() {
    return payer.notice();
  }

  /** The payers of the loops 2320, in claim order. */
  List<Payer> otherPayers(PayerMap payers) {
    return otherPayers.stream().map(other -> other.payer(payers).payer()).toList();
  }

  /** Whether CLM05 or a procedure is written with another separator than ISA16 declares. */
  boolean hasForeignSeparator() {
    return clm.hasForeignSeparator(5) || lines.stream().anyMatch(LineDraft::hasForeignSeparator);
  }

  void accept(X12Segment segment) {
    if (held > MOST_HELD) {
      return;
    }
    int length = segment.length();
    held += length == 0 ? 0 : SEGMENT + length;
    if (held > MOST_HELD) {
      fault(
          segment.position(),
          "the claim is longer than 8 MB, or than some thirty thousand segments");
      release();
      return;
    }
    if (segment.is("LX")) {
      lines.add(new LineDraft(guide, segment));
    } else if (lines.isEmpty()) {
      acceptHeader(segment);
    } else {
      acceptLine(lines.get(lines.size() - 1), segment);
    }
  }

  /** Forgets what a claim that is refused has collected, but for whether it has lines. */
  private void release() {
    otherPayers.clear();
    notes.clear();
    remarks.clear();
    statementDates.clear();
    lines.subList(Math.min(1, lines.size()), lines.size()).clear();
  }

  private void acceptHeader(X12Segment segment) {
    switch (segment.tag()) {
      case "NM1", "REF" -> {
        if (otherPayers.isEmpty()) {
          doubtPayerAfterClaim(segment);
        } else {
          otherPayers.get(otherPayers.size() - 1).accept(segment);
        }
      }
      case "SBR" -> {
        PayerDraft other = new PayerDraft();
        other.accept(segment);
        otherPayers.add(other);
      }
      // No guide has them after another payer (2320), and after a provider (2310), where some
      // senders put them, they can only be the claim's.
      case "NTE", "PWK" -> {
        if (otherPayers.isEmpty()) {
          acceptOfClaim(segment);
        } else {
          misplaced(segment, "SBR of another payer");
        }
      }
      case "DTP" -> {
        if (segment.element(1).equals("434")) {
          statementDates.add(segment);
        }
      }
      case "SV1", "SV2" -> fault(segment.position(), segment.tag() + " stands before the first LX");
      default -> Unread.OF_CLAIM.tell(segment, remarks);
    }
  }

  private void doubtPayerAfterClaim(X12Segment segment) {
    boolean ofPayer = PayerDraft.isNameOfPayer(segment);
    if (ofPayer || PayerDraft.isNameOfSubscriber(segment)) {
      doubtPayer(
          "NM1*"
              + (ofPayer ? "PR" : "IL")
              + " stands after CLM without SBR, so it cannot be told who the payer is");
    }
  }

  private void misplaced(X12Segment segment, String after) {
    remarks.add(LineDraft.misplaced(segment, after));
  }

  private void acceptOfClaim(X12Segment segment) {
    Unread.tellElements(segment, remarks);
    if (segment.is("PWK")) {
      attachments.addAll(AttachmentType.items(segment));
      AttachmentType.whyNot(segment)
          .ifPresent(reason -> remarks.add(new Remark(segment.position(), reason)));
    } else if (Note.describes(segment)) {
      notes.add(segment.text(2));
    } else {
      Note.whyNot(segment).ifPresent(reason -> remarks.add(new Remark(segment.position(), reason)));
    }
  }

  private void acceptLine(LineDraft line, X12Segment segment) {
    if (segment.is(guide.service()) && line.hasService()) {
      fault(segment.position(), "a second " + guide.service() + " under one LX");
    } else {
      line.accept(segment);
    }
  }

  /** The claim cannot be read; the first reason is told. */
  void fault(int position, String reason) {
    if (fault.isEmpty()) {
      fault = Optional.of(reason);
      faultPosition = position;
    }
  }

  Claim claim() throws UnreadableClaimException {
    if (fault.isPresent()) {
      throw new UnreadableClaimException(fault.get());
    }
    if (lines.isEmpty()) {
      throw new UnreadableClaimException("the claim has no service line (LX)");
    }
    boolean mayBill76496 = mayBill76496();
    if (mayBill76496 && doubt.isPresent()) {
      throw new UnreadableClaimException(doubt.get());
    }
    List<ServiceLine> serviceLines = serviceLines(mayBill76496);
    faultPosition = clm.position();
    if (mayBill76496) {
      remarkKind();
    } else {
      remarks.clear();
    }
    try {
      return claim(serviceLines, guide == ClaimGuide.INSTITUTIONAL ? typeOfBill() : "");
    } catch (IllegalArgumentException e) {
      if (mayBill76496) {
        throw new UnreadableClaimException(guide.inElements(e.getMessage(), false));
      }
      return withoutTypeOfBill(serviceLines);
    }
  }

  private boolean mayBill76496() {
    for (LineDraft line : lines) {
      if (!line.isNotBilledWith76496()) {
        return true;
      }
    }
    return false;
  }

  private Claim claim(List<ServiceLine> serviceLines, String typeOfBill) {
    return Claim.builder(guide.form(), payer.payer())
        .typeOfBill(typeOfBill)
        .note(String.join(" ", notes))
        .attachments(attachments)
        .lines(serviceLines)
        .build();
  }

  /** The type of bill bears on lines billed with 76496 alone. */
  private Claim withoutTypeOfBill(List<ServiceLine> serviceLines) throws UnreadableClaimException {
    try {
      return claim(serviceLines, "");
    } catch (IllegalArgumentException e) {
      throw new UnreadableClaimException(e.getMessage());
    }
  }

  private void remarkKind() {
    remarks.addAll(payerRemarks);
    Unread.tellElements(clm, remarks);
    List<String> parts = clm.composite(5);
    if (parts.size() > 2 && parts.get(2).strip().equals(VOID)) {
      remarks.add(
          new Remark(
              clm.position(),
              "CLM05-3 is 8: the claim voids an earlier one; it was answered as if it billed"));
    }
    if (clm.element(19).strip().equals(PREDETERMINATION)) {
      remarks.add(
          new Remark(
              clm.position(),
              "CLM19 is PB: not a claim for payment; it was answered as if it were"));
    }
  }

  private List<ServiceLine> serviceLines(boolean mayBill76496) throws UnreadableClaimException {
    String placeOfService = clm.composite(5).get(0);
    Optional<DatePeriod> day = dayOfStatement();
    List<ServiceLine> serviceLines = new ArrayList<>(lines.size());
    boolean qualifierIsMissing = false; // Who leaves it out does so on every line: it is said once.
    for (LineDraft line : lines) {
      if (line.statesNoProcedure()) {
        continue;
      }
      Optional<Remark> whyNoProcedure = line.whyNoProcedure();
      if (whyNoProcedure.isPresent()) {
        remarks.add(whyNoProcedure.get());
        continue;
      }
      faultPosition = line.position();
      try {
        ServiceLine serviceLine = line.serviceLine(placeOfService, day);
        serviceLines.add(serviceLine);
        if (!qualifierIsMissing) {
          line.qualifierIsMissing().ifPresent(remarks::add);
          qualifierIsMissing = line.qualifierIsMissing().isPresent();
        }
        // What is announced for another line says nothing of the one that is reviewed.
        if (serviceLine.billedWith76496()) {
          attachments.addAll(line.attachments());
          remarks.addAll(line.remarks());
        }
      } catch (UnreadableClaimException e) {
        if (mayBill76496) {
          throw e;
        }
      }
    }
    return serviceLines;
  }

  /** The facility code and the frequency, as 13 and 1. */
  private String typeOfBill() {
    List<String> parts = clm.composite(5);
    return parts.get(0).strip() + (parts.size() < 3 ? "" : parts.get(2).strip());
  }

  /** The day of the lines without a date, if the whole statement is about one day. */
  private Optional<DatePeriod> dayOfStatement() {
    if (guide != ClaimGuide.INSTITUTIONAL || statementDates.size() != 1) {
      return Optional.empty();
    }
    try {
      DatePeriod statement = DatePeriod.of(statementDates.get(0));
      return statement.isOneDay() ? Optional.of(statement) : Optional.empty();
    } catch (UnreadableClaimException e) {
      // A line that needs it says what it misses.
      return Optional.empty();
    }
  }
}
