package io.github.cpt76496.internal;

import io.github.cpt76496.Claim;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.internal.CatalogEntry.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a payer says about one document: a row of {@code rules/documentation/} or of a host's table.
 *
 * @param entry the row as an edit
 * @param place file and line, for messages and findings
 * @param payer {@code FAMILY}, {@code FAMILY/PLAN} or {@code ANY}
 * @param linesOfBusiness the names of the programs that it speaks of
 * @param forms the names of the claim forms that it speaks of
 * @param message the finding where the document is missing, or is there and must not be sent; empty
 *     where nothing is reported
 */
record PayerRow(
    CatalogEntry entry,
    String place,
    String payer,
    List<String> linesOfBusiness,
    List<String> forms,
    String message) {

  /** The columns that a page has as keys, by the name of the key. */
  private static final Map<String, String> KEYS =
      Map.of(
          "source_date", "sourceDate",
          "effective_date", "effectiveDate",
          "end_date", "endDate",
          "last_review_date", "lastReviewDate",
          "read_part", "readPart",
          "read_where", "readWhere",
          "read_on", "readOn");

  /** The columns that say when a row holds and what is told, which a page writes as a rule. */
  private static final List<String> OF_ROW =
      List.of("id", "line_of_business", "form", "message", "why");

  /** A requirement that reports nothing even where its document is missing. */
  private static final String SILENT = "-";

  private static final List<String> LINES_OF_BUSINESS = names(LineOfBusiness.values());
  private static final List<String> FORMS = names(Claim.Form.values());

  /**
   * Whether a row holds the place of a page: a requirement with a condition of its own stands in
   * the payer's table too, by its id alone, so that the table shows all that the payer says in
   * order.
   */
  static boolean isPlaceOfPage(Tsv.Row row) {
    return row.text("title").isEmpty() && row.text("item").isEmpty();
  }

  /**
   * Reads a row.
   *
   * @param order its place in the catalog
   * @param sources the sources that it may name by key, where its table has no column {@code
   *     source_date}
   * @param fieldCodes the codes of documents
   * @throws IllegalStateException if the row is incomplete; the message starts with its place
   */
  static PayerRow of(Tsv.Row row, int order, Sources sources, FieldCodes fieldCodes) {
    Map<String, Object> metadata = new HashMap<>();
    for (Map.Entry<String, Object> cell : row.cells().entrySet()) {
      String column = cell.getKey();
      if (!OF_ROW.contains(column)) {
        metadata.put(KEYS.getOrDefault(column, column), cell.getValue());
      }
    }
    if (!row.has("source_date")) {
      Tsv.Row source = sources.named(row);
      metadata.put("source", source.required("source"));
      metadata.put("sourceDate", source.required("source_date"));
      metadata.put("url", source.get("url"));
      Sources.putReading(source, metadata);
    }
    metadata.putIfAbsent("url", "");
    metadata.putIfAbsent("channels", "");
    CatalogEntry entry =
        CatalogEntry.ofRow(row.required("id"), row.place(), order, metadata, fieldCodes);
    if (entry.requirement().isEmpty()) {
      throw new IllegalStateException(row.place() + ": item is missing");
    }
    Requirement requirement = entry.requirement().get();
    requireKnownFamily(requirement.payer(), row);
    return new PayerRow(
        entry,
        row.place(),
        requirement.payer(),
        constants(row, "line_of_business", LINES_OF_BUSINESS),
        constants(row, "form", FORMS),
        message(row, entry, requirement));
  }

  private static void requireKnownFamily(String payer, Tsv.Row row) {
    if (payer.equals(Requirement.ANY_PAYER)) {
      return;
    }
    int plan = payer.indexOf('/');
    String family = plan < 0 ? payer : payer.substring(0, plan);
    try {
      Payer stated =
          Payer.of(
              Payer.Family.valueOf(family), payer.substring(family.length() + (plan < 0 ? 0 : 1)));
      if (stated.toString().equals(payer)) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new IllegalStateException(
        row.place() + ": payer must be ANY, a family or FAMILY/PLAN, such as OTHER/ACME_HEALTH");
  }

  private static List<String> names(Enum<?>[] constants) {
    List<String> names = new ArrayList<>();
    for (Enum<?> constant : constants) {
      names.add(constant.name());
    }
    return List.copyOf(names);
  }

  /** What the row names, or everything where it names nothing. */
  private static List<String> constants(Tsv.Row row, String column, List<String> known) {
    List<String> named = row.list(column);
    if (!known.containsAll(named)) {
      throw new IllegalStateException(
          row.place() + ": " + column + " cannot be read; known are " + String.join(", ", known));
    }
    return named.isEmpty() ? known : named;
  }

  private static String message(Tsv.Row row, CatalogEntry entry, Requirement requirement) {
    String own = row.text("message");
    if (own.equals(SILENT)) {
      return "";
    }
    boolean speaks =
        requirement.level() == Level.REQUIRED || requirement.level() == Level.DO_NOT_SEND;
    return own.isEmpty() && speaks ? entry.edit().title() : own;
  }
}
