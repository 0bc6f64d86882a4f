package io.github.cpt76496.examples.catalogsite;

import io.github.cpt76496.examples.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A case of an edit, from the file beside its page.
 *
 * @param name what the case shows
 * @param facts what is stated of the claim, in the order of the file
 * @param result what the edit says
 */
record Example(String name, List<Fact> facts, String result) {

  private static final String NOTHING = "nothing";

  /** One statement about the claim. */
  record Fact(String name, String value) {}

  /** The first case in which the edit speaks, preferably one that reports a finding. */
  static Optional<Example> reporting(String edit, RulePage page) {
    List<Map<String, Object>> speaking =
        cases(edit, page).stream().filter(Example::speaks).toList();
    return speaking.stream()
        .filter(c -> !text(c, "reports").equals(NOTHING) && !text(c, "reports").isEmpty())
        .findFirst()
        .or(() -> speaking.stream().findFirst())
        .map(Example::of);
  }

  /** The first case in which the edit is silent. */
  static Optional<Example> silent(String edit, RulePage page) {
    return cases(edit, page).stream().filter(c -> !speaks(c)).findFirst().map(Example::of);
  }

  private static List<Map<String, Object>> cases(String edit, RulePage page) {
    String fragment = edit.contains("#") ? edit.substring(edit.indexOf('#')) : "";
    Object document =
        new Load(LoadSettings.builder().setLabel(page.casesPath()).build())
            .loadFromString(Resources.rules(page.casesPath()));
    List<Map<String, Object>> cases = new ArrayList<>();
    for (Object element : (List<?>) document) {
      Map<String, Object> map = asMap(element);
      if (text(map, "edit").equals(fragment) || text(map, "edit").equals(edit)) {
        cases.add(map);
      }
    }
    return cases;
  }

  private static boolean speaks(Map<String, Object> map) {
    String requires = text(map, "requires");
    return requires.isEmpty() ? !text(map, "reports").equals(NOTHING) : !requires.equals(NOTHING);
  }

  private static Example of(Map<String, Object> map) {
    List<Fact> facts = new ArrayList<>();
    addFacts(facts, "", map.getOrDefault("claim", Map.of()));
    addFacts(facts, "", map.getOrDefault("line", Map.of()));
    for (Object line : (List<?>) map.getOrDefault("beside", List.of())) {
      addFacts(facts, "another line: ", line);
    }
    return new Example(text(map, "name"), List.copyOf(facts), result(map));
  }

  private static String result(Map<String, Object> map) {
    String reports = text(map, "reports");
    String requires = text(map, "requires");
    if (requires.isEmpty()) {
      return reports.equals(NOTHING) ? "" : reports;
    }
    if (requires.equals(NOTHING)) {
      return "";
    }
    String listed = "on the list of documents: " + Words.state(requires);
    return reports.isEmpty() || reports.equals(NOTHING) ? listed : listed + "; " + reports;
  }

  private static void addFacts(List<Fact> facts, String prefix, Object node) {
    asMap(node)
        .forEach(
            (key, value) -> {
              if (value instanceof Map) {
                addFacts(facts, prefix + (key.equals("payer") ? "payer " : ""), value);
              } else {
                facts.add(new Fact(prefix + Words.ofKey(key), value(value)));
              }
            });
  }

  private static String value(Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? "none"
          : list.stream().map(Example::element).collect(Collectors.joining(", "));
    }
    return value instanceof Boolean known ? (known ? "yes" : "no") : shortened(value.toString());
  }

  private static String element(Object element) {
    return element instanceof Map<?, ?> map ? map.values().toString() : element.toString();
  }

  /** Some cases hold a text that is too long for its field; its length says enough. */
  private static String shortened(String text) {
    return text.length() <= 120
        ? text
        : text.substring(0, 60) + "… (" + text.length() + " characters)";
  }

  private static String text(Map<String, Object> map, String key) {
    return String.valueOf(map.getOrDefault(key, ""));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object node) {
    return (Map<String, Object>) node;
  }
}
