package io.github.cpt76496.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The schemas in this jar: on the module path nobody else can read them. */
final class Schemas {

  private Schemas() {}

  static String text(String name) {
    try (InputStream in = Schemas.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
