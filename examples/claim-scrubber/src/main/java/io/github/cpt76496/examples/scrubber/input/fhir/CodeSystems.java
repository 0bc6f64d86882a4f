package io.github.cpt76496.examples.scrubber.input.fhir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * The addresses under which FHIR names the code systems that this program understands. A code
 * counts only with one of them: the same digits mean something else in another system.
 */
final class CodeSystems {

  private static final String CPT_URL = "http://www.ama-assn.org/go/cpt";

  /** CPT, and HCPCS, whose first level is CPT; the addresses that HL7, CMS and OIDs give them. */
  static final Set<String> PROCEDURES =
      Set.of(
          CPT_URL,
          "urn:oid:2.16.840.1.113883.6.12",
          "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
          "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
          "https://bluebutton.cms.gov/resources/codesystem/hcpcs",
          "urn:oid:2.16.840.1.113883.6.14",
          "urn:oid:2.16.840.1.113883.6.285");

  /** Two-character modifiers are part of CPT and of HCPCS. */
  static final Set<String> MODIFIERS = PROCEDURES;

  /** The place of service codes of CMS; HL7's sample system repeats some with the same meaning. */
  static final Set<String> PLACES_OF_SERVICE =
      Set.of(
          "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set",
          "https://www.cms.gov/Medicare/Coding/place-of-service-codes",
          "https://bluebutton.cms.gov/resources/variables/line_place_of_srvc_cd",
          "http://terminology.hl7.org/CodeSystem/ex-serviceplace",
          "urn:oid:2.16.840.1.113883.6.50");

  static final Set<String> REVENUE_CODES =
      Set.of(
          "https://www.nubc.org/CodeSystem/RevenueCodes",
          "https://bluebutton.cms.gov/resources/variables/rev_cntr");

  static final Set<String> TYPES_OF_BILL = Set.of("https://www.nubc.org/CodeSystem/TypeOfBill");

  static final Set<String> CLAIM_TYPES = Set.of("http://terminology.hl7.org/CodeSystem/claim-type");

  static final Set<String> INFORMATION_CATEGORIES =
      Set.of("http://terminology.hl7.org/CodeSystem/claiminformationcategory");

  /** Report types, as in PWK01. */
  static final Set<String> REPORT_TYPES = Set.of("https://codesystem.x12.org/005010/755");

  static final Set<String> LOINC = Set.of("http://loinc.org");

  /** Claim filing indicators, as in SBR09. */
  static final Set<String> FILING_INDICATORS = Set.of("https://codesystem.x12.org/005010/1032");

  /** The source of payment typology of NAHDO (formerly PHDSC). */
  static final Set<String> PAYMENT_SOURCES =
      Set.of("https://nahdo.org/sopt", "urn:oid:2.16.840.1.113883.3.221.5");

  /** Named in messages as the cure. */
  static String cptUrl() {
    return CPT_URL;
  }

  private CodeSystems() {}

  /** The distinct codes that a concept states in one of the systems, in order. */
  static List<String> codes(CodeableConcept concept, Set<String> systems) {
    Set<String> codes = new LinkedHashSet<>();
    for (Coding coding : concept.getCoding()) {
      if (coding.hasCode() && isOf(coding, systems)) {
        codes.add(coding.getCode().strip());
      }
    }
    return List.copyOf(codes);
  }

  private static boolean isOf(Coding coding, Set<String> systems) {
    if (!coding.hasSystem()) {
      return false;
    }
    String system = coding.getSystem();
    return systems.contains(system.endsWith("/") ? chop(system) : system);
  }

  private static String chop(String text) {
    return text.substring(0, text.length() - 1);
  }
}
