package io.github.cpt76496.fhir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * The addresses under which FHIR names the code systems that the reader understands. A code counts
 * only with one of them: the same digits mean something else in another system.
 */
final class CodeSystems {

  private static final String CPT_URL = "http://www.ama-assn.org/go/cpt";

  private static final String PLACES_URL =
      "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";

  private static final String REVENUE_CODES_URL = "https://www.nubc.org/CodeSystem/RevenueCodes";

  private static final String TYPES_OF_BILL_URL = "https://www.nubc.org/CodeSystem/TypeOfBill";

  /** CPT, and HCPCS, whose first level is CPT; the addresses that HL7, CMS and OIDs give them. */
  static final Set<String> PROCEDURES =
      systems(
          CPT_URL,
          "urn:oid:2.16.840.1.113883.6.12",
          "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
          "https://bluebutton.cms.gov/resources/codesystem/hcpcs",
          "urn:oid:2.16.840.1.113883.6.14",
          "urn:oid:2.16.840.1.113883.6.285");

  /** Two-character modifiers are part of CPT and of HCPCS. */
  static final Set<String> MODIFIERS = PROCEDURES;

  /** The place of service codes of CMS; HL7's sample system repeats some with the same meaning. */
  static final Set<String> PLACES_OF_SERVICE =
      systems(
          PLACES_URL,
          "https://www.cms.gov/Medicare/Coding/place-of-service-codes",
          "https://bluebutton.cms.gov/resources/variables/line_place_of_srvc_cd",
          "http://terminology.hl7.org/CodeSystem/ex-serviceplace",
          "http://hl7.org/fhir/ex-serviceplace",
          "urn:oid:2.16.840.1.113883.6.50");

  static final Set<String> REVENUE_CODES =
      systems(
          REVENUE_CODES_URL,
          "https://bluebutton.cms.gov/resources/variables/rev_cntr",
          "https://bluebutton.cms.gov/resources/variables/fiss/rev-cd",
          "urn:oid:2.16.840.1.113883.6.301.3");

  static final Set<String> TYPES_OF_BILL =
      systems(TYPES_OF_BILL_URL, "urn:oid:2.16.840.1.113883.6.301.1");

  static final Set<String> CLAIM_TYPES =
      systems("http://terminology.hl7.org/CodeSystem/claim-type");

  static final Set<String> INFORMATION_CATEGORIES =
      systems("http://terminology.hl7.org/CodeSystem/claiminformationcategory");

  /** Where CARIN says that a piece of information is the type of bill. */
  static final Set<String> CARIN_CATEGORIES =
      systems("http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBSupportingInfoType");

  /** Report types, as in PWK01. */
  static final Set<String> REPORT_TYPES = systems("https://codesystem.x12.org/005010/755");

  static final Set<String> LOINC = systems("http://loinc.org");

  /** Claim filing indicators, as in SBR09. */
  static final Set<String> FILING_INDICATORS = systems("https://codesystem.x12.org/005010/1032");

  /** The source of payment typology of NAHDO (formerly PHDSC). */
  static final Set<String> PAYMENT_SOURCES =
      systems("https://nahdo.org/sopt", "urn:oid:2.16.840.1.113883.3.221.5");

  /** Named in messages as the cure. */
  static String cptUrl() {
    return CPT_URL;
  }

  /** Named in messages as the cure. */
  static String placesUrl() {
    return PLACES_URL;
  }

  /** Named in messages as the cure. */
  static String revenueCodesUrl() {
    return REVENUE_CODES_URL;
  }

  /** Named in messages as the cure. */
  static String typesOfBillUrl() {
    return TYPES_OF_BILL_URL;
  }

  private CodeSystems() {}

  private static Set<String> systems(String... urls) {
    Set<String> systems = new LinkedHashSet<>();
    for (String url : urls) {
      systems.add(plain(url));
    }
    return Set.copyOf(systems);
  }

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
    return coding.hasSystem() && systems.contains(plain(coding.getSystem()));
  }

  /**
   * An address without what public examples of one system differ in: http for https, capitals, a
   * slash or {@code .html} at its end.
   */
  private static String plain(String url) {
    String plain = url.strip().toLowerCase(Locale.ROOT);
    if (plain.startsWith("http://")) {
      plain = "https://" + plain.substring("http://".length());
    }
    return withoutEnd(withoutEnd(plain, "/"), ".html");
  }

  private static String withoutEnd(String text, String end) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
  }
}
