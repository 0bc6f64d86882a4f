package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.NamedService;
import io.github.cpt76496.NamedService.Stance;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.internal.CatalogEntry.Requirement;
import io.github.cpt76496.internal.CatalogEntry.Stated;
import io.github.cpt76496.page.LineFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facts of a line, as the claim states them and as the reference tables derive them. */
final class DerivedFacts implements LineFacts {

  /** What the guidance was for that a listed code describes; other modalities have codes for it. */
  private static final Map<String, String> PURPOSE_OF_GUIDANCE =
      Map.of(
          "77001",
          "CENTRAL_VENOUS_ACCESS",
          "77002",
          "NEEDLE_PLACEMENT",
          "75989",
          "DRAIN_PLACEMENT");

  /** More than a person looks at are no answer. */
  private static final int MOST_CANDIDATES = 5;

  /** Imaging that is not fluoroscopy and that words can name. */
  private static final List<String> OTHER_IMAGING =
      List.of("CT", "MR", "RADIOGRAPHY", "ULTRASOUND");

  /** Fluoroscopy as the only imaging. */
  private static final List<String> STANDS_ALONE = List.of("76000");

  private final Claim claim;
  private final CodesOfClaim codesOfClaim;
  private final ServiceLine line;
  private final RecordFacts record;
  private final int index;
  private final long day;
  private final BilledBeside beside;
  private final List<CodeRow> partners;
  private final ReferenceTables tables;
  private final String billedImaging;
  private final Optional<CodeRow> recordedProcedure;
  private final List<CodeRow> recordedPartners;
  private final LineTexts texts;
  private final Optional<NarrativeReading> narrative;
  private final List<String> narrativeCodes;
  private final Optional<NarrativeReading> xRay;
  private final String narrativeStance;
  private final String narrativeImaging;
  private final String setting;
  private final String inFacility;
  private final boolean modifier26;
  private final boolean modifierTc;
  private final boolean distinctService;
  private @Nullable Boolean payerSearched;

  DerivedFacts(
      Claim claim,
      CodesOfClaim codes,
      ServiceLine line,
      int index,
      BilledBeside beside,
      ReferenceTables tables) {
    this.claim = claim;
    this.codesOfClaim = codes;
    this.line = line;
    this.record = line.record();
    this.index = index;
    this.day = line.dateOfService().toEpochDay();
    this.beside = beside;
    this.tables = tables;
    this.billedImaging = imagingOf(billedRow());
    this.recordedPartners = recordedPartners(tables);
    this.recordedProcedure = recordedProcedure();
    this.texts = new LineTexts(claim, line, tables);
    this.narrative = texts.reading();
    this.narrativeCodes =
        narrative.isEmpty() || saysNoMoreThanTheRecord()
            ? List.of()
            : open(narrative.get().concept().procedureCodes());
    this.xRay = xRay(tables);
    this.narrativeStance =
        narrative.isPresent()
                && (!narrativeCodes.isEmpty() || narrative.get().stance() == Stance.NOT_DONE)
            ? narrative.get().stance().name()
            : "";
    this.narrativeImaging = imagingInWords();
    this.partners =
        record.purpose() == RecordFacts.Purpose.CONTRAST_STUDY
                && narrative.isPresent()
                && narrative.get().stance() == Stance.LISTED
            ? withoutGuidanceOfNamedStudy()
            : beside.partners();
    this.setting =
        line.placeOfService().isEmpty()
            ? "NOT_STATED"
            : keyOf(
                tables.placesOfService.find(line.placeOfService(), line.dateOfService()),
                "NOT_STATED");
    this.inFacility = inFacilityByRecord();
    this.modifier26 = line.modifiers().contains("26");
    this.modifierTc = line.modifiers().contains("TC");
    this.distinctService = tables.saysDistinctService(line.modifiers(), line.dateOfService());
  }

  /**
   * Whether the words say fluoroscopy and the record that it guided an operation: what becomes of
   * that does not depend on a code for fluoroscopy that stands alone.
   */
  private boolean saysNoMoreThanTheRecord() {
    return record.purpose() == RecordFacts.Purpose.SURGICAL_GUIDANCE
        && STANDS_ALONE.equals(narrativeConceptCodes());
  }

  /**
   * Where record and words both say that this imaging was a contrast study, and the words name the
   * one that goes with a procedure, the code for the guidance of a needle is not offered beside it:
   * it is for the injection before a study by CT or MR.
   */
  private List<CodeRow> withoutGuidanceOfNamedStudy() {
    List<CodeRow> all = beside.partners();
    List<CodeRow> left = new ArrayList<>(all.size());
    List<String> named = new ArrayList<>(all.size());
    for (CodeRow row : all) {
      if (!isGuidance(row.listedCode())) {
        if (narrativeConceptCodes().contains(row.listedCode())) {
          named.add(row.key());
        }
        left.add(row);
      } else if (!named.contains(row.key())) {
        left.add(row);
      }
    }
    return left;
  }

  private boolean isGuidance(String code) {
    Optional<CodeRow> row = tables.procedure(CodeRow.sortKey(code), line.dateOfService());
    return row.isPresent() && row.get().key().equals("GUIDANCE_ADD_ON");
  }

  /** What goes with the family that the record names: each listed code once. */
  private List<CodeRow> recordedPartners(ReferenceTables tables) {
    String family = record.procedure();
    if (family.isEmpty()) {
      return List.of();
    }
    if (!tables.knowsFamily(family)) {
      throw new IllegalArgumentException(
          "line "
              + line.number()
              + ": record.procedure: not a procedure family of this rule set; the families are in"
              + " rules/reference/procedure-families.tsv and imaging-partners.tsv");
    }
    List<CodeRow> partners = new ArrayList<>();
    // A procedure of the family that is billed says more than the family: which joint, which vein.
    for (CodeRow row : beside.partners()) {
      if (row.key().equals(family) && !codes(partners).contains(row.listedCode())) {
        partners.add(row);
      }
    }
    if (!partners.isEmpty()) {
      return partners;
    }
    for (CodeRow row : tables.partners.findKey(family, line.dateOfService())) {
      if (beside.leavesOpen(row.listedCode(), tables, line.dateOfService())
          && !codes(partners).contains(row.listedCode())) {
        partners.add(row);
      }
    }
    return partners;
  }

  private Optional<CodeRow> recordedProcedure() {
    if (record.procedure().isEmpty()) {
      return Optional.empty();
    }
    return recordedPartners.isEmpty()
        ? tables.procedureFamilies.findKey(record.procedure(), line.dateOfService())
        : Optional.of(recordedPartners.get(0));
  }

  private static List<String> codes(List<CodeRow> partners) {
    List<String> codes = new ArrayList<>(partners.size());
    for (CodeRow row : partners) {
      if (!codes.contains(row.listedCode())) {
        codes.add(row.listedCode());
      }
    }
    return codes;
  }

  /** What tells listed codes apart, where there are several. */
  private static String choice(List<CodeRow> partners) {
    List<String> codes = codes(partners);
    StringBuilder choice = new StringBuilder();
    for (CodeRow row : partners) {
      if (codes.remove(row.listedCode()) && !row.chooseBy().isEmpty()) {
        choice
            .append(choice.isEmpty() ? "; " : ", ")
            .append(row.listedCode())
            .append(": ")
            .append(row.chooseBy());
      }
    }
    return choice.toString();
  }

  /** The x-ray study that the words name, where the record says that it was one. */
  private Optional<NarrativeReading> xRay(ReferenceTables tables) {
    return record.imaging() == RecordFacts.Imaging.RADIOGRAPHY
        ? tables
            .xRayStudies()
            .read(line.description(), line.note(), claim.note(), line.dateOfService())
            .filter(NarrativeReading::isOfTheLineAndDone)
            .filter(reading -> !open(reading.concept().procedureCodes()).isEmpty())
        : Optional.empty();
  }

  /**
   * Those codes that could be billed on the date beside what is billed; none where one of them is
   * billed, since then the words are about a line that is there.
   */
  private List<String> open(List<String> codes) {
    List<String> open = new ArrayList<>(codes.size());
    for (int i = 0; i < codes.size(); i++) {
      if (isBilled(codes.get(i))) {
        return List.of();
      }
      if (beside.leavesOpen(codes.get(i), tables, line.dateOfService())) {
        open.add(codes.get(i));
      }
    }
    return open;
  }

  /** On the date, whether or not a table knows the code. */
  private boolean isBilled(String code) {
    if (!codesOfClaim.mayHold(code)) {
      return false;
    }
    List<ServiceLine> lines = claim.lines();
    for (int i = 0; i < lines.size(); i++) {
      ServiceLine other = lines.get(i);
      if (other.procedureCode().equals(code) && BilledBeside.overlap(other, line)) {
        return true;
      }
    }
    return false;
  }

  ServiceLine line() {
    return line;
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

  @Override
  public String billedCode() {
    return code(beside.procedure());
  }

  @Override
  public String billedName() {
    String family = nameOf(billedRow());
    return family.isEmpty() ? billedCode() : String.join("", billedCode(), " (", family, ")");
  }

  @Override
  public String billedImaging() {
    return billedImaging;
  }

  @Override
  public String billedImagingInWords() {
    String billed = billedName().concat(", billed on this claim for the same date of service, ");
    return billedImaging.equals("IN_GUIDED_CODE")
        ? String.join(
            "",
            "other listed codes describe ",
            billed,
            "with its guidance; if the fluoroscopy was for that procedure, one of them is reported"
                + " instead")
        : String.join(
            "",
            "the imaging of ",
            billed,
            "is included in a procedure code; if the fluoroscopy was for that procedure, no listed"
                + " code is added for it");
  }

  @Override
  public Optional<CodeRow> billedRow() {
    return rowOf(beside.procedure());
  }

  @Override
  public String billedPcTc() {
    return pcTc(billedCode());
  }

  @Override
  public boolean billedCodeRefuses26() {
    return refuses26(billedCode());
  }

  @Override
  public boolean recordedProcedureRefuses26() {
    List<String> codes = recordedProcedureCodes();
    for (String code : codes) {
      if (!refuses26(code)) {
        return false;
      }
    }
    return !codes.isEmpty();
  }

  private boolean refuses26(String code) {
    return !code.isEmpty() && tables.feeSchedule().refuses26(code, line.dateOfService());
  }

  private String pcTc(String code) {
    return code.isEmpty() ? "" : tables.feeSchedule().pcTcIndicator(code, line.dateOfService());
  }

  @Override
  public String billedPairIndicator() {
    return pairIndicatorOf(billedRow());
  }

  @Override
  public String billedPair() {
    CodeRow row = billedRow().orElse(null);
    return row == null || row.pairCode().isEmpty()
        ? ""
        : String.join(
            "",
            "; NCCI has ",
            row.pairCode(),
            " in column 2 of a pair with ",
            billedCode(),
            ", and CMS gives this reason: ",
            row.pairReason().words);
  }

  @Override
  public String billedSameSite() {
    String modifier = modifierOfSameSite();
    return modifier.isEmpty()
        ? ""
        : String.join(
            "",
            "; modifier ",
            modifier,
            " is on both lines, and CMS's text, read in a copy, says of most pairs of paired organs"
                + " that a modifier for the same side does not bypass them");
  }

  /** A modifier of the line that parts it from the billed code at another site only, or empty. */
  private String modifierOfSameSite() {
    if (beside.procedure().isPresent() && !billedParted() && !billedPairIndicator().equals("0")) {
      for (String modifier : line.modifiers()) {
        if (tables.site(modifier, line.dateOfService()).isPresent()) {
          return modifier;
        }
      }
    }
    return "";
  }

  /**
   * How firm a finding by a row can be: by its own grade, and where a modifier does not part the
   * line from the code of the row, being of the same site, by the grade of that, too.
   */
  Severity atMost(Severity severity, CitedRow row) {
    Severity most = Severities.capped(severity, row.citation().grade());
    String modifier = modifierOfSameSite();
    return modifier.isEmpty() || !beside.procedure().get().row().place().equals(row.place())
        ? most
        : Severities.capped(
            most, tables.site(modifier, line.dateOfService()).get().citation().grade());
  }

  @Override
  public List<String> listedPartners() {
    return codes(partners);
  }

  @Override
  public List<String> studiesInQuestion() {
    if (!codeOfImagingInWords().isEmpty()) {
      return List.of();
    }
    List<String> codes = listedPartners();
    if (narrative.isEmpty() || !narrative.get().isOfTheLineAndDone()) {
      return codes;
    }
    List<String> ofImaging = listedCodesOfImagingInWords();
    List<String> inOrder = new ArrayList<>(codes.size() + narrativeCodes.size());
    inOrder.addAll(ofImaging);
    for (String code : narrativeConceptCodes()) {
      if (codes.contains(code)) {
        addOthers(List.of(code), inOrder);
      }
    }
    addOthers(codes, inOrder);
    boolean told = (billedIncludesIt() || billedImaging.equals("THE_CODE")) && namesNoStudy();
    if (narrativeStance.equals("ASK") && !holdsImagingInWords() && !told) {
      addOthers(ofImaging.isEmpty() ? narrativeCodes : unlistedOfImagingInWords(), inOrder);
    }
    if (billedIncludesIt()) {
      inOrder.removeAll(STANDS_ALONE); // Fluoroscopy of which nothing else is said is that one.
    }
    return inOrder;
  }

  /**
   * The imaging that the words name, by the unlisted code that they can mean, or by codes of
   * radiology of which none is about fluoroscopy; or empty.
   */
  private String imagingInWords() {
    if (narrative.isEmpty() || !narrative.get().isOfTheLineAndDone()) {
      return "";
    }
    List<String> codes = narrativeConceptCodes();
    if (codes.isEmpty()) {
      return "";
    }
    for (String imaging : OTHER_IMAGING) {
      if (codes.containsAll(unlisted(imaging))) {
        return imaging;
      }
    }
    for (int i = 0; i < codes.size(); i++) {
      String code = codes.get(i);
      if (!code.startsWith("7")
          || tables.procedure(CodeRow.sortKey(code), line.dateOfService()).isPresent()) {
        return "";
      }
    }
    return codes.get(0).startsWith("78") ? "OTHER" : "RADIOGRAPHY";
  }

  /**
   * The code billed on the date that reports the imaging that the words name, or includes it, where
   * the record names no imaging; or empty.
   */
  private String codeOfImagingInWords() {
    if (narrativeImaging.isEmpty() || record.imaging() != RecordFacts.Imaging.NOT_STATED) {
      return "";
    }
    for (String code : narrativeConceptCodes()) {
      if (isBilled(code)) {
        return code;
      }
    }
    Optional<BilledBeside.Code> holds = billedUnder(narrativeImaging, true, beside.codes());
    return holds.isPresent() && partnersBeside(holds).isEmpty() ? holds.get().code() : "";
  }

  @Override
  public String imagingInWordsBilled() {
    String code = codeOfImagingInWords();
    return code.isEmpty()
        ? ""
        : String.join(
            "",
            "; ",
            narrativeName(),
            ", which ",
            narrativeField(),
            " names, is reported with ",
            code,
            ", billed on this claim for the same date of service");
  }

  private List<String> unlisted(String imaging) {
    return codesOf(tables.codesByImaging(imaging, "", line.dateOfService()));
  }

  private List<String> unlistedOfImagingInWords() {
    return narrativeImaging.isEmpty() ? List.of() : unlisted(narrativeImaging);
  }

  /** What the record would lead to, if it named the imaging that the words name. */
  private List<String> listedCodesOfImagingInWords() {
    if (narrativeImaging.isEmpty()
        || record.imaging() != RecordFacts.Imaging.NOT_STATED
        || holdsImagingInWords()) {
      return List.of();
    }
    List<String> codes = new ArrayList<>();
    for (CodeRow row : imagingRows(narrativeImaging)) {
      addOthers(row.procedureCodes(), codes);
    }
    codes.removeAll(unlistedOfImagingInWords());
    return codes;
  }

  private boolean holdsImagingInWords() {
    return billedUnder(narrativeImaging, true, beside.codes()).isPresent();
  }

  private boolean billedIncludesIt() {
    return switch (billedImaging) {
      case "INCLUDED", "INCLUDED_BY_ANALOGY", "PAIRED_WITH_76496" -> true;
      default -> false;
    };
  }

  private static void addOthers(List<String> codes, List<String> inOrder) {
    for (String code : codes) {
      if (!inOrder.contains(code)) {
        inOrder.add(code);
      }
    }
  }

  @Override
  public String partnerChoice() {
    return codeOfImagingInWords().isEmpty() ? choice(partners) : "";
  }

  @Override
  public String partnersOfOthers() {
    return beside.partners().isEmpty() || !codeOfImagingInWords().isEmpty()
        ? ""
        : "; if the imaging was for another procedure on that date, a listed code is reported with"
            + " that procedure";
  }

  @Override
  public List<String> recordedPartners() {
    return codes(recordedPartners);
  }

  @Override
  public String recordedPartnerChoice() {
    return choice(recordedPartners);
  }

  @Override
  public List<String> billedProcedureCodes() {
    if (!codeOfImagingInWords().isEmpty()) {
      return List.of();
    }
    List<String> codes = new ArrayList<>(listedCodesOfImagingInWords());
    codes.addAll(codesOf(billedRow()));
    codes.addAll(studiesInQuestion());
    return codes;
  }

  @Override
  public String recordedFamily() {
    return nameOf(recordedProcedure);
  }

  @Override
  public String recordedImaging() {
    return imagingOf(recordedProcedure);
  }

  @Override
  public Optional<CodeRow> recordedRow() {
    return recordedProcedure;
  }

  @Override
  public List<String> recordedProcedureCodes() {
    return codesOf(recordedProcedure);
  }

  @Override
  public String recordedChoice() {
    return choice(recordedProcedure);
  }

  private static String choice(Optional<CodeRow> row) {
    return row.isEmpty() ? "" : dependingOn(row.get().chooseBy());
  }

  /** How a message goes on with what tells codes apart. */
  static String dependingOn(String choice) {
    return choice.isEmpty() ? "" : "; which code fits depends on: ".concat(choice);
  }

  @Override
  public String narrativeStance() {
    return narrativeStance;
  }

  @Override
  public String narrativeImaging() {
    return narrativeImaging;
  }

  @Override
  public boolean narrativeImagingRecorded() {
    return narrativeImaging.equals(imaging());
  }

  @Override
  public boolean narrativeOfRecordedImaging() {
    if (narrativeCodes.isEmpty() || !narrative.get().isOfTheLineAndDone()) {
      return false;
    }
    boolean ofThatImaging =
        switch (record.imaging()) {
          case CT, MR, ULTRASOUND -> narrativeImagingRecorded();
          // A contrast study is filmed under fluoroscopy, and a record may call it by its films.
          case RADIOGRAPHY ->
              narrativeImagingRecorded()
                  || (narrativeStance.equals("LISTED") && !holdsAny(STANDS_ALONE));
          case OTHER -> narrativeImaging.equals("OTHER") || narrativeImaging.equals("RADIOGRAPHY");
          case FLUOROSCOPY, NOT_STATED -> false;
        };
    return ofThatImaging
        && (record.purpose() == RecordFacts.Purpose.NOT_STATED
            || record.purpose() == RecordFacts.Purpose.SOLE_IMAGING)
        && codesByImaging().equals(unlisted(imaging()))
        && !codesByImaging().containsAll(narrativeCodes);
  }

  @Override
  public String narrativeName() {
    return tellsNothing() ? "" : narrative.get().concept().name();
  }

  @Override
  public String narrativeField() {
    return tellsNothing()
        ? ""
        : switch (narrative.get().field()) {
          case DESCRIPTION -> "the description of the line";
          case LINE_NOTE -> "the note of the line";
          case CLAIM_NOTE -> "the note of the claim";
        };
  }

  @Override
  public String narrativeDoubt() {
    return narrativeStance.isEmpty() ? "" : narrative.get().doubtInWords();
  }

  @Override
  public List<String> narrativeCodes() {
    return narrativeCodes;
  }

  @Override
  public String narrativeChoice() {
    return narrativeCodes.size() < 2 ? "" : narrative.get().concept().dependsOn();
  }

  @Override
  public String narrativeQuestion() {
    return narrativeStance.isEmpty() ? "" : narrative.get().concept().asks();
  }

  @Override
  public Optional<NarrativeConcept> narrativeRow() {
    return tellsNothing() ? Optional.empty() : Optional.of(narrative.get().concept());
  }

  private boolean tellsNothing() {
    return narrativeStance.isEmpty() && narrativeImaging.isEmpty() && !billedInWords();
  }

  @Override
  public boolean narrativeAgainstRecord() {
    List<String> recorded = recordedProcedureCodes();
    return namesOneService()
        && !(recorded.isEmpty() && recordedPartners.isEmpty())
        && !holdsAny(recorded)
        && !holdsAny(codes(recordedPartners))
        && !holdsBetween(recordedProcedure);
  }

  @Override
  public boolean narrativeAgainstLines() {
    return namesOneService() && beside.procedure().isPresent() && isOfNothingBilled();
  }

  /** Whether no code that the words name goes with the procedure that decides. */
  private boolean isOfNothingBilled() {
    return !narrativeConceptCodes().contains(billedCode())
        && !holdsAny(codesOf(billedRow()))
        && !holdsAny(codes(beside.partners()))
        && !holdsBetween(billedRow());
  }

  @Override
  public boolean narrativeIsOfAnotherStudy() {
    return !narrativeCodes.isEmpty()
        && beside.procedure().isPresent()
        && narrative.get().isOfTheLineAndDone()
        && !namesNoStudy()
        && isOfNothingBilled();
  }

  /** Whether the words say no more than that fluoroscopy was used, or guided something. */
  private boolean namesNoStudy() {
    for (String code : narrativeConceptCodes()) {
      if (!STANDS_ALONE.contains(code) && !isGuidance(code)) {
        return false;
      }
    }
    return true;
  }

  private boolean namesOneService() {
    String stance = narrativeStance();
    return stance.equals("LISTED") || stance.equals("INCLUDED");
  }

  private List<String> narrativeConceptCodes() {
    return narrative.isEmpty() ? List.of() : narrative.get().concept().procedureCodes();
  }

  private boolean holdsAny(List<String> codes) {
    List<String> own = narrativeConceptCodes();
    for (int i = 0; i < codes.size(); i++) {
      if (own.contains(codes.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a code that the words name is of the same family as a row. */
  private boolean holdsBetween(Optional<CodeRow> row) {
    if (row.isEmpty()) {
      return false;
    }
    List<String> own = narrativeConceptCodes();
    for (int i = 0; i < own.size(); i++) {
      if (isOfFamily(own.get(i), row.get().key())) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfFamily(String code, String family) {
    if (family.isEmpty()) {
      return false;
    }
    Optional<CodeRow> row = tables.procedureFamilies.find(code, line.dateOfService());
    if (row.isPresent() && row.get().key().equals(family)) {
      return true;
    }
    for (CodeRow partner : tables.partners.find(CodeRow.sortKey(code), line.dateOfService())) {
      if (partner.key().equals(family)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String endedCode() {
    return code(beside.ended());
  }

  @Override
  public boolean endedCodeReplaced() {
    return !endedProcedureCodes().isEmpty();
  }

  @Override
  public List<String> endedProcedureCodes() {
    return codesOf(endedRow());
  }

  @Override
  public Optional<CodeRow> endedRow() {
    return rowOf(beside.ended());
  }

  @Override
  public String columnTwoCode() {
    return code(beside.columnTwo());
  }

  @Override
  public String columnTwoIndicator() {
    return pairIndicatorOf(columnTwoRow());
  }

  @Override
  public Optional<CodeRow> columnTwoRow() {
    return rowOf(beside.columnTwo());
  }

  private static String code(Optional<BilledBeside.Code> billed) {
    return billed.isEmpty() ? "" : billed.get().code();
  }

  private static String imagingOf(Optional<CodeRow> row) {
    return row.isEmpty() ? "" : row.get().imaging().name();
  }

  private static String nameOf(Optional<CodeRow> row) {
    return row.isEmpty() ? "" : row.get().name();
  }

  private static String keyOf(Optional<CodeRow> row, String absent) {
    return row.isEmpty() ? absent : row.get().key();
  }

  private static String pairIndicatorOf(Optional<CodeRow> row) {
    return row.isEmpty() ? "" : row.get().pairIndicator();
  }

  private static Optional<CodeRow> rowOf(Optional<BilledBeside.Code> billed) {
    return billed.isEmpty() ? Optional.empty() : Optional.of(billed.get().row());
  }

  private static List<String> codesOf(Optional<CodeRow> row) {
    return row.isEmpty() ? List.of() : row.get().procedureCodes();
  }

  @Override
  public String imaging() {
    return record.imaging().name();
  }

  @Override
  public String xRayStudy() {
    return xRay.isEmpty() ? "" : xRay.get().concept().name();
  }

  @Override
  public List<String> xRayCodes() {
    return xRay.isEmpty() ? List.of() : open(xRay.get().concept().procedureCodes());
  }

  @Override
  public String xRayChoice() {
    return xRayCodes().size() < 2 ? "" : xRay.get().concept().dependsOn();
  }

  @Override
  public Optional<NarrativeConcept> xRayRow() {
    return xRay.map(NarrativeReading::concept);
  }

  @Override
  public List<String> codesByImaging() {
    return codeOfImagingBilled().isEmpty() ? codesOfImagingRows() : List.of();
  }

  private List<String> codesOfImagingRows() {
    List<String> codes = new ArrayList<>();
    for (CodeRow row : imagingRows(imaging())) {
      codes.addAll(row.procedureCodes());
    }
    return codes;
  }

  /**
   * One of the codes of the modality that was used, where it is billed on the date; or empty. Where
   * nothing tells what that imaging was for, each of its radiology codes may report it.
   */
  private String codeOfImagingBilled() {
    List<String> codes = codesOfImagingRows();
    for (String code : codes) {
      if (isBilled(code)) {
        return code;
      }
    }
    if (codes.equals(unlisted(imaging()))) {
      for (String code : tables.radiologyCodesByImaging(imaging(), line.dateOfService())) {
        if (isBilled(code)) {
          return code;
        }
      }
    }
    return "";
  }

  @Override
  public String imagingChoice() {
    String billed = codeOfImagingBilled();
    if (!billed.isEmpty()) {
      return String.join(
          "",
          billed,
          ", billed on this claim for the same date of service, ",
          codesOfImagingRows().contains(billed) ? "reports" : "may report",
          " that imaging");
    }
    return candidates(codesByImaging(), List.of(), false).size() > 1
        ? "the codes of that modality take precedence over its unlisted code, which is listed last"
            + " here"
        : "the codes of that modality take precedence over its unlisted code";
  }

  @Override
  public Optional<CodeRow> imagingRow() {
    List<CodeRow> rows = imagingRows(imaging());
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  /** What is said of the modality that was used, the most telling first, its unlisted code last. */
  private List<CodeRow> imagingRows(String imaging) {
    List<CodeRow> rows = new ArrayList<>(2);
    Optional<BilledBeside.Code> described = billedUnder(imaging, false, beside.codes());
    if (!record.procedure().isEmpty()) {
      codesOfModality(imaging, record.procedure()).ifPresent(rows::add);
    }
    if (rows.isEmpty()) {
      described.ifPresent(billed -> rows.add(billed.row()));
      if (rows.isEmpty() && !billedKey().isEmpty()) {
        codesOfModality(imaging, billedKey()).ifPresent(rows::add);
      }
      if (rows.isEmpty() || described.isPresent()) {
        for (String purpose : purposes(partnersBeside(described))) {
          codesOfModality(imaging, purpose).filter(row -> !isAmong(row, rows)).ifPresent(rows::add);
        }
      }
    }
    codesOfModality(imaging, "").ifPresent(rows::add);
    return rows;
  }

  /** What the imaging was for: as stated, or as the listed codes of the procedures tell. */
  private List<String> purposes(List<CodeRow> partners) {
    if (record.purpose() != RecordFacts.Purpose.NOT_STATED) {
      return List.of(purpose());
    }
    List<String> purposes = new ArrayList<>();
    for (CodeRow partner : partners) {
      String purpose = PURPOSE_OF_GUIDANCE.get(partner.listedCode());
      if (purpose != null) {
        purposes.add(purpose);
      }
    }
    return purposes;
  }

  @Override
  public String billedWithImaging() {
    return code(ofThisImaging(true));
  }

  @Override
  public Optional<CodeRow> billedWithImagingRow() {
    return rowOf(ofThisImaging(true));
  }

  @Override
  public boolean billedCodeHoldsImaging() {
    return !billedCode().isEmpty()
        && billedUnder(imaging(), true, List.of(billedCode())).isPresent();
  }

  @Override
  public String billedWithoutImaging() {
    return code(ofThisImaging(false));
  }

  @Override
  public Optional<CodeRow> billedWithoutImagingRow() {
    return rowOf(ofThisImaging(false));
  }

  @Override
  public List<String> codesWithImaging() {
    return codesOf(billedWithoutImagingRow());
  }

  /**
   * The billed code that holds the imaging of the record, or that another code describes with it. A
   * modifier for another service or site says that it is not that imaging. Where another procedure
   * of the date has a listed imaging code, or the record names another procedure, it may have been
   * the imaging of that.
   */
  private Optional<BilledBeside.Code> ofThisImaging(boolean holds) {
    Optional<BilledBeside.Code> billed = billedUnder(imaging(), holds, beside.codes());
    return billed.isEmpty()
            || (!partsFrom(billed.get().code())
                && partnersBeside(billed).isEmpty()
                && (record.procedure().isEmpty()
                    || record.procedure().equals(family(billed.get()))))
        ? billed
        : Optional.empty();
  }

  /** Whether a modifier of the line parts it from each line of a code. */
  private boolean partsFrom(String code) {
    for (ServiceLine other : claim.lines()) {
      if (other.procedureCode().equals(code)
          && BilledBeside.overlap(other, line)
          && !parts(line, other)) {
        return false;
      }
    }
    return true;
  }

  private String family(BilledBeside.Code billed) {
    long key = CodeRow.sortKey(billed.code());
    List<CodeRow> partners = tables.partners.find(key, line.dateOfService());
    return partners.isEmpty()
        ? keyOf(tables.procedure(key, line.dateOfService()), "")
        : partners.get(0).key();
  }

  /** The listed imaging codes that go with the procedures of the date, but one. */
  private List<CodeRow> partnersBeside(Optional<BilledBeside.Code> one) {
    if (one.isEmpty()) {
      return beside.partners();
    }
    List<CodeRow> own =
        tables.partners.find(CodeRow.sortKey(one.get().code()), line.dateOfService());
    List<CodeRow> others = new ArrayList<>();
    for (CodeRow partner : beside.partners()) {
      if (!isAmong(partner, own)) {
        others.add(partner);
      }
    }
    return others;
  }

  /** By its place: what makes records equal sets up a call site, which holds a class loader. */
  private static boolean isAmong(CodeRow row, List<CodeRow> rows) {
    for (CodeRow other : rows) {
      if (other.place().equals(row.place())) {
        return true;
      }
    }
    return false;
  }

  /** The lowest billed code of which a row says that it holds the imaging, or which code does. */
  private Optional<BilledBeside.Code> billedUnder(
      String imaging, boolean holds, List<String> codes) {
    Optional<BilledBeside.Code> lowest = Optional.empty();
    for (String code : codes) {
      for (CodeRow row : tables.otherImaging.find(CodeRow.sortKey(code), line.dateOfService())) {
        if (row.key().equals(imaging)
            && row.procedureCodes().isEmpty() == holds
            && (lowest.isEmpty() || code.compareTo(lowest.get().code()) < 0)) {
          lowest = Optional.of(new BilledBeside.Code(code, row, false));
        }
      }
    }
    return lowest;
  }

  private String billedKey() {
    return keyOf(billedRow(), "");
  }

  private Optional<CodeRow> codesOfModality(String imaging, String study) {
    return tables.codesByImaging(imaging, study, line.dateOfService());
  }

  @Override
  public String purpose() {
    return record.purpose().name();
  }

  @Override
  public List<String> guidanceInQuestion() {
    if (!codeOfImagingInWords().isEmpty()) {
      return List.of();
    }
    List<String> ofImaging = listedCodesOfImagingInWords();
    List<String> codes = new ArrayList<>(ofImaging.isEmpty() ? narrativeCodes : ofImaging);
    codes.addAll(codesOf(codesOfModality(RecordFacts.Imaging.FLUOROSCOPY.name(), purpose())));
    return codes;
  }

  @Override
  public String motionRecorded() {
    return record.motionRecorded().name();
  }

  @Override
  public boolean spineMotionInWords() {
    return texts.tellOfSpineMotion();
  }

  @Override
  public boolean lungInWords() {
    return texts.tellOfTheLung();
  }

  @Override
  public boolean motionCodeBilled() {
    for (ServiceLine other : claim.lines()) {
      String code = other.procedureCode();
      if ((code.equals("76120") || code.equals("76125")) && BilledBeside.overlap(other, line)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String noSpecificCode() {
    return record.noSpecificCode().name();
  }

  @Override
  public String categoryThreeChecked() {
    return record.categoryThreeChecked().name();
  }

  @Override
  public String writtenInterpretation() {
    return record.writtenInterpretation().name();
  }

  @Override
  public boolean moreThanOneUnit() {
    long days = line.dateOfServiceEnd().toEpochDay() - day + 1;
    return line.units().compareTo(BigDecimal.valueOf(days)) > 0;
  }

  @Override
  public boolean billedAgain() {
    List<ServiceLine> lines = codesOfClaim.linesWith76496();
    if (lines.size() == 1 || isRepeated(line)) {
      return false;
    }
    for (int i = 0; i < lines.size(); i++) {
      ServiceLine other = lines.get(i);
      if (other.number() != line.number()
          && BilledBeside.overlap(other, line)
          && !areOneEach(line, other)
          && !areOneEach(other, line)
          && !isRepeated(other)
          && !parts(line, other)
          && !parts(other, line)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRepeated(ServiceLine one) {
    return one.modifiers().contains("76") || one.modifiers().contains("77");
  }

  private boolean parts(ServiceLine one, ServiceLine other) {
    return tables.parts(one.modifiers(), other.modifiers(), one.dateOfService());
  }

  private static boolean areOneEach(ServiceLine professional, ServiceLine technical) {
    return professional.modifiers().contains("26") && technical.modifiers().contains("TC");
  }

  // ---- 2  the modifiers

  @Override
  public String form() {
    return claim.form().name();
  }

  @Override
  public String setting() {
    return setting;
  }

  @Override
  public String inFacility() {
    return inFacility;
  }

  private String inFacilityByRecord() {
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

  @Override
  public String placeOfService() {
    return line.placeOfService();
  }

  @Override
  public boolean placeListedByPayer() {
    return placeRow().isPresent();
  }

  @Override
  public Optional<CodeRow> placeRow() {
    return tables.facilityPlaceOf(
        claim.payer().family().name(), line.placeOfService(), line.dateOfService());
  }

  @Override
  public String place() {
    return "place of service "
        .concat(line.placeOfService().isEmpty() ? "not stated" : line.placeOfService());
  }

  @Override
  public boolean modifier26() {
    return modifier26;
  }

  @Override
  public boolean modifierTc() {
    return modifierTc;
  }

  @Override
  public boolean distinctService() {
    return distinctService;
  }

  @Override
  public boolean billedParted() {
    return beside.procedure().isPresent() && beside.procedure().get().parted();
  }

  @Override
  public boolean billedInWords() {
    return beside.procedure().isPresent()
        && narrative.isPresent()
        && narrative.get().isOfTheLineAndDone()
        && narrativeConceptCodes().contains(billedCode());
  }

  @Override
  public List<String> modifiers() {
    return line.modifiers();
  }

  @Override
  public int modifierCount() {
    return line.modifiers().size();
  }

  @Override
  public String firstModifier() {
    return line.modifiers().isEmpty() ? "" : line.modifiers().get(0);
  }

  @Override
  public String component() {
    return record.component().name();
  }

  @Override
  public String purchasedComponent() {
    return record.purchasedComponent().name();
  }

  @Override
  public String hospitalPatient() {
    return record.hospitalPatient().name();
  }

  @Override
  public String revenueCodeKind() {
    String code = line.revenueCode();
    return code.isEmpty()
        ? "NOT_STATED"
        : keyOf(tables.revenueCodes.find(code, line.dateOfService()), "OTHER");
  }

  @Override
  public boolean criticalAccessHospital() {
    return kindOfBill().equals("CRITICAL_ACCESS_HOSPITAL");
  }

  @Override
  public String outpatientHospital() {
    return claim.typeOfBill().isEmpty()
        ? "NOT_STATED"
        : kindOfBill().equals("OUTPATIENT_HOSPITAL") ? "YES" : "NO";
  }

  private String kindOfBill() {
    String type = claim.typeOfBill();
    return type.isEmpty()
        ? ""
        : keyOf(tables.typesOfBill.find(type.substring(0, 2), line.dateOfService()), "");
  }

  // ---- 3  the documentation

  @Override
  public String payerFamily() {
    return claim.payer().family().name();
  }

  @Override
  public String payerPlan() {
    return claim.payer().plan();
  }

  @Override
  public String lineOfBusiness() {
    return claim.payer().lineOfBusiness().name();
  }

  @Override
  public int descriptionLength() {
    String text = line.description().strip();
    return text.codePointCount(0, text.length());
  }

  @Override
  public int narrativeWords() {
    return texts.words();
  }

  @Override
  public boolean descriptionRestatesCode() {
    return texts.descriptionRestatesCode();
  }

  @Override
  public boolean payerSearched() {
    if (payerSearched == null) {
      payerSearched = tables.payerSearches.include(claim.payer());
    }
    return payerSearched;
  }

  @Override
  public boolean recordsAttached() {
    return DocumentationStates.isAmong(DocumentationItem.CLINICAL_RECORDS, claim.attachments());
  }

  /**
   * The codes of a finding that could be billed, at most so many: those of the row or the claim,
   * then those of the page, and after those of a purpose what goes with the procedures that are
   * billed.
   */
  List<String> candidates(List<String> ofRow, List<String> ofPage, boolean ofPurpose) {
    List<String> ready = ofRow.isEmpty() ? ofPage : ofRow;
    if ((ofRow.isEmpty() || ofPage.isEmpty())
        && (!ofPurpose || beside.partners().isEmpty())
        && isOpen(ready)) {
      return List.copyOf(ready);
    }
    List<String> could = new ArrayList<>(MOST_CANDIDATES);
    for (int i = 0; i < ofRow.size(); i++) {
      addCandidate(ofRow.get(i), could);
    }
    for (int i = 0; i < ofPage.size(); i++) {
      addCandidate(ofPage.get(i), could);
    }
    if (ofPurpose && codeOfImagingInWords().isEmpty()) {
      for (CodeRow row : beside.partners()) {
        addCandidate(row.listedCode(), could);
      }
    }
    return List.copyOf(could);
  }

  /** Whether every code could be billed and is named once, and there are not too many. */
  private boolean isOpen(List<String> codes) {
    if (codes.size() > MOST_CANDIDATES) {
      return false;
    }
    for (int i = 0; i < codes.size(); i++) {
      if (codes.indexOf(codes.get(i)) < i
          || !beside.leavesOpen(codes.get(i), tables, line.dateOfService())) {
        return false;
      }
    }
    return true;
  }

  private void addCandidate(String code, List<String> could) {
    if (could.size() < MOST_CANDIDATES
        && !could.contains(code)
        && beside.leavesOpen(code, tables, line.dateOfService())) {
      could.add(code);
    }
  }

  /** A requirement in the state that its document has. */
  Stated state(Requirement requirement) {
    return requirement.in(DocumentationStates.of(requirement, claim, line, texts));
  }

  /** What the words are read as, the words left out. */
  List<NamedService> readAs() {
    if (xRay.isPresent()) {
      return List.of(xRay.get().named());
    }
    return narrative.isEmpty() ? List.of() : List.of(narrative.get().named());
  }

  /** Whether the words leave open what was done, describe nothing, or say that nothing was done. */
  private boolean wordsLeaveOpen() {
    return narrative.isPresent()
        && switch (narrative.get().stance()) {
          case LISTED -> false;
          case INCLUDED, ASK -> !narrativeCodes.isEmpty();
          case OPEN, NOT_DONE -> true;
        };
  }

  /** Whether neither claim nor record states a fact. */
  boolean lacks(Fact fact) {
    return switch (fact) {
      case DESCRIPTION -> wordsLeaveOpen();
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
