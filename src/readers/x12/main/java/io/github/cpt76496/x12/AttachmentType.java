package io.github.cpt76496.x12;

import io.github.cpt76496.DocumentationItem;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The few report types of PWK01 that name one document of this library. Most types are too wide or
 * too special to stand for one and are ignored: a document is not there because its type is near.
 */
final class AttachmentType {

  private static final String KEPT_BY_THE_PROVIDER = "AA";

  private static final Set<String> TYPES = Set.of("M1", "OD", "PY");

  private AttachmentType() {}

  /** Why a document that travels with the claim is not counted; nothing for one that is. */
  static Optional<String> whyNot(X12Segment pwk) {
    boolean travels = !pwk.element(2).equals(KEPT_BY_THE_PROVIDER);
    return travels && !TYPES.contains(pwk.element(1))
        ? Optional.of(
            "PWK01 names no document that the reader knows, so the document counts as none of"
                + " those that payers ask for")
        : Optional.empty();
  }

  /** What a PWK segment says travels with the claim, its control number included. */
  static Set<DocumentationItem> items(X12Segment pwk) {
    Set<DocumentationItem> items = EnumSet.noneOf(DocumentationItem.class);
    if (pwk.element(2).equals(KEPT_BY_THE_PROVIDER)) {
      return items;
    }
    switch (pwk.element(1)) {
      // The medical record: any records that support the service.
      case "M1" -> items.add(DocumentationItem.CLINICAL_RECORDS);
      // Orders.
      case "OD" -> items.add(DocumentationItem.RADIOLOGY_ORDER);
      // The report of the physician who did it.
      case "PY" -> items.add(DocumentationItem.PROCEDURE_REPORT);
      default -> {}
    }
    if (!pwk.element(6).isBlank()) {
      items.add(DocumentationItem.PWK_ATTACHMENT_CONTROL);
    }
    return items;
  }
}
