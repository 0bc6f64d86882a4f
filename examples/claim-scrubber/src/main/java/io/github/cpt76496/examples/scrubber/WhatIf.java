package io.github.cpt76496.examples.scrubber;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cpt76496.Claim;
import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.json.ClaimJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes to the lines billed with 76496 and to their claim, by the names of the JSON form: what
 * would the answers be if the modifier, the payer or a fact of the record were another? A claim is
 * turned into its tree, changed there and read back, so a change is checked like any claim.
 */
final class WhatIf {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final JsonMapper TREES =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Set<String> OF_CLAIM =
      Set.of("form", "payer", "typeOfBill", "claimNote", "attachments");
  private static final Set<String> OF_LINE =
      Set.of(
          "modifiers",
          "placeOfService",
          "dateOfService",
          "dateOfServiceEnd",
          "units",
          "description",
          "note",
          "revenueCode");
  private static final Set<String> OF_RECORD =
      Set.of(
          "imaging",
          "purpose",
          "procedure",
          "component",
          "writtenInterpretation",
          "noSpecificCode",
          "categoryThreeChecked",
          "motionRecorded",
          "purchasedComponent",
          "hospitalPatient",
          "onFile");

  private static final Set<String> LISTS = Set.of("modifiers", "attachments", "onFile");

  private final Map<String, String> changes;

  private WhatIf(Map<String, String> changes) {
    this.changes = changes;
  }

  /** No change. */
  public static WhatIf nothing() {
    return new WhatIf(Map.of());
  }

  /**
   * Changes as a user writes them.
   *
   * @param settings each {@code name=value}; a list has commas, an empty value takes a statement
   *     away, a payer is {@code FAMILY/PLAN/LINE_OF_BUSINESS} with the later parts left out at will
   * @throws UnreadableClaimException if a name is not known or a value cannot stand there
   */
  public static WhatIf of(List<String> settings) throws UnreadableClaimException {
    Map<String, String> changes = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      String name = equals < 0 ? setting : setting.substring(0, equals).strip();
      name = name.equals("modifier") ? "modifiers" : name;
      if (equals < 0 || !names().contains(name)) {
        throw new UnreadableClaimException(
            "expected NAME=VALUE with one of the names "
                + names().stream().sorted().collect(Collectors.joining(", ")));
      }
      changes.put(name, setting.substring(equals + 1).strip());
    }
    WhatIf whatIf = new WhatIf(changes);
    ServiceLine line = ServiceLine.builder(1, "76496", LocalDate.EPOCH).build();
    try {
      whatIf.apply(Claim.builder(Claim.Form.NOT_STATED, Payer.UNKNOWN).lines(line).build());
    } catch (UnreadableClaimException e) {
      // The user wrote no line: the place of the value in the claim that was tried means nothing.
      throw new UnreadableClaimException(
          e.getMessage().replaceFirst("^(lines\\[0]\\.(record\\.)?|line 1: )", ""));
    }
    return whatIf;
  }

  private static Set<String> names() {
    return Stream.of(OF_CLAIM, OF_LINE, OF_RECORD).flatMap(Set::stream).collect(Collectors.toSet());
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The changes as the user wrote them, in order. */
  public List<String> changes() {
    return changes.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).toList();
  }

  /**
   * The claim with all changes.
   *
   * @throws UnreadableClaimException if the changed claim is none, which {@link #of} rules out
   */
  public Claim apply(Claim claim) throws UnreadableClaimException {
    ObjectNode tree = tree(claim);
    changes.forEach(
        (name, value) -> {
          if (OF_CLAIM.contains(name)) {
            set(tree, name.equals("claimNote") ? "note" : name, value);
          }
        });
    for (int i = 0; i < claim.lines().size(); i++) {
      if (claim.lines().get(i).billedWith76496()) {
        change((ObjectNode) tree.path("lines").path(i));
      }
    }
    return ClaimJson.read(tree.toString());
  }

  private static ObjectNode tree(Claim claim) {
    try {
      return (ObjectNode) TREES.readTree(ClaimJson.write(claim));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a claim that was just written", e);
    }
  }

  private void change(ObjectNode line) {
    ObjectNode record = line.withObject("/record");
    if (changes.containsKey("dateOfService")) {
      // The end belongs to the date that is taken away.
      line.remove("dateOfServiceEnd");
    }
    changes.forEach(
        (name, value) -> {
          if (OF_LINE.contains(name)) {
            set(line, name, value);
          } else if (OF_RECORD.contains(name)) {
            set(record, name, value);
          }
        });
  }

  private static void set(ObjectNode object, String name, String value) {
    if (LISTS.contains(name)) {
      object.set(name, list(name, value));
    } else if (value.isEmpty()) {
      object.putNull(name);
    } else if (name.equals("payer")) {
      object.set(name, payer(value));
    } else if (value.equals("true") || value.equals("false")) {
      object.put(name, Boolean.parseBoolean(value));
    } else if (name.equals("units") && value.matches("[0-9]{1,9}(\\.[0-9]{1,3})?")) {
      object.put(name, new BigDecimal(value));
    } else {
      object.put(name, value);
    }
  }

  private static ArrayNode list(String name, String value) {
    ArrayNode list = NODES.arrayNode();
    for (String element : value.isEmpty() ? new String[0] : value.split(",", -1)) {
      if (name.equals("attachments")) {
        list.addObject().put("item", element.strip());
      } else {
        list.add(element.strip());
      }
    }
    return list;
  }

  private static ObjectNode payer(String value) {
    String[] parts = value.toUpperCase(Locale.ROOT).split("/", 3);
    ObjectNode payer = NODES.objectNode().put("family", parts[0]);
    if (parts.length > 1 && !parts[1].isEmpty()) {
      payer.put("plan", parts[1]);
    }
    if (parts.length > 2) {
      payer.put("lineOfBusiness", parts[2]);
    }
    return payer;
  }
}
