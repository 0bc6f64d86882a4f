package com.acme.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Engine;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.ServiceLine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a user of Acme's program gets. */
class AcmeEditsTest {

  private static final Path REQUIREMENTS = Path.of("requirements.tsv");

  private static Cpt76496Edits load(Engine engine) {
    return AcmeEdits.loader(REQUIREMENTS).engine(engine).load();
  }

  private static Claim claim(Payer payer) {
    return Claim.builder(Claim.Form.PROFESSIONAL, payer)
        .lines(
            ServiceLine.builder(1, "76496", LocalDate.of(2026, 6, 1))
                .modifiers("26")
                .placeOfService("22")
                .build())
        .build();
  }

  @TestFactory
  Stream<DynamicTest> withEachEngine() {
    return Stream.of(Engine.values())
        .flatMap(
            engine ->
                Stream.of(
                    dynamicTest("an answer, " + engine, () -> acmesAnswerGoesBefore(engine)),
                    dynamicTest("rows, " + engine, () -> theRowsOfAPayerAreAnswered(engine))));
  }

  private static void acmesAnswerGoesBefore(Engine engine) {
    LineReview line =
        load(engine).review(claim(Payer.of(Family.OTHER, "EVERGREEN"))).lines().get(0);
    assertEquals(Modifier26.INVALID, line.modifier26());
    assertEquals(
        "line 1: Evergreen Health takes no modifier 26 on an unlisted code; place of service 22"
            + System.lineSeparator()
            + "    acme:modifier/26-refused-by-evergreen, ERROR"
            + System.lineSeparator()
            + "    Evergreen Health, provider manual (a payer made up for this example)"
            + " https://evergreen.example/manual/modifiers",
        line.findings().get(0).toString());
    assertEquals(
        Modifier26.VALID,
        load(engine).review(claim(Payer.of(Family.CIGNA))).lines().get(0).modifier26());
  }

  private static void theRowsOfAPayerAreAnswered(Engine engine) {
    var review = load(engine).review(claim(Payer.of(Family.OTHER, "OAKWOOD")));
    assertEquals(PayerMatch.PLAN, review.payerMatch());
    assertEquals(
        List.of(DocumentationItem.IMAGING_REPORT, DocumentationItem.COMPARABLE_CODE),
        review.lines().get(0).documentation().stream()
            .filter(d -> d.payer().equals("OTHER/OAKWOOD"))
            .map(d -> d.item())
            .toList());
    assertEquals(State.MISSING, review.lines().get(0).documentation().get(0).state());
  }

  @Test
  void bothEnginesKnowOneCatalog() {
    List<String> ids = load(Engine.DROOLS).catalog().stream().map(Edit::id).toList();
    assertEquals(ids, load(Engine.COMPILED).catalog().stream().map(Edit::id).toList());
    assertEquals(
        List.of(
            "acme:modifier/26-refused-by-evergreen",
            "acme:documentation/other/evergreen#PRIOR_AUTHORIZATION",
            "acme:documentation/oakwood/report",
            "acme:documentation/oakwood/comparable-code"),
        ids.subList(0, 4));
    assertEquals(Cpt76496Edits.load().catalog().size() + 4, ids.size());
  }

  @Test
  void theVersionSaysWhoseRulesAnswer() {
    assertEquals(
        Cpt76496Edits.load().version().ruleSet() + "+acme-2026.1",
        load(Engine.DROOLS).version().ruleSet());
  }

  @Test
  void aPrefixIsUsedOnce() {
    assertEquals(
        "com.acme.claims.rules: rules/rule-set.properties: prefix acme is used twice",
        assertThrows(
                IllegalStateException.class,
                () -> AcmeEdits.loader(REQUIREMENTS).rules(AcmeEdits.class).load())
            .getMessage());
  }

  @Test
  void aPackageWithoutRulesIsNamedWithTheCure() {
    assertEquals(
        "java.lang.rules: rules/models.txt: not in the jar; do the build steps of the"
            + " rules run?",
        assertThrows(
                IllegalStateException.class,
                () ->
                    Cpt76496Edits.loader().engine(Engine.DROOLS).rules(String.class).load())
            .getMessage());
  }
}
