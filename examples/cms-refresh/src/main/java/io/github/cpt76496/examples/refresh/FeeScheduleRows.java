package io.github.cpt76496.examples.refresh;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brings {@code fee-schedule.tsv} up to a release. The table says which codes matter; the release
 * says what holds of them from the first day of its quarter.
 *
 * <p>A row whose facts changed ends with the last quarter that was read, which need not be the one
 * before: of the releases between nobody knows which one changed it, and the rules shall not guess.
 */
final class FeeScheduleRows {

  private static final List<String> FACTS =
      List.of("status", "nonfacility_na", "facility_na", "pctc_indicator", "supervision");

  /** Of the whole and of its two components; a procedure broken off (53) is no matter here. */
  private static final Set<String> MODIFIERS = Set.of("", "26", "TC");

  private final Table table;
  private final FeeSchedule release;
  private final LocalDate first;
  private final Optional<Quarter> lastRead;
  private final String source;
  private final LocalDate today;
  private final Changes changes;

  /**
   * @param lastRead the newest release that was read before, if any
   * @param source id of the release in {@code sources.tsv}
   */
  FeeScheduleRows(
      Table table,
      FeeSchedule release,
      Optional<Quarter> lastRead,
      String source,
      LocalDate today,
      Changes changes) {
    this.table = table;
    this.release = release;
    this.first = release.quarter().firstDay();
    this.lastRead = lastRead;
    this.source = source;
    this.today = today;
    this.changes = changes;
  }

  void update() {
    Set<String> codes = new LinkedHashSet<>();
    table.rows.forEach(row -> codes.add(row.get("code")));
    for (String code : codes) {
      Set<String> modifiers = new TreeSet<>();
      table.rows.stream()
          .filter(row -> row.get("code").equals(code))
          .forEach(row -> modifiers.add(row.get("modifier")));
      release.byCode().keySet().stream()
          .filter(key -> key.code().equals(code) && MODIFIERS.contains(key.modifier()))
          .forEach(key -> modifiers.add(key.modifier()));
      modifiers.forEach(modifier -> update(new FeeSchedule.Key(code, modifier)));
    }
  }

  /** A release cut short would end the rows of all codes that it lacks. */
  void requireWhole(OfficialFile file) {
    List<Table.Row> held = table.rows.stream().filter(row -> Rows.holds(row, first)).toList();
    long lacking = held.stream().filter(row -> release.of(key(row)).isEmpty()).count();
    if (release.of(new FeeSchedule.Key("76496", "")).isEmpty() || 10 * lacking > held.size()) {
      throw new Refusal(
          file.member(),
          "lacks %d of the %d codes and modifiers in %s, or 76496; fetch the whole release"
              .formatted(lacking, held.size(), table.name()));
    }
  }

  private void update(FeeSchedule.Key key) {
    List<Table.Row> rows = table.rows.stream().filter(row -> key(row).equals(key)).toList();
    Optional<Table.Row> current = rows.stream().filter(row -> Rows.holds(row, first)).findFirst();
    Optional<Table.Row> later =
        rows.stream().filter(row -> Rows.effective(row).isAfter(first)).findFirst();
    Optional<FeeSchedule.Facts> facts = release.of(key);
    if (facts.equals(current.map(FeeScheduleRows::factsOf))) {
      return;
    }
    if (current.isPresent() && later.isPresent()) {
      throw new Refusal(
          table.name(),
          key
              + " has a row from a later release than "
              + release.quarter()
              + "; read releases in order, or change this row by hand");
    }
    if (key.code().equals("76496")) {
      changes.byHand(
          key
              + " has other facts: read the pages in modifier/ and documentation/ that cite the file");
    }
    if (current.isPresent() && Rows.effective(current.get()).equals(first)) {
      replace(key, current.get(), facts);
    } else {
      current.ifPresent(row -> end(key, row, facts.isPresent()));
      facts.ifPresent(now -> open(key, rows, current, later, now));
    }
  }

  private static FeeSchedule.Key key(Table.Row row) {
    return new FeeSchedule.Key(row.get("code"), row.get("modifier"));
  }

  /** The release was read before, in an earlier form. */
  private void replace(FeeSchedule.Key key, Table.Row row, Optional<FeeSchedule.Facts> facts) {
    if (facts.isEmpty()) {
      table.rows.remove(row);
      changes.changed(table, key + ": the corrected release no longer has it");
      return;
    }
    changes.changed(table, key + ": corrected from " + first + ": " + difference(row, facts.get()));
    fill(row, facts.get());
  }

  private void end(FeeSchedule.Key key, Table.Row row, boolean goesOn) {
    LocalDate known = Rows.effective(row);
    if (lastRead.isPresent() && lastRead.get().firstDay().isAfter(known)) {
      known = lastRead.get().firstDay();
    }
    LocalDate last = Quarter.containing(known).lastDay();
    if (last.isAfter(first.minusDays(1))) {
      last = first.minusDays(1);
    }
    row.set("end_date", last.toString()).set("last_review_date", today.toString());
    if (!goesOn) {
      changes.changed(table, key + ": no longer in the release, ends " + last);
      if (key.modifier().isEmpty()) {
        changes.byHand(key + " is gone from the fee schedule: is it a row of ended-codes.tsv?");
      }
    }
    if (last.isBefore(first.minusDays(1))) {
      changes.byHand(
          key
              + ": nothing is known of "
              + last.plusDays(1)
              + " to "
              + first.minusDays(1)
              + "; read the releases between first if you have them");
    }
  }

  /**
   * @param later the row of a later release, if this one fills a gap; what the releases between say
   *     is not known
   */
  private void open(
      FeeSchedule.Key key,
      List<Table.Row> rows,
      Optional<Table.Row> current,
      Optional<Table.Row> later,
      FeeSchedule.Facts facts) {
    Table.Row row = Table.row().set("code", key.code()).set("modifier", key.modifier());
    row.set("effective_date", first.toString());
    later.ifPresent(next -> row.set("end_date", release.quarter().lastDay().toString()));
    fill(row, facts);
    String dates = "from " + first + later.map(next -> " to " + row.get("end_date")).orElse("");
    changes.changed(
        table,
        current.isPresent()
            ? key + ": " + difference(current.get(), facts) + ", " + dates
            : key + ": new " + dates);
    Table.Row before =
        rows.stream()
            .filter(r -> Rows.effective(r).isBefore(first))
            .reduce((a, b) -> b)
            .orElseGet(() -> lastOf(key));
    table.insertAfter(before, row);
  }

  /** After which row a modifier that the table did not have yet stands: by code, then modifier. */
  private Table.Row lastOf(FeeSchedule.Key key) {
    List<Table.Row> rows =
        table.rows.stream().filter(row -> row.get("code").equals(key.code())).toList();
    return rows.stream()
        .filter(row -> row.get("modifier").compareTo(key.modifier()) < 0)
        .reduce((a, b) -> b)
        .orElse(rows.get(0));
  }

  private void fill(Table.Row row, FeeSchedule.Facts facts) {
    facts.byColumn().forEach(row::set);
    row.set("source", source).set("last_review_date", today.toString());
  }

  private static FeeSchedule.Facts factsOf(Table.Row row) {
    return new FeeSchedule.Facts(FACTS.stream().collect(Collectors.toMap(name -> name, row::get)));
  }

  private static String difference(Table.Row row, FeeSchedule.Facts facts) {
    return FACTS.stream()
        .filter(name -> !row.get(name).equals(facts.byColumn().get(name)))
        .map(
            name ->
                name + " " + word(row.get(name)) + " becomes " + word(facts.byColumn().get(name)))
        .collect(Collectors.joining(" and "));
  }

  private static String word(String cell) {
    return cell.isEmpty() ? "(empty)" : cell;
  }
}
