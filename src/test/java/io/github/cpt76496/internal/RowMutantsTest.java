package io.github.cpt76496.internal;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.internal.ReferenceCases.Case;
import io.github.cpt76496.internal.RowMutants.Kind;
import io.github.cpt76496.internal.RowMutants.Mutant;
import io.github.cpt76496.page.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A slip in a reference table is noticed. Tries a share of the mutants that a seed picks; {@code
 * -Drow.mutants=all} tries all of them.
 *
 * <p>The judges, in this order: the cases of the rows near the slip, asked through the entry point;
 * what is known of the dates of rows; the CMS releases, where they are available; and the cells
 * that the cases repeat because no answer shows them. The cases of the rows are written from the
 * rows, and so keep a slip from passing unseen; that a row is right they do not show. The
 * plain-Java statement of the rules is no judge here: it reads the same tables.
 *
 * <p>Where no answer tells a slip, its sort is listed in {@code unanswered-row-mutants.tsv} with
 * the reason. None survives all judges, but for those of rows that are never asked.
 */
@Tag("mutants")
class RowMutantsTest {

  private static final int SHARE_OF_TABLE = 60;

  /** Percent that answers alone tell; measured, and not to be lost again. */
  private static final int ANSWERED_AT_LEAST = 45;

  /** Another table has these codes from the same day on, of families, and takes precedence. */
  private static final Set<String> NEVER_ASKED =
      Set.of(
          "listed-fluoroscopy-codes.tsv 10007 ",
          "listed-fluoroscopy-codes.tsv 43752 ",
          "listed-fluoroscopy-codes.tsv 49465 ",
          "listed-fluoroscopy-codes.tsv 62302 ");

  private static final long SEED = 76496;
  private static final Path VERDICTS = Path.of("target/row-mutants.tsv");
  private static final Path UNANSWERED = Path.of("src/test/resources/unanswered-row-mutants.tsv");

  /** The fee schedule is read when it is first asked for, and refused then. */
  private static final Claim ASKS_FOR_THE_FEE_SCHEDULE =
      RowQuestion.FEE_SCHEDULE.claim("", "47533", LocalDate.of(2026, 3, 2));

  private enum Verdict {
    REFUSED_AT_LOAD,
    BY_ANSWERS,
    BY_DATES,
    BY_RELEASES,
    BY_CELLS,
    SURVIVED
  }

  private final Rules pages =
      Jar.OWN.instance(Jar.OWN.packageName() + ".CompiledRules", Rules.class);
  private final ReferenceCases cases;
  private final TableDates dates = new TableDates();
  private final Optional<CmsReleases> releases;
  private final Map<String, List<Tsv.Row>> asShipped = new HashMap<>();

  RowMutantsTest() throws IOException {
    cases = ReferenceCases.read();
    releases = CmsReleases.find();
  }

  private Cpt76496Edits edits(Map<String, List<Tsv.Row>> tables) {
    return LoadedEdits.load(
        jar -> pages,
        List.of(),
        HostTables.NONE,
        List.of(),
        () ->
            ReferenceTables.of(
                file -> tables.containsKey(file) ? tables.get(file) : Tsv.read(file)));
  }

  @Test
  void slipsInTheTablesAreNoticed() throws Exception {
    for (String other :
        List.of("sources.tsv", "family-names.tsv", "codes-not-about-fluoroscopy.tsv")) {
      asShipped.put(other, Tsv.read(other));
    }
    RowMutants.TABLES.forEach(table -> asShipped.put(table, Tsv.read(table)));
    noJudgeObjectsToTheTablesAsTheyAre();

    List<Mutant> all = RowMutants.all();
    boolean whole = "all".equals(System.getProperty("row.mutants"));
    Map<String, Map<Verdict, Integer>> byTable = new TreeMap<>();
    Map<Kind, Map<Verdict, Integer>> byKind = new EnumMap<>(Kind.class);
    Map<Verdict, Integer> total = new EnumMap<>(Verdict.class);
    Set<String> unanswered = new TreeSet<>();
    List<String> survivors = new ArrayList<>();
    List<String> verdicts = new ArrayList<>();
    for (Mutant mutant : whole ? all : share(all)) {
      Verdict verdict = judge(mutant);
      count(byTable, mutant.table(), verdict);
      count(byKind, mutant.kind(), verdict);
      total.merge(verdict, 1, Integer::sum);
      verdicts.add(verdict + "\t" + mutant);
      if (verdict != Verdict.REFUSED_AT_LOAD && verdict != Verdict.BY_ANSWERS) {
        unanswered.add(mutant.sort());
      }
      if (verdict == Verdict.SURVIVED) {
        survivors.add(mutant.toString());
      }
    }
    Files.write(VERDICTS, verdicts);
    byKind.forEach((kind, of) -> System.out.println("Row mutants: " + kind + " " + of));
    byTable.forEach((table, of) -> System.out.println("Row mutants: " + table + " " + of));
    System.out.println("Row mutants: " + verdicts.size() + " of " + all.size() + " " + total);

    assertEquals(List.of(Kind.values()), List.copyOf(byKind.keySet()), "no mutant of a kind");
    assertEquals(new TreeSet<>(RowMutants.TABLES), byTable.keySet(), "no mutant of a table");
    int made = verdicts.size() - total.getOrDefault(Verdict.REFUSED_AT_LOAD, 0);
    Set<String> spared =
        NEVER_ASKED.stream()
            .filter(row -> survivors.removeIf(mutant -> mutant.startsWith(row)))
            .collect(toSet());
    assertEquals("", String.join("\n", survivors), () -> "they survive, of " + made);
    assertTrue(!whole || spared.equals(NEVER_ASKED), () -> "asked after all: not only " + spared);
    int answered = total.getOrDefault(Verdict.BY_ANSWERS, 0);
    assertTrue(
        100 * answered >= ANSWERED_AT_LEAST * made,
        answered + " of " + made + " were told by an answer");

    Set<String> listed = new TreeSet<>(unansweredAsListed());
    if (!whole) {
      // What was not tried may be unanswered still, if it is there at all.
      Set<String> sorts = all.stream().map(Mutant::sort).collect(toSet());
      listed.removeIf(sort -> sorts.contains(sort) && !unanswered.contains(sort));
    }
    Differences.assertNone(
        listed, unanswered, "the sorts of mutants that no answer tells are those of " + UNANSWERED);
  }

  private void noJudgeObjectsToTheTablesAsTheyAre() {
    Cpt76496Edits unchanged = edits(asShipped);
    for (String table : RowMutants.TABLES) {
      assertTrue(dates.hold(asShipped.get(table)), "dates of " + table);
      assertTrue(releases.map(r -> r.agree(table, asShipped)).orElse(true), table);
      assertEquals(List.of(), cases.strangers(table, asShipped.get(table)));
      cases.of(table).forEach(c -> assertEquals(List.of(), cases.objections(c, unchanged)));
    }
  }

  private static <K> void count(Map<K, Map<Verdict, Integer>> by, K key, Verdict verdict) {
    by.computeIfAbsent(key, k -> new EnumMap<>(Verdict.class)).merge(verdict, 1, Integer::sum);
  }

  /** As many of each table, as far as it has them. */
  private static List<Mutant> share(List<Mutant> all) {
    List<Mutant> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(SEED));
    Map<String, Integer> taken = new HashMap<>();
    return shuffled.stream()
        .filter(m -> taken.merge(m.table(), 1, Integer::sum) <= SHARE_OF_TABLE)
        .toList();
  }

  private Verdict judge(Mutant mutant) {
    Map<String, List<Tsv.Row>> tables = new HashMap<>(asShipped);
    Cpt76496Edits edits;
    try {
      tables.put(mutant.table(), mutant.rows());
      edits = edits(tables);
      edits.review(ASKS_FOR_THE_FEE_SCHEDULE);
    } catch (IllegalStateException refusal) {
      return Verdict.REFUSED_AT_LOAD;
    }
    if (!casesNear(mutant).stream().allMatch(c -> holds(c, edits))) {
      return Verdict.BY_ANSWERS;
    }
    List<Tsv.Row> rows = tables.get(mutant.table());
    if (!dates.hold(rows)) {
      return Verdict.BY_DATES;
    }
    if (!releases.map(r -> r.agree(mutant.table(), tables)).orElse(true)) {
      return Verdict.BY_RELEASES;
    }
    return cases.strangers(mutant.table(), rows).isEmpty() ? Verdict.SURVIVED : Verdict.BY_CELLS;
  }

  private Set<Case> casesNear(Mutant mutant) {
    String key = StatedRow.LAYOUTS.get(mutant.table()).key();
    return cases.near(
        mutant.table(), mutant.cells(RowMutants.CODES), mutant.cells(List.of(key, "family")));
  }

  private boolean holds(Case c, Cpt76496Edits edits) {
    try {
      return cases.objections(c, edits).isEmpty();
    } catch (IllegalArgumentException unknownFamily) {
      return false;
    }
  }

  /** Table, kind and column of those that are listed; each has a reason. */
  private static Set<String> unansweredAsListed() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(UNANSWERED)) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        assertEquals(4, cells.length, line);
        assertFalse(cells[3].isBlank(), () -> "no reason: " + line);
        reasons.put(String.join("\t", cells[0], cells[1], cells[2]), cells[3]);
      }
    }
    return reasons.keySet();
  }
}
