package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payer that was not recognized is said to be so, in every answer. */
class PayerNoticeTest {

  private static final String NOTICE =
      "its name is not among those that are known; nearest: Aetna (AETNA); to map it, give --payers"
          + " a file with the header payer_id,name_pattern,family,plan,line_of_business and its"
          + " row";

  @TempDir Path folder;

  private String unknown;
  private String known;

  @BeforeEach
  void write() throws IOException {
    unknown = file("unknown.csv", "AENTA");
    known = file("known.csv", "AETNA");
  }

  private String file(String name, String payer) throws IOException {
    String lines = "claimId,payerName,procedureCode,dateOfService\nC1,%s,76496,2026-03-02\n";
    return Files.writeString(folder.resolve(name), lines.formatted(payer)).toString();
  }

  @Test
  void textSaysItBelowThePayer() {
    String out = ScrubberRun.of(unknown).out();
    assertTrue(out.replace("\n  ", " ").contains("\nWho the payer is: " + NOTICE + " "), out);
    assertTrue(!ScrubberRun.of(known).out().contains("Who the payer is"));
  }

  @Test
  void jsonSaysItOfTheMatch() {
    String out = ScrubberRun.of("--format=json", unknown).out();

    assertEquals(
        "\"payerMatch\":{\"family\":\"OTHER\",\"plan\":null,\"matched\":\"NONE\",\"notice\":\""
            + NOTICE
            + "\"},",
        out.substring(out.indexOf("\"payerMatch\""), out.indexOf("\"lines\"")));
    assertTrue(!ScrubberRun.of("--format=json", known).out().contains("\"notice\":"));
  }

  @Test
  void fhirAndThePageSayIt() {
    assertTrue(ScrubberRun.of("--format=fhir", unknown).out().contains("payer: " + NOTICE));
    assertTrue(!ScrubberRun.of("--format=fhir", known).out().contains("payer: its name"));
    assertTrue(ScrubberRun.of("--format=html", unknown).out().contains("; " + NOTICE));
  }

  @Test
  void anotherPayerByWayOfWhatIfHasNoNotice() {
    String out = ScrubberRun.of("--set", "payer=AETNA", unknown).out();

    assertTrue(out.contains("Payer AETNA"), out);
    assertTrue(!out.contains("Who the payer is"), out);
  }

  @Test
  void rowOfTheUserMapsIt() throws IOException {
    Path rows =
        Files.writeString(
            folder.resolve("payers.csv"),
            "payer_id,name_pattern,family,plan,line_of_business\n,AENTA,AETNA,,\n");

    String out = ScrubberRun.of("--payers", rows.toString(), unknown).out();

    assertTrue(out.contains("Payer AETNA"), out);
    assertTrue(!out.contains("Who the payer is"), out);
  }
}
