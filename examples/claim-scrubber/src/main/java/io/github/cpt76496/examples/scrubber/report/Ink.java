package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit.Severity;
import picocli.CommandLine.Help.Ansi.Style;

/** Colors for a terminal, or none. */
public enum Ink {
  COLORS,
  NONE;

  /** Text that may hold control sequences of ours, and none of the input's. */
  record Painted(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  Painted title(String text) {
    return paint(text, Style.bold);
  }

  Painted address(String text) {
    return paint(text, Style.faint);
  }

  Painted severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint(text, Style.bold, Style.fg_red);
      case WARNING -> paint(text, Style.fg_yellow);
      case INFO -> paint(text, Style.fg_cyan);
    };
  }

  Painted state(State state, String text) {
    return switch (state) {
      case PRESENT -> paint(text, Style.fg_green);
      case MISSING -> paint(text, Style.bold, Style.fg_red);
      case NOT_DESCRIPTIVE, UNKNOWN -> paint(text, Style.fg_yellow);
    };
  }

  /** Printable text in no color. */
  static Painted plain(String text) {
    return new Painted(TextReport.printable(text));
  }

  private Painted paint(String text, Style... styles) {
    String printable = TextReport.printable(text);
    // Not the styles' own ends: that of bold is a double underline on some terminals.
    return new Painted(this == NONE ? printable : Style.on(styles) + printable + Style.reset.on());
  }
}
