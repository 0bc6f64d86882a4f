package io.github.cpt76496.fhir;

import io.github.cpt76496.Claim;
import java.io.Serializable;
import java.util.List;

/**
 * A claim with what a QuestionnaireResponse states of one of its lines.
 *
 * @param claim the claim with the facts in it
 * @param line the line that they are about
 * @param stated what was stated, each {@code name=value} by the names of the JSON form, and of a
 *     description the name alone; empty where nothing is known
 */
public record AnsweredClaim(Claim claim, int line, List<String> stated) implements Serializable {

  public AnsweredClaim {
    stated = List.copyOf(stated);
  }

  /** The line and how much is stated, and no answer: the record belongs to a patient. */
  @Override
  public String toString() {
    return "AnsweredClaim[line " + line + ", stated: " + stated.size() + "]";
  }
}
