package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.PublishedRequirement.Half;
import io.github.cpt76496.PublishedRequirement.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What payers' bulletins want, {@code rules/published-requirements.yaml}, and what the library
 * lists. Rules are written looking at the build half, so of the hold half nothing is told but how
 * many are listed as published.
 */
class PublishedRequirementsTest {

  private static final Path SET = OwnPages.RULES.resolve("published-requirements.yaml");
  private static final Path OPEN = Path.of("src/test/resources/published-requirements-open.tsv");
  private static final Path VERDICTS = Path.of("target/published-requirements.txt");

  /** Measured on 2026-11-29, and not to be lost again. */
  private static final Map<Half, Integer> RIGHT_AT_LEAST = Map.of(Half.BUILD, 35, Half.HOLD, 37);

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();

  private final List<PublishedRequirement> all = PublishedRequirement.read(SET);

  PublishedRequirementsTest() throws IOException {}

  @Test
  void theSetIsWhole() {
    assertTrue(all.size() >= 40, "entries: " + all.size());
    List<String> ids = all.stream().map(PublishedRequirement::id).toList();
    assertEquals(new ArrayList<>(new TreeSet<>(ids)), ids, "the ids, each once and in order");
    for (PublishedRequirement entry : all) {
      assertEquals(Half.of(entry.id()), entry.half(), entry.id());
    }
  }

  @Test
  void noRequirementIsLost() throws IOException {
    Map<Half, Integer> right = new EnumMap<>(Half.class);
    Map<Half, Integer> scored = new EnumMap<>(Half.class);
    Set<String> otherwise = new TreeSet<>();
    List<String> written = new ArrayList<>();
    written.add("id\tverdict\tgiven");
    for (PublishedRequirement entry : all) {
      List<DocumentationRequirement> given =
          EDITS.review(entry.claim()).lines().get(0).documentation();
      List<String> faults = faults(entry, given);
      scored.merge(entry.half(), 1, Integer::sum);
      right.merge(entry.half(), faults.isEmpty() ? 1 : 0, Integer::sum);
      if (entry.half() == Half.BUILD) {
        if (!faults.isEmpty()) {
          otherwise.add(entry.id());
        }
        written.add(
            String.join(
                "\t",
                entry.id(),
                faults.isEmpty() ? "right" : faults.toString(),
                given.stream()
                    .map(d -> d.item() + " " + d.level() + " " + d.state())
                    .toList()
                    .toString()));
      }
    }
    Files.write(VERDICTS, written);
    scored.forEach(
        (half, count) ->
            System.out.printf(
                "Published requirements, %s half: %d of %d as published%n",
                half == Half.BUILD ? "build" : "hold", right.get(half), count));

    Set<String> listed = new TreeSet<>();
    for (Map<String, String> row : OwnPages.rows(OPEN)) {
      assertTrue(listed.add(row.get("id")), () -> row.get("id") + " is listed twice");
      assertTrue(!row.get("why").isBlank(), () -> row.get("id") + " is listed without a reason");
    }
    assertEquals(
        listed,
        otherwise,
        () -> "the entries of the build half that are listed otherwise are those of " + OPEN);
    right.forEach(
        (half, count) ->
            assertTrue(
                count >= RIGHT_AT_LEAST.get(half),
                () -> half + ": " + count + " right, were " + RIGHT_AT_LEAST.get(half)));
  }

  private static List<String> faults(
      PublishedRequirement entry, List<DocumentationRequirement> given) {
    List<String> faults = new ArrayList<>();
    for (Wanted wanted : entry.wanted()) {
      if (given.stream().noneMatch(wanted::isMetBy)) {
        faults.add("wanted " + wanted.levels() + " " + wanted.item());
      }
    }
    for (DocumentationRequirement requirement : given) {
      if (entry.unwanted().contains(requirement.item())
          && Set.of(Level.REQUIRED, Level.REQUIRED_IF).contains(requirement.level())) {
        faults.add("not a duty: " + requirement.item());
      }
    }
    return faults;
  }
}
