package io.github.cpt76496.examples.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over the tables as they are, with files in the layout of CMS. */
class RefreshTest {

  private static final Path RULES = Path.of("../../rules");
  private static final Path DATA = Path.of(System.getProperty("shared.data", "../shared/data"));
  private static final String STANDARDS = "Standards of medical / surgical practice";
  private static final String ANESTHESIA =
      "Standard preparation / monitoring services for anesthesia";

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  @TempDir private Path folder = Path.of("");
  private Path rules = Path.of("");

  @BeforeEach
  void copyTables() throws IOException {
    rules = TablesBeforeOctober.copy(RULES, folder.resolve("rules"));
  }

  // ---- the excerpts that the present rows were taken from

  @Test
  void theReleaseOfTheFeeScheduleGivesTheRowsThatAreThere() throws IOException {
    Map<FeeSchedule.Key, List<String>> facts = new LinkedHashMap<>();
    for (String[] c : excerpt("mpfs-indicators-2025q4.csv")) {
      facts.put(new FeeSchedule.Key(c[0], c[1]), List.of(c[2], c[3], c[4], c[5], c[12]));
    }
    assertTrue(facts.size() > 10_000, "looked at little");
    Path file = write("PPRRVU25_OCT.csv", feeSchedule("2025", "October", facts));
    Map<String, String> before = tables();

    String said = refresh("2025Q4", file);

    assertEquals(before, tables());
    assertEquals("No row changes.\n", said);
  }

  @Test
  void theReleaseOfThePairsGivesTheRowsThatAreThere() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String[] c : excerpt("ncci-ptp-rationale-2024q3.csv")) {
      if (c[0].equals("practitioner")) {
        rows.add(OfficialFiles.pair(c[1], c[2], "20150101", "*", c[3], c[4]));
      }
    }
    for (Table.Row row : Table.read(rules.resolve("reference/ncci-column-two-codes.tsv")).rows) {
      row.codes().forEach(c -> rows.add(OfficialFiles.pair("76496", c, "20150101", "*", "0")));
    }
    assertTrue(rows.size() > 6_000, "looked at little");
    Path file = write("ccipra-v302r0-f1.txt", OfficialFiles.pairs(rows));
    Map<String, String> before = tables();

    String said = refresh("2024Q3", file);

    assertEquals(before, tables());
    assertEquals("No row changes.\n", said);
  }

  private static List<String[]> excerpt(String name) throws IOException {
    Path file = DATA.resolve(name);
    assumeTrue(Files.exists(file), name + " is not here");
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", name.startsWith("ncci") ? 5 : -1))
          .toList();
    }
  }

  // ---- a new quarter

  @Test
  void whatANewReleaseSaysHoldsFromItsFirstDay() throws IOException {
    Map<FeeSchedule.Key, List<String>> facts = october();
    facts.put(new FeeSchedule.Key("76496", "26"), List.of("C", "", "", "1", "03"));
    facts.remove(new FeeSchedule.Key("47533", ""));
    facts.put(new FeeSchedule.Key("47531", "26"), List.of("A", "", "", "1", "09"));
    Path zip = schedule(facts);
    Map<String, String> before = tables();

    String said = refresh("2026Q4", zip);

    assertEquals(
        """

        rules/reference/fee-schedule.tsv
          76496-26: supervision 09 becomes 03, from 2026-10-01
          47531-26: new from 2026-10-01
          47533: no longer in the release, ends 2025-12-31

        rules/reference/sources.tsv
          RVU_2026Q4: new

        To be decided by hand
          76496-26 has other facts: read the pages in modifier/ and documentation/ that cite the file
          47533 is gone from the fee schedule: is it a row of ended-codes.tsv?
          47533: nothing is known of 2026-01-01 to 2026-09-30; read the releases between first if you\
         have them

        For rules/CHANGELOG.md
        | [`reference/fee-schedule.tsv`](reference/fee-schedule.tsv) | 76496-26: supervision 09\
         becomes 03, from 2026-10-01; 47531-26: new from 2026-10-01; 47533: no longer in the release,\
         ends 2025-12-31 |
        | [`reference/sources.tsv`](reference/sources.tsv) | RVU_2026Q4: new |
        """,
        said);
    Map<String, String> after = tables();
    assertEquals(
        List.of(
            "-47533\t\tA\t\t\t0\t09\t2025-10-01\t\tRVU_2025Q4\t2026-11-23",
            "-76496\t26\tC\t\t\t1\t09\t2026-07-01\t\tRVU_2026Q3\t2026-11-23",
            "+47531\t26\tA\t\t\t1\t09\t2026-10-01\t\tRVU_2026Q4\t2026-11-24",
            "+47533\t\tA\t\t\t0\t09\t2025-10-01\t2025-12-31\tRVU_2025Q4\t2026-11-24",
            "+76496\t26\tC\t\t\t1\t03\t2026-10-01\t\tRVU_2026Q4\t2026-11-24",
            "+76496\t26\tC\t\t\t1\t09\t2026-07-01\t2026-09-30\tRVU_2026Q3\t2026-11-24"),
        difference(before, after, "fee-schedule.tsv"));
    assertEquals(
        List.of(
            "+RVU_2026Q4\tCMS, National Physician Fee Schedule Relative Value File, October 2026\t"
                + "2026-08-26\thttps://www.cms.gov/medicare/payment/fee-schedules/physician/"
                + "pfs-relative-value-files\tPART\tthe rows of the codes named here\tCOPY\t2026-11-24"),
        difference(before, after, "sources.tsv"));
    assertEquals(
        List.of(
            "ncci-column-two-codes.tsv",
            "ncci-fluoroscopy-pairs.tsv",
            "ncci-modifiers.tsv",
            "procedure-families.tsv"),
        before.keySet().stream()
            .filter(t -> after.get(t).equals(before.get(t)))
            .filter(t -> t.startsWith("ncci") || t.startsWith("procedure"))
            .toList());
  }

  @Test
  void thePairsOfANewReleaseBearTheirOwnDates() throws IOException {
    List<String> rows = pairs();
    replace(
        rows, "33365\t76496", OfficialFiles.pair("33365", "76496", "20150101", "20260630", "1"));
    replace(
        rows, "93590\t76496", OfficialFiles.pair("93590", "76496", "20150101", "20260331", "1"));
    rows.add(OfficialFiles.pair("93590", "76496", "20260401", "*", "0"));
    replace(
        rows, "0220T\t76000", OfficialFiles.pair("0220T", "76000", "20150101", "20251231", "1"));
    rows.add(OfficialFiles.pair("0222T", "76000", "20260701", "*", "1", STANDARDS));
    rows.add(OfficialFiles.pair("0224T", "77002", "20260701", "*", "1", STANDARDS));
    rows.add(OfficialFiles.pair("33999", "76496", "20260701", "*", "1"));
    rows.add(OfficialFiles.pair("0223T", "76000", "20200101", "20200101", "9"));
    Path file = write("ccipra-v323r0-f1.txt", OfficialFiles.pairs(rows));
    Map<String, String> before = tables();

    String said = refresh("2026Q4", file);

    assertEquals(
        """

        rules/reference/ncci-fluoroscopy-pairs.tsv
          0220T: its pair ends 2025-12-31
          0222T: new from 2026-07-01, PAIR_WITH_76000

        rules/reference/procedure-families.tsv
          33365: its pair ends 2026-06-30
          93590: modifier indicator 1 becomes 0, from 2026-04-01

        rules/reference/sources.tsv
          NCCI_PTP_2026Q4: new

        To be decided by hand
          33999: NCCI now pairs it with 76496: give it a family in procedure-families.tsv

        For rules/CHANGELOG.md
        | [`reference/ncci-fluoroscopy-pairs.tsv`](reference/ncci-fluoroscopy-pairs.tsv) | 0220T: its\
         pair ends 2025-12-31; 0222T: new from 2026-07-01, PAIR_WITH_76000 |
        | [`reference/procedure-families.tsv`](reference/procedure-families.tsv) | 33365: its pair ends\
         2026-06-30; 93590: modifier indicator 1 becomes 0, from 2026-04-01 |
        | [`reference/sources.tsv`](reference/sources.tsv) | NCCI_PTP_2026Q4: new |
        """,
        said);
    Map<String, String> after = tables();
    assertEquals(
        List.of(
            "-PAIR_WITH_76000\tINCLUDED_BY_ANALOGY\t0219T\t0221T\t2024-07-01\t\t\t76000\tCODING_INSTRUCTION\tS\tNCCI_PTP_76000_2024Q3\t2026-11-23",
            "+PAIR_WITH_76000\tINCLUDED_BY_ANALOGY\t0219T\t\t2024-07-01\t\t\t76000\tCODING_INSTRUCTION\tS\tNCCI_PTP_76000_2024Q3\t2026-11-23",
            "+PAIR_WITH_76000\tINCLUDED_BY_ANALOGY\t0220T\t\t2024-07-01\t2025-12-31\t\t76000\tCODING_INSTRUCTION\tS\tNCCI_PTP_76000_2024Q3\t2026-11-24",
            "+PAIR_WITH_76000\tINCLUDED_BY_ANALOGY\t0221T\t\t2024-07-01\t\t\t76000\tCODING_INSTRUCTION\tS\tNCCI_PTP_76000_2024Q3\t2026-11-23",
            "+PAIR_WITH_76000\tINCLUDED_BY_ANALOGY\t0222T\t\t2026-07-01\t\t\t76000\tSTANDARD_OF_PRACTICE\tS\tNCCI_PTP_2026Q4\t2026-11-24"),
        difference(before, after, "ncci-fluoroscopy-pairs.tsv"));
    String paired = "STRUCTURAL_HEART\tPAIRED_WITH_76496\t";
    assertEquals(
        List.of(
            "-" + paired + "33361\t33370\t2024-07-01\t\t\t\t1\t\t\tA\tNCCI_PTP_2024Q3\t2026-11-23",
            "-" + paired + "93590\t93592\t2024-07-01\t\t\t\t1\t\t\tA\tNCCI_PTP_2024Q3\t2026-11-23",
            "+" + paired + "33361\t33364\t2024-07-01\t\t\t\t1\t\t\tA\tNCCI_PTP_2024Q3\t2026-11-23",
            "+"
                + paired
                + "33365\t\t2024-07-01\t2026-06-30\t\t\t1\t\t\tA\tNCCI_PTP_2024Q3\t2026-11-24",
            "+" + paired + "33366\t33370\t2024-07-01\t\t\t\t1\t\t\tA\tNCCI_PTP_2024Q3\t2026-11-23",
            "+"
                + paired
                + "93590\t\t2024-07-01\t2026-03-31\t\t\t1\t\t\tA\tNCCI_PTP_2024Q3\t2026-11-24",
            "+" + paired + "93590\t\t2026-04-01\t\t\t\t0\t\t\tA\tNCCI_PTP_2026Q4\t2026-11-24",
            "+" + paired + "93591\t93592\t2024-07-01\t\t\t\t1\t\t\tA\tNCCI_PTP_2024Q3\t2026-11-23"),
        difference(before, after, "procedure-families.tsv"));
  }

  @Test
  void theLibraryAnswersFromTheNewRows() throws Exception {
    List<String> rows = pairs();
    replace(
        rows, "33365\t76496", OfficialFiles.pair("33365", "76496", "20150101", "20260630", "1"));
    replace(
        rows, "0220T\t76000", OfficialFiles.pair("0220T", "76000", "20150101", "20251231", "1"));
    rows.add(OfficialFiles.pair("0222T", "76000", "20260701", "*", "1", STANDARDS));
    rows.add(OfficialFiles.pair("0224T", "77002", "20260701", "*", "1", STANDARDS));
    rows.add(OfficialFiles.pair("76496", "36593", "20260701", "*", "0"));
    Map<FeeSchedule.Key, List<String>> facts = october();
    facts.put(new FeeSchedule.Key("76496", "26"), List.of("C", "", "", "1", "03"));
    facts.remove(new FeeSchedule.Key("47533", ""));
    refresh("2026Q4", schedule(facts), write("ccipra-v323r0-f1.txt", OfficialFiles.pairs(rows)));

    Path reference = Files.createDirectories(folder.resolve("io/github/cpt76496/rules"));
    Files.move(rules.resolve("reference"), reference.resolve("reference"));
    List<URL> classPath = new ArrayList<>(List.of(folder.toUri().toURL()));
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      classPath.add(Path.of(path).toUri().toURL());
    }
    try (URLClassLoader loader =
        new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      @SuppressWarnings("unchecked") // The class is this one's own, loaded a second time.
      BiFunction<String, LocalDate, String> answers =
          (BiFunction<String, LocalDate, String>)
              loader.loadClass(Answers.class.getName()).getDeclaredConstructor().newInstance();

      String pair = "NO procedure/ncci-pair-with-76496 ";
      String analogy = "NO procedure/imaging-included-by-analogy ";
      String ncci = "CMS, NCCI procedure-to-procedure edits, release effective ";
      assertEquals(pair + ncci + "2024-07-01", answers.apply("33365", LocalDate.of(2026, 6, 30)));
      assertFalse(answers.apply("33365", LocalDate.of(2026, 7, 1)).startsWith(pair));
      assertEquals(
          analogy + ncci + "2024-07-01, pairs with 76000 in column 2",
          answers.apply("0220T", LocalDate.of(2025, 12, 31)));
      assertFalse(answers.apply("0220T", LocalDate.of(2026, 1, 1)).startsWith(analogy));
      assertFalse(answers.apply("0222T", LocalDate.of(2026, 6, 30)).startsWith(analogy));
      assertEquals(analogy + ncci + "2026-10-01", answers.apply("0222T", LocalDate.of(2026, 7, 1)));
    }
  }

  @Test
  void twoCodesOfOneRowAreCutOut() throws IOException {
    List<String> rows = pairs();
    replace(
        rows, "33362\t76496", OfficialFiles.pair("33362", "76496", "20150101", "20260630", "1"));
    replace(
        rows, "33370\t76496", OfficialFiles.pair("33370", "76496", "20150101", "20260331", "1"));
    Map<String, String> before = tables();

    refresh("2026Q4", write("ccipra-v323r0-f1.txt", OfficialFiles.pairs(rows)));

    String paired = "STRUCTURAL_HEART\tPAIRED_WITH_76496\t";
    assertEquals(
        List.of(
            "-" + paired + "33361\t33370\t2024-07-01\t\t\t\t1\t\t\tA\tNCCI_PTP_2024Q3\t2026-11-23",
            "+" + paired + "33361\t\t2024-07-01\t\t\t\t1\t\t\tA\tNCCI_PTP_2024Q3\t2026-11-23",
            "+"
                + paired
                + "33362\t\t2024-07-01\t2026-06-30\t\t\t1\t\t\tA\tNCCI_PTP_2024Q3\t2026-11-24",
            "+" + paired + "33363\t33369\t2024-07-01\t\t\t\t1\t\t\tA\tNCCI_PTP_2024Q3\t2026-11-23",
            "+"
                + paired
                + "33370\t\t2024-07-01\t2026-03-31\t\t\t1\t\t\tA\tNCCI_PTP_2024Q3\t2026-11-24"),
        difference(before, tables(), "procedure-families.tsv"));
  }

  @Test
  void aPairOnWhichAGradeRestsIsNotEndedInSilence() throws IOException {
    List<String> rows = pairs();
    Table families = Table.read(rules.resolve("reference/procedure-families.tsv"));
    Table.Row row =
        families.rows.stream()
            .filter(r -> r.get("grade").equals("A") && r.get("imaging_is").equals("INCLUDED"))
            .findFirst()
            .orElseThrow();
    String code = row.get("first_code");
    rows.add(OfficialFiles.pair(code, "76000", "20150101", "20260630", "1"));
    rows.add(OfficialFiles.pair(code, "77002", "20150101", "*", "1"));

    String said = refresh("2026Q4", write("ccipra-v323r0-f1.txt", OfficialFiles.pairs(rows)));

    assertEquals(
        """
        No row changes.

        To be decided by hand
          %s: its NCCI pair with 76000 has ended, on which a row of grade A in procedure-families.tsv rests
        """
            .formatted(code),
        said);
  }

  @Test
  void anotherReasonOfAPairIsForAPerson() throws IOException {
    List<String> rows = pairs();
    replace(
        rows,
        "0220T\t76000",
        OfficialFiles.pair("0220T", "76000", "20150101", "*", "1", STANDARDS));
    rows.add(OfficialFiles.pair("0222T", "76000", "20260701", "*", "1", "A reason of tomorrow"));

    String said = refresh("2026Q4", write("ccipra-v323r0-f1.txt", OfficialFiles.pairs(rows)));

    assertEquals(
        """
        No row changes.

        To be decided by hand
          0220T: CMS gives STANDARD_OF_PRACTICE as the reason of its pair now, and CODING_INSTRUCTION\
         stands in ncci-fluoroscopy-pairs.tsv
          0222T: NCCI pairs it with 76000 for a reason without a name here
        """,
        said);
  }

  @Test
  void theSecondRunChangesNothing() throws IOException {
    Map<FeeSchedule.Key, List<String>> facts = october();
    facts.put(new FeeSchedule.Key("76496", "26"), List.of("C", "", "", "1", "03"));
    List<String> rows = pairs();
    rows.add(OfficialFiles.pair("0222T", "76000", "20260701", "*", "1", STANDARDS));
    rows.add(OfficialFiles.pair("0224T", "77002", "20260701", "*", "1", STANDARDS));
    replace(
        rows, "33365\t76496", OfficialFiles.pair("33365", "76496", "20150101", "20260630", "1"));
    Path zip = schedule(facts);
    Path pairs = write("ccipra-v323r0-f1.txt", OfficialFiles.pairs(rows));
    refresh("2026Q4", zip, pairs);
    Map<String, String> first = tables();
    String releases = Files.readString(rules.resolve("releases.tsv"));

    String said =
        new Refresh(rules, Quarter.of("2026Q4"), TODAY.plusDays(9)).run(List.of(zip, pairs));

    assertEquals("No row changes.\n", said);
    assertEquals(first, tables());
    assertEquals(releases, Files.readString(rules.resolve("releases.tsv")));
  }

  @Test
  void aCorrectedReleaseCorrectsItsOwnRows() throws IOException {
    Map<FeeSchedule.Key, List<String>> facts = october();
    facts.put(new FeeSchedule.Key("76496", "26"), List.of("C", "", "", "1", "03"));
    refresh("2026Q4", schedule(facts));
    Map<String, String> before = tables();
    facts.put(new FeeSchedule.Key("76496", "26"), List.of("C", "", "", "1", "02"));

    String said = refresh("2026Q4", schedule(facts));

    assertTrue(
        said.contains("76496-26: corrected from 2026-10-01: supervision 03 becomes 02"), said);
    assertEquals(
        List.of(
            "-76496\t26\tC\t\t\t1\t03\t2026-10-01\t\tRVU_2026Q4\t2026-11-24",
            "+76496\t26\tC\t\t\t1\t02\t2026-10-01\t\tRVU_2026Q4\t2026-11-24"),
        difference(before, tables(), "fee-schedule.tsv"));
  }

  @Test
  void aGapBetweenReleasesIsFilled() throws IOException {
    Path table = rules.resolve("reference/fee-schedule.tsv");
    String rows = Files.readString(table);
    String withGap = rows.replace("\t2026-01-01\t\tRVU_2026Q3", "\t2026-07-01\t\tRVU_2026Q3");
    assertNotEquals(rows, withGap);
    Files.writeString(table, withGap);
    Map<FeeSchedule.Key, List<String>> facts = october();
    facts.put(new FeeSchedule.Key("76496", ""), List.of("C", "", "NA", "1", "03"));
    Map<String, String> before = tables();

    String said =
        refresh(
            "2026Q1", write("PPRRVU2026_Jan_nonQPP.csv", feeSchedule("2026", "January", facts)));

    assertTrue(said.contains("\n  76496: new from 2026-01-01 to 2026-03-31\n"), said);
    String dates = "\t2026-01-01\t2026-03-31\tRVU_2026Q1\t2026-11-24";
    assertEquals(
        List.of(
            "+75894\t\tA\t\tNA\t1\t09" + dates,
            "+75894\tTC\tA\t\tNA\t1\t03" + dates,
            "+75898\t\tA\t\tNA\t1\t09" + dates,
            "+75898\tTC\tA\t\tNA\t1\t09" + dates,
            "+76496\t\tC\t\tNA\t1\t03" + dates,
            "+76496\t26\tC\t\t\t1\t09" + dates,
            "+76496\tTC\tC\t\tNA\t1\t03" + dates),
        difference(before, tables(), "fee-schedule.tsv"));
    assertEquals(
        List.of("2020-01-01", "2026-01-01", "2026-07-01"),
        Table.read(rules.resolve("reference/fee-schedule.tsv")).rows.stream()
            .filter(row -> row.get("code").equals("76496") && row.get("modifier").isEmpty())
            .map(row -> row.get("effective_date"))
            .toList());
  }

  @Test
  void aRowBetweenTwoReleasesThatWereReadIsNotChanged() throws IOException {
    Map<FeeSchedule.Key, List<String>> facts =
        OfficialFiles.factsOf(
            Table.read(rules.resolve("reference/fee-schedule.tsv")), LocalDate.of(2025, 12, 31));
    facts.put(new FeeSchedule.Key("76496", ""), List.of("A", "", "NA", "1", "03"));
    Path file = write("PPRRVU25_OCT.csv", feeSchedule("2025", "October", facts));
    Map<String, String> before = tables();

    Refusal refusal = assertThrows(Refusal.class, () -> refresh("2025Q4", file));

    assertEquals(
        "fee-schedule.tsv: 76496 has a row from a later release than 2025Q4; read releases in order,"
            + " or change this row by hand",
        refusal.getMessage());
    assertEquals(before, tables());
  }

  @Test
  void aPairThatComesBackIsForAPerson() throws IOException {
    List<String> rows = pairs();
    replace(
        rows, "33365\t76496", OfficialFiles.pair("33365", "76496", "20150101", "20260630", "1"));
    refresh("2026Q4", write("ccipra-v323r0-f1.txt", OfficialFiles.pairs(rows)));
    rows.add(OfficialFiles.pair("33365", "76496", "20270101", "*", "1"));

    String said = refresh("2027Q1", write("ccipra-v330r0-f1.txt", OfficialFiles.pairs(rows)));

    assertEquals(
        """
        No row changes.

        To be decided by hand
          33365: NCCI now pairs it with 76496: give it a family in procedure-families.tsv
        """,
        said);
  }

  @Test
  void aPairChangedBackToItsFirstDayIsForAPerson() throws IOException {
    List<String> rows = pairs();
    replace(
        rows, "33418\t76496", OfficialFiles.pair("33418", "76496", "20150101", "20150101", "9"));
    replace(rows, "33419\t76496", OfficialFiles.pair("33419", "76496", "20150101", "*", "0"));
    replace(
        rows, "33477\t76496", OfficialFiles.pair("33477", "76496", "20150101", "20240331", "1"));
    Map<String, String> before = tables();

    String said = refresh("2026Q4", write("ccipra-v323r0-f1.txt", OfficialFiles.pairs(rows)));

    String changed =
        ": CMS has changed its pair from a day before 2024-07-01, when its row in"
            + " procedure-families.tsv begins\n";
    assertEquals(
        "No row changes.\n\nTo be decided by hand\n"
            + ("  33418" + changed)
            + ("  33419" + changed)
            + ("  33477" + changed),
        said);
    assertEquals(before, tables());
  }

  @Test
  void aDryRunSaysTheSameAndWritesNothing() throws IOException {
    Map<FeeSchedule.Key, List<String>> facts = october();
    facts.put(new FeeSchedule.Key("76496", "26"), List.of("C", "", "", "1", "03"));
    Path zip = schedule(facts);
    Map<String, String> before = tables();
    String releases = Files.readString(rules.resolve("releases.tsv"));

    String would = new Refresh(rules, Quarter.of("2026Q4"), TODAY).dryRun(List.of(zip));

    assertEquals(before, tables());
    assertEquals(releases, Files.readString(rules.resolve("releases.tsv")));
    assertEquals(
        refresh("2026Q4", zip)
            + "\nDry run: would write fee-schedule.tsv, sources.tsv, releases.tsv\n",
        would);
    assertEquals(
        "No row changes.\n\nDry run: would write nothing\n",
        new Refresh(rules, Quarter.of("2026Q4"), TODAY).dryRun(List.of(zip)));
  }

  @Test
  void theFileOfAnExcerptTakesItsPlace() throws IOException {
    Map<FeeSchedule.Key, List<String>> facts =
        OfficialFiles.factsOf(
            Table.read(rules.resolve("reference/fee-schedule.tsv")), LocalDate.of(2025, 12, 31));
    Path file = write("PPRRVU25_OCT.csv", feeSchedule("2025", "October", facts));

    assertEquals("No row changes.\n", refresh("2025Q4", file));

    String sha256 = OfficialFile.in(file).get(0).sha256();
    assertEquals(
        List.of(
            "2024Q3\tNCCI_PRACTITIONER\t\t\t\t2026-11-23",
            "2025Q4\tFEE_SCHEDULE\tPPRRVU25_OCT.csv\tPPRRVU25_OCT.csv\t" + sha256 + "\t2026-11-24"),
        Files.readString(rules.resolve("releases.tsv")).lines().skip(3).toList());
  }

  /** As they were until 2025: one column fewer. A file need not bear its day. */
  @Test
  void theColumnsOfEarlierYearsAreRead() throws IOException {
    String text =
        feeSchedule("2026", "October", october())
            .replace("RELEASED 08/26/2026", "")
            .lines()
            .map(line -> line.replaceFirst(",[^,]*((,[^,]*){8})$", "$1"))
            .collect(Collectors.joining("\r"));
    assertFalse(text.contains("PRIC"), "the column is still there");

    assertEquals("No row changes.\n", refresh("2026Q4", write("PPRRVU2026_Oct.csv", text)));
  }

  @Test
  void theFilesAreRecordedWithTheirHashes() throws IOException {
    Path zip = schedule(october());
    refresh("2026Q4", zip);

    String sha256 = OfficialFile.in(zip).get(0).sha256();
    assertEquals(64, sha256.length());
    String releases = Files.readString(rules.resolve("releases.tsv"));
    assertTrue(
        releases.endsWith(
            "2026Q4\tFEE_SCHEDULE\tPPRRVU2026_Oct_nonQPP.csv\trvu26d.zip\t"
                + sha256
                + "\t2026-11-24\n"),
        releases);
  }

  @Test
  void noDescriptionIsWrittenAnywhere() throws IOException {
    Map<FeeSchedule.Key, List<String>> facts = october();
    facts.put(new FeeSchedule.Key("76496", "26"), List.of("C", "", "", "1", "03"));
    List<String> rows = pairs();
    rows.add(OfficialFiles.pair("0222T", "76000", "20260701", "*", "1", STANDARDS));
    rows.add(OfficialFiles.pair("0224T", "77002", "20260701", "*", "1", STANDARDS));
    Path zip = schedule(facts);
    Path pairs = write("ccipra-v323r0-f1.txt", OfficialFiles.pairs(rows));

    String said = refresh("2026Q4", zip, pairs);

    assertFalse(said.contains("withheld"), said);
    assertFalse(OfficialFile.in(zip).toString().contains("withheld"));
    assertFalse(FeeSchedule.read(OfficialFile.in(zip).get(0)).toString().contains("withheld"));
    assertFalse(Pair.read(OfficialFile.in(pairs).get(0)).toString().contains("withheld"));
    assertFalse(tables().toString().contains("withheld"));
    assertFalse(Files.readString(rules.resolve("releases.tsv")).contains("withheld"));
  }

  // ---- refused files

  @Test
  void anotherLayoutIsRefused() throws IOException {
    String text = feeSchedule("2026", "October", october());
    requireRefused(
        "PPRRVU2026_Oct.csv, line 9: 0 columns are headed PCTC IND, not 1; CMS has changed the layout,"
            + " see its record layout in the same zip",
        write("PPRRVU2026_Oct.csv", text.replace(",PCTC,", ",PC/TC,")));
    requireRefused(
        "PPRRVU2026_Oct.csv, line 1: no row of headings begins with HCPCS; is it the relative value"
            + " file?",
        write("PPRRVU2026_Oct.csv", text.replace("HCPCS,", "CODE,")));
    requireRefused(
        "PPRRVU2026_Oct.csv, line 1: no title with the year and month of the release stands above the"
            + " headings",
        write("PPRRVU2026_Oct.csv", text.replace("National", "Local")));
    String pairs = OfficialFiles.pairs(pairs());
    requireRefused(
        "ccipra-v323r0-f1.txt, line 7: the headings above are not those of the practitioner edits",
        write("ccipra-v323r0-f1.txt", pairs.replace("Deletion", "Ending")));
  }

  @Test
  void aBrokenRowIsRefused() throws IOException {
    String text = feeSchedule("2026", "October", october());
    String broken = text.replaceFirst("\r\n76496,", "\r\n7649,");
    int line = (int) text.substring(0, text.indexOf("\r\n76496,")).lines().count() + 1;
    requireRefused(
        "PPRRVU2026_Oct.csv, line " + line + ": column 1 is no code of five characters",
        write("PPRRVU2026_Oct.csv", broken));
    requireRefused(
        "PPRRVU2026_Oct.csv, line " + line + ": has 33 columns where the headings have 32",
        write("PPRRVU2026_Oct.csv", text.replaceFirst("\r\n76496,", "\r\n76496,,")));
    List<String> rows = pairs();
    requireRefused(
        "ccipra-v323r0-f1.txt, line "
            + (rows.size() + 7)
            + ": is not two codes, a mark, two dates and a modifier indicator, parted by tabs",
        write("ccipra-v323r0-f1.txt", OfficialFiles.pairs(rows) + "00121;77002\r\n"));
    rows.add(OfficialFiles.pair("00121", "76000", "20261301", "*", "1"));
    requireRefused(
        "ccipra-v323r0-f1.txt, line " + (rows.size() + 6) + ": has a date that is no day",
        write("ccipra-v323r0-f1.txt", OfficialFiles.pairs(rows)));
  }

  @Test
  void aReleaseThatIsNotWholeIsRefused() throws IOException {
    List<String> rows = pairs();
    rows.removeIf(row -> row.startsWith("33418\t"));
    requireRefused(
        "procedure-families.tsv: 33418 has no pair in the files given; give all parts of the release"
            + " (f1 to f4)",
        schedule(october()),
        write("ccipra-v323r0-f1.txt", OfficialFiles.pairs(rows)));
  }

  @Test
  void aFeeScheduleCutShortIsRefused() throws IOException {
    String whole = feeSchedule("2026", "October", october());
    String most = whole.substring(0, whole.indexOf("\r\n76496,"));
    long held = october().size();
    long lacking = whole.substring(most.length()).lines().filter(l -> l.length() > 40).count();
    assertTrue(lacking > 10, "looked at nothing");
    requireRefused(
        "PPRRVU2026_Oct.csv: lacks %d of the %d codes and modifiers in fee-schedule.tsv, or 76496;"
                .formatted(lacking, held)
            + " fetch the whole release",
        write("PPRRVU2026_Oct.csv", most));
  }

  @Test
  void aFileSavedByASpreadsheetIsRefused() throws IOException {
    Map<FeeSchedule.Key, List<String>> facts = october();
    facts.put(new FeeSchedule.Key("76496", ""), List.of("C", "", "NA", "1", "9"));
    String text = feeSchedule("2026", "October", facts);
    int line = (int) text.substring(0, text.indexOf("\r\n76496,")).lines().count() + 1;
    requireRefused(
        "PPRRVU2026_Oct.csv, line "
            + line
            + ": supervision has another form than \\d[0-9A]; was the file saved by a spreadsheet?",
        write("PPRRVU2026_Oct.csv", text));
  }

  @Test
  void aBrokenZipIsRefused() throws IOException {
    byte[] zip = Files.readAllBytes(schedule(october()));
    Path half = folder.resolve("rvu26d.zip");
    Files.write(half, Arrays.copyOf(zip, zip.length / 2));
    requireRefused("rvu26d.zip: is no whole zip; fetch it again", half);
  }

  @Test
  void anotherQuarterIsRefused() throws IOException {
    requireRefused(
        "PPRRVU2026_Jul.csv, line 1: is of 2026Q3, not of 2026Q4 as was said",
        write("PPRRVU2026_Jul.csv", feeSchedule("2026", "July", october())));
    requireRefused(
        "medicare-ncci-2026-q3-practitioner-f1.zip: is of 2026Q3, not of 2026Q4 as was said",
        OfficialFiles.zip(
            folder.resolve("medicare-ncci-2026-q3-practitioner-f1.zip"),
            Map.of("ccipra-v322r0-f1.TXT", OfficialFiles.pairs(pairs()))));
    List<String> rows = pairs();
    rows.add(OfficialFiles.pair("00121", "76000", "20270101", "*", "1"));
    requireRefused(
        "ccipra-v324r0-f1.txt: has edits that begin after 2026Q4 as was said",
        write("ccipra-v324r0-f1.txt", OfficialFiles.pairs(rows)));
  }

  @Test
  void anOlderReleaseIsRefusedIfItWouldChangeRows() throws IOException {
    refresh("2026Q4", schedule(october()));
    Map<FeeSchedule.Key, List<String>> facts = october();
    facts.put(new FeeSchedule.Key("36598", ""), List.of("A", "", "", "9", "01"));
    Path july = write("PPRRVU2026_Jul.csv", feeSchedule("2026", "July", facts));
    Map<String, String> before = tables();

    Refusal refusal = assertThrows(Refusal.class, () -> refresh("2026Q3", july));

    assertEquals(
        "PPRRVU2026_Jul.csv: is of 2026Q3, and 2026Q4 has been read; read releases in order",
        refusal.getMessage());
    assertEquals(before, tables());
  }

  @Test
  void aFileWithNothingInItIsRefused() throws IOException {
    requireRefused(
        "notes.txt: has neither a fee schedule (PPRRVU*.csv) nor NCCI practitioner edits"
            + " (ccipra*.txt); give the zip as CMS has it, or the file out of it",
        write("notes.txt", "nothing"));
  }

  private void requireRefused(String message, Path... files) throws IOException {
    Map<String, String> before = tables();
    Refusal refusal = assertThrows(Refusal.class, () -> refresh("2026Q4", files));
    assertEquals(message, refusal.getMessage());
    assertEquals(before, tables());
  }

  // ---- helpers

  private String refresh(String quarter, Path... files) throws IOException {
    return new Refresh(rules, Quarter.of(quarter), TODAY).run(List.of(files));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String feeSchedule(
      String year, String month, Map<FeeSchedule.Key, List<String>> facts) {
    return OfficialFiles.feeSchedule(
        year + " National Physician Fee Schedule Relative Value File " + month + " Release", facts);
  }

  /** With the file that is not read, as CMS packs them. */
  private Path schedule(Map<FeeSchedule.Key, List<String>> facts) throws IOException {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("GPCI2026.csv", "not read");
    members.put("PPRRVU2026_Oct_QPP.csv", "not read");
    members.put("PPRRVU2026_Oct_nonQPP.csv", feeSchedule("2026", "October", facts));
    return OfficialFiles.zip(folder.resolve("rvu26d.zip"), members);
  }

  /** A release that says what the tables say. */
  private Map<FeeSchedule.Key, List<String>> october() throws IOException {
    Table table = Table.read(rules.resolve("reference/fee-schedule.tsv"));
    Map<FeeSchedule.Key, List<String>> facts =
        OfficialFiles.factsOf(table, LocalDate.of(2026, 10, 1));
    assertTrue(facts.size() > 500, "looked at little");
    return facts;
  }

  private List<String> pairs() throws IOException {
    List<String> rows = new ArrayList<>();
    addPairs(rows, "ncci-fluoroscopy-pairs.tsv", "76000");
    // Of an anesthesia and of a contrast study by CT a pair says nothing.
    rows.add(OfficialFiles.pair("00100", "76000", "20150101", "*", "1", ANESTHESIA));
    rows.add(OfficialFiles.pair("74160", "76000", "20150101", "*", "1", STANDARDS));
    for (Table.Row row : Table.read(rules.resolve("reference/procedure-families.tsv")).rows) {
      if (row.get("imaging_is").equals("PAIRED_WITH_76496")) {
        row.codes().forEach(c -> rows.add(OfficialFiles.pair(c, "76496", "20150101", "*", "1")));
      }
    }
    for (Table.Row row : Table.read(rules.resolve("reference/ncci-column-two-codes.tsv")).rows) {
      row.codes().forEach(c -> rows.add(OfficialFiles.pair("76496", c, "20150101", "*", "0")));
    }
    assertTrue(rows.size() > 900, "looked at little");
    return rows;
  }

  private void addPairs(List<String> rows, String table, String columnTwo) throws IOException {
    for (Table.Row row : Table.read(rules.resolve("reference").resolve(table)).rows) {
      if (row.get("end_date").isEmpty()) {
        row.codes().forEach(c -> rows.add(OfficialFiles.pair(c, columnTwo, "20150101", "*", "1")));
      }
    }
  }

  private static void replace(List<String> rows, String codes, String row) {
    assertTrue(rows.removeIf(r -> r.startsWith(codes + "\t")), codes);
    rows.add(row);
  }

  private Map<String, String> tables() throws IOException {
    Map<String, String> tables = new TreeMap<>();
    try (Stream<Path> files = Files.list(rules.resolve("reference"))) {
      // Beside the tables lie their cases, which the program leaves alone.
      for (Path file : files.filter(f -> !f.toString().endsWith(".cases.tsv")).toList()) {
        tables.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return tables;
  }

  /** Lines that went and lines that came, sorted. */
  private static List<String> difference(
      Map<String, String> before, Map<String, String> after, String table) {
    List<String> old = before.getOrDefault(table, "").lines().toList();
    List<String> now = after.getOrDefault(table, "").lines().toList();
    List<String> lines = new ArrayList<>();
    old.stream().filter(l -> !now.contains(l)).sorted().forEach(l -> lines.add("-" + l));
    now.stream().filter(l -> !old.contains(l)).sorted().forEach(l -> lines.add("+" + l));
    return lines;
  }
}
