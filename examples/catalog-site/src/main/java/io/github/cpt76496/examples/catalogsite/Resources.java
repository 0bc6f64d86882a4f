package io.github.cpt76496.examples.catalogsite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text that this program carries. */
final class Resources {

  private Resources() {}

  /** A file below {@code rules/}. */
  static String rules(String path) {
    return read("/rules/" + path);
  }

  /** A part of the page. */
  static String part(String name) {
    return read(name);
  }

  private static String read(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from this program");
      }
      // A browser reads line ends as line feeds before it hashes scripts and styles; so must we.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
