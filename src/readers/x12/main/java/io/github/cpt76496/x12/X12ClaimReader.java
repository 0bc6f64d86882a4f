package io.github.cpt76496.x12;

import io.github.cpt76496.claims.ClaimReader;
import io.github.cpt76496.claims.ClaimSink;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Reads the claims of X12 interchanges: any number of interchanges, groups and transactions. Only
 * professional and institutional claims are read; every other transaction is named and passed over.
 *
 * <p>Immutable; several threads may read at once, each its own file.
 */
public final class X12ClaimReader implements ClaimReader {

  private final PayerMap payers;
  private final boolean onlyWith76496;

  /** A reader that knows the payers that the library knows. */
  public X12ClaimReader() {
    this(PayerMap.packaged());
  }

  /**
   * A reader that knows the given payers.
   *
   * @param payers tells who the payer is, by NM109, NM103 and SBR09
   */
  public X12ClaimReader(PayerMap payers) {
    this(payers, false);
  }

  private X12ClaimReader(PayerMap payers, boolean onlyWith76496) {
    this.payers = payers;
    this.onlyWith76496 = onlyWith76496;
  }

  /**
   * A reader that does not read sound claims in which the digits 76496 do not occur: the sink is
   * told how many there were ({@link ClaimSink#passedOver}). A file with few lines of the code
   * takes a fraction of the time.
   *
   * <p>A claim with a malformed segment, or whose lines do not have one service (SV1, SV2) each, is
   * read in any case and named if it cannot be read. Of the claims that are passed over, nothing
   * else is looked at: not their dates, units or numbers of lines, and not whether their
   * subscriber's loops tell who the payer is.
   */
  public X12ClaimReader onlyWith76496() {
    return new X12ClaimReader(payers, true);
  }

  @Override
  public void read(InputStream in, ClaimSink sink) throws IOException {
    new X12Segments(in, onlyWith76496).passTo(new Envelopes(payers, sink));
  }

  /** Where in the envelopes of one file the reader stands. */
  private static final class Envelopes implements SegmentHandler {
    private final PayerMap payers;
    private final ClaimSink sink;
    private int interchange;
    private int transaction;
    private int transactionsOfInterchange;
    private String groupVersion = "";
    private Optional<ClaimTransaction> open = Optional.empty();
    private boolean inTransaction;
    private boolean strayNamed;
    private boolean malformedNamed;

    Envelopes(PayerMap payers, ClaimSink sink) {
      this.payers = payers;
      this.sink = sink;
    }

    @Override
    public void segment(X12Segment segment) {
      switch (segment.tag()) {
        case "ISA" -> beginInterchange();
        case "GS" -> groupVersion = segment.element(8);
        case "ST" -> begin(segment);
        case "SE" -> {
          open.ifPresent(ClaimTransaction::end);
          leaveTransaction();
        }
        case "TA1" -> {}
        case "GE" -> breakOffUnended();
        case "IEA" -> {
          breakOffUnended();
          if (transactionsOfInterchange == 0) {
            sink.problem(
                Problem.at("interchange " + interchange, "holds no transaction, so no claim"));
          }
        }
        default -> acceptDetail(segment);
      }
    }

    @Override
    public boolean takesClaims() {
      return open.isPresent();
    }

    @Override
    public void claims(List<FramedClaim> claims, String header) {
      ClaimTransaction transaction = open.orElseThrow();
      transaction.noteClaims();
      sink.later(transaction.batch(claims, header)::passTo, claims.size());
    }

    @Override
    public void passedOver(int claims) {
      open.orElseThrow().noteClaims();
      sink.passedOver(claims);
    }

    @Override
    public void endOfClaim() {
      open.ifPresent(ClaimTransaction::finishClaim);
    }

    private void acceptDetail(X12Segment segment) {
      if (open.isPresent()) {
        open.get().accept(segment);
      } else if (!inTransaction && !strayNamed) {
        strayNamed = true;
        sink.problem(
            Problem.at(
                place(segment.position()),
                "the segment stands outside of every transaction: its ST is missing"));
      }
    }

    private void leaveTransaction() {
      open = Optional.empty();
      inTransaction = false;
      strayNamed = false;
      malformedNamed = false;
    }

    private void beginInterchange() {
      interchange++;
      transactionsOfInterchange = 0;
      groupVersion = "";
      leaveTransaction();
    }

    private void begin(X12Segment st) {
      breakOffUnended();
      transaction++;
      transactionsOfInterchange++;
      inTransaction = true;
      TransactionKind kind =
          TransactionKind.of(st.element(1), st.element(3).isEmpty() ? groupVersion : st.element(3));
      String place = placeOfTransaction();
      open = kind.guide().map(guide -> new ClaimTransaction(guide, place, payers, sink));
      if (open.isEmpty()) {
        sink.problem(Problem.at(place, kind.whyNotRead()));
      }
    }

    private void breakOffUnended() {
      open.ifPresent(
          cut -> cut.breakOff("the transaction ends without SE, so claim data may be missing"));
      leaveTransaction();
    }

    /** In what is not read anyway the first one stands for all. */
    @Override
    public void malformed(int position, Malformation why) {
      if (open.isPresent()) {
        open.get().malformed(position, why);
      } else if (!malformedNamed) {
        malformedNamed = true;
        sink.problem(Problem.at(place(position), "the segment " + why.reason()));
      }
    }

    @Override
    public void cut(int position, boolean endOfFile) {
      String what = endOfFile ? "the file" : "the interchange";
      open.filter(ClaimTransaction::isInClaim)
          .ifPresent(cut -> cut.breakOff(what + " ends before the claim does"));
      leaveTransaction();
      sink.problem(
          Problem.at(
              place(position),
              what + " ends here, before its " + (endOfFile ? "interchange does" : "IEA")));
    }

    @Override
    public void passedOver(int position, boolean isa, boolean wrapped, boolean endOfFile) {
      String what =
          isa
              ? wrapped
                  ? "the ISA segment has a line break in it, as in a file that was wrapped at 80"
                      + " columns, so the delimiters cannot be told; take the line breaks out"
                  : "the ISA segment is not 106 characters long with its elements in their fixed"
                      + " places, so the delimiters cannot be told"
              : "what stands outside of the interchanges is not X12";
      String rest =
          endOfFile
              ? "; the rest of the file was not read"
              : "; it was passed over up to the next interchange";
      String place = position == 0 ? "" : "after segment " + position;
      if (isa) {
        interchange++;
        place = "interchange " + interchange;
      }
      sink.problem(Problem.at(place, what + rest));
    }

    private String place(int position) {
      return (transactionsOfInterchange == 0 ? "interchange " + interchange : placeOfTransaction())
          + ", segment "
          + position;
    }

    /** Transactions are counted through the file; the interchange is named from the second on. */
    private String placeOfTransaction() {
      String place = "transaction " + transaction;
      return interchange > 1 ? "interchange " + interchange + ", " + place : place;
    }
  }
}
