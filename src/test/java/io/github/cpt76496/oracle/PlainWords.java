package io.github.cpt76496.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What words are read as, the slow and simple way: every concept in turn, every group, every word.
 * Words have to be spelt as the table spells them; what is forgiven beyond that is for the
 * lexicon's own cases.
 */
final class PlainWords {

  /** A row of the table. */
  record Concept(
      String stance,
      int from,
      int to,
      List<List<String>> groups,
      List<String> without,
      List<String> codes,
      String grade) {}

  /** A concept, and whether only the note of the claim names it. */
  record Read(Concept concept, boolean inClaimNote) {}

  private final Map<String, List<String>> spellings = new HashMap<>();
  private final List<Concept> concepts = new ArrayList<>();

  PlainWords(List<Map<String, String>> concepts, List<Map<String, String>> words) {
    for (Map<String, String> row : words) {
      spellings.put("$" + row.get("group"), list(row.get("words"), ","));
    }
    for (Map<String, String> row : concepts) {
      List<List<String>> groups = new ArrayList<>();
      for (String group : list(row.get("words"), "&")) {
        groups.add(spelt(group));
      }
      this.concepts.add(
          new Concept(
              row.get("stance"),
              Reference.from(row),
              Reference.to(row),
              groups,
              spelt(row.get("without")),
              list(row.get("procedure_codes"), ","),
              row.get("grade")));
    }
  }

  private List<String> spelt(String group) {
    List<String> all = new ArrayList<>();
    for (String word : list(group, ",")) {
      all.addAll(phrases(list(word, " ")));
    }
    return all;
  }

  /** Every way to spell words side by side, of which some stand for a group of spellings. */
  private List<String> phrases(List<String> words) {
    List<String> all = List.of("");
    for (String word : words) {
      List<String> own =
          word.startsWith("$") ? spelt(String.join(",", spellings.get(word))) : List.of(word);
      List<String> longer = new ArrayList<>();
      for (String before : all) {
        own.forEach(next -> longer.add((before + " " + next).strip()));
      }
      all = longer;
    }
    return all;
  }

  private static List<String> list(String text, String separator) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
  }

  /** The description goes first, then the line's note; a text that describes nothing gives way. */
  @Nullable Read read(String description, String lineNote, String claimNote, int date) {
    Read open = null;
    for (String text : List.of(description, lineNote, claimNote)) {
      Concept concept = read(text, date);
      if (concept != null) {
        Read read = new Read(concept, !text.equals(description) && !text.equals(lineNote));
        if (!concept.codes().isEmpty()) {
          return read;
        }
        open = open == null ? read : open;
      }
    }
    return open;
  }

  /** Few texts are read over and over; the slow way is taken once for each. */
  private final Map<String, Optional<Concept>> known = new ConcurrentHashMap<>();

  private @Nullable Concept read(String text, int date) {
    return text.isEmpty()
        ? null
        : known
            .computeIfAbsent(date + " " + text, k -> Optional.ofNullable(look(text, date)))
            .orElse(null);
  }

  private @Nullable Concept look(String text, int date) {
    List<String> words =
        list(text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", " ").strip(), " ");
    for (Concept concept : concepts) {
      if (concept.from() <= date
          && date <= concept.to()
          && !words.isEmpty()
          && concept.groups().stream().allMatch(group -> holdsAny(words, group))
          && !holdsAny(words, concept.without())) {
        return concept;
      }
    }
    return null;
  }

  private static boolean holdsAny(List<String> words, List<String> group) {
    for (String spelling : group) {
      List<String> wanted = list(spelling, " ");
      for (int at = 0; at + wanted.size() <= words.size(); at++) {
        int matched = 0;
        while (matched < wanted.size() && isSpelt(words.get(at + matched), wanted.get(matched))) {
          matched++;
        }
        if (matched == wanted.size()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSpelt(String word, String wanted) {
    if (wanted.endsWith("*")) {
      return word.startsWith(wanted.substring(0, wanted.length() - 1));
    }
    return word.equals(wanted) || word.equals(wanted + "S");
  }
}
