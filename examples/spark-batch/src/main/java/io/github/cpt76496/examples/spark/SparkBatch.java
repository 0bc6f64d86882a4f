package io.github.cpt76496.examples.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Reviews a table of claim lines on Apache Spark, and writes answers, findings and rejects. */
public final class SparkBatch {

  private static final String USAGE =
      "usage: spark-submit spark-batch.jar FORMAT:INPUT FORMAT:OUTPUT"
          + "   FORMAT is csv or parquet, OUTPUT a folder that is not there yet";

  private SparkBatch() {}

  /**
   * What a run did. Every row of the input was either reviewed or rejected.
   *
   * @param claims claims that were reviewed
   * @param lines their rows
   * @param answers lines billed with 76496
   * @param findings what was found on them
   * @param rejects rows that were not reviewed
   */
  record Summary(long claims, long lines, long answers, long findings, long rejects) {

    /** Four lines of text for a person. */
    String text(double seconds) {
      return String.format(
          Locale.ROOT,
          "reviewed  %,d lines of %,d claims, %,d of them billed with 76496%n"
              + "findings  %,d%n"
              + "rejected  %,d rows%n"
              + "took      %.1f s, %,.0f rows a second%n",
          lines,
          claims,
          answers,
          findings,
          rejects,
          seconds,
          (lines + rejects) / seconds);
    }
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println(USAGE);
      System.exit(2);
    }
    try (SparkSession spark = SparkSession.builder().appName("cpt76496-edits").getOrCreate()) {
      long start = System.nanoTime();
      Summary summary = run(spark, Table.of(args[0]), Table.of(args[1]));
      System.out.print(summary.text((System.nanoTime() - start) / 1e9));
    }
  }

  /** Reviews one table and writes three, in the folders answers, findings and rejects. */
  static Summary run(SparkSession spark, Table input, Table output) {
    // Three tables are written from it, so it is kept: in memory, and on disk where that is full.
    Dataset<Row> outcomes =
        review(ClaimLines.read(spark, input)).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      write(outcomes, Outcome.ANSWERS, output);
      write(outcomes, Outcome.FINDINGS, output);
      write(outcomes, Outcome.REJECTS, output);
      return summary(outcomes);
    } finally {
      outcomes.unpersist();
    }
  }

  /** The outcomes of claim lines as {@link ClaimLines} reads them. */
  static Dataset<Row> review(Dataset<Row> lines) {
    MapPartitionsFunction<Row, Row> review = ReviewPartition::new;
    return byClaim(lines).mapPartitions(review, Encoders.row(Outcome.SCHEMA));
  }

  /** Brings the rows of a claim together, in the same order wherever they came from. */
  static Dataset<Row> byClaim(Dataset<Row> lines) {
    return lines
        .repartition(col(ClaimLines.GROUP))
        .sortWithinPartitions(ClaimLines.GROUP, ClaimLines.FILE, ClaimLines.RECORD);
  }

  private static void write(Dataset<Row> outcomes, String name, Table output) {
    Table table = output.in(name);
    Dataset<Row> rows = outcomes.select(explode(col(name)).as("row")).select("row.*");
    switch (table.format()) {
      case PARQUET -> rows.write().parquet(table.path());
      case CSV -> rows.write().option("header", true).option("escape", "\"").csv(table.path());
    }
  }

  private static Summary summary(Dataset<Row> outcomes) {
    List<Column> sums =
        List.of(
            sum(Outcome.CLAIMS),
            sum(Outcome.LINES),
            sum(size(col(Outcome.ANSWERS))),
            sum(size(col(Outcome.FINDINGS))),
            sum(size(col(Outcome.REJECTS))));
    Row row =
        outcomes
            .select(sums.stream().map(s -> coalesce(s, lit(0)).cast("long")).toArray(Column[]::new))
            .first();
    return new Summary(
        row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
  }
}
