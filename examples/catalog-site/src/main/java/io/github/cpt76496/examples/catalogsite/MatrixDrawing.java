package io.github.cpt76496.examples.catalogsite;

import static java.util.stream.Collectors.joining;

import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.examples.catalogsite.Catalog.Entry;
import io.github.cpt76496.examples.catalogsite.PayerMatrix.Mark;
import io.github.cpt76496.examples.page.Words;
import java.util.Arrays;
import java.util.List;

/**
 * The matrix of payers and documents as a picture that is taken in at a glance: the documents of
 * which more than one payer speaks, and for each payer the strongest of its statements.
 */
final class MatrixDrawing {

  private static final int MARGIN = 20;
  private static final int NAMES = 190;
  private static final int COLUMN = 56;
  private static final int HEAD = 150;
  private static final int ROW = 25;
  private static final int ICON = 15;
  private static final int LEGEND_COLUMNS = 3;

  private final PayerMatrix matrix;
  private final List<String> payers;
  private final List<DocumentationItem> items;

  MatrixDrawing(PayerMatrix matrix) {
    this.matrix = matrix;
    // The last row holds for any payer.
    this.payers = matrix.payers().subList(0, matrix.payers().size() - 1);
    this.items =
        PayerMatrix.GROUPS.stream()
            .flatMap(group -> group.items().stream())
            .filter(this::isStatedByMoreThanOne)
            .toList();
  }

  private boolean isStatedByMoreThanOne(DocumentationItem item) {
    return payers.stream()
            .filter(p -> matrix.statements(p, item).stream().anyMatch(e -> speaks(Mark.of(e))))
            .count()
        > 1;
  }

  private static boolean speaks(Mark mark) {
    return mark != Mark.NO_PUBLIC_RULE && mark != Mark.READ_IN_PART;
  }

  List<DocumentationItem> items() {
    return items;
  }

  /** The picture in the colors that the reader's system prefers. */
  String file() {
    int width = 2 * MARGIN + NAMES + items.size() * COLUMN + 60;
    int legend = MARGIN + HEAD + payers.size() * ROW + 34;
    int marks = Mark.values().length + 1;
    int height = legend + (marks + LEGEND_COLUMNS - 1) / LEGEND_COLUMNS * ROW + 6;
    return """
    <svg class="flow" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="Which payer asks for which document">
    <title>Which payer asks for which document</title>
    <desc>%s</desc>
    <style>
    %s</style>
    <defs>
    %s
    </defs>
    <rect class="flow-sheet" width="%d" height="%d" rx="8"/>
    %s
    %s
    %s
    </svg>
    """
        .formatted(
            width,
            height,
            "The documents of which more than one payer speaks, with each payer's strongest"
                + " statement; MATRIX.md has all of them with their sources.",
            Resources.part("flow-colors.css")
                + Resources.part("marks.css")
                + Resources.part("matrix.css"),
            symbols(),
            width,
            height,
            head(),
            rows(),
            legend(legend, (width - 2 * MARGIN) / LEGEND_COLUMNS));
  }

  /** The shapes of the page, which stand in its template. */
  private static String symbols() {
    List<String> icons =
        Arrays.stream(Mark.values()).map(m -> "<symbol id=\"icon-" + m.icon() + "\"").toList();
    return Resources.part("site.html")
        .lines()
        .map(String::strip)
        .filter(line -> icons.stream().anyMatch(line::startsWith))
        .collect(joining("\n"));
  }

  private String head() {
    StringBuilder head = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      int x = middle(i);
      int y = MARGIN + HEAD - 14;
      head.append(
          "<text class=\"matrix-item\" x=\"%d\" y=\"%d\" transform=\"rotate(-42 %d %d)\">%s</text>\n"
              .formatted(x, y, x, y, Html.escape(Words.of(items.get(i)))));
    }
    return head.toString().strip();
  }

  private String rows() {
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < payers.size(); row++) {
      String payer = payers.get(row);
      boolean family = PayerMatrix.isFamily(payer);
      int y = MARGIN + HEAD + row * ROW;
      if (family) {
        rows.append(
            "<path class=\"matrix-line\" d=\"M%d %dH%d\"/>\n"
                .formatted(MARGIN, y, MARGIN + NAMES + items.size() * COLUMN));
      }
      rows.append(
          "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n"
              .formatted(
                  family ? "matrix-family" : "matrix-plan",
                  MARGIN + (family ? 0 : 16),
                  y + 17,
                  Html.escape(Words.name(family ? payer : PayerMatrix.plan(payer)))));
      for (int i = 0; i < items.size(); i++) {
        rows.append(cell(payer, items.get(i), middle(i), y + ROW / 2)).append('\n');
      }
    }
    return rows.toString().strip();
  }

  private String cell(String payer, DocumentationItem item, int x, int y) {
    List<Entry> statements = matrix.statements(payer, item);
    if (statements.isEmpty()) {
      return icon(matrix.silence(payer, item), false, x, y);
    }
    Entry strongest = statements.get(0);
    Mark mark = Mark.of(strongest);
    return icon(mark, mark.isUnverified(strongest), x, y);
  }

  private static int middle(int column) {
    return MARGIN + NAMES + column * COLUMN + COLUMN / 2;
  }

  private static String icon(Mark mark, boolean unverified, int x, int y) {
    return "<svg class=\"icon %s%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"><use href=\"#icon-%s\"/></svg>"
        .formatted(
            mark.icon(),
            unverified ? " unverified" : "",
            x - ICON / 2,
            y - ICON / 2,
            ICON,
            ICON,
            mark.icon());
  }

  private static String legend(int top, int width) {
    StringBuilder legend = new StringBuilder();
    Mark[] marks = Mark.values();
    for (int i = 0; i <= marks.length; i++) {
      boolean unverified = i == marks.length;
      Mark mark = unverified ? Mark.REQUIRED : marks[i];
      int x = MARGIN + i % LEGEND_COLUMNS * width + ICON / 2;
      int y = top + i / LEGEND_COLUMNS * ROW;
      legend
          .append(icon(mark, unverified, x, y))
          .append(
              "<text class=\"matrix-legend\" x=\"%d\" y=\"%d\">%s</text>\n"
                  .formatted(
                      x + 16,
                      y + 5,
                      unverified ? Mark.UNVERIFIED + " (dashes)" : Html.escape(mark.words())));
    }
    return legend.toString().strip();
  }
}
