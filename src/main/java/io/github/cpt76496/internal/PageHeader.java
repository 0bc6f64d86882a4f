package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.internal.CatalogEntry.Requirement;
import io.github.cpt76496.internal.CatalogEntry.Stated;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a page, or a row of a table, says of an edit.
 *
 * <p>Read when a host's process starts, so in plain loops: each lambda here would cost every start.
 *
 * @param id the edit
 * @param place where it was written, as the start of a message
 * @param metadata the values by key
 * @param fieldCodes the codes of the field for edits and documents
 */
record PageHeader(String id, String place, Map<String, Object> metadata, FieldCodes fieldCodes) {

  /** The fallback of the third question: every requirement overrides it. */
  static final String NO_RULE = "NO_RULE";

  private static final Set<String> REQUIRED_KEYS =
      Set.of(
          "title",
          "severity",
          "grade",
          "source",
          "sourceDate",
          "url",
          "effectiveDate",
          "lastReviewDate");
  private static final Set<String> OPTIONAL_KEYS =
      Set.of(
          "answer",
          "asks",
          "default",
          "candidates",
          "carc",
          "rarc",
          "endDate",
          "read",
          "readPart",
          "readWhere",
          "readOn");
  private static final Set<String> REQUIREMENT_KEYS =
      Set.of("item", "level", "payer", "channels", "consequence", "scope");
  private static final Set<String> KNOWN_KEYS = new HashSet<>(REQUIRED_KEYS);

  static {
    KNOWN_KEYS.addAll(OPTIONAL_KEYS);
    KNOWN_KEYS.addAll(REQUIREMENT_KEYS);
  }

  CatalogEntry entry(int order) {
    requireKnownKeys();
    boolean isRequirement = metadata.containsKey("item");
    Edit.Question question = question();
    String answer = answer(question, isRequirement);
    FieldCodes.Codes codes = isRequirement ? codesOfDocument() : fieldCodes.ofEdit(id, answer);
    Edit edit = edit(question, codes);
    Optional<Requirement> requirement =
        isRequirement ? Optional.of(requirement(edit, order)) : Optional.empty();
    List<Fact> asks = constants("asks", Fact.class);
    if (metadata.containsKey("asks") != answer.equals(CodeApplies.UNDETERMINED.name())) {
      throw fault("asks", "belongs to an edit that answers UNDETERMINED, and to no other");
    }
    return new CatalogEntry(
        edit,
        order,
        edit.effectiveDate().toEpochDay(),
        edit.endDate().toEpochDay(),
        !answer.isEmpty(),
        edit.question() == Edit.Question.PROCEDURE && !answer.isEmpty()
            ? CodeApplies.valueOf(answer)
            : CodeApplies.UNDETERMINED,
        edit.question() == Edit.Question.MODIFIER && !answer.isEmpty()
            ? Modifier26.valueOf(answer)
            : Modifier26.UNDETERMINED,
        asks,
        list(text("candidates")),
        codes.remedies(),
        requirement);
  }

  private FieldCodes.Codes codesOfDocument() {
    return fieldCodes.ofDocument(
        constant("item", DocumentationItem.class),
        constant("level", Level.class),
        constants("channels", Channel.class),
        constant("consequence", Consequence.class));
  }

  private Edit edit(Edit.Question question, FieldCodes.Codes codes) {
    Citation.Grade grade = constant("grade", Citation.Grade.class);
    Edit.Severity severity = constant("severity", Edit.Severity.class);
    if (severity.compareTo(Severities.mostSevere(grade)) < 0) {
      throw fault("severity", severity + " is more than evidence grade " + grade + " allows");
    }
    if (grade == Citation.Grade.U && !text("title").contains("unverified")) {
      throw fault("title", "evidence grade U must be named: write 'unverified'");
    }
    LocalDate effective = date("effectiveDate");
    LocalDate end = metadata.containsKey("endDate") ? date("endDate") : Edit.NO_END;
    if (end.isBefore(effective)) {
      throw fault("endDate", "lies before effectiveDate");
    }
    return new Edit(
        id,
        question,
        required("title"),
        severity,
        onByDefault(),
        effective,
        end,
        own("carc", codes.carc()),
        own("rarc", codes.rarc()),
        codes.remedies().of(severity),
        new Citation(
            required("source"),
            text("url"),
            grade,
            required("sourceDate"),
            reading(),
            date("lastReviewDate")));
  }

  /** What the page states itself, or else the table. */
  private List<String> own(String key, List<String> ofTable) {
    List<String> stated = list(text(key));
    return stated.isEmpty() ? ofTable : stated;
  }

  /** How much of the source was read; nothing is said where the keys are not there. */
  private Citation.Reading reading() {
    if (text("read").isEmpty()) {
      return Citation.Reading.NOT_STATED;
    }
    Citation.Read read = constant("read", Citation.Read.class);
    Citation.ReadWhere where =
        text("readWhere").isEmpty()
            ? Citation.ReadWhere.NOT_STATED
            : constant("readWhere", Citation.ReadWhere.class);
    try {
      return new Citation.Reading(read, text("readPart"), where, text("readOn"));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(place + "read: " + e.getMessage(), e);
    }
  }

  private boolean onByDefault() {
    if (!metadata.containsKey("default")) {
      return true;
    }
    if (!text("default").equals("OFF")) {
      throw fault("default", "must be OFF; an edit without it is on");
    }
    return false;
  }

  private Edit.Question question() {
    String path = withoutPrefix(id);
    String folder = path.substring(0, Math.max(0, path.indexOf('/'))).toUpperCase(Locale.ROOT);
    return constant("folder", folder, Edit.Question.class);
  }

  private String answer(Edit.Question question, boolean isRequirement) {
    String answer = text("answer");
    if (answer.isEmpty()) {
      return answer;
    }
    if (isRequirement) {
      throw fault("answer", "a documentation requirement is itself the answer");
    }
    return switch (question) {
      case PROCEDURE -> constant("answer", CodeApplies.class).name();
      case MODIFIER -> constant("answer", Modifier26.class).name();
      case DOCUMENTATION -> {
        if (!answer.equals(NO_RULE)) {
          throw fault("answer", "must be " + NO_RULE);
        }
        yield answer;
      }
    };
  }

  private Requirement requirement(Edit edit, int order) {
    DocumentationItem item = constant("item", DocumentationItem.class);
    if (!id.endsWith("#" + item) && id.indexOf('#') >= 0) {
      throw fault("item", "the id must end in #" + item);
    }
    Level level = constant("level", Level.class);
    List<Channel> channels = constants("channels", Channel.class);
    Consequence consequence = constant("consequence", Consequence.class);
    Scope scope = constant("scope", Scope.class);
    String payer = required("payer");
    DocumentationRequirement.Sending sending = fieldCodes.sending(item, level, channels);
    Map<State, Stated> byState = new EnumMap<>(State.class);
    for (State state : State.values()) {
      byState.put(
          state,
          Stated.of(
              new DocumentationRequirement(
                  item,
                  level,
                  state,
                  channels,
                  consequence,
                  scope,
                  payer,
                  id,
                  sending,
                  edit.citation()),
              order));
    }
    return new Requirement(
        item,
        level,
        channels,
        payer,
        DocumentationStates.travelWithTheClaim(channels),
        DocumentationStates.canBeText(channels),
        byState);
  }

  private void requireKnownKeys() {
    Set<String> keys = metadata.keySet();
    if (!KNOWN_KEYS.containsAll(keys)) {
      throw fault(firstOf(keys, KNOWN_KEYS), "is not a known key");
    }
    if (!keys.containsAll(REQUIRED_KEYS)) {
      throw fault(firstOf(REQUIRED_KEYS, keys), "is missing");
    }
    if (metadata.containsKey("item") && !keys.containsAll(REQUIREMENT_KEYS)) {
      throw fault(firstOf(REQUIREMENT_KEYS, keys), "is missing");
    }
    if (!metadata.containsKey("item")
        && !Collections.disjoint(metadata.keySet(), REQUIREMENT_KEYS)) {
      throw fault("item", "is missing");
    }
  }

  private static String firstOf(Set<String> some, Set<String> withoutThese) {
    Set<String> left = new TreeSet<>(some);
    left.removeAll(withoutThese);
    return left.iterator().next();
  }

  private String text(String key) {
    return plain(metadata.getOrDefault(key, ""));
  }

  /** A rule's model holds its annotation values as they are written, quotes and all. */
  static String plain(@Nullable Object written) {
    String value = written == null ? "" : String.valueOf(written);
    return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  private String required(String key) {
    String value = text(key);
    if (value.isBlank()) {
      throw fault(key, "is empty");
    }
    return value;
  }

  private <E extends Enum<E>> E constant(String key, Class<E> type) {
    return constant(key, required(key), type);
  }

  private <E extends Enum<E>> List<E> constants(String key, Class<E> type) {
    List<E> constants = new ArrayList<>();
    for (String value : list(text(key))) {
      constants.add(constant(key, value, type));
    }
    return List.copyOf(constants);
  }

  private <E extends Enum<E>> E constant(String key, String value, Class<E> type) {
    try {
      return Enum.valueOf(type, value);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          message(
              key,
              "\"" + value + "\" cannot be read; known are " + List.of(type.getEnumConstants())),
          e);
    }
  }

  private LocalDate date(String key) {
    String value = required(key);
    try {
      return Dates.parse(value);
    } catch (DateTimeException e) {
      throw unreadable(key, value, e);
    }
  }

  private IllegalStateException unreadable(String key, String value, RuntimeException cause) {
    return new IllegalStateException(message(key, "\"" + value + "\" cannot be read"), cause);
  }

  private IllegalStateException fault(String key, String what) {
    return new IllegalStateException(message(key, what));
  }

  private String message(String key, String what) {
    return place + key + " " + what;
  }

  /** Path of the page that holds an edit. */
  static String page(String id) {
    String path = withoutPrefix(id);
    int fragment = path.indexOf('#');
    return "rules/" + (fragment < 0 ? path : path.substring(0, fragment)) + ".drl";
  }

  /** {@code modifier/x} for {@code acme:modifier/x}, an edit of a host. */
  private static String withoutPrefix(String id) {
    return id.substring(id.indexOf(':') + 1);
  }

  static List<String> list(String commaSeparated) {
    if (commaSeparated.isBlank()) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (String value : commaSeparated.split(",", -1)) {
      values.add(value.strip());
    }
    return List.copyOf(values);
  }
}
