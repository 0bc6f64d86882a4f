package io.github.cpt76496.examples.catalogsite;

import static java.util.stream.Collectors.joining;

import io.github.cpt76496.Citation;
import io.github.cpt76496.Citation.Grade;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.Edit;
import io.github.cpt76496.Edit.Question;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.Remedy;
import io.github.cpt76496.examples.catalogsite.Catalog.Entry;
import io.github.cpt76496.examples.page.PayerRow;
import io.github.cpt76496.examples.page.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every edit with everything that its page says; each unfolds. */
final class EditSection {

  private final Catalog catalog;

  EditSection(Catalog catalog) {
    this.catalog = catalog;
  }

  String html() {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (Question question : Question.values()) {
      number++;
      text.append(
          "<section class=\"question\" aria-labelledby=\"edits-%s\">\n<h3 id=\"edits-%s\">%d&ensp;%s</h3>\n"
              .formatted(question.name(), question.name(), number, Words.of(question)));
      catalog.of(question).forEach(e -> text.append(edit(e)));
      text.append("</section>\n");
    }
    return text.toString();
  }

  private static String edit(Entry entry) {
    Edit edit = entry.edit();
    return """
    <details class="edit" id="%s" data-question="%s" data-severity="%s" data-grade="%s" data-payer="%s">
    <summary>%s<span class="title">%s</span><span class="tags">%s</span><code>%s</code></summary>
    <div class="body">
    <p class="plain">%s</p>
    <dl class="facts">
    %s</dl>
    %s</div>
    </details>
    """
        .formatted(
            Html.escape(edit.id()),
            edit.question(),
            edit.severity(),
            edit.citation().grade(),
            entry.payer(),
            severity(edit),
            Html.escape(edit.title()),
            tags(entry),
            Html.escape(edit.id()),
            Html.escape(entry.page().inPlainWords()),
            facts(entry),
            examples(entry));
  }

  private static String severity(Edit edit) {
    String name = edit.severity().name().toLowerCase(Locale.ROOT);
    return "<span class=\"severity %s\">%s%s</span>"
        .formatted(name, Html.icon(name), Words.of(edit.severity()));
  }

  private static String tags(Entry entry) {
    StringBuilder tags = new StringBuilder();
    if (!entry.payer().isEmpty()) {
      tags.append("<span>%s</span>".formatted(Words.payer(entry.payer())));
    }
    Grade grade = entry.edit().citation().grade();
    tags.append(
        grade == Grade.U
            ? "<span class=\"unverified-tag\">grade U, unverified</span>"
            : "<span>grade %s</span>".formatted(grade));
    if (!entry.edit().onByDefault()) {
      tags.append("<span>off unless a host switches it on</span>");
    }
    return tags.toString();
  }

  private static String facts(Entry entry) {
    RulePage page = entry.page();
    Edit edit = entry.edit();
    Citation citation = edit.citation();
    StringBuilder facts = new StringBuilder();
    facts.append(fact("Reports when", condition(entry)));
    if (entry.isRequirement()) {
      facts.append(fact("Document", Html.escape(Words.small(page.key("item")))));
      facts.append(fact("Asked for", Words.of(Level.valueOf(page.key("level")))));
      facts.append(
          fact(
              "Where it goes",
              page.values("channels").stream()
                  .map(c -> Html.escape(Words.of(Channel.valueOf(c))))
                  .collect(joining("; "))));
      facts.append(fact("If missing", Words.of(Consequence.valueOf(page.key("consequence")))));
      facts.append(fact("Kind of rule", Words.of(Scope.valueOf(page.key("scope")))));
    } else if (!page.key("answer").isEmpty()) {
      facts.append(fact("Answers", Words.answer(page.key("answer"))));
    }
    facts.append(fact("Listed codes", String.join(", ", page.values("candidates"))));
    facts.append(
        fact(
            "Would settle it",
            page.values("asks").stream()
                .map(a -> Html.escape(Words.of(Fact.valueOf(a))))
                .collect(joining("; "))));
    codes(facts, edit);
    facts.append(
        fact(
            "Source",
            Html.link(citation.url(), citation.source())
                + "<br><span class=\"quiet\">source date %s; %s; %s</span>"
                    .formatted(
                        Html.escape(Words.dates(citation)),
                        Words.of(citation.grade()),
                        Html.escape(citation.reading().toString()))));
    facts.append(fact("In force", Words.inForce(edit)));
    facts.append(fact("Written in", "<code>rules/" + Html.escape(page.path()) + "</code>"));
    return facts.toString();
  }

  /** What to change, and the codes that a payer would answer with; numbers only. */
  private static void codes(StringBuilder facts, Edit edit) {
    Remedy remedy = edit.remedy();
    facts.append(
        fact(
            "To change",
            Stream.of(
                    elements("837P", remedy.x12Professional()),
                    elements("837I", remedy.x12Institutional()),
                    elements("FHIR", remedy.fhir()),
                    elements("JSON", remedy.json()))
                .filter(text -> !text.isEmpty())
                .collect(joining("<br>"))));
    facts.append(fact("Claim status", String.join(", ", remedy.claimStatus())));
    facts.append(fact("Adjustment reasons", String.join(", ", edit.carc())));
    facts.append(fact("Remarks", String.join(", ", edit.rarc())));
    Map<String, String> document = PayerRow.codesOfDocument(edit.id());
    facts.append(fact("Report type (PWK01)", document.getOrDefault("report_type", "")));
    facts.append(fact("LOINC", document.getOrDefault("loinc", "")));
    if (!remedy.equals(Remedy.NOT_STATED)) {
      Citation citation = remedy.citation();
      facts.append(
          fact(
              "Codes from",
              Html.link(citation.url(), citation.source())
                  + "<br><span class=\"quiet\">%s%s</span>"
                      .formatted(
                          Words.of(citation.grade()),
                          remedy.whyNone().isEmpty() ? "" : "; " + Html.escape(remedy.whyNone()))));
    }
  }

  private static String elements(String format, List<String> elements) {
    return elements.isEmpty()
        ? ""
        : format + " <code>" + Html.escape(String.join(", ", elements)) + "</code>";
  }

  /** Nothing is shown of which the page says nothing. */
  private static String fact(String name, String value) {
    return value.isEmpty() ? "" : "<div><dt>%s</dt><dd>%s</dd></div>%n".formatted(name, value);
  }

  private static String condition(Entry entry) {
    if (entry.page().conditions().isEmpty()) {
      return "any line, in its place in the order";
    }
    return entry.page().conditions().stream()
        .map(c -> "<li><code>" + Html.escape(c) + "</code></li>")
        .collect(joining("", "<ul class=\"conditions\">", "</ul>"));
  }

  private static String examples(Entry entry) {
    return "<div class=\"examples\">\n"
        + example("reports", "An example that reports", Example.reporting(entry.id(), entry.page()))
        + example("silent", "An example that does not", Example.silent(entry.id(), entry.page()))
        + "</div>\n";
  }

  private static String example(String kind, String title, Optional<Example> found) {
    if (found.isEmpty()) {
      return "";
    }
    Example example = found.get();
    return """
    <div class="example %s"><h4>%s</h4>
    <p>%s</p>
    <ul>%s</ul>
    %s</div>
    """
        .formatted(
            kind,
            title,
            Html.escape(Words.capital(example.name())),
            example.facts().stream()
                .map(f -> "<li>%s <b>%s</b></li>".formatted(f.name(), Html.escape(f.value())))
                .collect(joining()),
            example.result().isEmpty()
                ? ""
                : "<p class=\"says\">" + Html.escape(Words.capital(example.result())) + "</p>\n");
  }
}
