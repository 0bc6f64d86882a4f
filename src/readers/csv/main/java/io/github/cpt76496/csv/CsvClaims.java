package io.github.cpt76496.csv;

import io.github.cpt76496.claims.ClaimSink;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.csv.CsvLines.Line;
import io.github.cpt76496.csv.CsvRows.Row;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** The claims of one file of CSV. One instance reads one file. */
final class CsvClaims {

  private static final int LONGEST_ID = 100;

  /** So many claims that are passed over are told at once. */
  private static final int MOST_COUNTED = 1_000;

  /** So many ids of answered claims are remembered, to tell whether more rows of one come. */
  private static final int MOST_IDS = 200_000;

  /** So far the rows of a claim may stand apart, and so much of a file is held for that. */
  private static final int MOST_ROWS_HELD = 50_000;

  private static final long MOST_CHARACTERS_HELD = 16_000_000;

  private final PayerMap payers;
  private final ClaimSink sink;
  private final boolean onlyWith76496;
  private int passedOver;
  private final Set<String> answered = new HashSet<>();
  private final Queue<CsvClaim> held = new ArrayDeque<>();
  private final Map<String, CsvClaim> byId = new HashMap<>();
  private int heldRows;
  private long heldCharacters;
  private Optional<CsvClaim> last = Optional.empty();

  /** A broken row that bears no claim id and may belong to the claim after it. */
  private Optional<String> strayRow = Optional.empty();

  /**
   * @param onlyWith76496 whether claims that do not hold the code are passed over
   */
  CsvClaims(PayerMap payers, ClaimSink sink, boolean onlyWith76496) {
    this.payers = payers;
    this.sink = sink;
    this.onlyWith76496 = onlyWith76496;
  }

  /** Passes on every claim as soon as no row of it is waited for. */
  void read(InputStream in) throws IOException {
    CsvLines lines = new CsvLines(in);
    CsvHeader header;
    try {
      header = header(lines);
    } catch (UnreadableClaimException e) {
      sink.problem(Problem.at("row 1", e.getMessage()));
      return;
    }
    header.notice().ifPresent(notice -> sink.notice(Problem.at("row 1", notice)));
    CsvRows rows = new CsvRows(lines, header.delimiter());
    try {
      if (!acceptAll(rows, header)) {
        sink.problem(Problem.of("holds no claim"));
      }
    } finally {
      tellPassedOver(); // Also where the file itself fails.
    }
  }

  /** Says whether there was a row. */
  private boolean acceptAll(CsvRows rows, CsvHeader header) throws IOException {
    boolean any = false;
    for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
      any = true;
      accept(row.get(), header);
    }
    last = Optional.empty();
    while (!held.isEmpty()) {
      finishOldest();
    }
    return any;
  }

  /** A line that tells the separator is no row: a spreadsheet does not count it either. */
  private static CsvHeader header(CsvLines lines) throws IOException, UnreadableClaimException {
    String first = lines.next().map(Line::text).orElse("");
    return CsvHeader.tellsSeparator(first)
        ? CsvHeader.of(first, lines.next().map(Line::text).orElse(""))
        : CsvHeader.of(first);
  }

  private void accept(Row row, CsvHeader header) {
    String broken = broken(row, header);
    String id = header.text(Column.CLAIM_ID, row);
    if (!broken.isEmpty() && id.isEmpty()) {
      reportStray(row, broken, header);
      return;
    }
    CsvClaim claim = claimOf(id, row.number(), header);
    // A stray row between two rows of one claim belongs to that claim, if to any.
    strayRow = Optional.empty();
    claim.count(row);
    if (broken.isEmpty()) {
      claim.add(row);
    } else {
      claim.fault(row.number(), broken);
    }
    heldRows++;
    heldCharacters += row.text().length();
    // Without the column no row waits for another.
    while (!header.has(Column.CLAIM_ID) && !held.isEmpty()) {
      finishOldest();
    }
    while ((heldRows > MOST_ROWS_HELD || heldCharacters > MOST_CHARACTERS_HELD)
        && held.size() > 1) {
      finishOldest();
    }
  }

  private static String broken(Row row, CsvHeader header) {
    if (!row.broken().isEmpty()) {
      return row.broken();
    }
    int expected = header.columns().size();
    int size = row.size();
    return size == expected ? "" : "has " + size + " cells, and the header has " + expected;
  }

  /** A claim that lacks a line could be answered wrongly, so neither neighbor is answered. */
  private void reportStray(Row row, String broken, CsvHeader header) {
    sink.problem(Problem.at("row " + row.number(), broken));
    if (!header.has(Column.CLAIM_ID)) {
      return;
    }
    String reason = "row " + row.number() + " could not be read and may belong to this claim";
    last.filter(c -> !c.id().isEmpty()).ifPresent(c -> c.fault(row.number(), reason));
    strayRow = Optional.of(reason);
  }

  /** The claim of a row: one that is held, wherever its rows stand, or a new one. */
  private CsvClaim claimOf(String id, int row, CsvHeader header) {
    CsvClaim known = id.isEmpty() ? null : byId.get(id);
    if (known == null) {
      CsvClaim begun = begin(id, row, header);
      last = Optional.of(begun);
      return begun;
    }
    if (last.isEmpty() || last.get() != known) {
      known.goOnAt(row);
      strayRow.ifPresent(reason -> known.fault(row, reason));
    }
    last = Optional.of(known);
    return known;
  }

  private CsvClaim begin(String id, int row, CsvHeader header) {
    CsvClaim begun = new CsvClaim(id, row, payers, header);
    held.add(begun);
    if (id.isEmpty()) {
      return begun;
    }
    byId.put(id, begun);
    strayRow.ifPresent(reason -> begun.fault(row, reason));
    if (id.length() > LONGEST_ID) {
      begun.fault(row, Column.CLAIM_ID.title() + ": longer than " + LONGEST_ID + " characters");
    } else if (answered.contains(id)) {
      begun.fault(
          row,
          Column.CLAIM_ID.title()
              + ": came before, further than the reader looks back, and the rows before were"
              + " taken for the whole claim; sort the file by claimId");
    }
    return begun;
  }

  private void finishOldest() {
    if (held.size() > 1 && last.filter(current -> current == held.peek()).isPresent()) {
      // Its rows may go on.
      held.add(held.remove());
    }
    CsvClaim oldest = held.remove();
    heldRows -= oldest.rows();
    heldCharacters -= oldest.length();
    byId.remove(oldest.id());
    if (answered.size() < MOST_IDS && !oldest.id().isEmpty()) {
      answered.add(oldest.id());
    }
    finish(oldest);
  }

  private void finish(CsvClaim done) {
    if (onlyWith76496 && done.isOther()) {
      passedOver++;
      if (passedOver == MOST_COUNTED) {
        tellPassedOver();
      }
    } else {
      sink.later(later -> pass(done, later), 1);
    }
  }

  private void tellPassedOver() {
    if (passedOver > 0) {
      sink.passedOver(passedOver);
      passedOver = 0;
    }
  }

  private static void pass(CsvClaim done, ClaimSink sink) {
    try {
      sink.claim(done.claim());
    } catch (UnreadableClaimException e) {
      String id = done.id().length() > LONGEST_ID ? "" : done.id();
      sink.problem(new Problem(id, done.place(), e.getMessage()));
    }
  }
}
