package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.internal.CatalogEntry.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;

/**
 * Collects what the rules report during one review, and is the one place that knows about time: a
 * finding of an edit that is not in force on the line's date of service is dropped here.
 *
 * <p>Public because rules call it; used by one thread.
 */
public final class Findings {

  /**
   * An edit that has something to say.
   *
   * @param unmet the requirement that is not met, if that is what it says
   */
  private record Hit(
      CatalogEntry entry,
      String message,
      Optional<CodeRow> row,
      List<String> rowCodes,
      Optional<Stated> unmet,
      Severity severity) {

    Citation citation() {
      return row.isPresent() ? row.get().citation() : entry.edit().citation();
    }

    List<String> candidateCodes() {
      return entry.candidateCodes().isEmpty() ? rowCodes : entry.candidateCodes();
    }

    Finding finding(int line) {
      return new Finding(
          entry.edit().id(),
          line,
          severity,
          message,
          candidateCodes(),
          entry.carc(),
          entry.rarc(),
          citation(),
          row.isPresent() ? row.get().place() : "");
    }
  }

  /**
   * What was reported on one line, in the catalogue's order: in which order rules run does not
   * count.
   */
  private static final class OnLine {

    final List<Stated> requirements = new ArrayList<>(16);
    final List<Hit> hits = new ArrayList<>(8);

    /** For each question, of the edits that answer it the first in the catalogue. */
    @Nullable Hit procedure;

    @Nullable Hit modifier;
    @Nullable Hit documentation;

    /** By the edit's place in the catalogue. */
    Map<Integer, EditOverride> overrides = Map.of();

    PayerMatch match = PayerMatch.NONE;

    void add(Hit hit) {
      if (!hit.entry().answers()) {
        insert(hit);
        return;
      }
      switch (hit.entry().edit().question()) {
        case PROCEDURE -> procedure = first(procedure, hit);
        case MODIFIER -> modifier = first(modifier, hit);
        case DOCUMENTATION -> documentation = first(documentation, hit);
      }
    }

    private static Hit first(@Nullable Hit known, Hit hit) {
      return known == null || hit.entry().order() < known.entry().order() ? hit : known;
    }

    /** From the end, since most come in order. */
    private void insert(Hit hit) {
      int place = hits.size();
      while (place > 0 && hits.get(place - 1).entry().order() > hit.entry().order()) {
        place--;
      }
      hits.add(place, hit);
    }

    /** From the end, since most come in order. */
    void add(Stated stated) {
      int place = requirements.size();
      while (place > 0 && requirements.get(place - 1).order() > stated.order()) {
        place--;
      }
      requirements.add(place, stated);
      match = mostSpecific(match, stated.match());
    }

    void add(CatalogEntry entry, EditOverride override) {
      if (overrides.isEmpty()) {
        overrides = new TreeMap<>();
      }
      overrides.put(entry.order(), override);
    }

    /** Drops what does not count beside the rest, and puts the answers among the findings. */
    void settle() {
      if (match == PayerMatch.PLAN) {
        giveWay();
      }
      if (procedure != null) {
        insert(procedure);
      }
      if (modifier != null) {
        insert(modifier);
      }
      // "No public rule found" is the answer only where no rule of the payer was.
      if (documentation != null && match == PayerMatch.NONE) {
        insert(documentation);
      }
    }

    /**
     * A plan's own rule about a document goes before its family's, unless it is the wider one: what
     * a plan says of any claim does not undo what its family says of unlisted codes.
     */
    private void giveWay() {
      hits.removeIf(hit -> hit.unmet().isPresent() && givesWay(hit.unmet().get()));
      requirements.removeIf(this::givesWay);
    }

    private boolean givesWay(Stated stated) {
      if (stated.isPlanLevel()) {
        return false;
      }
      for (int i = 0; i < requirements.size(); i++) {
        Stated other = requirements.get(i);
        if (other.isPlanLevel()
            && other.item() == stated.item()
            && other.scope().compareTo(stated.scope()) <= 0) {
          return true;
        }
      }
      return false;
    }
  }

  private final Catalog catalog;
  private final Overrides overrides;
  private final Payer payer;
  private final String payerName;
  private final List<OnLine> byLine;

  /** Those of the rules that run now, by their places in their list. */
  private List<CatalogEntry> entries = List.of();

  Findings(Catalog catalog, Overrides overrides, Payer payer, int lines) {
    this.catalog = catalog;
    this.overrides = overrides;
    this.payer = payer;
    this.payerName = overrides.isEmpty() ? "" : payer.toString();
    this.byLine = new ArrayList<>(lines);
    for (int i = 0; i < lines; i++) {
      byLine.add(new OnLine());
    }
  }

  /** Says whose rules report next. */
  void of(List<CatalogEntry> entries) {
    this.entries = entries;
  }

  /** Reports a finding of the first or second question, or advice. */
  public void add(Rule rule, LineFacts line, String message) {
    add(catalog.entry(rule.getName()), line, message, Optional.empty());
  }

  /**
   * Reports a finding that rests on a reference row; the row's citation goes with it, and the
   * imaging codes that may stand beside the procedure.
   */
  public void add(Rule rule, LineFacts line, String message, Optional<CodeRow> row) {
    add(catalog.entry(rule.getName()), line, message, row);
  }

  /**
   * Reports a finding that rests on a reference row; the row's citation goes with it.
   *
   * @param rowCodes those codes of the row that fit better than 76496
   */
  public void add(
      Rule rule, LineFacts line, String message, Optional<CodeRow> row, List<String> rowCodes) {
    keep(line, catalog.entry(rule.getName()), message, row, rowCodes);
  }

  /** States what the payer says about a document; reports no finding, whatever its state. */
  public void require(Rule rule, LineFacts line) {
    require(catalog.entry(rule.getName()), line, "");
  }

  /**
   * States what the payer says about a document.
   *
   * @param message the finding where a required document is missing, or one that must not be sent
   *     is there
   */
  public void require(Rule rule, LineFacts line, String message) {
    require(catalog.entry(rule.getName()), line, message);
  }

  // ---- the same, for a rule that the build has made of pages: it knows edits by their places

  public void add(int edit, LineFacts line, String message) {
    add(entries.get(edit), line, message, Optional.empty());
  }

  public void add(int edit, LineFacts line, String message, Optional<CodeRow> row) {
    add(entries.get(edit), line, message, row);
  }

  public void add(
      int edit, LineFacts line, String message, Optional<CodeRow> row, List<String> rowCodes) {
    keep(line, entries.get(edit), message, row, rowCodes);
  }

  public void require(int edit, LineFacts line) {
    require(entries.get(edit), line, "");
  }

  public void require(int edit, LineFacts line, String message) {
    require(entries.get(edit), line, message);
  }

  private void add(CatalogEntry entry, LineFacts line, String message, Optional<CodeRow> row) {
    List<String> rowCodes = row.isPresent() ? row.get().alsoReportable() : List.of();
    keep(line, entry, message, row, rowCodes);
  }

  void require(CatalogEntry entry, LineFacts line, String message) {
    if (!entry.inForceOn(line.day())) {
      return;
    }
    if (entry.requirement().isEmpty()) {
      throw new IllegalStateException(CatalogEntry.page(entry.edit().id()) + ": @item is missing");
    }
    OnLine onLine = byLine.get(line.index());
    Severity severity = entry.edit().severity();
    Optional<EditOverride> override = override(entry, severity, onLine);
    if (!isOn(entry, override)) {
      return;
    }
    Stated stated = line.state(entry.requirement().get());
    onLine.add(stated);
    if (stated.isUnmet() && !message.isEmpty()) {
      onLine.add(
          new Hit(
              entry,
              message,
              Optional.empty(),
              List.of(),
              Optional.of(stated),
              severity(override, severity)));
    }
  }

  private void keep(
      LineFacts line,
      CatalogEntry entry,
      String message,
      Optional<CodeRow> row,
      List<String> rowCodes) {
    if (!entry.inForceOn(line.day())) {
      return;
    }
    OnLine onLine = byLine.get(line.index());
    // A page is never more severe than its own evidence allows; a row's may allow less.
    Severity severity =
        row.isPresent()
            ? Severities.capped(entry.edit().severity(), row.get().citation().grade())
            : entry.edit().severity();
    Optional<EditOverride> override = override(entry, severity, onLine);
    if (isOn(entry, override)) {
      onLine.add(
          new Hit(entry, message, row, rowCodes, Optional.empty(), severity(override, severity)));
    }
  }

  /** The host's decision about an edit, and a note of it if it changes anything. */
  private Optional<EditOverride> override(CatalogEntry entry, Severity severity, OnLine onLine) {
    Optional<EditOverride> override = overrides.find(entry.order(), payer, payerName);
    if (override.isPresent()) {
      boolean on = isOn(entry, override);
      if (on != entry.edit().onByDefault() || (on && severity(override, severity) != severity)) {
        onLine.add(entry, override.get());
      }
    }
    return override;
  }

  private static boolean isOn(CatalogEntry entry, Optional<EditOverride> override) {
    return override.isPresent()
        ? override.get().action() != EditOverride.Action.OFF
        : entry.edit().onByDefault();
  }

  private static Severity severity(Optional<EditOverride> override, Severity severity) {
    return override.isPresent() ? severity(override.get().action(), severity) : severity;
  }

  private static Severity severity(EditOverride.Action action, Severity severity) {
    return switch (action) {
      case OFF, ON -> severity;
      case ERROR -> Severity.ERROR;
      case WARNING -> Severity.WARNING;
      case INFO -> Severity.INFO;
    };
  }

  /** The answers for one line, from everything that was reported on it. */
  LineReview review(LineFacts facts) {
    OnLine onLine = byLine.get(facts.index());
    onLine.settle();
    Hit procedure = onLine.procedure;
    Hit modifier = onLine.modifier;
    CodeApplies codeApplies =
        procedure == null ? CodeApplies.UNDETERMINED : procedure.entry().codeApplies();
    Modifier26 modifier26 =
        modifier == null ? Modifier26.UNDETERMINED : modifier.entry().modifier26();

    if (codeApplies == CodeApplies.NO) {
      // What a document lacks is of no account where the code is the wrong one.
      onLine.hits.removeIf(hit -> hit.unmet().isPresent());
    }
    ServiceLine line = facts.line();
    Finding[] findings = new Finding[onLine.hits.size()];
    for (int i = 0; i < findings.length; i++) {
      findings[i] = onLine.hits.get(i).finding(line.number());
    }
    DocumentationRequirement[] documentation =
        new DocumentationRequirement[onLine.requirements.size()];
    for (int i = 0; i < documentation.length; i++) {
      documentation[i] = onLine.requirements.get(i).requirement();
    }
    return new LineReview(
        line.number(),
        line.procedureCode(),
        line.modifiers(),
        line.dateOfService(),
        codeApplies,
        modifier26,
        procedure == null ? List.of() : procedure.candidateCodes(),
        wouldSettle(facts, procedure, modifier),
        List.of(documentation),
        List.of(findings),
        onLine.overrides.isEmpty() ? List.of() : List.copyOf(onLine.overrides.values()));
  }

  /** What the deciding edits ask for and the claim has not said yet. */
  private static List<Fact> wouldSettle(
      LineFacts facts, @Nullable Hit procedure, @Nullable Hit modifier) {
    return withLacking(facts, modifier, withLacking(facts, procedure, List.of()));
  }

  private static List<Fact> withLacking(LineFacts facts, @Nullable Hit hit, List<Fact> known) {
    if (hit == null || hit.entry().asks().isEmpty()) {
      return known;
    }
    List<Fact> lacking = new ArrayList<>(known);
    for (Fact fact : hit.entry().asks()) {
      if (facts.lacks(fact) && !lacking.contains(fact)) {
        lacking.add(fact);
      }
    }
    return lacking;
  }

  /** The most specific level of the payer for which a requirement was found. */
  PayerMatch payerMatch() {
    PayerMatch match = PayerMatch.NONE;
    for (OnLine line : byLine) {
      match = mostSpecific(match, line.match);
    }
    return match;
  }

  private static PayerMatch mostSpecific(PayerMatch one, PayerMatch other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
