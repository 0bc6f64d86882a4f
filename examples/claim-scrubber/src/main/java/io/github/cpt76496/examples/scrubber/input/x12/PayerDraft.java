package io.github.cpt76496.examples.scrubber.input.x12;

import io.github.cpt76496.Payer;
import io.github.cpt76496.examples.scrubber.input.MappedPayer;
import io.github.cpt76496.examples.scrubber.input.PayerMap;
import java.util.ArrayList;
import java.util.List;

/** A payer (SBR with loop 2010BB, or 2320 with 2330B) while its segments arrive. */
final class PayerDraft {

  private static final String PAYER = "PR";

  /** No loop may have as many; what is collected must not grow with the input. */
  private static final int MOST_IDS = 100;

  private final List<String> ids = new ArrayList<>(1);
  private String payerId = "";
  private String name = "";
  private String filingIndicator = "";
  private boolean inPayerLoop;

  void accept(X12Segment segment) {
    switch (segment.tag()) {
      case "SBR" -> filingIndicator = segment.element(9).strip();
      case "NM1" -> acceptName(segment);
      case "REF" -> acceptReference(segment);
      default -> {}
    }
  }

  static boolean isNameOfPayer(X12Segment segment) {
    return segment.is("NM1") && segment.element(1).equals(PAYER);
  }

  private void acceptName(X12Segment nm1) {
    inPayerLoop = isNameOfPayer(nm1);
    if (inPayerLoop) {
      name = nm1.text(3);
      payerId = nm1.element(8).equals("PI") ? nm1.element(9) : "";
      switch (nm1.element(8)) {
        // Payer identification, and the national plan identifier.
        case "PI", "XV" -> addId(nm1.element(9));
        default -> {}
      }
    }
  }

  private void acceptReference(X12Segment ref) {
    if (inPayerLoop) {
      switch (ref.element(1)) {
        // Payer identification, claim office, NAIC code and employer's number of the payer.
        case "2U", "FY", "NF", "EI" -> addId(ref.element(2));
        default -> {}
      }
    }
  }

  private void addId(String id) {
    if (ids.size() <= MOST_IDS) {
      ids.add(id);
    }
  }

  /** Unknown where more identifiers stand than were looked at. */
  MappedPayer payer(PayerMap payers) {
    return ids.size() > MOST_IDS
        ? MappedPayer.of(Payer.UNKNOWN)
        : payers.payer(payerId, ids, name, filingIndicator);
  }
}
