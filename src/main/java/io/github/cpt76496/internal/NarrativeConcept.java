package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.NamedService.Stance;
import java.time.LocalDate;
import java.util.List;

/**
 * A dated row of {@code rules/reference/narrative-concepts.tsv}: something that the words of a line
 * can describe.
 *
 * @param place file and line, for messages and findings
 * @param key the concept's key
 * @param name the concept in plain words, ours and not the code book's
 * @param region a short key of the part of the body, or empty
 * @param stance what follows from the words
 * @param procedureCodes listed codes to look at, best first; none where the stance is {@link
 *     Stance#OPEN} or {@link Stance#NOT_DONE}
 * @param chooseBy what tells the codes apart, or empty
 * @param question the one question whose answer would settle it
 * @param dependsOn what tells the codes apart, as a message goes on with it
 * @param asks the question, as a message goes on with it
 * @param effectiveDate first date of service on which the row holds
 * @param endDate last date of service on which it holds
 * @param citation who says so
 */
record NarrativeConcept(
    String place,
    String key,
    String name,
    String region,
    Stance stance,
    List<String> procedureCodes,
    String chooseBy,
    String question,
    String dependsOn,
    String asks,
    LocalDate effectiveDate,
    LocalDate endDate,
    Citation citation)
    implements CitedRow {

  boolean holdsOn(LocalDate date) {
    return !date.isBefore(effectiveDate) && !date.isAfter(endDate);
  }
}
