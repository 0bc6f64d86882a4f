package io.github.cpt76496.exhaustive;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each edit of the first two questions takes to be so, where another may take the opposite. An
 * edit that takes nothing to be so is listed as well, so that a new one is not forgotten.
 */
final class Stances {

  /** Each with what cannot be so as well. */
  enum Stance {
    CODE_APPLIES,
    CODE_DOES_NOT_APPLY,
    CODE_IS_OPEN,
    /** 26 is there and right. */
    RIGHT_26,
    /** 26 is not there and wanted. */
    WANTS_26,
    /** 26 is there and wrong, or not there and right so. */
    NO_26,
    OPEN_26,
    /** TC is not there and wanted. */
    WANTS_TC,
    /** TC is there and wrong, or the part that it stands for is nobody's to bill here. */
    NO_TC,
    /** The service took place where the technical component is the facility's. */
    IN_FACILITY,
    OUTSIDE_FACILITY,
    /** Only the interpretation was furnished. */
    PROFESSIONAL_PART,
    /** Only the technical component was furnished. */
    TECHNICAL_PART,
    /** One provider furnished both components, and purchased neither. */
    BOTH_PARTS,
    INSTITUTIONAL,
    PROFESSIONAL_FORM
  }

  private static final List<Set<Stance>> ONE_OF =
      List.of(
          EnumSet.of(Stance.CODE_APPLIES, Stance.CODE_DOES_NOT_APPLY, Stance.CODE_IS_OPEN),
          EnumSet.of(Stance.RIGHT_26, Stance.WANTS_26, Stance.NO_26, Stance.OPEN_26),
          EnumSet.of(Stance.WANTS_TC, Stance.NO_TC),
          EnumSet.of(Stance.WANTS_TC, Stance.WANTS_26),
          EnumSet.of(Stance.WANTS_TC, Stance.RIGHT_26),
          EnumSet.of(Stance.IN_FACILITY, Stance.OUTSIDE_FACILITY),
          EnumSet.of(Stance.PROFESSIONAL_PART, Stance.TECHNICAL_PART, Stance.BOTH_PARTS),
          EnumSet.of(Stance.INSTITUTIONAL, Stance.PROFESSIONAL_FORM));

  private static final String TABLE =
      """
      procedure/ncci-pair-with-76496: CODE_DOES_NOT_APPLY
      procedure/ncci-pair-with-distinct-service: CODE_IS_OPEN
      procedure/imaging-included: CODE_DOES_NOT_APPLY
      procedure/guided-code-for-procedure: CODE_DOES_NOT_APPLY
      procedure/listed-imaging-beside-procedure: CODE_DOES_NOT_APPLY
      procedure/listed-fluoroscopy-code-billed: CODE_DOES_NOT_APPLY
      procedure/imaging-included-by-analogy: CODE_DOES_NOT_APPLY
      procedure/imaging-included-in-recorded-procedure: CODE_DOES_NOT_APPLY
      procedure/recorded-procedure-includes-by-analogy: CODE_DOES_NOT_APPLY
      procedure/listed-imaging-beside-recorded-procedure: CODE_DOES_NOT_APPLY
      procedure/other-imaging-included: CODE_DOES_NOT_APPLY
      procedure/code-with-recorded-imaging: CODE_DOES_NOT_APPLY
      procedure/plain-x-ray-named: CODE_DOES_NOT_APPLY
      procedure/other-imaging-named: CODE_DOES_NOT_APPLY
      procedure/other-imaging-modality: CODE_DOES_NOT_APPLY
      procedure/imaging-not-fluoroscopy: CODE_DOES_NOT_APPLY
      procedure/guidance-by-other-imaging: CODE_DOES_NOT_APPLY
      procedure/central-venous-access-guidance: CODE_DOES_NOT_APPLY
      procedure/needle-guidance: CODE_DOES_NOT_APPLY
      procedure/spinal-injection-guidance: CODE_DOES_NOT_APPLY
      procedure/endoscopic-duct-study: CODE_DOES_NOT_APPLY
      procedure/drain-changed: CODE_DOES_NOT_APPLY
      procedure/tract-studied: CODE_DOES_NOT_APPLY
      procedure/motion-recorded: CODE_DOES_NOT_APPLY
      procedure/motion-of-lung-recorded: CODE_DOES_NOT_APPLY
      procedure/drain-placed: CODE_DOES_NOT_APPLY
      procedure/tube-placed: CODE_DOES_NOT_APPLY
      procedure/lumen-dilated: CODE_DOES_NOT_APPLY
      procedure/existing-catheter-checked: CODE_DOES_NOT_APPLY
      procedure/stand-alone-fluoroscopy: CODE_DOES_NOT_APPLY
      procedure/stand-alone-fluoroscopy-without-report: CODE_DOES_NOT_APPLY
      procedure/surgical-guidance-without-interpretation: CODE_DOES_NOT_APPLY
      procedure/specific-code-attested-to-exist: CODE_DOES_NOT_APPLY
      procedure/attestation-beside-procedure: CODE_IS_OPEN
      procedure/attestation-beside-other-imaging: CODE_IS_OPEN
      procedure/narrative-names-billed-imaging: CODE_IS_OPEN
      procedure/no-specific-code-attested: CODE_APPLIES
      procedure/narrative-names-listed-study: CODE_DOES_NOT_APPLY
      procedure/narrative-names-included-procedure: CODE_IS_OPEN
      procedure/narrative-leaves-open: CODE_IS_OPEN
      procedure/narrative-says-not-done: CODE_IS_OPEN
      procedure/contrast-study-not-named: CODE_IS_OPEN
      procedure/surgical-guidance: CODE_IS_OPEN
      procedure/narrative-contradicts-distinct-service: CODE_IS_OPEN
      procedure/procedure-with-distinct-service: CODE_IS_OPEN
      procedure/not-settled: CODE_IS_OPEN
      procedure/date-before-rule-set: CODE_IS_OPEN
      procedure/category-three-not-checked:
      procedure/narrative-contradicts-attestation:
      procedure/narrative-questions-attestation:
      procedure/narrative-names-other-imaging:
      procedure/narrative-contradicts-record:
      procedure/narrative-names-another-service:
      procedure/attestation-contradicts-procedure:
      procedure/attestation-contradicts-recorded-procedure:
      procedure/attestation-overlooks-listed-code:
      procedure/attestation-overlooks-stand-alone-fluoroscopy:
      procedure/purpose-contradicts-procedure:
      procedure/guidance-beside-paired-procedure:
      procedure/modality-contradicts-procedure:
      procedure/more-than-one-unit:
      procedure/billed-on-two-lines:
      procedure/packaged-under-opps: INSTITUTIONAL
      procedure/spine-motion-investigational:
      procedure/spine-motion-coverage:
      procedure/column-two-code-beside-76496: PROFESSIONAL_FORM
      procedure/ended-code-on-claim:
      procedure/ended-code-successors-unverified:
      procedure/date-after-rule-set:
      modifier/26-with-tc: NO_26
      modifier/26-refused-on-unlisted-code: NO_26
      modifier/26-on-institutional-claim: NO_26 INSTITUTIONAL
      modifier/26-on-professional-revenue-code: OPEN_26 INSTITUTIONAL
      modifier/26-without-revenue-code: OPEN_26 INSTITUTIONAL
      modifier/professional-revenue-code-without-26: OPEN_26 INSTITUTIONAL
      modifier/26-not-needed-on-institutional-claim: NO_26 INSTITUTIONAL
      modifier/26-without-written-interpretation: NO_26 PROFESSIONAL_FORM
      modifier/26-without-separate-report: NO_26 PROFESSIONAL_FORM
      modifier/26-on-technical-component: NO_26 TECHNICAL_PART PROFESSIONAL_FORM
      modifier/26-on-payer-place-list: RIGHT_26 PROFESSIONAL_FORM
      modifier/26-on-global-service: NO_26 BOTH_PARTS OUTSIDE_FACILITY PROFESSIONAL_FORM
      modifier/26-in-facility: RIGHT_26 IN_FACILITY PROFESSIONAL_FORM
      modifier/26-on-interpretation: RIGHT_26 PROFESSIONAL_PART PROFESSIONAL_FORM
      modifier/26-beside-purchased-part: RIGHT_26 PROFESSIONAL_FORM
      modifier/26-missing-for-hospital-patient: WANTS_26 IN_FACILITY PROFESSIONAL_FORM
      modifier/component-unknown-in-surgical-center: OPEN_26 IN_FACILITY PROFESSIONAL_FORM
      modifier/26-missing-in-facility: WANTS_26 IN_FACILITY PROFESSIONAL_FORM
      modifier/26-missing-by-fee-schedule: WANTS_26 IN_FACILITY PROFESSIONAL_FORM
      modifier/26-missing-on-interpretation: WANTS_26 PROFESSIONAL_PART PROFESSIONAL_FORM
      modifier/26-missing-on-payer-place-list: WANTS_26 PROFESSIONAL_FORM
      modifier/26-missing-with-purchased-part: WANTS_26 PROFESSIONAL_FORM
      modifier/26-not-needed-on-technical-component: NO_26 PROFESSIONAL_FORM
      modifier/global-service-outside-facility: NO_26 BOTH_PARTS OUTSIDE_FACILITY PROFESSIONAL_FORM
      modifier/component-unknown: OPEN_26 PROFESSIONAL_FORM
      modifier/place-of-service-unknown: OPEN_26 PROFESSIONAL_FORM
      modifier/form-unknown: OPEN_26
      modifier/date-before-rule-set: OPEN_26
      modifier/on-unlisted-code:
      modifier/on-unlisted-code-since-2024:
      modifier/component-modifier-not-first:
      modifier/tc-for-hospital-patient: NO_TC IN_FACILITY PROFESSIONAL_FORM
      modifier/tc-in-facility: NO_TC IN_FACILITY PROFESSIONAL_FORM
      modifier/tc-in-ambulatory-surgical-center: IN_FACILITY PROFESSIONAL_FORM
      modifier/tc-on-institutional-claim: NO_TC INSTITUTIONAL
      modifier/tc-on-global-service: NO_TC BOTH_PARTS OUTSIDE_FACILITY PROFESSIONAL_FORM
      modifier/tc-missing: WANTS_TC TECHNICAL_PART OUTSIDE_FACILITY PROFESSIONAL_FORM
      modifier/technical-component-in-facility: NO_TC TECHNICAL_PART IN_FACILITY PROFESSIONAL_FORM
      modifier/place-of-service-of-hospital-patient: IN_FACILITY PROFESSIONAL_FORM
      modifier/place-of-service-telehealth:
      modifier/26-not-valid-on-billed-code:
      modifier/26-not-valid-on-recorded-procedure:
      modifier/22-on-unlisted-code:
      modifier/50-on-unlisted-code:
      modifier/side-on-unlisted-code:
      modifier/51-on-unlisted-code:
      modifier/reduced-service-on-unlisted-code:
      modifier/distinct-service-on-unlisted-code:
      modifier/repeat-on-unlisted-code:
      modifier/surgeon-modifier-on-unlisted-code:
      modifier/facility-discontinuation-on-professional-claim: PROFESSIONAL_FORM
      modifier/film-or-cassette-on-fluoroscopy:
      modifier/foreign-modality-modifier:
      """;

  private static final Map<String, Set<Stance>> OF_EDIT = new HashMap<>();

  static {
    for (String line : TABLE.lines().toList()) {
      String[] parts = line.split(":", -1);
      Set<Stance> stances = EnumSet.noneOf(Stance.class);
      for (String stance : parts[1].strip().split(" ", -1)) {
        if (!stance.isEmpty()) {
          stances.add(Stance.valueOf(stance));
        }
      }
      OF_EDIT.put(parts[0], stances);
    }
  }

  private Stances() {}

  static Set<String> edits() {
    return OF_EDIT.keySet();
  }

  static Set<Stance> of(String edit) {
    return OF_EDIT.getOrDefault(edit, Set.of());
  }

  /** Whether what several edits take to be so cannot be so together. */
  static boolean contradict(Set<Stance> stances) {
    for (Set<Stance> oneOf : ONE_OF) {
      int held = 0;
      for (Stance stance : oneOf) {
        held += stances.contains(stance) ? 1 : 0;
      }
      if (held > 1) {
        return true;
      }
    }
    return false;
  }
}
