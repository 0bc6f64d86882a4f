package io.github.cpt76496.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.LineRecord;
import io.github.cpt76496.LineRecord.Component;
import io.github.cpt76496.LineRecord.Imaging;
import io.github.cpt76496.LineRecord.Purpose;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvClaimReaderTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String HEADER = "claimId,procedureCode,dateOfService,note\n";

  private static ReceivedClaims read(String csv) {
    return ReceivedClaims.from(new CsvClaimReader(), csv);
  }

  private static List<String> places(ReceivedClaims received) {
    return received.claims.stream().map(PlacedClaim::place).toList();
  }

  @Test
  void everyColumnIsRead() {
    String header =
        Arrays.stream(Column.values()).map(Column::title).collect(Collectors.joining(","));
    String row =
        "C1,INSTITUTIONAL,MEDICARE,PALMETTO_GBA,MEDICARE_FFS,1,ANY NAME,CI,131,CLAIM"
            + " NOTE,PROCEDURE_REPORT IMAGING_REPORT,4,76496,26"
            + " 59,,,,,,22,2026-03-02,2026-03-04,1,D,N,320,"
            + "FLUOROSCOPY,SOLE_IMAGING,PERCUTANEOUS_BILIARY,PROFESSIONAL,true,false,yes,no,TRUE,"
            + "False,PROCEDURE_REPORT";

    ReceivedClaims received = read(header + "\n" + row + "\n");

    LineRecord record =
        LineRecord.builder()
            .imaging(Imaging.FLUOROSCOPY)
            .purpose(Purpose.SOLE_IMAGING)
            .procedure("PERCUTANEOUS_BILIARY")
            .component(Component.PROFESSIONAL)
            .writtenInterpretation(true)
            .noSpecificCode(false)
            .categoryThreeChecked(true)
            .motionRecorded(false)
            .purchasedComponent(true)
            .hospitalPatient(false)
            .onFile(Set.of(DocumentationItem.PROCEDURE_REPORT))
            .build();
    Claim claim =
        Claim.builder(
                Form.INSTITUTIONAL,
                new Payer(Family.MEDICARE, "PALMETTO_GBA", LineOfBusiness.MEDICARE_FFS))
            .typeOfBill("131")
            .note("CLAIM NOTE")
            .attachments(
                Set.of(DocumentationItem.PROCEDURE_REPORT, DocumentationItem.IMAGING_REPORT))
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
    assertEquals(List.of(new PlacedClaim("C1", "row 2", claim)), received.claims);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "procedureCode,dateOfService,modifier1,modifier2\n76496,2026-03-02,26,\n",
        "\ufeffProcedure Code;Date_of_Service;Modifiers\r\n76496;2026-03-02;26\r\n",
        "date-of-service\tmodifiers\tPROCEDURECODE\r2026-03-02\t26\t76496",
        "\"procedureCode\",\"dateOfService\",\"record.purpose\",\"modifier4\"\n"
            + "\"76496\", \"2026-03-02\" ,,26"
      })
  void twoColumnsSuffice(String csv) {
    Claim claim =
        Claim.builder(Form.NOT_STATED, Payer.UNKNOWN)
            .lines(ServiceLine.builder(1, "76496", DAY).modifiers("26").build())
            .build();

    ReceivedClaims received = read(csv);

    assertEquals(List.of(), received.problems);
    assertEquals(List.of(new PlacedClaim("", "row 2", claim)), received.claims);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "payerName|Palmetto GBA|MEDICARE/PALMETTO_GBA MEDICARE_FFS|",
        "payerId|60054|AETNA NOT_STATED|",
        "filingIndicator|BL|BCBS NOT_STATED|",
        "payerName,payerId,filingIndicator|UHC,87726,16|UNITED_HEALTHCARE MEDICARE_ADVANTAGE|",
        "payerName,lineOfBusiness|UHC,COMMERCIAL|UNITED_HEALTHCARE COMMERCIAL|",
        "payerFamily,payerName|AETNA,CIGNA|AETNA NOT_STATED|",
        "payerName|AENTA|OTHER NOT_STATED|its name is not among those that are known; nearest:"
            + " Aetna (AETNA); to map it, give the reader a PayerMap with its row"
      })
  void payerIsToldByItsNameAndItsId(String columns, String cells, String payer, String notice) {
    PlacedClaim claim =
        read("procedureCode,dateOfService," + columns + "\n76496,2026-03-02," + cells + "\n")
            .claims
            .get(0);

    Payer found = claim.claim().payer();
    assertEquals(payer, found + " " + found.lineOfBusiness());
    assertEquals(notice == null ? "" : notice, claim.payerNotice());
  }

  @ParameterizedTest
  @CsvSource({
    "'procedureCode,dateOfService', true",
    "'\ufeffclaim id;Procedure_Code;x;DATEOFSERVICE', true",
    "'sep=;', true",
    "'\ufeff\"sep=,\"', true",
    "'sep=', false",
    "'procedureCode', false",
    "'{\"procedureCode\":1,\"dateOfService\":2}', false",
    "'ISA*00*procedureCode*dateOfService', false",
    "'\"procedureCode,dateOfService', false",
    "'', false"
  })
  void headerIsToldByItsColumns(String line, boolean expected) {
    assertEquals(expected, CsvClaimReader.isHeader(line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "procedureCode,dateOfService,modifers|column 3: modifers: unknown, and one letter from"
            + " modifiers; write that, or another title if something else is meant",
        "procedureCode,dateOfService,palceOfService|column 3: palceOfService: unknown, and one"
            + " letter from placeOfService; write that, or another title if something else is"
            + " meant",
        "procedureCode,dateOfService,service_date|column 3: dateOfService: stands twice",
        "procedureCode,dateOfService,Date of service|column 3: dateOfService: stands twice",
        "procedureCode,day|no header with the columns procedureCode and dateOfService"
      })
  void brokenHeaderIsNamed(String header, String reason) {
    assertEquals(List.of(Problem.at("row 1", reason)), read(header + "\nC1,C2,C3\n").problems);
  }

  @Test
  void rowsOfOneClaimThatStandTogetherAreOneClaim() {
    ReceivedClaims received =
        read(
            HEADER
                + "C1,47533,2026-03-02,\n\nC1,76496,2026-03-02,\nC2,76496,2026-03-02,\n"
                + ",76496,2026-03-02,\n,76496,2026-03-02,\n");

    assertEquals(List.of(), received.problems);
    assertEquals(List.of("rows 2 to 4", "row 5", "row 6", "row 7"), places(received));
    assertEquals(2, received.claims.get(0).claim().lines().size());
  }

  @Test
  void rowsOfOneClaimThatStandApartAreOneClaim() {
    ReceivedClaims received =
        read(HEADER + "C1,76496,2026-03-02,\nC2,76496,2026-03-02,\nC1,47533,2026-03-02,\n");

    assertEquals(List.of(), received.problems);
    assertEquals(List.of("rows 2, 4", "row 3"), places(received));
    assertEquals(
        List.of("76496", "47533"),
        received.claims.get(0).claim().lines().stream().map(ServiceLine::procedureCode).toList());
  }

  @Test
  void brokenRowThatStandsApartCostsItsClaim() {
    ReceivedClaims received =
        read(HEADER + "C1,76496,2026-03-02,\nC2,76496,2026-03-02,\nC1,47533,2026-03-02\n");

    assertEquals(List.of("row 3"), places(received));
    assertEquals(
        List.of(new Problem("C1", "row 4", "has 3 cells, and the header has 4")),
        received.problems);
  }

  @Test
  void rowThatComesTooLateIsNamed() {
    String other = ",99213,2026-03-02,\n";

    ReceivedClaims received =
        read(
            HEADER
                + "C1,76496,2026-03-02,\n"
                + other.repeat(50_000)
                + "C1,47533,2026-03-02,\nC2,76496,2026-03-02,\nC2,47533,2026-03-02,\n");

    assertEquals(50_002, received.claims.size());
    assertEquals(
        List.of(
            new Problem(
                "C1",
                "row 50003",
                "claimId: came before, further than the reader looks back, and the rows before"
                    + " were taken for the whole claim; sort the file by claimId")),
        received.problems);
  }

  @Test
  void unknownColumnsAreNamedAndNotRead() {
    ReceivedClaims received =
        read(
            """
            person_id,claimId,procedureCode,dateOfService,1 Main St.
            P1,C1,76496,2026-03-02,x
            """);

    assertEquals(List.of(), received.problems);
    assertEquals(ServiceLine.builder(1, "76496", DAY).build(), onlyLine(received));
    assertEquals(
        List.of(
            Problem.at(
                "row 1",
                "columns 1 person_id, 5 (a title that is no name): not known, so" + " not read")),
        received.notices);
  }

  @Test
  void ofManyUnknownColumnsTheFirstAreNamed() {
    String many = IntStream.range(1, 31).mapToObj(i -> ",u" + i).collect(Collectors.joining());

    String notice = read("procedureCode,dateOfService" + many + "\n").notices.get(0).reason();

    assertTrue(notice.endsWith("22 u20 and 10 more: not known, so not read"), notice);
  }

  private static ServiceLine onlyLine(ReceivedClaims received) {
    assertEquals(1, received.claims.size());
    return received.claims.get(0).claim().lines().get(0);
  }

  /** Columns as CMS, the Tuva project and a converter of 837 files name them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "CLM_ID|LINE_NUM|LINE_PLACE_OF_SRVC_CD|LINE_1ST_EXPNS_DT|LINE_LAST_EXPNS_DT|HCPCS_CD"
            + "|HCPCS_1ST_MDFR_CD|HCPCS_2ND_MDFR_CD!C1|3|22|02-MAR-2026|04-Mar-2026|76496|26|XU",
        "claim_id,claim_line_number,claim_line_start_date,claim_line_end_date,"
            + "place_of_service_code,hcpcs_code,hcpcs_modifier_1,hcpcs_modifier_2,hcpcs_modifier_5"
            + "!C1,3,2026-03-02,2026-03-04,22,76496,26,XU,",
        "PatientControlNumber,LineNum,LineProcedureCode,LineProcedureModifier1Code,"
            + "LineProcedureModifier2Code,LinePlaceOfServiceCode,LineServiceDateFrom,"
            + "LineServiceDateTo!C1,3,76496,26,XU,22,2026-03-02,2026-03-04"
      })
  void publicLayoutsAreRead(String header, String row) {
    ReceivedClaims received = read(header + "\n" + row + "\n");

    assertEquals(List.of(), received.problems);
    assertEquals(List.of(), received.notices);
    assertEquals("C1", received.claims.get(0).id());
    assertEquals(
        ServiceLine.builder(3, "76496", DAY)
            .through(DAY.plusDays(2))
            .placeOfService("22")
            .modifiers("26", "XU")
            .build(),
        onlyLine(received));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02",
        "20260302",
        "2026/03/02",
        "2026-3-2",
        "2026-03-02 00:00:00",
        "2026-03-02T00:00:00.000Z",
        "2026-03-02 13:45",
        "3/2/2026",
        "03/02/2026",
        "03-02-2026",
        "3/2/2026 12:00:00 AM",
        "02-MAR-2026",
        "2 Mar 2026"
      })
  void commonDatesAreRead(String date) {
    ReceivedClaims received = read("procedureCode,dateOfService\n76496," + date + "\n");

    assertEquals(List.of(), received.problems);
    assertEquals(DAY, onlyLine(received).dateOfService());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13/2/2026|the first number is no month, so month and day cannot be told; write it as"
            + " 2026-03-02",
        "3/2/26|a year of two digits can be read in more than one way; write it as 2026-03-02",
        "02-MAR-26|a year of two digits can be read in more than one way; write it as 2026-03-02",
        "2.3.2026|with points, month and day can be read in more than one way; write it as"
            + " 2026-03-02",
        "2026-02-30|expected a date such as 2026-03-02",
        "20260230|expected a date such as 2026-03-02",
        "202632|expected a date such as 2026-03-02",
        "02-XXX-2026|expected a date such as 2026-03-02",
        "46083|expected a date such as 2026-03-02",
        "2026-03/02|expected a date such as 2026-03-02"
      })
  void otherDatesAreRefused(String date, String reason) {
    assertEquals(
        List.of(Problem.at("row 2", "dateOfService: " + reason)),
        read("procedureCode,dateOfService\n76496," + date + "\n").problems);
  }

  @Test
  void serviceThatEndsBeforeItBeginsIsRefused() {
    assertEquals(
        List.of(Problem.at("row 2", "line 1: dateOfServiceEnd: must not lie before dateOfService")),
        read("procedureCode,dateOfService,dateOfServiceEnd\n76496,2026-03-02,2026-03-01\n")
            .problems);
  }

  @Test
  void lineHoldsFourModifiers() {
    assertEquals(
        List.of(Problem.at("row 2", "line 1: modifiers: 5 given; a claim line holds at most four")),
        read("""
        procedureCode,dateOfService,modifier1,modifier2,modifier3,modifier4,modifier5
        76496,2026-03-02,26,XU,LT,RT,22
        """)
            .problems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "C1,,2026-03-02,|procedureCode: missing",
        "C1,76496,March 2,|dateOfService: expected a date such as 2026-03-02",
        "C1,76496-26,2026-03-02,|line 1: procedureCode: resembles 76496 but is not those five ASCII"
            + " digits; correct the code, and put modifiers in their own field",
        "C1,76496,2026-03-02|has 3 cells, and the header has 4",
        "C1,76496,2026-03-02,a,b|has 5 cells, and the header has 4",
        "C1,76496,2026-03-02,\"a|a quote is opened and never closed"
      })
  void brokenRowCostsItsClaimOnly(String row, String reason) {
    ReceivedClaims received = read(HEADER + row + "\nC2,76496,2026-03-02,\n");

    assertEquals(List.of(new Problem("C1", "row 2", reason)), received.problems);
    assertEquals(List.of("row 3"), places(received));
  }

  @ParameterizedTest
  @CsvSource({"units,-1", "units,many", "placeOfService,2", "modifiers,265", "revenueCode,3"})
  void whatBearsOnNothingOnAnotherLineCostsNothing(String column, String cell) {
    String header = "claimId,procedureCode,dateOfService," + column + "\n";

    ReceivedClaims received =
        read(header + "C1,76496,2026-03-02,\nC1,99213,2026-03-02," + cell + "\n");

    assertEquals(List.of(), received.problems);
    assertEquals(
        List.of(
            ServiceLine.builder(1, "76496", DAY).build(),
            ServiceLine.builder(2, "99213", DAY).build()),
        received.claims.get(0).claim().lines());
    assertEquals(1, read(header + "C1,76496,2026-03-02," + cell + "\n").problems.size());
  }

  @Test
  void quotedCellsGoOverLines() {
    ReceivedClaims received =
        read(HEADER + "C1,76496,2026-03-02,\"a \"\"b\"\",\nc\"\nC2,76496,2026-03-02,5\" TUBE\n");

    assertEquals(List.of(), received.problems);
    assertEquals(List.of("row 2", "row 3"), places(received));
    assertEquals("a \"b\",\nc", received.claims.get(0).claim().lines().get(0).note());
    assertEquals("5\" TUBE", received.claims.get(1).claim().lines().get(0).note());
  }

  @Test
  void rowOfUnknownClaimCostsItsNeighbors() {
    ReceivedClaims received =
        read(
            HEADER
                + "C1,76496,2026-03-02,\nC2,76496,2026-03-02,\n\"C\"2,76496,2026-03-02,\n"
                + "C3,76496,2026-03-02,\nC4,76496,2026-03-02,\n");

    String mayBelong = "row 4 could not be read and may belong to this claim";
    assertEquals(
        List.of(
            Problem.at("row 4", "a quoted cell goes on after its closing quote"),
            new Problem("C2", "row 4", mayBelong),
            new Problem("C3", "row 5", mayBelong)),
        received.problems);
    assertEquals(List.of("row 2", "row 6"), places(received));
  }

  @Test
  void rowsThatDisagreeAboutTheClaimAreNamed() {
    ReceivedClaims received =
        read(
            """
            claimId,form,procedureCode,dateOfService
            C1,PROFESSIONAL,76496,2026-03-02
            C1,,76496,2026-03-02
            C1,INSTITUTIONAL,76496,2026-03-02
            """);

    assertEquals(
        List.of(new Problem("C1", "row 4", "form: not the same as in the first row of the claim")),
        received.problems);
    assertEquals(List.of(), received.claims);
  }

  @Test
  void linesThatAreNotUtf8AreTakenForLatin1() throws IOException {
    ReceivedClaims received = new ReceivedClaims();
    byte[] csv = (HEADER + "C1,76496,2026-03-02,caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);

    new CsvClaimReader().read(new ByteArrayInputStream(csv), received);

    assertEquals("caf\u00e9", received.claims.get(0).claim().lines().get(0).note());
  }

  @Test
  void lineOfHundredMegabytesIsRefusedAndTheNextIsRead() throws IOException {
    ReceivedClaims received = new ReceivedClaims();

    new CsvClaimReader()
        .read(
            new SequenceInputStream(
                new SequenceInputStream(
                    text(HEADER + "C1,76496,2026-03-02,\nC2,"),
                    new RepeatedBytes("0", 100_000_000)),
                text("\nC3,76496,2026-03-02,\nC4,76496,2026-03-02,\n")),
            received);

    assertEquals(List.of("row 5"), places(received));
    assertEquals(Problem.at("row 3", "longer than 1 MB"), received.problems.get(0));
    assertEquals(3, received.problems.size());
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void headerAloneHoldsNoClaim() {
    assertEquals(List.of(Problem.of("holds no claim")), read(HEADER).problems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "47533-52",
        "HC:47533",
        "475 33",
        "47533.",
        "4753\uff13",
        "52",
        "47533.0",
        "Biliary drainage"
      })
  void textThatIsNoCodeBeside76496RefusesTheClaim(String code) {
    String rows = HEADER + "C1,76496,2026-03-02,\nC1," + code + ",2026-03-02,\n";

    assertEquals(
        List.of(
            new Problem(
                "C1",
                "row 3",
                "line 2: procedureCode: must be five letters and digits, such as 76496 or J3490;"
                    + " correct the code, and put modifiers in their own field")),
        read(rows).problems);
  }

  @Test
  void rowThatCannotBeReadCostsNothingWhereNothingElseIsBilled() {
    ReceivedClaims received =
        read(HEADER + "C1,47533-52,2026-03-02,\nC1,99213,03.02.2026,\nC1,85025,2026-03-02,\n");

    assertEquals(List.of(), received.problems);
    assertEquals(
        List.of(ServiceLine.builder(3, "85025", DAY).build()),
        received.claims.get(0).claim().lines());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sep=;\nprocedureCode;dateOfService;note\n76496;2026-03-02;a, b\n",
        "\ufeffSEP=|\r\nprocedureCode|dateOfService|note\r\n76496|2026-03-02|a, b\r\n",
        "\"sep=\t\"\nprocedureCode\tdateOfService\tnote\n76496\t2026-03-02\ta, b\n"
      })
  void separatorMayBeToldBeforeTheHeader(String csv) {
    ReceivedClaims received = read(csv);

    assertEquals(List.of(), received.problems);
    assertEquals(List.of("row 2"), places(received));
    assertEquals("a, b", received.claims.get(0).claim().lines().get(0).note());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sep=,|no header with the columns procedureCode and dateOfService",
        "sep=:|sep= tells a separator that is not read: comma, semicolon, tab and vertical bar are"
      })
  void separatorThatIsToldIsHonored(String separator, String reason) {
    assertEquals(
        List.of(Problem.at("row 1", reason)),
        read(separator + "\nprocedureCode;dateOfService\n76496;2026-03-02\n").problems);
  }

  @Test
  void rowOfARevenueCodeAloneIsNoLine() {
    ReceivedClaims received =
        read(
            """
            claimId,revenueCode,procedureCode,dateOfService
            C1,0250,,
            C1,320,76496,2026-03-02
            C1,0120,,2026-03-02
            """);

    assertEquals(List.of(), received.problems);
    assertEquals(
        List.of(ServiceLine.builder(2, "76496", DAY).revenueCode("0320").build()),
        received.claims.get(0).claim().lines());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "placeOfService|11.0|line 1: placeOfService: must be two digits, such as 22",
        "placeOfService|1|line 1: placeOfService: must be two digits, such as 22",
        "revenueCode|320.0|line 1: revenueCode: must be four digits, such as 0320",
        "modifiers|2659|line 1: modifiers: each must be two letters or digits, such as 26",
        "modifiers|26;59|line 1: modifiers: each must be two letters or digits, such as 26",
        "modifier1|26 59|line 1: modifiers: each must be two letters or digits, such as 26",
        "units|one|units: expected a number",
        "payerFamily|AENTA|payerFamily: expected one of AETNA, BCBS, CIGNA, HUMANA, MEDICAID,"
            + " MEDICARE, UNITED_HEALTHCARE, OTHER, UNKNOWN",
        "lineOfBusiness|PPO|lineOfBusiness: expected one of COMMERCIAL, MEDICARE_FFS,"
            + " MEDICARE_ADVANTAGE, MEDICAID, OTHER"
      })
  void whatStandsInAnotherFormIsRefused(String column, String cell, String reason) {
    assertEquals(
        List.of(Problem.at("row 2", reason)),
        read("procedureCode,dateOfService," + column + "\n76496,2026-03-02," + cell + "\n")
            .problems);
  }

  @Test
  void noMessageRepeatsACell() {
    int runs = 0;
    for (Column marked : Column.values()) {
      StringBuilder header = new StringBuilder("procedureCode,dateOfService");
      StringBuilder row = new StringBuilder();
      row.append(marked == Column.PROCEDURE_CODE ? "76496 ZQX" : "76496");
      row.append(marked == Column.DATE_OF_SERVICE ? ",ZQX" : ",2026-03-02");
      if (marked != Column.PROCEDURE_CODE && marked != Column.DATE_OF_SERVICE) {
        header.append(',').append(marked.title());
        row.append(",ZQX ZQX1");
      }
      for (Problem problem : read(header + "\n" + row + "\n").problems) {
        assertFalse(problem.in("file").contains("ZQX"), problem.reason());
        runs++;
      }
    }
    assertTrue(runs > 15, "only " + runs + " columns are checked");
  }
}
