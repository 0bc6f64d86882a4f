package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What texts are read as, beside the tables that say so: concept, what follows from it, and the
 * codes.
 *
 * @param place file and line
 * @param text as a line's description
 * @param date the date of service
 * @param expected concept, stance and codes, or {@code -}
 */
record NarrativeCases(String place, String text, LocalDate date, String expected) {

  static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  /** The cases beside a table. */
  static List<NarrativeCases> of(String table) {
    Path file = Path.of("rules/reference", table.replace(".tsv", ".cases.tsv"));
    List<NarrativeCases> cases = new ArrayList<>();
    try {
      for (Tsv.Row row : Tsv.rows(file.toString(), Files.readAllLines(file))) {
        cases.add(
            new NarrativeCases(
                row.place(),
                row.required("text"),
                row.get("date").isEmpty() ? DAY : row.date("date"),
                row.required("concept").equals("-")
                    ? "-"
                    : row.get("concept") + " " + row.get("stance") + " " + row.get("codes")));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return cases;
  }

  /** What a lexicon reads a text as, in the same words. */
  static String read(NarrativeLexicon lexicon, String text, LocalDate date) {
    Optional<NarrativeReading> read = lexicon.read(text, "", "", date);
    return read.isEmpty()
        ? "-"
        : read.get().concept().key()
            + " "
            + read.get().stance()
            + " "
            + String.join(",", read.get().concept().procedureCodes());
  }

  /** Key of the concept, or {@code -}. */
  String concept() {
    return expected.equals("-") ? expected : expected.substring(0, expected.indexOf(' '));
  }

  boolean holds(NarrativeLexicon lexicon) {
    return read(lexicon, text, date).equals(expected);
  }

  static Citation citation(Tsv.Row row) {
    return new Citation(
        row.required("source"),
        "",
        row.constant("grade", Citation.Grade.class),
        "undated",
        row.date("last_review_date"));
  }
}
