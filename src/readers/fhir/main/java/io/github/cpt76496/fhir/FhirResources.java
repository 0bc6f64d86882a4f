package io.github.cpt76496.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cpt76496.claims.ClaimSink;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.json.internal.JsonClaim;
import io.github.cpt76496.json.internal.JsonObjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ResourceType;

/**
 * Reads FHIR R4 resources out of JSON: a Claim, or a Bundle that holds claims. Other resources
 * travel beside claims and are passed over, and an object that is no resource is a claim in the
 * JSON form of this library. One instance reads one file.
 */
final class FhirResources implements JsonObjects.Handler {

  /** What a Bundle may hold of claims and of what they refer to, in characters. */
  static final int MOST_OF_A_BUNDLE = 32 << 20;

  private static final Set<String> REFERRED_TO = Set.of("Coverage", "Organization", "Location");

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
  FhirResources(PayerMap payers, ClaimSink sink, Supplier<String> places) {
    this.payers = payers;
    this.sink = sink;
    this.places = places;
  }

  @Override
  public String whyNoClaim() {
    if (passedOver.isEmpty()) {
      return "holds no claim";
    }
    String types = "holds no Claim, only " + String.join(", ", passedOver);
    return passedOver.contains("ExplanationOfBenefit")
        ? types
            + "; an ExplanationOfBenefit is what the payer made of a claim, and what is"
            + " read is the Claim that was sent"
        : types;
  }

  @Override
  public void object(ObjectNode object) {
    String place = places.get();
    sink.later(later -> JsonClaim.pass(object, place, payers, later), 1);
  }

  @Override
  public void resource(ObjectNode resource) throws IOException {
    switch (typeOf(resource)) {
      case "Claim" -> claim(places.get(), json(resource), idOf(resource), new Neighbors());
      case "Bundle" -> {
        try (JsonParser parser = JsonObjects.TREES.treeAsTokens(resource)) {
          parser.nextToken();
          parser.nextToken();
          bundle(parser, JsonObjects.Entries.IN_MEMORY);
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
   */
  @Override
  public void bundle(JsonParser parser, JsonObjects.Entries source) throws IOException {
    Entries entries = new Entries();
    try {
      for (; parser.currentToken() == JsonToken.FIELD_NAME; parser.nextToken()) {
        String key = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && key.equals("entry")) {
          readEntries(parser, entries, source);
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

  private void readEntries(JsonParser parser, Entries entries, JsonObjects.Entries source)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      entries.count++;
      int depth = parser.getParsingContext().getNestingDepth();
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        sink.problem(Problem.at(places.get() + entries.place(), "expected an object"));
      } else if (entries.isFull() || source.passOver()) {
        parser.skipChildren();
      } else {
        try {
          accept((ObjectNode) JsonObjects.TREES.readTree(parser), entries);
        } catch (JsonMappingException e) {
          JsonObjects.skipToEnd(parser, depth);
          sink.problem(
              Problem.at(places.get() + entries.place(), "a key appears twice in one object"));
        }
      }
      source.read();
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
      entries.neighborModified |= isModified(entry);
      entries.neighbors.add(entry.path("fullUrl").asText(""), resource, json);
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
      } else if (held.modified || entries.neighborModified) {
        sink.problem(
            new Problem(held.id, held.place, Meaning.refusal("Bundle.entry.modifierExtension")));
      } else {
        claim(held.place, held.json, held.id, entries.neighbors);
      }
    }
  }

  /** Reading a resource is most of the work. */
  private void claim(String place, String json, String id, Neighbors neighbors) {
    sink.later(later -> claim(place, json, id, neighbors, later), 1);
  }

  private void claim(String place, String json, String id, Neighbors neighbors, ClaimSink sink) {
    try {
      FhirClaim claim = new FhirClaim(FhirParser.strictly(Claim.class, json), payers, neighbors);
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

  /** With its type first, which {@link Neighbors} relies on. */
  private static String json(JsonNode resource) {
    ObjectNode ordered = ((ObjectNode) resource).objectNode();
    ordered.set("resourceType", resource.path("resourceType"));
    ordered.setAll((ObjectNode) resource);
    return ordered.toString();
  }

  /** What is held of a Bundle until it is complete. */
  private static final class Entries {
    private final List<Held> claims = new ArrayList<>();
    private final Neighbors neighbors = new Neighbors();
    private int count;
    private long size;
    private boolean implicitRules;
    private boolean neighborModified;

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
