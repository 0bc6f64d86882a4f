package io.github.cpt76496.examples.scrubber;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cpt76496.Citation;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.Edit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/** Lists as a JSON array, an object a line, under the names that the answers have. */
final class JsonData {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).build();

  private final PrintWriter out;

  JsonData(PrintWriter out) {
    this.out = out;
  }

  <T> void array(List<T> values, Function<T, ObjectNode> form) {
    String before = "[\n";
    for (T value : values) {
      out.print(before + text(form.apply(value)));
      before = ",\n";
    }
    out.println(values.isEmpty() ? "[]" : "\n]");
  }

  private static String text(ObjectNode object) {
    try {
      return MAPPER.writeValueAsString(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ObjectNode edit(Edit edit) {
    ObjectNode object = MAPPER.createObjectNode();
    object.put("edit", edit.id());
    object.put("question", edit.question().name());
    object.put("title", edit.title());
    object.put("severity", edit.severity().name());
    object.put("onByDefault", edit.onByDefault());
    object.put("effectiveDate", edit.effectiveDate().toString());
    object.put("endDate", edit.endDate().equals(Edit.NO_END) ? null : edit.endDate().toString());
    object.set("citation", citation(edit.citation()));
    return object;
  }

  /** Without a state: nobody has looked whether the document is there. */
  static ObjectNode document(DocumentationRequirement document) {
    ObjectNode object = MAPPER.createObjectNode();
    object.put("item", document.item().name());
    object.put("level", document.level().name());
    document.channels().forEach(object.putArray("channels")::addPOJO);
    object.put("consequence", document.consequence().name());
    object.put("scope", document.scope().name());
    object.put("payer", document.payer());
    object.put("edit", document.edit());
    object.set("citation", citation(document.citation()));
    return object;
  }

  private static ObjectNode citation(Citation citation) {
    ObjectNode object = MAPPER.createObjectNode();
    object.put("source", citation.source());
    object.put("url", orNull(citation.url()));
    object.put("grade", citation.grade().name());
    object.put("sourceDate", citation.sourceDate());
    object.put("lastReviewDate", citation.lastReviewDate().toString());
    object.put("read", citation.reading().read().name());
    object.put("readPart", orNull(citation.reading().part()));
    object.put("readWhere", citation.reading().where().name());
    object.put("readOn", orNull(citation.reading().on()));
    return object;
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
