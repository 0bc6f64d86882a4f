package io.github.cpt76496.oracle;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.ServiceLine;
import java.util.ArrayList;
import java.util.List;

/** The library's review in the oracle's shape, and claims in words. */
public final class Comparison {

  private Comparison() {}

  public static List<PlainLine> plain(ClaimReview review) {
    List<PlainLine> lines = new ArrayList<>(review.lines().size());
    for (LineReview line : review.lines()) {
      List<PlainRequirement> documentation = new ArrayList<>(line.documentation().size());
      for (DocumentationRequirement d : line.documentation()) {
        documentation.add(
            new PlainRequirement(
                d.edit(),
                d.item(),
                d.level(),
                d.state(),
                d.channels(),
                d.consequence(),
                d.scope(),
                d.payer()));
      }
      List<PlainFinding> findings = new ArrayList<>(line.findings().size());
      for (Finding finding : line.findings()) {
        findings.add(new PlainFinding(finding.edit(), finding.severity()));
      }
      lines.add(
          new PlainLine(
              line.number(),
              line.codeApplies(),
              line.modifier26(),
              line.candidateCodes(),
              line.factsNeeded(),
              review.payerMatch(),
              documentation,
              findings));
    }
    return lines;
  }

  /** The answers of one line. */
  public static String words(PlainLine line) {
    return "line "
        + line.number()
        + ": code applies "
        + line.codeApplies()
        + ", modifier 26 "
        + line.modifier26()
        + ", candidates "
        + line.candidateCodes()
        + ", would settle "
        + line.factsNeeded()
        + ", payer "
        + line.payerMatch();
  }

  /** The findings and requirements that one side has and the other has not, in this form. */
  public static void appendDifference(PlainLine rules, PlainLine oracle, StringBuilder text) {
    int before = text.length();
    appendOnly("rules only  ", rules.findings(), oracle.findings(), text);
    appendOnly("Java only   ", oracle.findings(), rules.findings(), text);
    appendOnly("rules only  ", rules.documentation(), oracle.documentation(), text);
    appendOnly("Java only   ", oracle.documentation(), rules.documentation(), text);
    if (text.length() == before && !rules.equals(oracle)) {
      text.append("\nrules have  ").append(rules.findings());
      text.append("\nJava has    ").append(oracle.findings());
      text.append("\nrules list  ").append(rules.documentation());
      text.append("\nJava lists  ").append(oracle.documentation());
    }
  }

  private static <T> void appendOnly(String who, List<T> of, List<T> other, StringBuilder text) {
    for (T element : of) {
      if (!other.contains(element)) {
        text.append('\n').append(who).append(element);
      }
    }
  }

  /** Every field that is stated; claims here are made up, so nothing is withheld. */
  public static String words(Claim claim) {
    StringBuilder words = new StringBuilder();
    words
        .append(claim.form())
        .append(' ')
        .append(claim.payer())
        .append(' ')
        .append(claim.payer().lineOfBusiness())
        .append(stated(" bill ", claim.typeOfBill()))
        .append(stated(" note '", claim.note()))
        .append(claim.attachments().isEmpty() ? "" : " with " + claim.attachments());
    for (ServiceLine line : claim.lines()) {
      words
          .append("\n  ")
          .append(line)
          .append(' ')
          .append(line.dateOfService())
          .append(
              line.dateOfServiceEnd().equals(line.dateOfService())
                  ? ""
                  : " to " + line.dateOfServiceEnd())
          .append(stated(" place ", line.placeOfService()))
          .append(line.units().signum() == 0 ? "" : " units " + line.units())
          .append(stated(" revenue ", line.revenueCode()))
          .append(stated(" description '", line.description()))
          .append(stated(" note '", line.note()))
          .append(line.record().equals(RecordFacts.EMPTY) ? "" : record(line.record()));
    }
    return words.toString();
  }

  private static String record(RecordFacts r) {
    return "\n    imaging "
        + r.imaging()
        + ", purpose "
        + r.purpose()
        + stated(", procedure ", r.procedure())
        + ", component "
        + r.component()
        + ", written "
        + r.writtenInterpretation()
        + ", no code "
        + r.noSpecificCode()
        + ", III "
        + r.categoryThreeChecked()
        + ", motion "
        + r.motionRecorded()
        + ", purchased "
        + r.purchasedComponent()
        + ", patient "
        + r.hospitalPatient()
        + ", on file "
        + r.onFile();
  }

  private static String stated(String before, String text) {
    return text.isEmpty() ? "" : before + text;
  }
}
