package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.LineRecord;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.internal.CatalogEntry.Requirement;
import io.github.cpt76496.internal.CatalogEntry.Stated;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules see: one line billed with 76496 in its claim, flat. Most facts stand on the claim
 * or in a table. Some are derived here, once for all pages: whether the service took place in a
 * facility, which revenue codes are professional, which of the codes billed beside the line
 * decides, and whether a procedure's codes refuse modifier 26. What follows for 76496 is in the
 * rules.
 *
 * <p>Nothing here is {@code null} (Drools' {@code !=} is true on null), and what a rule compares
 * with a literal is a string (Drools indexes no enum constants). There is no claim id, no name and
 * no free text to see.
 */
public final class LineFacts {

  /** Words that say of a service no more than that its code is 76496. */
  private static final Set<String> WORDS_OF_THE_CODE =
      Set.of(
          "76496",
          "CLASSIFIED",
          "CODE",
          "CPT",
          "DIAGNOSTIC",
          "ELSEWHERE",
          "FLUOROSCOPIC",
          "FLUOROSCOPY",
          "HCPCS",
          "MISC",
          "MISCELLANEOUS",
          "NEC",
          "NOC",
          "NOS",
          "NOT",
          "OTHERWISE",
          "PROCEDURE",
          "SERVICE",
          "SPECIFIED",
          "UNLISTED",
          "UNSPECIFIED");

  private final Claim claim;
  private final ServiceLine line;
  private final LineRecord record;
  private final int index;
  private final long day;
  private final BilledBeside beside;
  private final ReferenceTables tables;
  private final Optional<CodeRow> recordedProcedure;
  private final Optional<CodeRow> unlistedByImaging;
  private final Optional<CodeRow> narrativeProcedure;
  private final String setting;
  private final Optional<CodeRow> placeListedByPayer;
  private final boolean modifier26;
  private final boolean modifierTc;

  /**
   * A code on the claim and date of the line, with the row that says something of it. Of several
   * the first decides: by what it says of imaging, then the best evidence, then the lowest code.
   */
  record BilledCode(String code, CodeRow row) implements Comparable<BilledCode> {

    @Override
    public int compareTo(BilledCode other) {
      int order = row.imaging().compareTo(other.row.imaging());
      if (order == 0) {
        order = row.citation().grade().compareTo(other.row.citation().grade());
      }
      return order == 0 ? code.compareTo(other.code) : order;
    }
  }

  /**
   * What the claim bills on the date of the line.
   *
   * @param procedure a code of which it is known where its imaging is coded
   * @param ended a code that was no longer valid
   * @param columnTwo a code in column 2 of an NCCI pair with 76496
   */
  record BilledBeside(
      Optional<BilledCode> procedure, Optional<BilledCode> ended, Optional<BilledCode> columnTwo) {

    static final BilledBeside NOTHING =
        new BilledBeside(Optional.empty(), Optional.empty(), Optional.empty());
  }

  LineFacts(Claim claim, ServiceLine line, int index, BilledBeside beside, ReferenceTables tables) {
    this.claim = claim;
    this.line = line;
    this.record = line.record();
    this.index = index;
    this.day = line.dateOfService().toEpochDay();
    this.beside = beside;
    this.tables = tables;
    this.recordedProcedure = recordedProcedure(tables);
    this.unlistedByImaging =
        tables.unlistedByImaging.findKey(record.imaging().name(), line.dateOfService());
    this.narrativeProcedure = narrativeProcedure(tables);
    this.setting =
        line.placeOfService().isEmpty()
            ? "NOT_STATED"
            : tables
                .placesOfService
                .find(line.placeOfService(), line.dateOfService())
                .map(CodeRow::key)
                .orElse("NOT_STATED");
    this.placeListedByPayer =
        tables.facilityPlaceOf(
            claim.payer().family().name(), line.placeOfService(), line.dateOfService());
    this.modifier26 = line.modifiers().contains("26");
    this.modifierTc = line.modifiers().contains("TC");
  }

  private Optional<CodeRow> recordedProcedure(ReferenceTables tables) {
    String family = record.procedure();
    if (family.isEmpty()) {
      return Optional.empty();
    }
    if (!tables.procedureFamilies.knowsKey(family)) {
      throw new IllegalArgumentException(
          "line "
              + line.number()
              + ": record.procedure: not a procedure family of this rule set; the families are in"
              + " rules/reference/procedure-families.tsv");
    }
    return tables.procedureFamilies.findKey(family, line.dateOfService());
  }

  private Optional<CodeRow> narrativeProcedure(ReferenceTables tables) {
    if (line.description().isBlank() && line.note().isBlank()) {
      return Optional.empty();
    }
    return tables.familyNamedIn(
        (line.description() + " " + line.note()).toUpperCase(Locale.ROOT), line.dateOfService());
  }

  ServiceLine line() {
    return line;
  }

  LineOfBusiness program() {
    return claim.payer().lineOfBusiness();
  }

  Claim.Form claimForm() {
    return claim.form();
  }

  int index() {
    return index;
  }

  /** The date of service as a day since 1970-01-01. */
  long day() {
    return day;
  }

  BilledBeside beside() {
    return beside;
  }

  // ---- 1  the procedure

  /**
   * A code on the same claim and date of which it is known where its imaging is coded, or empty.
   */
  public String billedCode() {
    return code(beside.procedure());
  }

  /** Family of {@link #billedCode()}, or empty. */
  public String billedFamily() {
    return billedRow().map(CodeRow::words).orElse("");
  }

  /** A {@link CodeRow.Imaging} by name: where the imaging of {@link #billedCode()} is coded. */
  public String billedImaging() {
    return imagingOf(billedRow());
  }

  /** Row of {@link #billedCode()}. */
  public Optional<CodeRow> billedRow() {
    return beside.procedure().map(BilledCode::row);
  }

  /** PC/TC indicator of {@link #billedCode()} on the date of service, or empty. */
  public String billedPcTc() {
    return pcTc(billedCode());
  }

  /** Whether {@link #recordedProcedureCodes()} are known and none of them takes modifier 26. */
  public boolean recordedProcedureRefuses26() {
    List<String> codes = recordedProcedureCodes();
    for (String code : codes) {
      String indicator = pcTc(code);
      if (!indicator.equals("0") && !indicator.equals("9")) {
        return false;
      }
    }
    return !codes.isEmpty();
  }

  private String pcTc(String code) {
    return code.isEmpty() ? "" : tables.feeSchedule().pcTcIndicator(code, line.dateOfService());
  }

  /** Modifier indicator of the NCCI pair of {@link #billedCode()} with 76496, or empty. */
  public String billedPairIndicator() {
    return billedRow().map(CodeRow::pairIndicator).orElse("");
  }

  /** Codes that describe the same procedure as {@link #billedCode()}, with guidance. */
  public List<String> billedProcedureCodes() {
    return codesOf(billedRow());
  }

  /** Family that the record names as the procedure, or empty. */
  public String recordedFamily() {
    return recordedProcedure.map(CodeRow::words).orElse("");
  }

  /** A {@link CodeRow.Imaging} by name: where the imaging of {@link #recordedFamily()} is coded. */
  public String recordedImaging() {
    return imagingOf(recordedProcedure);
  }

  /** Row of {@link #recordedFamily()}. */
  public Optional<CodeRow> recordedRow() {
    return recordedProcedure;
  }

  /** Codes to look at where only {@link #recordedFamily()} is known. */
  public List<String> recordedProcedureCodes() {
    return codesOf(recordedProcedure);
  }

  /** What tells {@link #recordedProcedureCodes()} apart, as the end of a message, or empty. */
  public String recordedChoice() {
    return choice(recordedProcedure);
  }

  /** What tells {@link #narrativeProcedureCodes()} apart, as the end of a message, or empty. */
  public String narrativeChoice() {
    return choice(narrativeProcedure);
  }

  private static String choice(Optional<CodeRow> row) {
    String chooseBy = row.map(CodeRow::chooseBy).orElse("");
    return chooseBy.isEmpty() ? "" : "; which of its codes fits depends on: " + chooseBy;
  }

  /** Family whose words stand in the description or note, or empty. */
  public String narrativeFamily() {
    return narrativeProcedure.map(CodeRow::words).orElse("");
  }

  /** Codes to look at where only {@link #narrativeFamily()} is known. */
  public List<String> narrativeProcedureCodes() {
    return codesOf(narrativeProcedure);
  }

  /** A code on the same claim and date that was no longer valid, or empty. */
  public String endedCode() {
    return code(beside.ended());
  }

  /** Whether other codes are known to have taken the place of {@link #endedCode()}. */
  public boolean endedCodeReplaced() {
    return !endedProcedureCodes().isEmpty();
  }

  /** Codes that took the place of {@link #endedCode()}. */
  public List<String> endedProcedureCodes() {
    return codesOf(endedRow());
  }

  /** Row of {@link #endedCode()}. */
  public Optional<CodeRow> endedRow() {
    return beside.ended().map(BilledCode::row);
  }

  /** A code on the same claim and date in column 2 of an NCCI pair with 76496, or empty. */
  public String columnTwoCode() {
    return code(beside.columnTwo());
  }

  /** Modifier indicator of the NCCI pair of 76496 with {@link #columnTwoCode()}, or empty. */
  public String columnTwoIndicator() {
    return columnTwoRow().map(CodeRow::pairIndicator).orElse("");
  }

  /** Row of {@link #columnTwoCode()}. */
  public Optional<CodeRow> columnTwoRow() {
    return beside.columnTwo().map(BilledCode::row);
  }

  private static String code(Optional<BilledCode> billed) {
    return billed.map(BilledCode::code).orElse("");
  }

  private static String imagingOf(Optional<CodeRow> row) {
    return row.map(r -> r.imaging().name()).orElse("");
  }

  private static List<String> codesOf(Optional<CodeRow> row) {
    return row.map(CodeRow::procedureCodes).orElse(List.of());
  }

  /** A {@link LineRecord.Imaging} by name. */
  public String imaging() {
    return record.imaging().name();
  }

  /** The unlisted code of the modality that was used where that is not fluoroscopy, or none. */
  public List<String> otherUnlistedCodes() {
    return unlistedByImaging.map(row -> List.of(row.firstCode())).orElse(List.of());
  }

  /** Row of {@link #otherUnlistedCodes()}. */
  public Optional<CodeRow> otherUnlistedRow() {
    return unlistedByImaging;
  }

  /** A {@link LineRecord.Purpose} by name. */
  public String purpose() {
    return record.purpose().name();
  }

  /** YES, NO or NOT_STATED. */
  public String motionRecorded() {
    return record.motionRecorded().name();
  }

  /** YES, NO or NOT_STATED. */
  public String noSpecificCode() {
    return record.noSpecificCode().name();
  }

  /** YES, NO or NOT_STATED. */
  public String categoryThreeChecked() {
    return record.categoryThreeChecked().name();
  }

  /** YES, NO or NOT_STATED. */
  public String writtenInterpretation() {
    return record.writtenInterpretation().name();
  }

  /** Whether more than one unit is billed. */
  public boolean moreThanOneUnit() {
    return line.units().compareTo(BigDecimal.ONE) > 0;
  }

  // ---- 2  the modifiers

  /** A {@link Claim.Form} by name. */
  public String form() {
    return claim.form().name();
  }

  /**
   * HOSPITAL, FACILITY, NON_FACILITY or RATE_ONLY by the table of places of service, else
   * NOT_STATED.
   */
  public String setting() {
    return setting;
  }

  /**
   * Whether the service took place in a facility: YES, NO or NOT_STATED. The patient's status goes
   * before the room (CMS Change Request 7631), and a department that a hospital has leased out is
   * no facility for a patient who is not the hospital's (IOM 100-04 chapter 13 section 20).
   */
  public String inFacility() {
    return switch (record.hospitalPatient()) {
      case YES -> "YES";
      case NO -> setting.equals("HOSPITAL") ? "NO" : inFacilityByPlace();
      case NOT_STATED -> inFacilityByPlace();
    };
  }

  private String inFacilityByPlace() {
    return switch (setting) {
      case "HOSPITAL", "FACILITY" -> "YES";
      case "NON_FACILITY" -> "NO";
      default -> "NOT_STATED";
    };
  }

  /** Two digits, or empty. */
  public String placeOfService() {
    return line.placeOfService();
  }

  /** Whether the payer's own list of facility places names the place of service. */
  public boolean placeListedByPayer() {
    return placeListedByPayer.isPresent();
  }

  /** Row of {@link #placeListedByPayer()}. */
  public Optional<CodeRow> placeRow() {
    return placeListedByPayer;
  }

  /** The place of service as words for a message. */
  public String place() {
    return "place of service "
        + (line.placeOfService().isEmpty() ? "not stated" : line.placeOfService());
  }

  /** Whether modifier 26 is on the line. */
  public boolean modifier26() {
    return modifier26;
  }

  /** Whether modifier TC is on the line. */
  public boolean modifierTc() {
    return modifierTc;
  }

  /** The modifiers in claim order. */
  public List<String> modifiers() {
    return line.modifiers();
  }

  /** How many modifiers are on the line. */
  public int modifierCount() {
    return line.modifiers().size();
  }

  /** The first modifier, or empty. */
  public String firstModifier() {
    return line.modifiers().isEmpty() ? "" : line.modifiers().get(0);
  }

  /** A {@link LineRecord.Component} by name. */
  public String component() {
    return record.component().name();
  }

  /** YES, NO or NOT_STATED. */
  public String purchasedComponent() {
    return record.purchasedComponent().name();
  }

  /** YES, NO or NOT_STATED. */
  public String hospitalPatient() {
    return record.hospitalPatient().name();
  }

  /** PROFESSIONAL for revenue codes 096x to 098x, OTHER for the rest, NOT_STATED without one. */
  public String revenueCodeKind() {
    String code = line.revenueCode();
    if (code.isEmpty()) {
      return "NOT_STATED";
    }
    return code.startsWith("096") || code.startsWith("097") || code.startsWith("098")
        ? "PROFESSIONAL"
        : "OTHER";
  }

  /** Whether the type of bill is a critical access hospital's, 85x. */
  public boolean criticalAccessHospital() {
    return claim.typeOfBill().startsWith("85");
  }

  // ---- 3  the documentation

  /** A {@link Payer.Family} by name. */
  public String payerFamily() {
    return claim.payer().family().name();
  }

  /** The plan or contractor, or empty. */
  public String payerPlan() {
    return claim.payer().plan();
  }

  /** A {@link Payer.LineOfBusiness} by name. */
  public String lineOfBusiness() {
    return claim.payer().lineOfBusiness().name();
  }

  /** How many characters the line's description has. */
  public int descriptionLength() {
    String text = line.description().strip();
    return text.codePointCount(0, text.length());
  }

  /** How many words the line's description and note and the claim's note have together. */
  public int narrativeWords() {
    return Words.of(line.description()).size()
        + Words.of(line.note()).size()
        + Words.of(claim.note()).size();
  }

  /** Whether the line's description has no word beyond those that any unlisted code has. */
  public boolean descriptionRestatesCode() {
    List<String> words = Words.of(line.description().toUpperCase(Locale.ROOT));
    return !words.isEmpty() && WORDS_OF_THE_CODE.containsAll(words);
  }

  /** Whether a record of the service travels with the claim. */
  public boolean recordsAttached() {
    return DocumentationStates.isAmong(DocumentationItem.CLINICAL_RECORDS, claim.attachments());
  }

  /** A requirement in the state that its document has. */
  Stated state(Requirement requirement) {
    return requirement.in(DocumentationStates.of(requirement, claim, line));
  }

  /** Whether neither claim nor record states a fact. */
  boolean lacks(Fact fact) {
    return switch (fact) {
      case FORM -> form().equals("NOT_STATED");
      case PLACE_OF_SERVICE -> inFacilityByPlace().equals("NOT_STATED");
      case REVENUE_CODE -> line.revenueCode().isEmpty();
      case PROCEDURE -> record.procedure().isEmpty();
      case IMAGING -> imaging().equals("NOT_STATED");
      case PURPOSE -> purpose().equals("NOT_STATED");
      case COMPONENT -> component().equals("NOT_STATED");
      case WRITTEN_INTERPRETATION -> writtenInterpretation().equals("NOT_STATED");
      case NO_SPECIFIC_CODE -> noSpecificCode().equals("NOT_STATED");
      case HOSPITAL_PATIENT -> hospitalPatient().equals("NOT_STATED");
    };
  }
}
