package io.github.cpt76496.examples.scrubber.input.fhir;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.examples.scrubber.input.PayerMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.InsuranceComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;

/**
 * Who adjudicates a FHIR claim: {@code insurer}, to whom it is addressed, or else the payor of the
 * coverage that {@code insurance.focal} marks. The type of that coverage tells the program.
 */
final class FhirPayer {

  private final PayerMap payers;
  private final Neighbours neighbours;

  FhirPayer(PayerMap payers, Neighbours neighbours) {
    this.payers = payers;
    this.neighbours = neighbours;
  }

  Payer payer(Claim claim) {
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
    return payer(insurer.or(() -> payor).orElse(new Named(List.of(), "")), filing);
  }

  private Payer payer(Named named, String filing) {
    return payers.payer(named.ids(), named.name(), filing);
  }

  /**
   * The insurer, more narrowly where the payor is of the same family; not one against the other.
   */
  private static Payer agreed(Payer insurer, Payer payor) {
    if (insurer.family() == payor.family()) {
      return insurer.plan().isEmpty() ? payor : insurer;
    }
    return payor.family() == Family.OTHER || insurer.family() == Family.OTHER
        ? insurer
        : Payer.UNKNOWN;
  }

  private Optional<Coverage> coverage(Claim claim) {
    List<InsuranceComponent> insurances = claim.getInsurance();
    List<InsuranceComponent> focal =
        insurances.size() == 1
            ? insurances
            : insurances.stream().filter(InsuranceComponent::getFocal).toList();
    return focal.size() == 1
        ? neighbours.resolve(focal.get(0).getCoverage(), Coverage.class)
        : Optional.empty();
  }

  private Optional<Named> named(Reference reference) {
    List<String> ids = new ArrayList<>();
    add(ids, reference.getIdentifier());
    Optional<Organization> organization = neighbours.resolve(reference, Organization.class);
    organization.ifPresent(payer -> payer.getIdentifier().forEach(id -> add(ids, id)));
    String name =
        organization
            .map(Organization::getName)
            .or(() -> Optional.ofNullable(reference.getDisplay()))
            .orElse("")
            .strip();
    return ids.isEmpty() && name.isEmpty() ? Optional.empty() : Optional.of(new Named(ids, name));
  }

  private static void add(List<String> ids, Identifier identifier) {
    if (identifier.hasValue()) {
      ids.add(identifier.getValue().strip());
    }
  }

  /** How a claim names a payer. */
  private record Named(List<String> ids, String name) {

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
