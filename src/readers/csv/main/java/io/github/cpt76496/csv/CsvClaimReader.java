package io.github.cpt76496.csv;

import io.github.cpt76496.claims.ClaimReader;
import io.github.cpt76496.claims.ClaimSink;
import io.github.cpt76496.claims.PayerMap;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads claims from CSV in UTF-8 with a header, one row a service line; the cells are separated by
 * comma, semicolon, tab or vertical bar, which a line {@code sep=;} before the header may tell. The
 * columns are the names of the JSON form, flat, and those of public layouts; others are named in a
 * notice. Rows of one claim may be up to 50,000 rows apart; a row without {@code claimId} is a
 * claim of its own.
 *
 * <p>Immutable; several threads may read at once, each its own file.
 */
public final class CsvClaimReader implements ClaimReader {

  private final PayerMap payers;
  private final boolean onlyWith76496;

  /** A reader that knows the payers that the library knows. */
  public CsvClaimReader() {
    this(PayerMap.packaged());
  }

  /**
   * A reader that knows the given payers.
   *
   * @param payers finds the payer where its family is not stated
   */
  public CsvClaimReader(PayerMap payers) {
    this(payers, false);
  }

  private CsvClaimReader(PayerMap payers, boolean onlyWith76496) {
    this.payers = payers;
    this.onlyWith76496 = onlyWith76496;
  }

  /**
   * A reader that does not read claims in whose rows the digits 76496 do not occur: the sink is
   * told how many there were ({@link ClaimSink#passedOver}).
   *
   * <p>Only claims of whole rows, each of which names a procedure, are passed over; where the
   * digits stand apart, or a character is none of ASCII, the claim is read. Of the claims that are
   * passed over nothing else is looked at: not their dates, units and numbers of lines, and not
   * whether their rows agree.
   */
  public CsvClaimReader onlyWith76496() {
    return new CsvClaimReader(payers, true);
  }

  /**
   * Whether this is the first line of a file that this class can read, or may be one because the
   * line is {@code sep=;}.
   */
  public static boolean isHeader(String firstLine) {
    return CsvHeader.isHeader(firstLine);
  }

  @Override
  public void read(InputStream in, ClaimSink sink) throws IOException {
    new CsvClaims(payers, sink, onlyWith76496).read(in);
  }
}
