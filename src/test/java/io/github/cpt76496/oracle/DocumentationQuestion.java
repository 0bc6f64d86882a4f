package io.github.cpt76496.oracle;

import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Stated;
import io.github.cpt76496.oracle.PayerTables.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Question 3: which documentation does the payer require? What a row of a table says is read from
 * the table; when a page speaks is stated here a second time, written from the sources.
 */
final class DocumentationQuestion {

  private static final int LONGEST_DESCRIPTION = 80;

  private static final Set<String> WORDS_OF_THE_CODE =
      Set.of(
          "76496",
          "A",
          "ATTACHED",
          "ATTACHMENT",
          "CLASSIFIED",
          "CODE",
          "CPT",
          "DIAGNOSTIC",
          "DOCUMENTATION",
          "ELSEWHERE",
          "EXAM",
          "FL",
          "FLOUROSCOPIC",
          "FLOUROSCOPY",
          "FLUORO",
          "FLUOROSCOPE",
          "FLUOROSCOPIC",
          "FLUOROSCOPY",
          "FLURO",
          "FLUROSCOPIC",
          "FLUROSCOPY",
          "HB",
          "HC",
          "HCPCS",
          "IR",
          "MD",
          "MISC",
          "MISCELLANEOUS",
          "N",
          "NA",
          "NEC",
          "NOC",
          "NOS",
          "NOT",
          "NOTE",
          "NOTES",
          "OP",
          "OPERATIVE",
          "OTHER",
          "OTHERWISE",
          "PER",
          "PR",
          "PROC",
          "PROCED",
          "PROCEDURE",
          "PROCEDURES",
          "PX",
          "RECORDS",
          "REPORT",
          "REPORTS",
          "SEE",
          "SERVICE",
          "SERVICES",
          "SPECIFIED",
          "TEST",
          "UL",
          "UNLIST",
          "UNLISTE",
          "UNLISTED",
          "UNLSTD",
          "UNSPEC",
          "UNSPECIFIED",
          "XR");

  private static final List<String> MICHIGAN_RECORD_MODIFIERS = List.of("22", "62", "66");

  private static final PayerTables TABLES = new PayerTables();

  private DocumentationQuestion() {}

  static void answer(Facts f, Answers out) {
    Documents documents = new Documents(f);
    for (Entry entry : TABLES.of(f.claim.payer().family())) {
      if (entry.rule().isEmpty()) {
        if (speaks(entry.edit(), f)) {
          documents.advise(entry.edit());
        }
      } else if (isOfPayer(entry.rule().get(0).payer(), f)
          && (entry.isPage() ? speaks(entry.edit(), f) : entry.holds(f))) {
        documents.add(entry.rule().get(0));
      }
    }
    documents.keep(out);
    out.payerMatch =
        documents.hasRuleOfThePlan()
            ? PayerMatch.PLAN
            : documents.hasRuleOfThePayer() ? PayerMatch.FAMILY : PayerMatch.NONE;
    advise(f, out);
    if (out.payerMatch == PayerMatch.NONE) {
      out.info(limit(f));
    }
  }

  private static boolean isOfPayer(String payer, Facts f) {
    String family = f.claim.payer().family().name();
    return payer.equals("ANY")
        || payer.equals(family)
        || payer.equals(family + "/" + f.claim.payer().plan());
  }

  /** Whether a page of a payer speaks, whose family and plan are looked at already. */
  private static boolean speaks(String edit, Facts f) {
    String page = edit.substring("documentation/".length());
    boolean covered = f.date >= 2020_01_01;
    boolean component = f.component == Component.PROFESSIONAL || f.component == Component.TECHNICAL;
    return switch (page) {
      case "medicare/first-coast#CLAIM_NARRATIVE_DESCRIPTION" ->
          f.medicare && covered && f.professional && !hasRecords(f);
      case "medicare/first-coast#CLINICAL_RECORDS" ->
          f.medicare && covered && !f.institutional && !f.line.description().isBlank();
      case "medicare/first-coast-with-records#CLAIM_NARRATIVE_DESCRIPTION" ->
          f.medicare && covered && !f.institutional && hasRecords(f);
      case "medicare/first-coast-without-description#CLINICAL_RECORDS" ->
          f.medicare && covered && !f.institutional && f.line.description().isBlank();
      case "medicare/ngs#CLAIM_NARRATIVE_DESCRIPTION" ->
          f.medicare && covered && !f.institutional && hasRecords(f);
      case "medicare/ngs-without-records#CLAIM_NARRATIVE_DESCRIPTION" ->
          f.medicare && covered && f.professional && !hasRecords(f);
      case "medicare/noridian-part-a-brief-text" ->
          f.medicare && covered && f.institutional && isPlan(f, "NORIDIAN") && isBrief(f);
      case "medicare/noridian-part-b-long-description" ->
          f.medicare && covered && f.professional && isPlan(f, "NORIDIAN") && isTooLong(f);
      case "medicare/wps-brief-text" ->
          f.medicare && covered && !f.institutional && isPlan(f, "WPS") && isBrief(f);
      case "medicare/national-professional#COMPONENT_MODIFIER" ->
          f.medicare && covered && !f.institutional && f.component == Component.NOT_STATED;
      case "medicare/national-one-component#COMPONENT_MODIFIER" ->
          f.medicare && covered && !f.institutional && component;
      case "medicare/national-institutional#RADIOLOGY_ORDER" ->
          f.medicare && covered && f.institutional && f.record.hospitalPatient() != Stated.NO;
      case "medicare/national#IMAGING_REPORT" -> f.medicare && covered && f.has26;
      case "medicare/national#TEACHING_PARTICIPATION_NOTE" ->
          f.medicare && covered && !f.hasTc && (!f.institutional || f.has26);
      case "medicare/national-medical-review#IMAGING_REPORT" ->
          f.medicare && covered && !f.institutional && !f.has26;
      case "medicare/supervision-global#SUPERVISION_RECORD" ->
          f.medicare && covered && f.date <= 2025_12_31 && !f.institutional && !f.has26 && !f.hasTc;
      case "medicare/supervision-technical#SUPERVISION_RECORD" ->
          f.medicare && covered && !f.institutional && f.hasTc;
      case "aetna/submission-of-clinical-records#PROCEDURE_REPORT" ->
          f.commercial && covered && f.hasModifier("22");
      case "bcbs/independence#COMPONENT_MODIFIER" ->
          (f.commercial || f.advantage) && covered && !f.institutional && f.inFacility();
      case "bcbs/independence-place-not-stated#COMPONENT_MODIFIER" ->
          (f.commercial || f.advantage)
              && covered
              && !f.institutional
              && !f.inFacility()
              && !f.outsideFacility();
      case "bcbs/michigan#CLINICAL_RECORDS" ->
          f.commercial && f.date >= 2024_05_01 && !f.hasAnyModifier(MICHIGAN_RECORD_MODIFIERS);
      case "bcbs/michigan-modifiers#CLINICAL_RECORDS" ->
          f.commercial && f.date >= 2024_05_01 && f.hasAnyModifier(MICHIGAN_RECORD_MODIFIERS);
      case "cigna/clean-claim-requirements#CLINICAL_RECORDS" -> f.commercial && covered && !f.has26;
      case "cigna/clean-claim-with-modifier-26#CLINICAL_RECORDS" ->
          f.commercial && covered && f.has26;
      case "cigna/modifier-26#IMAGING_REPORT" -> f.commercial && f.date >= 2018_05_22 && f.has26;
      // A facility's form says which component the line is.
      case "cigna/modifier-26#COMPONENT_MODIFIER" ->
          f.commercial
              && f.date >= 2018_05_22
              && !f.institutional
              && f.component == Component.NOT_STATED;
      case "cigna/modifier-26-professional-component#COMPONENT_MODIFIER" ->
          f.commercial
              && f.date >= 2018_05_22
              && !f.institutional
              && f.component == Component.PROFESSIONAL;
      case "united-healthcare/professional-technical-component#COMPONENT_MODIFIER" ->
          f.commercial
              && f.date >= 2023_01_01
              && !f.institutional
              && f.reference.isOnPlaceListOfUnitedHealthcare(f.line.placeOfService());
      case "united-healthcare/professional-technical-component#IMAGING_REPORT" ->
          f.commercial && f.date >= 2023_01_01 && !f.institutional && !f.hasTc;
      case "united-healthcare/place-not-stated#COMPONENT_MODIFIER" ->
          f.commercial
              && f.date >= 2023_01_01
              && !f.institutional
              && f.line.placeOfService().isEmpty();
      default -> throw new IllegalStateException(edit + " is not stated in plain Java");
    };
  }

  private static boolean isPlan(Facts f, String plan) {
    return f.claim.payer().plan().equals(plan);
  }

  private static boolean isTooLong(Facts f) {
    return f.line.description().strip().length() > LONGEST_DESCRIPTION;
  }

  private static boolean hasRecords(Facts f) {
    return Documents.holds(f.claim.attachments(), DocumentationItem.CLINICAL_RECORDS);
  }

  private static void advise(Facts f, Answers out) {
    if (f.date >= 2016_08_31 && !f.institutional && isTooLong(f)) {
      out.warning("documentation/claim-format/description-too-long"); // 10
    }
    if (f.date >= 2020_01_01 && restatesCode(f.line.description())) {
      out.warning("documentation/claim-format/description-restates-code");
    }
    if (f.date >= 2028_05_26 && hasRecords(f)) {
      out.info("documentation/claim-format/attachment-standard");
    }
  }

  private static boolean isBrief(Facts f) {
    int words = words(f.line.description()) + words(f.line.note()) + words(f.claim.note());
    return words > 0 && words < 3;
  }

  private static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      if (letter && !inside) {
        words++;
      }
      inside = letter;
    }
    return words;
  }

  /** Whether the text says nothing but what the code says already. */
  static boolean restatesCode(String description) {
    int start = -1;
    boolean any = false;
    for (int i = 0; i <= description.length(); i++) {
      boolean letter = i < description.length() && Character.isLetterOrDigit(description.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        if (!WORDS_OF_THE_CODE.contains(description.substring(start, i).toUpperCase(Locale.ROOT))) {
          return false;
        }
        any = true;
        start = -1;
      }
    }
    return any || !description.isBlank();
  }

  /** Why no rule of the payer is listed; never "not required". */
  private static String limit(Facts f) {
    Family family = f.claim.payer().family();
    if (family == Family.UNKNOWN) {
      return "documentation/payer-unknown";
    }
    if (!TABLES.isSearched(f.claim.payer())) {
      return "documentation/payer-not-searched";
    }
    return f.date < 2020_01_01
        ? "documentation/date-before-rule-set"
        : "documentation/no-public-rule-found";
  }
}
