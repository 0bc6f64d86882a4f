package io.github.cpt76496.examples.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables as they stood before any of the release of October 2026 was read: the tests bring a
 * release of their own under that name.
 */
final class TablesBeforeOctober {

  private static final String OCTOBER = "RVU_2026Q4";

  private TablesBeforeOctober() {}

  static Path copy(Path from, Path to) throws IOException {
    Path reference = Files.createDirectories(to.resolve("reference"));
    try (Stream<Path> tables = Files.list(from.resolve("reference"))) {
      for (Path table : tables.toList()) {
        Path copy = reference.resolve(table.getFileName().toString());
        String text = Files.readString(table);
        Files.writeString(
            copy,
            table.endsWith("fee-schedule.tsv") || table.endsWith("sources.tsv")
                ? without(text)
                : text);
      }
    }
    Files.copy(from.resolve("releases.tsv"), to.resolve("releases.tsv"));
    return to;
  }

  private static String without(String table) {
    return table
        .lines()
        .filter(row -> !row.startsWith(OCTOBER + "\t") && !row.contains("\t" + OCTOBER + "\t"))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
