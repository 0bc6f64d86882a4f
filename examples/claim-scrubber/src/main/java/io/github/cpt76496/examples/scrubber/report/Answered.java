package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.claims.PlacedClaim;
import java.util.List;
import java.util.stream.Stream;

/**
 * A claim and its answers.
 *
 * @param file the name of the input
 * @param claim the claim, as the user changed it or with what somebody has answered
 * @param set what the user changed, each {@code name=value}
 * @param stated what somebody has answered about a line, each {@code line 2: name=value}, and of
 *     words the name alone
 * @param asStated the answers for the claim as it stands in the input
 * @param review the answers
 */
public record Answered(
    String file,
    PlacedClaim claim,
    List<String> set,
    List<String> stated,
    ClaimReview asStated,
    ClaimReview review) {

  /** After a change that somebody has answered about one line of one claim. */
  private static final String ANSWERED = " (answered)";

  /** A claim as it stands. */
  public Answered(String file, PlacedClaim claim, ClaimReview review) {
    this(file, claim, List.of(), List.of(), review, review);
  }

  /** All changes in words, those that were answered marked so; none for a claim as it stands. */
  public List<String> changes() {
    return Stream.concat(set.stream(), answers().stream()).toList();
  }

  /** What was answered, marked so. */
  public List<String> answers() {
    return stated.stream().map(change -> change + ANSWERED).toList();
  }

  /**
   * The names of what was changed without any value, which may be a patient's: whatever stands in a
   * value, a name ends before the first equals sign.
   */
  public List<String> changedNames() {
    return Stream.concat(
            set.stream().map(Answered::name),
            stated.stream().map(change -> name(change) + ANSWERED))
        .toList();
  }

  private static String name(String change) {
    int equals = change.indexOf('=');
    return equals < 0 ? change : change.substring(0, equals);
  }

  /** The place alone: the claim belongs to a patient. */
  @Override
  public String toString() {
    return "Answered[" + claim.place() + "]";
  }
}
