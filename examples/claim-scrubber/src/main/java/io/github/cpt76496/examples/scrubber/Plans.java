package io.github.cpt76496.examples.scrubber;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Payer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A plan that a person has written and no rule knows: it exists, or it is misspelt. */
final class Plans {

  private Plans() {}

  /**
   * The same of the payers among settings, each {@code name=value}, that were found to be right.
   */
  static List<String> noticesOf(List<String> settings, Cpt76496Edits edits) {
    return settings.stream()
        .filter(setting -> setting.startsWith("payer=") && setting.indexOf('/') > 0)
        .map(setting -> setting.substring("payer=".length()).toUpperCase(Locale.ROOT))
        .map(payer -> payer.split("/", -1))
        .map(parts -> Payer.of(Payer.Family.valueOf(parts[0]), parts[1]))
        .flatMap(payer -> noticeOf(payer, edits).stream())
        .toList();
  }

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
