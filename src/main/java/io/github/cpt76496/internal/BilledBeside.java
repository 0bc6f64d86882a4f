package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.page.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the claim bills on the date of a line with 76496: of several codes the one that decides,
 * whatever the order of the lines.
 *
 * @param procedure a code of which it is known where its imaging is coded
 * @param ended a code that was no longer valid
 * @param columnTwo a code in column 2 of an NCCI pair with 76496
 */
record BilledBeside(Optional<Code> procedure, Optional<Code> ended, Optional<Code> columnTwo) {

  /** A code on the claim and date of the line, with the row that says something of it. */
  record Code(String code, CodeRow row) {}

  /** Shared by the lines of every claim on whose codes no table has a row. */
  static final BilledBeside NOTHING =
      new BilledBeside(Optional.empty(), Optional.empty(), Optional.empty());

  /** By what a row says of imaging, then the best evidence, then the lowest code. */
  private static final Comparator<Code> MOST_TELLING =
      Comparator.comparing((Code c) -> c.row().imaging())
          .thenComparing(c -> c.row().citation().grade())
          .thenComparing(Code::code);

  /**
   * Where a modifier for a distinct service is on the line, a pair that it may part says least: it
   * undoes nothing that another code of the date says.
   */
  private static final Comparator<Code> MOST_TELLING_IF_DISTINCT =
      Comparator.comparing(BilledBeside::mayBeParted).thenComparing(MOST_TELLING);

  /** A code whose successors are known before one that has none. */
  private static final Comparator<Code> REPLACED_FIRST =
      Comparator.comparing((Code c) -> c.row().procedureCodes().isEmpty())
          .thenComparing(MOST_TELLING);

  /** The lines on whose codes some table has a row; for most claims there are none. */
  static List<ServiceLine> linesWithKnownCodes(Claim claim, ReferenceTables tables) {
    List<ServiceLine> known = List.of();
    for (ServiceLine line : claim.lines()) {
      if (tables.know(CodeRow.sortKey(line.procedureCode()))) {
        if (known.isEmpty()) {
          known = new ArrayList<>(4);
        }
        known.add(line);
      }
    }
    return known;
  }

  /**
   * What decides for a line; lines that look at the claim alike share it.
   *
   * @param known the lines with known codes
   * @param earlier the lines with 76496 before this one
   */
  static BilledBeside of(
      List<ServiceLine> known,
      ServiceLine line,
      List<DerivedFacts> earlier,
      ReferenceTables tables) {
    if (known.isEmpty()) {
      return NOTHING;
    }
    LocalDate date = line.dateOfService();
    boolean distinct = tables.saysDistinctService(line.modifiers(), date);
    for (DerivedFacts facts : earlier) {
      if (facts.line().dateOfService().equals(date) && facts.distinctService() == distinct) {
        return facts.beside();
      }
    }
    Comparator<Code> order = distinct ? MOST_TELLING_IF_DISTINCT : MOST_TELLING;
    Optional<Code> procedure = Optional.empty();
    Optional<Code> ended = Optional.empty();
    Optional<Code> columnTwo = Optional.empty();
    for (ServiceLine other : known) {
      if (other.dateOfService().equals(date)) {
        String code = other.procedureCode();
        long key = CodeRow.sortKey(code);
        procedure = first(order, procedure, code, tables.procedure(key, date));
        ended = first(REPLACED_FIRST, ended, code, tables.endedCodes.find(key, date));
        columnTwo = first(MOST_TELLING, columnTwo, code, tables.columnTwoCodes.find(key, date));
      }
    }
    return new BilledBeside(procedure, ended, columnTwo);
  }

  private static boolean mayBeParted(Code billed) {
    return billed.row().imaging() == Row.Imaging.PAIRED_WITH_76496
        && !billed.row().pairIndicator().equals("0");
  }

  /** The first code by an order. */
  private static Optional<Code> first(
      Comparator<Code> order, Optional<Code> known, String code, Optional<CodeRow> row) {
    if (row.isEmpty()) {
      return known;
    }
    Code billed = new Code(code, row.get());
    return known.isPresent() && order.compare(known.get(), billed) <= 0
        ? known
        : Optional.of(billed);
  }
}
