package io.github.cpt76496.internal;

import io.github.cpt76496.Citation.Grade;
import io.github.cpt76496.NamedService;
import io.github.cpt76496.NamedService.Field;
import io.github.cpt76496.NamedService.Stance;

/**
 * What the words of a claim were read as.
 *
 * @param concept the row whose words were found
 * @param field where they were found
 * @param doubt what the text says against it
 */
record NarrativeReading(NarrativeConcept concept, Field field, Doubt doubt) {

  /** What a text says against having done what it names. */
  enum Doubt {
    NONE(""),
    /** It says that it was not done. */
    NOT_DONE(" and says that it was not done"),
    /** It is of a thing that is used for it. */
    SUPPLY(", or rather what is used for it"),
    /** It was planned, tried, done before, or is what the service is compared with. */
    UNSURE(", though not for certain as what was done");

    private final String words;

    Doubt(String words) {
      this.words = words;
    }
  }

  /**
   * What follows from the words: the row's own stance, or only a question. Words that are in doubt,
   * that stand on no line or that no source supports (grade U) settle nothing.
   */
  Stance stance() {
    return switch (concept.stance()) {
      case LISTED ->
          doubt == Doubt.NONE && field != Field.CLAIM_NOTE && concept.citation().grade() != Grade.U
              ? Stance.LISTED
              : Stance.ASK;
      case INCLUDED ->
          doubt == Doubt.NOT_DONE || doubt == Doubt.SUPPLY ? Stance.ASK : Stance.INCLUDED;
      case ASK, OPEN, NOT_DONE -> concept.stance();
    };
  }

  /** Whether the line itself names it, and neither says that it was not done nor means a thing. */
  boolean isOfTheLineAndDone() {
    return field != Field.CLAIM_NOTE && doubt != Doubt.NOT_DONE && doubt != Doubt.SUPPLY;
  }

  /** How a message goes on behind the name of the service where the doubt changes what follows. */
  String doubtInWords() {
    return doubt == Doubt.UNSURE && concept.stance() != Stance.LISTED ? "" : doubt.words;
  }

  /** The same for a host, without the words. */
  NamedService named() {
    return new NamedService(
        concept.key(),
        concept.name(),
        stance(),
        field,
        concept.procedureCodes(),
        concept.chooseBy(),
        concept.question(),
        concept.place(),
        concept.citation());
  }
}
