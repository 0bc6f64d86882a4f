package io.github.cpt76496;

import io.github.cpt76496.testkit.RulePages.RulePage;

/** A row of {@code rules/README.md}. */
public final class CatalogRow {

  private CatalogRow() {}

  /** The row of an edit, with its line break. */
  public static String of(Edit edit, RulePage page) {
    String about =
        edit.question() == Edit.Question.DOCUMENTATION
            ? "%s | %s | %s"
                .formatted(
                    page.key("payer").isEmpty() ? "–" : page.key("payer"),
                    level(page.key("level")),
                    GeneratedPage.words(page.key("consequence")))
            : "%s | %s".formatted(edit.title(), page.key("answer"));
    return "| <a id=\"%s\"></a>[%s](%s) | %s | %s | %s | %s | %s |%n"
        .formatted(
            edit.id(),
            edit.id().substring(edit.id().indexOf('/') + 1).replace("#", " "),
            page.path(),
            about,
            edit.severity(),
            edit.citation().grade(),
            dates(edit),
            source(edit.citation()));
  }

  /**
   * A level that is not stated says that somebody looked; a consequence, that the payer is silent.
   */
  private static String level(String level) {
    return level.equals("NOT_STATED") ? "no public rule found" : GeneratedPage.words(level);
  }

  private static String source(Citation citation) {
    String date = citation.sourceDate();
    return citation.url().startsWith("http")
        ? "[%s](%s), %s; %s".formatted(citation.source(), citation.url(), date, citation.reading())
        : "%s, %s; %s".formatted(citation.source(), date, citation.reading());
  }

  private static String dates(Edit edit) {
    boolean any = edit.effectiveDate().getYear() <= 1;
    String from = any ? "any" : edit.effectiveDate().toString();
    return edit.endDate().equals(Edit.NO_END)
        ? from
        : from + (any ? ", to " : " to ") + edit.endDate();
  }
}
