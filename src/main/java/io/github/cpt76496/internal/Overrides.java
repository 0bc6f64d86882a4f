package io.github.cpt76496.internal;

import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Payer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The host's decisions, by edit and payer. */
final class Overrides {

  /** By the edit's place in the catalogue, then by payer; empty where no decision was made. */
  private final List<Map<String, EditOverride>> byEdit;

  /**
   * @throws IllegalArgumentException if an edit is not in the catalogue, or has two overrides for
   *     one payer; the message names the edit and the cure
   */
  Overrides(List<EditOverride> overrides, Catalog catalog) {
    byEdit =
        overrides.isEmpty()
            ? List.of()
            : new ArrayList<>(Collections.nCopies(catalog.size(), Map.of()));
    for (EditOverride override : overrides) {
      if (!catalog.knows(override.edit())) {
        throw new IllegalArgumentException(
            "override of "
                + override.edit()
                + ": no such edit; the catalogue lists them, Cpt76496Edits.catalog()");
      }
      int order = catalog.entry(override.edit()).order();
      if (byEdit.get(order).isEmpty()) {
        byEdit.set(order, new HashMap<>());
      }
      if (byEdit.get(order).put(override.payer(), override) != null) {
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
   * @param edit the edit's place in the catalogue
   * @param payerName the payer as text, which would else be built for every finding
   */
  Optional<EditOverride> find(int edit, Payer payer, String payerName) {
    if (byEdit.isEmpty()) {
      return Optional.empty();
    }
    Map<String, EditOverride> byPayer = byEdit.get(edit);
    if (byPayer.isEmpty()) {
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
