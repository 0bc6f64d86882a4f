package io.github.cpt76496.examples.catalogsite;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Citation.Grade;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Edit;
import io.github.cpt76496.Edit.Question;
import io.github.cpt76496.GeneratedPage;
import io.github.cpt76496.examples.catalogsite.Catalog.Entry;
import io.github.cpt76496.examples.catalogsite.PayerMatrix.Mark;
import io.github.cpt76496.examples.page.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What stands on the page, against the catalog and the rules. */
class SitePageTest {

  private static final Path RULES = Path.of("../../rules");
  private static final Pattern EDIT =
      Pattern.compile("<details class=\"edit\" id=\"([^\"]+)\".*?</details>", Pattern.DOTALL);

  private static String page;
  private static Cpt76496Edits edits;

  @BeforeAll
  static void write() {
    page = SitePage.html();
    edits = Cpt76496Edits.load();
  }

  @Test
  void everyEditIsThereWithItsCitation() {
    List<MatchResult> written = EDIT.matcher(page).results().toList();
    assertEquals(
        edits.catalog().stream().map(Edit::id).toList(),
        written.stream().map(m -> m.group(1)).toList());
    for (int i = 0; i < written.size(); i++) {
      Edit edit = edits.catalog().get(i);
      String text = written.get(i).group();
      assertContains(text, Html.escape(edit.title()));
      assertContains(text, Html.link(edit.citation().url(), edit.citation().source()));
      assertContains(
          text,
          "source date %s, last reviewed %s; grade %s"
              .formatted(
                  edit.citation().sourceDate(),
                  edit.citation().lastReviewDate(),
                  edit.citation().grade()));
      assertContains(text, Words.inForce(edit));
      assertContains(text, "data-severity=\"" + edit.severity() + "\"");
      RulePage rulePage = RulePage.of(edit.id());
      assertContains(text, Html.escape(rulePage.inPlainWords()));
      rulePage.conditions().forEach(c -> assertContains(text, Html.escape(c)));
      assertContains(text, "<h4>An example that reports</h4>");
    }
  }

  private static void assertContains(String text, String part) {
    assertTrue(text.contains(part), () -> "no " + part + " in " + text);
  }

  @Test
  void examplesComeFromTheCases() throws IOException {
    int silent = 0;
    int pages = 0;
    for (Edit edit : edits.catalog()) {
      RulePage rulePage = RulePage.of(edit.id());
      String cases = Files.readString(RULES.resolve(rulePage.casesPath()));
      Example reporting = Example.reporting(edit.id(), rulePage).orElseThrow();
      assertTrue(cases.contains(reporting.name()), edit.id());
      assertFalse(reporting.result().isEmpty(), edit.id());
      // A row is silent where it does not hold, and its conditions say where that is.
      if (rulePage.path().endsWith(".drl")) {
        pages++;
        silent += Example.silent(edit.id(), rulePage).isPresent() ? 1 : 0;
      }
    }
    assertTrue(pages > 100 && silent > pages * 9 / 10, silent + " examples of silence");
  }

  @Test
  void matrixCellsAreTheStatementsOfTheRules() {
    Catalog catalog = Catalog.of(edits);
    PayerMatrix matrix = new PayerMatrix(catalog.requirements());
    List<String> written = new ArrayList<>();
    Pattern.compile("<a class=\"mark[^\"]*\" href=\"#([^\"]+)\" data-mark=\"(\\w+)\"")
        .matcher(page)
        .results()
        .forEach(m -> written.add(m.group(1).replace("%23", "#") + " " + m.group(2)));
    List<String> stated =
        catalog.requirements().stream().map(e -> e.id() + " " + Mark.of(e)).sorted().toList();
    assertFalse(stated.isEmpty(), "looked at nothing");
    assertEquals(stated, written.stream().sorted().toList());
    for (String payer : matrix.payers()) {
      for (PayerMatrix.Group group : PayerMatrix.GROUPS) {
        group.items().stream()
            .flatMap(i -> matrix.statements(payer, i).stream())
            .forEach(e -> assertEquals(payer, e.payer()));
      }
    }
  }

  /** What could not be confirmed looks different and says so, and nothing else does. */
  @Test
  void statementsOfGradeUAreUnverifiedAtSight() {
    List<String> unverified =
        Catalog.of(edits).requirements().stream()
            .filter(e -> e.edit().citation().grade() == Grade.U)
            .filter(e -> !e.page().key("level").equals("NOT_STATED"))
            .map(Entry::id)
            .sorted()
            .toList();
    assertTrue(unverified.size() > 10, "looked at nothing");
    assertEquals(
        unverified,
        Pattern.compile(
                "<a class=\"mark unverified\""
                    + " href=\"#([^\"]+)\"[^>]*>(?:(?!</a>).)*<small>unverified</small></a>")
            .matcher(page)
            .results()
            .map(m -> m.group(1).replace("%23", "#"))
            .sorted()
            .toList());
    assertEquals(
        unverified.size(),
        Pattern.compile("<small>unverified</small>").matcher(page).results().count());
    assertEquals(
        edits.catalog().stream().filter(e -> e.citation().grade() == Grade.U).count(),
        EDIT.matcher(page)
            .results()
            .filter(edit -> edit.group().contains(">grade U, unverified<"))
            .count());
  }

  @Test
  void theMatrixInMarkdownIsCurrent() throws IOException {
    String markdown = new MatrixMarkdown(Catalog.of(edits)).file();
    assertFalse(markdown.contains("not required"), "silence is not permission");
    GeneratedPage.requireCurrent(RULES.resolve("MATRIX.md"), markdown);
  }

  @Test
  void everyRequirementHasOneMarkInMarkdown() {
    Catalog catalog = Catalog.of(edits);
    List<String> stated =
        catalog.requirements().stream()
            .map(e -> e.page().path() + " " + e.edit().citation().grade())
            .sorted()
            .toList();
    assertFalse(stated.isEmpty(), "looked at nothing");
    assertEquals(
        stated,
        Pattern.compile("\\]\\(([^)]+)\\) ([ASU])")
            .matcher(new MatrixMarkdown(catalog).file())
            .results()
            .map(m -> m.group(1) + " " + m.group(2))
            .sorted()
            .toList());
    assertEquals(
        catalog.requirements().stream()
            .map(e -> DocumentationItem.valueOf(e.page().key("item")))
            .collect(toCollection(TreeSet::new)),
        new TreeSet<>(PayerMatrix.GROUPS.stream().flatMap(g -> g.items().stream()).toList()),
        "the columns are the items of the rules");
  }

  @Test
  void theFlowTakesEveryAnswerInTheOrderOfTheCatalog() throws IOException {
    List<String> answering =
        edits.catalog().stream()
            .filter(e -> e.question() == Question.PROCEDURE)
            .map(Edit::id)
            .filter(id -> !RulePage.of(id).key("answer").isEmpty())
            .toList();
    List<String> listed =
        Files.readString(RULES.resolve("catalog.txt")).lines().filter(answering::contains).toList();
    List<String> drawn =
        Pattern.compile("<a href=\"README.md#([^\"]+)\">")
            .matcher(SitePage.flow())
            .results()
            .map(m -> m.group(1))
            .toList();
    assertEquals(listed, drawn);
    assertEquals(answering, drawn);
    assertContains(page, new FlowDrawing(DecisionFlow.of(Catalog.of(edits))).inline(Html::anchor));
  }

  @Test
  void theFlowBesideTheRulesIsCurrent() throws IOException {
    GeneratedPage.requireCurrent(RULES.resolve("decision-flow.svg"), SitePage.flow());
  }

  @Test
  void theMatrixBesideTheRulesIsCurrent() throws IOException {
    GeneratedPage.requireCurrent(RULES.resolve("matrix.svg"), SitePage.matrix());
  }

  @Test
  void thePictureOfTheMatrixShowsEachPayersStrongestStatement() {
    PayerMatrix matrix = new PayerMatrix(Catalog.of(edits).requirements());
    List<String> payers = matrix.payers().stream().filter(p -> !p.equals("ANY")).toList();
    List<DocumentationItem> items = new MatrixDrawing(matrix).items();
    assertTrue(items.contains(DocumentationItem.CLINICAL_RECORDS), items::toString);
    List<String> expected = new ArrayList<>();
    for (String payer : payers) {
      for (DocumentationItem item : items) {
        List<Entry> statements = matrix.statements(payer, item);
        Mark mark = statements.isEmpty() ? matrix.silence(payer, item) : Mark.of(statements.get(0));
        boolean unverified = !statements.isEmpty() && mark.isUnverified(statements.get(0));
        expected.add(mark.icon() + (unverified ? " unverified" : ""));
      }
    }
    List<String> drawn =
        Pattern.compile("<svg class=\"icon ([^\"]+)\"")
            .matcher(SitePage.matrix())
            .results()
            .map(m -> m.group(1))
            .toList();
    // The rest is the legend.
    assertEquals(expected, drawn.subList(0, expected.size()));
    assertEquals(expected.size() + Mark.values().length + 1, drawn.size());
  }

  @Test
  void everyLinkOnThePageLeadsSomewhere() {
    Set<String> ids = new HashSet<>();
    Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().forEach(m -> ids.add(m.group(1)));
    List<String> links =
        Pattern.compile("href=\"#([^\"]+)\"")
            .matcher(page)
            .results()
            .map(m -> m.group(1).replace("%23", "#"))
            .toList();
    assertTrue(links.size() > edits.catalog().size(), "looked at nothing");
    assertEquals(List.of(), links.stream().filter(l -> !ids.contains(l)).toList());
  }

  @Test
  void theChangesNameTheNewestRuleSetAndEveryEdit() {
    String changes = page.substring(page.indexOf("id=\"changes\""));
    assertContains(changes, "<h3>Rule set " + edits.version().ruleSet() + "</h3>");
    for (Edit edit : edits.catalog()) {
      assertContains(changes, "<code>" + edit.id().replaceFirst("#.*", "") + "</code>");
    }
  }

  @Test
  void theSameBytesTwiceAndNotTooMany(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("page.html");
    assertEquals(0, new CommandLine(new Main()).execute("-o", file.toString()));
    assertEquals(page, Files.readString(file));
    int size = page.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(size < 3_000_000, size + " bytes");
  }
}
