package io.github.cpt76496.page;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Payer;
import io.github.cpt76496.RecordFacts;
import java.util.List;
import java.util.Optional;

/**
 * What the rules see: one line billed with 76496 in its claim, flat. Some facts are fields of the
 * claim, others are derived from it by the reference tables; which answer follows from them is the
 * rules' decision.
 *
 * <p>Nothing here is {@code null} (Drools' {@code !=} is true on null), and what a rule compares
 * with a literal is a string (Drools indexes no enum constants). There is no claim id, no name and
 * no free text to see.
 *
 * <p>A contract: a host's pages test these facts. The library alone implements it.
 */
public interface LineFacts {

  // ---- 1  the procedure

  /**
   * A code on the same claim and date for which a row says where its imaging is coded, or empty.
   */
  String billedCode();

  /** {@link #billedCode()} as a message names it: with its family in parentheses if it has one. */
  String billedName();

  /** A {@link Row.Imaging} by name: where the imaging of {@link #billedCode()} is coded. */
  String billedImaging();

  /**
   * Where the imaging of {@link #billedCode()} is coded and what follows if the fluoroscopy was for
   * that procedure, as a message says it: in the code itself, or in others with the guidance.
   */
  String billedImagingInWords();

  /** Row of {@link #billedCode()}. */
  Optional<? extends Row> billedRow();

  /** PC/TC indicator of {@link #billedCode()} on the date of service, or empty. */
  String billedPcTc();

  /** Whether {@link #billedCode()} is known not to take modifier 26. */
  boolean billedCodeRefuses26();

  /** Whether {@link #recordedProcedureCodes()} are known and none of them takes modifier 26. */
  boolean recordedProcedureRefuses26();

  /**
   * Modifier indicator of the NCCI pair of {@link #billedCode()}: 0 where no modifier bypasses it;
   * else 1 for a pair with 76496, and empty.
   */
  String billedPairIndicator();

  /**
   * The listed fluoroscopy code that CMS pairs with {@link #billedCode()} and its reason, as the
   * end of a message, or empty.
   */
  String billedPair();

  /**
   * That a modifier of the line would part it from {@link #billedCode()} and names a site that the
   * other line names too, so that it does not, as the end of a message, or empty.
   */
  String billedSameSite();

  /**
   * The listed imaging codes that go with the procedures billed on the date and could be billed,
   * best first. Where record and text both name the contrast study of a procedure, the guidance of
   * its injection is left out.
   */
  List<String> listedPartners();

  /**
   * {@link #listedPartners()}, those that the text of the line names first, and after them what
   * else it can mean where it leaves a choice. Where the text names other imaging and the record
   * none, the codes of that imaging come first, and there are none if it is billed.
   */
  List<String> studiesInQuestion();

  /**
   * What the choice among {@link #listedPartners()} depends on, as the end of a message, or empty.
   */
  String partnerChoice();

  /**
   * That {@link #listedPartners()} go with another procedure than {@link #billedCode()}, as the end
   * of a message, or empty where there are none.
   */
  String partnersOfOthers();

  /**
   * Codes that describe the same procedure as {@link #billedCode()}, with guidance, and then {@link
   * #studiesInQuestion()}.
   */
  List<String> billedProcedureCodes();

  /** Family that the record names as the procedure, or empty. */
  String recordedFamily();

  /** A {@link Row.Imaging} by name: where the imaging of {@link #recordedFamily()} is coded. */
  String recordedImaging();

  /** Row of {@link #recordedFamily()}. */
  Optional<? extends Row> recordedRow();

  /** Codes to look at where only {@link #recordedFamily()} is known. */
  List<String> recordedProcedureCodes();

  /** The listed imaging codes that go with {@link #recordedFamily()}, best first. */
  List<String> recordedPartners();

  /**
   * What the choice among {@link #recordedPartners()} depends on, as the end of a message, or
   * empty.
   */
  String recordedPartnerChoice();

  /**
   * What the choice among {@link #recordedProcedureCodes()} depends on, as the end of a message, or
   * empty.
   */
  String recordedChoice();

  /**
   * What the text of the line, or else the claim's note, is read as by {@code
   * narrative-concepts.tsv}: LISTED for a study with listed codes, INCLUDED for a procedure whose
   * code includes its imaging, ASK where the text can mean two or more services, NOT_DONE where it
   * says that no fluoroscopy was done, and empty where nothing is read, every code that it could be
   * is billed already, or the text says no more than fluoroscopy and the record that it guided an
   * operation. What only the claim's note says may be about another line, a row of grade U is
   * unverified, and a study that was not done or only planned is not what is billed: none of them
   * is ever LISTED.
   */
  String narrativeStance();

  /**
   * The imaging, other than fluoroscopy, that the text of the line names, also where its code is
   * billed: a {@link RecordFacts.Imaging} by name, or empty.
   */
  String narrativeImaging();

  /**
   * That a code on the same claim and date reports {@link #narrativeImaging()} or includes it,
   * where the record names no imaging, as the end of a message; or empty.
   */
  String imagingInWordsBilled();

  /** Whether the record says that the imaging was {@link #narrativeImaging()}. */
  boolean narrativeImagingRecorded();

  /**
   * Whether the text of the line names a study by the imaging that the record names, which is not
   * fluoroscopy, and nothing else tells the codes of that imaging.
   */
  boolean narrativeOfRecordedImaging();

  /** What the text names, as a message names it, such as "an arthrogram of the hip", or empty. */
  String narrativeName();

  /** Where the text is, as the subject of a message: "the description of the line". */
  String narrativeField();

  /**
   * What the text says against having done what it names, as a message goes on behind the name:
   * that it was not done, or not for certain, or that it is a thing used for it; or empty.
   */
  String narrativeDoubt();

  /** The codes of what the text names that could be billed, best first. */
  List<String> narrativeCodes();

  /**
   * What the choice among {@link #narrativeCodes()} depends on, as the end of a message, or empty.
   */
  String narrativeChoice();

  /** The question that settles what the text leaves open, as the end of a message, or empty. */
  String narrativeQuestion();

  /** Row of {@link #narrativeStance()}. */
  Optional<? extends Row> narrativeRow();

  /** Whether the text names a service, and the record a procedure without a code in common. */
  boolean narrativeAgainstRecord();

  /**
   * Whether the text names a service, and the claim bills on the date a procedure that has no code
   * in common with it and does not go with it.
   */
  boolean narrativeAgainstLines();

  /**
   * Whether the text of the line names something that was done, and that could be billed by another
   * code than that for fluoroscopy alone, but does not go with {@link #billedCode()}.
   */
  boolean narrativeIsOfAnotherStudy();

  /** A code on the same claim and date that was no longer valid, or empty. */
  String endedCode();

  /** Whether it is known which codes replaced {@link #endedCode()}. */
  boolean endedCodeReplaced();

  /** Codes that replaced {@link #endedCode()}. */
  List<String> endedProcedureCodes();

  /** Row of {@link #endedCode()}. */
  Optional<? extends Row> endedRow();

  /** A code on the same claim and date in column 2 of an NCCI pair with 76496, or empty. */
  String columnTwoCode();

  /** Modifier indicator of the NCCI pair of 76496 with {@link #columnTwoCode()}, or empty. */
  String columnTwoIndicator();

  /** Row of {@link #columnTwoCode()}. */
  Optional<? extends Row> columnTwoRow();

  /** A {@link RecordFacts.Imaging} by name. */
  String imaging();

  /**
   * The x-ray study that the text of the line names by {@code x-ray-studies.tsv}, where the record
   * says that the imaging was plain x-ray, as a message names it: "an x-ray of the wrist"; or
   * empty, also where one of its codes is billed already or the text says that it was not done.
   */
  String xRayStudy();

  /** The codes of {@link #xRayStudy()} that could be billed, best first. */
  List<String> xRayCodes();

  /** What the choice among {@link #xRayCodes()} depends on, as the end of a message, or empty. */
  String xRayChoice();

  /** Row of {@link #xRayStudy()}. */
  Optional<? extends Row> xRayRow();

  /**
   * The codes of the modality that was used: those listed for the procedure or purpose, and last
   * the modality's unlisted code, if not 76496; none where one of them is billed.
   */
  List<String> codesByImaging();

  /** What follows from {@link #codesByImaging()}, as the end of a message. */
  String imagingChoice();

  /** The row that says most of {@link #codesByImaging()}. */
  Optional<? extends Row> imagingRow();

  /**
   * A code on the same claim and date that includes the imaging that the record names, or empty,
   * also where a modifier of the line parts it from that code.
   */
  String billedWithImaging();

  /**
   * Whether {@link #billedCode()} includes the imaging that the record names, by a row about
   * another modality.
   */
  boolean billedCodeHoldsImaging();

  /** The row that says so of {@link #billedWithImaging()}. */
  Optional<? extends Row> billedWithImagingRow();

  /**
   * A code on the same claim and date that does not describe its procedure with the imaging that
   * the record names, where {@link #codesWithImaging()} do; or empty, as with {@link
   * #billedWithImaging()}.
   */
  String billedWithoutImaging();

  /** The row that says so of {@link #billedWithoutImaging()}. */
  Optional<? extends Row> billedWithoutImagingRow();

  /** Codes for the procedure of {@link #billedWithoutImaging()} with the imaging of the record. */
  List<String> codesWithImaging();

  /** A {@link RecordFacts.Purpose} by name. */
  String purpose();

  /**
   * The codes of guidance where the text names other imaging than fluoroscopy: those of that
   * imaging, and last that of fluoroscopy for {@link #purpose()}; or none where it is billed.
   */
  List<String> guidanceInQuestion();

  /** YES, NO or NOT_STATED. */
  String motionRecorded();

  /**
   * Whether the description and notes mention a motion study of the spine: the spine, and moving
   * images.
   */
  boolean spineMotionInWords();

  /** Whether the description and notes speak of the lung, not only of its vessels. */
  boolean lungInWords();

  /** Whether 76120 or 76125, recorded motion, is billed on the same claim and date. */
  boolean motionCodeBilled();

  /** YES, NO or NOT_STATED. */
  String noSpecificCode();

  /** YES, NO or NOT_STATED. */
  String categoryThreeChecked();

  /** YES, NO or NOT_STATED. */
  String writtenInterpretation();

  /** Whether more units are billed than the line has days. */
  boolean moreThanOneUnit();

  /**
   * Whether another line bills 76496 on the same date, no modifier tells the two apart, and they
   * are not one line for each component.
   */
  boolean billedAgain();

  // ---- 2  the modifiers

  /** A {@link Claim.Form} by name. */
  String form();

  /**
   * HOSPITAL, FACILITY, NON_FACILITY or RATE_ONLY by the table of places of service, else
   * NOT_STATED.
   */
  String setting();

  /**
   * Whether the service took place in a facility: YES, NO or NOT_STATED. The patient's status takes
   * precedence over the room (CMS Change Request 7631), and a department that a hospital has leased
   * out is no facility for a patient who is not a hospital patient (IOM 100-04 chapter 13 section
   * 20).
   */
  String inFacility();

  /** Two digits, or empty. */
  String placeOfService();

  /** Whether the payer's own list of facility places names the place of service. */
  boolean placeListedByPayer();

  /** Row of {@link #placeListedByPayer()}. */
  Optional<? extends Row> placeRow();

  /** The place of service as words for a message. */
  String place();

  /** Whether modifier 26 is on the line. */
  boolean modifier26();

  /** Whether modifier TC is on the line. */
  boolean modifierTc();

  /** Whether a modifier for a distinct service, by {@code ncci-modifiers.tsv}, is on the line. */
  boolean distinctService();

  /**
   * Whether a modifier that CMS accepts to bypass an NCCI pair parts the line from each line of
   * {@link #billedCode()}: one of the line, unless it names a site that the other line names too;
   * or one for a distinct service on the other line, which CMS accepts on either code of a pair.
   */
  boolean billedParted();

  /** Whether the text of the line names {@link #billedCode()} as something that was done. */
  boolean billedInWords();

  /** The modifiers in claim order. */
  List<String> modifiers();

  /** How many modifiers are on the line. */
  int modifierCount();

  /** The first modifier, or empty. */
  String firstModifier();

  /** A {@link RecordFacts.Component} by name. */
  String component();

  /** YES, NO or NOT_STATED. */
  String purchasedComponent();

  /** YES, NO or NOT_STATED. */
  String hospitalPatient();

  /**
   * PROFESSIONAL for the professional-fee revenue codes of {@code revenue-codes.tsv}, OTHER for the
   * rest, NOT_STATED without one.
   */
  String revenueCodeKind();

  /** Whether {@code types-of-bill.tsv} gives the type of bill to critical access hospitals. */
  boolean criticalAccessHospital();

  /** YES, NO or NOT_STATED: whether the type of bill is for hospital outpatients. */
  String outpatientHospital();

  // ---- 3  the documentation

  /** A {@link Payer.Family} by name. */
  String payerFamily();

  /** The plan or contractor, or empty. */
  String payerPlan();

  /** A {@link Payer.LineOfBusiness} by name. */
  String lineOfBusiness();

  /**
   * Whether somebody looked for the public rules of this payer, plan and line of business, by
   * {@code searched.tsv}.
   */
  boolean payerSearched();

  /** How many characters the line's description has. */
  int descriptionLength();

  /** How many words the line's description and note and the claim's note have together. */
  int narrativeWords();

  /** Whether the line's description has only words that any unlisted code has. */
  boolean descriptionRestatesCode();

  /** Whether a record of the service is sent with the claim. */
  boolean recordsAttached();
}
