package io.github.cpt76496;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Citation.Grade;
import io.github.cpt76496.Citation.Read;
import io.github.cpt76496.Citation.ReadWhere;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.testkit.RulePages;
import io.github.cpt76496.testkit.RulePages.RulePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * {@code rules/REVIEW.md} is written from pages and tables: what rests on less than grade A, and
 * what is to be looked at again when. Run the tests with {@code -Dapprove=true} to write it anew.
 *
 * <p>No clock is read. {@code -DoverdueOn=2027-12-01} fails with the names of what is overdue on
 * that day.
 */
class ReviewPageTest {

  private static final Path PAGE = OwnPages.RULES.resolve("REVIEW.md");
  private static final Path TABLES = OwnPages.RULES.resolve("reference");
  private static final List<Edit> EDITS = Cpt76496Edits.load().catalog();

  /** Pages that cite no address, with the reason. */
  private static final Map<String, String> WITHOUT_ADDRESS =
      Map.of(
          "documentation/bcbs/massachusetts",
          "the only copy that was read bears no address, and says so; grade U");

  /** The sources that the other tables cite. */
  private static final String SOURCES = "sources.tsv";

  /** Tables that say nothing of codes on days. */
  private static final Set<String> NOT_ABOUT_CODES =
      Set.of(SOURCES, "family-names.tsv", "superseded-sources.tsv");

  /** Tables of which no date of service decides: spellings, and codes of the day of an answer. */
  private static final Set<String> AT_ANY_TIME =
      Set.of(
          "narrative-words.tsv",
          "edit-codes.tsv",
          "document-codes.tsv",
          "channel-codes.tsv",
          "claim-status.tsv");

  /** Columns with the source of one cell, where it is not that of the row. */
  private static final List<String> OF_CELLS =
      List.of("carc_source", "rarc_source", "loinc_source");

  /** The fee schedule is a file of CMS, row by row, and states no grade of its own. */
  private static final String FEE_SCHEDULE = "fee-schedule.tsv";

  /**
   * Something that was reviewed on a day.
   *
   * @param file below {@code rules/}
   * @param what the edit, or the source of rows of a table
   */
  private record Reviewed(String file, String what, String grade, LocalDate lastReview) {

    /** The last day on which the review is not older than a year. */
    LocalDate due() {
      return lastReview.plusYears(1);
    }

    boolean isOverdueOn(LocalDate day) {
      return day.isAfter(due());
    }
  }

  private static final List<Reviewed> ALL = reviewed();

  @Test
  void thePageIsCurrent() throws IOException {
    GeneratedPage.requireCurrent(PAGE, render());
  }

  // ---- what a citation holds

  @Test
  void everyCitationIsComplete() {
    Set<String> withoutAddress = new TreeSet<>();
    assertFalse(EDITS.isEmpty(), "looked at nothing");
    for (Edit edit : EDITS) {
      Citation citation = edit.citation();
      assertFalse(citation.source().isBlank(), edit::id);
      assertTrue(isDated(citation.sourceDate()), () -> edit.id() + " " + citation.sourceDate());
      if (!isAddress(citation.url())) {
        assertEquals("", citation.url(), edit::id);
        if (citation.source().startsWith(OwnPages.OF_THE_RULE_SET)) {
          continue;
        }
        withoutAddress.add(edit.id().replaceAll("#.*", ""));
        assertEquals(Grade.U, citation.grade(), edit::id);
        assertTrue(
            citation.source().endsWith("the copy bears no address"), () -> citation.source());
      }
    }
    assertEquals(WITHOUT_ADDRESS.keySet(), withoutAddress);
  }

  @Test
  void everyRowCitesASourceWithAddressGradeAndDates() {
    Map<String, Map<String, String>> sources = new HashMap<>();
    for (Map<String, String> source : rows(TABLES.resolve(SOURCES))) {
      assertFalse(source.get("source").isBlank(), source::toString);
      assertTrue(
          isAddress(source.get("url"))
              || (source.get("url").isEmpty()
                  && (source.get("source").endsWith("the copy bears no address")
                      || source.get("source").startsWith(OwnPages.OF_THE_RULE_SET))),
          source::toString);
      assertTrue(isDated(source.get("source_date")), source::toString);
      sources.put(source.get("id"), source);
    }
    Set<String> cited = new TreeSet<>();
    for (Path table : tables()) {
      for (Map<String, String> row : rows(table)) {
        String place = table.getFileName() + " " + row;
        assertTrue(sources.containsKey(row.get("source")), place);
        cited.add(row.get("source"));
        LocalDate.parse(row.get("last_review_date"));
        for (String column : OF_CELLS) {
          String source = row.getOrDefault(column, "");
          assertTrue(source.isEmpty() || sources.containsKey(source), place);
          cited.add(source.isEmpty() ? row.get("source") : source);
        }
        if (!AT_ANY_TIME.contains(table.getFileName().toString())) {
          LocalDate.parse(row.get("effective_date"));
        }
        if (!table.endsWith(FEE_SCHEDULE)) {
          Grade.valueOf(row.get("grade"));
        }
      }
    }
    for (Path table : OwnPages.payerTables()) {
      for (Map<String, String> row : rows(table)) {
        if (!row.get("title").isEmpty()) {
          cited.add(row.get("source"));
        }
      }
    }
    Set<String> onPages = new TreeSet<>();
    EDITS.forEach(edit -> onPages.add(edit.citation().url()));
    sources.forEach(
        (id, source) -> {
          if (onPages.contains(source.get("url"))) {
            cited.add(id);
          }
        });
    assertEquals(new TreeSet<>(sources.keySet()), cited, "sources that no row or page cites");
  }

  /** What a requirement rests on was read, and so was what is told as an error. */
  @Test
  void whatIsFirmWasRead() {
    List<String> unread = new ArrayList<>();
    for (Edit edit : EDITS) {
      Citation citation = edit.citation();
      assertTrue(citation.reading().read() != Read.NOT_STATED, edit::id);
      boolean ours = citation.source().startsWith(OwnPages.OF_THE_RULE_SET);
      assertTrue(!ours || citation.reading().read() == Read.NONE, edit::id);
      if (!ours && !citation.reading().isRead() && edit.severity() == Severity.ERROR) {
        unread.add(edit.id());
      }
    }
    assertEquals(List.of(), unread, "errors that rest on what nobody read");
  }

  @Test
  void severityIsNeverMoreThanTheGradeAllows() {
    for (Edit edit : EDITS) {
      Severity most =
          switch (edit.citation().grade()) {
            case A -> Severity.ERROR;
            case S -> Severity.WARNING;
            case U -> Severity.INFO;
          };
      assertTrue(edit.severity().compareTo(most) >= 0, edit::id);
    }
  }

  /** What the rule set says of itself stands on a page of its own. */
  private static boolean isAddress(String text) {
    if (text.startsWith("rules/")) {
      return Files.exists(OwnPages.RULES.resolveSibling(text));
    }
    return text.matches("https?://[^\\s/]+\\.[^\\s/]+/?\\S*");
  }

  private static boolean isDated(String text) {
    return text.matches("undated|about \\d{4}|before \\d{4}-\\d{2}")
        || text.matches("\\d{4}(-\\d{2}(-\\d{2})?)?");
  }

  // ---- what is overdue

  @Test
  @EnabledIfSystemProperty(named = "overdueOn", matches = ".+")
  void nothingIsOverdueOnTheDayThatIsAskedFor() {
    LocalDate day = LocalDate.parse(System.getProperty("overdueOn"));
    assertEquals(List.of(), overdueOn(day), () -> "overdue on " + day);
  }

  @Test
  void aReviewIsOverdueOnTheDayAfterItsYear() {
    LocalDate first = ALL.stream().map(Reviewed::due).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = ALL.stream().map(Reviewed::due).max(LocalDate::compareTo).orElseThrow();
    assertEquals(List.of(), overdueOn(first));
    assertEquals(
        ALL.stream().filter(r -> r.due().equals(first)).map(Reviewed::what).toList(),
        overdueOn(first.plusDays(1)));
    assertEquals(ALL.stream().map(Reviewed::what).toList(), overdueOn(last.plusDays(1)));
  }

  private static List<String> overdueOn(LocalDate day) {
    return ALL.stream().filter(r -> r.isOverdueOn(day)).map(Reviewed::what).toList();
  }

  // ---- pages and tables

  private static List<Reviewed> reviewed() {
    Map<String, String> pages = pageOfEdit();
    List<Reviewed> all = new ArrayList<>();
    for (Edit edit : EDITS) {
      Citation citation = edit.citation();
      all.add(
          new Reviewed(
              pages.get(edit.id()), edit.id(), citation.grade().name(), citation.lastReviewDate()));
    }
    for (Path table : tables()) {
      Set<Reviewed> some = new LinkedHashSet<>();
      for (Map<String, String> row : rows(table)) {
        String file = "reference/" + table.getFileName();
        some.add(
            new Reviewed(
                file,
                file + " by " + row.get("source"),
                row.getOrDefault("grade", ""),
                LocalDate.parse(row.get("last_review_date"))));
      }
      all.addAll(some);
    }
    return all;
  }

  private static Map<String, String> pageOfEdit() {
    Map<String, String> pages = new HashMap<>();
    for (RulePage page : OwnPages.edits()) {
      pages.put(page.id(), page.path());
    }
    return pages;
  }

  private static List<Path> tables() {
    return OwnPages.tables().stream()
        .filter(f -> !NOT_ABOUT_CODES.contains(f.getFileName().toString()))
        .toList();
  }

  private static List<Map<String, String>> rows(Path table) {
    List<String> lines =
        RulePages.text(table).lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    String[] columns = lines.get(0).split("\t", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new TreeMap<>();
      for (int i = 0; i < columns.length; i++) {
        row.put(columns[i], i < cells.length ? cells[i] : "");
      }
      rows.add(row);
    }
    assertFalse(rows.isEmpty(), () -> table + ": no rows");
    return rows;
  }

  // ---- the page

  private static String render() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # What to look at again, and when

        Every edit and every row of a table was compared with its source on the day of its last
        review, and is to be compared again within a year. This page is generated from pages and
        tables, and reads no clock; what is overdue on a day is said by

        ```
        mvn test -Dtest=ReviewPageTest -DoverdueOn=2027-12-01
        ```

        ## By the last review

        | Last review | Again by | Edits | Tables |
        |---|---|---|---|
        """);
    Map<LocalDate, List<Reviewed>> byDay =
        ALL.stream()
            .collect(groupingBy(Reviewed::lastReview, TreeMap::new, toCollection(ArrayList::new)));
    byDay.forEach(
        (day, some) ->
            text.append(
                "| %s | %s | %d | %d |%n"
                    .formatted(
                        day,
                        day.plusYears(1),
                        some.stream().filter(r -> !isTable(r)).count(),
                        some.stream()
                            .filter(ReviewPageTest::isTable)
                            .map(Reviewed::file)
                            .distinct()
                            .count())));
    byDay.forEach(
        (day, some) ->
            text.append(
                "%n### Reviewed on %s%n%n%s%n"
                    .formatted(
                        day,
                        some.stream()
                            .map(Reviewed::file)
                            .distinct()
                            .sorted()
                            .map(f -> reviewedOn(day, f))
                            .collect(joining("\n")))));
    appendReadings(text);
    for (Grade grade : List.of(Grade.U, Grade.S)) {
      text.append(
"""

## Grade %s, %s

| Edit | Source |
|---|---|
"""
              .formatted(grade, grade == Grade.U ? "unverified" : "a secondary source says so"));
      for (Edit edit : EDITS) {
        if (edit.citation().grade() == grade) {
          text.append(
              "| [%s](README.md#%s) | %s |%n"
                  .formatted(
                      edit.id(),
                      edit.id(),
                      dated(edit.citation().source(), edit.citation().sourceDate())));
        }
      }
    }
    appendTables(text);
    text.append(
"""

## Without an address

| Page | Why |
|---|---|
""");
    new TreeMap<>(WITHOUT_ADDRESS)
        .forEach(
            (page, why) -> text.append("| [%s](%s) | %s |%n".formatted(page, fileOf(page), why)));
    return text.toString();
  }

  /** A page or table, and how many of its edits or rows were reviewed on the day, if not all. */
  private static String reviewedOn(LocalDate day, String file) {
    List<LocalDate> days =
        file.startsWith("reference/")
            ? rows(OwnPages.RULES.resolve(file)).stream()
                .map(row -> LocalDate.parse(row.get("last_review_date")))
                .toList()
            : ALL.stream().filter(r -> r.file().equals(file)).map(Reviewed::lastReview).toList();
    long some = days.stream().filter(day::equals).count();
    return "- [%s](%s)%s"
        .formatted(
            file.replace(".drl", ""),
            file,
            some == days.size()
                ? ""
                : ", %d of %d %s"
                    .formatted(some, days.size(), file.endsWith(".tsv") ? "rows" : "edits"));
  }

  /** A source with its date, unless its name says it. */
  private static String dated(String source, String date) {
    return source.contains(date) ? source : source + ", " + date;
  }

  /** Where the edits of a page are written, of which some may be rows. */
  private static String fileOf(String page) {
    return pageOfEdit().entrySet().stream()
        .filter(e -> e.getKey().startsWith(page))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** How much of the sources was read, counted, and what was not read at all. */
  private static void appendReadings(StringBuilder text) {
    text.append(
"""

## How much of the sources was read

A source is read whole, in part or not at all, at its address, in an archived copy of it or in a
copy elsewhere; which part, and when, is in [reference/sources.tsv](reference/sources.tsv) and
beside each edit in [README.md](README.md). Edits that say something of the rule set itself have no
source, and are not counted.

| Read | Where | Sources | Edits | of these REQUIRED or DO_NOT_SEND |
|---|---|---|---|---|
""");
    Map<String, RulePage> pages = new HashMap<>();
    OwnPages.edits().forEach(page -> pages.put(page.id(), page));
    List<Map<String, String>> sources = new ArrayList<>(rows(TABLES.resolve(SOURCES)));
    sources.removeIf(s -> s.get("source").startsWith(OwnPages.OF_THE_RULE_SET));
    List<Edit> edits = new ArrayList<>(EDITS);
    edits.removeIf(e -> e.citation().source().startsWith(OwnPages.OF_THE_RULE_SET));
    for (Read read : List.of(Read.WHOLE, Read.PART, Read.NONE)) {
      for (ReadWhere where : ReadWhere.values()) {
        if ((where == ReadWhere.NOT_STATED) != (read == Read.NONE)) {
          continue;
        }
        List<Edit> some =
            edits.stream()
                .filter(e -> e.citation().reading().read() == read)
                .filter(e -> e.citation().reading().where() == where)
                .toList();
        text.append(
            "| %s | %s | %d | %d | %d |%n"
                .formatted(
                    GeneratedPage.words(read.name()),
                    switch (where) {
                      case PAYER_PAGE -> "at its address";
                      case ARCHIVE -> "in an archived copy";
                      case COPY -> "in a copy elsewhere";
                      case NOT_STATED -> "–";
                    },
                    sources.stream()
                        .filter(s -> s.get("read").equals(read.name()))
                        .filter(
                            s ->
                                s.get("read_where")
                                    .equals(where == ReadWhere.NOT_STATED ? "" : where.name()))
                        .count(),
                    some.size(),
                    some.stream()
                        .map(e -> pages.get(e.id()).key("level"))
                        .filter(Set.of("REQUIRED", "DO_NOT_SEND")::contains)
                        .count()));
      }
    }
    text.append("\n### Not read\n\n| Source | Rests on it |\n|---|---|\n");
    for (Map<String, String> source : sources) {
      if (source.get("read").equals(Read.NONE.name())) {
        text.append(
            "| %s | %s |%n"
                .formatted(
                    dated(source.get("source"), source.get("source_date")), restsOn(source)));
      }
    }
  }

  /** Edits by name, rows of reference tables by number. */
  private static String restsOn(Map<String, String> source) {
    Set<String> rests = new TreeSet<>();
    for (Edit edit : EDITS) {
      if (edit.citation().source().equals(source.get("source"))) {
        rests.add("[%s](README.md#%s)".formatted(edit.id(), edit.id()));
      }
    }
    for (Path table : tables()) {
      long count =
          rows(table).stream().filter(r -> r.get("source").equals(source.get("id"))).count();
      if (count > 0) {
        rests.add(
            "%d %s of [%s](reference/%s)"
                .formatted(
                    count, count == 1 ? "row" : "rows", table.getFileName(), table.getFileName()));
      }
    }
    return String.join(", ", rests);
  }

  private static boolean isTable(Reviewed reviewed) {
    return reviewed.file().endsWith(".tsv");
  }

  private static void appendTables(StringBuilder text) {
    text.append(
"""

## Rows of tables below grade A

| Table | Grade | Source | Rows |
|---|---|---|---|
""");
    Map<String, String> names = new HashMap<>();
    rows(TABLES.resolve(SOURCES)).forEach(s -> names.put(s.get("id"), s.get("source")));
    for (Path table : tables()) {
      Map<String, Long> counts =
          rows(table).stream()
              .filter(r -> !r.getOrDefault("grade", "A").equals("A"))
              .collect(
                  groupingBy(
                      r -> r.get("grade") + " | " + names.get(r.get("source")),
                      () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                      counting()));
      counts.forEach(
          (said, count) ->
              text.append(
                  "| [%s](reference/%s) | %s | %d |%n"
                      .formatted(table.getFileName(), table.getFileName(), said, count)));
    }
  }
}
