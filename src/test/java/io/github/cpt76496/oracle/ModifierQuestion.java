package io.github.cpt76496.oracle;

import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Stated;
import io.github.cpt76496.oracle.Facts.Setting;
import java.util.List;

/**
 * Question 2: is modifier 26 valid on the line? From the fee schedule's facts of the code and the
 * Medicare Claims Processing Manual, chapter 13, in the order of the catalog.
 */
final class ModifierQuestion {

  private static final List<String> DISTINCT = List.of("59", "XE", "XP", "XS", "XU");
  private static final List<String> ALLOWED_SINCE_2024 =
      List.of("LT", "RT", "50", "51", "62", "82", "95");

  private static final List<String> SURGEONS = List.of("62", "66", "80", "82", "AS");

  private ModifierQuestion() {}

  static void answer(Facts f, boolean refuse26, Answers out) {
    if (f.date < 2020_01_01) {
      out.modifier26 = Modifier26.UNDETERMINED;
      out.info("modifier/date-before-rule-set");
      return;
    }
    if (f.has26 && f.hasTc) {
      out.modifier26 = Modifier26.INVALID;
      out.warning("modifier/26-with-tc");
    } else if (f.has26 && refuse26) { // for a payer that follows the advice on unlisted codes
      out.modifier26 = Modifier26.INVALID;
      out.warning("modifier/26-refused-on-unlisted-code");
    } else if (f.institutional) {
      onInstitutionalClaim(f, out);
    } else if (f.professional) {
      if (f.has26) {
        present(f, out);
      } else {
        absent(f, out);
      }
    } else {
      open(out, Fact.FORM);
      askForPlaceAndComponent(f, out);
      out.warning("modifier/form-unknown");
    }
    advise(f, out);
  }

  /** Form and revenue code imply the component. */
  private static void onInstitutionalClaim(Facts f, Answers out) {
    if (!f.has26) {
      if (f.professionalRevenueCode()) {
        out.modifier26 = Modifier26.UNDETERMINED;
        out.info("modifier/professional-revenue-code-without-26");
      } else {
        out.modifier26 = Modifier26.NOT_NEEDED;
        out.info("modifier/26-not-needed-on-institutional-claim");
      }
    } else if (f.line.revenueCode().isEmpty()) {
      open(out, Fact.REVENUE_CODE);
      out.warning("modifier/26-without-revenue-code");
    } else if (f.professionalRevenueCode() || f.criticalAccessHospital()) {
      out.modifier26 = Modifier26.UNDETERMINED;
      out.info("modifier/26-on-professional-revenue-code");
    } else {
      out.modifier26 = Modifier26.INVALID;
      out.warning("modifier/26-on-institutional-claim");
    }
  }

  /** Professional claim, 26 sent. */
  private static void present(Facts f, Answers out) {
    if (f.record.writtenInterpretation() == Stated.NO) {
      out.modifier26 = Modifier26.INVALID;
      if (f.ofMedicare) {
        out.error("modifier/26-without-written-interpretation");
      } else {
        out.warning("modifier/26-without-separate-report");
      }
    } else if (f.component == Component.TECHNICAL) {
      out.modifier26 = Modifier26.INVALID;
      out.error("modifier/26-on-technical-component");
    } else if (onPayersPlaceList(f) && f.component != Component.PROFESSIONAL) {
      valid(out, "modifier/26-on-payer-place-list");
    } else if (f.inFacility()) {
      valid(out, "modifier/26-in-facility");
    } else if (f.component == Component.PROFESSIONAL) {
      valid(out, "modifier/26-on-interpretation");
    } else if (f.component == Component.BOTH && partBought(f)) {
      valid(out, "modifier/26-beside-purchased-part");
    } else if (f.component == Component.BOTH && f.outsideFacility()) {
      out.modifier26 = Modifier26.INVALID;
      out.warning("modifier/26-on-global-service");
    } else {
      openOnComponentOrPlace(f, out);
    }
  }

  /** Professional claim, 26 not sent. */
  private static void absent(Facts f, Answers out) {
    if (f.component == Component.TECHNICAL) {
      notNeeded(out, "modifier/26-not-needed-on-technical-component");
    } else if (f.component == Component.NOT_STATED && f.hasTc && f.outsideFacility()) {
      notNeeded(out, "modifier/26-not-needed-on-technical-component");
    } else if (f.component == Component.NOT_STATED && f.hasTc) {
      openOnComponent(out); // TC is the line's word, and the place contradicts it or says nothing.
    } else if (f.component == Component.PROFESSIONAL && (f.hasTc || !f.inFacility())) {
      out.modifier26 = Modifier26.MISSING;
      out.error("modifier/26-missing-on-interpretation");
    } else if (f.ofMedicare
        && f.isPlace("24")
        && f.setting == Setting.FACILITY
        && f.component == Component.NOT_STATED) {
      open(out, Fact.COMPONENT); // The center bills on the same form as the physician.
      out.warning("modifier/component-unknown-in-surgical-center");
    } else if (f.inFacility()) {
      out.modifier26 = Modifier26.MISSING;
      if (!f.ofMedicare) {
        out.warning("modifier/26-missing-by-fee-schedule");
      } else if (f.setting == Setting.HOSPITAL) {
        out.error("modifier/26-missing-for-hospital-patient");
      } else {
        out.error("modifier/26-missing-in-facility");
      }
    } else if (onPayersPlaceList(f) && !f.hasTc) {
      out.modifier26 = Modifier26.MISSING;
      out.warning("modifier/26-missing-on-payer-place-list");
    } else if (f.component == Component.BOTH) {
      wholeWithout26(f, out);
    } else {
      openOnComponentOrPlace(f, out);
    }
  }

  /** One provider furnished both components, or purchased one of them. */
  private static void wholeWithout26(Facts f, Answers out) {
    if (partBought(f) && !f.hasTc) {
      out.modifier26 = Modifier26.MISSING;
      out.warning("modifier/26-missing-with-purchased-part");
    } else if (f.setting == Setting.UNKNOWN) {
      openOnPlace(f, out);
    } else if (f.hasTc) {
      notNeeded(out, "modifier/26-not-needed-on-technical-component");
    } else {
      notNeeded(out, "modifier/global-service-outside-facility");
    }
  }

  /** The anti-markup rule is Medicare's. */
  private static boolean partBought(Facts f) {
    return f.ofMedicare && f.record.purchasedComponent() == Stated.YES;
  }

  private static void openOnComponentOrPlace(Facts f, Answers out) {
    if (f.component == Component.NOT_STATED && f.outsideFacility()) {
      openOnComponent(out);
    } else {
      openOnPlace(f, out);
    }
  }

  private static void openOnComponent(Answers out) {
    open(out, Fact.COMPONENT);
    out.warning("modifier/component-unknown");
  }

  private static void askForPlaceAndComponent(Facts f, Answers out) {
    if (!f.placeTells) {
      out.ask(Fact.PLACE_OF_SERVICE);
    }
    if (f.component == Component.NOT_STATED) {
      out.ask(Fact.COMPONENT);
    }
  }

  private static void openOnPlace(Facts f, Answers out) {
    open(out, Fact.PLACE_OF_SERVICE);
    askForPlaceAndComponent(f, out);
    out.warning("modifier/place-of-service-unknown");
  }

  /** UnitedHealthcare's own list differs from the fee schedule's at some places. */
  private static boolean onPayersPlaceList(Facts f) {
    return f.outsideFacility()
        && f.commercial
        && f.claim.payer().family() == Family.UNITED_HEALTHCARE
        && f.date >= 2023_01_01
        && f.reference.isOnPlaceListOfUnitedHealthcare(f.line.placeOfService());
  }

  private static void valid(Answers out, String edit) {
    out.modifier26 = Modifier26.VALID;
    out.info(edit);
  }

  private static void notNeeded(Answers out, String edit) {
    out.modifier26 = Modifier26.NOT_NEEDED;
    out.info(edit);
  }

  private static void open(Answers out, Fact fact) {
    out.modifier26 = Modifier26.UNDETERMINED;
    out.ask(fact);
  }

  private static void advise(Facts f, Answers out) {
    List<String> modifiers = f.line.modifiers();
    // CPT Assistant of January 2024 supersedes its advice of 2018.
    if (!modifiers.isEmpty() && f.date <= 2023_12_31) {
      out.info("modifier/on-unlisted-code");
    }
    if (f.date >= 2024_01_01 && f.hasAnyModifier(ALLOWED_SINCE_2024)) {
      out.info("modifier/on-unlisted-code-since-2024");
    }
    if (f.has26 || f.hasTc) {
      String first = modifiers.get(0);
      if (!first.equals("26") && !first.equals("TC")) {
        out.warning("modifier/component-modifier-not-first");
      }
    }
    if (f.professional) {
      adviseOnTechnicalPart(f, out);
    }
    if (f.institutional && f.hasTc) {
      out.warning("modifier/tc-on-institutional-claim");
    }
    adviseOnPlace(f, out);
    adviseOnListedProcedures(f, out);
    if (!modifiers.isEmpty()) {
      adviseOnOtherModifiers(f, out);
    }
  }

  /** The technical component in a hospital, another facility, a surgical center, and elsewhere. */
  private static void adviseOnTechnicalPart(Facts f, Answers out) {
    if (!f.hasTc && f.component != Component.TECHNICAL) {
      return;
    }
    boolean hospitalPatient = f.setting == Setting.HOSPITAL || f.isPlace("31");
    if (f.ofMedicare && hospitalPatient) {
      out.error(
          f.hasTc
              ? "modifier/tc-for-hospital-patient"
              : "modifier/technical-component-in-facility");
    } else if (f.setting == Setting.FACILITY && f.isPlace("24")) {
      out.info("modifier/tc-in-ambulatory-surgical-center");
    } else if (f.inFacility() && f.date >= 2023_01_01) {
      out.warning("modifier/tc-in-facility");
    }
    if (f.outsideFacility() && !f.has26) {
      if (!f.hasTc) {
        out.error("modifier/tc-missing");
      } else if (f.component == Component.BOTH && f.record.purchasedComponent() != Stated.YES) {
        out.warning("modifier/tc-on-global-service");
      }
    }
  }

  private static void adviseOnPlace(Facts f, Answers out) {
    if (f.professional
        && f.record.hospitalPatient() == Stated.YES
        && f.reference.settingOf(f.line.placeOfService()).equals("NON_FACILITY")) {
      out.warning("modifier/place-of-service-of-hospital-patient");
    }
    if (f.isPlace("02") || f.isPlace("10")) {
      out.warning("modifier/place-of-service-telehealth");
    }
  }

  /** 26 is not valid on a procedure's own code where the PC/TC indicator forbids it. */
  private static void adviseOnListedProcedures(Facts f, Answers out) {
    if (!f.has26 || f.date < 2025_10_01) {
      return;
    }
    if (out.billed != null && forbids26(f, out.billed.code())) {
      out.info("modifier/26-not-valid-on-billed-code");
    }
    if (out.recorded == null || out.recorded.codes().isEmpty()) {
      return;
    }
    for (String code : out.recorded.codes()) {
      if (!forbids26(f, code)) {
        return;
      }
    }
    out.info("modifier/26-not-valid-on-recorded-procedure");
  }

  /** With indicators 0, 2, 3, 4, 5 and 9 a code has no professional component of its own. */
  private static boolean forbids26(Facts f, String code) {
    return switch (f.reference.pctcIndicator(code, f.date)) {
      case "0", "2", "3", "4", "5", "9" -> true;
      default -> false;
    };
  }

  /** The other modifiers say nothing about 26, but may be wrong on an unlisted code. */
  private static void adviseOnOtherModifiers(Facts f, Answers out) {
    if (f.date >= 2024_01_01 && f.hasModifier("22")) {
      out.info("modifier/22-on-unlisted-code");
    }
    if (f.hasModifier("50")) {
      out.warning("modifier/50-on-unlisted-code");
    }
    if (f.date <= 2023_12_31 && (f.hasModifier("LT") || f.hasModifier("RT"))) {
      out.info("modifier/side-on-unlisted-code");
    }
    if (f.hasModifier("51")) {
      out.warning("modifier/51-on-unlisted-code");
    }
    if (f.date >= 2024_01_01 && (f.hasModifier("52") || f.hasModifier("53"))) {
      out.warning("modifier/reduced-service-on-unlisted-code");
    }
    if (f.date >= 2024_07_01 && f.hasAnyModifier(DISTINCT)) {
      out.warning("modifier/distinct-service-on-unlisted-code");
    }
    if (f.date >= 2024_07_01 && (f.hasModifier("76") || f.hasModifier("77"))) {
      out.info("modifier/repeat-on-unlisted-code");
    }
    if (f.hasAnyModifier(SURGEONS)) {
      out.warning("modifier/surgeon-modifier-on-unlisted-code");
    }
    if (f.professional && (f.hasModifier("73") || f.hasModifier("74"))) {
      out.info("modifier/facility-discontinuation-on-professional-claim");
    }
    if (f.date >= 2020_01_01 && (f.hasModifier("FX") || f.hasModifier("FY"))) {
      out.warning("modifier/film-or-cassette-on-fluoroscopy");
    }
    if (f.hasModifier("CT") || f.hasModifier("GG")) {
      out.info("modifier/foreign-modality-modifier");
    }
  }
}
