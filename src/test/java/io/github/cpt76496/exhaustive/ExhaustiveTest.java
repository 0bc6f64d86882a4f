package io.github.cpt76496.exhaustive;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.cpt76496.Edit.Question;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.exhaustive.Judge.Verdict;
import io.github.cpt76496.exhaustive.RulePage.Atom;
import io.github.cpt76496.internal.SeenFacts;
import io.github.cpt76496.oracle.Reference;
import io.github.cpt76496.page.LineFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every combination of what rules read, on rules and plain Java: equal answers, one to each
 * question, none that contradicts another, open exactly while a named fact is missing, and settled
 * by stating it.
 *
 * <p>{@code -Dexhaustive=whole} also enumerates what the pages show to be without effect, and runs
 * Drools on every combination; otherwise on every {@value #DROOLS_ON_ONE_IN}th, by the {@code
 * -Dseed=...}. The counts are printed and written to {@code target/exhaustive.txt}.
 */
@Tag("exhaustive")
class ExhaustiveTest {

  private static final boolean WHOLE = System.getProperty("exhaustive", "").equals("whole");
  private static final long SEED = Long.getLong("seed", 76_496L);
  private static final int DROOLS_ON_ONE_IN = 64;

  private static final List<RulePage> RULES = RulePage.all();
  private static final Reference REFERENCE = new Reference();
  private static final Blocks BLOCKS = new Blocks(RULES, REFERENCE, WHOLE);
  private static final Judge JUDGE = new Judge(RULES, REFERENCE);

  // ---- what is enumerated is what rules read

  @Test
  void everyFactThatARuleReadsHasItsInputs() {
    assertFalse(RULES.isEmpty(), "looked at nothing");
    RULES.forEach(ExhaustiveTest::requireKnownFacts);
  }

  @Test
  void aFactThatNobodyEnumeratesIsNamed() {
    RulePage page =
        RulePage.of(
                """
                rule "modifier/x"
                    @answer("VALID")
                when
                    $line : LineFacts( modifier26, patientAge > 65, noSpecificCode == "YES" )
                then
                    findings.add( drools.getRule().getName(), $line, "aged " + $line.age() );
                end
                """)
            .get(0);
    assertEquals(
        "modifier/x reads facts that are not enumerated: [age, patientAge]; see Input",
        assertThrows(AssertionError.class, () -> requireKnownFacts(page)).getMessage());
    assertEquals(
        "modifier/x reads [NO_SPECIFIC_CODE], which \"is modifier 26 valid\" does not vary",
        assertThrows(AssertionError.class, () -> requireInputs(page, BLOCKS.settled().get(1)))
            .getMessage());
  }

  private static void requireKnownFacts(RulePage rule) {
    Set<String> facts = new TreeSet<>(rule.facts());
    facts.addAll(rule.told());
    facts.removeAll(Input.OF_FACT.keySet());
    if (!facts.isEmpty()) {
      fail(rule.id() + " reads facts that are not enumerated: " + facts + "; see Input");
    }
  }

  /** All that answer a question meet in its answer. */
  @Test
  void oneBlockHoldsAllInputsOfAnAnswer() {
    for (Block block : BLOCKS.settled().subList(0, 3)) {
      boolean byWords = block.values().getOrDefault(Input.CLAIM_NOTE, List.of()).size() > 1;
      int looked = 0;
      for (RulePage rule : RULES) {
        if (rule.answers()
            && rule.question() == block.question()
            && (byWords || !inputs(rule).contains(Input.CLAIM_NOTE))) {
          requireInputs(rule, block);
          looked++;
        }
      }
      assertTrue(looked > 0, "looked at nothing");
    }
  }

  private static void requireInputs(RulePage rule, Block block) {
    Set<Input> lacking = inputs(rule);
    rule.asks().stream()
        .filter(fact -> fact != Fact.DESCRIPTION) // Asked for where it is there: its words differ.
        .forEach(f -> lacking.add(Situation.inputOf(f)));
    lacking.removeAll(block.values().keySet());
    if (!lacking.isEmpty()) {
      fail(rule.id() + " reads " + lacking + ", which \"" + block.name() + "\" does not vary");
    }
  }

  private static Set<Input> inputs(RulePage rule) {
    Set<Input> inputs = EnumSet.noneOf(Input.class);
    rule.facts().forEach(f -> inputs.addAll(Input.OF_FACT.getOrDefault(f, Set.of())));
    return inputs;
  }

  /**
   * Each test in each rule is true of one combination and false of another in one block. A payer's
   * own block holds that payer alone; that the payer counts is seen in the block of every payer.
   */
  @Test
  void everyTestOfEveryRuleGoesBothWays() {
    List<Block> blocks = new ArrayList<>(BLOCKS.settled());
    blocks.addAll(BLOCKS.others());
    Block everyPayer = BLOCKS.everyPayer();
    List<String> uncovered = new ArrayList<>();
    for (RulePage rule : RULES) {
      List<String> lacking = List.of("a block that varies " + inputs(rule));
      for (Block block : blocks) {
        if (block.question() == rule.question() && block.varies(inputs(rule))) {
          lacking = rule.atoms().stream().filter(a -> !covers(block, a)).map(Atom::text).toList();
          if (lacking.isEmpty()) {
            break;
          }
        }
      }
      if (!lacking.isEmpty()) {
        uncovered.add(rule.id() + " lacks " + lacking);
      }
      for (Atom atom : rule.atoms()) {
        if (isOfPayer(atom) && outcomes(everyPayer, atom).size() < 2) {
          uncovered.add(rule.id() + " lacks " + atom.text() + " both ways");
        }
      }
    }
    assertEquals(List.of(), uncovered);
  }

  private static boolean covers(Block block, Atom atom) {
    Set<Boolean> outcomes = outcomes(block, atom);
    return outcomes.size() == 2
        || (block.question() == Question.DOCUMENTATION
            && isOfPayer(atom)
            && outcomes.contains(true));
  }

  private static boolean isOfPayer(Atom atom) {
    return Blocks.PAYER.containsAll(Input.OF_FACT.get(atom.fact()));
  }

  private static final SeenFacts SEEN = new SeenFacts();
  private static final Map<String, Set<Boolean>> OUTCOMES = new HashMap<>();

  /** What a test comes out as in a block. */
  private static Set<Boolean> outcomes(Block block, Atom atom) {
    return OUTCOMES.computeIfAbsent(
        block.name() + " " + atom.text(),
        k -> {
          Set<Boolean> outcomes = new HashSet<>();
          for (Situation situation : block.sweep(Input.OF_FACT.get(atom.fact()))) {
            LineFacts facts = SEEN.of(situation.claim());
            outcomes.add(RulePage.holds(atom.test(), name -> SeenFacts.value(facts, name)));
          }
          return outcomes;
        });
  }

  /** Changing any other input leaves the fact as it is, wherever it is tried. */
  @Test
  void aFactRestsOnItsInputsAlone() {
    List<Block> blocks = new ArrayList<>(BLOCKS.settled());
    blocks.addAll(BLOCKS.others());
    Set<Input> changed = EnumSet.noneOf(Input.class);
    for (Block block : blocks) {
      long step = Math.max(1, block.size() / 5);
      for (long number = 0; number < block.size(); number += step) {
        LineFacts before = SEEN.of(block.at(number).claim());
        for (Input input : block.values().keySet()) {
          int values = block.values().get(input).size();
          for (int i = 0; i < values; i += Math.max(1, values / 8)) {
            requireUnchanged(
                before, SEEN.of(block.at(block.with(number, input, i)).claim()), input);
          }
          changed.add(input);
        }
      }
    }
    assertEquals(EnumSet.allOf(Input.class), changed);
  }

  private static void requireUnchanged(LineFacts before, LineFacts after, Input input) {
    Input.OF_FACT.forEach(
        (fact, inputs) -> {
          if (!inputs.contains(input)) {
            assertEquals(
                SeenFacts.value(before, fact),
                SeenFacts.value(after, fact),
                () -> fact + " changes with " + input);
          }
        });
  }

  @Test
  void everyEditOfTheFirstTwoQuestionsHasAStance() {
    assertEquals(
        RULES.stream()
            .filter(r -> r.question() != Question.DOCUMENTATION)
            .map(RulePage::id)
            .collect(toCollection(TreeSet::new)),
        new TreeSet<>(Stances.edits()));
  }

  @Test
  void whatIsOpenWithoutASourceAsksForNothing() {
    assertEquals(
        Judge.OPEN_WITHOUT_A_SOURCE,
        RULES.stream()
            .filter(r -> r.answer().equals("UNDETERMINED") && r.asks().isEmpty())
            .map(RulePage::id)
            .filter(id -> !id.endsWith("/date-before-rule-set"))
            .collect(toSet()));
  }

  // ---- the enumeration

  @Test
  void everyCombinationIsAnsweredAlikeAndSettled() throws IOException {
    StringBuilder report = new StringBuilder();
    long all = 0;
    for (Block block : BLOCKS.settled()) {
      AtomicReferenceArray<List<Fact>> asked =
          new AtomicReferenceArray<>(Math.toIntExact(block.size()));
      run(block, asked);
      report(block.size(), block.name() + settle(block, asked), report);
      all += block.size();
    }
    for (Block block : BLOCKS.others()) {
      run(block, NOT_KEPT);
      report(block.size(), block.name(), report);
      all += block.size();
    }
    report(all, "combinations", report);
    long leftOpen = LEFT_OPEN.sum();
    report(leftOpen, "of them open for want of a source, with nothing to ask", report);
    Files.writeString(Path.of("target", "exhaustive.txt"), report);
    assertTrue(all > 1_000_000, "hardly looked");
    assertTrue(leftOpen > 0, "an exception for nothing");
  }

  private static void report(long count, String what, StringBuilder report) {
    String line = "%,13d  %s%n".formatted(count, what);
    System.out.print(line);
    report.append(line);
  }

  private static final AtomicReferenceArray<List<Fact>> NOT_KEPT = new AtomicReferenceArray<>(0);

  /** Few lists are asked for by many combinations. */
  private static final Map<List<Fact>, List<Fact>> ONE_OF_EACH = new ConcurrentHashMap<>();

  private static final LongAdder LEFT_OPEN = new LongAdder();

  /** On all processors; the first fault by number is the one that is shown. */
  private static void run(Block block, AtomicReferenceArray<List<Fact>> asked) {
    Optional<String> fault =
        LongStream.range(0, block.size())
            .parallel()
            .mapToObj(number -> run(block, number, asked))
            .filter(f -> !f.isEmpty())
            .findFirst();
    fault.ifPresent(f -> fail(block.name() + ": " + f));
  }

  private static String run(Block block, long number, AtomicReferenceArray<List<Fact>> asked) {
    Verdict verdict = JUDGE.judge(block.at(number), WHOLE || isChosen(number));
    if (verdict.leftOpen()) {
      LEFT_OPEN.increment();
    }
    if (asked.length() > 0) {
      // Other words for what was done are beyond number; what else is asked for settles it too.
      List<Fact> facts = verdict.asked().stream().filter(fact -> fact != Fact.DESCRIPTION).toList();
      asked.set((int) number, ONE_OF_EACH.computeIfAbsent(facts, k -> k));
    }
    return verdict.fault();
  }

  private static boolean isChosen(long number) {
    long mixed = (number + SEED) * 0x9E3779B97F4A7C15L;
    return (mixed >>> 32) % DROOLS_ON_ONE_IN == 0;
  }

  // ---- stating what a review asks for

  /** Follows each open combination, through all ways of stating what it asks for, to the end. */
  private static String settle(Block block, AtomicReferenceArray<List<Fact>> asked) {
    byte[] rounds = new byte[asked.length()];
    int open = 0;
    int most = 0;
    for (int number = 0; number < asked.length(); number++) {
      if (!asked.get(number).isEmpty()) {
        open++;
        most = Math.max(most, rounds(block, number, asked, rounds));
      }
    }
    assertTrue(open > 0, () -> block.name() + ": nothing is open");
    return ", %,d of them open, settled in at most %d rounds".formatted(open, most);
  }

  /** What asks for nothing is settled, or is open for want of a source. */
  private static int rounds(
      Block block, int number, AtomicReferenceArray<List<Fact>> asked, byte[] rounds) {
    List<Fact> facts = asked.get(number);
    if (rounds[number] == 0 && !facts.isEmpty()) {
      int most = 0;
      for (int stated : stated(block, number, facts)) {
        assertTrue(
            Collections.disjoint(facts, asked.get(stated)),
            () -> block.name() + ": asks again for what was stated, combination " + number);
        most = Math.max(most, rounds(block, stated, asked, rounds));
      }
      rounds[number] = (byte) (1 + most);
    }
    return rounds[number];
  }

  private static List<Integer> stated(Block block, int number, List<Fact> facts) {
    List<Integer> all = List.of(number);
    for (Fact fact : facts) {
      Input input = Situation.inputOf(fact);
      List<?> values = block.values().get(input);
      List<Integer> more = new ArrayList<>();
      for (int value = 0; value < values.size(); value++) {
        if (JUDGE.states(input, values.get(value))) {
          for (int before : all) {
            more.add((int) block.with(before, input, value));
          }
        }
      }
      assertFalse(more.isEmpty(), () -> block.name() + " states no " + fact);
      all = more;
    }
    return all;
  }
}
