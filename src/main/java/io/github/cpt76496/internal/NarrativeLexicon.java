package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.NamedService.Field;
import io.github.cpt76496.NamedService.Stance;
import io.github.cpt76496.internal.NarrativeReading.Doubt;
import java.nio.LongBuffer;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a line's own words describe, by {@code rules/reference/narrative-concepts.tsv} and the
 * shared groups of words in {@code narrative-words.tsv}.
 *
 * <p>Billers abbreviate, cut and misspell, in any order of words; so a concept is a few groups of
 * words that must all be there, and the first concept whose groups are there wins. A text is read
 * once, letter by letter, along a tree of the words that the tables hold; what is found is a set of
 * bits, and concepts are sets of bits too.
 *
 * <p>Not by a library. Lucene's analyzers and the Aho-Corasick packages know neither groups nor cut
 * words, would be a dependency of a core that has only Drools and SLF4J, and would still leave the
 * tables, the negation and the slips to be written; regular expressions of this size are slow and
 * can be made slower by a text.
 *
 * <p>Nothing of a text is kept, logged or repeated: it may hold what identifies a patient.
 */
final class NarrativeLexicon {

  /** The table of concepts. */
  static final String CONCEPTS = "narrative-concepts.tsv";

  /** The table of x-ray studies, read in the same way. */
  static final String X_RAY_STUDIES = "x-ray-studies.tsv";

  /** The table of shared groups of words. */
  static final String WORDS = "narrative-words.tsv";

  /** The group of words that take back the two words behind them. */
  private static final String NEGATION = "NEGATION";

  /** The group of words that take back one. */
  private static final String NEGATION_OF_ONE = "NEGATION_OF_ONE";

  /** The group of words that keep a negation from taking anything back: "with or without". */
  private static final String JOINING = "JOINING";

  /** The group of words by which a text says that something was not done. */
  private static final String NOT_DONE = "NOT_DONE";

  /** The group of phrases by which a text says that a thing was not used, which may be another. */
  private static final String NOT_USED = "NOT_USED";

  /**
   * The group of phrases by which "not done" is no word on the service: "not done by the surgeon".
   */
  private static final String DONE_OTHERWISE = "DONE_OTHERWISE";

  /**
   * The groups of phrases that deny fluoroscopy; none of them goes on behind the end of a clause.
   */
  private static final String NO_FLUOROSCOPY = "NO_FLUOROSCOPY";

  private static final String NO_C_ARM = "NO_C_ARM";

  /** The groups of words that name fluoroscopy. */
  private static final String FLUORO = "FLUORO";

  private static final String C_ARM = "C_ARM";

  /** The group of words by which a text is of a thing that is used, not of a procedure. */
  private static final String SUPPLY = "SUPPLY";

  /** The group of words behind which another service is named for comparison only. */
  private static final String COMPARED = "COMPARED";

  /** The group of words that leave open whether it was done, or now; what is read only asks. */
  private static final String UNSURE = "UNSURE";

  /** The group of phrases whose last word is English there and none of ours: "to be". */
  private static final String PLAIN_ENGLISH = "PLAIN_ENGLISH";

  /**
   * The group of words that describe nothing; a text of other words too does describe something.
   */
  private static final String SAYS_NOTHING = "SAYS_NOTHING";

  /** The group of words that look like a slip in one of ours and are none. */
  private static final String NO_SLIP = "NO_SLIP";

  /**
   * The group of words by which a text is of the lung; "pulmonary" alone is of its vessels, too.
   */
  private static final String OF_THE_LUNG = "OF_THE_LUNG";

  /** A slip is forgiven from this length on: shorter words have too many neighbors. */
  private static final int LONGEST_STRICT_WORD = 6;

  /** A word with a shorter beginning of ours may still be a slip in a longer word of ours. */
  private static final int SHORTEST_SURE_PREFIX = 10;

  /** A cut word at the end of a text is completed from this length on. */
  private static final int SHORTEST_CUT_WORD = 5;

  /** A slip must not lie in the last letters of a prefix, where it would only cut it short. */
  private static final int SURE_LETTERS_AFTER_SLIP = 2;

  /** Letters of a word that are kept for the search of slips; longer words have no slip. */
  private static final int LONGEST_WORD = 24;

  /** A shorter word that is not known is taken for the initials of a hospital or a department. */
  private static final int SHORTEST_WORD_THAT_SAYS_SOMETHING = 4;

  private static final int NEGATED_WORDS = 2;

  /** A negation passes over these. */
  private static final List<String> ARTICLES = List.of("A", "AN", "THE", "ANY");

  private static final byte SPACE = 0;
  private static final byte STOP = 1;
  private static final byte NOTHING = 2;
  private static final byte FIRST_DIGIT = 3;
  private static final byte FIRST_LETTER = FIRST_DIGIT + 10;
  private static final int KINDS_OF_CHARACTERS = FIRST_LETTER + 26;

  /** What an ASCII character is: a digit or a letter, small or capital, or one of the above. */
  private static final byte[] KINDS = kinds();

  /** Stands for a letter that no word of ours holds. */
  private static final char FOREIGN = '\u00ff';

  private final NarrativeConcept[] concepts;

  /** The groups that must be found, and those that must not, by concept. */
  private final int[][] required;

  private final int[][] excluded;

  /** The concepts for which a group is the smallest of those required. */
  private final int[][] ledBy;

  /** The groups that lead a concept. */
  private final long[] leading;

  private final WordTree words;

  /** Words of more than {@link #LONGEST_STRICT_WORD} letters alone. */
  private final WordTree longWords;

  private final Phrases phrases;
  private final int groups;
  private final int negation;
  private final int negationOfOne;
  private final int saysNothing;
  private final int notDone;
  private final int notUsed;
  private final int doneOtherwise;
  private final int noFluoroscopy;
  private final int noCArm;
  private final int fluoro;
  private final int cArm;
  private final int supply;
  private final int unsure;
  private final int compared;
  private final int plainEnglish;
  private final int ofTheLung;

  /** Room to work in, handed from reading to reading: what matches nothing allocates nothing. */
  private final AtomicReference<@Nullable Room> spare = new AtomicReference<>();

  private NarrativeLexicon(Builder builder) {
    int count = builder.concepts.size();
    concepts = builder.concepts.toArray(NarrativeConcept[]::new);
    required = builder.required.toArray(int[][]::new);
    excluded = builder.excluded.toArray(int[][]::new);
    negation = builder.sharedGroup(NEGATION);
    negationOfOne = builder.sharedGroup(NEGATION_OF_ONE);
    saysNothing = builder.sharedGroup(SAYS_NOTHING);
    notDone = builder.sharedGroup(NOT_DONE);
    notUsed = builder.sharedGroup(NOT_USED);
    doneOtherwise = builder.sharedGroup(DONE_OTHERWISE);
    noFluoroscopy = builder.sharedGroup(NO_FLUOROSCOPY);
    noCArm = builder.sharedGroup(NO_C_ARM);
    fluoro = builder.sharedGroup(FLUORO);
    cArm = builder.sharedGroup(C_ARM);
    supply = builder.sharedGroup(SUPPLY);
    unsure = builder.sharedGroup(UNSURE);
    compared = builder.sharedGroup(COMPARED);
    plainEnglish = builder.sharedGroup(PLAIN_ENGLISH);
    ofTheLung = builder.sharedGroup(OF_THE_LUNG);
    groups = builder.groups.size();
    ledBy = builder.ledBy(count);
    leading = new long[Bits.words(groups)];
    for (int group = 0; group < groups; group++) {
      if (ledBy[group].length > 0) {
        leading[group >> 6] |= 1L << group;
      }
    }
    phrases = builder.phrases();
    words = builder.words.build(Bits.words(groups));
    words.findWholes();
    longWords = builder.longWords.build(Bits.words(groups));
  }

  /**
   * Reads the tables.
   *
   * @param files the rows of a file by its name
   * @param citations who says what a row says
   * @throws IllegalStateException if a row cannot be read; the message begins with its place
   */
  static NarrativeLexicon load(
      Function<String, List<Tsv.Row>> files, Function<Tsv.Row, Citation> citations) {
    return load(files, CONCEPTS, citations);
  }

  /**
   * Reads a table of the columns of {@link #CONCEPTS}, and the shared groups.
   *
   * @param files the rows of a file by its name
   * @param concepts the name of the table
   * @param citations who says what a row says
   * @throws IllegalStateException if a row cannot be read; the message begins with its place
   */
  static NarrativeLexicon load(
      Function<String, List<Tsv.Row>> files,
      String concepts,
      Function<Tsv.Row, Citation> citations) {
    Builder builder = new Builder();
    builder.addWords(files.apply(WORDS));
    builder.addConcepts(files.apply(concepts), citations);
    return new NarrativeLexicon(builder);
  }

  /**
   * Reads the tables, and a host's own rows in front of them.
   *
   * @param files the rows of a file by its name
   * @param citations who says what a row says
   * @param rowsOfHost rows of the same columns as {@code narrative-concepts.tsv}; they may refer to
   *     the groups of {@code narrative-words.tsv}
   * @param citationsOfHost who says what a row of the host says
   * @throws IllegalStateException if a row cannot be read; the message begins with its place
   */
  static NarrativeLexicon load(
      Function<String, List<Tsv.Row>> files,
      Function<Tsv.Row, Citation> citations,
      List<Tsv.Row> rowsOfHost,
      Function<Tsv.Row, Citation> citationsOfHost) {
    Builder builder = new Builder();
    builder.addWords(files.apply(WORDS));
    builder.addConcepts(rowsOfHost, citationsOfHost);
    builder.addConcepts(files.apply(CONCEPTS), citations);
    return new NarrativeLexicon(builder);
  }

  /** Every row, in the order in which they are tried. */
  List<NarrativeConcept> concepts() {
    return List.of(concepts);
  }

  /**
   * What the words describe: each field by itself, the description before the note on the line and
   * that before the note on the claim. A description that describes nothing yields to a note that
   * names something.
   *
   * @param description the description of the line's procedure, or empty
   * @param lineNote a note on the line, or empty
   * @param claimNote a note on the claim, or empty
   * @param date the date of service
   */
  Optional<NarrativeReading> read(
      String description, String lineNote, String claimNote, LocalDate date) {
    NarrativeReading inDescription = read(description, Field.DESCRIPTION, date);
    if (namesSomething(inDescription)) {
      return Optional.of(inDescription);
    }
    NarrativeReading inLineNote = read(lineNote, Field.LINE_NOTE, date);
    if (namesSomething(inLineNote)) {
      return Optional.of(inLineNote);
    }
    NarrativeReading inClaimNote = read(claimNote, Field.CLAIM_NOTE, date);
    if (namesSomething(inClaimNote)) {
      return Optional.of(inClaimNote);
    }
    return Optional.ofNullable(
        inDescription != null ? inDescription : inLineNote != null ? inLineNote : inClaimNote);
  }

  private static boolean namesSomething(@Nullable NarrativeReading reading) {
    return reading != null && reading.concept().stance() != Stance.OPEN;
  }

  /** Whether a text speaks of the lung. */
  boolean isOfTheLung(String text) {
    Room room = roomWith(text);
    boolean isOfTheLung = room.has(ofTheLung);
    spare.set(room);
    return isOfTheLung;
  }

  private @Nullable NarrativeReading read(String text, Field field, LocalDate date) {
    if (text.isEmpty()) {
      return null;
    }
    Room room = roomWith(text);
    NarrativeConcept found = room.any ? firstConcept(room, date) : null;
    NarrativeReading reading =
        found == null ? null : new NarrativeReading(found, field, doubt(room));
    spare.set(room);
    return reading;
  }

  /** Room with what the words of a text are found to be. */
  private Room roomWith(String text) {
    Room room = spare.getAndSet(null);
    if (room == null) {
      room = new Room(groups, concepts.length, phrases.steps);
    }
    room.clear();
    readWords(isAscii(text) ? text : folded(text), room);
    return room;
  }

  private Doubt doubt(Room room) {
    return room.has(notDone) && !room.has(doneOtherwise)
        ? Doubt.NOT_DONE
        : room.has(supply) ? Doubt.SUPPLY : room.has(unsure) ? Doubt.UNSURE : Doubt.NONE;
  }

  /** What the words of one text are read into; used by one thread at a time. */
  private static final class Room {
    final long[] found;
    final long[] candidates;

    /** At which word the step of a phrase was last taken. */
    final int[] stepAt;

    /** The steps that were taken at the word before, as {@link Phrases#bit}. */
    long stepsOfLastWord;

    private long stepsOfWord;

    final byte[] word = new byte[LONGEST_WORD];

    /** Counts words, on from text to text, so that {@link #stepAt} need not be cleared. */
    int count = 1;

    boolean any;

    /** What was found in clauses of what was not done. */
    final long[] setAside;

    private boolean hasSetAside;

    /** The word before the first. */
    int begin;

    /** The last word of a clause. */
    int endOfClause;

    /** Whether the text begins with what says that something was not done. */
    boolean beginsNotDone;

    /** The last words, newest in the lowest bit: whether one was a joining word. */
    long joins;

    /** Up to this word what is found is taken back. */
    int negatedUntil;

    /** Whether the word describes nothing. */
    boolean isEmptyWord;

    /** Whether a word of the text may describe something. */
    boolean saysSomething;

    /** Whether what follows names what the service is compared with, and is not read. */
    boolean isCompared;

    Room(int groups, int concepts, int steps) {
      found = new long[Bits.words(groups)];
      setAside = new long[found.length];
      candidates = new long[Bits.words(concepts)];
      stepAt = new int[steps];
    }

    void clear() {
      if (count > Integer.MAX_VALUE / 2) {
        count = 1;
        Arrays.fill(stepAt, 0);
      }
      count += 2; // no phrase goes on from the text before
      stepsOfWord = 0;
      negatedUntil = 0;
      joins = 0;
      saysSomething = false;
      isCompared = false;
      begin = count;
      endOfClause = Integer.MIN_VALUE;
      beginsNotDone = false;
      if (hasSetAside) {
        Arrays.fill(setAside, 0);
        hasSetAside = false;
      }
      if (any) {
        Arrays.fill(found, 0);
        any = false;
      }
    }

    void nextWord() {
      count++;
      stepsOfLastWord = stepsOfWord;
      stepsOfWord = 0;
      joins <<= 1;
      isEmptyWord = false;
    }

    void goTo(int step) {
      stepAt[step] = count;
      stepsOfWord |= Phrases.bit(step);
    }

    boolean has(int group) {
      return Bits.has(found, group);
    }

    void setAside() {
      for (int i = 0; i < found.length; i++) {
        setAside[i] |= found[i];
        found[i] = 0;
      }
      hasSetAside = true;
    }

    void takeUpAgain() {
      if (hasSetAside) {
        for (int i = 0; i < found.length; i++) {
          found[i] |= setAside[i];
        }
      }
    }
  }

  private void readWords(String text, Room room) {
    int length = text.length();
    int node = WordTree.ROOT;
    int last = WordTree.ROOT;
    int letters = 0;
    int lettersBefore = 0;
    boolean plain = true;
    boolean foreign = false;
    for (int i = 0; i <= length; i++) {
      char c = i < length ? text.charAt(i) : ' ';
      byte kind = c < KINDS.length ? KINDS[c] : SPACE;
      if (c == FOREIGN) {
        foreign = true;
        letters++;
        continue;
      }
      if (kind == NOTHING) {
        continue;
      }
      if (kind > NOTHING) {
        if (letters < LONGEST_WORD) {
          room.word[letters] = kind;
        }
        letters++;
        plain &= kind >= FIRST_LETTER;
        if (node >= 0) {
          node = words.child(node, kind);
          if (node >= 0) {
            last = node;
          }
        }
        continue;
      }
      if (letters > 0) {
        room.nextWord();
        if (!foreign && !room.isCompared) {
          endOfWord(node, last, letters, plain, i == length, room);
        }
        room.saysSomething |=
            !room.isEmptyWord
                && !room.isCompared
                && plain
                && letters >= SHORTEST_WORD_THAT_SAYS_SOMETHING;
        node = WordTree.ROOT;
        last = WordTree.ROOT;
        lettersBefore = letters;
        letters = 0;
        plain = true;
        foreign = false;
      }
      if (kind == STOP) {
        room.negatedUntil = 0;
        if (lettersBefore > 1 && (c == ',' || c == ';' || c == '.')) { // not "C. arm"
          endOfClause(room);
        }
      }
    }
    if (!namesFluoroscopy(room)) {
      room.takeUpAgain();
    }
  }

  /**
   * What was not done is set aside where fluoroscopy is named in a clause behind it: "cystogram not
   * done, fluoroscopy of the pelvis".
   */
  private void endOfClause(Room room) {
    room.endOfClause = room.count;
    if ((room.has(notDone) || room.has(notUsed))
        && !room.beginsNotDone
        && !namesFluoroscopy(room)) {
      room.setAside();
    }
  }

  private boolean namesFluoroscopy(Room room) {
    return room.has(fluoro) || room.has(cArm);
  }

  private void endOfWord(int node, int last, int letters, boolean plain, boolean atEnd, Room room) {
    boolean known = false;
    if (node >= 0 && words.exact[node] != null) {
      known = true;
      take(words.exact[node], room);
    }
    for (int p = words.lastPrefix[last]; p >= 0; p = words.lastPrefix[words.parent[p]]) {
      Meaning prefix = words.prefix[p];
      known |= prefix.stands;
      take(prefix, room);
    }
    if (known) {
      return;
    }
    if (atEnd && node >= 0 && letters >= SHORTEST_CUT_WORD) {
      long[] whole = words.whole[node];
      if (whole.length > 0) {
        if (room.count > room.negatedUntil) {
          take(whole, room);
        }
        room.isEmptyWord |= Bits.has(whole, saysNothing);
        return;
      }
    }
    if (plain && letters > LONGEST_STRICT_WORD && letters <= LONGEST_WORD) {
      longWords.withSlip(room.word, letters, this, room);
    }
  }

  private void take(Meaning meaning, Room room) {
    int at = room.count;
    boolean negated = at <= room.negatedUntil;
    if ((meaning.stepsBefore & room.stepsOfLastWord) != 0) {
      for (int step : meaning.steps) {
        if (room.stepAt[phrases.before[step]] == at - 1) {
          room.goTo(step);
          long[] done = phrases.groups[step];
          if (done != null) {
            take(done, phrases.lengths[step], room);
            if (Bits.has(done, plainEnglish)) {
              return;
            }
          }
        }
      }
    }
    if (!negated) {
      for (int step : meaning.firstSteps) {
        room.goTo(step);
      }
    }
    if (meaning.joins) {
      room.joins |= 1;
      room.negatedUntil = 0;
    }
    if (meaning.isArticle && negated) {
      room.negatedUntil++;
    }
    room.isCompared |= meaning.groups.length > 0 && Bits.has(meaning.groups, compared);
    room.isEmptyWord |= meaning.saysNothing;
    if (!negated) {
      take(meaning.groups, 1, room);
    }
  }

  private void take(long[] found, int length, Room room) {
    if (found.length == 0
        || (room.endOfClause > room.count - length
            && (Bits.has(found, noFluoroscopy) || Bits.has(found, noCArm)))) {
      return;
    }
    take(found, room);
    room.beginsNotDone |= room.count - length == room.begin && Bits.has(found, notDone);
    room.isCompared |= Bits.has(found, compared);
    if ((room.joins >> length & 1) == 0) {
      if (Bits.has(found, negation)) {
        room.negatedUntil = room.count + NEGATED_WORDS;
      } else if (Bits.has(found, negationOfOne)) {
        room.negatedUntil = room.count + 1;
      }
    }
  }

  private static void take(long[] found, Room room) {
    for (int i = 0; i < found.length; i++) {
      room.found[i] |= found[i];
    }
    room.any = true;
  }

  /**
   * The first concept whose words are there. Where the text is in doubt of something, a listed
   * study yields to another service ("after the enema, fluoroscopy of the knee"), though not to a
   * vaguer name of the same, and is not read where it may be what the service is compared with.
   */
  private @Nullable NarrativeConcept firstConcept(Room room, LocalDate date) {
    boolean any = false;
    for (int w = 0; w < room.found.length; w++) {
      for (long bits = room.found[w] & leading[w]; bits != 0; bits &= bits - 1) {
        int group = (w << 6) + Long.numberOfTrailingZeros(bits);
        for (int concept : ledBy[group]) {
          if (!any) {
            Arrays.fill(room.candidates, 0);
            any = true;
          }
          room.candidates[concept >> 6] |= 1L << concept;
        }
      }
    }
    if (!any) {
      return null;
    }
    boolean inDoubt = doubt(room) != Doubt.NONE;
    NarrativeConcept doubted = null;
    for (int w = 0; w < room.candidates.length; w++) {
      for (long bits = room.candidates[w]; bits != 0; bits &= bits - 1) {
        int concept = (w << 6) + Long.numberOfTrailingZeros(bits);
        NarrativeConcept found = concepts[concept];
        if (!found.holdsOn(date)
            || !matches(concept, room)
            || (found.stance() == Stance.OPEN && (room.saysSomething || doubted != null))) {
          continue;
        }
        if (!inDoubt || found.stance() != Stance.LISTED) {
          return doubted != null && !room.isCompared && shareCode(doubted, found) ? doubted : found;
        }
        if (doubted == null) {
          doubted = found;
        }
      }
    }
    return room.isCompared ? null : doubted;
  }

  private static boolean shareCode(NarrativeConcept one, NarrativeConcept other) {
    for (String code : one.procedureCodes()) {
      if (other.procedureCodes().contains(code)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(int concept, Room room) {
    for (int group : required[concept]) {
      if (!room.has(group)) {
        return false;
      }
    }
    for (int group : excluded[concept]) {
      if (room.has(group)) {
        return false;
      }
    }
    return true;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[128];
    for (char c = '0'; c <= '9'; c++) {
      kinds[c] = (byte) (FIRST_DIGIT + c - '0');
    }
    for (char c = 'A'; c <= 'Z'; c++) {
      kinds[c] = (byte) (FIRST_LETTER + c - 'A');
      kinds[c - 'A' + 'a'] = kinds[c];
    }
    for (char c : ",;.():+".toCharArray()) {
      kinds[c] = STOP;
    }
    kinds['\''] = NOTHING;
    return kinds;
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= KINDS.length) {
        return false;
      }
    }
    return true;
  }

  /**
   * A text with full-width letters, ligatures and accents written plainly. Marks that only steer
   * the direction or the break of a line are left out; a letter of another script makes its word a
   * foreign one, so that no piece of it is taken for ours.
   */
  private static String folded(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); ) {
      int c = apart.codePointAt(i);
      i += Character.charCount(c);
      if (c < KINDS.length) {
        plain.append((char) c);
        continue;
      }
      switch (Character.getType(c)) {
        case Character.NON_SPACING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.ENCLOSING_MARK,
            Character.FORMAT -> {}
        default -> plain.append(Words.isOfWord(c) ? FOREIGN : c == '\u2019' ? '\'' : ' ');
      }
    }
    return plain.toString();
  }

  /** Sets of groups or concepts. */
  private static final class Bits {
    static final long[] NONE = {};

    private Bits() {}

    static int words(int bits) {
      return (bits + 63) / 64;
    }

    static boolean has(long[] bits, int bit) {
      return (bits[bit >> 6] & 1L << bit) != 0;
    }

    /** A set with one more, which may be the same array. */
    static long[] with(long[] bits, int bit) {
      long[] all = bit >> 6 < bits.length ? bits : Arrays.copyOf(bits, (bit >> 6) + 1);
      all[bit >> 6] |= 1L << bit;
      return all;
    }

    /** What two sets of the same length have in common. */
    static long[] both(long[] a, long[] b) {
      if (a.length == 0 || b.length == 0) {
        return NONE;
      }
      if (Arrays.equals(a, b)) {
        return a;
      }
      long[] common = new long[a.length];
      long any = 0;
      for (int i = 0; i < a.length; i++) {
        common[i] = a[i] & b[i];
        any |= common[i];
      }
      return any == 0 ? NONE : common;
    }
  }

  /** What a word of the tree stands for. */
  private static final class Meaning {
    private static final int[] NO_STEPS = {};

    long[] groups = Bits.NONE;

    /** Steps with which a phrase begins. */
    int[] firstSteps = NO_STEPS;

    /** Further steps, later ones first: a step must not be seen by the next at the same word. */
    int[] steps = NO_STEPS;

    /** The steps before those, as {@link Phrases#bit}: most words go on with no phrase. */
    long stepsBefore;

    boolean joins;

    /** Whether a negation passes over it. */
    boolean isArticle;

    /** Whether it describes nothing. */
    boolean saysNothing;

    /** Whether it means something by itself, and is long enough: such a word is no slip. */
    boolean stands;
  }

  /** Words that must stand side by side. */
  private static final class Phrases {
    final int steps;

    /** The step before; none at the first word. */
    final int[] before;

    /** The groups of a phrase's last step. */
    final long @Nullable [][] groups;

    final int[] lengths;

    /** A step in a set of steps that may hold more than were put into it. */
    static long bit(int step) {
      return 1L << step;
    }

    Phrases(int steps) {
      this.steps = steps;
      before = new int[steps];
      groups = new long[steps][];
      lengths = new int[steps];
    }
  }

  /** A tree of words by their letters; the children of a node lie side by side. */
  private static final class WordTree {
    static final int ROOT = 0;

    final byte[] letter;
    final int[] firstChild;
    final int[] parent;
    final int[] depth;
    final @Nullable Meaning[] exact;
    final @Nullable Meaning[] prefix;

    /** The nearest node, from this one up, at which a prefix ends, or -1. */
    final int[] lastPrefix;

    /** The groups of every word that begins like this: what a cut word says for sure. */
    final long[][] whole;

    /** Four letters that stand second in a word, as bits by their hash. */
    final long[] secondLetters = new long[512];

    /**
     * The letters with which a node goes on, as bits, and above them its first child: the child of
     * a letter is found at one look, by counting.
     */
    private final long[] letters;

    WordTree(int nodes) {
      letter = new byte[nodes];
      firstChild = new int[nodes + 1];
      parent = new int[nodes];
      depth = new int[nodes];
      exact = new Meaning[nodes];
      prefix = new Meaning[nodes];
      lastPrefix = new int[nodes];
      letters = new long[nodes];
      whole = new long[nodes][];
    }

    void finish() {
      parent[ROOT] = -1;
      for (int i = 0; i < letter.length; i++) {
        letters[i] = (long) firstChild[i] << KINDS_OF_CHARACTERS;
        for (int child = firstChild[i]; child < firstChild[i + 1]; child++) {
          letters[i] |= 1L << letter[child];
        }
        lastPrefix[i] = prefix[i] != null ? i : i == ROOT ? -1 : lastPrefix[parent[i]];
        if (depth[i] == 5) {
          int p3 = parent[i];
          int p2 = parent[p3];
          int p1 = parent[p2];
          int hash = hash(letter[p1], letter[p2], letter[p3], letter[i]);
          secondLetters[hash >> 6] |= 1L << hash;
        }
      }
    }

    /** Finds what cut words say; of no use in a tree where none is looked up. */
    void findWholes() {
      for (int i = letter.length - 1; i >= 0; i--) {
        whole[i] = depth[i] < SHORTEST_CUT_WORD ? Bits.NONE : common(i);
      }
    }

    private static int hash(byte a, byte b, byte c, byte d) {
      return ((((a * 31 + b) * 31 + c) * 31 + d) * 0x9E3779B1) >>> 17;
    }

    int child(int node, byte c) {
      long bit = 1L << c;
      long all = letters[node];
      return (all & bit) == 0
          ? -1
          : (int) (all >>> KINDS_OF_CHARACTERS) + Long.bitCount(all & (bit - 1));
    }

    /** The groups that every word below a node has: what a cut word says for sure. */
    private long[] common(int node) {
      long[] common = null;
      for (int i = firstChild[node]; i < firstChild[node + 1]; i++) {
        common = common == null ? whole[i] : Bits.both(common, whole[i]);
      }
      for (Meaning meaning : Arrays.asList(exact[node], prefix[node])) {
        if (meaning != null) {
          common = common == null ? meaning.groups : Bits.both(common, meaning.groups);
        }
      }
      return common == null ? Bits.NONE : common;
    }

    /**
     * Takes the words that differ from a word by one letter too few, too many or wrong, or by two
     * that changed places. The first letter is mostly right: where it is not, the four letters
     * behind it must be those of a word.
     */
    void withSlip(byte[] word, int length, NarrativeLexicon lexicon, Room room) {
      boolean found = false;
      int node = ROOT;
      for (int i = 0; i < length && !found; i++) {
        byte c = word[i];
        boolean atRoot = node == ROOT;
        if (!atRoot || knowsSecondLetters(word, 0) || knowsSecondLetters(word, 1)) {
          for (int child = firstChild[node]; child < firstChild[node + 1]; child++) {
            if (letter[child] != c) {
              found |= rest(child, word, i + 1, length, lexicon, room); // a wrong letter
              found |= rest(child, word, i, length, lexicon, room); // a letter left out
            }
          }
        }
        found |= rest(node, word, i + 1, length, lexicon, room); // a letter too many
        if (i + 1 < length && word[i + 1] != c) {
          int swapped = child(node, word[i + 1]);
          if (swapped >= 0) {
            swapped = child(swapped, c);
            if (swapped >= 0) {
              found |= rest(swapped, word, i + 2, length, lexicon, room);
            }
          }
        }
        node = child(node, c);
        if (node < 0) {
          return;
        }
      }
      if (!found) {
        for (int child = firstChild[node]; child < firstChild[node + 1]; child++) {
          Meaning meaning = exact[child]; // the last letter left out
          if (meaning != null) {
            lexicon.take(meaning, room);
          }
        }
      }
    }

    private boolean knowsSecondLetters(byte[] word, int from) {
      int hash = hash(word[from], word[from + 1], word[from + 2], word[from + 3]);
      return (secondLetters[hash >> 6] & 1L << hash) != 0;
    }

    /** Goes on without a slip, and takes what is found. */
    private boolean rest(
        int node, byte[] word, int from, int length, NarrativeLexicon lexicon, Room room) {
      boolean found = false;
      int start = depth[node];
      int at = node;
      for (int i = from; i < length; i++) {
        at = child(at, word[i]);
        if (at < 0) {
          return found;
        }
        Meaning beginning = prefix[at];
        if (beginning != null && depth[at] - start >= SURE_LETTERS_AFTER_SLIP) {
          lexicon.take(beginning, room);
          found |= beginning.stands;
        }
      }
      Meaning whole = exact[at];
      if (whole != null) {
        lexicon.take(whole, room);
        found = true;
      }
      return found;
    }
  }

  /** A node while the tree grows. */
  private static final class Branch {
    final byte letter;
    final List<Branch> children = new ArrayList<>();
    @Nullable Meaning exact;
    @Nullable Meaning prefix;

    Branch(byte letter) {
      this.letter = letter;
    }

    Branch child(byte c) {
      int i = 0;
      while (i < children.size() && children.get(i).letter < c) {
        i++;
      }
      if (i == children.size() || children.get(i).letter != c) {
        children.add(i, new Branch(c));
      }
      return children.get(i);
    }
  }

  private static final class Growing {
    private final Branch root = new Branch(SPACE);
    private final Map<LongBuffer, long[]> sets = new HashMap<>();
    private int nodes = 1;

    Meaning at(String word, boolean isPrefix) {
      Branch branch = root;
      for (int i = 0; i < word.length(); i++) {
        int before = branch.children.size();
        Branch child = branch.child(KINDS[word.charAt(i)]);
        nodes += branch.children.size() - before;
        branch = child;
      }
      Meaning meaning = isPrefix ? branch.prefix : branch.exact;
      if (meaning == null) {
        meaning = new Meaning();
        if (isPrefix) {
          branch.prefix = meaning;
        } else {
          branch.exact = meaning;
        }
      }
      return meaning;
    }

    /** Words of the same groups share them, since there are far more words than such sets. */
    private void trim(@Nullable Meaning meaning, int size) {
      if (meaning != null && meaning.groups.length > 0) {
        long[] trimmed = Arrays.copyOf(meaning.groups, size);
        meaning.groups = sets.computeIfAbsent(LongBuffer.wrap(trimmed), set -> trimmed);
      }
    }

    WordTree build(int size) {
      WordTree tree = new WordTree(nodes);
      List<Branch> inOrder = new ArrayList<>(nodes);
      inOrder.add(root);
      for (int i = 0; i < inOrder.size(); i++) {
        Branch branch = inOrder.get(i);
        trim(branch.exact, size);
        trim(branch.prefix, size);
        tree.letter[i] = branch.letter;
        tree.exact[i] = branch.exact;
        tree.prefix[i] = branch.prefix;
        tree.firstChild[i] = inOrder.size();
        for (Branch child : branch.children) {
          int index = inOrder.size();
          tree.parent[index] = i;
          tree.depth[index] = tree.depth[i] + 1;
          inOrder.add(child);
        }
      }
      tree.firstChild[nodes] = nodes;
      tree.finish();
      return tree;
    }
  }

  /** Reads the rows. */
  private static final class Builder {
    final List<NarrativeConcept> concepts = new ArrayList<>();
    final List<int[]> required = new ArrayList<>();
    final List<int[]> excluded = new ArrayList<>();
    final Growing words = new Growing();
    final Growing longWords = new Growing();

    /** By their alternatives in order. */
    final Map<Set<String>, Integer> groups = new HashMap<>();

    /** The same by what a row wrote: many rows write the same, and some of it expands far. */
    private final Map<List<String>, Integer> groupsAsWritten = new HashMap<>();

    private final Map<String, List<String>> shared = new HashMap<>();

    /** Those of which the reader itself asks, by name. */
    private final Map<String, Integer> sharedGroups = new HashMap<>();

    private final List<int[]> steps = new ArrayList<>();
    private final Map<String, Integer> stepByWords = new HashMap<>();
    private final Map<Integer, long[]> groupsOfStep = new HashMap<>();

    /** What the spellings of a word stand for, so that each is looked up in the trees once. */
    private final Map<String, List<Meaning>> meanings = new HashMap<>();

    /** The last step of a phrase. */
    private final Map<String, Integer> lastSteps = new HashMap<>();

    void addWords(List<Tsv.Row> rows) {
      for (Tsv.Row row : rows) {
        String group = row.required("group");
        List<String> alternatives = new ArrayList<>();
        for (String alternative : row.list("words")) {
          alternatives.addAll(expanded(alternative, row));
        }
        if (shared.put(group, List.copyOf(alternatives)) != null) {
          throw new IllegalStateException(
              row.place() + ": group is used twice; write its words into one row");
        }
      }
      for (String own :
          List.of(
              NEGATION,
              NEGATION_OF_ONE,
              JOINING,
              NOT_DONE,
              NOT_USED,
              DONE_OTHERWISE,
              NO_FLUOROSCOPY,
              NO_C_ARM,
              FLUORO,
              C_ARM,
              SUPPLY,
              COMPARED,
              UNSURE,
              PLAIN_ENGLISH,
              SAYS_NOTHING,
              NO_SLIP)) {
        if (!shared.containsKey(own)) {
          throw new IllegalStateException(
              WORDS + ": the group " + own + " is missing; the reader itself asks for it");
        }
      }
      for (String word : shared.getOrDefault(NO_SLIP, List.of())) {
        boolean isPrefix = word.endsWith("*");
        words.at(isPrefix ? word.substring(0, word.length() - 1) : word, isPrefix).stands = true;
      }
      for (String word : shared.getOrDefault(JOINING, List.of())) {
        words.at(word, false).joins = true;
      }
      for (String word : ARTICLES) {
        words.at(word, false).isArticle = true;
      }
      for (String word : shared.getOrDefault(SAYS_NOTHING, List.of())) {
        meanings(word).forEach(meaning -> meaning.saysNothing = true);
      }
    }

    /**
     * An alternative, or those of the shared group that it names. Among several words a group stays
     * as it is, and means its single words.
     */
    private List<String> expanded(String alternative, Tsv.Row row) {
      if (alternative.startsWith("$") && alternative.indexOf(' ') < 0) {
        return sharedWords(alternative, row);
      }
      for (String part : alternative.split(" ", -1)) {
        if (part.startsWith("$")) {
          sharedWords(part, row);
        } else {
          requireWord(part, row);
        }
      }
      return List.of(alternative);
    }

    private List<String> sharedWords(String name, Tsv.Row row) {
      List<String> known = shared.get(name.substring(1));
      if (known == null) {
        throw new IllegalStateException(
            row.place()
                + ": there is no group "
                + name.substring(1)
                + "; add it to "
                + WORDS
                + ", above the rows that use it");
      }
      return known;
    }

    private static void requireWord(String part, Tsv.Row row) {
      String word = part.endsWith("*") ? part.substring(0, part.length() - 1) : part;
      boolean good = !word.isEmpty();
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        good &= c < KINDS.length && KINDS[c] >= FIRST_DIGIT && c < 'a';
      }
      if (!good) {
        throw new IllegalStateException(
            row.place()
                + ": a word is of capital letters and digits, with * behind it if it is the"
                + " beginning of words; alternatives are parted by a comma, groups by ' & '");
      }
    }

    void addConcepts(List<Tsv.Row> rows, Function<Tsv.Row, Citation> citations) {
      Map<String, List<NarrativeConcept>> byKey = new HashMap<>();
      for (Tsv.Row row : rows) {
        NarrativeConcept concept = concept(row, citations.apply(row));
        for (NarrativeConcept other :
            byKey.computeIfAbsent(concept.key(), key -> new ArrayList<>())) {
          if (!concept.effectiveDate().isAfter(other.endDate())
              && !other.effectiveDate().isAfter(concept.endDate())) {
            throw new IllegalStateException(
                row.place()
                    + ": the concept has two rows on one date; the other is "
                    + other.place()
                    + "; end one of them, or give it a key of its own");
          }
        }
        byKey.getOrDefault(concept.key(), List.of()).add(concept);
        concepts.add(concept);
        String[] parts = row.required("words").split(" & ", -1);
        int[] must = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
          must[i] = group(PageHeader.list(parts[i]), row);
        }
        required.add(must);
        List<String> without = row.list("without");
        int[] mustNot = without.isEmpty() ? new int[0] : new int[] {group(without, row)};
        excluded.add(mustNot);
      }
    }

    private static NarrativeConcept concept(Tsv.Row row, Citation citation) {
      Stance stance;
      try {
        stance = row.constant("stance", Stance.class);
      } catch (IllegalStateException e) {
        throw new IllegalStateException(
            row.place() + ": stance is one of " + List.of(Stance.values()), e);
      }
      List<String> codes = row.list("procedure_codes");
      for (String code : codes) {
        if (code.length() != 5 || CodeRow.sortKey(code) == CodeRow.NO_CODE) {
          throw new IllegalStateException(
              row.place() + ": procedure_codes holds what is no code; codes have five characters");
        }
      }
      boolean namesNone = stance == Stance.OPEN || stance == Stance.NOT_DONE;
      if (namesNone && !codes.isEmpty()) {
        throw new IllegalStateException(
            row.place() + ": a row that is " + stance + " names no code; take ASK, or no codes");
      }
      if (!namesNone && codes.isEmpty()) {
        throw new IllegalStateException(
            row.place() + ": a row that is " + stance + " names its codes; take OPEN without any");
      }
      if (row.get("question").isEmpty()) {
        throw new IllegalStateException(
            row.place() + ": question is empty; write the one question that would settle it");
      }
      LocalDate effective = row.date("effective_date");
      LocalDate end = row.endDate("end_date");
      if (end.isBefore(effective)) {
        throw new IllegalStateException(row.place() + ": end_date lies before effective_date");
      }
      String chooseBy = row.get("choose_by");
      String question = row.required("question");
      return new NarrativeConcept(
          row.place(),
          row.required("concept"),
          row.required("name"),
          row.get("region"),
          stance,
          codes,
          chooseBy,
          question,
          DerivedFacts.dependingOn(chooseBy),
          "; ask: ".concat(question),
          effective,
          end,
          citation);
    }

    private int group(List<String> alternatives, Tsv.Row row) {
      Integer known = groupsAsWritten.get(alternatives);
      if (known == null) {
        Set<String> all = new LinkedHashSet<>();
        for (String alternative : alternatives) {
          all.addAll(expanded(alternative, row));
        }
        known = group(all);
        groupsAsWritten.put(alternatives, known);
      }
      return known;
    }

    int sharedGroup(String name) {
      Integer known = sharedGroups.get(name);
      if (known == null) {
        known = group(new LinkedHashSet<>(shared.getOrDefault(name, List.of())));
        sharedGroups.put(name, known);
      }
      return known;
    }

    private int group(Set<String> alternatives) {
      Integer known = groups.get(alternatives);
      if (known != null) {
        return known;
      }
      int group = groups.size();
      groups.put(alternatives, group);
      for (String alternative : alternatives) {
        add(alternative, group);
      }
      return group;
    }

    private void add(String alternative, int group) {
      if (alternative.indexOf(' ') < 0) {
        for (Meaning meaning : meanings(alternative)) {
          meaning.groups = Bits.with(meaning.groups, group);
          meaning.stands |=
              !alternative.endsWith("*") || alternative.length() > SHORTEST_SURE_PREFIX;
        }
        return;
      }
      Integer last = lastSteps.get(alternative);
      if (last == null) {
        last = steps(alternative);
        lastSteps.put(alternative, last);
      }
      groupsOfStep.put(last, Bits.with(groupsOfStep.getOrDefault(last, Bits.NONE), group));
    }

    private int steps(String phrase) {
      int before = -1;
      int position = 0;
      for (int end = phrase.indexOf(' '), start = 0; start >= 0; ) {
        String beginning = end < 0 ? phrase : phrase.substring(0, end);
        Integer known = stepByWords.get(beginning);
        if (known == null) {
          known = steps.size();
          steps.add(new int[] {before, position + 1});
          stepByWords.put(beginning, known);
          for (Meaning meaning : meanings(beginning.substring(start))) {
            if (before < 0) {
              meaning.firstSteps = with(meaning.firstSteps, known);
            } else {
              meaning.steps = withStep(meaning.steps, known);
              meaning.stepsBefore |= Phrases.bit(before);
            }
          }
        }
        before = known;
        position++;
        start = end < 0 ? -1 : end + 1;
        end = end < 0 ? -1 : phrase.indexOf(' ', end + 1);
      }
      return before;
    }

    /** A step before those of earlier words of their phrases. */
    private int[] withStep(int[] others, int step) {
      int place = 0;
      while (place < others.length && steps.get(others[place])[1] >= steps.get(step)[1]) {
        if (others[place] == step) {
          return others;
        }
        place++;
      }
      int[] all = new int[others.length + 1];
      System.arraycopy(others, 0, all, 0, place);
      all[place] = step;
      System.arraycopy(others, place, all, place + 1, others.length - place);
      return all;
    }

    /** What the spellings of a word stand for: with a plural S, and in the tree of long words. */
    private List<Meaning> meanings(String part) {
      List<Meaning> known = meanings.get(part);
      if (known != null) {
        return known;
      }
      if (part.startsWith("$")) {
        List<Meaning> all = new ArrayList<>();
        for (String word : shared.getOrDefault(part.substring(1), List.of())) {
          if (word.indexOf(' ') < 0) {
            all.addAll(meanings(word));
          }
        }
        meanings.put(part, all);
        return all;
      }
      boolean isPrefix = part.endsWith("*");
      String word = isPrefix ? part.substring(0, part.length() - 1) : part;
      boolean plural = !isPrefix && word.length() > 2 && !word.endsWith("S");
      boolean isLong = word.length() > LONGEST_STRICT_WORD;
      for (int i = 0; i < word.length(); i++) {
        isLong &= word.charAt(i) >= 'A';
      }
      List<Meaning> all = new ArrayList<>(4);
      all.add(words.at(word, isPrefix));
      if (plural) {
        all.add(words.at(word + "S", false));
      }
      if (isLong) {
        all.add(longWords.at(word, isPrefix));
        if (plural) {
          all.add(longWords.at(word + "S", false));
        }
      }
      meanings.put(part, all);
      return all;
    }

    private static int[] with(int[] before, int one) {
      int at = Arrays.binarySearch(before, one);
      for (int known : before) {
        if (known == one) {
          return before;
        }
      }
      int[] all = Arrays.copyOf(before, before.length + 1);
      all[before.length] = one;
      if (at < 0) {
        Arrays.sort(all);
      }
      return all;
    }

    int[][] ledBy(int count) {
      int[] sizes = new int[groups.size()];
      groups.forEach((alternatives, group) -> sizes[group] = alternatives.size());
      int[][] led = new int[groups.size()][];
      Arrays.fill(led, new int[0]);
      for (int concept = 0; concept < count; concept++) {
        int smallest = required.get(concept)[0];
        for (int group : required.get(concept)) {
          if (sizes[group] < sizes[smallest]) {
            smallest = group;
          }
        }
        led[smallest] = with(led[smallest], concept);
      }
      return led;
    }

    Phrases phrases() {
      Phrases phrases = new Phrases(steps.size());
      for (int i = 0; i < steps.size(); i++) {
        phrases.before[i] = steps.get(i)[0];
        phrases.lengths[i] = steps.get(i)[1];
        long[] found = groupsOfStep.get(i);
        phrases.groups[i] = found == null ? null : Arrays.copyOf(found, Bits.words(groups.size()));
      }
      return phrases;
    }
  }
}
