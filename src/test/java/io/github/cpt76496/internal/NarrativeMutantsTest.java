package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.GeneratedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A slip in the tables of words is noticed by a case beside them: a row lost, a group of words or
 * an exclusion dropped, another code or stance, a day moved, and, of the groups by which the reader
 * weighs a text (negation, doubt, comparison), each word dropped. Spellings of a word are not tried
 * one by one: a table of them has no other case than itself, and {@link RealWordingsTest} counts
 * what they are for.
 *
 * <p>The judges are the cases beside the tables, which were thought of, and {@code
 * words-that-decide.tsv}, which was written from the rows. What none of them tells is listed, so
 * that a new row comes with its texts.
 */
@Tag("mutants")
class NarrativeMutantsTest {

  private static final Path UNNOTICED = Path.of("src/test/resources/unnoticed-word-mutants.tsv");

  private static final Path TEXTS = Path.of("src/test/resources/words-that-decide.tsv");

  private static final List<String> HEAD =
      List.of(
          "# Texts made of the tables' own words, each decided by one group of words, exclusion or"
              + " word; they keep a slip from",
          "# passing unseen. That an entry is right they do not show: that is for the cases beside"
              + " the tables.",
          "table\ttext\tread_as\tdecided_by");

  /** Of a hundred; measured, and not to be lost again. */
  private static final int NOTICED_AT_LEAST = 96;

  /** The groups that the reader itself asks for, and the one by which letters are told. */
  private static final Set<String> WEIGHED =
      Set.of(
          "NEGATION",
          "NEGATION_OF_ONE",
          "JOINING",
          "NOT_DONE",
          "NOT_USED",
          "DONE_OTHERWISE",
          "SUPPLY",
          "COMPARED",
          "UNSURE",
          "PLAIN_ENGLISH",
          "NO_SLIP",
          "CORRESPONDENCE");

  private static final Map<String, String> OTHER_STANCE =
      Map.of("LISTED", "ASK", "ASK", "LISTED", "INCLUDED", "ASK");

  /** A table with a slip. */
  private record Mutant(String table, String row, String slip, List<String> lines) {

    /** Without the value: a list of slips that repeats the words would change with each of them. */
    @Override
    public String toString() {
      return table + "\t" + row + "\t" + slip;
    }
  }

  private final List<Mutant> mutants = new ArrayList<>();

  private final Map<String, List<NarrativeCases>> cases =
      Map.of(
          NarrativeLexicon.CONCEPTS, NarrativeCases.of(NarrativeLexicon.CONCEPTS),
          NarrativeLexicon.X_RAY_STUDIES, NarrativeCases.of(NarrativeLexicon.X_RAY_STUDIES));

  private final List<Tsv.Row> texts = texts();

  @Test
  void slipsInTheTablesOfWordsAreNoticed() throws IOException {
    for (String table :
        List.of(
            NarrativeLexicon.CONCEPTS, NarrativeLexicon.X_RAY_STUDIES, NarrativeLexicon.WORDS)) {
      mutate(table, Files.readAllLines(Path.of("rules/reference", table)));
    }
    Map<String, int[]> byKind = new TreeMap<>();
    Set<String> unnoticed = new TreeSet<>();
    int refused = 0;
    for (Mutant mutant : mutants) {
      int[] count =
          byKind.computeIfAbsent(
              mutant.table() + " " + mutant.slip().split(" ", 2)[0], k -> new int[2]);
      count[0]++;
      try {
        if (isUnnoticed(mutant)) {
          unnoticed.add(mutant.toString());
        } else {
          count[1]++;
        }
      } catch (IllegalStateException refusal) {
        refused++;
        count[1]++;
      }
    }
    byKind.forEach(
        (kind, count) ->
            System.out.printf("Word mutants: %s: %d of %d noticed%n", kind, count[1], count[0]));
    int noticed = mutants.size() - unnoticed.size();
    String share =
        "Word mutants: %d of %d noticed, %d of them refused at load"
            .formatted(noticed, mutants.size(), refused);
    System.out.println(share);
    assertTrue(mutants.size() > 1_000 && refused * 20 < mutants.size(), share);
    assertTrue(noticed * 100 >= NOTICED_AT_LEAST * mutants.size(), share);
    GeneratedPage.requireApproved(
        UNNOTICED,
        "# Slips in the tables of words that no case beside them tells: table, row, slip.\n"
            + "table\trow\tslip\n"
            + String.join("\n", unnoticed)
            + "\n",
        NarrativeMutantsTest.class);
  }

  private boolean isUnnoticed(Mutant mutant) {
    boolean ofXRays = mutant.table().equals(NarrativeLexicon.X_RAY_STUDIES);
    List<Tsv.Row> rows = Tsv.rows(mutant.table(), mutant.lines());
    String concepts = ofXRays ? NarrativeLexicon.X_RAY_STUDIES : NarrativeLexicon.CONCEPTS;
    NarrativeLexicon lexicon =
        NarrativeLexicon.load(
            file -> file.equals(mutant.table()) ? rows : Tsv.read(file),
            concepts,
            NarrativeCases::citation);
    return cases.get(concepts).stream().allMatch(c -> c.holds(lexicon))
        && texts.stream()
            .filter(text -> text.required("table").equals(concepts))
            .allMatch(text -> text.get("read_as").equals(read(lexicon, text)));
  }

  private static List<Tsv.Row> texts() {
    try {
      return Tsv.rows(TEXTS.toString(), Files.readAllLines(TEXTS));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(NarrativeLexicon lexicon, Tsv.Row text) {
    return NarrativeCases.read(lexicon, text.required("text"), NarrativeCases.DAY).strip();
  }

  /** Texts of the tables' own words, each of which one group, exclusion or word decides. */
  @Test
  void textsThatOneEntryDecidesAreReadAsBefore() throws IOException {
    List<String> lines = new ArrayList<>(HEAD);
    Map<String, NarrativeLexicon> lexicons = new TreeMap<>();
    for (Tsv.Row text : texts) {
      String table = text.required("table");
      NarrativeLexicon lexicon =
          lexicons.computeIfAbsent(
              table, t -> NarrativeLexicon.load(Tsv::read, t, NarrativeCases::citation));
      lines.add(
          String.join(
              "\t",
              table,
              text.required("text"),
              read(lexicon, text),
              text.required("decided_by")));
    }
    GeneratedPage.requireApproved(
        TEXTS, String.join("\n", lines) + "\n", NarrativeMutantsTest.class);
  }

  // ---- the slips

  private void mutate(String table, List<String> lines) {
    int head = 0;
    while (lines.get(head).startsWith("#")) {
      head++;
    }
    List<String> columns = List.of(lines.get(head).split("\t", -1));
    for (int i = head + 1; i < lines.size(); i++) {
      List<String> cells = List.of(lines.get(i).split("\t", -1));
      if (table.equals(NarrativeLexicon.WORDS)) {
        mutateGroup(table, lines, i, columns, cells);
      } else {
        mutateConcept(table, lines, i, columns, cells);
      }
    }
  }

  private void mutateConcept(
      String table, List<String> lines, int line, List<String> columns, List<String> cells) {
    List<String> without = new ArrayList<>(lines);
    without.remove(line);
    mutants.add(new Mutant(table, cells.get(0), "row lost, line " + ordinal(lines, line), without));
    List<String> groups = List.of(cells.get(columns.indexOf("words")).split(" & ", -1));
    for (int i = 0; groups.size() > 1 && i < groups.size(); i++) {
      List<String> left = new ArrayList<>(groups);
      left.remove(i);
      add(table, lines, line, columns, "words", String.join(" & ", left), "group " + (i + 1));
    }
    if (!cells.get(columns.indexOf("without")).isEmpty()) {
      add(table, lines, line, columns, "without", "", "exclusions");
    }
    String codes = cells.get(columns.indexOf("procedure_codes"));
    int comma = codes.indexOf(',');
    if (comma > 0) {
      String second = codes.substring(comma + 1).split(",", 2)[0];
      String swapped =
          second + "," + codes.substring(0, comma) + codes.substring(comma + 1 + second.length());
      add(table, lines, line, columns, "procedure_codes", swapped, "codes swapped");
    } else if (!codes.isEmpty()) {
      add(table, lines, line, columns, "procedure_codes", "75989", "code another");
    }
    String other = OTHER_STANCE.get(cells.get(columns.indexOf("stance")));
    // Of a row that nothing but general knowledge vouches for, LISTED asks like ASK.
    if (other != null && !cells.get(columns.indexOf("grade")).equals("U")) {
      add(table, lines, line, columns, "stance", other, "stance " + other);
    }
  }

  /** Which of the rows of a concept, so that a list of slips does not change with every row. */
  private static int ordinal(List<String> lines, int line) {
    String key = lines.get(line).split("\t", 2)[0] + "\t";
    return (int) lines.subList(0, line).stream().filter(l -> l.startsWith(key)).count() + 1;
  }

  private void mutateGroup(
      String table, List<String> lines, int line, List<String> columns, List<String> cells) {
    if (!WEIGHED.contains(cells.get(0))) {
      return;
    }
    List<String> words = PageHeader.list(cells.get(columns.indexOf("words")));
    for (String word : words) {
      List<String> left = new ArrayList<>(words);
      left.remove(word);
      if (!left.isEmpty()) {
        add(table, lines, line, columns, "words", String.join(", ", left), "word " + word);
      }
    }
  }

  private void add(
      String table,
      List<String> lines,
      int line,
      List<String> columns,
      String column,
      String value,
      String slip) {
    List<String> cells = new ArrayList<>(List.of(lines.get(line).split("\t", -1)));
    cells.set(columns.indexOf(column), value);
    List<String> text = new ArrayList<>(lines);
    text.set(line, String.join("\t", cells));
    String row = cells.get(0) + (ordinal(lines, line) > 1 ? " " + ordinal(lines, line) : "");
    mutants.add(new Mutant(table, row, slip, text));
  }
}
