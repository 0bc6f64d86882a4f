package io.github.cpt76496.examples.catalogsite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.Payer;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.FactQuestion;
import io.github.cpt76496.examples.page.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as a coder meets it. */
@Tag("one-jdk")
class SitePageBrowserTest {

  private static final String SHOWN = "details.edit:not([hidden])";

  @TempDir static Path folder;

  private static Browser browser;
  private static String address;
  private static List<Edit> edits;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start();
    address = Files.writeString(folder.resolve("page.html"), SitePage.html()).toUri().toString();
    edits = Cpt76496Edits.load().catalog();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    browser.look("light", 1280);
    browser.open(address);
  }

  @AfterEach
  void nothingWasRefusedOrAskedFor() {
    assertEquals(List.of(), browser.console());
    Set<String> asked = new HashSet<>(browser.requests());
    assertTrue(asked.removeIf(url -> url.startsWith(folder.toUri().toString())));
    // What a browser starts with is its own affair, and inside it.
    asked.removeIf(url -> url.matches("(?s)(about|data|chrome):.*"));
    assertEquals(Set.of(), asked);
  }

  @ParameterizedTest
  @CsvSource({"light, 1440", "dark, 1440", "light, 1920", "light, 360", "dark, 360"})
  void keepsNobodyOut(String colors, int width) throws IOException {
    browser.look(colors, width);
    browser.open(address + "#procedure/imaging-included");
    assertEquals(List.of(), browser.accessibilityViolations());
    assertEquals(
        0L,
        browser.run(
            "const page = document.documentElement; return page.scrollWidth - page.clientWidth"),
        "nothing but tables and pictures scrolls sideways");
  }

  @Test
  void wordsAndListsFilterTheEdits() {
    assertEquals(edits.size() + " edits", browser.one("#count").getText());
    browser.one("[data-filter='question'] option[value='MODIFIER']").click();
    browser.one("[data-filter='severity'] option[value='ERROR']").click();
    assertEquals(
        edits.stream()
            .filter(e -> e.question() == Edit.Question.MODIFIER)
            .filter(e -> e.severity() == Edit.Severity.ERROR)
            .map(Edit::id)
            .toList(),
        shown());

    browser.one("#search").sendKeys("Independence");
    List<String> found = shown();
    assertTrue(found.contains("modifier/26-missing-in-facility"), found::toString);
    browser.one("#search").sendKeys(" nothinglikeit");
    assertEquals(List.of(), shown());
    browser.one("#clear").click();
    assertEquals(edits.stream().map(Edit::id).toList(), shown());
  }

  /** In one question to the browser, as of hundreds of elements. */
  @SuppressWarnings("unchecked")
  private static List<String> shown() {
    return (List<String>)
        browser.run("return [...document.querySelectorAll(arguments[0])].map(e => e.id)", SHOWN);
  }

  @Test
  void anAddressOpensItsEditWhateverIsFiltered() {
    browser.one("[data-filter='question'] option[value='MODIFIER']").click();
    browser.run("location.hash = '#documentation/medicare/cgs%23NARRATIVE_REASON'");
    browser.await(
        "the edit",
        () ->
            browser.one("[id='documentation/medicare/cgs#NARRATIVE_REASON'] .body").isDisplayed());
    assertEquals(edits.size(), shown().size());
  }

  @Test
  void wordsFilterThePayersOfTheMatrix() {
    int all = payers().size();
    assertEquals(all + " payers and plans", browser.one("#payer-count").getText());
    browser.one("#payer-words").sendKeys("Noridian");
    List<String> found = payers();
    assertTrue(found.size() > 1 && found.size() < all, found::toString);
    assertTrue(found.get(0).startsWith("Medicare"), found::toString);
    assertTrue(found.stream().skip(1).allMatch(p -> p.contains("Noridian")), found::toString);
    assertEquals(
        found.size() + " of " + all + " payers and plans", browser.one("#payer-count").getText());
    browser.one("#payer-words").sendKeys(" nothinglikeit");
    assertEquals(List.of(), payers());
  }

  private static List<String> payers() {
    return browser.texts("#matrix-table tbody tr:not([hidden]) th");
  }

  @Test
  void marksOfTheMatrixTellTheirSourceByKeyboard() {
    assertEquals(1, browser.all(".mark[tabindex='0']").size(), "one stop for the tab key");
    browser.run("document.querySelector(\".mark[tabindex='0']\").focus()");
    WebElement first = browser.focused();
    assertTrue(browser.one("#card").isDisplayed());
    assertTrue(browser.one("#card").getText().contains(first.getAttribute("data-source")));
    assertTrue(browser.one("#card").getText().contains("last reviewed"));

    first.sendKeys(Keys.ARROW_DOWN);
    WebElement below = browser.focused();
    assertNotEquals(first, below);
    assertTrue(browser.one("#card").getText().contains(below.getAttribute("data-title")));
    below.sendKeys(Keys.ESCAPE);
    assertFalse(browser.one("#card").isDisplayed());

    below.sendKeys(Keys.ENTER);
    String edit = below.getAttribute("href").replaceFirst(".*?#", "").replace("%23", "#");
    browser.await("the edit", () -> browser.one("[id='" + edit + "'] .body").isDisplayed());
  }

  @Test
  void aMarkThatIsNotVerifiedIsDrawnOpenAndSaysSo() {
    assertEquals("none", drawn(".mark.unverified[data-mark='RECOMMENDED']", "--mark-fill"));
    assertEquals("", drawn(".mark[data-mark='RECOMMENDED']:not(.unverified)", "--mark-fill"));
    WebElement word = browser.one(".mark.unverified small");
    assertEquals("unverified", word.getText());
    assertTrue(word.getSize().getWidth() > 20, "wide enough to be read");

    choose("payer", "Blue Cross Blue Shield, plan not stated (commercial)");
    assertTrue(browser.texts("#answer .level.unverified-tag").contains("unverified"));
  }

  private static Object drawn(String selector, String property) {
    return browser.run(
        "return"
            + " getComputedStyle(document.querySelector(arguments[0])).getPropertyValue(arguments[1])",
        selector,
        property);
  }

  @Test
  void paperShowsWhatIsFoldedOnTheScreen() {
    assertEquals(0L, unfolded());
    browser.media("print", "light");
    assertEquals((long) edits.size(), unfolded());
    assertEquals(
        0L,
        browser.run(
            "return [...document.querySelectorAll('#answer details ul, .change table')]"
                + ".filter(e => !e.checkVisibility()).length"));

    browser.media("screen", "light");
    browser.one("[data-filter='question'] option[value='MODIFIER']").click();
    browser.media("print", "light");
    assertEquals((long) shown().size(), unfolded(), "what is filtered out stays out");
    assertFalse(browser.one("#tools").isDisplayed());
  }

  private static Object unfolded() {
    return browser.run(
        "return [...document.querySelectorAll('.edit .body')].filter(e =>"
            + " e.checkVisibility()).length");
  }

  @Test
  void theFormShowsTheThreeAnswersWithTheirSources() {
    assertEquals("Undetermined from what is stated", answer(0));
    choose("payer", "Palmetto GBA (fee for service)");
    choose("setting", "22: hospital outpatient, on campus");
    choose("modifiers", "26");
    choose("service", "47533: biliary drain");

    assertEquals("No", answer(0));
    assertEquals("Yes: on the line, and correct", answer(1));
    assertTrue(answer(2).matches("\\d+ required, \\d+ missing"), answer(2));
    String text = browser.one("#answer").getText();
    assertTrue(
        text.contains("47533 (percutaneous bile duct procedure) is billed on this claim"), text);
    assertTrue(text.contains("AAPC, percutaneous biliary coding in CPT 2016"), text);
    assertTrue(text.contains("Claim narrative description"), text);

    choose("payer", "Payer not known");
    assertEquals("1 required, 1 missing", answer(2), "what the 837 standard wants of any payer");
    choose("setting", "Form not stated");
    assertEquals("No public rule found", answer(2));
  }

  /** The questions are those of a review, in its order, and so are their answers. */
  @Test
  void theFormAsksWhatTheLibraryAsksUntilTheLineIsSettled() {
    LineReview line = review(r -> r);
    assertEquals(line.factsNeeded().stream().map(f -> FactQuestion.of(f).text()).toList(), asked());
    assertEquals("Which procedure did the imaging belong to?", asked().get(0));

    press("Not known");
    assertEquals("What was the fluoroscopy for?", asked().get(0));
    press("Watching the screen during an operation");
    assertEquals(
        review(r -> r.purpose(RecordFacts.Purpose.SURGICAL_GUIDANCE)).factsNeeded().stream()
            .filter(f -> f != Fact.PROCEDURE)
            .map(f -> FactQuestion.of(f).text())
            .toList(),
        asked());
    press("Yes");
    assertEquals(
        "Do you attest that no more specific code describes the fluoroscopic service?",
        asked().get(0));
    assertEquals("Undetermined from what is stated", answer(0));
    press("Yes: every more specific code was ruled out");
    assertEquals("Yes, on the facts stated", answer(0));
    assertEquals(List.of(), asked());
    assertEquals(
        List.of(
            "Yes",
            "Yes: every more specific code was ruled out"
                + " (Watching the screen during an operation)"),
        browser.texts("#try-interpretation option:checked, #try-service option:checked"));
  }

  @Test
  void whatIsNotKnownStaysOpenAndCanBeAskedAgain() {
    String first = FactQuestion.of(review(r -> r).factsNeeded().get(0)).text();
    browser.await("the first question", () -> asked().indexOf(first) == 0);
    while (!asked().isEmpty()) {
      press("Not known");
    }
    assertTrue(
        browser.one(".settles").getText().contains("what is not known stays open"),
        browser.one(".settles")::getText);
    press("Ask again");
    assertEquals(first, asked().get(0));
    assertEquals(
        "Not known", browser.all(".settles .options button").get(offered()).getText(), "last");
  }

  private static int offered() {
    return browser.all(".settles .options button").size() - 1;
  }

  /** What is billed beside the line is no answer, and no answer takes it away. */
  @Test
  void anAnswerKeepsWhatIsChosenAlready() {
    choose("service", "77002: guidance of a needle");
    choose("setting", "11: office");
    press("Both");
    assertEquals(
        List.of("77002: guidance of a needle"), browser.texts("#try-service option:checked"));
    assertEquals(List.of("Both"), browser.texts("#try-component option:checked"));
  }

  private static LineReview review(UnaryOperator<RecordFacts.Builder> record) {
    return Cpt76496Edits.load()
        .review(
            Claim.builder(Form.PROFESSIONAL, Payer.of(Payer.Family.MEDICARE))
                .lines(
                    ServiceLine.builder(1, "76496", TryItClaims.DAY)
                        .placeOfService("22")
                        .units(1)
                        .record(record.apply(RecordFacts.builder()).build())
                        .build())
                .build())
        .lines()
        .get(0);
  }

  /** The question that is asked now, and those that come after it if it settles nothing. */
  private static List<String> asked() {
    List<String> asked = new ArrayList<>(browser.texts(".settles .question"));
    for (String later : browser.texts(".settles .later")) {
      if (later.startsWith("If that settles nothing: ")) {
        asked.addAll(List.of(later.substring(25).split("(?<=\\?) ")));
      }
    }
    return asked;
  }

  private static void press(String words) {
    browser.all(".settles button").stream()
        .filter(b -> b.getText().equals(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError(words + " is not offered"))
        .click();
  }

  private static void choose(String dimension, String choice) {
    Object option =
        browser.run(
            "return [...document.querySelectorAll(arguments[0])]"
                + ".find(o => o.textContent.trim() === arguments[1])",
            "#try-" + dimension + " option",
            choice);
    ((WebElement) option).click();
  }

  private static String answer(int question) {
    return browser
        .all("#answer .three > div")
        .get(question)
        .findElement(By.cssSelector("dd"))
        .getText();
  }
}
