package io.github.cpt76496.examples.scrubber.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows of a label and a text, the text wrapped beside its label. */
final class Rows {

  private static final int INDENT = 4;
  private static final int LABEL = 9;

  private final Ink ink;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  Rows(Ink ink, int width) {
    this.ink = ink;
    this.width = width;
  }

  List<String> lines() {
    return lines;
  }

  int size() {
    return lines.size();
  }

  /** A line as it is. */
  void line(String text) {
    lines.add(text.stripTrailing());
  }

  /** A label of usual width and a text beside it. */
  void row(Ink.Painted label, String labelText, String text) {
    row(label, labelText, LABEL, text, Ink::plain);
  }

  /** A label in plain text and a text beside it. */
  void row(String label, String text) {
    row(ink.title(label), label, LABEL, text, Ink::plain);
  }

  /** A question and its answer, or any other pair of its width. */
  void answer(String question, int questionWidth, String answer) {
    row(Ink.plain(question), question, questionWidth, answer, ink::title);
  }

  /** More of what stands above. */
  void more(String text) {
    row(Ink.plain(""), "", LABEL, text, ink::address);
  }

  /** How many characters a text beside a label has on a line. */
  int textWidth() {
    return width - INDENT - LABEL;
  }

  private void row(
      Ink.Painted label,
      String labelText,
      int labelWidth,
      String text,
      Function<String, Ink.Painted> paint) {
    int column = Math.max(labelWidth, labelText.length() + 1);
    String before = " ".repeat(INDENT) + label + " ".repeat(column - labelText.length());
    for (String line : Wrap.lines(TextReport.printable(text), width - INDENT - labelWidth)) {
      lines.add((before + paint.apply(line)).stripTrailing());
      before = " ".repeat(INDENT + labelWidth);
    }
  }
}
