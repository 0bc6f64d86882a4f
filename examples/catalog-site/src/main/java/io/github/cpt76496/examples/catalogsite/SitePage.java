package io.github.cpt76496.examples.catalogsite;

import static java.util.stream.Collectors.joining;

import io.github.cpt76496.Citation.Grade;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import io.github.cpt76496.Edit.Question;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Engine;
import io.github.cpt76496.examples.catalogsite.Catalog.Entry;
import io.github.cpt76496.examples.page.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The page: its parts put into {@code site.html}. Style and scripts stand in it, named by their
 * hashes in its security policy: the browser runs nothing else and asks no network for anything.
 */
final class SitePage {

  private static final List<String> SCRIPTS = List.of("page.js", "try-it.js");

  private final Catalog catalog;
  private final Cpt76496Edits edits;

  private SitePage(Cpt76496Edits edits) {
    this.edits = edits;
    this.catalog = Catalog.of(edits);
  }

  /** The same bytes for the same rules: nothing here reads a clock or depends on a hash. */
  static String html() {
    return new SitePage(compiled()).render();
  }

  /** The decision flow as a file of its own. */
  static String flow() {
    return new FlowDrawing(DecisionFlow.of(Catalog.of(compiled()))).file();
  }

  /** The matrix of payers and documents as a picture. */
  static String matrix() {
    return new MatrixDrawing(new PayerMatrix(Catalog.of(compiled()).requirements())).file();
  }

  private static Cpt76496Edits compiled() {
    return Cpt76496Edits.loader().engine(Engine.COMPILED).load();
  }

  private String render() {
    PayerMatrix matrix = new PayerMatrix(catalog.requirements());
    String style =
        Resources.part("site.css") + Resources.part("marks.css") + Resources.part("flow.css");
    List<String> scripts = SCRIPTS.stream().map(Resources::part).toList();
    Map<String, String> parts =
        Map.of(
            "policy", policy(style, scripts),
            "style", "<style>" + style + "</style>",
            "version", version(),
            "matrix", new MatrixSection(matrix).html(),
            "flow", new FlowDrawing(DecisionFlow.of(catalog)).inline(Html::anchor),
            "filters", filters(),
            "edits", new EditSection(catalog).html(),
            "changes", new ChangesSection(catalog, Resources.rules("CHANGELOG.md")).html(),
            "data", data(TryIt.json(new TryItClaims(matrix, edits), edits)),
            "scripts",
                scripts.stream().map(s -> "<script>" + s + "</script>").collect(joining("\n")));
    return Stream.of(Resources.part("site.html").split("<!-- ", -1))
        .map(piece -> filled(piece, parts))
        .collect(joining());
  }

  /** Pieces of the template begin with the name of a part, but for the first. */
  private static String filled(String piece, Map<String, String> parts) {
    int end = piece.indexOf(" -->");
    return end < 0 ? piece : parts.get(piece.substring(0, end)) + piece.substring(end + 4);
  }

  private String version() {
    Cpt76496Edits.Version version = catalog.version();
    return "%d edits, rule set %s, dates of service from %s through %s"
        .formatted(
            catalog.entries().size(),
            version.ruleSet(),
            version.coversFrom(),
            version.coversThrough());
  }

  private String filters() {
    return select(
            "question", "Question", names(Question.values()), q -> Words.of(Question.valueOf(q)))
        + select(
            "payer",
            "Payer",
            catalog.entries().stream()
                .map(Entry::payer)
                .filter(p -> !p.isEmpty())
                .distinct()
                .sorted()
                .toList(),
            Words::payer)
        + select(
            "severity", "Severity", names(Severity.values()), s -> Words.of(Severity.valueOf(s)))
        + select(
            "grade",
            "Evidence",
            catalog.entries().stream()
                .map(Entry::edit)
                .map(Edit::citation)
                .map(c -> c.grade().name())
                .distinct()
                .sorted()
                .toList(),
            g -> Words.of(Grade.valueOf(g)));
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).<String>map(Enum::name).toList();
  }

  private static String select(
      String name, String label, List<String> values, Function<String, String> words) {
    return values.stream()
        .map(v -> "<option value=\"%s\">%s</option>".formatted(v, Html.escape(words.apply(v))))
        .collect(
            joining(
                "",
                "<label>%s <select data-filter=\"%s\"><option value=\"\">any</option>"
                    .formatted(label, name),
                "</select></label>\n"));
  }

  /** No text in it can end the script element that holds it, or open a comment. */
  private static String data(String json) {
    return "<script type=\"application/json\" id=\"data\">%s</script>"
        .formatted(json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"));
  }

  private static String policy(String style, List<String> scripts) {
    return "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src %s; script-src %s"
        .formatted(hash(style), scripts.stream().map(SitePage::hash).collect(joining(" ")));
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
