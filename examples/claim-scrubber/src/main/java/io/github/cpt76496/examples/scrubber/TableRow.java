package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.EditOverride.Action;
import io.github.cpt76496.Engine;
import io.github.cpt76496.Finding;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.ServiceLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of one of the library's tables.
 *
 * @param place file and line, as a finding names them
 * @param cells what is not empty, by the names of the columns
 */
record TableRow(String place, Map<String, String> cells) {

  /** Some edits report only where the line has a modifier. */
  private static final List<List<String>> MODIFIERS =
      List.of(List.of(), List.of("26"), List.of("59"));

  /**
   * The row on which an edit rests where a code is billed beside 76496: the library is asked, with
   * all other edits of the question switched off, since one of them might answer first.
   *
   * @throws IllegalArgumentException if the code cannot stand on a claim
   */
  static Optional<TableRow> decidingFor(Edit edit, String code, LocalDate day, List<Edit> catalog) {
    Cpt76496Edits.Loader loader = Cpt76496Edits.loader().engine(Engine.COMPILED);
    for (Edit other : catalog) {
      if (other.question() == edit.question()) {
        loader.override(
            new EditOverride(
                other.id(),
                EditOverride.ANY_PAYER,
                other.equals(edit) ? Action.ON : Action.OFF,
                "explain"));
      }
    }
    Cpt76496Edits alone = loader.load();
    return MODIFIERS.stream()
        .map(modifiers -> alone.review(claim(code, day, modifiers)))
        .flatMap(review -> review.lines().get(0).findings().stream())
        .filter(finding -> finding.edit().equals(edit.id()))
        .map(Finding::row)
        .filter(place -> !place.isEmpty())
        .findFirst()
        .map(TableRow::at);
  }

  private static Claim claim(String code, LocalDate day, List<String> modifiers) {
    return Claim.builder(Form.PROFESSIONAL, Payer.of(Family.UNKNOWN))
        .lines(
            ServiceLine.builder(1, "76496", day).modifiers(modifiers).build(),
            ServiceLine.builder(2, code, day).build())
        .build();
  }

  private static TableRow at(String place) {
    int colon = place.lastIndexOf(':');
    List<String> lines = lines(place.substring(0, colon));
    String[] columns =
        lines.stream().filter(l -> !l.startsWith("#")).findFirst().orElseThrow().split("\t", -1);
    String[] cells = lines.get(Integer.parseInt(place.substring(colon + 1)) - 1).split("\t", -1);
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      if (!cells[i].isEmpty()) {
        named.put(columns[i], cells[i]);
      }
    }
    return new TableRow(place, named);
  }

  /** The tables lie in the library's jar. */
  private static List<String> lines(String file) {
    try (InputStream in = Cpt76496Edits.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + ": not in the library's jar");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
