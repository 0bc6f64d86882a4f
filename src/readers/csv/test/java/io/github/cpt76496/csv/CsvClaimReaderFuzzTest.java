package io.github.cpt76496.csv;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cpt76496.claims.ClaimReader;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.ReceivedClaims;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Whatever a file holds, the reader answers with claims and problems, throws nothing, and repeats
 * no marked value in a message. As a test it reads the seeds and earlier findings beside it in the
 * resources; {@code JAZZER_FUZZ=1} fuzzes.
 */
class CsvClaimReaderFuzzTest {

  private static final String MARKER = "ZQX";

  @FuzzTest(maxDuration = "10m")
  void csv(byte[] file) throws IOException {
    read(new CsvClaimReader(), file);
    CsvClaimReader.isHeader(new String(file, StandardCharsets.ISO_8859_1));
  }

  private static void read(ClaimReader reader, byte[] file) throws IOException {
    ReceivedClaims received = new ReceivedClaims();

    reader.read(new ByteArrayInputStream(file), received);

    assertTrue(!received.claims.isEmpty() || !received.problems.isEmpty(), "nothing was said");
    received.problems.forEach(CsvClaimReaderFuzzTest::requireNoValue);
    received.notices.forEach(CsvClaimReaderFuzzTest::requireNoValue);
  }

  /** A plain name may be repeated: it is a key, an element or a column. */
  private static void requireNoValue(Problem problem) {
    String reason =
        problem
            .reason()
            .replaceAll("\\w*ZQX\\w*(?=: )", "")
            .replaceAll("(?<=^columns? |, )([0-9]+) \\w*ZQX\\w*", "$1");
    assertFalse(reason.contains(MARKER), problem.reason());
  }
}
