package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Citation;
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
import io.github.cpt76496.Edit;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.NamedService;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Remedy;
import io.github.cpt76496.ServiceLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers every 76496 line alike, so that the reports are tested apart from the rules. */
record FixedEdits(Severity severity) implements Cpt76496Edits {

  private static final LocalDate READ = LocalDate.of(2026, 11, 1);

  @Override
  public ClaimReview review(Claim claim) {
    List<LineReview> lines =
        claim.lines().stream().filter(ServiceLine::billedWith76496).map(this::review).toList();
    return new ClaimReview(version(), lines.isEmpty() ? PayerMatch.NONE : PayerMatch.PLAN, lines);
  }

  @Override
  public Optional<NamedService> read(
      String description, String lineNote, String claimNote, LocalDate dateOfService) {
    return Optional.empty();
  }

  private LineReview review(ServiceLine line) {
    Citation citation =
        new Citation(
            "A source",
            "https://example.org/a",
            Citation.Grade.A,
            "2026",
            new Citation.Reading(
                Citation.Read.PART, "its table", Citation.ReadWhere.ARCHIVE, "2026-10-31"),
            READ);
    return new LineReview(
        line.number(),
        line.procedureCode(),
        line.modifiers(),
        line.dateOfService(),
        CodeApplies.NO,
        Modifier26.UNDETERMINED,
        List.of("76000"),
        List.of(Fact.COMPONENT),
        List.of(
            requirement(
                DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION,
                Level.REQUIRED,
                State.MISSING,
                citation),
            requirement(DocumentationItem.DRUG_NDC, Level.NOT_STATED, State.UNKNOWN, citation)),
        List.of(
            new Finding(
                "procedure/an-edit",
                line.number(),
                severity,
                true,
                "a listed code fits",
                List.of("76000"),
                List.of("189"),
                List.of("N56"),
                new Remedy(
                    List.of("2400 SV101-2"),
                    List.of("2400 SV202-2"),
                    List.of("Claim.item.productOrService"),
                    List.of("lines[].procedureCode"),
                    List.of("A3:21", "A3:454"),
                    new Citation("A list", "", Citation.Grade.S, "undated", READ),
                    "a reason"),
                new Citation("Another source", "", Citation.Grade.S, "undated", READ),
                "")),
        List.of(
            new EditOverride(
                "procedure/an-edit",
                EditOverride.ANY_PAYER,
                EditOverride.Action.ERROR,
                "the host says so")));
  }

  private static DocumentationRequirement requirement(
      DocumentationItem item, Level level, State state, Citation citation) {
    return new DocumentationRequirement(
        item,
        level,
        state,
        List.of(Channel.CLAIM_LINE_SV101_7, Channel.PAPER_ITEM_19),
        Consequence.REJECT_FRONT_END,
        Scope.GENERAL_UNLISTED_RULE,
        "MEDICARE/PALMETTO_GBA",
        "documentation/an-edit",
        new Sending(When.WITH_CLAIM, "M1", List.of("BM", "FX"), List.of("11503-0"), "a reason"),
        citation);
  }

  @Override
  public List<Payer> payers() {
    return List.of(Payer.of(Payer.Family.MEDICARE, "PALMETTO_GBA"));
  }

  @Override
  public Map<String, String> procedures() {
    return Map.of();
  }

  @Override
  public List<Edit> catalog() {
    return List.of();
  }

  @Override
  public Version version() {
    return new Version("1.0", "2026.4", LocalDate.of(2020, 1, 1), LocalDate.of(2026, 12, 31));
  }
}
