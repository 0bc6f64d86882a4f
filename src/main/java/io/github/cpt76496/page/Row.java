package io.github.cpt76496.page;

/** A dated row of {@code rules/reference/} that a finding rests on; a page passes it on unread. */
public interface Row {

  /**
   * Where the imaging of a procedure is coded. Of several procedures on a claim, the one whose
   * value comes first here decides.
   */
  enum Imaging {
    /** The code includes it. */
    INCLUDED,
    /** In another code, which describes the same procedure with guidance. */
    IN_GUIDED_CODE,
    /** In a listed imaging code that may be reported with it. */
    CODED_BESIDE,
    /** The code is itself a listed code for fluoroscopy. */
    THE_CODE,
    /** NCCI pairs the code with 76496 itself. */
    PAIRED_WITH_76496,
    /** The code includes it, by analogy with its NCCI pair with a listed fluoroscopy code. */
    INCLUDED_BY_ANALOGY,
    /** The table is not about imaging. */
    NOT_STATED
  }
}
