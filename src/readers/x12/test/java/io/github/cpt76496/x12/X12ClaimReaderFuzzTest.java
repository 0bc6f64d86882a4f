package io.github.cpt76496.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.ReceivedClaims;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Any bytes are read or refused. In a normal run the inputs that lie in the resources are tried,
 * those among them that once found a fault; with the environment variable {@code JAZZER_FUZZ=1} new
 * ones are looked for.
 */
class X12ClaimReaderFuzzTest {

  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

  private static final byte[] LAST =
      Interchange.professional(
              "HL*1**22*0",
              "CLM*LAST*1***22:B:1",
              "LX*1",
              "SV1*HC:76496*1*UN*1",
              "DTP*472*D8*20260302")
          .getBytes(StandardCharsets.UTF_8);

  @FuzzTest(maxDuration = "12m")
  @DictionaryEntries({
    "ISA*00*          *00*          *ZZ*TEST001        *ZZ*TEST002        "
        + "*261102*0900*^*00501*000000001*0*T*:~",
    "ST*837*1*005010X222A1~",
    "ST*837*1*005010X223A3~",
    "HL*2*1*22*0~",
    "SBR*S*18*******MB~",
    "NM1*PR*2*AETNA*****PI*1~",
    "CLM*C*1***22:B:1~",
    "LX*1~",
    "SV1*HC:76496:26*1*UN*1~",
    "SV2*0320*HC:76496*1*UN*1~",
    "DTP*472*RD8*20260302-20260303~",
    "DTP*434*D8*20260302~",
    "SE*1*1~",
    "IEA*1*1~"
  })
  void anyBytesAreReadOrRefused(byte[] bytes) throws IOException {
    long start = PROCESSOR.getCurrentThreadCpuTime();
    ReceivedClaims received = read(new ByteArrayInputStream(bytes));
    assertSane(received, bytes);
    assertSame(received, read(new OneByteAtATime(bytes)));
    assertPassingOverLosesNothing(received, bytes);
    assertNextInterchangeIsRead(bytes);
    // An input that is read for ever, or nearly; processor time, since the machine may be busy.
    long seconds = (PROCESSOR.getCurrentThreadCpuTime() - start) / 1_000_000_000;
    assertTrue(seconds < 10, () -> seconds + " s for " + bytes.length + " bytes");
  }

  private static ReceivedClaims read(InputStream in) throws IOException {
    ReceivedClaims received = new ReceivedClaims();
    new X12ClaimReader().read(in, received);
    return received;
  }

  private static void assertSane(ReceivedClaims received, byte[] bytes) {
    int results = received.claims.size() + received.problems.size();
    assertTrue(results <= bytes.length, "more results than bytes");
    received.claims.forEach(claim -> assertFalse(claim.place().isEmpty()));
    received.problems.forEach(problem -> assertFalse(problem.reason().isEmpty()));
    boolean nothing = new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
    assertTrue(results > 0 || nothing || hasOnlyFiller(bytes), "bytes without any answer");
  }

  private static boolean hasOnlyFiller(byte[] bytes) {
    for (byte b : bytes) {
      if (b != 0 && b != 0x1A && !Character.isWhitespace(b)) {
        return false;
      }
    }
    return true;
  }

  private static void assertSame(ReceivedClaims expected, ReceivedClaims actual) {
    assertEquals(expected.claims, actual.claims);
    assertEquals(expected.problems, actual.problems);
    assertEquals(expected.notices, actual.notices);
  }

  /** What bills the code is the same when the other claims are not read. */
  private static void assertPassingOverLosesNothing(ReceivedClaims all, byte[] bytes)
      throws IOException {
    ReceivedClaims received = new ReceivedClaims();
    new X12ClaimReader().onlyWith76496().read(new ByteArrayInputStream(bytes), received);
    assertEquals(billing(all), billing(received));
    assertTrue(all.problems.containsAll(received.problems), "told by the full reading, too");
  }

  private static List<PlacedClaim> billing(ReceivedClaims received) {
    return received.claims.stream()
        .filter(claim -> claim.claim().lines().stream().anyMatch(ServiceLine::billedWith76496))
        .toList();
  }

  /** Whatever stood before it. */
  private static void assertNextInterchangeIsRead(byte[] bytes) throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(bytes);
    both.write(LAST);
    ReceivedClaims received = read(new ByteArrayInputStream(both.toByteArray()));
    assertTrue(
        received.claims.stream().map(PlacedClaim::id).anyMatch("LAST"::equals),
        () -> received.problems.stream().map(Problem::reason).toList().toString());
  }

  /** Puts every byte once at the end of what has been read. */
  private static final class OneByteAtATime extends InputStream {
    private final InputStream in;

    OneByteAtATime(byte[] bytes) {
      this.in = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return in.read(bytes, offset, Math.min(1, length));
    }
  }
}
