package io.github.cpt76496.examples.host;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import java.util.ArrayList;
import java.util.List;

/** What stands between a billing system and its clearing house: no claim with an error leaves. */
public final class ClaimGate {

  private final Cpt76496Edits edits;
  private final Worklist worklist;

  /**
   * @param edits the entry point of the library, loaded once for the process
   * @param worklist where people find the claims that did not leave
   */
  public ClaimGate(Cpt76496Edits edits, Worklist worklist) {
    this.edits = edits;
    this.worklist = worklist;
  }

  /** Where a claim goes. */
  public enum Route {
    /** To the payer. */
    SEND,
    /** To the provider, who has the facts that the claim lacks. */
    ASK,
    /** To a coder. */
    HOLD
  }

  /**
   * What was decided.
   *
   * @param reasons why the claim does not leave, line by line; empty where it does
   * @param enclose documents that the payer requires and nobody has seen yet
   */
  public record Decision(Route route, List<String> reasons, List<DocumentationItem> enclose) {

    public Decision {
      reasons = List.copyOf(reasons);
      enclose = List.copyOf(enclose);
    }
  }

  /** A list of claims that wait for a person. */
  public interface Worklist {

    void add(String claimId, Decision decision);
  }

  /** Decides about one claim, and puts it on the work list unless it leaves. */
  public Decision decide(String claimId, Claim claim) {
    Decision decision = decision(claim);
    if (decision.route() != Route.SEND) {
      worklist.add(claimId, decision);
    }
    return decision;
  }

  private Decision decision(Claim claim) {
    ClaimReview review;
    try {
      review = edits.review(claim);
    } catch (IllegalArgumentException e) {
      // The message names line and field and repeats no value, so people may read it.
      return new Decision(Route.HOLD, List.of(e.getMessage()), List.of());
    }
    List<String> errors = new ArrayList<>();
    List<String> questions = new ArrayList<>();
    List<DocumentationItem> enclose = new ArrayList<>();
    for (LineReview line : review.lines()) {
      line.findings().stream()
          .filter(f -> f.severity() == Severity.ERROR)
          .map(ClaimGate::reason)
          .forEach(errors::add);
      if (line.codeApplies() == CodeApplies.UNDETERMINED) {
        questions.add("line " + line.number() + ": ask for " + line.factsNeeded());
      }
      line.documentation().stream()
          .filter(d -> d.level() == Level.REQUIRED && d.state() != State.PRESENT)
          .map(DocumentationRequirement::item)
          .filter(item -> !enclose.contains(item))
          .forEach(enclose::add);
    }
    if (!errors.isEmpty()) {
      return new Decision(Route.HOLD, errors, enclose);
    }
    return questions.isEmpty()
        ? new Decision(Route.SEND, List.of(), enclose)
        : new Decision(Route.ASK, questions, enclose);
  }

  private static String reason(Finding finding) {
    return "line " + finding.line() + ": " + finding.edit();
  }
}
