package io.github.cpt76496.examples.scrubber;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.examples.scrubber.report.QuestionnaireReport.Addresses;
import io.github.cpt76496.examples.scrubber.report.Report;
import io.github.cpt76496.examples.scrubber.report.Tally;
import io.github.cpt76496.fhir.AnsweredClaim;
import io.github.cpt76496.fhir.LineQuestions;
import io.github.cpt76496.fhir.UnreadableAnswersException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * QuestionnaireResponses to what {@code --format questionnaire} has asked. Each finds its line by
 * the address of the Questionnaire, which is made of the claim, its file and its place there: no
 * answer gets to another claim, though it be alike, nor to the same claim after somebody has
 * changed or moved it. One that finds no line is named at the end.
 */
final class Answers {

  /** A response and where it stands. */
  private record Given(String file, String place, QuestionnaireResponse response) {}

  /** A problem and the file that has it. */
  private record Named(String file, Problem problem) {}

  /**
   * A claim with all that was answered about it.
   *
   * @param stated what was answered, in words for the reports
   */
  record WithAnswers(PlacedClaim claim, List<String> stated) {

    /** The place alone: claim and answers belong to a patient. */
    @Override
    public String toString() {
      return "WithAnswers[" + claim.place() + "]";
    }
  }

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Map<String, Given> byAddress = new LinkedHashMap<>();
  private final List<Named> unread = new ArrayList<>();
  private final Set<String> met = ConcurrentHashMap.newKeySet();
  private final Map<String, List<Problem>> refused = new ConcurrentHashMap<>();

  private Answers() {}

  static Answers none() {
    return new Answers();
  }

  /**
   * Reads files, each one resource, one a line, or a Bundle.
   *
   * @throws IOException if a file cannot be read; the message is its name
   */
  static Answers read(List<Path> files) throws IOException {
    Answers answers = new Answers();
    for (Path file : files) {
      answers.read(file);
    }
    return answers;
  }

  private void read(Path path) throws IOException {
    String file = path.toString();
    int number = 0;
    try (InputStream bytes = Sources.open(path);
        InputStream in = Sources.unpacked(bytes, () -> {});
        MappingIterator<JsonNode> nodes = MAPPER.readerFor(JsonNode.class).readValues(in)) {
      while (nodes.hasNextValue()) {
        JsonNode node = nodes.nextValue();
        number++;
        if (node.path("resourceType").asText().equals("Bundle")) {
          JsonNode entries = node.path("entry");
          for (int i = 0; i < entries.size(); i++) {
            String place = "resource " + number + ", entry[" + i + "].resource";
            add(file, place, entries.get(i).path("resource"));
          }
        } else {
          add(file, "resource " + number, node);
        }
      }
    } catch (JsonProcessingException e) {
      notRead(file, "resource " + (number + 1), "not JSON; the rest was not read");
    } catch (IOException e) {
      throw new IOException(file, e);
    }
    if (number == 0 && unread.stream().noneMatch(named -> named.file().equals(file))) {
      notRead(file, "", "holds no QuestionnaireResponse");
    }
  }

  private void add(String file, String place, JsonNode node) {
    if (!node.path("resourceType").asText().equals("QuestionnaireResponse")) {
      notRead(file, place, "no QuestionnaireResponse of FHIR R4");
      return;
    }
    try {
      QuestionnaireResponse response = LineQuestions.response(node.toString());
      String named = Objects.requireNonNullElse(response.getQuestionnaire(), "");
      String address = named.replaceFirst("\\|.*", "");
      if (address.isEmpty()) {
        notRead(
            file,
            within(place, "questionnaire"),
            "missing; it names the Questionnaire that is answered, as url|version");
        return;
      }
      Given known = byAddress.putIfAbsent(address, new Given(file, place, response));
      if (known != null) {
        notRead(
            file,
            place,
            "answers the same questions as "
                + (known.file().equals(file) ? "" : known.file() + ", ")
                + known.place()
                + ", which is read; leave one of the two");
      }
    } catch (UnreadableAnswersException e) {
      e.problems().forEach(p -> notRead(file, within(place, p.place()), p.reason()));
    }
  }

  private static String within(String place, String part) {
    return part.isEmpty() ? place : place + ", " + part;
  }

  private void notRead(String file, String place, String reason) {
    unread.add(new Named(file, Problem.at(place, reason)));
  }

  /**
   * The claim with what was answered about its lines. What is asked after an answer may have been
   * answered, too, so it goes on until nothing more is found.
   *
   * @param file the name of the input
   */
  WithAnswers apply(Cpt76496Edits edits, String file, PlacedClaim claim) {
    PlacedClaim now = claim;
    List<String> stated = new ArrayList<>();
    Set<String> ofThisClaim = new HashSet<>();
    boolean changed = !byAddress.isEmpty();
    while (changed) {
      PlacedClaim asked = now;
      Addresses addresses = new Addresses(file, asked);
      for (LineReview line : edits.review(asked.claim()).lines()) {
        for (boolean whole : new boolean[] {false, true}) {
          String address = addresses.of(line.number(), whole);
          Given given = byAddress.get(address);
          if (given != null && ofThisClaim.add(address)) {
            met.add(address);
            Claim answered = apply(edits, asked, now.claim(), line, whole, address, stated);
            now = now.with(answered);
          }
        }
      }
      changed = !now.claim().equals(asked.claim());
    }
    return new WithAnswers(now, stated);
  }

  private Claim apply(
      Cpt76496Edits edits,
      PlacedClaim asked,
      Claim now,
      LineReview line,
      boolean whole,
      String address,
      List<String> stated) {
    LineQuestions questions = LineQuestions.of(edits);
    try {
      Optional<Questionnaire> form =
          whole
              ? Optional.of(questions.record(line.number()))
              : questions.open(asked.claim(), line);
      if (form.isEmpty()) {
        refused.put(address, List.of(Problem.at("questionnaire", "nothing is open on its line")));
        return now;
      }
      AnsweredClaim answered =
          questions.read(
              now, line.number(), form.get().setUrl(address), byAddress.get(address).response());
      if (now.form() != asked.claim().form() && answered.claim().form() != now.form()) {
        refused.put(
            address,
            List.of(Problem.at("form", "answered otherwise for another line of the claim")));
        return now;
      }
      edits.review(answered.claim()); // Refuses what the library cannot take.
      answered.stated().forEach(each -> stated.add("line " + line.number() + ": " + each));
      return answered.claim();
    } catch (UnreadableAnswersException e) {
      refused.put(address, e.problems());
      return now;
    } catch (IllegalArgumentException e) {
      // The library's own names line and field and repeats no value.
      refused.put(address, List.of(Problem.of(e.getMessage())));
      return now;
    } catch (RuntimeException e) {
      // Whatever it is, it costs this response and not the run. Its message may repeat a value.
      refused.put(
          address,
          List.of(Problem.of("not read because of an unexpected " + e.getClass().getSimpleName())));
      return now;
    }
  }

  /** Names what was not read, what was refused, and what found no line. */
  void writeProblems(Report report, Tally tally) {
    List<Named> all = new ArrayList<>(unread);
    byAddress.forEach(
        (address, given) -> {
          for (Problem problem : refused.getOrDefault(address, List.of())) {
            all.add(
                new Named(
                    given.file(),
                    Problem.at(within(given.place(), problem.place()), problem.reason())));
          }
          if (!met.contains(address)) {
            all.add(
                new Named(
                    given.file(),
                    Problem.at(
                        given.place(),
                        "answers no line of these claims: its claim is not among them, was changed"
                            + " since it was asked about, or stands in another file or place;"
                            + " name the files as they were named then")));
          }
        });
    all.sort(Comparator.comparing(Named::file));
    for (Named named : all) {
      tally.countNotRead();
      report.problem(named.file(), named.problem());
    }
  }
}
