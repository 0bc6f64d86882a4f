package io.github.cpt76496.examples.scrubber.input;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cpt76496.examples.scrubber.input.csv.CsvClaimReader;
import io.github.cpt76496.examples.scrubber.input.json.JsonClaimReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Whatever a file holds, a reader answers with claims and problems, throws nothing, and repeats no
 * marked value in a message. As a test it reads the seeds and earlier findings beside it in the
 * resources; {@code JAZZER_FUZZ=1} with {@code -Dtest=ReaderFuzzTest#json} (or {@code #csv})
 * fuzzes.
 */
class ReaderFuzzTest {

  private static final String MARKER = "ZQX";

  @FuzzTest(maxDuration = "10m")
  void json(byte[] file) throws IOException {
    read(new JsonClaimReader(), file);
  }

  @FuzzTest(maxDuration = "10m")
  void csv(byte[] file) throws IOException {
    read(new CsvClaimReader(), file);
    CsvClaimReader.isHeader(new String(file, StandardCharsets.ISO_8859_1));
  }

  private static void read(ClaimReader reader, byte[] file) throws IOException {
    ReceivedClaims received = new ReceivedClaims();

    reader.read(new ByteArrayInputStream(file), received);

    assertTrue(!received.claims.isEmpty() || !received.problems.isEmpty(), "nothing was said");
    received.problems.forEach(ReaderFuzzTest::requireNoValue);
    received.notices.forEach(ReaderFuzzTest::requireNoValue);
  }

  /** A plain name may be repeated: it is a key, an element or a column. */
  private static void requireNoValue(Problem problem) {
    String reason = problem.reason().replaceAll("\\w*ZQX\\w*(?=: )", "");
    assertFalse(reason.contains(MARKER), problem.reason());
  }
}
