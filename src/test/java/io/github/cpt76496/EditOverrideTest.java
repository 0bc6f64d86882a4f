package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.EditOverride.Action;
import io.github.cpt76496.LineReview.Modifier26;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A host's decision about an edit holds for its payer, and the review shows it. */
class EditOverrideTest {

  private static final String ADVICE = "modifier/on-unlisted-code";
  private static final String REFUSAL = "modifier/26-refused-on-unlisted-code";
  private static final Payer AETNA = Payer.of(Payer.Family.AETNA);
  private static final Payer PALMETTO = Payer.of(Payer.Family.MEDICARE, "PALMETTO_GBA");
  private static final Payer NORIDIAN = Payer.of(Payer.Family.MEDICARE, "NORIDIAN");

  private static EditOverride override(String edit, String payer, Action action) {
    return new EditOverride(edit, payer, action, "agreed with the payer");
  }

  private static LineReview review(Payer payer, EditOverride... overrides) {
    ServiceLine line =
        ServiceLine.builder(1, "76496", LocalDate.of(2023, 3, 2))
            .modifiers("26")
            .placeOfService("22")
            .build();
    Claim claim = Claim.builder(Claim.Form.PROFESSIONAL, payer).lines(line).build();
    Cpt76496Edits.Loader loader = Cpt76496Edits.loader();
    List.of(overrides).forEach(loader::override);
    return loader.load().review(claim).lines().get(0);
  }

  private static Optional<Severity> severity(LineReview line, String edit) {
    return line.findings().stream()
        .filter(f -> f.edit().equals(edit))
        .map(Finding::severity)
        .findFirst();
  }

  @Test
  void nothingIsOverriddenUnlessTheHostSaysSo() {
    LineReview line = review(AETNA);
    assertEquals(Optional.of(Severity.INFO), severity(line, ADVICE));
    assertEquals(Modifier26.VALID, line.modifier26());
    assertEquals(List.of(), line.overrides());
  }

  @Test
  void anEditIsSwitchedOffForOnePayerAndTheReviewShowsIt() {
    EditOverride off = override(ADVICE, "AETNA", Action.OFF);
    LineReview line = review(AETNA, off);
    assertEquals(Optional.empty(), severity(line, ADVICE));
    assertEquals(List.of(off), line.overrides());

    LineReview other = review(PALMETTO, off);
    assertEquals(Optional.of(Severity.INFO), severity(other, ADVICE));
    assertEquals(List.of(), other.overrides());
  }

  @Test
  void theMostSpecificPayerDecides() {
    EditOverride[] overrides = {
      override(ADVICE, EditOverride.ANY_PAYER, Action.OFF),
      override(ADVICE, "MEDICARE", Action.WARNING),
      override(ADVICE, "MEDICARE/PALMETTO_GBA", Action.ERROR)
    };
    assertEquals(Optional.of(Severity.ERROR), severity(review(PALMETTO, overrides), ADVICE));
    assertEquals(Optional.of(Severity.WARNING), severity(review(NORIDIAN, overrides), ADVICE));
    assertEquals(Optional.empty(), severity(review(AETNA, overrides), ADVICE));
    assertEquals(Optional.empty(), severity(review(Payer.UNKNOWN, overrides), ADVICE));
  }

  @Test
  void aPayerThatRefusesModifiersOnUnlistedCodesIsAnsweredSo() {
    EditOverride on = override(REFUSAL, "AETNA", Action.ON);
    LineReview line = review(AETNA, on);
    assertEquals(Modifier26.INVALID, line.modifier26());
    assertEquals(Optional.of(Severity.WARNING), severity(line, REFUSAL));
    assertEquals(List.of(on), line.overrides());
    assertEquals(Modifier26.VALID, review(PALMETTO, on).modifier26());
  }

  @Test
  void anAnswerThatIsSwitchedOffGivesWayToTheNextOne() {
    LineReview line = review(AETNA, override("modifier/26-in-facility", "ANY", Action.OFF));
    assertEquals(Modifier26.UNDETERMINED, line.modifier26());
  }

  @Test
  void onlyWhatChangedSomethingIsShownInTheOrderOfTheCatalog() {
    EditOverride off = override(ADVICE, "ANY", Action.OFF);
    EditOverride warning = override("modifier/26-in-facility", "ANY", Action.WARNING);
    LineReview line =
        review(
            AETNA,
            off,
            override("procedure/not-settled", "ANY", Action.ON),
            override("modifier/26-with-tc", "ANY", Action.OFF),
            warning);
    assertEquals(List.of(warning, off), line.overrides());
    assertEquals(Optional.of(Severity.WARNING), severity(line, "modifier/26-in-facility"));
  }

  private static String refused(EditOverride override) {
    return assertThrows(IllegalArgumentException.class, () -> review(AETNA, override)).getMessage();
  }

  @Test
  void whatCannotHoldIsRefused() {
    assertEquals(
        "override of modifier/none: no such edit; the catalog lists them",
        assertThrows(
                IllegalArgumentException.class,
                () -> review(AETNA, override("modifier/none", "ANY", Action.OFF)))
            .getMessage());
    assertEquals(
        "override of " + ADVICE + ": two for payer AETNA",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    review(
                        AETNA,
                        override(ADVICE, "AETNA", Action.OFF),
                        override(ADVICE, "AETNA", Action.INFO)))
            .getMessage());
    assertEquals(
        "override of "
            + ADVICE
            + ": payer MEDICARE/PALMETO_GBA: no rule knows this plan; of this family are known CGS,"
            + " FIRST_COAST, NGS, NORIDIAN, NOVITAS, PALMETTO_GBA, WPS; a plan becomes known by a"
            + " row of requirements about it, of level NOT_STATED where it publishes nothing",
        refused(override(ADVICE, "MEDICARE/PALMETO_GBA", Action.OFF)));
    assertEquals(
        "override of "
            + ADVICE
            + ": payer HUMANA/GOLD: no rule knows this plan; no plan of this family is known; a"
            + " plan becomes known by a row of requirements about it, of level NOT_STATED where it"
            + " publishes nothing",
        refused(override(ADVICE, "HUMANA/GOLD", Action.OFF)));
    String ofCgs = "documentation/medicare/cgs#NARRATIVE_REASON";
    for (String payer : List.of("AETNA", "MEDICARE/NORIDIAN")) {
      assertEquals(
          "override of "
              + ofCgs
              + ": payer "
              + payer
              + ": the edit speaks of MEDICARE/CGS and reports for nobody else",
          refused(override(ofCgs, payer, Action.OFF)));
    }
    for (String payer : List.of("ANY", "MEDICARE", "MEDICARE/CGS")) {
      review(PALMETTO, override(ofCgs, payer, Action.OFF));
    }
    review(PALMETTO, override(ADVICE, "MEDICARE/NOVITAS", Action.OFF));
    for (String payer : List.of("Aetna", "", "MEDICARE/", "MEDICARE/palmetto", "MARS")) {
      assertEquals(
          "override of " + ADVICE + ": payer: must be ANY, a family, or FAMILY/PLAN",
          assertThrows(IllegalArgumentException.class, () -> override(ADVICE, payer, Action.OFF))
              .getMessage());
    }
    assertEquals(
        "override of " + ADVICE + ": reason: blank; say why, the review shows it",
        assertThrows(
                IllegalArgumentException.class,
                () -> new EditOverride(ADVICE, "ANY", Action.OFF, " "))
            .getMessage());
  }
}
