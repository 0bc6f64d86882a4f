package io.github.cpt76496.examples.spark;

import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.examples.spark.SparkBatch.Summary;
import io.github.cpt76496.examples.spark.Table.Format;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A long table, as {@code -Dlines=1000000}: that all of it arrives, and what it costs. */
@EnabledIfSystemProperty(named = "lines", matches = "[1-9][0-9]{0,8}")
class MillionLinesTest {

  private static final int LINES_A_CLAIM = 4;

  @TempDir private Path folder;

  @Test
  void everyLineIsReviewed() {
    long lines = Long.getLong("lines") / LINES_A_CLAIM * LINES_A_CLAIM;
    for (int oneIn : new int[] {100, 1}) {
      measure(lines, oneIn);
    }
  }

  private void measure(long lines, int oneIn) {
    SparkSession spark = Local.spark();
    Table in = new Table(Format.PARQUET, folder.resolve("in" + oneIn).toString());
    write(spark, lines, oneIn, in);

    double read = 0;
    double grouped = 0;
    double reviewed = 0;
    // The first round warms up.
    for (int round = 0; round < 3; round++) {
      read = seconds(() -> noop(ClaimLines.read(spark, in)));
      grouped = seconds(() -> noop(SparkBatch.byClaim(ClaimLines.read(spark, in))));
      reviewed = seconds(() -> noop(SparkBatch.review(ClaimLines.read(spark, in))));
    }
    long start = System.nanoTime();
    Table out = new Table(Format.PARQUET, folder.resolve("out" + oneIn).toString());
    Summary summary = SparkBatch.run(spark, in, out);
    double job = (System.nanoTime() - start) / 1e9;

    System.out.printf(
        Locale.ROOT,
        "%,d lines, one in %d is 76496: read %.1f s, and brought together %.1f s, and reviewed"
            + " %.1f s; the whole job %.1f s, %,.0f lines a second%n%s",
        lines,
        oneIn,
        read,
        grouped,
        reviewed,
        job,
        lines / job,
        summary.text(job));
    assertEquals(
        new Summary(lines / LINES_A_CLAIM, lines, lines / oneIn, summary.findings(), 0), summary);
    assertEquals(summary.findings(), spark.read().parquet(out.in("findings").path()).count());
    assertEquals(lines / oneIn, spark.read().parquet(out.in("answers").path()).count());
  }

  private static void write(SparkSession spark, long lines, int oneIn, Table table) {
    spark
        .range(0, lines, 1, 8)
        .select(
            // The lines of a claim lie far apart, so that they must be brought together.
            expr("concat('C', id % " + lines / LINES_A_CLAIM + ")").as("claimId"),
            expr("'PROFESSIONAL'").as("form"),
            expr("'MEDICARE'").as("payerFamily"),
            expr("'PALMETTO_GBA'").as("plan"),
            expr("'MEDICARE_FFS'").as("lineOfBusiness"),
            expr("cast(1 + id div " + lines / LINES_A_CLAIM + " as int)").as("lineNumber"),
            expr("if(id % " + oneIn + " = 0, '76496', '99213')").as("procedureCode"),
            expr("if(id % 3 = 0, '26', '')").as("modifiers"),
            expr("if(id % 2 = 0, '22', '11')").as("placeOfService"),
            expr("date'2026-03-02'").as("dateOfService"),
            expr("1").as("units"),
            expr("'FLUOROSCOPIC STUDY'").as("description"))
        .write()
        .parquet(table.path());
  }

  private static void noop(Dataset<Row> rows) {
    rows.write().format("noop").mode("overwrite").save();
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
