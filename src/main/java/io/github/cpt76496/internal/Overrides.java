package io.github.cpt76496.internal;

import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Payer;
import io.github.cpt76496.internal.CatalogEntry.Requirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The host's decisions, by edit and payer. */
final class Overrides {

  private static final String ANY = Requirement.ANY_PAYER;

  /** Medicare contractors of which no rule of their own was found; they exist all the same. */
  private static final Set<String> WITHOUT_RULES = Set.of("MEDICARE/NOVITAS");

  /** By the edit's place in the catalog, then by payer; empty where no decision was made. */
  private final List<Map<String, EditOverride>> byEdit;

  /**
   * @throws IllegalArgumentException if an edit is not in the catalog, or has two overrides for one
   *     payer, or the payer is one for which nothing would ever change; the message names the edit
   *     and the cure
   */
  Overrides(List<EditOverride> overrides, Catalog catalog) {
    byEdit =
        overrides.isEmpty()
            ? List.of()
            : new ArrayList<>(Collections.nCopies(catalog.size(), Map.of()));
    for (EditOverride override : overrides) {
      if (!catalog.knows(override.edit())) {
        throw new IllegalArgumentException(
            "override of " + override.edit() + ": no such edit; the catalog lists them");
      }
      requirePayerThatIsReported(override, catalog);
      requireKnownPlan(override, catalog);
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

  /** An edit about one payer's documents never reports on a line of another. */
  private static void requirePayerThatIsReported(EditOverride override, Catalog catalog) {
    String ofEdit =
        catalog.entry(override.edit()).requirement().map(Requirement::payer).orElse(ANY);
    String payer = override.payer();
    boolean reported =
        ofEdit.equals(ANY)
            || payer.equals(EditOverride.ANY_PAYER)
            || payer.equals(ofEdit)
            || payer.startsWith(ofEdit + "/")
            || ofEdit.startsWith(payer + "/");
    if (!reported) {
      throw new IllegalArgumentException(
          "override of "
              + override.edit()
              + ": payer "
              + payer
              + ": the edit speaks of "
              + ofEdit
              + " and reports for nobody else");
    }
  }

  /** A misspelt plan would be overridden for nobody, and the family's claims go on as before. */
  private static void requireKnownPlan(EditOverride override, Catalog catalog) {
    String payer = override.payer();
    int slash = payer.indexOf('/');
    if (slash < 0 || WITHOUT_RULES.contains(payer) || catalog.payers().contains(payer)) {
      return;
    }
    String family = payer.substring(0, slash + 1);
    String known =
        Stream.concat(catalog.payers().stream(), WITHOUT_RULES.stream())
            .filter(p -> p.startsWith(family))
            .map(p -> p.substring(family.length()))
            .sorted()
            .collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "override of "
            + override.edit()
            + ": payer "
            + payer
            + ": no rule knows this plan; "
            + (known.isEmpty()
                ? "no plan of this family is known"
                : "of this family are known " + known)
            + "; a plan becomes known by a row of requirements about it, of level NOT_STATED where"
            + " it publishes nothing");
  }

  boolean isEmpty() {
    return byEdit.isEmpty();
  }

  /**
   * The most specific decision about an edit for a payer.
   *
   * @param edit the edit's place in the catalog
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
