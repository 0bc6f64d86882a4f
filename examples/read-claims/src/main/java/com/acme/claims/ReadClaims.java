package com.acme.claims;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.claims.ClaimReader;
import io.github.cpt76496.fhir.FhirClaimReader;
import io.github.cpt76496.json.JsonClaimReader;
import io.github.cpt76496.x12.X12ClaimReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the answers for the claims of an 837, of FHIR and of JSON. */
public final class ReadClaims {

  // readme begin
  public static void main(String[] files) throws IOException {
    Cpt76496Edits edits = Cpt76496Edits.load();
    for (String file : files) {
      ClaimReader reader =
          file.endsWith(".fhir.json")
              ? new FhirClaimReader()
              : file.endsWith(".json") ? new JsonClaimReader() : new X12ClaimReader();
      try (InputStream in = Files.newInputStream(Path.of(file))) {
        reader.read(
            in,
            claim -> System.out.println(claim.id() + ": " + edits.review(claim.claim())),
            problem -> System.err.println(problem.in(file)));
      }
    }
  }
  // readme end

  private ReadClaims() {}
}
