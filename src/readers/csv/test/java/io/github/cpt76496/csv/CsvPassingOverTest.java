package io.github.cpt76496.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.claims.PassingOver;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.ReceivedClaims;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that passes over what does not bill 76496 answers the rest as one that reads all. */
class CsvPassingOverTest {

  private static final CsvClaimReader ALL = new CsvClaimReader();
  private static final CsvClaimReader FAST = ALL.onlyWith76496();

  /** Rows of claims that stand together, and apart. */
  private static final String FILE =
      """
      claimId,payerName,procedureCode,modifiers,dateOfService,units,description
      A,AETNA,99213,,2026-03-02,1,
      A,AETNA,76496,26,2026-03-02,1,"a ""word"", said"
      B,CIGNA,71046,,2026-03-02,1,
      C,CIGNA,47533,,2026-03-02,1,"two
      lines"
      D,AETNA,99214,,2026-03-02,1,
      B,CIGNA,80053,,2026-03-02,1,
      D,AETNA,76496,TC,2026-03-02,1,
      E,AETNA,93000,,2026-03-02,1,
      """;

  private static List<String> ids(ReceivedClaims received) {
    return received.claims.stream().map(PlacedClaim::id).toList();
  }

  @Test
  void claimsWithTheCodeAreReadWithAllTheirRows_andTheOthersCounted() {
    ReceivedClaims received = ReceivedClaims.from(FAST, FILE);

    assertEquals(List.of("A", "D"), ids(received));
    assertEquals(
        List.of("rows 2 to 3", "rows 6, 8"),
        received.claims.stream().map(PlacedClaim::place).toList());
    assertEquals(ReceivedClaims.from(ALL, FILE).billing(), received.claims);
    assertEquals(List.of(), received.problems);
    assertEquals(3, received.passedOver);
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', '|'})
  void damagedFilesAreReadAlike(char delimiter) {
    PassingOver.requireAlike(
        ALL, FAST, FILE.replace(',', delimiter), 2500, file -> idsWithCode(file, delimiter));
  }

  private static Set<String> idsWithCode(String file, char delimiter) {
    return file.lines()
        .filter(line -> line.contains("76496") && line.indexOf(delimiter) > 0)
        .map(line -> line.substring(0, line.indexOf(delimiter)).strip())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"76496-26", "HC:76496", "7 6 4 9 6", "764.96", "\uff17\uff16496", "76\u00a0496"})
  void codeThatResemblesItIsReadAndNamed(String code) {
    String file = FILE.replace("93000", code);
    ReceivedClaims received = ReceivedClaims.from(FAST, file);

    assertEquals(1, received.problems.size());
    assertEquals(ReceivedClaims.from(ALL, file).problems, received.problems);
    assertEquals(List.of("A", "D"), ids(received));
    assertEquals(2, received.passedOver);
  }

  @Test
  void rowWithoutAProcedureAndRowThatIsNotWholeAreNamed() {
    String file = FILE.replace("93000", "") + "F,AETNA,99213\n";

    assertEquals(
        List.of(
            new Problem("E", "row 9", "procedureCode: missing"),
            new Problem("F", "row 10", "has 3 cells, and the header has 7")),
        ReceivedClaims.from(FAST, file).problems);
  }

  /** So it is written in the reader's documentation. */
  @Test
  void otherClaimsAreNotLookedAtAnyFurther() {
    String file =
        Stream.of(
                "claimId,payerName,procedureCode,dateOfService",
                "A,AETNA,99213,yesterday",
                "B,AETNA,99213,2026-03-02",
                "B,CIGNA,99213,2026-03-02")
            .reduce("", (all, row) -> all + row + "\n");

    assertEquals(1, ReceivedClaims.from(ALL, file).problems.size());
    assertEquals(List.of(), ReceivedClaims.from(FAST, file).problems);
    assertEquals(2, ReceivedClaims.from(FAST, file).passedOver);
  }
}
