package io.github.cpt76496.oracle;

import io.github.cpt76496.Claim;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.oracle.Documents.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What each payer says, read a second time and in another way from the tables of {@code
 * rules/documentation/}: a row as it is, and of a page the keys alone. When a page speaks is code,
 * in {@link DocumentationQuestion}.
 */
final class PayerTables {

  private static final Path FOLDER = Path.of("rules", "documentation");
  private static final Pattern RULE =
      Pattern.compile(
          "^rule \"(?<id>[^\"]+)\"\\n(?<keys>.*?)^when$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern KEY = Pattern.compile("@(\\w+)\\(\"([^\"]*)\"\\)");

  /**
   * A line of a table.
   *
   * @param edit the id of the edit
   * @param rule what it requires; absent for advice
   * @param programs the programs that a row names, empty for all
   * @param forms the forms that a row names, empty for all
   * @param from first date of a row as a number
   * @param to last date of a row likewise
   * @param isPage whether it is written on a page
   */
  record Entry(
      String edit,
      List<Rule> rule,
      List<String> programs,
      List<String> forms,
      int from,
      int to,
      boolean isPage) {

    boolean holds(Facts f) {
      Claim claim = f.claim;
      return (programs.isEmpty() || programs.contains(claim.payer().lineOfBusiness().name()))
          && (forms.isEmpty() || forms.contains(claim.form().name()))
          && from <= f.date
          && f.date <= to;
    }
  }

  private final Map<String, Map<String, String>> pages = new HashMap<>();
  private final Map<Family, List<Entry>> byFamily = new EnumMap<>(Family.class);
  private final List<Map<String, String>> searched = rows(FOLDER.resolve("searched.tsv"));

  PayerTables() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".drl")).toList()) {
        for (MatchResult rule : RULE.matcher(Files.readString(file)).results().toList()) {
          Map<String, String> keys = new HashMap<>();
          KEY.matcher(rule.group(2)).results().forEach(k -> keys.put(k.group(1), k.group(2)));
          pages.put(rule.group(1), keys);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Entry> ofAny = entries("any-payer");
    for (Family family : Family.values()) {
      List<Entry> entries = new ArrayList<>(entries(file(family)));
      entries.addAll(ofAny);
      byFamily.put(family, entries);
    }
  }

  private static String file(Family family) {
    return family.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a line of {@code searched.tsv} names the payer or its family, and the program. */
  boolean isSearched(Payer payer) {
    for (Map<String, String> row : searched) {
      if (row.get("payer").equals(payer.family().name())
          && (row.get("plan").isEmpty() || row.get("plan").equals(payer.plan()))
          && (row.get("line_of_business").isEmpty()
              || payer.lineOfBusiness() == Payer.LineOfBusiness.NOT_STATED
              || words(row.get("line_of_business")).contains(payer.lineOfBusiness().name()))) {
        return true;
      }
    }
    return false;
  }

  /** The lines of a family's table and of the one for any payer, in order. */
  List<Entry> of(Family family) {
    return byFamily.get(family);
  }

  /** The plans of a family that its table names, in alphabetical order. */
  Set<String> plans(Family family) {
    Set<String> plans = new TreeSet<>();
    for (Entry entry : entries(file(family))) {
      for (Rule rule : entry.rule()) {
        int plan = rule.payer().indexOf('/') + 1;
        if (plan > 0) {
          plans.add(rule.payer().substring(plan));
        }
      }
    }
    return plans;
  }

  private List<Entry> entries(String table) {
    Path file = FOLDER.resolve(table + ".tsv");
    List<Entry> entries = new ArrayList<>();
    if (!Files.exists(file)) {
      return entries;
    }
    for (Map<String, String> row : rows(file)) {
      String id = row.get("id");
      if (row.get("title").isEmpty()) {
        Map<String, String> keys = pages.get(id);
        List<Rule> rule = keys.containsKey("item") ? List.of(rule(id, keys)) : List.of();
        entries.add(new Entry(id, rule, List.of(), List.of(), 0, 0, true));
      } else {
        entries.add(
            new Entry(
                id,
                List.of(rule(id, row)),
                words(row.get("line_of_business")),
                words(row.get("form")),
                number(row.get("effective_date"), 0),
                number(row.get("end_date"), Integer.MAX_VALUE),
                false));
      }
    }
    return entries;
  }

  private static List<Map<String, String>> rows(Path file) {
    try {
      List<String> lines =
          Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
      String[] columns = lines.get(0).split("\t", -1);
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t", -1);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
          row.put(columns[i], cells[i]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rule rule(String id, Map<String, String> of) {
    return new Rule(
        id,
        DocumentationItem.valueOf(of.get("item")),
        Level.valueOf(of.get("level")),
        words(of.get("channels")).stream().map(Channel::valueOf).toList(),
        Consequence.valueOf(of.get("consequence")),
        Scope.valueOf(of.get("scope")),
        of.get("payer"),
        Severity.valueOf(of.get("severity")),
        "-".equals(of.get("message")),
        "U".equals(of.get("grade")));
  }

  private static List<String> words(String list) {
    return list.isBlank() ? List.of() : List.of(list.strip().split(",\\s*", -1));
  }

  private static int number(String date, int absent) {
    return date.isEmpty() ? absent : Facts.number(LocalDate.parse(date));
  }
}
