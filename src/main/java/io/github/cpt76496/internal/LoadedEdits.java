package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Engine;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.NamedService;
import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.internal.CatalogEntry.Requirement;
import io.github.cpt76496.page.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entry point, with the rule set that it was loaded with. */
public final class LoadedEdits implements Cpt76496Edits {

  /** Written by the build from the pages of the rules, in their package. */
  private static final String COMPILED_RULES = ".CompiledRules";

  /** The library's own first. */
  private final List<Rules> ruleSets;

  private final Catalog catalog;
  private final StatementsByPayer statements;
  private final TableDecisions decisions;
  private final ReferenceTables tables;
  private final Overrides overrides;
  private final ClaimReview nothingToReview;

  private LoadedEdits(
      List<Rules> ruleSets, Catalog catalog, ReferenceTables tables, Overrides overrides) {
    this.ruleSets = ruleSets;
    this.catalog = catalog;
    List<PayerRow> rows = catalog.payerRows();
    this.decisions = TableDecisions.by(ruleSets.get(0), StatementsByPayer.pairs(rows));
    this.statements = new StatementsByPayer(rows, decisions);
    this.tables = tables;
    this.overrides = overrides;
    this.nothingToReview = new ClaimReview(catalog.version(), PayerMatch.NONE, List.of());
  }

  /** See {@link Cpt76496Edits.Loader#load()}. */
  public static LoadedEdits load(
      Engine engine,
      List<Class<?>> rulesOfHost,
      HostTables requirements,
      List<EditOverride> overrides,
      HostTables narratives,
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
        () -> ReferenceTables.load(narratives, ncciPairs));
  }

  private static Rules rules(Engine engine, Jar jar) {
    return engine == Engine.COMPILED
        ? jar.instance(jar.packageName() + COMPILED_RULES, Rules.class)
        : DroolsRules.load(jar);
  }

  static LoadedEdits load(
      Function<Jar, Rules> engine,
      List<Jar> jarsOfHost,
      HostTables requirements,
      List<EditOverride> overrides,
      Supplier<ReferenceTables> referenceTables) {
    return load(
        engine,
        () -> Catalog.load(jarsOfHost, requirements),
        jarsOfHost,
        overrides,
        referenceTables);
  }

  static LoadedEdits load(
      Function<Jar, Rules> engine,
      Supplier<Catalog> readCatalog,
      List<Jar> jarsOfHost,
      List<EditOverride> overrides,
      Supplier<ReferenceTables> referenceTables) {
    // None of the three needs another.
    CompletableFuture<Catalog> reading = CompletableFuture.supplyAsync(readCatalog);
    CompletableFuture<ReferenceTables> tabulating = CompletableFuture.supplyAsync(referenceTables);
    List<Rules> ruleSets = new ArrayList<>();
    ruleSets.add(engine.apply(Jar.OWN));
    for (Jar jar : jarsOfHost) {
      ruleSets.add(engine.apply(jar));
    }
    // Looks through the class path for a binding, so it does that while the others read.
    Logger log = LoggerFactory.getLogger(Cpt76496Edits.class);
    Catalog catalog = result(reading);
    ReferenceTables tables = result(tabulating);
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
    List<DerivedFacts> facts = facts(claim, billed);
    ReviewFindings findings =
        new ReviewFindings(catalog::entry, overrides, claim.payer(), facts.size());
    findings.require(statements.of(claim), facts);
    for (int i = 0; i < ruleSets.size(); i++) {
      ruleSets.get(i).run(facts, findings);
    }
    LineReview[] lines = new LineReview[facts.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = findings.review(facts.get(i), decisions);
    }
    return new ClaimReview(version(), findings.payerMatch(), List.of(lines));
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

  private List<DerivedFacts> facts(Claim claim, List<ServiceLine> billed) {
    List<DerivedFacts> facts = new ArrayList<>(billed.size());
    List<ServiceLine> known = BilledBeside.linesWithKnownCodes(claim, tables);
    CodesOfClaim codes = new CodesOfClaim(claim, billed);
    for (ServiceLine line : billed) {
      BilledBeside beside = BilledBeside.of(known, line, facts, tables);
      facts.add(new DerivedFacts(claim, codes, line, facts.size(), beside, tables));
    }
    return facts;
  }

  @Override
  public Optional<NamedService> read(
      String description, String lineNote, String claimNote, LocalDate dateOfService) {
    return tables
        .narratives()
        .read(
            required(description, "description"),
            required(lineNote, "lineNote"),
            required(claimNote, "claimNote"),
            required(dateOfService, "dateOfService"))
        .map(NarrativeReading::named);
  }

  private static <T> T required(T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + ": missing");
    }
    return value;
  }

  @Override
  public List<Payer> payers() {
    List<Payer> payers = new ArrayList<>();
    for (String name : catalog.payers()) {
      int slash = name.indexOf('/');
      if (slash >= 0) {
        Payer.Family family = Payer.Family.valueOf(name.substring(0, slash));
        payers.add(Payer.of(family, name.substring(slash + 1)));
      } else if (!name.equals(Requirement.ANY_PAYER)) {
        payers.add(Payer.of(Payer.Family.valueOf(name)));
      }
    }
    return List.copyOf(payers);
  }

  @Override
  public Map<String, String> procedures() {
    return tables.families();
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
