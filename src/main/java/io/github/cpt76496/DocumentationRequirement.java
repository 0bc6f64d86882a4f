package io.github.cpt76496;

import java.io.Serializable;
import java.util.List;

/**
 * What a payer says about one document for a line billed with 76496.
 *
 * @param item the document, statement or claim element
 * @param level how strongly the payer asks for it
 * @param state whether it is there
 * @param channels where it goes, the payer's preferred place first
 * @param consequence what the payer says happens without it
 * @param scope whether the payer's rule names 76496 or covers unlisted codes in general
 * @param payer the payer, plan or contractor whose rule it is, as in {@code MEDICARE/PALMETTO_GBA};
 *     {@code ANY} for what holds for any payer: the transaction standard, and advice
 * @param edit id of the edit; see {@link Cpt76496Edits#catalog()}
 * @param sending when it goes, and by which codes an 837 or a FHIR resource names it
 * @param citation who says so
 */
public record DocumentationRequirement(
    DocumentationItem item,
    Level level,
    State state,
    List<Channel> channels,
    Consequence consequence,
    Scope scope,
    String payer,
    String edit,
    Sending sending,
    Citation citation)
    implements Serializable {

  /**
   * @throws IllegalArgumentException if a part is missing; the message names the field
   */
  public DocumentationRequirement {
    Checks.required(item, "documentation.item");
    Checks.required(level, "documentation.level");
    Checks.required(state, "documentation.state");
    channels = Checks.list(channels, "documentation.channels");
    Checks.required(consequence, "documentation.consequence");
    Checks.required(scope, "documentation.scope");
    Checks.required(payer, "documentation.payer");
    Checks.required(edit, "documentation.edit");
    Checks.required(sending, "documentation.sending");
    Checks.required(citation, "documentation.citation");
  }

  /**
   * The same statement of a document in another state.
   *
   * @throws IllegalArgumentException if the state is missing
   */
  public DocumentationRequirement in(State other) {
    return new DocumentationRequirement(
        item, level, other, channels, consequence, scope, payer, edit, sending, citation);
  }

  /**
   * When a document goes, and the codes that name it.
   *
   * @param when with the claim, on request, with an appeal, or never
   * @param reportType PWK01 of an 837, its report type; empty where no type names the document
   * @param transmission PWK02 of an 837, how it is sent, the payer's preferred way first; empty
   *     where the payer's channels are no attachments
   * @param loinc the document in HL7 Da Vinci CDex's value set of LOINC attachment codes, best
   *     first; empty where it has none
   * @param whyNone why a code is missing; empty where none is
   */
  public record Sending(
      When when, String reportType, List<String> transmission, List<String> loinc, String whyNone)
      implements Serializable {

    /** Nothing is stated. */
    public static final Sending NOT_STATED =
        new Sending(
            When.NOT_STATED, "", List.of(), List.of(), "no code is stated for the document");

    /**
     * @throws IllegalArgumentException if a part is missing; the message names the field
     */
    public Sending {
      Checks.required(when, "documentation.sending.when");
      Checks.required(reportType, "documentation.sending.reportType");
      transmission = Checks.list(transmission, "documentation.sending.transmission");
      loinc = Checks.list(loinc, "documentation.sending.loinc");
      Checks.required(whyNone, "documentation.sending.whyNone");
    }
  }

  /** When a document goes to the payer. */
  public enum When {
    /** With the claim: on it, attached to it, or separately in the payer's own way. */
    WITH_CLAIM,
    /** When the payer asks. */
    ON_REQUEST,
    /** With an appeal, after the payer has decided. */
    WITH_APPEAL,
    /** It stays in the provider's record. */
    IN_RECORD,
    /** The payer does not say. */
    NOT_STATED
  }

  /** How strongly the payer asks. Conditions that the claim decides are already resolved. */
  public enum Level {
    /** The payer says that it must be there. */
    REQUIRED,
    /** The payer says that it is needed under a condition that the claim does not decide. */
    REQUIRED_IF,
    /** The payer says that it may ask. */
    ON_REQUEST,
    /** Advised, by the payer or by others. */
    RECOMMENDED,
    /** The payer says not to send it. */
    DO_NOT_SEND,
    /** No public rule found. This does not mean that it is not required. */
    NOT_STATED
  }

  /** Whether the document is there, as far as the claim and the record show. */
  public enum State {
    /** It is there. */
    PRESENT,
    /** It is not there. */
    MISSING,
    /** It is there, but says only that the code is unlisted. */
    NOT_DESCRIPTIVE,
    /** Neither the claim nor the record shows it. */
    UNKNOWN
  }

  /** Where a document goes. */
  public enum Channel {
    /** Line description of an 837P, loop 2400 SV101-7. */
    CLAIM_LINE_SV101_7,
    /** Line description of an 837I, loop 2400 SV202-7. */
    CLAIM_LINE_SV202_7,
    /** Claim note, loop 2300 NTE02. */
    CLAIM_NTE_2300,
    /** Line note, loop 2400 NTE02. */
    CLAIM_NTE_2400,
    /** Item 19 of the CMS-1500. */
    PAPER_ITEM_19,
    /** Form locator 80 of the UB-04. */
    PAPER_FL_80,
    /** Enclosed with a paper claim. */
    ATTACH_PAPER,
    /** Announced in a PWK segment and sent separately. */
    ATTACH_PWK,
    /** The payer's portal. */
    PAYER_PORTAL,
    /** The payer's fax or mail address. */
    PAYER_FAX_MAIL,
    /** The payer's own form. */
    PAYER_FORM,
    /** An appeal. */
    APPEAL,
    /** Kept by the provider. */
    KEEP_IN_RECORD
  }

  /** What the payer says happens without the document. */
  public enum Consequence {
    /** Fails before adjudication. */
    REJECT_FRONT_END,
    /** Professional claim returned without appeal rights; a new claim is needed. */
    RETURN_UNPROCESSABLE,
    /** Institutional claim returned for correction. */
    RETURN_TO_PROVIDER,
    /** Line or claim denied. */
    DENY,
    /** Rejected; a corrected claim is refused and a new one is needed. */
    REJECT_REFILE_NEW,
    /** Held while records are requested. */
    PEND_RECORD_REQUEST,
    /** Adjudicated without it. */
    DECIDED_WITHOUT,
    /** Paid, then recovered. */
    RECOUP,
    /** The payer does not say. */
    NOT_STATED
  }

  /** How directly the payer's rule is about 76496, the narrowest first. */
  public enum Scope {
    /** The rule names 76496. */
    NAMES_76496,
    /** The rule is for unlisted codes in general. */
    GENERAL_UNLISTED_RULE,
    /** The rule is for radiology or for any claim. */
    GENERAL_RULE
  }
}
