package io.github.cpt76496.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.oracle.ClaimGenerator;
import io.github.cpt76496.oracle.Comparison;
import io.github.cpt76496.oracle.PlainLine;
import io.github.cpt76496.oracle.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared in speed gives the same answers, or the comparison is worth nothing. */
@Tag("one-jdk")
class ContestantsAgreeTest {

  private static final int CLAIMS = 3_000;

  @ParameterizedTest
  @EnumSource(
      names = {"ANSWER_ALONE", "HAND_WRITTEN"},
      mode = EnumSource.Mode.EXCLUDE)
  void withTheHandWrittenJava(Contestant contestant) {
    Function<Claim, List<PlainLine>> expected = Contestant.HAND_WRITTEN.answers();
    Function<Claim, List<PlainLine>> answers = contestant.answers();
    Set<String> fired = new HashSet<>();
    for (Claim claim : claims()) {
      List<PlainLine> lines = expected.apply(claim);
      assertEquals(lines, answers.apply(claim), claim::toString);
      lines.forEach(line -> line.documentation().forEach(d -> fired.add(d.edit())));
      lines.forEach(line -> line.findings().forEach(f -> fired.add(f.edit())));
    }
    assertTrue(fired.size() > 200, () -> "only " + fired.size() + " edits had their turn");
  }

  /** To the last word and citation, on the claims that are measured. */
  @ParameterizedTest
  @EnumSource(Mix.class)
  void theWholeAnswerByHand(Mix mix) {
    Claim[] claims = mix.claims();
    Function<Claim, Object> library = Contestant.COMPILED.load(claims);
    Function<Claim, Object> byHand = Contestant.HAND_WRITTEN.load(claims);
    Function<Claim, Object> alone = Contestant.ANSWER_ALONE.load(claims);
    for (Claim claim : claims) {
      Object expected = library.apply(claim);
      assertEquals(expected, byHand.apply(claim), claim::toString);
      assertEquals(expected, alone.apply(claim), claim::toString);
    }
  }

  /** What a host adds may be refused, and a benchmark finds that out only when its turn comes. */
  @ParameterizedTest
  @ValueSource(ints = {0, 100, 1_000})
  void withAllThatAHostMayAdd(int additions) throws IOException {
    Cpt76496Edits edits = HostAdditions.load(Contestant.COMPILED, additions);
    Claim claim = Mix.ALL_HITS.claims()[0];
    assertEquals(
        Contestant.HAND_WRITTEN.answers().apply(claim), Comparison.plain(edits.review(claim)));
  }

  /** Those that are measured, and those of the differential test, where most edits fire. */
  private static List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    for (Mix mix : Mix.values()) {
      claims.addAll(Arrays.asList(mix.claims()).subList(0, 1_000));
    }
    ClaimGenerator generator = new ClaimGenerator(76_496L, new Reference());
    for (int i = 0; i < CLAIMS; i++) {
      claims.add(generator.next());
    }
    return claims;
  }
}
