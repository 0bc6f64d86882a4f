package io.github.cpt76496.examples.scrubber.input.csv;

import java.util.Locale;
import java.util.Optional;

/** The columns of a file of claim lines, named as in JSON. */
enum Column {
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
  MODIFIER_1("modifier1"),
  MODIFIER_2("modifier2"),
  MODIFIER_3("modifier3"),
  MODIFIER_4("modifier4"),
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

  Column(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The column of a title, written with any capitals, spaces, hyphens and underscores. */
  static Optional<Column> of(String title) {
    String wanted = normalised(title);
    for (Column column : values()) {
      if (normalised(column.title).equals(wanted)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  private static String normalised(String title) {
    String letters = title.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    return letters.startsWith("record.") ? letters.substring("record.".length()) : letters;
  }
}
