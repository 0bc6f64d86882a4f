package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cpt76496.Claim;
import io.github.cpt76496.claims.ClaimReader;
import io.github.cpt76496.claims.ReceivedClaims;
import io.github.cpt76496.csv.CsvClaimReader;
import io.github.cpt76496.fhir.FhirClaimReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The claims in {@code examples/claims}: the same facts give the same answers in every format. */
class SampleClaimsTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Path CLAIMS = Path.of("../claims");

  /** Its record says what no 837 can hold. */
  private static final String WITH_RECORD = "SYNTHETIC-02";

  @Test
  void bothFormatsGiveTheSameAnswers() throws IOException {
    Map<String, JsonNode> fromJson = answers(ownFiles());
    List<String> x12 = new ArrayList<>(files(".837"));
    x12.addAll(files(".837i"));
    Map<String, JsonNode> fromX12 = answers(x12);

    assertTrue(fromJson.size() >= 12, "too few claims in " + CLAIMS);
    assertEquals(fromJson.keySet(), fromX12.keySet());
    JsonNode attested = fromJson.remove(WITH_RECORD);
    JsonNode silent = fromX12.remove(WITH_RECORD);
    assertEquals(fromJson, fromX12);
    assertNotEquals(attested, silent);
  }

  @Test
  void everyClaimIsAnsweredOnOneLine() throws IOException {
    answers(ownFiles())
        .forEach(
            (id, answer) -> {
              assertEquals("EVALUATED", answer.path("status").asText(), id);
              assertEquals(1, answer.path("lines").size(), id);
            });
  }

  @Test
  void fhirGivesTheSameAnswers() throws IOException {
    Map<String, JsonNode> fromJson = answers(ownFiles());
    List<String> files = new ArrayList<>(files(".fhir.json"));
    files.addAll(files(".fhir.ndjson"));
    Map<String, JsonNode> fromFhir = answers(files);

    assertTrue(fromFhir.size() >= 5, "too few FHIR claims in " + CLAIMS);
    fromJson.keySet().retainAll(fromFhir.keySet());
    assertEquals(fromJson, fromFhir);
  }

  @Test
  void csvHoldsTheSameClaims() throws IOException {
    Map<String, Claim> fromJson = new TreeMap<>();
    for (String file : ownFiles()) {
      fromJson.putAll(claims(new FhirClaimReader(), file));
    }

    assertEquals(fromJson, claims(new CsvClaimReader(), CLAIMS.resolve("lines.csv").toString()));
  }

  private static Map<String, Claim> claims(ClaimReader reader, String file) throws IOException {
    ReceivedClaims received = ReceivedClaims.from(reader, Files.readString(Path.of(file)));
    assertEquals(List.of(), received.problems);
    Map<String, Claim> claims = new TreeMap<>();
    received.claims.forEach(claim -> claims.put(claim.id(), claim.claim()));
    return claims;
  }

  /** Claims in this program's own JSON. */
  private static List<String> ownFiles() throws IOException {
    return files(".json").stream().filter(name -> !name.endsWith(".fhir.json")).toList();
  }

  @Test
  void segmentCountOfTheTransactionsIsTrue() throws IOException {
    for (String file : List.of("all-claims.837", "hospital-outpatient.837i")) {
      List<String> segments = Files.readAllLines(CLAIMS.resolve(file));
      int begin = indexOf(segments, "ST*");
      int end = indexOf(segments, "SE*");

      assertTrue(segments.get(end).startsWith("SE*" + (end - begin + 1) + "*"), file);
    }
  }

  private static int indexOf(List<String> segments, String start) {
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).startsWith(start)) {
        return i;
      }
    }
    throw new AssertionError("no segment starts with " + start);
  }

  private static Map<String, JsonNode> answers(List<String> files) throws IOException {
    String[] args =
        Stream.concat(Stream.of("--format=json"), files.stream()).toArray(String[]::new);
    ScrubberRun run = ScrubberRun.of(args);
    assertEquals("", run.err());
    assertTrue(Set.of(0, 1).contains(run.exitCode()));
    Map<String, JsonNode> answers = new TreeMap<>();
    for (String line : run.out().lines().toList()) {
      ObjectNode answer = (ObjectNode) MAPPER.readTree(line);
      // Where a claim stands is the one thing in which the two forms differ.
      answer.remove(List.of("file", "place"));
      answers.put(answer.path("claimId").asText(), answer);
    }
    return answers;
  }

  private static List<String> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(CLAIMS)) {
      return files.map(Path::toString).filter(name -> name.endsWith(ending)).sorted().toList();
    }
  }
}
