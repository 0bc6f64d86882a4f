package io.github.cpt76496.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.page.Rules;
import io.github.cpt76496.testkit.CaseFile;
import io.github.cpt76496.testkit.CaseFile.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A cell of a payer's table that was mistyped is noticed by the cases beside the table, which state
 * what a row requires and where it holds, or refused at load. Titles, sources, grades and review
 * dates are left alone: no answer depends on them, and the generated pages show them.
 */
@Tag("mutants")
class PayerRowMutantsTest {

  private static final Path FOLDER = Path.of("rules/documentation");

  /** A row with another cell. */
  private record Mutant(String edit, String slip, String table, String text) {
    @Override
    public String toString() {
      return edit + "\t" + slip;
    }
  }

  private final Rules pages =
      Jar.OWN.instance(Jar.OWN.packageName() + ".CompiledRules", Rules.class);
  private final ReferenceTables tables = ReferenceTables.load(HostTables.NONE, Optional.empty());
  private final Map<String, List<Case>> casesOfTable = new TreeMap<>();
  private final List<Mutant> mutants = new ArrayList<>();

  private String table = "";
  private List<String> lines = List.of();
  private List<String> columns = List.of();

  @Test
  void everySlipInAPayersTableIsNoticed() throws IOException {
    for (CaseFile file : CaseFile.all(Path.of("rules"), "")) {
      casesOfTable.put(file.page() + ".tsv", file.cases());
    }
    readTables();
    int refused = 0;
    List<String> survivors = new ArrayList<>();
    for (Mutant mutant : mutants) {
      Cpt76496Edits edits;
      try {
        edits = edits(mutant);
      } catch (IllegalStateException refusal) {
        refused++;
        continue;
      }
      if (casesOfTable.get(mutant.table()).stream().allMatch(c -> holds(c, mutant.edit(), edits))) {
        survivors.add(mutant.toString());
      }
    }
    System.out.println(
        "Mutants of payers' rows: %d, %d refused at load, %d survive"
            .formatted(mutants.size(), refused, survivors.size()));
    assertTrue(mutants.size() > 500 && refused < mutants.size() / 5, "hardly looked");
    assertEquals("", String.join("\n", survivors), "they survive");
  }

  private Cpt76496Edits edits(Mutant mutant) {
    Jar jar = Jar.ownWith(mutant.table(), mutant.text());
    return LoadedEdits.load(
        j -> pages,
        () -> Catalog.load(jar, List.of(), HostTables.NONE),
        List.of(),
        List.of(),
        () -> tables);
  }

  private static boolean holds(Case c, String edit, Cpt76496Edits edits) {
    try {
      c.check(edits.review(c.claim()).lines().get(0));
      if (c.edit().equals(edit) && c.holds().isPresent()) {
        c.checkReach(edits);
      }
      return true;
    } catch (AssertionError objection) {
      return false;
    }
  }

  // ---- the mutants

  private void readTables() throws IOException {
    List<Path> files;
    try (var listed = Files.list(FOLDER)) {
      // Who was searched is no statement.
      files =
          listed
              .filter(f -> f.toString().endsWith(".tsv") && !f.endsWith("searched.tsv"))
              .sorted()
              .toList();
    }
    for (Path file : files) {
      table = "documentation/" + file.getFileName();
      lines = Files.readAllLines(file);
      columns = List.of(lines.get(0).split("\t", -1));
      for (int i = 1; i < lines.size(); i++) {
        if (!cell(i, "title").isEmpty()) {
          mutate(i);
        }
      }
    }
  }

  private String cell(int line, String column) {
    return lines.get(line).split("\t", -1)[columns.indexOf(column)];
  }

  private void mutate(int line) {
    for (Severity other : Severity.values()) {
      // A row that reports nothing has a severity that nobody sees.
      if (!cell(line, "message").isEmpty() && !cell(line, "message").equals("-")) {
        mutant(line, "severity", other.name());
      }
    }
    next(line, "item", DocumentationItem.values());
    next(line, "level", Level.values());
    next(line, "consequence", Consequence.values());
    next(line, "scope", Scope.values());
    for (String column : List.of("channels", "carc", "rarc", "line_of_business", "form")) {
      withoutEach(line, column);
    }
    another(line, "line_of_business", LineOfBusiness.values());
    another(line, "form", Claim.Form.values());
    for (String column : List.of("effective_date", "end_date")) {
      if (!cell(line, column).isEmpty()) {
        LocalDate date = LocalDate.parse(cell(line, column));
        mutant(line, column, date.plusDays(1).toString());
        mutant(line, column, date.minusDays(1).toString());
      }
    }
    String payer = cell(line, "payer");
    mutant(line, "payer", payer.contains("/") ? payer.substring(0, payer.indexOf('/')) : "OTHER");
    mutant(line, "payer", payer.contains("/") ? payer + "X" : "ANY");
    String message = cell(line, "message");
    if (!message.isEmpty() && !message.equals("-")) {
      mutant(line, "message", message.replaceFirst("\\w+ ", ""));
      mutant(line, "message", "-");
    }
  }

  private void next(int line, String column, Enum<?>[] values) {
    String value = cell(line, column);
    for (int i = 0; i < values.length; i++) {
      if (values[i].name().equals(value)) {
        mutant(line, column, values[(i + 1) % values.length].name());
      }
    }
  }

  private void withoutEach(int line, String column) {
    List<String> elements = PageHeader.list(cell(line, column));
    for (String element : elements) {
      List<String> left = new ArrayList<>(elements);
      left.remove(element);
      mutant(line, column, String.join(", ", left));
    }
  }

  /** A list with one element more; an empty list holds all of them. */
  private void another(int line, String column, Enum<?>[] values) {
    List<String> elements = PageHeader.list(cell(line, column));
    for (Enum<?> value : values) {
      if (!elements.contains(value.name())) {
        List<String> more = new ArrayList<>(elements);
        more.add(value.name());
        mutant(line, column, String.join(", ", more));
        return;
      }
    }
  }

  private void mutant(int line, String column, String value) {
    String before = cell(line, column);
    boolean same =
        new TreeSet<>(PageHeader.list(before)).equals(new TreeSet<>(PageHeader.list(value)));
    if (before.equals(value) || (same && !column.equals("channels"))) {
      return;
    }
    List<String> cells = new ArrayList<>(List.of(lines.get(line).split("\t", -1)));
    cells.set(columns.indexOf(column), value);
    List<String> text = new ArrayList<>(lines);
    text.set(line, String.join("\t", cells));
    mutants.add(
        new Mutant(
            cell(line, "id"),
            column + " " + before + " -> " + value,
            table,
            String.join("\n", text)));
  }
}
