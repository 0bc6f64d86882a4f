package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.DocumentationRequirement.Sending;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.DocumentationRequirement.When;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a host writes as rows is answered as what stands on a page. */
class HostRequirementsTest {

  private static final String HEADER =
      "id\ttitle\tseverity\tgrade\tpayer\titem\tlevel\tchannels\tconsequence\tscope\tsource"
          + "\tsource_date\turl\teffective_date\tend_date\tlast_review_date\tline_of_business\tform"
          + "\tmessage";
  private static final String ROW =
      "acme:documentation/acme-health/report\tAcme Health: the imaging report goes with the claim"
          + "\tERROR\tA\tOTHER/ACME_HEALTH\tIMAGING_REPORT\tREQUIRED\tATTACH_PWK"
          + "\tPEND_RECORD_REQUEST\tGENERAL_UNLISTED_RULE\tAcme Health, provider manual\t2025-01-01"
          + "\thttps://acme-health.example/manual\t2025-01-01\t\t2026-11-24\tCOMMERCIAL, NOT_STATED"
          + "\tPROFESSIONAL\tno imaging report goes with the claim";
  private static final Payer ACME = Payer.of(Family.OTHER, "ACME_HEALTH");

  @TempDir Path folder;

  private Path file(String... rows) throws IOException {
    return Files.write(
        folder.resolve("requirements.tsv"),
        List.of("# Acme's payers", HEADER, String.join("\n", rows)));
  }

  private static LineReview review(Cpt76496Edits edits, Payer payer, LocalDate date) {
    return claimReview(edits, payer, date).lines().get(0);
  }

  private static ClaimReview claimReview(Cpt76496Edits edits, Payer payer, LocalDate date) {
    return edits.review(
        Claim.builder(Claim.Form.PROFESSIONAL, payer)
            .lines(ServiceLine.builder(1, "76496", date).build())
            .build());
  }

  @ParameterizedTest
  @EnumSource
  void aRowIsAnsweredWholeWithItsSource(Engine engine) throws IOException {
    Cpt76496Edits edits = Cpt76496Edits.loader().engine(engine).requirements(file(ROW)).load();
    Citation citation =
        new Citation(
            "Acme Health, provider manual",
            "https://acme-health.example/manual",
            Citation.Grade.A,
            "2025-01-01",
            LocalDate.of(2026, 11, 24));
    Citation ofTable =
        new Citation(
            "Find-A-Code, report type codes of NUCC for item 19 of the CMS-1500",
            "https://www.findacode.com/cms1500-claim-form/cms1500-workers-compensation-report-transmission-codes.html",
            Citation.Grade.S,
            "undated",
            new Citation.Reading(
                Citation.Read.PART,
                "the list of report types",
                Citation.ReadWhere.ARCHIVE,
                "2026-11-29"),
            LocalDate.of(2026, 11, 29));
    String id = "acme:documentation/acme-health/report";

    ClaimReview review = claimReview(edits, ACME, LocalDate.of(2026, 3, 2));

    assertEquals(PayerMatch.PLAN, review.payerMatch());
    LineReview line = review.lines().get(0);
    assertEquals(
        List.of(
            new DocumentationRequirement(
                DocumentationItem.IMAGING_REPORT,
                Level.REQUIRED,
                State.MISSING,
                List.of(Channel.ATTACH_PWK),
                Consequence.PEND_RECORD_REQUEST,
                Scope.GENERAL_UNLISTED_RULE,
                "OTHER/ACME_HEALTH",
                id,
                new Sending(
                    When.WITH_CLAIM, "RR", List.of("BM", "FX", "EL"), List.of("18748-4"), ""),
                citation)),
        line.documentation().stream().filter(d -> d.payer().startsWith("OTHER")).toList());
    assertEquals(
        new Finding(
            id,
            1,
            Edit.Severity.ERROR,
            false,
            "no imaging report goes with the claim",
            List.of(),
            List.of("252"),
            List.of("M31"),
            new Remedy(
                List.of("2300 PWK", "2400 PWK"),
                List.of("2300 PWK", "2400 PWK"),
                List.of("Claim.supportingInfo"),
                List.of("attachments"),
                List.of("R1:294", "R1:305"),
                ofTable,
                ""),
            citation,
            "requirements.tsv:3"),
        line.findings().get(0));
    assertTrue(
        line.findings().stream()
            .noneMatch(f -> f.edit().equals("documentation/payer-not-searched")),
        "a rule was found");
    assertEquals(id, edits.catalog().get(0).id());
    assertEquals(Cpt76496Edits.load().catalog().size() + 1, edits.catalog().size());
  }

  @Test
  void aRowHoldsForItsPayerProgramFormAndDatesAlone() throws IOException {
    Cpt76496Edits edits = Cpt76496Edits.loader().requirements(file(ROW)).load();
    LocalDate day = LocalDate.of(2026, 3, 2);
    Cpt76496Edits ours = Cpt76496Edits.load();
    for (Payer other :
        List.of(
            Payer.of(Family.OTHER),
            Payer.of(Family.OTHER, "ACME"),
            Payer.of(Family.CIGNA),
            new Payer(Family.OTHER, "ACME_HEALTH", LineOfBusiness.MEDICARE_ADVANTAGE))) {
      assertEquals(review(ours, other, day), review(edits, other, day));
    }
    LocalDate before = LocalDate.of(2024, 12, 31);
    assertEquals(review(ours, ACME, before), review(edits, ACME, before));
    assertTrue(speaks(review(edits, ACME, before.plusDays(1))));
    ClaimReview institutional =
        edits.review(
            Claim.builder(Claim.Form.INSTITUTIONAL, ACME)
                .lines(ServiceLine.builder(1, "76496", day).build())
                .build());
    assertTrue(!speaks(institutional.lines().get(0)));
    ClaimReview attached =
        edits.review(
            Claim.builder(Claim.Form.PROFESSIONAL, ACME)
                .attachments(Set.of(DocumentationItem.IMAGING_REPORT))
                .lines(ServiceLine.builder(1, "76496", day).build())
                .build());
    assertTrue(!speaks(attached.lines().get(0)), "it is there");
  }

  private static boolean speaks(LineReview line) {
    return line.findings().stream().anyMatch(f -> f.edit().startsWith("acme:"));
  }

  @Test
  void aRowOfAFamilyHoldsForEachOfItsPlans() throws IOException {
    String row = ROW.replace("OTHER/ACME_HEALTH", "BCBS");
    Cpt76496Edits edits = Cpt76496Edits.loader().requirements(file(row)).load();
    LocalDate day = LocalDate.of(2026, 3, 2);
    for (String plan : List.of("", "OREGON", "OF_NOWHERE")) {
      assertTrue(speaks(review(edits, Payer.of(Family.BCBS, plan), day)), plan);
    }
    assertTrue(!speaks(review(edits, Payer.of(Family.CIGNA), day)));
  }

  @Test
  void aRowOfAPlanGoesBeforeWhatItsFamilySays() throws IOException {
    String row =
        ROW.replace("OTHER/ACME_HEALTH", "BCBS/OREGON")
            .replace("IMAGING_REPORT", "CLINICAL_RECORDS");
    Cpt76496Edits edits = Cpt76496Edits.loader().requirements(file(row)).load();
    List<String> about =
        review(edits, Payer.of(Family.BCBS, "OREGON"), LocalDate.of(2026, 3, 2))
            .documentation()
            .stream()
            .filter(d -> d.item() == DocumentationItem.CLINICAL_RECORDS)
            .map(DocumentationRequirement::edit)
            .toList();
    assertEquals(List.of("acme:documentation/acme-health/report"), about);
  }

  @Test
  void aHostsDecisionHoldsForItsOwnRowsToo() throws IOException {
    Cpt76496Edits edits =
        Cpt76496Edits.loader()
            .requirements(file(ROW))
            .override(
                new EditOverride(
                    "acme:documentation/acme-health/report",
                    EditOverride.ANY_PAYER,
                    EditOverride.Action.WARNING,
                    "pilot"))
            .load();
    Finding finding = review(edits, ACME, LocalDate.of(2026, 3, 2)).findings().get(0);
    assertEquals(Edit.Severity.WARNING, finding.severity());
  }

  /** A plan that publishes nothing is made known by a row that says so, and no more. */
  @Test
  void aPlanThatOnlyARowKnowsCanHaveADecision() throws IOException {
    EditOverride decision =
        new EditOverride(
            "procedure/not-settled", "OTHER/ACME_HEALTH", EditOverride.Action.INFO, "contract");
    assertEquals(
        List.of(decision),
        review(
                Cpt76496Edits.loader()
                    .requirements(file(ROW.replace("\tREQUIRED\t", "\tNOT_STATED\t")))
                    .override(decision)
                    .load(),
                ACME,
                LocalDate.of(2026, 3, 2))
            .overrides());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acme:documentation/acme-health/report | acme-report      | id must be a prefix and a path,"
            + " such as acme:documentation/oscar/notes",
        "OTHER/ACME_HEALTH | ACME_HEALTH           | payer must be ANY, a family or FAMILY/PLAN, such as"
            + " OTHER/ACME_HEALTH",
        "OTHER/ACME_HEALTH | OTHER/acme            | payer must be ANY, a family or FAMILY/PLAN, such as"
            + " OTHER/ACME_HEALTH",
        "IMAGING_REPORT    | A_LETTER              | item \"A_LETTER\" cannot be read; known are {items}",
        "ERROR             | FATAL                 | severity \"FATAL\" cannot be read; known are [ERROR,"
            + " WARNING, INFO]",
        "PROFESSIONAL      | PAPER                 | form cannot be read; known are PROFESSIONAL,"
            + " INSTITUTIONAL, NOT_STATED",
        "2025-01-01\t\t    | 2025-13-01\t\t        | effectiveDate \"2025-13-01\" cannot be read",
      })
  void aRowThatIsNotCompleteIsRefusedWithFileAndLine(String from, String to, String fault)
      throws IOException {
    Path file = file(ROW.replace(from, to));
    assertEquals(
        "requirements: requirements.tsv:3: "
            + fault.replace("{items}", List.of(DocumentationItem.values()).toString()),
        assertThrows(
                IllegalArgumentException.class,
                () -> Cpt76496Edits.loader().requirements(file).load())
            .getMessage());
  }

  @Test
  void anIdIsUsedOnce() throws IOException {
    Path file = file(ROW, ROW);
    assertEquals(
        "requirements: requirements.tsv:4: acme:documentation/acme-health/report is there already;"
            + " ids are used once",
        assertThrows(
                IllegalArgumentException.class,
                () -> Cpt76496Edits.loader().requirements(file).load())
            .getMessage());
  }

  /** A loader may be used again, and given one file after another. */
  @Test
  void rowsOfSeveralFilesAreAnsweredOnceEach() throws IOException {
    Path more =
        Files.writeString(
            folder.resolve("more.tsv"),
            HEADER + "\n" + ROW.replace("/report", "/more").replace("IMAGING_", "PROCEDURE_"));
    Cpt76496Edits.Loader loader = Cpt76496Edits.loader().requirements(file(ROW)).requirements(more);
    LocalDate day = LocalDate.of(2026, 3, 2);
    LineReview first = review(loader.load(), ACME, day);
    assertEquals(
        List.of("acme:documentation/acme-health/report", "acme:documentation/acme-health/more"),
        first.documentation().stream()
            .map(DocumentationRequirement::edit)
            .filter(e -> e.startsWith("acme:"))
            .toList());
    assertEquals(first, review(loader.load(), ACME, day));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path file = folder.resolve("nowhere.tsv");
    assertEquals(
        "requirements: nowhere.tsv: cannot be read",
        assertThrows(
                IllegalArgumentException.class, () -> Cpt76496Edits.loader().requirements(file))
            .getMessage());
  }
}
