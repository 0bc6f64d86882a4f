package io.github.cpt76496.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cpt76496.Claim;
import io.github.cpt76496.claims.ClaimSink;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.UnreadableClaimException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One claim in its JSON form, which {@code claim.schema.json} beside this class describes. A claim
 * that is written and read again is equal. What is written here belongs to a patient, as the claim
 * does.
 *
 * <p>Safe for use by several threads.
 */
public final class ClaimJson {

  static final JsonFactory FACTORY = new JsonFactory();

  private ClaimJson() {}

  /** The JSON schema of a claim, {@code claim.schema.json} (draft 2020-12). */
  public static String schema() {
    return Schemas.text("claim.schema.json");
  }

  /**
   * The claim as one object on one line. What is not stated is left out.
   *
   * @throws IllegalArgumentException if the claim has no line; the form needs one
   */
  public static String write(Claim claim) {
    return write("", claim);
  }

  /**
   * The claim as one object on one line. What is not stated is left out.
   *
   * @param id the claim's id, or empty
   * @throws IllegalArgumentException if the claim has no line; the form needs one
   */
  public static String write(String id, Claim claim) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      new ClaimWriter(json).claim(id, claim);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * The claim of one object.
   *
   * @throws UnreadableClaimException if the text is not one object of the form; the message names
   *     the key and repeats no value
   */
  public static Claim read(String json) throws UnreadableClaimException {
    return read(json, PayerMap.packaged()).claim();
  }

  /**
   * The claim of one object, with its id.
   *
   * @param payers finds the payer where its family is not stated
   * @throws UnreadableClaimException if the text is not one object of the form; the message names
   *     the key and repeats no value
   */
  public static PlacedClaim read(String json, PayerMap payers) throws UnreadableClaimException {
    One one = new One();
    try (InputStream in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))) {
      new JsonClaimReader(payers).read(in, one);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return one.claim();
  }

  /** Takes one claim. */
  private static final class One implements ClaimSink {
    private final List<PlacedClaim> claims = new ArrayList<>();
    private String fault = "";

    @Override
    public void claim(PlacedClaim placed) {
      claims.add(placed);
    }

    @Override
    public void problem(Problem problem) {
      if (fault.isEmpty()) {
        fault = problem.reason();
      }
    }

    @Override
    public void notice(Problem notice) {}

    PlacedClaim claim() throws UnreadableClaimException {
      if (!fault.isEmpty()) {
        throw new UnreadableClaimException(fault);
      }
      if (claims.size() != 1) {
        throw new UnreadableClaimException("expected one claim, not " + claims.size());
      }
      return claims.get(0);
    }
  }
}
