package io.github.cpt76496.examples.refresh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Brings the rows that rest on NCCI's practitioner edits up to a release. Edits bear their own
 * dates, so that releases may be left out between.
 *
 * <p>Rows are ended and opened where that takes no judgment. A new code takes the name of its
 * neighbors in the table if both have the same; anything else that needs a name or a decision is
 * left to a person.
 */
final class PairRows {

  /** What a row of grade A cites a pair with, if not with 76496 itself. */
  private static final String CITED = "76000";

  private static final String DEFINITION = "CODE_DEFINITION";

  private static final String UNLISTED = "76496";

  private final List<Pair> pairs;
  private final Quarter quarter;
  private final LocalDate first;
  private final String source;
  private final LocalDate today;
  private final Changes changes;

  PairRows(List<Pair> pairs, Quarter quarter, String source, LocalDate today, Changes changes) {
    this.pairs =
        pairs.stream()
            .filter(
                p ->
                    p.columnTwo().equals(CITED)
                        || p.columnTwo().equals(UNLISTED)
                        || p.columnOne().equals(UNLISTED))
            .toList();
    this.quarter = quarter;
    this.first = quarter.firstDay();
    this.source = source;
    this.today = today;
    this.changes = changes;
  }

  /** {@code procedure-families.tsv}, as far as NCCI pairs the procedure with 76496 itself. */
  void updateFamilies(Table families) {
    Predicate<Pair> by76496 = pair -> pair.columnTwo().equals(UNLISTED);
    Predicate<Table.Row> ours = row -> row.get("imaging_is").equals("PAIRED_WITH_76496");
    endAndChange(families, ours, by76496, Pair::columnOne);
    Predicate<Table.Row> oursNow = ours.and(row -> Rows.holds(row, first));
    for (String code : added(by76496, Pair::columnOne, heldIn(families, oursNow))) {
      changes.byHand(
          code + ": NCCI now pairs it with 76496: give it a family in " + families.name());
    }
    for (Table.Row row : families.rows) {
      if (row.get("grade").equals("A") && !ours.test(row) && Rows.holds(row, first)) {
        for (String code : row.codes()) {
          if (hasEnded(pair -> pair.columnOne().equals(code) && pair.columnTwo().equals(CITED))) {
            changes.byHand(
                "%s: its NCCI pair with %s has ended, on which a row of grade A in %s rests"
                    .formatted(code, CITED, families.name()));
          }
        }
      }
    }
  }

  /**
   * {@code ncci-fluoroscopy-pairs.tsv}: what no other table has. CMS's reason decides what the pair
   * says; one that is new to us, or another than before, is for a person.
   */
  void updateImaging(Table table, List<Table> others) {
    Predicate<Pair> byImaging =
        pair -> pair.columnTwo().equals(CITED) && !pair.preparesAnesthesia();
    endAndChange(table, row -> true, byImaging, Pair::columnOne);
    for (Table.Row row : table.rows) {
      if (Rows.holds(row, first)) {
        for (String code : row.codes()) {
          inForce(byImaging.and(pair -> pair.columnOne().equals(code)))
              .flatMap(pair -> pair.reason().stream())
              .filter(reason -> !reason.equals(row.get("pair_reason")))
              .findFirst()
              .ifPresent(
                  reason ->
                      changes.byHand(
                          "%s: CMS gives %s as the reason of its pair now, and %s stands in %s"
                              .formatted(code, reason, row.get("pair_reason"), table.name())));
        }
      }
    }
    Set<String> held = heldIn(table, row -> Rows.holds(row, first));
    others.forEach(other -> held.addAll(heldIn(other, row -> true)));
    for (String code : added(byImaging, Pair::columnOne, held)) {
      Predicate<Pair> its = byImaging.and(pair -> pair.columnOne().equals(code));
      Optional<String> reason = inForce(its).findFirst().orElseThrow().reason();
      if (reason.isEmpty()) {
        changes.byHand(code + ": NCCI pairs it with 76000 for a reason without a name here");
      } else {
        open(table, code, "pair", "", earliest(its))
            .ifPresent(
                row ->
                    row.set("pair_reason", reason.get())
                        .set(
                            "imaging_is",
                            reason.get().equals(DEFINITION) ? "INCLUDED" : "INCLUDED_BY_ANALOGY")
                        .set("grade", reason.get().equals(DEFINITION) ? "A" : "S"));
      }
    }
  }

  /** {@code ncci-column-two-codes.tsv}. */
  void updateColumnTwo(Table table) {
    Predicate<Pair> of76496 = pair -> pair.columnOne().equals(UNLISTED);
    endAndChange(table, row -> true, of76496, Pair::columnTwo);
    Set<String> held = heldIn(table, row -> Rows.holds(row, first));
    for (String code : added(of76496, Pair::columnTwo, held)) {
      Predicate<Pair> its = of76496.and(pair -> pair.columnTwo().equals(code));
      open(table, code, "service", indicator(its), earliest(its));
    }
  }

  private interface Side {
    String code(Pair pair);
  }

  private void endAndChange(
      Table table, Predicate<Table.Row> ours, Predicate<Pair> which, Side side) {
    for (Table.Row row : List.copyOf(table.rows)) {
      if (ours.test(row) && Rows.holds(row, first)) {
        for (String code : row.codes()) {
          Predicate<Pair> its = which.and(pair -> side.code(pair).equals(code));
          if (pairs.stream().noneMatch(its)) {
            throw new Refusal(
                table.name(),
                code + " has no pair in the files given; give all parts of the release (f1 to f4)");
          }
          Optional<Pair> now = inForce(its).findFirst();
          if (now.isEmpty()) {
            end(table, code, row, its);
          } else if (!row.get("modifier_indicator").isEmpty()
              && !row.get("modifier_indicator").equals(now.get().modifierIndicator())) {
            change(table, code, row, now.get());
          }
        }
      }
    }
  }

  private void end(Table table, String code, Table.Row row, Predicate<Pair> its) {
    Optional<LocalDate> last =
        pairs.stream()
            .filter(its.and(Pair::everInForce))
            .flatMap(pair -> pair.deleted().stream())
            .filter(day -> day.isBefore(first))
            .max(Comparator.naturalOrder());
    if (last.isEmpty() || last.get().isBefore(Rows.effective(row))) {
      takenBack(table, code, row);
      return;
    }
    alone(table, code, row)
        .set("end_date", last.get().toString())
        .set("last_review_date", today.toString());
    changes.changed(table, code + ": its pair ends " + last.get());
  }

  /** CMS changes pairs back to the day they began; such a row would end before it begins. */
  private void takenBack(Table table, String code, Table.Row row) {
    changes.byHand(
        "%s: CMS has changed its pair from a day before %s, when its row in %s begins"
            .formatted(code, Rows.effective(row), table.name()));
  }

  private void change(Table table, String code, Table.Row row, Pair now) {
    if (!now.effective().isAfter(Rows.effective(row))) {
      takenBack(table, code, row);
      return;
    }
    Table.Row old = alone(table, code, row);
    Table.Row added = old.copy();
    old.set("end_date", now.effective().minusDays(1).toString())
        .set("last_review_date", today.toString());
    added
        .set("modifier_indicator", now.modifierIndicator())
        .set("effective_date", now.effective().toString())
        .set("source", source)
        .set("last_review_date", today.toString());
    table.insertAfter(old, added);
    changes.changed(
        table,
        "%s: modifier indicator %s becomes %s, from %s"
            .formatted(
                code, old.get("modifier_indicator"), now.modifierIndicator(), now.effective()));
  }

  /** The code's row by itself, cut out of a row for several codes. */
  private static Table.Row alone(Table table, String code, Table.Row row) {
    Table.Row holder =
        table.rows.stream()
            .filter(r -> r == row || isCutFrom(r, row))
            .filter(r -> r.codes().contains(code))
            .findFirst()
            .orElseThrow();
    List<String> codes = holder.codes();
    int place = codes.indexOf(code);
    Table.Row alone = holder.copy();
    range(alone, List.of(code));
    if (place + 1 < codes.size()) {
      Table.Row after = holder.copy();
      range(after, codes.subList(place + 1, codes.size()));
      table.insertAfter(holder, after);
    }
    table.insertAfter(holder, alone);
    if (place > 0) {
      range(holder, codes.subList(0, place));
    } else {
      table.rows.remove(holder);
    }
    return alone;
  }

  private static boolean isCutFrom(Table.Row part, Table.Row row) {
    return part.get("effective_date").equals(row.get("effective_date"))
        && part.get("end_date").isEmpty()
        && part.get("source").equals(row.get("source"));
  }

  private static void range(Table.Row row, List<String> codes) {
    row.set("first_code", codes.get(0))
        .set("last_code", codes.size() == 1 ? "" : codes.get(codes.size() - 1));
  }

  private static Set<String> heldIn(Table table, Predicate<Table.Row> which) {
    Set<String> codes = new HashSet<>();
    table.rows.stream().filter(which).forEach(row -> codes.addAll(row.codes()));
    return codes;
  }

  private Set<String> added(Predicate<Pair> which, Side side, Set<String> held) {
    Set<String> codes = new TreeSet<>();
    inForce(which).map(side::code).filter(code -> !held.contains(code)).forEach(codes::add);
    return codes;
  }

  private Optional<Table.Row> open(
      Table table, String code, String name, String indicator, LocalDate from) {
    List<Table.Row> rows = new ArrayList<>(table.rows);
    rows.sort(Comparator.comparing(row -> row.get("first_code")));
    Optional<Table.Row> before =
        rows.stream().filter(row -> row.get("first_code").compareTo(code) <= 0).reduce((a, b) -> b);
    Optional<Table.Row> after =
        rows.stream().filter(row -> row.get("first_code").compareTo(code) > 0).findFirst();
    if (before.isEmpty()
        || after.isEmpty()
        || !before.get().get(name).equals(after.get().get(name))) {
      changes.byHand(
          "%s: NCCI pairs it from %s: give it a %s in %s"
              .formatted(code, from, name, table.name()));
      return Optional.empty();
    }
    Table.Row row = before.get().copy();
    range(row, List.of(code));
    row.set("effective_date", from.toString())
        .set("end_date", "")
        .set("source", source)
        .set("last_review_date", today.toString());
    if (!indicator.isEmpty()) {
      row.set("modifier_indicator", indicator);
    }
    table.insertAfter(before.get(), row);
    changes.changed(table, code + ": new from " + from + ", " + row.get(name));
    return Optional.of(row);
  }

  private Stream<Pair> inForce(Predicate<Pair> which) {
    return pairs.stream().filter(which).filter(pair -> pair.inForceOn(first));
  }

  private boolean hasEnded(Predicate<Pair> which) {
    return pairs.stream().anyMatch(which) && inForce(which).findAny().isEmpty();
  }

  private LocalDate earliest(Predicate<Pair> which) {
    return inForce(which).map(Pair::effective).min(Comparator.naturalOrder()).orElseThrow();
  }

  private String indicator(Predicate<Pair> which) {
    return inForce(which).findFirst().orElseThrow().modifierIndicator();
  }

  @Override
  public String toString() {
    return "edits of " + quarter;
  }
}
