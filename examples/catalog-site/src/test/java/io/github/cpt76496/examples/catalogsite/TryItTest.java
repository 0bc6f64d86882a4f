package io.github.cpt76496.examples.catalogsite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.Engine;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.claims.FactQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the form shows against what the library says of the same claim, run by the other engine. */
@Tag("one-jdk")
class TryItTest {

  /** A prime, so that the sample meets every choice with every other. */
  private static final int STEP = 61;

  private static TryItClaims claims;
  private static Cpt76496Edits reference;
  private static JsonNode data;
  private static int[] choices;

  @BeforeAll
  static void write() throws IOException {
    reference = Cpt76496Edits.load();
    claims = new TryItClaims(new PayerMatrix(Catalog.of(reference).requirements()), reference);
    choices = claims.dimensions().stream().mapToInt(d -> d.choices().size()).toArray();
    data =
        JsonMapper.builder()
            .build()
            .readTree(TryIt.json(claims, Cpt76496Edits.loader().engine(Engine.COMPILED).load()));
  }

  @Test
  void answersAreThoseOfTheLibrary() {
    int combinations = 1;
    for (int choice : choices) {
      combinations *= choice;
    }
    int looked = 0;
    for (int combination = 0; combination < combinations; combination += STEP) {
      int[] chosen = chosen(combination);
      ClaimReview review = reference.review(claims.claim(chosen));
      assertEquals(asShown(review), shown(chosen), () -> "combination " + Arrays.toString(chosen));
      looked++;
    }
    assertTrue(looked > 5_000, looked + " combinations");
  }

  private static int[] chosen(int combination) {
    int[] chosen = new int[choices.length];
    int rest = combination;
    for (int d = choices.length - 1; d >= 0; d--) {
      chosen[d] = rest % choices[d];
      rest /= choices[d];
    }
    return chosen;
  }

  private static List<String> asShown(ClaimReview review) {
    LineReview line = review.lines().get(0);
    List<String> text = new ArrayList<>();
    text.add(line.codeApplies() + " " + line.candidateCodes());
    text.add(line.modifier26().name());
    text.add(review.payerMatch().name());
    text.add(line.factsNeeded().stream().map(f -> FactQuestion.of(f).field()).toList().toString());
    text.add(line.question());
    for (Finding f : line.findings()) {
      text.add(
          String.join(
              "|",
              f.edit(),
              f.severity().name(),
              f.message(),
              f.citation().source(),
              f.citation().url(),
              f.citation().grade().name(),
              f.citation().sourceDate()));
    }
    for (DocumentationRequirement r : line.documentation()) {
      text.add(
          String.join(
              "|",
              r.edit(),
              r.item().name(),
              r.level().name(),
              r.state().name(),
              r.channels().toString(),
              r.consequence().name(),
              r.citation().source()));
    }
    return text;
  }

  /** As the script of the page puts it together. */
  private static List<String> shown(int[] chosen) {
    JsonNode procedure = lookUp("procedure", chosen);
    JsonNode modifier = lookUp("modifier", chosen);
    JsonNode documentation = lookUp("documentation", chosen);
    List<String> text = new ArrayList<>();
    text.add(procedure.path("answer").asText() + " " + texts(procedure.path("candidateCodes")));
    text.add(modifier.path("answer").asText());
    text.add(documentation.path("match").asText());
    text.add(texts(lookUp("settles", chosen).path("facts")).toString());
    text.add(lookUp("settles", chosen).path("words").asText());
    for (JsonNode part : List.of(procedure, modifier, documentation)) {
      for (JsonNode number : part.path("findings")) {
        JsonNode f = data.path("findings").get(number.asInt());
        JsonNode citation = f.path("citation");
        text.add(
            String.join(
                "|",
                f.path("edit").asText(),
                f.path("severity").asText(),
                f.path("message").asText(),
                citation.path("source").asText(),
                citation.path("url").asText(),
                citation.path("grade").asText(),
                citation.path("sourceDate").asText()));
      }
    }
    for (JsonNode number : documentation.path("requirements")) {
      JsonNode r = data.path("requirements").get(number.asInt());
      text.add(
          String.join(
              "|",
              r.path("edit").asText(),
              r.path("item").asText(),
              r.path("level").asText(),
              r.path("state").asText(),
              texts(r.path("channels")).toString(),
              r.path("consequence").asText(),
              r.path("citation").path("source").asText()));
    }
    return text;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(t -> texts.add(t.asText()));
    return texts;
  }

  private static JsonNode lookUp(String name, int[] chosen) {
    JsonNode part = data.path("parts").path(name);
    int index = 0;
    for (int d = 0; d < chosen.length; d++) {
      int column = part.path("classes").get(d).get(chosen[d]).asInt();
      index = index * part.path("sizes").get(d).asInt() + column;
    }
    int width = part.path("width").asInt();
    String digits = data.path("digits").asText();
    int number = 0;
    for (char digit :
        part.path("text").asText().substring(index * width, (index + 1) * width).toCharArray()) {
      number = number * digits.length() + digits.indexOf(digit);
    }
    return part.path("values").get(number);
  }
}
