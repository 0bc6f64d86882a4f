package io.github.cpt76496;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cpt76496.LineReview.CodeApplies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host's release of the NCCI pairs stands in for ours. The pairs here are made up. */
class NcciPairsOfHostTest {

  private static final LocalDate RELEASE = LocalDate.of(2026, 10, 1);
  private static final LocalDate DATE = LocalDate.of(2026, 11, 2);

  /** The layout of CMS's text files: an introduction, then seven tab-separated columns. */
  private static final String FILE =
      """
      An introduction of some lines.
      Column1/Column2 Edits
      Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale
      \t\tprior to 1996\tDate\tDate\t0=not allowed\t
      \t\t\t\t*=no data\t1=allowed\t
      10125\t76496\t\t20260401\t*\t1\tMade up
      10121\t77002\t\t20250101\t*\t1\tMade up
      10121\t76000\t\t20260101\t*\t1\tMade up
      10130\t76496\t\t20260401\t*\t0\tMade up
      10140\t99213\t\t20260101\t*\t1\tMade up
      76496\t10160\t\t20260401\t*\t0\tMade up
      """;

  @TempDir Path folder;

  private Cpt76496Edits load(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("ccipra-f1.txt"), text);
    return Cpt76496Edits.loader().ncciPairs(RELEASE, file).load();
  }

  private static LineReview review(Cpt76496Edits edits, String beside, LocalDate date) {
    Claim claim =
        Claim.builder(Claim.Form.PROFESSIONAL, Payer.UNKNOWN)
            .lines(
                ServiceLine.builder(1, "76496", date).build(),
                ServiceLine.builder(2, beside, date).build())
            .build();
    return edits.review(claim).lines().get(0);
  }

  private static String deciding(LineReview line) {
    return line.findings().get(0).edit();
  }

  @Test
  void aPairOfTheHostsReleaseDecides() throws IOException {
    Cpt76496Edits edits = load(FILE);
    LineReview paired = review(edits, "10125", DATE);
    assertEquals(CodeApplies.NO, paired.codeApplies());
    assertEquals("procedure/ncci-pair-with-76496", deciding(paired));
    assertEquals(
        "CMS, NCCI procedure-to-procedure edits, release effective 2026-10-01, loaded by the host",
        paired.findings().get(0).citation().source());
    assertEquals("procedure/imaging-included-by-analogy", deciding(review(edits, "10121", DATE)));
    assertEquals(
        CodeApplies.UNDETERMINED, review(edits, "10125", LocalDate.of(2026, 3, 31)).codeApplies());
    assertEquals(CodeApplies.UNDETERMINED, review(edits, "10140", DATE).codeApplies());
    assertEquals(
        1,
        review(edits, "10160", DATE).findings().stream()
            .filter(f -> f.edit().equals("procedure/column-two-code-beside-76496"))
            .count());
  }

  @Test
  void aPairOfOursThatTheHostsReleaseLacksIsGone() throws IOException {
    assertEquals(
        "procedure/ncci-pair-with-76496", deciding(review(Cpt76496Edits.load(), "33361", DATE)));
    assertEquals(CodeApplies.UNDETERMINED, review(load(FILE), "33361", DATE).codeApplies());
  }

  @Test
  void theIndicatorOfThePairSaysWhetherADistinctServiceCounts() throws IOException {
    Cpt76496Edits edits = load(FILE);
    assertEquals("procedure/ncci-pair-with-distinct-service", withDistinctService(edits, "10125"));
    assertEquals("procedure/ncci-pair-with-76496", withDistinctService(edits, "10130"));
    assertEquals(
        "76496 is in column 2 of an NCCI pair with 10130, billed on this claim for the same date of"
            + " service; the modifier indicator is 0 (1: both may be reported only if the"
            + " fluoroscopy was a distinct service; 0: never)",
        review(edits, "10130", DATE).findings().get(0).message());
  }

  private static String withDistinctService(Cpt76496Edits edits, String beside) {
    Claim claim =
        Claim.builder(Claim.Form.PROFESSIONAL, Payer.UNKNOWN)
            .lines(
                ServiceLine.builder(1, "76496", DATE).modifiers("26", "59").build(),
                ServiceLine.builder(2, beside, DATE).build())
            .build();
    return deciding(edits.review(claim).lines().get(0));
  }

  @Test
  void everyProcedureFamilyCanStillBeNamed() throws IOException {
    Cpt76496Edits edits = load(FILE);
    for (String family : List.of("STRUCTURAL_HEART", "PERCUTANEOUS_BILIARY")) {
      ServiceLine line =
          ServiceLine.builder(1, "76496", DATE)
              .record(RecordFacts.builder().procedure(family).build())
              .build();
      Claim claim = Claim.builder(Claim.Form.PROFESSIONAL, Payer.UNKNOWN).lines(line).build();
      assertEquals(CodeApplies.NO, edits.review(claim).lines().get(0).codeApplies(), family);
    }
  }

  @Test
  void whatAProcedureIncludesByDefinitionStays() throws IOException {
    assertEquals("procedure/imaging-included", deciding(review(load(FILE), "47533", DATE)));
  }

  @Test
  void aFileThatIsNotInTheLayoutIsRefusedWithItsLine() {
    assertRefused(
        "NCCI pairs: ccipra-f1.txt:3: expected seven tab-separated columns, two codes first",
        "10125\t76496\t\t20260401\t*\t1\tMade up\n\n10125;76496\n");
    assertRefused(
        "NCCI pairs: ccipra-f1.txt:1: effective date: expected eight digits",
        "10125\t76496\t\t2026-04-01\t*\t1\tMade up\n");
    assertRefused("NCCI pairs: ccipra-f1.txt: no line of seven tab-separated columns", "nothing\n");
    assertRefused(
        "NCCI pairs: no pair of 76000 or 76496 in the files; are all parts of the release given?",
        "10140\t99213\t\t20260101\t*\t1\tMade up\n");
  }

  /** A spreadsheet's export begins with a mark, and an introduction can look much like a pair. */
  @Test
  void theIntroductionIsPassedOver() throws IOException {
    for (String introduction :
        List.of(
            "",
            "\u00ef\u00bb\u00bf",
            "edits\tof ~~\tall parts\n",
            "1012/\t76496\t\t20260401\t*\t1\tMade up\n",
            "1012:\t76496\t\t20260401\t*\t1\tMade up\n",
            "1012@\t76496\t\t20260401\t*\t1\tMade up\n",
            "1012[\t76496\t\t20260401\t*\t1\tMade up\n",
            "10125\t7649\n",
            "10125;76496;\n")) {
      Path file = folder.resolve("ccipra-f1.txt");
      Files.writeString(
          file, introduction + "A012Z\t76496\t\t20260401\t*\t1\tMade up\n", ISO_8859_1);
      Cpt76496Edits edits = Cpt76496Edits.loader().ncciPairs(RELEASE, file).load();
      assertEquals(CodeApplies.NO, review(edits, "A012Z", DATE).codeApplies(), introduction);
      assertEquals(
          CodeApplies.UNDETERMINED, review(edits, "10125", DATE).codeApplies(), introduction);
    }
    assertRefused(
        "NCCI pairs: ccipra-f1.txt:1: expected seven tab-separated columns, two codes first",
        "10125\t76496\t");
  }

  /** The tables of practitioners and hospitals may both be given; 77002 tells of needles alone. */
  @Test
  void pairsOfOneCodeAreOneInTime() throws IOException {
    Cpt76496Edits edits =
        load(
            """
            10121\t76000\t\t20260101\t20260331\t1\tMade up
            10121\t76000\t\t20260215\t20260415\t1\tMade up
            10121\t76000\t\t20260301\t20260310\t1\tMade up
            10121\t76000\t\t20260601\t20260630\t1\tMade up
            10121\t77002\t\t20200101\t*\t1\tMade up
            """);
    for (String day :
        List.of("2026-01-01", "2026-03-31", "2026-04-15", "2026-06-01", "2026-06-30")) {
      assertEquals(
          "procedure/imaging-included-by-analogy",
          deciding(review(edits, "10121", LocalDate.parse(day))),
          day);
    }
    for (String day : List.of("2025-12-31", "2026-04-16", "2026-05-31", "2026-07-01")) {
      assertEquals(
          CodeApplies.UNDETERMINED,
          review(edits, "10121", LocalDate.parse(day)).codeApplies(),
          day);
    }
  }

  /** CMS's reason says what a pair says. */
  @Test
  void theReasonOfThePairDecides() throws IOException {
    Cpt76496Edits edits =
        load(
            """
            10121\t76000\t\t20260101\t*\t1\tHCPCS/CPT procedure code definition
            10122\t76000\t\t20260101\t*\t1\tCPT Manual or CMS manual coding instruction
            10123\t76000\t\t20260101\t*\t1\tStandards of medical / surgical practice
            10124\t76000\t\t20260101\t*\t1\tCPT "separate procedure" definition
            10126\t76000\t\t20260101\t*\t1\tMisuse of column two code with column one code
            10127\t76000\t\t20260101\t*\t1\tMore extensive procedure
            10128\t76000\t\t20260101\t*\t1\tStandard preparation / monitoring services for anesthesia
            10129\t76000\t\t20260101\t*\t0\tHCPCS/CPT procedure code definition
            """);
    LineReview included = review(edits, "10121", DATE);
    assertEquals("procedure/imaging-included", deciding(included));
    assertEquals(Edit.Severity.ERROR, included.findings().get(0).severity());
    assertEquals(
        "10121 is billed on this claim for the same date of service and includes its imaging; 76496"
            + " is not separately reportable; NCCI has 76000 in column 2 of a pair with 10121, and"
            + " CMS gives this reason: the definition of the code",
        included.findings().get(0).message());
    for (String code : List.of("10122", "10123", "10124", "10126", "10127")) {
      LineReview line = review(edits, code, DATE);
      assertEquals("procedure/imaging-included-by-analogy", deciding(line), code);
      assertEquals(
          "procedure/procedure-with-distinct-service", withDistinctService(edits, code), code);
    }
    assertEquals("procedure/not-settled", deciding(review(edits, "10128", DATE)));
    assertEquals("procedure/imaging-included", withDistinctService(edits, "10129"));
  }

  /** What the rules leave out of their own pairs is left out of the host's. */
  @Test
  void aPairOfACodeThatIsNotAboutFluoroscopySaysNothing() throws IOException {
    List<Map<String, String>> rows =
        OwnPages.rows(OwnPages.RULES.resolve("reference/codes-not-about-fluoroscopy.tsv"));
    StringBuilder pairs = new StringBuilder("10121\t76000\t\t20260101\t*\t1\tMade up\n");
    Set<String> codes = new TreeSet<>();
    for (Map<String, String> row : rows) {
      codes.add(row.get("first_code"));
      codes.add(row.get("last_code").isEmpty() ? row.get("first_code") : row.get("last_code"));
    }
    codes.forEach(code -> pairs.append(code).append("\t76000\t\t20240701\t*\t1\tMade up\n"));
    Cpt76496Edits edits = load(pairs.toString());
    assertEquals(CodeApplies.NO, review(edits, "10121", DATE).codeApplies());
    for (String code : codes) {
      assertEquals(CodeApplies.UNDETERMINED, review(edits, code, DATE).codeApplies(), code);
    }
  }

  /** A pair that was deleted as of the day it began never held, whatever its indicator. */
  @Test
  void aPairThatNeverHeldDecidesNothing() throws IOException {
    Cpt76496Edits edits =
        load(
            """
            10125\t76496\t\t20260401\t20260401\t1\tMade up
            10121\t76496\t\t20260401\t*\t9\tMade up
            10130\t76496\t\t20260401\t20260402\t0\tMade up
            """);
    LocalDate began = LocalDate.of(2026, 4, 1);
    assertEquals(CodeApplies.UNDETERMINED, review(edits, "10125", began).codeApplies());
    assertEquals(CodeApplies.UNDETERMINED, review(edits, "10121", began).codeApplies());
    assertEquals(CodeApplies.NO, review(edits, "10130", began).codeApplies());
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertEquals(
        "NCCI pairs: gone.txt: cannot be read",
        assertThrows(
                IllegalArgumentException.class,
                () -> Cpt76496Edits.loader().ncciPairs(RELEASE, folder.resolve("gone.txt")))
            .getMessage());
  }

  private void assertRefused(String message, String text) {
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, () -> load(text)).getMessage());
  }
}
