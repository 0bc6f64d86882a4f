package io.github.cpt76496.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Engine;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.FactQuestion;
import io.github.cpt76496.claims.FactQuestion.Option;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

/** What is asked about a line, in which order, and that nothing is asked in vain. */
class LineQuestionsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static final Cpt76496Edits EDITS = Cpt76496Edits.loader().engine(Engine.COMPILED).load();

  private static final LineQuestions QUESTIONS = LineQuestions.of(EDITS);

  static Claim claim(Form form, String place, String description, String... modifiers) {
    return Claim.builder(form, Payer.of(Family.MEDICARE))
        .lines(
            ServiceLine.builder(2, "76496", DAY)
                .placeOfService(place)
                .modifiers(modifiers)
                .description(description)
                .units(1)
                .build())
        .build();
  }

  private static LineReview review(Claim claim) {
    return EDITS.review(claim).lines().get(0);
  }

  /** Each question with the answers after which it comes. */
  private static List<String> order(Questionnaire form) {
    List<String> order = new ArrayList<>();
    for (QuestionnaireItemComponent item : form.getItem()) {
      Map<String, List<String>> after = new LinkedHashMap<>();
      item.getEnableWhen()
          .forEach(
              when ->
                  after
                      .computeIfAbsent(when.getQuestion(), q -> new ArrayList<>())
                      .add(when.getAnswerCoding().getCode()));
      order.add(item.getLinkId() + (after.isEmpty() ? "" : " after " + after));
    }
    return order;
  }

  @Test
  void asksWhatWouldSettleTheLineAndWhatFollowsFromAnAnswer() {
    Claim claim = claim(Form.NOT_STATED, "", "");
    assertEquals(
        List.of(
            Fact.PROCEDURE,
            Fact.PURPOSE,
            Fact.NO_SPECIFIC_CODE,
            Fact.FORM,
            Fact.PLACE_OF_SERVICE,
            Fact.COMPONENT),
        review(claim).factsNeeded());

    assertEquals(
        List.of(
            "procedure",
            "purpose after {procedure=[NOT_STATED]}",
            "writtenInterpretation after {purpose=[SURGICAL_GUIDANCE]}",
            "noSpecificCode after {purpose=[CONTRAST_STUDY, OTHER, NOT_STATED],"
                + " writtenInterpretation=[YES, NOT_STATED]}",
            "form",
            "placeOfService after {form=[PROFESSIONAL, NOT_STATED]}",
            "component after {form=[PROFESSIONAL, NOT_STATED]}"),
        order(QUESTIONS.open(claim, 2).orElseThrow()));
  }

  @Test
  void aFormWithModifier26IsAskedForTheRevenueCodeOnlyIfItIsInstitutional() {
    assertEquals(
        List.of(
            "form",
            "revenueCode after {form=[INSTITUTIONAL]}",
            "placeOfService after {form=[PROFESSIONAL, NOT_STATED]}",
            "component after {form=[PROFESSIONAL, NOT_STATED]}"),
        order(QUESTIONS.open(claim(Form.NOT_STATED, "", "HIP ARTHROGRAM", "26"), 2).orElseThrow()));
  }

  @Test
  void aQuestionIsWordedAndCodedAndHoldsNothingOfTheClaim() {
    Claim claim = claim(Form.PROFESSIONAL, "", "INJECTION AND XRAY OF JOINT", "26");
    Questionnaire form = QUESTIONS.open(claim, 2).orElseThrow();
    QuestionnaireItemComponent words = form.getItem().get(0);
    assertEquals(
        "What was done? "
            + review(claim).question()
            + " Write the description that the line of the claim is to carry, at most 80 characters;"
            + " yes or no is not enough.",
        words.getText());
    assertEquals("lines[].description", words.getCodeFirstRep().getCode());
    assertEquals(80, words.getMaxLength());

    QuestionnaireItemComponent component = form.getItem().get(form.getItem().size() - 1);
    assertEquals("component", component.getLinkId());
    assertEquals("lines[].record.component", component.getCodeFirstRep().getCode());
    assertEquals(
        List.of(
            "urn:cpt76496:component PROFESSIONAL Professional: the interpretation, with a written"
                + " report",
            "urn:cpt76496:component TECHNICAL Technical: equipment, supplies and staff",
            "urn:cpt76496:component BOTH Both",
            "urn:cpt76496:component NOT_STATED Not known"),
        component.getAnswerOption().stream()
            .map(o -> o.getValueCoding())
            .map(c -> c.getSystem() + " " + c.getCode() + " " + c.getDisplay())
            .toList());

    assertEquals("CPT 76496, line 2: what is open", form.getTitle());
    assertEquals(EDITS.version().ruleSet(), form.getVersion());
    assertTrue(form.getUrl().matches("urn:cpt76496:questionnaire:[0-9a-f]{32}"), form.getUrl());
    String json = FhirParser.json(form);
    assertFalse(json.contains("INJECTION AND") || json.contains("2026-03-02"), json);
  }

  @Test
  void theAddressTellsQuestionsApart() {
    Claim office = claim(Form.PROFESSIONAL, "11", "");
    String url = QUESTIONS.open(office, 2).orElseThrow().getUrl();
    assertEquals(url, QUESTIONS.open(office, 2).orElseThrow().getUrl());
    assertFalse(url.equals(QUESTIONS.open(claim(Form.PROFESSIONAL, "22", ""), 2).get().getUrl()));
    assertFalse(QUESTIONS.record(2).getUrl().equals(QUESTIONS.record(3).getUrl()));
  }

  @Test
  void nothingIsAskedOfALineThatIsSettled() {
    Claim settled = claim(Form.PROFESSIONAL, "22", "HIP ARTHROGRAM", "26");
    assertEquals(List.of(), review(settled).factsNeeded());
    assertEquals(Optional.empty(), QUESTIONS.open(settled, 2));
    assertEquals(
        "line 1: not on the claim, or not 76496",
        assertThrows(IllegalArgumentException.class, () -> QUESTIONS.open(settled, 1))
            .getMessage());
  }

  /**
   * Whoever goes through the questions, in whatever way, is asked all that a review still asks for,
   * and who knows every answer leaves nothing open.
   */
  @Test
  void everyWayThroughTheQuestionsEndsWhereNothingIsLeftToAsk() {
    int ways = 0;
    for (Claim claim : openClaims()) {
      Questionnaire form = QUESTIONS.open(claim, 2).orElseThrow();
      List<String> asked = order(form).stream().map(o -> o.replaceFirst(" .*", "")).toList();
      List<String> first =
          review(claim).factsNeeded().stream().map(f -> FactQuestion.of(f).field()).toList();
      assertEquals(first, asked.stream().filter(first::contains).toList(), "in the same order");
      ways += walk(claim, form, new LinkedHashMap<>());
    }
    assertTrue(ways > 10_000, ways + " ways");
  }

  private static List<Claim> openClaims() {
    List<Claim> claims = new ArrayList<>();
    for (Form form : Form.values()) {
      for (String place : List.of("", "11", "24")) {
        for (String[] modifiers : new String[][] {{}, {"26"}, {"TC"}}) {
          for (String words : List.of("", "HIP ARTHROGRAM", "INJECTION AND XRAY OF JOINT")) {
            Claim claim = claim(form, place, words, modifiers);
            if (!review(claim).factsNeeded().isEmpty()) {
              claims.add(claim);
            }
          }
        }
      }
    }
    return claims;
  }

  /** Of the families a few: the others are answered alike. */
  private static List<String> choices(QuestionnaireItemComponent item) {
    List<String> codes =
        item.getAnswerOption().stream().map(o -> o.getValueCoding().getCode()).toList();
    return codes.size() < 30
        ? codes
        : List.of("PERCUTANEOUS_BILIARY", "CENTRAL_LINE", FactQuestion.NOT_KNOWN);
  }

  private int walk(Claim claim, Questionnaire form, Map<String, String> answers) {
    for (QuestionnaireItemComponent item : form.getItem()) {
      if (!answers.containsKey(item.getLinkId()) && comes(item, answers)) {
        int ways = 0;
        for (String code : item.hasAnswerOption() ? choices(item) : words(item)) {
          answers.put(item.getLinkId(), code);
          ways += walk(question(item.getLinkId()).answer(claim, 2, code), form, answers);
          answers.remove(item.getLinkId());
        }
        return ways;
      }
    }
    judge(claim, answers);
    return 1;
  }

  private static boolean comes(QuestionnaireItemComponent item, Map<String, String> answers) {
    return item.getEnableWhen().isEmpty()
        || item.getEnableWhen().stream()
            .anyMatch(w -> w.getAnswerCoding().getCode().equals(answers.get(w.getQuestion())));
  }

  private static List<String> words(QuestionnaireItemComponent item) {
    return List.of(
        switch (item.getLinkId()) {
          case "placeOfService" -> "11";
          case "revenueCode" -> "0320";
          default -> "HIP ARTHROGRAM";
        },
        FactQuestion.NOT_KNOWN);
  }

  private static FactQuestion question(String linkId) {
    return Arrays.stream(FactQuestion.values())
        .filter(q -> q.field().equals(linkId))
        .findFirst()
        .orElseThrow();
  }

  private static void judge(Claim claim, Map<String, String> answers) {
    LineReview line = review(claim);
    for (Fact fact : line.factsNeeded()) {
      assertEquals(
          FactQuestion.NOT_KNOWN,
          answers.get(FactQuestion.of(fact).field()),
          () -> fact + " is left open and was not asked for, after " + answers);
    }
    if (!answers.containsValue(FactQuestion.NOT_KNOWN)) {
      assertFalse(line.codeApplies() == CodeApplies.UNDETERMINED, answers::toString);
      assertFalse(line.modifier26() == Modifier26.UNDETERMINED, answers::toString);
    }
  }

  /** The two answers are looked at apart, so no fact may be asked for by pages on both. */
  @Test
  void pagesOnModifiersAskForOtherFactsThanThoseOnTheProcedure() throws IOException {
    Map<String, Set<String>> asked = new LinkedHashMap<>();
    Pattern asks = Pattern.compile("@asks\\(\"([^\"]*)\"\\)");
    for (String question : List.of("procedure", "modifier")) {
      Set<String> facts = new HashSet<>();
      try (Stream<Path> pages = Files.list(Path.of("../../../rules/" + question))) {
        for (Path page : pages.filter(p -> p.toString().endsWith(".drl")).toList()) {
          Matcher matcher = asks.matcher(Files.readString(page));
          while (matcher.find()) {
            facts.addAll(Arrays.asList(matcher.group(1).split(", ")));
          }
        }
      }
      facts.remove("");
      asked.put(question, facts);
    }
    assertEquals(
        Set.of("FORM", "PLACE_OF_SERVICE", "REVENUE_CODE", "COMPONENT"), asked.get("modifier"));
    assertEquals(
        Set.of(
            "DESCRIPTION",
            "IMAGING",
            "PROCEDURE",
            "PURPOSE",
            "WRITTEN_INTERPRETATION",
            "NO_SPECIFIC_CODE"),
        asked.get("procedure"));
  }

  @Test
  void theRecordIsAskedForWholeAndWhatHangsOnAnAnswerAfterIt() {
    assertEquals(
        List.of(
            "procedure",
            "imaging",
            "purpose",
            "component",
            "writtenInterpretation",
            "noSpecificCode",
            "categoryThreeChecked after {noSpecificCode=[YES]}",
            "motionRecorded after {purpose=[SOLE_IMAGING, OTHER, NOT_STATED]}",
            "purchasedComponent after {component=[BOTH]}",
            "hospitalPatient",
            "onFile"),
        order(QUESTIONS.record(2)));
    assertEquals(
        Arrays.stream(RecordFacts.class.getRecordComponents())
            .map(c -> c.getName())
            .collect(Collectors.toSet()),
        QUESTIONS.record(2).getItem().stream()
            .map(QuestionnaireItemComponent::getLinkId)
            .collect(Collectors.toSet()));
  }

  /**
   * What is hidden makes no difference, whatever the claim and the rest of the record; what is
   * shown does, on some claim.
   */
  @Test
  void aQuestionAboutTheRecordIsHiddenJustWhereItsAnswerChangesNothing() {
    Random random = new Random(76496);
    Map<String, Integer> hidden = new LinkedHashMap<>();
    Map<String, Integer> telling = new LinkedHashMap<>();
    List<QuestionnaireItemComponent> conditional =
        QUESTIONS.record(2).getItem().stream()
            .filter(QuestionnaireItemComponent::hasEnableWhen)
            .toList();
    for (int i = 0; i < 30_000; i++) {
      QuestionnaireItemComponent item = conditional.get(i % conditional.size());
      FactQuestion asked = question(item.getLinkId());
      FactQuestion before = question(item.getEnableWhenFirstRep().getQuestion());
      Claim claim = anyClaim(random, asked, before);
      List<Option> options = before.options(EDITS);
      String answer = options.get(random.nextInt(options.size())).code();
      Claim answered = before.answer(claim, 2, answer);
      boolean shown =
          item.getEnableWhen().stream().anyMatch(w -> w.getAnswerCoding().getCode().equals(answer));
      boolean tells =
          !EDITS.review(asked.answer(answered, 2, "YES")).equals(EDITS.review(answered))
              || !EDITS.review(asked.answer(answered, 2, "NO")).equals(EDITS.review(answered));
      assertTrue(
          shown || !tells, () -> asked + " is hidden after " + answer + " and makes a difference");
      (shown ? telling : hidden)
          .merge(item.getLinkId() + " " + answer, tells ? 1 : 0, Integer::sum);
    }
    assertTrue(hidden.size() > 15, hidden::toString);
    telling.forEach((answer, times) -> assertTrue(times > 0, answer + " never makes a difference"));
  }

  private static Claim anyClaim(Random random, FactQuestion... butFor) {
    Form form = any(random, List.of(Form.values()));
    List<String> places = List.of("", "11", "22", "24", "31");
    List<List<String>> modifiers = List.of(List.of(), List.of("26"), List.of("TC"), List.of("59"));
    List<String> codes = List.of("", "47490", "36555", "62270", "27759", "33361");
    List<ServiceLine> lines = new ArrayList<>();
    lines.add(
        ServiceLine.builder(2, "76496", DAY)
            .placeOfService(any(random, places))
            .modifiers(any(random, modifiers))
            .build());
    String code = any(random, codes);
    if (!code.isEmpty()) {
      lines.add(ServiceLine.builder(3, code, DAY).build());
    }
    Claim claim =
        Claim.builder(form, any(random, List.of(Payer.of(Family.MEDICARE), Payer.of(Family.BCBS))))
            .lines(lines)
            .build();
    for (FactQuestion question : FactQuestion.values()) {
      boolean stated =
          question.isOfRecord()
              && question != FactQuestion.ON_FILE
              && !List.of(butFor).contains(question)
              && random.nextInt(4) == 0;
      if (stated) {
        claim = question.answer(claim, 2, any(random, question.options(EDITS)).code());
      }
    }
    return claim;
  }

  private static <T> T any(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  // ---- long claims

  /** As many lines with 76496 as there are others, all on one of two days. */
  private static Claim longClaim(int lines, Random random) {
    List<ServiceLine> all = new ArrayList<>();
    for (int number = 1; number <= lines; number++) {
      boolean billed = number % 2 == 0;
      String other = any(random, List.of("99213", "47490", "36555", "76120"));
      all.add(
          ServiceLine.builder(number, billed ? "76496" : other, DAY.plusDays(random.nextInt(2)))
              .placeOfService(any(random, List.of("", "11", "22")))
              .description(any(random, List.of("", "INJECTION AND XRAY OF JOINT")))
              .build());
    }
    return Claim.builder(Form.NOT_STATED, Payer.of(Family.MEDICARE)).lines(all).build();
  }

  /** Edits that keep the sizes of the claims that they review. */
  private static Cpt76496Edits watched(List<Integer> sizes, UnaryOperator<Claim> before) {
    return (Cpt76496Edits)
        Proxy.newProxyInstance(
            LineQuestionsTest.class.getClassLoader(),
            new Class<?>[] {Cpt76496Edits.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("review")) {
                Claim claim = (Claim) arguments[0];
                sizes.add(claim.lines().size());
                return EDITS.review(before.apply(claim));
              }
              return method.invoke(EDITS, arguments);
            });
  }

  private static UnaryOperator<Claim> asForm(int fewer, Form form) {
    return claim ->
        claim.lines().size() >= fewer
            ? claim
            : new Claim(
                form,
                claim.payer(),
                claim.typeOfBill(),
                claim.note(),
                claim.attachments(),
                claim.lines());
  }

  @Test
  void aLongClaimIsNotReviewedWithEachAnswer() {
    Claim claim = longClaim(200, new Random(1));
    int open = 0;
    for (LineReview line : EDITS.review(claim).lines()) {
      List<Integer> sizes = new ArrayList<>();
      Optional<Questionnaire> form =
          LineQuestions.of(watched(sizes, UnaryOperator.identity())).open(claim, line);
      assertTrue(sizes.stream().allMatch(size -> size <= 5), sizes::toString);
      open += form.isPresent() ? 1 : 0;
    }
    assertTrue(open > 20, open + " open lines");
  }

  /** What is asked does not change when the whole claim is reviewed with each answer. */
  @Test
  void otherLinesWith76496DoNotChangeWhatIsAsked() {
    Random random = new Random(2);
    for (int i = 0; i < 10; i++) {
      Claim claim = longClaim(8, random);
      for (LineReview line : EDITS.review(claim).lines()) {
        List<Integer> sizes = new ArrayList<>();
        // Answers to less than the whole are those to another form, so that the whole is kept.
        Optional<Questionnaire> whole =
            LineQuestions.of(watched(sizes, asForm(8, Form.INSTITUTIONAL))).open(claim, line);
        assertTrue(
            whole.isEmpty() || sizes.stream().skip(1).allMatch(size -> size == 8), sizes::toString);
        assertEquals(
            whole.map(FhirParser::json), QUESTIONS.open(claim, line).map(FhirParser::json));
        assertEquals(
            whole.map(FhirParser::json),
            QUESTIONS.open(claim, line.number()).map(FhirParser::json));
      }
    }
  }

  // ---- what is answered

  static QuestionnaireResponse response(Questionnaire form, String... answers) {
    QuestionnaireResponse response =
        new QuestionnaireResponse()
            .setQuestionnaire(form.getUrl() + "|" + form.getVersion())
            .setStatus(QuestionnaireResponseStatus.COMPLETED);
    for (String each : answers) {
      String linkId = each.substring(0, each.indexOf('='));
      String answer = each.substring(each.indexOf('=') + 1);
      FactQuestion question = question(linkId);
      response
          .addItem()
          .setLinkId(linkId)
          .addAnswer()
          .setValue(
              question.longest() > 0
                  ? new StringType(answer)
                  : new Coding(LineQuestions.system(question), answer, null));
    }
    return response;
  }

  @Test
  void anAnswerTurnsAnOpenLineIntoAnAnswer() throws UnreadableAnswersException {
    Claim claim = claim(Form.NOT_STATED, "", "");
    Questionnaire form = QUESTIONS.open(claim, 2).orElseThrow();
    AnsweredClaim answered =
        QUESTIONS.read(
            claim,
            2,
            form,
            LineQuestions.response(
                FhirParser.json(
                    response(
                        form,
                        "procedure=NOT_STATED",
                        "purpose=SURGICAL_GUIDANCE",
                        "writtenInterpretation=YES",
                        "noSpecificCode=YES",
                        "form=PROFESSIONAL",
                        "placeOfService=11",
                        "component=PROFESSIONAL"))));
    assertEquals(
        new AnsweredClaim(
            Claim.builder(Form.PROFESSIONAL, Payer.of(Family.MEDICARE))
                .lines(
                    ServiceLine.builder(2, "76496", DAY)
                        .placeOfService("11")
                        .units(1)
                        .record(
                            RecordFacts.builder()
                                .purpose(RecordFacts.Purpose.SURGICAL_GUIDANCE)
                                .writtenInterpretation(true)
                                .noSpecificCode(true)
                                .component(RecordFacts.Component.PROFESSIONAL)
                                .build())
                        .build())
                .build(),
            2,
            List.of(
                "purpose=SURGICAL_GUIDANCE",
                "writtenInterpretation=YES",
                "noSpecificCode=YES",
                "form=PROFESSIONAL",
                "placeOfService=11",
                "component=PROFESSIONAL")),
        answered);
    assertEquals("AnsweredClaim[line 2, stated: 6]", answered.toString());
    assertEquals(CodeApplies.YES, review(answered.claim()).codeApplies());
    assertEquals(Modifier26.MISSING, review(answered.claim()).modifier26());
  }

  @Test
  void aDescriptionIsTakenAndNotRepeatedAndNothingKnownChangesNothing()
      throws UnreadableAnswersException {
    Claim claim = claim(Form.PROFESSIONAL, "22", "INJECTION AND XRAY OF JOINT", "26");
    Questionnaire form = QUESTIONS.open(claim, 2).orElseThrow();
    AnsweredClaim answered =
        QUESTIONS.read(claim, 2, form, response(form, "description= HIP ARTHROGRAM "));
    assertEquals(List.of("description"), answered.stated());
    assertEquals("HIP ARTHROGRAM", answered.claim().lines().get(0).description());
    assertEquals(CodeApplies.NO, review(answered.claim()).codeApplies());

    assertEquals(
        new AnsweredClaim(claim, 2, List.of()),
        QUESTIONS.read(
            claim, 2, form, response(form, "procedure=NOT_STATED", "purpose=NOT_STATED")));
  }

  @Test
  void documentsOnFileAreAddedToThoseKnown() throws UnreadableAnswersException {
    Claim claim =
        FactQuestion.ON_FILE.answer(claim(Form.NOT_STATED, "", ""), 2, "PROCEDURE_REPORT");
    Questionnaire form = QUESTIONS.record(2);
    QuestionnaireResponse response = response(form, "onFile=IMAGING_REPORT");
    response
        .getItemFirstRep()
        .addAnswer()
        .setValue(new Coding("urn:cpt76496:on-file", "SPECIAL_REPORT", null));
    AnsweredClaim answered = QUESTIONS.read(claim, 2, form, response);
    assertEquals(List.of("onFile=IMAGING_REPORT,SPECIAL_REPORT"), answered.stated());
    assertEquals(
        "[IMAGING_REPORT, PROCEDURE_REPORT, SPECIAL_REPORT]",
        answered.claim().lines().get(0).record().onFile().stream()
            .map(Enum::name)
            .sorted()
            .toList()
            .toString());
  }

  // ---- what is refused, each fault by its place

  private static List<String> faults(
      BiConsumer<Questionnaire, QuestionnaireResponse> spoil, String... answers) {
    Claim claim = claim(Form.NOT_STATED, "", "");
    Questionnaire form = QUESTIONS.open(claim, 2).orElseThrow();
    QuestionnaireResponse response = response(form, answers);
    spoil.accept(form, response);
    UnreadableAnswersException refused =
        assertThrows(
            UnreadableAnswersException.class, () -> QUESTIONS.read(claim, 2, form, response));
    List<String> faults =
        refused.problems().stream().map(p -> p.place() + ": " + p.reason()).toList();
    assertEquals(String.join("; ", faults), refused.getMessage());
    return faults;
  }

  @Test
  void aResponseToOtherQuestionsIsRefused() {
    assertEquals(
        List.of("questionnaire: names other questions than those that are open on this line"),
        faults((q, r) -> r.setQuestionnaire("urn:other|" + q.getVersion()), "form=PROFESSIONAL"));
    assertEquals(
        List.of(
            "questionnaire: names another version of the questions than "
                + EDITS.version().ruleSet()
                + ", which is the rule set; ask again"),
        faults((q, r) -> r.setQuestionnaire(q.getUrl() + "|2019.1"), "form=PROFESSIONAL"));
    assertEquals(
        List.of(
            "questionnaire: missing; it names the Questionnaire that is answered, as url|version"),
        faults((q, r) -> r.setQuestionnaire(null), "form=PROFESSIONAL"));
  }

  @Test
  void aResponseThatIsNotCompleteIsRefused() {
    for (QuestionnaireResponseStatus status :
        List.of(
            QuestionnaireResponseStatus.INPROGRESS,
            QuestionnaireResponseStatus.STOPPED,
            QuestionnaireResponseStatus.ENTEREDINERROR)) {
      assertEquals(
          List.of(
              "status: "
                  + status.toCode()
                  + "; only a response that is completed or amended is read"),
          faults((q, r) -> r.setStatus(status), "form=PROFESSIONAL"));
    }
    assertEquals(
        List.of("status: missing; only a response that is completed or amended is read"),
        faults((q, r) -> r.setStatus(null), "form=PROFESSIONAL"));
    assertEquals(List.of("item: no question is answered"), faults((q, r) -> {}));
    assertEquals(
        List.of(
            "modifierExtension: says what must be understood and is not, so nothing of the response"
                + " is read"),
        faults((q, r) -> r.addModifierExtension().setUrl("urn:x"), "form=PROFESSIONAL"));
    assertEquals(
        List.of(
            "implicitRules: says what must be understood and is not, so nothing of the response is"
                + " read"),
        faults((q, r) -> r.setImplicitRules("urn:x"), "form=PROFESSIONAL"));
  }

  @Test
  void everyFaultOfAnItemIsNamedByItsPlace() {
    assertEquals(
        List.of(
            "item[1].linkId: missing",
            "item[2].linkId: no such question; those that are asked are procedure, purpose,"
                + " writtenInterpretation, noSpecificCode, form, placeOfService, component",
            "item[3] (form): stands more than once",
            "item[4] (procedure).answer: takes one answer, and has 2",
            "item[5] (component).answer[0]: expected a valueCoding",
            "item[6] (placeOfService).answer[0]: expected a valueString with text in it"),
        faults(
            (q, r) -> {
              r.addItem();
              r.addItem().setLinkId("nothing").addAnswer().setValue(new StringType("SECRET"));
              r.addItem().setLinkId("form");
              r.addItem().setLinkId("procedure").addAnswer();
              r.getItem().get(4).addAnswer();
              r.addItem().setLinkId("component").addAnswer().setValue(new StringType("SECRET"));
              r.addItem().setLinkId("placeOfService").addAnswer().setValue(new StringType(" "));
            },
            "form=PROFESSIONAL"));
    assertEquals(
        List.of(
            "item[0] (form).answer[0].valueCoding.code: not one of the answers to this question",
            "item[1] (procedure).answer[0].valueCoding.system: expected urn:cpt76496:procedure",
            "item[2] (component).answer[0]: has no value"),
        faults(
            (q, r) -> {
              r.addItem()
                  .setLinkId("procedure")
                  .addAnswer()
                  .setValue(new Coding("urn:other", "ERCP", null));
              r.addItem().setLinkId("component").addAnswer();
            },
            "form=SECRET"));
    assertEquals(
        List.of(
            "item[0] (form).modifierExtension: says what must be understood and is not",
            "item[0] (form).item: the question has no items within it",
            "item[0] (form).answer[0].item: the question has no items within it"),
        faults(
            (q, r) -> {
              r.getItemFirstRep().addModifierExtension().setUrl("urn:x");
              r.getItemFirstRep().addItem().setLinkId("x");
              r.getItemFirstRep().getAnswerFirstRep().addItem().setLinkId("x");
            },
            "form=PROFESSIONAL"));
  }

  /** An extension may stand where a value is missing, as for data that is absent. */
  @Test
  void whatHasAnExtensionAndNoValueIsNamed() throws UnreadableAnswersException {
    Claim claim = claim(Form.NOT_STATED, "", "");
    Questionnaire form = QUESTIONS.open(claim, 2).orElseThrow();
    String absent =
        "{\"extension\":[{\"url\":"
            + "\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\","
            + "\"valueCode\":\"unknown\"}]}";
    QuestionnaireResponse response =
        LineQuestions.response(
            "{\"resourceType\":\"QuestionnaireResponse\",\"_questionnaire\":ABSENT,\"_status\":ABSENT,"
                    .replace("ABSENT", absent)
                + "\"item\":[{\"linkId\":\"placeOfService\",\"answer\":[{\"_valueString\":ABSENT}]},"
                    .replace("ABSENT", absent)
                + "{\"_linkId\":ABSENT},{\"linkId\":\"form\",\"answer\":[{\"valueCoding\":"
                    .replace("ABSENT", absent)
                + "{\"system\":\"urn:cpt76496:form\",\"_code\":ABSENT}}]}]}"
                    .replace("ABSENT", absent));
    assertEquals(
        List.of(
            "questionnaire: missing; it names the Questionnaire that is answered, as url|version",
            "status: missing; only a response that is completed or amended is read",
            "item[0] (placeOfService).answer[0]: expected a valueString with text in it",
            "item[1].linkId: missing",
            "item[2] (form).answer[0].valueCoding.code: not one of the answers to this question"),
        assertThrows(
                UnreadableAnswersException.class, () -> QUESTIONS.read(claim, 2, form, response))
            .problems()
            .stream()
            .map(p -> p.place() + ": " + p.reason())
            .toList());
  }

  @Test
  void anAnswerToAQuestionThatIsNotAskedIsRefused() {
    assertEquals(
        List.of(
            "item[1] (purpose): is not asked after the answers before it (procedure); take it out,"
                + " or correct those",
            "item[2] (noSpecificCode): is not asked after the answers before it (purpose,"
                + " writtenInterpretation); take it out, or correct those"),
        faults((q, r) -> {}, "procedure=ERCP", "purpose=OTHER", "noSpecificCode=YES"));
  }

  @Test
  void wordsThatTheLineCannotCarryAreRefused() {
    assertEquals(
        List.of(
            "item[1] (placeOfService): placeOfService: longer than 2 characters, which is what the"
                + " line can carry"),
        faults((q, r) -> {}, "form=PROFESSIONAL", "placeOfService=office"));
    assertEquals(
        List.of("item[1] (placeOfService): line 2: placeOfService: must be two digits, such as 22"),
        faults((q, r) -> {}, "form=PROFESSIONAL", "placeOfService=XX"));
  }

  @Test
  void whatIsNoResponseIsNamed() {
    assertEquals(
        "not a FHIR R4 QuestionnaireResponse",
        assertThrows(
                UnreadableAnswersException.class,
                () -> LineQuestions.response("{\"resourceType\":\"Claim\"}"))
            .getMessage());
    assertEquals(
        "itm: unknown to FHIR R4 in this place",
        assertThrows(
                UnreadableAnswersException.class,
                () ->
                    LineQuestions.response(
                        "{\"resourceType\":\"QuestionnaireResponse\",\"itm\":\"x\"}"))
            .getMessage());
  }
}
