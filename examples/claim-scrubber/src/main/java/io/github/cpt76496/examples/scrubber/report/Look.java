package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.Edit.Severity;

/**
 * What the user chose of the looks of a report.
 *
 * @param ink colors, or none
 * @param width the most characters on a line of text
 * @param only what is shown of each line
 * @param all whether everything is shown that is known of a line, and not only what is to be done
 * @param showClaimIds whether the HTML page names claims by their control numbers
 * @param compact whether JSON lines are written in their compact form
 * @param fails the least severe finding for which a line fails, in the exit code and in a 277CA
 * @param catalogPage where the page of all edits is published, to which a finding leads; or empty
 */
public record Look(
    Ink ink,
    int width,
    Only only,
    boolean all,
    boolean showClaimIds,
    boolean compact,
    Severity fails,
    String catalogPage) {

  /** The width that is taken where nobody says how wide the terminal is. */
  public static final int USUAL_WIDTH = 80;

  /** Nothing chosen. */
  public static final Look PLAIN =
      new Look(Ink.NONE, USUAL_WIDTH, Only.ANY, false, false, false, Severity.ERROR, "");

  /** What is shown of a line; a line of which nothing is shown is left out. */
  public enum Only {
    /** What is to be done. */
    ANY,
    /** Findings of severity ERROR. */
    ERROR,
    /** Findings of severity ERROR and WARNING. */
    WARNING,
    /** Documents that the payer requires and that are missing or not confirmed. */
    REQUIRED;

    /** Whether a finding is shown. */
    public boolean shows(Severity severity) {
      return switch (this) {
        case ANY -> true;
        case ERROR -> severity == Severity.ERROR;
        case WARNING -> severity != Severity.INFO;
        case REQUIRED -> false;
      };
    }
  }

  /** The address of an edit on the published page of all edits, or empty where there is none. */
  String page(String edit) {
    // A fragment can hold no number sign.
    return catalogPage.isEmpty() ? "" : catalogPage + "#" + edit.replace("#", "%23");
  }
}
