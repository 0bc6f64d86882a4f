package io.github.cpt76496.examples.refresh;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A procedure-to-procedure edit of NCCI for practitioners.
 *
 * @param modifierIndicator 0: no modifier parts the two; 1: one does; 9: the edit was never in
 *     force
 * @param reason CMS's reason by the name that the tables have for it, or empty where they have
 *     none; its words are not kept
 * @param preparesAnesthesia whether the pair is about an anesthesia, which says nothing of imaging
 */
record Pair(
    String columnOne,
    String columnTwo,
    LocalDate effective,
    Optional<LocalDate> deleted,
    String modifierIndicator,
    Optional<String> reason,
    boolean preparesAnesthesia) {

  /** In the headings, wherever CMS breaks them into lines: that has changed. */
  private static final List<String> HEADINGS =
      List.of("column 1", "column 2", "1996", "effective", "deletion", "modifier");

  private static final Pattern ROW =
      Pattern.compile(
          "([0-9A-Z]{5})\t([0-9A-Z]{5})\t[ *]*\t(\\d{8})\t(\\d{8}|\\*)\t([019])(\t.*)?");

  /** By words that each of CMS's wordings has. */
  private static final Map<String, String> REASONS =
      Map.of(
          "code definition", "CODE_DEFINITION",
          "coding instruction", "CODING_INSTRUCTION",
          "standards of medical", "STANDARD_OF_PRACTICE",
          "separate procedure", "SEPARATE_PROCEDURE",
          "misuse", "MISUSE",
          "more extensive", "MORE_EXTENSIVE");

  static List<Pair> read(OfficialFile file) {
    List<Pair> pairs = new ArrayList<>();
    StringBuilder above = new StringBuilder();
    int number = 0;
    for (String line : file.text().split("\r?\n", -1)) {
      number++;
      Matcher row = ROW.matcher(line.stripTrailing());
      if (row.matches()) {
        String headings = above.toString().toLowerCase(Locale.ROOT);
        if (pairs.isEmpty() && !HEADINGS.stream().allMatch(headings::contains)) {
          throw new Refusal(
              file.place(number), "the headings above are not those of the practitioner edits");
        }
        pairs.add(pair(file.place(number), row));
      } else if (pairs.isEmpty()) {
        above.append(line).append(' ');
      } else if (!line.isBlank()) {
        throw new Refusal(
            file.place(number),
            "is not two codes, a mark, two dates and a modifier indicator, parted by tabs");
      }
    }
    if (pairs.isEmpty()) {
      throw new Refusal(file.place(number), "no edit is in the file");
    }
    return pairs;
  }

  private static Pair pair(String place, Matcher row) {
    String rationale = row.group(6) == null ? "" : row.group(6).toLowerCase(Locale.ROOT);
    return new Pair(
        row.group(1),
        row.group(2),
        date(place, row.group(3)),
        row.group(4).equals("*") ? Optional.empty() : Optional.of(date(place, row.group(4))),
        row.group(5),
        reason(rationale),
        rationale.contains("anesthesia"));
  }

  private static LocalDate date(String place, String text) {
    try {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE.withLocale(Locale.ROOT));
    } catch (DateTimeParseException e) {
      throw new Refusal(place, "has a date that is no day");
    }
  }

  private static Optional<String> reason(String rationale) {
    return REASONS.entrySet().stream()
        .filter(reason -> rationale.contains(reason.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** A pair that was deleted as of the day it began never was: CMS marks it with 9. */
  boolean everInForce() {
    return !modifierIndicator.equals("9") && deleted.map(effective::isBefore).orElse(true);
  }

  boolean inForceOn(LocalDate day) {
    return everInForce()
        && !effective.isAfter(day)
        && deleted.map(last -> !last.isBefore(day)).orElse(true);
  }
}
