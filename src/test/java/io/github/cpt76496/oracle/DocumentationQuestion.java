package io.github.cpt76496.oracle;

import static io.github.cpt76496.oracle.PayerPages.page;
import static io.github.cpt76496.oracle.PayerPages.rule;

import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.LineRecord.Component;
import io.github.cpt76496.LineRecord.Stated;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.oracle.Documents.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Question 3: which documentation does the payer require? Sections 3 to 11 of the payer pages. */
final class DocumentationQuestion {

  private static final int LONGEST_DESCRIPTION = 80;

  private static final Set<String> WORDS_OF_THE_CODE =
      Set.of(
          "76496",
          "CLASSIFIED",
          "CODE",
          "CPT",
          "DIAGNOSTIC",
          "ELSEWHERE",
          "FLUOROSCOPIC",
          "FLUOROSCOPY",
          "HCPCS",
          "MISC",
          "MISCELLANEOUS",
          "NEC",
          "NOC",
          "NOS",
          "NOT",
          "OTHERWISE",
          "PROCEDURE",
          "SERVICE",
          "SPECIFIED",
          "UNLISTED",
          "UNSPECIFIED");

  private static final Rule[] CGS = page("medicare/cgs");
  private static final Rule[] FIRST_COAST = page("medicare/first-coast");
  private static final Rule[] NGS = page("medicare/ngs");
  private static final Rule[] NORIDIAN_A = page("medicare/noridian-part-a");
  private static final Rule[] NORIDIAN_B = page("medicare/noridian-part-b");
  private static final Rule[] NORIDIAN_B_LONG = page("medicare/noridian-part-b-long-description");
  private static final Rule PALMETTO_NARRATIVE =
      rule("medicare/palmetto-gba", DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION);
  private static final Rule PALMETTO_RECORDS =
      rule("medicare/palmetto-gba", DocumentationItem.CLINICAL_RECORDS);
  private static final Rule[] PALMETTO_PWK = page("medicare/palmetto-gba-pwk");
  private static final Rule[] WPS = page("medicare/wps");
  private static final Rule[] WPS_LONG = page("medicare/wps-long-description");
  private static final Rule[] WPS_UNITS = page("medicare/wps-units");
  private static final Rule[] NATIONAL_PROFESSIONAL = page("medicare/national-professional");
  private static final Rule[] ONE_COMPONENT = page("medicare/national-one-component");
  private static final Rule INSTITUTIONAL_NARRATIVE =
      rule("medicare/national-institutional", DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION);
  private static final Rule INSTITUTIONAL_ORDER =
      rule("medicare/national-institutional", DocumentationItem.RADIOLOGY_ORDER);
  private static final Rule[] FORM_NOT_STATED = page("medicare/form-not-stated");
  private static final Rule NATIONAL_REPORT =
      rule("medicare/national", DocumentationItem.IMAGING_REPORT);
  private static final Rule NATIONAL_TEACHING =
      rule("medicare/national", DocumentationItem.TEACHING_PARTICIPATION_NOTE);
  private static final Rule NATIONAL_NOTES =
      rule("medicare/national", DocumentationItem.REFERRING_CLINICAL_NOTES);
  private static final Rule NATIONAL_PWK =
      rule("medicare/national", DocumentationItem.PWK_ATTACHMENT_CONTROL);
  private static final Rule NATIONAL_COVER =
      rule("medicare/national", DocumentationItem.ATTACHMENT_COVER_SHEET);
  private static final Rule NATIONAL_AUTHORIZATION =
      rule("medicare/national", DocumentationItem.PRIOR_AUTHORIZATION);
  private static final Rule REVIEW_ORDER =
      rule("medicare/national-medical-review", DocumentationItem.RADIOLOGY_ORDER);
  private static final Rule REVIEW_REPORT =
      rule("medicare/national-medical-review", DocumentationItem.IMAGING_REPORT);
  private static final Rule[] SUPERVISION_GLOBAL = page("medicare/supervision-global");
  private static final Rule[] SUPERVISION_TECHNICAL = page("medicare/supervision-technical");

  private static final Rule AETNA_RECORDS =
      rule("aetna/submission-of-clinical-records", DocumentationItem.CLINICAL_RECORDS);
  private static final Rule AETNA_REPORT =
      rule("aetna/submission-of-clinical-records", DocumentationItem.PROCEDURE_REPORT);
  private static final Rule[] AETNA_WITH_CLAIM = page("aetna/records-with-claim");
  private static final Rule[] AETNA_THIRD_PARTY = page("aetna/third-party-review");
  private static final Rule[] AETNA_NO_RULE = page("aetna/no-public-rule");

  private static final Rule[] ANTHEM = page("bcbs/anthem");
  private static final Rule[] INDEPENDENCE = page("bcbs/independence");
  private static final Rule[] INDEPENDENCE_NO_PLACE = page("bcbs/independence-place-not-stated");
  private static final Rule[] MASSACHUSETTS = page("bcbs/massachusetts");
  private static final Rule MICHIGAN_NARRATIVE =
      rule("bcbs/michigan", DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION);
  private static final Rule MICHIGAN_RECORDS =
      rule("bcbs/michigan", DocumentationItem.CLINICAL_RECORDS);
  private static final Rule MICHIGAN_REPORT =
      rule("bcbs/michigan", DocumentationItem.PROCEDURE_REPORT);
  private static final Rule MICHIGAN_FORM =
      rule("bcbs/michigan", DocumentationItem.PAYER_ROUTING_FORM);
  private static final Rule[] MICHIGAN_INSTITUTIONAL = page("bcbs/michigan-institutional");
  private static final Rule[] MICHIGAN_MODIFIERS = page("bcbs/michigan-modifiers");
  private static final Rule[] MICHIGAN_WITH_RECORDS = page("bcbs/michigan-with-records");
  private static final List<String> MICHIGAN_RECORD_MODIFIERS = List.of("22", "62", "66");
  private static final Rule[] MINNESOTA = page("bcbs/minnesota");
  private static final Rule[] NEBRASKA = page("bcbs/nebraska");
  private static final Rule[] NORTH_CAROLINA = page("bcbs/north-carolina");
  private static final Rule[] NORTH_CAROLINA_FACILITY = page("bcbs/north-carolina-facility");
  private static final Rule[] NORTH_CAROLINA_ADVANTAGE =
      page("bcbs/north-carolina-medicare-advantage");
  private static final Rule[] PREMERA = page("bcbs/premera");
  private static final Rule[] TENNESSEE = page("bcbs/tennessee");
  private static final Rule[] BASELINE = page("bcbs/baseline");

  private static final Rule CIGNA_RECORDS =
      rule("cigna/clean-claim-requirements", DocumentationItem.CLINICAL_RECORDS);
  private static final Rule CIGNA_INVOICE =
      rule("cigna/clean-claim-requirements", DocumentationItem.DEVICE_SUPPLY_INVOICE);
  private static final Rule[] CIGNA_WITH_26 = page("cigna/clean-claim-with-modifier-26");
  private static final Rule[] CIGNA_OLDER_PAGE = page("cigna/clean-claim-older-page");
  private static final Rule[] CIGNA_COMPLEX = page("cigna/complex-claim-review");
  private static final Rule CIGNA_REPORT =
      rule("cigna/modifier-26", DocumentationItem.IMAGING_REPORT);
  private static final Rule CIGNA_COMPONENT =
      rule("cigna/modifier-26", DocumentationItem.COMPONENT_MODIFIER);
  private static final Rule[] CIGNA_PROFESSIONAL = page("cigna/modifier-26-professional-component");
  private static final Rule[] CIGNA_NO_RULE = page("cigna/no-public-rule");

  private static final Rule[] HUMANA = page("humana/medical-records");
  private static final Rule[] CALIFORNIA = page("medicaid/california");

  private static final Rule[] UNITED_GUIDE = page("united-healthcare/administrative-guide");
  private static final Rule[] UNITED_COMPLETE = page("united-healthcare/complete-claims");
  private static final Rule UNITED_COMPONENT =
      rule(
          "united-healthcare/professional-technical-component",
          DocumentationItem.COMPONENT_MODIFIER);
  private static final Rule UNITED_REPORT =
      rule("united-healthcare/professional-technical-component", DocumentationItem.IMAGING_REPORT);
  private static final Rule[] UNITED_NO_PLACE = page("united-healthcare/place-not-stated");
  private static final Rule[] UNITED_AUTHORIZATION =
      page("united-healthcare/radiology-prior-authorization");
  private static final Rule[] UNITED_NO_RULE = page("united-healthcare/no-public-rule");

  private static final Rule[] ACR_REPORT = page("record-content/acr-report");
  private static final Rule[] JOINT_COMMISSION = page("record-content/joint-commission");
  private static final Rule MIPS_DOSE =
      rule("record-content/mips-145", DocumentationItem.RADIATION_DOSE_INDEX);
  private static final Rule MIPS_TIME =
      rule("record-content/mips-145", DocumentationItem.FLUORO_TIME_AND_IMAGE_COUNT);
  private static final Rule[] IMAGES = page("record-content/permanent-images");

  private DocumentationQuestion() {}

  static void answer(Facts f, Answers out) {
    Documents documents = new Documents(f);
    int ofContractor = 0;
    if (f.medicare) {
      contractor(f, documents);
      ofContractor = documents.size();
      if (f.date >= 2020_01_01) {
        national(f, documents);
      }
    }
    switch (f.claim.payer().family()) {
      case AETNA -> aetna(f, documents);
      case BCBS -> bcbs(f, documents);
      case CIGNA -> cigna(f, documents);
      case HUMANA -> always(f, HUMANA, 2020_01_01, documents);
      case MEDICAID -> medicaid(f, documents);
      case UNITED_HEALTHCARE -> unitedHealthcare(f, documents);
      default -> {
        // Medicare is above; nothing is known of the others.
      }
    }
    boolean ofPlan = documents.hasRuleOfThePlan();
    boolean ofPayer = documents.hasRuleOfThePayer();
    recordContent(f, documents);
    documents.keep(0, ofContractor, out);
    if (f.medicare) {
      adviseOnText(f, out);
    }
    documents.keep(ofContractor, documents.size(), out);
    out.payerMatch = ofPlan ? PayerMatch.PLAN : ofPayer ? PayerMatch.FAMILY : PayerMatch.NONE;
    advise(f, out);
    if (!ofPayer) {
      out.info(limit(f));
    }
  }

  private static void always(Facts f, Rule[] page, int from, Documents documents) {
    if (f.date >= from) {
      for (Rule rule : page) {
        documents.add(rule);
      }
    }
  }

  /** 6.2: contractors go before what holds under every contractor. */
  private static void contractor(Facts f, Documents documents) {
    String plan = f.claim.payer().plan();
    if (!f.institutional) {
      ofProfessionalClaim(f, plan, documents);
    } else if (plan.equals("NORIDIAN")) {
      always(f, NORIDIAN_A, 2020_01_01, documents);
    }
    if (plan.equals("PALMETTO_GBA")) {
      always(f, PALMETTO_PWK, 2023_06_28, documents);
    }
  }

  /**
   * What a contractor says of professional claims. Where the kind of claim is not stated, it may be
   * professional, but the duty to describe is left to the page for that case: no contractor's
   * error.
   */
  private static void ofProfessionalClaim(Facts f, String plan, Documents documents) {
    boolean tooLong = isTooLong(f);
    switch (plan) {
      case "CGS" -> exceptNarrative(f, CGS, 2025_03_18, documents);
      case "FIRST_COAST" -> exceptNarrative(f, FIRST_COAST, 2020_01_01, documents);
      case "NGS" -> {
        if (f.date >= 2020_01_01) {
          if (hasRecords(f)) {
            documents.add(NGS[0]);
          }
          documents.add(NGS[1]);
        }
      }
      case "NORIDIAN" -> {
        if (f.date >= 2020_01_01) {
          if (f.professional) {
            documents.add(NORIDIAN_B[0]);
          }
          documents.add(tooLong && f.professional ? NORIDIAN_B_LONG[0] : NORIDIAN_B[1]);
        }
      }
      case "PALMETTO_GBA" -> {
        if (f.professional && f.date >= 2018_02_22) {
          documents.add(PALMETTO_NARRATIVE);
        }
        if (f.date >= 2025_02_07) {
          documents.add(PALMETTO_RECORDS);
        }
      }
      case "WPS" -> {
        if (f.date >= 2019_05_01) {
          documents.add(WPS[0]);
          documents.add(WPS[1]);
          documents.add(tooLong ? WPS_LONG[0] : WPS[2]);
        }
        always(f, WPS_UNITS, 2020_01_01, documents);
      }
      default -> {
        // Novitas and unknown contractors: the national rules.
      }
    }
  }

  private static void exceptNarrative(Facts f, Rule[] page, int from, Documents documents) {
    if (f.date >= from) {
      for (Rule rule : page) {
        if (f.professional || rule.item() != DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION) {
          documents.add(rule);
        }
      }
    }
  }

  private static boolean isTooLong(Facts f) {
    return f.line.description().strip().length() > LONGEST_DESCRIPTION;
  }

  private static boolean hasRecords(Facts f) {
    return Documents.holds(f.claim.attachments(), DocumentationItem.CLINICAL_RECORDS);
  }

  private static void national(Facts f, Documents documents) {
    boolean oneComponent =
        f.component == Component.PROFESSIONAL || f.component == Component.TECHNICAL;
    if (f.professional) {
      documents.add(NATIONAL_PROFESSIONAL[0]);
    }
    if (!f.institutional) {
      documents.add(NATIONAL_PROFESSIONAL[1]);
      if (oneComponent) {
        documents.add(ONE_COMPONENT[0]);
      } else if (f.component == Component.NOT_STATED) {
        documents.add(NATIONAL_PROFESSIONAL[2]);
      }
    } else {
      documents.add(INSTITUTIONAL_NARRATIVE);
      if (f.record.hospitalPatient() != Stated.NO) {
        documents.add(INSTITUTIONAL_ORDER);
      }
    }
    if (f.claim.form() == Form.NOT_STATED) {
      documents.add(FORM_NOT_STATED[0]);
    }
    if (f.has26) {
      documents.add(NATIONAL_REPORT);
    }
    if (!f.hasTc && (!f.institutional || f.has26)) {
      documents.add(NATIONAL_TEACHING);
    }
    documents.add(NATIONAL_NOTES);
    documents.add(NATIONAL_PWK);
    documents.add(NATIONAL_COVER);
    documents.add(NATIONAL_AUTHORIZATION);
    if (!f.institutional) {
      documents.add(REVIEW_ORDER);
      if (!f.has26) {
        documents.add(REVIEW_REPORT);
      }
    }
    if (!f.institutional && !f.has26 && !f.hasTc && f.date <= 2025_12_31) {
      documents.add(SUPERVISION_GLOBAL[0]);
    }
    if (!f.institutional && f.hasTc) {
      documents.add(SUPERVISION_TECHNICAL[0]);
    }
  }

  /** 3. */
  private static void aetna(Facts f, Documents documents) {
    if (!f.commercial) {
      return;
    }
    if (f.date >= 2020_01_01) {
      documents.add(AETNA_RECORDS);
      if (f.hasModifier("22")) {
        documents.add(AETNA_REPORT);
      }
      documents.add(AETNA_WITH_CLAIM[0]);
    }
    always(f, AETNA_THIRD_PARTY, 2022_03_01, documents);
    always(f, AETNA_NO_RULE, 2020_01_01, documents);
  }

  /** 7.1 and 7.2: plans first, then the baseline. */
  private static void bcbs(Facts f, Documents documents) {
    boolean advantage = f.claim.payer().lineOfBusiness() == LineOfBusiness.MEDICARE_ADVANTAGE;
    String plan = f.claim.payer().plan();
    if (plan.equals("INDEPENDENCE") && (f.commercial || advantage) && !f.institutional) {
      if (f.inFacility()) {
        always(f, INDEPENDENCE, 2020_01_01, documents);
      } else if (!f.outsideFacility()) {
        always(f, INDEPENDENCE_NO_PLACE, 2020_01_01, documents);
      }
    }
    if (plan.equals("NORTH_CAROLINA") && advantage) {
      always(f, NORTH_CAROLINA_ADVANTAGE, 2017_10_01, documents);
    }
    if (!f.commercial) {
      return;
    }
    switch (plan) {
      case "ANTHEM" -> always(f, ANTHEM, 2020_01_01, documents);
      case "MASSACHUSETTS" -> always(f, MASSACHUSETTS, 2024_09_01, documents);
      case "MICHIGAN" -> michigan(f, documents);
      case "MINNESOTA" -> always(f, MINNESOTA, 2012_01_01, documents);
      case "NEBRASKA" -> always(f, NEBRASKA, 2022_07_01, documents);
      case "NORTH_CAROLINA" -> {
        always(f, NORTH_CAROLINA, 2025_04_18, documents);
        if (f.institutional) {
          always(f, NORTH_CAROLINA_FACILITY, 2025_04_18, documents);
        }
      }
      case "PREMERA" -> always(f, PREMERA, 2020_01_01, documents);
      case "TENNESSEE" -> always(f, TENNESSEE, 2020_01_01, documents);
      default -> {
        // The baseline answers.
      }
    }
    always(f, BASELINE, 2020_01_01, documents);
  }

  private static void michigan(Facts f, Documents documents) {
    if (f.date < 2024_05_01) {
      return;
    }
    boolean records = f.hasAnyModifier(MICHIGAN_RECORD_MODIFIERS);
    if (!f.institutional) {
      documents.add(MICHIGAN_NARRATIVE);
    }
    documents.add(MICHIGAN_RECORDS);
    documents.add(MICHIGAN_REPORT);
    if (!hasRecords(f)) {
      documents.add(MICHIGAN_FORM);
    }
    if (f.institutional) {
      documents.add(MICHIGAN_INSTITUTIONAL[0]);
    }
    if (records) {
      documents.add(MICHIGAN_MODIFIERS[0]);
    }
    if (hasRecords(f)) {
      documents.add(MICHIGAN_WITH_RECORDS[0]);
    }
  }

  /** 4. */
  private static void cigna(Facts f, Documents documents) {
    if (!f.commercial) {
      return;
    }
    boolean covered = f.date >= 2020_01_01;
    if (covered && !f.has26) {
      documents.add(CIGNA_RECORDS);
    }
    if (covered) {
      documents.add(CIGNA_INVOICE);
      if (f.has26) {
        documents.add(CIGNA_WITH_26[0]);
      }
      documents.add(CIGNA_OLDER_PAGE[0]);
    }
    always(f, CIGNA_COMPLEX, 2009_12_01, documents);
    if (f.date >= 2018_05_22) {
      if (f.has26) {
        documents.add(CIGNA_REPORT);
      }
      // A facility's form says which part the line is (E10).
      if (f.component == Component.NOT_STATED && !f.institutional) {
        documents.add(CIGNA_COMPONENT);
      } else if (f.component == Component.PROFESSIONAL && !f.institutional) {
        documents.add(CIGNA_PROFESSIONAL[0]);
      }
    }
    always(f, CIGNA_NO_RULE, 2020_01_01, documents);
  }

  /** 8. */
  private static void medicaid(Facts f, Documents documents) {
    LineOfBusiness program = f.claim.payer().lineOfBusiness();
    if (f.claim.payer().plan().equals("CALIFORNIA")
        && (program == LineOfBusiness.MEDICAID || program == LineOfBusiness.NOT_STATED)) {
      always(f, CALIFORNIA, 2010_01_01, documents);
    }
  }

  /** 5. */
  private static void unitedHealthcare(Facts f, Documents documents) {
    if (!f.commercial) {
      return;
    }
    always(f, UNITED_GUIDE, 2018_01_01, documents);
    always(f, UNITED_COMPLETE, 2021_01_01, documents);
    if (f.date >= 2023_01_01 && !f.institutional) {
      if (f.reference.isOnPlaceListOfUnitedHealthcare(f.line.placeOfService())) {
        documents.add(UNITED_COMPONENT);
      }
      if (!f.hasTc) {
        documents.add(UNITED_REPORT);
      }
      if (f.line.placeOfService().isEmpty()) {
        documents.add(UNITED_NO_PLACE[0]);
      }
    }
    always(f, UNITED_AUTHORIZATION, 2022_01_01, documents);
    always(f, UNITED_NO_RULE, 2020_01_01, documents);
  }

  /** 11: whoever pays. */
  private static void recordContent(Facts f, Documents documents) {
    always(f, ACR_REPORT, 2020_01_01, documents);
    always(f, JOINT_COMMISSION, 2019_01_01, documents);
    if (f.date >= 2020_01_01) {
      documents.add(MIPS_DOSE);
      if (f.date <= 2022_12_31) {
        documents.add(MIPS_TIME);
      }
    }
    always(f, IMAGES, 2020_01_01, documents);
  }

  private static void advise(Facts f, Answers out) {
    if (f.date >= 2016_08_31 && !f.institutional && isTooLong(f)) {
      out.warning("documentation/claim-format/description-too-long"); // 10
    }
    if (f.date >= 2028_05_26 && hasRecords(f)) {
      out.info("documentation/claim-format/attachment-standard");
    }
  }

  /** 6.2: Noridian Part A and WPS want three things of the text, so three words at least. */
  private static void adviseOnText(Facts f, Answers out) {
    String plan = f.claim.payer().plan();
    if (f.institutional) {
      if (plan.equals("NORIDIAN") && f.date >= 2020_01_01 && isBrief(f)) {
        out.warning("documentation/medicare/noridian-part-a-brief-text");
      }
    } else if (plan.equals("WPS") && f.date >= 2020_01_01) {
      if (restatesCode(f.line.description())) {
        out.warning("documentation/medicare/wps-description-restates-code");
      }
      if (isBrief(f)) {
        out.warning("documentation/medicare/wps-brief-text");
      }
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
  private static boolean restatesCode(String description) {
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
    return any;
  }

  /** Why no rule of the payer is listed; never "not required". */
  private static String limit(Facts f) {
    Family family = f.claim.payer().family();
    if (family == Family.UNKNOWN) {
      return "documentation/payer-unknown";
    }
    if (family == Family.OTHER) {
      return "documentation/payer-not-searched";
    }
    return f.date < 2020_01_01
        ? "documentation/date-before-rule-set"
        : "documentation/no-public-rule-found";
  }
}
