package io.github.cpt76496.claims.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a format defines at the places that are read, and what becomes of it: the table {@code
 * elements.tsv} of its reader. Something that carries meaning and is not read must be seen: it is
 * marked, and what is not listed counts as marked, too. Immutable.
 */
public final class Elements {

  private final List<Element> all;
  private final Map<String, Map<String, Element>> byPlace;

  private Elements(List<Element> all) {
    this.all = all;
    this.byPlace = byPlace(all);
  }

  /** What becomes of an element. */
  public enum Mark {
    /** It is read. */
    USED,
    /** No answer can depend on it. */
    IRRELEVANT,
    /** It is not read, and an answer could depend on it. */
    UNKNOWN
  }

  /**
   * An element of a format.
   *
   * @param place where it is, such as {@code fhir Claim.item} or {@code 837 loop 2400}
   * @param name what the format calls it there
   * @param mark what becomes of it
   * @param why why it is not read; empty if it is
   */
  public record Element(String place, String name, Mark mark, String why) {

    /** Its place and what becomes of it. */
    @Override
    public String toString() {
      return "Element[" + place + ": " + mark + "]";
    }
  }

  /** Reads the table of a reader, and closes it. */
  public static Elements read(InputStream table) {
    try (BufferedReader rows =
        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return new Elements(
          rows.lines().filter(row -> !row.startsWith("#")).skip(1).map(Elements::element).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Element element(String row) {
    String[] cells = row.split("\t", -1);
    return new Element(cells[0], cells[1], Mark.valueOf(cells[2]), cells[3]);
  }

  private static Map<String, Map<String, Element>> byPlace(List<Element> all) {
    Map<String, Map<String, Element>> byPlace = new HashMap<>();
    for (Element element : all) {
      Map<String, Element> here =
          byPlace.computeIfAbsent(element.place(), place -> new HashMap<>());
      if (here.put(element.name(), element) != null) {
        throw new IllegalStateException("elements.tsv: listed twice: " + element.name());
      }
    }
    return byPlace;
  }

  /** All elements, in the order of the table. */
  public List<Element> all() {
    return all;
  }

  /** The elements of a place by their names. */
  public Map<String, Element> at(String place) {
    return byPlace.getOrDefault(place, Map.of());
  }

  /** Why an element was not read although an answer could depend on it; nothing otherwise. */
  public Optional<String> unread(String place, String name) {
    Element element = at(place).get(name);
    if (element == null) {
      return Optional.of("the reader does not know it");
    }
    return element.mark() == Mark.UNKNOWN ? Optional.of(element.why()) : Optional.empty();
  }
}
