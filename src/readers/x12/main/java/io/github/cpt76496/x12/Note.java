package io.github.cpt76496.x12;

import java.util.Optional;
import java.util.Set;

/**
 * Which notes (NTE) describe a service. NTE01 says what a note is about: only ADD, in either guide
 * and on the claim or on the line, adds to what the claim says of its services. The others speak of
 * the patient, of a diagnosis, of a certificate, of goals, or are written by somebody else than the
 * provider, and none of them is a description because it is there.
 */
final class Note {

  private static final String ADDS = "ADD";

  /** Those that the guides allow; a qualifier that is none of them is not repeated in a message. */
  private static final Set<String> OTHERS =
      Set.of(
          "ALG", "CER", "DCP", "DGN", "DME", "MED", "NTR", "ODT", "RHB", "RLH", "RNH", "SET", "SFM",
          "SPT", "TPO", "UPI");

  private Note() {}

  static boolean describes(X12Segment nte) {
    return nte.element(1).strip().equals(ADDS);
  }

  /** Why a note does not count; nothing for one that does or that is empty. */
  static Optional<String> whyNot(X12Segment nte) {
    if (describes(nte) || nte.text(2).isEmpty()) {
      return Optional.empty();
    }
    String qualifier = nte.element(1).strip();
    return Optional.of(
        (qualifier.isEmpty()
                ? "NTE01 is empty"
                : OTHERS.contains(qualifier)
                    ? "NTE01 is " + qualifier
                    : "NTE01 is none of the qualifiers of the guide")
            + ", so the note counts as no description of the service; a description stands under"
            + " ADD");
  }
}
