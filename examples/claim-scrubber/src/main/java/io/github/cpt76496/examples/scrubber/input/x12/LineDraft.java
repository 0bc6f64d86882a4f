package io.github.cpt76496.examples.scrubber.input.x12;

import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.examples.scrubber.input.UnreadableClaimException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A service line of an 837 professional claim (loop 2400) while its segments arrive. */
final class LineDraft {

  private static final Pattern LINE_NUMBER = Pattern.compile("[0-9]{1,9}");

  /** Longer numbers are no quantity, and an exponent could stand for gigabytes of digits. */
  private static final Pattern QUANTITY = Pattern.compile("-?[0-9]{0,15}(\\.[0-9]{0,15})?");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  private final X12Segment lx;
  private final String placeOfServiceOfClaim;
  private final List<String> notes = new ArrayList<>();
  private final Set<DocumentationItem> attachments = EnumSet.noneOf(DocumentationItem.class);
  private Optional<X12Segment> service = Optional.empty();
  private Optional<X12Segment> date = Optional.empty();
  private boolean inLineLoop = true;

  LineDraft(X12Segment lx, String placeOfServiceOfClaim) {
    this.lx = lx;
    this.placeOfServiceOfClaim = placeOfServiceOfClaim;
  }

  int position() {
    return lx.position();
  }

  /** What PWK segments of the line announce. */
  Set<DocumentationItem> attachments() {
    return attachments;
  }

  boolean hasService() {
    return service.isPresent();
  }

  void accept(X12Segment segment) {
    switch (segment.tag()) {
      case "SV1" -> service = Optional.of(segment);
      // Drugs (2410), providers (2420), other payers (2430) and forms (2440) end the part that
      // speaks of the line itself; what they date or note is theirs.
      case "LIN", "NM1", "SVD", "LQ" -> inLineLoop = false;
      case "DTP" -> {
        if (inLineLoop && date.isEmpty() && segment.element(1).equals("472")) {
          date = Optional.of(segment);
        }
      }
      case "PWK" -> {
        if (inLineLoop) {
          attachments.addAll(AttachmentType.items(segment));
        }
      }
      case "NTE" -> {
        if (inLineLoop) {
          notes.add(segment.text(2));
        }
      }
      default -> {}
    }
  }

  ServiceLine serviceLine() throws UnreadableClaimException {
    if (!LINE_NUMBER.matcher(lx.element(1)).matches()) {
      throw new UnreadableClaimException("LX01: expected a line number");
    }
    int number = Integer.parseInt(lx.element(1));
    String line = "line " + number + ": ";
    X12Segment sv1 = service.orElseThrow(() -> new UnreadableClaimException(line + "SV1: missing"));
    List<String> procedure = sv1.composite(1);
    if (part(procedure, 2).isBlank()) {
      throw new UnreadableClaimException(
          line
              + "SV101: no procedure code, or its parts are not separated by the component separator"
              + " that ISA16 declares");
    }
    BigDecimal units = units(sv1, line);
    LocalDate day = day(line);
    try {
      ServiceLine.Builder builder =
          ServiceLine.builder(number, part(procedure, 2), day)
              .modifiers(
                  part(procedure, 3), part(procedure, 4), part(procedure, 5), part(procedure, 6))
              .description(part(procedure, 7))
              .placeOfService(sv1.element(5).isBlank() ? placeOfServiceOfClaim : sv1.element(5))
              .note(String.join(" ", notes));
      return units.signum() == 0 ? builder.build() : builder.units(units).build();
    } catch (IllegalArgumentException e) {
      // The library names the line and the field and repeats no value.
      throw new UnreadableClaimException(e.getMessage());
    }
  }

  private static String part(List<String> composite, int number) {
    return number > composite.size() ? "" : composite.get(number - 1);
  }

  boolean hasForeignSeparator() {
    return service.isPresent() && service.get().hasForeignSeparator(1);
  }

  /** Minutes (MJ) are no units of service, and zero units state nothing. */
  private static BigDecimal units(X12Segment sv1, String line) throws UnreadableClaimException {
    String quantity = sv1.element(4).strip();
    if (sv1.element(3).equals("MJ") || quantity.isEmpty()) {
      return BigDecimal.ZERO;
    }
    if (!QUANTITY.matcher(quantity).matches() || quantity.chars().noneMatch(Character::isDigit)) {
      throw new UnreadableClaimException(line + "SV104: expected a number");
    }
    return new BigDecimal(quantity);
  }

  /** For a period its first day. */
  private LocalDate day(String line) throws UnreadableClaimException {
    X12Segment dtp =
        date.orElseThrow(
            () -> new UnreadableClaimException(line + "DTP*472 (date of service): missing"));
    String text = dtp.element(3);
    String day =
        switch (dtp.element(2)) {
          case "D8" -> text;
          case "RD8" -> text.split("-", 2)[0];
          default ->
              throw new UnreadableClaimException(line + "DTP02 of DTP*472: expected D8 or RD8");
        };
    try {
      return LocalDate.parse(day, DAY);
    } catch (DateTimeException e) {
      throw new UnreadableClaimException(
          line + "DTP03 of DTP*472: expected a date of eight digits, or two with a hyphen");
    }
  }
}
