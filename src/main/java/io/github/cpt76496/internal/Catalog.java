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
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The edits of a host, if it has any, and then the library's own, each in the order of their {@code
 * rules/catalog.txt}. The order carries meaning: where several edits answer one question on one
 * line, the first of them is the finding and the others are dropped. So a host's decision goes
 * before ours.
 */
public final class Catalog {

  private final Map<String, CatalogEntry> byId = new HashMap<>();
  private final List<Edit> edits = new ArrayList<>();

  /** For the rules of each jar: the entries in the order of its list. */
  private final Map<Jar, List<CatalogEntry>> byJar = new HashMap<>();

  private final List<String> ruleSets = new ArrayList<>();
  private final Set<String> prefixes = new HashSet<>();
  private Optional<Rules> requirements = Optional.empty();
  private Cpt76496Edits.@Nullable Version version;

  private Catalog() {}

  /**
   * The catalogue of the rules in the library's jar and in those of a host.
   *
   * @throws IllegalStateException if a page is incomplete, or two rule sets use one prefix
   */
  static Catalog load(List<Jar> ofHost, HostRequirements requirements) {
    Catalog catalog = new Catalog();
    for (Jar jar : ofHost) {
      catalog.addRulesOfHost(jar);
    }
    catalog.requirements = requirements.addTo(catalog);
    catalog.add(Jar.OWN, "");
    catalog.version = catalog.readVersion();
    return catalog;
  }

  /** The catalogue of the library's own rules, from metadata that were read elsewhere. */
  static Catalog of(Map<String, Map<String, Object>> metadataById) {
    Catalog catalog = new Catalog();
    catalog.add(Jar.OWN, Tsv.lines(Jar.OWN, LIST), "", metadataById);
    catalog.version = catalog.readVersion();
    return catalog;
  }

  /**
   * Matches rules with their list, both ways, as a load would: for the build step.
   *
   * @param list the lines of {@code catalog.txt}
   * @param prefix what every id begins with, empty for the library's own
   * @param metadataById the metadata of every compiled rule, by rule name
   * @return the ids of the edits in their order
   * @throws IllegalStateException if a page is incomplete, not listed, or listed and not there; the
   *     message starts with the path at fault
   */
  public static List<String> check(
      List<String> list, String prefix, Map<String, Map<String, Object>> metadataById) {
    List<String> ids = Tsv.withoutComments(list);
    new Catalog().add(Jar.OWN, ids, prefix, metadataById);
    return ids;
  }

  /** Path of the page that holds an edit. */
  public static String page(String id) {
    return CatalogEntry.page(id);
  }

  private static final String LIST = "catalog.txt";

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
    add(jar, Tsv.lines(jar, LIST), prefix, metadata(jar));
  }

  /** The metadata of the library's own rules. */
  static Map<String, Map<String, Object>> metadata() {
    return metadata(Jar.OWN);
  }

  /**
   * What the pages say beside condition and message, by rule name. The build writes it apart from
   * the rules, so that a catalogue needs no rule to be loaded: a line with the name, then a line
   * for each key.
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

  private void add(
      Jar jar, List<String> list, String prefix, Map<String, Map<String, Object>> metadataById) {
    if (metadataById.isEmpty()) {
      throw new IllegalStateException(jar.origin() + "rules/: no rule was compiled");
    }
    List<CatalogEntry> entries = new ArrayList<>(list.size());
    for (String id : list) {
      Map<String, Object> metadata = metadataById.get(id);
      if (metadata == null) {
        throw new IllegalStateException(
            jar.origin()
                + "rules/catalog.txt: "
                + id
                + " has no rule of that name in "
                + CatalogEntry.page(id));
      }
      if (!id.startsWith(prefix + ":") && !prefix.isEmpty()) {
        throw new IllegalStateException(
            jar.origin() + CatalogEntry.page(id) + ": the id must start with " + prefix + ":");
      }
      CatalogEntry entry = CatalogEntry.of(id, edits.size(), metadata);
      entries.add(entry);
      add(entry, jar.origin() + "rules/catalog.txt");
    }
    Set<String> unlisted = new HashSet<>(metadataById.keySet());
    unlisted.removeAll(byId.keySet());
    for (String id : unlisted) {
      throw new IllegalStateException(
          jar.origin()
              + CatalogEntry.page(id)
              + ": rule \""
              + id
              + "\" is not listed in rules/catalog.txt");
    }
    byJar.put(jar, entries);
  }

  /**
   * Adds the next entry.
   *
   * @param place where it is listed, for a message
   */
  void add(CatalogEntry entry, String place) {
    String id = entry.edit().id();
    // Interned, because a rule is named by a literal: the two are found equal at a glance.
    if (byId.put(id.intern(), entry) != null) {
      throw new IllegalStateException(place + ": " + id + " is listed twice");
    }
    edits.add(entry.edit());
  }

  boolean knows(String id) {
    return byId.containsKey(id);
  }

  CatalogEntry entry(String id) {
    CatalogEntry entry = byId.get(id);
    if (entry == null) {
      throw new IllegalStateException(CatalogEntry.page(id) + ": not in the catalogue");
    }
    return entry;
  }

  /** The entries of a jar's rules, in the order of its list. */
  List<CatalogEntry> entries(Jar jar) {
    return byJar.getOrDefault(jar, List.of());
  }

  /** What reports the host's rows of requirements, if it has any. */
  Optional<Rules> requirements() {
    return requirements;
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
      throw new IllegalStateException("a catalogue that was only checked");
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
