package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Advice that another one has taken the place of is not told as current: what cites it ends before
 * its successor begins. Knowing that a source is superseded is a reader's work; from then on the
 * build knows it, too.
 */
class SupersededSourcesTest {

  private static final Path REFERENCE = OwnPages.RULES.resolve("reference");

  @Test
  void noEditCitesASourceBeyondItsSuccessor() throws IOException {
    Map<String, LocalDate> superseded = superseded();
    List<String> faults = new ArrayList<>();
    int cited = 0;
    for (Edit edit : Cpt76496Edits.load().catalog()) {
      LocalDate since = superseded.get(edit.citation().url());
      if (since != null) {
        cited++;
        if (!edit.endDate().isBefore(since)) {
          faults.add(edit.id() + " cites a source that was superseded on " + since);
        }
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(cited > 0, "no edit cites any of them");
  }

  @Test
  void noRowCitesASourceBeyondItsSuccessor() throws IOException {
    Map<String, LocalDate> superseded = superseded();
    Map<String, LocalDate> byId = new HashMap<>();
    for (Map<String, String> source : OwnPages.rows(REFERENCE.resolve("sources.tsv"))) {
      if (superseded.containsKey(source.get("url"))) {
        byId.put(source.get("id"), superseded.get(source.get("url")));
      }
    }
    List<String> faults = new ArrayList<>();
    try (Stream<Path> files = Files.list(REFERENCE)) {
      for (Path file : files.filter(f -> !f.toString().contains(".cases.")).toList()) {
        for (Map<String, String> row : OwnPages.rows(file)) {
          LocalDate since = byId.get(row.getOrDefault("source", ""));
          String end = row.getOrDefault("end_date", "");
          if (since != null && (end.isEmpty() || !LocalDate.parse(end).isBefore(since))) {
            faults.add(file.getFileName() + ": " + row);
          }
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void noSuccessorIsSupersededItself() throws IOException {
    Map<String, LocalDate> superseded = superseded();
    for (Map<String, String> row : OwnPages.rows(REFERENCE.resolve("superseded-sources.tsv"))) {
      assertTrue(!superseded.containsKey(row.get("by_url")), row::toString);
      assertTrue(row.get("by_url").startsWith("http"), row::toString);
    }
  }

  private static Map<String, LocalDate> superseded() throws IOException {
    Map<String, LocalDate> superseded = new HashMap<>();
    for (Map<String, String> row : OwnPages.rows(REFERENCE.resolve("superseded-sources.tsv"))) {
      superseded.put(row.get("url"), LocalDate.parse(row.get("superseded_date")));
    }
    return superseded;
  }
}
