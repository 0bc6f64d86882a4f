package io.github.cpt76496.examples.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.Citation;
import io.github.cpt76496.Citation.Grade;
import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.DocumentationRequirement.Sending;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.DocumentationRequirement.When;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.testkit.SampleClaims;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Plain assertions on what the library returns: records compare by value, and their accessors say
 * everything, so a test needs neither a mock nor a matcher.
 */
class PublicRecordsTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();

  private static final String DESCRIPTION =
      "documentation/medicare/palmetto-gba#CLAIM_NARRATIVE_DESCRIPTION";

  /** The three questions, and nothing that is not asked. */
  private record Answers(CodeApplies codeApplies, Modifier26 modifier26, List<Fact> factsNeeded) {

    static Answers of(LineReview line) {
      return new Answers(line.codeApplies(), line.modifier26(), line.factsNeeded());
    }
  }

  @Test
  void answersAsOneValue() {
    assertEquals(
        new Answers(
            CodeApplies.UNDETERMINED,
            Modifier26.VALID,
            List.of(Fact.DESCRIPTION, Fact.PROCEDURE, Fact.PURPOSE, Fact.NO_SPECIFIC_CODE)),
        Answers.of(line(SampleClaims.codeApplies(CodeApplies.UNDETERMINED))));
  }

  @Test
  void findingsByEditAndSeverity() {
    assertEquals(
        List.of(
            "ERROR procedure/imaging-included",
            "INFO modifier/26-in-facility",
            "INFO modifier/26-not-valid-on-billed-code"),
        line(SampleClaims.codeApplies(CodeApplies.NO)).findings().stream()
            .map(f -> f.severity() + " " + f.edit())
            .toList());
  }

  /** Where the words matter to a host, for instance because people read them, they can be held. */
  @Test
  void aFindingWithItsWords() {
    Finding finding = line(SampleClaims.codeApplies(CodeApplies.NO)).findings().get(0);
    assertEquals(
        new Finding(
            "procedure/imaging-included",
            2,
            Severity.ERROR,
            true,
            "47490 (gallbladder drain) is billed on this claim for the same date of service and"
                + " includes its imaging; 76496 is not separately reportable; NCCI has 76000 in"
                + " column 2 of a pair with 47490, and CMS gives this reason: the definition of"
                + " the code",
            List.of(),
            List.of("97"),
            List.of(),
            finding.remedy(),
            new Citation(
                "CMS, NCCI procedure-to-procedure edits, release effective 2024-07-01, pairs with"
                    + " 76000 in column 2",
                "https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits",
                Grade.A,
                "2024-07-01",
                finding.citation().reading(),
                reviewed(finding.citation())),
            finding.row()),
        finding);
    assertEquals(
        "rules/reference/procedure-families.tsv", finding.row().replaceFirst(":\\d+$", ""));
  }

  /**
   * What to change where a claim is held: the element in the host's own format, likeliest first.
   */
  @Test
  void theElementToChange() {
    Finding finding = line(SampleClaims.codeApplies(CodeApplies.NO)).findings().get(0);
    assertEquals(
        List.of("2400 SV101-2"), finding.remedy().x12(Claim.Form.PROFESSIONAL), finding.edit());
    assertEquals(List.of("A3:21", "A3:454"), finding.remedy().claimStatus());
  }

  @Test
  void aRequiredDocumentThatIsMissing() {
    List<DocumentationRequirement> missing =
        line(SampleClaims.documentation(State.MISSING)).documentation().stream()
            .filter(d -> d.state() == State.MISSING)
            .toList();
    assertEquals(
        List.of(
            new DocumentationRequirement(
                DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION,
                Level.REQUIRED,
                State.MISSING,
                List.of(Channel.CLAIM_LINE_SV101_7, Channel.PAPER_ITEM_19),
                Consequence.REJECT_FRONT_END,
                Scope.GENERAL_UNLISTED_RULE,
                "MEDICARE/PALMETTO_GBA",
                DESCRIPTION,
                new Sending(
                    When.WITH_CLAIM,
                    "",
                    List.of(),
                    List.of(),
                    "it stands on the claim, so it is no attachment"),
                new Citation(
                    "Palmetto GBA, page on unlisted procedure codes",
                    "https://www.palmettogba.com/palmetto/jjb.nsf/DID/AW8Q7R2525",
                    Grade.A,
                    "2018-02-22",
                    citation(DESCRIPTION).reading(),
                    reviewed(citation(DESCRIPTION))))),
        missing);
  }

  @Test
  void theReviewOfAClaimWithout76496() {
    assertEquals(
        new ClaimReview(EDITS.version(), PayerMatch.NONE, List.of()),
        EDITS.review(SampleClaims.without76496()));
  }

  private static Citation citation(String edit) {
    return EDITS.catalog().stream()
        .filter(e -> e.id().equals(edit))
        .findFirst()
        .orElseThrow()
        .citation();
  }

  /** Taken as it comes: it moves whenever somebody reads the source again. */
  private static LocalDate reviewed(Citation citation) {
    return citation.lastReviewDate();
  }

  private static LineReview line(Claim claim) {
    List<LineReview> lines = EDITS.review(claim).lines();
    assertEquals(1, lines.size());
    return lines.get(0);
  }
}
