package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes an outcome for every sample claim, for what cannot be read, and for what if, where the
 * validator of {@code examples/fhir-validation} finds them.
 */
class FhirOutcomesTest {

  private static final String CLAIMS = Path.of("../claims").toString();

  private static List<String> outcomes(String... args) {
    List<String> line = new ArrayList<>(List.of("--format=fhir"));
    line.addAll(List.of(args));
    return ScrubberRun.of(line.toArray(String[]::new)).out().lines().toList();
  }

  @Test
  void anOutcomeIsWrittenForEachClaim(@TempDir Path folder) throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"id\":\"C1\",\"lines\":[]}");
    List<String> whatIf = outcomes("--set=modifiers=26", CLAIMS + "/office-global.json");
    List<String> notRead = outcomes(broken.toString());
    List<String> all = new ArrayList<>(outcomes(CLAIMS));
    all.addAll(outcomes("--all", "--catalog-url=https://example.org/edits.html", CLAIMS));
    all.addAll(whatIf);
    all.addAll(notRead);

    assertEquals(1, notRead.size());
    assertTrue(whatIf.get(0).contains("what-if"), whatIf.get(0));
    assertTrue(all.size() > 80, "only " + all.size());
    assertTrue(all.stream().allMatch(o -> o.startsWith("{\"resourceType\":\"OperationOutcome\"")));
    Files.write(Files.createDirectories(Path.of("target")).resolve("fhir-outcomes.ndjson"), all);
  }
}
