package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit;
import io.github.cpt76496.Edit.Question;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.internal.CatalogEntry.Requirement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kie.api.definition.rule.Rule;

/**
 * Collects what the rules report during one review, and is the one place that knows about time: a
 * finding of an edit that is not in force on the line's date of service is dropped here.
 *
 * <p>Public because rules call it; used by one thread.
 */
public final class Findings {

  /**
   * An edit that reports.
   *
   * @param stated the requirement in the state that its document has, if the edit states one
   */
  private record Hit(
      CatalogEntry entry,
      String message,
      Optional<CodeRow> row,
      List<String> rowCodes,
      Optional<DocumentationRequirement> stated,
      Severity severity) {

    Citation citation() {
      return row.isPresent() ? row.get().citation() : entry.edit().citation();
    }

    /**
     * A plan's own rule about a document goes before its family's, unless it is the wider one: what
     * a plan says of any claim does not undo what its family says of unlisted codes.
     */
    boolean givesWayTo(Hit other) {
      if (stated.isEmpty() || other.stated.isEmpty()) {
        return false;
      }
      DocumentationRequirement ours = stated.get();
      DocumentationRequirement theirs = other.stated.get();
      return ours.item() == theirs.item()
          && !entry.requirement().get().isPlanLevel()
          && other.entry.requirement().get().isPlanLevel()
          && theirs.scope().compareTo(ours.scope()) <= 0;
    }

    /** Whether the document is missing that must be there, or there and must not be. */
    boolean isUnmet() {
      if (message.isEmpty()) {
        return false;
      }
      State state = stated.get().state();
      return switch (stated.get().level()) {
        case REQUIRED -> state == State.MISSING;
        case DO_NOT_SEND -> state == State.PRESENT;
        case REQUIRED_IF, ON_REQUEST, RECOMMENDED, NOT_STATED -> false;
      };
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
          citation());
    }
  }

  /** What was reported on one line. */
  private static final class OnLine {

    /** In the catalogue's order; in which order rules run does not count. */
    final List<Hit> hits = new ArrayList<>(32);

    /** For each question, of the edits that answer it the first in the catalogue. */
    final Map<Question, Hit> answers = new EnumMap<>(Question.class);

    /** By the edit's place in the catalogue. */
    Map<Integer, EditOverride> overrides = Map.of();

    PayerMatch match = PayerMatch.NONE;

    void add(Hit hit) {
      CatalogEntry entry = hit.entry();
      if (entry.answers()) {
        Question question = entry.edit().question();
        Hit known = answers.get(question);
        if (known == null || entry.order() < known.entry().order()) {
          answers.put(question, hit);
        }
        return;
      }
      insert(hit);
      if (entry.requirement().isPresent()) {
        Requirement requirement = entry.requirement().get();
        if (requirement.isRuleOfPayer()) {
          PayerMatch found = requirement.isPlanLevel() ? PayerMatch.PLAN : PayerMatch.FAMILY;
          match = mostSpecific(match, found);
        }
      }
    }

    /** From the end, since most come in order. */
    private void insert(Hit hit) {
      int place = hits.size();
      while (place > 0 && hits.get(place - 1).entry().order() > hit.entry().order()) {
        place--;
      }
      hits.add(place, hit);
    }

    void add(CatalogEntry entry, EditOverride override) {
      if (overrides.isEmpty()) {
        overrides = new TreeMap<>();
      }
      overrides.put(entry.order(), override);
    }

    Optional<Hit> answer(Question question) {
      return Optional.ofNullable(answers.get(question));
    }

    /** Everything that counts, in the catalogue's order. */
    List<Hit> settled() {
      if (match == PayerMatch.PLAN) {
        hits.removeIf(this::givesWay);
      }
      if (match != PayerMatch.NONE) {
        // "No public rule found" is the answer only where no rule of the payer was.
        answers.remove(Question.DOCUMENTATION);
      }
      answers.values().forEach(this::insert);
      return hits;
    }

    private boolean givesWay(Hit hit) {
      for (int i = 0; i < hits.size(); i++) {
        if (hit.givesWayTo(hits.get(i))) {
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
    keep(line, catalog.entry(rule.getName()), message, row, rowCodes, Optional.empty());
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

  // ---- the same, for a rule that is plain Java and knows its edit by its place in the list

  public void add(int edit, LineFacts line, String message) {
    add(entries.get(edit), line, message, Optional.empty());
  }

  public void add(int edit, LineFacts line, String message, Optional<CodeRow> row) {
    add(entries.get(edit), line, message, row);
  }

  public void add(
      int edit, LineFacts line, String message, Optional<CodeRow> row, List<String> rowCodes) {
    keep(line, entries.get(edit), message, row, rowCodes, Optional.empty());
  }

  public void require(int edit, LineFacts line) {
    require(entries.get(edit), line, "");
  }

  public void require(int edit, LineFacts line, String message) {
    require(entries.get(edit), line, message);
  }

  private void add(CatalogEntry entry, LineFacts line, String message, Optional<CodeRow> row) {
    List<String> rowCodes = row.isPresent() ? row.get().alsoReportable() : List.of();
    keep(line, entry, message, row, rowCodes, Optional.empty());
  }

  void require(CatalogEntry entry, LineFacts line, String message) {
    if (entry.requirement().isEmpty()) {
      throw new IllegalStateException(CatalogEntry.page(entry.edit().id()) + ": @item is missing");
    }
    keep(line, entry, message, Optional.empty(), List.of(), line.state(entry.requirement().get()));
  }

  private void keep(
      LineFacts line,
      CatalogEntry entry,
      String message,
      Optional<CodeRow> row,
      List<String> rowCodes,
      Optional<DocumentationRequirement> stated) {
    Edit edit = entry.edit();
    if (!entry.inForceOn(line.day())) {
      return;
    }
    // A page is never more severe than its own evidence allows; a row's may allow less.
    Severity severity =
        row.isPresent()
            ? Severities.capped(edit.severity(), row.get().citation().grade())
            : edit.severity();
    boolean on = edit.onByDefault();
    OnLine onLine = byLine.get(line.index());
    Optional<EditOverride> override = overrides.find(edit.id(), payer, payerName);
    if (override.isPresent()) {
      EditOverride.Action action = override.get().action();
      Severity overridden = severity(action, severity);
      boolean turnedOn = action != EditOverride.Action.OFF;
      if (turnedOn != on || (turnedOn && overridden != severity)) {
        onLine.add(entry, override.get());
      }
      on = turnedOn;
      severity = overridden;
    }
    if (on) {
      onLine.add(new Hit(entry, message, row, rowCodes, stated, severity));
    }
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
    List<Hit> hits = onLine.settled();
    Optional<Hit> procedure = onLine.answer(Question.PROCEDURE);
    Optional<Hit> modifier = onLine.answer(Question.MODIFIER);
    CodeApplies codeApplies =
        procedure.isEmpty() ? CodeApplies.UNDETERMINED : procedure.get().entry().codeApplies();
    Modifier26 modifier26 =
        modifier.isEmpty() ? Modifier26.UNDETERMINED : modifier.get().entry().modifier26();

    ServiceLine line = facts.line();
    List<Finding> findings = new ArrayList<>(hits.size());
    List<DocumentationRequirement> documentation = new ArrayList<>(hits.size());
    for (Hit hit : hits) {
      boolean isRequirement = hit.stated().isPresent();
      if (isRequirement) {
        documentation.add(hit.stated().get());
      }
      if (!isRequirement || (codeApplies != CodeApplies.NO && hit.isUnmet())) {
        findings.add(hit.finding(line.number()));
      }
    }
    return new LineReview(
        line.number(),
        line.procedureCode(),
        line.modifiers(),
        line.dateOfService(),
        codeApplies,
        modifier26,
        procedure.isEmpty() ? List.of() : procedure.get().candidateCodes(),
        wouldSettle(facts, procedure, modifier),
        documentation,
        findings,
        List.copyOf(onLine.overrides.values()));
  }

  /** What the deciding edits ask for and the claim has not said yet. */
  private static List<Fact> wouldSettle(
      LineFacts facts, Optional<Hit> procedure, Optional<Hit> modifier) {
    return withLacking(facts, modifier, withLacking(facts, procedure, List.of()));
  }

  private static List<Fact> withLacking(LineFacts facts, Optional<Hit> hit, List<Fact> known) {
    if (hit.isEmpty() || hit.get().entry().asks().isEmpty()) {
      return known;
    }
    List<Fact> lacking = new ArrayList<>(known);
    for (Fact fact : hit.get().entry().asks()) {
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
