package io.github.cpt76496;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A rule of the catalog (as in NCCI edits). Its id is the path of its page below {@code rules/},
 * without ending: the edit {@code modifier/26-missing-in-facility} is written in {@code
 * rules/modifier/26-missing-in-facility.drl}. Where one published policy holds several
 * requirements, one page holds them all and the id ends in {@code #} and the item.
 *
 * @param id the id; never reused
 * @param question which of the three questions the edit answers
 * @param title what the edit is about, in one line
 * @param severity how severe its findings are at most
 * @param onByDefault whether it reports unless a host switches it off; the others report only where
 *     a host switches them on, see {@link EditOverride}
 * @param effectiveDate first date of service on which the edit is in force
 * @param endDate last date of service on which it is in force, {@link #NO_END} while it is open
 * @param carc claim adjustment reason codes a payer might answer with; numbers only
 * @param rarc remittance advice remark codes a payer might answer with; numbers only
 * @param remedy what to change where it reports, and the claim status, at its own severity
 * @param citation where the rule is written
 */
public record Edit(
    String id,
    Question question,
    String title,
    Severity severity,
    boolean onByDefault,
    LocalDate effectiveDate,
    LocalDate endDate,
    List<String> carc,
    List<String> rarc,
    Remedy remedy,
    Citation citation)
    implements Serializable {

  /**
   * The end date of an edit that is still in force: the last date that a claim can have, and one
   * that JSON, SQL and FHIR can write.
   */
  public static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

  /**
   * @throws IllegalArgumentException if a part is missing; the message names the field
   */
  public Edit {
    Checks.required(id, "edit.id");
    Checks.required(question, "edit.question");
    Checks.required(title, "edit.title");
    Checks.required(severity, "edit.severity");
    Checks.required(effectiveDate, "edit.effectiveDate");
    Checks.required(endDate, "edit.endDate");
    carc = Checks.list(carc, "edit.carc");
    rarc = Checks.list(rarc, "edit.rarc");
    Checks.required(remedy, "edit.remedy");
    Checks.required(citation, "edit.citation");
  }

  /** Whether the edit is in force on a date of service. */
  public boolean inForceOn(LocalDate dateOfService) {
    return !dateOfService.isBefore(effectiveDate) && !dateOfService.isAfter(endDate);
  }

  /** The three questions. */
  public enum Question {
    /** Does 76496 apply to the line? */
    PROCEDURE,
    /** Is modifier 26 valid on it? */
    MODIFIER,
    /** Which documentation does the payer require? */
    DOCUMENTATION;

    private final String folder = name().toLowerCase(Locale.ROOT) + "/";

    /** What the ids of its edits begin with, after the prefix of a host. */
    String folder() {
      return folder;
    }
  }

  /** What a finding means for the line. */
  public enum Severity {
    /** An authoritative source says that the line, as it stands, is wrong. */
    ERROR,
    /** The line is doubtful, or a secondary source says that it is wrong. */
    WARNING,
    /** An answer that needs no action, advice, or something that could not be verified. */
    INFO
  }
}
