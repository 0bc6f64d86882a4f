package io.github.cpt76496.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.ReceivedClaims;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What changes the meaning of FHIR, and codes of many systems; quotes are written as apostrophes.
 */
class FhirMeaningTest {

  private static final String PAS = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/";
  private static final String CANCELLED =
      "'modifierExtension':[{'url':'" + PAS + "extension-itemCancelled','valueBoolean':true}],";
  private static final String UNKNOWN =
      "'modifierExtension':[{'url':'http://example.org/negated','valueBoolean':true}],";

  private static final String BILIARY = item(1, "47533");
  private static final String FLUOROSCOPY = item(2, "76496");

  private static String item(int sequence, String code) {
    return "{'sequence':"
        + sequence
        + ",'productOrService':{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'"
        + code
        + "'}]},'servicedDate':'2026-03-02'}";
  }

  private static String with(String item, String element) {
    return "{" + element + item.substring(1);
  }

  private static String claim(String elements, String... items) {
    return "{'resourceType':'Claim','id':'F1',"
        + elements
        + "'item':["
        + String.join(",", items)
        + "]}";
  }

  private static ReceivedClaims read(String json) {
    return ReceivedClaims.from(new FhirClaimReader(), json.replace('\'', '"'));
  }

  private static List<String> lines(ReceivedClaims received) {
    assertEquals(List.of(), received.problems);
    return received.claims.stream()
        .map(PlacedClaim::claim)
        .flatMap(claim -> claim.lines().stream())
        .map(line -> line.number() + " " + line.procedureCode())
        .toList();
  }

  private static List<String> notices(ReceivedClaims received) {
    return received.notices.stream().map(Problem::reason).toList();
  }

  private static void assertRefused(String json, String element) {
    ReceivedClaims received = read(json);
    assertEquals(List.of(), received.claims);
    assertEquals(
        List.of(
            element
                + ": changes what it stands in, in a way that the reader does not know, so the"
                + " claim is not answered; send the claim without it if it means the same without"
                + " it"),
        received.problems.stream().map(Problem::reason).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extension-itemCancelled",
        "extension-infoCancelled",
        "modifierextension-infoCancelled"
      })
  void cancelledItemIsNoLineAndNoNeighbor(String name) {
    String cancelled = CANCELLED.replace("extension-itemCancelled", name);

    ReceivedClaims neighbor = read(claim("", with(BILIARY, cancelled), FLUOROSCOPY));
    assertEquals(List.of("2 76496"), lines(neighbor));
    assertEquals(
        List.of("item[0]: cancelled, so it is not a line of the claim"), notices(neighbor));

    ReceivedClaims line = read(claim("", BILIARY, with(FLUOROSCOPY, cancelled)));
    assertEquals(List.of("1 47533"), lines(line));
    assertEquals(List.of("item[1]: cancelled, so it is not a line of the claim"), notices(line));
  }

  @Test
  void itemThatIsNotCancelledIsALine() {
    ReceivedClaims received =
        read(claim("", with(BILIARY, CANCELLED.replace("true", "false")), FLUOROSCOPY));

    assertEquals(List.of("1 47533", "2 76496"), lines(received));
    assertEquals(List.of(), received.notices);
  }

  @Test
  void whatIsCancelledBelowAnItemIsNoLine() {
    String code =
        "'productOrService':{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':";
    String sub = "{'sequence':1," + code + "'74363'}]}}";
    String details =
        "'detail':[{'sequence':1,"
            + code
            + "'47533'}]},'subDetail':["
            + with(sub, CANCELLED)
            + "]},{"
            + CANCELLED
            + "'sequence':2,"
            + code
            + "'47534'}]},'subDetail':["
            + sub
            + "]}],";

    ReceivedClaims received = read(claim("", with(FLUOROSCOPY, details)));

    assertEquals(List.of("2 76496", "3 47533"), lines(received));
    assertEquals(
        List.of(
            "item[0].detail[0].subDetail[0]: cancelled, so it is not a line of the claim",
            "item[0].detail[1]: cancelled, so it is not a line of the claim",
            "item[0].detail[0]: answered as line 3"),
        notices(received));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancelled", "entered-in-error"})
  void cancelledClaimHasNoLines(String status) {
    ReceivedClaims received = read(claim("'status':'" + status + "',", FLUOROSCOPY));

    assertEquals(1, received.claims.size());
    assertEquals(List.of(), lines(received));
    assertEquals(
        List.of(
            "status: the claim is cancelled or was entered in error, so none of its items is a"
                + " line"),
        notices(received));
  }

  @Test
  void unknownModifierExtensionIsRefusedWhereverItIsRead() {
    String category = "'category':{'text':'x'}";
    assertRefused(claim(UNKNOWN, FLUOROSCOPY), "modifierExtension");
    assertRefused(claim("", BILIARY, with(FLUOROSCOPY, UNKNOWN)), "item[1].modifierExtension");
    assertRefused(
        claim("", with(FLUOROSCOPY, CANCELLED.replace("'valueBoolean':true", "'valueCode':'no'"))),
        "item[0].modifierExtension");
    assertRefused(
        claim("", with(FLUOROSCOPY, "'detail':[{" + UNKNOWN + "'sequence':1}],")),
        "item[0].detail[0].modifierExtension");
    assertRefused(
        claim("", with(FLUOROSCOPY, "'detail':[{'subDetail':[{" + UNKNOWN + "'sequence':1}]}],")),
        "item[0].detail[0].subDetail[0].modifierExtension");
    assertRefused(
        claim("'supportingInfo':[{" + UNKNOWN + "'sequence':1," + category + "}],", FLUOROSCOPY),
        "supportingInfo[0].modifierExtension");
    assertRefused(
        claim("'insurance':[{" + UNKNOWN + "'sequence':1}],", FLUOROSCOPY),
        "insurance[0].modifierExtension");
  }

  @Test
  void implicitRulesAreRefused() {
    assertRefused(
        claim("'implicitRules':'http://example.org/rules',", FLUOROSCOPY), "implicitRules");
    assertRefused(
        "{'resourceType':'Bundle','implicitRules':'urn:x','entry':[{'resource':"
            + claim("", FLUOROSCOPY)
            + "}]}",
        "Bundle.implicitRules");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'implicitRules':'urn:x',|Organization.implicitRules",
        UNKNOWN + "|Organization.modifierExtension"
      })
  void whatAClaimRefersToIsRefusedLikeTheClaim(String element, String name) {
    String organization = "{'resourceType':'Organization'," + element + "'id':'o','name':'AETNA'}";

    assertRefused(
        claim("'contained':[" + organization + "],'insurer':{'reference':'#o'},", FLUOROSCOPY),
        name);
    assertRefused(
        "{'resourceType':'Bundle','entry':[{'resource':"
            + claim("'insurer':{'reference':'Organization/o'},", FLUOROSCOPY)
            + "},{'resource':"
            + organization
            + "}]}",
        name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {UNKNOWN + "|``", "``|" + UNKNOWN})
  void modifierOfAnEntryIsRefused(String ofClaim, String ofOrganization) {
    assertRefused(
        "{'resourceType':'Bundle','entry':[{"
            + ofClaim
            + "'resource':"
            + claim("", FLUOROSCOPY)
            + "},{"
            + ofOrganization
            + "'resource':{'resourceType':'Organization','id':'o'}}]}",
        "Bundle.entry.modifierExtension");
  }

  @Test
  void coverageEnteredInErrorNamesNoPayer() {
    String coverage =
        "'contained':[{'resourceType':'Coverage','id':'c','status':'entered-in-error',"
            + "'payor':[{'display':'AETNA'}]}],"
            + "'insurance':[{'sequence':1,'focal':true,'coverage':{'reference':'#c'}}],";

    ReceivedClaims received = read(claim(coverage, FLUOROSCOPY));

    assertEquals("UNKNOWN", received.claims.get(0).claim().payer().toString());
    assertEquals(
        List.of("Coverage.status: entered in error, so nothing was taken from it"),
        notices(received));
  }

  @Test
  void periodWithoutEndIsOneDay() {
    ReceivedClaims received =
        read(
            claim(
                "",
                FLUOROSCOPY.replace(
                    "'servicedDate':'2026-03-02'", "'servicedPeriod':{'start':'2026-03-02'}")));

    ServiceLine line = received.claims.get(0).claim().lines().get(0);
    assertEquals(line.dateOfService(), line.dateOfServiceEnd());
    assertEquals(
        List.of("item[0].servicedPeriod: has no end, so its first day counts as the only one"),
        notices(received));
  }

  @Test
  void cancelledInformationIsNoNote() {
    String note =
        "'supportingInfo':[{"
            + CANCELLED.replace("extension-item", "modifierextension-info")
            + "'sequence':1,'category':{'coding':[{'code':'info','system':"
            + "'http://terminology.hl7.org/CodeSystem/claiminformationcategory'}]},"
            + "'valueString':'A STUDY'}],";

    ReceivedClaims received = read(claim(note, FLUOROSCOPY));

    assertEquals("", received.claims.get(0).claim().note());
    assertEquals(
        List.of("supportingInfo[0]: cancelled, so it is neither a note nor a document"),
        notices(received));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set",
        "http://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set/",
        "https://www.cms.gov/medicare/coding/place-of-service-codes/place_of_service_code_set.html",
        "https://bluebutton.cms.gov/resources/variables/line_place_of_srvc_cd",
        "http://terminology.hl7.org/CodeSystem/ex-serviceplace",
        "http://hl7.org/fhir/ex-serviceplace"
      })
  void placeOfServiceIsReadInEverySystemOfThePublicExamples(String system) {
    String place =
        "'locationCodeableConcept':{'coding':[{'code':'24','system':'" + system + "'}]},";

    ReceivedClaims received = read(claim("", with(FLUOROSCOPY, place)));

    assertEquals("24", received.claims.get(0).claim().lines().get(0).placeOfService());
    assertEquals(List.of(), received.notices);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.nubc.org/CodeSystem/RevenueCodes",
        "https://bluebutton.cms.gov/resources/variables/rev_cntr",
        "https://bluebutton.cms.gov/resources/variables/fiss/rev-cd"
      })
  void revenueCodeIsReadInEverySystemOfThePublicExamples(String system) {
    String revenue = "'revenue':{'coding':[{'code':'0320','system':'" + system + "'}]},";

    ReceivedClaims received = read(claim("", with(FLUOROSCOPY, revenue)));

    assertEquals("0320", received.claims.get(0).claim().lines().get(0).revenueCode());
    assertEquals(List.of(), received.notices);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'locationCodeableConcept':{'coding':[{'code':'22','system':'urn:x'}]},|item[0].location",
        "'locationCodeableConcept':{'coding':[{'code':'22'}]},|item[0].location",
        "'locationReference':{'reference':'Location/1'},|item[0].location",
        "'locationAddress':{'city':'X'},|item[0].location",
        "'facility':{'display':'X'},|facility"
      })
  void placeThatCannotBeReadIsNamed(String place, String element) {
    ReceivedClaims received =
        read(
            element.equals("facility")
                ? claim(place, FLUOROSCOPY)
                : claim("", with(FLUOROSCOPY, place)));

    assertEquals("", received.claims.get(0).claim().lines().get(0).placeOfService());
    assertEquals(
        List.of(
            element
                + ": states the place of service otherwise than by a code of a system that this"
                + " program knows, so it counts as not stated; write its code with"
                + " https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set"),
        notices(received));
  }

  @Test
  void revenueCodeAndTypeOfBillThatCannotBeReadAreNamed() {
    String revenue = "'revenue':{'coding':[{'code':'0320','system':'urn:x'}]},";
    String type =
        "'supportingInfo':[{'sequence':1,'category':{'coding':[{'code':'typeofbill','system':"
            + "'http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBSupportingInfoType'}]},"
            + "'code':{'coding':[{'code':'1','system':"
            + "'https://bluebutton.cms.gov/resources/variables/fiss/freq-cd'}]}}],";

    ReceivedClaims received = read(claim(type, with(FLUOROSCOPY, revenue)));

    ServiceLine line = received.claims.get(0).claim().lines().get(0);
    assertEquals("", line.revenueCode());
    assertEquals("", received.claims.get(0).claim().typeOfBill());
    assertEquals(
        List.of(
            "item[0].revenue: a revenue code of a system that the reader does not know, so it"
                + " counts as not stated; write the code with"
                + " https://www.nubc.org/CodeSystem/RevenueCodes",
            "supportingInfo[0]: a type of bill in a code system that the reader does not know, so"
                + " it counts as not stated; write the code with"
                + " https://www.nubc.org/CodeSystem/TypeOfBill"),
        notices(received));
  }

  @Test
  void whatIsNotReadBearsOnNothingWithout76496() {
    String place = "'locationCodeableConcept':{'text':'X'},'revenue':{'coding':[{'code':'1'}]},";

    assertEquals(List.of(), read(claim("", with(BILIARY, place))).notices);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'quantity':{'value':-1},",
        "'modifier':[{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'265'}]}],",
        "'revenue':{'coding':[{'system':'https://www.nubc.org/CodeSystem/RevenueCodes','code':'3'}]},"
      })
  void whatBearsOnNothingOnAnotherItemCostsNothing(String element) {
    ReceivedClaims received = read(claim("", with(BILIARY, element), FLUOROSCOPY));

    assertEquals(List.of("1 47533", "2 76496"), lines(received));
    assertEquals(1, read(claim("", BILIARY, with(FLUOROSCOPY, element))).problems.size());
  }

  @Test
  void systemsOfX12AreReadUnderHttpToo() {
    String report =
        "'supportingInfo':[{'sequence':1,'category':{'text':'attachment'},'code':{'coding':[{"
            + "'system':'http://codesystem.x12.org/005010/755','code':'PY'}]},"
            + "'valueReference':{'display':'x'}}],";

    ReceivedClaims received = read(claim(report, FLUOROSCOPY));

    assertEquals("[PROCEDURE_REPORT]", received.claims.get(0).claim().attachments().toString());
  }

  @Test
  void documentAndTextOfAKindThatIsNotKnownAreNamed() {
    String information =
        "'supportingInfo':[{'sequence':1,'category':{'text':'attachment'},"
            + "'code':{'text':'films'},'valueReference':{'display':'x'}},"
            + "{'sequence':2,'category':{'text':'x'},'valueString':'A STUDY'}],";

    ReceivedClaims received = read(claim(information, FLUOROSCOPY));

    assertEquals("", received.claims.get(0).claim().note());
    assertEquals(
        List.of(
            "supportingInfo[0]: a document whose code names none that the reader knows, so it"
                + " counts as none of those that payers ask for",
            "supportingInfo[1]: a text in another category than info and other, so it counts as no"
                + " note"),
        notices(received));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'coding':[{'system':'urn:x','code':'9F'}]", "'text':'Referral'"})
  void codedValueIsNoNarrative(String code) {
    String note =
        "'supportingInfo':[{'sequence':1,'category':{'coding':[{'code':'info','system':"
            + "'http://terminology.hl7.org/CodeSystem/claiminformationcategory'}]},'code':{"
            + code
            + "},'valueString':'A12345'}],";

    ReceivedClaims received = read(claim(note, FLUOROSCOPY));

    assertEquals("", received.claims.get(0).claim().note());
    assertEquals(
        List.of(
            "supportingInfo[0]: a text under a code of its own is a value and no narrative, so it"
                + " counts as no note; a note stands without a code"),
        notices(received));
    String uncoded = note.replace("'code':{" + code + "},", "");
    assertEquals("A12345", read(claim(uncoded, FLUOROSCOPY)).claims.get(0).claim().note());
  }
}
