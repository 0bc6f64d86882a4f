package com.acme.claims;

import io.github.cpt76496.testkit.PageStyle;
import java.nio.file.Path;

/** Acme's pages read like those of the library. */
class AcmeStyleTest extends PageStyle {

  AcmeStyleTest() {
    super(Path.of("rules"), "com.acme.claims.rules", "acme:");
  }
}
