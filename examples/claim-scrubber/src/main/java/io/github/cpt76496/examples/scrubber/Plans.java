package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Payer;
import java.util.List;
import java.util.Optional;

/** A plan that a person has written and no rule knows: it exists, or it is misspelt. */
final class Plans {

  private Plans() {}

  /** What to tell the person; nothing where a rule knows the plan or none is stated. */
  static Optional<String> noticeOf(Payer payer, Cpt76496Edits edits) {
    List<Payer> ofFamily =
        edits.payers().stream()
            .filter(known -> known.family() == payer.family() && !known.plan().isEmpty())
            .toList();
    if (payer.plan().isEmpty() || ofFamily.stream().anyMatch(p -> p.plan().equals(payer.plan()))) {
      return Optional.empty();
    }
    return Optional.of(
        "claim-scrubber: no rule knows the plan "
            + payer
            + ", so that of its family answers"
            + Nearest.inWords(payer.plan(), ofFamily.stream().map(Payer::plan).toList()));
  }
}
