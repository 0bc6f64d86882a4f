package io.github.cpt76496.fhir;

import io.github.cpt76496.claims.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A QuestionnaireResponse that cannot be read as it stands. No message repeats an answer. */
public final class UnreadableAnswersException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Not serialized: the message says it all. */
  private final transient List<Problem> problems;

  UnreadableAnswersException(List<Problem> problems) {
    // No stack trace: this is about the input, not about this program.
    super(
        problems.stream()
            .map(p -> p.place().isEmpty() ? p.reason() : p.place() + ": " + p.reason())
            .collect(Collectors.joining("; ")),
        null,
        false,
        false);
    this.problems = List.copyOf(problems);
  }

  /**
   * All that is wrong, each with its place in the response; empty after the exception was
   * serialized and read again.
   */
  public List<Problem> problems() {
    return problems == null ? List.of() : problems;
  }
}
