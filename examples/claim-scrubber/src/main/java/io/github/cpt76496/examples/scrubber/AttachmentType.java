package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.DocumentationItem;
import java.util.Optional;

/**
 * The few report types of PWK01 that name one document of this library. Most types are too wide or
 * too special to stand for one and are ignored: a document is not there because its type is near.
 */
final class AttachmentType {

  private static final String KEPT_BY_THE_PROVIDER = "AA";

  private AttachmentType() {}

  /** The document that a PWK segment announces, if it travels with the claim. */
  static Optional<DocumentationItem> item(X12Segment pwk) {
    if (pwk.element(2).equals(KEPT_BY_THE_PROVIDER)) {
      return Optional.empty();
    }
    return switch (pwk.element(1)) {
      // The medical record: whatever records support the service.
      case "M1" -> Optional.of(DocumentationItem.CLINICAL_RECORDS);
      // Orders.
      case "OD" -> Optional.of(DocumentationItem.RADIOLOGY_ORDER);
      // The report of the physician who did it.
      case "PY" -> Optional.of(DocumentationItem.PROCEDURE_REPORT);
      default -> Optional.empty();
    };
  }
}
