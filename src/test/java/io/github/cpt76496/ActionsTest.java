package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.LineReview.Action;
import io.github.cpt76496.LineReview.Action.Ask;
import io.github.cpt76496.LineReview.Action.Change;
import io.github.cpt76496.LineReview.Action.Supply;
import io.github.cpt76496.LineReview.Action.Withhold;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.testkit.CaseFile;
import io.github.cpt76496.testkit.SampleReviews;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is to be done about a line: nothing that matters is left out, and nothing else is in it. */
class ActionsTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.loader().engine(Engine.COMPILED).load();

  @Test
  void theFourKindsComeInOrder() {
    Finding open = answer("procedure/open", Severity.WARNING);
    Finding doubt = finding("modifier/doubt", Severity.WARNING);
    Finding wrong = finding("modifier/wrong", Severity.ERROR);
    DocumentationRequirement wanted =
        document(DocumentationItem.IMAGING_REPORT, Level.REQUIRED, State.UNKNOWN);
    DocumentationRequirement unwanted =
        document(DocumentationItem.CLINICAL_RECORDS, Level.DO_NOT_SEND, State.PRESENT);
    LineReview line =
        review(
            CodeApplies.UNDETERMINED,
            List.of(Fact.PURPOSE, Fact.IMAGING),
            List.of(
                wanted,
                unwanted,
                document(DocumentationItem.RADIOLOGY_ORDER, Level.REQUIRED, State.PRESENT),
                document(DocumentationItem.SPECIAL_REPORT, Level.ON_REQUEST, State.UNKNOWN),
                document(DocumentationItem.ITEMIZED_BILL, Level.RECOMMENDED, State.UNKNOWN),
                document(DocumentationItem.DRUG_NDC, Level.REQUIRED_IF, State.UNKNOWN),
                document(DocumentationItem.IMPLANT_LOG, Level.DO_NOT_SEND, State.UNKNOWN),
                document(DocumentationItem.NURSING_RECORD, Level.NOT_STATED, State.UNKNOWN)),
            List.of(open, doubt, wrong, finding("modifier/fine", Severity.INFO)));

    assertEquals(
        List.of(
            new Change(wrong),
            new Change(doubt),
            new Withhold(unwanted),
            new Supply(wanted),
            new Ask(List.of(Fact.PURPOSE, Fact.IMAGING), List.of(open))),
        line.actions());
    assertEquals(
        List.of(
            List.of("modifier/wrong"),
            List.of("modifier/doubt"),
            List.of("documentation/made-up"),
            List.of("documentation/made-up"),
            List.of("procedure/open")),
        line.actions().stream().map(Action::edits).toList());
    assertThrows(UnsupportedOperationException.class, () -> line.actions().clear());
  }

  @Test
  void noDocumentCorrectsAWrongCode() {
    Finding wrong = answer("procedure/wrong", Severity.ERROR);
    LineReview line =
        review(
            CodeApplies.NO,
            List.of(),
            List.of(
                document(DocumentationItem.IMAGING_REPORT, Level.REQUIRED, State.MISSING),
                document(DocumentationItem.CLINICAL_RECORDS, Level.DO_NOT_SEND, State.PRESENT)),
            List.of(wrong));

    assertEquals(List.of(new Change(wrong)), line.actions());
  }

  @Test
  void whatIsSaidOfAMissingDocumentIsOneAction() {
    DocumentationRequirement missing =
        document(DocumentationItem.IMAGING_REPORT, Level.REQUIRED, State.MISSING);
    Finding said = finding(missing.edit(), Severity.ERROR);

    assertEquals(
        List.of(new Supply(missing)),
        review(CodeApplies.YES, List.of(), List.of(missing), List.of(said)).actions());
  }

  @Test
  void partsAreNeverNull() {
    assertEquals(
        "change.finding: missing",
        assertThrows(IllegalArgumentException.class, () -> new Change(null)).getMessage());
    assertEquals(
        "supply.document: missing",
        assertThrows(IllegalArgumentException.class, () -> new Supply(null)).getMessage());
    assertEquals(
        "withhold.document: missing",
        assertThrows(IllegalArgumentException.class, () -> new Withhold(null)).getMessage());
    assertEquals(
        "ask.facts: missing",
        assertThrows(IllegalArgumentException.class, () -> new Ask(null, List.of())).getMessage());
    assertEquals(
        "ask.findings: missing",
        assertThrows(IllegalArgumentException.class, () -> new Ask(List.of(), null)).getMessage());
  }

  /** On every case of every page and table, and on claims drawn from what the rules know. */
  @Test
  void everyErrorHasAnActionAndEveryActionItsReason() {
    List<Claim> claims = new ArrayList<>();
    for (CaseFile file : OwnPages.cases()) {
      file.cases().forEach(c -> claims.add(c.claim()));
    }
    RandomClaims random = new RandomClaims(76496, EDITS.catalog());
    for (int i = 0; i < 20_000; i++) {
      claims.add(random.next());
    }
    Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
    for (Claim claim : claims) {
      for (LineReview line : EDITS.review(claim).lines()) {
        requireComplete(line);
        line.actions().forEach(action -> seen.merge(Kind.of(action), 1, Integer::sum));
      }
    }
    assertEquals(Set.of(Kind.values()), seen.keySet());
    assertTrue(seen.get(Kind.SUPPLY) > 1_000, () -> "looked at too few: " + seen);
  }

  private enum Kind {
    CHANGE,
    WITHHOLD,
    SUPPLY,
    ASK;

    static Kind of(Action action) {
      if (action instanceof Change) {
        return CHANGE;
      }
      if (action instanceof Withhold) {
        return WITHHOLD;
      }
      return action instanceof Supply ? SUPPLY : ASK;
    }
  }

  private static void requireComplete(LineReview line) {
    List<Action> actions = line.actions();
    Set<String> edits = new TreeSet<>();
    Set<DocumentationItem> documents = new HashSet<>();
    Kind last = Kind.CHANGE;
    for (Action action : actions) {
      assertTrue(last.compareTo(Kind.of(action)) <= 0, () -> "order of " + actions);
      last = Kind.of(action);
      assertFalse(action.edits().isEmpty(), () -> "no edit: " + action);
      edits.addAll(action.edits());
      requireReason(line, action);
      if (action instanceof Supply supply) {
        assertTrue(
            documents.add(supply.document().item()), () -> "a document twice: " + line.actions());
      }
    }
    for (Finding finding : line.findings()) {
      if (finding.severity() != Severity.INFO) {
        assertTrue(edits.contains(finding.edit()), () -> finding.edit() + " in " + actions);
      }
    }
    if (line.codeApplies() == CodeApplies.NO) {
      assertTrue(
          actions.stream().anyMatch(Change.class::isInstance),
          () -> "NO without a reason: " + line);
    } else {
      for (DocumentationRequirement document : line.documentation()) {
        assertEquals(
            (document.level() == Level.REQUIRED && document.state() != State.PRESENT)
                || (document.level() == Level.DO_NOT_SEND && document.state() == State.PRESENT),
            edits.contains(document.edit()),
            () -> document + " in " + actions);
      }
    }
    assertEquals(
        line.factsNeeded(),
        actions.stream()
            .filter(Ask.class::isInstance)
            .flatMap(a -> ((Ask) a).facts().stream())
            .toList());
  }

  private static void requireReason(LineReview line, Action action) {
    if (action instanceof Change change) {
      assertTrue(line.findings().contains(change.finding()), () -> "no finding: " + action);
      // An unverified reason is one only where it alone says why the code does not apply.
      assertTrue(
          change.finding().severity() != Severity.INFO
              || (line.codeApplies() == CodeApplies.NO && change.finding().answers()),
          () -> "no doubt: " + action);
    } else if (action instanceof Supply supply) {
      assertTrue(line.documentation().contains(supply.document()), () -> "no document: " + action);
    } else if (action instanceof Withhold withhold) {
      assertTrue(
          line.documentation().contains(withhold.document()), () -> "no document: " + action);
    } else {
      Ask ask = (Ask) action;
      assertTrue(line.findings().containsAll(ask.findings()), () -> "no finding: " + action);
      assertFalse(ask.facts().isEmpty(), () -> "no question: " + action);
    }
  }

  private static Finding finding(String edit, Severity severity) {
    return SampleReviews.finding(1, edit, severity);
  }

  private static Finding answer(String edit, Severity severity) {
    Finding finding = finding(edit, severity);
    return new Finding(
        edit,
        1,
        severity,
        true,
        finding.message(),
        finding.candidateCodes(),
        finding.carc(),
        finding.rarc(),
        finding.remedy(),
        finding.citation(),
        finding.row());
  }

  private static DocumentationRequirement document(
      DocumentationItem item, Level level, State state) {
    return SampleReviews.document(item, level, state);
  }

  private static LineReview review(
      CodeApplies applies,
      List<Fact> factsNeeded,
      List<DocumentationRequirement> documentation,
      List<Finding> findings) {
    return new LineReview(
        1,
        "76496",
        List.of(),
        LocalDate.of(2026, 3, 2),
        applies,
        LineReview.Modifier26.NOT_NEEDED,
        List.of(),
        factsNeeded,
        documentation,
        findings,
        List.of());
  }
}
