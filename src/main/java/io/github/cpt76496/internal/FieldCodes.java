package io.github.cpt76496.internal;

import io.github.cpt76496.Citation;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Sending;
import io.github.cpt76496.DocumentationRequirement.When;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.Remedy;
import io.github.cpt76496.internal.CatalogEntry.Remedies;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The codes by which the field routes work, from four tables of {@code rules/reference/}: what to
 * change for an edit, what names a document, where a channel leads, and which claim status an
 * answer has. Edits hold what is found here from the start on, so that no review looks anything up.
 *
 * <p>Read when a host's process starts: plain loops.
 */
final class FieldCodes {

  /** For rules that are only checked, and have no table beside them. */
  static final FieldCodes NONE = new FieldCodes();

  static final String EDITS = "reference/edit-codes.tsv";
  static final String DOCUMENTS = "reference/document-codes.tsv";
  static final String CHANNELS = "reference/channel-codes.tsv";
  static final String STATUS = "reference/claim-status.tsv";

  private static final Codes NOT_STATED =
      new Codes(
          List.of(),
          List.of(),
          new Remedies(Remedy.NOT_STATED, Remedy.NOT_STATED, Remedy.NOT_STATED));

  /** Answers with which nothing is wrong, however sure they are. */
  private static final Set<String> NOTHING_WRONG =
      Set.of(CodeApplies.YES.name(), Modifier26.VALID.name(), Modifier26.NOT_NEEDED.name());

  /** What a payer's answer calls for. */
  enum Kind {
    RETURN,
    REJECT,
    SEND_DOCUMENT,
    INFORM
  }

  /**
   * The codes of an edit.
   *
   * @param carc claim adjustment reason codes, where its page states none
   * @param rarc remittance advice remark codes, likewise
   */
  record Codes(List<String> carc, List<String> rarc, Remedies remedies) {}

  /** What a row says of the elements to change. */
  private record Elements(
      List<String> x12Professional,
      List<String> x12Institutional,
      List<String> fhir,
      List<String> json) {

    static final Elements NONE = new Elements(List.of(), List.of(), List.of(), List.of());

    static Elements of(Tsv.Row row) {
      return new Elements(
          row.list("x12_professional"),
          row.list("x12_institutional"),
          row.list("fhir"),
          row.list("json"));
    }

    boolean isEmpty() {
      return x12Professional.isEmpty()
          && x12Institutional.isEmpty()
          && fhir.isEmpty()
          && json.isEmpty();
    }

    Elements and(Elements others) {
      return new Elements(
          joined(x12Professional, others.x12Professional),
          joined(x12Institutional, others.x12Institutional),
          joined(fhir, others.fhir),
          joined(json, others.json));
    }

    private static List<String> joined(List<String> first, List<String> then) {
      List<String> both = new ArrayList<>(first);
      for (String element : then) {
        if (!both.contains(element)) {
          both.add(element);
        }
      }
      return both;
    }
  }

  private final Map<String, Tsv.Row> edits = new HashMap<>();
  private final Map<DocumentationItem, Tsv.Row> documents = new EnumMap<>(DocumentationItem.class);
  private final Map<Channel, Tsv.Row> channels = new EnumMap<>(Channel.class);
  private final Map<Kind, String> status = new EnumMap<>(Kind.class);
  private final Sources sources;

  private FieldCodes() {
    sources = Sources.NONE;
  }

  private FieldCodes(Jar own) {
    sources = new Sources(rows(own, Sources.FILE));
    for (Tsv.Row row : rows(own, EDITS)) {
      requireNew(edits.put(row.required("edit"), row), row);
    }
    for (Tsv.Row row : rows(own, DOCUMENTS)) {
      requireNew(documents.put(row.constant("item", DocumentationItem.class), row), row);
    }
    for (Tsv.Row row : rows(own, CHANNELS)) {
      requireNew(channels.put(row.constant("channel", Channel.class), row), row);
    }
    for (Tsv.Row row : rows(own, STATUS)) {
      requireNew(status.put(row.constant("kind", Kind.class), row.required("claim_status")), row);
    }
  }

  /**
   * The tables of the library.
   *
   * @throws IllegalStateException if a row is not complete or there twice; the message names it
   */
  static FieldCodes load(Jar own) {
    return new FieldCodes(own);
  }

  private static List<Tsv.Row> rows(Jar own, String file) {
    return Tsv.rows("rules/" + file, Tsv.allLines(own, file));
  }

  /** The sources that the tables name, and the pages besides. */
  Sources sources() {
    return sources;
  }

  private static void requireNew(@Nullable Object before, Tsv.Row row) {
    if (before != null) {
      throw new IllegalStateException(row.place() + ": a row of this key is there already");
    }
  }

  /**
   * The codes of an edit that states no requirement.
   *
   * @param answer what it answers, or empty
   */
  Codes ofEdit(String id, String answer) {
    Tsv.Row row = edits.get(id);
    if (row == null) {
      return NOT_STATED;
    }
    Elements elements = Elements.of(row);
    List<String> about = row.list("claim_status");
    Kind doubted = NOTHING_WRONG.contains(answer) ? Kind.INFORM : Kind.RETURN;
    Remedy wrong = remedy(row, elements, doubted, about);
    return new Codes(
        row.list("carc"),
        row.list("rarc"),
        new Remedies(wrong, wrong, remedy(row, elements, Kind.INFORM, about)));
  }

  /** The codes of a requirement where it is not met. */
  Codes ofDocument(
      DocumentationItem item, Level level, List<Channel> stated, Consequence consequence) {
    Tsv.Row row = documents.get(item);
    if (row == null) {
      return NOT_STATED;
    }
    Elements elements = Elements.NONE;
    for (Channel channel : stated) {
      elements = elements.and(Elements.of(channels.get(channel)));
    }
    if (elements.isEmpty()) {
      elements = Elements.of(row);
    }
    if (level == Level.DO_NOT_SEND) {
      Remedy withdraw = remedy(row, elements, Kind.RETURN, List.of());
      return new Codes(
          List.of(),
          List.of(),
          new Remedies(withdraw, withdraw, remedy(row, elements, Kind.INFORM, List.of())));
    }
    List<String> about = row.list("claim_status");
    boolean isOnClaim = row.text("goes").equals(When.WITH_CLAIM.name());
    boolean isSent = !isOnClaim && when(row, level, stated) == When.WITH_CLAIM;
    Kind kind = kind(isSent && level == Level.REQUIRED, consequence);
    Remedy missing = remedy(row, elements, kind, about);
    return new Codes(
        row.list("carc"),
        row.list("rarc"),
        new Remedies(missing, missing, remedy(row, elements, Kind.INFORM, about)));
  }

  private static Kind kind(boolean isDocument, Consequence consequence) {
    if (isDocument) {
      return Kind.SEND_DOCUMENT;
    }
    return switch (consequence) {
      case REJECT_FRONT_END, RETURN_UNPROCESSABLE, RETURN_TO_PROVIDER, REJECT_REFILE_NEW ->
          Kind.REJECT;
      case DENY, PEND_RECORD_REQUEST, DECIDED_WITHOUT, RECOUP, NOT_STATED -> Kind.RETURN;
    };
  }

  private Remedy remedy(Tsv.Row row, Elements elements, Kind kind, List<String> about) {
    String answer = status.get(kind);
    String category = answer.substring(0, answer.indexOf(':') + 1);
    List<String> claimStatus = new ArrayList<>(3);
    claimStatus.add(answer);
    for (String code : about) {
      claimStatus.add(category + code);
    }
    return new Remedy(
        elements.x12Professional(),
        elements.x12Institutional(),
        elements.fhir(),
        elements.json(),
        claimStatus,
        citation(row),
        row.get("why_none"));
  }

  private Citation citation(Tsv.Row row) {
    Tsv.Row source = sources.named(row);
    return new Citation(
        source.required("source"),
        source.get("url"),
        row.constant("grade", Citation.Grade.class),
        source.required("source_date"),
        Sources.reading(source),
        row.date("last_review_date"));
  }

  /** When a document goes, and by which codes. */
  Sending sending(DocumentationItem item, Level level, List<Channel> stated) {
    Tsv.Row row = documents.get(item);
    if (row == null) {
      return Sending.NOT_STATED;
    }
    List<String> transmission = new ArrayList<>();
    for (Channel channel : stated) {
      for (String code : channels.get(channel).list("transmission")) {
        if (!transmission.contains(code)) {
          transmission.add(code);
        }
      }
    }
    return new Sending(
        when(row, level, stated),
        row.get("report_type"),
        transmission,
        row.list("loinc"),
        row.get("why_none"));
  }

  private When when(Tsv.Row row, Level level, List<Channel> stated) {
    return switch (level) {
      case DO_NOT_SEND -> When.IN_RECORD;
      case ON_REQUEST -> When.ON_REQUEST;
      case NOT_STATED -> When.NOT_STATED;
      case REQUIRED, REQUIRED_IF, RECOMMENDED -> {
        if (!row.get("goes").isEmpty()) {
          yield row.constant("goes", When.class);
        }
        yield stated.isEmpty()
            ? When.NOT_STATED
            : channels.get(stated.get(0)).constant("goes", When.class);
      }
    };
  }
}
