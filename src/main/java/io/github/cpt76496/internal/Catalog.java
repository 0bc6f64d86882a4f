package io.github.cpt76496.internal;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The edits of a host, if it has any, and then the library's own, each in the order of their {@code
 * rules/catalog.txt}. The order carries meaning: where several edits answer one question on one
 * line, the first of them is the finding and the others are dropped. So a host's decision takes
 * precedence over ours.
 */
public final class Catalog {

  private final Map<String, CatalogEntry> byId = new HashMap<>();
  private final List<Edit> edits = new ArrayList<>();

  private final List<CatalogEntry> entries = new ArrayList<>();
  private final List<PayerRow> payerRows = new ArrayList<>();

  private final List<String> ruleSets = new ArrayList<>();
  private final Set<String> prefixes = new HashSet<>();
  private Cpt76496Edits.@Nullable Version version;

  private final FieldCodes fieldCodes;

  private Catalog(FieldCodes fieldCodes) {
    this.fieldCodes = fieldCodes;
  }

  /**
   * The catalog of the rules in the library's jar and in those of a host.
   *
   * @throws IllegalStateException if a page is incomplete, or two rule sets use one prefix
   */
  static Catalog load(List<Jar> ofHost, HostTables requirements) {
    return load(Jar.OWN, ofHost, requirements);
  }

  /**
   * The same with others instead of the library's own rules.
   *
   * @param own what holds them
   */
  static Catalog load(Jar own, List<Jar> ofHost, HostTables requirements) {
    Catalog catalog = new Catalog(FieldCodes.load(own));
    for (Jar jar : ofHost) {
      catalog.addRulesOfHost(jar);
    }
    for (Tsv.Row row : requirements.rows()) {
      catalog.addRowOfHost(row);
    }
    catalog.add(own, "");
    catalog.version = catalog.readVersion();
    return catalog;
  }

  /**
   * Matches rules with their list, both ways, as a load would: for the build step.
   *
   * @param list the lines of {@code catalog.txt}
   * @param tables the lines of a table that the list names, by its path below {@code rules/}
   * @param prefix what every id begins with, empty for the library's own
   * @param metadataById the metadata of every compiled rule, by rule name
   * @return the ids of the edits in their order
   * @throws IllegalStateException if a page is incomplete, not listed, or listed and not there; the
   *     message starts with the path at fault
   */
  public static List<String> check(
      List<String> list,
      Function<String, List<String>> tables,
      String prefix,
      Map<String, Map<String, Object>> metadataById) {
    Catalog catalog = new Catalog(FieldCodes.NONE);
    catalog.add(Tsv.withoutComments(list), tables, "", prefix, metadataById);
    List<String> ids = new ArrayList<>();
    for (Edit edit : catalog.edits()) {
      ids.add(edit.id());
    }
    return ids;
  }

  /** Path of the page that holds an edit. */
  public static String page(String id) {
    return PageHeader.page(id);
  }

  /** The list of the rules. */
  static final String LIST = "catalog.txt";

  /** A line of the list with this ending stands for the rows of a table in their order. */
  private static final String TABLE = ".tsv";

  private void addRulesOfHost(Jar jar) {
    Properties ruleSet = jar.properties("rule-set.properties");
    String prefix = ruleSet.getProperty("prefix", "");
    if (!prefix.matches("[a-z][a-z0-9-]{1,29}")) {
      throw new IllegalStateException(
          jar.origin()
              + "rules/rule-set.properties: prefix must be 2 to 30 small letters, digits and"
              + " hyphens, such as acme; it begins the id of every edit, acme:modifier/...");
    }
    if (!prefixes.add(prefix)) {
      throw new IllegalStateException(
          jar.origin() + "rules/rule-set.properties: prefix " + prefix + " is used twice");
    }
    String number = ruleSet.getProperty("version", "");
    if (number.isBlank()) {
      throw new IllegalStateException(
          jar.origin() + "rules/rule-set.properties: version is missing");
    }
    ruleSets.add("+" + prefix + "-" + number);
    add(jar, prefix);
  }

  private void add(Jar jar, String prefix) {
    add(
        Tsv.lines(jar, LIST),
        table -> Tsv.allLines(jar, table),
        jar.origin(),
        prefix,
        metadata(jar));
  }

  /** The metadata of the library's own rules. */
  static Map<String, Map<String, Object>> metadata() {
    return metadata(Jar.OWN);
  }

  /**
   * What the pages say beside condition and message, by rule name. The build writes it apart from
   * the rules, so that a catalog needs no rule to be loaded: a line with the name, then a line for
   * each key.
   */
  private static Map<String, Map<String, Object>> metadata(Jar jar) {
    Map<String, Map<String, Object>> byId = new HashMap<>();
    Map<String, Object> current = Map.of();
    for (String line : Tsv.lines(jar, "metadata.tsv")) {
      int key = line.indexOf('\t');
      if (key < 0) {
        current = new HashMap<>();
        byId.put(line, current);
      } else {
        current.put(line.substring(0, key), line.substring(key + 1));
      }
    }
    return byId;
  }

  /**
   * Adds the rules of a list.
   *
   * @param origin whose rules they are, as the start of a message
   */
  private void add(
      List<String> list,
      Function<String, List<String>> tables,
      String origin,
      String prefix,
      Map<String, Map<String, Object>> metadataById) {
    if (metadataById.isEmpty()) {
      throw new IllegalStateException(origin + "rules/: no rule was compiled");
    }
    // Pages of a host need no table of sources; its tables do.
    Sources sources = prefix.isEmpty() ? ownSources(tables) : Sources.NONE;
    for (String line : list) {
      if (!line.endsWith(TABLE)) {
        addPage(line, "rules/" + LIST, origin, prefix, metadataById, sources);
        continue;
      }
      if (sources == Sources.NONE) {
        sources = sources(tables);
      }
      for (Tsv.Row row : Tsv.rows(origin + "rules/" + line, tables.apply(line))) {
        if (PayerRow.isPlaceOfPage(row)) {
          addPage(row.required("id"), row.place(), origin, prefix, metadataById, sources);
        } else {
          requirePrefix(row.required("id"), row.place(), prefix);
          addRow(PayerRow.of(row, edits.size(), sources, fieldCodes), row.place());
        }
      }
    }
    Set<String> unlisted = new HashSet<>(metadataById.keySet());
    unlisted.removeAll(byId.keySet());
    for (String id : unlisted) {
      throw new IllegalStateException(
          origin
              + PageHeader.page(id)
              + ": rule \""
              + id
              + "\" is not listed in rules/catalog.txt, nor in a table that is listed there");
    }
  }

  /** Read with the codes, unless the rules are only checked. */
  private Sources ownSources(Function<String, List<String>> tables) {
    return fieldCodes == FieldCodes.NONE ? sources(tables) : fieldCodes.sources();
  }

  private static Sources sources(Function<String, List<String>> tables) {
    return new Sources(Tsv.rows("rules/" + Sources.FILE, tables.apply(Sources.FILE)));
  }

  private static void requirePrefix(String id, String place, String prefix) {
    if (!id.startsWith(prefix + ":") && !prefix.isEmpty()) {
      throw new IllegalStateException(place + ": the id must start with " + prefix + ":");
    }
  }

  private void addPage(
      String id,
      String place,
      String origin,
      String prefix,
      Map<String, Map<String, Object>> metadataById,
      Sources sources) {
    Map<String, Object> metadata = metadataById.get(id);
    String page = PageHeader.page(id);
    if (metadata == null) {
      throw new IllegalStateException(
          (place.startsWith(origin) ? "" : origin)
              + place
              + ": "
              + id
              + " has no rule of that name in "
              + page);
    }
    requirePrefix(id, origin + page, prefix);
    add(
        CatalogEntry.of(
            id,
            edits.size(),
            prefix.isEmpty() ? sources.withReading(page, metadata) : metadata,
            fieldCodes),
        origin + place);
  }

  private void addRow(PayerRow row, String place) {
    add(row.entry(), place);
    payerRows.add(row);
  }

  private void addRowOfHost(Tsv.Row row) {
    try {
      String id = row.required("id");
      if (!id.matches("[a-z][a-z0-9-]{1,29}:documentation/[a-z0-9/-]{1,80}(#[A-Z_]+)?")) {
        throw new IllegalStateException(
            row.place()
                + ": id must be a prefix and a path, such as acme:documentation/oscar/notes");
      }
      if (knows(id)) {
        throw new IllegalStateException(
            row.place() + ": " + id + " is there already; ids are used once");
      }
      addRow(PayerRow.of(row, edits.size(), Sources.NONE, fieldCodes), row.place());
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("requirements: " + e.getMessage(), e);
    }
  }

  /**
   * Adds the next entry.
   *
   * @param place where it is listed, for a message
   */
  private void add(CatalogEntry entry, String place) {
    String id = entry.edit().id();
    // Interned, because a rule is named by a literal: the two are found equal at a glance.
    if (byId.put(id.intern(), entry) != null) {
      throw new IllegalStateException(place + ": " + id + " is listed twice");
    }
    entries.add(entry);
    edits.add(entry.edit());
  }

  boolean knows(String id) {
    return byId.containsKey(id);
  }

  CatalogEntry entry(String id) {
    CatalogEntry entry = byId.get(id);
    if (entry == null) {
      throw new IllegalStateException(PageHeader.page(id) + ": not in the catalog");
    }
    return entry;
  }

  /** Every entry in its order. */
  List<CatalogEntry> entries() {
    return entries;
  }

  /** What the tables say, ours and the host's. */
  List<PayerRow> payerRows() {
    return payerRows;
  }

  /**
   * Every payer whose documentation an edit speaks of, as {@code FAMILY} or {@code FAMILY/PLAN}.
   */
  Set<String> payers() {
    Set<String> payers = new TreeSet<>();
    for (CatalogEntry entry : byId.values()) {
      entry.requirement().ifPresent(r -> payers.add(r.payer()));
    }
    return payers;
  }

  /** How many edits there are. */
  int size() {
    return edits.size();
  }

  List<Edit> edits() {
    return Collections.unmodifiableList(edits);
  }

  Cpt76496Edits.Version version() {
    if (version == null) {
      throw new IllegalStateException("a catalog that was only checked");
    }
    return version;
  }

  private Cpt76496Edits.Version readVersion() {
    Properties ruleSet = Jar.OWN.properties("rule-set.properties");
    Properties library = new Properties();
    try (InputStream in = Cpt76496Edits.class.getResourceAsStream("version.properties")) {
      library.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("version.properties", e);
    }
    return new Cpt76496Edits.Version(
        library.getProperty("library"),
        ruleSet.getProperty("version") + String.join("", ruleSets),
        Dates.parse(ruleSet.getProperty("coversFrom")),
        Dates.parse(ruleSet.getProperty("coversThrough")));
  }
}
