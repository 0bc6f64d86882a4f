package io.github.cpt76496.fhir;

import io.github.cpt76496.claims.internal.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;

/** What a FHIR claim states that is not read, and on which an answer could depend. */
final class FhirElements {

  static final Elements LISTED =
      Elements.read(FhirElements.class.getResourceAsStream("elements.tsv"));

  private FhirElements() {}

  /**
   * What is said of the elements that are filled and not read.
   *
   * @param base a claim or a part of one
   * @param place what kind of part it is, such as {@code Claim.item}
   * @param path where it stands, with a point behind it; empty for the claim itself
   */
  static List<String> unread(Base base, String place, String path) {
    List<String> said = new ArrayList<>(0);
    for (Property property : base.children()) {
      if (property.hasValues()) {
        String name = property.getName().replace("[x]", "");
        Optional<String> why = LISTED.unread("fhir " + place, name);
        why.ifPresent(reason -> said.add(path + name + ": was not read: " + reason));
      }
    }
    return said;
  }
}
