package io.github.cpt76496.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.Payer;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.ReceivedClaims;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a damaged file costs: the claim that is damaged, and what cannot be told without it. */
class X12DamageTest {

  private static final String IN_CLAIM = "NTE*ADD*NOTE";
  private static final String OF_SUBSCRIBER = "NM1*PR*2*AETNA*****PI*1";
  private static final String DOUBT =
      "a malformed segment before the claim may have held its subscriber or payer";
  private static final String BROKEN_ISA =
      "the ISA segment is not 106 characters long with its elements in their fixed places, so the"
          + " delimiters cannot be told";
  private static final String NOT_X12 = "what stands outside of the interchanges is not X12";

  /** C1 and C2 of one subscriber in segments 7 and 12, C3 of another in segment 19. */
  private static final String FILE =
      Interchange.professional(
          "HL*2*1*22*0",
          "SBR*P*18*******CI",
          OF_SUBSCRIBER,
          "CLM*C1*100***22:B:1",
          IN_CLAIM,
          "LX*1",
          "SV1*HC:76496*100*UN*1",
          "DTP*472*D8*20260302",
          "CLM*C2*100***22:B:1",
          "LX*1",
          "SV1*HC:99213*100*UN*1",
          "DTP*472*D8*20260302",
          "HL*3*1*22*0",
          "SBR*P*18*******MB",
          "CLM*C3*100***22:B:1",
          "LX*1",
          "SV1*HC:99213*100*UN*1",
          "DTP*472*D8*20260302");

  private static ReceivedClaims read(String text) {
    return ReceivedClaims.from(new X12ClaimReader(), text);
  }

  private static List<String> ids(ReceivedClaims received) {
    return received.claims.stream().map(PlacedClaim::id).toList();
  }

  private static String repeated(String file, int times) {
    return String.join("\n", Collections.nCopies(times, file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "nte*ADD*NOTE|does not begin with a segment identifier of two or three capitals and digits",
        "*ADD|does not begin with a segment identifier of two or three capitals and digits",
        "N*ADD|does not begin with a segment identifier of two or three capitals and digits",
        "NOTE*ADD|does not begin with a segment identifier of two or three capitals and digits",
        "\u00e9|does not begin with a segment identifier of two or three capitals and digits"
      })
  void malformedSegmentCostsItsClaim(String segment, String reason) {
    ReceivedClaims received = read(FILE.replace(IN_CLAIM, segment));

    assertEquals(
        List.of(new Problem("C1", "transaction 1, segment 8", "a segment of the claim " + reason)),
        received.problems);
    assertEquals(List.of("C2", "C3"), ids(received));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NTE*\u0000\u0001A|holds control characters",
        "'NTE*ADD\nREF*D9*1'|runs on over a line break into the next segment: its terminator is"
            + " missing"
      })
  void segmentThatMayHideOthersCostsTheClaimsOfItsSubscriberToo(String segment, String reason) {
    ReceivedClaims received = read(FILE.replace(IN_CLAIM, segment));

    assertEquals(
        List.of(
            new Problem("C1", "transaction 1, segment 8", "a segment of the claim " + reason),
            new Problem("C2", "transaction 1, segment 12", DOUBT)),
        received.problems);
    assertEquals(List.of("C3"), ids(received));
  }

  @Test
  void malformedSegmentsInARowAreNamedOnce() {
    ReceivedClaims received = read(FILE.replace("SBR*P*18*******CI", "1~2~3"));

    assertEquals(
        List.of(
            Problem.at(
                "transaction 1, segment 5",
                "the segment does not begin with a segment identifier of two or three capitals and"
                    + " digits"),
            new Problem("C1", "transaction 1, segment 9", DOUBT),
            new Problem("C2", "transaction 1, segment 14", DOUBT)),
        received.problems);
    assertEquals(List.of("C3"), ids(received));
  }

  @Test
  void claimIsNotGivenThePayerOfAnotherSubscriber_whenItsOwnIsMalformed() {
    ReceivedClaims malformed = read(FILE.replace("HL*3*1*22*0", "hl*3*1*22*0"));
    assertEquals(
        List.of(
            "C2: a segment of the claim does not begin with a segment identifier of two or"
                + " three capitals and digits"),
        malformed.problems.stream().map(p -> p.claimId() + ": " + p.reason()).toList());
    assertEquals(List.of("AETNA", "MEDICARE"), payers(malformed));

    ReceivedClaims missing = read(FILE.replace("HL*3*1*22*0~\n", ""));
    assertEquals(List.of(), missing.problems);
    assertEquals(List.of("AETNA", "AETNA", "MEDICARE"), payers(missing));
  }

  private static List<String> payers(ReceivedClaims received) {
    return received.claims.stream().map(c -> c.claim().payer().toString()).toList();
  }

  @Test
  void lineBreakInsideASegmentIsNoPartOfIt() {
    ReceivedClaims received = read(FILE.replace("SV1*HC:76496", "SV1*HC:\r\n76\n496"));

    assertEquals(List.of(), received.problems);
    assertEquals("76496", received.claims.get(0).claim().lines().get(0).procedureCode());
  }

  @Test
  void emptySegmentsAreNothing() {
    ReceivedClaims received = read(FILE.replace("~\n", "~~\r\n ~"));

    assertEquals(List.of(), received.problems);
    assertEquals(List.of("C1", "C2", "C3"), ids(received));
  }

  @Test
  void segmentWithoutEndIsRefusedInBoundedMemory() throws IOException {
    int cut = FILE.indexOf(IN_CLAIM) + IN_CLAIM.length();
    ReceivedClaims received = new ReceivedClaims();
    try (InputStream in =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    bytes(FILE.substring(0, cut)),
                    new Monotony(100_000_000),
                    bytes(FILE.substring(cut)))))) {
      new X12ClaimReader().read(in, received);
    }

    assertEquals(
        List.of(
            new Problem(
                "C1",
                "transaction 1, segment 8",
                "a segment of the claim is longer than 4 KiB, so a segment terminator is missing"
                    + " or this is no claim data"),
            new Problem("C2", "transaction 1, segment 12", DOUBT)),
        received.problems);
    assertEquals(List.of("C3"), ids(received));
  }

  @ParameterizedTest
  @CsvSource({"4095,0", "4096,0", "4097,2"})
  void longestSegmentHas4KiB(int length, int problems) {
    for (int before : List.of(0, 1, 100_000, 258_048, 262_144)) {
      String filler = " ".repeat(before);
      String segment = "NTE*ADD*" + "A".repeat(length - 8);
      ReceivedClaims received =
          read(FILE.replace(IN_CLAIM + "~\n", IN_CLAIM + "~" + filler + segment + "~\n"));
      assertEquals(problems, received.problems.size(), length + " after " + before);
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\u001a", "\u0000\u0000\u0000", " \r\n\t\u001a"})
  void fillerAroundInterchangesIsNothing(String filler) {
    ReceivedClaims received = read(filler + repeated(FILE + filler, 2));

    assertEquals(List.of(), received.problems);
    assertEquals(List.of("C1", "C2", "C3", "C1", "C2", "C3"), ids(received));
  }

  @Test
  void lastTerminatorMayBeMissing() {
    assertEquals(List.of(), read(FILE.substring(0, FILE.lastIndexOf('~'))).problems);
    String lines = FILE.replace("~", "");
    assertEquals(List.of(), read(lines.substring(0, lines.length() - 1)).problems);
  }

  @Test
  void textOutsideOfInterchangesIsNamed() {
    ReceivedClaims received = read("hello " + FILE + "ISAAC " + FILE + "INSA");

    assertEquals(
        List.of(
            Problem.at("", NOT_X12 + "; it was passed over up to the next interchange"),
            Problem.at(
                "interchange 2", BROKEN_ISA + "; it was passed over up to the next interchange"),
            Problem.at("after segment 48", NOT_X12 + "; the rest of the file was not read")),
        received.problems);
    assertEquals(6, received.claims.size());
  }

  @Test
  void interchangeWithABrokenIsaIsPassedOver() {
    String broken = FILE.replaceFirst(" ", "");

    assertEquals(
        List.of(Problem.at("interchange 1", BROKEN_ISA + "; the rest of the file was not read")),
        read(broken).problems);
    ReceivedClaims received = read(FILE + broken + FILE);
    assertEquals(
        List.of(
            Problem.at(
                "interchange 2", BROKEN_ISA + "; it was passed over up to the next interchange")),
        received.problems);
    assertEquals(
        List.of(
            "transaction 1, segment 7",
            "transaction 1, segment 12",
            "transaction 1, segment 18",
            "interchange 3, transaction 2, segment 31",
            "interchange 3, transaction 2, segment 36",
            "interchange 3, transaction 2, segment 42"),
        received.claims.stream().map(PlacedClaim::place).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "~", " ", "*", "7"})
  void isaMustDeclareThreeDelimiters(String component) {
    assertEquals(
        List.of(Problem.at("interchange 1", BROKEN_ISA + "; the rest of the file was not read")),
        read(FILE.replaceFirst(":~", component + "~")).problems);
  }

  @Test
  void fileThatEndsInAClaimNamesIt() {
    ReceivedClaims received = read(FILE.substring(0, FILE.indexOf("HL*3") - 10));

    assertEquals(
        List.of(
            new Problem("C2", "transaction 1, segment 12", "the file ends before the claim does"),
            Problem.at(
                "transaction 1, segment 15", "the file ends here, before its interchange does")),
        received.problems);
    assertEquals(List.of("C1"), ids(received));
  }

  @Test
  void nextInterchangeIsRead_whenOneEndsInTheMiddleOfASegment() {
    String other = FILE.replace("*^*", "*U*").replace('*', '|').replace(':', '>').replace('~', '_');
    ReceivedClaims received = read(FILE.substring(0, FILE.indexOf("HL*3") - 10) + other);

    assertEquals(
        List.of(
            new Problem(
                "C2", "transaction 1, segment 12", "the interchange ends before the claim does"),
            Problem.at("transaction 1, segment 15", "the interchange ends here, before its IEA")),
        received.problems);
    assertEquals(List.of("C1", "C1", "C2", "C3"), ids(received));
    assertEquals("interchange 2, transaction 2, segment 22", received.claims.get(1).place());
  }

  @Test
  void transactionThatLosesItsClaimAndItsEndIsNamed() {
    ReceivedClaims received =
        read(Interchange.professional("HL*2*1*22*0").replace("SE*0*0001~\n", "") + FILE);

    assertEquals(
        List.of(
            Problem.at(
                "transaction 1", "the transaction ends without SE, so claim data may be missing")),
        received.problems);
  }

  @Test
  void transactionWithoutItsBeginningIsNamed() {
    ReceivedClaims received = read(FILE.replace("ST*", "TA1*1~SX*") + FILE);

    assertEquals(
        List.of(
            Problem.at(
                "interchange 1, segment 4",
                "the segment stands outside of every transaction: its ST is missing"),
            Problem.at("interchange 1", "holds no transaction, so no claim")),
        received.problems);
    assertEquals(List.of("C1", "C2", "C3"), ids(received));
  }

  @Test
  void linesWithoutTheirClaimAreNamed() {
    ReceivedClaims received = read(FILE.replace("CLM*C3", "CLX*C3"));

    assertEquals(
        List.of(
            Problem.at(
                "transaction 1, segment 19",
                "a service line (LX) stands outside of every claim: its CLM is missing")),
        received.problems);
    assertEquals(List.of("C1", "C2"), ids(received));
  }

  @Test
  void noiseBetweenIsaAndTheRestIsNamedOnce() {
    ReceivedClaims received = read(FILE.replace("GS*HC", "\u0001~\u0002~\u0003~GS*HC"));

    assertEquals(
        List.of(Problem.at("interchange 1, segment 2", "the segment holds control characters")),
        received.problems);
    assertEquals(List.of("C1", "C2", "C3"), ids(received));
  }

  @Test
  void transactionThatIsNotReadIsNamedWithItsFirstMalformedSegment() {
    ReceivedClaims received =
        read(
            Interchange.of(
                    Interchange.transaction("275", "006020X314", "BIN*3*a~b", "OK*1", "c"), "")
                + FILE);

    assertEquals(
        List.of(
            Problem.at(
                "transaction 1",
                "X12 275 attachment, 006020X314; this version reads 837 professional 005010X222 and"
                    + " 837 institutional 005010X223"),
            Problem.at(
                "transaction 1, segment 5",
                "the segment does not begin with a segment identifier of two or three capitals and"
                    + " digits")),
        received.problems);
    assertEquals(List.of("C1", "C2", "C3"), ids(received));
  }

  /** The same letter, as often as asked. */
  private static final class Monotony extends InputStream {
    private int left;

    Monotony(int length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'A' : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int filled = Math.min(length, left);
      Arrays.fill(bytes, offset, offset + filled, (byte) 'A');
      left -= filled;
      return filled;
    }
  }

  /** What a claim collects must not grow with the file. */
  @ParameterizedTest
  @ValueSource(strings = {"DTP*434*D8*20260302", "NTE*ADD*NOTE", "SBR*S", "LX*1"})
  void claimWithoutEndIsRefusedAndTheNextIsRead(String segment) {
    String endless = String.join("~\n", Collections.nCopies(40_000, segment));

    ReceivedClaims received = read(FILE.replace(IN_CLAIM, endless));

    assertEquals(List.of("C2", "C3"), ids(received));
    assertEquals(
        List.of("the claim is longer than 8 MB, or than some thirty thousand segments"),
        received.problems.stream().map(Problem::reason).toList());
  }

  @Test
  void payerOfEndlessIdentifiersIsUnknown() {
    String endless = String.join("~\n", Collections.nCopies(200, "REF*2U*1"));

    ReceivedClaims received = read(FILE.replace(OF_SUBSCRIBER, OF_SUBSCRIBER + "~\n" + endless));

    assertEquals(Payer.UNKNOWN, received.claims.get(0).claim().payer());
  }
}
