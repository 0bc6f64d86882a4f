package io.github.cpt76496.examples.scrubber.input.fhir;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.examples.scrubber.input.PayerMap;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.InsuranceComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coverage;
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
    String insurer = name(claim.getInsurer());
    String payor =
        coverage
            .map(Coverage::getPayor)
            .filter(payors -> payors.size() == 1)
            .map(payors -> name(payors.get(0)))
            .orElse("");
    if (insurer.isEmpty() || payor.isEmpty()) {
      return payers.payer(insurer + payor, filing);
    }
    return agreed(payers.payer(insurer, filing), payers.payer(payor, filing));
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

  private String name(Reference reference) {
    return neighbours
        .resolve(reference, Organization.class)
        .map(Organization::getName)
        .or(() -> Optional.ofNullable(reference.getDisplay()))
        .orElse("")
        .strip();
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
