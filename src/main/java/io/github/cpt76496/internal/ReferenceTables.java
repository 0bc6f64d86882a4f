package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.page.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The dated code sets of {@code rules/reference/}. Immutable after loading, and read when a host's
 * process starts: plain loops.
 */
final class ReferenceTables {

  private record Range(long firstKey, long lastKey, CodeRow row) implements Comparable<Range> {

    @Override
    public int compareTo(Range other) {
      return Long.compare(firstKey, other.firstKey);
    }

    static Range of(CodeRow row) {
      return new Range(CodeRow.sortKey(row.firstCode()), CodeRow.sortKey(row.lastCode()), row);
    }
  }

  private static void add(CodeRow row, String key, Map<String, List<CodeRow>> byKey) {
    List<CodeRow> known = byKey.get(key);
    if (known == null) {
      known = new ArrayList<>(4);
      byKey.put(key, known);
    }
    known.add(row);
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
      Arrays.sort(ranges);
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
        add(row, row.key(), byKey);
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

  /** Rows of one file of which several hold for a code, in the order of the file. */
  static final class Relation {
    private final CodeRow[] rows;
    private final long[] firstKeys;
    private final long[] lastKeys;

    /** Where the rows lie in the file, by first key. */
    private final int[] sorted;

    /** The first keys in that order. */
    private final long[] sortedKeys;

    /** The greatest last key up to a place of {@link #sorted}. */
    private final long[] reach;

    /** Places in the file, by listed code or else key. */
    private final Map<String, int[]> byListedCode = new HashMap<>();

    /** Places in the file, by key. */
    private final Map<String, int[]> byKey = new HashMap<>();

    private Relation(List<CodeRow> inOrder) {
      rows = inOrder.toArray(new CodeRow[0]);
      firstKeys = new long[rows.length];
      lastKeys = new long[rows.length];
      for (int i = 0; i < rows.length; i++) {
        firstKeys[i] = CodeRow.sortKey(rows[i].firstCode());
        lastKeys[i] = CodeRow.sortKey(rows[i].lastCode());
        String listedCode = rows[i].listedCode().isEmpty() ? rows[i].key() : rows[i].listedCode();
        requireSaidOnce(i, byListedCode.getOrDefault(listedCode, NONE));
        byListedCode.put(listedCode, with(byListedCode.getOrDefault(listedCode, NONE), i));
        byKey.put(rows[i].key(), with(byKey.getOrDefault(rows[i].key(), NONE), i));
      }
      sorted = places(firstKeys);
      sortedKeys = new long[rows.length];
      reach = new long[rows.length];
      for (int i = 0; i < rows.length; i++) {
        sortedKeys[i] = firstKeys[sorted[i]];
        long last = lastKeys[sorted[i]];
        reach[i] = i == 0 ? last : Math.max(reach[i - 1], last);
      }
    }

    private void requireSaidOnce(int row, int[] others) {
      for (int other : others) {
        if (firstKeys[row] <= lastKeys[other]
            && firstKeys[other] <= lastKeys[row]
            && rows[row].holdsWith(rows[other])) {
          throw new IllegalStateException(
              rows[row].place()
                  + ": says of a code on one date what another row says; the other is "
                  + rows[other].place());
        }
      }
    }

    /** The places of keys in the order of the keys; sorted as one number each. */
    private static int[] places(long[] keys) {
      long[] both = new long[keys.length];
      for (int i = 0; i < keys.length; i++) {
        both[i] = keys[i] << Short.SIZE | i;
      }
      Arrays.sort(both);
      int[] places = new int[keys.length];
      for (int i = 0; i < keys.length; i++) {
        places[i] = (int) both[i] & 0xffff;
      }
      return places;
    }

    private static int[] with(int[] places, int one) {
      int[] all = Arrays.copyOf(places, places.length + 1);
      all[places.length] = one;
      return all;
    }

    /**
     * The rows in force for a code.
     *
     * @param key its {@link CodeRow#sortKey}
     */
    List<CodeRow> find(long key, LocalDate date) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sortedKeys[middle] <= key) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      int[] found = NONE;
      for (int i = low - 1; i >= 0 && reach[i] >= key; i--) {
        int row = sorted[i];
        if (lastKeys[row] >= key && rows[row].holdsOn(date)) {
          found = with(found, row);
        }
      }
      if (found.length == 0) {
        return List.of();
      }
      Arrays.sort(found);
      List<CodeRow> inOrder = new ArrayList<>(found.length);
      for (int row : found) {
        inOrder.add(rows[row]);
      }
      return inOrder;
    }

    /** Whether a row in force says of a code that a listed code is not reported beside it. */
    boolean holds(String listedCode, long key, LocalDate date) {
      for (int row : byListedCode.getOrDefault(listedCode, NONE)) {
        if (firstKeys[row] <= key && key <= lastKeys[row] && rows[row].holdsOn(date)) {
          return true;
        }
      }
      return false;
    }

    /** The rows in force for a key. */
    List<CodeRow> findKey(String key, LocalDate date) {
      List<CodeRow> found = new ArrayList<>();
      for (int row : byKey.getOrDefault(key, NONE)) {
        if (rows[row].holdsOn(date)) {
          found.add(rows[row]);
        }
      }
      return found;
    }

    boolean knowsKey(String key) {
      return byKey.containsKey(key);
    }

    private static final int[] NONE = {};
  }

  /** A word of the code, and the days on which it is one. */
  private record WordOfTheCode(String word, LocalDate first, LocalDate last) {}

  /** The rows of a file. */
  private final Function<String, List<Tsv.Row>> files;

  private final HostTables narrativesOfHost;

  private final Map<String, Tsv.Row> sources = new HashMap<>();

  /** How much was read of a source, by its id: many rows cite one. */
  private final Map<String, Citation.Reading> readings = new HashMap<>();

  /** What says where the imaging of a procedure is coded, the most telling table first. */
  private final List<CodeTable> procedures;

  /**
   * The codes of all tables of procedure codes: most codes on a claim are in none of them, and are
   * passed over after one look.
   */
  private final CodeSet known = new CodeSet();

  /** The codes that ended on any date: what a finding names is looked up here each time. */
  private final Set<String> ended = new HashSet<>();

  final CodeTable procedureFamilies;

  /** Which listed imaging code goes with which procedure, best first. */
  final Relation partners;

  /** Beside which codes a listed imaging code is not reported. */
  final Relation exclusions;

  /** Which imaging other than fluoroscopy a procedure's code holds, or which code does instead. */
  final Relation otherImaging;

  final CodeTable endedCodes;
  final CodeTable columnTwoCodes;
  final CodeTable placesOfService;
  private final Map<String, CodeTable> facilityPlacesByPayer = new HashMap<>();

  /** By modality, alone or with the purpose or procedure family. */
  private final Map<String, CodeRow> codesByImaging = new HashMap<>();

  final CodeTable revenueCodes;

  /** By the first two characters. */
  final CodeTable typesOfBill;

  /** Whose public rules somebody looked for. */
  final PayerSearches payerSearches = PayerSearches.load();

  private final CodeTable ncciModifiers;
  private final Map<String, String> familyNames = new HashMap<>();

  /** In capitals, by their length: few have one length. */
  private final List<List<WordOfTheCode>> wordsOfTheCode = new ArrayList<>();

  /** Read when first asked for: most reviews never ask. */
  private volatile @Nullable FeeSchedule feeSchedule;

  /** Read when the first words are: a host whose claims carry none never pays for them. */
  private volatile @Nullable NarrativeLexicon narratives;

  /** Read when the first record says that the imaging was plain x-ray. */
  private volatile @Nullable NarrativeLexicon xRayStudies;

  private ReferenceTables(
      Function<String, List<Tsv.Row>> files,
      HostTables narrativesOfHost,
      Optional<NcciPairs> pairsOfHost) {
    this.files = files;
    this.narrativesOfHost = narrativesOfHost;
    for (Tsv.Row row : files.apply("sources.tsv")) {
      if (sources.put(row.required("id"), row) != null) {
        throw new IllegalStateException(row.place() + ": id is used twice");
      }
      readings.put(row.required("id"), Sources.reading(row));
    }
    for (Tsv.Row row : files.apply("family-names.tsv")) {
      familyNames.put(row.required("family"), row.required("name"));
    }
    List<CodeRow> families = rows("procedure-families.tsv", "family");
    partners = new Relation(rows("imaging-partners.tsv", "family"));
    exclusions = new Relation(rows("imaging-exclusions.tsv", "listed_code"));
    otherImaging = new Relation(rows("imaging-of-procedures.tsv", "imaging"));
    procedureFamilies = new CodeTable(families);
    CodeTable pairsWith76496 =
        new CodeTable(pairsOfHost.isEmpty() ? List.of() : pairsOfHost.get().over76496());
    // The host's release replaces the pairs among the families.
    CodeTable familiesByCode =
        pairsOfHost.isEmpty()
            ? procedureFamilies
            : new CodeTable(
                families.stream()
                    .filter(row -> row.imaging() != Row.Imaging.PAIRED_WITH_76496)
                    .toList());
    CodeTable notAboutFluoroscopy = table("codes-not-about-fluoroscopy.tsv", "kind");
    CodeTable fluoroscopyPairs =
        new CodeTable(
            pairsOfHost.isEmpty()
                ? rows("ncci-fluoroscopy-pairs.tsv", "pair")
                : pairsOfHost.get().over76000(notAboutFluoroscopy));
    procedures =
        List.of(
            pairsWith76496,
            familiesByCode,
            table("listed-fluoroscopy-codes.tsv", "kind"),
            fluoroscopyPairs);
    endedCodes = table("ended-codes.tsv", "group");
    columnTwoCodes =
        new CodeTable(
            pairsOfHost.isEmpty()
                ? rows("ncci-column-two-codes.tsv", "service")
                : pairsOfHost.get().under76496());
    for (Tsv.Row row : files.apply("codes-by-imaging.tsv")) {
      CodeRow codes = codeRow(row, "imaging");
      if (codesByImaging.put(codes.key(), codes) != null) {
        throw new IllegalStateException(row.place() + ": imaging is used twice");
      }
    }
    for (Relation relation : List.of(partners, exclusions, otherImaging)) {
      know(relation.firstKeys, relation.lastKeys, relation.rows);
    }
    for (CodeTable table : procedures) {
      know(table.firstKeys, table.lastKeys, table.rows);
    }
    know(endedCodes.firstKeys, endedCodes.lastKeys, endedCodes.rows);
    know(columnTwoCodes.firstKeys, columnTwoCodes.lastKeys, columnTwoCodes.rows);
    for (CodeRow row : codesByImaging.values()) {
      knowNamed(row);
    }
    for (CodeRow row : endedCodes.rows) {
      ended.add(row.lastCode());
      for (String code = row.firstCode(); !code.equals(row.lastCode()); code = CodeRow.next(code)) {
        ended.add(code);
      }
    }
    placesOfService = table("places-of-service.tsv", "setting");
    Map<String, List<CodeRow>> places = new HashMap<>();
    for (CodeRow row : rows("facility-places-by-payer.tsv", "payer")) {
      add(row, row.key(), places);
    }
    for (Map.Entry<String, List<CodeRow>> ofPayer : places.entrySet()) {
      facilityPlacesByPayer.put(ofPayer.getKey(), new CodeTable(ofPayer.getValue()));
    }
    ncciModifiers = table("ncci-modifiers.tsv", "kind");
    revenueCodes = table("revenue-codes.tsv", "kind");
    typesOfBill = table("types-of-bill.tsv", "kind");
    for (Tsv.Row row : files.apply("words-of-the-code.tsv")) {
      String word = row.required("word");
      while (wordsOfTheCode.size() <= word.length()) {
        wordsOfTheCode.add(new ArrayList<>());
      }
      List<WordOfTheCode> asLong = wordsOfTheCode.get(word.length());
      for (WordOfTheCode other : asLong) {
        if (other.word().equals(word)) {
          throw new IllegalStateException(row.place() + ": word is used twice");
        }
      }
      asLong.add(new WordOfTheCode(word, row.date("effective_date"), row.endDate("end_date")));
      citation(row);
    }
  }

  /**
   * Reads the tables.
   *
   * @param narrativesOfHost what a host reads words as, before the rule set does
   * @param pairsOfHost NCCI pairs that replace those of the rule set
   */
  static ReferenceTables load(HostTables narrativesOfHost, Optional<NcciPairs> pairsOfHost) {
    ReferenceTables tables = new ReferenceTables(Tsv::read, narrativesOfHost, pairsOfHost);
    if (!narrativesOfHost.rows().isEmpty()) {
      try {
        tables.narratives(); // A fault in a host's row is told where it is added.
      } catch (IllegalStateException e) {
        throw new IllegalArgumentException("narratives: " + e.getMessage(), e);
      }
    }
    return tables;
  }

  /** The same of rows that come from elsewhere. */
  static ReferenceTables of(Function<String, List<Tsv.Row>> files) {
    return new ReferenceTables(files, HostTables.NONE, Optional.empty());
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

  /** What the words of a line can be read as. */
  NarrativeLexicon narratives() {
    NarrativeLexicon known = narratives;
    if (known == null) {
      // Two threads may both read it: they read the same.
      known =
          NarrativeLexicon.load(
              files, this::citation, narrativesOfHost.rows(), ReferenceTables::citationOfHost);
      narratives = known;
    }
    return known;
  }

  /** What the words of a line whose imaging was plain x-ray can be read as. */
  NarrativeLexicon xRayStudies() {
    NarrativeLexicon known = xRayStudies;
    if (known == null) {
      // Two threads may both read it: they read the same.
      known = NarrativeLexicon.load(files, NarrativeLexicon.X_RAY_STUDIES, this::citation);
      xRayStudies = known;
    }
    return known;
  }

  private void know(long[] firstKeys, long[] lastKeys, CodeRow[] rows) {
    known.add(firstKeys, lastKeys);
    for (CodeRow row : rows) {
      knowNamed(row);
    }
  }

  /** The codes that a row can name: billed already, they are no candidates. */
  private void knowNamed(CodeRow row) {
    for (String code : row.procedureCodes()) {
      known.add(code);
    }
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
      if (row.isPresent() && row.get().key().startsWith("DISTINCT_SERVICE")) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the modifiers bypasses a pair from either of its codes. */
  boolean partsFromEitherCode(List<String> modifiers, LocalDate date) {
    for (int i = 0; i < modifiers.size(); i++) {
      Optional<CodeRow> row = ncciModifiers.find(modifiers.get(i), date);
      if (row.isPresent() && row.get().key().equals("DISTINCT_SERVICE_EITHER_CODE")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether CMS accepts one of the modifiers for parting a line from another. One that names a site
   * does not part from what was done at the same.
   */
  boolean parts(List<String> modifiers, List<String> ofOther, LocalDate date) {
    for (int i = 0; i < modifiers.size(); i++) {
      Optional<CodeRow> row = ncciModifiers.find(modifiers.get(i), date);
      if (row.isPresent()
          && !(row.get().key().equals("ANATOMIC") && ofOther.contains(modifiers.get(i)))) {
        return true;
      }
    }
    return false;
  }

  /** The row of a modifier that names a site. */
  Optional<CodeRow> site(String modifier, LocalDate date) {
    return ncciModifiers.find(modifier, date).filter(row -> row.key().equals("ANATOMIC"));
  }

  /** The codes of a modality, for a purpose or procedure family if any is named. */
  Optional<CodeRow> codesByImaging(String imaging, String study, LocalDate date) {
    CodeRow row = codesByImaging.get(study.isEmpty() ? imaging : imaging + " " + study);
    return row != null && row.holdsOn(date) ? Optional.of(row) : Optional.empty();
  }

  /** The radiology codes of a modality, whatever it was for. */
  List<String> radiologyCodesByImaging(String imaging, LocalDate date) {
    List<String> codes = new ArrayList<>();
    for (CodeRow row : codesByImaging.values()) {
      if ((row.key() + " ").startsWith(imaging + " ") && row.holdsOn(date)) {
        for (String code : row.procedureCodes()) {
          if (code.startsWith("7")) {
            codes.add(code);
          }
        }
      }
    }
    Collections.sort(codes);
    return codes;
  }

  /** The procedure families that a record may name, with their names. */
  Map<String, String> families() {
    Map<String, String> families = new TreeMap<>();
    for (String key : procedureFamilies.byKey.keySet()) {
      families.put(key, name(key));
    }
    for (String key : partners.byKey.keySet()) {
      families.put(key, name(key));
    }
    return Collections.unmodifiableMap(families);
  }

  /** Whether a record may name a procedure family. */
  boolean knowsFamily(String family) {
    return procedureFamilies.knowsKey(family) || partners.knowsKey(family);
  }

  /**
   * Whether a text is there and says no more of a service than its code, 76496, or that something
   * is attached. One without a letter or digit says nothing.
   */
  boolean restatesCode(String text, LocalDate date) {
    // Capitals of other scripts can be more letters than the small ones; they take a copy.
    boolean isAscii = NarrativeLexicon.isAscii(text);
    Words words = new Words(isAscii ? text : text.toUpperCase(Locale.ROOT));
    boolean any = false;
    while (words.next()) {
      if (!isOfTheCode(words, isAscii, date)) {
        return false;
      }
      any = true;
    }
    return any || !LineTexts.isBlank(text);
  }

  private boolean isOfTheCode(Words words, boolean ignoreCase, LocalDate date) {
    int length = words.length();
    List<WordOfTheCode> asLong =
        length < wordsOfTheCode.size() ? wordsOfTheCode.get(length) : List.of();
    for (int i = 0; i < asLong.size(); i++) {
      WordOfTheCode known = asLong.get(i);
      if (words.is(known.word(), ignoreCase)) {
        return !date.isBefore(known.first()) && !date.isAfter(known.last());
      }
    }
    return false;
  }

  /** Whether any table of procedure codes has a row for a code, on any date. */
  boolean know(String code) {
    return known.holds(code);
  }

  /** Whether a code was no longer valid on a date. */
  boolean hadEnded(String code, LocalDate date) {
    return ended.contains(code) && endedCodes.find(code, date).isPresent();
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
    List<String> codes = row.list("codes");
    String first = codes.isEmpty() ? row.required("first_code") : codes.get(0);
    String last = row.text("last_code").isEmpty() ? first : row.text("last_code");
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
        name(row.required(keyColumn)),
        // A row of a partner says by being there where the imaging is coded.
        row.text("listed_code").isEmpty() || keyColumn.equals("listed_code")
            ? row.optional("imaging_is", Row.Imaging.NOT_STATED)
            : Row.Imaging.CODED_BESIDE,
        first,
        last,
        effective,
        end,
        codes.isEmpty() ? row.list("procedure_codes") : codes,
        row.text("choose_by"),
        row.text("listed_code"),
        row.text("modifier_indicator"),
        row.text("pair_code"),
        row.text("pair_reason").isEmpty()
            ? CodeRow.PairReason.NOT_STATED
            : row.constant("pair_reason", CodeRow.PairReason.class),
        citation(row));
  }

  /** {@code PERCUTANEOUS_BILIARY} in words. */
  private String name(String key) {
    if (key.equals(NcciPairs.KEY)) {
      return ""; // A code by itself, of no family.
    }
    String known = familyNames.get(key);
    return known == null ? key.toLowerCase(Locale.ROOT).replace('_', ' ') : known;
  }

  /** A host's row says its source itself. */
  private static Citation citationOfHost(Tsv.Row row) {
    return new Citation(
        row.required("source"),
        row.text("url"),
        row.constant("grade", Citation.Grade.class),
        row.required("source_date"),
        row.date("last_review_date"));
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
        readings.get(row.required("source")),
        row.date("last_review_date"));
  }
}
