package io.github.cpt76496;

import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit.Severity;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The answers for one line billed with 76496.
 *
 * @param number line number as on the claim
 * @param procedureCode {@code 76496}
 * @param modifiers the modifiers in claim order
 * @param dateOfService the date that decided which edits are in force
 * @param dateOfServiceEnd the last day of the line; {@code dateOfService} for a line of one day
 * @param codeApplies does 76496 apply?
 * @param modifier26 is modifier 26 valid? Answered as if 76496 applied; if it does not, {@code
 *     codeApplies} takes precedence
 * @param candidateCodes procedure codes that fit the facts better than 76496 or, where the facts do
 *     not establish that, are likely to; best first, at most five, and only codes that could be
 *     billed on the date with what is billed
 * @param factsNeeded the facts that would turn an {@code UNDETERMINED} into an answer, in the order
 *     in which to ask for them, {@code wouldSettle} in the JSON form; empty if nothing is
 *     undetermined, or if no fact could settle it: the date of service lies before the rule set, no
 *     public rule was found, or the host has switched the answer off; the finding says which
 * @param readAs the service that the text of the line, or else the note of the claim, names, and
 *     the field of that text, never the text itself; at most one so far, and empty if no service is
 *     recognized. Its question is the one that {@link Fact#DESCRIPTION} asks for
 * @param documentation what the payer says about each document for 76496 as billed; if the code
 *     does not apply, no document can correct that
 * @param findings why, in the order of the catalog
 * @param overrides the host's decisions about edits that would report on this line: what was
 *     switched off or on, or reported with another severity than it would have been; in the order
 *     of the catalog
 */
public record LineReview(
    int number,
    String procedureCode,
    List<String> modifiers,
    LocalDate dateOfService,
    LocalDate dateOfServiceEnd,
    CodeApplies codeApplies,
    Modifier26 modifier26,
    List<String> candidateCodes,
    List<Fact> factsNeeded,
    List<NamedService> readAs,
    List<DocumentationRequirement> documentation,
    List<Finding> findings,
    List<EditOverride> overrides)
    implements Serializable {

  /**
   * @throws IllegalArgumentException if a part is missing; the message names the field
   */
  public LineReview {
    Checks.required(procedureCode, "review.procedureCode");
    modifiers = Checks.list(modifiers, "review.modifiers");
    Checks.required(dateOfService, "review.dateOfService");
    Checks.required(dateOfServiceEnd, "review.dateOfServiceEnd");
    Checks.required(codeApplies, "review.codeApplies");
    Checks.required(modifier26, "review.modifier26");
    candidateCodes = Checks.list(candidateCodes, "review.candidateCodes");
    factsNeeded = Checks.list(factsNeeded, "review.factsNeeded");
    readAs = Checks.list(readAs, "review.readAs");
    documentation = Checks.list(documentation, "review.documentation");
    findings = Checks.list(findings, "review.findings");
    overrides = Checks.list(overrides, "review.overrides");
  }

  /** A line of one day, in whose text no service is recognized. */
  public LineReview(
      int number,
      String procedureCode,
      List<String> modifiers,
      LocalDate dateOfService,
      CodeApplies codeApplies,
      Modifier26 modifier26,
      List<String> candidateCodes,
      List<Fact> factsNeeded,
      List<DocumentationRequirement> documentation,
      List<Finding> findings,
      List<EditOverride> overrides) {
    this(
        number,
        procedureCode,
        modifiers,
        dateOfService,
        dateOfService,
        codeApplies,
        modifier26,
        candidateCodes,
        factsNeeded,
        List.of(),
        documentation,
        findings,
        overrides);
  }

  /**
   * What to ask first if the text of the line leaves open what was done, or empty: the question
   * behind {@link Fact#DESCRIPTION} in {@link #factsNeeded()}.
   */
  public String question() {
    return factsNeeded.contains(Fact.DESCRIPTION) && !readAs.isEmpty()
        ? readAs.get(0).question()
        : "";
  }

  /**
   * What to do about the line: {@link Action.Change} for every error and warning, errors first, and
   * for an unverified reason if nothing else says why the code does not apply; then {@link
   * Action.Withhold} for documents that the payer does not want and {@link Action.Supply} for those
   * that it requires, unless the code does not apply, since no document corrects that; last {@link
   * Action.Ask}. Each group is in the order of the catalog.
   *
   * <p>Empty if there is nothing to do. A document that is recommended, or needed on request or
   * under a condition that the claim does not decide, is no action; {@link #documentation()} has
   * it.
   */
  public List<Action> actions() {
    List<Action> actions = new ArrayList<>();
    addChanges(Severity.ERROR, actions);
    addChanges(Severity.WARNING, actions);
    if (codeApplies == CodeApplies.NO && actions.isEmpty()) {
      addReasonsOfNo(actions);
    }
    if (codeApplies != CodeApplies.NO) {
      for (DocumentationRequirement document : documentation) {
        if (isToBeWithheld(document)) {
          actions.add(new Action.Withhold(document));
        }
      }
      for (DocumentationRequirement document : documentation) {
        if (isToBeSupplied(document)) {
          actions.add(new Action.Supply(document));
        }
      }
    }
    if (!factsNeeded.isEmpty()) {
      addQuestions(actions);
    }
    return List.copyOf(actions);
  }

  private void addChanges(Severity severity, List<Action> actions) {
    for (Finding finding : findings) {
      if (finding.severity() == severity && !isOpen(finding) && !isSaidOfDocument(finding)) {
        actions.add(new Action.Change(finding));
      }
    }
  }

  /** A code that does not apply is to be changed, though only an unverified source says so. */
  private void addReasonsOfNo(List<Action> actions) {
    for (Finding finding : findings) {
      if (finding.answers() && finding.isAbout(Edit.Question.PROCEDURE)) {
        actions.add(new Action.Change(finding));
      }
    }
  }

  private void addQuestions(List<Action> actions) {
    List<Finding> open = new ArrayList<>(2);
    for (Finding finding : findings) {
      if (isOpen(finding)) {
        open.add(finding);
      }
    }
    actions.add(new Action.Ask(factsNeeded, open));
  }

  /**
   * Whether a finding says that a question is open which the facts in {@code factsNeeded} settle.
   */
  private boolean isOpen(Finding finding) {
    return finding.answers()
        && !factsNeeded.isEmpty()
        && ((finding.isAbout(Edit.Question.PROCEDURE) && codeApplies == CodeApplies.UNDETERMINED)
            || (finding.isAbout(Edit.Question.MODIFIER) && modifier26 == Modifier26.UNDETERMINED));
  }

  /** Whether the document that a finding is about is an action of its own. */
  private boolean isSaidOfDocument(Finding finding) {
    for (DocumentationRequirement document : documentation) {
      if (document.edit().equals(finding.edit())
          && (isToBeSupplied(document) || isToBeWithheld(document))) {
        return codeApplies != CodeApplies.NO;
      }
    }
    return false;
  }

  private static boolean isToBeSupplied(DocumentationRequirement document) {
    return document.level() == Level.REQUIRED && document.state() != State.PRESENT;
  }

  private static boolean isToBeWithheld(DocumentationRequirement document) {
    return document.level() == Level.DO_NOT_SEND && document.state() == State.PRESENT;
  }

  /** Line number and answers; no date. */
  @Override
  public String toString() {
    return "LineReview["
        + number
        + ": code applies: "
        + codeApplies
        + ", modifier 26: "
        + modifier26
        + ", findings: "
        + findings.size()
        + "]";
  }

  /** Does 76496 apply to the line? */
  public enum CodeApplies {
    /** It does, on the facts stated. */
    YES,
    /** A listed code fits, or another code includes the fluoroscopy. */
    NO,
    /**
     * The claim does not establish it; {@link LineReview#factsNeeded()} names the facts that would.
     */
    UNDETERMINED
  }

  /** Is modifier 26 valid on the line? */
  public enum Modifier26 {
    /** It is on the line and right. */
    VALID,
    /** It is on the line and wrong. */
    INVALID,
    /** It is not on the line and needed. */
    MISSING,
    /** It is not on the line and not needed. */
    NOT_NEEDED,
    /**
     * The claim does not establish it; {@link LineReview#factsNeeded()} names the facts that would.
     */
    UNDETERMINED
  }

  /** A fact that a review may lack. */
  public enum Fact {
    /**
     * {@link ServiceLine#description()}, where the text leaves open what was done; {@link
     * NamedService#question()} of {@link LineReview#readAs()} is the question to ask.
     */
    DESCRIPTION,
    /** {@link Claim#form()}. */
    FORM,
    /** {@link ServiceLine#placeOfService()}. */
    PLACE_OF_SERVICE,
    /** {@link ServiceLine#revenueCode()}. */
    REVENUE_CODE,
    /** {@link RecordFacts#procedure()}. */
    PROCEDURE,
    /** {@link RecordFacts#imaging()}. */
    IMAGING,
    /** {@link RecordFacts#purpose()}. */
    PURPOSE,
    /** {@link RecordFacts#component()}. */
    COMPONENT,
    /** {@link RecordFacts#writtenInterpretation()}. */
    WRITTEN_INTERPRETATION,
    /** {@link RecordFacts#noSpecificCode()}. */
    NO_SPECIFIC_CODE,
    /** {@link RecordFacts#hospitalPatient()}. */
    HOSPITAL_PATIENT
  }

  /** Something to be done about a line. */
  public sealed interface Action extends Serializable {

    /**
     * The ids of the edits that ask for it, see {@link Cpt76496Edits#catalog()}; empty only for
     * facts of which the host has switched the edit off.
     */
    List<String> edits();

    /**
     * The line is to be changed or, if the finding is a warning, checked.
     *
     * @param finding an error or a warning
     */
    record Change(Finding finding) implements Action {

      /**
       * @throws IllegalArgumentException if the finding is missing
       */
      public Change {
        Checks.required(finding, "change.finding");
      }

      @Override
      public List<String> edits() {
        return List.of(finding.edit());
      }
    }

    /**
     * A document, statement or claim element is to be supplied, with the claim or in the record as
     * its channels say. If its state is unknown, it may be there already.
     *
     * @param document required, and missing, not descriptive or unknown
     */
    record Supply(DocumentationRequirement document) implements Action {

      /**
       * @throws IllegalArgumentException if the document is missing
       */
      public Supply {
        Checks.required(document, "supply.document");
      }

      @Override
      public List<String> edits() {
        return List.of(document.edit());
      }
    }

    /**
     * A document is to be taken off the claim.
     *
     * @param document there, though the payer says not to send it
     */
    record Withhold(DocumentationRequirement document) implements Action {

      /**
       * @throws IllegalArgumentException if the document is missing
       */
      public Withhold {
        Checks.required(document, "withhold.document");
      }

      @Override
      public List<String> edits() {
        return List.of(document.edit());
      }
    }

    /**
     * Somebody who knows the record is to be asked.
     *
     * @param facts what to ask for, in the order in which to ask
     * @param findings the open answers that these facts would settle, one or two
     */
    record Ask(List<Fact> facts, List<Finding> findings) implements Action {

      /**
       * @throws IllegalArgumentException if a part is missing; the message names the field
       */
      public Ask {
        facts = Checks.list(facts, "ask.facts");
        findings = Checks.list(findings, "ask.findings");
      }

      @Override
      public List<String> edits() {
        return findings.stream().map(Finding::edit).toList();
      }
    }
  }
}
