package io.github.cpt76496.examples.scrubber.input.csv;

import io.github.cpt76496.examples.scrubber.input.ClaimReader;
import io.github.cpt76496.examples.scrubber.input.ClaimSink;
import io.github.cpt76496.examples.scrubber.input.PayerMap;
import io.github.cpt76496.examples.scrubber.input.Problem;
import io.github.cpt76496.examples.scrubber.input.UnreadableClaimException;
import io.github.cpt76496.examples.scrubber.input.csv.CsvLines.Line;
import io.github.cpt76496.examples.scrubber.input.csv.CsvRows.Row;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads claims from CSV with a header, one row a service line; the cells are separated by comma,
 * semicolon or tab. Rows of one claim stand together; a row without {@code claimId} is a claim of
 * its own.
 */
public final class CsvClaimReader implements ClaimReader {

  private static final int LONGEST_ID = 100;

  /** So many ids are remembered, to tell whether the rows of a claim stand together. */
  private static final int MOST_IDS = 200_000;

  private final PayerMap payers;
  private final Set<String> ids = new HashSet<>();
  private Optional<CsvClaim> claim = Optional.empty();

  /** A broken row that bears no claim id and may belong to the claim after it. */
  private Optional<String> strayRow = Optional.empty();

  public CsvClaimReader() {
    this(PayerMap.packaged());
  }

  /**
   * @param payers tells who the payer is where its family is not stated
   */
  public CsvClaimReader(PayerMap payers) {
    this.payers = payers;
  }

  /** Whether a file whose first line this is holds claim lines as this class reads them. */
  public static boolean isHeader(String firstLine) {
    return CsvHeader.isHeader(firstLine);
  }

  @Override
  public void read(InputStream in, ClaimSink sink) throws IOException {
    CsvLines lines = new CsvLines(in);
    CsvHeader header;
    try {
      header = CsvHeader.of(lines.next().map(Line::text).orElse(""));
    } catch (UnreadableClaimException e) {
      sink.problem(Problem.at("row 1", e.getMessage()));
      return;
    }
    CsvRows rows = new CsvRows(lines, header.delimiter());
    boolean any = false;
    for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
      any = true;
      accept(row.get(), header, sink);
    }
    finish(sink);
    if (!any) {
      sink.problem(Problem.of("holds no claim"));
    }
  }

  private void accept(Row row, CsvHeader header, ClaimSink sink) {
    String broken = broken(row, header);
    CsvCells cells = new CsvCells(header.columns(), row.cells());
    String id = cells.text(Column.CLAIM_ID);
    if (!broken.isEmpty() && id.isEmpty()) {
      reportStray(row, broken, header, sink);
      return;
    }
    if (claim.isEmpty() || id.isEmpty() || !claim.get().id().equals(id)) {
      finish(sink);
      begin(id, row.number());
    }
    // A stray row between two rows of one claim belongs to that claim, if to any.
    strayRow = Optional.empty();
    if (broken.isEmpty()) {
      claim.get().accept(row.number(), cells);
    } else {
      claim.get().fault(row.number(), broken);
    }
  }

  private static String broken(Row row, CsvHeader header) {
    if (!row.broken().isEmpty()) {
      return row.broken();
    }
    int expected = header.columns().size();
    return row.cells().size() == expected
        ? ""
        : "has " + row.cells().size() + " cells, and the header has " + expected;
  }

  /** A claim that lacks a line could be answered wrongly, so neither neighbour is answered. */
  private void reportStray(Row row, String broken, CsvHeader header, ClaimSink sink) {
    sink.problem(Problem.at("row " + row.number(), broken));
    if (!header.columns().contains(Column.CLAIM_ID)) {
      return;
    }
    String reason = "row " + row.number() + " could not be read and may belong to this claim";
    claim.filter(c -> !c.id().isEmpty()).ifPresent(c -> c.fault(row.number(), reason));
    strayRow = Optional.of(reason);
  }

  private void begin(String id, int row) {
    CsvClaim begun = new CsvClaim(id, row, payers);
    claim = Optional.of(begun);
    if (id.isEmpty()) {
      return;
    }
    strayRow.ifPresent(reason -> begun.fault(row, reason));
    if (id.length() > LONGEST_ID) {
      begun.fault(row, Column.CLAIM_ID.title() + ": longer than " + LONGEST_ID + " characters");
    } else if (ids.contains(id)) {
      begun.fault(
          row,
          Column.CLAIM_ID.title()
              + ": came before; the rows of a claim must stand together, and the rows before were"
              + " taken for the whole claim");
    } else if (ids.size() < MOST_IDS) {
      ids.add(id);
    }
  }

  private void finish(ClaimSink sink) {
    claim.ifPresent(done -> finish(done, sink));
    claim = Optional.empty();
  }

  private static void finish(CsvClaim done, ClaimSink sink) {
    try {
      sink.claim(done.claim());
    } catch (UnreadableClaimException e) {
      String id = done.id().length() > LONGEST_ID ? "" : done.id();
      sink.problem(new Problem(id, done.place(), e.getMessage()));
    }
  }
}
