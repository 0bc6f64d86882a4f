package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.Cpt76496Edits.Loader;
import io.github.cpt76496.EditOverride.Action;
import io.github.cpt76496.testkit.CaseFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The rules in plain Java answer as Drools does, to the last word: on every case, and on claims
 * drawn at random. That they do so on every combination of payer, form, place, modifier and date is
 * seen where those are gone through, in {@code ExhaustiveTest}.
 */
class EnginesAgreeTest {

  private static final int CLAIMS = 100_000;

  /** The same host's decisions behind two engines. */
  private record BothEngines(Cpt76496Edits drools, Cpt76496Edits compiled) {

    static BothEngines with(List<EditOverride> overrides) {
      return new BothEngines(load(Engine.DROOLS, overrides), load(Engine.COMPILED, overrides));
    }

    private static Cpt76496Edits load(Engine engine, List<EditOverride> overrides) {
      Loader loader = Cpt76496Edits.loader().engine(engine);
      overrides.forEach(loader::override);
      return loader.load();
    }

    ClaimReview review(Claim claim) {
      ClaimReview review = drools.review(claim);
      assertEquals(
          review, compiled.review(claim), () -> claim + " " + claim.payer() + " " + claim.lines());
      return review;
    }
  }

  private static final BothEngines AS_SHIPPED = BothEngines.with(List.of());
  private static final List<Edit> CATALOG = AS_SHIPPED.drools().catalog();

  /** With the edits that are off unless a host wants them. */
  private static final BothEngines ALL_ON =
      BothEngines.with(
          CATALOG.stream()
              .filter(e -> !e.onByDefault())
              .map(e -> new EditOverride(e.id(), EditOverride.ANY_PAYER, Action.ON, "to compare"))
              .toList());

  @Test
  void theyKnowTheSameEdits() {
    assertEquals(CATALOG, AS_SHIPPED.compiled().catalog());
    assertEquals(AS_SHIPPED.drools().version(), AS_SHIPPED.compiled().version());
  }

  @Test
  void onEveryCase() {
    int looked = 0;
    for (CaseFile file : OwnPages.cases()) {
      for (CaseFile.Case c : file.cases()) {
        AS_SHIPPED.review(c.claim());
        ALL_ON.review(c.claim());
        looked++;
      }
    }
    assertTrue(looked > CATALOG.size(), "looked at nothing");
  }

  @Test
  void onClaimsDrawnAtRandom() {
    RandomClaims claims = new RandomClaims(76496, CATALOG);
    BothEngines overridden = BothEngines.with(randomOverrides(claims));
    TreeSet<String> silent = new TreeSet<>(CATALOG.stream().map(Edit::id).toList());
    for (int i = 0; i < CLAIMS; i++) {
      Claim claim = claims.next();
      overridden.review(claim);
      for (BothEngines both : List.of(AS_SHIPPED, ALL_ON)) {
        for (LineReview line : both.review(claim).lines()) {
          line.findings().forEach(f -> silent.remove(f.edit()));
          line.documentation().forEach(d -> silent.remove(d.edit()));
        }
      }
    }
    assertEquals(new TreeSet<String>(), silent, "edits that no claim made speak");
  }

  private static List<EditOverride> randomOverrides(RandomClaims claims) {
    Map<String, EditOverride> distinct = new HashMap<>();
    for (int i = 0; i < CATALOG.size(); i++) {
      EditOverride override = claims.override(CATALOG);
      distinct.put(override.edit() + " " + override.payer(), override);
    }
    return new ArrayList<>(distinct.values());
  }
}
