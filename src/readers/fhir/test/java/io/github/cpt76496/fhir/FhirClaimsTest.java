package io.github.cpt76496.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.ReceivedClaims;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FHIR through the reader of JSON; quotes are written as apostrophes. */
class FhirClaimsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String CPT = "'system':'http://www.ama-assn.org/go/cpt'";
  private static final String ITEM =
      "{'sequence':1,'productOrService':{'coding':[{"
          + CPT
          + ",'code':'76496'}]},'servicedDate':'2026-03-02'}";
  private static final String LEAST =
      "{'resourceType':'Claim','id':'F1','status':'active','item':[" + ITEM + "]}";

  private static ReceivedClaims read(String json) {
    return ReceivedClaims.from(new FhirClaimReader(), json.replace('\'', '"'));
  }

  private static Claim claim(String json) {
    ReceivedClaims received = read(json);
    assertEquals(List.of(), received.problems);
    assertEquals(1, received.claims.size());
    return received.claims.get(0).claim();
  }

  private static ServiceLine line(String before, String after) {
    assertTrue(LEAST.contains(before), before);
    return claim(LEAST.replace(before, after)).lines().get(0);
  }

  private static Payer payer(String elements) {
    return claim(LEAST.replace("'item'", elements + ",'item'")).payer();
  }

  @Test
  void everyElementIsRead() {
    Claim claim =
        claim(
            """
            {'resourceType':'Claim','id':'F1','status':'active','use':'claim',
             'contained':[
               {'resourceType':'Coverage','id':'cov','payor':[{'display':'PALMETTO GBA'}],
                'type':{'coding':[{'system':'https://nahdo.org/sopt','code':'121'}]}}],
             'type':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/claim-type',
               'code':'institutional'}]},
             'subType':{'coding':[{'system':'https://www.nubc.org/CodeSystem/TypeOfBill',
               'code':'0131'}]},
             'patient':{'display':'SYNTHETIC'},
             'supportingInfo':[
               {'sequence':1,'category':{'coding':[{
                 'system':'http://terminology.hl7.org/CodeSystem/claiminformationcategory',
                 'code':'info'}]},'valueString':'CLAIM NOTE'},
               {'sequence':2,'category':{'coding':[{
                 'system':'http://terminology.hl7.org/CodeSystem/claiminformationcategory',
                 'code':'other'}]},'valueString':'N'},
               {'sequence':3,'category':{'text':'number'},'valueString':'IGNORED'},
               {'sequence':4,'category':{'text':'attachment'},
                 'code':{'coding':[{'system':'http://loinc.org','code':'28570-0'}]},
                 'valueReference':{'display':'report'}},
               {'sequence':5,'category':{'text':'attachment'},
                 'code':{'coding':[{'system':'http://loinc.org','code':'18748-4'}]},
                 'valueAttachment':{'contentType':'application/pdf'}},
               {'sequence':6,'category':{'text':'attachment'},
                 'code':{'coding':[{'system':'https://codesystem.x12.org/005010/755',
                 'code':'OD'}]}}],
             'insurance':[{'sequence':1,'focal':true,'coverage':{'reference':'#cov'}}],
             'item':[{'sequence':4,'informationSequence':[2,5],
               'revenue':{'coding':[{'system':'https://www.nubc.org/CodeSystem/RevenueCodes',
                 'code':'0320'}]},
               'productOrService':{'text':'D','coding':[{'system':'urn:x','code':'1'},
                 {'system':'http://www.ama-assn.org/go/cpt','code':'76496'}]},
               'modifier':[{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'26'}]},
                 {'coding':[{'system':'https://bluebutton.cms.gov/resources/codesystem/hcpcs',
                   'code':'XU'}]}],
               'servicedPeriod':{'start':'2026-03-02T23:30:00-05:00','end':'2026-03-03'},
               'locationCodeableConcept':{'coding':[{'code':'22','system':
                 'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set'
                 }]},
               'quantity':{'value':1.0}}]}
            """);

    assertEquals(
        Claim.builder(
                Form.INSTITUTIONAL,
                new Payer(Family.MEDICARE, "PALMETTO_GBA", LineOfBusiness.MEDICARE_FFS))
            .typeOfBill("131")
            .note("CLAIM NOTE")
            .attachments(
                Set.of(DocumentationItem.PROCEDURE_REPORT, DocumentationItem.IMAGING_REPORT))
            .lines(
                ServiceLine.builder(4, "76496", DAY)
                    .through(DAY.plusDays(1))
                    .modifiers("26", "XU")
                    .placeOfService("22")
                    .units(1)
                    .description("D")
                    .note("N")
                    .revenueCode("0320")
                    .build())
            .build(),
        claim);
  }

  @Test
  void leastClaimStatesNothingMore() {
    assertEquals(
        Claim.builder(Form.NOT_STATED, Payer.UNKNOWN)
            .lines(ServiceLine.builder(1, "76496", DAY).build())
            .build(),
        claim(LEAST));
  }

  @Test
  void foreign76496IsNotCpt() {
    ReceivedClaims received = read(LEAST.replace("http://www.ama-assn.org/go/cpt", "urn:local"));

    assertEquals(List.of(), received.problems);
    assertEquals(List.of(), received.claims.get(0).claim().lines());
    assertEquals(
        List.of(
            "item[0].productOrService: 76496 of a system that is not CPT"
                + " (http://www.ama-assn.org/go/cpt) was not taken for CPT 76496"),
        received.notices.stream().map(Problem::reason).toList());
  }

  @Test
  void foreignCodeOfOtherLineIsNoCptCode() {
    String foreign =
        ITEM.replace("76496", "47533").replace(CPT, "'system':'urn:local'").replace(":1,", ":2,");

    ReceivedClaims received = read(LEAST.replace(ITEM, ITEM + "," + foreign));

    assertEquals(1, received.claims.get(0).claim().lines().size());
    assertEquals(
        List.of("item[1].productOrService: no code of CPT or HCPCS, so the item was not looked at"),
        received.notices.stream().map(Problem::reason).toList());
  }

  /** R4 wants one; without it nothing tells which service the item bills. */
  @Test
  void itemWithoutAProcedureIsNamed() {
    ReceivedClaims received = read(LEAST.replace(ITEM, ITEM + ",{'sequence':2}"));

    assertEquals(1, received.claims.get(0).claim().lines().size());
    assertEquals(
        List.of("item[1].productOrService: missing, so the item was not looked at"),
        received.notices.stream().map(Problem::reason).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"47533-52", "HC:47533", "52", "47533.", "475 33", "Biliary drainage"})
  void textThatIsNoCodeBeside76496RefusesTheClaim(String code) {
    String other = ITEM.replace("76496", code).replace(":1,", ":2,");

    assertEquals(
        List.of(
            new Problem(
                "F1",
                "claim 1",
                "item[1].productOrService: must be five letters and digits, such as 76496 or J3490;"
                    + " correct the code, and put modifiers in their own field")),
        read(LEAST.replace(ITEM, ITEM + "," + other)).problems);
    assertEquals(List.of(), claim(LEAST.replace(ITEM, other)).lines());
  }

  @ParameterizedTest
  @ValueSource(strings = {" 47533", "47533 "})
  void codeOfAnotherLineIsReadAsItIsMeant(String code) {
    String other = ITEM.replace("76496", code).replace(":1,", ":2,");

    assertEquals(
        "47533", claim(LEAST.replace(ITEM, ITEM + "," + other)).lines().get(1).procedureCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        CPT
            + ",|``|item[0].productOrService: 76496 without its code system; CPT is"
            + " http://www.ama-assn.org/go/cpt",
        "'coding':[{"
            + CPT
            + ",'code':'76496'}]|'text':'76496'|item[0].productOrService: 76496 in its text alone;"
            + " write it as a coding of http://www.ama-assn.org/go/cpt",
        "'servicedDate':'2026-03-02'|'servicedDate':'2026-03'"
            + "|item[0].servicedDate: expected a full date",
        "'servicedDate':'2026-03-02'|'servicedPeriod':{'end':'2026-03-02'}"
            + "|item[0].servicedPeriod.start: expected a full date",
        "'servicedDate':'2026-03-02'|'servicedPeriod':{'start':'2026-03-02','end':'2026-03'}"
            + "|item[0].servicedPeriod.end: expected a full date",
        "'servicedDate':'2026-03-02'|'servicedPeriod':{'start':'2026-03-02','end':'2026-03-01'}"
            + "|item[0].servicedPeriod: ends before it begins",
        ",'servicedDate':'2026-03-02'|``"
            + "|item[0].servicedDate: missing, and billablePeriod is not a single day",
        "'servicedDate'|'modifier':[{'coding':[{'code':'26'}]}],'servicedDate'"
            + "|item[0].modifier[0]: no code of a system that has modifiers, such as"
            + " http://www.ama-assn.org/go/cpt; without its system it could be any",
        "'servicedDate'|'modifier':[{'text':'26'}],'servicedDate'"
            + "|item[0].modifier[0]: no code of a system that has modifiers, such as"
            + " http://www.ama-assn.org/go/cpt; without its system it could be any",
        "'code':'76496'|'code':'76496:26'|item[0].productOrService: resembles 76496 but is not"
            + " those five ASCII digits; correct the code, and put modifiers in their own field",
        "'servicedDate'|'quantity':{'value':1e99999},'servicedDate'"
            + "|item[0].quantity: expected a number of at most 15 digits",
        "'status':'active'|'status':'ZQX'|status: holds a value that FHIR R4 does not allow",
        "'status':'active'|'statsu':'active'|statsu: unknown to FHIR R4 in this place",
        "'status':'active'|'Doe, J':'x'"
            + "|(an element without a plain name): unknown to FHIR R4 in this place",
        "'status':'active'|'status':{'a':1}|a: unknown to FHIR R4 in this place",
        "'item'|'itemless'|itemless: unknown to FHIR R4 in this place"
      })
  void brokenClaimIsNamedAndTheNextIsRead(String before, String after, String reason) {
    assertTrue(LEAST.contains(before), before);

    ReceivedClaims received = read(LEAST.replace(before, after) + "\n" + LEAST);

    assertEquals(List.of(new Problem("F1", "claim 1", reason)), received.problems);
    assertEquals(List.of("claim 2"), received.claims.stream().map(PlacedClaim::place).toList());
  }

  @Test
  void claimWithoutItemIsNamed() {
    assertEquals(
        List.of(new Problem("F1", "claim 1", "item: missing")),
        read("{'resourceType':'Claim','id':'F1'}").problems);
  }

  @Test
  void billablePeriodOfOneDayTellsTheDay() {
    String undated = LEAST.replace(",'servicedDate':'2026-03-02'", "");

    assertEquals(
        DAY,
        claim(
                undated.replace(
                    "'item'",
                    "'billablePeriod':{'start':'2026-03-02','end':'2026-03-02T10:00:00Z'},'item'"))
            .lines()
            .get(0)
            .dateOfService());
    assertEquals(
        1,
        read(undated.replace(
                "'item'", "'billablePeriod':{'start':'2026-03-02','end':'2026-03-03'},'item'"))
            .problems
            .size());
  }

  @Test
  void undatedLinesMatterOnlyBeside76496() {
    String undated = LEAST.replace(",'servicedDate':'2026-03-02'", "").replace("76496", "47533");

    assertEquals(List.of(), claim(undated).lines());
  }

  @ParameterizedTest
  @CsvSource({"1,1", "0,0", "2.50,2.5"})
  void quantityIsUnits(String value, String units) {
    String quantity = "'quantity':{'value':" + value + "},'servicedDate'";
    assertEquals(units, line("'servicedDate'", quantity).units().toPlainString());
  }

  @Test
  void minutesAreNoUnits() {
    assertEquals(
        0,
        line("'servicedDate'", "'quantity':{'value':30,'code':'min'},'servicedDate'")
            .units()
            .signum());
  }

  @Test
  void placeOfServiceMayBeThatOfALocation() {
    String location =
        "{'resourceType':'Location','id':'l','type':[{'coding':[{'code':'24','system':"
            + "'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set'"
            + "}]}]}";
    String contained = "'contained':[" + location + "],'facility':{'reference':'#l'},'item'";

    assertEquals("24", line("'item'", contained).placeOfService());
    assertEquals(
        "", line("'item'", "'facility':{'reference':'Location/l'},'item'").placeOfService());
  }

  @Test
  void placeOfAnotherSystemIsNotStated() {
    String place = "'locationCodeableConcept':{'coding':[{'code':'22','system':'urn:x'}]},";
    assertEquals("", line("'servicedDate'", place + "'servicedDate'").placeOfService());
  }

  @Test
  void detailsAreAnsweredAsLinesAfterTheItems() {
    String code = "'productOrService':{'coding':[{" + CPT + ",'code':'47533'}]}";
    String detail =
        "'detail':[{'sequence':1,"
            + code
            + ",'subDetail':[{'sequence':1,"
            + code.replace("47533", "76496")
            + "}]},{'sequence':2,'productOrService':{'text':'tray'}}],'servicedDate'";

    ReceivedClaims received = read(LEAST.replace("'servicedDate'", detail));

    assertEquals(
        List.of("1 76496", "2 47533", "3 76496"),
        received.claims.get(0).claim().lines().stream()
            .map(l -> l.number() + " " + l.procedureCode())
            .toList());
    assertEquals(
        List.of(
            "item[0].detail[0]: answered as line 2",
            "item[0].detail[0].subDetail[0]: answered as line 3"),
        received.notices.stream().map(Problem::reason).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'use':'preauthorization'|use: not a claim for payment; it was answered as if it were",
        "'use':'predetermination'|use: not a claim for payment; it was answered as if it were",
        "'status':'draft'|status: a draft; the claim was answered as if it were active"
      })
  void whatIsNoClaimForPaymentIsAnsweredWithANotice(String element, String notice) {
    ReceivedClaims received = read(LEAST.replace("'status':'active'", element));

    assertEquals(claim(LEAST), received.claims.get(0).claim());
    assertEquals(List.of(new Problem("F1", "claim 1", notice)), received.notices);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'insurer':{'display':'Palmetto GBA'}|MEDICARE/PALMETTO_GBA",
        "'insurer':{'reference':'Organization/1'}|UNKNOWN",
        "'insurer':{'display':'Some Health Plan'}|OTHER",
        "'insurance':[{'sequence':1,'focal':true,'coverage':{'reference':'#c'}}]|AETNA",
        "'insurance':[{'sequence':1,'focal':false,'coverage':{'reference':'#c'}},"
            + "{'sequence':2,'focal':true,'coverage':{'display':'CIGNA'}}]|CIGNA",
        "'insurance':[{'coverage':{'display':'Coverage of Doe, J'}}]|UNKNOWN",
        "'insurance':[{'coverage':{'identifier':{'system':'https://bluebutton.cms.gov/resources/"
            + "variables/fiss/payers-name','value':'MEDICARE'}}}]|MEDICARE",
        "'insurance':[{'coverage':{'identifier':{'system':'urn:policies','value':'60054'}}}]"
            + "|UNKNOWN",
        "'insurer':{'identifier':{'value':'60054'}}|AETNA",
        "'insurer':{'identifier':{'value':'60054','type':{'coding':[{'code':'payerid'}]}}}|AETNA",
        "'insurer':{'identifier':{'value':'60054','type':{'coding':[{'code':'naiccode'}]}}}"
            + "|UNKNOWN",
        "'insurer':{'identifier':{'value':'60054','system':'urn:NAIC'}}|UNKNOWN",
        "'insurer':{'display':'CIGNA'},'insurance':[{'coverage':{'reference':'#c'}}]|UNKNOWN",
        "'insurer':{'display':'Local TPA'},'insurance':[{'coverage':{'reference':'#c'}}]|OTHER"
      })
  void payerIsTheInsurerOrThePayorOfTheFocalCoverage(String elements, String expected) {
    String coverage =
        "'contained':[{'resourceType':'Coverage','id':'c','payor':[{'reference':'#o'}]},"
            + "{'resourceType':'Organization','id':'o','name':'AETNA'}]";

    assertEquals(expected, payer(coverage + "," + elements).toString());
  }

  @Test
  void payerThatIsNotRecognizedIsSaidToBe() {
    String insurer = "'insurer':{'display':'AENTA'},'item'";

    assertEquals(
        "its name is not among those that are known; nearest: Aetna (AETNA); to map it, give the reader a PayerMap with its row",
        read(LEAST.replace("'item'", insurer)).claims.get(0).payerNotice());
    assertEquals("", read(LEAST).claims.get(0).payerNotice());
  }

  @ParameterizedTest
  @CsvSource({
    "https://nahdo.org/sopt,1,UNKNOWN,NOT_STATED",
    "https://nahdo.org/sopt,121,MEDICARE,MEDICARE_FFS",
    "https://nahdo.org/sopt,112,UNKNOWN,MEDICARE_ADVANTAGE",
    "https://nahdo.org/sopt,21,MEDICAID,MEDICAID",
    "https://nahdo.org/sopt,23,UNKNOWN,NOT_STATED",
    "https://nahdo.org/sopt,512,UNKNOWN,COMMERCIAL",
    "https://nahdo.org/sopt,61,BCBS,NOT_STATED",
    "https://codesystem.x12.org/005010/1032,MB,MEDICARE,MEDICARE_FFS",
    "http://terminology.hl7.org/CodeSystem/v3-ActCode,MB,UNKNOWN,NOT_STATED"
  })
  void typeOfCoverageTellsTheProgram(
      String system, String code, Family family, LineOfBusiness lineOfBusiness) {
    String coverage =
        "'contained':[{'resourceType':'Coverage','id':'c','type':{'coding':[{'system':'"
            + system
            + "','code':'"
            + code
            + "'}]}}],'insurance':[{'coverage':{'reference':'#c'}}]";

    assertEquals(new Payer(family, "", lineOfBusiness), payer(coverage));
  }

  private static final String BUNDLE =
      "{'resourceType':'Bundle','type':'collection','entry':["
          + "{'fullUrl':'urn:uuid:1','resource':"
          + LEAST.replace(
              "'item'",
              "'insurer':{'reference':'urn:uuid:2'},'facility':{'reference':'Location/9'},'item'")
          + "},{'fullUrl':'urn:uuid:3','resource':{'resourceType':'Patient','id':'P'}},"
          + "{'fullUrl':'urn:uuid:2','resource':{'name':'NORIDIAN','resourceType':'Organization'}},"
          + "{'resource':{'resourceType':'Location','id':'9','type':[{'coding':[{'code':'21',"
          + "'system':'https://www.cms.gov/Medicare/Coding/place-of-service-codes/"
          + "Place_of_Service_Code_Set'}]}]}}]}";

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void bundleResolvesWhatItsClaimsReferTo(boolean typeLast) {
    String bundle =
        typeLast
            ? BUNDLE
                .replaceFirst("'resourceType':'Bundle',", "")
                .replaceAll("}$", ",'resourceType':'Bundle'}")
            : BUNDLE;

    ReceivedClaims received = read(bundle + "\n" + LEAST);

    assertEquals(List.of(), received.problems);
    assertEquals(
        List.of("claim 1, entry 1 of a Bundle", "claim 2"),
        received.claims.stream().map(PlacedClaim::place).toList());
    Claim first = received.claims.get(0).claim();
    assertEquals("MEDICARE/NORIDIAN", first.payer().toString());
    assertEquals("21", first.lines().get(0).placeOfService());
  }

  @Test
  void brokenEntryCostsItsClaimOnly() {
    String bundle =
        "{'resourceType':'Bundle','entry':[{'resource':"
            + LEAST.replace("'status':", "'x':")
            + "},{'resource':"
            + LEAST.replace("'status':", "'id':'F1','status':")
            + "},7,{'resource':{'resourceType':'Bundle'}},{'resource':"
            + LEAST
            + "}]}";

    ReceivedClaims received = read(bundle);

    assertEquals(
        List.of("claim 5, entry 5 of a Bundle"),
        received.claims.stream().map(PlacedClaim::place).toList());
    assertEquals(
        List.of(
            "a key appears twice in one object",
            "expected an object",
            "a Bundle inside a Bundle is not read",
            "x: unknown to FHIR R4 in this place"),
        received.problems.stream().map(Problem::reason).toList());
  }

  @Test
  void cutBundleAnswersItsCompleteClaims() {
    ReceivedClaims received =
        read(
            "{'resourceType':'Bundle','entry':[{'resource':"
                + LEAST
                + "},{'resource':{'resourceTy");

    assertEquals(1, received.claims.size());
    assertEquals(
        List.of("the file ends here, inside JSON"),
        received.problems.stream().map(Problem::reason).toList());
  }

  @Test
  void bundleBeyondTheBoundIsRefused() {
    String text = "x".repeat(1 << 20);
    StringBuilder bundle = new StringBuilder("{'resourceType':'Bundle','entry':[");
    String entry = "{'resource':" + LEAST.replace("'id'", "'language':'" + text + "','id'") + "}";
    for (int i = 0; i < 40; i++) {
      bundle.append(i == 0 ? "" : ",").append(entry);
    }

    ReceivedClaims received = read(bundle + "]}\n" + LEAST);

    assertEquals(1, received.claims.size());
    assertEquals(
        List.of(
            "the Bundle holds more than 32 MB of claims and of what they refer to; write them as"
                + " NDJSON, one resource a line"),
        received.problems.stream().map(Problem::reason).toList());
  }

  @Test
  void resourcesBesideClaimsArePassedOver() {
    ReceivedClaims received =
        read("{'resourceType':'Patient'}\n{'resourceType':'Coverage','payor':[]}\n" + LEAST);

    assertEquals(List.of(), received.problems);
    assertEquals(List.of("claim 1"), received.claims.stream().map(PlacedClaim::place).toList());
    assertEquals(
        List.of(Problem.of("holds no Claim, only Coverage, Patient")),
        read("{'resourceType':'Patient'}{'resourceType':'Coverage'}").problems);
    assertEquals(
        List.of(
            Problem.of(
                "holds no Claim, only ExplanationOfBenefit; an ExplanationOfBenefit is what the"
                    + " payer made of a claim, and what is read is the Claim that was sent")),
        read("{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'ExplanationOfBenefit'}}]}")
            .problems);
    assertEquals(
        List.of(Problem.at("claim 1", "resourceType: names no resource of FHIR R4")),
        read("{'resourceType':'Claimm'}").problems);
  }

  @Test
  void ownFormAndFhirMayStandInOneFile() {
    String own = "{'id':'C1','lines':[{'procedureCode':'76496','dateOfService':'2026-03-02'}]}";

    ReceivedClaims received = read("[" + own + "," + LEAST + "]");

    assertEquals(List.of(), received.problems);
    assertEquals(List.of("C1", "F1"), received.claims.stream().map(PlacedClaim::id).toList());
  }

  /** A marker takes the place of each value in turn; no message may repeat it. */
  @Test
  void noMessageRepeatsAValue() {
    Matcher values = Pattern.compile("(?<=:)('[^']*'|[0-9]+)").matcher(BUNDLE);
    int runs = 0;
    while (values.find()) {
      String marked =
          BUNDLE.substring(0, values.start()) + "'ZQX'" + BUNDLE.substring(values.end());
      ReceivedClaims received = read(marked);
      for (Problem problem : received.problems) {
        assertFalse(problem.place().contains("ZQX"), marked);
        assertFalse(problem.reason().contains("ZQX"), marked + problem.reason());
      }
      received.notices.forEach(n -> assertFalse(n.reason().contains("ZQX"), marked));
      runs++;
    }
    assertTrue(runs > 20, "only " + runs + " values");
  }
}
