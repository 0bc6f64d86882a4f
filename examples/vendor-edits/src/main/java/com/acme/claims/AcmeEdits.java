package com.acme.claims;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.EditOverride.Action;
import java.nio.file.Path;

/** The library with what Acme knows: its own edits, rows for its payers, and its decisions. */
public final class AcmeEdits {

  private AcmeEdits() {}

  /**
   * A loader that knows everything of Acme's.
   *
   * @param requirements the table of its payers' requirements, which changes more often than a
   *     release of the program
   */
  public static Cpt76496Edits.Loader loader(Path requirements) {
    return Cpt76496Edits.loader()
        .rules(AcmeEdits.class)
        .requirements(requirements)
        .override(
            new EditOverride(
                "modifier/on-unlisted-code-since-2024", "AETNA", Action.OFF, "settled by contract in 2025"));
  }
}
