package io.github.cpt76496.examples.scrubber.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cpt76496.Citation;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.NamedService;
import io.github.cpt76496.examples.page.Words;
import java.io.IOException;
import java.util.function.Function;

/** Gives the page the words of {@link Words}, so that it says what the text report says. */
final class PageWords {

  private final JsonGenerator json;

  PageWords(JsonGenerator json) {
    this.json = json;
  }

  void write() throws IOException {
    write("codeApplies", CodeApplies.class, Words::of);
    write("codeAppliesInShort", CodeApplies.class, Words::inShort);
    write("modifier26", Modifier26.class, Words::of);
    write("modifier26InShort", Modifier26.class, Words::inShort);
    write("severity", Severity.class, Words::of);
    write("grade", Citation.Grade.class, Words::of);
    write("fact", Fact.class, Words::of);
    write("field", NamedService.Field.class, Words::of);
    write("item", DocumentationItem.class, Words::of);
    write("level", Level.class, Words::of);
    write("state", State.class, Words::of);
    write("channel", Channel.class, Words::of);
    write("consequence", Consequence.class, Words::of);
    write("scope", Scope.class, Words::of);
    write("action", EditOverride.Action.class, Words::of);
  }

  private <E extends Enum<E>> void write(String name, Class<E> type, Function<E, String> words)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (E constant : type.getEnumConstants()) {
      json.writeStringField(constant.name(), words.apply(constant));
    }
    json.writeEndObject();
  }
}
