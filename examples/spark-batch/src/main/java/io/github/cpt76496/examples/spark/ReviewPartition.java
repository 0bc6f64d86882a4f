package io.github.cpt76496.examples.spark;

import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.examples.spark.ClaimRows.Result;
import io.github.cpt76496.examples.spark.ClaimRows.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Reviews the claims of one partition while its rows pass by, sorted so that the rows of a claim
 * stand together. It holds the rows of one claim, and no more of them than a claim can have.
 */
final class ReviewPartition implements Iterator<Row> {

  private final Iterator<Row> rows;
  private Optional<Row> ahead = Optional.empty();
  private Optional<String> oversized = Optional.empty();
  private long claims;
  private long lines;
  private boolean counted;
  private Optional<Row> outcome;

  ReviewPartition(Iterator<Row> rows) {
    this.rows = rows;
    read();
    this.outcome = advance();
  }

  @Override
  public boolean hasNext() {
    return outcome.isPresent();
  }

  @Override
  public Row next() {
    Row next = outcome.orElseThrow(NoSuchElementException::new);
    outcome = advance();
    return next;
  }

  private void read() {
    ahead = rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
  }

  /** The next outcome that says something; a claim without 76496 is only counted. */
  private Optional<Row> advance() {
    while (ahead.isPresent()) {
      Optional<Row> next = next(group(ahead.get()));
      if (next.isPresent()) {
        return next;
      }
    }
    if (counted || claims == 0) {
      return Optional.empty();
    }
    counted = true;
    return Optional.of(Outcome.count(claims, lines));
  }

  private Optional<Row> next(String group) {
    List<LineRow> claim = new ArrayList<>();
    while (ahead.isPresent()
        && claim.size() < ClaimRows.MOST_ROWS
        && group.equals(group(ahead.get()))) {
      claim.add(lineRow(ahead.get()));
      read();
    }
    boolean goesOn = ahead.isPresent() && group.equals(group(ahead.get()));
    if (goesOn || oversized.equals(Optional.of(group))) {
      oversized = Optional.of(group);
      return Optional.of(Outcome.rejected(tooMany(claim)));
    }
    return review(claim);
  }

  private static List<Verdict> tooMany(List<LineRow> claim) {
    return ClaimRows.all(claim, "a claim of more than " + ClaimRows.MOST_ROWS + " rows");
  }

  private Optional<Row> review(List<LineRow> claim) {
    Result result = ClaimRows.claim(claim);
    if (result.claim().isEmpty()) {
      return Optional.of(Outcome.rejected(result.rejected()));
    }
    ClaimReview review;
    try {
      review = ExecutorEdits.EDITS.review(result.claim().get());
    } catch (IllegalArgumentException e) {
      // The library names line and field, and repeats no value.
      return Optional.of(Outcome.rejected(ClaimRows.all(claim, e.getMessage())));
    }
    claims++;
    lines += claim.size();
    return review.lines().isEmpty()
        ? Optional.empty()
        : Optional.of(Outcome.reviewed(claim.get(0).text(LineColumn.CLAIM_ID), review));
  }

  private static String group(Row row) {
    return row.getString(0);
  }

  /** The columns stand in the order in which {@link ClaimLines} selects them. */
  private static LineRow lineRow(Row row) {
    Map<LineColumn, String> cells = new EnumMap<>(LineColumn.class);
    int index = 4;
    for (LineColumn column : LineColumn.values()) {
      String text = row.getString(index);
      if (text != null && !text.isEmpty()) {
        cells.put(column, text);
      }
      index++;
    }
    return new LineRow(row.getString(1), row.getLong(2), row.getBoolean(3), cells);
  }
}
