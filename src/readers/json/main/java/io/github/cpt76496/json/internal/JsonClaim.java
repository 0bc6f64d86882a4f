package io.github.cpt76496.json.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Imaging;
import io.github.cpt76496.RecordFacts.Purpose;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.ClaimSink;
import io.github.cpt76496.claims.MappedPayer;
import io.github.cpt76496.claims.PayerMap;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.claims.internal.AnotherCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A claim as one JSON object. One instance reads one claim. */
public final class JsonClaim {

  private static final String[] PAYER_KEYS = {
    "family", "plan", "lineOfBusiness", "id", "name", "filingIndicator"
  };

  private static final String[] LINE_KEYS = {
    "number",
    "procedureCode",
    "modifiers",
    "placeOfService",
    "dateOfService",
    "dateOfServiceEnd",
    "units",
    "description",
    "note",
    "revenueCode",
    "record"
  };

  private static final String[] RECORD_KEYS = {
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
    "onFile"
  };

  private final JsonNode tree;
  private final PayerMap payers;
  private String payerNotice = "";

  /**
   * Of an object.
   *
   * @param payers tells who the payer is where its family is not stated
   */
  public JsonClaim(JsonNode tree, PayerMap payers) {
    this.tree = tree;
    this.payers = payers;
  }

  /** Passes a claim on, or says why it cannot be read. */
  public static void pass(ObjectNode object, String place, PayerMap payers, ClaimSink sink) {
    JsonClaim claim = new JsonClaim(object, payers);
    try {
      sink.claim(claim.placed(place));
    } catch (UnreadableClaimException e) {
      sink.problem(new Problem(claim.id(), place, e.getMessage()));
    }
  }

  /**
   * The claim, with its id.
   *
   * @param place where it stands
   * @throws UnreadableClaimException if a key is missing, not known, or has a value that cannot
   *     stand there; the message names the key
   */
  public PlacedClaim placed(String place) throws UnreadableClaimException {
    Claim claim = claim();
    return new PlacedClaim(id(), place, claim, List.of(), payerNotice, List.of(), Map.of());
  }

  /** The id as far as it can be read: a broken claim is reported under its id, too. */
  private String id() {
    String id = tree.path("id").asText("").strip();
    return id.isEmpty() ? tree.path("claimId").asText("").strip() : id;
  }

  private Claim claim() throws UnreadableClaimException {
    JsonFields fields =
        JsonFields.of(
            tree,
            "",
            "id",
            "claimId",
            "form",
            "payer",
            "typeOfBill",
            "note",
            "attachments",
            "lines");
    // Answers and CSV say claimId, and what is copied from there is understood.
    fields.text("id");
    fields.text("claimId");
    Form form = fields.constant("form", Form.class, Form.NOT_STATED);
    Payer payer = payer(fields.object("payer", PAYER_KEYS));
    Set<DocumentationItem> attachments = EnumSet.noneOf(DocumentationItem.class);
    for (JsonFields attachment : fields.objects("attachments", "item")) {
      attachments.add(attachment.requiredConstant("item", DocumentationItem.class));
    }
    List<JsonFields> stated = fields.objects("lines", LINE_KEYS);
    if (stated.isEmpty()) {
      throw new UnreadableClaimException("lines: missing");
    }
    List<ServiceLine> lines = new ArrayList<>(stated.size());
    for (int i = 0; i < stated.size(); i++) {
      if (!billsRevenueCodeAlone(stated.get(i))) {
        lines.add(line(stated.get(i), i + 1));
      }
    }
    try {
      return Claim.builder(form, payer)
          .typeOfBill(fields.text("typeOfBill"))
          .note(fields.text("note"))
          .attachments(attachments)
          .lines(lines)
          .build();
    } catch (IllegalArgumentException e) {
      throw new UnreadableClaimException(e.getMessage());
    }
  }

  /** The payer as stated, or else as its id and name tell. */
  private Payer payer(Optional<JsonFields> stated) throws UnreadableClaimException {
    if (stated.isEmpty()) {
      return Payer.UNKNOWN;
    }
    JsonFields fields = stated.get();
    Family family = fields.constant("family", Family.class, Family.UNKNOWN);
    LineOfBusiness lineOfBusiness =
        fields.constant("lineOfBusiness", LineOfBusiness.class, LineOfBusiness.NOT_STATED);
    String plan = fields.text("plan");
    String id = fields.text("id");
    String name = fields.text("name");
    String filingIndicator = fields.text("filingIndicator");
    if (family == Family.UNKNOWN && !(id + name + filingIndicator).isBlank()) {
      MappedPayer mapped = payers.payer(id, List.of(), name, filingIndicator).in(lineOfBusiness);
      payerNotice = mapped.notice();
      return mapped.payer();
    }
    try {
      return new Payer(family, plan, lineOfBusiness);
    } catch (IllegalArgumentException e) {
      throw new UnreadableClaimException(e.getMessage());
    }
  }

  /** As a facility's line may; it bears on no answer. */
  private static boolean billsRevenueCodeAlone(JsonFields line) throws UnreadableClaimException {
    return line.text("procedureCode").isBlank() && !line.text("revenueCode").isBlank();
  }

  /** The library names the line and the field in what it refuses, and repeats no value. */
  private static ServiceLine line(JsonFields fields, int ordinal) throws UnreadableClaimException {
    int number = fields.wholeNumber("number", ordinal);
    String procedureCode = fields.requiredText("procedureCode");
    try {
      ServiceLine.Builder line =
          ServiceLine.builder(number, procedureCode, fields.requiredDate("dateOfService"))
              .modifiers(fields.texts("modifiers"))
              .placeOfService(fields.text("placeOfService"))
              .description(fields.text("description"))
              .note(fields.text("note"))
              .revenueCode(fields.text("revenueCode"))
              .record(record(fields.object("record", RECORD_KEYS)));
      fields.date("dateOfServiceEnd").ifPresent(line::through);
      readUnits(fields, line, procedureCode);
      return line.build();
    } catch (IllegalArgumentException e) {
      throw new UnreadableClaimException(e.getMessage());
    }
  }

  /** The units of a line that bills another code bear on no answer, and may be less than none. */
  private static void readUnits(JsonFields fields, ServiceLine.Builder line, String procedureCode)
      throws UnreadableClaimException {
    Optional<BigDecimal> units = fields.number("units");
    if (units.isPresent() && (units.get().signum() > 0 || !AnotherCode.is(procedureCode))) {
      line.units(units.get());
    }
  }

  private static RecordFacts record(Optional<JsonFields> stated) throws UnreadableClaimException {
    if (stated.isEmpty()) {
      return RecordFacts.EMPTY;
    }
    JsonFields fields = stated.get();
    RecordFacts.Builder record =
        RecordFacts.builder()
            .imaging(fields.constant("imaging", Imaging.class, Imaging.NOT_STATED))
            .purpose(fields.constant("purpose", Purpose.class, Purpose.NOT_STATED))
            .procedure(fields.text("procedure"))
            .component(fields.constant("component", Component.class, Component.NOT_STATED))
            .onFile(fields.constants("onFile", DocumentationItem.class));
    fields.truth("writtenInterpretation").ifPresent(record::writtenInterpretation);
    fields.truth("noSpecificCode").ifPresent(record::noSpecificCode);
    fields.truth("categoryThreeChecked").ifPresent(record::categoryThreeChecked);
    fields.truth("motionRecorded").ifPresent(record::motionRecorded);
    fields.truth("purchasedComponent").ifPresent(record::purchasedComponent);
    fields.truth("hospitalPatient").ifPresent(record::hospitalPatient);
    return record.build();
  }
}
