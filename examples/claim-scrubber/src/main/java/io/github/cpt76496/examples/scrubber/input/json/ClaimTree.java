package io.github.cpt76496.examples.scrubber.input.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cpt76496.Claim;
import io.github.cpt76496.LineRecord;
import io.github.cpt76496.LineRecord.Stated;
import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;

/** A claim in its JSON form; {@link JsonClaim} reads it back. What is not stated is left out. */
final class ClaimTree {

  private ClaimTree() {}

  static ObjectNode of(Claim claim) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    put(tree, "form", claim.form());
    Payer payer = claim.payer();
    put(tree.putObject("payer"), "family", payer.family());
    put(tree.withObject("/payer"), "plan", payer.plan());
    put(tree.withObject("/payer"), "lineOfBusiness", payer.lineOfBusiness());
    put(tree, "typeOfBill", claim.typeOfBill());
    put(tree, "note", claim.note());
    ArrayNode attachments = tree.putArray("attachments");
    claim.attachments().forEach(item -> attachments.addObject().put("item", item.name()));
    ArrayNode lines = tree.putArray("lines");
    claim.lines().forEach(line -> lines.add(of(line)));
    return tree;
  }

  private static ObjectNode of(ServiceLine line) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("number", line.number());
    tree.put("procedureCode", line.procedureCode());
    ArrayNode modifiers = tree.putArray("modifiers");
    line.modifiers().forEach(modifiers::add);
    put(tree, "placeOfService", line.placeOfService());
    tree.put("dateOfService", line.dateOfService().toString());
    if (!line.dateOfServiceEnd().equals(line.dateOfService())) {
      tree.put("dateOfServiceEnd", line.dateOfServiceEnd().toString());
    }
    if (line.units().signum() > 0) {
      tree.put("units", line.units());
    }
    put(tree, "description", line.description());
    put(tree, "note", line.note());
    put(tree, "revenueCode", line.revenueCode());
    tree.set("record", of(line.record()));
    return tree;
  }

  private static ObjectNode of(LineRecord record) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    put(tree, "imaging", record.imaging());
    put(tree, "purpose", record.purpose());
    put(tree, "procedure", record.procedure());
    put(tree, "component", record.component());
    put(tree, "writtenInterpretation", record.writtenInterpretation());
    put(tree, "noSpecificCode", record.noSpecificCode());
    put(tree, "categoryThreeChecked", record.categoryThreeChecked());
    put(tree, "motionRecorded", record.motionRecorded());
    put(tree, "purchasedComponent", record.purchasedComponent());
    put(tree, "hospitalPatient", record.hospitalPatient());
    ArrayNode onFile = tree.putArray("onFile");
    record.onFile().forEach(item -> onFile.add(item.name()));
    return tree;
  }

  private static void put(ObjectNode tree, String name, String text) {
    if (!text.isEmpty()) {
      tree.put(name, text);
    }
  }

  private static void put(ObjectNode tree, String name, Enum<?> constant) {
    if (!constant.name().equals("NOT_STATED")) {
      tree.put(name, constant.name());
    }
  }

  private static void put(ObjectNode tree, String name, Stated stated) {
    if (stated != Stated.NOT_STATED) {
      tree.put(name, stated == Stated.YES);
    }
  }
}
