package io.github.cpt76496.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Imaging;
import io.github.cpt76496.RecordFacts.Purpose;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.ReceivedClaims;
import io.github.cpt76496.claims.RepeatedBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonClaimReaderTest {

  private static final String LEAST =
      "{'id':'C1','lines':[{'procedureCode':'76496','dateOfService':'2026-03-02'}]}";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  /** Quotes are written as apostrophes. */
  private static ReceivedClaims read(String json) {
    return ReceivedClaims.from(new JsonClaimReader(), json.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"47533-52", "HC:47533", "475 33", "47533.", "52", "Biliary drainage"})
  void textThatIsNoCodeBeside76496RefusesTheClaim(String code) {
    String other = "},{'procedureCode':'" + code + "','dateOfService':'2026-03-02'}]}";

    assertEquals(
        List.of(
            new Problem(
                "C1",
                "claim 1",
                "line 2: procedureCode: must be five letters and digits, such as 76496 or J3490;"
                    + " correct the code, and put modifiers in their own field")),
        read(LEAST.replace("}]}", other)).problems);
  }

  @Test
  void lineOfARevenueCodeAloneIsNoLine() {
    ReceivedClaims received =
        read(
            LEAST.replace(
                "'lines':[", "'lines':[{'revenueCode':'0250'},{'revenueCode':'1','units':2},"));

    assertEquals(List.of(), received.problems);
    assertEquals(
        List.of(ServiceLine.builder(3, "76496", DAY).build()),
        received.claims.get(0).claim().lines());
  }

  @Test
  void unitsOfAnotherLineCostNothing() {
    ReceivedClaims received =
        read(
            LEAST.replace(
                "}]}", "},{'procedureCode':'99213','dateOfService':'2026-03-02','units':-1}]}"));

    assertEquals(List.of(), received.problems);
    assertEquals(
        List.of(
            ServiceLine.builder(1, "76496", DAY).build(),
            ServiceLine.builder(2, "99213", DAY).build()),
        received.claims.get(0).claim().lines());
  }

  @Test
  void idMayBeCalledAsInTheAnswers() {
    ReceivedClaims received = read(LEAST.replace("'id'", "'claimId'"));

    assertEquals(List.of(), received.problems);
    assertEquals("C1", received.claims.get(0).id());
  }

  @Test
  void everyKeyIsRead() {
    ReceivedClaims received =
        read(
            """
            {'id':'C1','form':'INSTITUTIONAL',
             'payer':{'family':'MEDICARE','plan':'PALMETTO_GBA','lineOfBusiness':'MEDICARE_FFS'},
             'typeOfBill':'131','note':'CLAIM NOTE',
             'attachments':[{'item':'PROCEDURE_REPORT'}],
             'lines':[{'number':4,'procedureCode':'76496','modifiers':['26','59'],
               'placeOfService':'22','dateOfService':'2026-03-02',
               'dateOfServiceEnd':'2026-03-04','units':1,
               'description':'D','note':'N','revenueCode':'0320',
               'record':{'imaging':'FLUOROSCOPY','purpose':'SOLE_IMAGING',
                 'procedure':'PERCUTANEOUS_BILIARY','component':'PROFESSIONAL',
                 'writtenInterpretation':true,'noSpecificCode':false,'categoryThreeChecked':true,
                 'motionRecorded':false,'hospitalPatient':true,'onFile':['PROCEDURE_REPORT']}}]}
            """);

    RecordFacts record =
        RecordFacts.builder()
            .imaging(Imaging.FLUOROSCOPY)
            .purpose(Purpose.SOLE_IMAGING)
            .procedure("PERCUTANEOUS_BILIARY")
            .component(Component.PROFESSIONAL)
            .writtenInterpretation(true)
            .noSpecificCode(false)
            .categoryThreeChecked(true)
            .motionRecorded(false)
            .hospitalPatient(true)
            .onFile(Set.of(DocumentationItem.PROCEDURE_REPORT))
            .build();
    Claim claim =
        Claim.builder(
                Form.INSTITUTIONAL,
                new Payer(Family.MEDICARE, "PALMETTO_GBA", LineOfBusiness.MEDICARE_FFS))
            .typeOfBill("131")
            .note("CLAIM NOTE")
            .attachments(Set.of(DocumentationItem.PROCEDURE_REPORT))
            .lines(
                ServiceLine.builder(4, "76496", DAY)
                    .through(DAY.plusDays(2))
                    .modifiers("26", "59")
                    .placeOfService("22")
                    .units(1)
                    .description("D")
                    .note("N")
                    .revenueCode("0320")
                    .record(record)
                    .build())
            .build();
    assertEquals(List.of(), received.problems);
    assertEquals(List.of(new PlacedClaim("C1", "claim 1", claim)), received.claims);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'lines':[{'procedureCode':'76496','dateOfService':'2026-03-02'}]}",
        "{'id':null,'form':null,'payer':null,'typeOfBill':null,'note':null,'attachments':null,"
            + "'lines':[{'number':null,'procedureCode':'76496','modifiers':null,"
            + "'placeOfService':null,'dateOfService':'2026-03-02','units':null,"
            + "'description':null,'note':null,'revenueCode':null,'record':null}]}"
      })
  void absentKeysStateNothing(String json) {
    Claim claim =
        Claim.builder(Form.NOT_STATED, Payer.UNKNOWN)
            .lines(ServiceLine.builder(1, "76496", DAY).build())
            .build();

    ReceivedClaims received = read(json);

    assertEquals(List.of(), received.problems);
    assertEquals(List.of(new PlacedClaim("", "claim 1", claim)), received.claims);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'name':'Palmetto GBA'|MEDICARE/PALMETTO_GBA MEDICARE_FFS|",
        "'id':'60054'|AETNA NOT_STATED|",
        "'filingIndicator':'BL'|BCBS NOT_STATED|",
        "'name':'UHC','id':'87726','filingIndicator':'16'|UNITED_HEALTHCARE MEDICARE_ADVANTAGE|",
        "'name':'UHC','lineOfBusiness':'COMMERCIAL'|UNITED_HEALTHCARE COMMERCIAL|",
        "'family':'AETNA','name':'CIGNA'|AETNA NOT_STATED|",
        "'name':'AETNA','filingIndicator':'MB'|UNKNOWN NOT_STATED|name, id and claim filing"
            + " indicator mean different payers or programs, so none is taken; correct the claim",
        "'name':'AARP','filingIndicator':'16'|UNITED_HEALTHCARE NOT_STATED|name, id and claim"
            + " filing indicator mean one payer and different programs, so it is taken without a"
            + " line of business; correct the claim"
      })
  void payerIsToldByItsNameAndItsId(String payer, String expected, String notice) {
    PlacedClaim claim =
        read(LEAST.replace("'lines'", "'payer':{" + payer + "},'lines'")).claims.get(0);

    Payer found = claim.claim().payer();
    assertEquals(expected, found + " " + found.lineOfBusiness());
    assertEquals(notice == null ? "" : notice, claim.payerNotice());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[%1$s,%1$s]", "%1$s\n%1$s\n", "%1$s%1$s", "%1$s [%1$s] []"})
  void claimsMayStandInAListOrOneAfterTheOther(String layout) {
    ReceivedClaims received = read(layout.formatted(LEAST));

    assertEquals(List.of(), received.problems);
    assertEquals(
        List.of("claim 1", "claim 2"), received.claims.stream().map(PlacedClaim::place).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'lines':[|'modifers':[],'lines':[|modifers: unknown key",
        "'lines':[|'J. Doe, 1 Main St':1,'lines':[|(a key that is no name): unknown key",
        "'procedureCode'|'modifers':[],'procedureCode'|lines[0].modifers: unknown key",
        "'procedureCode'|'record':{'purposes':1},'procedureCode'"
            + "|lines[0].record.purposes: unknown key",
        "'procedureCode':'76496',||lines[0].procedureCode: missing",
        "'procedureCode':'76496'|'procedureCode':null|lines[0].procedureCode: missing",
        "'procedureCode':'76496'|'procedureCode':76496"
            + "|lines[0].procedureCode: expected text in quotes",
        ",'dateOfService':'2026-03-02'||lines[0].dateOfService: missing",
        "2026-03-02'|2026-03-02','dateOfServiceEnd':'2026-03-01'"
            + "|line 1: dateOfServiceEnd: must not lie before dateOfService",
        "2026-03-02|2026-02-30|lines[0].dateOfService: expected a date such as 2026-03-02",
        "2026-03-02|20260302|lines[0].dateOfService: expected a date such as 2026-03-02",
        "'procedureCode'|'modifiers':'26','procedureCode'|lines[0].modifiers: expected a list",
        "'procedureCode'|'modifiers':['26',59],'procedureCode'"
            + "|lines[0].modifiers[1]: expected text in quotes",
        "'procedureCode'|'modifiers':['26','59','76','77','78'],'procedureCode'"
            + "|line 1: modifiers: 5 given; a claim line holds at most four",
        "'procedureCode'|'units':'1','procedureCode'|lines[0].units: expected a number",
        "'procedureCode'|'units':0,'procedureCode'|line 1: units: must be more than zero",
        "'procedureCode'|'units':1e400000000,'procedureCode'"
            + "|lines[0].units: expected a number of at most 15 digits",
        "'procedureCode'|'number':1.5,'procedureCode'|lines[0].number: expected a whole number",
        "'procedureCode'|'record':{'component':'TC'},'procedureCode'"
            + "|lines[0].record.component: expected one of PROFESSIONAL, TECHNICAL, BOTH",
        "'procedureCode'|'record':{'noSpecificCode':'yes'},'procedureCode'"
            + "|lines[0].record.noSpecificCode: expected true, false or null",
        "'procedureCode'|'record':{'onFile':['X']},'procedureCode'"
            + "|lines[0].record.onFile[0]: expected one of 40 names, such as"
            + " CODE_SELECTION_RATIONALE",
        "'lines'|'attachments':[{}],'lines'|attachments[0].item: missing",
        "'lines'|'attachments':['X'],'lines'|attachments[0]: expected an object",
        "'lines'|'form':'837P','lines'|form: expected one of PROFESSIONAL, INSTITUTIONAL",
        "'lines'|'payer':'AETNA','lines'|payer: expected an object",
        "'lines'|'payer':{'plan':'A B'},'lines'"
            + "|payer.plan: must be at most 60 letters, digits and underscores, such as"
            + " PALMETTO_GBA",
        "76496|7649\uff16|line 1: procedureCode: resembles 76496 but is not those five ASCII"
            + " digits; correct the code, and put modifiers in their own field"
      })
  void brokenClaimIsNamedAndTheNextIsRead(String before, String after, String reason) {
    String broken = LEAST.replace(before, after == null ? "" : after);

    ReceivedClaims received = read(broken + "\n" + LEAST);

    assertEquals(List.of(new Problem("C1", "claim 1", reason)), received.problems);
    assertEquals(List.of("claim 2"), received.claims.stream().map(PlacedClaim::place).toList());
  }

  @Test
  void claimWithoutLinesIsNamed() {
    assertEquals(
        List.of(new Problem("C1", "claim 1", "lines: missing")), read("{'id':'C1'}").problems);
  }

  @Test
  void repeatedKeyIsNamedAndTheNextClaimIsRead() {
    ReceivedClaims received =
        read("[{'id':'C1','lines':[{'units':1,'units':2,'record':{}}],'note':'x'}," + LEAST + "]");

    assertEquals(
        List.of(Problem.at("claim 1", "a key appears twice in one object")), received.problems);
    assertEquals(List.of("claim 2"), received.claims.stream().map(PlacedClaim::place).toList());
  }

  @Test
  void whatIsNoObjectIsNamedAndTheNextClaimIsRead() {
    ReceivedClaims received = read("[1,[" + LEAST + "]," + LEAST + "]");

    assertEquals(
        List.of(
            Problem.at("claim 1", "expected an object"),
            Problem.at("claim 2", "expected an object")),
        received.problems);
    assertEquals(List.of("claim 3"), received.claims.stream().map(PlacedClaim::place).toList());
  }

  @Test
  void whatIsNoJsonIsNamed() {
    ReceivedClaims cut = read(LEAST + "\n{'id':'C2");
    assertEquals(1, cut.claims.size());
    assertEquals(
        List.of(
            Problem.at(
                "claim 2, at line 2 column 10 of the file", "the file ends here, inside JSON")),
        cut.problems);
    assertEquals(
        List.of(
            Problem.at(
                "claim 1, at line 1 column 3 of the file",
                "not JSON from here on; the rest of the file was not read")),
        read("{ SECRET }").problems);
    assertEquals(List.of(Problem.of("holds no claim")), read("[]").problems);
    assertEquals(
        List.of(Problem.of("the file ends inside a list")), read("[" + LEAST + ",").problems);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'C2','lines':[{'procedureCode':'76496'",
        "{'id':'C2','lines':[",
        "{'id':'C2,'lines':[]}",
        "{'id':'C2}",
        "{'id':'C2'}}",
        "{'id':'C2'} ]",
        "}",
        "{'id':'C2',,}",
        "no JSON at all",
        "{\u0000'",
        "\u0000\u0001\u0002"
      })
  void brokenLineCostsItsLineOnly(String broken) {
    ReceivedClaims received = read(LEAST + "\n" + broken + "\n" + LEAST + "\n" + LEAST);

    assertEquals(3, received.claims.size(), broken);
    assertEquals(1, received.problems.stream().filter(p -> p.reason().contains("line 3")).count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'id':'C2'", "{'id':'C2", "{'id':'C2',,}", "{'id' 'C2'}"})
  void brokenFirstLineCostsItsLineOnly(String broken) {
    ReceivedClaims received = read(broken + "\n" + LEAST + "\n" + LEAST);

    assertEquals(2, received.claims.size(), broken);
    assertEquals(1, received.problems.size(), broken);
  }

  /** In JSON lines a parser notices on the next line that one has no end. */
  @Test
  void lineWithoutItsEndIsNamed() {
    ReceivedClaims received =
        read(LEAST + "\n\n{'id':'C2','lines':[]\n" + LEAST + "\n{'id':'C3',,}\n" + LEAST + "\n");

    assertEquals(3, received.claims.size());
    assertEquals(
        List.of(
            Problem.at(
                "claim 2, at line 3 of the file",
                "the JSON breaks off at the end of this line; reading goes on at line 4"),
            Problem.at(
                "claim 4, at line 5 column 12 of the file",
                "not JSON from here on; reading goes on at line 6")),
        received.problems);
  }

  /** The first line of a claim that goes over several is whole, though it does not end there. */
  @Test
  void faultInALaterLineIsNamedThere() {
    ReceivedClaims received = read(LEAST + "\n{\n'id':'C2',\n'lines':[ x ]\n}\n" + LEAST + "\n");

    assertEquals(2, received.claims.size());
    assertEquals(
        List.of(
            Problem.at(
                "claim 2, at line 4 column 11 of the file",
                "not JSON from here on; reading goes on at line 6")),
        received.problems);
  }

  @Test
  void brokenClaimOverSeveralLinesCostsThatClaimOnly() {
    String pretty = LEAST.replace(",'lines'", ",\n  'lines'");
    String broken = "{\n  'id':'C2',\n  'lines':[\n    {'procedureCode' '76496'}\n  ]\n}";

    assertEquals(2, read(pretty + "\n" + broken + "\n" + pretty).claims.size());
    assertEquals(2, read("[\n" + pretty + ",\n" + broken + ",\n" + pretty + "\n]").claims.size());
  }

  @Test
  void lackingCommaCostsNoClaim() {
    ReceivedClaims received =
        read("[\n" + LEAST + "\n" + LEAST + ",\n" + LEAST + LEAST + ",\n" + LEAST + "]");

    assertEquals(4, received.claims.size());
    assertEquals(
        List.of(
            "not JSON from here on; reading goes on at line 3",
            "not JSON from here on; reading goes on at line 5"),
        received.problems.stream().map(Problem::reason).toList());
  }

  @Test
  void endlessNestingIsRefusedAndTheNextLineIsRead() {
    for (String bracket : List.of("[", "{'a':", "[{'a':")) {
      ReceivedClaims received = read(LEAST + "\n{'id':" + bracket.repeat(1_000_000) + "\n" + LEAST);

      assertEquals(2, received.claims.size());
      assertEquals(
          List.of("nested more than 64 deep from here on; reading goes on at line 3"),
          received.problems.stream().map(Problem::reason).toList());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id':'|x|an object of more than 8 MB is not read; write a FHIR Bundle of that size as"
            + " NDJSON, one resource a line",
        "{'lines':[{|'a':1,|an object of more than 8 MB is not read; write a FHIR Bundle of that"
            + " size as NDJSON, one resource a line"
      })
  void lineOfHundredMegabytesIsRefusedAndTheNextIsRead(String begin, String part, String reason)
      throws IOException {
    ReceivedClaims received = new ReceivedClaims();

    new JsonClaimReader()
        .read(
            new SequenceInputStream(
                Collections.enumeration(
                    List.of(
                        bytes(LEAST + "\n" + begin),
                        new RepeatedBytes(part.replace('\'', '"'), 100_000_000),
                        bytes("\n" + LEAST)))),
            received);

    assertEquals(2, received.claims.size());
    assertEquals(
        List.of(reason + "; reading goes on at line 3"),
        received.problems.stream().map(Problem::reason).toList());
  }

  private static InputStream bytes(String json) {
    return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1e1", "1.1"})
  void numberOfManyDigitsIsRefusedAndTheNextLineIsRead(String begin) {
    String digits = "9".repeat(begin.equals("1e1") ? 50 : 2_000);
    ReceivedClaims received = read("{'id':" + begin + digits + "}\n" + LEAST);

    assertEquals(1, received.claims.size());
    assertEquals(
        List.of("a text, number or key longer than is read; reading goes on at line 2"),
        received.problems.stream().map(Problem::reason).toList());
  }

  @Test
  void manyClaimsPassThroughABoundedWindow() {
    StringBuilder file = new StringBuilder("[");
    for (int i = 0; i < 20_000; i++) {
      file.append(i == 0 ? "" : i % 7 == 0 ? ",\n" : ",").append(LEAST);
    }

    ReceivedClaims received = read(file.append("]").toString());

    assertEquals(List.of(), received.problems);
    assertEquals(20_000, received.claims.size());
  }
}
