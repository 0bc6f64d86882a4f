package io.github.cpt76496.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The columns of a file of claim lines, named as in JSON or as public layouts name them. */
enum Column {
  CLAIM_ID("claimId", "clmId", "claimNumber", "patientControlNumber"),
  FORM("form"),
  PAYER_FAMILY("payerFamily"),
  PLAN("plan"),
  LINE_OF_BUSINESS("lineOfBusiness"),
  PAYER_ID("payerId", "subscriberPayerIdentifier"),
  PAYER_NAME("payerName", "payer", "subscriberPayerName"),
  FILING_INDICATOR(
      "filingIndicator",
      "claimFilingIndicator",
      "claimFilingIndicatorCode",
      "subscriberClaimFilingIndicatorCode"),
  TYPE_OF_BILL("typeOfBill", "billTypeCode"),
  CLAIM_NOTE("claimNote"),
  ATTACHMENTS("attachments"),
  LINE_NUMBER("lineNumber", "lineNum", "claimLineNumber", "clmLineNum"),
  PROCEDURE_CODE(
      "procedureCode", "hcpcs", "hcpcsCode", "hcpcsCd", "cpt", "cptCode", "lineProcedureCode"),
  MODIFIERS("modifiers"),
  MODIFIER_1("modifier1", "hcpcsModifier1", "hcpcs1stMdfrCd", "lineProcedureModifier1Code"),
  MODIFIER_2("modifier2", "hcpcsModifier2", "hcpcs2ndMdfrCd", "lineProcedureModifier2Code"),
  MODIFIER_3("modifier3", "hcpcsModifier3", "hcpcs3rdMdfrCd", "lineProcedureModifier3Code"),
  MODIFIER_4("modifier4", "hcpcsModifier4", "hcpcs4thMdfrCd", "lineProcedureModifier4Code"),
  MODIFIER_5("modifier5", "hcpcsModifier5", "hcpcs5thMdfrCd"),
  PLACE_OF_SERVICE(
      "placeOfService", "placeOfServiceCode", "linePlaceOfServiceCode", "linePlaceOfSrvcCd"),
  DATE_OF_SERVICE(
      "dateOfService",
      "dos",
      "serviceDate",
      "serviceDateFrom",
      "serviceFromDate",
      "lineServiceDateFrom",
      "claimLineStartDate",
      "line1stExpnsDt",
      "revCntrDt"),
  DATE_OF_SERVICE_END(
      "dateOfServiceEnd",
      "serviceDateTo",
      "serviceToDate",
      "lineServiceDateTo",
      "claimLineEndDate",
      "lineLastExpnsDt"),
  UNITS("units", "serviceUnitQuantity"),
  DESCRIPTION("description", "lineProcedureDescFromClaim"),
  NOTE("note"),
  REVENUE_CODE("revenueCode", "revenueCenterCode", "revCntr", "lineRevenueCodeCode"),
  IMAGING("imaging"),
  PURPOSE("purpose"),
  PROCEDURE("procedure"),
  COMPONENT("component"),
  WRITTEN_INTERPRETATION("writtenInterpretation"),
  NO_SPECIFIC_CODE("noSpecificCode"),
  CATEGORY_THREE_CHECKED("categoryThreeChecked"),
  MOTION_RECORDED("motionRecorded"),
  PURCHASED_COMPONENT("purchasedComponent"),
  HOSPITAL_PATIENT("hospitalPatient"),
  ON_FILE("onFile");

  /** Shorter titles are near to too much. */
  private static final int SHORTEST_NEAR = 5;

  private static final Map<String, Column> BY_NAME = byName();

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // Made here, and only read.
  private final List<String> otherNames;

  /**
   * @param title as in JSON
   * @param otherNames as public layouts have it: those of CMS, of the Tuva project and of
   *     converters of 837 files
   */
  Column(String title, String... otherNames) {
    this.title = title;
    this.otherNames = List.of(otherNames);
  }

  private static Map<String, Column> byName() {
    Map<String, Column> byName = new HashMap<>();
    for (Column column : values()) {
      byName.put(normalized(column.title), column);
      column.otherNames.forEach(name -> byName.put(normalized(name), column));
    }
    return byName;
  }

  String title() {
    return title;
  }

  /** The column of a title, written with any capitals, spaces, hyphens and underscores. */
  static Optional<Column> of(String title) {
    return Optional.ofNullable(BY_NAME.get(normalized(title)));
  }

  /** The column that an unknown title misses by one letter. */
  static Optional<Column> near(String title) {
    String given = normalized(title);
    for (Column column : values()) {
      String wanted = normalized(column.title);
      if (wanted.length() >= SHORTEST_NEAR && differInOneLetter(given, wanted)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /** One letter more, less, other, or two in the wrong order; not a digit, which counts. */
  private static boolean differInOneLetter(String a, String b) {
    String longer = a.length() < b.length() ? b : a;
    String shorter = a.length() < b.length() ? a : b;
    int first = 0;
    while (first < shorter.length() && longer.charAt(first) == shorter.charAt(first)) {
      first++;
    }
    String restOfLonger = longer.substring(first);
    String restOfShorter = shorter.substring(first);
    if (restOfLonger.isEmpty() || Character.isDigit(restOfLonger.charAt(0))) {
      return false;
    }
    if (longer.length() > shorter.length()) {
      return restOfLonger.substring(1).equals(restOfShorter);
    }
    return restOfLonger.substring(1).equals(restOfShorter.substring(1))
        || (restOfLonger.length() > 1
            && restOfLonger.charAt(0) == restOfShorter.charAt(1)
            && restOfLonger.charAt(1) == restOfShorter.charAt(0)
            && restOfLonger.substring(2).equals(restOfShorter.substring(2)));
  }

  private static String normalized(String title) {
    String letters = title.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    return letters.startsWith("record.") ? letters.substring("record.".length()) : letters;
  }
}
