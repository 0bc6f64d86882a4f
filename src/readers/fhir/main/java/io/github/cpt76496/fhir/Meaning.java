package io.github.cpt76496.fhir;

import io.github.cpt76496.claims.UnreadableClaimException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;

/**
 * What changes the meaning of a resource or of a part of it. FHIR R4 forbids to pass over a
 * modifier extension or over implicit rules that are not understood; that something is cancelled,
 * as the guides of Da Vinci say it, is understood.
 */
final class Meaning {

  private static final String PAS = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/";

  private static final Set<String> CANCELLED =
      Set.of(
          PAS + "extension-itemCancelled",
          PAS + "extension-infoCancelled",
          PAS + "modifierextension-infoCancelled");

  private Meaning() {}

  /** What of a resource as a whole is not understood; nothing if all of it is. */
  static Optional<String> notUnderstood(Resource resource) {
    if (resource.hasImplicitRules()) {
      return Optional.of("implicitRules");
    }
    return resource instanceof DomainResource domain && domain.hasModifierExtension()
        ? Optional.of("modifierExtension")
        : Optional.empty();
  }

  /** Refuses a resource that is not understood as a whole. */
  static void require(Resource resource) throws UnreadableClaimException {
    Optional<String> element = notUnderstood(resource);
    if (element.isPresent()) {
      throw new UnreadableClaimException(refusal(element.get()));
    }
  }

  /**
   * Whether a part of a claim says of itself that it is cancelled.
   *
   * @throws UnreadableClaimException if it says anything else that changes its meaning
   */
  static boolean isCancelled(List<Extension> modifiers, String path)
      throws UnreadableClaimException {
    boolean cancelled = false;
    for (Extension modifier : modifiers) {
      if (!CANCELLED.contains(modifier.getUrl())
          || !(modifier.getValue() instanceof BooleanType value)
          || !value.hasValue()) {
        throw new UnreadableClaimException(refusal(path + ".modifierExtension"));
      }
      cancelled |= value.booleanValue();
    }
    return cancelled;
  }

  static String refusal(String element) {
    return element
        + ": changes what it stands in, in a way that the reader does not know, so the claim is"
        + " not answered; send the claim without it if it means the same without it";
  }
}
