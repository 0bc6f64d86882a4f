package io.github.cpt76496.fhir;

import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.claims.UnreadableClaimException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.ItemComponent;
import org.hl7.fhir.r4.model.Claim.SupportingInformationComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;

/**
 * Notes and documents of {@code Claim.supportingInfo}. What an item names in {@code
 * informationSequence} is about that line, the rest about the claim.
 */
final class FhirDocuments {

  /** Free words; text of any other category is a value of its own, such as a number. */
  private static final Set<String> NOTE_CATEGORIES = Set.of("info", "other");

  private final List<SupportingInformationComponent> information;
  private final List<SupportingInformationComponent> all;
  private final Set<Integer> ofLines = new HashSet<>();

  FhirDocuments(Claim claim) {
    all = claim.getSupportingInfo();
    information = new ArrayList<>(all);
    claim.getItem().forEach(item -> ofLines.addAll(sequences(item)));
  }

  /**
   * Leaves out what says of itself that it is cancelled, and tells what that was.
   *
   * @throws UnreadableClaimException if something says of itself what the reader does not know
   */
  List<String> dropCancelled() throws UnreadableClaimException {
    List<String> notices = new ArrayList<>(0);
    for (SupportingInformationComponent part : all) {
      if (Meaning.isCancelled(part.getModifierExtension(), path(part))) {
        information.remove(part);
        notices.add(path(part) + ": cancelled, so it is neither a note nor a document");
      }
    }
    return notices;
  }

  private String path(SupportingInformationComponent part) {
    return "supportingInfo[" + all.indexOf(part) + "]";
  }

  /** What bears on the reviewed lines, or on the claim, and was taken for nothing. */
  List<String> unread(List<FhirLine> reviewed) {
    List<String> notices = new ArrayList<>(0);
    Set<Integer> ofReviewed = new HashSet<>();
    reviewed.forEach(line -> ofReviewed.addAll(sequences(line.item())));
    for (SupportingInformationComponent part : information) {
      int sequence = part.getSequence();
      if (ofLines.contains(sequence) && !ofReviewed.contains(sequence)) {
        continue;
      }
      notices.addAll(FhirElements.unread(part, "Claim.supportingInfo", path(part) + "."));
      if (isThere(part) && items(part).isEmpty() && !isImagingReport(part)) {
        notices.add(
            path(part)
                + ": a document whose code names none that the reader knows, so it counts as none"
                + " of those that payers ask for");
      }
      if (part.getValue() instanceof StringType && !isInNoteCategory(part)) {
        notices.add(
            path(part)
                + ": a text in another category than info and other, so it counts as no note");
      }
      if (isInNoteCategory(part) && part.hasCode() && part.getValue() instanceof StringType) {
        notices.add(
            path(part)
                + ": a text under a code of its own is a value and no narrative, so it counts as no"
                + " note; a note stands without a code");
      }
      if (isTypeOfBill(part)
          && CodeSystems.codes(part.getCode(), CodeSystems.TYPES_OF_BILL).isEmpty()) {
        notices.add(
            path(part)
                + ": a type of bill in a code system that the reader does not know, so it counts"
                + " as not stated; write the code with "
                + CodeSystems.typesOfBillUrl());
      }
    }
    return notices;
  }

  /** It counts only beside the line. */
  private static boolean isImagingReport(SupportingInformationComponent part) {
    return loinc(part).contains("18748-4");
  }

  private static boolean isTypeOfBill(SupportingInformationComponent part) {
    return CodeSystems.codes(part.getCategory(), CodeSystems.CARIN_CATEGORIES)
        .contains("typeofbill");
  }

  private static Set<Integer> sequences(ItemComponent item) {
    Set<Integer> sequences = new HashSet<>();
    item.getInformationSequence().stream().map(PositiveIntType::getValue).forEach(sequences::add);
    return sequences;
  }

  String noteOfClaim() {
    return notes(information.stream().filter(i -> !ofLines.contains(i.getSequence())).toList());
  }

  String noteOf(ItemComponent item) {
    return notes(of(item));
  }

  Set<DocumentationItem> attachmentsOfClaim() {
    Set<DocumentationItem> items = EnumSet.noneOf(DocumentationItem.class);
    for (SupportingInformationComponent document : information) {
      if (!ofLines.contains(document.getSequence())) {
        items.addAll(items(document));
      }
    }
    return items;
  }

  /** What travels for this line in particular. */
  Set<DocumentationItem> attachmentsOf(ItemComponent item) {
    Set<DocumentationItem> items = EnumSet.noneOf(DocumentationItem.class);
    for (SupportingInformationComponent document : of(item)) {
      items.addAll(items(document));
      if (isThere(document) && loinc(document).contains("18748-4")) {
        // A report of diagnostic imaging; only beside the line is it a report of this imaging.
        items.add(DocumentationItem.IMAGING_REPORT);
      }
    }
    return items;
  }

  private List<SupportingInformationComponent> of(ItemComponent item) {
    Set<Integer> sequences = sequences(item);
    return information.stream().filter(i -> sequences.contains(i.getSequence())).toList();
  }

  private static String notes(List<SupportingInformationComponent> information) {
    List<String> notes = new ArrayList<>();
    for (SupportingInformationComponent note : information) {
      // Under a code of its own a text is the value of that code, such as a number.
      if (note.getValue() instanceof StringType text
          && text.hasValue()
          && !note.hasCode()
          && isInNoteCategory(note)) {
        notes.add(text.getValue());
      }
    }
    return String.join(" ", notes);
  }

  private static boolean isInNoteCategory(SupportingInformationComponent part) {
    return CodeSystems.codes(part.getCategory(), CodeSystems.INFORMATION_CATEGORIES).stream()
        .anyMatch(NOTE_CATEGORIES::contains);
  }

  /**
   * The few types that name one document of this library: most are too wide or too special to stand
   * for one, and a document is not there because its type is near.
   */
  private static Set<DocumentationItem> items(SupportingInformationComponent document) {
    Set<DocumentationItem> items = EnumSet.noneOf(DocumentationItem.class);
    if (!isThere(document)) {
      return items;
    }
    for (String type : CodeSystems.codes(document.getCode(), CodeSystems.REPORT_TYPES)) {
      switch (type) {
        // The same three as in PWK01 of an 837.
        case "M1" -> items.add(DocumentationItem.CLINICAL_RECORDS);
        case "OD" -> items.add(DocumentationItem.RADIOLOGY_ORDER);
        case "PY" -> items.add(DocumentationItem.PROCEDURE_REPORT);
        default -> {}
      }
    }
    // A note of a procedure, a note of an operation.
    if (loinc(document).stream().anyMatch(Set.of("28570-0", "11504-8")::contains)) {
      items.add(DocumentationItem.PROCEDURE_REPORT);
    }
    return items;
  }

  private static List<String> loinc(SupportingInformationComponent document) {
    CodeableConcept code = document.getCode();
    return CodeSystems.codes(code, CodeSystems.LOINC);
  }

  /** A type alone announces nothing. */
  private static boolean isThere(SupportingInformationComponent document) {
    return document.hasValueReference() || document.hasValueAttachment();
  }

  /** Some guides state the type of bill here. */
  List<String> typesOfBill() {
    return information.stream()
        .flatMap(i -> CodeSystems.codes(i.getCode(), CodeSystems.TYPES_OF_BILL).stream())
        .distinct()
        .toList();
  }
}
