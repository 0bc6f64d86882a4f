package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.examples.page.Browser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of all sample claims, as a coder meets it. */
@Tag("one-jdk")
class HtmlPageBrowserTest {

  private static final String DATES = "tr.line td.date .value";
  private static final String PAYERS = "tr.line td.payer .name";
  private static final String OVERFLOW =
      "const page = document.documentElement; return page.scrollWidth - page.clientWidth";

  @TempDir static Path folder;

  private static Browser browser;
  private static JsonNode data;
  private static String address;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start();
    String page = HtmlPage.ofSampleClaims();
    data = HtmlPage.of(page).data();
    address = write("page.html", page);
  }

  private static String write(String name, String page) throws IOException {
    return Files.writeString(folder.resolve(name), page).toUri().toString();
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

  @Test
  void totalsAreThoseOfTheRun() {
    JsonNode totals = data.path("totals");
    assertEquals(
        List.of(
            totals.path("claims").asText(),
            totals.path("lines").asText(),
            totals.path("errors").asText(),
            totals.path("warnings").asText(),
            "0"),
        browser.texts("#totals dd"));
    assertEquals(data.path("lines").size(), browser.all("tr.line").size());
    for (JsonNode value : data.path("facets").get(1).path("values")) {
      assertEquals(
          value.path("lines").asText(), number("codeApplies", value.path("value").asText()));
    }
  }

  /** How a page is drawn differs from browser to browser, so only the frame is compared. */
  @ParameterizedTest
  @CsvSource({"light,report.png", "dark,report-dark.png"})
  void theReadmeHasAPictureOfThePage(String scheme, Path picture) throws IOException {
    browser.look(scheme, 1280);
    if (Boolean.getBoolean("approve")) {
      Files.write(picture, browser.picture());
    }
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(browser.picture()));
    BufferedImage kept = ImageIO.read(picture.toFile());
    assertEquals(drawn.getWidth(), kept.getWidth());
    assertEquals(drawn.getHeight(), kept.getHeight());
    assertTrue(Files.size(picture) < 250_000, "a picture that takes long to load");
  }

  /** The number on a bar. */
  private static String number(String facet, String value) {
    return browser.texts(bar(facet, value) + " .number").get(0).replaceAll("\\D", "");
  }

  private static String bar(String facet, String value) {
    return "[data-facet='" + facet + "'][data-value='" + value + "']";
  }

  @Test
  void barsFilterByKeyboard() {
    String no = number("codeApplies", "NO");

    browser.run("document.querySelector(arguments[0]).focus()", bar("codeApplies", "NO"));
    browser.focused().sendKeys(Keys.SPACE);

    assertEquals("true", browser.focused().getAttribute("aria-pressed"), "the focus stays");
    assertEquals(no, String.valueOf(browser.all("tr.line").size()));
    assertEquals(Set.of("No"), new HashSet<>(browser.texts("td.codeApplies .marked")));
    assertEquals(no + " of " + data.path("lines").size() + " lines", count());
    assertTrue(browser.address().endsWith("#codeApplies=NO"));
    assertEquals(
        data.path("facets").get(1).path("values").get(0).path("lines").asText(),
        number("codeApplies", "YES"),
        "a chart shows what picking another of its values would add");

    browser.focused().sendKeys(Keys.SPACE);
    assertEquals(data.path("lines").size(), browser.all("tr.line").size());
    assertFalse(browser.address().contains("#"));
  }

  private static String count() {
    return browser.one("#count").getText();
  }

  @Test
  void searchLooksIntoFindingsAndDocuments() {
    WebElement search = browser.one("#search");
    search.sendKeys("palmetto 47533");
    browser.await("the search", () -> count().contains(" of "));

    assertEquals(Set.of("MEDICARE"), new HashSet<>(browser.texts(PAYERS)));
    int some = browser.all("tr.line").size();
    assertTrue(some > 0 && some < data.path("lines").size());

    search.sendKeys(" nothinglikeit");
    browser.await("no line", () -> browser.one("#empty").isDisplayed());
    assertEquals(0, browser.all("tr.line").size());
    browser.one("#clear").click();
    assertEquals(data.path("lines").size(), browser.all("tr.line").size());
  }

  @Test
  void columnsSort() {
    browser.one("[data-sort='date']").sendKeys(Keys.ENTER);
    List<String> dates = browser.texts(DATES);
    assertEquals(dates.stream().sorted().toList(), dates);
    assertEquals("ascending", browser.one("th.date").getAttribute("aria-sort"));

    browser.focused().sendKeys(Keys.ENTER);
    dates = browser.texts(DATES);
    assertEquals(dates.stream().sorted(Comparator.reverseOrder()).toList(), dates);
    assertEquals("descending", browser.one("th.date").getAttribute("aria-sort"));
    assertEquals(1, browser.all("th[aria-sort]").size());

    for (String column : List.of("claim", "payer", "number", "code", "documents", "worst")) {
      browser.one("[data-sort='" + column + "']").click();
      assertEquals("ascending", browser.one("th." + column).getAttribute("aria-sort"));
    }
    assertEquals("Error", browser.texts("td.worst .severity").get(0));
  }

  @Test
  void rowsOpenByKeyboard() {
    browser.run("document.querySelector('.expander').focus()");
    assertEquals("false", browser.focused().getAttribute("aria-expanded"));
    browser.focused().sendKeys(Keys.ENTER);

    WebElement button = browser.focused();
    assertEquals("true", button.getAttribute("aria-expanded"));
    WebElement detail = browser.one("#" + button.getAttribute("aria-controls"));
    assertTrue(detail.isDisplayed());
    int line = Integer.parseInt(button.getAttribute("aria-controls").replace("detail-", ""));
    JsonNode reviewed = data.path("lines").get(line);
    assertEquals(reviewed.path("findings").size(), browser.all(".findings > li").size());
    List<JsonNode> findings = new ArrayList<>();
    reviewed.path("findings").forEach(n -> findings.add(data.path("findings").get(n.asInt())));
    List<String> severities = List.of("ERROR", "WARNING", "INFO");
    findings.sort(Comparator.comparing(f -> severities.indexOf(f.path("severity").asText())));
    assertEquals(
        findings.stream().map(f -> f.path("message").asText()).toList(),
        browser.texts(".findings .message"));
    assertTrue(browser.texts(".answers dd").contains(reviewed.at("/documents/words").asText()));

    button.sendKeys(Keys.ARROW_DOWN);
    assertNotEquals(button, browser.focused());
    assertEquals("expander", browser.focused().getAttribute("class"));
    browser.focused().sendKeys(Keys.ARROW_UP);
    browser.focused().sendKeys(Keys.ENTER);
    assertEquals(0, browser.all("tr.detail").size());
  }

  @Test
  void documentsOfALineAreOnItsChecklist() {
    int wrong = 0;
    for (int i = 0; i < data.path("lines").size(); i += 3) {
      browser.open(address + "#open=" + i);
      JsonNode line = data.path("lines").get(i);
      int listed = 0;
      int inView = 0;
      for (JsonNode number : line.path("documentation")) {
        JsonNode rule = data.path("requirements").get(number.asInt());
        String level = rule.path("level").asText();
        boolean forEverybody =
            rule.path("payer").asText().equals("ANY") && level.equals("RECOMMENDED");
        if (!forEverybody && !level.equals("NOT_STATED")) {
          listed++;
          inView += Set.of("ON_REQUEST", "RECOMMENDED").contains(level) ? 0 : 1;
        }
      }
      boolean isWrong = line.path("codeApplies").asText().equals("NO");
      wrong += isWrong ? 1 : 0;
      assertEquals(listed, browser.all(".checklist > li").size(), "line " + i);
      assertEquals(
          isWrong ? 0 : inView,
          browser.all(".checklist > li").stream().filter(WebElement::isDisplayed).count(),
          "line " + i);
    }
    assertTrue(wrong > 0, "no line whose code is wrong");
  }

  @Test
  void whatEverybodyIsAdvisedStandsOnceBelowTheLines() {
    Set<String> advised = new HashSet<>();
    for (JsonNode rule : data.path("requirements")) {
      if (rule.path("payer").asText().equals("ANY")
          && rule.path("level").asText().equals("RECOMMENDED")) {
        advised.add(data.at("/words/item/" + rule.path("item").asText()).asText());
      }
    }
    assertEquals(4, advised.size());
    assertEquals(4, browser.all("#advice li").size());
    for (String name : browser.texts("#advice strong")) {
      assertTrue(advised.contains(name.toLowerCase(Locale.ROOT)), name);
    }
  }

  @Test
  void addressRestoresTheView() {
    browser.open(address + "#payer=AETNA&search=modifier&sort=-date&open=3&worst=nonsense&page=99");

    assertEquals("true", browser.one(bar("payer", "AETNA")).getAttribute("aria-pressed"));
    assertEquals("modifier", browser.one("#search").getAttribute("value"));
    assertEquals(Set.of("AETNA"), new HashSet<>(browser.texts(PAYERS)));
    assertEquals("descending", browser.one("th.date").getAttribute("aria-sort"));
    assertEquals("Payer AETNA", browser.texts("#chips li button").get(0).substring(18));
    assertTrue(browser.address().endsWith("#payer=AETNA&search=modifier&sort=-date&open=3"));
  }

  @Test
  void colorsCanBeChosen() {
    String light = background();
    browser.media("screen", "dark");
    String dark = background();
    assertNotEquals(light, dark);

    browser.one("#theme").sendKeys("light");
    assertEquals(light, background());
    browser.open(address);
    assertEquals(light, background(), "the choice is kept");
    browser.one("#theme").sendKeys("as");
    assertEquals(dark, background());
  }

  private static String background() {
    return (String) browser.run("return getComputedStyle(document.body).backgroundColor");
  }

  @ParameterizedTest
  @CsvSource({"light, 1280", "dark, 1280", "light, 390", "dark, 390"})
  void isAccessible(String colors, int width) throws IOException {
    browser.look(colors, width);
    browser.open(address + "#codeApplies=NO&search=imaging&open=0");
    if (width < 1000) {
      browser.one("#rail-button").click();
    }

    assertTrue(browser.all("tr.detail").size() == 1);
    assertEquals(List.of(), browser.accessibilityViolations());
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1024, 1280, 1920})
  void noWidthNeedsScrollingToTheSide(int width) {
    browser.look("light", width);
    browser.open(address + "#open=0.1.2.3.4.5.6.7.8.9");

    assertEquals(0L, browser.run(OVERFLOW));
    assertTrue(browser.all("tr.line td.documents").stream().allMatch(WebElement::isDisplayed));
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 1200, 1280})
  void claimsKeepRoomForTheirName(int width) {
    browser.look("light", width);

    int claim = browser.one("th.claim").getSize().getWidth();
    assertTrue(claim >= 100, claim + " pixels");
  }

  @Test
  void narrowWindowFoldsTheChartsUp() {
    browser.look("light", 360);

    assertFalse(browser.one(bar("codeApplies", "NO")).isDisplayed());
    browser.one("#rail-button").sendKeys(Keys.ENTER);
    assertTrue(browser.one(bar("codeApplies", "NO")).isDisplayed());
    assertEquals(0L, browser.run(OVERFLOW));
    browser.one("#sort").sendKeys("Date");
    assertTrue(browser.address().contains("sort=date"));
  }

  @Test
  void printShowsTheFindingsOfEveryRowAndTheAddresses() {
    browser.media("print", "dark");
    browser.await("print", () -> browser.all("tr.detail").size() == browser.all("tr.line").size());

    assertTrue(browser.all(".findings .message").stream().allMatch(WebElement::isDisplayed));
    assertFalse(browser.one(".rail").isDisplayed());
    assertEquals(
        true,
        browser.run(
            "return [...document.querySelectorAll('.findings a')].every(a =>"
                + " getComputedStyle(a, '::after').content.includes(a.getAttribute('href')))"));
    browser.media("screen", "light");
    browser.await("screen", () -> browser.all("tr.detail").isEmpty());
  }

  @Test
  void skipLinkLeadsToTheLines() {
    browser.run("document.querySelector('.skip').focus()");
    browser.focused().sendKeys(Keys.ENTER);

    assertEquals("lines", browser.focused().getAttribute("id"));
    assertFalse(browser.address().contains("#"));
  }

  @Test
  void tenThousandLinesOpen() throws IOException {
    String many =
        HtmlReportTest.page(
            false,
            report -> {
              for (int i = 0; i < 10_050; i++) {
                PlacedClaim claim = claim(i);
                report.review("claims.837", claim, FIXED.review(claim.claim()));
              }
            });
    browser.open(write("many.html", many));
    browser.await("lines", () -> browser.all("tr.line").size() == 100);
    browser.run("toggleFilter('payer', 'AETNA'); sortBy('date'); draw()");

    assertEquals("5,000 of 10,000 lines", count());
    assertTrue(browser.one("#cap").getText().contains("first 10,000 lines of 10,050"));
    browser.one("#next").click();
    assertEquals("lines", browser.focused().getAttribute("id"));
    assertEquals("101\u2013200 of 5,000", browser.one("#page").getText());
    assertTrue(browser.address().endsWith("page=2"));
  }

  private static final FixedEdits FIXED = new FixedEdits(Severity.WARNING);

  private static PlacedClaim claim(int i) {
    LocalDate date = LocalDate.of(2026, 1, 1).plusDays(i % 300);
    Payer payer = Payer.of(i % 2 == 0 ? Payer.Family.AETNA : Payer.Family.CIGNA);
    ServiceLine line = ServiceLine.builder(1, "76496", date).build();
    Claim claim = Claim.builder(Form.PROFESSIONAL, payer).lines(line).build();
    return new PlacedClaim("id", "transaction 1, segment " + i, claim);
  }

  @Test
  void emptyPageSaysWhy() throws IOException {
    browser.open(write("empty.html", HtmlReportTest.page(false, report -> {})));
    assertEquals("There was no claim to read.", browser.one("#nothing").getText());

    String unread =
        HtmlReportTest.page(
            false, report -> report.problem("a.837", Problem.at("segment 3", "is cut off")));
    browser.open(write("unread.html", unread));
    assertTrue(browser.one("#nothing").getText().startsWith("No claim could be read"));
    assertEquals(List.of("a.837, segment 3 is cut off"), browser.texts("#problems li"));
    browser.one("#totals button").click();
    assertEquals("problems-title", browser.focused().getAttribute("id"));
    assertEquals(List.of(), browser.accessibilityViolations());
  }
}
