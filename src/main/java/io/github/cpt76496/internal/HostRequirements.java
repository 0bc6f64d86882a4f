package io.github.cpt76496.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cpt76496.Claim;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.internal.CatalogEntry.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A host's documentation requirements as rows of a table, for payers that publish what they want
 * and need no rule of their own. A row says what a page says, and for whom it holds.
 */
public final class HostRequirements {

  /** No rows. */
  public static final HostRequirements NONE = new HostRequirements();

  private static final Set<String> OF_ROW = Set.of("id", "line_of_business", "form", "message");

  /** The columns that a page has as keys, by the name of the key. */
  private static final Map<String, String> KEYS =
      Map.of(
          "source_date", "sourceDate",
          "effective_date", "effectiveDate",
          "end_date", "endDate",
          "last_review_date", "lastReviewDate");

  /** A row with what it takes for it to hold. */
  private record Row(
      CatalogEntry entry, Set<LineOfBusiness> programs, Set<Claim.Form> forms, String message) {

    boolean holdsFor(LineFacts line) {
      return programs.contains(line.program()) && forms.contains(line.claimForm());
    }
  }

  private final List<Tsv.Row> rows = new ArrayList<>();

  private HostRequirements() {}

  /**
   * Reads tables.
   *
   * @throws IllegalArgumentException if a file cannot be read; the message names it
   */
  public static HostRequirements read(List<Path> files) {
    HostRequirements requirements = new HostRequirements();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      try {
        requirements.rows.addAll(Tsv.rows(name, Files.readAllLines(file, UTF_8)));
      } catch (IOException e) {
        throw new IllegalArgumentException("requirements: " + name + ": cannot be read", e);
      } catch (IllegalStateException e) {
        throw new IllegalArgumentException("requirements: " + e.getMessage(), e);
      }
    }
    return requirements;
  }

  /** These and others. */
  public HostRequirements and(HostRequirements others) {
    HostRequirements both = new HostRequirements();
    both.rows.addAll(rows);
    both.rows.addAll(others.rows);
    return both;
  }

  /** Adds an entry for each row, and gives what reports them; nothing where there is no row. */
  Optional<Rules> addTo(Catalog catalog) {
    Map<String, List<Row>> byPayer = new HashMap<>();
    for (Tsv.Row row : rows) {
      try {
        add(row, catalog, byPayer);
      } catch (IllegalStateException e) {
        throw new IllegalArgumentException("requirements: " + e.getMessage(), e);
      }
    }
    return byPayer.isEmpty() ? Optional.empty() : Optional.of(new OfPayers(byPayer));
  }

  private static void add(Tsv.Row row, Catalog catalog, Map<String, List<Row>> byPayer) {
    String id = row.required("id");
    if (!id.matches("[a-z][a-z0-9-]{1,29}:documentation/[a-z0-9/-]{1,80}(#[A-Z_]+)?")) {
      throw new IllegalStateException(
          row.place() + ": id must be a prefix and a path, such as acme:documentation/oscar/notes");
    }
    if (catalog.knows(id)) {
      throw new IllegalStateException(
          row.place() + ": " + id + " is there already; ids are used once");
    }
    Map<String, Object> metadata = new HashMap<>();
    row.cells()
        .forEach(
            (column, cell) -> {
              if (!OF_ROW.contains(column)) {
                metadata.put(KEYS.getOrDefault(column, column), cell);
              }
            });
    metadata.putIfAbsent("url", "");
    metadata.putIfAbsent("channels", "");
    CatalogEntry entry = CatalogEntry.ofRow(id, row.place(), catalog.size(), metadata);
    Requirement requirement =
        entry
            .requirement()
            .orElseThrow(() -> new IllegalStateException(row.place() + ": item is missing"));
    requireKnownFamily(requirement.payer(), row);
    catalog.add(entry, row.place());
    byPayer
        .computeIfAbsent(requirement.payer(), p -> new ArrayList<>(2))
        .add(
            new Row(
                entry,
                constants(row, "line_of_business", LineOfBusiness.class),
                constants(row, "form", Claim.Form.class),
                message(row, entry, requirement)));
  }

  private static void requireKnownFamily(String payer, Tsv.Row row) {
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
        row.place() + ": payer must be a family or FAMILY/PLAN, such as OTHER/ACME_HEALTH");
  }

  /** What the row names, or everything where it names nothing. */
  private static <E extends Enum<E>> Set<E> constants(Tsv.Row row, String column, Class<E> type) {
    Set<E> constants = EnumSet.noneOf(type);
    for (String name : new HashSet<>(row.list(column))) {
      try {
        constants.add(Enum.valueOf(type, name));
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(row.place() + ": " + column + " cannot be read", e);
      }
    }
    return constants.isEmpty() ? EnumSet.allOf(type) : constants;
  }

  /** The finding where the document is missing, or is there and must not be sent. */
  private static String message(Tsv.Row row, CatalogEntry entry, Requirement requirement) {
    String own = row.text("message");
    boolean speaks =
        requirement.level() == Level.REQUIRED || requirement.level() == Level.DO_NOT_SEND;
    return own.isEmpty() && speaks ? entry.edit().title() : own;
  }

  /**
   * Reports the rows of a claim's payer.
   *
   * @param rows by {@code FAMILY} or {@code FAMILY/PLAN}
   */
  private record OfPayers(Map<String, List<Row>> rows) implements Rules {

    @Override
    public void run(List<LineFacts> facts, Findings findings) {
      for (LineFacts line : facts) {
        report(line.payerFamily(), line, findings);
        if (!line.payerPlan().isEmpty()) {
          report(line.payerFamily() + "/" + line.payerPlan(), line, findings);
        }
      }
    }

    private void report(String payer, LineFacts line, Findings findings) {
      for (Row row : rows.getOrDefault(payer, List.of())) {
        if (row.holdsFor(line)) {
          findings.require(row.entry(), line, row.message());
        }
      }
    }
  }
}
