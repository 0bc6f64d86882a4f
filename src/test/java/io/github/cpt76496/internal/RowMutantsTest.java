package io.github.cpt76496.internal;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.CaseFile;
import io.github.cpt76496.CaseFile.Case;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import io.github.cpt76496.internal.RowMutants.Kind;
import io.github.cpt76496.internal.RowMutants.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Test;

/**
 * A slip in a reference table is noticed, by the cases of the pages and, where the CMS releases are
 * at hand, by them. Tries a share of the mutants that a seed picks; {@code -Drow.mutants=all} tries
 * all of them.
 *
 * <p>The plain-Java statement of the rules is no judge here: it reads the same tables.
 */
class RowMutantsTest {

  private static final int SHARE_OF_TABLE = 60;

  /**
   * Percent of the mutants, measured and not to be lost again. They are this few because the tables
   * hold far more rows than the pages have cases.
   */
  private static final int NOTICED = 38;

  private static final int NOTICED_WITH_RELEASES = 52;
  private static final long SEED = 76496;
  private static final Path VERDICTS = Path.of("target/row-mutants.tsv");

  private enum Verdict {
    REFUSED_AT_LOAD,
    BY_DATES,
    BY_CASES,
    BY_RELEASES,
    SURVIVED
  }

  private final Rules pages =
      Jar.OWN.instance(Jar.OWN.packageName() + ".CompiledRules", Rules.class);
  private final List<Case> cases = new ArrayList<>();
  private final TableDates dates = new TableDates();
  private final Optional<CmsReleases> releases;
  private final Map<String, List<Tsv.Row>> asShipped = new HashMap<>();

  RowMutantsTest() throws IOException {
    releases = CmsReleases.find();
  }

  private Cpt76496Edits door(Map<String, List<Tsv.Row>> tables) {
    return LoadedEdits.load(
        jar -> pages,
        List.of(),
        HostRequirements.NONE,
        List.of(),
        () -> ReferenceTables.of(tables::get));
  }

  @Test
  void slipsInTheTablesAreNoticed() throws Exception {
    asShipped.put("sources.tsv", Tsv.read("sources.tsv"));
    RowMutants.TABLES.forEach(table -> asShipped.put(table, Tsv.read(table)));
    Cpt76496Edits unchanged = door(asShipped);
    Set<String> on =
        unchanged.catalog().stream().filter(Edit::onByDefault).map(Edit::id).collect(toSet());
    for (CaseFile file : CaseFile.all(Path.of("rules"), "")) {
      file.cases().stream().filter(c -> on.contains(c.edit())).forEach(cases::add);
    }
    cases.forEach(c -> assertTrue(holds(c, unchanged), () -> "before any mutant: " + c));
    asShipped.forEach(
        (table, rows) ->
            assertTrue(table.equals("sources.tsv") || dates.hold(rows), "dates of " + table));
    releases.ifPresent(r -> assertTrue(r.agree(asShipped), "the releases say otherwise"));
    List<Mutant> all = RowMutants.all();
    List<Mutant> mutants = "all".equals(System.getProperty("row.mutants")) ? all : share(all);
    Map<String, Map<Verdict, Integer>> byTable = new TreeMap<>();
    Map<Kind, Map<Verdict, Integer>> byKind = new EnumMap<>(Kind.class);
    List<String> verdicts = new ArrayList<>();
    for (Mutant mutant : mutants) {
      Verdict verdict = judge(mutant);
      byTable
          .computeIfAbsent(mutant.table(), t -> new EnumMap<>(Verdict.class))
          .merge(verdict, 1, Integer::sum);
      byKind
          .computeIfAbsent(mutant.kind(), k -> new EnumMap<>(Verdict.class))
          .merge(verdict, 1, Integer::sum);
      verdicts.add(verdict + "\t" + mutant);
    }
    Files.write(VERDICTS, verdicts);
    byKind.forEach((kind, of) -> System.out.println("Row mutants: " + kind + " " + of));
    byTable.forEach((table, of) -> System.out.println("Row mutants: " + table + " " + of));
    System.out.println("Row mutants: tried " + mutants.size() + " of " + all.size());
    assertEquals(List.of(Kind.values()), List.copyOf(byKind.keySet()), "no mutant of a kind");
    assertEquals(new TreeSet<>(RowMutants.TABLES), byTable.keySet(), "no mutant of a table");
    int made = 0;
    int noticed = 0;
    for (Map<Verdict, Integer> of : byTable.values()) {
      int refused = of.getOrDefault(Verdict.REFUSED_AT_LOAD, 0);
      int tried = of.values().stream().mapToInt(Integer::intValue).sum() - refused;
      made += tried;
      noticed += tried - of.getOrDefault(Verdict.SURVIVED, 0);
    }
    System.out.println("Row mutants: " + noticed + " of " + made + " were noticed");
    int floor = releases.isPresent() ? NOTICED_WITH_RELEASES : NOTICED;
    assertTrue(100 * noticed >= floor * made, noticed + " of " + made + " were noticed");
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
      edits = door(tables);
    } catch (IllegalStateException refusal) {
      return Verdict.REFUSED_AT_LOAD;
    }
    if (!dates.hold(tables.get(mutant.table()))) {
      return Verdict.BY_DATES;
    }
    if (!cases.stream().allMatch(c -> holds(c, edits))) {
      return Verdict.BY_CASES;
    }
    return releases.map(r -> r.agree(tables)).orElse(true) ? Verdict.SURVIVED : Verdict.BY_RELEASES;
  }

  private static boolean holds(Case c, Cpt76496Edits edits) {
    try {
      c.check(edits.review(c.claim()).lines().get(0));
      return true;
    } catch (AssertionError | IllegalArgumentException objection) {
      return false;
    }
  }
}
