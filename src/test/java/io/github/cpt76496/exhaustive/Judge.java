package io.github.cpt76496.exhaustive;

import io.github.cpt76496.Citation;
import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit.Question;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.Engine;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Stated;
import io.github.cpt76496.exhaustive.Stances.Stance;
import io.github.cpt76496.oracle.Comparison;
import io.github.cpt76496.oracle.PlainJava;
import io.github.cpt76496.oracle.PlainLine;
import io.github.cpt76496.oracle.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what is wrong with the review of one situation, if anything is. */
final class Judge {

  /**
   * Answers that stay open although nothing is left to ask, with the reason.
   *
   * <p>Whether a critical access hospital under method II bills the physician's part with 26 on its
   * own claim is an exception of which we read no source, and no fact that a claim or a record
   * holds says which method a hospital has chosen.
   */
  static final Set<String> OPEN_WITHOUT_A_SOURCE =
      Set.of(
          "modifier/26-on-professional-revenue-code",
          "modifier/professional-revenue-code-without-26");

  /**
   * Name codes and yet do not speak against an answer YES: one says what an attestation may have
   * overlooked, the other what has taken the place of another line's code.
   */
  private static final Set<String> NAME_CODES_BESIDE_YES =
      Set.of(
          "procedure/narrative-contradicts-attestation",
          "procedure/narrative-questions-attestation",
          "procedure/attestation-overlooks-listed-code",
          "procedure/attestation-overlooks-stand-alone-fluoroscopy",
          "procedure/ended-code-successors-unverified");

  private final Cpt76496Edits compiled = Cpt76496Edits.loader().engine(Engine.COMPILED).load();
  private final Cpt76496Edits drools = Cpt76496Edits.load();
  private final Map<String, RulePage> pages = new HashMap<>();
  private final Reference reference;
  private final PlainJava plainJava;

  Judge(Collection<RulePage> pages, Reference reference) {
    pages.forEach(p -> this.pages.put(p.id(), p));
    this.reference = reference;
    this.plainJava = new PlainJava(reference, false);
  }

  /**
   * What a review said.
   *
   * @param asked what would settle what is open
   * @param leftOpen whether the second question stays open, as no source answers it
   * @param fault what is wrong with it, or empty
   */
  record Verdict(List<Fact> asked, boolean leftOpen, String fault) {}

  Verdict judge(Situation situation, boolean byDrools) {
    Claim claim = situation.claim();
    ClaimReview review = compiled.review(claim);
    LineReview line = review.lines().get(0);
    String fault = byDrools && !drools.review(claim).equals(review) ? "Drools differs" : "";
    List<PlainLine> plain = Comparison.plain(review);
    if (fault.isEmpty() && !plain.equals(plainJava.review(claim))) {
      fault = difference(plain, plainJava.review(claim));
    }
    if (fault.isEmpty()) {
      fault = answersAndAsks(situation, line);
    }
    if (fault.isEmpty()) {
      fault = contradictions(situation, line);
    }
    if (fault.isEmpty()) {
      fault = withoutAddress(line);
    }
    if (fault.isEmpty() && byDrools) { // A second review, so only where a second engine runs.
      fault = createdByAnAttachment(situation, line);
    }
    return new Verdict(
        line.factsNeeded(),
        isLeftOpen(line),
        fault.isEmpty() ? fault : fault + "\n" + Comparison.words(claim) + "\n" + edits(line));
  }

  private static String difference(List<PlainLine> rules, List<PlainLine> plainJava) {
    StringBuilder text = new StringBuilder("the plain Java differs");
    for (int i = 0; i < rules.size(); i++) {
      text.append("\nrules       ").append(Comparison.words(rules.get(i)));
      text.append("\nplain Java  ").append(Comparison.words(plainJava.get(i)));
      Comparison.appendDifference(rules.get(i), plainJava.get(i), text);
    }
    return text.toString();
  }

  private static boolean isLeftOpen(LineReview line) {
    if (line.modifier26() == Modifier26.UNDETERMINED) {
      for (Finding finding : line.findings()) {
        if (OPEN_WITHOUT_A_SOURCE.contains(finding.edit())) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> edits(LineReview line) {
    return line.findings().stream().map(f -> f.edit() + " " + f.severity()).toList();
  }

  // ---- whoever reads an answer can look it up, and a document that is there does no harm

  private static String withoutAddress(LineReview line) {
    for (Finding finding : line.findings()) {
      if (lacksAddress(finding.citation())) {
        return finding.edit() + " cites no address and does not say so";
      }
    }
    for (DocumentationRequirement document : line.documentation()) {
      if (lacksAddress(document.citation())) {
        return document.edit() + " cites no address and does not say so";
      }
    }
    return "";
  }

  private static boolean lacksAddress(Citation citation) {
    return citation.url().isBlank()
        && !citation.source().startsWith("cpt76496-edits,")
        && !(citation.grade() == Citation.Grade.U
            && citation.source().endsWith("the copy bears no address"));
  }

  private String createdByAnAttachment(Situation situation, LineReview line) {
    if (situation.<Set<DocumentationItem>>get(Input.ATTACHED).isEmpty()) {
      return "";
    }
    Claim bare = situation.with(Input.ATTACHED, Set.of()).claim();
    List<DocumentationRequirement> before = compiled.review(bare).lines().get(0).documentation();
    for (DocumentationRequirement document : line.documentation()) {
      if (document.state() == State.MISSING && !isMissing(document.edit(), before)) {
        return document.edit() + " is missing only because something is attached";
      }
    }
    return "";
  }

  private static boolean isMissing(String edit, List<DocumentationRequirement> documents) {
    for (DocumentationRequirement document : documents) {
      if (document.edit().equals(edit) && document.state() == State.MISSING) {
        return true;
      }
    }
    return false;
  }

  // ---- one answer to each question; open exactly while a named fact is missing

  private String answersAndAsks(Situation situation, LineReview line) {
    List<Fact> lacking = new ArrayList<>(4);
    boolean answered =
        answers(Question.PROCEDURE, line.codeApplies().name(), situation, line, lacking)
            && answers(Question.MODIFIER, line.modifier26().name(), situation, line, lacking);
    if (!answered) {
      return "not one answer to each question";
    }
    boolean hasRule = false;
    for (DocumentationRequirement document : line.documentation()) {
      hasRule |= isOfPayer(document) && document.level() != Level.NOT_STATED;
    }
    int noRule = 0;
    for (Finding finding : line.findings()) {
      noRule += page(finding).answer().equals("NO_RULE") ? 1 : 0;
    }
    if (noRule != (hasRule ? 0 : 1)) {
      return "no rule of the payer, and " + noRule + " findings that say so";
    }
    if (!lacking.equals(line.factsNeeded())) {
      return "asks for " + line.factsNeeded() + ", and lacks " + lacking;
    }
    return "";
  }

  /** Whether one finding gives the answer, and asks if and only if it is open. */
  private boolean answers(
      Question question,
      String answer,
      Situation situation,
      LineReview line,
      Collection<Fact> lacking) {
    int found = 0;
    for (Finding finding : line.findings()) {
      RulePage page = page(finding);
      if (page.answers() && page.question() == question) {
        found++;
        int lacks = 0;
        for (Fact fact : page.asks()) {
          if (lacks(situation, fact)) {
            lacks++;
            if (!lacking.contains(fact)) {
              lacking.add(fact);
            }
          }
        }
        boolean open = answer.equals("UNDETERMINED");
        boolean mayAsk = open && !OPEN_WITHOUT_A_SOURCE.contains(page.id());
        if (!page.answer().equals(answer) || lacks > 0 != mayAsk) {
          return false;
        }
      }
    }
    return found == 1;
  }

  /** A place that is stated, and of which the table does not say whether it is a facility. */
  boolean lacks(Situation situation, Fact fact) {
    if (fact == Fact.DESCRIPTION) { // It is there, and the question is what its words leave open.
      Claim claim = situation.claim();
      return plainJava.wordsLeaveOpen(claim, claim.lines().get(0));
    }
    Input input = Situation.inputOf(fact);
    return !states(input, situation.get(input));
  }

  /** Whether a value of an input says what a review asks for. */
  boolean states(Input input, Object value) {
    if (input == Input.PLACE) {
      String setting = reference.settingOf((String) value);
      return !setting.isEmpty() && !setting.equals("RATE_ONLY");
    }
    return !Situation.isUnstated(input, value);
  }

  private RulePage page(Finding finding) {
    RulePage page = pages.get(finding.edit());
    if (page == null) {
      throw new IllegalStateException(finding.edit() + " has no page");
    }
    return page;
  }

  private static boolean isOfPayer(DocumentationRequirement document) {
    return !document.payer().equals("ANY");
  }

  // ---- nothing that a line is told is undone by something else that it is told

  private String contradictions(Situation situation, LineReview line) {
    boolean has26 = situation.<List<String>>get(Input.MODIFIERS).contains("26");
    boolean saysThere =
        switch (line.modifier26()) {
          case VALID, INVALID -> true;
          case MISSING, NOT_NEEDED -> false;
          case UNDETERMINED -> has26;
        };
    if (saysThere != has26) {
      return line.modifier26() + " although 26 is " + (has26 ? "there" : "absent");
    }
    Set<Stance> stances = EnumSet.noneOf(Stance.class);
    for (Finding finding : line.findings()) {
      stances.addAll(Stances.of(finding.edit()));
    }
    if (Stances.contradict(stances)) {
      return "findings that contradict each other: " + stances;
    }
    if (line.codeApplies() == CodeApplies.YES) {
      if (situation.get(Input.NO_SPECIFIC_CODE) != Stated.YES) {
        return "76496 applies, and nobody attests that no listed code does";
      }
      if (!line.candidateCodes().isEmpty()) {
        return "76496 applies, and other codes fit better";
      }
      for (Finding finding : line.findings()) {
        if (page(finding).question() == Question.PROCEDURE
            && !NAME_CODES_BESIDE_YES.contains(finding.edit())
            && (finding.severity() == Severity.ERROR || !finding.candidateCodes().isEmpty())) {
          return "76496 applies, and " + finding.edit() + " says that it does not";
        }
      }
    }
    return documents(situation, line);
  }

  private String documents(Situation situation, LineReview line) {
    List<DocumentationRequirement> documents = line.documentation();
    for (int i = 0; i < documents.size(); i++) {
      DocumentationRequirement one = documents.get(i);
      for (int j = i + 1; j < documents.size(); j++) {
        DocumentationRequirement other = documents.get(j);
        if (one.item() == other.item()
            && isOfPayer(one) == isOfPayer(other)
            && one.level() != other.level()
            && (excludesOthers(one.level()) || excludesOthers(other.level()))) {
          return one.item() + " is " + one.level() + " and " + other.level();
        }
      }
      if (one.item() == DocumentationItem.COMPONENT_MODIFIER
          && one.level() == Level.REQUIRED
          && one.state() == State.MISSING
          && line.modifier26() == Modifier26.NOT_NEEDED
          && situation.get(Input.COMPONENT) != Component.TECHNICAL) {
        return "a component modifier is missing, and neither 26 nor TC is needed";
      }
      if (one.item() == DocumentationItem.IMAGING_REPORT
          && one.state() == State.MISSING
          && line.modifier26() == Modifier26.VALID) {
        return "26 is valid without the report that it stands for";
      }
    }
    return findingsOnDocuments(line);
  }

  private static boolean excludesOthers(Level level) {
    return level == Level.DO_NOT_SEND || level == Level.NOT_STATED;
  }

  /** What a finding says of a document is what the list says of it. */
  private String findingsOnDocuments(LineReview line) {
    for (Finding finding : line.findings()) {
      RulePage page = page(finding);
      if (!page.item().isEmpty()) {
        boolean unmet = false;
        for (DocumentationRequirement document : line.documentation()) {
          unmet |=
              document.edit().equals(finding.edit())
                  && document.state()
                      == (document.level() == Level.DO_NOT_SEND ? State.PRESENT : State.MISSING);
        }
        if (!unmet || line.codeApplies() == CodeApplies.NO) {
          return finding.edit() + " is reported of a document that is as it should be";
        }
      }
    }
    return "";
  }
}
