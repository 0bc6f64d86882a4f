package io.github.cpt76496.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.claims.PassingOver;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.ReceivedClaims;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that passes over what does not bill 76496 answers the rest as one that reads all. */
class JsonPassingOverTest {

  private static final JsonClaimReader ALL = new JsonClaimReader();
  private static final JsonClaimReader FAST = ALL.onlyWith76496();

  /** An id, and the text up to the next one, or to the end of its claim. */
  private static final Pattern CLAIM =
      Pattern.compile("(?s)\"id\": ?\"([^\"]*)\"((?:(?!\"id\"|]}[,\\]\\s]*(?:\n|\\z|\\{)).)*)");

  private static String claim(String id, String... codes) {
    return "{\"id\": \"%s\", \"payer\": {\"name\": \"AETNA\"}, \"note\": \"a \\\"word\\\"\","
            .formatted(id)
        + " \"lines\": ["
        + List.of(codes).stream()
            .map(c -> "{\"procedureCode\": \"%s\", \"dateOfService\": \"2026-03-02\"}".formatted(c))
            .collect(Collectors.joining(", "))
        + "]}";
  }

  private static final List<String> CLAIMS =
      List.of(
          claim("A", "99213", "76496"),
          claim("B", "71046"),
          claim("C", "47533", "99214"),
          claim("D", "76496"),
          claim("E", "80053"));

  private static final String LINES = String.join("\n", CLAIMS) + "\n";
  private static final String ARRAY = "[" + String.join(",\n", CLAIMS) + "]";
  private static final String PRETTY = ARRAY.replace("{", "{\n  ").replace(", \"", ",\n  \"");

  private static List<String> ids(ReceivedClaims received) {
    return received.claims.stream().map(PlacedClaim::id).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lines", "array", "pretty"})
  void claimsWithTheCodeAreReadInTheirPlaces_andTheOthersCounted(String form) {
    ReceivedClaims received = ReceivedClaims.from(FAST, file(form));

    assertEquals(List.of("A", "D"), ids(received));
    assertEquals(
        List.of("claim 1", "claim 4"), received.claims.stream().map(PlacedClaim::place).toList());
    assertEquals(List.of(), received.problems);
    assertEquals(3, received.passedOver);
    assertEquals(ReceivedClaims.from(ALL, file(form)).billing(), received.claims);
  }

  private static String file(String form) {
    return switch (form) {
      case "lines" -> LINES;
      case "array" -> ARRAY;
      default -> PRETTY;
    };
  }

  @ParameterizedTest
  @CsvSource({"lines, 5000", "array, 2500", "pretty, 2500"})
  void damagedFilesAreReadAlike(String form, int damages) {
    PassingOver.requireAlike(
        ALL, FAST, file(form), damages, file -> PassingOver.idsWithCode(CLAIM, file));
  }

  /** What could be the code in another spelling is read, and refused as by the other reader. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "76496 ",
        "76496-26",
        "HC:76496",
        "7 6 4 9 6",
        "764\\n96",
        "76\\\"496",
        "\\u0037\\u0036496",
        "\uff17\uff16\uff14\uff19\uff16",
        "76\u00a0496"
      })
  void codeThatResemblesItIsReadAndNamed(String code) {
    String file = LINES.replace("80053", code);
    ReceivedClaims received = ReceivedClaims.from(FAST, file);

    assertEquals(ReceivedClaims.from(ALL, file).problems, received.problems);
    assertEquals(ReceivedClaims.from(ALL, file).billing(), received.billing());
    assertEquals(2, received.passedOver);
  }

  /** What is no claim, or may be one that is misspelt, is named. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"dependencies\": 1}                         | dependencies: unknown",
        "{\"lines\": []}                               | lines: missing",
        "{\"lines\": [{\"code\": \"99213\"}]}          | lines[0].code: unknown",
        "{\"lines\": [{\"procedureCode\": 99213}]}     |"
      })
  void objectThatIsNoClaimIsRead(String object, String reason) {
    ReceivedClaims all = ReceivedClaims.from(ALL, object);
    ReceivedClaims received = ReceivedClaims.from(FAST, object);

    assertEquals(1, received.problems.size());
    assertEquals(all.problems, received.problems);
    assertEquals(0, received.passedOver);
    if (reason != null) {
      assertEquals(reason, received.problems.get(0).reason().substring(0, reason.length()));
    }
  }

  /** Other encodings are refused as ever. */
  @Test
  void claimsInUtf16AreNotPassedOver() {
    byte[] file = claim("B", "71046").getBytes(StandardCharsets.UTF_16LE);
    ReceivedClaims received = ReceivedClaims.from(FAST, file);

    assertEquals(ReceivedClaims.from(ALL, file).problems, received.problems);
    assertEquals(0, received.passedOver);
  }

  /** So it is written in the reader's documentation. */
  @Test
  void otherClaimsAreNotLookedAtAnyFurther() {
    String file =
        claim("A", "99213").replace("2026-03-02", "yesterday")
            + claim("B", "99213").replace("{\"name", "{\"x\": 1, \"name")
            + claim("C", "99213").replace("{\"name", "{\"name\": \"CIGNA\", \"name");

    ReceivedClaims received = ReceivedClaims.from(FAST, file);

    assertEquals(3, ReceivedClaims.from(ALL, file).problems.size());
    assertEquals(List.of(), received.problems);
    assertEquals(3, received.passedOver);
  }

  /** Claims across the bounds of what is held of a file, and longer than that. */
  @Test
  void longFilesAndLongClaimsAreReadAlike() {
    String file =
        IntStream.range(0, 3000)
            .mapToObj(
                i ->
                    claim("N" + i, i % 100 == 0 ? "76496" : "99213")
                        .replace("word", "w".repeat(i % 500 == 1 ? 200_000 : 17 * i % 900)))
            .collect(Collectors.joining("\n"));
    ReceivedClaims received = ReceivedClaims.from(FAST, file);

    assertEquals(ReceivedClaims.from(ALL, file).billing(), received.billing());
    assertEquals(30, received.billing().size());
    assertEquals(3000, received.claims.size() + received.passedOver);
    assertEquals(List.<Problem>of(), received.problems);
  }
}
