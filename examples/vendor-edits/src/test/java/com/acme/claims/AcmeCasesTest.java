package com.acme.claims;

import io.github.cpt76496.EditCases;
import java.nio.file.Path;

/** The cases beside Acme's pages, under the same demands as those of the library. */
class AcmeCasesTest extends EditCases {

  AcmeCasesTest() {
    super(Path.of("rules"), "acme:", () -> AcmeEdits.loader(Path.of("requirements.tsv")));
  }
}
