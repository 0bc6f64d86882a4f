package io.github.cpt76496.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cpt76496.Citation;
import io.github.cpt76496.ClaimReview;
import io.github.cpt76496.DocumentationRequirement;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.Finding;
import io.github.cpt76496.LineReview;
import io.github.cpt76496.NamedService;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Remedy;
import io.github.cpt76496.claims.PlacedClaim;
import io.github.cpt76496.claims.Problem;
import io.github.cpt76496.claims.ReviewedClaim;
import io.github.cpt76496.json.Fragments.Fragment;
import java.io.IOException;
import java.util.List;

/**
 * Writes the parts of a review under their names in JSON, for programs that put them into JSON of
 * their own; {@link JsonReviewWriter} writes whole reviews. {@code answer.schema.json} beside this
 * class describes the parts.
 *
 * <p>Not safe for use by several threads.
 */
public final class ReviewJson {

  private final JsonGenerator json;
  private final String catalogUrl;

  private final Shared shared;

  /** How what many answers share is written. */
  enum Shared {
    /** In full: the generator may write texts in a way of its own. */
    WRITTEN,
    /** In full, for a generator with the usual escapes. */
    COPIED
  }

  /**
   * A writer of parts.
   *
   * @param json takes the parts, and stays open
   */
  public ReviewJson(JsonGenerator json) {
    this(json, "");
  }

  /**
   * A writer of parts, whose findings lead to their edits.
   *
   * @param json takes the parts, and stays open
   * @param catalogUrl where the page of all edits is published, or empty
   */
  public ReviewJson(JsonGenerator json, String catalogUrl) {
    this(json, catalogUrl, Shared.WRITTEN);
  }

  ReviewJson(JsonGenerator json, String catalogUrl, Shared shared) {
    this.json = json;
    this.catalogUrl = catalogUrl;
    this.shared = shared;
  }

  /** The JSON schema of an answer, {@code answer.schema.json} (draft 2020-12). */
  public static String schema() {
    return Schemas.text("answer.schema.json");
  }

  /**
   * Writes the answers for a claim as one object, without its id and payer.
   *
   * @throws IOException if writing fails
   */
  public void review(ClaimReview review) throws IOException {
    json.writeStartObject();
    begin("", review);
    json.writeObjectFieldStart("payerMatch");
    json.writeStringField("matched", review.payerMatch().name());
    json.writeEndObject();
    lines(review);
    json.writeEndObject();
  }

  /**
   * Writes the answers for a claim as one object.
   *
   * @throws IOException if writing fails
   */
  public void review(ReviewedClaim reviewed) throws IOException {
    json.writeStartObject();
    fields(reviewed, List.of());
    json.writeEndObject();
  }

  /** Everything about a claim, except where it was found. */
  void fields(ReviewedClaim reviewed, List<String> whatIf) throws IOException {
    PlacedClaim claim = reviewed.claim();
    begin(claim.id(), reviewed.review());
    payerMatch(claim, reviewed.review());
    otherPayers(claim.otherPayers());
    if (!whatIf.isEmpty()) {
      texts("whatIf", whatIf);
    }
    lines(reviewed.review());
    notices(claim.notices());
  }

  private void begin(String claimId, ClaimReview review) throws IOException {
    text("claimId", claimId);
    json.writeStringField("status", "EVALUATED");
    json.writeStringField("libraryVersion", review.version().library());
    json.writeStringField("ruleSetVersion", review.version().ruleSet());
  }

  private void lines(ClaimReview review) throws IOException {
    json.writeArrayFieldStart("lines");
    for (LineReview line : review.lines()) {
      line(line);
    }
    json.writeEndArray();
  }

  private void notices(List<Problem> notices) throws IOException {
    if (notices.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("notices");
    for (Problem notice : notices) {
      json.writeStartObject();
      json.writeStringField("reason", notice.reason());
      text("place", notice.place());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void payerMatch(PlacedClaim claim, ClaimReview review) throws IOException {
    Match match = new Match(claim.claim().payer(), review.payerMatch(), claim.payerNotice());
    json.writeFieldName("payerMatch");
    // A notice may differ from claim to claim.
    if (json instanceof CompactLine line && match.notice().isEmpty()) {
      line.place(match, () -> Fragments.text(parts -> parts.payerMatch(match)));
    } else {
      payerMatch(match);
    }
  }

  private record Match(Payer payer, ClaimReview.PayerMatch match, String notice) {
    @Override
    public String toString() {
      return match.name(); // A notice may repeat what a claim says.
    }
  }

  private void payerMatch(Match match) throws IOException {
    json.writeStartObject();
    json.writeStringField("family", match.payer().family().name());
    text("plan", match.payer().plan());
    json.writeStringField("matched", match.match().name());
    if (!match.notice().isEmpty()) {
      json.writeStringField("notice", match.notice());
    }
    json.writeEndObject();
  }

  private void otherPayers(List<Payer> payers) throws IOException {
    if (payers.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("otherPayers");
    for (Payer payer : payers) {
      json.writeStartObject();
      json.writeStringField("family", payer.family().name());
      text("plan", payer.plan());
      json.writeStringField("lineOfBusiness", payer.lineOfBusiness().name());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Writes the answers for a line as one object.
   *
   * @throws IOException if writing fails
   */
  public void line(LineReview line) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", line.number());
    json.writeStringField("procedureCode", line.procedureCode());
    texts("modifiers", line.modifiers());
    dates(line);
    json.writeStringField("codeApplies", line.codeApplies().name());
    json.writeStringField("modifier26", line.modifier26().name());
    texts("candidateCodes", line.candidateCodes());
    texts("wouldSettle", names(line.factsNeeded()));
    readAs(line.readAs());
    json.writeArrayFieldStart("documentation");
    for (DocumentationRequirement requirement : line.documentation()) {
      requirement(requirement);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (Finding finding : line.findings()) {
      finding(finding);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("overrides");
    for (EditOverride override : line.overrides()) {
      override(override);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * Writes the service that the text of a line names, never the text; nothing if no service is
   * recognized.
   *
   * @throws IOException if writing fails
   */
  public void readAs(List<NamedService> services) throws IOException {
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

  /**
   * Writes the day of a line, and the last one where it has several.
   *
   * @throws IOException if writing fails
   */
  public void dates(LineReview line) throws IOException {
    json.writeStringField("dateOfService", line.dateOfService().toString());
    if (!line.dateOfServiceEnd().equals(line.dateOfService())) {
      json.writeStringField("dateOfServiceEnd", line.dateOfServiceEnd().toString());
    }
  }

  /**
   * Writes what a payer says about a document as one object.
   *
   * @throws IOException if writing fails
   */
  public void requirement(DocumentationRequirement requirement) throws IOException {
    if (copy(requirement, parts -> parts.requirement(requirement))) {
      return;
    }
    json.writeStartObject();
    json.writeStringField("item", requirement.item().name());
    json.writeStringField("level", requirement.level().name());
    json.writeStringField("state", requirement.state().name());
    texts("channels", names(requirement.channels()));
    json.writeStringField("consequence", requirement.consequence().name());
    json.writeStringField("scope", requirement.scope().name());
    json.writeStringField("payer", requirement.payer());
    json.writeStringField("edit", requirement.edit());
    sending(requirement.sending());
    json.writeFieldName("citation");
    citation(requirement.citation());
    json.writeEndObject();
  }

  private void sending(DocumentationRequirement.Sending sending) throws IOException {
    json.writeObjectFieldStart("sending");
    json.writeStringField("when", sending.when().name());
    text("reportType", sending.reportType());
    texts("transmission", sending.transmission());
    texts("loinc", sending.loinc());
    text("whyNone", sending.whyNone());
    json.writeEndObject();
  }

  /**
   * Writes a finding as one object.
   *
   * @throws IOException if writing fails
   */
  public void finding(Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("edit", finding.edit());
    json.writeStringField("severity", finding.severity().name());
    json.writeBooleanField("answers", finding.answers());
    json.writeStringField("message", finding.message());
    texts("candidateCodes", finding.candidateCodes());
    texts("carc", finding.carc());
    texts("rarc", finding.rarc());
    json.writeFieldName("remedy");
    remedy(finding.remedy());
    json.writeFieldName("citation");
    citation(finding.citation());
    if (!finding.row().isEmpty()) {
      json.writeStringField("row", finding.row());
    }
    if (!catalogUrl.isEmpty()) {
      // A fragment can hold no number sign.
      json.writeStringField("catalogUrl", catalogUrl + "#" + finding.edit().replace("#", "%23"));
    }
    json.writeEndObject();
  }

  private void remedy(Remedy remedy) throws IOException {
    if (copy(remedy, parts -> parts.remedy(remedy))) {
      return;
    }
    json.writeStartObject();
    texts("x12Professional", remedy.x12Professional());
    texts("x12Institutional", remedy.x12Institutional());
    texts("fhir", remedy.fhir());
    texts("json", remedy.json());
    texts("claimStatus", remedy.claimStatus());
    text("whyNone", remedy.whyNone());
    json.writeEndObject();
  }

  /**
   * Writes a decision of the host as one object.
   *
   * @throws IOException if writing fails
   */
  public void override(EditOverride override) throws IOException {
    json.writeStartObject();
    json.writeStringField("edit", override.edit());
    json.writeStringField("payer", override.payer());
    json.writeStringField("action", override.action().name());
    json.writeStringField("reason", override.reason());
    json.writeEndObject();
  }

  /**
   * Writes who says so as one object.
   *
   * @throws IOException if writing fails
   */
  public void citation(Citation citation) throws IOException {
    if (copy(citation, parts -> parts.citation(citation))) {
      return;
    }
    json.writeStartObject();
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

  private boolean copy(Object key, Fragments.Part part) throws IOException {
    if (shared == Shared.WRITTEN) {
      return false;
    }
    Fragment fragment = Fragments.ALL.of(key, part);
    if (json instanceof CompactLine line) {
      line.place(fragment.key(), fragment.json()::getValue);
    } else {
      json.writeRawValue(fragment.json());
    }
    return true;
  }

  /**
   * Writes a field of text; text that is not stated is {@code null}, as in the input.
   *
   * @throws IOException if writing fails
   */
  public void text(String name, String text) throws IOException {
    if (text.isEmpty()) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, text);
    }
  }

  /**
   * Writes a field that is a list of texts.
   *
   * @throws IOException if writing fails
   */
  public void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** The names of constants, which are their form in JSON. */
  public static List<String> names(List<? extends Enum<?>> constants) {
    return constants.stream().<String>map(Enum::name).toList();
  }
}
