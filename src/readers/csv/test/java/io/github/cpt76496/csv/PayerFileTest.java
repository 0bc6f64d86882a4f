package io.github.cpt76496.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.claims.MappedPayer;
import io.github.cpt76496.claims.PayerMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayerFileTest {

  private static final String HEADER = "payer_id,name_pattern,family,plan,line_of_business\n";
  private static final String FAMILIES =
      "AETNA, BCBS, CIGNA, HUMANA, MEDICAID, MEDICARE, UNITED_HEALTHCARE, OTHER, UNKNOWN";

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("payers.csv"), text, StandardCharsets.UTF_8);
  }

  private PayerMap map(String rows) throws IOException {
    try {
      return PayerFile.read(file(HEADER + rows));
    } catch (PayerMapException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private static Payer payer(PayerMap map, List<String> ids, String name, String indicator) {
    return map.payer("", ids, name, indicator).payer();
  }

  private void assertRefused(String text, String message) throws IOException {
    Path file = file(text);
    PayerMapException refused = assertThrows(PayerMapException.class, () -> PayerFile.read(file));
    assertEquals(file + message, refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PALMETTO GBA|MB|MEDICARE|PALMETTO_GBA|MEDICARE_FFS",
        "palmetto  g.b.a.|MB|MEDICARE||MEDICARE_FFS",
        "Palmetto, GBA.||MEDICARE|PALMETTO_GBA|MEDICARE_FFS",
        "MEDICARE PART B MARYLAND|MB|MEDICARE|NOVITAS|MEDICARE_FFS",
        "MEDICARE PART B MARYLAND||MEDICARE|NOVITAS|MEDICARE_FFS",
        "PAYER OF NO LIST||OTHER||NOT_STATED",
        "PAYER OF NO LIST|MB|MEDICARE||MEDICARE_FFS",
        "|MA|MEDICARE||MEDICARE_FFS",
        "||UNKNOWN||NOT_STATED",
        "|CI|UNKNOWN||COMMERCIAL",
        "|BL|BCBS||NOT_STATED",
        "|MC|MEDICAID||MEDICAID",
        "|16|UNKNOWN||MEDICARE_ADVANTAGE",
        "KEY INSURANCE COMPANY|CI|OTHER||COMMERCIAL",
        "AETNA|CI|AETNA||COMMERCIAL",
        "AETNA|HM|AETNA||NOT_STATED",
        "AETNA|MC|AETNA||MEDICAID",
        "Humana|16|HUMANA||MEDICARE_ADVANTAGE",
        "UNITED HEALTH CARE|12|UNITED_HEALTHCARE||NOT_STATED",
        "BLUE CROSS BLUE SHIELD OF NEBRASKA|BL|BCBS|NEBRASKA|NOT_STATED",
        "INDEPENDENCE BLUE CROSS|BL|BCBS|INDEPENDENCE|NOT_STATED",
        "AETNA|MB|UNKNOWN||NOT_STATED",
        "AETNA|BL|UNKNOWN||NOT_STATED",
        "MEDICARE|CI|UNKNOWN||NOT_STATED",
        "NORIDIAN|16|UNKNOWN||NOT_STATED",
        "NOVITAS SOLUTIONS|MC|UNKNOWN||NOT_STATED"
      })
  void payerIsWhatNameAndFilingIndicatorState(
      String name, String indicator, Family family, String plan, LineOfBusiness lineOfBusiness) {
    assertEquals(
        new Payer(family, plan == null ? "" : plan, lineOfBusiness),
        payer(
            PayerMap.packaged(),
            List.of(),
            name == null ? "" : name,
            indicator == null ? "" : indicator));
  }

  @Test
  void rowsOfTheUserComeFirst() throws IOException {
    PayerMap map =
        map(
            """
            60054,,AETNA,,
            "A,1",,BCBS,BOSTON,COMMERCIAL
            ,*medicaid * east*,MEDICAID,EAST,MEDICAID
            ,AETNA,CIGNA,,
            ,AET*,HUMANA,,
            s1 , st. mary ,OTHER,,other
            """);

    assertEquals(Payer.of(Family.AETNA), payer(map, List.of("60054"), "ANY", ""));
    assertEquals(Payer.of(Family.AETNA), payer(map, List.of("X", " 60054 "), "", ""));
    assertEquals(
        new Payer(Family.BCBS, "BOSTON", LineOfBusiness.COMMERCIAL),
        payer(map, List.of("a,1"), "", "BL"));
    assertEquals(
        new Payer(Family.MEDICAID, "EAST", LineOfBusiness.MEDICAID),
        payer(map, List.of(), "The Medicaid of the East", "MC"));
    assertEquals(Payer.of(Family.CIGNA), payer(map, List.of(), "Aetna", ""));
    assertEquals(Payer.of(Family.HUMANA), payer(map, List.of(), "Aetna Better Health", ""));
    Payer mary = new Payer(Family.OTHER, "", LineOfBusiness.OTHER);
    assertEquals(mary, payer(map, List.of("S1"), "", ""));
    assertEquals(mary, payer(map, List.of(), "ST. MARY", ""));
  }

  @Test
  void packagedRowsCountWhereNoRowOfTheUserDoes() throws IOException {
    PayerMap map = map("1,CIGN,AETNA,,\n");

    assertEquals(Payer.of(Family.CIGNA), payer(map, List.of("2"), "CIGNA", ""));
    assertEquals(Payer.of(Family.OTHER), payer(map, List.of("2"), "NOBODY", ""));
    assertEquals(Payer.UNKNOWN, payer(map, List.of("2"), "", ""));
  }

  @Test
  void numbersOfOtherKindsAreKnownToRowsOfTheUserAlone() throws IOException {
    PayerMap map = map("87726,,CIGNA,,\n");

    assertEquals(
        MappedPayer.of(Payer.of(Family.AETNA)),
        PayerMap.packaged().payer("60054", List.of("87726"), "", ""));
    assertEquals(
        MappedPayer.of(Payer.of(Family.CIGNA)), map.payer("60054", List.of("87726"), "", ""));
  }

  @Test
  void whatWasNotRecognizedIsToldWithTheNearestNamesAndTheCure() throws IOException {
    String cure = "; to map it, give the reader a PayerMap with its row";
    PayerMap packaged = PayerMap.packaged();

    for (int time = 0; time < 2; time++) {
      assertEquals(
          new MappedPayer(
              Payer.of(Family.OTHER),
              "its name is not among those that are known; nearest: Aetna (AETNA)" + cure),
          packaged.payer("", List.of(), "AENTA", ""));
    }
    assertEquals(
        new MappedPayer(
            new Payer(Family.MEDICARE, "", LineOfBusiness.MEDICARE_FFS),
            "its name is not among those that are known; none is near it" + cure),
        packaged.payer("", List.of(), "PAYER OF NO LIST", "MB"));
    assertEquals(
        new MappedPayer(Payer.UNKNOWN, "its id is not among those that are known" + cure),
        packaged.payer("NONE", List.of(), "", ""));
    assertEquals(
        new MappedPayer(
            Payer.UNKNOWN,
            "name, id and claim filing indicator mean different payers or programs, so none is"
                + " taken; correct the claim"),
        packaged.payer("60054", List.of(), "CIGNA", ""));
    assertEquals(
        new MappedPayer(
            Payer.of(Family.HUMANA),
            "name, id and claim filing indicator mean one payer and different programs, so it is"
                + " taken without a line of business; correct the claim"),
        packaged.payer("", List.of(), "HUMANA MEDICARE ADVANTAGE", "CI"));
    assertEquals(MappedPayer.of(Payer.UNKNOWN), packaged.payer("", List.of(), "", ""));
    assertEquals(
        MappedPayer.of(Payer.of(Family.AETNA)),
        map(",AENTA,AETNA,,\n").payer("", List.of(), "AENTA", ""));
  }

  @Test
  void factsThatContradictEachOtherNameNoPayer() throws IOException {
    PayerMap map = map("1,,AETNA,,COMMERCIAL\n2,,CIGNA,,\n");

    assertEquals(Payer.UNKNOWN, payer(map, List.of("1", "2"), "", ""));
    assertEquals(Payer.UNKNOWN, payer(map, List.of("1"), "", "16"));
    assertEquals(Payer.UNKNOWN, payer(map, List.of("2"), "", "MB"));
    assertEquals(
        new Payer(Family.CIGNA, "", LineOfBusiness.MEDICARE_ADVANTAGE),
        payer(map, List.of("2"), "", "16"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A*B|AB|true",
        "A*B|AXB|true",
        "A*B|A|false",
        "AB*BC|ABC|false",
        "*A*|XAX|true",
        "*A*B*|XBXA|false",
        "A**B|AB|true",
        "A*|BA|false",
        "a.c|ABC|false"
      })
  void starStandsForAnyText(String pattern, String name, boolean matches) throws IOException {
    Payer payer = payer(map("," + pattern + ",HUMANA,,"), List.of(), name, "");

    assertEquals(matches ? Family.HUMANA : Family.OTHER, payer.family());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,,AETNA,|has 4 cells, not 5: payer_id,name_pattern,family,plan,line_of_business",
        ",,AETNA,,|payer_id, name_pattern: give one of the two",
        ",*,AETNA,,|name_pattern: matches every name; add the text that the names share",
        "1,,,,|family: must be one of " + FAMILIES,
        "1,,ATENA,,|family: must be one of " + FAMILIES,
        "1,,AETNA,A B,|plan: must be at most 60 letters, digits and underscores, such as"
            + " PALMETTO_GBA, or empty",
        "1,,AETNA,,HMO|line_of_business: must be one of COMMERCIAL, MEDICARE_FFS,"
            + " MEDICARE_ADVANTAGE, MEDICAID, OTHER, NOT_STATED",
        "zero,,CIGNA,,|payer_id: listed twice; keep one of the rows",
        ",Zero*,CIGNA,,|name_pattern: listed twice; keep one of the rows"
      })
  void brokenRowIsRefusedWithItsLine(String row, String reason) throws IOException {
    assertRefused(HEADER + "ZERO,ZERO*,AETNA,,\n\n" + row, ", line 4: " + reason);
    assertRefused(HEADER + "ZERO,ZERO*,AETNA,,\r\n" + row + "\r\n", ", line 3: " + reason);
  }

  @Test
  void fileThatIsNoPayerFileIsRefused() throws IOException {
    assertRefused("", ": is empty; its first line must be " + HEADER.strip());
    assertRefused("id,family\n", ", line 1: the header must be " + HEADER.strip());
    assertRefused(
        HEADER + "\"1,,AETNA,,\n",
        ": is no CSV: a quotation mark is not closed, or stands inside a cell");
    assertThrows(NoSuchFileException.class, () -> PayerFile.read(folder.resolve("absent")));
  }

  @Test
  void byteOrderMarkIsNoPartOfTheHeader() throws Exception {
    PayerMap map = PayerFile.read(file("\uFEFF" + HEADER + "1,,AETNA,,"));

    assertEquals(Payer.of(Family.AETNA), payer(map, List.of("1"), "", ""));
  }
}
