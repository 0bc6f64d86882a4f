package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.RecordFacts.Purpose;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.examples.scrubber.report.Look;
import io.github.cpt76496.examples.scrubber.report.QuestionnaireReport;
import io.github.cpt76496.examples.scrubber.report.Report;
import io.github.cpt76496.examples.scrubber.report.Tally;
import io.github.cpt76496.json.ClaimJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions written, answers read back, and both said in every format. */
class AnswersTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final String CLAIM =
      """
      {"id":"A1","form":"PROFESSIONAL","payer":{"family":"MEDICARE","plan":"PALMETTO_GBA"},\
      "lines":[{"number":1,"procedureCode":"76496","dateOfService":"2026-03-02",\
      "placeOfService":"22","modifiers":["26"],"description":"%s"},\
      {"number":2,"procedureCode":"76496","dateOfService":"2026-03-03","placeOfService":"11"}]}
      """;

  private static final String SETTLED = "HIP ARTHROGRAM";

  private static final String PURPOSE = "line 2: purpose=SURGICAL_GUIDANCE (answered)";

  private static final String FINDS_NO_LINE =
      "answers no line of these claims: its claim is not among them, was changed since it was asked"
          + " about, or stands in another file or place; name the files as they were named then";

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path claim() throws IOException {
    return write("claim.json", CLAIM.formatted(SETTLED));
  }

  private static List<JsonNode> asked(String... arguments) throws IOException {
    String[] all = new String[arguments.length + 2];
    all[0] = "--format";
    all[1] = "questionnaire";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    ScrubberRun run = ScrubberRun.of(all);
    assertTrue(run.exitCode() < 2, run::err);
    List<JsonNode> forms = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      forms.add(MAPPER.readTree(line));
    }
    return forms;
  }

  private static ObjectNode response(JsonNode form, String... answers) {
    ObjectNode response = MAPPER.createObjectNode();
    response
        .put("resourceType", "QuestionnaireResponse")
        .put("questionnaire", form.path("url").asText() + "|" + form.path("version").asText())
        .put("status", "completed");
    ArrayNode items = response.putArray("item");
    for (String each : answers) {
      String linkId = each.substring(0, each.indexOf('='));
      String system =
          "urn:cpt76496:" + linkId.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      ObjectNode answer = items.addObject().put("linkId", linkId).putArray("answer").addObject();
      if (linkId.equals("description") || linkId.equals("placeOfService")) {
        answer.put("valueString", each.substring(linkId.length() + 1));
      } else {
        answer
            .putObject("valueCoding")
            .put("system", system)
            .put("code", each.substring(linkId.length() + 1));
      }
    }
    return response;
  }

  private static JsonNode line(ScrubberRun run, int index) throws IOException {
    return MAPPER.readTree(run.out().lines().findFirst().orElseThrow()).path("lines").get(index);
  }

  @Test
  void aQuestionnaireIsWrittenForEachOpenLineAndLeadsAPersonToTheClaim() throws IOException {
    List<JsonNode> forms = asked(claim().toString());
    assertEquals(1, forms.size(), "the other line is settled");
    assertEquals("CPT 76496, line 2: what is open", forms.get(0).path("title").asText());
    assertEquals(
        "[{\"system\":\"urn:cpt76496:file\",\"value\":\""
            + claim()
            + "\"},{\"system\":\"urn:cpt76496:place\",\"value\":\"claim 1\"}]",
        forms.get(0).path("identifier").toString());

    JsonNode named = asked("--show-claim-ids", claim().toString()).get(0);
    assertEquals("A1", named.path("identifier").get(2).path("value").asText());

    List<JsonNode> whole = asked("--all", claim().toString());
    assertEquals(
        List.of("CPT 76496, line 1: the record", "CPT 76496, line 2: the record"),
        whole.stream().map(f -> f.path("title").asText()).toList());
  }

  private Path surgical(JsonNode form) throws IOException {
    return write(
        "answers.json",
        response(
                form,
                "procedure=NOT_STATED",
                "purpose=SURGICAL_GUIDANCE",
                "writtenInterpretation=NO",
                "component=BOTH")
            .toPrettyString());
  }

  @Test
  void anAnswerSettlesItsLineAndNoOther() throws IOException {
    String claim = claim().toString();
    String answers = surgical(asked(claim).get(0)).toString();
    JsonNode before = line(ScrubberRun.of("--format", "json", claim), 1);
    assertEquals("UNDETERMINED", before.path("codeApplies").asText());
    assertEquals("UNDETERMINED", before.path("modifier26").asText());

    ScrubberRun run = ScrubberRun.of("--format", "json", "--answers", answers, claim);
    assertEquals("", run.err());
    assertEquals("NO", line(run, 1).path("codeApplies").asText());
    assertEquals("NOT_NEEDED", line(run, 1).path("modifier26").asText());
    assertEquals(
        line(ScrubberRun.of("--format", "json", claim), 0), line(run, 0), "as it was answered");
    assertEquals(
        "[\""
            + PURPOSE
            + "\",\"line 2: writtenInterpretation=NO (answered)\","
            + "\"line 2: component=BOTH (answered)\"]",
        MAPPER.readTree(run.out()).path("whatIf").toString());
  }

  @Test
  void everyFormatSaysThatItRestsOnAnswers() throws IOException {
    String claim = claim().toString();
    String answers = surgical(asked(claim).get(0)).toString();
    String changes =
        PURPOSE
            + ", line 2: writtenInterpretation=NO (answered), line 2: component=BOTH (answered)";
    assertSays("What if " + changes, "--answers", answers, claim);
    assertSays("whatIf=" + changes.replace(", ", ","), "--short", "--answers", answers, claim);
    assertSays(changes.replace(", ", " "), "--format", "csv", "--answers", answers, claim);
    assertSays("\"" + PURPOSE + "\"", "--format", "fhir", "--answers", answers, claim);
    assertSays(PURPOSE, "--format", "html", "--answers", answers, claim);
    assertSays("\"" + PURPOSE + "\"", "--format", "json", "--compact", "--answers", answers, claim);

    String acknowledged = ScrubberRun.of("--format", "277ca", claim).out();
    String whatIf = ScrubberRun.of("--format", "277ca", "--set", "units=1", claim).out();
    String answered = ScrubberRun.of("--format", "277ca", "--answers", answers, claim).out();
    String mark = "OF THE CLAIM AS --set OR --answers CHANGED IT";
    assertFalse(acknowledged.contains(mark), acknowledged);
    assertTrue(whatIf.contains(mark), whatIf);
    assertTrue(answered.contains(mark), answered);
  }

  private static void assertSays(String text, String... arguments) {
    String out = ScrubberRun.of(arguments).out();
    assertTrue(out.replaceAll("\\s+", " ").contains(text), () -> text + "\n  is not in\n" + out);
  }

  @Test
  void answersAreReadFromOneResourceLinesOfThemAndABundle() throws IOException {
    String open = write("open.json", CLAIM.formatted("")).toString();
    List<JsonNode> forms = asked(open);
    assertEquals(2, forms.size());
    ObjectNode first = response(forms.get(0), "procedure=GALLBLADDER_DRAIN");
    ObjectNode second = response(forms.get(1), "procedure=ERCP", "component=BOTH");

    Path lines = write("lines.ndjson", first + "\n" + second + "\n");
    ObjectNode bundle = MAPPER.createObjectNode().put("resourceType", "Bundle");
    bundle.put("type", "collection");
    bundle.withArray("entry").addObject().set("resource", first);
    bundle.withArray("entry").addObject().set("resource", second);
    Path bundled = write("bundle.json", bundle.toPrettyString());

    ScrubberRun asLines = ScrubberRun.of("--format", "json", "--answers", lines.toString(), open);
    assertEquals("NO", line(asLines, 0).path("codeApplies").asText());
    assertEquals("NO", line(asLines, 1).path("codeApplies").asText());
    assertEquals("NOT_NEEDED", line(asLines, 1).path("modifier26").asText());
    assertEquals(
        asLines, ScrubberRun.of("--format", "json", "--answers", bundled.toString(), open));
    assertEquals(
        asLines,
        ScrubberRun.of(
            "--format",
            "json",
            "--answers",
            write("first.json", first.toPrettyString()).toString(),
            "--answers",
            write("second.json", second.toString()).toString(),
            open));
  }

  @Test
  void whatIsStillOpenIsAskedAfterAnAnswerAndAnsweredInItsTurn() throws IOException {
    String claim = claim().toString();
    Path first = write("1.json", response(asked(claim).get(0), "component=BOTH").toString());
    JsonNode more = asked("--answers", first.toString(), claim).get(0);
    assertEquals(
        List.of("procedure", "purpose", "writtenInterpretation", "noSpecificCode"),
        more.path("item").findValuesAsText("linkId"));
    assertEquals(
        "line 2: component (answered)",
        more.path("extension").get(0).path("valueString").asText(),
        "the name alone");

    Path second = write("2.json", response(more, "procedure=ERCP").toString());
    ScrubberRun both =
        ScrubberRun.of(
            "--format",
            "json",
            "--answers",
            second.toString(),
            "--answers",
            first.toString(),
            claim);
    assertEquals("NO", line(both, 1).path("codeApplies").asText());
    assertEquals("", both.err());
    assertEquals(
        List.of(), asked("--answers", second.toString(), "--answers", first.toString(), claim));
  }

  @Test
  void whatIsUnderSetIsAskedAboutAndAnsweredUnderSet() throws IOException {
    String claim = claim().toString();
    JsonNode form = asked("--set", "placeOfService=", claim).get(1);
    assertTrue(form.path("item").findValuesAsText("linkId").contains("placeOfService"));
    Path answers =
        write("set.json", response(form, "placeOfService=22", "procedure=ERCP").toString());
    ScrubberRun run =
        ScrubberRun.of(
            "--format", "json", "--set", "placeOfService=", "--answers", answers.toString(), claim);
    assertEquals(
        "[\"placeOfService=\",\"line 2: placeOfService=22 (answered)\","
            + "\"line 2: procedure=ERCP (answered)\"]",
        MAPPER.readTree(run.out().lines().findFirst().orElseThrow()).path("whatIf").toString());
  }

  /** A value may hold whatever a name is looked for by. */
  @Test
  void aQuestionnaireUnderSetNamesWhatWasSetAndHoldsNoValue() throws IOException {
    String claim = claim().toString();
    String[] changed = {"--set", "note=SECRET (SECRET=1) (answered)", "--set", "units=2", claim};
    JsonNode form = asked(changed).get(0);
    assertEquals(List.of("note", "units"), form.path("extension").findValuesAsText("valueString"));
    assertFalse(form.toString().contains("SECRET"), form.toString());

    Path answers = write("set.json", response(form, "component=BOTH").toString());
    JsonNode more =
        asked(
                "--set",
                "note=SECRET (SECRET=1) (answered)",
                "--set",
                "units=2",
                "--answers",
                answers.toString(),
                claim)
            .get(0);
    assertEquals(
        List.of("note", "units", "line 2: component (answered)"),
        more.path("extension").findValuesAsText("valueString"));
    assertFalse(more.toString().contains("SECRET"), more.toString());
  }

  // ---- claims that are alike

  @Test
  void anAnswerReachesOneOfTwoClaimsThatAreAlike() throws IOException {
    String claim = CLAIM.formatted(SETTLED).replace("\"id\":\"A1\",", "");
    String twice = write("twice.ndjson", claim + claim).toString();
    String other = write("other.ndjson", claim).toString();
    List<JsonNode> forms = asked(twice, other);
    assertEquals(3, forms.stream().map(form -> form.path("url").asText()).distinct().count());

    String answers = surgical(forms.get(1)).toString();
    ScrubberRun run = ScrubberRun.of("--format", "json", "--answers", answers, twice, other);
    assertEquals("", run.err());
    List<String> codeApplies = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      codeApplies.add(MAPPER.readTree(line).path("lines").get(1).path("codeApplies").asText());
    }
    assertEquals(List.of("UNDETERMINED", "NO", "UNDETERMINED"), codeApplies);
  }

  @Test
  void aClaimThatWasMovedIsNotAnswered() throws IOException {
    String answers = surgical(asked(claim().toString()).get(0)).toString();
    String moved = write("moved.json", CLAIM.formatted(SETTLED)).toString();
    ScrubberRun run = ScrubberRun.of("--format", "json", "--answers", answers, moved);
    assertEquals(answers + ": resource 1: " + FINDS_NO_LINE + "\n", run.err());
    assertEquals("UNDETERMINED", line(run, 1).path("codeApplies").asText());
  }

  // ---- what is not taken is named, and the claim is answered as it stands

  @Test
  void aResponseThatNamesNoQuestionnaireIsNotTakenForTheSameAsAnother() throws IOException {
    ObjectNode none = response(asked(claim().toString()).get(0), "component=BOTH");
    none.remove("questionnaire");
    ObjectNode absent = none.deepCopy();
    absent
        .putObject("_questionnaire")
        .putArray("extension")
        .addObject()
        .put("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
        .put("valueCode", "unknown");
    Path file = write("none.ndjson", none + "\n" + none + "\n" + absent + "\n");
    ScrubberRun run =
        ScrubberRun.of("--format", "json", "--answers", file.toString(), claim().toString());
    String fault =
        ", questionnaire: missing; it names the Questionnaire that is answered, as url|version\n";
    assertEquals(
        file
            + ": resource 1"
            + fault
            + file
            + ": resource 2"
            + fault
            + file
            + ": resource 3"
            + fault,
        run.err());
    assertEquals(2, run.exitCode());
  }

  @Test
  void anAnswerWithoutAValueCostsItsResponseAlone() throws IOException {
    String open = write("open.json", CLAIM.formatted("").replace("\"11\"", "\"\"")).toString();
    List<JsonNode> forms = asked(open);
    ObjectNode absent = response(forms.get(1), "placeOfService=11");
    ObjectNode answer = (ObjectNode) absent.path("item").get(0).path("answer").get(0);
    answer.removeAll();
    answer
        .putObject("_valueString")
        .putArray("extension")
        .addObject()
        .put("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
        .put("valueCode", "unknown");
    Path file =
        write("absent.ndjson", absent + "\n" + response(forms.get(0), "procedure=ERCP") + "\n");
    ScrubberRun run = ScrubberRun.of("--format", "json", "--answers", file.toString(), open);
    assertEquals(
        file
            + ": resource 1, item[0] (placeOfService).answer[0]: expected a valueString with text"
            + " in it\n",
        run.err());
    assertEquals("NO", line(run, 0).path("codeApplies").asText());
  }

  /** Edits that refuse a claim whose second line has a purpose. */
  private static Cpt76496Edits refusing(RuntimeException fault) {
    Cpt76496Edits edits = Cpt76496Edits.load();
    return (Cpt76496Edits)
        Proxy.newProxyInstance(
            AnswersTest.class.getClassLoader(),
            new Class<?>[] {Cpt76496Edits.class},
            (proxy, method, arguments) -> {
              boolean refused =
                  method.getName().equals("review")
                      && ((Claim) arguments[0])
                          .lines().stream()
                              .anyMatch(line -> line.record().purpose() == Purpose.OTHER);
              if (refused) {
                throw fault;
              }
              return method.invoke(edits, arguments);
            });
  }

  private void assertRefusedByTheEdits(String fault, RuntimeException thrown) throws Exception {
    JsonNode form = asked("--all", claim().toString()).get(1);
    Path file = write("refused.json", response(form, "purpose=OTHER").toString());
    PlacedClaim claim = new PlacedClaim("A1", "claim 1", ClaimJson.read(CLAIM.formatted(SETTLED)));
    Answers answers = Answers.read(List.of(file));
    Answers.WithAnswers answered = answers.apply(refusing(thrown), claim().toString(), claim);
    assertEquals(claim, answered.claim());
    assertEquals(List.of(), answered.stated());
    StringWriter err = new StringWriter();
    try (Report report =
        new QuestionnaireReport(
            Cpt76496Edits.load(),
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(err),
            Look.PLAIN)) {
      answers.writeProblems(report, new Tally());
    }
    assertEquals(file + ": resource 1: " + fault + System.lineSeparator(), err.toString());
  }

  @Test
  void anAnswerThatTheEditsRefuseCostsItsResponseAlone() throws Exception {
    assertRefusedByTheEdits(
        "line 2: purpose: not taken", new IllegalArgumentException("line 2: purpose: not taken"));
    assertRefusedByTheEdits(
        "not read because of an unexpected IllegalStateException",
        new IllegalStateException("SECRET"));
  }

  private void assertRefused(String fault, String answers) throws IOException {
    Path file = write("bad.json", answers);
    ScrubberRun run =
        ScrubberRun.of("--format", "json", "--answers", file.toString(), claim().toString());
    assertEquals(2, run.exitCode());
    assertEquals(file + ": " + fault + "\n", run.err());
    assertEquals("UNDETERMINED", line(run, 1).path("codeApplies").asText());
    String last = run.out().lines().reduce((one, other) -> other).orElseThrow();
    assertEquals("NOT_EVALUATED", MAPPER.readTree(last).path("status").asText());
  }

  @Test
  void aResponseThatIsNotTakenIsNamedWithItsPlace() throws IOException {
    JsonNode form = asked(claim().toString()).get(0);
    assertRefused(
        "resource 1, item[0] (component).answer[0].valueCoding.code: not one of the answers to this"
            + " question",
        response(form, "component=SECRET").toString());
    assertRefused(
        "resource 1, status: in-progress; only a response that is completed or amended is read",
        response(form, "component=BOTH").put("status", "in-progress").toString());
    assertRefused(
        "resource 1, questionnaire: names another version of the questions than "
            + form.path("version").asText()
            + ", which is the rule set; ask again",
        response(form, "component=BOTH")
            .put("questionnaire", form.path("url").asText() + "|2019.1")
            .toString());
    assertRefused(
        "resource 1: " + FINDS_NO_LINE,
        response(form, "component=BOTH").put("questionnaire", "urn:other").toString());
    assertRefused(
        "resource 1: itm: unknown to FHIR R4 in this place",
        response(form, "component=BOTH").put("itm", "SECRET").toString());
    assertRefused("resource 1: no QuestionnaireResponse of FHIR R4", "{\"resourceType\":\"X\"}");
    assertRefused("resource 1: not JSON; the rest was not read", "{\"resourceType\":");
    assertRefused("holds no QuestionnaireResponse", "");
    assertRefused(
        "resource 1, entry[0].resource: no QuestionnaireResponse of FHIR R4",
        "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Claim\"}}]}");
  }

  @Test
  void aClaimThatWasChangedSinceItWasAskedAboutIsNotAnswered() throws IOException {
    Path answers = surgical(asked(claim().toString()).get(0));
    String changed = write("claim.json", CLAIM.formatted("HIP STUDY")).toString();
    ScrubberRun run = ScrubberRun.of("--format", "json", "--answers", answers.toString(), changed);
    assertEquals(2, run.exitCode());
    assertEquals("UNDETERMINED", line(run, 1).path("codeApplies").asText());
  }

  @Test
  void twoResponsesToTheSameQuestionsAreNotBothTaken() throws IOException {
    JsonNode form = asked(claim().toString()).get(0);
    Path file =
        write(
            "twice.ndjson",
            response(form, "component=BOTH") + "\n" + response(form, "component=TECHNICAL"));
    ScrubberRun run =
        ScrubberRun.of("--format", "json", "--answers", file.toString(), claim().toString());
    assertEquals(
        file
            + ": resource 2: answers the same questions as resource 1, which is read; leave one of"
            + " the two\n",
        run.err());
    assertEquals("NOT_NEEDED", line(run, 1).path("modifier26").asText());
  }

  @Test
  void twoLinesThatNameTwoFormsAreNotBothTaken() throws IOException {
    String open =
        write("form.json", CLAIM.formatted("").replace("\"form\":\"PROFESSIONAL\",", ""))
            .toString();
    List<JsonNode> forms = asked(open);
    Path file =
        write(
            "forms.ndjson",
            response(forms.get(0), "form=PROFESSIONAL")
                + "\n"
                + response(forms.get(1), "form=INSTITUTIONAL"));
    ScrubberRun run = ScrubberRun.of("--format", "json", "--answers", file.toString(), open);
    assertEquals(
        file + ": resource 2, form: answered otherwise for another line of the claim\n", run.err());
  }

  @Test
  void aFileThatCannotBeReadIsAFaultOfTheCommandLine() throws IOException {
    ScrubberRun run = ScrubberRun.of("--answers", "nothing.json", claim().toString());
    assertEquals(2, run.exitCode());
    assertEquals(
        "--answers: nothing.json: cannot be read\nTry `claim-scrubber --help` for all options.\n",
        run.err());
    Path answers = surgical(asked(claim().toString()).get(0));
    ScrubberRun over =
        ScrubberRun.of(
            "--answers", answers.toString(), "-o", answers.toString(), claim().toString());
    assertEquals(
        "--output: " + answers + ": is or would be among the files that are read",
        over.err().lines().findFirst().orElseThrow());
  }
}
