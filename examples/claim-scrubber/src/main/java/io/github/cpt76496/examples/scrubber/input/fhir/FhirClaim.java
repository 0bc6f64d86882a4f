package io.github.cpt76496.examples.scrubber.input.fhir;

import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.examples.scrubber.input.MappedPayer;
import io.github.cpt76496.examples.scrubber.input.PayerMap;
import io.github.cpt76496.examples.scrubber.input.UnreadableClaimException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.ClaimStatus;
import org.hl7.fhir.r4.model.Claim.DetailComponent;
import org.hl7.fhir.r4.model.Claim.ItemComponent;
import org.hl7.fhir.r4.model.Claim.SubDetailComponent;
import org.hl7.fhir.r4.model.Claim.Use;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Reference;

/** A claim of this library from a FHIR R4 Claim. */
final class FhirClaim {

  private final Claim claim;
  private final PayerMap payers;
  private final Neighbours neighbours;
  private final FhirDocuments documents;
  private final List<FhirLine> lines;
  private final List<String> notices = new ArrayList<>();
  private String payerNotice = "";

  FhirClaim(Claim claim, PayerMap payers, Neighbours neighbours) {
    this.claim = claim;
    this.payers = payers;
    this.neighbours = neighbours;
    this.documents = new FhirDocuments(claim);
    this.lines = lines();
  }

  /** What was read and should not have been written so; complete once the claim was read. */
  List<String> notices() {
    return notices;
  }

  /** What is to be known of how the payer was told, or empty; complete once the claim was read. */
  String payerNotice() {
    return payerNotice;
  }

  io.github.cpt76496.Claim claim() throws UnreadableClaimException {
    if (lines.isEmpty()) {
      throw new UnreadableClaimException("item: missing");
    }
    noticeKind();
    boolean billed = lines.stream().anyMatch(FhirLine::isBilledWith76496);
    Set<DocumentationItem> attachments = EnumSet.noneOf(DocumentationItem.class);
    attachments.addAll(documents.attachmentsOfClaim());
    List<ServiceLine> serviceLines = new ArrayList<>(lines.size());
    for (FhirLine line : lines) {
      noticeCode(line);
      if (line.isDetail()) {
        notices.add(line.path() + ": answered as line " + line.number());
      }
      if (billed || isDated(line)) {
        serviceLines.add(serviceLine(line));
      }
      // What travels for another line says nothing of the one that is reviewed.
      if (line.isBilledWith76496()) {
        attachments.addAll(documents.attachmentsOf(line.item()));
      }
    }
    MappedPayer payer = new FhirPayer(payers, neighbours).payer(claim);
    payerNotice = payer.notice();
    try {
      return io.github.cpt76496.Claim.builder(form(), payer.payer())
          .typeOfBill(typeOfBill())
          .note(documents.noteOfClaim())
          .attachments(attachments)
          .lines(serviceLines)
          .build();
    } catch (IllegalArgumentException e) {
      throw new UnreadableClaimException(e.getMessage());
    }
  }

  /** Many systems date no line; that matters only where a line has to be told from another. */
  private boolean isDated(FhirLine line) {
    try {
      line.day(claim.getBillablePeriod());
      return true;
    } catch (UnreadableClaimException e) {
      return false;
    }
  }

  private ServiceLine serviceLine(FhirLine line) throws UnreadableClaimException {
    return line.serviceLine(
        line.day(claim.getBillablePeriod()),
        placeOfService(line.item()),
        documents.noteOf(line.item()));
  }

  private void noticeKind() {
    if (claim.getUse() == Use.PREAUTHORIZATION || claim.getUse() == Use.PREDETERMINATION) {
      notices.add("use: not a claim for payment; it was answered as if it were");
    }
    if (claim.getStatus() == ClaimStatus.CANCELLED
        || claim.getStatus() == ClaimStatus.ENTEREDINERROR
        || claim.getStatus() == ClaimStatus.DRAFT) {
      notices.add("status: not active; the claim was answered as if it were");
    }
  }

  private void noticeCode(FhirLine line) {
    if (line.hasForeign76496()) {
      notices.add(
          line.path()
              + ".productOrService: 76496 of a system that is not CPT ("
              + CodeSystems.cptUrl()
              + ") was not taken for CPT 76496");
    } else if (line.lacksSystem()) {
      notices.add(
          line.path() + ".productOrService: a code without its system was taken for no CPT code");
    }
  }

  private Form form() {
    List<String> types = CodeSystems.codes(claim.getType(), CodeSystems.CLAIM_TYPES);
    return switch (types.size() == 1 ? types.get(0) : "") {
      case "professional" -> Form.PROFESSIONAL;
      case "institutional" -> Form.INSTITUTIONAL;
      default -> Form.NOT_STATED;
    };
  }

  private String typeOfBill() throws UnreadableClaimException {
    List<String> stated = CodeSystems.codes(claim.getSubType(), CodeSystems.TYPES_OF_BILL);
    List<String> types = stated.isEmpty() ? documents.typesOfBill() : stated;
    if (types.size() > 1) {
      throw new UnreadableClaimException("subType: states several types of bill");
    }
    return types.isEmpty() ? "" : types.get(0);
  }

  /** The place of the line, or else of the claim. */
  private String placeOfService(ItemComponent item) throws UnreadableClaimException {
    if (item.getLocation() instanceof CodeableConcept stated) {
      return single(CodeSystems.codes(stated, CodeSystems.PLACES_OF_SERVICE), "location");
    }
    Reference place = item.getLocation() instanceof Reference stated ? stated : claim.getFacility();
    Optional<Location> location = neighbours.resolve(place, Location.class);
    List<String> codes =
        location.stream()
            .flatMap(l -> l.getType().stream())
            .flatMap(type -> CodeSystems.codes(type, CodeSystems.PLACES_OF_SERVICE).stream())
            .distinct()
            .toList();
    return single(codes, "location");
  }

  private static String single(List<String> codes, String element) throws UnreadableClaimException {
    if (codes.size() > 1) {
      throw new UnreadableClaimException(element + ": states several places of service");
    }
    return codes.isEmpty() ? "" : codes.get(0);
  }

  /** The items, and what they hold below them if it bears a procedure code. */
  private List<FhirLine> lines() {
    List<ItemComponent> items = claim.getItem();
    List<FhirLine> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      int sequence = items.get(i).hasSequence() ? items.get(i).getSequence() : i + 1;
      all.add(FhirLine.of(items.get(i), sequence, "item[" + i + "]"));
    }
    int next = all.stream().mapToInt(FhirLine::number).max().orElse(0);
    List<FhirLine> below = new ArrayList<>();
    for (FhirLine item : all) {
      for (FhirLine detail : details(item)) {
        if (detail.hasProcedureCode()) {
          below.add(detail.withNumber(++next));
        }
      }
    }
    all.addAll(below);
    return all;
  }

  private static List<FhirLine> details(FhirLine line) {
    List<FhirLine> details = new ArrayList<>();
    List<DetailComponent> ofItem = line.item().getDetail();
    for (int i = 0; i < ofItem.size(); i++) {
      String path = line.path() + ".detail[" + i + "]";
      details.add(FhirLine.of(line.item(), ofItem.get(i), path));
      List<SubDetailComponent> ofDetail = ofItem.get(i).getSubDetail();
      for (int j = 0; j < ofDetail.size(); j++) {
        details.add(FhirLine.of(line.item(), ofDetail.get(j), path + ".subDetail[" + j + "]"));
      }
    }
    return details;
  }
}
