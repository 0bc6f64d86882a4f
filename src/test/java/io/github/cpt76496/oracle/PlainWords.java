package io.github.cpt76496.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What words are read as, the slow and simple way: every concept in turn, every group, every word.
 * Words have to be spelt as the table spells them; what is forgiven beyond that (a slip, a word cut
 * at the end, letters of other scripts) is for the lexicon's own cases.
 */
public final class PlainWords {

  private static final List<String> ARTICLES = List.of("A", "AN", "THE", "ANY");
  private static final int NEGATED_WORDS = 2;
  private static final int LETTERS_THAT_SAY_SOMETHING = 4;

  /** A row of the table. */
  record Concept(
      String key,
      String stance,
      int from,
      int to,
      List<List<String>> groups,
      List<String> without,
      List<String> codes,
      String grade) {}

  /** What the text says against it, as a reason to ask. */
  enum Doubt {
    NONE,
    NOT_DONE,
    SUPPLY,
    UNSURE
  }

  /** A concept, whether only the note of the claim names it, and what the text says against it. */
  record Read(Concept concept, boolean inClaimNote, Doubt doubt) {

    private boolean isOf(String stance) {
      return concept.stance().equals(stance);
    }

    /** A row's stance, or only a question. */
    String stance() {
      boolean settles = !inClaimNote && doubt == Doubt.NONE && !concept.grade().equals("U");
      return switch (concept.stance()) {
        case "LISTED" -> settles ? "LISTED" : "ASK";
        case "INCLUDED" ->
            doubt == Doubt.NOT_DONE || doubt == Doubt.SUPPLY ? "ASK" : concept.stance();
        default -> concept.stance();
      };
    }
  }

  private final Map<String, List<String>> spellings = new HashMap<>();
  private final List<Concept> concepts = new ArrayList<>();

  /** The groups by which a text is weighed, and the words of a spelling, each worked out once. */
  private final Map<String, List<String>> weighed = new ConcurrentHashMap<>();

  private final Map<String, List<String>> wordsOf = new ConcurrentHashMap<>();

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
              row.get("concept"),
              row.get("stance"),
              Reference.from(row),
              Reference.to(row),
              groups,
              spelt(row.get("without")),
              list(row.get("procedure_codes"), ","),
              row.get("grade")));
      changes.add(Reference.from(row));
      changes.add(Reference.to(row) + 1);
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

  /** The key of what a description names on a day, or nothing. */
  public Optional<String> concept(String description, int date) {
    return Optional.ofNullable(read(description, "", "", date)).map(read -> read.concept().key());
  }

  /**
   * The description goes first, then the line's note; a text that describes nothing is passed over.
   */
  @Nullable Read read(String description, String lineNote, String claimNote, int date) {
    Read open = null;
    for (String text : List.of(description, lineNote, claimNote)) {
      Read found = read(text, date);
      if (found != null) {
        boolean inClaimNote = !text.equals(description) && !text.equals(lineNote);
        Read read = new Read(found.concept(), inClaimNote, found.doubt());
        if (!read.isOf("OPEN")) {
          return read;
        }
        open = open == null ? read : open;
      }
    }
    return open;
  }

  /** Few texts are read over and over; the slow way is taken once for each, between two changes. */
  private final Map<String, Optional<Read>> known = new ConcurrentHashMap<>();

  /** The days on which rows begin, and those after their last. */
  private final NavigableSet<Integer> changes = new TreeSet<>();

  private @Nullable Read read(String text, int date) {
    return text.isEmpty()
        ? null
        : known
            .computeIfAbsent(
                changes.floor(date) + " " + text, k -> Optional.ofNullable(look(text, date)))
            .orElse(null);
  }

  /**
   * Where a text is in doubt of something, a listed study yields to another service, and is not
   * read where it may be what the service is compared with.
   */
  private @Nullable Read look(String text, int date) {
    Text words = new Text(text);
    Doubt doubt =
        words.holdsAny(group("NOT_DONE")) && !words.holdsAny(group("DONE_OTHERWISE"))
            ? Doubt.NOT_DONE
            : words.holdsAny(group("SUPPLY"))
                ? Doubt.SUPPLY
                : words.holdsAny(group("UNSURE")) ? Doubt.UNSURE : Doubt.NONE;
    List<Read> all = new ArrayList<>();
    for (Concept concept : concepts) {
      if (concept.from() <= date
          && date <= concept.to()
          && concept.groups().stream().allMatch(words::holdsAny)
          && !words.holdsAny(concept.without())
          && !(concept.stance().equals("OPEN") && words.saysSomething())) {
        all.add(new Read(concept, false, doubt));
      }
    }
    Optional<Read> listed = all.stream().filter(r -> r.isOf("LISTED")).findFirst();
    if (all.isEmpty() || doubt == Doubt.NONE || listed.isEmpty()) {
      return all.isEmpty() ? null : all.get(0);
    }
    Optional<Read> other =
        all.stream().filter(r -> !r.isOf("LISTED") && !r.isOf("OPEN")).findFirst();
    if (words.compares) {
      return other.orElse(null);
    }
    boolean isOther =
        other.isPresent()
            && (all.indexOf(other.get()) < all.indexOf(listed.get())
                || Collections.disjoint(
                    other.get().concept().codes(), listed.get().concept().codes()));
    return isOther ? other.get() : listed.get();
  }

  /** Whether a text holds a word of a shared group. */
  boolean speaksOf(String group, String text) {
    return !text.isEmpty() && new Text(text).holdsAny(group(group));
  }

  private List<String> group(String name) {
    return weighed.computeIfAbsent(name, group -> spelt("$" + group));
  }

  private List<String> apart(String spelling) {
    return wordsOf.computeIfAbsent(spelling, words -> list(words, " "));
  }

  private static boolean isSpelt(String word, String wanted) {
    if (wanted.endsWith("*")) {
      return word.startsWith(wanted.substring(0, wanted.length() - 1));
    }
    return word.equals(wanted)
        || (wanted.length() > 2 && !wanted.endsWith("S") && word.equals(wanted + "S"));
  }

  /** The words of a text, and which of them count. */
  private final class Text {
    private final List<String> words = new ArrayList<>();

    /** Words behind which the sentence stops. */
    private final List<Boolean> stops = new ArrayList<>();

    /** Words that a negation takes back. */
    private final boolean[] negated;

    /** Words that are plain English where they stand. */
    private final boolean[] plain;

    /** Up to here it is read; behind stands what the service is compared with. */
    private int end;

    private boolean compares;

    /** Words behind which a clause ends. */
    private final List<Boolean> clauses = new ArrayList<>();

    /** What ends before this word is of what was not done, and does not count. */
    private int from;

    Text(String text) {
      for (String piece :
          text.toUpperCase(Locale.ROOT)
              .replace("'", "")
              .split("(?<=[^A-Z0-9])|(?=[^A-Z0-9])", -1)) {
        if (piece.matches("[A-Z0-9]+")) {
          words.add(piece);
          stops.add(false);
          clauses.add(false);
        } else if (!words.isEmpty() && piece.matches("[,;.():+]")) {
          int last = words.size() - 1;
          stops.set(last, true);
          if (piece.matches("[,;.]") && words.get(last).length() > 1) {
            clauses.set(last, true);
          }
        }
      }
      negated = new boolean[words.size()];
      plain = new boolean[words.size()];
      end = words.size();
      weigh();
      setAside();
    }

    /** "Cystogram not done, fluoroscopy of the pelvis": what was not done comes first. */
    private void setAside() {
      List<Integer> fluoroscopy = new ArrayList<>(ends("FLUORO"));
      fluoroscopy.addAll(ends("C_ARM"));
      if (fluoroscopy.isEmpty() || group("NOT_DONE").stream().anyMatch(w -> counts(w, 0))) {
        return;
      }
      for (int at = 0; at < Collections.min(fluoroscopy); at++) {
        int last = at;
        if (clauses.get(at) && saysNotDone().stream().anyMatch(e -> e >= from && e <= last)) {
          from = at + 1;
        }
      }
    }

    private List<Integer> saysNotDone() {
      List<Integer> all = new ArrayList<>(ends("NOT_DONE"));
      all.addAll(ends("NOT_USED"));
      return all;
    }

    /** The last words of what is found of a group. */
    private List<Integer> ends(String group) {
      List<Integer> all = new ArrayList<>();
      for (String spelling : group(group)) {
        for (int at = 0; at < end; at++) {
          if (counts(spelling, at)) {
            all.add(at + apart(spelling).size() - 1);
          }
        }
      }
      return all;
    }

    private boolean counts(String spelling, int at) {
      return !negated[at]
          && !(plain[at] && spelling.indexOf(' ') < 0)
          && stands(spelling, at)
          && at + apart(spelling).size() > from
          && !deniesAcrossClauses(spelling, at);
    }

    private boolean deniesAcrossClauses(String spelling, int at) {
      int last = at + apart(spelling).size() - 1;
      return clauses.subList(at, last).contains(true)
          && (group("NO_FLUOROSCOPY").contains(spelling) || group("NO_C_ARM").contains(spelling));
    }

    private void weigh() {
      int negatedUntil = -1;
      for (int at = 0; at < end; at++) {
        negated[at] = at <= negatedUntil;
        plain[at] = endsHere("PLAIN_ENGLISH", at) > 0;
        if (isOf("JOINING", at)) {
          negatedUntil = -1;
        }
        if (negated[at] && ARTICLES.contains(words.get(at))) {
          negatedUntil++;
        }
        if (begins("NEGATION", at)) {
          negatedUntil = at + NEGATED_WORDS;
        } else if (begins("NEGATION_OF_ONE", at)) {
          negatedUntil = at + 1;
        }
        if (isOf("COMPARED", at) || endsHere("COMPARED", at) > 0) {
          end = at + 1;
          compares = true;
        }
        if (stops.get(at)) {
          negatedUntil = -1;
        }
      }
    }

    private boolean isOf(String group, int at) {
      return group(group).stream().anyMatch(wanted -> isSpelt(words.get(at), wanted));
    }

    /** How many words a member of a group has that ends with a word, or 0. */
    private int endsHere(String group, int at) {
      for (String spelling : group(group)) {
        int length = apart(spelling).size();
        if (at + 1 >= length && !negated[at + 1 - length] && stands(spelling, at + 1 - length)) {
          return length;
        }
      }
      return 0;
    }

    /** Whether a negation ends with a word, and none of "with or without". */
    private boolean begins(String group, int at) {
      int length = endsHere(group, at);
      return length > 0 && (at < length || !isOf("JOINING", at - length));
    }

    boolean holdsAny(List<String> group) {
      for (String spelling : group) {
        for (int at = 0; at < end; at++) {
          if (counts(spelling, at)) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean stands(String spelling, int at) {
      List<String> wanted = apart(spelling);
      if (at + wanted.size() > end) {
        return false;
      }
      for (int i = 0; i < wanted.size(); i++) {
        if (!isSpelt(words.get(at + i), wanted.get(i))) {
          return false;
        }
      }
      return true;
    }

    boolean saysSomething() {
      for (int at = 0; at < end; at++) {
        if (words.get(at).length() >= LETTERS_THAT_SAY_SOMETHING
            && words.get(at).matches("[A-Z]+")
            && !isOf("SAYS_NOTHING", at)
            && !isOf("COMPARED", at)) {
          return true;
        }
      }
      return false;
    }
  }
}
