package io.github.cpt76496;

import java.io.Serializable;
import java.util.List;

/**
 * A service that the text of a line or claim names; never the text itself.
 *
 * @param concept key of the row, as in {@code ARTHROGRAM_HIP}
 * @param name the service in words, as in {@code an arthrogram of the hip}
 * @param stance what follows for 76496: the stance of the row, or {@link Stance#ASK} if the text is
 *     only on the claim, or says that the service was not done, or if no source supports the row
 * @param field where the text is
 * @param candidateCodes codes that describe the service, best first; empty for {@link Stance#OPEN}
 *     and {@link Stance#NOT_DONE}
 * @param chooseBy what the choice of code depends on, or empty
 * @param question the question that settles what the text leaves open, or empty
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
    Checks.required(concept, "named service.concept");
    Checks.required(name, "named service.name");
    Checks.required(stance, "named service.stance");
    Checks.required(field, "named service.field");
    candidateCodes = Checks.list(candidateCodes, "named service.candidateCodes");
    Checks.required(chooseBy, "named service.chooseBy");
    Checks.required(question, "named service.question");
    Checks.required(table, "named service.table");
    Checks.required(citation, "named service.citation");
  }

  /** What follows from the text; never that 76496 applies. */
  public enum Stance {
    /** A study that has listed codes, beyond doubt. */
    LISTED,
    /** A procedure whose code includes its imaging. */
    INCLUDED,
    /** The text can mean two or more services. */
    ASK,
    /** The text describes nothing. */
    OPEN,
    /** The text says that no fluoroscopy was done. */
    NOT_DONE
  }

  /** Where the text is. */
  public enum Field {
    /** Description of the line. */
    DESCRIPTION,
    /** Note of the line. */
    LINE_NOTE,
    /** Note of the claim. */
    CLAIM_NOTE
  }
}
