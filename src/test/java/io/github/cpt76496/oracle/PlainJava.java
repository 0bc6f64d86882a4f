package io.github.cpt76496.oracle;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.ServiceLine;
import java.util.ArrayList;
import java.util.List;

/** The three questions, asked in plain Java: a raw claim in, findings out. */
public final class PlainJava {

  private final Reference reference;
  private final boolean refuse26;

  public PlainJava() {
    this(new Reference(), false);
  }

  /**
   * @param refuse26 whether the host has switched on that 26 is refused on unlisted codes
   */
  public PlainJava(Reference reference, boolean refuse26) {
    this.reference = reference;
    this.refuse26 = refuse26;
  }

  Reference reference() {
    return reference;
  }

  /** Whether the words of a line billed with 76496 leave open what was done. */
  public boolean wordsLeaveOpen(Claim claim, ServiceLine line) {
    Answers answers = new Answers();
    ProcedureQuestion.answer(new Facts(claim, line, reference), answers);
    return answers.wordsLeaveOpen;
  }

  /** The answers for every line billed with 76496, in claim order. */
  public List<PlainLine> review(Claim claim) {
    List<PlainLine> lines = new ArrayList<>(2);
    List<Answers> all = new ArrayList<>(2);
    PayerMatch match = PayerMatch.NONE;
    for (ServiceLine line : claim.lines()) {
      if (line.billedWith76496()) {
        Facts facts = new Facts(claim, line, reference);
        Answers answers = new Answers();
        ProcedureQuestion.answer(facts, answers);
        ModifierQuestion.answer(facts, refuse26, answers);
        DocumentationQuestion.answer(facts, answers);
        answers.number = line.number();
        all.add(answers);
        if (answers.payerMatch.compareTo(match) < 0) {
          match = answers.payerMatch; // the most specific level on any line is the claim's
        }
      }
    }
    for (Answers answers : all) {
      lines.add(answers.of(match));
    }
    return lines;
  }
}
