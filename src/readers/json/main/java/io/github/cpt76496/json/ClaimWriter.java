package io.github.cpt76496.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cpt76496.Claim;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Payer;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Stated;
import io.github.cpt76496.ServiceLine;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Writes a claim in its JSON form, which {@code JsonClaim} reads. What is not stated is left out.
 */
final class ClaimWriter {

  private final JsonGenerator json;

  ClaimWriter(JsonGenerator json) {
    this.json = json;
  }

  void claim(String id, Claim claim) throws IOException {
    if (claim.lines().isEmpty()) {
      throw new IllegalArgumentException("lines: missing");
    }
    json.writeStartObject();
    text("id", id);
    constant("form", claim.form());
    Payer payer = claim.payer();
    json.writeObjectFieldStart("payer");
    constant("family", payer.family());
    text("plan", payer.plan());
    constant("lineOfBusiness", payer.lineOfBusiness());
    json.writeEndObject();
    text("typeOfBill", claim.typeOfBill());
    text("note", claim.note());
    json.writeArrayFieldStart("attachments");
    for (DocumentationItem item : inOrder(claim.attachments())) {
      json.writeStartObject();
      constant("item", item);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("lines");
    for (ServiceLine line : claim.lines()) {
      line(line);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void line(ServiceLine line) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", line.number());
    text("procedureCode", line.procedureCode());
    json.writeArrayFieldStart("modifiers");
    for (String modifier : line.modifiers()) {
      json.writeString(modifier);
    }
    json.writeEndArray();
    text("placeOfService", line.placeOfService());
    text("dateOfService", line.dateOfService().toString());
    if (!line.dateOfServiceEnd().equals(line.dateOfService())) {
      text("dateOfServiceEnd", line.dateOfServiceEnd().toString());
    }
    if (line.units().signum() > 0) {
      json.writeNumberField("units", line.units());
    }
    text("description", line.description());
    text("note", line.note());
    text("revenueCode", line.revenueCode());
    record(line.record());
    json.writeEndObject();
  }

  private void record(RecordFacts record) throws IOException {
    json.writeObjectFieldStart("record");
    constant("imaging", record.imaging());
    constant("purpose", record.purpose());
    text("procedure", record.procedure());
    constant("component", record.component());
    stated("writtenInterpretation", record.writtenInterpretation());
    stated("noSpecificCode", record.noSpecificCode());
    stated("categoryThreeChecked", record.categoryThreeChecked());
    stated("motionRecorded", record.motionRecorded());
    stated("purchasedComponent", record.purchasedComponent());
    stated("hospitalPatient", record.hospitalPatient());
    json.writeArrayFieldStart("onFile");
    for (DocumentationItem item : inOrder(record.onFile())) {
      json.writeString(item.name());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The sets of a claim have no order, and what is written of equal claims is equal. */
  private static List<DocumentationItem> inOrder(Set<DocumentationItem> items) {
    return items.stream().sorted().toList();
  }

  private void text(String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
  }

  private void constant(String name, Enum<?> constant) throws IOException {
    if (!constant.name().equals("NOT_STATED")) {
      json.writeStringField(name, constant.name());
    }
  }

  private void stated(String name, Stated stated) throws IOException {
    if (stated != Stated.NOT_STATED) {
      json.writeBooleanField(name, stated == Stated.YES);
    }
  }
}
