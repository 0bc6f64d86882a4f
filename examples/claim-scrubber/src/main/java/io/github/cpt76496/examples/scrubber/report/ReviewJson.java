package io.github.cpt76496.examples.scrubber.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cpt76496.Citation;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.NamedService;
import java.io.IOException;
import java.util.List;

/** The parts of a review under the names that every report in JSON gives them. */
final class ReviewJson {

  private final JsonGenerator json;

  ReviewJson(JsonGenerator json) {
    this.json = json;
  }

  void requirement(DocumentationRequirement requirement) throws IOException {
    json.writeStartObject();
    json.writeStringField("item", requirement.item().name());
    json.writeStringField("level", requirement.level().name());
    json.writeStringField("state", requirement.state().name());
    texts("channels", names(requirement.channels()));
    json.writeStringField("consequence", requirement.consequence().name());
    json.writeStringField("scope", requirement.scope().name());
    json.writeStringField("payer", requirement.payer());
    json.writeStringField("edit", requirement.edit());
    citation(requirement.citation());
    json.writeEndObject();
  }

  void finding(Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("edit", finding.edit());
    json.writeStringField("severity", finding.severity().name());
    json.writeStringField("message", finding.message());
    texts("candidateCodes", finding.candidateCodes());
    texts("carc", finding.carc());
    texts("rarc", finding.rarc());
    citation(finding.citation());
    if (!finding.row().isEmpty()) {
      json.writeStringField("row", finding.row());
    }
    json.writeEndObject();
  }

  /** What the words of a line are taken for, never the words; left out where nothing is read. */
  void readAs(List<NamedService> services) throws IOException {
    if (services.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("readAs");
    for (NamedService service : services) {
      json.writeStartObject();
      json.writeStringField("concept", service.concept());
      json.writeStringField("name", service.name());
      json.writeStringField("stance", service.stance().name());
      json.writeStringField("field", service.field().name());
      json.writeStringField("question", service.question());
      json.writeStringField("row", service.table());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The day of a line, and the last one where it has several. */
  void dates(LineReview line) throws IOException {
    json.writeStringField("dateOfService", line.dateOfService().toString());
    if (!line.dateOfServiceEnd().equals(line.dateOfService())) {
      json.writeStringField("dateOfServiceEnd", line.dateOfServiceEnd().toString());
    }
  }

  void override(EditOverride override) throws IOException {
    json.writeStartObject();
    json.writeStringField("edit", override.edit());
    json.writeStringField("payer", override.payer());
    json.writeStringField("action", override.action().name());
    json.writeStringField("reason", override.reason());
    json.writeEndObject();
  }

  private void citation(Citation citation) throws IOException {
    json.writeObjectFieldStart("citation");
    json.writeStringField("source", citation.source());
    text("url", citation.url());
    json.writeStringField("grade", citation.grade().name());
    json.writeStringField("sourceDate", citation.sourceDate());
    json.writeStringField("lastReviewDate", citation.lastReviewDate().toString());
    Citation.Reading reading = citation.reading();
    json.writeStringField("read", reading.read().name());
    text("readPart", reading.part());
    json.writeStringField("readWhere", reading.where().name());
    text("readOn", reading.on());
    json.writeEndObject();
  }

  /** Text that is not stated is {@code null}, as in the input. */
  void text(String name, String text) throws IOException {
    if (text.isEmpty()) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, text);
    }
  }

  void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  static List<String> names(List<? extends Enum<?>> constants) {
    return constants.stream().<String>map(Enum::name).toList();
  }
}
