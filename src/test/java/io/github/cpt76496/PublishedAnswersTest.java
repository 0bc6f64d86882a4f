package io.github.cpt76496;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.PublishedAnswer.Document;
import io.github.cpt76496.PublishedAnswer.Half;
import io.github.cpt76496.PublishedAnswer.More;
import io.github.cpt76496.PublishedAnswer.Needed;
import io.github.cpt76496.PublishedAnswer.Part;
import io.github.cpt76496.PublishedAnswer.Standing;
import io.github.cpt76496.PublishedAnswer.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What others have published, {@code rules/published-answers.yaml}, and what the library answers.
 * Rules are written looking at the build half, so of the hold half nothing is told but how many are
 * right: whoever reads which of them are not has lost the only figure that says how the rules do on
 * questions that nobody looked at.
 *
 * <p>{@code includesImaging} is not judged: an answer has no list of the codes that hold the
 * imaging, only the words of a finding.
 */
class PublishedAnswersTest {

  private static final Path SET = OwnPages.RULES.resolve("published-answers.yaml");
  private static final Path OPEN = Path.of("src/test/resources/published-answers-open.tsv");
  private static final Path VERDICTS = Path.of("target/published-answers.txt");

  /** Measured on 2026-11-29, and not to be lost again. */
  private static final Map<Half, Integer> RIGHT_AT_LEAST = Map.of(Half.BUILD, 153, Half.HOLD, 43);

  private static final Cpt76496Edits EDITS = Cpt76496Edits.load();

  private final List<PublishedAnswer> answers = PublishedAnswer.read(SET);

  PublishedAnswersTest() throws IOException {}

  /** What was given for an entry, and what of it was not wanted. */
  private record Verdict(PublishedAnswer answer, Set<String> faults, String given) {

    boolean right() {
      return faults.isEmpty();
    }

    @Override
    public String toString() {
      return answer.id() + ": wanted " + answer.wanted() + "; given " + given + "; wrong " + faults;
    }
  }

  @Test
  void everyEntryIsWhole() {
    List<String> ids = answers.stream().map(PublishedAnswer::id).toList();
    assertEquals(new ArrayList<>(new TreeSet<>(ids)), ids, "the ids, each once and in order");
    Map<String, PublishedAnswer> byId =
        answers.stream().collect(toMap(PublishedAnswer::id, Function.identity()));
    List<String> faults = new ArrayList<>();
    for (PublishedAnswer answer : answers) {
      for (String other : answer.disagreesWith()) {
        if (!byId.containsKey(other) || !byId.get(other).disagreesWith().contains(answer.id())) {
          faults.add(answer.id() + " disagrees with " + other + ", and not the other way round");
        }
      }
      if (!byId.keySet().containsAll(answer.replacedBy())) {
        faults.add(answer.id() + " is replaced by an entry that is not there");
      }
      if (!answer.replacedBy().isEmpty() && answer.standing() != Standing.DATED) {
        faults.add(answer.id() + " is replaced and not DATED");
      }
      for (ServiceLine line : answer.claim().lines()) {
        if (line.dateOfService().isBefore(answer.from().orElse(LocalDate.MIN))
            || line.dateOfService().isAfter(answer.to().orElse(LocalDate.MAX))) {
          faults.add(answer.id() + " is tried on a day for which it does not hold");
        }
      }
      if (answer.claim().lines().stream().noneMatch(l -> l.procedureCode().equals("76496"))) {
        faults.add(answer.id() + " bills no 76496");
      }
      if (!Collections.disjoint(answer.wanted().candidates(), answer.wanted().notCandidates())) {
        faults.add(answer.id() + " wants a code that it does not want");
      }
      if (answer.wanted().toString().isEmpty()) {
        faults.add(answer.id() + " wants nothing");
      }
    }
    assertEquals("", String.join("\n", faults));
  }

  /**
   * Of the FRESH entries those to build by whose SHA-256 of the text {@code 76496:} and the id
   * begins with a digit below 8. The others were parted too, and their hold half has since been
   * opened.
   */
  @Test
  void theHalvesAreThoseOfTheRule() {
    for (PublishedAnswer answer : answers) {
      boolean held = answer.part() == Part.FRESH && digest(answer.id()).charAt(0) >= '8';
      assertEquals(held ? Half.HOLD : Half.BUILD, answer.half(), answer.id());
    }
  }

  private static String digest(String id) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(("76496:" + id).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void noAnswerIsLost() throws IOException {
    Map<Half, List<Verdict>> scored = new EnumMap<>(Half.class);
    List<String> written = new ArrayList<>();
    written.add("id\tverdict\twanted\tgiven");
    for (PublishedAnswer answer : answers) {
      Verdict verdict = judge(answer);
      boolean counts = isScored(answer);
      if (counts) {
        scored.computeIfAbsent(answer.half(), half -> new ArrayList<>()).add(verdict);
      }
      if (answer.half() == Half.BUILD) {
        String said = !counts ? "not scored" : verdict.right() ? "right" : "" + verdict.faults();
        written.add(
            String.join("\t", answer.id(), said, answer.wanted().toString(), verdict.given()));
      }
    }
    Files.write(VERDICTS, written);
    scored.forEach((half, verdicts) -> System.out.println(counts(half, verdicts)));

    List<Verdict> otherwise = scored.get(Half.BUILD).stream().filter(v -> !v.right()).toList();
    Set<String> listed = new TreeSet<>();
    for (Map<String, String> row : OwnPages.rows(OPEN)) {
      assertTrue(listed.add(row.get("id")), () -> row.get("id") + " is listed twice");
      assertTrue(!row.get("why").isBlank(), () -> row.get("id") + " is listed without a reason");
    }
    List<String> differences = new ArrayList<>();
    otherwise.stream()
        .filter(v -> !listed.contains(v.answer().id()))
        .forEach(v -> differences.add("not listed: " + v));
    listed.removeAll(otherwise.stream().map(v -> v.answer().id()).collect(toSet()));
    listed.forEach(id -> differences.add("listed and answered as published, or not scored: " + id));
    assertEquals(
        "",
        String.join("\n", differences),
        () -> "the entries of the build half that are answered otherwise are those of " + OPEN);
    scored.forEach(
        (half, verdicts) ->
            assertTrue(
                right(verdicts) >= RIGHT_AT_LEAST.get(half),
                () -> counts(half, verdicts) + "; were " + RIGHT_AT_LEAST.get(half)));
  }

  /**
   * Not what better evidence in the set contradicts, and not days of which the rules say nothing.
   */
  private static boolean isScored(PublishedAnswer answer) {
    return answer.standing() != Standing.CONTRADICTED
        && !answer.dateOfService().isBefore(EDITS.version().coversFrom());
  }

  private static long right(List<Verdict> verdicts) {
    return verdicts.stream().filter(Verdict::right).count();
  }

  private String counts(Half half, List<Verdict> verdicts) {
    List<String> by = new ArrayList<>();
    for (Part part : Part.values()) {
      by.add(of(part.name(), verdicts.stream().filter(v -> v.answer().part() == part).toList()));
    }
    for (Standing standing : Standing.values()) {
      List<Verdict> some =
          verdicts.stream().filter(v -> v.answer().standing() == standing).toList();
      if (!some.isEmpty()) {
        by.add(of(standing.name(), some));
      }
    }
    return "Published answers, "
        + of(half == Half.BUILD ? "build half:" : "hold half:", verdicts)
        + " right ("
        + String.join(", ", by)
        + "); not scored: "
        + (answers.stream().filter(a -> a.half() == half).count() - verdicts.size());
  }

  private static String of(String name, List<Verdict> verdicts) {
    return name + " " + right(verdicts) + " of " + verdicts.size();
  }

  private Verdict judge(PublishedAnswer answer) {
    ClaimReview review = EDITS.review(answer.claim());
    Wanted wanted = answer.wanted();
    Set<String> faults = new LinkedHashSet<>();
    List<String> given = new ArrayList<>();
    List<Wanted> sides = otherSides(answer);
    Set<String> named = new HashSet<>(wanted.candidates());
    sides.forEach(side -> named.addAll(side.candidates()));
    boolean asAnotherSide =
        sides.stream()
            .anyMatch(side -> review.lines().stream().allMatch(l -> isOf(side, named, l)));
    for (LineReview line : review.lines()) {
      if (!asAnotherSide) {
        faults.addAll(faultsOfCode(wanted, line));
      }
      faults.addAll(otherFaults(wanted, line));
      given.add(given(wanted.more(), line));
    }
    wanted
        .more()
        .lines()
        .filter(count -> count != review.lines().size())
        .ifPresent(count -> faults.add("lines"));
    return new Verdict(answer, faults, String.join(" | ", given));
  }

  /**
   * Where public answers differ, what the others say of the code is as good, if the entry names
   * them and nothing better contradicts them.
   */
  private List<Wanted> otherSides(PublishedAnswer answer) {
    return answer.standing() != Standing.DISPUTED
        ? List.of()
        : answers.stream()
            .filter(a -> answer.disagreesWith().contains(a.id()))
            .filter(a -> a.standing() == Standing.DISPUTED || a.standing() == Standing.STANDS)
            .map(PublishedAnswer::wanted)
            .toList();
  }

  /** The answer of a side; where it wants no code, without one that none of the sides names. */
  private static boolean isOf(Wanted side, Set<String> named, LineReview line) {
    return !side.codeApplies().isEmpty()
        && faultsOfCode(side, line).isEmpty()
        && (side.candidatesNeeded() != Needed.NONE || named.containsAll(line.candidateCodes()));
  }

  private static List<String> faultsOfCode(Wanted wanted, LineReview line) {
    List<String> faults = new ArrayList<>();
    if (!wanted.codeApplies().isEmpty() && !wanted.codeApplies().contains(line.codeApplies())) {
      faults.add("code applies");
    }
    List<String> offered = line.candidateCodes();
    boolean offersWanted =
        switch (wanted.candidatesNeeded()) {
          case ALL -> offered.containsAll(wanted.candidates());
          case ANY -> !Collections.disjoint(offered, wanted.candidates());
          case NONE -> true;
        };
    if (!offersWanted) {
      faults.add("code not offered");
    }
    if (!Collections.disjoint(offered, wanted.notCandidates())) {
      faults.add("wrong code offered");
    }
    return faults;
  }

  private static List<String> otherFaults(Wanted wanted, LineReview line) {
    List<String> faults = new ArrayList<>();
    if (!wanted.modifier26().isEmpty() && !wanted.modifier26().contains(line.modifier26())) {
      faults.add("modifier 26");
    }
    More more = wanted.more();
    if (more.finding().isPresent()
        && line.findings().stream()
            .noneMatch(f -> f.severity().compareTo(more.finding().get()) <= 0)) {
      faults.add("no such finding");
    }
    if (more.noError()
        && line.findings().stream().anyMatch(f -> f.severity() == Edit.Severity.ERROR)) {
      faults.add("ERROR");
    }
    if (more.settle()
        && line.codeApplies() == LineReview.CodeApplies.UNDETERMINED
        && line.factsNeeded().isEmpty()) {
      faults.add("nothing would settle it");
    }
    if (line.findings().stream().anyMatch(f -> more.editsAbsent().contains(f.edit()))) {
      faults.add("finding of an edit");
    }
    for (Document document : more.documents()) {
      if (line.documentation().stream().noneMatch(d -> is(document, d))) {
        faults.add("documentation");
      }
    }
    return faults;
  }

  private static boolean is(Document wanted, DocumentationRequirement given) {
    return wanted.item() == given.item()
        && wanted.level() == given.level()
        && (wanted.state().isEmpty() || wanted.state().get() == given.state());
  }

  private static String given(More more, LineReview line) {
    StringBuilder given =
        new StringBuilder("code applies ")
            .append(line.codeApplies())
            .append("; offered ")
            .append(line.candidateCodes())
            .append("; modifier 26 ")
            .append(line.modifier26())
            .append("; findings ")
            .append(line.findings().stream().map(f -> f.severity() + " " + f.edit()).toList());
    more.documents()
        .forEach(
            wanted ->
                given
                    .append("; ")
                    .append(wanted.item())
                    .append(' ')
                    .append(
                        line.documentation().stream()
                            .filter(d -> d.item() == wanted.item())
                            .map(d -> d.level() + " " + d.state())
                            .toList()));
    return given.toString();
  }
}
