package io.github.cpt76496.examples.catalogsite;

import io.github.cpt76496.examples.catalogsite.Catalog.Entry;
import io.github.cpt76496.examples.catalogsite.DecisionFlow.Step;
import io.github.cpt76496.examples.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The decision flow as a picture: questions down the left side, their answers to the right. */
final class FlowDrawing {

  private static final int WIDTH = 1164;
  private static final int BOX_LEFT = 20;
  private static final int BOX_WIDTH = 320;
  private static final int ANSWERS_LEFT = 400;
  private static final int ROW = 26;
  private static final int LINE = 20;
  private static final int BOX_PADDING = 13;
  private static final int GAP = 30;
  private static final int MOST_CODES = 3;
  private static final int CHARACTERS = 35;

  private final DecisionFlow flow;

  FlowDrawing(DecisionFlow flow) {
    this.flow = flow;
  }

  /**
   * The picture for a page that brings the style.
   *
   * @param address where the page of an edit is
   */
  String inline(UnaryOperator<String> address) {
    return draw("", address);
  }

  /** The picture as a file of its own, in the colors that the reader's system prefers. */
  String file() {
    String style =
        "<style>\n" + Resources.part("flow-colors.css") + Resources.part("flow.css") + "</style>\n";
    return draw(style, edit -> "README.md" + Html.anchor(edit));
  }

  private String draw(String style, UnaryOperator<String> address) {
    StringBuilder body = new StringBuilder();
    int y = 20;
    for (int i = 0; i < flow.steps().size(); i++) {
      Step step = flow.steps().get(i);
      int height = height(step);
      body.append(box(i + 1, step, y, height)).append(answers(step, y, height, address));
      y += height;
      if (i < flow.steps().size() - 1) {
        body.append(down(y));
        y += GAP;
      }
    }
    return """
    <svg class="flow" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="group" aria-label="How it is decided whether 76496 applies">
    <title>How it is decided whether 76496 applies</title>
    <desc>Questions in order. The first that is answered yes decides; its answers stand to its right.</desc>
    %s<rect class="flow-sheet" width="%d" height="%d" rx="8"/>
    %s</svg>
    """
        .formatted(WIDTH, y + 20, style, WIDTH, y + 20, body);
  }

  private static int height(Step step) {
    int words = lines(step.asks()).size() * LINE + 2 * BOX_PADDING;
    return Math.max(words, step.answers().size() * ROW + 8);
  }

  private static String box(int number, Step step, int y, int height) {
    StringBuilder box = new StringBuilder();
    box.append(
        "<rect class=\"flow-box\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>%n"
            .formatted(BOX_LEFT, y, BOX_WIDTH, height));
    List<String> lines = lines(number + "  " + step.asks());
    int baseline = y + (height - lines.size() * LINE) / 2 + 14;
    for (String line : lines) {
      box.append(
          "<text class=\"flow-asks\" x=\"%d\" y=\"%d\">%s</text>%n"
              .formatted(BOX_LEFT + 14, baseline, Html.escape(line)));
      baseline += LINE;
    }
    return box.toString().replace("\r\n", "\n");
  }

  private static String answers(Step step, int y, int height, UnaryOperator<String> address) {
    StringBuilder answers = new StringBuilder();
    int middle = y + height / 2;
    int right = BOX_LEFT + BOX_WIDTH;
    int first = y + (height - step.answers().size() * ROW) / 2 + ROW / 2;
    int last = first + (step.answers().size() - 1) * ROW;
    answers.append(line(right, middle, right + 30, middle));
    if (last > first) {
      answers.append(line(right + 30, first, right + 30, last));
    }
    int at = first;
    for (Entry entry : step.answers()) {
      answers.append(line(right + 30, at, ANSWERS_LEFT - 8, at)).append(answer(entry, at, address));
      at += ROW;
    }
    return answers.toString();
  }

  private static String answer(Entry entry, int y, UnaryOperator<String> address) {
    String answer = entry.page().key("answer");
    String codes = codes(entry.page().values("candidates"));
    // Of an open question they are the likely ones.
    String said = answer.equals("UNDETERMINED") ? " (perhaps %s)" : ": %s";
    return """
    <a href="%s">%s<text class="flow-answer %s" x="%d" y="%d">%s</text>\
    <text class="flow-title" x="%d" y="%d">%s%s</text></a>
    """
        .formatted(
            Html.escape(address.apply(entry.id())),
            shape(answer, ANSWERS_LEFT + 8, y),
            answer,
            ANSWERS_LEFT + 22,
            y + 5,
            Words.answer(answer),
            ANSWERS_LEFT + 144,
            y + 5,
            Html.escape(entry.edit().title()),
            codes.isEmpty()
                ? ""
                : said.formatted("<tspan class=\"flow-codes\">" + codes + "</tspan>"));
  }

  /** The picture has room for a few; the page of the edit has them all. */
  private static String codes(List<String> codes) {
    String first = String.join(", ", codes.subList(0, Math.min(MOST_CODES, codes.size())));
    return codes.size() <= MOST_CODES ? first : first + " …";
  }

  /** Each answer has a shape of its own, so that color is not needed to recognize it. */
  private static String shape(String answer, int x, int y) {
    return switch (answer) {
      case "YES" -> "<circle class=\"flow-mark YES\" cx=\"%d\" cy=\"%d\" r=\"7\"/>".formatted(x, y);
      case "NO" ->
          "<rect class=\"flow-mark NO\" x=\"%d\" y=\"%d\" width=\"13\" height=\"13\"/>"
              .formatted(x - 6, y - 6);
      default ->
          "<path class=\"flow-mark UNDETERMINED\" d=\"M%d %dl8 8-8 8-8-8z\"/>".formatted(x, y - 8);
    };
  }

  private static String down(int y) {
    int x = BOX_LEFT + 40;
    return line(x, y, x, y + GAP - 7)
        + "<path class=\"flow-arrow\" d=\"M%d %dl-5-8h10z\"/>\n".formatted(x, y + GAP)
        + "<text class=\"flow-no\" x=\"%d\" y=\"%d\">no</text>\n".formatted(x + 12, y + 20);
  }

  private static String line(int x1, int y1, int x2, int y2) {
    return "<path class=\"flow-line\" d=\"M%d %dL%d %d\"/>\n".formatted(x1, y1, x2, y2);
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + word.length() >= CHARACTERS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
