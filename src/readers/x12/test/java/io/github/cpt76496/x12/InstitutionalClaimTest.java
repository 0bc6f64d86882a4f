package io.github.cpt76496.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstitutionalClaimTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Payer MEDICARE = new Payer(Family.MEDICARE, "", LineOfBusiness.MEDICARE_FFS);

  private static ReceivedClaims read(String... ofClaim) {
    String[] subscriber = {"HL*2*1*22*0", "SBR*P*18*******MA", "NM1*PR*2*MEDICARE*****PI*1"};
    return ReceivedClaims.from(
        new X12ClaimReader(),
        Interchange.institutional(
            Stream.of(subscriber, ofClaim).flatMap(Stream::of).toArray(String[]::new)));
  }

  private static void assertOnly(ReceivedClaims received, Claim claim) {
    assertEquals(List.of(), received.problems);
    assertEquals(
        List.of(new PlacedClaim("C1", "transaction 1, segment 7", claim)), received.claims);
  }

  private static void assertProblem(ReceivedClaims received, int segment, String reason) {
    assertEquals(List.of(), received.claims);
    assertEquals(
        List.of(new Problem("C1", "transaction 1, segment " + segment, reason)), received.problems);
  }

  private static ServiceLine.Builder line() {
    return ServiceLine.builder(1, "76496", DAY).revenueCode("0320");
  }

  private static Claim.Builder claim(ServiceLine... lines) {
    return Claim.builder(Form.INSTITUTIONAL, MEDICARE).typeOfBill("131").lines(lines);
  }

  @Test
  void everyElementIsRead() {
    assertOnly(
        read(
            "CLM*C1*100***13:A:1*Y*A*Y*Y",
            "DTP*434*RD8*20260301-20260331",
            "PWK*PY*FX***AC*1",
            "NTE*ADD*CLAIM NOTE",
            "LX*3",
            "SV2*320*HC:76496:TC:59:XU:LT:DESCRIPTION*100*UN*2.5",
            "DTP*472*RD8*20260302-20260309",
            "NTE*ADD*LINE NOTE"),
        claim(
                ServiceLine.builder(3, "76496", DAY)
                    .through(DAY.plusDays(7))
                    .modifiers("TC", "59", "XU", "LT")
                    .units(new BigDecimal("2.5"))
                    .description("DESCRIPTION")
                    .note("LINE NOTE")
                    .revenueCode("0320")
                    .build())
            .note("CLAIM NOTE")
            .attachments(
                Set.of(
                    DocumentationItem.PROCEDURE_REPORT, DocumentationItem.PWK_ATTACHMENT_CONTROL))
            .build());
  }

  @Test
  void criticalAccessHospitalIsToldByItsTypeOfBill() {
    ReceivedClaims received =
        read("CLM*C1*100***85:A:7", "LX*1", "SV2*0320*HC:76496*1*UN*1", "DTP*472*D8*20260302");

    assertEquals("857", received.claims.get(0).claim().typeOfBill());
  }

  @ParameterizedTest
  @ValueSource(strings = {"13", "13:A", "1:A:1", "13:A:10"})
  void typeOfBillHasThreeCharacters(String typeOfBill) {
    assertProblem(
        read(
            "CLM*C1*100***" + typeOfBill,
            "LX*1",
            "SV2*0320*HC:76496*1*UN*1",
            "DTP*472*D8*20260302"),
        7,
        "typeOfBill (CLM05-1, CLM05-3): must be three characters, such as 131");
  }

  @ParameterizedTest
  @ValueSource(strings = {"D8*20260302", "RD8*20260302-20260302"})
  void statementOfOneDayDatesItsLines(String statement) {
    assertOnly(
        read("CLM*C1*100***13:A:1", "DTP*434*" + statement, "LX*1", "SV2*0320*HC:76496*1*UN*1"),
        claim(line().units(1).build()).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DTP*434*RD8*20260302-20260303",
        "DTP*434*D8*20260230",
        "DTP*434*DT*202603021200",
        "DTP*435*D8*20260302",
        "DTP*434*D8*20260302~DTP*434*D8*20260303"
      })
  void lineWithoutDateIsNamed_whenTheStatementIsNotOfOneDay(String statement) {
    ReceivedClaims received =
        read("CLM*C1*100***13:A:1", statement, "LX*1", "SV2*0320*HC:76496*1*UN*1");

    assertEquals(List.of(), received.claims);
    assertEquals(
        List.of(
            "line 1: DTP*472 (date of service): missing, and DTP*434 of the claim states no single"
                + " day"),
        received.problems.stream().map(Problem::reason).toList());
  }

  @Test
  void lineWithoutProcedureBearsOnNothing() {
    assertOnly(
        read(
            "CLM*C1*100***13:A:1",
            "LX*1",
            "SV2*0320*HC:76496*1*UN*1",
            "DTP*472*D8*20260302",
            "LX*2",
            "SV2*0250**50*UN*3",
            "LX*3",
            "SV2*0120",
            "DTP*472*D8*NONE"),
        claim(line().units(1).build()).build());
    assertOnly(
        read("CLM*C1*100***11:A:1", "LX*1", "SV2*0120**50*DA*3"),
        claim().typeOfBill("111").build());
  }

  @Test
  void lineThatCannotBeReadRefusesTheClaim_whenThatBills76496() {
    String[] claim = {
      "CLM*C1*100***13:A:1", "LX*1", "SV2*0320*HC:76496*1*UN*1", "DTP*472*D8*20260302", "LX*2"
    };

    assertProblem(
        read(
            Stream.of(claim, new String[] {"SV2*0361*HC:47533*1*UN*1"})
                .flatMap(Stream::of)
                .toArray(String[]::new)),
        11,
        "line 2: DTP*472 (date of service): missing, and DTP*434 of the claim states no single"
            + " day");
    assertProblem(read(claim), 11, "line 2: SV2: missing");
  }

  @Test
  void lineThatCannotBeReadIsLeftOut_whenNoLineIsBilledWith76496() {
    assertOnly(
        read(
            "CLM*C1*100***13:A:1",
            "LX*1",
            "SV2*0361*HC:47533*1*UN*1",
            "LX*2",
            "SV2*0305*HC:85025*1*UN*1",
            "DTP*472*D8*20260302"),
        claim(ServiceLine.builder(2, "85025", DAY).revenueCode("0305").units(1).build()).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"764.96", "76496-26", "\uff17\uff16\uff14\uff19\uff16", ""})
  void lineThatCannotBeReadRefusesTheClaim_whenItMayBeBilledWith76496(String code) {
    ReceivedClaims received =
        read("CLM*C1*100***13:A:1", "LX*1", "SV2*0320*HC:" + code + "*1*UN*1");

    assertEquals(List.of(), received.claims);
    assertEquals(1, received.problems.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SV2*0320*HC*1*UN*1|line 1: SV202: no procedure code, or its parts are not separated by the"
            + " component separator that ISA16 declares",
        "SV2*0320*HC:76496*1*UN*ONE|line 1: SV205: expected a number",
        "SV2*3*HC:76496*1*UN*1|line 1: revenueCode (SV201): must be four digits, such as 0320",
        "SV1*HC:76496*1*UN*1|line 1: SV2: missing; SV1 stands there, which the"
            + " guide of the transaction (ST03, GS08) does not have"
      })
  void brokenServiceIsNamed(String service, String reason) {
    assertProblem(read("CLM*C1*100***13:A:1", "LX*1", service, "DTP*472*D8*20260302"), 8, reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DA*3", "UN*0", "UN", "*3"})
  void unitsAreNotStated(String units) {
    assertOnly(
        read("CLM*C1*100***13:A:1", "LX*1", "SV2*0320*HC:76496*1*" + units, "DTP*472*D8*20260302"),
        claim(line().build()).build());
  }

  @Test
  void partsWrittenWithAnotherSeparatorAreReadAndNamed() {
    ReceivedClaims received =
        read("CLM*C1*100***13>A>1", "LX*1", "SV2*0320*HC>76496*1*UN*1", "DTP*472*D8*20260302");

    assertOnly(received, claim(line().units(1).build()).build());
    assertEquals(
        List.of(
            new Problem(
                "C1",
                "transaction 1, segment 7",
                "the parts of CLM05 or SV202 are not separated as ISA16 declares; they were read by"
                    + " the separator that stands there, which a payer may refuse")),
        received.notices);
  }

  @Test
  void noMessageRepeatsAnElement() {
    String[] segments = {
      "CLM*C1*100***13:A:1",
      "DTP*434*RD8*20260302-20260303",
      "SBR*S*18*******CI",
      "NM1*PR*2*AETNA*****PI*1",
      "LX*1",
      "SV2*0320*HC:76496:26::::TEXT*1*UN*1",
      "DTP*472*D8*20260302"
    };
    int problems = 0;
    for (int i = 0; i < segments.length; i++) {
      for (String part : segments[i].split("[*:]", -1)) {
        String[] marked = segments.clone();
        marked[i] = segments[i].replaceFirst("(?<=[*:])" + part + "(?=[*:]|$)", "ZQX");
        ReceivedClaims received = read(marked);
        problems += received.problems.size();
        Stream.concat(received.problems.stream(), received.notices.stream())
            .forEach(p -> assertFalse((p.place() + p.reason()).contains("ZQX"), p.reason()));
      }
    }
    assertEquals(12, problems);
  }
}
