package io.github.cpt76496.examples.spark;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.PayerMap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of one claim, from wherever they came, in the order of file and record. */
final class ClaimRows {

  /**
   * More rows than any payer takes in one claim, by far. A placeholder in the claim id column puts
   * unrelated rows together, and they must not fill the memory of the executor that meets them.
   */
  static final int MOST_ROWS = 10_000;

  /** What all rows of a claim must agree on; a row may leave it empty. */
  private static final Set<LineColumn> OF_THE_CLAIM =
      EnumSet.range(LineColumn.FORM, LineColumn.CLAIM_NOTE);

  private ClaimRows() {}

  /** What became of one row: why it cannot be reviewed, which is empty for a sound row. */
  record Verdict(LineRow row, String reason) {}

  /** A claim, or else why each of its rows cannot be reviewed. */
  record Result(Optional<Claim> claim, List<Verdict> rejected) {}

  /**
   * Makes the claim. A claim that lacks a line could be answered wrongly, so one bad row costs all
   * rows of its claim, and each of them says why.
   */
  static Result claim(List<LineRow> rows) {
    List<ServiceLine> lines = new ArrayList<>(rows.size());
    List<Verdict> verdicts = new ArrayList<>(0);
    for (LineRow row : rows) {
      try {
        requireAgreement(rows.get(0), row);
        lines.add(row.line(lines.size() + verdicts.size() + 1));
      } catch (RejectedException e) {
        verdicts.add(new Verdict(row, e.getMessage()));
      }
    }
    if (!verdicts.isEmpty()) {
      return new Result(Optional.empty(), withTheRest(rows, verdicts));
    }
    try {
      return new Result(Optional.of(claim(rows, lines)), List.of());
    } catch (RejectedException | IllegalArgumentException e) {
      return new Result(Optional.empty(), all(rows, e.getMessage()));
    }
  }

  private static Claim claim(List<LineRow> rows, List<ServiceLine> lines) throws RejectedException {
    LineRow first = rows.get(0);
    Set<DocumentationItem> attachments = EnumSet.noneOf(DocumentationItem.class);
    for (LineRow row : rows) {
      attachments.addAll(row.documents(LineColumn.ATTACHMENTS));
    }
    return Claim.builder(first.constant(LineColumn.FORM, Form.class, Form.NOT_STATED), payer(first))
        .typeOfBill(first.text(LineColumn.TYPE_OF_BILL))
        .note(first.text(LineColumn.CLAIM_NOTE))
        .attachments(attachments)
        .lines(lines)
        .build();
  }

  /** The payer as stated, or else as its id and name tell. */
  private static Payer payer(LineRow row) throws RejectedException {
    Family family = row.constant(LineColumn.PAYER_FAMILY, Family.class, Family.UNKNOWN);
    LineOfBusiness lineOfBusiness =
        row.constant(LineColumn.LINE_OF_BUSINESS, LineOfBusiness.class, LineOfBusiness.NOT_STATED);
    if (family != Family.UNKNOWN) {
      return new Payer(family, row.text(LineColumn.PLAN), lineOfBusiness);
    }
    return PayerMap.packaged()
        .payer(
            row.text(LineColumn.PAYER_ID),
            List.of(),
            row.text(LineColumn.PAYER_NAME),
            row.text(LineColumn.FILING_INDICATOR))
        .in(lineOfBusiness)
        .payer();
  }

  private static void requireAgreement(LineRow first, LineRow row) throws RejectedException {
    for (LineColumn column : OF_THE_CLAIM) {
      String text = row.text(column);
      if (!text.isEmpty() && !text.equals(first.text(column))) {
        throw RejectedException.of(column, "not the same as in the first row of the claim");
      }
    }
  }

  private static List<Verdict> withTheRest(List<LineRow> rows, List<Verdict> bad) {
    String reason = bad.size() + " of the " + rows.size() + " rows of its claim could not be read";
    List<Verdict> all = new ArrayList<>(rows.size());
    int next = 0;
    for (LineRow row : rows) {
      boolean isBad = next < bad.size() && bad.get(next).row().equals(row);
      all.add(isBad ? bad.get(next++) : new Verdict(row, reason));
    }
    return all;
  }

  /** One reason for all rows. */
  static List<Verdict> all(List<LineRow> rows, String reason) {
    return rows.stream().map(row -> new Verdict(row, reason)).toList();
  }
}
