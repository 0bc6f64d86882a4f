package io.github.cpt76496.exhaustive;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a host states of a claim and its line, piece by piece. */
enum Input {
  FORM,
  FAMILY,
  PLAN,
  PROGRAM,
  PLACE,
  HOSPITAL_PATIENT,
  COMPONENT,
  PURCHASED,
  WRITTEN,
  MODIFIERS,
  REVENUE_CODE,
  TYPE_OF_BILL,
  IMAGING,
  PURPOSE,
  PROCEDURE,
  NO_SPECIFIC_CODE,
  CATEGORY_THREE,
  MOTION,
  CODES_BESIDE,
  /** Of each line beside. */
  MODIFIERS_BESIDE,
  UNITS,
  LAST_DAY,
  DESCRIPTION,
  LINE_NOTE,
  CLAIM_NOTE,
  ATTACHED,
  ON_FILE;

  /** From what each fact is derived; the tables and the date of service apart. */
  static final Map<String, Set<Input>> OF_FACT = new TreeMap<>();

  static {
    fact("form", FORM);
    fact("payerFamily", FAMILY);
    fact("payerPlan", PLAN);
    fact("lineOfBusiness", PROGRAM);
    fact("payerSearched", FAMILY, PLAN, PROGRAM);
    fact("placeOfService", PLACE);
    fact("setting", PLACE);
    fact("place", PLACE);
    fact("inFacility", PLACE, HOSPITAL_PATIENT);
    fact("placeListedByPayer", PLACE, FAMILY);
    fact("placeRow", PLACE, FAMILY);
    fact("hospitalPatient", HOSPITAL_PATIENT);
    fact("component", COMPONENT);
    fact("purchasedComponent", PURCHASED);
    fact("writtenInterpretation", WRITTEN);
    fact("modifiers", MODIFIERS);
    fact("modifier26", MODIFIERS);
    fact("modifierTc", MODIFIERS);
    fact("distinctService", MODIFIERS);
    fact("billedParted", MODIFIERS, CODES_BESIDE);
    fact("modifierCount", MODIFIERS);
    fact("firstModifier", MODIFIERS);
    fact("revenueCodeKind", REVENUE_CODE);
    fact("criticalAccessHospital", TYPE_OF_BILL);
    fact("outpatientHospital", TYPE_OF_BILL);
    fact("imaging", IMAGING);
    for (String fact : List.of("xRayStudy", "xRayCodes", "xRayChoice", "xRayRow")) {
      fact(fact, IMAGING, DESCRIPTION, LINE_NOTE, CLAIM_NOTE, CODES_BESIDE, MODIFIERS);
    }
    fact("codesByImaging", IMAGING, PURPOSE, PROCEDURE, CODES_BESIDE, MODIFIERS);
    fact("imagingChoice", IMAGING, PURPOSE, PROCEDURE, CODES_BESIDE, MODIFIERS);
    fact("imagingRow", IMAGING, PURPOSE, PROCEDURE, CODES_BESIDE, MODIFIERS);
    fact("billedWithImaging", IMAGING, PROCEDURE, CODES_BESIDE, MODIFIERS);
    fact("billedWithImagingRow", IMAGING, PROCEDURE, CODES_BESIDE, MODIFIERS);
    fact("billedCodeHoldsImaging", IMAGING, CODES_BESIDE, MODIFIERS);
    fact("billedWithoutImaging", IMAGING, PROCEDURE, CODES_BESIDE, MODIFIERS);
    fact("billedWithoutImagingRow", IMAGING, PROCEDURE, CODES_BESIDE, MODIFIERS);
    fact("codesWithImaging", IMAGING, PROCEDURE, CODES_BESIDE, MODIFIERS);
    fact("purpose", PURPOSE);
    fact("motionRecorded", MOTION);
    fact("spineMotionInWords", DESCRIPTION, LINE_NOTE, CLAIM_NOTE);
    fact("lungInWords", DESCRIPTION, LINE_NOTE, CLAIM_NOTE);
    fact("motionCodeBilled", CODES_BESIDE);
    fact("noSpecificCode", NO_SPECIFIC_CODE);
    fact("categoryThreeChecked", CATEGORY_THREE);
    fact("moreThanOneUnit", UNITS, LAST_DAY);
    fact("billedAgain", CODES_BESIDE, MODIFIERS);
    // A listed code that is billed already does not go with the family any more.
    fact("recordedFamily", PROCEDURE, CODES_BESIDE);
    fact("recordedImaging", PROCEDURE, CODES_BESIDE);
    fact("recordedRow", PROCEDURE, CODES_BESIDE);
    fact("recordedProcedureCodes", PROCEDURE, CODES_BESIDE);
    fact("recordedProcedureRefuses26", PROCEDURE, CODES_BESIDE);
    fact("recordedChoice", PROCEDURE, CODES_BESIDE);
    fact("recordedPartners", PROCEDURE, CODES_BESIDE);
    fact("recordedPartnerChoice", PROCEDURE, CODES_BESIDE);
    // A modifier that parts a pair decides which of several codes is looked at.
    fact("billedCode", CODES_BESIDE, MODIFIERS);
    fact("billedName", CODES_BESIDE, MODIFIERS);
    fact("billedImaging", CODES_BESIDE, MODIFIERS);
    fact("billedImagingInWords", CODES_BESIDE, MODIFIERS);
    fact("billedRow", CODES_BESIDE, MODIFIERS);
    fact("billedPairIndicator", CODES_BESIDE, MODIFIERS);
    fact("billedPair", CODES_BESIDE, MODIFIERS);
    fact("billedSameSite", CODES_BESIDE, MODIFIERS);
    // Words and a purpose that name the study leave out the guidance of its injection.
    fact("listedPartners", CODES_BESIDE, PURPOSE, DESCRIPTION, LINE_NOTE, CLAIM_NOTE);
    for (String fact :
        List.of(
            "partnerChoice",
            "partnersOfOthers",
            "imagingInWordsBilled",
            "guidanceInQuestion",
            "studiesInQuestion",
            "billedProcedureCodes")) {
      fact(
          fact,
          CODES_BESIDE,
          MODIFIERS,
          PURPOSE,
          PROCEDURE,
          IMAGING,
          DESCRIPTION,
          LINE_NOTE,
          CLAIM_NOTE);
    }
    fact("billedPcTc", CODES_BESIDE, MODIFIERS);
    fact("billedCodeRefuses26", CODES_BESIDE, MODIFIERS);
    fact("endedCode", CODES_BESIDE);
    fact("endedCodeReplaced", CODES_BESIDE);
    fact("endedProcedureCodes", CODES_BESIDE);
    fact("endedRow", CODES_BESIDE);
    fact("columnTwoCode", CODES_BESIDE);
    fact("columnTwoIndicator", CODES_BESIDE);
    fact("columnTwoRow", CODES_BESIDE);
    // Codes that are billed already are left out of what the words name, and so is fluoroscopy that
    // guided an operation.
    for (String fact :
        List.of(
            "narrativeStance",
            "narrativeImaging",
            "narrativeName",
            "narrativeDoubt",
            "narrativeField",
            "narrativeCodes",
            "narrativeChoice",
            "narrativeQuestion",
            "narrativeRow")) {
      fact(fact, DESCRIPTION, LINE_NOTE, CLAIM_NOTE, CODES_BESIDE, MODIFIERS, PURPOSE);
    }
    fact(
        "narrativeAgainstRecord",
        DESCRIPTION,
        LINE_NOTE,
        CLAIM_NOTE,
        CODES_BESIDE,
        MODIFIERS,
        PURPOSE,
        PROCEDURE);
    fact(
        "narrativeImagingRecorded",
        DESCRIPTION,
        LINE_NOTE,
        CLAIM_NOTE,
        CODES_BESIDE,
        MODIFIERS,
        PURPOSE,
        IMAGING);
    fact(
        "narrativeOfRecordedImaging",
        DESCRIPTION,
        LINE_NOTE,
        CLAIM_NOTE,
        CODES_BESIDE,
        MODIFIERS,
        PURPOSE,
        PROCEDURE,
        IMAGING);
    for (String fact : List.of("narrativeAgainstLines", "narrativeIsOfAnotherStudy")) {
      fact(fact, DESCRIPTION, LINE_NOTE, CLAIM_NOTE, CODES_BESIDE, MODIFIERS, PURPOSE);
    }
    fact("billedInWords", DESCRIPTION, LINE_NOTE, CLAIM_NOTE, CODES_BESIDE, MODIFIERS);
    fact("descriptionLength", DESCRIPTION);
    fact("descriptionRestatesCode", DESCRIPTION);
    fact("narrativeWords", DESCRIPTION, LINE_NOTE, CLAIM_NOTE);
    fact("recordsAttached", ATTACHED);
  }

  private static void fact(String name, Input first, Input... others) {
    Set<Input> inputs = EnumSet.of(first, others);
    if (inputs.containsAll(EnumSet.of(MODIFIERS, CODES_BESIDE))) {
      inputs.add(MODIFIERS_BESIDE); // What parts a pair may be on either line.
    }
    OF_FACT.put(name, inputs);
  }
}
