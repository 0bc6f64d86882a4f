package io.github.cpt76496.examples.refresh;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The facts of a release of the fee schedule. The column of descriptions is never looked at.
 *
 * <p>Columns are found by their headings, which stand in several rows, one word above the other:
 * CMS adds a column now and then.
 *
 * @param quarter of the release
 * @param released the day that the file bears, if it bears one
 * @param byCode facts by code and modifier
 */
record FeeSchedule(Quarter quarter, Optional<LocalDate> released, Map<Key, Facts> byCode) {

  /** Of a row. */
  record Key(String code, String modifier) {

    @Override
    public String toString() {
      return modifier.isEmpty() ? code : code + "-" + modifier;
    }
  }

  /** The facts that the rules know, by the names of their columns in {@code fee-schedule.tsv}. */
  record Facts(Map<String, String> byColumn) {}

  /** Empty lines count, so that a record's number is that of its line. */
  private static final CSVFormat LINES =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

  private static final Pattern TITLE =
      Pattern.compile(
          "(20\\d\\d) National Physician Fee Schedule (?:Relative Value|RVU) File"
              + " (January|April|July|October) Release",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RELEASED =
      Pattern.compile("RELEASED (\\d\\d?/\\d\\d?/\\d{4})", Pattern.CASE_INSENSITIVE);
  private static final DateTimeFormatter US_DATE = DateTimeFormatter.ofPattern("M/d/yyyy");
  private static final List<String> MONTHS = List.of("JANUARY", "APRIL", "JULY", "OCTOBER");

  /** What the facts look like; a spreadsheet makes 9 of 09. */
  private static final Map<String, Pattern> VALUES =
      Map.of(
          "status", Pattern.compile("[A-Z]"),
          "nonfacility_na", Pattern.compile("(NA)?"),
          "facility_na", Pattern.compile("(NA)?"),
          "pctc_indicator", Pattern.compile("\\d"),
          "supervision", Pattern.compile("\\d[0-9A]"));

  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}");

  static FeeSchedule read(OfficialFile file) {
    List<CSVRecord> records;
    try (CSVParser parser = LINES.parse(new StringReader(file.text()))) {
      records = parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int headings = 0;
    while (headings < records.size() && !cell(records.get(headings), 0).equals("HCPCS")) {
      headings++;
    }
    if (headings == records.size()) {
      throw new Refusal(
          file.place(1), "no row of headings begins with HCPCS; is it the relative value file?");
    }
    String title = words(records.subList(0, headings));
    return new FeeSchedule(quarter(file, title), released(title), facts(file, records, headings));
  }

  private static Quarter quarter(OfficialFile file, String title) {
    Matcher matcher = TITLE.matcher(title);
    if (!matcher.find()) {
      throw new Refusal(
          file.place(1),
          "no title with the year and month of the release stands above the headings");
    }
    String month = matcher.group(2).toUpperCase(Locale.ROOT);
    return new Quarter(Integer.parseInt(matcher.group(1)), MONTHS.indexOf(month) + 1);
  }

  private static Optional<LocalDate> released(String title) {
    Matcher matcher = RELEASED.matcher(title);
    return matcher.find()
        ? Optional.of(LocalDate.parse(matcher.group(1), US_DATE))
        : Optional.empty();
  }

  private static Map<Key, Facts> facts(OfficialFile file, List<CSVRecord> records, int headings) {
    List<String> joined = joined(records, headings);
    String at = file.place(headings + 1L);
    int modifier = columns(at, joined, "MOD", 1).get(0);
    List<Integer> notApplicable = columns(at, joined, "NA INDICATOR", 2);
    Map<String, Integer> columns =
        Map.of(
            "status", columns(at, joined, "STATUS CODE", 1).get(0),
            "nonfacility_na", notApplicable.get(0),
            "facility_na", notApplicable.get(1),
            "pctc_indicator", columns(at, joined, "PCTC IND", 1).get(0),
            "supervision", columns(at, joined, "DIAGNOSTIC PROCEDURES", 1).get(0));

    Map<Key, Facts> byCode = new HashMap<>();
    for (CSVRecord record : records.subList(headings + 1, records.size())) {
      String code = cell(record, 0);
      if (isBlank(record)) {
        continue;
      }
      String place = file.place(record.getRecordNumber());
      if (!CODE.matcher(code).matches()) {
        throw new Refusal(place, "column 1 is no code of five characters");
      }
      if (record.size() != joined.size()) {
        throw new Refusal(
            place, "has " + record.size() + " columns where the headings have " + joined.size());
      }
      Map<String, String> facts = new HashMap<>();
      columns.forEach((name, column) -> facts.put(name, fact(place, name, cell(record, column))));
      Key key = new Key(code, cell(record, modifier));
      if (byCode.put(key, new Facts(facts)) != null) {
        throw new Refusal(place, key + " is there twice");
      }
    }
    return byCode;
  }

  private static String fact(String place, String name, String cell) {
    if (!VALUES.get(name).matcher(cell).matches()) {
      throw new Refusal(
          place,
          name
              + " has another form than "
              + VALUES.get(name)
              + "; was the file saved by a spreadsheet?");
    }
    return cell;
  }

  /** For each column the words that stand above it, from top to bottom. */
  private static List<String> joined(List<CSVRecord> records, int headings) {
    List<String> joined = new ArrayList<>();
    for (int column = 0; column < records.get(headings).size(); column++) {
      StringBuilder words = new StringBuilder();
      for (CSVRecord record : records.subList(0, headings + 1)) {
        words.append(' ').append(cell(record, column));
      }
      joined.add(words.toString().strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT));
    }
    return joined;
  }

  private static List<Integer> columns(
      String place, List<String> joined, String heading, int times) {
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < joined.size(); i++) {
      if (joined.get(i).equals(heading) || joined.get(i).endsWith(" " + heading)) {
        columns.add(i);
      }
    }
    if (columns.size() != times) {
      throw new Refusal(
          place,
          columns.size()
              + " columns are headed "
              + heading
              + ", not "
              + times
              + "; CMS has changed the layout, see its record layout in the same zip");
    }
    return columns;
  }

  /** Some releases end with empty lines, or with the end of file that DOS had. */
  private static boolean isBlank(CSVRecord record) {
    return record.stream().allMatch(cell -> cell.isBlank() || cell.equals("\u001a"));
  }

  private static String words(List<CSVRecord> records) {
    StringBuilder words = new StringBuilder();
    records.forEach(record -> record.forEach(cell -> words.append(cell).append(' ')));
    return words.toString().replaceAll("\\s+", " ");
  }

  private static String cell(CSVRecord record, int column) {
    return column < record.size() ? record.get(column).strip() : "";
  }

  Optional<Facts> of(Key key) {
    return Optional.ofNullable(byCode.get(key));
  }
}
