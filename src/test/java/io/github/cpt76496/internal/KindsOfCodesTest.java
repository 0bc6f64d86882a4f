package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No code of one kind lies in a range of another: neither the laboratory test 0201U nor the
 * performance measure 0516F is a Category III procedure. Every code of the available CMS files is
 * tried; without them (system property {@code shared.data}) the test is skipped. Laboratory tests
 * are in none of those files, so every number that one could have is tried.
 */
class KindsOfCodesTest {

  private static final Path DATA = Path.of(System.getProperty("shared.data", "../shared/data"));
  private static final Pattern CODE = Pattern.compile("[0-9]{5}|[0-9]{4}[A-Z]|[A-Z][0-9]{4}");
  private static final Set<String> TABLES =
      Set.of(
          "procedure-families.tsv",
          "listed-fluoroscopy-codes.tsv",
          "ncci-fluoroscopy-pairs.tsv",
          "ended-codes.tsv",
          "imaging-partners.tsv",
          "imaging-exclusions.tsv",
          "imaging-of-procedures.tsv",
          "codes-by-imaging.tsv",
          "ncci-column-two-codes.tsv");

  @Test
  void everyCodeOfTheReleasesIsFoundInRangesOfItsOwnKindAlone() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "the CMS files are not on this machine");
    Map<String, Set<String>> byKind = new TreeMap<>();
    for (String code : codes()) {
      byKind.computeIfAbsent(kind(code), kind -> new TreeSet<>()).add(code);
    }
    Set<String> laboratory = byKind.computeIfAbsent("####U", kind -> new TreeSet<>());
    for (int n = 0; n < 10_000; n++) {
      laboratory.add("%04dU".formatted(n));
    }
    for (String kind : List.of("#####", "####F", "####T", "A####", "C####", "G####")) {
      assertTrue(byKind.containsKey(kind), () -> "no code of the kind " + kind);
    }
    List<String> faults = new ArrayList<>();
    for (String table : TABLES) {
      // The table alone, so that no row of another hides what it holds.
      List<Tsv.Row> rows = Tsv.read(table);
      ReferenceTables tables =
          ReferenceTables.of(
              file -> {
                if (file.equals(table)) {
                  return rows;
                }
                return TABLES.contains(file) ? List.of() : rest(file);
              });
      int found = 0;
      for (Map.Entry<String, Set<String>> kind : byKind.entrySet()) {
        List<Tsv.Row> ofKind =
            rows.stream()
                .filter(row -> kind(row.text("first_code")).equals(kind.getKey()))
                .toList();
        for (String code : kind.getValue()) {
          boolean within =
              ofKind.stream().anyMatch(row -> holds(row, code))
                  || rows.stream().anyMatch(row -> names(row, code));
          if (tables.know(code) != within) {
            faults.add(code + " in " + table);
          }
          found += within ? 1 : 0;
        }
      }
      assertTrue(found > 0, () -> "looked at nothing of " + table);
    }
    assertEquals(List.of(), faults);
  }

  /** Whether a row names a code to look at. */
  private static boolean names(Tsv.Row row, String code) {
    return row.list("procedure_codes").contains(code) || row.list("codes").contains(code);
  }

  /** Whether a row of the code's own kind holds it. */
  private static boolean holds(Tsv.Row row, String code) {
    String first = row.get("first_code");
    String last = row.get("last_code").isEmpty() ? first : row.get("last_code");
    return first.compareTo(code) <= 0 && code.compareTo(last) <= 0;
  }

  /** The other tables, less what names a family. */
  private static List<Tsv.Row> rest(String file) {
    return file.startsWith("narrative-") ? List.of() : Tsv.read(file);
  }

  private static String kind(String code) {
    return code.replaceAll("[0-9]", "#");
  }

  /**
   * Every cell of a CMS file that looks like a code, for the files name their columns differently.
   */
  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(DATA, 2)) {
      files = all.filter(file -> file.toString().endsWith(".csv")).toList();
    }
    for (Path file : files) {
      if (DATA.relativize(file).startsWith("hard-inputs")) {
        continue;
      }
      for (String line : Files.readAllLines(file)) {
        if (!line.startsWith("#")) {
          for (String cell : line.split(",", -1)) {
            if (CODE.matcher(cell).matches()) {
              codes.add(cell);
            }
          }
        }
      }
    }
    return codes;
  }
}
