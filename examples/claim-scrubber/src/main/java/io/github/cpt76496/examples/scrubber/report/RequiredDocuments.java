package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.examples.page.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rules of a payer and of the transaction require in every case, and how much of it is
 * there.
 *
 * @param anyRule whether there is a rule to go by
 * @param counts required documents by state; no state with none
 */
record RequiredDocuments(boolean anyRule, Map<State, Integer> counts) {

  /** The third answer in a word; the worst state of a required document decides. */
  enum Summary {
    MISSING("Something missing"),
    NOT_DESCRIPTIVE("Not descriptive"),
    UNKNOWN("Not confirmed"),
    PRESENT("All present"),
    NONE_NAMED("None always required"),
    NO_RULE("No rule of the payer");

    private final String words;

    Summary(String words) {
      this.words = words;
    }

    /** For a column or a chart. */
    String words() {
      return words;
    }
  }

  static RequiredDocuments of(LineReview line) {
    List<DocumentationRequirement> rules =
        line.documentation().stream()
            .filter(d -> d.level() != Level.NOT_STATED)
            .filter(d -> !Documents.isAdviceForAnyPayer(d))
            .toList();
    Map<State, Integer> counts = new EnumMap<>(State.class);
    rules.stream()
        .filter(d -> d.level() == Level.REQUIRED)
        .forEach(d -> counts.merge(d.state(), 1, Integer::sum));
    return new RequiredDocuments(!rules.isEmpty(), counts);
  }

  Summary summary() {
    if (!anyRule) {
      return Summary.NO_RULE;
    }
    if (counts.containsKey(State.MISSING)) {
      return Summary.MISSING;
    }
    if (counts.containsKey(State.NOT_DESCRIPTIVE)) {
      return Summary.NOT_DESCRIPTIVE;
    }
    if (counts.containsKey(State.UNKNOWN)) {
      return Summary.UNKNOWN;
    }
    return counts.isEmpty() ? Summary.NONE_NAMED : Summary.PRESENT;
  }

  int count(State state) {
    return counts.getOrDefault(state, 0);
  }

  /** On one line. */
  String inShort() {
    return summary() == Summary.NONE_NAMED ? "None always required" : inWords();
  }

  /** As a sentence, for people. */
  String inWords() {
    return switch (summary()) {
      // Why there is none (payer unknown, no public rule, date not covered) is among the findings.
      case NO_RULE -> "No rule of the payer; this does not mean that nothing is required";
      case NONE_NAMED -> "No document is always required; see the list";
      default -> counted();
    };
  }

  private String counted() {
    String states =
        Stream.of(State.MISSING, State.NOT_DESCRIPTIVE, State.UNKNOWN, State.PRESENT)
            .filter(counts::containsKey)
            .map(state -> count(state) + " " + Words.of(state))
            .collect(Collectors.joining(", "));
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return all + " required: " + states;
  }
}
