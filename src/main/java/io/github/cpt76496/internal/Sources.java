package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sources of {@code rules/reference/sources.tsv}: what each is, and how much of it was read. A
 * row of a table names its source by key. A page writes its source out, and how much of it was read
 * is looked up by its address, so that it is written once.
 */
final class Sources {

  static final String FILE = "reference/sources.tsv";

  /** A rule set without the table. */
  static final Sources NONE = new Sources(List.of());

  private static final String READ = "read";

  /** The columns by the key that a page would have. */
  private static final Map<String, String> READING =
      Map.of(READ, READ, "readPart", "read_part", "readWhere", "read_where", "readOn", "read_on");

  private final Map<String, Tsv.Row> byId = new HashMap<>();
  private final Map<String, List<Tsv.Row>> byAddress = new HashMap<>();

  Sources(List<Tsv.Row> rows) {
    for (Tsv.Row row : rows) {
      if (byId.put(row.required("id"), row) != null) {
        throw new IllegalStateException(row.place() + ": id is used twice");
      }
      String address = row.get("url");
      if (!address.isEmpty()) {
        List<Tsv.Row> known = byAddress.get(address);
        if (known == null) {
          known = new ArrayList<>(2);
          byAddress.put(address, known);
        }
        known.add(row);
      }
    }
  }

  /** The source that a row names. */
  Tsv.Row named(Tsv.Row row) {
    Tsv.Row source = byId.get(row.required("source"));
    if (source == null) {
      throw new IllegalStateException(
          row.place()
              + ": source "
              + row.get("source")
              + " is not in rules/reference/sources.tsv; add its row there");
    }
    return source;
  }

  /**
   * The metadata of a page of the library, with how much of its source was read.
   *
   * @param page for a message
   */
  Map<String, Object> withReading(String page, Map<String, Object> metadata) {
    Map<String, Object> all = new HashMap<>(metadata);
    String address = PageHeader.plain(metadata.get("url"));
    if (address.isEmpty()) {
      all.put(READ, Citation.Read.NONE.name());
      return all;
    }
    List<Tsv.Row> rows = byAddress.get(address);
    if (rows == null) {
      throw new IllegalStateException(
          page + ": @url is not in rules/" + FILE + "; add its row there");
    }
    putReading(oneOf(rows, PageHeader.plain(metadata.get("source")), page), all);
    return all;
  }

  /** The row with the title, or any where all of them were read alike. */
  private static Tsv.Row oneOf(List<Tsv.Row> rows, String title, String page) {
    for (Tsv.Row row : rows) {
      if (row.get("source").equals(title)) {
        return row;
      }
    }
    for (Tsv.Row row : rows) {
      if (!sameReading(rows.get(0), row)) {
        throw new IllegalStateException(
            page
                + ": @source two rows of rules/"
                + FILE
                + " have its address and were not read alike; name it as one of them does");
      }
    }
    return rows.get(0);
  }

  private static boolean sameReading(Tsv.Row one, Tsv.Row other) {
    for (String column : READING.values()) {
      if (!one.text(column).equals(other.text(column))) {
        return false;
      }
    }
    return true;
  }

  /** Puts how much of a source was read under the keys of a page. */
  static void putReading(Tsv.Row source, Map<String, Object> metadata) {
    for (Map.Entry<String, String> column : READING.entrySet()) {
      String text = source.text(column.getValue());
      if (!text.isEmpty()) {
        metadata.put(column.getKey(), text);
      }
    }
  }

  /** The same as a part of a citation. */
  static Citation.Reading reading(Tsv.Row source) {
    if (source.text(READ).isEmpty()) {
      return Citation.Reading.NOT_STATED;
    }
    return new Citation.Reading(
        source.constant(READ, Citation.Read.class),
        source.get("read_part"),
        source.get("read_where").isEmpty()
            ? Citation.ReadWhere.NOT_STATED
            : source.constant("read_where", Citation.ReadWhere.class),
        source.get("read_on"));
  }
}
