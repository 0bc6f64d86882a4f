package io.github.cpt76496.internal;

import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.internal.CatalogEntry.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was reported on one line, in the catalog's order, and the answers that follow from it. The
 * order in which rules run does not matter.
 */
final class LineAnswers {

  /**
   * An edit that has something to say.
   *
   * @param unmet the requirement that is not met, if that is what it says
   */
  record Hit(CatalogEntry entry, Finding finding, @Nullable Stated unmet) {

    private int order() {
      return entry.order();
    }
  }

  private final List<Stated> requirements = new ArrayList<>(12);
  private final List<Hit> hits = new ArrayList<>(8);

  /** For each question, of the edits that answer it the first in the catalog. */
  private @Nullable Hit procedure;

  private @Nullable Hit modifier;
  private @Nullable Hit documentation;

  /** By the edit's place in the catalog. */
  private Map<Integer, EditOverride> overrides = Map.of();

  private PayerMatch match = PayerMatch.NONE;

  /** The items of which something is said, and those of which more than once, as bits. */
  private long items;

  private long itemsSaidTwice;

  /** Whether an edit would report in vain: its question has the answer of one before it. */
  boolean hasAnswerBefore(CatalogEntry entry) {
    if (!entry.answers()) {
      return false;
    }
    Hit known =
        switch (entry.edit().question()) {
          case PROCEDURE -> procedure;
          case MODIFIER -> modifier;
          case DOCUMENTATION -> documentation;
        };
    return known != null && known.order() <= entry.order();
  }

  void add(Hit hit) {
    if (!hit.entry().answers()) {
      insert(hit);
      return;
    }
    if (hasAnswerBefore(hit.entry())) {
      return;
    }
    switch (hit.entry().edit().question()) {
      case PROCEDURE -> procedure = hit;
      case MODIFIER -> modifier = hit;
      case DOCUMENTATION -> documentation = hit;
    }
  }

  /** From the end, since most come in order. */
  private void insert(Hit hit) {
    int place = hits.size();
    while (place > 0 && hits.get(place - 1).order() > hit.order()) {
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
    itemsSaidTwice |= items & bit(stated);
    items |= bit(stated);
  }

  void add(CatalogEntry entry, EditOverride override) {
    if (overrides.isEmpty()) {
      overrides = new TreeMap<>();
    }
    overrides.put(entry.order(), override);
  }

  /** The level of the payer for which a requirement was found; asked after {@link #review}. */
  PayerMatch match() {
    return match;
  }

  static PayerMatch mostSpecific(PayerMatch one, PayerMatch other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Leaves out what another statement about the document overrides, and its findings. */
  private void settle(TableDecisions decisions) {
    if (itemsSaidTwice == 0) {
      return;
    }
    List<Stated> all = new ArrayList<>(requirements);
    for (int i = hits.size() - 1; i >= 0; i--) {
      Stated unmet = hits.get(i).unmet();
      if (unmet != null && givesWay(unmet, all, decisions)) {
        hits.remove(i);
      }
    }
    for (int i = all.size() - 1; i >= 0; i--) {
      if (givesWay(all.get(i), all, decisions)) {
        requirements.remove(i);
      }
    }
    match = PayerMatch.NONE;
    for (int i = 0; i < requirements.size(); i++) {
      match = mostSpecific(match, requirements.get(i).match());
    }
  }

  @SuppressWarnings("EnumOrdinal") // A bit for each document, for this line alone.
  private static long bit(Stated stated) {
    return 1L << stated.item().ordinal();
  }

  private boolean givesWay(Stated stated, List<Stated> all, TableDecisions decisions) {
    if ((itemsSaidTwice & bit(stated)) == 0) {
      return false;
    }
    for (int i = 0; i < all.size(); i++) {
      Stated other = all.get(i);
      if (other.item() == stated.item() && decisions.takesPrecedence(other, stated)) {
        return true;
      }
    }
    return false;
  }

  /** The answers; asked once, when everything was reported. */
  LineReview review(DerivedFacts facts, TableDecisions decisions) {
    settle(decisions);
    CodeApplies codeApplies = CodeApplies.UNDETERMINED;
    Modifier26 modifier26 = Modifier26.UNDETERMINED;
    if (procedure != null) {
      insert(procedure);
      codeApplies = procedure.entry().codeApplies();
    }
    if (modifier != null) {
      insert(modifier);
      modifier26 = modifier.entry().modifier26();
    }
    // "No public rule found" is the answer only where no rule of the payer was.
    if (documentation != null && match == PayerMatch.NONE) {
      insert(documentation);
    }
    if (codeApplies == CodeApplies.NO) {
      // Where the code is the wrong one, what a document lacks does not matter.
      for (int i = hits.size() - 1; i >= 0; i--) {
        if (hits.get(i).unmet() != null) {
          hits.remove(i);
        }
      }
    }
    ServiceLine line = facts.line();
    Finding[] findings = new Finding[hits.size()];
    for (int i = 0; i < findings.length; i++) {
      findings[i] = hits.get(i).finding();
    }
    DocumentationRequirement[] documents = new DocumentationRequirement[requirements.size()];
    for (int i = 0; i < documents.length; i++) {
      documents[i] = requirements.get(i).requirement();
    }
    return new LineReview(
        line.number(),
        line.procedureCode(),
        line.modifiers(),
        line.dateOfService(),
        line.dateOfServiceEnd(),
        codeApplies,
        modifier26,
        procedure == null ? List.of() : procedure.finding().candidateCodes(),
        withLacking(facts, modifier, withLacking(facts, procedure, List.of())),
        facts.readAs(),
        List.of(documents),
        List.of(findings),
        overrides.isEmpty() ? List.of() : List.copyOf(overrides.values()));
  }

  /** What a deciding edit asks for and the claim has not said yet, after what is known already. */
  private static List<Fact> withLacking(DerivedFacts facts, @Nullable Hit hit, List<Fact> known) {
    if (hit == null || hit.entry().asks().isEmpty()) {
      return known;
    }
    List<Fact> asks = hit.entry().asks();
    List<Fact> lacking = new ArrayList<>(known.size() + asks.size());
    lacking.addAll(known);
    for (int i = 0; i < asks.size(); i++) {
      Fact fact = asks.get(i);
      if (facts.lacks(fact) && !lacking.contains(fact)) {
        lacking.add(fact);
      }
    }
    return lacking;
  }
}
