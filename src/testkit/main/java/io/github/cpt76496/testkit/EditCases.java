package io.github.cpt76496.testkit;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Finding;
import io.github.cpt76496.testkit.CaseFile.Case;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs the cases beside every edit, and fails where an edit lacks one that it needs. A host's build
 * holds its own pages to the same by extending this class.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // Pages and cases are read once, not for each test.
public abstract class EditCases {

  private final Path rules;
  private final String prefix;
  private final Supplier<Cpt76496Edits.Loader> loader;
  private final Cpt76496Edits edits;
  private final List<CaseFile> files;
  private final List<CaseFile> filesOfRows;

  /**
   * The cases of a folder of pages.
   *
   * @param rules the folder
   * @param prefix what the id of every edit in it begins with: empty, or a host's with its colon
   * @param loader a loader that knows these edits
   */
  protected EditCases(Path rules, String prefix, Supplier<Cpt76496Edits.Loader> loader) {
    this(rules, prefix, loader, List.of());
  }

  /**
   * The cases of a folder of pages, and of a host's rows of requirements.
   *
   * @param rules the folder
   * @param prefix what the id of every edit begins with, the host's with its colon
   * @param loader a loader that knows these edits
   * @param requirements the tables, each with its cases beside it
   */
  protected EditCases(
      Path rules, String prefix, Supplier<Cpt76496Edits.Loader> loader, List<Path> requirements) {
    this.rules = rules;
    this.prefix = prefix;
    this.loader = loader;
    this.edits = loader.get().load();
    this.files = CaseFile.all(rules, prefix);
    this.filesOfRows = requirements.stream().map(CaseFile::ofRows).toList();
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    return allCases().map(c -> DynamicTest.dynamicTest(c.toString(), () -> run(c)));
  }

  @TestFactory
  Stream<DynamicTest> everyEditHasTheCasesItNeeds() {
    return edits.catalog().stream()
        .filter(e -> e.id().startsWith(prefix))
        .map(e -> DynamicTest.dynamicTest(e.id(), () -> assertAll(e.id(), () -> requireCases(e))));
  }

  @Test
  void noCaseFileIsEmptyOrWithoutItsPage() {
    assertFalse(files.isEmpty(), "no *.cases.yaml was found");
    for (CaseFile file : files) {
      assertFalse(file.cases().isEmpty(), file.page() + " has no case");
      assertTrue(
          Files.exists(rules.resolve(file.page() + ".drl"))
              || Files.exists(rules.resolve(file.page() + ".tsv")),
          file.page() + ".cases.yaml lies beside no page and no table");
    }
    for (CaseFile file : filesOfRows) {
      assertFalse(file.cases().isEmpty(), file.page() + " has no case");
    }
  }

  /** A case about an edit that does not exist would hold for ever if it expects nothing. */
  @Test
  void everyCaseIsAboutAnEditOfTheCatalog() {
    Set<String> ids = edits.catalog().stream().map(Edit::id).collect(toSet());
    assertEquals(
        List.of(), allCases().map(Case::edit).filter(e -> !ids.contains(e)).distinct().toList());
  }

  protected final Stream<Case> allCases() {
    return Stream.concat(files.stream(), filesOfRows.stream()).flatMap(f -> f.cases().stream());
  }

  /** An edit that is off unless a host wants it is tried switched on, all others as shipped. */
  private Cpt76496Edits edits(String edit) {
    return edits.catalog().stream().anyMatch(e -> e.id().equals(edit) && !e.onByDefault())
        ? loader
            .get()
            .override(
                new EditOverride(
                    edit, EditOverride.ANY_PAYER, EditOverride.Action.ON, "its own cases"))
            .load()
        : edits;
  }

  /** A row says where it holds, so that the other payers, programs, forms and days follow. */
  @TestFactory
  Stream<DynamicTest> statementsReachWhatTheCasesSay() {
    return allCases()
        .filter(c -> c.holds().isPresent())
        .map(c -> DynamicTest.dynamicTest(c.toString(), () -> c.checkReach(edits)));
  }

  private void run(Case c) {
    ClaimReview review = assertDoesNotThrow(() -> edits(c.edit()).review(c.claim()), c::toString);
    c.check(review.lines().get(0));
  }

  private void requireCases(Edit edit) {
    List<Case> cases = allCases().filter(c -> c.edit().equals(edit.id())).toList();
    requireStated(edit, cases);
    if (cases.stream().anyMatch(c -> c.holds().isPresent())) {
      // The day before, the last day and every claim on which it is silent are tried from there.
      return;
    }
    assertTrue(cases.stream().anyMatch(Case::speaks), "no case in which the edit speaks");
    assertTrue(cases.stream().anyMatch(c -> !c.speaks()), "no case in which the edit is silent");
    requireTurn(cases, edit.effectiveDate(), true);
    if (!edit.endDate().equals(Edit.NO_END)) {
      requireTurn(cases, edit.endDate().plusDays(1), false);
    }
  }

  /**
   * Some case says how severe a finding is, some case which codes it names, and some case who says
   * so where that is the row it rests on and not the page.
   */
  private void requireStated(Edit edit, List<Case> cases) {
    List<Finding> findings =
        cases.stream()
            .flatMap(c -> c.finding(edits.review(c.claim()).lines().get(0)).stream())
            .toList();
    if (!findings.isEmpty()) {
      assertTrue(cases.stream().anyMatch(c -> !c.severity().isEmpty()), "no case says how severe");
    }
    if (findings.stream().anyMatch(f -> !f.candidateCodes().isEmpty())) {
      assertTrue(
          cases.stream().anyMatch(c -> c.candidateCodes().filter(l -> !l.isEmpty()).isPresent()),
          "no case states the candidate codes");
    }
    String ofPage = edit.citation().source();
    List<String> ofRows =
        findings.stream().map(f -> f.citation().source()).filter(s -> !s.equals(ofPage)).toList();
    assertTrue(
        ofRows.isEmpty()
            || cases.stream().anyMatch(c -> !c.source().isEmpty() && !c.source().equals(ofPage)),
        () -> "no case states the source of the row, such as " + ofRows.get(0));
  }

  /**
   * The day on which an edit begins or has ended, and the day before: two cases that differ in the
   * date of service alone.
   */
  private static void requireTurn(List<Case> cases, LocalDate day, boolean speaksThen) {
    if (day.getYear() <= 1) {
      return; // An edit about the library's own limits; no day lies before it.
    }
    LocalDate before = day.minusDays(1);
    List<Case> then = on(cases, day, speaksThen);
    List<Case> daysBefore = on(cases, before, !speaksThen);
    assertFalse(then.isEmpty(), "no case on " + day);
    assertFalse(daysBefore.isEmpty(), "no case on " + before);
    assertTrue(
        then.stream()
            .anyMatch(
                t ->
                    daysBefore.stream()
                        .anyMatch(
                            b ->
                                b.moved(b.claim().payer(), b.claim().form(), day)
                                    .equals(t.claim()))),
        "the cases on " + before + " and " + day + " differ in more than the date of service");
  }

  private static List<Case> on(List<Case> cases, LocalDate day, boolean speaks) {
    return cases.stream()
        .filter(c -> c.dateOfService().equals(day) && c.speaks() == speaks)
        .toList();
  }
}
