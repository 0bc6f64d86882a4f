package io.github.cpt76496.examples.refresh;

import io.github.cpt76496.examples.refresh.OfficialFile.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One run over the files of a quarter. */
final class Refresh {

  private static final List<String> MONTHS = List.of("January", "April", "July", "October");

  private final Path rules;
  private final Quarter quarter;
  private final LocalDate today;
  private final Changes changes = new Changes();

  Refresh(Path rules, Quarter quarter, LocalDate today) {
    this.rules = rules;
    this.quarter = quarter;
    this.today = today;
  }

  /** Reads everything, then writes what changed; what it says is for a person to review. */
  String run(List<Path> paths) throws IOException {
    List<Table> tables = refreshed(paths);
    write(tables);
    return changes.toString();
  }

  /** Says the same, and writes nothing. */
  String dryRun(List<Path> paths) throws IOException {
    List<Table> tables = refreshed(paths);
    return changes
        + "\nDry run: would write "
        + (tables.isEmpty()
            ? "nothing"
            : tables.stream().map(Table::name).collect(Collectors.joining(", ")))
        + "\n";
  }

  /** The tables that differ from their files. */
  private List<Table> refreshed(List<Path> paths) throws IOException {
    List<OfficialFile> files = new ArrayList<>();
    for (Path path : paths) {
      files.addAll(OfficialFile.in(path));
    }
    Table sources = Table.read(reference("sources.tsv"));
    Table releases = Table.read(rules.resolve("releases.tsv"));
    List<Table> tables = new ArrayList<>();
    tables.addAll(readFeeSchedule(files, sources, releases));
    tables.addAll(readPairs(files, sources, releases));
    record(files, releases);
    tables.add(sources);
    tables.add(releases);
    return tables.stream().filter(Table::isChanged).toList();
  }

  private Path reference(String table) {
    return rules.resolve("reference").resolve(table);
  }

  private List<Table> readFeeSchedule(List<OfficialFile> files, Table sources, Table releases)
      throws IOException {
    List<OfficialFile> schedules = of(files, Kind.FEE_SCHEDULE);
    if (schedules.isEmpty()) {
      return List.of();
    }
    if (schedules.size() > 1) {
      throw new Refusal(schedules.get(1).member(), "is a second fee schedule; give one");
    }
    OfficialFile file = schedules.get(0);
    FeeSchedule schedule = FeeSchedule.read(file);
    if (!schedule.quarter().equals(quarter)) {
      throw new Refusal(
          file.place(1), "is of " + schedule.quarter() + ", not of " + quarter + " as was said");
    }
    Table table = Table.read(reference("fee-schedule.tsv"));
    String source = "RVU_" + quarter;
    Optional<Quarter> lastRead = lastRead(releases, Kind.FEE_SCHEDULE);
    FeeScheduleRows rows = new FeeScheduleRows(table, schedule, lastRead, source, today, changes);
    rows.requireWhole(file);
    rows.update();
    requireInOrder(file, lastRead, table);
    compareListed(schedule, table);
    if (changes.changed(table)) {
      name(
          sources,
          source,
          "CMS, National Physician Fee Schedule Relative Value File, %s %d"
              .formatted(MONTHS.get(quarter.number() - 1), quarter.year()),
          // Without a day in the file the month of the release, as it is known before the file.
          schedule
              .released()
              .map(LocalDate::toString)
              .orElseGet(() -> YearMonth.from(quarter.firstDay()).toString()),
          "https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files");
    }
    return List.of(table);
  }

  /**
   * That table has words of ours in its rows, and the statuses of three modifiers: for a person.
   */
  private void compareListed(FeeSchedule schedule, Table feeSchedule) throws IOException {
    Set<String> known = new HashSet<>();
    feeSchedule.rows.forEach(row -> known.add(row.get("code")));
    schedule.byCode().keySet().forEach(key -> known.add(key.code()));
    Table listed = Table.read(reference("listed-fluoroscopy-codes.tsv"));
    for (Table.Row row : listed.rows) {
      if (!Rows.holds(row, quarter.firstDay()) || row.get("status_global").isEmpty()) {
        continue;
      }
      for (String code : row.codes()) {
        if (!row.get("last_code").isEmpty() && !known.contains(code)) {
          continue; // Not every number between the first code and the last is a code.
        }
        for (String modifier : List.of("", "26", "TC")) {
          String held = row.get(modifier.isEmpty() ? "status_global" : "status_" + lower(modifier));
          String released =
              schedule
                  .of(new FeeSchedule.Key(code, modifier))
                  .map(facts -> facts.byColumn().get("status"))
                  .orElse("");
          if (!held.equals(released)) {
            changes.byHand(
                "%s: %s says status '%s', the release '%s'"
                    .formatted(new FeeSchedule.Key(code, modifier), listed.name(), held, released));
          }
        }
      }
    }
  }

  private List<Table> readPairs(List<OfficialFile> files, Table sources, Table releases)
      throws IOException {
    List<OfficialFile> parts = of(files, Kind.NCCI_PRACTITIONER);
    if (parts.isEmpty()) {
      return List.of();
    }
    List<Pair> pairs = new ArrayList<>();
    Set<String> members = new LinkedHashSet<>();
    for (OfficialFile part : parts) {
      Quarter named = Quarter.in(part.name());
      if (named != null && !named.equals(quarter)) {
        throw new Refusal(part.name(), "is of " + named + ", not of " + quarter + " as was said");
      }
      if (!members.add(part.member())) {
        throw new Refusal(part.member(), "is given twice");
      }
      List<Pair> read = Pair.read(part);
      if (read.stream().anyMatch(pair -> pair.effective().isAfter(quarter.lastDay()))) {
        throw new Refusal(part.member(), "has edits that begin after " + quarter + " as was said");
      }
      pairs.addAll(read);
    }
    String source = "NCCI_PTP_" + quarter;
    Table families = Table.read(reference("procedure-families.tsv"));
    Table listed = Table.read(reference("listed-fluoroscopy-codes.tsv"));
    Table imaging = Table.read(reference("ncci-fluoroscopy-pairs.tsv"));
    Table columnTwo = Table.read(reference("ncci-column-two-codes.tsv"));
    PairRows rows = new PairRows(pairs, quarter, source, today, changes);
    rows.updateFamilies(families);
    rows.updateImaging(
        imaging,
        List.of(
            families,
            listed,
            Table.read(reference("imaging-partners.tsv")),
            Table.read(reference("codes-not-about-fluoroscopy.tsv"))));
    rows.updateColumnTwo(columnTwo);
    List<Table> tables = List.of(families, imaging, columnTwo);
    for (Table table : tables) {
      requireInOrder(parts.get(0), lastRead(releases, Kind.NCCI_PRACTITIONER), table);
    }
    if (tables.stream()
        .anyMatch(t -> t.rows.stream().anyMatch(r -> r.get("source").equals(source)))) {
      name(
          sources,
          source,
          "CMS, NCCI procedure-to-procedure edits, release effective " + quarter.firstDay(),
          quarter.firstDay().toString(),
          "https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits");
    }
    return tables;
  }

  private void requireInOrder(OfficialFile file, Optional<Quarter> lastRead, Table table) {
    if (lastRead.isPresent() && quarter.compareTo(lastRead.get()) < 0 && changes.changed(table)) {
      throw new Refusal(
          file.member(),
          "is of "
              + quarter
              + ", and "
              + lastRead.get()
              + " has been read; read releases in order");
    }
  }

  private static Optional<Quarter> lastRead(Table releases, Kind kind) {
    return releases.rows.stream()
        .filter(row -> row.get("kind").equals(kind.name()))
        .map(row -> Quarter.of(row.get("quarter")))
        .max(Comparator.naturalOrder());
  }

  private static List<OfficialFile> of(List<OfficialFile> files, Kind kind) {
    return files.stream().filter(file -> file.kind() == kind).toList();
  }

  private void name(Table sources, String id, String words, String date, String url) {
    Optional<Table.Row> known =
        sources.rows.stream().filter(row -> row.get("id").equals(id)).findFirst();
    if (known.isEmpty()) {
      Table.Row added = Table.row().set("id", id).set("source", words);
      // The file lies here; who fetched it, and from where, this program does not know.
      sources.rows.add(
          added
              .set("source_date", date)
              .set("url", url)
              .set("read", "PART")
              .set("read_part", "the rows of the codes named here")
              .set("read_where", "COPY")
              .set("read_on", today.toString()));
      changes.changed(sources, id + ": new");
    } else if (!known.get().get("source_date").equals(date)) {
      changes.changed(
          sources, id + ": dated " + date + ", no longer " + known.get().get("source_date"));
      known.get().set("source_date", date);
    }
  }

  /** Which file the rows come from, so that anybody can fetch it and compare. */
  private void record(List<OfficialFile> files, Table releases) {
    for (OfficialFile file : files) {
      Table.Row row =
          releases.rows.stream()
              .filter(r -> r.get("quarter").equals(quarter.toString()))
              .filter(r -> r.get("kind").equals(file.kind().name()))
              // An excerpt of the release was read without its file.
              .filter(r -> r.get("file").isEmpty() || r.get("file").equals(file.member()))
              .findFirst()
              .orElse(null);
      if (row == null) {
        row = Table.row().set("quarter", quarter.toString()).set("kind", file.kind().name());
        releases.rows.add(row);
      }
      if (!row.get("sha256").equals(file.sha256())) {
        row.set("file", file.member());
        row.set("given_as", file.name()).set("sha256", file.sha256());
        row.set("read_on", today.toString());
      }
    }
  }

  private static void write(List<Table> tables) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Table table : tables) {
      Path beside = table.path().resolveSibling(table.name() + ".new");
      Files.writeString(beside, table.text());
      written.add(beside);
    }
    for (int i = 0; i < tables.size(); i++) {
      Files.move(written.get(i), tables.get(i).path(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
