package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.cpt76496.Citation.Grade;
import io.github.cpt76496.Citation.Read;
import io.github.cpt76496.Citation.ReadWhere;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.DocumentationRequirement.When;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.EditOverride.Action;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.NamedService.Field;
import io.github.cpt76496.NamedService.Stance;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Imaging;
import io.github.cpt76496.RecordFacts.Purpose;
import io.github.cpt76496.examples.scrubber.ScrubberCommand.Format;
import io.github.cpt76496.json.ReviewJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas say what is read and written, no less and no more. */
class JsonSchemaTest {

  private static final Path CLAIMS = Path.of("../claims");
  private static final Schema CLAIM = schema("claim");
  private static final Schema ANSWER = schema("answer");

  private static final List<Class<? extends Enum<?>>> CONSTANTS =
      List.of(
          Form.class,
          Family.class,
          LineOfBusiness.class,
          Imaging.class,
          Purpose.class,
          Component.class,
          DocumentationItem.class,
          PayerMatch.class,
          CodeApplies.class,
          Modifier26.class,
          Fact.class,
          Stance.class,
          Field.class,
          Level.class,
          State.class,
          When.class,
          Channel.class,
          Consequence.class,
          Scope.class,
          Severity.class,
          Grade.class,
          Read.class,
          ReadWhere.class,
          Action.class);

  @TempDir Path folder;

  private static String text(String name) {
    try (InputStream in = ReviewJson.class.getResourceAsStream(name + ".schema.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Schema schema(String name) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text(name));
  }

  private static void requireValid(Schema schema, String json) {
    assertEquals(List.of(), schema.validate(json, InputFormat.JSON), json);
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(CLAIMS)) {
      return files.filter(file -> !file.toString().endsWith(".csv")).sorted().toList();
    }
  }

  @Test
  void everySampleClaimIsValid() throws IOException {
    int claims = 0;
    for (Path file : samples()) {
      String name = file.toString();
      if (name.endsWith(".json") && !name.endsWith(".fhir.json")) {
        requireValid(CLAIM, Files.readString(file));
        claims++;
      }
    }
    assertTrue(claims >= 12, "too few claims in " + CLAIMS);
  }

  @Test
  void everyAnswerIsValid() throws IOException {
    List<String> args = new ArrayList<>(List.of("--format=json"));
    samples().forEach(file -> args.add(file.toString()));
    List<String> answers = ScrubberRun.of(args.toArray(String[]::new)).out().lines().toList();

    assertTrue(answers.size() >= 25, "only " + answers.size() + " answers");
    answers.forEach(answer -> requireValid(ANSWER, answer));
  }

  /** The number sign of an id cannot stand in a fragment. */
  @Test
  void aFindingLeadsToItsEditOnThePublishedPage() {
    String url = "https://example.org/edits.html";
    String answer =
        ScrubberRun.of(
                "--format=json",
                "--catalog-url=" + url,
                CLAIMS.resolve("office-two-units.json").toString())
            .out()
            .strip();

    requireValid(ANSWER, answer);
    assertTrue(
        answer.contains("\"catalogUrl\":\"" + url + "#procedure/more-than-one-unit\""), answer);
    assertTrue(
        answer.contains(
            "\"catalogUrl\":\"" + url + "#documentation/bcbs/nebraska%23CLINICAL_RECORDS\""),
        answer);
  }

  @Test
  void answersWithEverythingAndWithNothingAreValid() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("claims"),
            """
            {"id":"C1","lines":[{"procedureCode":"76496","dateOfService":"2026-03-02"}]}
            {"payer":{"name":"AENTA"},"lines":[{"procedureCode":"76496","dateOfService":"2026-03-02"}]}
            {"id":"C3"}
            {"id"
            """);

    List<String> answers =
        ScrubberRun.of(new FixedEdits(Severity.ERROR), Format.JSON, List.of(file))
            .out()
            .lines()
            .toList();

    assertEquals(4, answers.size());
    answers.forEach(answer -> requireValid(ANSWER, answer));
    assertTrue(answers.get(0).contains("\"overrides\":[{"), answers.get(0));
    assertTrue(answers.get(1).contains("\"notice\":\"its name"), answers.get(1));
    assertTrue(answers.get(2).contains("NOT_EVALUATED"), answers.get(2));
    assertTrue(answers.get(3).contains("NOT_EVALUATED"), answers.get(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'C1'}",
        "{'lines':[]}",
        "{'lines':[{'procedureCode':'76496'}]}",
        "{'lines':[{'procedureCode':'76496','dateOfService':'3/2/2026'}]}",
        "{'lines':[{'procedureCode':'76496','dateOfService':'2026-03-02','units':0}]}",
        "{'lines':[{'procedureCode':'76496','dateOfService':'2026-03-02','modifers':[]}]}",
        "{'lines':[{'procedureCode':'76496','dateOfService':'2026-03-02'}],'form':'837P'}"
      })
  void whatIsNotReadIsNotValid(String claim) throws IOException {
    String json = claim.replace('\'', '"');
    Path file = Files.writeString(folder.resolve("claim"), json);

    assertFalse(CLAIM.validate(json, InputFormat.JSON).isEmpty());
    assertEquals(
        2, ScrubberRun.of(new FixedEdits(Severity.ERROR), Format.JSON, List.of(file)).exitCode());
  }

  @Test
  void constantsAreThoseOfTheLibrary() throws IOException {
    Map<String, List<String>> ofTheLibrary = new TreeMap<>();
    for (Class<? extends Enum<?>> type : CONSTANTS) {
      ofTheLibrary.put(
          type.getSimpleName(), Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }
    Map<String, List<String>> ofTheSchemas = new TreeMap<>();
    for (String schema : List.of("claim", "answer")) {
      JsonNode definitions = new JsonMapper().readTree(text(schema)).path("$defs");
      for (Map.Entry<String, JsonNode> definition : definitions.properties()) {
        List<String> names = new ArrayList<>();
        definition.getValue().path("enum").forEach(name -> names.add(name.asText()));
        if (!names.isEmpty()) {
          assertEquals(ofTheLibrary.get(definition.getKey()), names, definition.getKey());
          ofTheSchemas.put(definition.getKey(), names);
        }
      }
    }

    assertEquals(ofTheLibrary, ofTheSchemas);
  }
}
