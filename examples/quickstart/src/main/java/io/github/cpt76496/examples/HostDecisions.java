package io.github.cpt76496.examples;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.EditOverride.Action;

/**
 * The code block of the README of vendor-edits: what stands between the two marks is what is shown
 * there.
 */
public final class HostDecisions {

  private HostDecisions() {}

  static Cpt76496Edits edits() {
    // readme begin
    EditOverride silent =
        new EditOverride(
            "modifier/on-unlisted-code-since-2024", "AETNA", Action.OFF, "settled by contract");
    Cpt76496Edits edits = Cpt76496Edits.loader().override(silent).load();
    // readme end
    return edits;
  }
}
