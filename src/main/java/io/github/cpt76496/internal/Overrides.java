package io.github.cpt76496.internal;

import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Payer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The host's decisions, by edit and payer. */
final class Overrides {

  private final Map<String, Map<String, EditOverride>> byEdit = new HashMap<>();

  /**
   * @throws IllegalArgumentException if an edit is not in the catalogue, or has two overrides for
   *     one payer; the message names the edit and the cure
   */
  Overrides(List<EditOverride> overrides, Catalog catalog) {
    for (EditOverride override : overrides) {
      if (!catalog.knows(override.edit())) {
        throw new IllegalArgumentException(
            "override of "
                + override.edit()
                + ": no such edit; the catalogue lists them, Cpt76496Edits.catalog()");
      }
      if (byEdit
              .computeIfAbsent(override.edit(), e -> new HashMap<>())
              .put(override.payer(), override)
          != null) {
        throw new IllegalArgumentException(
            "override of " + override.edit() + ": two for payer " + override.payer());
      }
    }
  }

  boolean isEmpty() {
    return byEdit.isEmpty();
  }

  /**
   * The most specific decision about an edit for a payer.
   *
   * @param payerName the payer as text, which would else be built for every finding
   */
  Optional<EditOverride> find(String edit, Payer payer, String payerName) {
    Map<String, EditOverride> byPayer = byEdit.get(edit);
    if (byPayer == null) {
      return Optional.empty();
    }
    EditOverride override = byPayer.get(payerName);
    if (override == null) {
      override = byPayer.get(payer.family().name());
    }
    if (override == null) {
      override = byPayer.get(EditOverride.ANY_PAYER);
    }
    return Optional.ofNullable(override);
  }
}
