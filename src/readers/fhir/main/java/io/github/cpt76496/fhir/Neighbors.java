package io.github.cpt76496.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The resources that a claim can refer to: those that it contains and those of its Bundle. A
 * reference to anything else states nothing; nothing is fetched.
 */
final class Neighbors {

  /** Stands for an address that two resources of a Bundle bear. */
  private static final String AMBIGUOUS = "";

  private final Map<String, String> byAddress;

  /** What the claim refers to and says of itself what the reader does not know. */
  private final List<String> notUnderstood = new ArrayList<>(0);

  private final List<String> inError = new ArrayList<>(0);

  Neighbors() {
    this(new HashMap<>());
  }

  private Neighbors(Map<String, String> byAddress) {
    this.byAddress = byAddress;
  }

  /** The same resources for one claim, which tells what of them it could not understand. */
  Neighbors ofOneClaim() {
    return new Neighbors(byAddress);
  }

  /** Parts of resources that were looked for and change what they stand in, such as a coverage. */
  List<String> notUnderstood() {
    return notUnderstood;
  }

  /** Keeps a resource under its address in the Bundle and under its type and id. */
  void add(String fullUrl, JsonNode resource, String json) {
    String type = resource.path("resourceType").asText("");
    String id = resource.path("id").asText("");
    String relative = type + "/" + id;
    if (!id.isEmpty()) {
      put(relative, json);
    }
    if (!fullUrl.isEmpty() && !fullUrl.equals(relative)) {
      put(fullUrl, json);
    }
  }

  private void put(String address, String json) {
    byAddress.merge(address, json, (one, other) -> one.equals(other) ? one : AMBIGUOUS);
  }

  /** Resources that were looked for and say of themselves that they are an error. */
  List<String> inError() {
    return inError;
  }

  <R extends Resource> Optional<R> resolve(Reference reference, Class<R> type) {
    Optional<R> resolved = find(reference, type);
    if (resolved.filter(Neighbors::isInError).isPresent()) {
      inError.add(type.getSimpleName());
      return Optional.empty();
    }
    Optional<String> obstacle = resolved.flatMap(Meaning::notUnderstood);
    obstacle.ifPresent(element -> notUnderstood.add(type.getSimpleName() + "." + element));
    return obstacle.isPresent() ? Optional.empty() : resolved;
  }

  private static boolean isInError(Resource resource) {
    return resource instanceof Coverage coverage
        && coverage.getStatus() == CoverageStatus.ENTEREDINERROR;
  }

  private <R extends Resource> Optional<R> find(Reference reference, Class<R> type) {
    if (type.isInstance(reference.getResource())) {
      return Optional.of(type.cast(reference.getResource()));
    }
    String address = reference.hasReference() ? reference.getReference() : "";
    String json = byAddress.getOrDefault(withoutVersion(address), AMBIGUOUS);
    boolean isOfType = json.startsWith("{\"resourceType\":\"" + type.getSimpleName() + "\"");
    return isOfType ? FhirParser.ifReadable(type, json) : Optional.empty();
  }

  private static String withoutVersion(String address) {
    int version = address.indexOf("/_history/");
    return version < 0 ? address : address.substring(0, version);
  }
}
