package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.LineRecord.Stated;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.internal.CatalogEntry.Requirement;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a document is there: what the claim carries is known, what lies on file only if stated.
 */
final class DocumentationStates {

  private static final Set<Channel> WITH_THE_CLAIM =
      EnumSet.of(
          Channel.CLAIM_LINE_SV101_7,
          Channel.CLAIM_LINE_SV202_7,
          Channel.CLAIM_NTE_2300,
          Channel.CLAIM_NTE_2400,
          Channel.PAPER_ITEM_19,
          Channel.PAPER_FL_80,
          Channel.ATTACH_PAPER,
          Channel.ATTACH_PWK);

  private DocumentationStates() {}

  static State of(Requirement requirement, Claim claim, ServiceLine line) {
    DocumentationItem item = requirement.item();
    if (claim.attachments().contains(item) || isOnClaimForm(requirement, claim, line)) {
      return State.PRESENT;
    }
    if (isOnlyKept(requirement) || requirement.level() != Level.REQUIRED) {
      return onFile(item, line);
    }
    return requirement.channels().stream().anyMatch(WITH_THE_CLAIM::contains)
        ? State.MISSING
        : State.UNKNOWN;
  }

  private static boolean isOnClaimForm(Requirement requirement, Claim claim, ServiceLine line) {
    if (requirement.item() == DocumentationItem.SINGLE_UNIT) {
      return line.units().compareTo(java.math.BigDecimal.ONE) == 0;
    }
    if (requirement.item() != DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION) {
      return false;
    }
    for (Channel channel : requirement.channels()) {
      String text =
          switch (channel) {
            case CLAIM_LINE_SV101_7, CLAIM_LINE_SV202_7, PAPER_ITEM_19, PAPER_FL_80 ->
                line.description();
            case CLAIM_NTE_2400 -> line.note();
            case CLAIM_NTE_2300 -> claim.note();
            default -> "";
          };
      if (!text.isBlank()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOnlyKept(Requirement requirement) {
    return requirement.channels().stream().noneMatch(WITH_THE_CLAIM::contains);
  }

  private static State onFile(DocumentationItem item, ServiceLine line) {
    if (line.record().onFile().contains(item)) {
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
