package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cpt76496.examples.page.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A Questionnaire of the scrubber as a physician meets it in NLM's form, and what comes of it. */
@Tag("one-jdk")
class LhcFormsTest {

  private static final Path CLAIM =
      Path.of("../claims/hospital-outpatient-without-description.json");

  private static final String LABELS = "#form label[id^='label-']";

  @TempDir static Path folder;

  private static Browser browser;
  private static LhcForms forms;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    browser = Browser.start();
    forms = LhcForms.start();
  }

  @AfterAll
  static void stop() {
    if (forms != null) {
      forms.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void show() {
    ScrubberRun asked = ScrubberRun.of("--format", "questionnaire", CLAIM.toString());
    assertEquals(1, asked.out().lines().count(), asked::err);
    browser.look("light", 1000);
    browser.open(forms.address());
    browser.await(
        "LHC-Forms",
        () -> is("return !!(window.LForms?.FHIR && customElements.get('wc-lhc-form'))"));
    browser.run(
        "LForms.Util.addFormToPage(JSON.parse(arguments[0]), 'form', {fhirVersion: 'R4'})",
        asked.out());
    browser.await("the first question", () -> shown().size() == 1);
  }

  private static boolean is(String script) {
    return Boolean.TRUE.equals(browser.run(script));
  }

  /** The questions that are on the page now. */
  private static List<String> shown() {
    return browser.texts(LABELS);
  }

  /** Chooses from a list by the words, as typed. */
  private static void choose(String linkId, String words) {
    WebElement field = browser.one("input[id='" + linkId + "/1']");
    field.sendKeys(words);
    browser.await("the list", () -> !suggestions(words).isEmpty());
    suggestions(words).get(0).click();
    browser.await("the choice", () -> words.equals(field.getAttribute("value")));
    field.sendKeys(Keys.TAB);
  }

  /** The list numbers them. */
  private static List<WebElement> suggestions(String words) {
    return browser.all("#completionOptions li.suggestion").stream()
        .filter(item -> item.getText().strip().matches("(\\d+:)?\\s*\\Q" + words + "\\E"))
        .toList();
  }

  private static void check(String linkId, String words) {
    browser.all("label[id^='" + linkId + "/1|']").stream()
        .filter(label -> label.getText().strip().equals(words))
        .findFirst()
        .orElseThrow()
        .click();
  }

  @Test
  void aPhysicianAnswersAndTheLineIsSettled() throws IOException {
    assertEquals("UNDETERMINED", reviewed().path("codeApplies").asText());
    assertEquals(List.of("Which procedure did the imaging belong to?"), shown());

    choose("procedure", "Not known, or none of these");
    browser.await("the second question", () -> shown().size() == 2);
    choose("purpose", "Watching the screen during an operation");
    browser.await("the third question", () -> shown().size() == 3);
    check("writtenInterpretation", "Yes");
    browser.await("the fourth question", () -> shown().size() == 4);
    assertEquals(
        List.of(
            "Which procedure did the imaging belong to?",
            "What was the fluoroscopy for?",
            "Is there a separate written interpretation of the imaging?",
            "Do you attest that no more specific code describes the fluoroscopic service?"),
        shown());
    check("noSpecificCode", "Yes: every more specific code was ruled out");

    JsonNode line = reviewed("--answers", response("settled.json").toString());
    assertEquals("YES", line.path("codeApplies").asText());
    assertEquals(0, line.path("wouldSettle").size());
  }

  /** A question that the first answer has settled does not come. */
  @Test
  void aProcedureThatIncludesItsImagingEndsTheQuestions() throws IOException {
    choose("procedure", "Gallbladder drain");
    assertEquals(List.of("Which procedure did the imaging belong to?"), shown());
    assertEquals(
        "NO", reviewed("--answers", response("no.json").toString()).path("codeApplies").asText());
  }

  /** Whoever takes an answer back is not held to what was answered after it. */
  @Test
  void anAnswerThatIsTakenBackTakesThoseAfterItAlong() throws IOException {
    choose("procedure", "Not known, or none of these");
    browser.await("the second question", () -> shown().size() == 2);
    choose("purpose", "None of these");
    browser.await("the third question", () -> shown().size() == 3);
    check("noSpecificCode", "Yes: every more specific code was ruled out");
    browser.one("input[id='procedure/1']").clear();
    choose("procedure", "Gallbladder drain");
    browser.await("one question", () -> shown().size() == 1);
    assertEquals(
        "NO", reviewed("--answers", response("back.json").toString()).path("codeApplies").asText());
  }

  @Test
  void theFormAsksNobodyElse() {
    browser.requests();
    choose("procedure", "Gallbladder drain");
    Set<String> asked = new HashSet<>(browser.requests());
    asked.removeIf(url -> url.startsWith(forms.address()) || url.startsWith("data:"));
    assertEquals(Set.of(), asked);
  }

  private static Path response(String name) throws IOException {
    String json =
        (String)
            browser.run(
                "return JSON.stringify("
                    + "LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4'), null, 2)");
    return Files.writeString(folder.resolve(name), json);
  }

  private static JsonNode reviewed(String... options) throws IOException {
    String[] all = new String[options.length + 3];
    System.arraycopy(options, 0, all, 0, options.length);
    System.arraycopy(
        new String[] {"--format", "json", CLAIM.toString()}, 0, all, options.length, 3);
    ScrubberRun run = ScrubberRun.of(all);
    assertTrue(run.exitCode() < 2, run::err);
    return JsonMapper.builder().build().readTree(run.out()).path("lines").get(0);
  }
}
