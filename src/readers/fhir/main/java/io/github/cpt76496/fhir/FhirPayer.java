package io.github.cpt76496.fhir;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.PayerNames;
import io.github.cpt76496.PayerNames.Outcome;
import io.github.cpt76496.claims.MappedPayer;
import io.github.cpt76496.claims.PayerMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.InsuranceComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;

/**
 * Who adjudicates a FHIR claim: {@code insurer}, to whom it is addressed, or else the payor of the
 * coverage that {@code insurance.focal} marks, or what that reference to a coverage says of the
 * payer itself. The type of the coverage tells the program.
 */
final class FhirPayer {

  private final PayerMap payers;
  private final Neighbors neighbors;

  FhirPayer(PayerMap payers, Neighbors neighbors) {
    this.payers = payers;
    this.neighbors = neighbors;
  }

  MappedPayer payer(Claim claim) {
    Optional<Coverage> coverage = coverage(claim);
    String filing = coverage.map(c -> filingIndicator(c.getType())).orElse("");
    Optional<Named> insurer = named(claim.getInsurer());
    Optional<Named> payor =
        coverage
            .map(Coverage::getPayor)
            .filter(payors -> payors.size() == 1)
            .flatMap(payors -> named(payors.get(0)));
    if (insurer.isPresent() && payor.isPresent()) {
      return agreed(payer(insurer.get(), filing), payer(payor.get(), filing));
    }
    Optional<Named> named = insurer.or(() -> payor);
    if (named.isEmpty() && coverage.isEmpty()) {
      return ofReference(claim);
    }
    return payer(named.orElse(new Named(List.of(), List.of(), "")), filing);
  }

  private MappedPayer payer(Named named, String filing) {
    String payerId =
        named.payerIds().stream()
            .filter(id -> PayerNames.recognize("", id, "").outcome() == Outcome.RECOGNIZED)
            .findFirst()
            .orElse("");
    return payers.payer(payerId, named.ids(), named.name(), filing);
  }

  /**
   * What stands next to or in place of the reference to the coverage: its text, or the payer's name
   * where an identifier is said to be one. A text need not name a payer.
   */
  private MappedPayer ofReference(Claim claim) {
    Optional<Reference> reference = focal(claim).map(InsuranceComponent::getCoverage);
    String name =
        reference
            .map(Reference::getIdentifier)
            .filter(identifier -> isPayerName(identifier.getSystem()))
            .map(Identifier::getValue)
            .or(() -> reference.map(Reference::getDisplay))
            .orElse("")
            .strip();
    MappedPayer payer = payers.payer("", List.of(), name, "");
    return payer.payer().family() == Family.OTHER && payer.payer().plan().isEmpty()
        ? new MappedPayer(Payer.UNKNOWN, payer.notice())
        : payer;
  }

  /** As CMS names it in its feed of claims that are not adjudicated yet. */
  private static boolean isPayerName(String system) {
    return system != null && system.endsWith("/payers-name");
  }

  /**
   * The insurer, more narrowly where the payor is of the same family; not one against the other.
   */
  private static MappedPayer agreed(MappedPayer insurer, MappedPayer payor) {
    Family family = insurer.payer().family();
    Family other = payor.payer().family();
    if (family == other) {
      return insurer.payer().plan().isEmpty() ? payor : insurer;
    }
    return other == Family.OTHER || family == Family.OTHER
        ? insurer
        : MappedPayer.of(Payer.UNKNOWN);
  }

  private Optional<Coverage> coverage(Claim claim) {
    return focal(claim).flatMap(i -> neighbors.resolve(i.getCoverage(), Coverage.class));
  }

  private static Optional<InsuranceComponent> focal(Claim claim) {
    List<InsuranceComponent> insurances = claim.getInsurance();
    List<InsuranceComponent> focal =
        insurances.size() == 1
            ? insurances
            : insurances.stream().filter(InsuranceComponent::getFocal).toList();
    return focal.size() == 1 ? Optional.of(focal.get(0)) : Optional.empty();
  }

  private Optional<Named> named(Reference reference) {
    List<Identifier> identifiers = new ArrayList<>();
    identifiers.add(reference.getIdentifier());
    Optional<Organization> organization = neighbors.resolve(reference, Organization.class);
    organization.ifPresent(payer -> identifiers.addAll(payer.getIdentifier()));
    List<String> ids = values(identifiers.stream());
    List<String> payerIds = values(identifiers.stream().filter(FhirPayer::isPayerId));
    String name =
        organization
            .map(Organization::getName)
            .or(() -> Optional.ofNullable(reference.getDisplay()))
            .orElse("")
            .strip();
    return ids.isEmpty() && name.isEmpty()
        ? Optional.empty()
        : Optional.of(new Named(ids, payerIds, name));
  }

  private static List<String> values(Stream<Identifier> identifiers) {
    return identifiers.filter(Identifier::hasValue).map(i -> i.getValue().strip()).toList();
  }

  /** A payer id of claims, or a number of which nobody says what it is; NAIC codes look alike. */
  private static boolean isPayerId(Identifier identifier) {
    boolean isOfAnotherList =
        identifier.hasSystem() && identifier.getSystem().toLowerCase(Locale.ROOT).contains("naic");
    return !isOfAnotherList
        && (!identifier.hasType()
            || identifier.getType().getCoding().stream()
                .anyMatch(coding -> "payerid".equals(coding.getCode())));
  }

  /** How a claim names a payer; of its numbers some may be payer ids of claims. */
  private record Named(List<String> ids, List<String> payerIds, String name) {

    /** Names nobody: a number can be the patient's. */
    @Override
    public String toString() {
      return "Named[ids: " + ids.size() + "]";
    }
  }

  /** SBR09, stated as such or by a source of payment that means no other. */
  private static String filingIndicator(CodeableConcept type) {
    List<String> stated = CodeSystems.codes(type, CodeSystems.FILING_INDICATORS);
    if (stated.size() == 1) {
      return stated.get(0);
    }
    List<String> sources = CodeSystems.codes(type, CodeSystems.PAYMENT_SOURCES);
    return sources.size() == 1 ? ofPaymentSource(sources.get(0)) : "";
  }

  /** 1 alone does not tell Medicare fee for service from Medicare Advantage. */
  private static String ofPaymentSource(String code) {
    if (code.matches("11[0-9]{0,2}")) {
      return "16";
    }
    if (code.matches("12[0-9]{0,2}")) {
      return "MB";
    }
    if (code.matches("2|2[12][0-9]{0,2}")) {
      return "MC";
    }
    if (code.matches("5[0-9]{0,3}")) {
      return "CI";
    }
    return code.matches("6[0-9]{0,3}") ? "BL" : "";
  }
}
