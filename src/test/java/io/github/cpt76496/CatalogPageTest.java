package io.github.cpt76496;

import io.github.cpt76496.testkit.RulePages.RulePage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code rules/README.md} is written from the pages and the rows of payers' tables. Run the tests
 * with {@code -Dapprove=true} to regenerate it.
 */
class CatalogPageTest {

  private static final Path PAGE = Path.of("rules/README.md");

  private static final Map<Edit.Question, String> QUESTIONS =
      Map.of(
          Edit.Question.PROCEDURE, "1  Does 76496 apply?",
          Edit.Question.MODIFIER, "2  Is modifier 26 valid?",
          Edit.Question.DOCUMENTATION, "3  Which documentation does the payer require?");

  @Test
  void theCatalogIsCurrent() throws IOException {
    GeneratedPage.requireCurrent(PAGE, render(Cpt76496Edits.load()));
  }

  private static String render(Cpt76496Edits edits) {
    Cpt76496Edits.Version version = edits.version();
    Map<String, RulePage> pages =
        OwnPages.edits().stream().collect(Collectors.toMap(RulePage::id, p -> p));
    StringBuilder text =
        new StringBuilder(
            """
            # The catalog

            %d edits, rule set %s, dates of service from %s, written for dates through %s.
            This page is generated from the rules; a test says whether it is current.

            An edit's id says where it is written. Most edits are pages:
            `modifier/26-missing-in-facility` is the rule in
            [modifier/26-missing-in-facility.drl](modifier/26-missing-in-facility.drl), its cases lie
            beside it. What a payer says of a document is a row of the table of its family, as
            long as it depends on payer, plan, program, form and date alone:
            `documentation/bcbs/nebraska#CLINICAL_RECORDS` is a row of
            [documentation/bcbs.tsv](documentation/bcbs.tsv), its cases are in
            [documentation/bcbs.cases.yaml](documentation/bcbs.cases.yaml). A requirement with a
            further condition is a page below [documentation/](documentation), and holds its place
            in the table by its id. Three pages decide about all rows:
            [statement-holds](documentation/statement-holds.drl), for which claims a row holds, and
            [plan-before-family](documentation/plan-before-family.drl) and
            [standard-before-silence](documentation/standard-before-silence.drl), which of two
            statements about one document takes precedence. Codes, places and modifiers are rows of the tables in
            [reference/](reference).

            **Answer** is what an edit says to its question; of several edits that answer
            one question on one line, the first in this table is the finding: first match wins, in
            DMN hit policy FIRST. An edit without an answer is advice. **Grade** says how sure we
            are: A authoritative (may be an ERROR), S secondary (at most a WARNING), U unverified
            (INFO, and says so). **Source** ends in how much of it was read, where and when, which
            [reference/sources.tsv](reference/sources.tsv) says of each. **From** is the first date of service on which the edit is in
            force; an edit whose source bears no date holds from the first day that the rule set
            covers.

            What to change where an edit reports, and the claim status, CARC and RARC that a payer would
            answer with, stand in [reference/edit-codes.tsv](reference/edit-codes.tsv); of a document,
            with PWK01 and LOINC code, in
            [reference/document-codes.tsv](reference/document-codes.tsv).
            """
                .formatted(
                    edits.catalog().size(),
                    version.ruleSet(),
                    version.coversFrom(),
                    version.coversThrough()));
    for (Edit.Question question : Edit.Question.values()) {
      text.append("\n## ").append(QUESTIONS.get(question)).append("\n\n");
      List<Edit> answering =
          edits.catalog().stream().filter(e -> e.question() == question).toList();
      text.append(
          question == Edit.Question.DOCUMENTATION
              ? "| Edit | Payer | Level | If missing | Severity | Grade | From | Source |\n"
              : "| Edit | About | Answer | Severity | Grade | From | Source |\n");
      text.append(
          question == Edit.Question.DOCUMENTATION
              ? "|---|---|---|---|---|---|---|---|\n"
              : "|---|---|---|---|---|---|---|\n");
      for (Edit edit : answering) {
        text.append(CatalogRow.of(edit, pages.get(edit.id())));
      }
    }
    return text.toString();
  }
}
