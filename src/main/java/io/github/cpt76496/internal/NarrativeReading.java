package io.github.cpt76496.internal;

/**
 * What the words of a claim were read as.
 *
 * @param concept the row whose words were found
 * @param field where they were found
 */
record NarrativeReading(NarrativeConcept concept, Field field) {

  /** A field of free text, the nearest to the service first. */
  enum Field {
    /** The description of the line's own procedure. */
    DESCRIPTION,
    /** A note on the line. */
    LINE_NOTE,
    /** A note on the claim, which can be about another line of it. */
    CLAIM_NOTE
  }
}
