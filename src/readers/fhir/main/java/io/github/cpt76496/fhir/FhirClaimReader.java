package io.github.cpt76496.fhir;

import io.github.cpt76496.claims.ClaimReader;
import io.github.cpt76496.claims.ClaimSink;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.json.internal.JsonObjects;
import io.github.cpt76496.json.internal.OtherClaims.Form;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

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

  /** The kinds of claims in a file, and how they say what they bill. */
  private static final List<Form> FORMS =
      List.of(Form.OWN, new Form("Claim", "item", "productOrService"));

  private final PayerMap payers;
  private final boolean onlyWith76496;

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
    this(payers, false);
  }

  private FhirClaimReader(PayerMap payers, boolean onlyWith76496) {
    this.payers = payers;
    this.onlyWith76496 = onlyWith76496;
  }

  /**
   * A reader that does not read claims in which the digits 76496 do not occur: the sink is told how
   * many there were ({@link ClaimSink#passedOver}).
   *
   * <p>Only sound JSON is passed over, each line or item of which names a procedure; where the
   * digits stand apart, or a character is escaped or is none of ASCII, the claim is read. Of the
   * claims that are passed over nothing else is looked at: not whether FHIR R4 allows their
   * elements, whom they refer to, or what their Bundle says of itself. They do not count towards
   * the 32 MB of a Bundle.
   */
  public FhirClaimReader onlyWith76496() {
    return new FhirClaimReader(payers, true);
  }

  @Override
  public void read(InputStream in, ClaimSink sink) throws IOException {
    JsonObjects objects = new JsonObjects(in, sink, onlyWith76496 ? FORMS : List.of());
    objects.passTo(new FhirResources(payers, sink, objects::nextPlace));
  }
}
