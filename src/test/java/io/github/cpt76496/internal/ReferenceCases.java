package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import io.github.cpt76496.Finding;
import io.github.cpt76496.internal.StatedRow.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cases of the rows of the reference tables, {@code rules/reference/*.cases.tsv}: what the
 * library answers about each row, on the days and codes of the row and just outside.
 *
 * <p>They are a second statement for review, which the library wrote from the rows once and which
 * is held since: a slip has to be approved, in a diff that a person reads, before it passes. No
 * independent source stands behind them; where the CMS releases are available, other tests compare
 * the rows with those.
 */
final class ReferenceCases {

  static final Path FOLDER = Path.of("rules/reference");

  private static final String COLUMNS =
      "key\tfirst_code\tlast_code\tfirst_day\tlast_day"
          + "\tedit\tseverity\tgrade\tsource\tcandidate_codes\tsays\trest";
  private static final int CELLS = COLUMNS.split("\t", -1).length;

  /** Instead of an answer: its edit and five empty cells. */
  private static final String NOTHING = "nothing\t\t\t\t\t";

  private static final String NOT_OFFERED = "the listed code is not offered\t\t\t\t\t";

  private static final String NOT_READ = "no answer reads the row\t\t\t\t\t";

  /** Stands for the last day of a row without one. */
  private static final LocalDate FAR = LocalDate.of(2099, 12, 31);

  private static final LocalDate COVERED = LocalDate.of(2020, 1, 1);

  /** What a message tells of the row, besides the code. */
  private static final List<Pattern> TOLD =
      List.of(
          Pattern.compile("(modifier indicator is \\w+)"),
          Pattern.compile("(PC/TC indicator \\w+)"),
          Pattern.compile("\\((?!global|professional component|place of)([A-Za-z ]+)\\)"),
          Pattern.compile("gives this reason: ([^;]+)"),
          Pattern.compile("a listed code, not 76496; (.+)"),
          Pattern.compile("a word of ([a-z ]+) work"),
          Pattern.compile("depends on: (.+)"));

  /**
   * One line of a file of cases.
   *
   * @param question how the library is asked
   * @param stated the codes and days, and what no answer shows of them
   * @param answer the cells of what the library answers on them
   */
  record Case(RowQuestion question, StatedRow stated, String answer) {

    boolean isAsked() {
      return !answer.equals(NOT_READ);
    }

    @Override
    public String toString() {
      StatedRow s = stated;
      return String.join(
          "\t",
          s.key(),
          s.firstCode(),
          s.lastCode().equals(s.firstCode()) ? "" : s.lastCode(),
          s.firstDay().toString(),
          s.lastDay().equals(LocalDate.MAX) ? "" : s.lastDay().toString(),
          answer,
          s.rest());
    }
  }

  private record Asked(RowQuestion question, String key, String code, LocalDate day) {

    /** What cases of the question are found by. */
    String place() {
      if (question.isAskedByKey()) {
        return key;
      }
      return switch (question) {
        case PLACE_OF_PAYER, EXCLUSION, IMAGING_BESIDE -> key + " " + code;
        default -> code;
      };
    }
  }

  private final Map<String, List<Case>> byTable = new TreeMap<>();
  private final Map<RowQuestion, Map<String, List<Case>>> byPlace =
      new EnumMap<>(RowQuestion.class);
  private final Map<Citation, String> sources = new HashMap<>();

  private ReferenceCases() {
    Set<String> named = namedByRows();
    for (Tsv.Row row : Tsv.read("sources.tsv")) {
      if (!named.contains(row.get("id"))) {
        continue; // A page's alone.
      }
      for (Citation.Grade grade : Citation.Grade.values()) {
        Citation citation =
            new Citation(
                row.get("source"), row.get("url"), grade, row.get("source_date"), LocalDate.MIN);
        sources.put(citation, row.get("id"));
      }
    }
  }

  /** Whatever stands in a cell of any table; sources among it. */
  private static Set<String> namedByRows() {
    Set<String> cells = new HashSet<>();
    for (String folder : List.of("reference", "documentation")) {
      try (Stream<Path> files = Files.list(Path.of("rules", folder))) {
        for (Path file : files.filter(ReferenceCases::isTable).toList()) {
          for (String line : Files.readAllLines(file)) {
            cells.addAll(List.of(line.split("\t", -1)));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return cells;
  }

  private static boolean isTable(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".tsv") && !name.endsWith(".cases.tsv") && !name.equals("sources.tsv");
  }

  static Path file(String table) {
    return FOLDER.resolve(table.replace(".tsv", ".cases.tsv"));
  }

  /** The cases as they stand in the files. */
  static ReferenceCases read() throws IOException {
    ReferenceCases read = new ReferenceCases();
    for (String table : StatedRow.LAYOUTS.keySet()) {
      List<String> lines = Tsv.withoutComments(Files.readAllLines(file(table)));
      if (!lines.get(0).equals(COLUMNS)) {
        throw new IllegalStateException(file(table) + ": its columns are not " + COLUMNS);
      }
      for (String line : lines.subList(1, lines.size())) {
        read.add(table, parsed(table, line));
      }
    }
    return read;
  }

  /** The cases as the library writes them. */
  static ReferenceCases of(Map<String, List<Tsv.Row>> tables, Cpt76496Edits edits) {
    ReferenceCases written = new ReferenceCases();
    NavigableSet<LocalDate> turns = turns(tables.values(), edits);
    StatedRow.LAYOUTS.forEach(
        (table, layout) -> {
          Map<String, LocalDate> families = new LinkedHashMap<>();
          for (Tsv.Row row : tables.get(table)) {
            StatedRow stated = StatedRow.of(layout, row);
            written.write(table, layout.question(), stated, turns, edits);
            families.merge(stated.key(), stated.firstDay(), (a, b) -> a.isBefore(b) ? a : b);
          }
          if (table.equals("procedure-families.tsv")) {
            for (Tsv.Row row : tables.get("imaging-partners.tsv")) {
              families.merge(
                  row.get("family"), row.date("effective_date"), (a, b) -> a.isBefore(b) ? a : b);
            }
            families.forEach(
                (family, since) ->
                    written.write(
                        table,
                        RowQuestion.RECORD,
                        new StatedRow(family, "", "", since, LocalDate.MAX, ""),
                        turns,
                        edits));
          }
        });
    return written;
  }

  /** The days on which an answer can change. */
  private static NavigableSet<LocalDate> turns(
      Collection<List<Tsv.Row>> tables, Cpt76496Edits edits) {
    NavigableSet<LocalDate> turns = new TreeSet<>();
    for (List<Tsv.Row> rows : tables) {
      for (Tsv.Row row : rows) {
        turns.add(row.date("effective_date"));
        dayAfter(row.endDate("end_date"), turns);
      }
    }
    for (Edit edit : edits.catalog()) {
      turns.add(edit.effectiveDate());
      dayAfter(edit.endDate(), turns);
    }
    return turns;
  }

  private static void dayAfter(LocalDate end, Set<LocalDate> turns) {
    if (end.isBefore(FAR)) {
      turns.add(end.plusDays(1));
    }
  }

  private void write(
      String table,
      RowQuestion question,
      StatedRow row,
      NavigableSet<LocalDate> turns,
      Cpt76496Edits edits) {
    if (!isRead(question, row.key())) {
      add(table, new Case(question, row, NOT_READ));
      return;
    }
    NavigableSet<LocalDate> days = new TreeSet<>(turns.subSet(row.firstDay(), false, FAR, false));
    days.removeIf(day -> day.isAfter(row.lastDay()));
    days.add(row.firstDay());
    String first = "";
    String last = "";
    Map<LocalDate, List<String>> answers = Map.of();
    for (String code : row.codes()) {
      NavigableMap<LocalDate, List<String>> ofCode = new TreeMap<>();
      for (LocalDate day : days) {
        List<String> said = answers(edits, new Asked(question, row.key(), code, day));
        if (ofCode.isEmpty() || !said.equals(ofCode.lastEntry().getValue())) {
          ofCode.put(day, said);
        }
      }
      if (!ofCode.equals(answers)) {
        addSpans(table, question, row, first, last, answers);
        first = code;
        answers = ofCode;
      }
      last = code;
    }
    addSpans(table, question, row, first, last, answers);
  }

  private void addSpans(
      String table,
      RowQuestion question,
      StatedRow row,
      String first,
      String last,
      Map<LocalDate, List<String>> answers) {
    List<LocalDate> days = List.copyOf(answers.keySet());
    for (int i = 0; i < days.size(); i++) {
      LocalDate end = i + 1 < days.size() ? days.get(i + 1).minusDays(1) : row.lastDay();
      StatedRow span = new StatedRow(row.key(), first, last, days.get(i), end, row.rest());
      List<String> said = answers.get(days.get(i));
      for (String answer : said.isEmpty() ? List.of(NOTHING) : said) {
        add(table, new Case(question, span, answer));
      }
    }
  }

  private void add(String table, Case c) {
    byTable.computeIfAbsent(table, t -> new ArrayList<>()).add(c);
    if (c.isAsked()) {
      for (String code : c.stated().codes()) {
        String place =
            new Asked(c.question(), c.stated().key(), code, c.stated().firstDay()).place();
        byPlace
            .computeIfAbsent(c.question(), q -> new HashMap<>())
            .computeIfAbsent(place, p -> new ArrayList<>())
            .add(c);
      }
    }
  }

  private static Case parsed(String table, String line) {
    String[] c = line.split("\t", -1);
    if (c.length != CELLS) {
      throw new IllegalStateException(file(table) + ": " + c.length + " cells: " + line);
    }
    Layout layout = StatedRow.LAYOUTS.get(table);
    StatedRow stated =
        new StatedRow(
            c[0],
            c[1],
            c[2].isEmpty() ? c[1] : c[2],
            LocalDate.parse(c[3]),
            c[4].isEmpty() ? LocalDate.MAX : LocalDate.parse(c[4]),
            c[CELLS - 1]);
    boolean ofRecord = c[1].isEmpty() && layout.question() == RowQuestion.PROCEDURE;
    String answer = String.join("\t", List.of(c).subList(5, CELLS - 1));
    return new Case(ofRecord ? RowQuestion.RECORD : layout.question(), stated, answer);
  }

  /** The fee schedule is asked about a code, and answers from its row without a modifier. */
  private static boolean isRead(RowQuestion question, String key) {
    return question != RowQuestion.FEE_SCHEDULE || key.isEmpty();
  }

  List<Case> of(String table) {
    return byTable.get(table);
  }

  /** The file of a table. */
  String text(String table) {
    StringBuilder text = new StringBuilder();
    text.append("# What the library answers about the rows of ").append(table).append(":\n");
    Set<RowQuestion> questions = new LinkedHashSet<>();
    of(table).forEach(c -> questions.add(c.question()));
    for (RowQuestion question : questions) {
      text.append("#   asked with ").append(question.asked).append('\n');
    }
    text.append(
        """
        # On codes and days outside a line another line holds, or nothing is answered. rest: cells of the row
        # that no answer shows, or not of each row. Written by the library from the rows, and held since: a
        # second statement for review, and no source. After a change of a row:
        #   mvn -B test -Dapprove=true -Dtest=ReferenceCasesTest
        """);
    text.append(COLUMNS).append('\n');
    of(table).forEach(c -> text.append(c).append('\n'));
    return text.toString();
  }

  // ---- as judges

  /**
   * What an entry point answers otherwise than a case says, on its codes and days and just outside.
   */
  List<String> objections(Case c, Cpt76496Edits edits) {
    List<String> objections = new ArrayList<>();
    for (Asked asked : asked(c)) {
      List<String> expected = expected(asked);
      List<String> said = answers(edits, asked);
      if (!said.equals(expected)) {
        objections.add(asked + ": " + said + " and not " + expected);
      }
    }
    return objections;
  }

  /** The cases by whose answers a slip in a row with these codes and keys might be noticed. */
  Set<Case> near(String table, Collection<String> codes, Collection<String> keys) {
    Layout layout = StatedRow.LAYOUTS.get(table);
    Set<Case> near = new LinkedHashSet<>();
    if (layout.question().isAskedByKey()
        || layout.question() == RowQuestion.PLACE_OF_PAYER
        || layout.question() == RowQuestion.EXCLUSION
        || layout.question() == RowQuestion.IMAGING_BESIDE) {
      near.addAll(of(table));
      return near;
    }
    for (String code : codes) {
      for (int by = -1; by <= 1; by++) {
        near.addAll(cases(layout.question(), by == 0 ? code : StatedRow.step(code, by)));
      }
    }
    if (table.equals("procedure-families.tsv") || table.equals("imaging-partners.tsv")) {
      keys.forEach(family -> near.addAll(cases(RowQuestion.RECORD, family)));
    }
    return near;
  }

  private List<Case> cases(RowQuestion question, String place) {
    return byPlace.getOrDefault(question, Map.of()).getOrDefault(place, List.of());
  }

  /**
   * Rows without a case and cases without a row, by codes, days, key and the cells that the cases
   * repeat.
   */
  List<String> strangers(String table, List<Tsv.Row> rows) {
    Layout layout = StatedRow.LAYOUTS.get(table);
    ByCode ofRows = new ByCode();
    ByCode ofCases = new ByCode();
    for (Tsv.Row row : rows) {
      ofRows.add(StatedRow.of(layout, row));
    }
    for (Case c : of(table)) {
      if (c.question() == layout.question()) {
        ofCases.add(c.stated());
      }
    }
    List<String> strangers = new ArrayList<>();
    for (StatedRow c : ofCases.all) {
      if (ofRows.upTo(c).noneMatch(row -> row.holds(c))) {
        strangers.add("case without a row: " + c);
      }
    }
    for (StatedRow row : ofRows.all) {
      List<StatedRow> own = ofCases.from(row).filter(row::holds).toList();
      if (!isCovered(row.firstCode(), row, own) || !isCovered(row.lastCode(), row, own)) {
        strangers.add("row without its cases: " + row);
      }
    }
    return strangers;
  }

  /** Rows or cases, each found by what is stated of it and by its first code. */
  private static final class ByCode {
    final List<StatedRow> all = new ArrayList<>();
    private final Map<String, NavigableMap<String, List<StatedRow>>> bySame = new HashMap<>();

    void add(StatedRow stated) {
      all.add(stated);
      same(stated).computeIfAbsent(stated.firstCode(), code -> new ArrayList<>()).add(stated);
    }

    private NavigableMap<String, List<StatedRow>> same(StatedRow stated) {
      return bySame.computeIfAbsent(stated.key() + "\t" + stated.rest(), same -> new TreeMap<>());
    }

    /** Those that begin with the first code of another or before it, the nearest first. */
    Stream<StatedRow> upTo(StatedRow other) {
      return same(other).headMap(other.firstCode(), true).descendingMap().values().stream()
          .flatMap(List::stream);
    }

    /** Those that begin within the codes of another. */
    Stream<StatedRow> from(StatedRow other) {
      return same(other).tailMap(other.firstCode(), true).values().stream()
          .takeWhile(of -> of.get(0).firstCode().compareTo(other.lastCode()) <= 0)
          .flatMap(List::stream);
    }
  }

  private static boolean isCovered(String code, StatedRow row, List<StatedRow> cases) {
    return cases.stream().anyMatch(c -> c.covers(code, row.firstDay()))
        && cases.stream().anyMatch(c -> c.covers(code, row.lastDay()));
  }

  private static List<Asked> asked(Case c) {
    StatedRow s = c.stated();
    if (!c.isAsked()) {
      return List.of();
    }
    LocalDate lastDay = s.lastDay().isBefore(FAR) ? s.lastDay() : FAR;
    Set<LocalDate> days =
        new LinkedHashSet<>(
            List.of(s.firstDay(), lastDay, s.firstDay().minusDays(1), lastDay.plusDays(1)));
    Set<String> codes = new LinkedHashSet<>(List.of(s.firstCode(), s.lastCode()));
    if (!c.question().isAskedByKey()) {
      codes.add(StatedRow.step(s.firstCode(), -1));
      codes.add(StatedRow.step(s.lastCode(), 1));
      codes.remove("");
    }
    List<Asked> asked = new ArrayList<>();
    for (LocalDate day : days) {
      for (String code : codes) {
        asked.add(new Asked(c.question(), s.key(), code, day));
      }
    }
    return asked;
  }

  private List<String> expected(Asked asked) {
    return cases(asked.question(), asked.place()).stream()
        .filter(c -> !asked.day().isBefore(c.stated().firstDay()))
        .filter(c -> !asked.day().isAfter(c.stated().lastDay()))
        .map(Case::answer)
        .filter(answer -> !answer.equals(NOTHING))
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> answers(Cpt76496Edits edits, Asked asked) {
    RowQuestion question = asked.question();
    List<Finding> findings =
        edits
            .review(question.claim(asked.key(), asked.code(), asked.day()))
            .lines()
            .get(0)
            .findings()
            .stream()
            .filter(f -> question.isAnsweredBy(f.edit()))
            .toList();
    if (question == RowQuestion.EXCLUSION) {
      if (asked.day().isBefore(COVERED) || asked.code().equals(asked.key())) {
        return List.of(); // No row says that a code is not named before the rules, or is billed.
      }
      // The answer names five codes at most, and its message tells all of them apart.
      return findings.stream()
              .anyMatch(
                  f ->
                      f.candidateCodes().contains(asked.key())
                          || f.message().contains(asked.key() + ":"))
          ? List.of()
          : List.of(NOT_OFFERED);
    }
    return findings.stream().map(this::cells).sorted().toList();
  }

  private String cells(Finding finding) {
    List<String> told = new ArrayList<>();
    for (Pattern pattern : TOLD) {
      Matcher words = pattern.matcher(finding.message());
      if (words.find()) {
        told.add(words.group(1));
      }
    }
    Citation c = finding.citation();
    String source =
        sources.getOrDefault(
            new Citation(c.source(), c.url(), c.grade(), c.sourceDate(), LocalDate.MIN),
            "the page's");
    return String.join(
        "\t",
        finding.edit(),
        finding.severity().name(),
        c.grade().name(),
        source,
        String.join(",", finding.candidateCodes()),
        String.join("; ", told));
  }
}
