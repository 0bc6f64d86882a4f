package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.LineRecord.Stated;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.internal.CatalogEntry.Requirement;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a document is there: what the claim carries is known, what lies on file only if stated.
 */
final class DocumentationStates {

  private static final Set<Channel> TEXT =
      EnumSet.of(
          Channel.CLAIM_LINE_SV101_7,
          Channel.CLAIM_LINE_SV202_7,
          Channel.CLAIM_NTE_2300,
          Channel.CLAIM_NTE_2400,
          Channel.PAPER_ITEM_19,
          Channel.PAPER_FL_80);

  private static final Set<Channel> WITH_THE_CLAIM =
      EnumSet.of(Channel.ATTACH_PAPER, Channel.ATTACH_PWK);

  static {
    WITH_THE_CLAIM.addAll(TEXT);
  }

  private DocumentationStates() {}

  static State of(Requirement requirement, Claim claim, ServiceLine line, ReferenceTables tables) {
    DocumentationItem item = requirement.item();
    if (item == DocumentationItem.SINGLE_UNIT) {
      return units(line.units());
    }
    if (item == DocumentationItem.COMPONENT_MODIFIER) {
      return componentModifier(requirement, line);
    }
    if (isAmong(item, claim.attachments())) {
      return State.PRESENT;
    }
    if (item == DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION) {
      Set<Channel> channels =
          requirement.channels().isEmpty() ? TEXT : Set.copyOf(requirement.channels());
      if (hasText(channels, claim, line)) {
        return requirement.level() == Level.DO_NOT_SEND
                || saysMoreThanTheCode(channels, claim, line, tables)
            ? State.PRESENT
            : State.NOT_DESCRIPTIVE;
      }
    }
    if (requirement.level() == Level.DO_NOT_SEND) {
      return State.UNKNOWN; // A document that lies on file has not been sent.
    }
    if (requirement.level() != Level.REQUIRED || !travelsWithTheClaim(requirement)) {
      return onFile(item, line);
    }
    // What a text says is not read, so a part of it may be there.
    return item != DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION
            && !Collections.disjoint(TEXT, requirement.channels())
            && hasText(TEXT, claim, line)
        ? State.UNKNOWN
        : State.MISSING;
  }

  /** Whether one is there; whether it is the right one is the second question's answer. */
  private static State componentModifier(Requirement requirement, ServiceLine line) {
    if (line.modifiers().contains("26") || line.modifiers().contains("TC")) {
      return State.PRESENT;
    }
    return requirement.level() == Level.REQUIRED ? State.MISSING : State.UNKNOWN;
  }

  /** Zero units are units that nobody stated. */
  private static State units(BigDecimal units) {
    if (units.signum() == 0) {
      return State.UNKNOWN;
    }
    return units.compareTo(BigDecimal.ONE) == 0 ? State.PRESENT : State.MISSING;
  }

  /** Whether a document is among others; a report of the service is a clinical record of it. */
  static boolean isAmong(DocumentationItem item, Set<DocumentationItem> documents) {
    return documents.contains(item)
        || (item == DocumentationItem.CLINICAL_RECORDS
            && (documents.contains(DocumentationItem.PROCEDURE_REPORT)
                || documents.contains(DocumentationItem.IMAGING_REPORT)));
  }

  private static boolean hasText(Collection<Channel> channels, Claim claim, ServiceLine line) {
    for (Channel channel : channels) {
      if (!isBlank(text(channel, claim, line))) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysMoreThanTheCode(
      Collection<Channel> channels, Claim claim, ServiceLine line, ReferenceTables tables) {
    for (Channel channel : channels) {
      String text = text(channel, claim, line);
      if (!isBlank(text) && !tables.restatesCode(text, line.dateOfService())) {
        return true;
      }
    }
    return false;
  }

  private static String text(Channel channel, Claim claim, ServiceLine line) {
    return switch (channel) {
      case CLAIM_LINE_SV101_7, CLAIM_LINE_SV202_7, PAPER_ITEM_19, PAPER_FL_80 -> line.description();
      case CLAIM_NTE_2400 -> line.note();
      case CLAIM_NTE_2300 -> claim.note();
      default -> "";
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

  /** Whether it can go in no other way, so that its absence from the claim is its absence. */
  private static boolean travelsWithTheClaim(Requirement requirement) {
    return !requirement.channels().isEmpty() && WITH_THE_CLAIM.containsAll(requirement.channels());
  }

  private static State onFile(DocumentationItem item, ServiceLine line) {
    if (isAmong(item, line.record().onFile())) {
      return State.PRESENT;
    }
    if (item == DocumentationItem.IMAGING_REPORT) {
      Stated exists = line.record().writtenInterpretation();
      if (exists != Stated.NOT_STATED) {
        return exists == Stated.YES ? State.PRESENT : State.MISSING;
      }
    }
    return State.UNKNOWN;
  }
}
