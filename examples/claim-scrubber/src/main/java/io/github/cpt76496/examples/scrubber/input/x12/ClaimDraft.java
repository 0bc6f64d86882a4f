package io.github.cpt76496.examples.scrubber.input.x12;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.examples.scrubber.input.UnreadableClaimException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A claim of an 837 professional transaction (loop 2300) while its segments arrive. */
final class ClaimDraft {

  private final X12Segment clm;
  private final Payer payer;
  private final List<String> notes = new ArrayList<>();
  private final Set<DocumentationItem> attachments = EnumSet.noneOf(DocumentationItem.class);
  private final List<LineDraft> lines = new ArrayList<>();
  private boolean inClaimLoop = true;
  private Optional<String> fault = Optional.empty();
  private int faultPosition;

  ClaimDraft(X12Segment clm, Payer payer) {
    this.clm = clm;
    this.payer = payer;
    this.faultPosition = clm.position();
  }

  String id() {
    return clm.element(1).strip();
  }

  int firstPosition() {
    return clm.position();
  }

  /** The segment at which {@link #claim()} failed. */
  int faultPosition() {
    return faultPosition;
  }

  /** Whether CLM05 or an SV101 is written with another separator than ISA16 declares. */
  boolean hasForeignSeparator() {
    return clm.hasForeignSeparator(5) || lines.stream().anyMatch(LineDraft::hasForeignSeparator);
  }

  void accept(X12Segment segment) {
    if (segment.is("LX")) {
      lines.add(new LineDraft(segment, clm.composite(5).get(0)));
    } else if (lines.isEmpty()) {
      acceptHeader(segment);
    } else {
      acceptLine(lines.get(lines.size() - 1), segment);
    }
  }

  private void acceptHeader(X12Segment segment) {
    switch (segment.tag()) {
      // Providers (2310) and other payers (2320) end the part that speaks of the claim itself.
      case "NM1", "SBR" -> inClaimLoop = false;
      case "NTE" -> {
        if (inClaimLoop) {
          notes.add(segment.text(2));
        }
      }
      case "PWK" -> {
        if (inClaimLoop) {
          attach(segment);
        }
      }
      case "SV1" -> fault(segment, "SV1 stands before the first LX");
      default -> {}
    }
  }

  private void acceptLine(LineDraft line, X12Segment segment) {
    if (segment.is("SV1") && line.hasService()) {
      fault(segment, "a second SV1 under one LX");
    } else {
      line.accept(segment);
    }
  }

  private void attach(X12Segment pwk) {
    attachments.addAll(AttachmentType.items(pwk));
  }

  private void fault(X12Segment segment, String reason) {
    if (fault.isEmpty()) {
      fault = Optional.of(reason);
      faultPosition = segment.position();
    }
  }

  Claim claim() throws UnreadableClaimException {
    if (fault.isPresent()) {
      throw new UnreadableClaimException(fault.get());
    }
    List<ServiceLine> serviceLines = new ArrayList<>(lines.size());
    for (LineDraft line : lines) {
      faultPosition = line.position();
      ServiceLine serviceLine = line.serviceLine();
      serviceLines.add(serviceLine);
      // What is announced for another line says nothing of the one that is reviewed.
      if (serviceLine.isBilledWith76496()) {
        attachments.addAll(line.attachments());
      }
    }
    faultPosition = clm.position();
    if (serviceLines.isEmpty()) {
      throw new UnreadableClaimException("the claim has no service line (LX)");
    }
    try {
      return Claim.builder(Form.PROFESSIONAL, payer)
          .note(String.join(" ", notes))
          .attachments(attachments)
          .lines(serviceLines)
          .build();
    } catch (IllegalArgumentException e) {
      throw new UnreadableClaimException(e.getMessage());
    }
  }
}
