package io.github.cpt76496;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Where a rule is written, and how sure we are of it.
 *
 * @param source publisher and title
 * @param url address of the source, or empty where it has none that can be opened
 * @param grade how authoritative the source is
 * @param sourceDate the date that the source itself bears (a day, a month or a year), or {@code
 *     undated}
 * @param lastReviewDate the day on which our reading of the source was last reviewed; not every
 *     address was opened by a person
 */
public record Citation(
    String source, String url, Grade grade, String sourceDate, LocalDate lastReviewDate)
    implements Serializable {

  /**
   * @throws IllegalArgumentException if a part is missing; the message names the field
   */
  public Citation {
    Text.required(source, "citation.source");
    Text.required(url, "citation.url");
    Text.required(grade, "citation.grade");
    Text.required(sourceDate, "citation.sourceDate");
    Text.required(lastReviewDate, "citation.lastReviewDate");
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
}
