package io.github.cpt76496.examples.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.examples.spark.SparkBatch.Summary;
import io.github.cpt76496.examples.spark.Table.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job in Spark's local mode, with two executor threads. */
class SparkBatchTest {

  private static final SparkSession SPARK = Local.spark();

  @TempDir private Path folder;

  @Test
  void theSampleTable() throws IOException {
    Table out = table(Format.PARQUET, "out");
    Summary summary = SparkBatch.run(SPARK, Table.of("csv:../claims/lines.csv"), out);

    assertEquals(new Summary(14, 17, 14, 0, 0), withoutFindings(summary));
    assertEquals(approved("sample-answers.txt"), String.join("\n", answers(out)) + "\n");
    assertEquals(List.of(), Local.rows(out.in("rejects")));
    assertEquals(summary.findings(), Local.rows(out.in("findings")).size());
  }

  private static Summary withoutFindings(Summary summary) {
    return new Summary(summary.claims(), summary.lines(), summary.answers(), 0, summary.rejects());
  }

  /** Rows of one claim in any order and in several files, brought together in 1 to 40 parts. */
  @Test
  void sameAsTheReferenceEngineInOneVirtualMachine() throws IOException {
    Map<String, Claim> claims = GeneratedClaims.claims(300, 7);
    List<String> rows = new ArrayList<>();
    claims.forEach((id, claim) -> rows.addAll(GeneratedClaims.rows(id, claim)));
    Collections.shuffle(rows, new Random(7));
    int third = rows.size() / 3;
    csv("in/a.csv", rows.subList(0, third));
    csv("in/b.csv", rows.subList(third, 2 * third));
    csv("in/c.csv", rows.subList(2 * third, rows.size()));
    Table fromCsv = table(Format.CSV, "in");
    Table typed = typed(fromCsv);

    Cpt76496Edits reference = Cpt76496Edits.load();
    List<String> answers = new ArrayList<>();
    List<String> findings = new ArrayList<>();
    claims.forEach(
        (id, claim) -> {
          ClaimReview review = reference.review(claim);
          for (LineReview line : review.lines()) {
            answers.add(answer(id, review, line));
            line.findings().forEach(f -> findings.add(finding(id, line, f)));
          }
        });
    Collections.sort(answers);
    Collections.sort(findings);
    assertTrue(answers.size() > 200 && findings.size() > 500, "too little to compare");

    for (int partitions : List.of(1, 8, 40)) {
      SPARK.conf().set("spark.sql.shuffle.partitions", partitions);
      try {
        Table in = partitions == 8 ? fromCsv : typed;
        Table out = table(Format.PARQUET, "out" + partitions);
        Summary summary = SparkBatch.run(SPARK, in, out);

        assertEquals(new Summary(300, rows.size(), answers.size(), findings.size(), 0), summary);
        assertEquals(answers, Local.rows(out.in("answers")));
        assertEquals(findings, Local.rows(out.in("findings")));
        assertEquals(List.of(), Local.rows(out.in("rejects")));
      } finally {
        SPARK.conf().set("spark.sql.shuffle.partitions", 8);
      }
    }
  }

  /** The same table as a warehouse would hold it: dates, numbers and arrays with their types. */
  private Table typed(Table csv) {
    Table typed = table(Format.PARQUET, "typed");
    SPARK
        .read()
        .option("header", true)
        .option("escape", "\"")
        .csv(csv.path())
        .selectExpr(
            "*",
            "cast(dateOfService as date) as date_of_service",
            "cast(units as decimal(9,2)) as units_",
            "cast(lineNumber as int) as line_number",
            "split(modifiers, ' ') as modifiers_",
            "'not a column of ours' as patient")
        .drop("dateOfService", "units", "lineNumber", "modifiers")
        .repartition(5)
        .write()
        .parquet(typed.path());
    return typed;
  }

  private static String answer(String id, ClaimReview review, LineReview line) {
    return cells(
        id,
        line.number(),
        words(line.modifiers()),
        line.dateOfService(),
        line.codeApplies(),
        line.modifier26(),
        words(line.candidateCodes()),
        words(line.factsNeeded()),
        line.documentation().stream()
            .filter(d -> d.level() == Level.REQUIRED)
            .map(d -> d.item() + "=" + d.state())
            .collect(Collectors.joining(" ")),
        review.payerMatch(),
        review.version().library(),
        review.version().ruleSet());
  }

  private static String finding(String id, LineReview line, Finding finding) {
    return cells(
        id,
        finding.line(),
        line.codeApplies(),
        line.modifier26(),
        finding.edit(),
        finding.severity(),
        finding.message(),
        words(finding.candidateCodes()),
        words(finding.carc()),
        words(finding.rarc()),
        finding.citation().source(),
        finding.citation().url(),
        finding.citation().grade(),
        finding.citation().sourceDate(),
        finding.citation().lastReviewDate());
  }

  private static String cells(Object... cells) {
    return words(List.of(cells), "|");
  }

  private static String words(List<?> values) {
    return words(values, " ");
  }

  private static String words(List<?> values, String between) {
    return values.stream().map(Object::toString).collect(Collectors.joining(between));
  }

  /** The word SECRET stands where a value must not be repeated. */
  @Test
  void aBadRowCostsItsClaimAndNothingElse() throws IOException {
    csv(
        "in/a.csv",
        List.of(
            "GOOD,PROFESSIONAL,AETNA,,,1,76496,,11,2026-03-02,1,\"two\nlines\",BOTH",
            "NO_CODE,PROFESSIONAL,AETNA,,,1,76496,,11,2026-03-02,1,SECRET,",
            "NO_CODE,PROFESSIONAL,AETNA,,,2,,,11,2026-03-02,1,SECRET,",
            "BAD_DATE,PROFESSIONAL,AETNA,,,1,76496,,11,SECRET,1,,",
            "NO_DATE,PROFESSIONAL,AETNA,,,1,76496,,11,,1,,",
            "BAD_UNITS,PROFESSIONAL,AETNA,,,1,76496,,11,2026-03-02,SECRET,,",
            "BAD_NUMBER,PROFESSIONAL,AETNA,,,SECRET,76496,,11,2026-03-02,1,,",
            "BAD_NAME,PROFESSIONAL,AETNA,,,1,76496,,11,2026-03-02,1,,SECRET",
            "BAD_FORM,SECRET,AETNA,,,1,76496,,11,2026-03-02,1,,",
            "BAD_PLACE,PROFESSIONAL,AETNA,,,1,76496,,SECRET,2026-03-02,1,,",
            "BAD_CODE,PROFESSIONAL,AETNA,,,1,76496-26SECRET,,11,2026-03-02,1,,",
            "FEW_CELLS,PROFESSIONAL,SECRET",
            "MANY_CELLS,PROFESSIONAL,AETNA,,,1,76496,,11,2026-03-02,1,,,SECRET"));
    csv(
        "in/b.csv",
        List.of(
            "TWICE,PROFESSIONAL,AETNA,,,1,76496,,11,2026-03-02,1,,",
            "TWICE,PROFESSIONAL,AETNA,,,1,99213,,11,2026-03-02,1,,",
            "TWO_PAYERS,PROFESSIONAL,AETNA,,,1,76496,,11,2026-03-02,1,,",
            "TWO_PAYERS,PROFESSIONAL,CIGNA,,,2,99213,,11,2026-03-02,1,,"));
    Table out = table(Format.PARQUET, "out");
    Summary summary = SparkBatch.run(SPARK, table(Format.CSV, "in"), out);

    assertEquals(new Summary(1, 1, 1, 0, 16), withoutFindings(summary));
    List<String> rejects =
        Local.rows(out.in("rejects")).stream().map(r -> r.replaceAll("^.*/", "")).toList();
    assertEquals(approved("rejects.txt"), String.join("\n", rejects) + "\n");
    assertFalse(rejects.toString().contains("SECRET"));
  }

  @Test
  void rowsWithoutClaimIdAreClaimsOfTheirOwn() throws IOException {
    csv(
        "in.csv",
        IntStream.rangeClosed(1, 500)
            .mapToObj(i -> ",PROFESSIONAL,AETNA,,,1,76496,,11,2026-03-02,1,,BOTH")
            .toList());
    Dataset<Row> lines = ClaimLines.read(SPARK, table(Format.CSV, "in.csv"));

    assertEquals(500, lines.select(ClaimLines.GROUP).distinct().count());
    Summary summary = SparkBatch.run(SPARK, table(Format.CSV, "in.csv"), table(Format.CSV, "out"));
    assertEquals(new Summary(500, 500, 500, 0, 0), withoutFindings(summary));
  }

  /**
   * A placeholder for the claim id puts far more rows together than a claim can have; with it and
   * one more claim at least six of eight partitions are empty.
   */
  @Test
  void aSkewedClaimIdIsRejectedRowByRow() throws IOException {
    int many = 2 * ClaimRows.MOST_ROWS + 1;
    List<String> rows = new ArrayList<>();
    rows.add("GOOD,PROFESSIONAL,AETNA,,,1,76496,,11,2026-03-02,1,,BOTH");
    for (int i = 1; i <= many; i++) {
      rows.add("UNKNOWN,PROFESSIONAL,AETNA,,,,76496,,11,2026-03-02,1,,BOTH");
    }
    csv("in.csv", rows);
    Table out = table(Format.PARQUET, "out");
    Summary summary = SparkBatch.run(SPARK, table(Format.CSV, "in.csv"), out);

    assertEquals(new Summary(1, 1, 1, 0, many), withoutFindings(summary));
    assertEquals(
        List.of("[" + many + ",UNKNOWN,a claim of more than 10000 rows]"),
        SPARK
            .read()
            .parquet(out.in("rejects").path())
            .groupBy("claimId", "reason")
            .count()
            .selectExpr("count", "claimId", "reason")
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList());
  }

  @Test
  void aTableWithoutRowsGivesTablesWithoutRows() throws IOException {
    csv("in.csv", List.of());
    Table out = table(Format.PARQUET, "out");

    assertEquals(
        new Summary(0, 0, 0, 0, 0), SparkBatch.run(SPARK, table(Format.CSV, "in.csv"), out));
    for (String name : List.of("answers", "findings", "rejects")) {
      assertEquals(List.of(), Local.rows(out.in(name)));
    }
    assertEquals(
        Outcome.FINDING.fieldNames().length,
        SPARK.read().parquet(out.in("findings").path()).columns().length);
  }

  @Test
  void aLineOfSeveralDaysStandsBesideThoseOfItsDays() throws IOException {
    Files.writeString(
        folder.resolve("in.csv"),
        """
        claimId,procedureCode,dateOfService,dateOfServiceEnd
        A,76496,2026-03-05,2026-03-07
        A,47533,2026-03-06,
        B,76496,2026-03-05,2026-03-04
        """);
    Table out = table(Format.PARQUET, "out");
    SparkBatch.run(SPARK, table(Format.CSV, "in.csv"), out);

    assertEquals(
        List.of("[A,NO]"),
        SPARK
            .read()
            .parquet(out.in("answers").path())
            .select("claimId", "codeApplies")
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList());
    assertEquals(
        List.of("[B,line 1: dateOfServiceEnd: must not lie before dateOfService]"),
        SPARK
            .read()
            .parquet(out.in("rejects").path())
            .select("claimId", "reason")
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList());
  }

  @Test
  void aTableThatLacksAColumnIsRefused() throws IOException {
    Files.writeString(folder.resolve("in.csv"), "claimId,dateOfService\nA,2026-03-02\n");
    Table in = table(Format.CSV, "in.csv");
    assertEquals(
        "the table has no column procedureCode",
        assertThrows(IllegalArgumentException.class, () -> ClaimLines.read(SPARK, in))
            .getMessage());
  }

  @Test
  void oneEngineServesAllTasksOfAnExecutor() {
    MapPartitionsFunction<Long, Integer> engine =
        numbers -> List.of(System.identityHashCode(ExecutorEdits.EDITS)).iterator();
    List<Integer> engines =
        SPARK.range(0, 64, 1, 8).mapPartitions(engine, Encoders.INT()).collectAsList();
    assertEquals(Collections.nCopies(8, System.identityHashCode(ExecutorEdits.EDITS)), engines);
  }

  /** A host that already has claims needs no table: the records pass through Spark as they are. */
  @Test
  void claimsGoOutAndReviewsComeBackAsRecords() {
    List<Claim> claims = List.copyOf(GeneratedClaims.claims(50, 3).values());
    MapFunction<Claim, ClaimReview> review = claim -> ExecutorEdits.EDITS.review(claim);
    List<ClaimReview> reviews =
        SPARK
            .createDataset(claims, Encoders.javaSerialization(Claim.class))
            .repartition(1)
            .map(review, Encoders.javaSerialization(ClaimReview.class))
            .collectAsList();
    assertEquals(
        claims.stream()
            .map(ExecutorEdits.EDITS::review)
            .map(ClaimReview::lines)
            .map(List::toString)
            .sorted()
            .toList(),
        reviews.stream().map(ClaimReview::lines).map(List::toString).sorted().toList());
    assertEquals(
        claims.stream().map(ExecutorEdits.EDITS::review).collect(Collectors.toSet()),
        Set.copyOf(reviews));
  }

  /** What people have read and found right; library and rule set versions are left out. */
  private static String approved(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources", name)).replace("\r\n", "\n");
  }

  private Table table(Format format, String name) {
    return new Table(format, folder.resolve(name).toString());
  }

  private void csv(String name, List<String> rows) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    List<String> lines = new ArrayList<>(rows);
    lines.add(0, GeneratedClaims.HEADER);
    Files.write(file, lines);
  }

  private static List<String> answers(Table table) {
    return Local.rows(table.in("answers")).stream()
        .map(r -> r.replace("|" + ExecutorEdits.EDITS.version().library() + "|", "|"))
        .map(r -> r.replace("|" + ExecutorEdits.EDITS.version().ruleSet(), ""))
        .toList();
  }
}
