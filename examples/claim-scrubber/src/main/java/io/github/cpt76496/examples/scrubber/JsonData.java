package io.github.cpt76496.examples.scrubber;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.cpt76496.Edit;
import io.github.cpt76496.json.ReviewJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Lists as a JSON array, an object a line, under the names that the answers have. */
final class JsonData {

  private JsonData() {}

  /** Writes one object. */
  interface Form<T> {
    void write(JsonGenerator json, T value) throws IOException;
  }

  static <T> void array(Writer out, List<T> values, Form<T> form) {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      // The list is written by hand, so that an object begins each line.
      json.setRootValueSeparator(new SerializedString(",\n"));
      out.write("[\n");
      for (T value : values) {
        form.write(json, value);
      }
      json.flush();
      out.write("\n]\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void edit(JsonGenerator json, Edit edit) throws IOException {
    ReviewJson parts = new ReviewJson(json);
    json.writeStartObject();
    json.writeStringField("edit", edit.id());
    json.writeStringField("question", edit.question().name());
    json.writeStringField("title", edit.title());
    json.writeStringField("severity", edit.severity().name());
    json.writeBooleanField("onByDefault", edit.onByDefault());
    json.writeStringField("effectiveDate", edit.effectiveDate().toString());
    parts.text("endDate", edit.endDate().equals(Edit.NO_END) ? "" : edit.endDate().toString());
    json.writeFieldName("citation");
    parts.citation(edit.citation());
    json.writeEndObject();
  }
}
