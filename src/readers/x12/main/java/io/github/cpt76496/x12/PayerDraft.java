package io.github.cpt76496.x12;

import io.github.cpt76496.Payer;
import io.github.cpt76496.claims.MappedPayer;
import io.github.cpt76496.claims.PayerMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A payer (SBR with loop 2010BB, or 2320 with 2330B) while its segments arrive. */
final class PayerDraft {

  private static final String PAYER = "PR";
  private static final String SUBSCRIBER = "IL";

  /** No loop may have as many; what is collected must not grow with the input. */
  private static final int MOST_IDS = 100;

  private static final int MOST_REMARKS = 10;

  private final List<String> ids = new ArrayList<>(1);
  private String payerId = "";
  private final List<Remark> remarks = new ArrayList<>(0);
  private String name = "";
  private String filingIndicator = "";
  private boolean inPayerLoop;
  private boolean named;
  private boolean filed;
  private Optional<String> doubt = Optional.empty();

  /** Why it cannot be told who the payer is; nothing where it can. */
  Optional<String> doubt() {
    return doubt;
  }

  /** What stands in the loops and was not read. */
  List<Remark> remarks() {
    return remarks;
  }

  void accept(X12Segment segment) {
    switch (segment.tag()) {
      case "SBR" -> acceptSubscriber(segment);
      case "NM1" -> acceptName(segment);
      case "REF" -> acceptReference(segment);
      default -> {}
    }
  }

  private void acceptSubscriber(X12Segment sbr) {
    String stated = sbr.element(9).strip();
    if (filed && !stated.equals(filingIndicator)) {
      doubt("two subscribers (SBR) stand in one loop before the claim");
    }
    remark(sbr);
    filed = true;
    filingIndicator = stated;
  }

  private void remark(X12Segment segment) {
    if (remarks.size() < MOST_REMARKS) {
      Unread.tellElements(segment, remarks);
    }
  }

  private void doubt(String fact) {
    doubt = doubt.or(() -> Optional.of(fact + ", so it cannot be told who the payer is"));
  }

  static boolean isNameOfSubscriber(X12Segment segment) {
    return segment.is("NM1") && segment.element(1).equals(SUBSCRIBER);
  }

  static boolean isNameOfPayer(X12Segment segment) {
    return segment.is("NM1") && segment.element(1).equals(PAYER);
  }

  private void acceptName(X12Segment nm1) {
    inPayerLoop = isNameOfPayer(nm1);
    if (inPayerLoop) {
      String stated = nm1.text(3);
      if (named && !(stated.equals(name) && ids.contains(nm1.element(9)))) {
        doubt("two payers (NM1*PR) stand in one loop before the claim");
      }
      remark(nm1);
      named = true;
      payerId = nm1.element(8).equals("PI") ? nm1.element(9) : "";
      name = stated;
      switch (nm1.element(8)) {
        // Payer identification, and the national plan identifier.
        case "PI", "XV" -> addId(nm1.element(9));
        default -> {}
      }
    }
  }

  private void acceptReference(X12Segment ref) {
    if (inPayerLoop) {
      remark(ref);
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

  /** Unknown where it is in doubt, or where more identifiers stand than were looked at. */
  MappedPayer payer(PayerMap payers) {
    return doubt.isPresent() || ids.size() > MOST_IDS
        ? MappedPayer.of(Payer.UNKNOWN)
        : payers.payer(payerId, ids, name, filingIndicator);
  }
}
