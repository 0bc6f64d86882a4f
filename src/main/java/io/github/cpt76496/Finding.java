package io.github.cpt76496;

import java.io.Serializable;
import java.util.List;

/**
 * One result of one edit on one line.
 *
 * @param edit id of the edit; see {@link Cpt76496Edits#catalog()}
 * @param line line number as on the claim
 * @param severity how severe it is; never more than the grade of its citation allows, unless a
 *     host's {@link EditOverride} says otherwise
 * @param answers whether it gives the answer to its question; other findings are advice, or are
 *     about a document that is missing or must not be sent
 * @param message the fact, and what follows from it; repeats codes and modifiers and no other input
 * @param candidateCodes procedure codes that fit the facts better, best first
 * @param carc claim adjustment reason codes a payer might answer with; numbers only
 * @param rarc remittance advice remark codes a payer might answer with; numbers only
 * @param remedy what to change, and the claim status that a payer would answer with
 * @param citation who says so
 * @param row the row of a table on which the finding rests, as file and line, such as {@code
 *     rules/reference/procedure-families.tsv:123}; empty where it rests on its page alone
 */
public record Finding(
    String edit,
    int line,
    Edit.Severity severity,
    boolean answers,
    String message,
    List<String> candidateCodes,
    List<String> carc,
    List<String> rarc,
    Remedy remedy,
    Citation citation,
    String row)
    implements Serializable {

  /**
   * @throws IllegalArgumentException if a part is missing; the message names the field
   */
  public Finding {
    Checks.required(edit, "finding.edit");
    Checks.required(severity, "finding.severity");
    Checks.required(message, "finding.message");
    Checks.required(remedy, "finding.remedy");
    Checks.required(citation, "finding.citation");
    Checks.required(row, "finding.row");
    candidateCodes = Checks.list(candidateCodes, "finding.candidateCodes");
    carc = Checks.list(carc, "finding.carc");
    rarc = Checks.list(rarc, "finding.rarc");
  }

  /** Whether the edit is one of a question: its id says so, after the prefix of a host. */
  boolean isAbout(Edit.Question question) {
    return edit.startsWith(question.folder(), edit.indexOf(':') + 1);
  }

  /** The finding as three lines of text for a person. */
  @Override
  public String toString() {
    String end = System.lineSeparator() + "    ";
    String address = citation.url().isEmpty() ? "" : " " + citation.url();
    return "line "
        + line
        + ": "
        + message
        + end
        + edit
        + ", "
        + severity
        + end
        + citation.source()
        + address;
  }
}
