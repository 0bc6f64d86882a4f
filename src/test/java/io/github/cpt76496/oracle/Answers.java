package io.github.cpt76496.oracle;

import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.oracle.Reference.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the three questions have answered so far about one line; each writes in its own order. */
final class Answers {

  int number;
  CodeApplies codeApplies = CodeApplies.UNDETERMINED;
  Modifier26 modifier26 = Modifier26.UNDETERMINED;
  List<String> candidateCodes = List.of();
  PayerMatch payerMatch = PayerMatch.NONE;
  final List<Fact> factsNeeded = new ArrayList<>(6);
  final List<PlainFinding> findings = new ArrayList<>(8);
  final List<PlainRequirement> documentation = new ArrayList<>(16);

  /** The strongest row that another line of the date has. */
  @Nullable Row billed;

  /** The row that speaks for the procedure family of the record. */
  @Nullable Row recorded;

  /** Whether the words of the line leave open what was done. */
  boolean wordsLeaveOpen;

  void error(String edit) {
    findings.add(new PlainFinding(edit, Severity.ERROR));
  }

  void warning(String edit) {
    findings.add(new PlainFinding(edit, Severity.WARNING));
  }

  void info(String edit) {
    findings.add(new PlainFinding(edit, Severity.INFO));
  }

  void ask(Fact fact) {
    if (!factsNeeded.contains(fact)) {
      factsNeeded.add(fact);
    }
  }

  PlainLine of(PayerMatch match) {
    return new PlainLine(
        number,
        codeApplies,
        modifier26,
        candidateCodes,
        factsNeeded,
        match,
        documentation,
        findings);
  }
}
