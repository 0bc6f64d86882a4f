package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.ClaimReview.PayerMatch;
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

/**
 * An edit with everything its page says beside its condition and message.
 *
 * <p>Read when a host's process starts, so in plain loops: each lambda here would cost every start.
 *
 * @param edit the public part
 * @param order place in the catalogue: of two edits that answer one question, the earlier wins
 * @param firstDay the edit's effective date as a day since 1970-01-01
 * @param lastDay its end date likewise
 * @param answers whether the edit answers its question, and is not advice
 * @param codeApplies its answer, if that is the first question
 * @param modifier26 its answer, if that is the second question
 * @param asks facts that would settle an undetermined answer
 * @param candidateCodes codes to look at instead of 76496
 * @param carc claim adjustment reason codes
 * @param rarc remittance advice remark codes
 * @param requirement the documentation requirement that the edit states, if it states one
 */
record CatalogEntry(
    Edit edit,
    int order,
    long firstDay,
    long lastDay,
    boolean answers,
    CodeApplies codeApplies,
    Modifier26 modifier26,
    List<Fact> asks,
    List<String> candidateCodes,
    List<String> carc,
    List<String> rarc,
    Optional<Requirement> requirement) {

  /**
   * What a page of {@code rules/documentation/} says about one item.
   *
   * @param byState the requirement in each state that its document can have
   */
  record Requirement(
      DocumentationItem item,
      Level level,
      List<Channel> channels,
      String payer,
      Map<State, Stated> byState) {

    /** The requirement as reviews hold it. */
    Stated in(State state) {
      return byState.get(state);
    }

    /** The payer of advice that holds whoever pays, such as what a record should contain. */
    static final String ANY_PAYER = "ANY";
  }

  /**
   * A requirement whose document is in some state; made once, since a review holds many.
   *
   * @param order place in the catalogue
   * @param match the level of the payer for which it shows that a rule was found
   * @param isPlanLevel whether the rule is the plan's or contractor's own, and so goes before the
   *     family's
   * @param isUnmet whether the document is missing that must be there, or there and must not be
   */
  record Stated(
      DocumentationRequirement requirement,
      int order,
      PayerMatch match,
      boolean isPlanLevel,
      boolean isUnmet) {

    DocumentationItem item() {
      return requirement.item();
    }

    Scope scope() {
      return requirement.scope();
    }

    private static Stated of(DocumentationRequirement requirement, int order) {
      String payer = requirement.payer();
      boolean isPlanLevel = payer.indexOf('/') >= 0;
      PayerMatch match = isPlanLevel ? PayerMatch.PLAN : PayerMatch.FAMILY;
      boolean isUnmet =
          switch (requirement.level()) {
            case REQUIRED -> requirement.state() == State.MISSING;
            case DO_NOT_SEND -> requirement.state() == State.PRESENT;
            case REQUIRED_IF, ON_REQUEST, RECOMMENDED, NOT_STATED -> false;
          };
      return new Stated(
          requirement,
          order,
          requirement.level() == Level.NOT_STATED || payer.equals(Requirement.ANY_PAYER)
              ? PayerMatch.NONE
              : match,
          isPlanLevel,
          isUnmet);
    }
  }

  /** {@link Edit#inForceOn}, as a comparison of numbers: it is asked of every edit that reports. */
  boolean inForceOn(long day) {
    return firstDay <= day && day <= lastDay;
  }

  /** The fallback of the third question: it gives way to every requirement. */
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
      Set.of("answer", "asks", "default", "candidates", "carc", "rarc", "endDate");
  private static final Set<String> REQUIREMENT_KEYS =
      Set.of("item", "level", "payer", "channels", "consequence", "scope");
  private static final Set<String> KNOWN_KEYS = new HashSet<>(REQUIRED_KEYS);

  static {
    KNOWN_KEYS.addAll(OPTIONAL_KEYS);
    KNOWN_KEYS.addAll(REQUIREMENT_KEYS);
  }

  /**
   * Reads a page's metadata.
   *
   * @throws IllegalStateException if the page is incomplete; the message starts with its path
   */
  static CatalogEntry of(String id, int order, Map<String, Object> metadata) {
    return of(id, page(id) + ": @", order, metadata);
  }

  /**
   * Reads what a row of a table says of an edit, as of a page.
   *
   * @param place where the row stands
   */
  static CatalogEntry ofRow(String id, String place, int order, Map<String, Object> cells) {
    return of(id, place + ": ", order, cells);
  }

  private static CatalogEntry of(String id, String place, int order, Map<String, Object> metadata) {
    return new Page(id, place, metadata).entry(order);
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

  /**
   * What was written of an edit.
   *
   * @param place where, as the start of a message
   */
  private record Page(String id, String place, Map<String, Object> metadata) {

    CatalogEntry entry(int order) {
      requireKnownKeys();
      Edit edit = edit();
      Optional<Requirement> requirement = requirement(edit, order);
      String answer = answer(edit.question(), requirement.isPresent());
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
          list(text("carc")),
          list(text("rarc")),
          requirement);
    }

    private Edit edit() {
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
          question(),
          required("title"),
          severity,
          onByDefault(),
          effective,
          end,
          new Citation(
              required("source"),
              text("url"),
              grade,
              required("sourceDate"),
              date("lastReviewDate")));
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

    private Optional<Requirement> requirement(Edit edit, int order) {
      if (!metadata.containsKey("item")) {
        return Optional.empty();
      }
      DocumentationItem item = constant("item", DocumentationItem.class);
      if (!id.endsWith("#" + item) && id.indexOf('#') >= 0) {
        throw fault("item", "the id must end in #" + item);
      }
      Level level = constant("level", Level.class);
      List<Channel> channels = constants("channels", Channel.class);
      Consequence consequence = constant("consequence", Consequence.class);
      Scope scope = constant("scope", Scope.class);
      String payer = required("payer");
      Map<State, Stated> byState = new EnumMap<>(State.class);
      for (State state : State.values()) {
        byState.put(
            state,
            Stated.of(
                new DocumentationRequirement(
                    item, level, state, channels, consequence, scope, payer, id, edit.citation()),
                order));
      }
      return Optional.of(new Requirement(item, level, channels, payer, byState));
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
      String value = String.valueOf(metadata.getOrDefault(key, ""));
      // A rule's model holds its annotation values as they are written, quotes and all.
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
        throw unreadable(key, value, e);
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
  }
}
