package io.github.cpt76496.x12;

import io.github.cpt76496.Claim.Form;

/** Where the two implementation guides of the 837 put the same facts. */
enum ClaimGuide {
  PROFESSIONAL(Form.PROFESSIONAL, "SV1", 1, 4),
  INSTITUTIONAL(Form.INSTITUTIONAL, "SV2", 2, 5);

  private final Form form;
  private final String service;
  private final int procedure;
  private final int quantity;

  ClaimGuide(Form form, String service, int procedure, int quantity) {
    this.form = form;
    this.service = service;
    this.procedure = procedure;
    this.quantity = quantity;
  }

  Form form() {
    return form;
  }

  /** The segment of the service: SV1 or SV2. */
  String service() {
    return service;
  }

  /** The segment that stands there by the other guide. */
  String serviceOfTheOther() {
    return this == PROFESSIONAL ? INSTITUTIONAL.service : PROFESSIONAL.service;
  }

  /** The element of the procedure, its modifiers and its description: SV101 or SV202. */
  int procedure() {
    return procedure;
  }

  /** The element of the quantity, SV104 or SV205; its unit stands before it. */
  int quantity() {
    return quantity;
  }

  /** How people call an element of the service, such as SV101. */
  String name(int element) {
    return service + "0" + element;
  }

  /**
   * What the library says of a claim or a line, with the element beside its own name of the field.
   *
   * @param placeOfLine whether the line states its place itself
   */
  String inElements(String message, boolean placeOfLine) {
    String procedureElement = name(procedure);
    return message
        .replace("procedureCode: ", "procedureCode (" + procedureElement + "-2): ")
        .replace("modifiers: ", "modifiers (" + procedureElement + "-3 to -6): ")
        .replace("units: ", "units (" + name(quantity) + "): ")
        .replace(
            "placeOfService: ", "placeOfService (" + (placeOfLine ? "SV105" : "CLM05-1") + "): ")
        .replace("revenueCode: ", "revenueCode (SV201): ")
        .replace("typeOfBill: ", "typeOfBill (CLM05-1, CLM05-3): ");
  }
}
