package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.CatalogRow;
import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.OwnPages;
import io.github.cpt76496.internal.PageMutants.Kind;
import io.github.cpt76496.internal.PageMutants.Mutant;
import io.github.cpt76496.oracle.ClaimGenerator;
import io.github.cpt76496.oracle.Comparison;
import io.github.cpt76496.oracle.PlainJava;
import io.github.cpt76496.oracle.PlainLine;
import io.github.cpt76496.oracle.Reference;
import io.github.cpt76496.testkit.CaseFile.Case;
import io.github.cpt76496.testkit.RulePages.RulePage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A slip on a page is noticed: every mutant of every page is tried, and a judge must object to it.
 *
 * <p>The judges, in this order: the cases beside the page; the cases of all pages; the plain-Java
 * statement of the rules, asked about the claims of the cases; the row of {@code rules/README.md};
 * the plain-Java statement asked about claims drawn at random. A mutant to which none objects is
 * listed in {@code surviving-mutants.tsv} with the reason; the list holds no other. Some are the
 * same rule; of the rest it was measured, and not proved, that no claim tells them apart.
 *
 * <p>Two designs were weighed. Drools can compile each mutant, or a batch of mutants, into models
 * of its own: the longest way round, and it takes minutes for what the test has seconds. The
 * constraints of the compiled model can be exchanged in memory: quick, but no person writes those,
 * and what a slip would do to the build is not seen. So the slips are made in the text of the page,
 * and the build step that translates pages into Java, with Drools' parser in front, compiles them
 * all at once. That Drools runs a page as the translation does is what {@code EnginesAgreeTest}
 * shows.
 */
@Tag("mutants")
class RuleMutantsTest {

  private static final Path SURVIVORS = Path.of("src/test/resources/surviving-mutants.tsv");
  private static final Path VERDICTS = Path.of("target/rule-mutants.tsv");
  private static final int KILLED_AT_LEAST = 98;
  private static final int GENERATED_CLAIMS = 30_000;
  private static final long SEED = 76496;

  /** Who objected to a mutant. */
  private enum Verdict {
    REFUSED_AT_LOAD,
    BY_CASES_OF_PAGE,
    BY_OTHER_CASES,
    BY_PLAIN_JAVA,
    BY_CATALOG,
    BY_GENERATED_CLAIMS,
    SURVIVED
  }

  /** A case with what plain Java answers, and the mutants that can change its review. */
  private record Tried(Case c, List<PlainLine> answers, Predicate<Mutant> touched) {}

  private final List<RulePage> pages = OwnPages.all();
  private final List<Mutant> mutants = PageMutants.of(pages);
  private final List<Case> cases =
      OwnPages.cases().stream().flatMap(f -> f.cases().stream()).toList();
  private final List<Tried> tried = new ArrayList<>();
  private final List<String> catalog;
  private final MutatedRules rules;
  private final Cpt76496Edits asShipped;
  private final Map<String, Cpt76496Edits> switchedOn = new HashMap<>();

  RuleMutantsTest(@TempDir Path folder) throws Exception {
    rules = new MutatedRules(pages, mutants, folder);
    asShipped = edits(List.of());
    for (Edit edit : asShipped.catalog()) {
      if (!edit.onByDefault()) {
        switchedOn.put(
            edit.id(),
            edits(
                List.of(
                    new EditOverride(
                        edit.id(),
                        EditOverride.ANY_PAYER,
                        EditOverride.Action.ON,
                        "its own cases"))));
      }
    }
    PlainJava plainJava = new PlainJava();
    rules.useEach();
    for (Case c : cases) {
      Predicate<Mutant> touched = rules.touchedBy(asShipped.review(c.claim()));
      tried.add(new Tried(c, plainJava.review(c.claim()), touched));
    }
    catalog = Files.readAllLines(Path.of("rules/README.md"));
  }

  private Cpt76496Edits edits(List<EditOverride> overrides) {
    return LoadedEdits.load(
        jar -> rules,
        List.of(),
        HostTables.NONE,
        overrides,
        () -> ReferenceTables.load(HostTables.NONE, Optional.empty()));
  }

  private static String page(String edit) {
    int fragment = edit.indexOf('#');
    return fragment < 0 ? edit : edit.substring(0, fragment);
  }

  @Test
  void everySlipOnAPageIsNoticed() throws Exception {
    rules.useNone();
    for (Tried t : tried) {
      assertTrue(holds(t) && agrees(t), () -> "before any mutant: " + t.c());
    }

    IdentityHashMap<Mutant, Verdict> verdictOf = new IdentityHashMap<>();
    List<Mutant> left = new ArrayList<>();
    for (Mutant mutant : mutants) {
      Verdict verdict = judge(mutant);
      verdictOf.put(mutant, verdict);
      if (verdict == Verdict.SURVIVED) {
        left.add(mutant);
      }
    }
    for (Mutant mutant : noticedOnGeneratedClaims(left)) {
      verdictOf.put(mutant, Verdict.BY_GENERATED_CLAIMS);
    }

    Map<Kind, Map<Verdict, Integer>> counts = new EnumMap<>(Kind.class);
    TreeSet<String> survivors = new TreeSet<>();
    List<String> verdicts = new ArrayList<>();
    for (Mutant mutant : mutants) {
      Verdict verdict = verdictOf.get(mutant);
      counts
          .computeIfAbsent(mutant.kind(), k -> new EnumMap<>(Verdict.class))
          .merge(verdict, 1, Integer::sum);
      verdicts.add(verdict + "\t" + mutant);
      if (verdict == Verdict.SURVIVED) {
        survivors.add(mutant.toString());
      }
    }
    Files.write(VERDICTS, verdicts);
    counts.forEach((kind, of) -> System.out.println("Mutants: " + kind + " " + of));
    Map<Verdict, Integer> total = total(counts);
    System.out.println("Mutants: all " + mutants.size() + " " + total);

    assertEquals(List.of(Kind.values()), List.copyOf(counts.keySet()), "no mutant of a kind");
    assertTrue(rules.compiled() > 5 * pages.size(), "few mutants were compiled");
    int made = mutants.size() - total.getOrDefault(Verdict.REFUSED_AT_LOAD, 0);
    int killed = made - survivors.size();
    assertTrue(100 * killed >= KILLED_AT_LEAST * made, killed + " of " + made + " were noticed");
    Differences.assertNone(
        listedSurvivors(), survivors, "the mutants that survive are those of " + SURVIVORS);
  }

  private static Map<Verdict, Integer> total(Map<Kind, Map<Verdict, Integer>> counts) {
    Map<Verdict, Integer> total = new EnumMap<>(Verdict.class);
    counts.values().forEach(v -> v.forEach((verdict, n) -> total.merge(verdict, n, Integer::sum)));
    return total;
  }

  private Verdict judge(Mutant mutant) {
    CatalogEntry entry;
    try {
      entry = rules.use(mutant);
    } catch (IllegalStateException refusal) {
      return Verdict.REFUSED_AT_LOAD;
    }
    List<Tried> touched = tried.stream().filter(t -> t.touched().test(mutant)).toList();
    String page = page(mutant.edit());
    if (!touched.stream().filter(t -> page(t.c().edit()).equals(page)).allMatch(this::holds)) {
      return Verdict.BY_CASES_OF_PAGE;
    }
    if (!touched.stream().allMatch(this::holds)) {
      return Verdict.BY_OTHER_CASES;
    }
    if (!touched.stream().allMatch(this::agrees)) {
      return Verdict.BY_PLAIN_JAVA;
    }
    return catalog.contains(CatalogRow.of(entry.edit(), mutant.page()).strip())
        ? Verdict.SURVIVED
        : Verdict.BY_CATALOG;
  }

  /** Takes from the mutants those that plain Java contradicts on some claim, and returns them. */
  private List<Mutant> noticedOnGeneratedClaims(List<Mutant> left) {
    ClaimGenerator claims = new ClaimGenerator(SEED, new Reference());
    PlainJava plainJava = new PlainJava();
    List<Mutant> noticed = new ArrayList<>();
    for (int i = 0; i < GENERATED_CLAIMS && !left.isEmpty(); i++) {
      Claim claim = claims.next();
      rules.useEach();
      Predicate<Mutant> touched = rules.touchedBy(asShipped.review(claim));
      List<PlainLine> answers = plainJava.review(claim);
      for (Mutant mutant : left.stream().filter(touched).toList()) {
        rules.use(mutant);
        if (!Comparison.plain(asShipped.review(claim)).equals(answers)) {
          noticed.add(mutant);
          left.remove(mutant);
        }
      }
    }
    return noticed;
  }

  private boolean holds(Tried t) {
    Case c = t.c();
    try {
      c.check(switchedOn.getOrDefault(c.edit(), asShipped).review(c.claim()).lines().get(0));
      return true;
    } catch (AssertionError objection) {
      return false;
    }
  }

  private boolean agrees(Tried t) {
    return Comparison.plain(asShipped.review(t.c().claim())).equals(t.answers());
  }

  /** Edit and slip of those that are listed; each has a reason. */
  private static Set<String> listedSurvivors() throws Exception {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(SURVIVORS)) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        assertEquals(3, cells.length, line);
        assertFalse(cells[2].isBlank(), () -> "no reason: " + line);
        reasons.put(cells[0] + "\t" + cells[1], cells[2]);
      }
    }
    return new TreeSet<>(reasons.keySet());
  }
}
