package io.github.cpt76496.testkit;

import io.github.cpt76496.Citation;
import io.github.cpt76496.Citation.Grade;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.Cpt76496Edits.Version;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.DocumentationRequirement.Sending;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.Remedy;
import java.util.List;

/**
 * Made-up answers for a mocked entry point. A host that builds its answers here does not call the
 * constructors of the result records, which may gain components before version 1.0.
 */
public final class SampleReviews {

  /** What answers in all made-up reviews. */
  public static final Version VERSION =
      new Version(
          "sample",
          "sample",
          SampleClaims.DATE_OF_SERVICE.withDayOfYear(1),
          SampleClaims.DATE_OF_SERVICE);

  /** Where all made-up findings and requirements come from. */
  public static final Citation CITATION =
      new Citation("made up for a test", "", Grade.A, "undated", SampleClaims.DATE_OF_SERVICE);

  private SampleReviews() {}

  /** The review of a claim with these 76496 lines; none for a claim without one. */
  public static ClaimReview of(LineReview... lines) {
    PayerMatch match = lines.length == 0 ? PayerMatch.NONE : PayerMatch.PLAN;
    return new ClaimReview(VERSION, match, List.of(lines));
  }

  /** Starts a line that nothing is wrong with: the code applies, and 26 is there and right. */
  public static Line line(int number) {
    return new Line(number);
  }

  /** A finding of an edit, with a message that names it. */
  public static Finding finding(int line, String edit, Severity severity) {
    return new Finding(
        edit,
        line,
        severity,
        false,
        "made-up finding of " + edit,
        List.of(),
        List.of(),
        List.of(),
        Remedy.NOT_STATED,
        CITATION,
        "");
  }

  /** A document that the payer speaks of. */
  public static DocumentationRequirement document(
      DocumentationItem item, Level level, State state) {
    return new DocumentationRequirement(
        item,
        level,
        state,
        List.of(Channel.KEEP_IN_RECORD),
        Consequence.NOT_STATED,
        Scope.GENERAL_UNLISTED_RULE,
        SampleClaims.PAYER.toString(),
        "documentation/made-up",
        Sending.NOT_STATED,
        CITATION);
  }

  /** Collects what a made-up line review differs in. Not for sharing between threads. */
  public static final class Line {
    private final int number;
    private CodeApplies codeApplies = CodeApplies.YES;
    private Modifier26 modifier26 = Modifier26.VALID;
    private List<Fact> factsNeeded = List.of();
    private List<DocumentationRequirement> documentation = List.of();
    private List<Finding> findings = List.of();

    private Line(int number) {
      this.number = number;
    }

    /** Sets the first answer. */
    public Line codeApplies(CodeApplies answer) {
      this.codeApplies = answer;
      return this;
    }

    /** Sets the second answer; the line bears the modifier where the answer says that it does. */
    public Line modifier26(Modifier26 answer) {
      this.modifier26 = answer;
      return this;
    }

    /** Sets the facts that would settle an answer. */
    public Line factsNeeded(Fact... facts) {
      this.factsNeeded = List.of(facts);
      return this;
    }

    /** Sets the third answer. */
    public Line documentation(DocumentationRequirement... documents) {
      this.documentation = List.of(documents);
      return this;
    }

    /** Sets the findings. */
    public Line findings(Finding... findings) {
      this.findings = List.of(findings);
      return this;
    }

    /** The line review. */
    public LineReview build() {
      boolean bears26 = modifier26 == Modifier26.VALID || modifier26 == Modifier26.INVALID;
      return new LineReview(
          number,
          "76496",
          bears26 ? List.of("26") : List.of(),
          SampleClaims.DATE_OF_SERVICE,
          codeApplies,
          modifier26,
          List.of(),
          factsNeeded,
          documentation,
          findings,
          List.of());
    }
  }
}
