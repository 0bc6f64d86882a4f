package io.github.cpt76496;

import java.io.Serializable;
import java.util.List;

/**
 * What words are read as: a service that they name, and nothing of the words themselves.
 *
 * @param concept key of the row, as in {@code ARTHROGRAM_HIP}
 * @param name the service in words, as in {@code an arthrogram of the hip}
 * @param stance what follows for 76496: the row's own, or {@link Stance#ASK} where the words stand
 *     only on the claim, say that it was not done, or no source vouches for the row
 * @param field where the words stand
 * @param candidateCodes codes that describe the service, best first; empty for {@link Stance#OPEN}
 * @param chooseBy what tells the codes apart, or empty
 * @param question the question that settles what the words leave open, or empty
 * @param table the row, as file and line
 * @param citation who says so
 */
public record NamedService(
    String concept,
    String name,
    Stance stance,
    Field field,
    List<String> candidateCodes,
    String chooseBy,
    String question,
    String table,
    Citation citation)
    implements Serializable {

  /**
   * @throws IllegalArgumentException if a part is missing; the message names the field
   */
  public NamedService {
    Text.required(concept, "named service.concept");
    Text.required(name, "named service.name");
    Text.required(stance, "named service.stance");
    Text.required(field, "named service.field");
    candidateCodes = Text.list(candidateCodes, "named service.candidateCodes");
    Text.required(chooseBy, "named service.chooseBy");
    Text.required(question, "named service.question");
    Text.required(table, "named service.table");
    Text.required(citation, "named service.citation");
  }

  /** What follows from words; never that 76496 applies. */
  public enum Stance {
    /** A study that has listed codes, beyond doubt. */
    LISTED,
    /** A procedure whose code includes its imaging. */
    INCLUDED,
    /** Two or more readings stand open. */
    ASK,
    /** The words describe nothing. */
    OPEN
  }

  /** Where words stand. */
  public enum Field {
    /** Description of the line. */
    DESCRIPTION,
    /** Note of the line. */
    LINE_NOTE,
    /** Note of the claim. */
    CLAIM_NOTE
  }
}
