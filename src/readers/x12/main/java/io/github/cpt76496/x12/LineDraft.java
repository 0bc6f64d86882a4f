package io.github.cpt76496.x12;

import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.UnreadableClaimException;
import io.github.cpt76496.claims.internal.AnotherCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A service line of an 837 claim (loop 2400) while its segments arrive. */
final class LineDraft {

  private static final String HCPCS = "HC";
  private static final String CPT_76496 = "76496";

  private static final int LONGEST_LINE_NUMBER = 9;

  /** Longer numbers are no quantity, and an exponent could stand for gigabytes of digits. */
  private static final int LONGEST_QUANTITY = 16;

  private final ClaimGuide guide;
  private final X12Segment lx;
  private final List<String> notes = new ArrayList<>(1);
  private final Set<DocumentationItem> attachments = EnumSet.noneOf(DocumentationItem.class);
  private Optional<X12Segment> service = Optional.empty();
  private Optional<X12Segment> date = Optional.empty();

  /** The parts of SV101 or SV202: qualifier, code, modifiers, description. */
  private List<String> procedure = List.of("");

  private boolean statesServiceOfAnotherGuide;
  private final List<Remark> remarks = new ArrayList<>(0);

  /** The segment that ended what speaks of the line itself, or empty. */
  private String endOfLine = "";

  private boolean twoDates;
  private boolean dateAfterEnd;

  LineDraft(ClaimGuide guide, X12Segment lx) {
    this.guide = guide;
    this.lx = lx;
  }

  int position() {
    return lx.position();
  }

  /** What PWK segments of the line announce. */
  Set<DocumentationItem> attachments() {
    return attachments;
  }

  /** What was not counted, and would bear on a line billed with 76496. */
  List<Remark> remarks() {
    List<Remark> all = new ArrayList<>(remarks);
    service.ifPresent(segment -> Unread.tellElements(segment, all));
    date.ifPresent(segment -> Unread.tellElements(segment, all));
    return all;
  }

  boolean hasService() {
    return service.isPresent();
  }

  void accept(X12Segment segment) {
    switch (segment.tag()) {
      case "SV1", "SV2" -> {
        if (segment.is(guide.service())) {
          service = Optional.of(segment);
          procedure = segment.composite(guide.procedure());
        } else {
          statesServiceOfAnotherGuide = true;
          remarks.add(Unread.ofAnotherGuide(segment));
        }
      }
      // No guide has a date of service, a note or a document after the adjudication by another
      // payer (2430) or in a form (2440): there they are not of the line itself. After a drug
      // (2410) or a provider (2420), where some senders put them, they can only be the line's.
      case "SVD", "LQ" -> endOfLine = endOfLine.isEmpty() ? segment.tag() : endOfLine;
      case "DTP" -> {
        if (segment.element(1).equals("472")) {
          acceptDate(segment);
        }
      }
      case "PWK" -> {
        if (endOfLine.isEmpty()) {
          attachments.addAll(AttachmentType.items(segment));
          Unread.tellElements(segment, remarks);
          AttachmentType.whyNot(segment)
              .ifPresent(reason -> remarks.add(new Remark(segment.position(), reason)));
        } else {
          remarks.add(misplaced(segment, endOfLine));
        }
      }
      case "NTE" -> acceptNote(segment);
      default -> Unread.OF_LINE.tell(segment, remarks);
    }
  }

  private void acceptDate(X12Segment dtp) {
    if (!endOfLine.isEmpty()) {
      remarks.add(misplaced(dtp, endOfLine));
      dateAfterEnd = true;
    } else if (date.isEmpty()) {
      date = Optional.of(dtp);
    } else if (!date.get().sameAs(dtp)) {
      twoDates = true;
    }
  }

  private void acceptNote(X12Segment nte) {
    Unread.tellElements(nte, remarks);
    if (!endOfLine.isEmpty()) {
      remarks.add(misplaced(nte, endOfLine));
    } else if (Note.describes(nte)) {
      notes.add(nte.text(2));
    } else {
      Note.whyNot(nte).ifPresent(reason -> remarks.add(new Remark(nte.position(), reason)));
    }
  }

  /** What stands where no guide has it. */
  static Remark misplaced(X12Segment segment, String after) {
    return new Remark(
        segment.position(),
        (segment.is("DTP") ? "DTP*472" : segment.tag())
            + " stands after "
            + after
            + ", where the guide has none, so it was not counted");
  }

  /** Whether the line bills a revenue code alone, as an institutional line may. */
  boolean statesNoProcedure() {
    return guide == ClaimGuide.INSTITUTIONAL
        && service.isPresent()
        && service.get().text(guide.procedure()).isEmpty();
  }

  /** Whether the line, however broken, can be told not to be billed with 76496. */
  boolean isNotBilledWith76496() {
    return statesNoProcedure() || isBilledWithAnotherCode() || statesSomethingElse();
  }

  /** Whether there is no code, and what stands in its place has not the digits of 76496. */
  private boolean statesSomethingElse() {
    if (part(2).isBlank()) {
      return false;
    }
    for (String part : procedure) {
      if (AnotherCode.mayBe76496(part)) {
        return false;
      }
    }
    return true;
  }

  /** Why the line bills no procedure of HCPCS; nothing for one that does, or may. */
  Optional<Remark> whyNoProcedure() {
    if (!statesSomethingElse()) {
      return Optional.empty();
    }
    String qualifier = part(1).strip();
    return qualifier.isEmpty() || qualifier.equalsIgnoreCase(HCPCS) || AnotherCode.is(qualifier)
        ? Optional.empty()
        : Optional.of(
            new Remark(
                position(),
                guide.name(guide.procedure())
                    + ": the qualifier is not HC, so the code is of another list, and the line was"
                    + " not looked at"));
  }

  /** That the code was taken for one of HCPCS, which the line does not say. */
  Optional<Remark> qualifierIsMissing() {
    return service.isPresent() && part(1).isBlank()
        ? Optional.of(
            new Remark(
                position(),
                guide.name(guide.procedure())
                    + ": the qualifier is empty; the code was read as if HC stood before it"))
        : Optional.empty();
  }

  private boolean isBilledWithAnotherCode() {
    if (service.isEmpty() || repeats76496(service.get())) {
      return false;
    }
    return AnotherCode.is(part(2).strip());
  }

  /** Whether the procedure stands more than once, in which case no guide says what is billed. */
  private boolean repeats76496(X12Segment segment) {
    return segment.repeats(guide.procedure())
        && procedure.stream().anyMatch(part -> part.strip().equals(CPT_76496));
  }

  /**
   * The line.
   *
   * @param placeOfService that of the claim, for a line that has none
   * @param day that of the claim, for a line that has none
   */
  ServiceLine serviceLine(String placeOfService, Optional<DatePeriod> day)
      throws UnreadableClaimException {
    int number = number();
    if (service.isEmpty()) {
      throw new UnreadableClaimException(
          line(number)
              + guide.service()
              + ": missing"
              + (statesServiceOfAnotherGuide
                  ? "; "
                      + guide.serviceOfTheOther()
                      + " stands there, which the guide of the transaction (ST03, GS08)"
                      + " does not have"
                  : ""));
    }
    X12Segment segment = service.get();
    try {
      return isBilledWithAnotherCode()
          ? otherLine(number, segment, placeOfService, day)
          : serviceLine(number, segment, placeOfService, day);
    } catch (UnreadableClaimException e) {
      throw new UnreadableClaimException(line(number) + e.getMessage());
    } catch (IllegalArgumentException e) {
      // The library names the line and the field and repeats no value.
      throw new UnreadableClaimException(guide.inElements(e.getMessage(), statesPlace(segment)));
    }
  }

  private static String line(int number) {
    return "line " + number + ": ";
  }

  /** Only the code and the date of another line bear on an answer; the rest may be what it is. */
  private ServiceLine otherLine(
      int number, X12Segment segment, String placeOfService, Optional<DatePeriod> day)
      throws UnreadableClaimException {
    DatePeriod days = days(day);
    try {
      return serviceLine(number, segment, placeOfService, day);
    } catch (UnreadableClaimException | IllegalArgumentException e) {
      return builder(number, part(2), days).build();
    }
  }

  private int number() throws UnreadableClaimException {
    String number = lx.element(1).strip();
    if (number.isEmpty()
        || number.length() > LONGEST_LINE_NUMBER
        || !Characters.areDigits(number)) {
      throw new UnreadableClaimException("LX01: expected a line number");
    }
    return Integer.parseInt(number);
  }

  private ServiceLine serviceLine(
      int number, X12Segment segment, String placeOfService, Optional<DatePeriod> day)
      throws UnreadableClaimException {
    if (repeats76496(segment)) {
      throw new UnreadableClaimException(
          guide.name(guide.procedure())
              + ": holds the repetition separator, and no guide lets a procedure be repeated");
    }
    String qualifier = part(1).strip();
    if (qualifier.equals(CPT_76496) || AnotherCode.is(qualifier)) {
      throw new UnreadableClaimException(
          guide.name(guide.procedure())
              + (qualifier.equals(CPT_76496) ? ": 76496" : ": a procedure code")
              + " stands where its qualifier belongs; write HC before it");
    }
    if (part(2).strip().equals(CPT_76496) && !qualifier.isEmpty() && !qualifier.equals(HCPCS)) {
      boolean inSmallLetters = qualifier.equalsIgnoreCase(HCPCS);
      throw new UnreadableClaimException(
          guide.name(guide.procedure())
              + (inSmallLetters
                  ? ": HC before 76496 is written in small letters, which are no qualifier; write"
                      + " capitals"
                  : ": expected HC before 76496; in another list the number means another"
                      + " service"));
    }
    if (part(2).isBlank()) {
      throw new UnreadableClaimException(
          guide.name(guide.procedure())
              + ": no procedure code, or its parts are not separated by the component separator"
              + " that ISA16 declares");
    }
    ServiceLine.Builder builder =
        builder(number, part(2), days(day))
            .modifiers(part(3), part(4), part(5), part(6))
            .description(description())
            .note(String.join(" ", notes));
    switch (guide) {
      case PROFESSIONAL -> {
        builder.placeOfService(statesPlace(segment) ? segment.element(5) : placeOfService);
      }
      case INSTITUTIONAL -> builder.revenueCode(segment.element(1));
    }
    BigDecimal units = units(segment);
    return units.signum() == 0 ? builder.build() : builder.units(units).build();
  }

  private static boolean statesPlace(X12Segment sv1) {
    return !sv1.element(5).isBlank();
  }

  /**
   * A component separator that its writer used as a colon does not end a description; what the
   * standard has behind one is a code.
   */
  private String description() {
    boolean goesOn = procedure.size() > 8 || (procedure.size() == 8 && !isCode(part(8)));
    return goesOn ? String.join(" ", procedure.subList(6, procedure.size())).strip() : part(7);
  }

  private static boolean isCode(String text) {
    return text.isBlank() || AnotherCode.is(text.strip());
  }

  private static ServiceLine.Builder builder(int number, String code, DatePeriod days) {
    return ServiceLine.builder(number, code, days.first()).through(days.last());
  }

  private String part(int number) {
    return number > procedure.size() ? "" : procedure.get(number - 1);
  }

  boolean hasForeignSeparator() {
    return service.isPresent() && service.get().hasForeignSeparator(guide.procedure());
  }

  /** Minutes and days are no units of service, and zero units state nothing. */
  private BigDecimal units(X12Segment segment) throws UnreadableClaimException {
    String quantity = segment.element(guide.quantity()).strip();
    if (!segment.element(guide.quantity() - 1).equals("UN") || quantity.isEmpty()) {
      return BigDecimal.ZERO;
    }
    if (!isNumber(quantity)) {
      throw new UnreadableClaimException(guide.name(guide.quantity()) + ": expected a number");
    }
    return new BigDecimal(quantity);
  }

  private static boolean isNumber(String text) {
    String number = text.startsWith("-") ? text.substring(1) : text;
    int point = number.indexOf('.');
    String digits = point < 0 ? number : number.substring(0, point) + number.substring(point + 1);
    return !digits.isEmpty() && digits.length() <= LONGEST_QUANTITY && Characters.areDigits(digits);
  }

  private DatePeriod days(Optional<DatePeriod> dayOfClaim) throws UnreadableClaimException {
    if (twoDates) {
      throw new UnreadableClaimException("DTP*472 (date of service): two that differ");
    }
    if (date.isPresent()) {
      return DatePeriod.of(date.get());
    }
    return dayOfClaim.orElseThrow(() -> new UnreadableClaimException(whyNoDate()));
  }

  private String whyNoDate() {
    if (dateAfterEnd) {
      return "DTP*472 (date of service): stands after "
          + endOfLine
          + ", where it is not the line's; put it before";
    }
    return "DTP*472 (date of service): missing"
        + (guide == ClaimGuide.INSTITUTIONAL
            ? ", and DTP*434 of the claim states no single day"
            : "");
  }
}
