package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Cpt76496Edits.Loader.Engine;
import io.github.cpt76496.Edit;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.internal.LineFacts.BilledBeside;
import io.github.cpt76496.internal.LineFacts.BilledCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door, with the rule set that it was loaded with. */
public final class LoadedEdits implements Cpt76496Edits {

  /** Written by the build from the pages of the rules, in their package. */
  private static final String COMPILED_RULES = ".CompiledRules";

  /** Rules with the entries that they know by number. */
  private record RuleSet(Rules rules, List<CatalogEntry> entries) {}

  private static final Set<String> DISTINCT_SERVICE = Set.of("59", "XE", "XP", "XS", "XU");

  private static final Comparator<BilledCode> MOST_TELLING = Comparator.naturalOrder();

  /**
   * Where a modifier for a distinct service is on the line, a pair that it may part says least: it
   * undoes nothing that another code of the date says.
   */
  private static final Comparator<BilledCode> MOST_TELLING_IF_DISTINCT =
      Comparator.comparing(LoadedEdits::mayBeParted).thenComparing(MOST_TELLING);

  /** A code whose successors are known before one that has none. */
  private static final Comparator<BilledCode> REPLACED_FIRST =
      Comparator.comparing((BilledCode b) -> b.row().procedureCodes().isEmpty())
          .thenComparing(MOST_TELLING);

  private final List<RuleSet> ruleSets;
  private final Catalog catalog;
  private final ReferenceTables tables;
  private final Overrides overrides;
  private final ClaimReview nothingToReview;

  private LoadedEdits(
      List<RuleSet> ruleSets, Catalog catalog, ReferenceTables tables, Overrides overrides) {
    this.ruleSets = ruleSets;
    this.catalog = catalog;
    this.tables = tables;
    this.overrides = overrides;
    this.nothingToReview = new ClaimReview(catalog.version(), PayerMatch.NONE, List.of());
  }

  /** See {@link Cpt76496Edits.Loader#load()}. */
  public static LoadedEdits load(
      Engine engine,
      List<Class<?>> rulesOfHost,
      HostRequirements requirements,
      List<EditOverride> overrides,
      Optional<NcciPairs> ncciPairs) {
    List<Jar> jars = new ArrayList<>();
    for (Class<?> anchor : rulesOfHost) {
      jars.add(Jar.of(anchor));
    }
    return load(
        jar -> rules(engine, jar),
        jars,
        requirements,
        overrides,
        () -> ReferenceTables.load(ncciPairs));
  }

  private static Rules rules(Engine engine, Jar jar) {
    return engine == Engine.COMPILED
        ? jar.instance(jar.packageName() + COMPILED_RULES, Rules.class)
        : DroolsRules.load(jar);
  }

  static LoadedEdits load(
      Function<Jar, Rules> engine,
      List<Jar> jarsOfHost,
      HostRequirements requirements,
      List<EditOverride> overrides,
      Supplier<ReferenceTables> referenceTables) {
    // None of the three needs another.
    CompletableFuture<Catalog> reading =
        CompletableFuture.supplyAsync(() -> Catalog.load(jarsOfHost, requirements));
    CompletableFuture<ReferenceTables> tabulating = CompletableFuture.supplyAsync(referenceTables);
    Map<Jar, Rules> rules = new LinkedHashMap<>();
    rules.put(Jar.OWN, engine.apply(Jar.OWN));
    for (Jar jar : jarsOfHost) {
      rules.put(jar, engine.apply(jar));
    }
    // Looks through the class path for a binding, so it does that while the others read.
    Logger log = LoggerFactory.getLogger(Cpt76496Edits.class);
    Catalog catalog = result(reading);
    ReferenceTables tables = result(tabulating);
    List<RuleSet> ruleSets = new ArrayList<>();
    rules.forEach((jar, own) -> ruleSets.add(new RuleSet(own, catalog.entries(jar))));
    catalog.requirements().ifPresent(rows -> ruleSets.add(new RuleSet(rows, List.of())));
    log.debug("Loaded {} edits, rule set {}", catalog.edits().size(), catalog.version().ruleSet());
    return new LoadedEdits(ruleSets, catalog, tables, new Overrides(overrides, catalog));
  }

  /** What a task made, or what went wrong in it as if it had gone wrong here. */
  private static <T> T result(CompletableFuture<T> task) {
    try {
      return task.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw e;
    }
  }

  @Override
  public ClaimReview review(Claim claim) {
    if (claim == null) {
      throw new IllegalArgumentException("claim: missing");
    }
    List<ServiceLine> billed = linesBilledWith76496(claim);
    if (billed.isEmpty()) {
      return nothingToReview;
    }
    List<LineFacts> facts = facts(claim, billed);
    Findings findings = new Findings(catalog, overrides, claim.payer(), facts.size());
    for (int i = 0; i < ruleSets.size(); i++) {
      RuleSet ruleSet = ruleSets.get(i);
      findings.of(ruleSet.entries());
      ruleSet.rules().run(facts, findings);
    }
    List<LineReview> lines = new ArrayList<>(facts.size());
    for (LineFacts fact : facts) {
      lines.add(findings.review(fact));
    }
    return new ClaimReview(version(), findings.payerMatch(), lines);
  }

  private static List<ServiceLine> linesBilledWith76496(Claim claim) {
    List<ServiceLine> lines = claim.lines();
    List<ServiceLine> billed = List.of();
    // By index: most claims have no such line, and none of those costs an iterator.
    for (int i = 0; i < lines.size(); i++) {
      ServiceLine line = lines.get(i);
      if (line.billedWith76496()) {
        if (billed.isEmpty()) {
          billed = new ArrayList<>(2);
        }
        billed.add(line);
      }
    }
    return billed;
  }

  private List<LineFacts> facts(Claim claim, List<ServiceLine> billed) {
    List<LineFacts> facts = new ArrayList<>(billed.size());
    List<ServiceLine> known = linesWithKnownCodes(claim);
    for (ServiceLine line : billed) {
      BilledBeside beside = beside(known, line, facts);
      facts.add(new LineFacts(claim, line, facts.size(), beside, tables));
    }
    return facts;
  }

  /** The lines on whose codes some table has a row; for most claims there are none. */
  private List<ServiceLine> linesWithKnownCodes(Claim claim) {
    List<ServiceLine> known = List.of();
    for (ServiceLine line : claim.lines()) {
      if (tables.know(CodeRow.sortKey(line.procedureCode()))) {
        if (known.isEmpty()) {
          known = new ArrayList<>(4);
        }
        known.add(line);
      }
    }
    return known;
  }

  /** What the claim bills on the date of a line; lines that look at it alike share it. */
  private BilledBeside beside(List<ServiceLine> known, ServiceLine line, List<LineFacts> earlier) {
    if (known.isEmpty()) {
      return BilledBeside.NOTHING;
    }
    LocalDate date = line.dateOfService();
    boolean distinct = isDistinctService(line);
    for (LineFacts facts : earlier) {
      if (facts.line().dateOfService().equals(date)
          && isDistinctService(facts.line()) == distinct) {
        return facts.beside();
      }
    }
    Comparator<BilledCode> order = distinct ? MOST_TELLING_IF_DISTINCT : MOST_TELLING;
    Optional<BilledCode> procedure = Optional.empty();
    Optional<BilledCode> ended = Optional.empty();
    Optional<BilledCode> columnTwo = Optional.empty();
    for (ServiceLine other : known) {
      if (other.dateOfService().equals(date)) {
        String code = other.procedureCode();
        long key = CodeRow.sortKey(code);
        procedure = first(order, procedure, code, tables.procedure(key, date));
        ended = first(REPLACED_FIRST, ended, code, tables.endedCodes.find(key, date));
        columnTwo = first(MOST_TELLING, columnTwo, code, tables.columnTwoCodes.find(key, date));
      }
    }
    return new BilledBeside(procedure, ended, columnTwo);
  }

  private static boolean isDistinctService(ServiceLine line) {
    return !Collections.disjoint(line.modifiers(), DISTINCT_SERVICE);
  }

  private static boolean mayBeParted(BilledCode billed) {
    return billed.row().imaging() == CodeRow.Imaging.PAIRED_WITH_76496
        && !billed.row().pairIndicator().equals("0");
  }

  /** The first code by an order, whatever the order of the lines. */
  private static Optional<BilledCode> first(
      Comparator<BilledCode> order,
      Optional<BilledCode> known,
      String code,
      Optional<CodeRow> row) {
    if (row.isEmpty()) {
      return known;
    }
    BilledCode billed = new BilledCode(code, row.get());
    return known.isPresent() && order.compare(known.get(), billed) <= 0
        ? known
        : Optional.of(billed);
  }

  @Override
  public List<Edit> catalog() {
    return catalog.edits();
  }

  @Override
  public Version version() {
    return catalog.version();
  }
}
