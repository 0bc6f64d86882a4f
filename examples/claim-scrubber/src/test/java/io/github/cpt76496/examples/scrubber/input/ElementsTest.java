package io.github.cpt76496.examples.scrubber.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cpt76496.examples.scrubber.input.Elements.Element;
import io.github.cpt76496.examples.scrubber.input.Elements.Mark;
import io.github.cpt76496.examples.scrubber.input.json.JsonClaimReader;
import io.github.cpt76496.examples.scrubber.input.x12.Interchange;
import io.github.cpt76496.examples.scrubber.input.x12.X12ClaimReader;
import java.util.ArrayList;
import java.util.Arrays;
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
class ElementsTest {

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
          assertEquals(defined, new TreeSet<>(Elements.at(place).keySet()), place);
        });
  }

  @Test
  void whatIsNotReadHasAReason() {
    for (Element element : Elements.all()) {
      assertEquals(element.mark() == Mark.USED, element.why().isEmpty(), element.name());
    }
  }

  private static Stream<Element> listed(String format) {
    return Elements.all().stream().filter(element -> element.place().startsWith(format + " "));
  }

  static Stream<Element> segments() {
    return listed("837").filter(element -> element.place().contains(" loop "));
  }

  static Stream<Element> elementsOfSegments() {
    return listed("837").filter(element -> !element.place().contains(" loop "));
  }

  static Stream<Element> elementsOfFhir() {
    return listed("fhir").filter(element -> element.mark() == Mark.UNKNOWN);
  }

  // ---- X12

  private static final List<String> PROFESSIONAL =
      List.of(
          "HL*2*1*22*0",
          "SBR*P*18*******CI",
          "NM1*PR*2*AETNA*****PI*1",
          "REF*2U*1",
          "CLM*C1*100***22:B:1",
          "NTE*ADD*A STUDY",
          "PWK*M1*BM",
          "LX*1",
          "SV1*HC:76496*100*UN*1",
          "DTP*472*D8*20260302");

  private static final List<String> INSTITUTIONAL =
      PROFESSIONAL.stream()
          .map(s -> s.replace("22:B:1", "13:A:1").replace("SV1*", "SV2*0320*"))
          .toList();

  private static ReceivedClaims read(List<String> segments) {
    String[] array = segments.toArray(String[]::new);
    return ReceivedClaims.from(
        new X12ClaimReader(),
        segments.stream().anyMatch(s -> s.startsWith("SV2"))
            ? Interchange.institutional(array)
            : Interchange.professional(array));
  }

  private static List<String> notices(List<String> segments) {
    ReceivedClaims received = read(segments);
    assertEquals(List.of(), received.problems);
    return received.notices.stream().map(Problem::reason).toList();
  }

  private static List<String> with(int at, String segment) {
    List<String> segments = new ArrayList<>(PROFESSIONAL);
    segments.add(at, segment);
    return segments;
  }

  @Test
  void claimOfWhichAllIsReadHasNoNotice() {
    assertEquals(List.of(), notices(PROFESSIONAL));
    assertEquals(List.of(), notices(INSTITUTIONAL));
  }

  @ParameterizedTest
  @MethodSource("segments")
  void segmentThatIsNotReadIsNamed(Element element) {
    boolean ofLine = element.place().endsWith("2400");
    Set<String> begin = Set.of("LX", "SV1", "SV2", "SBR");
    if (begin.contains(element.name())) {
      return;
    }
    List<String> said =
        notices(with(ofLine ? PROFESSIONAL.size() : 5, element.name() + "*ZZ")).stream()
            .filter(notice -> notice.contains(element.name() + " was not read"))
            .toList();

    assertEquals(
        element.mark() == Mark.UNKNOWN
            ? List.of(element.name() + " was not read: " + element.why())
            : List.of(),
        said);
  }

  @Test
  void segmentThatNoGuideHasIsNamed() {
    List<String> said = List.of("a segment that no guide has in this place; it was not read");

    assertEquals(said, notices(with(5, "ZZZ*1")));
    assertEquals(said, notices(with(PROFESSIONAL.size(), "ZZZ*1")));
    assertEquals(
        said,
        notices(Stream.concat(INSTITUTIONAL.stream(), Stream.of("SV1*HC:76496*1*UN*1")).toList()));
  }

  @ParameterizedTest
  @MethodSource("elementsOfSegments")
  void elementThatIsNotReadIsNamed(Element element) {
    String tag = element.name().substring(0, element.name().length() - 2);
    int number = Integer.parseInt(element.name().substring(tag.length()));
    List<String> said = notices(filled(tag, number));

    List<String> named =
        said.stream().filter(notice -> notice.startsWith(element.name() + " ")).toList();
    assertEquals(
        element.mark() == Mark.UNKNOWN
            ? List.of(element.name() + " was not read: " + element.why())
            : List.of(),
        named);
    assertFalse(
        element.mark() != Mark.UNKNOWN && said.stream().anyMatch(s -> s.contains("more elements")),
        element.name());
  }

  @Test
  void elementBeyondTheGuideIsNamed() {
    for (String tag : List.of("SBR", "NM1", "REF", "CLM", "NTE", "PWK", "SV1", "SV2", "DTP")) {
      int last = Elements.at("837 " + tag).size();
      assertEquals(
          List.of(tag + " has more elements than the guide; what is beyond was not read"),
          notices(filled(tag, tag.equals("NTE") ? 3 : last + 1)),
          tag);
    }
  }

  /** A sound claim in which an element that is empty is filled. */
  private static List<String> filled(String tag, int number) {
    List<String> segments = new ArrayList<>(tag.equals("SV2") ? INSTITUTIONAL : PROFESSIONAL);
    segments.replaceAll(
        segment -> {
          if (!segment.startsWith(tag + "*")) {
            return segment;
          }
          String[] elements = segment.split("\\*", -1);
          String[] longer = Arrays.copyOf(elements, Math.max(elements.length, number + 1));
          for (int i = 0; i < longer.length; i++) {
            longer[i] = longer[i] == null ? "" : longer[i];
          }
          longer[number] = longer[number].isEmpty() ? filling(tag, number) : longer[number];
          return String.join("*", longer);
        });
    return segments;
  }

  /** A place where the line states one; anything elsewhere. */
  private static String filling(String tag, int number) {
    return tag.equals("SV1") && number == 5 ? "22" : "1";
  }

  // ---- FHIR

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
        ReceivedClaims.from(new JsonClaimReader(), mapper.writeValueAsString(claim));

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
