package io.github.cpt76496.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.claims.PassingOver;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.ReceivedClaims;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that passes over what does not bill 76496 answers the rest as one that reads all. */
class FhirPassingOverTest {

  private static final FhirClaimReader ALL = new FhirClaimReader();
  private static final FhirClaimReader FAST = ALL.onlyWith76496();

  private static final String LINES = "lines";
  private static final String BUNDLE = "bundle";

  /** An id, and the text up to the next one, or to the end of its claim. */
  private static final Pattern CLAIM =
      Pattern.compile("(?s)\"id\":\"([^\"]*)\"((?:(?!\"id\"|]}[,\\]}\\s]*(?:\n|\\z|\\{)).)*)");

  private static String claim(String id, String code) {
    return ("{\"resourceType\":\"Claim\",\"id\":\"%s\",\"status\":\"active\",\"use\":\"claim\","
            + "\"insurer\":{\"reference\":\"Organization/o\"},\"item\":[{\"sequence\":1,"
            + "\"productOrService\":{\"coding\":[{\"system\":\"http://www.ama-assn.org/go/cpt\","
            + "\"code\":\"%s\"}]},\"servicedDate\":\"2026-03-02\"}]}")
        .formatted(id, code);
  }

  private static final String INSURER =
      "{\"resourceType\":\"Organization\",\"id\":\"o\",\"name\":\"CIGNA\"}";

  private static final List<String> RESOURCES =
      List.of(
          claim("A", "99213"), claim("B", "76496"), INSURER, claim("C", "71046"), claim("D", "1"));

  private static String file(String form) {
    if (form.equals(LINES)) {
      return RESOURCES.stream().collect(Collectors.joining("\n", "", "\n"));
    }
    return RESOURCES.stream()
        .map(resource -> "{\"resource\":" + resource + "}")
        .collect(
            Collectors.joining(
                ",\n", "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[", "]}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {LINES, BUNDLE})
  void claimsWithTheCodeAreReadWithTheirPayers_andTheOthersCounted(String form) {
    ReceivedClaims all = ReceivedClaims.from(ALL, file(form));
    ReceivedClaims received = ReceivedClaims.from(FAST, file(form));

    assertEquals(List.of("B"), received.claims.stream().map(PlacedClaim::id).toList());
    assertEquals(all.billing(), received.billing());
    assertEquals(List.of(), received.problems);
    assertEquals(3, received.passedOver);
  }

  @Tag("one-jdk") // Half a minute; what is read does not depend on the JDK.
  @ParameterizedTest
  @ValueSource(strings = {LINES, BUNDLE})
  void damagedFilesAreReadAlike(String form) {
    PassingOver.requireAlike(
        ALL, FAST, file(form), 5000, file -> PassingOver.idsWithCode(CLAIM, file));
  }

  /** The claims of a Bundle are answered with what stands behind those that are passed over. */
  @Test
  void bundleOfOneInAThousand() {
    String bundle =
        Stream.concat(
                Stream.iterate(0, i -> i + 1)
                    .limit(1000)
                    .map(i -> claim("N" + i, i == 500 ? "76496" : "99213")),
                Stream.of(INSURER))
            .map(resource -> "{\"resource\":" + resource + "}")
            .collect(Collectors.joining(",", "{\"resourceType\":\"Bundle\",\"entry\":[", "]}"));

    ReceivedClaims received = ReceivedClaims.from(FAST, bundle);

    assertEquals(
        List.of("N500 claim 501, entry 501 of a Bundle CIGNA"),
        received.claims.stream()
            .map(c -> c.id() + " " + c.place() + " " + c.claim().payer())
            .toList());
    assertEquals(List.of(), received.problems);
    assertEquals(999, received.passedOver);
  }

  /** An item without a procedure may be one that nobody can read. */
  @Test
  void claimWhoseItemsLackTheirProcedureIsRead() {
    String file = claim("A", "99213").replace("productOrService", "productOrServices");

    ReceivedClaims received = ReceivedClaims.from(FAST, file);

    assertEquals(
        List.of("productOrServices: unknown to FHIR R4 in this place"),
        received.problems.stream().map(problem -> problem.reason()).toList());
    assertEquals(0, received.passedOver);
  }
}
