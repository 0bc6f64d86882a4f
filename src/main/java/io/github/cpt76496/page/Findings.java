package io.github.cpt76496.page;

import java.util.List;
import java.util.Optional;

/**
 * Where a rule reports. A finding of an edit that is not in force on the line's date of service is
 * dropped. Used by one thread.
 *
 * <p>A contract: a host's pages call it. The library alone implements it.
 */
public interface Findings {

  /**
   * Reports a finding of the first or second question, or advice.
   *
   * @param edit the id of the edit, which is the name of its rule
   * @param line the line that it is about
   * @param message the fact, and what follows from it
   */
  void add(String edit, LineFacts line, String message);

  /** Reports a finding that rests on a reference row; the row's citation goes with it. */
  void add(String edit, LineFacts line, String message, Optional<? extends Row> row);

  /**
   * Reports a finding that rests on a reference row; the row's citation goes with it.
   *
   * @param codes those that fit better than 76496, best first; the answer names at most five of
   *     these, only such as could be billed on the date with what is billed
   */
  void add(
      String edit, LineFacts line, String message, Optional<? extends Row> row, List<String> codes);

  /**
   * States what the payer says about a document; reports no finding in any state of the document.
   */
  void require(String edit, LineFacts line);

  /**
   * States what the payer says about a document.
   *
   * @param message the finding where a required document is missing, or one that must not be sent
   *     is there
   */
  void require(String edit, LineFacts line, String message);
}
