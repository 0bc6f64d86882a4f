package io.github.cpt76496.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.ReviewedClaim;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.json.internal.JsonClaim;
import io.github.cpt76496.json.internal.JsonObjects;
import java.io.IOException;

/**
 * Teaches the JSON form to a mapper of Jackson 2: {@link Claim} and {@link PlacedClaim} (which has
 * the id) are read and written, {@link ClaimReview}, {@link ReviewedClaim} and {@link LineReview}
 * are written.
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new Cpt76496JsonModule()).build();
 * Claim claim = mapper.readValue(text, Claim.class);
 * String answer = mapper.writeValueAsString(edits.review(claim));
 * }</pre>
 *
 * <p>{@code findAndAddModules()} finds it. A claim that cannot be read is a {@link
 * MismatchedInputException}, whose message names the key and repeats no value; text that is no JSON
 * is refused by Jackson, whose own message may quote it. For Jackson 3 there is {@link
 * Cpt76496Jackson3Module}.
 */
public final class Cpt76496JsonModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  /** A module that knows the payers that the library knows. */
  public Cpt76496JsonModule() {
    this(PayerMap.packaged());
  }

  /**
   * A module that knows the given payers.
   *
   * @param payers tells who the payer is where its family is not stated
   */
  public Cpt76496JsonModule(PayerMap payers) {
    super("cpt76496-edits-json");
    addDeserializer(Claim.class, new Reading<>(Claim.class, payers, PlacedClaim::claim));
    addDeserializer(PlacedClaim.class, new Reading<>(PlacedClaim.class, payers, claim -> claim));
    addSerializer(Claim.class, writing((claim, json) -> new ClaimWriter(json).claim("", claim)));
    addSerializer(
        PlacedClaim.class,
        writing((claim, json) -> new ClaimWriter(json).claim(claim.id(), claim.claim())));
    addSerializer(
        ClaimReview.class, writing((review, json) -> new ReviewJson(json).review(review)));
    addSerializer(
        ReviewedClaim.class, writing((reviewed, json) -> new ReviewJson(json).review(reviewed)));
    addSerializer(LineReview.class, writing((line, json) -> new ReviewJson(json).line(line)));
  }

  private static <T> JsonSerializer<T> writing(Writing<T> writing) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializerProvider serializers)
          throws IOException {
        writing.write(value, json);
      }
    };
  }

  /** How a type is written. */
  private interface Writing<T> {
    void write(T value, JsonGenerator json) throws IOException;
  }

  /** What of a claim that was read is asked for. */
  private interface Part<T> {
    T of(PlacedClaim claim);
  }

  private static final class Reading<T> extends JsonDeserializer<T> {
    private final Class<T> type;
    private final PayerMap payers;
    private final Part<T> part;

    Reading(Class<T> type, PayerMap payers, Part<T> part) {
      this.type = type;
      this.payers = payers;
      this.part = part;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      try {
        return part.of(new JsonClaim(tree(parser), payers).placed(""));
      } catch (UnreadableClaimException e) {
        throw MismatchedInputException.from(parser, type, e.getMessage());
      }
    }

    private JsonNode tree(JsonParser parser) throws IOException {
      try {
        return JsonObjects.TREES.readTree(parser);
      } catch (JsonMappingException e) {
        // Jackson's own message quotes the key.
        throw MismatchedInputException.from(parser, type, "a key appears twice in one object");
      }
    }
  }
}
