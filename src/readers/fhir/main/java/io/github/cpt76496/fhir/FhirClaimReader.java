package io.github.cpt76496.fhir;

import io.github.cpt76496.claims.ClaimReader;
import io.github.cpt76496.claims.ClaimSink;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.json.internal.JsonObjects;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads FHIR R4 claims in JSON: one resource, a Bundle, or resources one after the other (NDJSON).
 * The package documentation lists what is taken from a Claim, and from where.
 *
 * <p>A Bundle may hold 32 MB of claims and of what they refer to, any other resource 8 MB; anything
 * larger is named and refused. An object without a {@code resourceType} is a claim in the JSON form
 * of {@code cpt76496-edits-json}, so a file may hold both.
 *
 * <p>Immutable; several threads may read at once, each its own file.
 */
public final class FhirClaimReader implements ClaimReader {

  private final PayerMap payers;

  /** A reader that knows the payers that the library knows. */
  public FhirClaimReader() {
    this(PayerMap.packaged());
  }

  /**
   * A reader that knows the given payers.
   *
   * @param payers finds the payer, by the name and the identifiers of insurer or coverage
   */
  public FhirClaimReader(PayerMap payers) {
    this.payers = payers;
  }

  @Override
  public void read(InputStream in, ClaimSink sink) throws IOException {
    JsonObjects objects = new JsonObjects(in, sink);
    objects.passTo(new FhirResources(payers, sink, objects::nextPlace));
  }
}
