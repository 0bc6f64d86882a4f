package io.github.cpt76496.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.ReviewedClaim;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.testkit.CaseFile;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One JSON form, whoever writes it: a claim survives it, and all that is written fits the schemas.
 */
class JsonFormTest {

  private static final Path RULES = Path.of("../../../rules");
  private static final Schema CLAIM = schema(ClaimJson.schema());
  private static final Schema ANSWER = schema(ReviewJson.schema());
  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static final JsonMapper JACKSON_2 = JsonMapper.builder().findAndAddModules().build();
  private static final tools.jackson.databind.json.JsonMapper JACKSON_3 =
      tools.jackson.databind.json.JsonMapper.builder().findAndAddModules().build();

  /** Every part of a claim is stated. */
  private static final Claim FULL =
      Claim.builder(
              Form.INSTITUTIONAL,
              new Payer(Family.MEDICARE, "PALMETTO_GBA", LineOfBusiness.MEDICARE_FFS))
          .typeOfBill("131")
          .note("a \"note\"\nof two lines, é")
          .attachments(EnumSet.allOf(DocumentationItem.class))
          .lines(
              ServiceLine.builder(4, "76496", DAY)
                  .through(DAY.plusDays(2))
                  .modifiers("26", "59")
                  .placeOfService("22")
                  .units(new BigDecimal("1.5"))
                  .description("D")
                  .note("N")
                  .revenueCode("0320")
                  .record(
                      RecordFacts.builder()
                          .imaging(RecordFacts.Imaging.FLUOROSCOPY)
                          .purpose(RecordFacts.Purpose.SOLE_IMAGING)
                          .procedure("PERCUTANEOUS_BILIARY")
                          .component(RecordFacts.Component.PROFESSIONAL)
                          .writtenInterpretation(true)
                          .noSpecificCode(false)
                          .categoryThreeChecked(true)
                          .motionRecorded(false)
                          .purchasedComponent(true)
                          .hospitalPatient(false)
                          .onFile(EnumSet.allOf(DocumentationItem.class))
                          .build())
                  .build(),
              ServiceLine.builder(5, "47533", DAY).build())
          .build();

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }

  private static void requireValid(Schema schema, String json) {
    assertEquals(List.of(), schema.validate(json, InputFormat.JSON), json);
  }

  /** The claims of all cases of the edits, and one of which all is stated. */
  private static List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(List.of(FULL));
    for (CaseFile file : CaseFile.all(RULES, "")) {
      file.cases().forEach(c -> claims.add(c.claim()));
    }
    assertTrue(claims.size() > 500, "only " + claims.size() + " claims");
    return claims;
  }

  @Test
  void aClaimSurvivesItsJsonForm() throws Exception {
    for (Claim claim : claims()) {
      String json = ClaimJson.write(claim);

      requireValid(CLAIM, json);
      assertEquals(claim, ClaimJson.read(json));
    }
  }

  @Test
  void aClaimIsTheSameInEveryJackson() throws Exception {
    for (Claim claim : claims()) {
      String json = ClaimJson.write(claim);

      assertEquals(json, JACKSON_2.writeValueAsString(claim));
      assertEquals(json, JACKSON_3.writeValueAsString(claim));
      assertEquals(claim, JACKSON_2.readValue(json, Claim.class));
      assertEquals(claim, JACKSON_3.readValue(json, Claim.class));
    }
    assertEquals(FULL, JACKSON_2.treeToValue(JACKSON_2.valueToTree(FULL), Claim.class));
    assertEquals(FULL, JACKSON_3.treeToValue(JACKSON_3.valueToTree(FULL), Claim.class));
  }

  @Test
  void whatIsWrittenOfAReviewIsValid() throws Exception {
    for (Claim claim : claims()) {
      ClaimReview review = EDITS.review(claim);
      PlacedClaim placed = new PlacedClaim("C1", "claim 1", claim);
      ReviewedClaim reviewed = new ReviewedClaim(placed, review);
      String line = line(placed, review);

      requireValid(ANSWER, line);
      requireValid(ANSWER, JACKSON_2.writeValueAsString(review));
      assertEquals(JACKSON_2.writeValueAsString(review), JACKSON_3.writeValueAsString(review));
      String answer = JACKSON_2.writeValueAsString(reviewed);
      requireValid(ANSWER, answer);
      assertEquals(answer, JACKSON_3.writeValueAsString(reviewed));
      String noPlace = ",\"file\":\"f\",\"place\":\"claim 1\"}\n";
      assertEquals(line, answer.substring(0, answer.length() - 1) + noPlace);
    }
  }

  private static String line(PlacedClaim placed, ClaimReview review) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonReviewWriter writer = new JsonReviewWriter(text)) {
      writer.review("f", placed, review);
    }
    return text.toString();
  }

  @Test
  void problemsAndNoticesAreLinesToo() throws Exception {
    StringWriter text = new StringWriter();
    try (JsonReviewWriter writer = new JsonReviewWriter(text)) {
      writer.problem("f", new Problem("C1", "claim 1", "lines: missing"));
      writer.notice("f", Problem.of("void"));
    }

    assertEquals(
        """
        {"claimId":"C1","status":"NOT_EVALUATED","reason":"lines: missing","file":"f","place":"claim 1"}
        {"claimId":null,"status":"NOTICE","reason":"void","file":"f","place":null}
        """,
        text.toString());
    text.toString().lines().forEach(line -> requireValid(ANSWER, line));
  }

  /** The form of the documents: what is not stated may be left out. */
  @Test
  void theShortFormIsRead() throws Exception {
    String json = "{'lines':[{'procedureCode':'76496','dateOfService':'2026-03-02'}]}";
    Claim expected =
        Claim.builder(Form.NOT_STATED, Payer.UNKNOWN)
            .lines(ServiceLine.builder(1, "76496", DAY).build())
            .build();

    assertEquals(expected, ClaimJson.read(json.replace('\'', '"')));
    assertEquals(expected, JACKSON_2.readValue(json.replace('\'', '"'), Claim.class));
    assertEquals(expected, JACKSON_3.readValue(json.replace('\'', '"'), Claim.class));
  }

  @Test
  void theIdIsThatOfThePlacedClaim() throws Exception {
    String json = ClaimJson.write("C1", FULL);
    PlacedClaim expected = new PlacedClaim("C1", "", FULL);

    requireValid(CLAIM, json);
    assertEquals(expected, JACKSON_2.readValue(json, PlacedClaim.class));
    assertEquals(expected, JACKSON_3.readValue(json, PlacedClaim.class));
    assertEquals(json, JACKSON_2.writeValueAsString(expected));
    assertEquals(json, JACKSON_3.writeValueAsString(expected));
  }

  @Test
  void aLineOfAReviewIsWrittenByItself() throws Exception {
    LineReview line = EDITS.review(FULL).lines().get(0);
    String json = JACKSON_2.writeValueAsString(line);

    assertEquals(json, JACKSON_3.writeValueAsString(line));
    assertEquals(
        "[" + json + "]",
        JACKSON_2
            .readTree(JACKSON_2.writeValueAsString(EDITS.review(FULL)))
            .path("lines")
            .toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'lines':[{'procedureCode':'76496','dateOfService':'M4RK'}]}"
            + "|lines[0].dateOfService: expected a date such as 2026-03-02",
        "{'M4RK note':'M4RK','lines':[]}|(a key that is no name): unknown key",
        "{'note':'M4RK','note':'M4RK','lines':[]}|a key appears twice in one object",
        "{'note':'M4RK'}|lines: missing"
      })
  void aClaimThatCannotBeReadIsRefusedWithoutItsValues(String claim, String reason) {
    String json = claim.replace('\'', '"');

    List<Exception> refused =
        List.of(
            assertThrows(UnreadableClaimException.class, () -> ClaimJson.read(json)),
            assertThrows(
                MismatchedInputException.class, () -> JACKSON_2.readValue(json, Claim.class)),
            assertThrows(
                tools.jackson.databind.exc.MismatchedInputException.class,
                () -> JACKSON_3.readValue(json, Claim.class)));

    for (Exception e : refused) {
      assertTrue(e.getMessage().startsWith(reason), e.getMessage());
      assertFalse(e.toString().contains("M4RK"), e.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "1", "\"M4RK\"", "{", "{} {}"})
  void whatIsNotOneClaimIsRefused(String json) {
    UnreadableClaimException refused =
        assertThrows(UnreadableClaimException.class, () -> ClaimJson.read(json));

    assertFalse(refused.getMessage().contains("M4RK"), refused.getMessage());
  }

  @Test
  void twoClaimsAreNotOne() {
    String json = ClaimJson.write(FULL);

    assertEquals(
        "expected one claim, not 2",
        assertThrows(UnreadableClaimException.class, () -> ClaimJson.read(json + json))
            .getMessage());
  }

  @Test
  void aClaimWithoutALineHasNoForm() {
    Claim none = Claim.builder(Form.PROFESSIONAL, Payer.UNKNOWN).build();

    assertEquals(
        "lines: missing",
        assertThrows(IllegalArgumentException.class, () -> ClaimJson.write(none)).getMessage());
  }
}
