package io.github.cpt76496.examples.scrubber.input.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cpt76496.examples.scrubber.input.ClaimSink;
import io.github.cpt76496.examples.scrubber.input.PayerMap;
import io.github.cpt76496.examples.scrubber.input.PlacedClaim;
import io.github.cpt76496.examples.scrubber.input.Problem;
import io.github.cpt76496.examples.scrubber.input.UnreadableClaimException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ResourceType;

/**
 * Reads FHIR R4 resources out of JSON: a Claim, or a Bundle that holds claims. Other resources
 * travel beside claims and are passed over.
 */
public final class FhirResources {

  /** What a Bundle may hold of claims and of what they refer to, in characters. */
  static final int MOST_OF_A_BUNDLE = 32 << 20;

  private static final Set<String> REFERRED_TO = Set.of("Coverage", "Organization", "Location");

  /** Is told when an entry of a Bundle has been read and its text is needed no more. */
  public interface EntryRead {
    void run() throws IOException;
  }

  private final PayerMap payers;
  private final ClaimSink sink;
  private final Supplier<String> places;

  /** The types of the resources that are no claims. */
  private final Set<String> passedOver = new TreeSet<>();

  /**
   * @param payers tells who the payer is
   * @param sink takes the claims
   * @param places names the place of the next claim
   */
  public FhirResources(PayerMap payers, ClaimSink sink, Supplier<String> places) {
    this.payers = payers;
    this.sink = sink;
    this.places = places;
  }

  /** Why a file without a claim holds none; nothing if it holds no FHIR either. */
  public Optional<String> whyNoClaim() {
    if (passedOver.isEmpty()) {
      return Optional.empty();
    }
    String types = "holds no Claim, only " + String.join(", ", passedOver);
    return Optional.of(
        passedOver.contains("ExplanationOfBenefit")
            ? types
                + "; an ExplanationOfBenefit is what the payer made of a claim, and this program"
                + " reads the Claim that was sent"
            : types);
  }

  /** A resource that stands by itself. */
  public void accept(JsonNode resource, ObjectReader trees) throws IOException {
    switch (typeOf(resource)) {
      case "Claim" -> claim(places.get(), json(resource), idOf(resource), new Neighbours());
      case "Bundle" -> {
        try (JsonParser parser = trees.treeAsTokens(resource)) {
          parser.nextToken();
          parser.nextToken();
          acceptBundle(parser, trees, () -> {});
        }
      }
      default -> passOver(resource, places);
    }
  }

  /** What R4 does not know at all could be a claim, misspelt. */
  private void passOver(JsonNode resource, Supplier<String> place) {
    try {
      passedOver.add(ResourceType.valueOf(typeOf(resource)).name());
    } catch (IllegalArgumentException e) {
      sink.problem(Problem.at(place.get(), "resourceType: names no resource of FHIR R4"));
    }
  }

  /**
   * A Bundle, entry by entry; its claims come when it is complete, because what they refer to may
   * follow them.
   *
   * @param parser stands at a key of the Bundle, or at its end
   */
  public void acceptBundle(JsonParser parser, ObjectReader trees, EntryRead entryRead)
      throws IOException {
    Entries entries = new Entries();
    try {
      for (; parser.currentToken() == JsonToken.FIELD_NAME; parser.nextToken()) {
        String key = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && key.equals("entry")) {
          readEntries(parser, trees, entries, entryRead);
        } else {
          // A Bundle has no modifierExtension of its own.
          entries.implicitRules |= key.equals("implicitRules");
          parser.skipChildren();
        }
      }
    } finally {
      // Where the Bundle breaks off, its complete claims are answered all the same.
      answer(entries);
    }
  }

  private void readEntries(
      JsonParser parser, ObjectReader trees, Entries entries, EntryRead entryRead)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      entries.count++;
      int depth = parser.getParsingContext().getNestingDepth();
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        sink.problem(Problem.at(places.get() + entries.place(), "expected an object"));
      } else if (entries.isFull()) {
        parser.skipChildren();
      } else {
        try {
          accept((ObjectNode) trees.readTree(parser), entries);
        } catch (JsonMappingException e) {
          skipToEnd(parser, depth);
          sink.problem(
              Problem.at(places.get() + entries.place(), "a key appears twice in one object"));
        }
      }
      entryRead.run();
    }
  }

  /** Goes on to the end of an object that was left halfway, so that the next one can be read. */
  public static void skipToEnd(JsonParser parser, int depth) throws IOException {
    while (parser.getParsingContext().getNestingDepth() >= depth) {
      if (parser.nextToken() == null) {
        return;
      }
    }
  }

  private void accept(ObjectNode entry, Entries entries) {
    JsonNode resource = entry.path("resource");
    String type = typeOf(resource);
    if (type.equals("Claim")) {
      String json = json(resource);
      entries.size += json.length();
      entries.claims.add(
          new Held(places.get() + entries.place(), idOf(resource), json, isModified(entry)));
    } else if (REFERRED_TO.contains(type)) {
      passedOver.add(type);
      String json = json(resource);
      entries.size += json.length();
      entries.neighbourModified |= isModified(entry);
      entries.neighbours.add(entry.path("fullUrl").asText(""), resource, json);
    } else if (type.equals("Bundle")) {
      sink.problem(
          Problem.at(places.get() + entries.place(), "a Bundle inside a Bundle is not read"));
    } else if (!type.isEmpty()) {
      passOver(resource, () -> places.get() + entries.place());
    }
  }

  private static boolean isModified(ObjectNode entry) {
    return entry.path("modifierExtension").size() > 0;
  }

  private void answer(Entries entries) {
    if (entries.isFull()) {
      sink.problem(
          Problem.at(
              places.get(),
              "the Bundle holds more than "
                  + (MOST_OF_A_BUNDLE >> 20)
                  + " MB of claims and of what they refer to; write them as NDJSON, one resource a"
                  + " line"));
      return;
    }
    for (Held held : entries.claims) {
      if (entries.implicitRules) {
        sink.problem(new Problem(held.id, held.place, Meaning.refusal("Bundle.implicitRules")));
      } else if (held.modified || entries.neighbourModified) {
        sink.problem(
            new Problem(held.id, held.place, Meaning.refusal("Bundle.entry.modifierExtension")));
      } else {
        claim(held.place, held.json, held.id, entries.neighbours);
      }
    }
  }

  private void claim(String place, String json, String id, Neighbours neighbours) {
    try {
      FhirClaim claim = new FhirClaim(FhirParser.strictly(Claim.class, json), payers, neighbours);
      io.github.cpt76496.Claim read = claim.claim();
      List<Problem> notices =
          claim.notices().stream()
              .distinct()
              .map(notice -> new Problem(id, place, notice))
              .toList();
      sink.claim(
          new PlacedClaim(id, place, read, List.of(), claim.payerNotice(), notices, claim.paths()));
    } catch (UnreadableClaimException e) {
      sink.problem(new Problem(id, place, e.getMessage()));
    }
  }

  private static String typeOf(JsonNode resource) {
    return resource.path("resourceType").asText("");
  }

  /** The id of the resource, or its first business identifier. */
  private static String idOf(JsonNode resource) {
    String id = resource.path("id").asText("").strip();
    return id.isEmpty() ? resource.path("identifier").path(0).path("value").asText("").strip() : id;
  }

  /** With its type first, which {@link Neighbours} relies on. */
  private static String json(JsonNode resource) {
    ObjectNode ordered = ((ObjectNode) resource).objectNode();
    ordered.set("resourceType", resource.path("resourceType"));
    ordered.setAll((ObjectNode) resource);
    return ordered.toString();
  }

  /** What is held of a Bundle until it is complete. */
  private static final class Entries {
    private final List<Held> claims = new ArrayList<>();
    private final Neighbours neighbours = new Neighbours();
    private int count;
    private long size;
    private boolean implicitRules;
    private boolean neighbourModified;

    boolean isFull() {
      return size > MOST_OF_A_BUNDLE;
    }

    String place() {
      return ", entry " + count + " of a Bundle";
    }
  }

  private record Held(String place, String id, String json, boolean modified) {

    /** The place alone: the resource belongs to a patient. */
    @Override
    public String toString() {
      return "Held[" + place + "]";
    }
  }
}
