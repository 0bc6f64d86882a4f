package io.github.cpt76496.testkit;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.Payer;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Stated;
import io.github.cpt76496.ServiceLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The cases of one page, {@code *.cases.yaml}. Keys of claim, line and record are those of the JSON
 * form; a case that names none of them bills 76496 and nothing else.
 *
 * @param page path of the page without ending, relative to the folder of the rules
 * @param cases the cases in file order
 */
public record CaseFile(String page, List<Case> cases) {

  /**
   * One case.
   *
   * @param edit id of the edit that the case is about
   * @param name what the case shows
   * @param claim the claim; its line 1 is the one reviewed
   * @param reports the message that the edit reports, or {@code nothing}
   * @param requires state in which the edit lists its document, {@code nothing}, or empty where the
   *     edit states no documentation requirement
   * @param severity severity of what the edit reports; empty where the case does not look at it
   * @param candidateCodes the codes that the finding names, best first; absent where the case does
   *     not look at them
   * @param carc the claim adjustment reason codes of the finding; absent likewise
   * @param rarc the remittance advice remark codes of the finding; absent likewise
   * @param source the source that the finding cites; empty where the case does not look at it
   * @param answer the line's answer to the edit's question, the first or second; empty likewise
   * @param states what the requirement says, independent of the state of its document; absent
   *     likewise
   * @param holds for which programs, forms and days a row of a table holds; absent likewise
   */
  public record Case(
      String edit,
      String name,
      Claim claim,
      String reports,
      String requires,
      String severity,
      Optional<List<String>> candidateCodes,
      Optional<List<String>> carc,
      Optional<List<String>> rarc,
      String source,
      String answer,
      Optional<States> states,
      Optional<Holds> holds) {

    static final String NOTHING = "nothing";

    /** The payer of a requirement for any payer. */
    private static final String ANY_PAYER = "ANY";

    /** A plan that no rule and no row will ever know. */
    private static final String NO_SUCH_PLAN = "NO_SUCH_PLAN";

    LocalDate dateOfService() {
      return claim.lines().get(0).dateOfService();
    }

    /** Whether the case expects the edit to speak at all. */
    boolean speaks() {
      return requires.isEmpty() ? !reports.equals(NOTHING) : !requires.equals(NOTHING);
    }

    /** What the edit reports on a line, if it reports at all. */
    Optional<Finding> finding(LineReview line) {
      return line.findings().stream().filter(f -> f.edit().equals(edit)).findFirst();
    }

    /**
     * Fails where the line is not reviewed as the case says, and names the case: a report of
     * dynamic tests numbers them.
     */
    public void check(LineReview line) {
      Optional<DocumentationRequirement> requirement = requirement(line);
      states.ifPresent(
          stated ->
              assertEquals(
                  Optional.of(stated),
                  requirement.map(States::of),
                  () -> this + ": what the requirement says"));
      Optional<Finding> finding = finding(line);
      assertEquals(
          reports.isEmpty() ? NOTHING : reports,
          finding.map(Finding::message).orElse(NOTHING),
          () -> this + ": what the edit reports");
      if (!severity.isEmpty()) {
        assertEquals(
            severity,
            finding.map(f -> f.severity().name()).orElse(""),
            () -> this + ": how severe");
      }
      assertEquals(
          candidateCodes.or(() -> finding.map(Finding::candidateCodes)),
          finding.map(Finding::candidateCodes),
          () -> this + ": the candidate codes");
      assertEquals(
          carc.or(() -> finding.map(Finding::carc)),
          finding.map(Finding::carc),
          () -> this + ": the CARC");
      assertEquals(
          rarc.or(() -> finding.map(Finding::rarc)),
          finding.map(Finding::rarc),
          () -> this + ": the RARC");
      if (!source.isEmpty()) {
        assertEquals(
            source,
            finding.map(f -> f.citation().source()).orElse(""),
            () -> this + ": who says so");
      }
      if (!answer.isEmpty()) {
        Object given = edit.contains("modifier/") ? line.modifier26() : line.codeApplies();
        assertEquals(answer, given.toString(), () -> this + ": the answer");
      }
      assertEquals(
          requires.isEmpty() ? NOTHING : requires,
          requirement.map(d -> d.state().name()).orElse(NOTHING),
          () -> this + ": the document's state");
    }

    private Optional<DocumentationRequirement> requirement(LineReview line) {
      return line.documentation().stream().filter(d -> d.edit().equals(edit)).findFirst();
    }

    /**
     * Fails where the requirement is stated for another program, form, day or plan than the case
     * says, or not for one that it says.
     */
    public void checkReach(Cpt76496Edits edits) {
      Holds where = holds.orElseThrow();
      Payer payer = claim.payer();
      for (Payer.LineOfBusiness program : Payer.LineOfBusiness.values()) {
        for (Claim.Form form : Claim.Form.values()) {
          for (LocalDate day : where.days()) {
            requireStated(
                edits,
                moved(new Payer(payer.family(), payer.plan(), program), form, day),
                where.includes(program, form, day));
          }
        }
      }
      // Of the states and days above the case's own is one that holds: only the payer changes now.
      String ofPayer = states.orElseThrow().payer();
      Payer otherPlan = new Payer(payer.family(), NO_SUCH_PLAN, payer.lineOfBusiness());
      requireStated(
          edits, moved(otherPlan, claim.form(), dateOfService()), ofPayer.indexOf('/') < 0);
      Payer.Family family =
          payer.family() == Payer.Family.AETNA ? Payer.Family.HUMANA : Payer.Family.AETNA;
      Payer otherFamily = new Payer(family, payer.plan(), payer.lineOfBusiness());
      requireStated(
          edits, moved(otherFamily, claim.form(), dateOfService()), ofPayer.equals(ANY_PAYER));
    }

    private void requireStated(Cpt76496Edits edits, Claim moved, boolean stated) {
      assertEquals(
          stated,
          requirement(edits.review(moved).lines().get(0)).isPresent(),
          () ->
              this
                  + ": whether it is stated for "
                  + moved.payer()
                  + ", "
                  + moved.payer().lineOfBusiness()
                  + ", "
                  + moved.form()
                  + ", "
                  + moved.lines().get(0).dateOfService());
    }

    /** The claim of the case for another payer, form and day. */
    Claim moved(Payer payer, Claim.Form form, LocalDate day) {
      List<ServiceLine> lines = new ArrayList<>();
      for (ServiceLine line : claim.lines()) {
        lines.add(
            new ServiceLine(
                line.number(),
                line.procedureCode(),
                line.modifiers(),
                line.placeOfService(),
                day,
                day.plusDays(DAYS.between(line.dateOfService(), line.dateOfServiceEnd())),
                line.units(),
                line.description(),
                line.note(),
                line.revenueCode(),
                line.record()));
      }
      return new Claim(form, payer, claim.typeOfBill(), claim.note(), claim.attachments(), lines);
    }

    @Override
    public String toString() {
      return edit + " > " + name;
    }
  }

  /** What a requirement says, independent of the state of its document. */
  public record States(
      String level, String channels, String consequence, String scope, String payer) {

    static States of(DocumentationRequirement d) {
      return new States(
          d.level().name(),
          d.channels().toString(),
          d.consequence().name(),
          d.scope().name(),
          d.payer());
    }
  }

  /**
   * Where a row of a table holds.
   *
   * @param programs names of lines of business, empty for all
   * @param forms names of forms, empty for all
   * @param from first date of service
   * @param to last date of service, {@link LocalDate#MAX} without one
   */
  public record Holds(List<String> programs, List<String> forms, LocalDate from, LocalDate to) {

    /** The days on either side of which the answer may change. */
    List<LocalDate> days() {
      return to.equals(LocalDate.MAX)
          ? List.of(from.minusDays(1), from)
          : List.of(from.minusDays(1), from, to, to.plusDays(1));
    }

    boolean includes(Payer.LineOfBusiness program, Claim.Form form, LocalDate day) {
      return (programs.isEmpty() || programs.contains(program.name()))
          && (forms.isEmpty() || forms.contains(form.name()))
          && !day.isBefore(from)
          && !day.isAfter(to);
    }
  }

  /**
   * The cases of all pages.
   *
   * @param rules the folder of the pages
   * @param prefix what the id of every edit begins with: empty, or a host's with its colon
   */
  public static List<CaseFile> all(Path rules, String prefix) {
    try (Stream<Path> files = Files.walk(rules)) {
      return files
          .filter(f -> f.toString().endsWith(".cases.yaml"))
          .sorted()
          .map(file -> read(rules, prefix, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CaseFile read(Path rules, String prefix, Path file) {
    String page = rules.relativize(file).toString().replace('\\', '/').replace(".cases.yaml", "");
    return new CaseFile(page, cases("rules/" + page + ".cases.yaml", prefix + page, file));
  }

  /**
   * The cases of a host's table of requirements, which lie beside it under its name, {@code
   * requirements.cases.yaml} beside {@code requirements.tsv}. Each names the whole id of its row.
   */
  public static CaseFile ofRows(Path table) {
    String name = table.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    Path file = table.resolveSibling(name + ".cases.yaml");
    return new CaseFile(name, cases(file.getFileName().toString(), "", file));
  }

  private static List<Case> cases(String place, String page, Path file) {
    try {
      Object document =
          new Load(LoadSettings.builder().setLabel(place).build())
              .loadFromString(Files.readString(file));
      List<Case> cases = new ArrayList<>();
      for (Object element : (List<?>) document) {
        try {
          cases.add(new Node(page, asMap(element)).asCase());
        } catch (RuntimeException e) {
          throw new IllegalArgumentException(
              "case " + (cases.size() + 1) + ": " + e.getMessage(), e);
        }
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(place + ": cannot be read", e);
    } catch (RuntimeException e) {
      throw new IllegalStateException(place + ": " + e.getMessage(), e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object node) {
    return (Map<String, Object>) node;
  }

  /** A YAML mapping that refuses keys nobody asks for. */
  private record Node(String page, Map<String, Object> map) {

    Case asCase() {
      only(
          "name",
          "edit",
          "claim",
          "line",
          "beside",
          "reports",
          "requires",
          "severity",
          "candidateCodes",
          "carc",
          "rarc",
          "source",
          "answer",
          "states",
          "holds");
      return new Case(
          edit(),
          text("name"),
          child("claim").claim(lines()),
          text("reports"),
          text("requires"),
          text("severity"),
          statedTexts("candidateCodes"),
          statedTexts("carc"),
          statedTexts("rarc"),
          text("source"),
          text("answer"),
          map.containsKey("states")
              ? Optional.of(child("states").states(payerName()))
              : Optional.empty(),
          map.containsKey("holds") ? Optional.of(child("holds").holds()) : Optional.empty());
    }

    /** A case names a part of its page, {@code #ITEM}, or the whole id of an edit. */
    private String edit() {
      String edit = text("edit");
      return edit.isEmpty() || edit.startsWith("#") ? page + edit : edit;
    }

    /** The payer of the claim as a requirement names it. */
    private String payerName() {
      Node payer = child("claim").child("payer");
      return payer.text("plan").isEmpty()
          ? payer.text("family")
          : payer.text("family") + "/" + payer.text("plan");
    }

    private States states(String payer) {
      only("level", "channels", "consequence", "scope", "payer");
      return new States(
          text("level"),
          texts("channels").toString(),
          text("consequence"),
          text("scope"),
          map.containsKey("payer") ? text("payer") : payer);
    }

    private Holds holds() {
      only("lineOfBusiness", "form", "from", "to");
      return new Holds(
          texts("lineOfBusiness"),
          texts("form"),
          LocalDate.parse(text("from")),
          map.containsKey("to") ? LocalDate.parse(text("to")) : LocalDate.MAX);
    }

    private List<ServiceLine> lines() {
      List<ServiceLine> lines = new ArrayList<>();
      lines.add(child("line").line(1, "76496", ""));
      String date = child("line").text("dateOfService");
      for (Object beside : (List<?>) map.getOrDefault("beside", List.of())) {
        lines.add(new Node(page, asMap(beside)).line(lines.size() + 1, "", date));
      }
      return lines;
    }

    private Claim claim(List<ServiceLine> lines) {
      only("form", "payer", "typeOfBill", "note", "attachments");
      return new Claim(
          value("form", Claim.Form.class, Claim.Form.NOT_STATED),
          child("payer").payer(),
          text("typeOfBill"),
          text("note"),
          items("attachments"),
          lines);
    }

    private Payer payer() {
      only("family", "plan", "lineOfBusiness");
      return new Payer(
          value("family", Payer.Family.class, Payer.Family.UNKNOWN),
          text("plan"),
          value("lineOfBusiness", Payer.LineOfBusiness.class, Payer.LineOfBusiness.NOT_STATED));
    }

    private ServiceLine line(int number, String defaultCode, String defaultDate) {
      only(
          "procedureCode",
          "modifiers",
          "placeOfService",
          "dateOfService",
          "dateOfServiceEnd",
          "units",
          "description",
          "note",
          "revenueCode",
          "record");
      String code = text("procedureCode");
      String date = text("dateOfService");
      ServiceLine.Builder line =
          ServiceLine.builder(
                  number,
                  code.isEmpty() ? defaultCode : code,
                  LocalDate.parse(date.isEmpty() ? defaultDate : date))
              .modifiers(texts("modifiers"))
              .placeOfService(text("placeOfService"))
              .description(text("description"))
              .note(text("note"))
              .revenueCode(text("revenueCode"))
              .record(child("record").lineRecord());
      if (map.containsKey("dateOfServiceEnd")) {
        line.through(LocalDate.parse(text("dateOfServiceEnd")));
      }
      if (map.containsKey("units")) {
        line.units(Long.parseLong(text("units")));
      }
      return line.build();
    }

    private RecordFacts lineRecord() {
      only(
          "imaging",
          "purpose",
          "procedure",
          "component",
          "writtenInterpretation",
          "noSpecificCode",
          "categoryThreeChecked",
          "motionRecorded",
          "purchasedComponent",
          "hospitalPatient",
          "onFile");
      return new RecordFacts(
          value("imaging", RecordFacts.Imaging.class, RecordFacts.Imaging.NOT_STATED),
          value("purpose", RecordFacts.Purpose.class, RecordFacts.Purpose.NOT_STATED),
          text("procedure"),
          value("component", RecordFacts.Component.class, RecordFacts.Component.NOT_STATED),
          stated("writtenInterpretation"),
          stated("noSpecificCode"),
          stated("categoryThreeChecked"),
          stated("motionRecorded"),
          stated("purchasedComponent"),
          stated("hospitalPatient"),
          texts("onFile").stream().map(DocumentationItem::valueOf).collect(toSet()));
    }

    private Set<DocumentationItem> items(String key) {
      return ((List<?>) map.getOrDefault(key, List.of()))
          .stream()
              .map(a -> new Node(page, asMap(a)).text("item"))
              .map(DocumentationItem::valueOf)
              .collect(toSet());
    }

    private Node child(String key) {
      return new Node(page, asMap(map.getOrDefault(key, Map.of())));
    }

    private String text(String key) {
      return String.valueOf(map.getOrDefault(key, ""));
    }

    private Optional<List<String>> statedTexts(String key) {
      return map.containsKey(key) ? Optional.of(texts(key)) : Optional.empty();
    }

    private List<String> texts(String key) {
      return ((List<?>) map.getOrDefault(key, List.of())).stream().map(String::valueOf).toList();
    }

    private Stated stated(String key) {
      return switch (text(key)) {
        case "" -> Stated.NOT_STATED;
        case "true" -> Stated.YES;
        case "false" -> Stated.NO;
        default -> throw new IllegalArgumentException(key + " must be true or false");
      };
    }

    private <E extends Enum<E>> E value(String key, Class<E> type, E absent) {
      String value = text(key);
      return value.isEmpty() ? absent : Enum.valueOf(type, value);
    }

    private void only(String... keys) {
      Set<String> unknown = new TreeSet<>(map.keySet());
      unknown.removeAll(Set.of(keys));
      if (!unknown.isEmpty()) {
        throw new IllegalArgumentException("unknown key " + unknown.iterator().next());
      }
    }
  }
}
