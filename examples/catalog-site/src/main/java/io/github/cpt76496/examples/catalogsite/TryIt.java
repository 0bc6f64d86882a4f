package io.github.cpt76496.examples.catalogsite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cpt76496.Citation;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.claims.FactQuestion;
import io.github.cpt76496.claims.FactQuestion.Option;
import io.github.cpt76496.examples.catalogsite.Dimension.Choice;
import io.github.cpt76496.examples.page.Numbered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The answers of every combination of the form, reviewed when the page is written: a page cannot
 * run the library. A review is kept in four parts, because each depends on a few choices only.
 */
final class TryIt {

  private static final String PROCEDURE = "procedure/";
  private static final String MODIFIER = "modifier/";
  private static final String DOCUMENTATION = "documentation/";

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final TryItClaims claims;
  private final Cpt76496Edits edits;
  private final int[] choices;

  private final Numbered<Finding> findings = new Numbered<>();
  private final Numbered<DocumentationRequirement> requirements = new Numbered<>();
  private final Part procedure;
  private final Part modifier;
  private final Part documentation;
  private final Part settles;

  /** One part of every review. */
  private final class Part {
    final String name;
    final Numbered<ObjectNode> values = new Numbered<>();
    final int[] ofCombination;

    Part(String name) {
      this.name = name;
      this.ofCombination = new int[combinations()];
    }
  }

  private TryIt(TryItClaims claims, Cpt76496Edits edits) {
    this.claims = claims;
    this.edits = edits;
    this.choices = claims.dimensions().stream().mapToInt(d -> d.choices().size()).toArray();
    this.procedure = new Part("procedure");
    this.modifier = new Part("modifier");
    this.documentation = new Part("documentation");
    this.settles = new Part("settles");
  }

  /** The form and its answers as JSON. */
  static String json(TryItClaims claims, Cpt76496Edits edits) {
    TryIt tryIt = new TryIt(claims, edits);
    tryIt.review();
    return tryIt.json();
  }

  private int combinations() {
    int product = 1;
    for (int choice : choices) {
      product *= choice;
    }
    return product;
  }

  private void review() {
    int[] chosen = new int[choices.length];
    for (int i = 0; i < combinations(); i++) {
      keep(i, edits.review(claims.claim(chosen)));
      next(chosen);
    }
  }

  private void next(int[] chosen) {
    for (int d = chosen.length - 1; d >= 0; d--) {
      chosen[d]++;
      if (chosen[d] < choices[d]) {
        return;
      }
      chosen[d] = 0;
    }
  }

  private void keep(int combination, ClaimReview review) {
    LineReview line = review.lines().get(0);
    keep(procedure, combination, line, PROCEDURE, this::procedure);
    keep(modifier, combination, line, MODIFIER, (n, l) -> n.put("answer", l.modifier26().name()));
    keep(
        documentation,
        combination,
        line,
        DOCUMENTATION,
        (n, l) -> {
          n.put("match", review.payerMatch().name());
          ArrayNode listed = n.putArray("requirements");
          l.documentation().forEach(r -> listed.add(requirements.of(r)));
        });
    ObjectNode asked = mapper.createObjectNode();
    ArrayNode facts = asked.putArray("facts");
    line.factsNeeded().forEach(f -> facts.add(FactQuestion.of(f).field()));
    if (!line.question().isEmpty()) {
      asked.put("words", line.question());
    }
    settles.ofCombination[combination] = settles.values.of(asked);
  }

  private void procedure(ObjectNode node, LineReview line) {
    node.put("answer", line.codeApplies().name());
    add(node.putArray("candidateCodes"), line.candidateCodes());
  }

  private void keep(
      Part part,
      int combination,
      LineReview line,
      String prefix,
      BiConsumer<ObjectNode, LineReview> answer) {
    ObjectNode node = mapper.createObjectNode();
    answer.accept(node, line);
    ArrayNode numbers = node.putArray("findings");
    line.findings().stream()
        .filter(f -> f.edit().startsWith(prefix))
        .forEach(f -> numbers.add(findings.of(f)));
    part.ofCombination[combination] = part.values.of(node);
  }

  private ObjectNode finding(Finding finding) {
    ObjectNode node = mapper.createObjectNode();
    node.put("edit", finding.edit());
    node.put("severity", finding.severity().name());
    node.put("message", finding.message());
    add(node.putArray("candidateCodes"), finding.candidateCodes());
    node.set("citation", citation(finding.citation()));
    return node;
  }

  private ObjectNode requirement(DocumentationRequirement requirement) {
    ObjectNode node = mapper.createObjectNode();
    node.put("item", requirement.item().name());
    node.put("level", requirement.level().name());
    node.put("state", requirement.state().name());
    add(node.putArray("channels"), requirement.channels().stream().map(Enum::name).toList());
    node.put("consequence", requirement.consequence().name());
    node.put("payer", requirement.payer());
    node.put("edit", requirement.edit());
    node.set("citation", citation(requirement.citation()));
    return node;
  }

  private ObjectNode citation(Citation citation) {
    ObjectNode node = mapper.createObjectNode();
    node.put("source", citation.source());
    node.put("url", citation.url());
    node.put("grade", citation.grade().name());
    node.put("sourceDate", citation.sourceDate());
    return node;
  }

  /** A question with those of its answers that the form can take, in the order of the question. */
  private ObjectNode question(FactQuestion question) {
    ObjectNode node = mapper.createObjectNode();
    node.put("text", question.text());
    ArrayNode offered = node.putArray("options");
    Map<String, String> inForm = new LinkedHashMap<>();
    for (Dimension dimension : claims.dimensions()) {
      for (Choice choice : dimension.choices()) {
        String answer = choice.states().get(question.field());
        if (answer != null) {
          inForm.putIfAbsent(answer, choice.label());
        }
      }
    }
    List<Option> options = question.options(edits);
    for (Option option : options) {
      if (inForm.containsKey(option.code())) {
        offered.addObject().put("code", option.code()).put("words", option.words());
      }
    }
    if (options.isEmpty()) {
      inForm.forEach((code, words) -> offered.addObject().put("code", code).put("words", words));
    } else {
      // One is the answer that nothing is known, which the page has a button for.
      node.put("more", options.size() - 1 - offered.size());
    }
    return node;
  }

  private static void add(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private String json() {
    ObjectNode root = mapper.createObjectNode();
    root.put("day", TryItClaims.DAY.toString());
    root.put("digits", LookupTable.DIGITS);
    root.set("dimensions", mapper.valueToTree(claims.dimensions()));
    ObjectNode parts = root.putObject("parts");
    for (Part part : List.of(procedure, modifier, documentation, settles)) {
      LookupTable table = LookupTable.of(part.ofCombination, choices, part.values.all().size());
      ObjectNode node = parts.putObject(part.name);
      node.set("values", mapper.valueToTree(part.values.all()));
      node.set("classes", mapper.valueToTree(table.classes()));
      node.set("sizes", mapper.valueToTree(table.sizes()));
      node.put("width", table.width());
      node.put("text", table.text());
    }
    ArrayNode reported = root.putArray("findings");
    findings.all().forEach(f -> reported.add(finding(f)));
    ArrayNode listed = root.putArray("requirements");
    requirements.all().forEach(r -> listed.add(requirement(r)));
    root.set("words", TryItWords.of(mapper));
    ObjectNode questions = root.putObject("questions");
    for (FactQuestion question : FactQuestion.values()) {
      if (question.fact().isPresent()) {
        questions.set(question.field(), question(question));
      }
    }
    try {
      return mapper.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes that cannot be written", e);
    }
  }
}
