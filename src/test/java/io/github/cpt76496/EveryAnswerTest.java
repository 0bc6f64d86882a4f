package io.github.cpt76496;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Cpt76496Edits.Loader.Engine;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.testkit.RulePages.RulePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every payer, program, site, form, modifier and era: three answers, each on somebody's word. */
class EveryAnswerTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();
  private static final Cpt76496Edits COMPILED =
      Cpt76496Edits.loader().engine(Engine.COMPILED).load();

  /** What each edit says to its question; empty for advice and for documents. */
  private static final Map<String, String> ANSWERS =
      OwnPages.all().stream().collect(toMap(RulePage::id, p -> p.key("answer")));

  private static final List<String> PLACES = List.of("11", "22", "24", "49", "");
  private static final List<List<String>> MODIFIERS =
      List.of(List.of(), List.of("26"), List.of("TC"), List.of("26", "TC"));
  private static final List<LocalDate> DATES =
      List.of(
          LocalDate.of(2019, 12, 31),
          LocalDate.of(2020, 1, 1),
          LocalDate.of(2026, 3, 2),
          LocalDate.of(2027, 1, 1));

  /** Nothing, one report, everything; each holds what the one before holds. */
  private static final List<Set<DocumentationItem>> ATTACHMENTS =
      List.of(
          EnumSet.noneOf(DocumentationItem.class),
          EnumSet.of(DocumentationItem.PROCEDURE_REPORT),
          EnumSet.allOf(DocumentationItem.class));

  @Test
  void noCombinationIsWithoutItsAnswers() {
    List<Payer> payers = payers();
    int looked = 0;
    for (Payer payer : payers) {
      for (Claim.Form form : Claim.Form.values()) {
        for (String place : PLACES) {
          for (List<String> modifiers : MODIFIERS) {
            for (LocalDate date : DATES) {
              ServiceLine line =
                  ServiceLine.builder(1, "76496", date)
                      .modifiers(modifiers)
                      .placeOfService(place)
                      .build();
              String combination =
                  "%s %s %s, place %s, %s"
                      .formatted(payer, payer.lineOfBusiness(), form, place, line);
              looked += requireAnswers(combination, form, payer, line);
            }
          }
        }
      }
    }
    assertEquals(25 * 6, payers.size(), "payers and programs");
    assertEquals(25 * 6 * 3 * 5 * 4 * 4 * 3, looked);
  }

  /** Every family and every plan that a rule names, in every line of business. */
  private static List<Payer> payers() {
    Set<String> names =
        OwnPages.all().stream()
            .map(p -> p.key("payer"))
            .filter(n -> n.contains("/"))
            .collect(toCollection(TreeSet::new));
    for (Payer.Family family : Payer.Family.values()) {
      names.add(family + "/");
    }
    List<Payer> payers = new ArrayList<>();
    for (String name : names) {
      Payer.Family family = Payer.Family.valueOf(name.substring(0, name.indexOf('/')));
      for (Payer.LineOfBusiness program : Payer.LineOfBusiness.values()) {
        payers.add(new Payer(family, name.substring(name.indexOf('/') + 1), program));
      }
    }
    return payers;
  }

  private static int requireAnswers(
      String combination, Claim.Form form, Payer payer, ServiceLine line) {
    int looked = 0;
    Set<String> missingBefore = Set.of();
    for (Set<DocumentationItem> attachments : ATTACHMENTS) {
      Claim claim = Claim.builder(form, payer).attachments(attachments).lines(line).build();
      LineReview review = EDITS.review(claim).lines().get(0);
      assertEquals(List.of(review), COMPILED.review(claim).lines(), combination);
      requireOneAnswerEach(combination, review);
      requireCitations(combination, review);
      requireOneVoiceForEachDocument(combination, review);
      Set<String> missing =
          review.documentation().stream()
              .filter(d -> d.state() == State.MISSING)
              .map(d -> d.item() + " " + d.edit())
              .collect(toSet());
      assertTrue(
          looked == 0 || missingBefore.containsAll(missing),
          () -> combination + ": an attachment creates a missing document: " + missing);
      missingBefore = missing;
      looked++;
    }
    return looked;
  }

  /** One finding settles each of the first two questions, and the third is never left open. */
  private static void requireOneAnswerEach(String combination, LineReview review) {
    assertEquals(List.of(review.codeApplies().name()), answers(review, "procedure/"), combination);
    assertEquals(List.of(review.modifier26().name()), answers(review, "modifier/"), combination);
    boolean hasRule =
        review.documentation().stream()
            .anyMatch(d -> d.level() != Level.NOT_STATED && !d.payer().equals("ANY"));
    assertEquals(
        hasRule ? List.of() : List.of("NO_RULE"), answers(review, "documentation/"), combination);
  }

  private static List<String> answers(LineReview review, String question) {
    return review.findings().stream()
        .filter(f -> f.edit().startsWith(question))
        .map(f -> ANSWERS.get(f.edit()))
        .filter(a -> !a.isEmpty())
        .toList();
  }

  private static void requireCitations(String combination, LineReview review) {
    List<Citation> citations = new ArrayList<>();
    review.findings().forEach(f -> citations.add(f.citation()));
    review.documentation().forEach(d -> citations.add(d.citation()));
    assertFalse(citations.isEmpty(), combination);
    for (Citation citation : citations) {
      assertFalse(citation.source().isBlank(), combination);
      assertTrue(
          !citation.url().isBlank() || saysThatItHasNoAddress(citation),
          () -> combination + ": " + citation.source());
    }
  }

  private static boolean saysThatItHasNoAddress(Citation citation) {
    return citation.grade() == Citation.Grade.U
        && citation.source().endsWith("the copy bears no address");
  }

  /** Nobody both wants a document and refuses it, or wants it and says nothing of it. */
  private static void requireOneVoiceForEachDocument(String combination, LineReview review) {
    Map<String, Set<Level>> levels =
        review.documentation().stream()
            .collect(
                groupingBy(
                    d -> (d.payer().equals("ANY") ? "advice " : "payer ") + d.item(),
                    mapping(DocumentationRequirement::level, toSet())));
    levels.forEach(
        (item, said) ->
            assertTrue(
                said.size() == 1
                    || !(said.contains(Level.DO_NOT_SEND) || said.contains(Level.NOT_STATED)),
                () -> combination + ": " + item + " " + said));
  }
}
