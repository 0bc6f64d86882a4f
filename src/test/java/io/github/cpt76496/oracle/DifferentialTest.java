package io.github.cpt76496.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.cpt76496.Claim;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Edit;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Engine;
import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The rules and the plain Java of this package agree on every generated claim: the three answers,
 * candidate codes, what would settle them, the requirements in full and in order, the level at
 * which the payer was found, and every finding with its severity. Messages and citations are not
 * compared with it; between the two engines that run the rules they are.
 *
 * <p>{@code -Dclaims=1000000} sets how many, {@code -Dseed=...} which. A claim on which they
 * disagree is taken apart until nothing more can go, and shown with both answers. How often each
 * edit fired is printed and written to {@code target/fired.txt}.
 */
class DifferentialTest {

  private static final int CLAIMS = Integer.getInteger("claims", 100_000);
  private static final long SEED = Long.getLong("seed", 76_496L);

  /** An edit that fired less often was not compared enough to speak of agreement. */
  private static final int OFTEN_ENOUGH = Math.min(100, CLAIMS / 2_000);

  /** One claim in so many is reviewed for a host that has switched on what is off by default. */
  private static final int WITH_OVERRIDE = 16;

  private static final String OFF_BY_DEFAULT = "modifier/26-refused-on-unlisted-code";

  private static final EditOverride REFUSING_26 =
      new EditOverride(
          OFF_BY_DEFAULT, EditOverride.ANY_PAYER, EditOverride.Action.ON, "compared as well");

  /** Rules and oracle under the same settings. */
  private record Pair(Cpt76496Edits rules, Cpt76496Edits compiled, PlainJava oracle) {

    static Pair of(PlainJava oracle, EditOverride... overrides) {
      return new Pair(load(Engine.DROOLS, overrides), load(Engine.COMPILED, overrides), oracle);
    }

    private static Cpt76496Edits load(Engine engine, EditOverride... overrides) {
      Cpt76496Edits.Loader loader = Cpt76496Edits.loader().engine(engine);
      for (EditOverride override : overrides) {
        loader.override(override);
      }
      return loader.load();
    }

    List<PlainLine> byRules(Claim claim) {
      ClaimReview review = rules.review(claim);
      assertEquals(review, compiled.review(claim), () -> Comparison.words(claim));
      return Comparison.plain(review);
    }

    boolean disagrees(Claim claim) {
      return !byRules(claim).equals(oracle.review(claim));
    }
  }

  @Test
  void rulesAndPlainJavaAgree() throws IOException {
    Reference reference = new Reference();
    Pair asShipped = Pair.of(new PlainJava(reference, false));
    Pair withOverride = Pair.of(new PlainJava(reference, true), REFUSING_26);
    assertEquals(
        List.of(OFF_BY_DEFAULT),
        asShipped.rules().catalog().stream().filter(e -> !e.onByDefault()).map(Edit::id).toList(),
        "edits that a host has to switch on");
    Map<String, Integer> fired = new TreeMap<>();
    asShipped.rules().catalog().forEach(e -> fired.put(e.id(), 0));
    ClaimGenerator claims = new ClaimGenerator(SEED, reference);
    for (int i = 0; i < CLAIMS; i++) {
      Claim claim = claims.next();
      Pair pair = i % WITH_OVERRIDE == 0 ? withOverride : asShipped;
      List<PlainLine> byRules = pair.byRules(claim);
      if (!byRules.equals(pair.oracle().review(claim))) {
        fail(disagreement(i, Shrinker.shrink(claim, pair::disagrees), pair));
      }
      count(byRules, fired);
    }
    report(fired);
    List<String> seldom = new ArrayList<>();
    fired.forEach((edit, times) -> addIfSeldom(edit, times, seldom));
    assertTrue(seldom.isEmpty(), () -> "fired too seldom in " + CLAIMS + " claims: " + seldom);
  }

  private static void addIfSeldom(String edit, int times, List<String> seldom) {
    if (times < OFTEN_ENOUGH) {
      seldom.add(edit + " " + times);
    }
  }

  /** An edit fires on a line if it reports a finding, lists a requirement, or both. */
  private static void count(List<PlainLine> lines, Map<String, Integer> fired) {
    for (PlainLine line : lines) {
      Set<String> edits = new HashSet<>();
      line.findings().forEach(f -> edits.add(f.edit()));
      line.documentation().forEach(d -> edits.add(d.edit()));
      edits.forEach(e -> fired.merge(e, 1, Integer::sum));
    }
  }

  private static void report(Map<String, Integer> fired) throws IOException {
    StringBuilder table = new StringBuilder();
    table.append(CLAIMS).append(" claims, seed ").append(SEED).append('\n');
    fired.forEach((edit, times) -> table.append("%8d  %s%n".formatted(times, edit)));
    System.out.print(table);
    Files.writeString(Path.of("target", "fired.txt"), table);
  }

  private static String disagreement(int index, Claim claim, Pair pair) {
    StringBuilder text = new StringBuilder();
    text.append("claim ").append(index).append(" of seed ").append(SEED).append(", taken apart:\n");
    text.append(Comparison.words(claim));
    List<PlainLine> byRules = pair.byRules(claim);
    List<PlainLine> byOracle = pair.oracle().review(claim);
    for (int i = 0; i < byRules.size(); i++) {
      text.append("\nrules       ").append(Comparison.words(byRules.get(i)));
      text.append("\nplain Java  ").append(Comparison.words(byOracle.get(i)));
      Comparison.appendDifference(byRules.get(i), byOracle.get(i), text);
    }
    return text.toString();
  }

  @Test
  void theSameSeedMakesTheSameClaims() {
    Reference reference = new Reference();
    ClaimGenerator one = new ClaimGenerator(SEED, reference);
    ClaimGenerator other = new ClaimGenerator(SEED, reference);
    Set<Claim> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      Claim claim = one.next();
      assertEquals(claim, other.next());
      seen.add(claim);
    }
    assertTrue(seen.size() > 900, "claims repeat themselves");
  }

  /** What is left of a failing claim is what makes it fail. */
  @Test
  void aFailingClaimIsTakenApart() {
    ClaimGenerator claims = new ClaimGenerator(SEED, new Reference());
    Claim failing = claims.next();
    while (!hasModifier22(failing) || failing.lines().size() < 3) {
      failing = claims.next();
    }
    ServiceLine line =
        ServiceLine.builder(1, "76496", LocalDate.of(2026, 3, 2)).modifiers("22").build();
    Claim smallest = Shrinker.shrink(failing, DifferentialTest::hasModifier22);
    assertEquals(1, smallest.lines().size());
    ServiceLine left = smallest.lines().get(0);
    assertEquals(
        line,
        new ServiceLine(
            1,
            left.procedureCode(),
            left.modifiers(),
            left.placeOfService(),
            left.dateOfService(),
            left.units(),
            left.description(),
            left.note(),
            left.revenueCode(),
            left.record()));
    assertEquals(Claim.builder(Claim.Form.NOT_STATED, Payer.UNKNOWN).lines(left).build(), smallest);
  }

  private static boolean hasModifier22(Claim claim) {
    for (ServiceLine line : claim.lines()) {
      if (line.billedWith76496() && line.modifiers().contains("22")) {
        return true;
      }
    }
    return false;
  }
}
