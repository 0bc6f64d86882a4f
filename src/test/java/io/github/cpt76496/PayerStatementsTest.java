package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.testkit.RulePages.RulePage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A payer's statement is no firmer than what was read, says where it was read, and is said once.
 */
class PayerStatementsTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();

  private static final List<RulePage> STATEMENTS =
      OwnPages.edits().stream().filter(p -> !p.key("level").isEmpty()).toList();

  /** Fact by fact, whatever a page about documents looks at. */
  private static final List<ServiceLine.Builder> LINES =
      List.of(
          line(),
          line().modifiers(List.of("26")),
          line().modifiers(List.of("TC")),
          line().modifiers(List.of("22")),
          line().modifiers(List.of("26", "62")),
          line().placeOfService("22"),
          line().placeOfService("11"),
          line().description("Study of an implanted device"),
          line().description("Study of an implanted device".repeat(4)),
          component(RecordFacts.Component.PROFESSIONAL),
          component(RecordFacts.Component.TECHNICAL),
          component(RecordFacts.Component.BOTH));

  @Test
  void whatNobodyReadIsNotRequired() {
    assertFalse(STATEMENTS.isEmpty(), "looked at nothing");
    List<String> tooFirm = new ArrayList<>();
    for (RulePage statement : STATEMENTS) {
      if (statement.key("grade").equals("U")
          && Set.of("REQUIRED", "DO_NOT_SEND").contains(statement.key("level"))) {
        tooFirm.add(statement.id());
      }
    }
    assertEquals(List.of(), tooFirm, "grade U: RECOMMENDED at most");
  }

  /** A payer's duty rests on what somebody read, whole or in the part that it stands in. */
  @Test
  void whatIsRequiredWasRead() {
    Map<String, Edit> edits = new HashMap<>();
    EDITS.catalog().forEach(edit -> edits.put(edit.id(), edit));
    List<String> unread = new ArrayList<>();
    int looked = 0;
    for (RulePage statement : STATEMENTS) {
      if (Set.of("REQUIRED", "DO_NOT_SEND").contains(statement.key("level"))) {
        looked++;
        if (!edits.get(statement.id()).citation().reading().isRead()) {
          unread.add(statement.id());
        }
      }
    }
    assertTrue(looked > 30, "looked at too little");
    assertEquals(List.of(), unread);
  }

  /** A reader who follows a citation is led to what was read, and never into the repository. */
  @Test
  void anAddressIsAbsoluteOrAbsent() {
    List<String> wrong = new ArrayList<>();
    int looked = 0;
    for (Edit edit : EDITS.catalog()) {
      if (edit.question() == Edit.Question.DOCUMENTATION) {
        Citation citation = edit.citation();
        boolean ours = citation.source().startsWith(OwnPages.OF_THE_RULE_SET);
        boolean right =
            citation.url().isEmpty()
                ? ours || citation.source().endsWith("the copy bears no address")
                : !ours && citation.url().matches("https?://[^\\s/]+\\.[^\\s/]+/?\\S*");
        if (!right) {
          wrong.add(edit.id() + " " + citation.url());
        }
        looked++;
      }
    }
    assertTrue(looked > 100, "looked at too little");
    assertEquals(List.of(), wrong);
  }

  /** Two statements about one document are one, with both sources, or one overrides the other. */
  @Test
  void aLineNamesADocumentOnce() {
    Set<String> twice = new TreeSet<>();
    Set<LocalDate> days = days();
    plans()
        .forEach(
            (family, plans) -> {
              for (String plan : plans) {
                for (Payer.LineOfBusiness program : Payer.LineOfBusiness.values()) {
                  for (Claim.Form form : Claim.Form.values()) {
                    for (LocalDate day : days) {
                      addNamedTwice(twice, new Payer(family, plan, program), form, day);
                    }
                  }
                }
              }
            });
    assertEquals(Set.of(), twice);
  }

  /** What is stated of a payer was looked for, and each search says when, where and what of it. */
  @Test
  void whoeverHasStatementsWasSearched() {
    Set<String> found = new TreeSet<>();
    Set<String> nothing = new TreeSet<>();
    List<Map<String, String>> rows =
        OwnPages.rows(OwnPages.RULES.resolve("documentation").resolve(OwnPages.SEARCHED));
    assertTrue(rows.size() > 90, "looked at too little");
    Set<String> programs = new TreeSet<>();
    for (Payer.LineOfBusiness program : Payer.LineOfBusiness.values()) {
      programs.add(program.name());
    }
    for (Map<String, String> row : rows) {
      LocalDate.parse(row.get("searched_date"));
      assertTrue(Set.of("statements", "nothing").contains(row.get("found")), row::toString);
      assertTrue(row.get("where_looked").length() > 10, row::toString);
      String payer = Payer.of(Payer.Family.valueOf(row.get("payer")), row.get("plan")).toString();
      (row.get("found").equals("statements") ? found : nothing).add(payer);
      for (String program : row.get("line_of_business").split(",\\s*", -1)) {
        assertTrue(program.isEmpty() || programs.contains(program), row::toString);
      }
    }
    nothing.removeAll(found); // Found for another of its programs.
    Set<String> stated = new TreeSet<>();
    for (RulePage statement : STATEMENTS) {
      String payer = statement.key("payer");
      if (!payer.equals("ANY") && !payer.equals("BCBS")) {
        stated.add(payer);
      }
    }
    assertEquals(stated, found, "those with statements, and those of whom some were found");
    assertTrue(stated.size() >= 35, () -> "payers and plans with statements: " + stated);
    assertTrue(
        nothing.size() >= 60, () -> "payers and plans of whom nothing was found: " + nothing);
  }

  private static void addNamedTwice(
      Set<String> twice, Payer payer, Claim.Form form, LocalDate day) {
    List<ServiceLine> lines = new ArrayList<>();
    for (ServiceLine.Builder builder : LINES) {
      ServiceLine line = builder.build();
      lines.add(
          new ServiceLine(
              lines.size() + 1,
              line.procedureCode(),
              line.modifiers(),
              line.placeOfService(),
              day,
              line.units(),
              line.description(),
              line.note(),
              line.revenueCode(),
              line.record()));
    }
    for (Set<DocumentationItem> attached :
        List.of(Set.<DocumentationItem>of(), Set.of(DocumentationItem.CLINICAL_RECORDS))) {
      Claim claim = new Claim(form, payer, "", "", attached, lines);
      for (LineReview line : EDITS.review(claim).lines()) {
        Map<DocumentationItem, String> edits = new EnumMap<>(DocumentationItem.class);
        for (DocumentationRequirement stated : line.documentation()) {
          String other = edits.put(stated.item(), stated.edit());
          if (other != null) {
            twice.add(other + " and " + stated.edit());
          }
        }
      }
    }
  }

  /** Every plan that a statement names, and one that none names. */
  private static Map<Payer.Family, Set<String>> plans() {
    Map<Payer.Family, Set<String>> plans = new EnumMap<>(Payer.Family.class);
    EnumSet.allOf(Payer.Family.class)
        .forEach(f -> plans.put(f, new TreeSet<>(Set.of("", "ELSEWHERE"))));
    for (RulePage statement : STATEMENTS) {
      String[] payer = statement.key("payer").split("/", -1);
      if (payer.length > 1) {
        plans.get(Payer.Family.valueOf(payer[0])).add(payer[1]);
      }
    }
    return plans;
  }

  /** The first and the last day of every statement. */
  private static Set<LocalDate> days() {
    Set<LocalDate> days = new TreeSet<>(Set.of(LocalDate.of(2026, 3, 2)));
    for (Path table : OwnPages.payerTables()) {
      for (Map<String, String> row : OwnPages.rows(table)) {
        for (String column : List.of("effective_date", "end_date")) {
          if (!row.get(column).isEmpty() && row.get(column).compareTo("2020") > 0) {
            days.add(LocalDate.parse(row.get(column)));
          }
        }
      }
    }
    return days;
  }

  private static ServiceLine.Builder line() {
    return ServiceLine.builder(1, "76496", LocalDate.of(2026, 3, 2));
  }

  private static ServiceLine.Builder component(RecordFacts.Component component) {
    return line().record(RecordFacts.builder().component(component).build());
  }
}
