package io.github.cpt76496.benchmark;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.Engine;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.NamedService;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.oracle.PlainFinding;
import io.github.cpt76496.oracle.PlainJava;
import io.github.cpt76496.oracle.PlainLine;
import io.github.cpt76496.oracle.PlainRequirement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The whole answer by hand, on the claims of the benchmark: every decision as {@code if} and {@code
 * switch}, by the Java that the rules are tested against, and here the message of every finding,
 * its citation, what the words were read as, and the same immutable review. No engine runs, and no
 * catalog is asked, once it is made.
 *
 * <p>What never changes (citations, codes, remedies, a requirement in each of its states) is held
 * ready, as a person would hold it in constants; it is copied from the library's answers to the
 * same claims. Words are read by the library's reader, which is no part of what is compared.
 */
final class HandWritten {

  /** A procedure that decides, in the order in which one goes before another. */
  private enum Procedure {
    TUBE("49440", "gastrointestinal tube", CODE_DEFINITION),
    NERVE_ROOT("64483", "nerve root, facet or sacroiliac injection or ablation", CODE_DEFINITION),
    PLEURA("32557", "pleural drainage", ""),
    BILE_DUCT_47533("47533", "percutaneous bile duct procedure", ""),
    BILE_DUCT_47536("47536", "percutaneous bile duct procedure", ""),
    KIDNEY("50432", "nephrostomy and ureter", ""),
    EPIDURAL("62323", "epidural injection", ""),
    NEEDLE_GUIDANCE("77002", "", ""),
    JOINT("20610", "joint injection", ""),
    CENTRAL_LINE("36558", "central line", ""),
    NONE("", "", "");

    private final String code;
    private final String family;
    private final String pair;

    Procedure(String code, String family, String pair) {
      this.code = code;
      this.family = family;
      this.pair = pair;
    }

    String code() {
      return code;
    }

    String named() {
      return code + " (" + family + ")";
    }

    String pair() {
      return pair;
    }

    static Procedure of(Claim claim) {
      Procedure first = NONE;
      List<ServiceLine> lines = claim.lines();
      for (int i = 0; i < lines.size(); i++) {
        Procedure procedure = of(lines.get(i).procedureCode());
        if (procedure.compareTo(first) < 0) {
          first = procedure;
        }
      }
      return first;
    }

    private static Procedure of(String code) {
      return switch (code) {
        case "47533" -> BILE_DUCT_47533;
        case "47536" -> BILE_DUCT_47536;
        case "49440" -> TUBE;
        case "50432" -> KIDNEY;
        case "62323" -> EPIDURAL;
        case "64483" -> NERVE_ROOT;
        case "32557" -> PLEURA;
        case "36558" -> CENTRAL_LINE;
        case "20610" -> JOINT;
        case "77002" -> NEEDLE_GUIDANCE;
        default -> NONE;
      };
    }
  }

  private static final String CODE_DEFINITION =
      "; CMS has 76000 in column 2 of an NCCI pair with it, for this reason: the definition of the"
          + " code";

  private final Function<Claim, List<PlainLine>> decisions;

  private final Cpt76496Edits reader = Cpt76496Edits.loader().engine(Engine.COMPILED).load();

  /** What never changes of a finding, by edit, or by edit and row where it rests on one. */
  private final Map<String, Finding> constants = new HashMap<>();

  private final Map<String, Map<DocumentationRequirement.State, DocumentationRequirement>>
      requirements = new HashMap<>();

  private final ClaimReview nothing;

  HandWritten() {
    this(new PlainJava()::review);
  }

  /**
   * The answer alone: everything is decided before, and what is left is to read the words, to write
   * the messages and to put the answer together. No way to decide can be faster than that.
   */
  static HandWritten answersAlone(Claim[] claims) {
    PlainJava decisions = new PlainJava();
    IdentityHashMap<Claim, List<PlainLine>> decided = new IdentityHashMap<>();
    for (Claim claim : claims) {
      decided.put(claim, decisions.review(claim));
    }
    return new HandWritten(decided::get);
  }

  private HandWritten(Function<Claim, List<PlainLine>> decisions) {
    this.decisions = decisions;
    nothing = new ClaimReview(reader.version(), PayerMatch.NONE, List.of());
    for (Mix mix : Mix.values()) {
      for (Claim claim : mix.claims()) {
        Procedure billed = Procedure.of(claim);
        for (LineReview line : reader.review(claim).lines()) {
          for (Finding finding : line.findings()) {
            constants.putIfAbsent(key(finding.edit(), billed, line.readAs()), finding);
          }
          for (DocumentationRequirement requirement : line.documentation()) {
            requirements
                .computeIfAbsent(
                    requirement.edit(), e -> new EnumMap<>(DocumentationRequirement.State.class))
                .put(requirement.state(), requirement);
          }
        }
      }
    }
  }

  private static String key(String edit, Procedure billed, List<NamedService> readAs) {
    return switch (edit) {
      case "procedure/imaging-included", "procedure/listed-imaging-beside-procedure" ->
          billed.name();
      case "procedure/narrative-leaves-open" -> readAs.get(0).concept();
      default -> edit;
    };
  }

  ClaimReview review(Claim claim) {
    List<PlainLine> answers = decisions.apply(claim);
    if (answers.isEmpty()) {
      return nothing;
    }
    Procedure billed = Procedure.of(claim);
    LineReview[] lines = new LineReview[answers.size()];
    int next = 0;
    for (int i = 0; i < claim.lines().size(); i++) {
      ServiceLine line = claim.lines().get(i);
      if (line.billedWith76496()) {
        lines[next] = review(claim, line, answers.get(next), billed);
        next++;
      }
    }
    return new ClaimReview(reader.version(), answers.get(0).payerMatch(), List.of(lines));
  }

  private LineReview review(Claim claim, ServiceLine line, PlainLine answers, Procedure billed) {
    Optional<NamedService> read =
        line.description().isEmpty() && claim.note().isEmpty()
            ? Optional.empty()
            : reader.read(line.description(), line.note(), claim.note(), line.dateOfService());
    List<NamedService> readAs = read.isEmpty() ? List.of() : List.of(read.get());
    Finding[] findings = new Finding[answers.findings().size()];
    for (int i = 0; i < findings.length; i++) {
      PlainFinding plain = answers.findings().get(i);
      Finding constant = constants.get(key(plain.edit(), billed, readAs));
      findings[i] =
          new Finding(
              plain.edit(),
              line.number(),
              plain.severity(),
              constant.answers(),
              message(plain.edit(), line, answers, billed, readAs),
              candidates(plain.edit(), constant, answers),
              constant.carc(),
              constant.rarc(),
              constant.remedy(),
              constant.citation(),
              constant.row());
    }
    DocumentationRequirement[] documents =
        new DocumentationRequirement[answers.documentation().size()];
    for (int i = 0; i < documents.length; i++) {
      PlainRequirement plain = answers.documentation().get(i);
      documents[i] = requirements.get(plain.edit()).get(plain.state());
    }
    return new LineReview(
        line.number(),
        line.procedureCode(),
        line.modifiers(),
        line.dateOfService(),
        line.dateOfServiceEnd(),
        answers.codeApplies(),
        answers.modifier26(),
        answers.candidateCodes(),
        answers.factsNeeded(),
        readAs,
        List.of(documents),
        List.of(findings),
        List.of());
  }

  /** What decides names the codes of the line; an advice has its own. */
  private static List<String> candidates(String edit, Finding constant, PlainLine answers) {
    return edit.equals("procedure/attestation-overlooks-listed-code")
        ? constant.candidateCodes()
        : constant.answers() && edit.startsWith("procedure/")
            ? answers.candidateCodes()
            : List.of();
  }

  private static String message(
      String edit,
      ServiceLine line,
      PlainLine answers,
      Procedure billed,
      List<NamedService> readAs) {
    return switch (edit) {
      case "documentation/bcbs/nebraska#CLAIM_NARRATIVE_DESCRIPTION" ->
          "nothing on the claim describes the service; Blue Cross and Blue Shield of "
              + "Nebraska requires a description of an unlisted service on the claim";
      case "documentation/bcbs/nebraska#CLINICAL_RECORDS" ->
          "no record of the service travels with the claim; Blue Cross and Blue Shield of "
              + "Nebraska requires the procedure report or records on or with the claim of an "
              + "unlisted service";
      case "documentation/cigna/clean-claim-requirements#CLINICAL_RECORDS" ->
          "no record of the service travels with the claim; Cigna counts the claim of an "
              + "unlisted code as complete only with clinical records";
      case "documentation/claim-format/description-restates-code" ->
          "the line description says no more than that the code is unlisted, or that "
              + "something is attached; WPS, as reported, gives such texts as bad examples; say "
              + "what was imaged, why, and with which procedure";
      case "documentation/medicare/national-institutional#CLAIM_NARRATIVE_DESCRIPTION" ->
          "no description, remark or note describes the service; Noridian, whose Part A "
              + "page is the one that was read, returns an institutional claim for an unlisted "
              + "code without a description to the provider, and the CMS manual was not read";
      case "documentation/medicare/national-professional#CLAIM_NARRATIVE_DESCRIPTION" ->
          "the line has no description; Medicare returns a professional claim for an "
              + "unlisted code without one as unprocessable";
      case "documentation/medicare/noridian-part-a#CLAIM_NARRATIVE_DESCRIPTION" ->
          "no remark, note or description describes the service; Noridian Part A returns "
              + "the claim of an unlisted code without a description to the provider";
      case "documentation/medicare/noridian-part-a-brief-text" ->
          "the text on the claim has fewer than three words; Noridian Part A returns the "
              + "claim of an unlisted code that lacks a thorough description";
      case "documentation/medicare/noridian-part-b#CLAIM_NARRATIVE_DESCRIPTION" ->
          "the line has no description; Noridian returns the claim of an unlisted code "
              + "without one in item 19 or its electronic equivalent as unprocessable";
      case "documentation/medicare/palmetto-gba#CLAIM_NARRATIVE_DESCRIPTION" ->
          "the line has no description; Palmetto GBA rejects an electronic line without "
              + "one in SV101-7 and denies a paper line without one in item 19";
      case "documentation/payer-not-searched" ->
          "this payer and line of business, as they are stated, are not among those whose "
              + "public rules were searched; this does not mean that nothing is required";
      case "modifier/26-in-facility" ->
          "modifier 26 is there, and by Medicare's manual the technical component of a service in"
              + " this setting is the facility's; place of service "
              + line.placeOfService();
      case "modifier/26-missing-by-fee-schedule" ->
          "modifier 26 is missing by the logic of the fee schedule, which prices no other row of"
              + " 76496 in a facility; no rule of this payer was found; place of service "
              + line.placeOfService();
      case "modifier/26-missing-for-hospital-patient" ->
          "modifier 26 is missing; the patient is a hospital's, whose own claim covers the"
              + " technical component; place of service "
              + line.placeOfService();
      case "modifier/26-missing-in-facility" ->
          "modifier 26 is missing; place of service " + line.placeOfService() + " is a facility";
      case "modifier/26-missing-on-interpretation" ->
          "modifier 26 is missing; the record says that only the interpretation was " + "furnished";
      case "modifier/26-not-needed-on-institutional-claim" ->
          "modifier 26 is absent from a facility's claim, where the form itself says that "
              + "the line is the technical component";
      case "modifier/26-not-needed-on-technical-component" ->
          "modifier 26 is absent from a line for the technical component";
      case "modifier/26-not-valid-on-billed-code" ->
          "modifier 26 is not valid on "
              + billed.code()
              + "; the fee schedule gives that code the PC/TC indicator 0";
      case "modifier/26-on-global-service" ->
          "modifier 26 stands for one part; the record says that the same provider "
              + "furnished both parts outside a facility";
      case "modifier/26-on-interpretation" ->
          "modifier 26 is there, and the record says that only the interpretation was "
              + "furnished";
      case "modifier/26-on-technical-component" ->
          "modifier 26 stands for the professional component; the record says that only "
              + "the technical component was furnished";
      case "modifier/26-without-revenue-code" ->
          "modifier 26 is on a facility's claim without a revenue code; only that code "
              + "tells the facility's own services from professional fees";
      case "modifier/26-without-separate-report" ->
          "modifier 26 stands for a reading with a written report of its own; the record "
              + "says that there is none";
      case "modifier/26-without-written-interpretation" ->
          "modifier 26 stands for a reading with a written report; the record says that "
              + "there is none";
      case "modifier/component-unknown" ->
          "the record does not say which component was furnished: the reading, the "
              + "equipment or both";
      case "modifier/component-unknown-in-surgical-center" ->
          "neither 26 nor TC is on the line, and both the physician and the ambulatory "
              + "surgical center bill on this form; 26 is missing if the line is the "
              + "physician's";
      case "modifier/global-service-outside-facility" ->
          "modifier 26 is absent, and the record says that the same provider furnished "
              + "both parts outside a facility";
      case "modifier/tc-in-ambulatory-surgical-center" ->
          "the technical component is billed from an ambulatory surgical center; whether "
              + "the center's technical component of 76496 is separately payable is unverified";
      case "modifier/tc-in-facility" ->
          "the technical component is billed on a professional claim from a facility; place of"
              + " service "
              + line.placeOfService();
      case "modifier/tc-missing" ->
          "modifier TC is absent; the record says that only the technical component was "
              + "furnished";
      case "modifier/technical-component-in-facility" ->
          "the record says that only the technical component was furnished, which in this setting"
              + " is the facility's; place of service "
              + line.placeOfService();
      case "procedure/attestation-beside-procedure" ->
          "the record attests that no more specific code describes the service, and "
              + billed.named()
              + ", which is on this claim with a date of service in common, has its imaging coded"
              + " otherwise; did the imaging belong to it, and what was it for?";
      case "procedure/attestation-contradicts-procedure" ->
          "the record attests that no more specific code describes the service, and the imaging of "
              + billed.named()
              + ", which is on this claim with a date of service in common, is in a procedure code;"
              + " if the fluoroscopy was for that procedure, the attestation is wrong";
      case "procedure/attestation-overlooks-listed-code" ->
          "the record attests that no more specific code describes the service; listed codes go"
              + " with the imaging of "
              + billed.named()
              + ", which is on this claim with a date of service in common; check that the"
              + " attestation was made with them in view";
      case "procedure/category-three-not-checked" ->
          "the record attests that no more specific code describes the service and does "
              + "not say that the Category III codes were checked; a Category III code goes "
              + "before an unlisted one";
      case "procedure/central-venous-access-guidance" ->
          "the record says that the fluoroscopy guided work on a central venous device; a "
              + "listed add-on code describes that";
      case "procedure/contrast-study-not-named" ->
          "the record says that an organ or vessel was studied with contrast; listed "
              + "codes describe such studies by organ, and the record does not say that none "
              + "fits";
      case "procedure/drain-changed" ->
          "the record says that a drainage catheter was changed; listed codes describe "
              + "the change with its imaging, or the imaging where the change does not include "
              + "it";
      case "procedure/drain-placed" ->
          "the record says that a drainage catheter was placed; listed codes describe "
              + "that by site, most of them with the imaging";
      case "procedure/endoscopic-duct-study" ->
          "the record says that the imaging served endoscopic work in the bile or "
              + "pancreatic duct; listed codes describe that by duct";
      case "procedure/existing-catheter-checked" ->
          "the record says that an existing line or tube was checked with contrast; "
              + "listed codes describe that with the fluoroscopy";
      case "procedure/imaging-included" ->
          "imaging is part of "
              + billed.named()
              + ", which is on this claim with a date of service in common"
              + billed.pair()
              + (answers.candidateCodes().isEmpty()
                  ? ""
                  : "; if the imaging was for another procedure of the date, a listed code goes"
                      + " with that");
      case "procedure/listed-fluoroscopy-code-billed" ->
          billed.code()
              + ", which is on this claim with a date of service in common, is a listed study or"
              + " procedure that holds its fluoroscopy; one listed code that describes the service"
              + " leaves nothing for 76496";
      case "procedure/listed-imaging-beside-procedure" ->
          billed.named()
              + " is on this claim with a date of service in common, and its imaging has listed"
              + " codes of its own";
      case "procedure/lumen-dilated" ->
          "the record says that a narrowed passage was dilated; listed codes describe the "
              + "imaging by organ";
      case "procedure/motion-recorded" ->
          "the record says that moving images were recorded as the study; listed codes "
              + "describe that, alone or added to a routine examination; 0807T, 0808T: "
              + "ventilation of the lung computed from the images";
      case "procedure/narrative-leaves-open" ->
          (readAs.get(0).field() == NamedService.Field.DESCRIPTION
                  ? "the description of the line"
                  : "the note of the claim")
              + " names "
              + readAs.get(0).name()
              + ", which does not settle whether a listed code describes the service"
              + (answers.candidateCodes().size() < 2
                  ? ""
                  : "; which of its codes fits depends on: " + readAs.get(0).chooseBy())
              + "; ask: "
              + readAs.get(0).question();
      case "procedure/needle-guidance" ->
          "the record says that the fluoroscopy guided a needle outside the spine; a "
              + "listed add-on code describes that";
      case "procedure/no-specific-code-attested" ->
          "76496 applies only because the record attests that no more specific code "
              + "describes the service; check that this covers imaging inside other procedure "
              + "codes and Category III codes, and that one unit with a description is billed";
      case "procedure/not-settled" ->
          "nothing that this rule set knows for the date settles from claim and record "
              + "whether 76496 applies; fluoroscopy alone, with its own indication and report, "
              + "has a listed code";
      case "procedure/packaged-under-opps" ->
          "under the outpatient prospective payment system of 2026 76496 has status Q1 "
              + "and APC 5521: it is packaged where the claim has a line with status S, T or V, "
              + "and paid apart where it has none; that says nothing of whether the code "
              + "applies";
      case "procedure/purpose-contradicts-procedure" ->
          "unverified: the record says that the fluoroscopy was a service of its own, and the"
              + " imaging of "
              + billed.named()
              + ", which is on this claim with a date of service in common, is in a procedure code;"
              + " if both are right, a modifier for a distinct service says so";
      case "procedure/specific-code-attested-to-exist" ->
          "the record says that a more specific code describes the service";
      case "procedure/spinal-injection-guidance" ->
          "the record says that the fluoroscopy guided an injection in or beside the "
              + "spine; a listed add-on code describes that";
      case "procedure/spine-motion-coverage" ->
          "this may be a motion study of the spine, which the coverage policies of "
              + "several Blue plans call investigational; one, in a copy that names no plan, "
              + "lists 76496, 76120 and 76125; this is a matter of coverage, and says nothing "
              + "of whether the code applies or which documents are wanted";
      case "procedure/stand-alone-fluoroscopy" ->
          "the record says that fluoroscopy was the only imaging; a listed code describes "
              + "that if it had its own indication and report";
      case "procedure/stand-alone-fluoroscopy-without-report" ->
          "the record says that fluoroscopy was the only imaging and that no written "
              + "interpretation exists; a listed code describes that only with a report of its "
              + "own, and 76496 does not stand in for it";
      case "procedure/surgical-guidance" ->
          "the record says that the fluoroscopy guided an operation; most operations "
              + "include it, and neither the claim nor the record settles whether this one "
              + "does, or says that no listed code fits";
      case "procedure/surgical-guidance-without-interpretation" ->
          "the record says that the fluoroscopy guided an operation and that no written "
              + "interpretation exists; watching the screen is not a service of its own";
      case "procedure/tract-studied" ->
          "the record says that an abscess, fistula or sinus tract was studied with "
              + "contrast; a listed code describes that";
      case "procedure/tube-placed" ->
          "the record says that a gastrointestinal tube was placed; listed codes describe "
              + "that by route";
      default -> throw new IllegalStateException(edit + ": no claim of the benchmark has it");
    };
  }
}
