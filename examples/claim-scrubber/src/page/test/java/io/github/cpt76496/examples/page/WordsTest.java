package io.github.cpt76496.examples.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cpt76496.DocumentationItem;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void itemsReadLikeWords() {
    assertEquals("drug NDC", Words.of(DocumentationItem.DRUG_NDC));
    assertEquals("PWK attachment control", Words.of(DocumentationItem.PWK_ATTACHMENT_CONTROL));
    assertEquals("primary payer EOB", Words.of(DocumentationItem.PRIMARY_PAYER_EOB));
    List<String> all =
        EnumSet.allOf(DocumentationItem.class).stream().map(Words::of).distinct().toList();
    assertEquals(DocumentationItem.values().length, all.size());
  }
}
