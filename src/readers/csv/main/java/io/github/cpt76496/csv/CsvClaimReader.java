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
 * notice. Rows of one claim may stand apart, up to 50,000 rows; a row without {@code claimId} is a
 * claim of its own.
 *
 * <p>Immutable; several threads may read at once, each its own file.
 */
public final class CsvClaimReader implements ClaimReader {

  private final PayerMap payers;

  /** A reader that knows the payers that the library knows. */
  public CsvClaimReader() {
    this(PayerMap.packaged());
  }

  /**
   * A reader that knows the given payers.
   *
   * @param payers tells who the payer is where its family is not stated
   */
  public CsvClaimReader(PayerMap payers) {
    this.payers = payers;
  }

  /**
   * Whether a file whose first line this is holds claim lines as this class reads them, or may hold
   * them because the line is {@code sep=;}.
   */
  public static boolean isHeader(String firstLine) {
    return CsvHeader.isHeader(firstLine);
  }

  @Override
  public void read(InputStream in, ClaimSink sink) throws IOException {
    new CsvClaims(payers, sink).read(in);
  }
}
