package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Engine;
import io.github.cpt76496.GeneratedPage;
import io.github.cpt76496.internal.ReferenceCases.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each row of the reference tables has its cases beside it, and the library answers as they say.
 * Run with {@code -Dapprove=true} to write them from the rows, and read the diff: see {@link
 * ReferenceCases} for what they are worth.
 */
class ReferenceCasesTest {

  private static final int SHOWN = 10;
  private static final Cpt76496Edits EDITS = Cpt76496Edits.loader().engine(Engine.COMPILED).load();
  private static final Map<String, List<Tsv.Row>> TABLES = new HashMap<>();

  private static final Map<String, String> WRITTEN = new HashMap<>();

  @BeforeAll
  static void write() throws IOException {
    for (String table : tables()) {
      TABLES.put(table, Tsv.read(table));
    }
    ReferenceCases written = ReferenceCases.of(TABLES, EDITS);
    for (String table : tables()) {
      WRITTEN.put(table, written.text(table));
      if (Boolean.getBoolean("approve")) {
        Files.writeString(ReferenceCases.file(table), written.text(table));
      }
    }
  }

  private static Set<String> tables() {
    return StatedRow.LAYOUTS.keySet();
  }

  @Test
  void eachTableHasCasesAndNoOtherFileHas() throws IOException {
    Set<String> files = new TreeSet<>();
    try (Stream<Path> all = Files.list(ReferenceCases.FOLDER)) {
      all.forEach(file -> files.add(file.getFileName().toString()));
    }
    Set<String> expected = new TreeSet<>(tables());
    tables().forEach(t -> expected.add(ReferenceCases.file(t).getFileName().toString()));
    // Read by answers about other tables, or before any claim; what they hold is tested by itself.
    expected.addAll(
        List.of(
            "channel-codes.tsv",
            "claim-status.tsv",
            "codes-not-about-fluoroscopy.tsv",
            "document-codes.tsv",
            "edit-codes.tsv",
            "family-names.tsv",
            "narrative-concepts.cases.tsv",
            "narrative-concepts.tsv",
            "narrative-words.tsv",
            "payer-names.tsv",
            "sources.tsv",
            "superseded-sources.tsv",
            "x-ray-studies.cases.tsv",
            "x-ray-studies.tsv"));
    assertEquals(expected, files);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void eachRowHasItsCasesAndEachCaseItsRow(String table) throws IOException {
    ReferenceCases cases = ReferenceCases.read();
    assertNone(table, cases.strangers(table, TABLES.get(table)));
    GeneratedPage.requireApproved(
        ReferenceCases.file(table), WRITTEN.get(table), ReferenceCasesTest.class);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theLibraryAnswersAsStated(String table) throws IOException {
    ReferenceCases cases = ReferenceCases.read();
    assertTrue(cases.of(table).stream().anyMatch(Case::isAsked), "looked at nothing");
    List<String> objections = new ArrayList<>();
    cases.of(table).forEach(c -> objections.addAll(cases.objections(c, EDITS)));
    assertNone(table, objections);
  }

  private static void assertNone(String table, List<String> faults) {
    assertEquals(
        "",
        String.join("\n", faults.subList(0, Math.min(SHOWN, faults.size()))),
        () ->
            "%s, %d in all; read the diff of: mvn -B test -Dapprove=true -Dtest=ReferenceCasesTest"
                .formatted(ReferenceCases.file(table), faults.size()));
  }
}
