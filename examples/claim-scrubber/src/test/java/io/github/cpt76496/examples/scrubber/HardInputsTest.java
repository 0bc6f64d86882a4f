package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Inputs that once were answered wrongly, or refused without a word why. They lie beside the folder
 * that the property {@code shared.data} names; skipped where they are absent. Each has a small
 * sibling among the tests of its reader.
 */
class HardInputsTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FOLDER =
      Path.of(System.getProperty("shared.data", "absent")).resolveSibling("hard-inputs");

  /** What they ask of the names of payers and of a payer's rule is tested there. */
  private static final List<String> OF_PAYERS =
      List.of(
          "g05-coverage-display.json",
          "g05b-coverage-identifier-bfd.json",
          "p01-aetna-health-inc.837",
          "p02-uhc.837",
          "p04-bcbs-of-nc.837",
          "p05-novitas-inc.837",
          "p07-anthem-bl.837",
          "p08-premera-bl.837",
          "w01-wps-descriptor.837");

  @BeforeAll
  static void filesAreThere() {
    assumeTrue(Files.isDirectory(FOLDER), "no hard inputs on this machine");
  }

  /** The claim, and line, answer, modifier and state of the narrative; or the reason. */
  private static List<String> answers(String file) throws IOException {
    List<String> answers = new ArrayList<>();
    ScrubberRun run = ScrubberRun.of("--format=json", FOLDER.resolve(file).toString());
    for (String text : run.out().lines().toList()) {
      JsonNode answer = JSON.readTree(text);
      String claim = answer.path("claimId").asText("-");
      answer.path("notices").forEach(n -> answers.add("notice: " + n.path("reason").asText()));
      if (!answer.path("status").asText().equals("EVALUATED")) {
        answers.add(claim + ": " + answer.path("reason").asText());
      }
      for (JsonNode line : answer.path("lines")) {
        answers.add(
            "%s line %s %s %s"
                .formatted(
                    claim,
                    line.path("number").asText(),
                    line.path("codeApplies").asText(),
                    line.path("modifier26").asText()));
      }
    }
    return answers;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c02-date-yyyymmdd.csv|C1 line 1 UNDETERMINED UNDETERMINED",
        "e08-dtp-after-lin.837|C1 line 1 UNDETERMINED VALID",
        "e09-nte-after-nm1-2420.837|C1 line 1 UNDETERMINED VALID",
        "e13-units-negative-other-line.837|C1 line 1 UNDETERMINED VALID",
        "g04-pos-html-system.json|C1 line 1 UNDETERMINED VALID",
        "g15-attachment-http.json|C1 line 1 UNDETERMINED VALID",
        "r02-47533-rd8-overlaps-76496.837|C1 line 1 NO VALID"
      })
  void isAnswered(String file, String answer) throws IOException {
    assertEquals(List.of(answer), answers(file));
  }

  @Test
  void claimWithout76496IsNotLost() throws IOException {
    assertEquals(List.of(), answers("f05-clm-shifted.837"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c03-extra-column.csv|-: column 5 person_id: not known, so not read"
            + "|C1 line 1 UNDETERMINED UNDETERMINED",
        "d13-frequency-8-void.837|notice: CLM05-3 is 8: the claim voids an earlier one; it was"
            + " answered as if it billed|C1 line 1 UNDETERMINED VALID",
        "e24-nte-alg-inst.837|notice: NTE01 is ALG, so the note counts as no description of the"
            + " service; a description stands under ADD|C1 line 1 UNDETERMINED NOT_NEEDED",
        "g01-neighbour-cancelled.json|notice: item[0]: cancelled, so it is not a line"
            + " of the claim|C1 line 2 UNDETERMINED VALID",
        "g14-detail.json|notice: item[0].detail[0]: answered as line 3|C1 line 3 NO VALID",
        "n01-cgs-nte-tpo-line.837|notice: NTE01 is TPO, so the note counts as no description of the"
            + " service; a description stands under ADD|C1 line 1 UNDETERMINED VALID",
        "n02-nebraska-nte-cer-claim.837|notice: NTE01 is CER, so the note counts as no description"
            + " of the service; a description stands under ADD|C1 line 1 UNDETERMINED VALID",
        "d04-two-claims-no-hl-no-sbr.837|C1 line 1 UNDETERMINED VALID|C2: NM1*PR stands among the"
            + " lines of the claim before, without HL, so it cannot be told who the payer is",
        "d06-two-claims-hl20-only-nm1.837|C1 line 1 UNDETERMINED VALID|C2: NM1*PR stands among the"
            + " lines of the claim before, without HL, so it cannot be told who the payer is"
      })
  void isAnsweredAndNamed(String file, String first, String second) throws IOException {
    assertEquals(List.of(first, second), answers(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b04-wrapped-at-80.837|-: the ISA segment has a line break in it, as in a file that was"
            + " wrapped at 80 columns, so the delimiters cannot be told; take the line breaks out;"
            + " the rest of the file was not read",
        "b17-lowercase-hc.837|C1: line 1: SV101: HC before 76496 is written in small letters, which"
            + " are no qualifier; write capitals",
        "d14-two-nm1-pr.837|C1: two payers (NM1*PR) stand in one loop before the claim, so it"
            + " cannot be told who the payer is",
        "g03-claim-modifierExtension.json|C1: modifierExtension: changes what it stands in, in a"
            + " way that the reader does not know, so the claim is not answered; send the claim"
            + " without it if it means the same without it",
        "g17-xml.xml|-: FHIR in XML, which is not read; write it as JSON",
        "g18-eob.json|-: holds no Claim, only ExplanationOfBenefit; an ExplanationOfBenefit is what"
            + " the payer made of a claim, and what is read is the Claim that was sent"
      })
  void isRefusedByName(String file, String reason) throws IOException {
    assertEquals(List.of(reason), answers(file));
  }

  /** The state of the narrative, where a note decides. */
  @ParameterizedTest
  @CsvSource({
    "e09-nte-after-nm1-2420.837,PRESENT",
    "e24-nte-alg-inst.837,MISSING",
    "n01-cgs-nte-tpo-line.837,MISSING",
    "n02-nebraska-nte-cer-claim.837,MISSING"
  })
  void noteDecidesOnTheNarrative(String file, String state) throws IOException {
    ScrubberRun run = ScrubberRun.of("--format=json", FOLDER.resolve(file).toString());
    List<String> states = new ArrayList<>();
    for (JsonNode document : JSON.readTree(run.out()).at("/lines/0/documentation")) {
      if (document.path("item").asText().equals("CLAIM_NARRATIVE_DESCRIPTION")) {
        states.add(document.path("state").asText());
      }
    }
    assertEquals(List.of(state), states.stream().distinct().toList());
  }

  @Test
  void whatAsksForPayersIsReadToTheEnd() throws IOException {
    for (String file : OF_PAYERS) {
      ScrubberRun run = ScrubberRun.of("--format=json", FOLDER.resolve(file).toString());
      assertEquals("EVALUATED", JSON.readTree(run.out()).path("status").asText(), file);
    }
  }

  @Test
  void everyFileIsLookedAt() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      files.map(file -> file.getFileName().toString()).forEach(names::add);
    }
    String source =
        Files.readString(
            Path.of("src/test/java/io/github/cpt76496/examples/scrubber/HardInputsTest.java"));
    names.removeIf(name -> source.contains(name) || name.startsWith("README"));
    assertEquals(new TreeSet<>(), names, "no test looks at these");
  }
}
