package io.github.cpt76496;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.testkit.RulePages.RulePage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code rules/MATRIX.md}, which payer says what about which document, is written from the pages.
 * Run the tests with {@code -Dapprove=true} to write it anew.
 */
class MatrixPageTest {

  private static final Path PAGE = Path.of("rules/MATRIX.md");

  /** The mark of a cell about which no rule says anything; no words of a payer look like it. */
  private static final String NOTHING_KNOWN = "?";

  private static final String AS_FAMILY = "↑";
  private static final String ANY = "ANY";

  /** How the title ends of a page whose source was published and could not be read whole. */
  private static final String READ_IN_PART = "read only in part";

  private static final Pattern LINES_OF_BUSINESS =
      Pattern.compile("lineOfBusiness (?:== (?<one>\"\\w+\")|in \\( (?<several>[\\w\", ]+) \\))");
  private static final Pattern FORM =
      Pattern.compile(
          ", form (?<form>!= \"INSTITUTIONAL\"|== \"(INSTITUTIONAL|PROFESSIONAL|NOT_STATED)\")");
  private static final Pattern PAYER = Pattern.compile("payer(Family|Plan) == \"[A-Z_]+\"(, )?");

  private static final List<RulePage> REQUIREMENTS =
      OwnPages.edits().stream().filter(p -> !p.key("item").isEmpty()).toList();

  private static final Map<String, String> PROGRAMS =
      Map.of(
          "COMMERCIAL", "commercial",
          "MEDICAID", "Medicaid",
          "MEDICARE_ADVANTAGE", "Medicare Advantage",
          "MEDICARE_FFS", "Medicare fee for service");

  private record Table(String title, List<DocumentationItem> items) {}

  private static final List<Table> TABLES =
      List.of(
          new Table(
              "Words on the claim",
              List.of(
                  DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION,
                  DocumentationItem.NARRATIVE_TECHNIQUE,
                  DocumentationItem.NARRATIVE_BODY_AREA,
                  DocumentationItem.NARRATIVE_REASON,
                  DocumentationItem.NARRATIVE_INSTANCE_COUNT,
                  DocumentationItem.NARRATIVE_PROVIDER_PRICE)),
          new Table(
              "Numbers and modifiers on the claim",
              List.of(
                  DocumentationItem.COMPONENT_MODIFIER,
                  DocumentationItem.SINGLE_UNIT,
                  DocumentationItem.PRIOR_AUTHORIZATION,
                  DocumentationItem.DRUG_NDC)),
          new Table(
              "Reports and records",
              List.of(
                  DocumentationItem.CLINICAL_RECORDS,
                  DocumentationItem.PROCEDURE_REPORT,
                  DocumentationItem.IMAGING_REPORT,
                  DocumentationItem.RADIOLOGY_ORDER,
                  DocumentationItem.REFERRING_CLINICAL_NOTES,
                  DocumentationItem.NURSING_RECORD,
                  DocumentationItem.IMPLANT_LOG)),
          new Table(
              "How records travel",
              List.of(
                  DocumentationItem.PWK_ATTACHMENT_CONTROL,
                  DocumentationItem.ATTACHMENT_COVER_SHEET,
                  DocumentationItem.PAYER_ROUTING_FORM,
                  DocumentationItem.MARKED_PORTION)),
          new Table(
              "What explains the code",
              List.of(
                  DocumentationItem.SPECIAL_REPORT,
                  DocumentationItem.CODE_SELECTION_RATIONALE,
                  DocumentationItem.COMPARABLE_CODE,
                  DocumentationItem.TIME_EFFORT_EQUIPMENT,
                  DocumentationItem.SERVICE_COUNT,
                  DocumentationItem.SITE_INDEPENDENCE_STATEMENT)),
          new Table(
              "Bills and devices",
              List.of(
                  DocumentationItem.ITEMIZED_BILL,
                  DocumentationItem.DEVICE_IDENTIFICATION,
                  DocumentationItem.DEVICE_SUPPLY_INVOICE,
                  DocumentationItem.PRIMARY_PAYER_EOB)),
          new Table(
              "What the record holds",
              List.of(
                  DocumentationItem.SUPERVISION_RECORD,
                  DocumentationItem.TEACHING_PARTICIPATION_NOTE,
                  DocumentationItem.PHYSICIAN_SIGNATURE,
                  DocumentationItem.RADIATION_DOSE_INDEX,
                  DocumentationItem.FLUORO_TIME_AND_IMAGE_COUNT,
                  DocumentationItem.PERMANENT_IMAGES)));

  @Test
  void theMatrixIsCurrent() throws IOException {
    String current = render(Cpt76496Edits.load().version());
    assertFalse(current.contains("not required"), "silence is not permission");
    GeneratedPage.requireCurrent(PAGE, current);
  }

  @Test
  void everyRequirementHasOneCell() {
    assertFalse(REQUIREMENTS.isEmpty(), "looked at nothing");
    assertEquals(
        REQUIREMENTS.stream()
            .map(p -> DocumentationItem.valueOf(p.key("item")))
            .collect(toCollection(TreeSet::new)),
        new TreeSet<>(TABLES.stream().flatMap(t -> t.items().stream()).toList()),
        "the items of the tables are the items of the rules");
    String matrix = render(Cpt76496Edits.load().version());
    long cells =
        Pattern.compile("\\]\\(documentation/[^)]+\\.(drl|tsv)\\) [ASU]")
            .matcher(matrix)
            .results()
            .count();
    assertEquals(REQUIREMENTS.size(), cells);
  }

  private static String render(Cpt76496Edits.Version version) {
    StringBuilder text =
        new StringBuilder(
            """
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
            | %s | as the family: the plan has no statement of its own, the one in its family's row holds for the program of that row |
            | %s | nothing known: neither a statement nor a search for one |

            A mark leads to its page, with condition, channels, source and dates. Behind it stand the
            **grade** (A authoritative, S secondary, U unverified), what the payer says happens
            without the document, if it says so, and what narrows the statement: the kind of claim
            (professional, institutional), the line of business, _some lines_ (the page says which),
            the dates of service. A plan's statement goes before its family's on the same document;
            where it is narrowed, the family's holds for the rest. A plan without a row in a table
            has the row of its family. The row ANY is advice whoever pays. A payer outside this list
            is answered with that row and the note that its rules were not searched; an unknown
            payer is given no payer's rules.
            """
                .formatted(version.ruleSet(), AS_FAMILY, NOTHING_KNOWN));
    for (Table table : TABLES) {
      text.append("\n## ").append(table.title()).append("\n\n| Payer | Program |");
      table.items().forEach(i -> text.append(' ').append(heading(i)).append(" |"));
      text.append("\n|").append("---|".repeat(table.items().size() + 2)).append('\n');
      for (String payer : payers()) {
        if (isFamily(payer) || table.items().stream().anyMatch(i -> !of(payer, i).isEmpty())) {
          text.append(row(payer, table, version));
        }
      }
    }
    return text.toString();
  }

  /** Families, each before its plans, in alphabetical order; what holds for any payer last. */
  private static List<String> payers() {
    Set<String> payers =
        new TreeSet<>(Comparator.comparing((String p) -> p.equals(ANY)).thenComparing(p -> p));
    REQUIREMENTS.forEach(
        p -> {
          payers.add(p.key("payer"));
          payers.add(family(p.key("payer")));
        });
    return List.copyOf(payers);
  }

  private static String row(String payer, Table table, Cpt76496Edits.Version version) {
    return Stream.concat(
            Stream.of(payer, programOf(payer)),
            table.items().stream().map(i -> cell(payer, i, version)))
        .collect(joining(" | ", "| ", " |\n"));
  }

  private static String programOf(String payer) {
    String programs = programs(payer);
    return payer.equals(ANY) ? "any" : programs.isEmpty() ? "–" : programs;
  }

  private static String cell(String payer, DocumentationItem item, Cpt76496Edits.Version version) {
    List<RulePage> statements = of(payer, item);
    if (statements.isEmpty()) {
      return isFamily(payer) || of(family(payer), item).isEmpty() ? NOTHING_KNOWN : AS_FAMILY;
    }
    return statements.stream()
        .sorted(Comparator.comparing((RulePage p) -> Level.valueOf(p.key("level"))))
        .map(p -> statement(p, version))
        .collect(joining("<br>"));
  }

  private static String statement(RulePage page, Cpt76496Edits.Version version) {
    List<String> parts = new ArrayList<>();
    Consequence consequence = Consequence.valueOf(page.key("consequence"));
    if (consequence != Consequence.NOT_STATED) {
      parts.add(words(consequence));
    }
    Matcher form = FORM.matcher(page.when());
    if (form.find()) {
      parts.add(kindOfClaim(form.group("form")));
    }
    if (!programs(page).equals(programs(page.key("payer")))) {
      parts.add(programs(page));
    }
    if (hasFurtherCondition(page)) {
      parts.add("_some lines_");
    }
    if (page.key("effectiveDate").compareTo(version.coversFrom().toString()) > 0) {
      parts.add("from " + page.key("effectiveDate"));
    }
    if (!page.key("endDate").isEmpty()) {
      parts.add("to " + page.key("endDate"));
    }
    return "[%s](%s) %s%s"
        .formatted(
            mark(page),
            page.path(),
            page.key("grade"),
            parts.stream().map(p -> ", " + p).collect(joining()));
  }

  private static String kindOfClaim(String condition) {
    return switch (condition) {
      case "== \"INSTITUTIONAL\"" -> "institutional";
      case "== \"NOT_STATED\"" -> "kind of claim not stated";
      default -> "professional";
    };
  }

  private static String mark(RulePage page) {
    return switch (Level.valueOf(page.key("level"))) {
      case REQUIRED -> "**REQUIRED**";
      case REQUIRED_IF -> "**REQUIRED IF**";
      case ON_REQUEST -> "on request";
      case RECOMMENDED -> "recommended";
      case DO_NOT_SEND -> "**DO NOT SEND**";
      case NOT_STATED ->
          page.key("title").endsWith(READ_IN_PART)
              ? "_known only in part_"
              : "_no public rule found_";
    };
  }

  private static String words(Consequence consequence) {
    return switch (consequence) {
      case REJECT_FRONT_END -> "rejected before adjudication";
      case RETURN_UNPROCESSABLE -> "returned as unprocessable";
      case RETURN_TO_PROVIDER -> "returned to the provider";
      case DENY -> "denied";
      case REJECT_REFILE_NEW -> "rejected, new claim needed";
      case PEND_RECORD_REQUEST -> "held while records are requested";
      case DECIDED_WITHOUT -> "decided without it";
      case RECOUP -> "recovered after payment";
      case NOT_STATED -> throw new IllegalArgumentException("the payer does not say");
    };
  }

  /** The lines of business for which a payer's statements hold. */
  private static String programs(String payer) {
    return programs(REQUIREMENTS.stream().filter(p -> p.key("payer").equals(payer)));
  }

  private static String programs(RulePage page) {
    return programs(Stream.of(page));
  }

  private static String programs(Stream<RulePage> pages) {
    Set<String> programs = new TreeSet<>();
    pages.forEach(
        p -> {
          Matcher values = LINES_OF_BUSINESS.matcher(p.when());
          if (values.find()) {
            String found =
                values.group("one") == null ? values.group("several") : values.group("one");
            programs.addAll(List.of(found.replace("\"", "").split(", ", -1)));
          }
        });
    programs.remove("NOT_STATED");
    return programs.stream().map(PROGRAMS::get).collect(joining(", "));
  }

  /** Whether more than payer, line of business and kind of claim decides. */
  private static boolean hasFurtherCondition(RulePage page) {
    String rest = page.when();
    for (Pattern known : List.of(LINES_OF_BUSINESS, FORM, PAYER)) {
      rest = known.matcher(rest).replaceAll("");
    }
    return !rest.replaceAll("[ ,\n]", "").equals("$line:LineFacts()");
  }

  private static String heading(DocumentationItem item) {
    String words = item.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.replace("pwk", "PWK").replace("ndc", "NDC").replace("eob", "EOB");
  }

  private static List<RulePage> of(String payer, DocumentationItem item) {
    return REQUIREMENTS.stream()
        .filter(p -> p.key("payer").equals(payer) && p.key("item").equals(item.name()))
        .toList();
  }

  private static boolean isFamily(String payer) {
    return payer.indexOf('/') < 0;
  }

  private static String family(String payer) {
    return isFamily(payer) ? payer : payer.substring(0, payer.indexOf('/'));
  }
}
