package io.github.cpt76496.examples.spark;

import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Spark inside the test's own JVM. */
final class Local {

  private Local() {}

  /** The session that all tests share; starting one takes seconds. */
  static SparkSession spark() {
    return SparkSession.builder()
        .appName("spark-batch tests")
        .master("local[2]")
        .config("spark.ui.enabled", false)
        .config("spark.sql.shuffle.partitions", 8)
        // Left alone, Spark would join small and empty partitions, and no test would meet one.
        .config("spark.sql.adaptive.enabled", false)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/warehouse")
        .getOrCreate();
  }

  /** A written table as one text a row, sorted. */
  static List<String> rows(Table table) {
    SparkSession spark = spark();
    return (switch (table.format()) {
          case CSV -> spark.read().option("header", true).option("escape", "\"").csv(table.path());
          case PARQUET -> spark.read().parquet(table.path());
        })
        .collectAsList().stream().map(row -> row.mkString("|")).sorted().toList();
  }
}
