package io.github.cpt76496.json;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.ReviewedClaim;
import io.github.cpt76496.claims.UnreadableClaimException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;

/**
 * Teaches the JSON form to a mapper of Jackson 3, such as Spring Boot 4 has: {@link Claim} and
 * {@link PlacedClaim} (which has the id) are read and written, {@link ClaimReview}, {@link
 * ReviewedClaim} and {@link LineReview} are written. The same form as {@link Cpt76496JsonModule}.
 *
 * <p>{@code findAndAddModules()} finds it, and Spring Boot does so by itself. A claim that cannot
 * be read is a {@link MismatchedInputException}, whose message names the key and repeats no value;
 * text that is no JSON is refused by Jackson, whose own message may quote it. Jackson 3 comes from
 * the host; without it this class is not loaded.
 */
public final class Cpt76496Jackson3Module extends SimpleModule {

  private static final long serialVersionUID = 1L;

  private static final JsonFactory FACTORY = new JsonFactory();

  /** A module that knows the payers that the library knows. */
  public Cpt76496Jackson3Module() {
    this(PayerMap.packaged());
  }

  /**
   * A module that knows the given payers.
   *
   * @param payers tells who the payer is where its family is not stated
   */
  public Cpt76496Jackson3Module(PayerMap payers) {
    super("cpt76496-edits-json");
    addDeserializer(Claim.class, new Reading<>(Claim.class, payers, PlacedClaim::claim));
    addDeserializer(PlacedClaim.class, new Reading<>(PlacedClaim.class, payers, claim -> claim));
    addSerializer(Claim.class, writing(ClaimJson::write));
    addSerializer(PlacedClaim.class, writing(claim -> ClaimJson.write(claim.id(), claim.claim())));
    addSerializer(ClaimReview.class, writing(r -> text(json -> json.review(r))));
    addSerializer(ReviewedClaim.class, writing(r -> text(json -> json.review(r))));
    addSerializer(LineReview.class, writing(line -> text(json -> json.line(line))));
  }

  private static String text(Parts parts) {
    StringWriter text = new StringWriter();
    try (var json = ClaimJson.FACTORY.createGenerator(text)) {
      parts.writeTo(new ReviewJson(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Parts of a review. */
  private interface Parts {
    void writeTo(ReviewJson json) throws IOException;
  }

  /** Copies what Jackson 2 writes, token by token, so that it may become a tree or any format. */
  private static <T> ValueSerializer<T> writing(Function<T, String> text) {
    return new ValueSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializationContext context) {
        try (JsonParser parser =
            FACTORY.createParser(ObjectReadContext.empty(), text.apply(value))) {
          parser.nextToken();
          json.copyCurrentStructureExact(parser);
        }
      }
    };
  }

  private static final class Reading<T> extends ValueDeserializer<T> {
    private final Class<T> type;
    private final PayerMap payers;
    private final Function<PlacedClaim, T> part;

    Reading(Class<T> type, PayerMap payers, Function<PlacedClaim, T> part) {
      this.type = type;
      this.payers = payers;
      this.part = part;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      StringWriter text = new StringWriter();
      try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
        json.copyCurrentStructureExact(parser);
      }
      try {
        return part.apply(ClaimJson.read(text.toString(), payers).at(""));
      } catch (UnreadableClaimException e) {
        throw MismatchedInputException.from(parser, type, e.getMessage());
      }
    }
  }
}
