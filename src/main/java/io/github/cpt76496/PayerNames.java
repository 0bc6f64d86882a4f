package io.github.cpt76496;

import io.github.cpt76496.internal.PayerNameRows;
import java.io.Serializable;
import java.util.List;

/**
 * Who the payer is, from its name and its id as claims carry them. What is known are the dated rows
 * of {@code rules/reference/payer-names.tsv}, each with its source: names of payers and plans,
 * payer ids, claim filing indicators, and which Medicare contractor is responsible for which
 * jurisdiction and state. A name is compared without regard to capitals, punctuation and legal
 * form.
 *
 * <p>Two payers can ask for opposite things, so none is guessed: a name without a row, or one that
 * names two payers, is not recognized, and facts that contradict each other give no payer. If they
 * contradict each other only about the program, they give no program.
 *
 * <p>The rows are read when the first payer is asked for. All methods are safe for any number of
 * threads, and the same question has the same answer.
 */
public final class PayerNames {

  private PayerNames() {}

  /**
   * The payer, as far as name, id and claim filing indicator agree. None of the three need be
   * stated; one that is not is empty.
   *
   * @param name the payer's name, such as NM103 of loop 2010BB of an 837
   * @param payerId the payer's id in claims, such as NM109 with qualifier PI; no tax number, NAIC
   *     code or NPI, which are other lists that use some of the same numbers
   * @param filingIndicator the claim filing indicator, SBR09
   * @throws IllegalArgumentException if an argument is null
   */
  public static Recognition recognize(String name, String payerId, String filingIndicator) {
    return Holder.ROWS.recognize(
        Checks.required(name, "name"),
        Checks.required(payerId, "payerId"),
        Checks.required(filingIndicator, "filingIndicator"));
  }

  /**
   * The known names that are nearest to a name, with the payer of each, nearest first: {@code Blue
   * Cross Blue Shield of Nebraska (BCBS/NEBRASKA)}. At most three, and none where no name is near.
   * They help a person to map a name that was not recognized; conclude nothing from them.
   *
   * @throws IllegalArgumentException if the name is null
   */
  public static List<String> nearest(String name) {
    return Holder.ROWS.nearest(Checks.required(name, "name"));
  }

  /**
   * What became of a payer's name and id.
   *
   * @param payer the payer; {@link Payer.Family#OTHER} where a name was stated that is not
   *     recognized, and {@link Payer#UNKNOWN} where nothing was stated or the facts contradict each
   *     other. If only the claim filing indicator shows the family or program, it is used
   * @param outcome whether the payer was recognized
   */
  public record Recognition(Payer payer, Outcome outcome) implements Serializable {

    /**
     * @throws IllegalArgumentException if a part is missing; the message names the field
     */
    public Recognition {
      Checks.required(payer, "recognition.payer");
      Checks.required(outcome, "recognition.outcome");
    }
  }

  /** Whether a payer was recognized by its name or its id. */
  public enum Outcome {
    /** Name or id has a row, and nothing contradicts it. */
    RECOGNIZED,
    /** A name or an id is stated, and none of them has a row. */
    NOT_RECOGNIZED,
    /** Name, id and claim filing indicator mean different payers. */
    CONTRADICTED,
    /**
     * Name, id and claim filing indicator mean one payer and different programs: the payer is the
     * family, its plan unless that is a program itself, and no line of business.
     */
    PROGRAM_CONTRADICTED,
    /** Neither name nor id is stated. */
    NOT_STATED
  }

  /** Read once, and only by hosts that ask. */
  private static final class Holder {
    private static final PayerNameRows ROWS = PayerNameRows.load();
  }
}
