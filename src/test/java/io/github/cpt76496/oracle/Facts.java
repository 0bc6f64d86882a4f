package io.github.cpt76496.oracle;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Stated;
import io.github.cpt76496.ServiceLine;
import java.time.LocalDate;
import java.util.List;

/** What one line billed with 76496 says, as the three questions need it. */
final class Facts {

  /** Where the patient was, by the record first and the place of service second. */
  enum Setting {
    /** Inpatient or outpatient of a hospital. */
    HOSPITAL,
    /** Any other facility. */
    FACILITY,
    /** Office, imaging center and the like. */
    OUTSIDE,
    /** Not stated, not listed, or a place where no fluoroscopy is to be expected. */
    UNKNOWN
  }

  final Claim claim;
  final ServiceLine line;
  final RecordFacts record;
  final Reference reference;

  /** The date of service as a number, 20260302 for 2026-03-02. */
  final int date;

  final boolean professional;
  final boolean institutional;
  final boolean has26;
  final boolean hasTc;
  final Component component;
  final Setting setting;

  /** Whether the place of service is one that the fee schedule counts as facility or not. */
  final boolean placeTells;

  /** A payer of the Medicare family, whatever the program. */
  final boolean ofMedicare;

  /** Medicare fee for service, or nothing else stated. */
  final boolean medicare;

  final boolean commercial;
  final boolean advantage;

  Facts(Claim claim, ServiceLine line, Reference reference) {
    this.claim = claim;
    this.line = line;
    this.record = line.record();
    this.reference = reference;
    this.date = number(line.dateOfService());
    this.professional = claim.form() == Form.PROFESSIONAL;
    this.institutional = claim.form() == Form.INSTITUTIONAL;
    this.has26 = line.modifiers().contains("26");
    this.hasTc = line.modifiers().contains("TC");
    this.component = record.component();
    String place = reference.settingOf(line.placeOfService());
    this.setting = setting(place);
    this.placeTells = !place.isEmpty() && !place.equals("RATE_ONLY");
    LineOfBusiness program = claim.payer().lineOfBusiness();
    this.ofMedicare = claim.payer().family() == Family.MEDICARE;
    this.medicare =
        ofMedicare
            && (program == LineOfBusiness.MEDICARE_FFS || program == LineOfBusiness.NOT_STATED);
    this.advantage = program == LineOfBusiness.MEDICARE_ADVANTAGE;
    this.commercial = program == LineOfBusiness.COMMERCIAL || program == LineOfBusiness.NOT_STATED;
  }

  static int number(LocalDate date) {
    return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
  }

  /**
   * Hospital status wins over the room (CMS Change Request 7631); a leased department is no
   * hospital's (IOM 100-04, chapter 13, section 20).
   */
  private Setting setting(String place) {
    if (record.hospitalPatient() == Stated.YES) {
      return Setting.HOSPITAL;
    }
    return switch (place) {
      case "HOSPITAL" -> record.hospitalPatient() == Stated.NO ? Setting.OUTSIDE : Setting.HOSPITAL;
      case "FACILITY" -> Setting.FACILITY;
      case "NON_FACILITY" -> Setting.OUTSIDE;
      default -> Setting.UNKNOWN;
    };
  }

  boolean inFacility() {
    return setting == Setting.HOSPITAL || setting == Setting.FACILITY;
  }

  boolean outsideFacility() {
    return setting == Setting.OUTSIDE;
  }

  boolean hasModifier(String modifier) {
    return line.modifiers().contains(modifier);
  }

  boolean hasAnyModifier(List<String> modifiers) {
    for (String modifier : line.modifiers()) {
      if (modifiers.contains(modifier)) {
        return true;
      }
    }
    return false;
  }

  boolean isPlace(String place) {
    return line.placeOfService().equals(place);
  }

  /** Whether there is any text from which a description could be read. */
  boolean hasText() {
    return !line.description().isBlank() || !line.note().isBlank() || !claim.note().isBlank();
  }

  /** Revenue codes of professional fees: 096x to 098x. */
  boolean professionalRevenueCode() {
    String code = line.revenueCode();
    return code.startsWith("096") || code.startsWith("097") || code.startsWith("098");
  }

  /** Types of bill 12x, 13x and 14x, or none stated. */
  boolean paidAsOutpatient() {
    String type = claim.typeOfBill();
    return type.isEmpty()
        || type.startsWith("12")
        || type.startsWith("13")
        || type.startsWith("14");
  }

  /** Type of bill 85x: a critical access hospital, which may bill professional services. */
  boolean criticalAccessHospital() {
    return claim.typeOfBill().startsWith("85");
  }
}
