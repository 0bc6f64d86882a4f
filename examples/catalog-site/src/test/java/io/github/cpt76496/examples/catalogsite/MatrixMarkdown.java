package io.github.cpt76496.examples.catalogsite;

import static java.util.stream.Collectors.joining;

import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.Edit;
import io.github.cpt76496.examples.catalogsite.Catalog.Entry;
import io.github.cpt76496.examples.catalogsite.PayerMatrix.Group;
import io.github.cpt76496.examples.catalogsite.PayerMatrix.Mark;
import io.github.cpt76496.examples.page.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The matrix of payers and documents as {@code rules/MATRIX.md}, with what narrows a statement. */
final class MatrixMarkdown {

  private static final Path SEARCHED = Path.of("../../rules/documentation/searched.tsv");

  private static final Pattern KIND_OF_CLAIM =
      Pattern.compile(
          "form (?:(?<institutional>== \"INSTITUTIONAL\")|(?<notStated>== \"NOT_STATED\")"
              + "|!= \"INSTITUTIONAL\"|== \"PROFESSIONAL\""
              + "|in \\( \"PROFESSIONAL\", \"NOT_STATED\" \\))");

  /** The conditions that a row or a mark has words for; whatever else decides is on the page. */
  private static final Pattern IN_WORDS =
      Pattern.compile("payer(Family|Plan) == \"\\w+\"|lineOfBusiness [^|]+|" + KIND_OF_CLAIM);

  private final Cpt76496Edits.Version version;
  private final PayerMatrix matrix;

  MatrixMarkdown(Catalog catalog) {
    this.version = catalog.version();
    this.matrix = new PayerMatrix(catalog.requirements());
  }

  String file() {
    return """
    # Which payer says what about which document

    Rule set %s. This page is generated from the rules; a test says whether it is current.
    It shows public statements only, and silence is not permission.

    | Mark | Meaning |
    |---|---|
    | **REQUIRED** | the payer says that it must be there |
    | **REQUIRED IF** | needed under a condition that a claim does not decide; the page names it |
    | on request | the payer says that it may ask |
    | recommended | advised, by the payer or by others |
    | **DO NOT SEND** | the payer says not to send it |
    | _no public rule found_ | looked for and not found; the payer may want it all the same |
    | _known only in part_ | published, but read only in part; what it says of 76496 was not seen |
    | ↑ | as the family: the plan has no statement of its own, the one in its family's row holds for the program of that row |
    | ? | nothing known: neither a statement nor a search for one |

    A mark leads to its page, with condition, channels, source and dates. Behind it stand the
    **grade** (A authoritative, S secondary, U unverified), what the payer says happens
    without the document, if it says so, and what narrows the statement: the kind of claim
    (professional, institutional), the line of business, _some lines_ (its page says which),
    the dates of service. On one document a plan's statement takes precedence over its family's;
    where it is narrowed, the family's holds for the rest. A plan without a row in a table
    has the row of its family. The row ANY holds for any payer: advice, and what the 837
    standard wants, which takes precedence over what is unverified or was not found of the payer
    and over nothing else. A payer outside this list
    is answered with that row and the note that its rules were not searched; an unknown
    payer is given no payer's rules.
    """
            .formatted(version.ruleSet())
        + payerByPayer()
        + PayerMatrix.GROUPS.stream().map(this::table).collect(joining())
        + searchedInVain();
  }

  /** One line a payer: what it says of its own, the strongest first. */
  private String payerByPayer() {
    return """

    ## Payer by payer

    | Payer | Program | Says of its own |
    |---|---|---|
    """
        + matrix.payers().stream()
            .filter(p -> !ownWords(p).isEmpty())
            .map(p -> "| %s | %s | %s |%n".formatted(p, program(p), ownWords(p)))
            .collect(joining());
  }

  private String ownWords(String payer) {
    return Arrays.stream(Mark.values())
        .map(mark -> ownWords(payer, mark))
        .filter(words -> !words.isEmpty())
        .collect(joining("; "));
  }

  private String ownWords(String payer, Mark mark) {
    String items =
        PayerMatrix.GROUPS.stream()
            .flatMap(g -> g.items().stream())
            .filter(i -> matrix.statements(payer, i).stream().anyMatch(e -> Mark.of(e) == mark))
            .map(Words::of)
            .collect(joining(", "));
    return items.isEmpty() ? "" : words(mark) + ": " + items;
  }

  /** Of whom somebody looked for a public rule and found none. */
  private static String searchedInVain() {
    List<String> lines;
    try {
      lines = Files.readAllLines(SEARCHED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return """

    ## Searched, and nothing found

    No public rule was found here on the day named, in what could be read; of any payer and
    program that stands neither here nor above nobody looked. Nothing found is not permission.

    | Payer | Program | Searched | Where |
    |---|---|---|---|
    """
        + lines.stream()
            .map(line -> line.split("\t", -1))
            .filter(cells -> cells.length == 6 && cells[4].equals("nothing"))
            .map(
                cells ->
                    "| %s | %s | %s | %s |%n"
                        .formatted(
                            cells[1].isEmpty() ? cells[0] : cells[0] + "/" + cells[1],
                            cells[2].isEmpty()
                                ? "any"
                                : programs(List.of(cells[2].split(", ", -1))),
                            cells[3],
                            cells[5]))
            .collect(joining());
  }

  private String program(String payer) {
    String programs = programs(matrix.programs(payer));
    return payer.equals(PayerMatrix.ANY) ? "any" : programs.isEmpty() ? "–" : programs;
  }

  private String table(Group group) {
    String heads = group.items().stream().map(i -> " " + Words.of(i) + " |").collect(joining());
    return "\n## "
        + group.title()
        + "\n\n| Payer | Program |"
        + heads
        + "\n|"
        + "---|".repeat(group.items().size() + 2)
        + "\n"
        + matrix.payers().stream()
            .filter(p -> PayerMatrix.isFamily(p) || speaks(p, group))
            .map(p -> row(p, group))
            .collect(joining());
  }

  private boolean speaks(String plan, Group group) {
    return group.items().stream().anyMatch(i -> !matrix.statements(plan, i).isEmpty());
  }

  private String row(String payer, Group group) {
    return Stream.concat(
            Stream.of(payer, program(payer)), group.items().stream().map(i -> cell(payer, i)))
        .collect(joining(" | ", "| ", " |\n"));
  }

  private String cell(String payer, DocumentationItem item) {
    List<Entry> statements = matrix.statements(payer, item);
    return statements.isEmpty()
        ? words(matrix.silence(payer, item))
        : statements.stream().map(this::statement).collect(joining("<br>"));
  }

  private String statement(Entry entry) {
    Edit edit = entry.edit();
    List<String> parts = new ArrayList<>();
    parts.add(
        "[%s](%s) %s"
            .formatted(words(Mark.of(entry)), entry.page().path(), edit.citation().grade()));
    parts.add(words(Consequence.valueOf(entry.page().key("consequence"))));
    parts.add(kindOfClaim(entry));
    Set<String> programs = PayerMatrix.programs(entry);
    if (!programs.equals(Set.copyOf(matrix.programs(entry.payer())))) {
      parts.add(programs(programs));
    }
    if (!entry.page().conditions().stream().allMatch(IN_WORDS.asMatchPredicate())) {
      parts.add("_some lines_");
    }
    if (edit.effectiveDate().isAfter(version.coversFrom())) {
      parts.add("from " + edit.effectiveDate());
    }
    if (!edit.endDate().equals(Edit.NO_END)) {
      parts.add("to " + edit.endDate());
    }
    return parts.stream().filter(p -> !p.isEmpty()).collect(joining(", "));
  }

  private static String kindOfClaim(Entry entry) {
    return entry.page().conditions().stream()
        .map(KIND_OF_CLAIM::matcher)
        .filter(Matcher::matches)
        .map(
            kind ->
                kind.group("institutional") != null
                    ? "institutional"
                    : kind.group("notStated") != null ? "kind of claim not stated" : "professional")
        .findFirst()
        .orElse("");
  }

  private static String programs(Collection<String> programs) {
    return programs.stream()
        .map(p -> p.equals("MEDICARE_FFS") ? "Medicare fee for service" : Words.program(p))
        .collect(joining(", "));
  }

  private static String words(Mark mark) {
    return switch (mark) {
      case REQUIRED -> "**REQUIRED**";
      case REQUIRED_IF -> "**REQUIRED IF**";
      case ON_REQUEST -> "on request";
      case RECOMMENDED -> "recommended";
      case DO_NOT_SEND -> "**DO NOT SEND**";
      case NO_PUBLIC_RULE -> "_no public rule found_";
      case READ_IN_PART -> "_known only in part_";
      case AS_FAMILY -> "↑";
      case NOTHING_KNOWN -> "?";
    };
  }

  /** Shorter than on the page: a cell holds several statements. */
  private static String words(Consequence consequence) {
    return switch (consequence) {
      case RETURN_UNPROCESSABLE -> "returned as unprocessable";
      case RETURN_TO_PROVIDER -> "returned to the provider";
      case REJECT_REFILE_NEW -> "rejected, new claim needed";
      default -> Words.of(consequence);
    };
  }
}
