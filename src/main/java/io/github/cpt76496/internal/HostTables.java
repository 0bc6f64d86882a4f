package io.github.cpt76496.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tables that a host adds to those of the rule set, with the columns that ours have. */
public final class HostTables {

  /** No tables. */
  public static final HostTables NONE = new HostTables(List.of());

  private final List<Tsv.Row> rows;

  private HostTables(List<Tsv.Row> rows) {
    this.rows = rows;
  }

  /**
   * Reads tables.
   *
   * @param what they hold, as the start of a message
   * @throws IllegalArgumentException if a file cannot be read; the message names it
   */
  public static HostTables read(String what, List<Path> files) {
    List<Tsv.Row> rows = new ArrayList<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      try {
        rows.addAll(Tsv.rows(name, Files.readAllLines(file, UTF_8)));
      } catch (IOException e) {
        throw new IllegalArgumentException(what + ": " + name + ": cannot be read", e);
      } catch (IllegalStateException e) {
        throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
      }
    }
    return new HostTables(rows);
  }

  /** These and others. */
  public HostTables and(HostTables others) {
    List<Tsv.Row> both = new ArrayList<>(rows);
    both.addAll(others.rows);
    return new HostTables(both);
  }

  List<Tsv.Row> rows() {
    return rows;
  }
}
