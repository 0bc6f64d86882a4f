package io.github.cpt76496.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.Claim;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.ReceivedClaims;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which notes, documents, dates and payers of an 837 count, and where they stand. */
class X12PlacesTest {

  private static final String[] SUBSCRIBER = {"HL*2*1*22*0", "SBR*P*18*******CI", "NM1*PR*2*AETNA"};
  private static final String[] CLAIM = {"CLM*C1*100***22:B:1"};
  private static final String[] LINE = {"LX*1", "SV1*HC:76496*100*UN*1", "DTP*472*D8*20260302"};

  private static String[] segments(String... segments) {
    return segments;
  }

  private static String[] join(String[]... groups) {
    return Stream.of(groups).flatMap(Stream::of).toArray(String[]::new);
  }

  private static ReceivedClaims read(String[]... groups) {
    return ReceivedClaims.from(new X12ClaimReader(), Interchange.professional(join(groups)));
  }

  private static Claim only(ReceivedClaims received) {
    assertEquals(List.of(), received.problems);
    assertEquals(1, received.claims.size());
    return received.claims.get(0).claim();
  }

  private static List<String> reasons(List<Problem> problems) {
    return problems.stream().map(Problem::reason).toList();
  }

  private static String notCounted(String fact) {
    return fact
        + ", so the note counts as no description of the service; a description stands under ADD";
  }

  private static String misplaced(String segment, String after) {
    return segment + " stands after " + after + ", where the guide has none, so it was not counted";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALG", "CER", "DCP", "DGN", "DME", "MED", "NTR", "ODT", "RHB", "RLH", "RNH", "SET", "SFM",
        "SPT", "TPO", "UPI"
      })
  void noteOfAnotherKindIsNamedAndNotCounted(String qualifier) {
    String[] note = {"NTE*" + qualifier + "*A STUDY"};

    ReceivedClaims onClaim = read(SUBSCRIBER, CLAIM, note, LINE);
    assertEquals("", only(onClaim).note());
    assertEquals(
        List.of(new Problem("C1", "transaction 1, segment 8", notCounted("NTE01 is " + qualifier))),
        onClaim.notices);

    ReceivedClaims onLine = read(SUBSCRIBER, CLAIM, LINE, note);
    assertEquals("", only(onLine).lines().get(0).note());
    assertEquals(
        List.of(
            new Problem("C1", "transaction 1, segment 11", notCounted("NTE01 is " + qualifier))),
        onLine.notices);
  }

  @ParameterizedTest
  @CsvSource({"'',NTE01 is empty", "ZQX,NTE01 is none of the qualifiers of the guide"})
  void noteOfNoKindIsNamedAndNotCounted(String qualifier, String fact) {
    ReceivedClaims received = read(SUBSCRIBER, CLAIM, segments("NTE*" + qualifier + "*A"), LINE);

    assertEquals("", only(received).note());
    assertEquals(List.of(notCounted(fact)), reasons(received.notices));
  }

  @Test
  void noteThatAddsToTheClaimCountsInBothForms() {
    assertEquals(
        "A STUDY", only(read(SUBSCRIBER, CLAIM, segments("NTE*ADD*A STUDY"), LINE)).note());
    ReceivedClaims institutional =
        ReceivedClaims.from(
            new X12ClaimReader(),
            Interchange.institutional(
                join(
                    SUBSCRIBER,
                    segments("CLM*C1*100***13:A:1", "NTE*ALG*PENICILLIN", "NTE*ADD*A STUDY"),
                    segments("LX*1", "SV2*0320*HC:76496*1*UN*1", "DTP*472*D8*20260302"),
                    segments("NTE*TPO*REPRICED", "NTE*ADD*OF THE HIP"))));

    assertEquals("A STUDY", only(institutional).note());
    assertEquals("OF THE HIP", only(institutional).lines().get(0).note());
    assertEquals(
        List.of(notCounted("NTE01 is ALG"), notCounted("NTE01 is TPO")),
        reasons(institutional.notices));
  }

  @Test
  void noteThatBearsOnNothingIsNotNamed() {
    String[] other = {"LX*2", "SV1*HC:99213*100*UN*1", "DTP*472*D8*20260302", "NTE*TPO*X"};

    assertEquals(List.of(), read(SUBSCRIBER, CLAIM, LINE, other).notices);
    assertEquals(List.of(), read(SUBSCRIBER, CLAIM, segments("NTE*CER*X"), other).notices);
    assertEquals(List.of(), read(SUBSCRIBER, CLAIM, segments("NTE*CER"), LINE).notices);
  }

  @Test
  void noteAndDocumentAfterAProviderAreOfTheClaim() {
    ReceivedClaims received =
        read(SUBSCRIBER, CLAIM, segments("NM1*82*1*READER", "NTE*ADD*A STUDY", "PWK*M1*BM"), LINE);

    assertEquals("A STUDY", only(received).note());
    assertEquals(Set.of(DocumentationItem.CLINICAL_RECORDS), only(received).attachments());
    assertEquals(List.of(), received.notices);
  }

  @Test
  void noteAndDocumentAfterAnotherPayerAreNamed() {
    ReceivedClaims received =
        read(
            SUBSCRIBER,
            CLAIM,
            segments("SBR*S*18*******CI", "NM1*PR*2*CIGNA", "NTE*ADD*A STUDY", "PWK*M1*BM"),
            LINE);

    assertEquals("", only(received).note());
    assertEquals(Set.of(), only(received).attachments());
    assertEquals(
        List.of(misplaced("NTE", "SBR of another payer"), misplaced("PWK", "SBR of another payer")),
        reasons(received.notices));
  }

  @Test
  void dateNoteAndDocumentAfterADrugOrProviderAreOfTheLine() {
    ReceivedClaims received =
        read(
            SUBSCRIBER,
            CLAIM,
            segments("LX*1", "SV1*HC:76496*100*UN*1", "LIN**N4*00000000000", "CTP****1*UN"),
            segments("DTP*472*D8*20260302", "NM1*82*1*READER", "NTE*ADD*OF THE HIP", "PWK*PY*BM"));

    assertEquals(LocalDate.of(2026, 3, 2), only(received).lines().get(0).dateOfService());
    assertEquals("OF THE HIP", only(received).lines().get(0).note());
    assertEquals(Set.of(DocumentationItem.PROCEDURE_REPORT), only(received).attachments());
    assertEquals(List.of(), received.notices);
  }

  @Test
  void whatStandsAfterAnotherPayersAdjudicationIsNamed() {
    String[] adjudication = {"SVD*1*50*HC:76496**1", "DTP*573*D8*20260401"};
    String[] after = {"DTP*472*D8*20200101", "NTE*ADD*A", "PWK*PY*BM"};

    ReceivedClaims received = read(SUBSCRIBER, CLAIM, LINE, adjudication, after);

    assertEquals("", only(received).lines().get(0).note());
    assertEquals(Set.of(), only(received).attachments());
    assertEquals(
        List.of(misplaced("DTP*472", "SVD"), misplaced("NTE", "SVD"), misplaced("PWK", "SVD")),
        reasons(received.notices));
    assertEquals(
        List.of(
            "line 1: DTP*472 (date of service): stands after SVD, where it is not the line's; put"
                + " it before"),
        reasons(
            read(SUBSCRIBER, CLAIM, segments("LX*1", "SV1*HC:76496*100*UN*1"), adjudication, after)
                .problems));
  }

  @Test
  void lineHasOneDate() {
    assertEquals(
        List.of("line 1: DTP*472 (date of service): two that differ"),
        reasons(read(SUBSCRIBER, CLAIM, LINE, segments("DTP*472*D8*20260303")).problems));
    only(read(SUBSCRIBER, CLAIM, LINE, segments("DTP*472*D8*20260302")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CLM*C1*100***22:B:8|CLM05-3 is 8: the claim voids an earlier one; it was answered as if it"
            + " billed",
        "CLM*C1*100***22:B:1**************PB|CLM19 is PB: not a claim for payment; it was answered"
            + " as if it were"
      })
  void whatIsNoBillIsAnsweredWithANotice(String claim, String notice) {
    ReceivedClaims received = read(SUBSCRIBER, segments(claim), LINE);

    only(received);
    assertEquals(List.of(new Problem("C1", "transaction 1, segment 7", notice)), received.notices);
    String[] other = {"LX*1", "SV1*HC:99213*100*UN*1", "DTP*472*D8*20260302"};
    assertEquals(List.of(), read(SUBSCRIBER, segments(claim), other).notices);
  }

  @Test
  void documentOfATypeThatIsNotKnownIsNamed() {
    String fact =
        "PWK01 names no document that the reader knows, so the document counts as none of those"
            + " that payers ask for";

    assertEquals(
        List.of(fact), reasons(read(SUBSCRIBER, CLAIM, segments("PWK*B3*BM"), LINE).notices));
    assertEquals(
        List.of(fact), reasons(read(SUBSCRIBER, CLAIM, LINE, segments("PWK*OZ*EL")).notices));
    assertEquals(List.of(), read(SUBSCRIBER, CLAIM, segments("PWK*B3*AA"), LINE).notices);
  }

  private static List<String> payers(ReceivedClaims received) {
    return received.claims.stream()
        .map(PlacedClaim::claim)
        .map(claim -> claim.payer().toString())
        .toList();
  }

  @Test
  void dependentHasThePayerOfTheSubscriberThatHl02Names() {
    ReceivedClaims received =
        read(
            SUBSCRIBER,
            segments("HL*3*1*22*1", "SBR*P*18*******CI", "NM1*PR*2*CIGNA"),
            segments("HL*4*2*23*0", "PAT*19"),
            CLAIM,
            LINE,
            segments("HL*5*3*23*0", "PAT*19"),
            CLAIM,
            LINE);

    assertEquals(List.of(), received.problems);
    assertEquals(List.of("AETNA", "CIGNA"), payers(received));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HL*3*9*23*0|HL02 of the patient names no subscriber (HL*22) before it, so it cannot be"
            + " told who the payer is",
        "HL*3**23*0|HL02 of the patient names no subscriber (HL*22) before it, so it cannot be told"
            + " who the payer is",
        "HL*3*2*19*0|HL03 of the level above the claim is none of 20, 22 and 23, so it cannot be"
            + " told who the payer is",
        "NM1*PR*2*CIGNA|two payers (NM1*PR) stand in one loop before the claim, so it cannot be"
            + " told who the payer is",
        "SBR*P*18*******MB|two subscribers (SBR) stand in one loop before the claim, so it cannot"
            + " be told who the payer is"
      })
  void claimWhosePayerTheLoopsDoNotTellIsRefused(String segment, String reason) {
    ReceivedClaims received =
        read(SUBSCRIBER, segments(segment), CLAIM, LINE, SUBSCRIBER, CLAIM, LINE);

    assertEquals(List.of(new Problem("C1", "transaction 1, segment 8", reason)), received.problems);
    assertEquals(List.of("AETNA"), payers(received));
    String[] other = {"LX*1", "SV1*HC:99213*100*UN*1", "DTP*472*D8*20260302"};
    only(read(SUBSCRIBER, segments(segment), CLAIM, other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"IL", "PR"})
  void subscriberOrPayerWithoutItsLoopRefusesTheClaim(String entity) {
    String[] name = {"NM1*" + entity + "*2*CIGNA"};

    ReceivedClaims next =
        read(SUBSCRIBER, CLAIM, LINE, name, segments("CLM*C2*100***22:B:1"), LINE);
    assertEquals(List.of("AETNA"), payers(next));
    assertEquals(
        List.of(
            new Problem(
                "C2",
                "transaction 1, segment 12",
                "NM1*"
                    + entity
                    + " stands among the lines of the claim before, without HL, so it cannot be"
                    + " told who the payer is")),
        next.problems);

    ReceivedClaims own = read(SUBSCRIBER, CLAIM, name, LINE);
    assertEquals(List.of(), own.claims);
    assertEquals(
        List.of(
            "NM1*"
                + entity
                + " stands after CLM without SBR, so it cannot be told who the payer is"),
        reasons(own.problems));
  }

  @Test
  void samePayerTwiceIsNoDoubt() {
    String[] twice = {"NM1*PR*2*AETNA*****PI*1", "NM1*PR*2*AETNA*****PI*1"};

    assertEquals(
        List.of("AETNA"),
        payers(read(segments("HL*2*1*22*0", "SBR*P*18*******CI"), twice, CLAIM, LINE)));
  }

  @Test
  void oldestOfManySubscribersIsForgottenAndNotGuessed() {
    String[] many =
        Stream.iterate(3, i -> i + 1)
            .limit(100)
            .map(i -> "HL*" + i + "*1*22*1")
            .toArray(String[]::new);

    ReceivedClaims received = read(SUBSCRIBER, many, segments("HL*200*2*23*0"), CLAIM, LINE);

    assertEquals(List.of(), received.claims);
    assertEquals(
        List.of(
            "HL02 of the patient names no subscriber (HL*22) before it, so it cannot be told who"
                + " the payer is"),
        reasons(received.problems));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SV1*HC:99213*100*UN*-1",
        "SV1*HC:99213*100*UN*1E3",
        "SV1*HC:99213:X*100*UN*1",
        "SV1*HC:99213*100*UN*1*2"
      })
  void whatBearsOnNothingOnAnotherLineCostsNothing(String service) {
    Claim claim =
        only(read(SUBSCRIBER, CLAIM, LINE, segments("LX*2", service, "DTP*472*D8*20260302")));

    assertEquals("99213", claim.lines().get(1).procedureCode());
    assertEquals(LocalDate.of(2026, 3, 2), claim.lines().get(1).dateOfService());
  }

  @Test
  void typeOfBillBearsOnNothingWithout76496() {
    ReceivedClaims received =
        ReceivedClaims.from(
            new X12ClaimReader(),
            Interchange.institutional(
                join(
                    SUBSCRIBER,
                    segments("CLM*C1*89.93**14:A:1*A*Y*Y"),
                    segments("LX*1", "SV2*0320*HC:93005*1*UN*1", "DTP*472*D8*20260302"))));

    assertEquals("", only(received).typeOfBill());
  }
}
