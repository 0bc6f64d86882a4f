package io.github.cpt76496.benchmark;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.Engine;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.NamedService;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.oracle.PlainFinding;
import io.github.cpt76496.oracle.PlainJava;
import io.github.cpt76496.oracle.PlainLine;
import io.github.cpt76496.oracle.PlainRequirement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The whole answer by hand, on the claims of the benchmark: every decision as {@code if} and {@code
 * switch}, by the Java that the rules are tested against, and here the message of every finding,
 * its citation, what the words were read as, and the same immutable review. No engine runs, and no
 * catalog is asked, once it is made.
 *
 * <p>What never changes (citations, codes, remedies, a requirement in each of its states, the
 * sentences of messages) is held ready, as a person would hold it in constants; it is copied from
 * the library's answers to the same claims. Words are read by the library's reader, which is no
 * part of what is compared.
 */
final class HandWritten {

  /** A procedure that decides, in the order in which one takes precedence over another. */
  private enum Procedure {
    TUBE,
    NERVE_ROOT,
    PLEURA,
    BILE_DUCT_47533,
    BILE_DUCT_47536,
    KIDNEY,
    EPIDURAL,
    NEEDLE_GUIDANCE,
    JOINT,
    CENTRAL_LINE,
    NONE;

    static Procedure of(Claim claim) {
      Procedure first = NONE;
      List<ServiceLine> lines = claim.lines();
      for (int i = 0; i < lines.size(); i++) {
        Procedure procedure = of(lines.get(i).procedureCode());
        if (procedure.compareTo(first) < 0) {
          first = procedure;
        }
      }
      return first;
    }

    private static Procedure of(String code) {
      return switch (code) {
        case "47533" -> BILE_DUCT_47533;
        case "47536" -> BILE_DUCT_47536;
        case "49440" -> TUBE;
        case "50432" -> KIDNEY;
        case "62323" -> EPIDURAL;
        case "64483" -> NERVE_ROOT;
        case "32557" -> PLEURA;
        case "36558" -> CENTRAL_LINE;
        case "20610" -> JOINT;
        case "77002" -> NEEDLE_GUIDANCE;
        default -> NONE;
      };
    }
  }

  /** What a message depends on, but for the place of service. */
  private record Said(
      String edit, Procedure billed, String concept, String field, List<String> candidates) {

    static Said of(
        String edit, Procedure billed, List<NamedService> readAs, List<String> candidates) {
      boolean read = !readAs.isEmpty();
      return new Said(
          edit,
          billed,
          read ? readAs.get(0).concept() : "",
          read ? readAs.get(0).field().name() : "",
          candidates);
    }
  }

  /** A message around the place of service, which stands in some. */
  private record Message(String before, String after, boolean namesPlace) {

    private static final String PLACE = "place of service ";

    static Message of(String text, String place) {
      int at = place.isEmpty() ? -1 : text.indexOf(PLACE + place);
      return at < 0
          ? new Message(text, "", false)
          : new Message(
              text.substring(0, at + PLACE.length()),
              text.substring(at + PLACE.length() + place.length()),
              true);
    }

    String with(String place) {
      return namesPlace ? before + place + after : before;
    }
  }

  private final Function<Claim, List<PlainLine>> decisions;

  private final Cpt76496Edits reader = Cpt76496Edits.loader().engine(Engine.COMPILED).load();

  /** What never changes of a finding, by edit, or by edit and row where it rests on one. */
  private final Map<String, Finding> constants = new HashMap<>();

  private final Map<Said, Message> messages = new HashMap<>();

  private final Map<String, Map<DocumentationRequirement.State, DocumentationRequirement>>
      requirements = new HashMap<>();

  private final ClaimReview nothing;

  HandWritten() {
    this(new PlainJava()::review);
  }

  /**
   * The answer alone: everything is decided before, and what is left is to read the words, to write
   * the messages and to put the answer together. No way to decide can be faster than that.
   */
  static HandWritten answersAlone(Claim[] claims) {
    PlainJava decisions = new PlainJava();
    IdentityHashMap<Claim, List<PlainLine>> decided = new IdentityHashMap<>();
    for (Claim claim : claims) {
      decided.put(claim, decisions.review(claim));
    }
    return new HandWritten(decided::get);
  }

  private HandWritten(Function<Claim, List<PlainLine>> decisions) {
    this.decisions = decisions;
    nothing = new ClaimReview(reader.version(), PayerMatch.NONE, List.of());
    for (Mix mix : Mix.values()) {
      for (Claim claim : mix.claims()) {
        Procedure billed = Procedure.of(claim);
        for (LineReview line : reader.review(claim).lines()) {
          String place = placeOf(claim, line.number());
          for (Finding finding : line.findings()) {
            constants.putIfAbsent(key(finding.edit(), billed, line.readAs()), finding);
            messages.computeIfAbsent(
                Said.of(finding.edit(), billed, line.readAs(), line.candidateCodes()),
                said -> Message.of(finding.message(), place));
          }
          for (DocumentationRequirement requirement : line.documentation()) {
            requirements
                .computeIfAbsent(
                    requirement.edit(), e -> new EnumMap<>(DocumentationRequirement.State.class))
                .put(requirement.state(), requirement);
          }
        }
      }
    }
  }

  private static String placeOf(Claim claim, int number) {
    return claim.lines().stream()
        .filter(line -> line.number() == number)
        .findFirst()
        .orElseThrow()
        .placeOfService();
  }

  private static String key(String edit, Procedure billed, List<NamedService> readAs) {
    return switch (edit) {
      case "procedure/imaging-included", "procedure/listed-imaging-beside-procedure" ->
          billed.name();
      default ->
          readAs.isEmpty() || !edit.startsWith("procedure/")
              ? edit
              : edit + " " + readAs.get(0).concept() + " " + billed;
    };
  }

  ClaimReview review(Claim claim) {
    List<PlainLine> answers = decisions.apply(claim);
    if (answers.isEmpty()) {
      return nothing;
    }
    Procedure billed = Procedure.of(claim);
    LineReview[] lines = new LineReview[answers.size()];
    int next = 0;
    for (int i = 0; i < claim.lines().size(); i++) {
      ServiceLine line = claim.lines().get(i);
      if (line.billedWith76496()) {
        lines[next] = review(claim, line, answers.get(next), billed);
        next++;
      }
    }
    return new ClaimReview(reader.version(), answers.get(0).payerMatch(), List.of(lines));
  }

  private LineReview review(Claim claim, ServiceLine line, PlainLine answers, Procedure billed) {
    Optional<NamedService> read =
        line.description().isEmpty() && claim.note().isEmpty()
            ? Optional.empty()
            : reader.read(line.description(), line.note(), claim.note(), line.dateOfService());
    List<NamedService> readAs = read.isEmpty() ? List.of() : List.of(read.get());
    Finding[] findings = new Finding[answers.findings().size()];
    for (int i = 0; i < findings.length; i++) {
      PlainFinding plain = answers.findings().get(i);
      Finding constant = constants.get(key(plain.edit(), billed, readAs));
      findings[i] =
          new Finding(
              plain.edit(),
              line.number(),
              plain.severity(),
              constant.answers(),
              messages
                  .get(Said.of(plain.edit(), billed, readAs, answers.candidateCodes()))
                  .with(line.placeOfService()),
              candidates(plain.edit(), constant, answers),
              constant.carc(),
              constant.rarc(),
              constant.remedy(),
              constant.citation(),
              constant.row());
    }
    DocumentationRequirement[] documents =
        new DocumentationRequirement[answers.documentation().size()];
    for (int i = 0; i < documents.length; i++) {
      PlainRequirement plain = answers.documentation().get(i);
      documents[i] = requirements.get(plain.edit()).get(plain.state());
    }
    return new LineReview(
        line.number(),
        line.procedureCode(),
        line.modifiers(),
        line.dateOfService(),
        line.dateOfServiceEnd(),
        answers.codeApplies(),
        answers.modifier26(),
        answers.candidateCodes(),
        answers.factsNeeded(),
        readAs,
        List.of(documents),
        List.of(findings),
        List.of());
  }

  /** What decides names the codes of the line; an advice has its own. */
  private static List<String> candidates(String edit, Finding constant, PlainLine answers) {
    return constant.answers() && edit.startsWith("procedure/")
        ? answers.candidateCodes()
        : constant.candidateCodes();
  }
}
