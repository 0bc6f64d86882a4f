package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Odd input is answered, or refused with the line, the field and the cure; no value is repeated.
 */
class BadInputTest {

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();
  private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
  private static final String SIXTY =
      "ABCDEFGHIJ_BCDEFGHIJ_BCDEFGHIJ_BCDEFGHIJ_BCDEFGHIJ_BCDEFGHIJ";
  private static final String RESEMBLES =
      "line 3: procedureCode: resembles 76496 but is not those five ASCII digits;"
          + " correct the code, and put modifiers in their own field";
  private static final String NO_CODE =
      "line 3: procedureCode: must be five letters and digits, such as 76496 or J3490;"
          + " correct the code, and put modifiers in their own field";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "764.96",
        "\uff17\uff16\uff14\uff19\uff16",
        "\u0667\u0666\u0664\u0669\u0666",
        "76496-26",
        "7649626",
        "76496 26",
        "HC:76496",
        "CPT 76496",
        "076496",
        "A76496",
        "7\u200b6496",
        "76496\u0000",
        "7 6 4 9 6",
        "\u202e76496",
        "764966"
      })
  void procedureCodesThatResemble76496AreRefused(String code) {
    assertRefused(RESEMBLES, () -> ServiceLine.builder(3, code, DATE).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"76496", " 76496", "76496 ", "\t76496\n"})
  void surroundingWhiteSpaceIsNotPartOfACode(String code) {
    assertEquals(1, review(ServiceLine.builder(3, code, DATE).build()).lines().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"J3490", "99213", "76497", "47649", "7649T"})
  void anyOtherCodeIsAnotherProcedure(String code) {
    assertEquals(List.of(), review(ServiceLine.builder(3, code, DATE).build()).lines());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "47533-52",
        "HC:47533",
        "47533 52",
        "475 33",
        "47533.",
        "4753",
        "475333",
        "52",
        "4753\u0663",
        "\uff14\uff17\uff15\uff13\uff13",
        "47533\u0000",
        "SMITH",
        "3: 47533",
        "N/A",
        "0.47533",
        "4753X1",
        "475:3",
        "4754 MARKER 1",
        "\uff14\uff1775\uff13\uff13",
        "478331",
        "x",
        "6496",
        "478 76",
        "\ud83d\ude42",
        "\u00e9"
      })
  void aTextThatIsNoCodeIsNoProcedure(String text) {
    assertRefused(NO_CODE, () -> ServiceLine.builder(3, text, DATE).build());
  }

  @Test
  void aVeryLongCodeIsRefusedAndNotRepeated() {
    assertRefused(NO_CODE, () -> ServiceLine.builder(3, "9".repeat(1_000_000), DATE).build());
  }

  @ParameterizedTest
  @CsvSource({"47533, 47533", " j3490 , J3490", "0054t, 0054T", "1aa11, 1AA11", "kagd1, KAGD1"})
  void aCodeOfAnotherProcedureMayBeOneOfThreeLists(String text, String code) {
    assertEquals(code, ServiceLine.builder(3, text, DATE).build().procedureCode());
  }

  @ParameterizedTest
  @CsvSource({
    "10.0, 10",
    "100, 100",
    "1E+1, 10",
    "1.50, 1.5",
    "1E+19, 10000000000000000000",
    "1E+20, 1E+20",
    "1E+1000000, 1E+1000000"
  })
  void unitsAreWrittenOut(BigDecimal given, String written) {
    ServiceLine line = ServiceLine.builder(3, "76496", DATE).units(given).build();
    assertEquals(written, line.units().toString());
  }

  @Test
  void whatIsMissingIsNamed() {
    assertRefused(
        "line 3: procedureCode: missing", () -> ServiceLine.builder(3, nothing(), DATE).build());
    assertRefused("line 3: procedureCode: blank", () -> ServiceLine.builder(3, " ", DATE).build());
    assertRefused(
        "line 3: dateOfService: missing", () -> ServiceLine.builder(3, "76496", nothing()).build());
    assertRefused(
        "line 3: modifiers: missing",
        () -> line(b -> b.modifiers(BadInputTest.<List<String>>nothing())));
    assertRefused(
        "line 3: modifiers: missing",
        () -> line(b -> b.modifiers(Collections.singletonList(nothing()))));
    assertRefused("line 3: placeOfService: missing", () -> line(b -> b.placeOfService(nothing())));
    assertRefused("line 3: description: missing", () -> line(b -> b.description(nothing())));
    assertRefused("line 3: note: missing", () -> line(b -> b.note(nothing())));
    assertRefused("line 3: record: missing", () -> line(b -> b.record(nothing())));
    assertRefused(
        "line 3: units: missing", () -> line(b -> b.units(BadInputTest.<BigDecimal>nothing())));
    assertRefused("line 3: revenueCode: missing", () -> line(b -> b.revenueCode(nothing())));
    assertRefused(
        "payer: missing", () -> Claim.builder(Claim.Form.PROFESSIONAL, nothing()).build());
    assertRefused("form: missing", () -> Claim.builder(nothing(), Payer.UNKNOWN).build());
    assertRefused("payer.family: missing", () -> Payer.of(nothing()));
    assertRefused(
        "lines[1]: missing",
        () -> claim(List.of(line(b -> b)), Collections.singletonList(nothing())));
    assertRefused(
        "record.purpose: missing", () -> RecordFacts.builder().purpose(nothing()).build());
  }

  @ParameterizedTest
  @CsvSource({"26, 26", "' 26 ', 26", "tc, TC", "Tc, TC"})
  void modifiersAreReadInCapitals(String given, String read) {
    assertEquals(List.of(read), line(b -> b.modifiers(given)).modifiers());
  }

  @Test
  void blankModifiersAreEmptyElements() {
    assertEquals(List.of("59", "26"), line(b -> b.modifiers("", "59", " ", "26")).modifiers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "266", "2 6", "\uff12\uff16", "2\u200b", "--", "é1"})
  void malformedModifiersAreRefused(String modifier) {
    assertRefused(
        "line 3: modifiers: each must be two letters or digits, such as 26",
        () -> line(b -> b.modifiers(modifier)));
  }

  @Test
  void fourModifiersAreTheMost() {
    assertEquals(4, line(b -> b.modifiers("26", "59", "76", "GA")).modifiers().size());
    for (int count : new int[] {5, 40}) {
      assertRefused(
          "line 3: modifiers: " + count + " given; a claim line holds at most four",
          () -> line(b -> b.modifiers(Collections.nCopies(count, "26"))));
    }
  }

  @Test
  void theSameModifierTwiceIsAnswered() {
    LineReview line =
        review(line(b -> b.modifiers("26", "26").placeOfService("22"))).lines().get(0);
    assertEquals(LineReview.Modifier26.VALID, line.modifier26());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "222", "2a2", "ZZ", "\uff12\uff12"})
  void malformedPlacesAreRefused(String place) {
    assertRefused(
        "line 3: placeOfService: must be two digits, such as 22",
        () -> line(b -> b.placeOfService(place)));
  }

  @Test
  void unitsAreMoreThanZero() {
    assertRefused("line 3: units: must be more than zero", () -> line(b -> b.units(0)));
    assertRefused("line 3: units: must be more than zero", () -> line(b -> b.units(-1)));
    assertEquals(1, review(line(b -> b.units(Long.MAX_VALUE))).lines().size());
  }

  @Test
  void lineNumbersArePositiveAndDistinct() {
    assertRefused(
        "line 0: number: must be 1 or more", () -> ServiceLine.builder(0, "76496", DATE).build());
    assertRefused(
        "line 3: number: used by two lines of the claim",
        () -> claim(List.of(line(b -> b), line(b -> b)), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PALMETTO GBA", "é", "A-B", "A\nB", "A@B", "A[B", "A/B", "A:B", SIXTY + "A"})
  void malformedPlansAreRefused(String plan) {
    assertRefused(
        "payer.plan: must be at most 60 letters, digits and underscores, such as PALMETTO_GBA",
        () -> Payer.of(Payer.Family.MEDICARE, plan));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AZ_09", SIXTY})
  void plansOfLettersDigitsAndUnderscoresAreTaken(String plan) {
    assertEquals(plan, Payer.of(Payer.Family.MEDICARE, plan).plan());
  }

  @Test
  void aProcedureFamilyThatNobodyKnowsIsRefused() {
    ServiceLine line = line(b -> b.record(RecordFacts.builder().procedure("TELEPORT").build()));
    assertRefused(
        "line 3: record.procedure: not a procedure family of this rule set; the families are in"
            + " rules/reference/procedure-families.tsv and imaging-partners.tsv",
        () -> review(line));
  }

  @Test
  void theFirstAndTheLastDateAreAnsweredWithFindings() {
    for (LocalDate date : List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31))) {
      LineReview line = review(ServiceLine.builder(1, "76496", date).build()).lines().get(0);
      for (String question : List.of("procedure/", "modifier/", "documentation/")) {
        assertTrue(
            line.findings().stream().anyMatch(f -> f.edit().startsWith(question)),
            () -> date + ": no finding of " + question);
      }
    }
  }

  @Test
  void datesThatNoClaimCanBearAreRefused() {
    for (LocalDate date : List.of(LocalDate.MIN, LocalDate.of(0, 12, 31), LocalDate.MAX)) {
      assertRefused(
          "line 3: dateOfService: must lie in the years 1 to 9999",
          () -> ServiceLine.builder(3, "76496", date).build());
    }
  }

  @Test
  void serviceEndsOnTheDayOnWhichItBegan_unlessItSaysOtherwise() {
    assertEquals(DATE, ServiceLine.builder(3, "76496", DATE).build().dateOfServiceEnd());
    assertEquals(
        DATE.plusDays(2),
        ServiceLine.builder(3, "76496", DATE).through(DATE.plusDays(2)).build().dateOfServiceEnd());
  }

  @Test
  void endThatNoClaimCanBearIsRefused() {
    assertRefused(
        "line 3: dateOfServiceEnd: must not lie before dateOfService",
        () -> line(b -> b.through(DATE.minusDays(1))));
    assertRefused(
        "line 3: dateOfServiceEnd: must lie in the years 1 to 9999",
        () -> line(b -> b.through(LocalDate.MAX)));
    assertRefused("line 3: dateOfServiceEnd: missing", () -> line(b -> b.through(nothing())));
  }

  /** A text beside the line is context only where it is a code, whatever it begins with. */
  @ParameterizedTest
  @ValueSource(strings = {"47A33", "4753X", "C7533", "ABCD1"})
  void aCodeOfNoTableMatchesNothing(String code) {
    Claim claim = claim(List.of(line(b -> b)), List.of(ServiceLine.builder(4, code, DATE).build()));
    LineReview line = EDITS.review(claim).lines().get(0);
    assertEquals(LineReview.CodeApplies.UNDETERMINED, line.codeApplies());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABC", "32", "03200", "032O"})
  void malformedRevenueCodesAreRefused(String code) {
    assertRefused(
        "line 3: revenueCode: must be four digits, such as 0320",
        () -> line(b -> b.revenueCode(code)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"13", "13112", "A31", "hospital"})
  void malformedTypesOfBillAreRefused(String typeOfBill) {
    assertRefused(
        "typeOfBill: must be three characters, such as 131",
        () ->
            Claim.builder(Claim.Form.INSTITUTIONAL, Payer.UNKNOWN).typeOfBill(typeOfBill).build());
  }

  @Test
  void noLinesAndTenThousandLinesAreAnswered() {
    assertEquals(List.of(), EDITS.review(claim(List.of(), List.of())).lines());
    List<ServiceLine> lines =
        IntStream.rangeClosed(1, 10_000)
            .mapToObj(
                n ->
                    ServiceLine.builder(n, n % 2 == 0 ? "76496" : "47533", DATE.plusDays(n / 3))
                        .build())
            .toList();
    List<LineReview> reviews = EDITS.review(claim(lines, List.of())).lines();
    assertEquals(5_000, reviews.size());
    assertEquals(10_000, reviews.get(4_999).number());
    assertTrue(reviews.stream().noneMatch(r -> r.findings().isEmpty()));
  }

  private static ServiceLine line(UnaryOperator<ServiceLine.Builder> parts) {
    return parts.apply(ServiceLine.builder(3, "76496", DATE)).build();
  }

  private static Claim claim(List<ServiceLine> lines, List<ServiceLine> more) {
    List<ServiceLine> all = new ArrayList<>(lines);
    all.addAll(more);
    return Claim.builder(Claim.Form.PROFESSIONAL, Payer.UNKNOWN).lines(all).build();
  }

  private static ClaimReview review(ServiceLine line) {
    return EDITS.review(claim(List.of(line), List.of()));
  }

  private static void assertRefused(String message, org.junit.jupiter.api.function.Executable e) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, e).getMessage());
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T nothing() {
    return null;
  }
}
