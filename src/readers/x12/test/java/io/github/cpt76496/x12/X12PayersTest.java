package io.github.cpt76496.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.ReceivedClaims;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which segments of an 837 tell its payers. */
class X12PayersTest {

  private static final String[] CLAIM = {
    "CLM*C1*100***22:B:1", "LX*1", "SV1*HC:99213*100*UN*1", "DTP*472*D8*20260302"
  };

  private static final PayerMap PAYERS =
      PayerMap.builder()
          .id("P1", Payer.of(Family.AETNA))
          .name("HEALTH OF *", Payer.of(Family.CIGNA))
          .build();

  private PlacedClaim read(String... segments) {
    ReceivedClaims received =
        ReceivedClaims.from(new X12ClaimReader(PAYERS), Interchange.professional(segments));
    assertEquals(List.of(), received.problems);
    return received.claims.get(0);
  }

  private static String[] with(String... before) {
    return Stream.of(before, CLAIM).flatMap(Stream::of).toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "NM1*PR*2*NOBODY*****PI*P1,AETNA",
    "NM1*PR*2*NOBODY*****XV*p1,AETNA",
    "NM1*PR*2*NOBODY*****24*P1,OTHER",
    "NM1*PR*2*NOBODY~REF*2U*P1,AETNA",
    "NM1*PR*2*NOBODY~N3*STREET~REF*FY*P1,AETNA",
    "NM1*PR*2*NOBODY*****PI*9~REF*NF*P1,AETNA",
    "NM1*PR*2*NOBODY~REF*EI*P1,AETNA",
    "NM1*PR*2*NOBODY~REF*G2*P1,OTHER",
    "NM1*PR*2*NOBODY~NM1*PE*2*PLAN~REF*2U*P1,OTHER",
    "REF*2U*P1~NM1*PR*2*NOBODY,OTHER",
    "NM1*IL*1*DOE*A****MI*P1,UNKNOWN",
    "NM1*PR*2*Health of Nobody,CIGNA"
  })
  void payerIsToldByItsOwnLoop(String segments, String family) {
    PlacedClaim claim = read(with("HL*2*1*22*0", "SBR*P", segments));

    assertEquals(family, claim.claim().payer().toString());
    assertEquals(List.of(), claim.otherPayers());
  }

  /** As public samples write them; the id is NM109 with PI, and no number of another kind. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SBR*P*18*******CI~NM1*PR*2*AETNA HEALTH INC*****PI*00001|AETNA COMMERCIAL|",
        "SBR*P*18*******BL~NM1*PR*2*ANTHEM BLUE CROSS AND BLUE SHIELD|BCBS/ANTHEM NOT_STATED|",
        "SBR*P*18*******MB~NM1*PR*2*NOVITAS SOLUTIONS INC|MEDICARE/NOVITAS MEDICARE_FFS|",
        "SBR*P*18~NM1*PR*2*ANY*****PI*60054|AETNA NOT_STATED|",
        "SBR*P*18~NM1*PR*2*ANY~REF*NF*60054|OTHER NOT_STATED|its name is not among those that are"
            + " known; none is near it; to map it, give the reader a PayerMap with its row"
      })
  void payerIsToldByTheNamesAndIdsThatAreKnown(String segments, String expected, String notice) {
    PlacedClaim claim = read(with("HL*2*1*22*0", segments));

    Payer found = claim.claim().payer();
    assertEquals(expected, found + " " + found.lineOfBusiness());
    assertEquals(notice == null ? "" : notice, claim.payerNotice());
  }

  @Test
  void otherPayersArePassedOnInOrder() {
    PlacedClaim claim =
        read(
            "HL*2*1*22*0",
            "SBR*P*18*******MB",
            "NM1*PR*2*PALMETTO GBA",
            "CLM*C1*100***22:B:1",
            "REF*2U*P1",
            "SBR*S*18*******CI",
            "CAS*PR*1*50",
            "NM1*IL*1*DOE*A****MI*P1",
            "NM1*PR*2*NOBODY",
            "REF*2U*P1",
            "SBR*T*18*******MC",
            "SBR*U",
            "NM1*PR*2*HEALTH OF ALL",
            "NM1*82*1*READER",
            "LX*1",
            "SV1*HC:99213*100*UN*1",
            "DTP*472*D8*20260302");

    assertEquals("MEDICARE/PALMETTO_GBA", claim.claim().payer().toString());
    assertEquals(
        List.of("AETNA COMMERCIAL", "MEDICAID MEDICAID", "CIGNA NOT_STATED"),
        claim.otherPayers().stream().map(p -> p + " " + p.lineOfBusiness()).toList());
  }
}
