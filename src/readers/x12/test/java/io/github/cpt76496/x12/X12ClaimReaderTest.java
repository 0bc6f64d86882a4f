package io.github.cpt76496.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.PayerMap;
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

class X12ClaimReaderTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Payer PALMETTO =
      new Payer(Family.MEDICARE, "PALMETTO_GBA", LineOfBusiness.MEDICARE_FFS);

  private static final String[] SUBSCRIBER = {
    "HL*2*1*22*0", "SBR*P*18*******MB", "NM1*IL*1*DOE*A", "NM1*PR*2*PALMETTO GBA*****PI*1"
  };

  private static final String[] CLAIM = {"CLM*C1*100***22:B:1*Y*A*Y*Y"};
  private static final String[] LINE = {"LX*1", "SV1*HC:76496*100*UN*1***1", "DTP*472*D8*20260302"};

  private static ReceivedClaims read(String... texts) {
    return ReceivedClaims.from(new X12ClaimReader(PayerMap.packaged()), String.join("", texts));
  }

  private static ReceivedClaims readSegments(String[]... groups) {
    return read(
        Interchange.professional(Stream.of(groups).flatMap(Stream::of).toArray(String[]::new)));
  }

  private static String[] segments(String... segments) {
    return segments;
  }

  private static ServiceLine.Builder line() {
    return ServiceLine.builder(1, "76496", DAY).placeOfService("22").units(1);
  }

  private static Claim claim(ServiceLine... lines) {
    return Claim.builder(Form.PROFESSIONAL, PALMETTO).lines(lines).build();
  }

  private static void assertOnly(ReceivedClaims received, Claim... claims) {
    assertEquals(List.of(), received.problems);
    assertEquals(List.of(claims), received.claims.stream().map(PlacedClaim::claim).toList());
  }

  private static void assertProblem(ReceivedClaims received, String place, String reason) {
    assertEquals(List.of(), received.claims);
    assertEquals(List.of(new Problem("C1", place, reason)), received.problems);
  }

  @Test
  void everyElementIsRead() {
    ReceivedClaims received =
        readSegments(
            SUBSCRIBER,
            CLAIM,
            segments("PWK*M1*BM***AC*1", "PWK*B3*BM***AC*2", "PWK*OD*AA", "NTE*ADD*CLAIM NOTE"),
            segments("LX*7", "SV1*HC:76496:26:59:XU:LT:DESCRIPTION*100*UN*2.5*24**1"),
            segments("PWK*PY*FX***AC*3", "DTP*472*RD8*20260302-20260309"),
            segments("NTE*ADD*TIME: 10 MIN", "NTE*ADD*SECOND"));

    Claim expected =
        Claim.builder(Form.PROFESSIONAL, PALMETTO)
            .note("CLAIM NOTE")
            .attachments(
                Set.of(
                    DocumentationItem.CLINICAL_RECORDS,
                    DocumentationItem.PROCEDURE_REPORT,
                    DocumentationItem.PWK_ATTACHMENT_CONTROL))
            .lines(
                ServiceLine.builder(7, "76496", DAY)
                    .through(DAY.plusDays(7))
                    .modifiers("26", "59", "XU", "LT")
                    .placeOfService("24")
                    .units(new BigDecimal("2.5"))
                    .description("DESCRIPTION")
                    .note("TIME  10 MIN SECOND")
                    .build())
            .build();
    assertEquals(List.of(), received.problems);
    assertEquals(
        List.of(new PlacedClaim("C1", "transaction 1, segment 8", expected)), received.claims);
  }

  @Test
  void whatIsAnnouncedForAnotherLineIsNotAttachedToTheReviewedOne() {
    ReceivedClaims received =
        readSegments(
            SUBSCRIBER,
            CLAIM,
            segments("LX*1", "SV1*HC:99213*100*UN*1***1", "PWK*PY*FX***AC*3"),
            segments("DTP*472*D8*20260302"),
            segments("LX*2", "SV1*HC:76496:26*100*UN*1***1", "DTP*472*D8*20260302"));

    assertEquals(List.of(), received.problems);
    assertEquals(Set.of(), received.claims.get(0).claim().attachments());
  }

  @Test
  void placeOfServiceIsThatOfTheClaim_whenTheLineHasNone() {
    assertOnly(readSegments(SUBSCRIBER, CLAIM, LINE), claim(line().build()));
  }

  @Test
  void payersAfterTheClaimAreOthers() {
    assertOnly(
        readSegments(
            SUBSCRIBER,
            CLAIM,
            segments("NM1*82*1*READER"),
            segments("SBR*S*18*******CI", "NM1*PR*2*AETNA*****PI*2"),
            LINE),
        claim(line().build()));
  }

  @Test
  void payerOfOneSubscriberIsNotThatOfTheNext() {
    ReceivedClaims received =
        readSegments(SUBSCRIBER, CLAIM, LINE, segments("HL*3*1*22*0"), CLAIM, LINE);

    assertEquals(
        List.of(PALMETTO, Payer.UNKNOWN),
        received.claims.stream().map(c -> c.claim().payer()).toList());
  }

  @Test
  void dependentHasThePayerOfTheSubscriber() {
    assertOnly(
        readSegments(SUBSCRIBER, segments("HL*3*2*23*0", "PAT*19"), CLAIM, LINE),
        claim(line().build()));
  }

  @Test
  void drugsProvidersAndOtherPayersOfALineAddNothing() {
    assertOnly(
        readSegments(
            SUBSCRIBER,
            CLAIM,
            LINE,
            segments("LIN**N4*00000000000", "CTP****1*UN", "NM1*82*1*READER"),
            segments("SVD*1*50*HC:76496:TC**1", "CAS*PR*1*50", "DTP*573*D8*20260401"),
            segments("DTP*472*D8*20200101", "NTE*ADD*NOT OF THE LINE")),
        claim(line().build()));
  }

  @Test
  void codeOfAnotherListIsNoProcedure() {
    assertOnly(
        readSegments(
            SUBSCRIBER,
            CLAIM,
            segments("LX*1", "SV1*WK:ABCDE*100*UN*1***1", "DTP*472*D8*20260302")),
        claim());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ER:47533", "WK:ABCDE", "ZZ:47533:26", "HCPCS:47533"})
  void codeOfAnotherListBeside76496IsNamed(String procedure) {
    ReceivedClaims received =
        readSegments(
            SUBSCRIBER,
            CLAIM,
            LINE,
            segments("LX*2", "SV1*" + procedure + "*100*UN*1***1", "DTP*472*D8*20260302"));

    assertEquals(List.of(line().build()), received.claims.get(0).claim().lines());
    assertEquals(
        List.of(
            new Problem(
                "C1",
                "transaction 1, segment 12",
                "SV101: the qualifier is not HC, so the code is of another list, and the line was"
                    + " not looked at")),
        received.notices);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SV1*47533:52*100*UN*1***1|line 2: SV101: a procedure code stands where its qualifier"
            + " belongs; write HC before it",
        "SV1*47533*100*UN*1***1|line 2: SV101: a procedure code stands where its qualifier"
            + " belongs; write HC before it",
        "SV1*HC:47533-52*100*UN*1***1|line 2: procedureCode (SV101-2): must be five letters and"
            + " digits, such as 76496 or J3490; correct the code, and put modifiers in their own"
            + " field",
        "SV1*HC:52:47533*100*UN*1***1|line 2: procedureCode (SV101-2): must be five letters and"
            + " digits, such as 76496 or J3490; correct the code, and put modifiers in their own"
            + " field",
        "SV1*HC:4753\uff13*100*UN*1***1|line 2: procedureCode (SV101-2): must be five letters and"
            + " digits, such as 76496 or J3490; correct the code, and put modifiers in their own"
            + " field",
        "SV2*0361*HC:47533*100*UN*1|line 2: SV1: missing; SV2 stands there, which the guide of the"
            + " transaction (ST03, GS08) does not have"
      })
  void textThatIsNoCodeBeside76496RefusesTheClaim(String service, String reason) {
    String[] line = segments("LX*2", service, "DTP*472*D8*20260302");

    assertEquals(
        List.of(new Problem("C1", "transaction 1, segment 12", reason)),
        readSegments(SUBSCRIBER, CLAIM, LINE, line).problems);
  }

  @ParameterizedTest
  @CsvSource({"hc:j3490,J3490", "HC: 47533 ,47533", ":47533,47533", "HC:47533:2659,47533"})
  void codeOfAnotherLineIsReadAsItIsMeant(String procedure, String code) {
    ReceivedClaims received =
        readSegments(
            SUBSCRIBER,
            CLAIM,
            LINE,
            segments("LX*2", "SV1*" + procedure + "*100*UN*1***1", "DTP*472*D8*20260302"));

    assertEquals(List.of(), received.problems);
    assertEquals(code, received.claims.get(0).claim().lines().get(1).procedureCode());
  }

  @Test
  void codesWithoutQualifierAreReadAndTheFirstIsNamed() {
    ReceivedClaims received =
        readSegments(
            SUBSCRIBER,
            CLAIM,
            segments("LX*1", "SV1*:76496:26*100*UN*1***1", "DTP*472*D8*20260302"),
            segments("LX*2", "SV1*:47533*100*UN*1***1", "DTP*472*D8*20260302"));

    String notice = "SV101: the qualifier is empty; the code was read as if HC stood before it";
    assertEquals(List.of(new Problem("C1", "transaction 1, segment 9", notice)), received.notices);
    assertEquals(
        List.of("76496", "47533"),
        received.claims.get(0).claim().lines().stream().map(ServiceLine::procedureCode).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"47533:52", "HC:47533-52", "HC:X", "ER:47533"})
  void textThatIsNoCodeCostsNothingWhereNothingElseIsBilled(String procedure) {
    assertOnly(
        readSegments(
            SUBSCRIBER,
            CLAIM,
            segments("LX*1", "SV1*" + procedure + "*100*UN*1***1", "DTP*472*D8*20260302")),
        claim());
  }

  @ParameterizedTest
  @CsvSource({"MJ,30", "UN,''", "UN,0"})
  void unitsAreNotStated(String unit, String quantity) {
    assertOnly(
        readSegments(
            SUBSCRIBER,
            CLAIM,
            segments("LX*1", "SV1*HC:76496*100*" + unit + "*" + quantity + "***1"),
            segments("DTP*472*D8*20260302")),
        claim(ServiceLine.builder(1, "76496", DAY).placeOfService("22").build()));
  }

  @ParameterizedTest
  @CsvSource({"|,>,~", "~,^,_", "+,!,%"})
  void delimitersAreThoseOfTheInterchange(char element, char component, char terminator) {
    String standard = Interchange.professional(join(SUBSCRIBER, CLAIM, LINE));
    String other =
        standard
            .replace("*^*", "*U*")
            .replace('~', '\0')
            .replace('*', element)
            .replace(':', component)
            .replace('\0', terminator);

    assertOnly(read(other), claim(line().build()));
    assertOnly(read(other.replace("\n", "")), claim(line().build()));
    assertOnly(read(other.replace("\n", "\r\n")), claim(line().build()));
  }

  @Test
  void lineFeedMayEndSegments() {
    assertOnly(
        read(Interchange.professional(join(SUBSCRIBER, CLAIM, LINE)).replace("~", "")),
        claim(line().build()));
  }

  @Test
  void interchangesGroupsAndTransactionsAreAllRead() {
    String transaction =
        Interchange.transaction("837", "005010X222", join(SUBSCRIBER, CLAIM, LINE));
    ReceivedClaims received =
        read(
            Interchange.of(transaction, transaction),
            "\n\n",
            Interchange.of(transaction, "GE*1*1~GS*HC*A*B*20261102*0900*2*X*005010X222A2~\n"),
            Interchange.of(transaction));

    assertEquals(List.of(), received.problems);
    assertEquals(
        List.of(
            "transaction 1, segment 8",
            "transaction 2, segment 18",
            "interchange 2, transaction 3, segment 32",
            "interchange 3, transaction 4, segment 48"),
        received.claims.stream().map(PlacedClaim::place).toList());
  }

  @Test
  void otherTransactionsAreNamedAndTheRestIsRead() {
    ReceivedClaims received =
        read(
            Interchange.of(
                Interchange.transaction("837", "004010X096A1", "CLM*SECRET"),
                Interchange.transaction("837", "005010X222A1", join(SUBSCRIBER, CLAIM, LINE)),
                Interchange.transaction("999", "005010X231A1")));

    assertEquals(
        List.of(
            Problem.at(
                "transaction 1",
                "X12 837 institutional, 004010X096A1, which is version 4010; convert it to 5010;"
                    + " this version reads 837 professional 005010X222 and 837 institutional"
                    + " 005010X223"),
            Problem.at(
                "transaction 3",
                "X12 999 acknowledgment, 005010X231A1; this version reads 837 professional"
                    + " 005010X222 and 837 institutional 005010X223")),
        received.problems);
    assertEquals(
        List.of("transaction 2, segment 11"),
        received.claims.stream().map(PlacedClaim::place).toList());
  }

  @Test
  void partsWrittenWithAnotherSeparatorAreReadAndNamed() {
    ReceivedClaims received =
        readSegments(
            SUBSCRIBER,
            new String[] {
              "CLM*SYNTHETIC-1*100***22>B>1*Y*A*Y*Y",
              "LX*1",
              "SV1*HC>76496>26*100*UN*1***1",
              "DTP*472*D8*20260302"
            });

    assertEquals(List.of(), received.problems);
    ServiceLine line = received.claims.get(0).claim().lines().get(0);
    assertEquals("76496", line.procedureCode());
    assertEquals(List.of("26"), line.modifiers());
    assertEquals("22", line.placeOfService());
    assertEquals(
        List.of(
            "the parts of CLM05 or SV101 are not separated as ISA16 declares; they were read by"
                + " the separator that stands there, which a payer may refuse"),
        received.notices.stream().map(Problem::reason).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SV1*HC:76496:26*100*UN*1***1|DTP*472*D8*20260230"
            + "|line 1: DTP03 of DTP*472: expected a date of eight digits, or two with a hyphen",
        "SV1*HC:76496:26*100*UN*1***1|DTP*472*RD8*20260302-20260301"
            + "|line 1: DTP03 of DTP*472: ends before it begins",
        "SV1*HC:76496:26*100*UN*1***1|DTP*472*D6*260302"
            + "|line 1: DTP02 of DTP*472: expected D8 or RD8",
        "SV1*HC:76496:26*100*UN*1***1|DTP*434*D8*20260302"
            + "|line 1: DTP*472 (date of service): missing",
        "SV1*HC:76496:265*100*UN*1***1|DTP*472*D8*20260302"
            + "|line 1: modifiers (SV101-3 to -6): each must be two letters or digits, such as 26",
        "SV1*HC:76496-26*100*UN*1***1|DTP*472*D8*20260302"
            + "|line 1: procedureCode (SV101-2): resembles 76496 but is not those five ASCII digits; correct"
            + " the code, and put modifiers in their own field",
        "SV1*HC:\uff17\uff16\uff14\uff19\uff16*100*UN*1***1|DTP*472*D8*20260302"
            + "|line 1: procedureCode (SV101-2): resembles 76496 but is not those five ASCII digits; correct"
            + " the code, and put modifiers in their own field",
        "SV1*HC*100*UN*1***1|DTP*472*D8*20260302"
            + "|line 1: SV101: no procedure code, or its parts are not separated by the component"
            + " separator that ISA16 declares",
        "SV1*HC:76496*100*UN*ONE***1|DTP*472*D8*20260302|line 1: SV104: expected a number",
        "SV1*HC:76496*100*UN*-1***1|DTP*472*D8*20260302|line 1: units (SV104): must be more than"
            + " zero",
        "SV1*HC:76496*100*UN*1*2**1|DTP*472*D8*20260302"
            + "|line 1: placeOfService (SV105): must be two digits, such as 22",
        "REF*6R*1|DTP*472*D8*20260302|line 1: SV1: missing"
      })
  void brokenLineIsNamedAndTheNextClaimIsRead(String service, String date, String reason) {
    ReceivedClaims received =
        readSegments(
            SUBSCRIBER,
            CLAIM,
            segments("LX*1", service, date),
            segments("CLM*C2*1***22:B:1"),
            LINE);

    assertEquals(List.of(new Problem("C1", "transaction 1, segment 9", reason)), received.problems);
    assertEquals(List.of("C2"), received.claims.stream().map(PlacedClaim::id).toList());
  }

  @Test
  void lineCountsOnce() {
    assertProblem(
        readSegments(SUBSCRIBER, CLAIM, LINE, segments("SV1*HC:76496*100*UN*1***1")),
        "transaction 1, segment 12",
        "a second SV1 under one LX");
    assertProblem(
        readSegments(SUBSCRIBER, CLAIM, segments("SV1*HC:76496*100*UN*1***1")),
        "transaction 1, segment 9",
        "SV1 stands before the first LX");
    assertProblem(
        readSegments(SUBSCRIBER, CLAIM, LINE, LINE),
        "transaction 1, segment 8",
        "line 1: number: used by two lines of the claim");
    assertProblem(
        readSegments(SUBSCRIBER, CLAIM, segments("LX*A")),
        "transaction 1, segment 9",
        "LX01: expected a line number");
    assertProblem(
        readSegments(SUBSCRIBER, CLAIM),
        "transaction 1, segment 8",
        "the claim has no service line (LX)");
  }

  @Test
  void nothingBeforeTheFirstClaimIsALine() {
    ReceivedClaims received = readSegments(SUBSCRIBER, LINE);

    assertEquals(List.of(), received.claims);
    assertEquals(
        List.of(
            Problem.at(
                "transaction 1, segment 8",
                "a service line (LX) stands outside of every claim: its CLM is missing"),
            Problem.at("transaction 1", "holds no claim (CLM)")),
        received.problems);
  }

  @Test
  void interchangeWithoutTransactionIsNamed() {
    assertEquals(
        List.of(Problem.at("interchange 1", "holds no transaction, so no claim")),
        read(Interchange.of()).problems);
  }

  @Test
  void claimThatIsCutIsNotAnswered() {
    String whole = Interchange.professional(join(SUBSCRIBER, CLAIM, LINE));

    ReceivedClaims truncated = read(whole.substring(0, whole.indexOf("SE*")));
    assertEquals(List.of(), truncated.claims);
    assertEquals(
        List.of(
            new Problem("C1", "transaction 1, segment 8", "the file ends before the claim does"),
            Problem.at(
                "transaction 1, segment 11", "the file ends here, before its interchange does")),
        truncated.problems);
    assertProblem(
        read(whole.replace("SE*0*0001~\n", "")),
        "transaction 1, segment 8",
        "the transaction ends without SE, so claim data may be missing");
  }

  @Test
  void blanksAfterTheInterchangeAreNothing() {
    assertOnly(
        read(Interchange.professional(join(SUBSCRIBER, CLAIM, LINE)), " \r\n".repeat(2_000)),
        claim(line().build()));
  }

  private static String[] join(String[]... groups) {
    return Stream.of(groups).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void isaThatIsWrappedIsNamed() {
    String whole = Interchange.professional(join(SUBSCRIBER, CLAIM, LINE)).replace("\n", "");
    String wrapped = whole.replaceAll("(.{80})", "$1\n");
    String fact =
        "the ISA segment has a line break in it, as in a file that was wrapped at 80 columns, so"
            + " the delimiters cannot be told; take the line breaks out";

    assertEquals(
        List.of(Problem.at("interchange 1", fact + "; the rest of the file was not read")),
        read(wrapped).problems);
    assertEquals(
        List.of(
            Problem.at("interchange 1", fact + "; it was passed over up to the next interchange")),
        read(wrapped, "\n", whole).problems);
  }

  @Test
  void qualifierInSmallLettersIsNamed() {
    assertProblem(
        readSegments(
            SUBSCRIBER,
            CLAIM,
            segments("LX*1", "SV1*hc:76496*100*UN*1***1", "DTP*472*D8*20260302")),
        "transaction 1, segment 9",
        "line 1: SV101: HC before 76496 is written in small letters, which are no qualifier; write"
            + " capitals");
  }

  @ParameterizedTest
  @CsvSource({"SITE: LEFT HIP,SITE  LEFT HIP", "A:B:C,A B C", "A:76499,A", "A:,A"})
  void separatorInADescriptionDoesNotEndIt(String written, String description) {
    ReceivedClaims received =
        readSegments(
            SUBSCRIBER,
            CLAIM,
            segments("LX*1", "SV1*HC:76496:::::" + written + "*100*UN*1***1"),
            segments("DTP*472*D8*20260302"));

    assertOnly(received, claim(line().description(description).build()));
  }

  @Test
  void codeOfAnotherListIsNotTakenForTheSame() {
    assertProblem(
        readSegments(
            SUBSCRIBER,
            CLAIM,
            segments("LX*1", "SV1*ER:76496*100*UN*1***1", "DTP*472*D8*20260302")),
        "transaction 1, segment 9",
        "line 1: SV101: expected HC before 76496; in another list the number means another"
            + " service");
  }
}
