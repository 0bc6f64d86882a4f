package io.github.cpt76496.examples.spark;

import java.util.Locale;

/** The columns of a table of claim lines; the same names as in the claim scrubber's CSV. */
enum LineColumn {
  CLAIM_ID("claimId"),
  FORM("form"),
  PAYER_FAMILY("payerFamily"),
  PLAN("plan"),
  LINE_OF_BUSINESS("lineOfBusiness"),
  PAYER_ID("payerId"),
  PAYER_NAME("payerName"),
  FILING_INDICATOR("filingIndicator"),
  TYPE_OF_BILL("typeOfBill"),
  CLAIM_NOTE("claimNote"),
  ATTACHMENTS("attachments"),
  LINE_NUMBER("lineNumber"),
  PROCEDURE_CODE("procedureCode"),
  MODIFIERS("modifiers"),
  PLACE_OF_SERVICE("placeOfService"),
  DATE_OF_SERVICE("dateOfService"),
  DATE_OF_SERVICE_END("dateOfServiceEnd"),
  UNITS("units"),
  DESCRIPTION("description"),
  NOTE("note"),
  REVENUE_CODE("revenueCode"),
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

  private final String title;

  LineColumn(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Whether a column of the table is meant: capitals, spaces, hyphens and underscores are free. */
  boolean isNamed(String given) {
    return normalized(given).equals(normalized(title));
  }

  private static String normalized(String name) {
    return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }
}
