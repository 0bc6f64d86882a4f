package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.RecordFacts.Stated;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.internal.CatalogEntry.Requirement;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a document is there: what the claim carries is known, what lies on file only if stated.
 */
final class DocumentationStates {

  private static final Set<Channel> TEXT = EnumSet.copyOf(LineTexts.CHANNELS);

  private static final Set<Channel> WITH_THE_CLAIM =
      EnumSet.of(Channel.ATTACH_PAPER, Channel.ATTACH_PWK);

  static {
    WITH_THE_CLAIM.addAll(TEXT);
  }

  private DocumentationStates() {}

  static State of(Requirement requirement, Claim claim, ServiceLine line, LineTexts texts) {
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
      List<Channel> channels =
          requirement.channels().isEmpty() ? LineTexts.CHANNELS : requirement.channels();
      if (texts.isThere(channels)) {
        return requirement.level() == Level.DO_NOT_SEND || texts.sayMoreThanTheCode(channels)
            ? State.PRESENT
            : State.NOT_DESCRIPTIVE;
      }
    }
    if (requirement.level() == Level.DO_NOT_SEND) {
      return State.UNKNOWN; // A document that lies on file has not been sent.
    }
    if (requirement.level() != Level.REQUIRED || !requirement.travelsWithTheClaim()) {
      return onFile(item, line);
    }
    // What a text says is not read, so a part of it may be there.
    return item != DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION
            && requirement.goesAsText()
            && texts.isThere(LineTexts.CHANNELS)
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

  /** Whether what goes these ways goes with the claim and in no other way. */
  static boolean travelWithTheClaim(List<Channel> channels) {
    return !channels.isEmpty() && WITH_THE_CLAIM.containsAll(channels);
  }

  /** Whether what goes these ways can be a text of the claim. */
  static boolean canBeText(List<Channel> channels) {
    return !Collections.disjoint(TEXT, channels);
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
