package io.github.cpt76496.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cpt76496.claims.ClaimReader;
import io.github.cpt76496.claims.ClaimSink;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.json.internal.JsonClaim;
import io.github.cpt76496.json.internal.JsonObjects;
import io.github.cpt76496.json.internal.OtherClaims.Form;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads claims in their JSON form: one object, an array of objects, or objects one after the other
 * with or without line breaks. An object of more than 8 MB, a key that is not known and a key that
 * appears twice are refused, and the claims after it are read. After broken JSON the reading goes
 * on at the next line that begins with a brace.
 *
 * <p>A FHIR resource is named and passed over; {@code FhirClaimReader} of {@code
 * cpt76496-edits-fhir} reads both.
 *
 * <p>Immutable; several threads may read at once, each its own file.
 */
public final class JsonClaimReader implements ClaimReader {

  private final PayerMap payers;
  private final boolean onlyWith76496;

  /** A reader that knows the payers that the library knows. */
  public JsonClaimReader() {
    this(PayerMap.packaged());
  }

  /**
   * A reader that knows the given payers.
   *
   * @param payers tells who the payer is where its family is not stated
   */
  public JsonClaimReader(PayerMap payers) {
    this(payers, false);
  }

  private JsonClaimReader(PayerMap payers, boolean onlyWith76496) {
    this.payers = payers;
    this.onlyWith76496 = onlyWith76496;
  }

  /**
   * A reader that does not read claims in which the digits 76496 do not occur: the sink is told how
   * many there were ({@link ClaimSink#passedOver}).
   *
   * <p>Only sound JSON is passed over, each line of which names a procedure; where the digits stand
   * apart, or a character is escaped or is none of ASCII, the claim is read. Of the claims that are
   * passed over nothing else is looked at: not their dates, units and numbers of lines, and neither
   * keys that are not known nor keys that appear twice.
   */
  public JsonClaimReader onlyWith76496() {
    return new JsonClaimReader(payers, true);
  }

  @Override
  public void read(InputStream in, ClaimSink sink) throws IOException {
    JsonObjects objects = new JsonObjects(in, sink, onlyWith76496 ? List.of(Form.OWN) : List.of());
    objects.passTo(new OwnForm(objects, sink));
  }

  private final class OwnForm implements JsonObjects.Handler {
    private final JsonObjects objects;
    private final ClaimSink sink;

    OwnForm(JsonObjects objects, ClaimSink sink) {
      this.objects = objects;
      this.sink = sink;
    }

    @Override
    public void object(ObjectNode object) {
      String place = objects.nextPlace();
      sink.later(later -> JsonClaim.pass(object, place, payers, later), 1);
    }

    @Override
    public void resource(ObjectNode resource) {
      sink.problem(
          Problem.at(
              objects.nextPlace(), "a FHIR resource; the reader of cpt76496-edits-fhir reads it"));
    }

    @Override
    public void bundle(JsonParser parser, JsonObjects.Entries entries) throws IOException {
      JsonObjects.skipToEnd(parser, 1);
      sink.problem(
          Problem.at(
              objects.nextPlace(), "a FHIR Bundle; the reader of cpt76496-edits-fhir reads it"));
    }

    @Override
    public String whyNoClaim() {
      return "holds no claim";
    }
  }
}
