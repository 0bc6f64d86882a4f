package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.ServiceLine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts that can tell of a line: its description, the note on it and the note on the claim.
 * What rules ask of them is found when it is first asked for, and once. Used by one thread.
 */
final class LineTexts {

  /** Where a text goes. */
  static final List<Channel> CHANNELS =
      List.of(
          Channel.CLAIM_LINE_SV101_7,
          Channel.CLAIM_LINE_SV202_7,
          Channel.CLAIM_NTE_2300,
          Channel.CLAIM_NTE_2400,
          Channel.PAPER_ITEM_19,
          Channel.PAPER_FL_80);

  private static final int DESCRIPTION = 0;
  private static final int LINE_NOTE = 1;
  private static final int CLAIM_NOTE = 2;
  private static final int NO_TEXT = 3;

  private final ServiceLine line;
  private final String[] texts;
  private final ReferenceTables tables;

  /** The texts of which it is known whether they restate the code, as bits, and those that do. */
  private int asked;

  private int restating;
  private @Nullable Boolean spineMotion;

  LineTexts(Claim claim, ServiceLine line, ReferenceTables tables) {
    this.line = line;
    this.texts = new String[] {line.description(), line.note(), claim.note(), ""};
    this.tables = tables;
  }

  /** What the words describe; most lines have none, and asking costs nothing then. */
  Optional<NarrativeReading> reading() {
    return texts[DESCRIPTION].isEmpty() && texts[LINE_NOTE].isEmpty() && texts[CLAIM_NOTE].isEmpty()
        ? Optional.empty()
        : tables
            .narratives()
            .read(texts[DESCRIPTION], texts[LINE_NOTE], texts[CLAIM_NOTE], line.dateOfService());
  }

  /** How many words there are in all. */
  int words() {
    return Words.count(texts[DESCRIPTION])
        + Words.count(texts[LINE_NOTE])
        + Words.count(texts[CLAIM_NOTE]);
  }

  /** Whether they speak of a motion study of the spine. */
  boolean tellOfSpineMotion() {
    if (spineMotion == null) {
      spineMotion = SpineMotion.isIn(texts);
    }
    return spineMotion;
  }

  /** Whether they speak of the lung. */
  boolean tellOfTheLung() {
    for (String text : texts) {
      if (!text.isEmpty() && tables.narratives().isOfTheLung(text)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the description is there and says no more than the code. */
  boolean descriptionRestatesCode() {
    return restatesCode(DESCRIPTION);
  }

  /** Whether a text is there that can go one of these ways. */
  boolean isThere(List<Channel> channels) {
    for (int i = 0; i < channels.size(); i++) {
      if (!isBlank(texts[of(channels.get(i))])) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text that can go one of these ways says more than the code. */
  boolean sayMoreThanTheCode(List<Channel> channels) {
    for (int i = 0; i < channels.size(); i++) {
      int text = of(channels.get(i));
      if (!isBlank(texts[text]) && !restatesCode(text)) {
        return true;
      }
    }
    return false;
  }

  private boolean restatesCode(int text) {
    int bit = 1 << text;
    if ((asked & bit) == 0) {
      asked |= bit;
      if (tables.restatesCode(texts[text], line.dateOfService())) {
        restating |= bit;
      }
    }
    return (restating & bit) != 0;
  }

  private static int of(Channel channel) {
    return switch (channel) {
      case CLAIM_LINE_SV101_7, CLAIM_LINE_SV202_7, PAPER_ITEM_19, PAPER_FL_80 -> DESCRIPTION;
      case CLAIM_NTE_2400 -> LINE_NOTE;
      case CLAIM_NTE_2300 -> CLAIM_NOTE;
      default -> NO_TEXT;
    };
  }

  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!isSpace(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** White space of any kind, the no-break space included. */
  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
