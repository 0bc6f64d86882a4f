package io.github.cpt76496.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A host's tables of documentation requirements; each row is read as the library's own are. */
public final class RequirementFiles {

  /** No tables. */
  public static final RequirementFiles NONE = new RequirementFiles(List.of());

  private final List<Tsv.Row> rows;

  private RequirementFiles(List<Tsv.Row> rows) {
    this.rows = rows;
  }

  /**
   * Reads tables.
   *
   * @throws IllegalArgumentException if a file cannot be read; the message names it
   */
  public static RequirementFiles read(List<Path> files) {
    List<Tsv.Row> rows = new ArrayList<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      try {
        rows.addAll(Tsv.rows(name, Files.readAllLines(file, UTF_8)));
      } catch (IOException e) {
        throw new IllegalArgumentException("requirements: " + name + ": cannot be read", e);
      } catch (IllegalStateException e) {
        throw new IllegalArgumentException("requirements: " + e.getMessage(), e);
      }
    }
    return new RequirementFiles(rows);
  }

  /** These and others. */
  public RequirementFiles and(RequirementFiles others) {
    List<Tsv.Row> both = new ArrayList<>(rows);
    both.addAll(others.rows);
    return new RequirementFiles(both);
  }

  List<Tsv.Row> rows() {
    return rows;
  }
}
