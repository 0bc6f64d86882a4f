package io.github.cpt76496.examples.spark;

import java.util.Locale;

/**
 * A table in files.
 *
 * @param format how they are written
 * @param path a folder or file, at any address that Spark can open
 */
record Table(Format format, String path) {

  enum Format {
    CSV,
    PARQUET
  }

  /**
   * Reads {@code csv:PATH} or {@code parquet:PATH}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static Table of(String text) {
    for (Format format : Format.values()) {
      String prefix = format.name().toLowerCase(Locale.ROOT) + ":";
      if (text.startsWith(prefix) && text.length() > prefix.length()) {
        return new Table(format, text.substring(prefix.length()));
      }
    }
    throw new IllegalArgumentException("expected csv:PATH or parquet:PATH");
  }

  /** A table in a folder of this one. */
  Table in(String folder) {
    return new Table(format, path + "/" + folder);
  }
}
