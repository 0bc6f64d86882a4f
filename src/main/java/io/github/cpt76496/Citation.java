package io.github.cpt76496;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Where a rule is written, and how certain it is.
 *
 * @param source publisher and title
 * @param url address of the source, or empty where it has none that can be opened
 * @param grade how authoritative the source is
 * @param sourceDate the date that the source itself bears (a day, a month or a year), or {@code
 *     undated}
 * @param reading how much of the source was read, where and when
 * @param lastReviewDate the day on which our reading of the source was last reviewed; not every
 *     address was opened by a person
 */
public record Citation(
    String source,
    String url,
    Grade grade,
    String sourceDate,
    Reading reading,
    // Last a type of the JDK: its maker of a record's text keeps hold of the last type that it saw,
    // and with it of the class loader of a host that wants to let the library go.
    LocalDate lastReviewDate)
    implements Serializable {

  /**
   * @throws IllegalArgumentException if a part is missing; the message names the field
   */
  public Citation {
    Checks.required(source, "citation.source");
    Checks.required(url, "citation.url");
    Checks.required(grade, "citation.grade");
    Checks.required(sourceDate, "citation.sourceDate");
    Checks.required(lastReviewDate, "citation.lastReviewDate");
    Checks.required(reading, "citation.reading");
  }

  /**
   * A citation that does not say how much of its source was read.
   *
   * @throws IllegalArgumentException if a part is missing; the message names the field
   */
  public Citation(
      String source, String url, Grade grade, String sourceDate, LocalDate lastReviewDate) {
    this(source, url, grade, sourceDate, Reading.NOT_STATED, lastReviewDate);
  }

  /** Evidence grade; it limits how severe a finding may be. */
  public enum Grade {
    /** Authoritative: a regulation, CMS, the Medicare contractor or the payer itself. */
    A,
    /** Secondary: a specialty society, newsletter or adviser. At most a warning. */
    S,
    /** Unverified: inferred, or only a title was seen. At most information, and marked so. */
    U
  }

  /** How much of a source was read. */
  public enum Read {
    /** All of it. */
    WHOLE,
    /** A part; {@link Reading#part()} says which. */
    PART,
    /** Nothing: it is known from others, or there is no source but the rule set itself. */
    NONE,
    /** The rule does not say. */
    NOT_STATED
  }

  /** Where a source was read. */
  public enum ReadWhere {
    /** At its own address. */
    PAYER_PAGE,
    /** In an archived copy of the page at its address. */
    ARCHIVE,
    /** In a copy that somebody else keeps, or quotes. */
    COPY,
    /** Nowhere, or the rule does not say. */
    NOT_STATED
  }

  /**
   * How much of a source was read, where and when.
   *
   * @param read how much
   * @param part which part, in plain words; empty unless {@link Read#PART}
   * @param where where it was read
   * @param on the day, such as {@code 2026-11-28}; empty where nothing was read
   */
  public record Reading(Read read, String part, ReadWhere where, String on)
      implements Serializable {

    /** For a rule that does not say how much was read. */
    public static final Reading NOT_STATED =
        new Reading(Read.NOT_STATED, "", ReadWhere.NOT_STATED, "");

    /**
     * @throws IllegalArgumentException if the four do not fit together; the message names the field
     */
    public Reading {
      Checks.required(read, "citation.reading.read");
      Checks.required(part, "citation.reading.part");
      Checks.required(where, "citation.reading.where");
      Checks.required(on, "citation.reading.on");
      boolean something = read == Read.WHOLE || read == Read.PART;
      if ((read == Read.PART) == part.isBlank()) {
        throw new IllegalArgumentException(
            "citation.reading.part: says which part was read, where a part was");
      }
      if (something == (where == ReadWhere.NOT_STATED)) {
        throw new IllegalArgumentException(
            "citation.reading.where: says where it was read, where something was");
      }
      if (something == on.isEmpty() || !isDayOrEmpty(on)) {
        throw new IllegalArgumentException(
            "citation.reading.on: must be a day such as 2026-11-28 where something was read, and"
                + " empty elsewhere");
      }
    }

    /** Whether the source was read, whole or at least in a part. */
    public boolean isRead() {
      return read == Read.WHOLE || read == Read.PART;
    }

    /**
     * For a person, such as "read in part (the list of codes), in an archived copy, 2026-11-28".
     */
    @Override
    public String toString() {
      return switch (read) {
        case WHOLE -> "read whole, " + whereAndWhen();
        case PART -> "read in part (" + part + "), " + whereAndWhen();
        case NONE -> "not read";
        case NOT_STATED -> "how much was read is not stated";
      };
    }

    private String whereAndWhen() {
      return switch (where) {
            case PAYER_PAGE -> "at its address, ";
            case ARCHIVE -> "in an archived copy, ";
            case COPY -> "in a copy elsewhere, ";
            case NOT_STATED -> "";
          }
          + on;
    }

    private static boolean isDayOrEmpty(String text) {
      if (text.isEmpty()) {
        return true;
      }
      try { // Not by a formatter, which would cost every start more than all the days.
        return text.length() == 10
            && LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toString()
                .equals(text);
      } catch (DateTimeException | NumberFormatException e) {
        return false;
      }
    }

    private static int number(String text, int start, int end) {
      return Integer.parseInt(text, start, end, 10);
    }
  }
}
