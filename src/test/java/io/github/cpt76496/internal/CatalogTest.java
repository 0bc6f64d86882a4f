package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An incomplete page is refused with its path, the key and what is wrong. */
class CatalogTest {

  private static final String ID = "modifier/26-missing-in-facility";
  private static final String PAGE = "rules/modifier/26-missing-in-facility.drl: ";

  private static Map<String, Object> complete() {
    Map<String, Object> metadata = new HashMap<>();
    metadata.put("title", "\"A title\"");
    metadata.put("severity", "\"ERROR\"");
    metadata.put("grade", "\"A\"");
    metadata.put("answer", "\"MISSING\"");
    metadata.put("source", "\"A source\"");
    metadata.put("sourceDate", "\"undated\"");
    metadata.put("url", "\"https://example.org/?a=b\"");
    metadata.put("effectiveDate", "\"2020-01-01\"");
    metadata.put("lastReviewDate", "\"2026-11-23\"");
    return metadata;
  }

  private static Map<String, Object> with(String key, String value) {
    Map<String, Object> metadata = complete();
    metadata.put(key, "\"" + value + "\"");
    return metadata;
  }

  private static void assertRefused(String message, Map<String, Object> metadata) {
    assertRefused(message, ID, metadata);
  }

  private static void assertRefused(String message, String id, Map<String, Object> metadata) {
    IllegalStateException refusal =
        assertThrows(
            IllegalStateException.class, () -> CatalogEntry.of(id, 0, metadata, FieldCodes.NONE));
    assertEquals(message, refusal.getMessage());
  }

  @Test
  void aCompletePageIsRead() {
    Edit edit = CatalogEntry.of(ID, 0, complete(), FieldCodes.NONE).edit();
    assertEquals("A title", edit.title());
    assertEquals("https://example.org/?a=b", edit.citation().url());
    assertEquals(Edit.NO_END, edit.endDate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title",
        "severity",
        "grade",
        "source",
        "sourceDate",
        "url",
        "effectiveDate",
        "lastReviewDate"
      })
  void aMissingKeyIsNamed(String key) {
    Map<String, Object> metadata = complete();
    metadata.remove(key);
    assertRefused(PAGE + "@" + key + " is missing", metadata);
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "severity", "source", "effectiveDate"})
  void anEmptyKeyIsNamed(String key) {
    assertRefused(PAGE + "@" + key + " is empty", with(key, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "severity, SEVERE, '; known are [ERROR, WARNING, INFO]'",
    "grade, B, '; known are [A, S, U]'",
    "effectiveDate, 2020-13-01, ''",
    "effectiveDate, 2023-02-29, ''",
    "lastReviewDate, yesterday, ''",
    "endDate, 2026-1-1, ''",
    "answer, NO, '; known are [VALID, INVALID, MISSING, NOT_NEEDED, UNDETERMINED]'"
  })
  void aValueThatCannotBeReadIsNamed(String key, String value, String cure) {
    assertRefused(PAGE + "@" + key + " \"" + value + "\" cannot be read" + cure, with(key, value));
  }

  @Test
  void aMisspeltKeyIsNamed() {
    assertRefused(PAGE + "@efectiveDate is not a known key", with("efectiveDate", "2020-01-01"));
  }

  @Test
  void severityStaysWithinTheGrade() {
    assertRefused(
        PAGE + "@severity ERROR is more than evidence grade S allows", with("grade", "S"));
    Map<String, Object> unverified = with("grade", "U");
    unverified.put("severity", "\"INFO\"");
    assertRefused(PAGE + "@title evidence grade U must be named: write 'unverified'", unverified);
  }

  @Test
  void anEndBeforeTheBeginningIsRefused() {
    assertRefused(PAGE + "@endDate lies before effectiveDate", with("endDate", "2019-12-31"));
  }

  @Test
  void onlyAnOpenAnswerAsks() {
    assertRefused(
        PAGE + "@asks belongs to an edit that answers UNDETERMINED, and to no other",
        with("asks", "COMPONENT"));
    assertRefused(
        PAGE + "@asks belongs to an edit that answers UNDETERMINED, and to no other",
        with("answer", "UNDETERMINED"));
  }

  @Test
  void aRequirementIsStatedWhole() {
    assertRefused(PAGE + "@item is missing", with("level", "REQUIRED"));
    Map<String, Object> requirement = with("item", "CLINICAL_RECORDS");
    requirement.remove("answer");
    assertRefused(
        "rules/documentation/cigna/clean-claim.drl: @channels is missing",
        "documentation/cigna/clean-claim#CLINICAL_RECORDS",
        requirement);
  }

  @Test
  void aFolderThatIsNoQuestionIsRefused() {
    assertRefused(
        "rules/modifiers/x.drl: @folder \"MODIFIERS\" cannot be read; known are [PROCEDURE, MODIFIER,"
            + " DOCUMENTATION]",
        "modifiers/x",
        complete());
  }

  @Test
  void rulesAndListAgreeBothWays() {
    Map<String, Map<String, Object>> rules = new HashMap<>(Catalog.metadata());
    Map<String, Object> listed = rules.remove(ID);
    assertEquals(
        "rules/catalog.txt: " + ID + " has no rule of that name in " + PAGE.replace(": ", ""),
        assertThrows(IllegalStateException.class, () -> check(rules)).getMessage());
    rules.put(ID, listed);
    rules.put("modifier/new", complete());
    assertEquals(
        "rules/modifier/new.drl: rule \"modifier/new\" is not listed in rules/catalog.txt,"
            + " nor in a table that is listed there",
        assertThrows(IllegalStateException.class, () -> check(rules)).getMessage());
    assertEquals(
        "rules/: no rule was compiled",
        assertThrows(IllegalStateException.class, () -> check(Map.of())).getMessage());
  }

  private static int check(Map<String, Map<String, Object>> rules) {
    return Catalog.check(
            Tsv.lines(Jar.OWN, "catalog.txt"), table -> Tsv.allLines(Jar.OWN, table), "", rules)
        .size();
  }

  @Test
  void theLimitsOfTheRuleSetAreTheDatesOnItsPages() {
    Cpt76496Edits edits = Cpt76496Edits.load();
    List<Edit> before =
        edits.catalog().stream().filter(e -> e.id().endsWith("/date-before-rule-set")).toList();
    assertEquals(3, before.size());
    for (Edit edit : before) {
      assertEquals(edits.version().coversFrom().minusDays(1), edit.endDate(), edit.id());
    }
    List<Edit> after =
        edits.catalog().stream().filter(e -> e.id().endsWith("/date-after-rule-set")).toList();
    assertEquals(1, after.size());
    assertEquals(edits.version().coversThrough().plusDays(1), after.get(0).effectiveDate());
  }
}
