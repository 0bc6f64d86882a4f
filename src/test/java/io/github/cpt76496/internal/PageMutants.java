package io.github.cpt76496.internal;

import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.Edit;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.testkit.RulePages.RulePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a person could have mistyped on a page, one slip a mutant: in the condition, in the
 * consequence, in the keys that a review shows. Titles, sources, addresses and review dates are
 * left alone: they are text that no answer depends on.
 */
final class PageMutants {

  /** What kind of slip; each must occur on some page. */
  enum Kind {
    DROP_CONDITION,
    FLIP_OPERATOR,
    CHANGE_CODE,
    CHANGE_PAYER,
    CHANGE_VALUE,
    CHANGE_NUMBER,
    DROP_VALUE,
    CHANGE_MESSAGE,
    DROP_ARGUMENT,
    CHANGE_SEVERITY,
    CHANGE_GRADE,
    MOVE_DATE,
    CHANGE_ANSWER,
    CHANGE_REQUIREMENT,
    SWITCH_DEFAULT
  }

  /**
   * A page with one slip.
   *
   * @param page the page as it should be
   * @param slip what was mistyped, unique on the page
   * @param when its condition
   * @param then its consequence
   * @param keys its metadata
   */
  record Mutant(
      RulePage page, Kind kind, String slip, String when, String then, Map<String, Object> keys) {

    /** The page as it should be. */
    static Mutant none(RulePage page) {
      return new Mutant(
          page, Kind.DROP_CONDITION, "none", page.when(), page.then(), PageMutants.keys(page));
    }

    String edit() {
      return page.id();
    }

    /** Whether condition or consequence are other than on the page. */
    boolean isOfRule() {
      return !when.equals(page.when()) || !then.equals(page.then());
    }

    /** The rule in DRL under another name. */
    String rule(String name) {
      return "rule \"" + name + "\"\nwhen\n" + when + "then\n" + then + "end\n";
    }

    @Override
    public String toString() {
      return edit() + "\t" + kind + " " + slip;
    }
  }

  private static final String HEAD = "    $line : LineFacts( ";
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern VALUES =
      Pattern.compile("(\\w+) (==|!=|in|not in|contains|not contains) (\"[^\"]*\"|\\([^)]*\\))");
  private static final Pattern NUMBER = Pattern.compile("(?<= )\\d+\\b");
  private static final Pattern OPERATOR =
      Pattern.compile(" (==|!=|<=|>=|<|>|not in|in|not contains|contains|&&|\\|\\|) ");
  private static final Pattern TRUTH =
      Pattern.compile("(?<=^|[( ])!?[a-z]\\w*(?=$|[ )](?! *[=!<>icn]))");
  private static final Set<String> WORDS_OF_DRL = Set.of("in", "not", "contains");
  private static final Map<String, String> FLIPPED =
      Map.ofEntries(
          Map.entry("==", "!="),
          Map.entry("!=", "=="),
          Map.entry("<", "<="),
          Map.entry("<=", "<"),
          Map.entry(">", ">="),
          Map.entry(">=", ">"),
          Map.entry("in", "not in"),
          Map.entry("not in", "in"),
          Map.entry("contains", "not contains"),
          Map.entry("not contains", "contains"),
          Map.entry("&&", "||"),
          Map.entry("||", "&&"));
  private static final Set<String> CODES =
      Set.of("modifiers", "firstModifier", "placeOfService", "billedCode", "billedPcTc");
  private static final Set<String> PAYERS = Set.of("payerFamily", "payerPlan", "lineOfBusiness");

  /** The values that the pages compare each property with. */
  private final Map<String, NavigableSet<String>> values = new TreeMap<>();

  private final NavigableSet<String> payers = new TreeSet<>();

  private final List<Mutant> mutants = new ArrayList<>();

  private PageMutants() {}

  /** Every mutant of every page. */
  static List<Mutant> of(List<RulePage> pages) {
    PageMutants all = new PageMutants();
    for (RulePage page : pages) {
      VALUES
          .matcher(page.when())
          .results()
          .forEach(
              r ->
                  QUOTED
                      .matcher(r.group(3))
                      .results()
                      .forEach(
                          q ->
                              all.values
                                  .computeIfAbsent(r.group(1), p -> new TreeSet<>())
                                  .add(q.group(1))));
      if (!page.key("payer").isEmpty()) {
        all.payers.add(page.key("payer"));
      }
    }
    pages.forEach(all::mutate);
    return List.copyOf(new LinkedHashSet<>(all.mutants));
  }

  private void mutate(RulePage page) {
    mutateCondition(page);
    mutateConsequence(page);
    mutateKeys(page);
  }

  // ---- the condition

  private void mutateCondition(RulePage page) {
    String when = page.when().strip();
    String inner = when.substring(HEAD.strip().length(), when.length() - 1).strip();
    List<String> conditions = parts(inner, ", ");
    for (int i = 0; i < conditions.size(); i++) {
      String condition = conditions.get(i);
      List<String> others = new ArrayList<>(conditions);
      others.remove(i);
      condition(page, Kind.DROP_CONDITION, condition, String.join(", ", others));
      for (String changed : withoutOneAlternative(condition)) {
        others.add(i, changed);
        condition(
            page, Kind.DROP_CONDITION, condition + " -> " + changed, String.join(", ", others));
        others.remove(i);
      }
      for (Change change : changes(condition)) {
        others.add(i, change.text());
        condition(
            page, change.kind(), condition + " -> " + change.text(), String.join(", ", others));
        others.remove(i);
      }
    }
  }

  private void condition(RulePage page, Kind kind, String slip, String conditions) {
    String when = HEAD + (conditions.isEmpty() ? ")\n" : conditions + " )\n");
    mutants.add(new Mutant(page, kind, slip, when, page.then(), keys(page)));
  }

  private record Change(Kind kind, String text) {}

  private List<Change> changes(String condition) {
    List<Change> changes = new ArrayList<>();
    OPERATOR
        .matcher(condition)
        .results()
        .forEach(
            r ->
                changes.add(
                    new Change(
                        Kind.FLIP_OPERATOR, replaced(condition, r, 1, FLIPPED.get(r.group(1))))));
    for (MatchResult r : TRUTH.matcher(condition).results().toList()) {
      String name = r.group();
      if (WORDS_OF_DRL.contains(name)) {
        continue;
      }
      changes.add(
          new Change(
              Kind.FLIP_OPERATOR,
              replaced(condition, r, 0, name.startsWith("!") ? name.substring(1) : "!" + name)));
    }
    for (MatchResult r : NUMBER.matcher(condition).results().toList()) {
      int number = Integer.parseInt(r.group());
      changes.add(new Change(Kind.CHANGE_NUMBER, replaced(condition, r, 0, "" + (number + 1))));
      if (number > 0) {
        changes.add(new Change(Kind.CHANGE_NUMBER, replaced(condition, r, 0, "" + (number - 1))));
      }
    }
    for (MatchResult r : VALUES.matcher(condition).results().toList()) {
      changes.addAll(valueChanges(condition, r));
    }
    return changes;
  }

  /** Another value in the place of each, and a list without each. */
  private List<Change> valueChanges(String condition, MatchResult comparison) {
    List<Change> changes = new ArrayList<>();
    String property = comparison.group(1);
    Kind kind =
        CODES.contains(property)
            ? Kind.CHANGE_CODE
            : PAYERS.contains(property) ? Kind.CHANGE_PAYER : Kind.CHANGE_VALUE;
    String operand = comparison.group(3);
    List<String> listed = QUOTED.matcher(operand).results().map(q -> q.group(1)).toList();
    for (String value : listed) {
      String other = otherThan(property, value, listed);
      changes.add(
          new Change(
              kind,
              replaced(
                  condition,
                  comparison,
                  3,
                  operand.replace("\"" + value + "\"", "\"" + other + "\""))));
      if (listed.size() > 1) {
        List<String> left = new ArrayList<>(listed);
        left.remove(value);
        changes.add(
            new Change(
                Kind.DROP_VALUE,
                replaced(condition, comparison, 3, "( \"" + String.join("\", \"", left) + "\" )")));
      }
    }
    return changes;
  }

  /**
   * The next value that some page compares the property with, so that the mutant is no nonsense.
   */
  private String otherThan(String property, String value, List<String> listed) {
    NavigableSet<String> known = values.get(property);
    for (String next = after(known, value); !next.equals(value); next = after(known, next)) {
      if (!listed.contains(next)) {
        return next;
      }
    }
    return value + "X";
  }

  private static String after(NavigableSet<String> values, String value) {
    String next = values.higher(value);
    return next == null ? values.first() : next;
  }

  /** {@code a || b} without each of its parts, also where it stands in parentheses. */
  private static List<String> withoutOneAlternative(String condition) {
    List<String> changed = new ArrayList<>();
    for (String operator : List.of(" || ", " && ")) {
      List<String> parts = parts(condition, operator);
      for (int i = 0; i < parts.size() && parts.size() > 1; i++) {
        List<String> left = new ArrayList<>(parts);
        String part = left.remove(i);
        changed.add(String.join(operator, left));
        if (part.startsWith("( ")) {
          for (String inner : withoutOneAlternative(part.substring(2, part.length() - 2))) {
            left.add(i, "( " + inner + " )");
            changed.add(String.join(operator, left));
            left.remove(i);
          }
        }
      }
      if (parts.size() > 1) {
        return changed;
      }
    }
    return changed;
  }

  /** Split where no parenthesis is open. */
  private static List<String> parts(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && text.startsWith(separator, i)) {
        parts.add(text.substring(start, i));
        start = i + separator.length();
      }
    }
    if (!text.isBlank()) {
      parts.add(text.substring(start));
    }
    return parts;
  }

  // ---- the consequence

  private static final Pattern ARGUMENT =
      Pattern.compile(
          ", (\\$line\\.\\w+Row\\(\\)|java\\.util\\.Optional\\.empty\\(\\), \\$line\\.\\w+Codes\\(\\))(?= \\))"
              + "|, \\$line\\.\\w+Codes\\(\\)(?= \\))");
  private static final Pattern TEXT = Pattern.compile("\"((?:\\\\.|[^\"\\\\])+)\"");
  private static final Pattern FACT =
      Pattern.compile(" \\+ \\$line\\.\\w+\\(\\)|\\$line\\.\\w+\\(\\) \\+ ");

  private void mutateConsequence(RulePage page) {
    String then = page.then();
    for (MatchResult r : TEXT.matcher(then).results().toList()) {
      String text = r.group(1);
      String shorter = text.replaceFirst("\\w+", "");
      if (!shorter.equals(text)) {
        String slip = "without the first word of \"" + text + "\"";
        consequence(page, Kind.CHANGE_MESSAGE, slip, then, r, 1, shorter);
      }
    }
    for (MatchResult r : FACT.matcher(then).results().toList()) {
      consequence(page, Kind.CHANGE_MESSAGE, "without" + r.group(), then, r, 0, "");
    }
    for (MatchResult r : ARGUMENT.matcher(then).results().toList()) {
      consequence(page, Kind.DROP_ARGUMENT, "without" + r.group().substring(1), then, r, 0, "");
    }
  }

  private void consequence(
      RulePage page, Kind kind, String slip, String then, MatchResult at, int group, String text) {
    mutants.add(
        new Mutant(page, kind, slip, page.when(), replaced(then, at, group, text), keys(page)));
  }

  private static String replaced(String text, MatchResult at, int group, String replacement) {
    return text.substring(0, at.start(group)) + replacement + text.substring(at.end(group));
  }

  // ---- the keys

  private void mutateKeys(RulePage page) {
    others(page, "severity", Kind.CHANGE_SEVERITY, Edit.Severity.values());
    for (String grade : List.of("A", "S", "U")) {
      key(page, Kind.CHANGE_GRADE, "grade", grade);
    }
    for (String key : List.of("effectiveDate", "endDate")) {
      if (!page.key(key).isEmpty()) {
        LocalDate date = LocalDate.parse(page.key(key));
        key(page, Kind.MOVE_DATE, key, date.plusDays(1).toString());
        key(page, Kind.MOVE_DATE, key, date.minusDays(1).toString());
      }
    }
    if (page.id().startsWith("procedure/")) {
      others(page, "answer", Kind.CHANGE_ANSWER, CodeApplies.values());
    } else {
      others(page, "answer", Kind.CHANGE_ANSWER, Modifier26.values());
    }
    for (String key : List.of("candidates", "carc", "rarc")) {
      list(page, Kind.CHANGE_CODE, key);
    }
    list(page, Kind.CHANGE_ANSWER, "asks");
    list(page, Kind.CHANGE_REQUIREMENT, "channels");
    next(page, "item", DocumentationItem.values());
    next(page, "level", Level.values());
    next(page, "consequence", Consequence.values());
    next(page, "scope", Scope.values());
    if (!page.key("payer").isEmpty()) {
      key(page, Kind.CHANGE_PAYER, "payer", after(payers, page.key("payer")));
    }
    if (!page.key("default").isEmpty()) {
      Map<String, Object> keys = keys(page);
      keys.remove("default");
      mutants.add(
          new Mutant(
              page, Kind.SWITCH_DEFAULT, "without @default", page.when(), page.then(), keys));
    }
  }

  private void others(RulePage page, String key, Kind kind, Enum<?>[] values) {
    for (Enum<?> value : values) {
      if (!page.key(key).isEmpty()) {
        key(page, kind, key, value.name());
      }
    }
  }

  private void next(RulePage page, String key, Enum<?>[] values) {
    String value = page.key(key);
    for (int i = 0; i < values.length; i++) {
      if (values[i].name().equals(value)) {
        key(page, Kind.CHANGE_REQUIREMENT, key, values[(i + 1) % values.length].name());
      }
    }
  }

  /** Without each element; codes also with another digit at the end. */
  private void list(RulePage page, Kind kind, String key) {
    List<String> elements = PageHeader.list(page.key(key));
    for (String element : elements) {
      List<String> left = new ArrayList<>(elements);
      int place = left.indexOf(element);
      left.remove(element);
      key(page, kind, key, String.join(", ", left));
      if (kind == Kind.CHANGE_CODE) {
        int end = element.length() - 1;
        char last = element.charAt(end);
        left.add(place, element.substring(0, end) + (last == '9' ? '8' : (char) (last + 1)));
        key(page, kind, key, String.join(", ", left));
      }
    }
  }

  private void key(RulePage page, Kind kind, String key, String value) {
    if (!value.equals(page.key(key))) {
      Map<String, Object> keys = keys(page);
      keys.put(key, value);
      String slip = "@" + key + " " + page.key(key) + " -> " + value;
      mutants.add(new Mutant(page, kind, slip, page.when(), page.then(), keys));
    }
  }

  private static Map<String, Object> keys(RulePage page) {
    Map<String, Object> keys = new HashMap<>();
    for (String key : page.keyNames()) {
      keys.put(key, page.key(key));
    }
    return keys;
  }
}
