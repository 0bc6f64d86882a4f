package io.github.cpt76496.examples.scrubber.input.x12;

import io.github.cpt76496.examples.scrubber.input.ClaimReader;
import io.github.cpt76496.examples.scrubber.input.ClaimSink;
import io.github.cpt76496.examples.scrubber.input.PayerMap;
import io.github.cpt76496.examples.scrubber.input.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads the claims of X12 interchanges: any number of interchanges, groups and transactions. Only
 * professional claims are read; every other transaction is named and passed over.
 */
public final class X12ClaimReader implements ClaimReader {

  private final PayerMap payers;
  private int interchange;
  private int transaction;
  private String groupVersion = "";
  private Optional<ProfessionalTransaction> open = Optional.empty();
  private int transactionsOfInterchange;

  public X12ClaimReader(PayerMap payers) {
    this.payers = payers;
  }

  @Override
  public void read(InputStream in, ClaimSink sink) throws IOException {
    try (X12Segments segments = new X12Segments(in)) {
      try {
        Optional<X12Segment> segment = segments.next();
        while (segment.isPresent()) {
          accept(segment.get(), sink);
          segment = segments.next();
        }
      } catch (UnreadableFileException e) {
        open.ifPresent(cut -> cut.breakOff("the file cannot be read to the end of this claim"));
        sink.problem(
            Problem.at(
                segments.position() == 0 ? "" : place() + "segment " + segments.position(),
                e.getMessage() + "; the rest of the file was not read"));
      }
    }
  }

  private void accept(X12Segment segment, ClaimSink sink) {
    switch (segment.tag()) {
      case "ISA" -> {
        interchange++;
        transactionsOfInterchange = 0;
        groupVersion = "";
      }
      case "GS" -> groupVersion = segment.element(8);
      case "ST" -> begin(segment, sink);
      case "SE" -> {
        open.ifPresent(ProfessionalTransaction::end);
        open = Optional.empty();
      }
      case "GE" -> breakOffUnended();
      case "IEA" -> {
        breakOffUnended();
        if (transactionsOfInterchange == 0) {
          sink.problem(
              Problem.at("interchange " + interchange, "holds no transaction, so no claim"));
        }
      }
      default -> open.ifPresent(transaction -> transaction.accept(segment));
    }
  }

  private void begin(X12Segment st, ClaimSink sink) {
    breakOffUnended();
    transaction++;
    transactionsOfInterchange++;
    TransactionKind kind =
        TransactionKind.of(st.element(1), st.element(3).isEmpty() ? groupVersion : st.element(3));
    String place = placeOfTransaction();
    if (kind.isRead()) {
      open = Optional.of(new ProfessionalTransaction(place, sink, payers));
    } else {
      sink.problem(Problem.at(place, kind.whyNotRead()));
    }
  }

  private void breakOffUnended() {
    open.ifPresent(cut -> cut.breakOff("the transaction ends without SE, so the claim may be cut"));
    open = Optional.empty();
  }

  private String place() {
    return transaction == 0 ? "" : placeOfTransaction() + ", ";
  }

  /** Transactions are counted through the file; the interchange is named from the second on. */
  private String placeOfTransaction() {
    String place = "transaction " + transaction;
    return interchange > 1 ? "interchange " + interchange + ", " + place : place;
  }
}
