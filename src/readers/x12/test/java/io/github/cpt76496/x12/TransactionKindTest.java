package io.github.cpt76496.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionKindTest {

  @ParameterizedTest
  @CsvSource({
    "005010X222,PROFESSIONAL",
    "005010X222A1,PROFESSIONAL",
    "005010X222A2,PROFESSIONAL",
    "005010X223,INSTITUTIONAL",
    "005010X223A2,INSTITUTIONAL",
    "005010X223A3,INSTITUTIONAL"
  })
  void claimsOf5010AreRead(String version, ClaimGuide guide) {
    assertEquals(Optional.of(guide), TransactionKind.of("837", version).guide());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "837|004010X098A1|X12 837 professional, 004010X098A1, which is version 4010; convert it to"
            + " 5010",
        "837|004010X096A1|X12 837 institutional, 004010X096A1, which is version 4010; convert it"
            + " to 5010",
        "837|005010X224A2|X12 837 dental, 005010X224A2",
        "837|005010X299|X12 837 of claims already adjudicated, 005010X299",
        "837|005010|X12 837, 005010",
        "999|005010X231A1|X12 999 acknowledgment, 005010X231A1",
        "275|006020X314|X12 275 attachment, 006020X314",
        "835|005010X221A1|X12 835 remittance, 005010X221A1",
        "JANE DOE|1 MAIN ST|X12 of a transaction set that is not recognized, version not recognized"
      })
  void othersAreNamed(String set, String version, String name) {
    TransactionKind kind = TransactionKind.of(set, version);

    assertEquals(Optional.empty(), kind.guide());
    assertEquals(
        name + "; this version reads 837 professional 005010X222 and 837 institutional 005010X223",
        kind.whyNotRead());
  }
}
