package io.github.cpt76496.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.ReceivedClaims;
import io.github.cpt76496.claims.internal.Elements.Element;
import io.github.cpt76496.claims.internal.Elements.Mark;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.DetailComponent;
import org.hl7.fhir.r4.model.Claim.InsuranceComponent;
import org.hl7.fhir.r4.model.Claim.ItemComponent;
import org.hl7.fhir.r4.model.Claim.SubDetailComponent;
import org.hl7.fhir.r4.model.Claim.SupportingInformationComponent;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is listed as unknown, and what is not listed at all, gives a notice, and nothing else. */
class FhirElementsTest {

  private static final Map<String, Base> OF_FHIR =
      Map.of(
          "fhir Coverage", new Coverage(),
          "fhir Organization", new Organization(),
          "fhir Location", new Location(),
          "fhir Claim", new Claim(),
          "fhir Claim.item", new ItemComponent(),
          "fhir Claim.item.detail", new DetailComponent(),
          "fhir Claim.item.detail.subDetail", new SubDetailComponent(),
          "fhir Claim.supportingInfo", new SupportingInformationComponent(),
          "fhir Claim.insurance", new InsuranceComponent());

  @Test
  void everyElementThatR4DefinesIsListed() {
    OF_FHIR.forEach(
        (place, base) -> {
          Set<String> defined = new TreeSet<>();
          for (Property property : base.children()) {
            defined.add(property.getName().replace("[x]", ""));
          }
          assertEquals(defined, new TreeSet<>(FhirElements.LISTED.at(place).keySet()), place);
        });
  }

  @Test
  void whatIsNotReadHasAReason() {
    for (Element element : FhirElements.LISTED.all()) {
      assertEquals(element.mark() == Mark.USED, element.why().isEmpty(), element.name());
    }
  }

  static Stream<Element> elementsOfFhir() {
    return FhirElements.LISTED.all().stream().filter(element -> element.mark() == Mark.UNKNOWN);
  }

  private static final String CLAIM =
      """
      {"resourceType":"Claim","id":"F1",
       "supportingInfo":[{"sequence":1,"category":{"text":"x"}}],
       "insurance":[{"sequence":1,"focal":true}],
       "item":[{"sequence":1,"servicedDate":"2026-03-02",
         "productOrService":{"coding":[
           {"system":"http://www.ama-assn.org/go/cpt","code":"76496"}]},
         "detail":[{"sequence":1,"productOrService":{"coding":[
             {"system":"http://www.ama-assn.org/go/cpt","code":"76496"}]},
           "subDetail":[{"sequence":1,"productOrService":{"coding":[
             {"system":"http://www.ama-assn.org/go/cpt","code":"76496"}]}}]}]}]}
      """;

  private static final Map<String, String> PATHS =
      Map.of(
          "fhir Claim", "",
          "fhir Claim.item", "/item/0",
          "fhir Claim.item.detail", "/item/0/detail/0",
          "fhir Claim.item.detail.subDetail", "/item/0/detail/0/subDetail/0",
          "fhir Claim.supportingInfo", "/supportingInfo/0",
          "fhir Claim.insurance", "/insurance/0");

  private static final Map<String, String> VALUES =
      Map.of(
          "extension", "[{\"url\":\"urn:x\",\"valueString\":\"x\"}]",
          "related", "[{\"claim\":{\"display\":\"x\"}}]",
          "referral", "{\"display\":\"x\"}",
          "procedure", "[{\"sequence\":1,\"procedureCodeableConcept\":{\"text\":\"x\"}}]",
          "encounter", "[{\"display\":\"x\"}]");

  @ParameterizedTest
  @MethodSource("elementsOfFhir")
  void elementOfFhirThatIsNotReadIsNamed(Element element) throws Exception {
    JsonMapper mapper = new JsonMapper();
    JsonNode claim = mapper.readTree(CLAIM);
    String path = PATHS.get(element.place());
    ((ObjectNode) claim.at(path)).set(element.name(), mapper.readTree(VALUES.get(element.name())));
    String dotted = path.replaceAll("/([a-zA-Z]+)/([0-9]+)", ".$1[$2]").replaceFirst("^\\.", "");

    ReceivedClaims received =
        ReceivedClaims.from(new FhirClaimReader(), mapper.writeValueAsString(claim));

    assertEquals(List.of(), received.problems);
    assertEquals(
        Set.of(
            (dotted.isEmpty() ? "" : dotted + ".")
                + element.name()
                + ": was not read: "
                + element.why()),
        new TreeSet<>(
            received.notices.stream()
                .map(Problem::reason)
                .filter(reason -> !reason.contains(": answered as line "))
                .toList()));
  }
}
