package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.Citation;
import io.github.cpt76496.DocumentationRequirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cells that several tables have, under the names of the JSON form. */
public final class Cells {

  /** What {@link #of(Citation)} fills. */
  public static final List<String> CITATION =
      List.of("source", "url", "grade", "sourceDate", "lastReviewDate", "read");

  /** What {@link #of(DocumentationRequirement)} fills, the citation aside. */
  public static final List<String> DOCUMENT =
      List.of(
          "item",
          "level",
          "state",
          "channels",
          "consequence",
          "scope",
          "payerOfRule",
          "edit",
          "when",
          "reportType",
          "transmission",
          "loinc");

  private Cells() {}

  public static Map<String, String> of(Citation citation) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("source", citation.source());
    cells.put("url", citation.url());
    cells.put("grade", citation.grade().name());
    cells.put("sourceDate", citation.sourceDate());
    cells.put("lastReviewDate", citation.lastReviewDate().toString());
    cells.put("read", citation.reading().read().name());
    return cells;
  }

  public static Map<String, String> of(DocumentationRequirement document) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("item", document.item().name());
    cells.put("level", document.level().name());
    cells.put("state", document.state().name());
    cells.put("channels", names(document.channels()));
    cells.put("consequence", document.consequence().name());
    cells.put("scope", document.scope().name());
    cells.put("payerOfRule", document.payer());
    cells.put("edit", document.edit());
    cells.put("when", document.sending().when().name());
    cells.put("reportType", document.sending().reportType());
    cells.put("transmission", String.join(" ", document.sending().transmission()));
    cells.put("loinc", String.join(" ", document.sending().loinc()));
    cells.putAll(of(document.citation()));
    return cells;
  }

  /** A list in one cell. */
  static String names(List<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).collect(Collectors.joining(" "));
  }
}
