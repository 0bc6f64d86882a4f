package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Advice that another one has taken the place of is not told as current: what cites it ends before
 * its successor begins. Knowing that a source is superseded is a reader's work; from then on the
 * build knows it, too.
 */
class SupersededSourcesTest {

  private static final Path REFERENCE = OwnPages.RULES.resolve("reference");

  /**
   * A source that another one took the place of.
   *
   * @param addresses each without what says nothing of the page
   * @param named words by which a citation of any address names it
   * @param since the first day on which it is superseded
   */
  private record Superseded(Set<String> addresses, String named, LocalDate since) {

    boolean isCitedBy(String url, String source) {
      return addresses.contains(plain(url)) || source.contains(named);
    }
  }

  /** An address without its scheme, {@code www.}, query and last slash. */
  private static String plain(String url) {
    return url.strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^https?://(www\\.)?", "")
        .replaceFirst("[?#].*$", "")
        .replaceFirst("/$", "");
  }

  /** Pages and payers' rows, as the catalog has them. */
  @Test
  void noEditCitesASourceBeyondItsSuccessor() {
    List<String> faults = new ArrayList<>();
    int cited = 0;
    for (Edit edit : Cpt76496Edits.load().catalog()) {
      for (Superseded source : superseded()) {
        if (source.isCitedBy(edit.citation().url(), edit.citation().source())) {
          cited++;
          if (!edit.endDate().isBefore(source.since())) {
            faults.add(edit.id() + " cites a source that was superseded on " + source.since());
          }
        }
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(cited > 0, "no edit cites any of them");
  }

  @Test
  void noRowCitesASourceBeyondItsSuccessor() {
    List<Path> tables = new ArrayList<>(OwnPages.tables());
    tables.addAll(OwnPages.payerTables());
    assertTrue(tables.size() > 20, tables::toString);
    Map<String, Map<String, String>> sources = new HashMap<>();
    for (Map<String, String> source : OwnPages.rows(REFERENCE.resolve("sources.tsv"))) {
      sources.put(source.get("id"), source);
    }
    List<String> faults = new ArrayList<>();
    int seen = 0;
    for (Path file : tables) {
      for (Map<String, String> row : OwnPages.rows(file)) {
        // A row without its own cells is a page's, which is looked at above.
        Map<String, String> source = sources.get(row.getOrDefault("source", ""));
        if (source == null) {
          continue;
        }
        seen++;
        String end = row.getOrDefault("end_date", "");
        for (Superseded superseded : superseded()) {
          if (superseded.isCitedBy(source.get("url"), source.get("source"))
              && (end.isEmpty() || !LocalDate.parse(end).isBefore(superseded.since()))) {
            faults.add(file.getFileName() + ": " + row);
          }
        }
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(seen > 1_000, "only " + seen + " rows were looked at");
  }

  @Test
  void aSourceIsKnownByMoreThanOneAddress() {
    Superseded advice = superseded().get(0);
    String address = advice.addresses().iterator().next();
    assertTrue(advice.isCitedBy("http://www." + address + "/?from=search", "a newsletter"));
    assertTrue(advice.isCitedBy("https://example.org/copy", "Copy of " + advice.named()));
    assertFalse(advice.isCitedBy("https://example.org/copy", "a newsletter"));
  }

  @Test
  void noSuccessorIsSupersededItself() {
    for (Map<String, String> row : OwnPages.rows(REFERENCE.resolve("superseded-sources.tsv"))) {
      assertTrue(
          superseded().stream().noneMatch(s -> s.isCitedBy(row.get("by_url"), row.get("by"))),
          row::toString);
      assertTrue(row.get("by_url").startsWith("http"), row::toString);
    }
  }

  private static List<Superseded> superseded() {
    List<Superseded> superseded = new ArrayList<>();
    for (Map<String, String> row : OwnPages.rows(REFERENCE.resolve("superseded-sources.tsv"))) {
      Set<String> addresses = new TreeSet<>();
      addresses.add(plain(row.get("url")));
      for (String other : row.get("other_urls").split(" ", -1)) {
        if (!other.isEmpty()) {
          addresses.add(plain(other));
        }
      }
      assertFalse(row.get("named").isBlank(), row::toString);
      superseded.add(
          new Superseded(addresses, row.get("named"), LocalDate.parse(row.get("superseded_date"))));
    }
    return superseded;
  }
}
