package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.page.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the claim bills on the days of a line with 76496: of several codes the one that decides,
 * independent of the order of the lines.
 *
 * @param procedure a code of which it is known where its imaging is coded
 * @param partners the listed imaging codes that go with the procedures and could be billed, best
 *     first
 * @param codes every code of these days on which some table has a row
 * @param ended a code that was no longer valid
 * @param columnTwo a code in column 2 of an NCCI pair with 76496
 */
record BilledBeside(
    Optional<Code> procedure,
    List<CodeRow> partners,
    List<String> codes,
    Optional<Code> ended,
    Optional<Code> columnTwo) {

  /**
   * A code on the claim and date of the line, with the row that says something of it.
   *
   * @param parted whether a modifier parts each of its lines from the line that is asked about
   */
  record Code(String code, CodeRow row, boolean parted) {}

  /** The listed imaging codes that go with a procedure, best first. */
  private record Partners(String procedure, List<CodeRow> rows) implements Comparable<Partners> {

    /** By the evidence of the best one, then the lowest code. */
    @Override
    public int compareTo(Partners other) {
      int byGrade = rows.get(0).citation().grade().compareTo(other.rows.get(0).citation().grade());
      return byGrade == 0 ? procedure.compareTo(other.procedure) : byGrade;
    }
  }

  /** Shared by the lines of every claim on whose codes no table has a row. */
  static final BilledBeside NOTHING =
      new BilledBeside(Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty());

  /** Which of two codes decides. */
  private enum Order {
    /** By what a row says of imaging, then the best evidence, then the lowest code. */
    MOST_TELLING,
    /** A code whose successors are known before one that has none. */
    REPLACED_FIRST;

    boolean isFirst(Code one, Code other) {
      boolean later = isLater(one);
      if (later != isLater(other)) {
        return !later;
      }
      int byImaging = one.row().imaging().compareTo(other.row().imaging());
      if (byImaging != 0) {
        return byImaging < 0;
      }
      int byGrade = one.row().citation().grade().compareTo(other.row().citation().grade());
      return byGrade == 0 ? one.code().compareTo(other.code()) <= 0 : byGrade < 0;
    }

    private boolean isLater(Code billed) {
      return switch (this) {
        case MOST_TELLING -> billed.parted() && mayBeParted(billed);
        case REPLACED_FIRST -> billed.row().procedureCodes().isEmpty();
      };
    }
  }

  /** The lines on whose codes some table has a row; for most claims there are none. */
  static List<ServiceLine> linesWithKnownCodes(Claim claim, ReferenceTables tables) {
    List<ServiceLine> lines = claim.lines();
    List<ServiceLine> known = List.of();
    for (int i = 0; i < lines.size(); i++) {
      ServiceLine line = lines.get(i);
      if (tables.know(line.procedureCode())) {
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
    boolean parts = tables.parts(line.modifiers(), List.of(), date);
    for (DerivedFacts facts : earlier) {
      if (areOnTheSameDays(facts.line(), line)
          && (facts.modifiers().equals(line.modifiers())
              || (!parts && !tables.parts(facts.modifiers(), List.of(), date)))) {
        return facts.beside();
      }
    }
    List<String> codes = new ArrayList<>(known.size());
    List<String> partedCodes = List.of();
    for (ServiceLine other : known) {
      if (overlap(other, line)) {
        String code = other.procedureCode();
        boolean isFirst = !codes.contains(code);
        if (isFirst) {
          codes.add(code);
        }
        boolean isParted =
            tables.partsFromEitherCode(other.modifiers(), date)
                || (parts && tables.parts(line.modifiers(), other.modifiers(), date));
        if (isParted && isFirst) {
          partedCodes = partedCodes.isEmpty() ? new ArrayList<>(4) : partedCodes;
          partedCodes.add(code);
        } else if (!isParted && !partedCodes.isEmpty()) {
          partedCodes.remove(code);
        }
      }
    }
    Optional<Code> procedure = Optional.empty();
    Optional<Code> ended = Optional.empty();
    Optional<Code> columnTwo = Optional.empty();
    List<Partners> partners = new ArrayList<>(2);
    for (String code : codes) {
      long key = CodeRow.sortKey(code);
      List<CodeRow> own = couldBeBilled(tables.partners.find(key, date), codes, tables, date);
      boolean isParted = partedCodes.contains(code);
      Optional<CodeRow> row = tables.procedure(key, date);
      if (!own.isEmpty()) {
        partners.add(new Partners(code, own));
        if (!isOfStudy(row)) {
          procedure = first(Order.MOST_TELLING, procedure, code, isParted, Optional.of(own.get(0)));
        }
      }
      procedure = first(Order.MOST_TELLING, procedure, code, isParted, row);
      ended = first(Order.REPLACED_FIRST, ended, code, false, tables.endedCodes.find(key, date));
      columnTwo =
          first(Order.MOST_TELLING, columnTwo, code, false, tables.columnTwoCodes.find(key, date));
    }
    return new BilledBeside(procedure, inTurn(partners), codes, ended, columnTwo);
  }

  private static boolean areOnTheSameDays(ServiceLine a, ServiceLine b) {
    return a.dateOfService().equals(b.dateOfService())
        && a.dateOfServiceEnd().equals(b.dateOfServiceEnd());
  }

  /** Whether two lines have a day in common. */
  static boolean overlap(ServiceLine a, ServiceLine b) {
    return !a.dateOfService().isAfter(b.dateOfServiceEnd())
        && !b.dateOfService().isAfter(a.dateOfServiceEnd());
  }

  /** A study has its own fluoroscopy; a code that goes with it is for what is added. */
  private static boolean isOfStudy(Optional<CodeRow> row) {
    return row.isPresent() && row.get().imaging() == Row.Imaging.THE_CODE;
  }

  private static boolean mayBeParted(Code billed) {
    return !billed.row().pairIndicator().equals("0");
  }

  private static List<CodeRow> couldBeBilled(
      List<CodeRow> partners, List<String> codes, ReferenceTables tables, LocalDate date) {
    if (partners.isEmpty()) {
      return partners;
    }
    for (CodeRow row : partners) {
      if (codes.contains(row.listedCode())) {
        return List.of(); // The study of the procedure is billed: no other goes with it as well.
      }
    }
    List<CodeRow> could = new ArrayList<>(partners.size());
    for (CodeRow row : partners) {
      if (couldBeBilled(row.listedCode(), codes, "", tables, date)) {
        could.add(row);
      }
    }
    return could;
  }

  /**
   * Whether a code could be billed beside others: it is not billed already, not deleted, and none
   * of them holds it.
   */
  private static boolean couldBeBilled(
      String code, List<String> codes, String replaced, ReferenceTables tables, LocalDate date) {
    for (int i = 0; i < codes.size(); i++) {
      String other = codes.get(i);
      if (other.equals(code)
          || (!other.equals(replaced)
              && tables.exclusions.holds(code, CodeRow.sortKey(other), date))) {
        return false;
      }
    }
    return !tables.hadEnded(code, date);
  }

  /** Whether a code could be billed on the date beside what is billed. */
  boolean leavesOpen(String code, ReferenceTables tables, LocalDate date) {
    return couldBeBilled(code, codes, replaced(), tables, date);
  }

  /** The code that the guided one overrides. */
  private String replaced() {
    return procedure.isPresent() && procedure.get().row().imaging() == Row.Imaging.IN_GUIDED_CODE
        ? procedure.get().code()
        : "";
  }

  /** The best of each procedure, then the second of each: none crowds out another's. */
  private static List<CodeRow> inTurn(List<Partners> partners) {
    if (partners.isEmpty()) {
      return List.of();
    }
    Collections.sort(partners);
    List<CodeRow> inTurn = new ArrayList<>();
    for (int turn = 0; ; turn++) {
      int before = inTurn.size();
      for (Partners own : partners) {
        if (turn < own.rows().size()) {
          inTurn.add(own.rows().get(turn));
        }
      }
      if (inTurn.size() == before) {
        return inTurn;
      }
    }
  }

  /** The first code by an order. */
  private static Optional<Code> first(
      Order order, Optional<Code> known, String code, boolean parted, Optional<CodeRow> row) {
    if (row.isEmpty()) {
      return known;
    }
    Code billed = new Code(code, row.get(), parted);
    return known.isPresent() && order.isFirst(known.get(), billed) ? known : Optional.of(billed);
  }
}
