package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cpt76496.oracle.Comparison;
import io.github.cpt76496.oracle.PlainJava;
import io.github.cpt76496.testkit.CaseFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * All cases as one test, for the mutants of the Java: {@link EditCasesTest} makes a test of each,
 * and each would read all pages again. Here a case is also answered by plain Java, to the last
 * requirement.
 */
class CasesInOneGoTest {

  @Test
  void everyCaseIsReviewedAsItSaysAndAsPlainJavaDoes() {
    Cpt76496Edits edits = Cpt76496Edits.loader().engine(Engine.COMPILED).load();
    List<String> off =
        edits.catalog().stream().filter(e -> !e.onByDefault()).map(Edit::id).toList();
    List<CaseFile> files = OwnPages.cases();
    PlainJava plainJava = new PlainJava();
    int looked = 0;
    for (CaseFile file : files) {
      for (CaseFile.Case c : file.cases()) {
        ClaimReview review = edits.review(c.claim());
        if (!off.contains(c.edit())) {
          c.check(review.lines().get(0));
        }
        assertEquals(plainJava.review(c.claim()), Comparison.plain(review), c::toString);
        looked++;
      }
    }
    assertTrue(looked > edits.catalog().size(), "looked at nothing");
  }
}
