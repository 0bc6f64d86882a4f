package io.github.cpt76496.internal;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The edits in the order of {@code rules/catalog.txt}. The order carries meaning: where several
 * edits answer one question on one line, the first of them is the finding and the others are
 * dropped.
 */
public final class Catalog {

  private final Map<String, CatalogEntry> byId;
  private final CatalogEntry[] byOrder;
  private final List<Edit> edits;
  private final Cpt76496Edits.Version version;

  private Catalog(Map<String, CatalogEntry> byId, List<Edit> edits) {
    this.byId = byId;
    this.byOrder = new CatalogEntry[byId.size()];
    for (CatalogEntry entry : byId.values()) {
      byOrder[entry.order()] = entry;
    }
    this.edits = List.copyOf(edits);
    this.version = readVersion();
  }

  /** The catalogue of the rules in the jar. */
  static Catalog load() {
    return of(metadata());
  }

  /**
   * What the pages say beside condition and message, by rule name. The build writes it apart from
   * the rules, so that a catalogue needs no rule to be loaded: a line with the name, then a line
   * for each key.
   */
  static Map<String, Map<String, Object>> metadata() {
    Map<String, Map<String, Object>> byId = new HashMap<>();
    Map<String, Object> current = Map.of();
    for (String line : Tsv.lines("metadata.tsv")) {
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
   * Matches the rules with the list, both ways.
   *
   * @param metadataById the metadata of every compiled rule, by rule name
   * @throws IllegalStateException if a page is incomplete, not listed, or listed and not there; the
   *     message starts with the path at fault
   */
  public static Catalog of(Map<String, Map<String, Object>> metadataById) {
    if (metadataById.isEmpty()) {
      throw new IllegalStateException("rules/: no rule was compiled");
    }
    Map<String, CatalogEntry> byId = new HashMap<>();
    List<Edit> edits = new ArrayList<>();
    for (String id : Tsv.lines("catalog.txt")) {
      Map<String, Object> metadata = metadataById.get(id);
      if (metadata == null) {
        throw new IllegalStateException(
            "rules/catalog.txt: " + id + " has no rule of that name in " + CatalogEntry.page(id));
      }
      CatalogEntry entry = CatalogEntry.of(id, edits.size(), metadata);
      // Interned, because a rule is named by a literal: the two are found equal at a glance.
      if (byId.put(id.intern(), entry) != null) {
        throw new IllegalStateException("rules/catalog.txt: " + id + " is listed twice");
      }
      edits.add(entry.edit());
    }
    Set<String> unlisted = new HashSet<>(metadataById.keySet());
    unlisted.removeAll(byId.keySet());
    for (String id : unlisted) {
      throw new IllegalStateException(
          CatalogEntry.page(id) + ": rule \"" + id + "\" is not listed in rules/catalog.txt");
    }
    return new Catalog(byId, edits);
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

  /**
   * The entry at a place of the catalogue.
   *
   * @param order from 0
   */
  CatalogEntry entry(int order) {
    return byOrder[order];
  }

  /** How many edits there are. */
  public int size() {
    return edits.size();
  }

  List<Edit> edits() {
    return edits;
  }

  Cpt76496Edits.Version version() {
    return version;
  }

  private static Cpt76496Edits.Version readVersion() {
    Properties ruleSet = properties("rules/rule-set.properties");
    Properties library = properties("version.properties");
    return new Cpt76496Edits.Version(
        library.getProperty("library"),
        ruleSet.getProperty("version"),
        Dates.parse(ruleSet.getProperty("coversFrom")),
        Dates.parse(ruleSet.getProperty("coversThrough")));
  }

  private static Properties properties(String path) {
    try (InputStream in = Jar.open(path)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
