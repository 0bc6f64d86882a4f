package io.github.cpt76496.benchmark;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Engine;
import io.github.cpt76496.internal.OtherEngines;
import io.github.cpt76496.oracle.Comparison;
import io.github.cpt76496.oracle.PlainJava;
import io.github.cpt76496.oracle.PlainLine;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** What is measured: each takes a raw claim and gives its review. */
enum Contestant {
  /** By hand, and decided before: the words, the messages and the answer alone. */
  ANSWER_ALONE,
  /** Every decision as {@code if} and {@code switch}; messages and citations are constants. */
  HAND_WRITTEN,
  /** The library with the rules as plain Java. */
  COMPILED,
  /** The library with the rules in a Drools session, its default. */
  SESSION,
  /** The rules as joins over facts of a domain model. */
  NATURAL_DRL,
  EASY_RULES,
  EVRETE;

  /**
   * A function from a claim to its review.
   *
   * @param claims those that it will be asked about
   */
  Function<Claim, Object> load(Claim[] claims) {
    return switch (this) {
      case ANSWER_ALONE -> HandWritten.answersAlone(claims)::review;
      case HAND_WRITTEN -> new HandWritten()::review;
      default -> edits()::review;
    };
  }

  /**
   * The same answers in the form that all contestants can be compared in; by hand, the decisions
   * alone, which are made for any claim.
   */
  Function<Claim, List<PlainLine>> answers() {
    if (this == HAND_WRITTEN) {
      return new PlainJava()::review;
    }
    Cpt76496Edits edits = edits();
    return claim -> Comparison.plain(edits.review(claim));
  }

  private Cpt76496Edits edits() {
    return switch (this) {
      case COMPILED -> Cpt76496Edits.loader().engine(Engine.COMPILED).load();
      case SESSION -> Cpt76496Edits.load();
      case NATURAL_DRL -> OtherEngines.with(new NaturalDrl(Path.of("rules")));
      case EASY_RULES -> OtherEngines.with(new EasyRulesEngine());
      case EVRETE -> OtherEngines.with(new EvreteEngine());
      case ANSWER_ALONE, HAND_WRITTEN -> throw new IllegalStateException("has no entry point");
    };
  }
}
