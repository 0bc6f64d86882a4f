package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.Remedy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An edit with everything its page says beside its condition and message.
 *
 * <p>Read when a host's process starts, so in plain loops: each lambda here would cost every start.
 *
 * @param edit the public part
 * @param order place in the catalog: of two edits that answer one question, the earlier wins
 * @param firstDay the edit's effective date as a day since 1970-01-01
 * @param lastDay its end date likewise
 * @param answers whether the edit answers its question, and is not advice
 * @param codeApplies its answer, if that is the first question
 * @param modifier26 its answer, if that is the second question
 * @param asks facts that would settle an undetermined answer
 * @param candidateCodes codes to look at instead of 76496
 * @param remedies what to change where it reports
 * @param requirement the documentation requirement that the edit states, if it states one
 */
record CatalogEntry(
    Edit edit,
    int order,
    long firstDay,
    long lastDay,
    boolean answers,
    CodeApplies codeApplies,
    Modifier26 modifier26,
    List<Fact> asks,
    List<String> candidateCodes,
    Remedies remedies,
    Optional<Requirement> requirement) {

  /** The remedy of an edit by the severity of its finding, which evidence or a host may change. */
  record Remedies(Remedy error, Remedy warning, Remedy info) {

    Remedy of(Severity severity) {
      return switch (severity) {
        case ERROR -> error;
        case WARNING -> warning;
        case INFO -> info;
      };
    }
  }

  /**
   * What a page or row of {@code rules/documentation/} says about one item.
   *
   * @param travelsWithTheClaim whether it can go in no other way, so that its absence from the
   *     claim is its absence
   * @param goesAsText whether it can go as a text of the claim
   * @param byState the requirement in each state that its document can have
   */
  record Requirement(
      DocumentationItem item,
      Level level,
      List<Channel> channels,
      String payer,
      boolean travelsWithTheClaim,
      boolean goesAsText,
      Map<State, Stated> byState) {

    /** The requirement as reviews hold it. */
    Stated in(State state) {
      return byState.get(state);
    }

    /** The payer of what holds for any: the transaction standard, and advice on the record. */
    static final String ANY_PAYER = "ANY";
  }

  /**
   * A requirement whose document is in some state; made once, since a review holds many.
   *
   * @param order place in the catalog
   * @param match the level of the payer for which it shows that a rule was found
   * @param level whose rule it is: the plan's or contractor's own, its family's, or for any payer
   * @param isUnmet whether the document is missing that must be there, or there and must not be
   */
  record Stated(
      DocumentationRequirement requirement,
      int order,
      PayerMatch match,
      PayerMatch level,
      boolean isUnmet) {

    DocumentationItem item() {
      return requirement.item();
    }

    Scope scope() {
      return requirement.scope();
    }

    /** Whether nobody has read that the payer says so. */
    boolean isUnverified() {
      return requirement.citation().grade() == Citation.Grade.U;
    }

    static Stated of(DocumentationRequirement requirement, int order) {
      String payer = requirement.payer();
      PayerMatch level =
          payer.equals(Requirement.ANY_PAYER)
              ? PayerMatch.NONE
              : payer.indexOf('/') >= 0 ? PayerMatch.PLAN : PayerMatch.FAMILY;
      boolean isUnmet =
          switch (requirement.level()) {
            case REQUIRED -> requirement.state() == State.MISSING;
            case DO_NOT_SEND -> requirement.state() == State.PRESENT;
            case REQUIRED_IF, ON_REQUEST, RECOMMENDED, NOT_STATED -> false;
          };
      return new Stated(
          requirement,
          order,
          requirement.level() == Level.NOT_STATED ? PayerMatch.NONE : level,
          level,
          isUnmet);
    }
  }

  /** {@link Edit#inForceOn}, as a comparison of numbers: it is asked of every edit that reports. */
  boolean inForceOn(long day) {
    return firstDay <= day && day <= lastDay;
  }

  /**
   * Reads a page's metadata.
   *
   * @param fieldCodes the codes of the field for edits and documents
   * @throws IllegalStateException if the page is incomplete; the message starts with its path
   */
  static CatalogEntry of(
      String id, int order, Map<String, Object> metadata, FieldCodes fieldCodes) {
    return new PageHeader(id, PageHeader.page(id) + ": @", metadata, fieldCodes).entry(order);
  }

  /**
   * Reads what a row of a table says of an edit, as of a page.
   *
   * @param place where the row stands
   */
  static CatalogEntry ofRow(
      String id, String place, int order, Map<String, Object> cells, FieldCodes fieldCodes) {
    return new PageHeader(id, place + ": ", cells, fieldCodes).entry(order);
  }
}
