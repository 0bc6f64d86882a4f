package io.github.cpt76496.csv;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Imaging;
import io.github.cpt76496.RecordFacts.Purpose;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.MappedPayer;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.claims.internal.AnotherCode;
import io.github.cpt76496.csv.CsvRows.Row;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A claim while its rows arrive. They are kept as they are until all have come, since most claims
 * do not bill 76496. A row that cannot be read costs a claim that does; of other claims nothing is
 * asked, and they pass without it.
 */
final class CsvClaim {

  /** What all rows of a claim must agree on; a row may leave it empty. */
  private static final Set<Column> OF_THE_CLAIM = EnumSet.range(Column.FORM, Column.CLAIM_NOTE);

  /** More rows than any payer takes in one claim, by far. */
  private static final int MOST_ROWS = 10_000;

  private static final int MOST_PARTS_NAMED = 10;

  private final String id;

  /** The rows of the claim: first and last of each part that stands together. */
  private final List<int[]> parts = new ArrayList<>(1);

  private final PayerMap payers;
  private final CsvHeader header;

  /** What came, in order: a row, or what makes the claim one that is not answered. */
  private final List<Step> steps = new ArrayList<>(2);

  private boolean other = true;
  private final List<ServiceLine> lines = new ArrayList<>();
  private final Set<DocumentationItem> attachments = EnumSet.noneOf(DocumentationItem.class);
  private CsvCells shared;
  private Optional<String> fault = Optional.empty();
  private int faultRow;

  /** A row that cannot be read and does not bill 76496; it costs a claim that does. */
  private Optional<String> faultBeside = Optional.empty();

  private int faultRowBeside;
  private int rows;
  private int taken;
  private long length;

  /** Something that came. */
  private interface Step {
    void take();
  }

  CsvClaim(String id, int firstRow, PayerMap payers, CsvHeader header) {
    this.header = header;
    this.id = id;
    this.parts.add(new int[] {firstRow, firstRow});
    this.payers = payers;
    this.shared = new CsvCells(List.of(), List.of());
  }

  String id() {
    return id;
  }

  /** The rows of the claim, or the row at which it failed. */
  String place() {
    if (fault.isPresent()) {
      return "row " + faultRow;
    }
    List<String> words = new ArrayList<>(parts.size());
    for (int[] part : parts.subList(0, Math.min(parts.size(), MOST_PARTS_NAMED))) {
      words.add(part[0] == part[1] ? "" + part[0] : part[0] + " to " + part[1]);
    }
    boolean oneRow = parts.size() == 1 && parts.get(0)[0] == parts.get(0)[1];
    return (oneRow ? "row " : "rows ")
        + String.join(", ", words)
        + (parts.size() > MOST_PARTS_NAMED ? " and more" : "");
  }

  /** How many rows it holds. */
  int rows() {
    return rows;
  }

  /** How many characters they hold. */
  long length() {
    return length;
  }

  /** Its next row does not follow the last one: rows of other claims stand between them. */
  void goOnAt(int row) {
    parts.add(new int[] {row, row});
  }

  /** Makes the claim one that is not answered, for the first reason that is given. */
  void fault(int row, String reason) {
    other = false;
    steps.add(() -> refuse(row, reason));
  }

  private void refuse(int row, String reason) {
    if (fault.isEmpty()) {
      fault = Optional.of(reason);
      faultRow = row;
      lines.clear();
    }
  }

  /** Counts a row, whether it can be read or not. */
  void count(Row row) {
    parts.get(parts.size() - 1)[1] = row.number();
    rows++;
    length += row.text().length();
  }

  /** Adds a row that is whole. */
  void add(Row row) {
    other =
        other
            && AnotherCode.isAllOf(row.text())
            && !header.text(Column.PROCEDURE_CODE, row).isEmpty();
    steps.add(() -> accept(row));
  }

  /** Whether nothing is wrong so far, each row names a procedure, and none can be 76496. */
  boolean isOther() {
    return other;
  }

  private void accept(Row whole) {
    if (fault.isPresent()) {
      return;
    }
    int row = whole.number();
    CsvCells cells = new CsvCells(header.columns(), whole.cells());
    try {
      taken++;
      if (taken == 1) {
        shared = cells;
      } else {
        requireAgreement(cells);
      }
      if (lines.size() == MOST_ROWS) {
        throw new UnreadableClaimException("a claim of more than " + MOST_ROWS + " rows");
      }
      attachments.addAll(cells.documents(Column.ATTACHMENTS));
      if (!cells.billsRevenueCodeAlone()) {
        addLine(row, cells);
      }
    } catch (UnreadableClaimException e) {
      refuse(row, e.getMessage());
    }
  }

  private void addLine(int row, CsvCells cells) throws UnreadableClaimException {
    try {
      lines.add(line(cells, taken));
    } catch (UnreadableClaimException e) {
      String code = cells.text(Column.PROCEDURE_CODE);
      if (code.isEmpty() || AnotherCode.mayBe76496(code)) {
        throw e;
      }
      if (faultBeside.isEmpty()) {
        faultBeside = Optional.of(e.getMessage());
        faultRowBeside = row;
      }
    }
  }

  private void requireAgreement(CsvCells cells) throws UnreadableClaimException {
    for (Column column : OF_THE_CLAIM) {
      String text = cells.text(column);
      if (!text.isEmpty() && !text.equals(shared.text(column))) {
        throw CsvCells.refused(column, "not the same as in the first row of the claim");
      }
    }
  }

  /** Reads the claim; once, by any thread. */
  PlacedClaim claim() throws UnreadableClaimException {
    steps.forEach(Step::take);
    if (lines.stream().anyMatch(ServiceLine::billedWith76496)) {
      faultBeside.ifPresent(reason -> refuse(faultRowBeside, reason));
    }
    if (fault.isPresent()) {
      throw new UnreadableClaimException(fault.get());
    }
    MappedPayer payer = payer();
    return new PlacedClaim(
        id, place(), claim(payer.payer()), List.of(), payer.notice(), List.of(), Map.of());
  }

  private Claim claim(Payer payer) throws UnreadableClaimException {
    try {
      return Claim.builder(shared.constant(Column.FORM, Form.class, Form.NOT_STATED), payer)
          .typeOfBill(shared.text(Column.TYPE_OF_BILL))
          .note(shared.text(Column.CLAIM_NOTE))
          .attachments(attachments)
          .lines(lines)
          .build();
    } catch (IllegalArgumentException e) {
      throw new UnreadableClaimException(e.getMessage());
    }
  }

  /** The payer as stated, or else as its identifier and name tell. */
  private MappedPayer payer() throws UnreadableClaimException {
    Family family = shared.constant(Column.PAYER_FAMILY, Family.class, Family.UNKNOWN);
    LineOfBusiness lineOfBusiness =
        shared.constant(Column.LINE_OF_BUSINESS, LineOfBusiness.class, LineOfBusiness.NOT_STATED);
    if (family != Family.UNKNOWN) {
      return MappedPayer.of(payer(family, shared.text(Column.PLAN), lineOfBusiness));
    }
    return payers
        .payer(
            shared.text(Column.PAYER_ID),
            List.of(),
            shared.text(Column.PAYER_NAME),
            shared.text(Column.FILING_INDICATOR))
        .in(lineOfBusiness);
  }

  private static Payer payer(Family family, String plan, LineOfBusiness lineOfBusiness)
      throws UnreadableClaimException {
    try {
      return new Payer(family, plan, lineOfBusiness);
    } catch (IllegalArgumentException e) {
      throw new UnreadableClaimException(e.getMessage());
    }
  }

  private static ServiceLine line(CsvCells cells, int ordinal) throws UnreadableClaimException {
    String procedureCode = cells.required(Column.PROCEDURE_CODE);
    try {
      return wholeLine(cells, procedureCode, ordinal);
    } catch (UnreadableClaimException e) {
      if (AnotherCode.is(procedureCode)) {
        return bareLine(cells, procedureCode, ordinal);
      }
      throw e;
    }
  }

  private static ServiceLine bareLine(CsvCells cells, String procedureCode, int ordinal)
      throws UnreadableClaimException {
    try {
      ServiceLine.Builder line =
          ServiceLine.builder(
              cells.lineNumber(ordinal), procedureCode, cells.requiredDate(Column.DATE_OF_SERVICE));
      cells.date(Column.DATE_OF_SERVICE_END).ifPresent(line::through);
      return line.build();
    } catch (IllegalArgumentException e) {
      throw new UnreadableClaimException(e.getMessage());
    }
  }

  /** The library names the line and the field in what it refuses, and repeats no value. */
  private static ServiceLine wholeLine(CsvCells cells, String procedureCode, int ordinal)
      throws UnreadableClaimException {
    try {
      ServiceLine.Builder line =
          ServiceLine.builder(
                  cells.lineNumber(ordinal),
                  procedureCode,
                  cells.requiredDate(Column.DATE_OF_SERVICE))
              .modifiers(cells.modifiers())
              .placeOfService(cells.text(Column.PLACE_OF_SERVICE))
              .description(cells.text(Column.DESCRIPTION))
              .note(cells.text(Column.NOTE))
              .revenueCode(cells.text(Column.REVENUE_CODE))
              .record(record(cells));
      cells.date(Column.DATE_OF_SERVICE_END).ifPresent(line::through);
      cells.number(Column.UNITS).ifPresent(line::units);
      return line.build();
    } catch (IllegalArgumentException e) {
      throw new UnreadableClaimException(e.getMessage());
    }
  }

  private static RecordFacts record(CsvCells cells) throws UnreadableClaimException {
    RecordFacts.Builder record =
        RecordFacts.builder()
            .imaging(cells.constant(Column.IMAGING, Imaging.class, Imaging.NOT_STATED))
            .purpose(cells.constant(Column.PURPOSE, Purpose.class, Purpose.NOT_STATED))
            .procedure(cells.text(Column.PROCEDURE))
            .component(cells.constant(Column.COMPONENT, Component.class, Component.NOT_STATED))
            .onFile(cells.documents(Column.ON_FILE));
    cells.truth(Column.WRITTEN_INTERPRETATION).ifPresent(record::writtenInterpretation);
    cells.truth(Column.NO_SPECIFIC_CODE).ifPresent(record::noSpecificCode);
    cells.truth(Column.CATEGORY_THREE_CHECKED).ifPresent(record::categoryThreeChecked);
    cells.truth(Column.MOTION_RECORDED).ifPresent(record::motionRecorded);
    cells.truth(Column.PURCHASED_COMPONENT).ifPresent(record::purchasedComponent);
    cells.truth(Column.HOSPITAL_PATIENT).ifPresent(record::hospitalPatient);
    return record.build();
  }
}
