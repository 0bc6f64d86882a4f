package io.github.cpt76496.examples.spark;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Reads a table of claim lines as text: the group to which a row belongs, where it stands, whether
 * it is broken, and a column for each {@link LineColumn}.
 */
final class ClaimLines {

  static final String GROUP = "group";
  static final String FILE = "file";
  static final String RECORD = "record";
  static final String BROKEN = "broken";

  /** Begins the names that stand beside the table's own on the way. */
  private static final String GIVEN = "_cpt76496_";

  private static final List<LineColumn> NEEDED =
      List.of(LineColumn.CLAIM_ID, LineColumn.PROCEDURE_CODE, LineColumn.DATE_OF_SERVICE);

  private ClaimLines() {}

  /**
   * The rows.
   *
   * @throws IllegalArgumentException if a column is missing or ambiguous
   */
  static Dataset<Row> read(SparkSession spark, Table table) {
    return switch (table.format()) {
      case PARQUET -> fromParquet(spark, table.path());
      case CSV -> fromCsv(spark, table.path());
    };
  }

  private static Dataset<Row> fromParquet(SparkSession spark, String path) {
    Dataset<Row> rows = spark.read().parquet(path);
    return lines(
        rows,
        rows.schema(),
        col("_metadata.file_path"),
        col("_metadata.row_index").plus(1),
        lit(false));
  }

  /**
   * A file is read by one task, as it is whenever cells may hold line ends; so its records can be
   * counted on the way.
   */
  private static Dataset<Row> fromCsv(SparkSession spark, String path) {
    StructType header = spark.read().option("header", true).csv(path).schema();
    String corrupt = GIVEN + "text";
    Dataset<Row> rows =
        spark
            .read()
            .option("header", true)
            .option("enforceSchema", false)
            .option("multiLine", true)
            .option("escape", "\"")
            .option("mode", "PERMISSIVE")
            .option("columnNameOfCorruptRecord", corrupt)
            .schema(header.add(corrupt, DataTypes.StringType))
            .csv(path)
            .withColumn(GIVEN + BROKEN, col(corrupt).isNotNull())
            .drop(corrupt)
            .withColumn(GIVEN + FILE, col("_metadata.file_path"));
    StructType counted = rows.schema().add(GIVEN + RECORD, DataTypes.LongType, false);
    MapPartitionsFunction<Row, Row> count = Counted::new;
    Dataset<Row> numbered = rows.mapPartitions(count, Encoders.row(counted));
    return lines(numbered, header, col(GIVEN + FILE), col(GIVEN + RECORD), col(GIVEN + BROKEN));
  }

  private static Dataset<Row> lines(
      Dataset<Row> rows, StructType header, Column file, Column record, Column broken) {
    List<Column> columns = new ArrayList<>();
    Column claimId = coalesce(trim(text(header, LineColumn.CLAIM_ID)), lit(""));
    // A row without a claim id is a claim of its own. One group for all of them would be a claim
    // that never was, in one partition.
    Column alone = concat(lit("row "), record.cast("string"), lit(" of "), file);
    columns.add(
        when(claimId.equalTo(""), alone).otherwise(concat(lit("claim "), claimId)).as(GROUP));
    columns.add(file.as(FILE));
    columns.add(record.as(RECORD));
    columns.add(broken.as(BROKEN));
    for (LineColumn column : LineColumn.values()) {
      Column text = column == LineColumn.CLAIM_ID ? claimId : text(header, column);
      columns.add(text.as(column.title()));
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  private static Column text(StructType header, LineColumn column) {
    Optional<StructField> found = Optional.empty();
    for (StructField field : header.fields()) {
      if (column.isNamed(field.name())) {
        if (found.isPresent()) {
          throw new IllegalArgumentException("two columns are named " + column.title());
        }
        found = Optional.of(field);
      }
    }
    if (found.isEmpty() && NEEDED.contains(column)) {
      throw new IllegalArgumentException("the table has no column " + column.title());
    }
    return found.map(ClaimLines::asText).orElse(lit("").cast("string"));
  }

  private static Column asText(StructField field) {
    Column column = col("`" + field.name().replace("`", "``") + "`");
    return field.dataType() instanceof ArrayType ? array_join(column, " ") : column.cast("string");
  }

  /** The rows of whole files, each with its number in its file. */
  private static final class Counted implements Iterator<Row> {
    private final Iterator<Row> rows;
    private String file = "";
    private long record;

    private Counted(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Row row = rows.next();
      String from = row.getString(row.size() - 1);
      record = from.equals(file) ? record + 1 : 1;
      file = from;
      Object[] cells = new Object[row.size() + 1];
      for (int i = 0; i < row.size(); i++) {
        cells[i] = row.get(i);
      }
      cells[row.size()] = record;
      return RowFactory.create(cells);
    }
  }
}
