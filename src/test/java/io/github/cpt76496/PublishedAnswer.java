package io.github.cpt76496;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One entry of {@code rules/published-answers.yaml}, whose head explains the keys. An entry that
 * lacks one, or has another, is refused.
 */
record PublishedAnswer(
    String id,
    Part part,
    Half half,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Claim claim,
    Wanted wanted,
    Standing standing,
    List<String> disagreesWith,
    List<String> replacedBy) {

  enum Part {
    FRESH,
    NEW,
    KNOWN
  }

  enum Half {
    BUILD,
    HOLD
  }

  enum Standing {
    STANDS,
    DATED,
    DISPUTED,
    CONTRADICTED
  }

  enum Needed {
    ALL,
    ANY,
    NONE
  }

  /** Who publishes, and the grade that this gives. */
  private enum Publisher {
    GOVERNMENT(Citation.Grade.A),
    PAYER(Citation.Grade.A),
    SOCIETY(Citation.Grade.S),
    NEWSLETTER(Citation.Grade.S),
    ADVISER(Citation.Grade.S),
    VENDOR(Citation.Grade.U),
    BILLING_COMPANY(Citation.Grade.U),
    BLOG(Citation.Grade.U),
    FORUM(Citation.Grade.U);

    private final Citation.Grade grade;

    Publisher(Citation.Grade grade) {
      this.grade = grade;
    }
  }

  /** A document of the third question; without a state any will do. */
  record Document(
      DocumentationItem item,
      DocumentationRequirement.Level level,
      Optional<DocumentationRequirement.State> state) {}

  /** What is said of an entry that asks more than the first two questions. */
  record More(
      Optional<Edit.Severity> finding,
      boolean settle,
      boolean noError,
      List<String> editsAbsent,
      Optional<Integer> lines,
      List<Document> documents) {}

  record Wanted(
      List<LineReview.CodeApplies> codeApplies,
      List<String> candidates,
      Needed candidatesNeeded,
      List<String> notCandidates,
      List<LineReview.Modifier26> modifier26,
      More more) {

    @Override
    public String toString() {
      List<String> parts = new ArrayList<>();
      if (!codeApplies.isEmpty()) {
        parts.add("code applies " + codeApplies);
      }
      if (candidatesNeeded != Needed.NONE) {
        parts.add(candidatesNeeded + " of " + candidates);
      }
      if (!notCandidates.isEmpty()) {
        parts.add("none of " + notCandidates);
      }
      if (!modifier26.isEmpty()) {
        parts.add("modifier 26 " + modifier26);
      }
      more.finding().ifPresent(least -> parts.add("a finding of " + least + " or worse"));
      if (more.settle()) {
        parts.add("what would settle it");
      }
      if (more.noError()) {
        parts.add("no ERROR");
      }
      more.editsAbsent().forEach(edit -> parts.add("nothing from " + edit));
      more.lines().ifPresent(count -> parts.add(count + " lines"));
      more.documents()
          .forEach(
              d ->
                  parts.add(
                      d.level() + " " + d.item() + d.state().map(state -> " " + state).orElse("")));
      return String.join("; ", parts);
    }
  }

  LocalDate dateOfService() {
    return claim.lines().get(0).dateOfService();
  }

  static List<PublishedAnswer> read(Path file) throws IOException {
    Object document =
        new Load(LoadSettings.builder().setLabel(file.toString()).build())
            .loadFromString(Files.readString(file));
    List<PublishedAnswer> answers = new ArrayList<>();
    for (Object element : (List<?>) document) {
      Node entry = Node.of("entry " + (answers.size() + 1), element);
      answers.add(new Node(entry.text("id"), entry.map()).answer());
    }
    return answers;
  }

  /** A mapping, and the entry to which it belongs. */
  private record Node(String entry, Map<?, ?> map) {

    static Node of(String entry, Object map) {
      return new Node(entry, (Map<?, ?>) map);
    }

    PublishedAnswer answer() {
      requireKeys(
          List.of(
              "id",
              "part",
              "half",
              "address",
              "title",
              "publisher",
              "published",
              "holdsFor",
              "question",
              "claim",
              "wanted",
              "grade",
              "standing",
              "disagreesWith",
              "replacedBy",
              "pageUsedBefore",
              "assumed",
              "note"));
      require(URI.create(text("address")).getHost() != null, "address");
      require(map.get("title") == null || !text("title").isBlank(), "title");
      require(!text("published").isBlank(), "published");
      require(!text("question").isBlank(), "question");
      require(map.get("pageUsedBefore") instanceof Boolean, "pageUsedBefore");
      require(!texts("assumed").isEmpty(), "assumed");
      require(map.get("note") instanceof String, "note");
      Publisher publisher = value("publisher", Publisher.class);
      require(publisher.grade == value("grade", Citation.Grade.class), "grade");
      Node holdsFor = child("holdsFor");
      holdsFor.requireKeys(List.of("from", "to"));
      Claim claim = child("claim").claim();
      return new PublishedAnswer(
          text("id"),
          value("part", Part.class),
          Half.valueOf(text("half").toUpperCase(Locale.ROOT)),
          holdsFor.date("from"),
          holdsFor.date("to"),
          claim,
          child("wanted").wanted(claim),
          value("standing", Standing.class),
          texts("disagreesWith"),
          texts("replacedBy"));
    }

    private Claim claim() {
      requireKeys(List.of("form", "typeOfBill", "payer", "lines"));
      Node payer = child("payer");
      payer.requireKeys(List.of("family", "lineOfBusiness"), "plan");
      List<ServiceLine> lines = new ArrayList<>();
      for (Object line : list("lines")) {
        lines.add(of(entry, line).line());
      }
      Claim.Builder claim =
          Claim.builder(
              value("form", Claim.Form.class),
              new Payer(
                  payer.value("family", Payer.Family.class),
                  payer.optional("plan"),
                  payer.value("lineOfBusiness", Payer.LineOfBusiness.class)));
      if (map.get("typeOfBill") != null) {
        claim.typeOfBill(text("typeOfBill"));
      }
      return claim.lines(lines).build();
    }

    private ServiceLine line() {
      requireKeys(
          List.of("number", "procedureCode", "modifiers", "dateOfService", "units"),
          "placeOfService",
          "revenueCode",
          "description",
          "record");
      return new ServiceLine(
          integer("number"),
          text("procedureCode"),
          texts("modifiers"),
          optional("placeOfService"),
          LocalDate.parse(text("dateOfService")),
          BigDecimal.valueOf(integer("units")),
          optional("description"),
          "",
          optional("revenueCode"),
          map.containsKey("record") ? child("record").lineRecord() : RecordFacts.EMPTY);
    }

    private RecordFacts lineRecord() {
      RecordFacts.Builder record = RecordFacts.builder();
      for (Object key : map.keySet()) {
        switch ((String) key) {
          case "imaging" -> record.imaging(value("imaging", RecordFacts.Imaging.class));
          case "purpose" -> record.purpose(value("purpose", RecordFacts.Purpose.class));
          case "component" -> record.component(value("component", RecordFacts.Component.class));
          case "writtenInterpretation" ->
              record.writtenInterpretation(flag("writtenInterpretation"));
          case "noSpecificCode" -> record.noSpecificCode(flag("noSpecificCode"));
          case "categoryThreeChecked" -> record.categoryThreeChecked(flag("categoryThreeChecked"));
          case "motionRecorded" -> record.motionRecorded(flag("motionRecorded"));
          default -> require(false, "record." + key);
        }
      }
      return record.build();
    }

    private Wanted wanted(Claim claim) {
      requireKeys(
          List.of(
              "codeApplies",
              "candidates",
              "candidatesNeeded",
              "notCandidates",
              "includesImaging",
              "modifier26",
              "more"));
      Set<String> billed =
          new TreeSet<>(claim.lines().stream().map(ServiceLine::procedureCode).toList());
      require(billed.containsAll(texts("includesImaging")), "includesImaging");
      Needed needed = value("candidatesNeeded", Needed.class);
      require(texts("candidates").isEmpty() == (needed == Needed.NONE), "candidatesNeeded");
      return new Wanted(
          values("codeApplies", LineReview.CodeApplies.class),
          texts("candidates"),
          needed,
          texts("notCandidates"),
          values("modifier26", LineReview.Modifier26.class),
          child("more").more());
    }

    private More more() {
      requireKeys(List.of(), "finding", "settle", "noerror", "edit_absent", "lines", "doc");
      List<Document> documents = new ArrayList<>();
      for (Object row : list("doc")) {
        List<?> cells = (List<?>) row;
        documents.add(
            new Document(
                DocumentationItem.valueOf((String) cells.get(0)),
                DocumentationRequirement.Level.valueOf((String) cells.get(1)),
                Optional.ofNullable((String) cells.get(2))
                    .map(DocumentationRequirement.State::valueOf)));
      }
      return new More(
          values("finding", Edit.Severity.class).stream().findFirst(),
          map.containsKey("settle") && flag("settle"),
          map.containsKey("noerror") && flag("noerror"),
          texts("edit_absent"),
          map.containsKey("lines") ? Optional.of(integer("lines")) : Optional.empty(),
          documents);
    }

    private Node child(String key) {
      return of(entry, map.get(key));
    }

    private String text(String key) {
      require(map.get(key) instanceof String, key);
      return (String) map.get(key);
    }

    /** The text of a key that may be absent. */
    private String optional(String key) {
      return map.containsKey(key) ? text(key) : "";
    }

    private Optional<LocalDate> date(String key) {
      return map.get(key) == null ? Optional.empty() : Optional.of(LocalDate.parse(text(key)));
    }

    private int integer(String key) {
      require(map.get(key) instanceof Integer, key);
      return (Integer) map.get(key);
    }

    private boolean flag(String key) {
      require(map.get(key) instanceof Boolean, key);
      return (Boolean) map.get(key);
    }

    /** The elements of a list, of one that stands alone, or none. */
    private List<?> list(String key) {
      Object value = map.get(key);
      return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    }

    private List<String> texts(String key) {
      return list(key).stream().map(String.class::cast).toList();
    }

    private <E extends Enum<E>> E value(String key, Class<E> type) {
      return Enum.valueOf(type, text(key));
    }

    private <E extends Enum<E>> List<E> values(String key, Class<E> type) {
      return texts(key).stream().map(name -> Enum.valueOf(type, name)).toList();
    }

    private void requireKeys(List<String> needed, String... allowed) {
      Set<String> missing = new TreeSet<>(needed);
      missing.removeAll(map.keySet());
      require(missing.isEmpty(), "lacks " + missing);
      Set<Object> unknown = new HashSet<>(map.keySet());
      unknown.removeAll(needed);
      unknown.removeAll(List.of(allowed));
      require(unknown.isEmpty(), "unknown " + unknown);
    }

    private void require(boolean fulfilled, String what) {
      if (!fulfilled) {
        throw new IllegalStateException(entry + ": " + what);
      }
    }
  }
}
