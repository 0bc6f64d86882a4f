package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.page.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The dated code sets of {@code rules/reference/}. Immutable after loading, and read when a host's
 * process starts: plain loops.
 */
final class ReferenceTables {

  private record Range(long firstKey, long lastKey, CodeRow row) {

    static final Comparator<Range> BY_FIRST_KEY = (a, b) -> Long.compare(a.firstKey, b.firstKey);

    static Range of(CodeRow row) {
      return new Range(CodeRow.sortKey(row.firstCode()), CodeRow.sortKey(row.lastCode()), row);
    }
  }

  /** Rows of one file, looked up by code or key, and date. No code has two rows on one date. */
  static final class CodeTable {
    private final CodeRow[] rows;
    private final long[] firstKeys;
    private final long[] lastKeys;

    /** The greatest last key up to a row: no range before that row reaches further. */
    private final long[] reach;

    private final Map<String, List<CodeRow>> byKey = new HashMap<>();

    private CodeTable(List<CodeRow> unsorted) {
      Range[] ranges = new Range[unsorted.size()];
      for (int i = 0; i < ranges.length; i++) {
        ranges[i] = Range.of(unsorted.get(i));
      }
      Arrays.sort(ranges, Range.BY_FIRST_KEY);
      rows = new CodeRow[ranges.length];
      firstKeys = new long[rows.length];
      lastKeys = new long[rows.length];
      reach = new long[rows.length];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = ranges[i].row();
        firstKeys[i] = ranges[i].firstKey();
        lastKeys[i] = ranges[i].lastKey();
        reach[i] = i == 0 ? lastKeys[i] : Math.max(reach[i - 1], lastKeys[i]);
        requireNoOverlap(i);
      }
      for (CodeRow row : unsorted) {
        byKey.computeIfAbsent(row.key(), k -> new ArrayList<>()).add(row);
      }
    }

    private void requireNoOverlap(int i) {
      for (int j = i - 1; j >= 0 && reach[j] >= firstKeys[i]; j--) {
        if (lastKeys[j] >= firstKeys[i] && rows[i].holdsWith(rows[j])) {
          throw new IllegalStateException(
              rows[i].place()
                  + ": a code has two rows on one date; the other is "
                  + rows[j].place());
        }
      }
    }

    /** The row in force for a code. */
    Optional<CodeRow> find(String code, LocalDate date) {
      return find(CodeRow.sortKey(code), date);
    }

    /**
     * The row in force for a code.
     *
     * @param key its {@link CodeRow#sortKey}
     */
    Optional<CodeRow> find(long key, LocalDate date) {
      int found = Arrays.binarySearch(firstKeys, key);
      int i = found < 0 ? -found - 2 : found;
      // Several rows can begin with one code, each in its own years.
      while (i + 1 < rows.length && firstKeys[i + 1] == key) {
        i++;
      }
      for (; i >= 0 && reach[i] >= key; i--) {
        if (lastKeys[i] >= key && rows[i].holdsOn(date)) {
          return Optional.of(rows[i]);
        }
      }
      return Optional.empty();
    }

    /** The first row in force for a key. */
    Optional<CodeRow> findKey(String key, LocalDate date) {
      for (CodeRow row : byKey.getOrDefault(key, List.of())) {
        if (row.holdsOn(date)) {
          return Optional.of(row);
        }
      }
      return Optional.empty();
    }

    boolean knowsKey(String key) {
      return byKey.containsKey(key);
    }
  }

  private record NarrativeTerm(String words, String family) {}

  /** The days on which a word is one of the code. */
  private record Days(LocalDate first, LocalDate last) {}

  /** The rows of a file. */
  private final Function<String, List<Tsv.Row>> files;

  private final Map<String, Tsv.Row> sources = new HashMap<>();
  private final List<NarrativeTerm> narrativeTerms = new ArrayList<>();

  /** What says where the imaging of a procedure is coded, the most telling table first. */
  private final List<CodeTable> procedures;

  /**
   * The codes of all tables of procedure codes as ranges that do not meet: most codes on a claim
   * are in none of them, and are passed over after one look.
   */
  private final long[] firstKnown;

  private final long[] lastKnown;

  final CodeTable procedureFamilies;
  final CodeTable endedCodes;
  final CodeTable columnTwoCodes;
  final CodeTable placesOfService;
  private final Map<String, CodeTable> facilityPlacesByPayer = new HashMap<>();
  final CodeTable unlistedByImaging;
  final CodeTable revenueCodes;

  /** By the first two characters. */
  final CodeTable typesOfBill;

  private final CodeTable ncciModifiers;
  private final Map<String, Days> wordsOfTheCode = new HashMap<>();

  /** Read when first asked for: most reviews never ask. */
  private volatile @Nullable FeeSchedule feeSchedule;

  private ReferenceTables(Function<String, List<Tsv.Row>> files, Optional<NcciPairs> pairsOfHost) {
    this.files = files;
    for (Tsv.Row row : files.apply("sources.tsv")) {
      if (sources.put(row.required("id"), row) != null) {
        throw new IllegalStateException(row.place() + ": id is used twice");
      }
    }
    List<CodeRow> families = rows("procedure-families.tsv", "family");
    procedureFamilies = new CodeTable(families);
    CodeTable pairsWith76496 =
        new CodeTable(pairsOfHost.map(NcciPairs::over76496).orElse(List.of()));
    // The host's release stands in for the pairs among the families.
    CodeTable familiesByCode =
        pairsOfHost.isEmpty()
            ? procedureFamilies
            : new CodeTable(
                families.stream()
                    .filter(row -> row.imaging() != Row.Imaging.PAIRED_WITH_76496)
                    .toList());
    CodeTable fluoroscopyPairs =
        new CodeTable(
            pairsOfHost
                .map(NcciPairs::overListedFluoroscopy)
                .orElseGet(() -> rows("ncci-fluoroscopy-pairs.tsv", "group")));
    procedures =
        List.of(
            pairsWith76496,
            familiesByCode,
            table("listed-fluoroscopy-codes.tsv", "kind"),
            fluoroscopyPairs);
    endedCodes = table("ended-codes.tsv", "group");
    columnTwoCodes =
        new CodeTable(
            pairsOfHost
                .map(NcciPairs::under76496)
                .orElseGet(() -> rows("ncci-column-two-codes.tsv", "service")));
    List<CodeTable> known = new ArrayList<>(procedures);
    known.add(endedCodes);
    known.add(columnTwoCodes);
    List<long[]> ranges = ranges(known);
    firstKnown = new long[ranges.size()];
    lastKnown = new long[ranges.size()];
    for (int i = 0; i < ranges.size(); i++) {
      firstKnown[i] = ranges.get(i)[0];
      lastKnown[i] = ranges.get(i)[1];
    }
    placesOfService = table("places-of-service.tsv", "setting");
    Map<String, List<CodeRow>> places = new HashMap<>();
    for (CodeRow row : rows("facility-places-by-payer.tsv", "payer")) {
      places.computeIfAbsent(row.key(), payer -> new ArrayList<>()).add(row);
    }
    places.forEach((payer, rows) -> facilityPlacesByPayer.put(payer, new CodeTable(rows)));
    unlistedByImaging = table("unlisted-codes-by-imaging.tsv", "imaging");
    for (Tsv.Row row : files.apply("narrative-terms.tsv")) {
      narrativeTerms.add(narrativeTerm(row));
    }
    ncciModifiers = table("ncci-modifiers.tsv", "kind");
    revenueCodes = table("revenue-codes.tsv", "kind");
    typesOfBill = table("types-of-bill.tsv", "kind");
    for (Tsv.Row row : files.apply("words-of-the-code.tsv")) {
      Days days = new Days(row.date("effective_date"), row.endDate("end_date"));
      if (wordsOfTheCode.put(row.required("word"), days) != null) {
        throw new IllegalStateException(row.place() + ": word is used twice");
      }
      citation(row);
    }
  }

  /**
   * Reads the tables.
   *
   * @param pairsOfHost NCCI pairs that stand in for those of the rule set
   */
  static ReferenceTables load(Optional<NcciPairs> pairsOfHost) {
    return new ReferenceTables(Tsv::read, pairsOfHost);
  }

  /** The same of rows that come from elsewhere. */
  static ReferenceTables of(Function<String, List<Tsv.Row>> files) {
    return new ReferenceTables(files, Optional.empty());
  }

  /** The fee schedule. */
  FeeSchedule feeSchedule() {
    FeeSchedule known = feeSchedule;
    if (known == null) {
      // Two threads may both read it: they read the same.
      known =
          new FeeSchedule(files.apply("fee-schedule.tsv"), table("pctc-indicators.tsv", "kind"));
      feeSchedule = known;
    }
    return known;
  }

  /** The ranges of codes in some tables, in order, those that meet as one. */
  private static List<long[]> ranges(List<CodeTable> tables) {
    List<long[]> all = new ArrayList<>();
    for (CodeTable table : tables) {
      for (int i = 0; i < table.rows.length; i++) {
        all.add(new long[] {table.firstKeys[i], table.lastKeys[i]});
      }
    }
    all.sort((a, b) -> Long.compare(a[0], b[0]));
    List<long[]> apart = new ArrayList<>();
    for (long[] range : all) {
      long[] before = apart.isEmpty() ? range : apart.get(apart.size() - 1);
      if (apart.isEmpty() || range[0] > before[1]) {
        apart.add(range);
      } else {
        before[1] = Math.max(before[1], range[1]);
      }
    }
    return apart;
  }

  /** The row by which a payer's own list calls a place of service a facility. */
  Optional<CodeRow> facilityPlaceOf(String payer, String placeOfService, LocalDate date) {
    CodeTable places = facilityPlacesByPayer.get(payer);
    return places == null ? Optional.empty() : places.find(placeOfService, date);
  }

  /** Whether one of the modifiers claims a distinct service. */
  boolean saysDistinctService(List<String> modifiers, LocalDate date) {
    // By index: most lines have none of these, and asking costs nothing then.
    for (int i = 0; i < modifiers.size(); i++) {
      Optional<CodeRow> row = ncciModifiers.find(modifiers.get(i), date);
      if (row.isPresent() && row.get().key().equals("DISTINCT_SERVICE")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word, in capitals, says no more of a service than that its code is 76496. */
  boolean isWordOfTheCode(String word, LocalDate date) {
    Days days = wordsOfTheCode.get(word);
    return days != null && !date.isBefore(days.first()) && !date.isAfter(days.last());
  }

  /** Whether any table of procedure codes has a row for a code, on whatever date. */
  boolean know(long key) {
    int found = Arrays.binarySearch(firstKnown, key);
    return found >= 0 || (found < -1 && lastKnown[-found - 2] >= key);
  }

  /** What is known of a procedure and its imaging on a date, from the most to the least telling. */
  Optional<CodeRow> procedure(long key, LocalDate date) {
    for (CodeTable table : procedures) {
      Optional<CodeRow> row = table.find(key, date);
      if (row.isPresent()) {
        return row;
      }
    }
    return Optional.empty();
  }

  /** The procedure family whose words stand in a text in capitals, as in force on a date. */
  Optional<CodeRow> familyNamedIn(String text, LocalDate date) {
    for (NarrativeTerm term : narrativeTerms) {
      if (Words.standIn(text, term.words())) {
        return procedureFamilies.findKey(term.family(), date);
      }
    }
    return Optional.empty();
  }

  private NarrativeTerm narrativeTerm(Tsv.Row row) {
    String family = row.required("family");
    if (!procedureFamilies.knowsKey(family)) {
      throw new IllegalStateException(row.place() + ": family is not in procedure-families.tsv");
    }
    return new NarrativeTerm(row.required("term"), family);
  }

  private CodeTable table(String file, String keyColumn) {
    return new CodeTable(rows(file, keyColumn));
  }

  private List<CodeRow> rows(String file, String keyColumn) {
    List<CodeRow> rows = new ArrayList<>();
    for (Tsv.Row row : files.apply(file)) {
      rows.add(codeRow(row, keyColumn));
    }
    return rows;
  }

  private CodeRow codeRow(Tsv.Row row, String keyColumn) {
    String first = row.required("first_code");
    String last = row.get("last_code").isEmpty() ? first : row.get("last_code");
    long firstKey = CodeRow.sortKey(first);
    if (firstKey == CodeRow.NO_CODE
        || firstKey > CodeRow.sortKey(last)
        || !CodeRow.sameKind(first, last)) {
      throw new IllegalStateException(row.place() + ": last_code does not follow first_code");
    }
    LocalDate effective = row.date("effective_date");
    LocalDate end = row.endDate("end_date");
    if (end.isBefore(effective)) {
      throw new IllegalStateException(row.place() + ": end_date lies before effective_date");
    }
    return new CodeRow(
        row.place(),
        row.required(keyColumn),
        row.optional("imaging_is", Row.Imaging.NOT_STATED),
        first,
        last,
        effective,
        end,
        row.list("procedure_codes"),
        row.text("choose_by"),
        row.list("also_reportable"),
        row.text("modifier_indicator"),
        citation(row));
  }

  private Citation citation(Tsv.Row row) {
    Tsv.Row source = sources.get(row.required("source"));
    if (source == null) {
      throw new IllegalStateException(row.place() + ": source is not in sources.tsv");
    }
    return new Citation(
        source.required("source"),
        source.get("url"),
        row.constant("grade", Citation.Grade.class),
        source.required("source_date"),
        row.date("last_review_date"));
  }
}
