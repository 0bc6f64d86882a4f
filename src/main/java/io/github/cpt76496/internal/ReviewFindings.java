package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.internal.CatalogEntry.Stated;
import io.github.cpt76496.internal.LineAnswers.Hit;
import io.github.cpt76496.page.Findings;
import io.github.cpt76496.page.LineFacts;
import io.github.cpt76496.page.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Collects what the rules report during one review, and is the one place that knows about time: a
 * finding of an edit that is not in force on the line's date of service is dropped here.
 */
final class ReviewFindings implements Findings {

  private final Function<String, CatalogEntry> entries;
  private final Overrides overrides;
  private final Payer payer;
  private final String payerName;
  private final LineAnswers[] byLine;

  ReviewFindings(
      Function<String, CatalogEntry> entries, Overrides overrides, Payer payer, int lines) {
    this.entries = entries;
    this.overrides = overrides;
    this.payer = payer;
    this.payerName = overrides.isEmpty() ? "" : payer.toString();
    this.byLine = new LineAnswers[lines];
    for (int i = 0; i < lines; i++) {
      byLine[i] = new LineAnswers();
    }
  }

  private ReviewFindings(ReviewFindings others, Function<String, CatalogEntry> entries) {
    this.entries = entries;
    this.overrides = others.overrides;
    this.payer = others.payer;
    this.payerName = others.payerName;
    this.byLine = others.byLine;
  }

  /** The same findings for rules whose names stand for other entries. */
  ReviewFindings under(Function<String, CatalogEntry> otherEntries) {
    return new ReviewFindings(this, otherEntries);
  }

  @Override
  public void add(String edit, LineFacts line, String message) {
    add(edit, line, message, Optional.empty());
  }

  @Override
  public void add(String edit, LineFacts line, String message, Optional<? extends Row> row) {
    add(edit, line, message, row, List.of());
  }

  @Override
  public void add(
      String edit,
      LineFacts line,
      String message,
      Optional<? extends Row> row,
      List<String> rowCodes) {
    CatalogEntry entry = entries.apply(edit);
    DerivedFacts facts = own(line);
    if (!entry.inForceOn(facts.day())) {
      return;
    }
    LineAnswers answers = byLine[facts.index()];
    CitedRow ownRow = row.isPresent() ? own(row.get()) : null;
    // A page is never more severe than its own evidence allows; a row's may allow less.
    Severity severity =
        ownRow == null ? entry.edit().severity() : facts.atMost(entry.edit().severity(), ownRow);
    Optional<EditOverride> override = override(entry, severity, answers);
    if (isOn(entry, override) && !answers.hasAnswerBefore(entry)) {
      List<String> candidates =
          facts.candidates(
              rowCodes,
              entry.candidateCodes(),
              entry.answers() && !entry.candidateCodes().isEmpty());
      answers.add(
          new Hit(
              entry,
              finding(
                  entry,
                  facts,
                  severity(override, severity),
                  message,
                  candidates,
                  ownRow == null ? entry.edit().citation() : ownRow.citation(),
                  ownRow == null ? "" : ownRow.place()),
              null));
    }
  }

  private static Finding finding(
      CatalogEntry entry,
      DerivedFacts line,
      Severity severity,
      String message,
      List<String> candidateCodes,
      Citation citation,
      String row) {
    return new Finding(
        entry.edit().id(),
        line.line().number(),
        severity,
        entry.answers(),
        asKnown(message, citation),
        candidateCodes,
        entry.edit().carc(),
        entry.edit().rarc(),
        entry.remedies().of(severity),
        citation,
        row);
  }

  /** What no source was read for is told as that: a page cannot know which row decides. */
  private static String asKnown(String message, Citation citation) {
    return citation.grade() == Citation.Grade.U && !message.contains("unverified")
        ? message.concat(" (unverified)")
        : message;
  }

  /** Rules hand on what the library gave them; nothing else implements the facts. */
  private static DerivedFacts own(LineFacts line) {
    return (DerivedFacts) line;
  }

  private static CitedRow own(Row row) {
    return (CitedRow) row;
  }

  @Override
  public void require(String edit, LineFacts line) {
    require(edit, line, "");
  }

  @Override
  public void require(String edit, LineFacts line, String message) {
    require(entries.apply(edit), own(line), message, "");
  }

  /** States on every line what the rows of the payer say that hold for the claim. */
  void require(List<PayerRow> rows, List<DerivedFacts> lines) {
    for (int i = 0; i < lines.size(); i++) {
      for (int j = 0; j < rows.size(); j++) {
        PayerRow row = rows.get(j);
        require(row.entry(), lines.get(i), row.message(), row.place());
      }
    }
  }

  private void require(CatalogEntry entry, DerivedFacts line, String message, String place) {
    if (!entry.inForceOn(line.day())) {
      return;
    }
    if (entry.requirement().isEmpty()) {
      throw new IllegalStateException(PageHeader.page(entry.edit().id()) + ": @item is missing");
    }
    LineAnswers answers = byLine[line.index()];
    Severity severity = entry.edit().severity();
    Optional<EditOverride> override = override(entry, severity, answers);
    if (!isOn(entry, override)) {
      return;
    }
    Stated stated = line.state(entry.requirement().get());
    answers.add(stated);
    if (stated.isUnmet() && !message.isEmpty()) {
      answers.add(
          new Hit(
              entry,
              finding(
                  entry,
                  line,
                  severity(override, severity),
                  message,
                  List.of(),
                  entry.edit().citation(),
                  place),
              stated));
    }
  }

  /** The host's decision about an edit, and a note of it if it changes anything. */
  private Optional<EditOverride> override(
      CatalogEntry entry, Severity severity, LineAnswers answers) {
    Optional<EditOverride> override = overrides.find(entry.order(), payer, payerName);
    if (override.isPresent()) {
      boolean on = isOn(entry, override);
      if (on != entry.edit().onByDefault() || (on && severity(override, severity) != severity)) {
        answers.add(entry, override.get());
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

  /** The answers for one line, from everything that was reported on it; asked once. */
  LineReview review(DerivedFacts facts, TableDecisions decisions) {
    return byLine[facts.index()].review(facts, decisions);
  }

  /** The most specific level of the payer for which a requirement was found. */
  PayerMatch payerMatch() {
    PayerMatch match = PayerMatch.NONE;
    for (LineAnswers answers : byLine) {
      match = LineAnswers.mostSpecific(match, answers.match());
    }
    return match;
  }
}
