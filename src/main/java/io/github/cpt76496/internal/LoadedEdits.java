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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door, with the rule set that it was loaded with. */
public final class LoadedEdits implements Cpt76496Edits {

  /** Written by the build from the pages of the rules. */
  private static final String COMPILED_RULES = "io.github.cpt76496.rules.CompiledRules";

  private static final Logger LOG = LoggerFactory.getLogger(Cpt76496Edits.class);

  /** Of several codes on one date: what it says of imaging, the best evidence, the lowest code. */
  private static final Comparator<BilledCode> MOST_TELLING =
      Comparator.comparing((BilledCode b) -> b.row().imaging())
          .thenComparing(b -> b.row().citation().grade())
          .thenComparing(BilledCode::code);

  private final Rules rules;
  private final Catalog catalog;
  private final ReferenceTables tables;
  private final Overrides overrides;
  private final ClaimReview nothingToReview;

  private LoadedEdits(Rules rules, Catalog catalog, ReferenceTables tables, Overrides overrides) {
    this.rules = rules;
    this.catalog = catalog;
    this.tables = tables;
    this.overrides = overrides;
    this.nothingToReview = new ClaimReview(catalog.version(), PayerMatch.NONE, List.of());
  }

  /** See {@link Cpt76496Edits.Loader#load()}. */
  public static LoadedEdits load(
      Engine engine, List<EditOverride> overrides, Optional<NcciPairs> ncciPairs) {
    // Catalogue and tables need no engine: they are read while it is built.
    CompletableFuture<Catalog> reading = CompletableFuture.supplyAsync(Catalog::load);
    CompletableFuture<ReferenceTables> tabulating =
        reading.thenApply(catalog -> ReferenceTables.load(ncciPairs));
    Rules rules =
        engine == Engine.COMPILED ? Jar.instance(COMPILED_RULES, Rules.class) : DroolsRules.load();
    Catalog catalog = result(reading);
    ReferenceTables tables = result(tabulating);
    LOG.debug("Loaded {} edits, rule set {}", catalog.edits().size(), catalog.version().ruleSet());
    return new LoadedEdits(rules, catalog, tables, new Overrides(overrides, catalog));
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
    rules.run(facts, findings);
    List<LineReview> lines = new ArrayList<>(facts.size());
    for (LineFacts fact : facts) {
      lines.add(findings.review(fact));
    }
    return new ClaimReview(version(), Findings.payerMatch(lines), lines);
  }

  private static List<ServiceLine> linesBilledWith76496(Claim claim) {
    List<ServiceLine> billed = List.of();
    for (ServiceLine line : claim.lines()) {
      if (line.isBilledWith76496()) {
        if (billed.isEmpty()) {
          billed = new ArrayList<>(2);
        }
        billed.add(line);
      }
    }
    return billed;
  }

  private List<LineFacts> facts(Claim claim, List<ServiceLine> billed) {
    Map<LocalDate, BilledCode> procedures = mostTellingByDate(claim, tables::procedure);
    Map<LocalDate, BilledCode> ended = mostTellingByDate(claim, tables.endedCodes::find);
    Map<LocalDate, BilledCode> columnTwo = mostTellingByDate(claim, tables.columnTwoCodes::find);
    List<LineFacts> facts = new ArrayList<>(billed.size());
    for (ServiceLine line : billed) {
      LocalDate date = line.dateOfService();
      facts.add(
          new LineFacts(
              claim,
              line,
              facts.size(),
              new BilledBeside(
                  Optional.ofNullable(procedures.get(date)),
                  Optional.ofNullable(ended.get(date)),
                  Optional.ofNullable(columnTwo.get(date))),
              tables));
    }
    return facts;
  }

  private static Map<LocalDate, BilledCode> mostTellingByDate(
      Claim claim, BiFunction<String, LocalDate, Optional<CodeRow>> table) {
    Map<LocalDate, BilledCode> byDate = new HashMap<>();
    for (ServiceLine line : claim.lines()) {
      table
          .apply(line.procedureCode(), line.dateOfService())
          .ifPresent(
              row ->
                  byDate.merge(
                      line.dateOfService(),
                      new BilledCode(line.procedureCode(), row),
                      (a, b) -> MOST_TELLING.compare(a, b) <= 0 ? a : b));
    }
    return byDate;
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
