package com.acme.claims;

import io.github.cpt76496.testkit.EditCases;
import java.nio.file.Path;
import java.util.List;

/** The cases beside Acme's pages and rows, under the same demands as those of the library. */
class AcmeCasesTest extends EditCases {

  private static final Path REQUIREMENTS = Path.of("requirements.tsv");

  AcmeCasesTest() {
    super(Path.of("rules"), "acme:", () -> AcmeEdits.loader(REQUIREMENTS), List.of(REQUIREMENTS));
  }
}
