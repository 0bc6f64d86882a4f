package io.github.cpt76496;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.testkit.EditCases;
import org.junit.jupiter.api.Test;

/** The cases of the library's own pages. */
class EditCasesTest extends EditCases {

  EditCasesTest() {
    super(OwnPages.RULES, "", Cpt76496Edits::loader);
  }

  /** Answers that others have published: none of them goes unseen when cases are rewritten. */
  @Test
  void everyPublishedExampleIsACase() {
    assertEquals(29, allCases().filter(c -> c.name().startsWith("published example: ")).count());
  }
}
