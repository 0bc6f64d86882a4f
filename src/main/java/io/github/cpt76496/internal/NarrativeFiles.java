package io.github.cpt76496.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A host's tables of what words are read as; they go before the library's own. */
public final class NarrativeFiles {

  /** No tables. */
  public static final NarrativeFiles NONE = new NarrativeFiles(List.of());

  private final List<Tsv.Row> rows;

  private NarrativeFiles(List<Tsv.Row> rows) {
    this.rows = rows;
  }

  /**
   * Reads tables.
   *
   * @throws IllegalArgumentException if a file cannot be read; the message names it
   */
  public static NarrativeFiles read(List<Path> files) {
    List<Tsv.Row> rows = new ArrayList<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      try {
        rows.addAll(Tsv.rows(name, Files.readAllLines(file, UTF_8)));
      } catch (IOException e) {
        throw new IllegalArgumentException("narratives: " + name + ": cannot be read", e);
      } catch (IllegalStateException e) {
        throw new IllegalArgumentException("narratives: " + e.getMessage(), e);
      }
    }
    return new NarrativeFiles(rows);
  }

  /** These and others. */
  public NarrativeFiles and(NarrativeFiles others) {
    List<Tsv.Row> both = new ArrayList<>(rows);
    both.addAll(others.rows);
    return new NarrativeFiles(both);
  }

  List<Tsv.Row> rows() {
    return rows;
  }
}
