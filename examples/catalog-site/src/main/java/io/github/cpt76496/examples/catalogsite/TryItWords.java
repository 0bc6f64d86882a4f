package io.github.cpt76496.examples.catalogsite;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.examples.page.Words;
import java.util.function.Function;

/** Gives the form the words of {@link Words}. */
final class TryItWords {

  private final ObjectNode words;

  private TryItWords(ObjectNode words) {
    this.words = words;
  }

  static ObjectNode of(JsonMapper mapper) {
    TryItWords all = new TryItWords(mapper.createObjectNode());
    all.put("codeApplies", CodeApplies.class, Words::of);
    all.put("modifier26", Modifier26.class, Words::of);
    all.put("severity", Severity.class, Words::of);
    all.put("item", DocumentationItem.class, Words::of);
    all.put("level", Level.class, Words::of);
    all.put("state", State.class, Words::of);
    all.put("channel", Channel.class, Words::of);
    all.put("consequence", Consequence.class, Words::of);
    return all.words;
  }

  private <E extends Enum<E>> void put(String name, Class<E> type, Function<E, String> of) {
    ObjectNode node = words.putObject(name);
    for (E constant : type.getEnumConstants()) {
      node.put(constant.name(), of.apply(constant));
    }
  }
}
