package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.internal.PageMutants.Mutant;
import io.github.cpt76496.page.Decisions;
import io.github.cpt76496.page.Findings;
import io.github.cpt76496.page.LineFacts;
import io.github.cpt76496.page.Rules;
import io.github.cpt76496.testkit.RulePages.RulePage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The rules with one mutant in the place of its page.
 *
 * <p>All pages and all mutants of conditions and consequences are rules of one batch, compiled once
 * by the library's own build step. Every review runs the whole batch, and takes what it must not
 * count for an edit that is in force on no day: the page that is mutated, and every mutant but one.
 * A mutant of a page's keys needs no compiler, it is the page with another entry.
 */
final class MutatedRules implements Rules {

  private static final FieldCodes FIELD_CODES = FieldCodes.load(Jar.OWN);

  private static final Path BUILD_STEPS = Path.of("target/build-steps");
  private static final String PACKAGE = "io.github.cpt76496.mutants";

  /** What the name of a rule in the batch begins with; its place follows. */
  private static final String BATCH = "batch ";

  private final Rules asBuilt =
      Jar.OWN.instance(Jar.OWN.packageName() + ".CompiledRules", Rules.class);
  private final Map<String, CatalogEntry> byId = new HashMap<>();
  private final Map<String, Integer> placesOfPages = new HashMap<>();
  private final IdentityHashMap<Mutant, Integer> placesOfMutants = new IdentityHashMap<>();

  /** The entries of the batch where the rules are as they should be. */
  private final List<CatalogEntry> asShipped = new ArrayList<>();

  /** Those with which each rule reports for itself, whatever the date. */
  private final List<CatalogEntry> each = new ArrayList<>();

  private final StringBuilder drl = new StringBuilder("package " + PACKAGE + "\n");
  private final Rules batch;
  private List<CatalogEntry> entries = asShipped;

  /**
   * Compiles mutants.
   *
   * @param folder an empty folder to work in
   */
  MutatedRules(List<RulePage> pages, List<Mutant> mutants, Path folder)
      throws IOException, ReflectiveOperationException {
    for (CatalogEntry entry : Catalog.load(List.of(), HostTables.NONE).entries()) {
      byId.put(entry.edit().id(), entry);
    }
    for (RulePage page : pages) {
      placesOfPages.put(page.id(), add(byId.get(page.id()), page, Mutant.none(page)));
    }
    for (Mutant mutant : mutants) {
      if (mutant.isOfRule()) {
        placesOfMutants.put(mutant, add(silent(byId.get(mutant.edit())), mutant.page(), mutant));
      }
    }
    batch = compile(folder);
  }

  private int add(CatalogEntry entry, RulePage page, Mutant mutant) {
    int place = asShipped.size();
    asShipped.add(entry);
    Map<String, Object> keys = new HashMap<>(Mutant.none(page).keys());
    keys.keySet().removeAll(List.of("answer", "asks", "default", "endDate"));
    keys.put("effectiveDate", "0001-01-01");
    // A plan of its own, so that no row of a plan takes precedence over it.
    keys.computeIfPresent("payer", (key, payer) -> "OTHER/BATCH");
    String question = page.id().substring(0, page.id().indexOf('/') + 1);
    each.add(CatalogEntry.of(question + place, place, keys, FIELD_CODES));
    drl.append(mutant.rule(BATCH + place));
    return place;
  }

  private Rules compile(Path folder) throws IOException, ReflectiveOperationException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < asShipped.size(); i++) {
      names.add(BATCH + i);
    }
    Files.writeString(folder.resolve("mutants.drl"), drl);
    Files.write(folder.resolve("catalog.txt"), names);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    try (URLClassLoader steps = loader(BUILD_STEPS)) {
      steps
          .loadClass("io.github.cpt76496.build.TranslateRules")
          .getMethod("translate", Path.class, Path.class, String.class, Path.class)
          .invoke(null, folder, classes, PACKAGE, folder);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e);
    }
    return loader(classes)
        .loadClass(PACKAGE + ".CompiledRules")
        .asSubclass(Rules.class)
        .getDeclaredConstructor()
        .newInstance();
  }

  private static URLClassLoader loader(Path classes) throws IOException {
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, MutatedRules.class.getClassLoader());
  }

  /** An edit that reports nothing: its last day lies before its first. */
  private static CatalogEntry silent(CatalogEntry entry) {
    return new CatalogEntry(
        entry.edit(),
        entry.order(),
        1,
        0,
        entry.answers(),
        entry.codeApplies(),
        entry.modifier26(),
        entry.asks(),
        entry.candidateCodes(),
        entry.remedies(),
        entry.requirement());
  }

  /** How many mutants were compiled. */
  int compiled() {
    return placesOfMutants.size();
  }

  /**
   * Puts a mutant in the place of its page.
   *
   * @return its entry
   * @throws IllegalStateException if the library refuses the keys of the mutant at load
   */
  CatalogEntry use(Mutant mutant) {
    CatalogEntry page = byId.get(mutant.edit());
    CatalogEntry entry =
        CatalogEntry.of(
            mutant.edit(),
            page.order(),
            withReading(mutant.keys(), page.edit().citation().reading()),
            FIELD_CODES);
    entries = new ArrayList<>(asShipped);
    if (mutant.isOfRule()) {
      entries.set(placesOfPages.get(mutant.edit()), silent(page));
      entries.set(placesOfMutants.get(mutant), entry);
    } else {
      entries.set(placesOfPages.get(mutant.edit()), entry);
    }
    return entry;
  }

  /** How much of its source was read is no key of a page, and no slip on it changes that. */
  private static Map<String, Object> withReading(
      Map<String, Object> keys, Citation.Reading reading) {
    Map<String, Object> all = new HashMap<>(keys);
    all.put("read", reading.read().name());
    all.put("readPart", reading.part());
    all.put("readWhere", reading.where().name());
    all.put("readOn", reading.on());
    return all;
  }

  /** Puts the pages back. */
  void useNone() {
    entries = asShipped;
  }

  /** Lets every rule of the batch report for itself. */
  void useEach() {
    entries = each;
  }

  /**
   * Whether a mutant can change a review at all.
   *
   * @param review a review while every rule reports for itself
   */
  Predicate<Mutant> touchedBy(ClaimReview review) {
    Map<Integer, List<Object>> reported = new HashMap<>();
    for (LineReview line : review.lines()) {
      for (Finding f : line.findings()) {
        if (isOfBatch(f.edit())) {
          reported
              .computeIfAbsent(place(f.edit()), p -> new ArrayList<>())
              .add(List.of(f.line(), f.severity(), f.message(), f.candidateCodes(), f.citation()));
        }
      }
      for (DocumentationRequirement d : line.documentation()) {
        if (isOfBatch(d.edit())) {
          reported
              .computeIfAbsent(place(d.edit()), p -> new ArrayList<>())
              .add(List.of(line.number(), d.state()));
        }
      }
    }
    return mutant -> {
      List<Object> ofPage = reported.get(placesOfPages.get(mutant.edit()));
      return mutant.isOfRule()
          ? !Objects.equals(ofPage, reported.get(placesOfMutants.get(mutant)))
          : ofPage != null;
    };
  }

  /** Rows of tables report beside the batch, under ids of their own. */
  private static boolean isOfBatch(String edit) {
    return edit.matches("[a-z]+/\\d+");
  }

  private static int place(String edit) {
    return Integer.parseInt(edit.substring(edit.indexOf('/') + 1));
  }

  @Override
  public void run(List<? extends LineFacts> facts, Findings findings) {
    ReviewFindings ofBatch =
        ((ReviewFindings) findings)
            .under(rule -> entries.get(place(rule.substring(BATCH.length()))));
    batch.run(facts, ofBatch);
  }

  /** What the tables state is not mutated here. */
  @Override
  public void decide(List<Object> pairs, Decisions decisions) {
    asBuilt.decide(pairs, decisions);
  }
}
