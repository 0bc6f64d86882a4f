package io.github.cpt76496.examples.spark;

import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.examples.spark.ClaimRows.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The tables that a run writes, and the rows of them that one claim gives. */
final class Outcome {

  /** A row for each line billed with 76496. Text of several words is separated by blanks. */
  static final StructType ANSWER =
      new StructType()
          .add("claimId", DataTypes.StringType)
          .add("line", DataTypes.IntegerType)
          .add("modifiers", DataTypes.StringType)
          .add("dateOfService", DataTypes.StringType)
          .add("codeApplies", DataTypes.StringType)
          .add("modifier26", DataTypes.StringType)
          .add("candidateCodes", DataTypes.StringType)
          .add("wouldSettle", DataTypes.StringType)
          .add("requiredDocuments", DataTypes.StringType)
          .add("payerMatch", DataTypes.StringType)
          .add("libraryVersion", DataTypes.StringType)
          .add("ruleSetVersion", DataTypes.StringType);

  /** A row for each finding. */
  static final StructType FINDING =
      new StructType()
          .add("claimId", DataTypes.StringType)
          .add("line", DataTypes.IntegerType)
          .add("codeApplies", DataTypes.StringType)
          .add("modifier26", DataTypes.StringType)
          .add("edit", DataTypes.StringType)
          .add("severity", DataTypes.StringType)
          .add("message", DataTypes.StringType)
          .add("candidateCodes", DataTypes.StringType)
          .add("carc", DataTypes.StringType)
          .add("rarc", DataTypes.StringType)
          .add("source", DataTypes.StringType)
          .add("url", DataTypes.StringType)
          .add("grade", DataTypes.StringType)
          .add("sourceDate", DataTypes.StringType)
          .add("lastReviewDate", DataTypes.StringType);

  /** A row for each row of the input that was not reviewed. */
  static final StructType REJECT =
      new StructType()
          .add("file", DataTypes.StringType)
          .add("record", DataTypes.LongType)
          .add("claimId", DataTypes.StringType)
          .add("reason", DataTypes.StringType);

  static final String CLAIMS = "claims";
  static final String LINES = "lines";
  static final String ANSWERS = "answers";
  static final String FINDINGS = "findings";
  static final String REJECTS = "rejects";

  /** What passes from the tasks to the writers: how much was reviewed, and rows of each table. */
  static final StructType SCHEMA =
      new StructType()
          .add(CLAIMS, DataTypes.LongType)
          .add(LINES, DataTypes.LongType)
          .add(ANSWERS, DataTypes.createArrayType(ANSWER))
          .add(FINDINGS, DataTypes.createArrayType(FINDING))
          .add(REJECTS, DataTypes.createArrayType(REJECT));

  private Outcome() {}

  /** How much was reviewed; one row for many claims, because most have nothing to report. */
  static Row count(long claims, long lines) {
    return row(claims, lines, List.of(), List.of(), List.of());
  }

  static Row reviewed(String claimId, ClaimReview review) {
    List<Row> answers = new ArrayList<>();
    List<Row> findings = new ArrayList<>();
    for (LineReview line : review.lines()) {
      answers.add(answer(claimId, review, line));
      line.findings().forEach(finding -> findings.add(finding(claimId, line, finding)));
    }
    return row(0, 0, answers, findings, List.of());
  }

  static Row rejected(Collection<Verdict> verdicts) {
    List<Row> rejects = new ArrayList<>(verdicts.size());
    for (Verdict verdict : verdicts) {
      LineRow row = verdict.row();
      rejects.add(
          RowFactory.create(
              row.file(), row.record(), row.text(LineColumn.CLAIM_ID), verdict.reason()));
    }
    return row(0, 0, List.of(), List.of(), rejects);
  }

  private static Row row(
      long claims, long lines, List<Row> answers, List<Row> findings, List<Row> rejects) {
    return RowFactory.create(
        claims,
        lines,
        answers.toArray(Row[]::new),
        findings.toArray(Row[]::new),
        rejects.toArray(Row[]::new));
  }

  private static Row answer(String claimId, ClaimReview review, LineReview line) {
    return RowFactory.create(
        claimId,
        line.number(),
        words(line.modifiers()),
        line.dateOfService().toString(),
        line.codeApplies().name(),
        line.modifier26().name(),
        words(line.candidateCodes()),
        words(line.factsNeeded()),
        line.documentation().stream()
            .filter(document -> document.level() == Level.REQUIRED)
            .map(Outcome::state)
            .collect(Collectors.joining(" ")),
        review.payerMatch().name(),
        review.version().library(),
        review.version().ruleSet());
  }

  private static String state(DocumentationRequirement document) {
    return document.item() + "=" + document.state();
  }

  private static Row finding(String claimId, LineReview line, Finding finding) {
    return RowFactory.create(
        claimId,
        finding.line(),
        line.codeApplies().name(),
        line.modifier26().name(),
        finding.edit(),
        finding.severity().name(),
        finding.message(),
        words(finding.candidateCodes()),
        words(finding.carc()),
        words(finding.rarc()),
        finding.citation().source(),
        finding.citation().url(),
        finding.citation().grade().name(),
        finding.citation().sourceDate(),
        finding.citation().lastReviewDate().toString());
  }

  private static String words(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(" "));
  }
}
