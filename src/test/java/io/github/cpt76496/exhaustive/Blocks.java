package io.github.cpt76496.exhaustive;

import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Edit.Question;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Imaging;
import io.github.cpt76496.RecordFacts.Purpose;
import io.github.cpt76496.RecordFacts.Stated;
import io.github.cpt76496.oracle.Reference;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is enumerated. Why a block is whole:
 *
 * <ul>
 *   <li>A rule is one pattern over facts, and a fact is derived from the inputs that {@link
 *       Input#OF_FACT} gives for it, so a rule reports or not by the values of few inputs.
 *   <li>The answer to the first and to the second question is that of the first edit in the catalog
 *       which answers and reports. All edits that answer one question meet in it, so their inputs
 *       stand in one block together.
 *   <li>Advice meets nothing: it is enumerated in whichever block holds its inputs.
 *   <li>The third question is answered payer by payer. Payers for which the same rules may report
 *       are one; what these rules read is enumerated together.
 *   <li>Which documents a payer wants, and whether each is there, meet in one thing only, the
 *       finding on a document that is not as it should be, and that goes by its own level and state
 *       and by the first answer. So the conditions are enumerated with few documents, and the
 *       documents with few conditions.
 * </ul>
 *
 * <p>Left to the random claims: several procedure codes at once beyond the pairs here, the days of
 * other lines, dates of service, the words of a text beyond those here, and claims with more than
 * one line under 76496.
 */
final class Blocks {

  static final Set<Input> PAYER = EnumSet.of(Input.FAMILY, Input.PLAN, Input.PROGRAM);

  private static final String OTHER_PLAN = "ELSEWHERE";

  private final List<RulePage> rules;
  private final Reference reference;
  private final Values values;
  private final boolean whole;

  /**
   * @param whole whether to enumerate also what the pages show to be without effect
   */
  Blocks(List<RulePage> rules, Reference reference, boolean whole) {
    this.rules = rules;
    this.reference = reference;
    this.values = new Values(rules, reference);
    this.whole = whole;
  }

  private List<RulePage> rules(Question question) {
    return rules.stream().filter(r -> r.question() == question).toList();
  }

  private Values values(Question question) {
    return new Values(rules(question), reference);
  }

  /** Blocks in which an open question is followed until it is settled. */
  List<Block> settled() {
    return List.of(procedure(), modifier(), procedureByWords(), both());
  }

  List<Block> others() {
    List<Block> all = new ArrayList<>();
    all.add(procedureModifiers());
    all.add(procedureModifiersBeside());
    all.add(unitsOfDays());
    all.add(procedureByXRay());
    all.add(procedureNotDone());
    all.add(procedureAdvice());
    all.add(procedureAdviceByPayer());
    all.add(coverage());
    all.add(everyModifier());
    all.add(modifierOfOtherCodes());
    all.add(everyPayer());
    livePayers().forEach((live, payer) -> all.addAll(documents(live, payer)));
    return all;
  }

  // ---- 1

  private Values answeringProcedure() {
    return new Values(
        rules(Question.PROCEDURE).stream().filter(RulePage::answers).toList(), reference);
  }

  /**
   * Of the modifiers for a distinct service one stands for all, which have a block of their own.
   */
  private Block procedure() {
    Values answering = answeringProcedure();
    return Block.of("does 76496 apply", Question.PROCEDURE)
        .at(Input.FORM, Form.INSTITUTIONAL) // Settles the second question.
        .vary(Input.IMAGING, Imaging.values())
        .vary(Input.PURPOSE, Purpose.values())
        .vary(Input.PROCEDURE, answering.representatives(Input.PROCEDURE))
        .vary(Input.NO_SPECIFIC_CODE, Stated.values())
        .vary(Input.MOTION, Stated.values())
        .vary(Input.WRITTEN, Stated.values())
        .vary(Input.CODES_BESIDE, answering.codesBeside())
        .vary(Input.MODIFIERS, whole ? distinct(answering) : List.of(List.of(), List.of("59")));
  }

  /**
   * What words say meets every other input of the answer here; of those, the values that some page
   * asks for.
   */
  private Block procedureByWords() {
    Values answering = answeringProcedure();
    return Block.of("does 76496 apply, by words", Question.PROCEDURE)
        .at(Input.FORM, Form.INSTITUTIONAL) // Settles the second question.
        .vary(Input.IMAGING, List.of(Imaging.NOT_STATED, Imaging.FLUOROSCOPY, Imaging.CT))
        .vary(
            Input.PURPOSE,
            List.of(
                Purpose.NOT_STATED,
                Purpose.CONTRAST_STUDY,
                Purpose.NEEDLE_PLACEMENT,
                Purpose.RECORDED_MOTION,
                Purpose.SURGICAL_GUIDANCE))
        .vary(Input.PROCEDURE, List.of("", "PERCUTANEOUS_BILIARY"))
        .vary(Input.NO_SPECIFIC_CODE, Stated.values())
        .vary(Input.MOTION, List.of(Stated.NOT_STATED, Stated.YES))
        .vary(Input.WRITTEN, List.of(Stated.NOT_STATED, Stated.NO))
        .vary(Input.CODES_BESIDE, withCodesOfWords(answering.codesBeside()))
        .vary(Input.MODIFIERS, List.of(List.of(), List.of("59")))
        .vary(Input.DESCRIPTION, Values.WORDS)
        .vary(Input.LINE_NOTE, List.of("", "retrograde urethrogram"))
        .vary(Input.CLAIM_NOTE, List.of("", "hip arthrogram"));
  }

  /** Words that are read only where the record says that the imaging was plain x-ray. */
  private Block procedureByXRay() {
    return Block.of("does 76496 apply, plain x-ray", Question.PROCEDURE)
        .vary(Input.IMAGING, Imaging.values())
        .vary(
            Input.PURPOSE,
            List.of(Purpose.NOT_STATED, Purpose.SOLE_IMAGING, Purpose.SURGICAL_GUIDANCE))
        .vary(Input.PROCEDURE, List.of("", "PERCUTANEOUS_BILIARY"))
        .vary(
            Input.CODES_BESIDE,
            List.of(List.of(), List.of("73110"), List.of("73560"), List.of("76000")))
        .vary(Input.MODIFIERS, List.of(List.of(), List.of("59")))
        .vary(
            Input.DESCRIPTION,
            List.of(
                "", "stills of wrist", "x-ray of wrist not done", "knee", "UGI", "CT of the head"))
        .vary(Input.LINE_NOTE, List.of("", "left foot"))
        .vary(Input.CLAIM_NOTE, List.of("", "elbow"));
  }

  /** Words that say that none was done, where the record calls it a study of its own. */
  private Block procedureNotDone() {
    return Block.of("does 76496 apply, not done", Question.PROCEDURE)
        .vary(Input.PURPOSE, List.of(Purpose.NOT_STATED, Purpose.SOLE_IMAGING, Purpose.TRACT_STUDY))
        .vary(Input.NO_SPECIFIC_CODE, Stated.values())
        .vary(Input.MOTION, Stated.values())
        .vary(Input.WRITTEN, Stated.values())
        .vary(
            Input.CODES_BESIDE,
            List.of(List.of(), List.of("47533"), List.of("33289"), List.of("27245")))
        .vary(Input.MODIFIERS, List.of(List.of(), List.of("59")))
        .vary(Input.DESCRIPTION, List.of("", "no fluoroscopy used"))
        .vary(Input.LINE_NOTE, List.of("", "left foot"))
        .vary(Input.CLAIM_NOTE, List.of("", "elbow"));
  }

  /** And codes that the words name, or that go with what they name. */
  private static List<List<String>> withCodesOfWords(List<List<String>> codesBeside) {
    List<List<String>> more = new ArrayList<>(codesBeside);
    more.add(List.of("73525"));
    more.add(List.of("27093"));
    more.add(List.of("47536"));
    return more;
  }

  private Block procedureModifiers() {
    Values answering = answeringProcedure();
    return Block.of("does 76496 apply, each modifier", Question.PROCEDURE)
        .vary(Input.PURPOSE, List.of(Purpose.NOT_STATED, Purpose.NEEDLE_PLACEMENT))
        .vary(Input.PROCEDURE, answering.representatives(Input.PROCEDURE))
        .vary(Input.NO_SPECIFIC_CODE, Stated.values())
        .vary(Input.CODES_BESIDE, answering.codesBeside())
        .vary(Input.MODIFIERS, distinct(answering));
  }

  /** What parts the lines, or is of one site, or makes one line of two of the other's. */
  private Block procedureModifiersBeside() {
    return Block.of("does 76496 apply, modifiers of both lines", Question.PROCEDURE)
        .vary(Input.NO_SPECIFIC_CODE, Stated.values())
        .vary(Input.CODES_BESIDE, values(Question.PROCEDURE).codesBeside())
        .vary(Input.MODIFIERS, ofOneLine("26"))
        .vary(Input.MODIFIERS_BESIDE, ofOneLine("TC"));
  }

  private static List<List<String>> ofOneLine(String component) {
    return List.of(
        List.of(), List.of("RT"), List.of("LT"), List.of("59"), List.of("76"), List.of(component));
  }

  private Block unitsOfDays() {
    return Block.of("units of several days", Question.PROCEDURE)
        .vary(Input.UNITS, Values.UNITS)
        .vary(Input.LAST_DAY, List.of(Situation.DAY, Situation.DAY.plusDays(1)))
        .vary(Input.CODES_BESIDE, List.of(List.of(), List.of("76496")));
  }

  private static List<List<String>> distinct(Values answering) {
    List<List<String>> distinct = new ArrayList<>(List.of(List.of()));
    for (String modifier : answering.named("modifiers", Values.OTHER_MODIFIER)) {
      distinct.add(List.of(modifier));
    }
    return distinct;
  }

  private Block procedureAdviceByPayer() {
    return Block.of("does 76496 apply, advice by payer", Question.PROCEDURE)
        .vary(Input.FORM, Form.values())
        .vary(Input.FAMILY, Family.values())
        .vary(Input.PROGRAM, LineOfBusiness.values())
        .vary(Input.TYPE_OF_BILL, values(Question.PROCEDURE).representatives(Input.TYPE_OF_BILL));
  }

  private Block coverage() {
    return Block.of("coverage of motion studies", Question.PROCEDURE)
        .vary(Input.FAMILY, Family.values())
        .vary(Input.PLAN, values(Question.PROCEDURE).named("payerPlan", OTHER_PLAN))
        .vary(Input.PURPOSE, Purpose.values())
        .vary(Input.CODES_BESIDE, List.of(List.of(), List.of("76120"), List.of("76125")))
        .vary(Input.DESCRIPTION, List.of("", "Swallow", "Digital motion x-ray", "Spinal DMX"))
        .vary(Input.LINE_NOTE, List.of("", "cervical spine"))
        .vary(Input.CLAIM_NOTE, Values.CLAIM_NOTES);
  }

  private Block procedureAdvice() {
    return Block.of("does 76496 apply, advice", Question.PROCEDURE)
        .vary(Input.FORM, Form.values())
        .vary(Input.NO_SPECIFIC_CODE, Stated.values())
        .vary(Input.CATEGORY_THREE, Stated.values())
        .vary(Input.PROCEDURE, values(Question.PROCEDURE).representatives(Input.PROCEDURE))
        .vary(Input.CODES_BESIDE, values(Question.PROCEDURE).codesBeside())
        .vary(Input.MODIFIERS, List.of(List.of(), List.of("59")))
        .vary(Input.UNITS, Values.UNITS)
        .vary(Input.DESCRIPTION, List.of("", "hip arthrogram", "biliary drain exchange"))
        .vary(Input.LINE_NOTE, List.of("", "left foot"))
        .vary(Input.CLAIM_NOTE, List.of("", "esophagram"));
  }

  // ---- 2

  private Block modifier() {
    Values own = values(Question.MODIFIER);
    return Block.of("is modifier 26 valid", Question.MODIFIER)
        .at(Input.PURPOSE, Purpose.NEEDLE_PLACEMENT) // Settles the first question.
        .vary(Input.FORM, Form.values())
        .vary(Input.FAMILY, whole ? List.of(Family.values()) : own.representatives(Input.FAMILY))
        .vary(
            Input.PROGRAM,
            whole
                ? List.of(LineOfBusiness.values())
                : List.of(
                    LineOfBusiness.COMMERCIAL,
                    LineOfBusiness.MEDICARE_FFS,
                    LineOfBusiness.NOT_STATED))
        .vary(Input.PLACE, values.representatives(Input.PLACE))
        .vary(Input.HOSPITAL_PATIENT, Stated.values())
        .vary(Input.COMPONENT, Component.values())
        .vary(Input.PURCHASED, Stated.values())
        .vary(Input.WRITTEN, Stated.values())
        .vary(Input.REVENUE_CODE, own.representatives(Input.REVENUE_CODE))
        .vary(Input.TYPE_OF_BILL, own.representatives(Input.TYPE_OF_BILL))
        .vary(Input.MODIFIERS, Values.COMPONENT_MODIFIERS);
  }

  private Block everyModifier() {
    return Block.of("is modifier 26 valid, every set of modifiers", Question.MODIFIER)
        .vary(Input.FORM, Form.values())
        .vary(Input.MODIFIERS, values(Question.MODIFIER).allModifiers(whole));
  }

  private Block modifierOfOtherCodes() {
    Values own = values(Question.MODIFIER);
    return Block.of("is modifier 26 valid, codes of the procedure", Question.MODIFIER)
        .vary(Input.FORM, Form.values())
        .vary(Input.MODIFIERS, List.of(List.of(), List.of("26"), List.of("26", "59")))
        .vary(Input.PROCEDURE, own.representatives(Input.PROCEDURE))
        .vary(Input.CODES_BESIDE, own.codesBeside());
  }

  /** What settles the first question and what settles the second are asked for together. */
  private Block both() {
    return Block.of("both open", Question.MODIFIER)
        .vary(Input.FORM, Form.values())
        .vary(Input.PLACE, List.of("", "11", "22", "02"))
        .vary(Input.COMPONENT, Component.values())
        .vary(Input.REVENUE_CODE, List.of("", "0320", "0960"))
        .vary(Input.MODIFIERS, Values.COMPONENT_MODIFIERS)
        .vary(Input.PURPOSE, Purpose.values())
        .vary(Input.NO_SPECIFIC_CODE, Stated.values())
        .vary(Input.WRITTEN, Stated.values())
        .vary(
            Input.PROCEDURE,
            whole
                ? values(Question.PROCEDURE).representatives(Input.PROCEDURE)
                : List.of("", "PERCUTANEOUS_BILIARY"));
  }

  // ---- 3

  /** The first payer of each kind, by the rules that may report for it. */
  Map<Set<String>, Situation> livePayers() {
    Map<Set<String>, Situation> first = new LinkedHashMap<>();
    Block payers =
        Block.of("payers", Question.DOCUMENTATION)
            .vary(Input.FAMILY, Family.values())
            .vary(Input.PLAN, plans())
            .vary(Input.PROGRAM, LineOfBusiness.values());
    for (long i = 0; i < payers.size(); i++) {
      Situation payer = payers.at(i);
      Map<String, Object> facts =
          Map.of(
              "payerFamily", payer.get(Input.FAMILY).toString(),
              "payerPlan", payer.get(Input.PLAN),
              "lineOfBusiness", payer.get(Input.PROGRAM).toString());
      Set<String> live = new TreeSet<>();
      for (RulePage rule : rules(Question.DOCUMENTATION)) {
        if (rule.mayHold(facts.keySet(), facts::get)) {
          live.add(rule.id());
        }
      }
      first.putIfAbsent(live, payer);
    }
    return first;
  }

  private List<String> plans() {
    List<String> plans = new ArrayList<>(List.of(""));
    plans.addAll(values.named("payerPlan", OTHER_PLAN));
    return plans;
  }

  Block everyPayer() {
    return Block.of("documents, every payer", Question.DOCUMENTATION)
        .vary(Input.FAMILY, Family.values())
        .vary(Input.PLAN, plans())
        .vary(Input.PROGRAM, LineOfBusiness.values())
        .vary(Input.FORM, Form.values())
        .vary(Input.MODIFIERS, Values.COMPONENT_MODIFIERS)
        .vary(Input.PLACE, List.of("", "11", "22"))
        .vary(Input.ATTACHED, List.of(Set.of(), Set.of(DocumentationItem.CLINICAL_RECORDS)))
        .vary(Input.NO_SPECIFIC_CODE, List.of(Stated.NOT_STATED, Stated.NO));
  }

  private List<Block> documents(Set<String> live, Situation payer) {
    List<RulePage> own = rules.stream().filter(r -> live.contains(r.id())).toList();
    Set<Input> read = new LinkedHashSet<>();
    Set<DocumentationItem> items = EnumSet.noneOf(DocumentationItem.class);
    for (RulePage rule : own) {
      rule.facts().forEach(f -> read.addAll(Input.OF_FACT.get(f)));
      if (!rule.item().isEmpty()) {
        items.add(DocumentationItem.valueOf(rule.item()));
      }
    }
    read.removeAll(PAYER);
    Block conditions = ofPayer("documents, conditions", payer);
    for (Input input : read) {
      conditions = conditions.vary(input, condition(input, own));
    }
    conditions =
        withText(conditions, Values.DESCRIPTIONS, items)
            .vary(Input.NO_SPECIFIC_CODE, Stated.values())
            .vary(
                Input.ATTACHED,
                List.of(
                    Set.of(),
                    Set.of(DocumentationItem.CLINICAL_RECORDS),
                    Set.of(DocumentationItem.PROCEDURE_REPORT),
                    EnumSet.allOf(DocumentationItem.class)))
            .vary(Input.ON_FILE, List.of(Set.of(), EnumSet.allOf(DocumentationItem.class)));
    Block states =
        withText(
                ofPayer("documents, states", payer),
                List.of("", Values.DESCRIPTIONS.get(2)),
                whole ? items : withoutUnits(items))
            .vary(Input.FORM, Form.values())
            .vary(
                Input.NO_SPECIFIC_CODE,
                whole ? List.of(Stated.values()) : List.of(Stated.NOT_STATED, Stated.NO))
            .vary(Input.ATTACHED, Values.documents(items))
            .vary(Input.ON_FILE, Values.documents(whole ? items : Set.of()));
    if (items.contains(DocumentationItem.COMPONENT_MODIFIER)) {
      conditions =
          conditions.values().containsKey(Input.MODIFIERS)
              ? conditions
              : conditions.vary(Input.MODIFIERS, Values.COMPONENT_MODIFIERS);
      // Whether 26 is there decides what is listed; TC and units are among the conditions.
      states =
          states.vary(
              Input.MODIFIERS,
              whole ? Values.COMPONENT_MODIFIERS : List.of(List.of(), List.of("26")));
    }
    return List.of(conditions, states);
  }

  private static Set<DocumentationItem> withoutUnits(Set<DocumentationItem> items) {
    Set<DocumentationItem> others = EnumSet.copyOf(items);
    others.remove(DocumentationItem.SINGLE_UNIT);
    return others;
  }

  private static Block ofPayer(String name, Situation payer) {
    Block block =
        Block.of(
            "%s: %s/%s %s"
                .formatted(
                    name,
                    payer.get(Input.FAMILY).toString(),
                    payer.<String>get(Input.PLAN),
                    payer.get(Input.PROGRAM).toString()),
            Question.DOCUMENTATION);
    for (Input input : PAYER) {
      block = block.vary(input, List.of(payer.<Object>get(input)));
    }
    return block;
  }

  private static Block withText(
      Block block, List<String> descriptions, Set<DocumentationItem> items) {
    Block more =
        block
            .vary(Input.DESCRIPTION, descriptions)
            .vary(Input.LINE_NOTE, Values.LINE_NOTES)
            .vary(Input.CLAIM_NOTE, Values.CLAIM_NOTES);
    if (items.contains(DocumentationItem.IMAGING_REPORT)) {
      more = more.vary(Input.WRITTEN, Stated.values());
    }
    return items.contains(DocumentationItem.SINGLE_UNIT)
        ? more.vary(Input.UNITS, Values.UNITS)
        : more;
  }

  private List<?> condition(Input input, List<RulePage> own) {
    return switch (input) {
      case FORM -> List.of(Form.values());
      case COMPONENT -> List.of(Component.values());
      case HOSPITAL_PATIENT -> List.of(Stated.values());
      case PLACE -> values.representatives(Input.PLACE);
      case MODIFIERS -> new Values(own, reference).modifiers();
      case DESCRIPTION -> Values.DESCRIPTIONS;
      case LINE_NOTE -> Values.LINE_NOTES;
      case CLAIM_NOTE -> Values.CLAIM_NOTES;
      case ATTACHED -> List.of(Set.of(), Set.of(DocumentationItem.CLINICAL_RECORDS));
      default ->
          throw new IllegalStateException(
              "a documentation rule reads " + input + ", for which no values are enumerated");
    };
  }
}
