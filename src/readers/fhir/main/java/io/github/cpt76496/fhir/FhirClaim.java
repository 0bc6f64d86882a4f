package io.github.cpt76496.fhir;

import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.MappedPayer;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.fhir.FhirLine.Days;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.ClaimStatus;
import org.hl7.fhir.r4.model.Claim.DetailComponent;
import org.hl7.fhir.r4.model.Claim.ItemComponent;
import org.hl7.fhir.r4.model.Claim.SubDetailComponent;
import org.hl7.fhir.r4.model.Claim.Use;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Reference;

/** A claim of this library from a FHIR R4 Claim. */
final class FhirClaim {

  private final Claim claim;
  private final PayerMap payers;
  private final Neighbors neighbors;
  private final FhirDocuments documents;
  private final List<String> notices = new ArrayList<>();
  private String payerNotice = "";
  private final Map<Integer, String> paths = new HashMap<>();

  FhirClaim(Claim claim, PayerMap payers, Neighbors neighbors) {
    this.claim = claim;
    this.payers = payers;
    this.neighbors = neighbors.ofOneClaim();
    this.documents = new FhirDocuments(claim);
  }

  /** What was read and should not have been written so; complete once the claim was read. */
  List<String> notices() {
    return notices;
  }

  /** What is to be known of how the payer was told, or empty; complete once the claim was read. */
  String payerNotice() {
    return payerNotice;
  }

  /** Where each reviewed line stands, by its number; complete once the claim was read. */
  Map<Integer, String> paths() {
    return paths;
  }

  io.github.cpt76496.Claim claim() throws UnreadableClaimException {
    Meaning.require(claim);
    for (int i = 0; i < claim.getInsurance().size(); i++) {
      Meaning.isCancelled(
          claim.getInsurance().get(i).getModifierExtension(), "insurance[" + i + "]");
    }
    notices.addAll(documents.dropCancelled());
    List<FhirLine> lines = lines();
    if (lines.isEmpty() && claim.getItem().isEmpty()) {
      throw new UnreadableClaimException("item: missing");
    }
    noticeKind();
    boolean billed = lines.stream().anyMatch(FhirLine::isBilledWith76496);
    Set<DocumentationItem> attachments = EnumSet.noneOf(DocumentationItem.class);
    attachments.addAll(documents.attachmentsOfClaim());
    List<ServiceLine> serviceLines = new ArrayList<>(lines.size());
    for (FhirLine line : lines) {
      noticeCode(line, billed);
      if (billed && line.hasOpenPeriod()) {
        notices.add(
            line.path() + ".servicedPeriod: has no end, so its first day counts as the only one");
      }
      if (line.isDetail()) {
        notices.add(line.path() + ": answered as line " + line.number());
      }
      read(line, billed, serviceLines);
      // What travels for another line says nothing of the one that is reviewed.
      if (line.isBilledWith76496()) {
        attachments.addAll(documents.attachmentsOf(line.item()));
        paths.put(line.number(), line.path());
        noticeUnread(line);
      }
    }
    if (billed) {
      noticeUnread();
      notices.addAll(documents.unread(lines.stream().filter(FhirLine::isBilledWith76496).toList()));
    }
    MappedPayer payer = new FhirPayer(payers, neighbors).payer(claim);
    payerNotice = payer.notice();
    try {
      io.github.cpt76496.Claim read =
          io.github.cpt76496.Claim.builder(form(), payer.payer())
              .typeOfBill(typeOfBill(billed))
              .note(documents.noteOfClaim())
              .attachments(attachments)
              .lines(serviceLines)
              .build();
      requireNeighborsUnderstood();
      for (String type : neighbors.inError()) {
        notices.add(type + ".status: entered in error, so nothing was taken from it");
      }
      return read;
    } catch (IllegalArgumentException e) {
      throw new UnreadableClaimException(e.getMessage());
    }
  }

  private void requireNeighborsUnderstood() throws UnreadableClaimException {
    if (!neighbors.notUnderstood().isEmpty()) {
      throw new UnreadableClaimException(Meaning.refusal(neighbors.notUnderstood().get(0)));
    }
  }

  /**
   * Many systems date no line; that, and what else cannot be read, matters only where 76496 has to
   * be told from the lines billed with it.
   */
  private void read(FhirLine line, boolean billed, List<ServiceLine> lines)
      throws UnreadableClaimException {
    try {
      if (line.billsProcedure()) {
        lines.add(serviceLine(line));
      }
    } catch (UnreadableClaimException e) {
      if (billed || line.mayBill76496()) {
        throw e;
      }
    }
  }

  private ServiceLine serviceLine(FhirLine line) throws UnreadableClaimException {
    Days days = line.days(claim.getBillablePeriod());
    try {
      return line.serviceLine(days, placeOfService(line), documents.noteOf(line.item()));
    } catch (UnreadableClaimException e) {
      if (line.isBilledWith76496()) {
        throw e;
      }
      return line.bareLine(days);
    }
  }

  private boolean isCancelled() {
    return claim.getStatus() == ClaimStatus.CANCELLED
        || claim.getStatus() == ClaimStatus.ENTEREDINERROR;
  }

  private void noticeKind() {
    if (claim.getUse() == Use.PREAUTHORIZATION || claim.getUse() == Use.PREDETERMINATION) {
      notices.add("use: not a claim for payment; it was answered as if it were");
    }
    if (isCancelled()) {
      notices.add(
          "status: the claim is cancelled or was entered in error, so none of its items is a"
              + " line");
    } else if (claim.getStatus() == ClaimStatus.DRAFT) {
      notices.add("status: a draft; the claim was answered as if it were active");
    }
  }

  private void noticeUnread() {
    notices.addAll(FhirElements.unread(claim, "Claim", ""));
    for (int i = 0; i < claim.getInsurance().size(); i++) {
      notices.addAll(
          FhirElements.unread(
              claim.getInsurance().get(i), "Claim.insurance", "insurance[" + i + "]."));
    }
    if (claim.getFacility().hasExtension()) {
      notices.add("facility.extension: was not read: extensions that may be ignored were ignored");
    }
  }

  /** What a reviewed line states otherwise than the reader knows, or beside what it knows. */
  private void noticeUnread(FhirLine line) throws UnreadableClaimException {
    notices.addAll(line.unread());
    if (statesPlace(line.item()) && placeOfService(line).isEmpty()) {
      notices.add(
          placeElement(line)
              + ": states the place of service otherwise than by a code of a system that this"
              + " program knows, so it counts as not stated; write its code with "
              + CodeSystems.placesUrl());
    }
    if (line.revenue().hasCoding()
        && CodeSystems.codes(line.revenue(), CodeSystems.REVENUE_CODES).isEmpty()) {
      notices.add(
          line.path()
              + ".revenue: a revenue code of a system that the reader does not know, so it counts"
              + " as not stated; write the code with "
              + CodeSystems.revenueCodesUrl());
    }
  }

  private boolean statesPlace(ItemComponent item) {
    return item.hasLocation() || !claim.getFacility().isEmpty();
  }

  private static String placeElement(FhirLine line) {
    return line.item().hasLocation() ? line.itemPath() + ".location" : "facility";
  }

  private void noticeCode(FhirLine line, boolean billed) {
    if (line.hasForeign76496()) {
      notices.add(
          line.path()
              + ".productOrService: 76496 of a system that is not CPT ("
              + CodeSystems.cptUrl()
              + ") was not taken for CPT 76496");
    } else if (line.lacksSystem()) {
      notices.add(
          line.path() + ".productOrService: a code without its system was taken for no CPT code");
    } else if (billed && !line.hasProcedureCode()) {
      notices.add(
          line.path()
              + (line.product().isEmpty()
                  ? ".productOrService: missing, so the item was not looked at"
                  : ".productOrService: no code of CPT or HCPCS, so the item was not looked at"));
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

  /** It bears on lines billed with 76496 alone. */
  private String typeOfBill(boolean billed) throws UnreadableClaimException {
    if (!billed) {
      return "";
    }
    List<String> stated = CodeSystems.codes(claim.getSubType(), CodeSystems.TYPES_OF_BILL);
    List<String> types = stated.isEmpty() ? documents.typesOfBill() : stated;
    if (types.size() > 1) {
      throw new UnreadableClaimException("subType: states several types of bill");
    }
    return types.isEmpty() ? "" : types.get(0);
  }

  /** The place of the line, or else of the claim. */
  private String placeOfService(FhirLine line) throws UnreadableClaimException {
    ItemComponent item = line.item();
    if (item.getLocation() instanceof CodeableConcept stated) {
      return single(
          CodeSystems.codes(stated, CodeSystems.PLACES_OF_SERVICE), line.itemPath() + ".location");
    }
    Reference place = item.getLocation() instanceof Reference stated ? stated : claim.getFacility();
    Optional<Location> location = neighbors.resolve(place, Location.class);
    List<String> codes =
        location.stream()
            .flatMap(l -> l.getType().stream())
            .flatMap(type -> CodeSystems.codes(type, CodeSystems.PLACES_OF_SERVICE).stream())
            .distinct()
            .toList();
    return single(codes, placeElement(line));
  }

  private static String single(List<String> codes, String element) throws UnreadableClaimException {
    if (codes.size() > 1) {
      throw new UnreadableClaimException(element + ": states several places of service");
    }
    return codes.isEmpty() ? "" : codes.get(0);
  }

  /**
   * The items, and what they hold below them if it bears a procedure code; without what is
   * cancelled.
   */
  private List<FhirLine> lines() throws UnreadableClaimException {
    List<ItemComponent> items = claim.getItem();
    List<FhirLine> all = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < items.size(); i++) {
      int sequence = items.get(i).hasSequence() ? items.get(i).getSequence() : i + 1;
      next = Math.max(next, sequence);
      String path = "item[" + i + "]";
      if (isLine(items.get(i).getModifierExtension(), path)) {
        all.add(FhirLine.of(items.get(i), sequence, path));
      }
    }
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

  private boolean isLine(List<Extension> modifiers, String path) throws UnreadableClaimException {
    if (Meaning.isCancelled(modifiers, path)) {
      notices.add(path + ": cancelled, so it is not a line of the claim");
      return false;
    }
    return !isCancelled();
  }

  private List<FhirLine> details(FhirLine line) throws UnreadableClaimException {
    List<FhirLine> details = new ArrayList<>();
    List<DetailComponent> ofItem = line.item().getDetail();
    for (int i = 0; i < ofItem.size(); i++) {
      String path = line.path() + ".detail[" + i + "]";
      if (!isLine(ofItem.get(i).getModifierExtension(), path)) {
        continue;
      }
      details.add(FhirLine.of(line.item(), ofItem.get(i), path));
      List<SubDetailComponent> ofDetail = ofItem.get(i).getSubDetail();
      for (int j = 0; j < ofDetail.size(); j++) {
        String below = path + ".subDetail[" + j + "]";
        if (isLine(ofDetail.get(j).getModifierExtension(), below)) {
          details.add(FhirLine.of(line.item(), ofDetail.get(j), below));
        }
      }
    }
    return details;
  }
}
