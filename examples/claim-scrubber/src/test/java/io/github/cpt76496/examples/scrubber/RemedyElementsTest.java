package io.github.cpt76496.examples.scrubber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import io.github.cpt76496.claims.internal.Elements;
import io.github.cpt76496.claims.internal.Elements.Mark;
import io.github.cpt76496.fhir.FhirClaimReader;
import io.github.cpt76496.x12.X12ClaimReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What an edit tells to change is what the readers read; two numbers that only payers want are not.
 */
class RemedyElementsTest {

  private static final List<Edit> CATALOG = Cpt76496Edits.load().catalog();

  private static final int LONGEST_SEGMENT = 3;

  private static Set<String> used(Class<?> reader) throws IOException {
    try (InputStream in = reader.getResourceAsStream("elements.tsv")) {
      return Elements.read(in).all().stream()
          .filter(element -> element.mark() == Mark.USED)
          .map(element -> element.place() + " " + element.name())
          .collect(Collectors.toSet());
    }
  }

  @Test
  void elementsOfX12AreRead() throws IOException {
    Set<String> used = used(X12ClaimReader.class);
    Set<String> told = new TreeSet<>();
    for (Edit edit : CATALOG) {
      told.addAll(edit.remedy().x12Professional());
      told.addAll(edit.remedy().x12Institutional());
    }
    assertTrue(told.size() > 15, told::toString);
    assertEquals(
        Set.of("2410 LIN03"),
        told.stream()
            .filter(element -> !used.contains(placeOfX12(element)))
            .collect(Collectors.toSet()));
  }

  /** A segment is listed by its loop, and an element by its segment. */
  private static String placeOfX12(String element) {
    String name = element.substring(element.indexOf(' ') + 1).replaceFirst("-[1-8]$", "");
    return name.length() <= LONGEST_SEGMENT
        ? "837 loop " + element
        : "837 " + name.substring(0, name.length() - 2) + " " + name;
  }

  @Test
  void elementsOfFhirAreRead() throws IOException {
    Set<String> used = used(FhirClaimReader.class);
    Set<String> told = new TreeSet<>();
    CATALOG.forEach(edit -> told.addAll(edit.remedy().fhir()));
    assertTrue(told.size() > 8, told::toString);
    assertEquals(
        Set.of("Claim.insurance.preAuthRef"),
        told.stream()
            .filter(element -> !used.contains(placeOfFhir(element)))
            .collect(Collectors.toSet()));
  }

  /** The text of a concept is a part of it. */
  private static String placeOfFhir(String element) {
    String listed = element.replaceFirst("[.]text$", "");
    int name = listed.lastIndexOf('.');
    return "fhir " + listed.substring(0, name) + " " + listed.substring(name + 1);
  }
}
