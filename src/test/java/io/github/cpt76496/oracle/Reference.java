package io.github.cpt76496.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The dated code sets of {@code rules/reference/}, which rules and oracle share, laid out so that
 * one look at a code finds all its rows.
 */
public final class Reference {

  private static final Path FOLDER = Path.of("rules", "reference");
  private static final int NO_END = 9999_12_31;

  /** A row of one code with the dates of service on which it holds; the span is the file's row. */
  record Row(
      String code,
      String group,
      String kind,
      int from,
      int to,
      List<String> codes,
      String listed,
      String indicator,
      String grade,
      String span) {

    boolean inForce(int date) {
      return from <= date && date <= to;
    }
  }

  private static final List<Row> NONE = List.of();

  private final String[] settings = new String[100];
  private final Set<String> placesOfUnitedHealthcare = new HashSet<>();
  private final Map<String, List<Row>> procedures = new HashMap<>();
  private final Map<String, List<Row>> families = new HashMap<>();
  private final Map<String, List<Row>> listed = new HashMap<>();
  private final Map<String, List<Row>> ended = new HashMap<>();
  private final Map<String, List<Row>> columnTwo = new HashMap<>();
  private final Map<String, List<Row>> partners = new HashMap<>();
  private final Map<String, List<Row>> partnersOfFamily = new HashMap<>();
  private final Map<String, List<Row>> exclusions = new HashMap<>();
  private final Map<String, List<Row>> codesByImaging = new HashMap<>();
  private final Map<String, List<Row>> imagingOfProcedures = new HashMap<>();
  private final Map<String, List<Row>> feeSchedule = new HashMap<>();
  private final PlainWords words;
  private final PlainWords xRayStudies;

  public Reference() {
    Arrays.fill(settings, "");
    for (Map<String, String> row : table("places-of-service")) {
      for (String place : codes(row)) {
        settings[Integer.parseInt(place)] = row.get("setting");
      }
    }
    for (Map<String, String> row : table("facility-places-by-payer")) {
      placesOfUnitedHealthcare.addAll(codes(row));
    }
    for (Map<String, String> row : table("procedure-families")) {
      file(procedures, row, row.get("family"));
      families
          .computeIfAbsent(row.get("family"), k -> new ArrayList<>())
          .add(row(row, row.get("first_code"), row.get("family")));
    }
    for (Map<String, String> row : table("ncci-fluoroscopy-pairs")) {
      file(procedures, row, "");
    }
    for (Map<String, String> row : table("imaging-partners")) {
      file(partners, with(row, "imaging_is", "CODED_BESIDE"), row.get("family"));
      partnersOfFamily
          .computeIfAbsent(row.get("family"), k -> new ArrayList<>())
          .add(
              row(
                  with(row, "imaging_is", "CODED_BESIDE"),
                  row.get("first_code"),
                  row.get("family")));
    }
    for (Map<String, String> row : table("imaging-exclusions")) {
      for (String code : codes(row)) {
        exclusions
            .computeIfAbsent(row.get("listed_code"), k -> new ArrayList<>())
            .add(row(row, code, ""));
      }
    }
    for (Map<String, String> row : table("listed-fluoroscopy-codes")) {
      file(listed, row, row.get("kind"));
    }
    for (Map<String, String> row : table("ended-codes")) {
      file(ended, row, row.get("group"));
    }
    for (Map<String, String> row : table("ncci-column-two-codes")) {
      file(columnTwo, row, row.get("service"));
    }
    for (Map<String, String> row : table("codes-by-imaging")) {
      codesByImaging
          .computeIfAbsent(row.get("imaging"), k -> new ArrayList<>())
          .add(row(with(row, "procedure_codes", row.get("codes")), "", row.get("imaging")));
    }
    for (Map<String, String> row : table("imaging-of-procedures")) {
      file(imagingOfProcedures, row, row.get("imaging"));
    }
    for (Map<String, String> row : table("fee-schedule")) {
      if (row.get("modifier").isEmpty()) {
        feeSchedule
            .computeIfAbsent(row.get("code"), k -> new ArrayList<>())
            .add(row(row, row.get("code"), row.get("pctc_indicator")));
      }
    }
    words = new PlainWords(table("narrative-concepts"), table("narrative-words"));
    xRayStudies = new PlainWords(table("x-ray-studies"), table("narrative-words"));
  }

  /** HOSPITAL, FACILITY, NON_FACILITY, RATE_ONLY, or empty where the place is on no list (F). */
  public String settingOf(String place) {
    return place.isEmpty() ? "" : settings[(place.charAt(0) - '0') * 10 + place.charAt(1) - '0'];
  }

  boolean isOnPlaceListOfUnitedHealthcare(String place) {
    return placesOfUnitedHealthcare.contains(place);
  }

  List<Row> procedures(String code) {
    return procedures.getOrDefault(code, NONE);
  }

  List<Row> family(String name) {
    return families.getOrDefault(name, NONE);
  }

  List<Row> listed(String code) {
    return listed.getOrDefault(code, NONE);
  }

  List<Row> ended(String code) {
    return ended.getOrDefault(code, NONE);
  }

  List<Row> columnTwo(String code) {
    return columnTwo.getOrDefault(code, NONE);
  }

  List<Row> partners(String code) {
    return partners.getOrDefault(code, NONE);
  }

  List<Row> partnersOfFamily(String name) {
    return partnersOfFamily.getOrDefault(name, NONE);
  }

  List<Row> exclusions(String listedCode) {
    return exclusions.getOrDefault(listedCode, NONE);
  }

  /** The codes of a modality on a date; a key may name a purpose or family, too. */
  @Nullable Row codesByImaging(String key, int date) {
    for (Row row : codesByImaging.getOrDefault(key, NONE)) {
      if (row.inForce(date)) {
        return row;
      }
    }
    return null;
  }

  /** Whether a code is one of a modality, for whatever purpose. */
  boolean isOfModality(String code, String modality, int date) {
    return codesByImaging.values().stream()
        .flatMap(List::stream)
        .anyMatch(
            row ->
                row.inForce(date)
                    && row.group().split(" ", -1)[0].equals(modality)
                    && row.codes().contains(code));
  }

  /** Rows about a procedure's code and a modality, which is their group. */
  List<Row> imagingOfProcedures(String code) {
    return imagingOfProcedures.getOrDefault(code, NONE);
  }

  PlainWords words() {
    return words;
  }

  PlainWords xRayStudies() {
    return xRayStudies;
  }

  /** The PC/TC indicator of a code on a date, or empty where no row was read. */
  String pctcIndicator(String code, int date) {
    for (Row row : feeSchedule.getOrDefault(code, NONE)) {
      if (row.inForce(date)) {
        return row.group();
      }
    }
    return "";
  }

  public Set<String> familyNames() {
    Set<String> all = new TreeSet<>(families.keySet());
    all.addAll(partnersOfFamily.keySet());
    return all;
  }

  /** Every code of the tables, for those who make claims. */
  public Set<String> codes() {
    Set<String> all = new TreeSet<>(procedures.keySet());
    all.addAll(partners.keySet());
    all.addAll(imagingOfProcedures.keySet());
    exclusions.values().forEach(rows -> rows.forEach(row -> all.add(row.code())));
    all.addAll(listed.keySet());
    all.addAll(ended.keySet());
    all.addAll(columnTwo.keySet());
    all.addAll(feeSchedule.keySet());
    all.remove("76496");
    return all;
  }

  /** The codes of the pairs with 76496, and of any other kind of row. */
  public List<String> codesOfKind(String kind) {
    List<String> all = new ArrayList<>();
    Map<String, List<Row>> rows = new TreeMap<>(procedures);
    partners.forEach((code, of) -> rows.merge(code, of, Reference::both));
    rows.forEach(
        (code, of) -> {
          if (of.stream().anyMatch(row -> row.kind().equals(kind))) {
            all.add(code);
          }
        });
    return all;
  }

  private static List<Row> both(List<Row> one, List<Row> other) {
    List<Row> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  /** The modifiers for a distinct service, for those who make claims; the oracle has its own. */
  public List<String> distinctServiceModifiers() {
    return ncciModifiers(true);
  }

  /** Every modifier that CMS accepts for parting a pair. */
  public List<String> ncciModifiers() {
    return ncciModifiers(false);
  }

  private static List<String> ncciModifiers(boolean distinctServiceOnly) {
    List<String> all = new ArrayList<>();
    for (Map<String, String> row : table("ncci-modifiers")) {
      if (!distinctServiceOnly || row.get("kind").startsWith("DISTINCT_SERVICE")) {
        all.addAll(codes(row));
      }
    }
    return all.stream().distinct().toList();
  }

  List<String> codesWithOtherImaging() {
    return List.copyOf(new TreeSet<>(imagingOfProcedures.keySet()));
  }

  List<String> listedCodes() {
    return List.copyOf(new TreeSet<>(listed.keySet()));
  }

  List<String> endedCodes() {
    return List.copyOf(new TreeSet<>(ended.keySet()));
  }

  List<String> columnTwoCodes() {
    return List.copyOf(new TreeSet<>(columnTwo.keySet()));
  }

  private static void file(Map<String, List<Row>> map, Map<String, String> row, String group) {
    for (String code : codes(row)) {
      map.computeIfAbsent(code, k -> new ArrayList<>(2)).add(row(row, code, group));
    }
  }

  private static Map<String, String> with(Map<String, String> row, String column, String cell) {
    Map<String, String> other = new HashMap<>(row);
    other.put(column, cell);
    return other;
  }

  private static Row row(Map<String, String> row, String code, String group) {
    return new Row(
        code,
        group,
        row.getOrDefault("imaging_is", ""),
        from(row),
        to(row),
        list(row.getOrDefault("procedure_codes", "")),
        row.getOrDefault("listed_code", ""),
        row.getOrDefault("modifier_indicator", ""),
        row.getOrDefault("grade", ""),
        row.getOrDefault("first_code", "") + " " + row.get("effective_date"));
  }

  static int from(Map<String, String> row) {
    return date(row.get("effective_date"), 0);
  }

  static int to(Map<String, String> row) {
    return date(row.get("end_date"), NO_END);
  }

  private static int date(String text, int open) {
    return text.isEmpty() ? open : Integer.parseInt(text.replace("-", ""));
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  /** The codes from the first to the last, which differ in one run of digits only. */
  private static List<String> codes(Map<String, String> row) {
    String first = row.get("first_code");
    String last = row.get("last_code");
    if (last.isEmpty()) {
      return List.of(first);
    }
    int start = Character.isDigit(first.charAt(0)) ? 0 : 1;
    int end = Character.isDigit(first.charAt(first.length() - 1)) ? first.length() : 4;
    int low = Integer.parseInt(first.substring(start, end));
    int high = Integer.parseInt(last.substring(start, end));
    List<String> all = new ArrayList<>(high - low + 1);
    for (int n = low; n <= high; n++) {
      String digits = Integer.toString(n);
      all.add(
          first.substring(0, start)
              + "0".repeat(end - start - digits.length())
              + digits
              + first.substring(end));
    }
    return all;
  }

  /** A small reader: {@code #} starts a comment, the first other line names the columns. */
  private static List<Map<String, String>> table(String name) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> columns = List.of();
    try {
      for (String line : Files.readAllLines(FOLDER.resolve(name + ".tsv"))) {
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        List<String> cells = Arrays.asList(line.split("\t", -1));
        if (columns.isEmpty()) {
          columns = cells;
          continue;
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          row.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (rows.isEmpty()) {
      throw new IllegalStateException(name + ": no rows");
    }
    return rows;
  }
}
