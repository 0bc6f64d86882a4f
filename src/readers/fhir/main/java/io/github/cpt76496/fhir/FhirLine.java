package io.github.cpt76496.fhir;

import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.claims.internal.AnotherCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Claim.DetailComponent;
import org.hl7.fhir.r4.model.Claim.ItemComponent;
import org.hl7.fhir.r4.model.Claim.SubDetailComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;

/**
 * One priced thing of a FHIR claim: an item, or a detail or subdetail, which takes date, place and
 * notes from its item.
 *
 * @param number the line number it is answered under
 * @param path where it stands in the claim
 * @param item the item that it is or belongs to
 * @param part what it is itself
 * @param product {@code productOrService}
 * @param modifiers in claim order
 * @param revenue {@code revenue}
 * @param quantity {@code quantity}
 */
record FhirLine(
    int number,
    String path,
    ItemComponent item,
    Base part,
    CodeableConcept product,
    List<CodeableConcept> modifiers,
    CodeableConcept revenue,
    Quantity quantity) {

  private static final String CPT_76496 = "76496";

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?");

  /** Units in which minutes are counted; they are no units of service. */
  private static final Set<String> MINUTES = Set.of("MJ", "MIN", "MINUTE", "MINUTES");

  /** Longer numbers are no quantity, and an exponent could stand for gigabytes of digits. */
  private static final int MOST_DIGITS = 15;

  static FhirLine of(ItemComponent item, int number, String path) {
    return new FhirLine(
        number,
        path,
        item,
        item,
        item.getProductOrService(),
        item.getModifier(),
        item.getRevenue(),
        item.getQuantity());
  }

  static FhirLine of(ItemComponent item, DetailComponent detail, String path) {
    return new FhirLine(
        0,
        path,
        item,
        detail,
        detail.getProductOrService(),
        detail.getModifier(),
        detail.getRevenue(),
        detail.getQuantity());
  }

  static FhirLine of(ItemComponent item, SubDetailComponent detail, String path) {
    return new FhirLine(
        0,
        path,
        item,
        detail,
        detail.getProductOrService(),
        detail.getModifier(),
        detail.getRevenue(),
        detail.getQuantity());
  }

  /** What it states that is not read. */
  List<String> unread() {
    List<String> said = new ArrayList<>(FhirElements.unread(item, "Claim.item", itemPath() + "."));
    if (isDetail()) {
      said.addAll(FhirElements.unread(part, placeOf(part), path + "."));
    }
    return said;
  }

  /** Where the item stands that it is or belongs to. */
  String itemPath() {
    return path.replaceFirst("\\..*", "");
  }

  private static String placeOf(Base part) {
    return part instanceof DetailComponent ? "Claim.item.detail" : "Claim.item.detail.subDetail";
  }

  FhirLine withNumber(int answeredAs) {
    return new FhirLine(answeredAs, path, item, part, product, modifiers, revenue, quantity);
  }

  /** Where it stands: the rest belongs to a patient. */
  @Override
  public String toString() {
    return "FhirLine[" + number + ": " + path + "]";
  }

  boolean isBilledWith76496() {
    return CodeSystems.codes(product, CodeSystems.PROCEDURES).contains(CPT_76496);
  }

  /** Whether the code has digits that could have been meant, in a system that is not CPT. */
  boolean hasForeign76496() {
    return !isBilledWith76496()
        && product.getCoding().stream()
            .anyMatch(c -> c.hasSystem() && CPT_76496.equals(c.getCode()));
  }

  /** Whether the line states a code and does not say of which system. */
  boolean lacksSystem() {
    return CodeSystems.codes(product, CodeSystems.PROCEDURES).isEmpty()
        && product.getCoding().stream().anyMatch(c -> c.hasCode() && !c.hasSystem());
  }

  /** Whether it stands below an item, so that its number is ours. */
  boolean isDetail() {
    return path.indexOf('.') >= 0;
  }

  boolean hasProcedureCode() {
    return !CodeSystems.codes(product, CodeSystems.PROCEDURES).isEmpty();
  }

  /** Of a line that bills another code nothing more bears on an answer. */
  ServiceLine bareLine(Days days) throws UnreadableClaimException {
    try {
      return ServiceLine.builder(number, procedureCode(), days.first())
          .through(days.last())
          .build();
    } catch (IllegalArgumentException e) {
      throw refused(e);
    }
  }

  ServiceLine serviceLine(Days days, String placeOfService, String note)
      throws UnreadableClaimException {
    String description = product.hasText() ? product.getText() : "";
    try {
      ServiceLine.Builder line =
          ServiceLine.builder(number, procedureCode(), days.first())
              .through(days.last())
              .modifiers(modifierCodes())
              .placeOfService(placeOfService)
              .description(description)
              .note(note)
              .revenueCode(single(revenue, CodeSystems.REVENUE_CODES, "revenue"));
      BigDecimal units = units();
      return units.signum() == 0 ? line.build() : line.units(units).build();
    } catch (IllegalArgumentException e) {
      throw refused(e);
    }
  }

  /** The library names the line and the field and repeats no value; here the element is told. */
  private UnreadableClaimException refused(IllegalArgumentException e) {
    return refused(
        e.getMessage()
            .replaceFirst("^line [0-9]+: ", "")
            .replaceFirst("^procedureCode: ", "productOrService: ")
            .replaceFirst("^modifiers: ", "modifier: ")
            .replaceFirst("^placeOfService: ", "location (of the item, or facility): ")
            .replaceFirst("^revenueCode: ", "revenue: ")
            .replaceFirst("^units: ", "quantity: "));
  }

  /** Whether it bills a procedure of CPT or HCPCS; the codes of other systems mean other things. */
  boolean billsProcedure() throws UnreadableClaimException {
    return !procedureCode().isEmpty();
  }

  /** Whether it may be meant to bill 76496, so that the claim is asked about for it. */
  boolean mayBill76496() {
    return product.hasCoding()
        ? product.getCoding().stream()
            .anyMatch(c -> c.hasCode() && AnotherCode.mayBe76496(c.getCode()))
        : product.hasText() && AnotherCode.mayBe76496(product.getText());
  }

  /** The code, or empty where it is of another system, whose digits must not be taken for CPT. */
  private String procedureCode() throws UnreadableClaimException {
    String code = single(product, CodeSystems.PROCEDURES, "productOrService");
    if (!code.isEmpty()) {
      return code;
    }
    for (Coding coding : product.getCoding()) {
      if (!coding.hasSystem() && CPT_76496.equals(coding.getCode())) {
        throw refused(
            "productOrService: 76496 without its code system; CPT is " + CodeSystems.cptUrl());
      }
    }
    if (!product.hasCoding() && product.hasText() && product.getText().contains(CPT_76496)) {
      throw refused(
          "productOrService: 76496 in its text alone; write it as a coding of "
              + CodeSystems.cptUrl());
    }
    return "";
  }

  /** On a line that is reviewed, a modifier that cannot be told could be the one that matters. */
  private List<String> modifierCodes() throws UnreadableClaimException {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < modifiers.size(); i++) {
      String place = "modifier[" + i + "]";
      String code = single(modifiers.get(i), CodeSystems.MODIFIERS, place);
      if (!code.isEmpty()) {
        codes.add(code);
      } else if (isBilledWith76496()) {
        throw refused(
            place
                + ": no code of a system that has modifiers, such as "
                + CodeSystems.cptUrl()
                + "; without its system it could be any");
      }
    }
    return codes;
  }

  /** The code of one of the systems, or empty. */
  private String single(CodeableConcept concept, Set<String> systems, String element)
      throws UnreadableClaimException {
    List<String> codes = CodeSystems.codes(concept, systems);
    if (codes.size() > 1) {
      throw refused(element + ": states " + codes.size() + " different codes of one kind");
    }
    return codes.isEmpty() ? "" : codes.get(0);
  }

  /** Zero units state nothing. */
  private BigDecimal units() throws UnreadableClaimException {
    BigDecimal value = quantity.getValue();
    String unit = quantity.hasCode() ? quantity.getCode() : quantity.getUnit();
    if (value == null || (unit != null && MINUTES.contains(unit.toUpperCase(Locale.ROOT)))) {
      return BigDecimal.ZERO;
    }
    if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
      throw refused("quantity: expected a number of at most " + MOST_DIGITS + " digits");
    }
    return value;
  }

  /** The days of a service. */
  record Days(LocalDate first, LocalDate last) {

    /** No date: it belongs to a patient. */
    @Override
    public String toString() {
      return "Days[" + (first.equals(last) ? "one day" : "several days") + "]";
    }
  }

  /**
   * The days of service. They are taken as they are written, without moving them to another time
   * zone.
   *
   * @param billable {@code Claim.billablePeriod}, which tells the day if it is a single one
   */
  Days days(Period billable) throws UnreadableClaimException {
    if (item.getServiced() instanceof DateType date) {
      LocalDate day = day(date).orElseThrow(() -> refused("servicedDate: expected a full date"));
      return new Days(day, day);
    }
    if (item.getServiced() instanceof Period period) {
      return days(
          day(period.getStartElement())
              .orElseThrow(() -> refused("servicedPeriod.start: expected a full date")),
          period);
    }
    Optional<LocalDate> start = day(billable.getStartElement());
    if (start.isEmpty() || !start.equals(day(billable.getEndElement()))) {
      throw refused("servicedDate: missing, and billablePeriod is not a single day");
    }
    return new Days(start.get(), start.get());
  }

  boolean hasOpenPeriod() {
    return item.getServiced() instanceof Period period && !period.hasEnd();
  }

  /** A period without an end states one day. */
  private Days days(LocalDate first, Period period) throws UnreadableClaimException {
    LocalDate last =
        period.hasEnd()
            ? day(period.getEndElement())
                .orElseThrow(() -> refused("servicedPeriod.end: expected a full date"))
            : first;
    if (last.isBefore(first)) {
      throw refused("servicedPeriod: ends before it begins");
    }
    return new Days(first, last);
  }

  private static Optional<LocalDate> day(BaseDateTimeType date) {
    String text = date.getValueAsString();
    if (text == null || !DAY.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private UnreadableClaimException refused(String reason) {
    return new UnreadableClaimException(path + "." + reason);
  }
}
