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
}
