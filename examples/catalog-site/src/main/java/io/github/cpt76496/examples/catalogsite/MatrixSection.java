package io.github.cpt76496.examples.catalogsite;

import static java.util.stream.Collectors.joining;

import io.github.cpt76496.Citation;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.examples.catalogsite.Catalog.Entry;
import io.github.cpt76496.examples.catalogsite.PayerMatrix.Group;
import io.github.cpt76496.examples.catalogsite.PayerMatrix.Mark;
import io.github.cpt76496.examples.page.Words;
import java.util.Arrays;
import java.util.List;

/**
 * The matrix of payers and documents. A mark is a link to its edit, so that it leads somewhere
 * without scripts, too; what is shown on hover and focus stands in its attributes.
 */
final class MatrixSection {

  private final PayerMatrix matrix;

  MatrixSection(PayerMatrix matrix) {
    this.matrix = matrix;
  }

  String html() {
    return legend()
        + """
        <div class="scroll" id="matrix-scroll">
        <table class="matrix" id="matrix-table">
        <caption class="unseen">Payers by document; each mark links to the edit that states it</caption>
        <colgroup><col>%s</colgroup>
        <thead>
        <tr><td></td>%s</tr>
        <tr><th scope="col" class="corner">Payer</th>%s</tr>
        </thead>
        <tbody>
        %s
        </tbody>
        </table>
        </div>
        """
            .formatted(
                PayerMatrix.GROUPS.stream()
                    .map(g -> "<col span=\"%d\">".formatted(g.items().size()))
                    .collect(joining()),
                PayerMatrix.GROUPS.stream().map(MatrixSection::group).collect(joining()),
                PayerMatrix.GROUPS.stream().map(MatrixSection::items).collect(joining()),
                matrix.payers().stream().map(this::row).collect(joining("\n")));
  }

  private static String legend() {
    return Arrays.stream(Mark.values())
        .map(
            m ->
                "<div><dt>%s%s</dt><dd>%s</dd></div>"
                    .formatted(Html.icon(m.icon()), m.words(), Html.escape(m.meaning())))
        .collect(joining("\n", "<dl class=\"legend\">\n", "\n" + unverified() + "</dl>\n"));
  }

  private static String unverified() {
    return "<div><dt><span class=\"unverified\">%s</span>%s</dt><dd>%s</dd></div>%n"
        .formatted(
            Html.icon(Mark.REQUIRED.icon()),
            Mark.UNVERIFIED,
            "any mark drawn in dashes: grade U, not confirmed at its source, and never more than"
                + " information");
  }

  private static String group(Group group) {
    return "<th scope=\"colgroup\" colspan=\"%d\" class=\"first\">%s</th>"
        .formatted(group.items().size(), group.title());
  }

  private static String items(Group group) {
    return group.items().stream()
        .map(
            i -> "<th scope=\"col\"%s><span>%s</span></th>".formatted(first(group, i), Words.of(i)))
        .collect(joining());
  }

  /** The first column of a group bears the line that parts it from the one before. */
  private static String first(Group group, DocumentationItem item) {
    return item == group.items().get(0) ? " class=\"first\"" : "";
  }

  private String row(String payer) {
    boolean family = PayerMatrix.isFamily(payer);
    String name = Words.name(family ? payer : PayerMatrix.plan(payer));
    String programs = matrix.programs(payer).stream().map(Words::program).collect(joining(", "));
    String cells =
        PayerMatrix.GROUPS.stream()
            .flatMap(g -> g.items().stream().map(i -> cell(payer, g, i)))
            .collect(joining());
    return "<tr class=\"%s\"><th scope=\"row\">%s%s</th>%s</tr>"
        .formatted(
            family ? "family" : "plan",
            Html.escape(name),
            programs.isEmpty() ? "" : " <small>" + programs + "</small>",
            cells);
  }

  private String cell(String payer, Group group, DocumentationItem item) {
    List<Entry> statements = matrix.statements(payer, item);
    if (statements.isEmpty()) {
      Mark silence = matrix.silence(payer, item);
      return "<td%s>%s%s</td>"
          .formatted(first(group, item), Html.icon(silence.icon()), Html.unseen(silence.words()));
    }
    return "<td%s>%s</td>"
        .formatted(first(group, item), statements.stream().map(this::mark).collect(joining()));
  }

  private String mark(Entry entry) {
    Mark mark = Mark.of(entry);
    Citation citation = entry.edit().citation();
    boolean unverified = mark.isUnverified(entry);
    return "<a class=\"mark%s\" href=\"%s\" data-mark=\"%s\" data-title=\"%s\" data-what=\"%s\" data-source=\"%s\" data-dates=\"%s\">%s%s%s</a>"
        .formatted(
            unverified ? " unverified" : "",
            Html.escape(Html.anchor(entry.id())),
            mark.name(),
            Html.escape(entry.edit().title()),
            Html.escape(what(entry)),
            Html.escape(citation.source()),
            Html.escape(
                Words.of(citation.grade())
                    + "; source of "
                    + Words.dates(citation)
                    + "; "
                    + citation.reading()
                    + "; "
                    + Words.inForce(entry.edit())),
            Html.icon(mark.icon()),
            Html.unseen(mark.words() + ", grade " + citation.grade()),
            unverified ? "<small>" + Mark.UNVERIFIED + "</small>" : "");
  }

  /** A cell may hold statements for several programs; each says for which. */
  private static String programs(Entry entry) {
    String programs =
        PayerMatrix.programs(entry).stream().map(Words::program).collect(joining(", "));
    return programs.isEmpty() ? "" : " (" + programs + ")";
  }

  private static String what(Entry entry) {
    String without = Words.of(Consequence.valueOf(entry.page().key("consequence")));
    String who =
        Words.payer(entry.payer())
            + ": "
            + Words.small(entry.page().key("item"))
            + ", "
            + Mark.of(entry).words()
            + programs(entry);
    return without.isEmpty() ? who : who + ". If missing: " + without;
  }
}
