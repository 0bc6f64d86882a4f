package io.github.cpt76496.examples.catalogsite;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import java.util.List;

/**
 * What the library says of itself, with the pages on which it is written.
 *
 * @param version which rule set
 * @param entries every edit in reading order
 */
record Catalog(Cpt76496Edits.Version version, List<Entry> entries) {

  /** An edit and its page. */
  record Entry(Edit edit, RulePage page) {

    String id() {
      return edit.id();
    }

    /** The payer whose rule it is, as in {@code MEDICARE/CGS}; empty where it is nobody's. */
    String payer() {
      return page.key("payer");
    }

    boolean isRequirement() {
      return !page.key("item").isEmpty();
    }
  }

  static Catalog of(Cpt76496Edits edits) {
    return new Catalog(
        edits.version(),
        edits.catalog().stream().map(e -> new Entry(e, RulePage.of(e.id()))).toList());
  }

  List<Entry> requirements() {
    return entries.stream().filter(Entry::isRequirement).toList();
  }

  List<Entry> of(Edit.Question question) {
    return entries.stream().filter(e -> e.edit().question() == question).toList();
  }
}
