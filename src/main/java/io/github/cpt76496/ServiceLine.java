package io.github.cpt76496;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One service line of a claim (X12 837 loop 2400), with what the claim form says and, in {@link
 * #record()}, what only the medical record can say.
 *
 * <p>Surrounding white space of codes is dropped and letters become capitals, so {@code " tc "} is
 * the modifier TC. A procedure code is five letters and digits, as codes of CPT, HCPCS and HIPPS
 * are. Anything else is refused, because the codes billed with 76496 decide whether it applies. An
 * institutional line that bills a revenue code alone bears on no answer: leave it out of the claim.
 *
 * @param number line number as on the claim (LX01), 1 or more
 * @param procedureCode SV101-2 or SV202-2; five letters and digits, one digit at least
 * @param modifiers SV101-3 to -6 in claim order, at most four, each two letters or digits; blank
 *     elements are dropped
 * @param placeOfService SV105, or CLM05-1 where the line has none; two digits, or empty where not
 *     stated
 * @param dateOfService DTP*472; for a period its first day, which decides which edits are in force
 * @param dateOfServiceEnd the last day of the period; the date of service itself where it is not
 *     stated. Lines whose days overlap count as billed for the same date of service
 * @param units SV104 or SV205; zero where not stated
 * @param description SV101-7 or SV202-7, or empty
 * @param note NTE02 of the line, or empty
 * @param revenueCode SV201, four digits (leading zero restored), or empty
 * @param record what the medical record says, {@link RecordFacts#EMPTY} where the host does not
 *     know
 */
public record ServiceLine(
    int number,
    String procedureCode,
    List<String> modifiers,
    String placeOfService,
    LocalDate dateOfService,
    LocalDate dateOfServiceEnd,
    BigDecimal units,
    String description,
    String note,
    String revenueCode,
    RecordFacts record)
    implements Serializable {

  static final String CPT_76496 = "76496";

  /**
   * @throws IllegalArgumentException if a part is missing or malformed; the message names line and
   *     field and repeats no value
   */
  public ServiceLine {
    String line = "line " + number + ": ";
    if (number < 1) {
      throw new IllegalArgumentException(line + "number: must be 1 or more");
    }
    procedureCode = Checks.code(procedureCode, line + "procedureCode");
    if (procedureCode.isEmpty()) {
      throw new IllegalArgumentException(line + "procedureCode: blank");
    }
    if (Checks.resembles76496(procedureCode)) {
      throw new IllegalArgumentException(
          line
              + "procedureCode: resembles 76496 but is not those five ASCII digits;"
              + " correct the code, and put modifiers in their own field");
    }
    if (!Checks.isProcedureCode(procedureCode)) {
      throw new IllegalArgumentException(
          line
              + "procedureCode: must be five letters and digits, such as 76496 or J3490;"
              + " correct the code, and put modifiers in their own field");
    }
    modifiers = modifiers(modifiers, line + "modifiers");
    placeOfService =
        Checks.optionalDigits(
            placeOfService, 2, line + "placeOfService", "must be two digits, such as 22");
    int year = Checks.required(dateOfService, line + "dateOfService").getYear();
    if (year < 1 || year > 9999) {
      throw new IllegalArgumentException(line + "dateOfService: must lie in the years 1 to 9999");
    }
    if (dateOfServiceEnd == null) {
      throw new IllegalArgumentException(line + "dateOfServiceEnd: missing");
    }
    if (dateOfServiceEnd.isBefore(dateOfService)) {
      throw new IllegalArgumentException(
          line + "dateOfServiceEnd: must not lie before dateOfService");
    }
    if (dateOfServiceEnd.getYear() > 9999) {
      throw new IllegalArgumentException(
          line + "dateOfServiceEnd: must lie in the years 1 to 9999");
    }
    if (Checks.required(units, line + "units").signum() < 0) {
      throw new IllegalArgumentException(line + "units: must be more than zero");
    }
    units = plain(units);
    Checks.required(description, line + "description");
    Checks.required(note, line + "note");
    revenueCode = revenueCode(revenueCode, line + "revenueCode");
    Checks.required(record, line + "record");
  }

  /** A line of one day. */
  public ServiceLine(
      int number,
      String procedureCode,
      List<String> modifiers,
      String placeOfService,
      LocalDate dateOfService,
      BigDecimal units,
      String description,
      String note,
      String revenueCode,
      RecordFacts record) {
    this(
        number,
        procedureCode,
        modifiers,
        placeOfService,
        dateOfService,
        dateOfService,
        units,
        description,
        note,
        revenueCode,
        record);
  }

  private static List<String> modifiers(List<String> given, String place) {
    List<String> modifiers = new ArrayList<>(4);
    for (String value : Checks.required(given, place)) {
      String modifier = Checks.code(value, place);
      if (modifier.isEmpty()) {
        continue;
      }
      if (!Checks.isAlphanumeric(modifier, 2)) {
        throw new IllegalArgumentException(
            place + ": each must be two letters or digits, such as 26");
      }
      modifiers.add(modifier);
    }
    if (modifiers.size() > 4) {
      throw new IllegalArgumentException(
          place + ": " + modifiers.size() + " given; a claim line holds at most four");
    }
    return List.copyOf(modifiers);
  }

  /**
   * 10 for 10.0, and for 1E+1 as well. What has more digits than any claim is left as it is:
   * spelled out it might take all memory.
   */
  private static BigDecimal plain(BigDecimal units) {
    BigDecimal shortest = units.stripTrailingZeros();
    return shortest.scale() < 0 && shortest.scale() > -20 ? shortest.setScale(0) : shortest;
  }

  /** Files write 0320 with or without its zero. */
  private static String revenueCode(String given, String place) {
    String code = Checks.code(given, place);
    String padded = code.length() == 3 ? "0" + code : code;
    return Checks.optionalDigits(padded, 4, place, "must be four digits, such as 0320");
  }

  /**
   * Whether the line is billed with CPT 76496. Not called {@code is...}: mappers of JSON would take
   * it for a part of the line.
   */
  public boolean billedWith76496() {
    return procedureCode.equals(CPT_76496);
  }

  /** Starts a line with the three parts that every line has. */
  public static Builder builder(int number, String procedureCode, LocalDate dateOfService) {
    return new Builder(number, procedureCode, dateOfService);
  }

  /** Line number, procedure code and modifiers; nothing else of the claim. */
  @Override
  public String toString() {
    return "ServiceLine[" + number + ": " + procedureCode + modifiersSuffix() + "]";
  }

  private String modifiersSuffix() {
    return modifiers.isEmpty() ? "" : "-" + String.join("-", modifiers);
  }

  /** Collects the optional parts of a {@link ServiceLine}. Not for sharing between threads. */
  public static final class Builder {
    private final int number;
    private final String procedureCode;
    private final LocalDate dateOfService;
    private List<String> modifiers = List.of();
    private String placeOfService = "";
    private LocalDate dateOfServiceEnd;
    private BigDecimal units = BigDecimal.ZERO;
    private String description = "";
    private String note = "";
    private String revenueCode = "";
    private RecordFacts record = RecordFacts.EMPTY;

    private Builder(int number, String procedureCode, LocalDate dateOfService) {
      this.number = number;
      this.procedureCode = procedureCode;
      this.dateOfService = dateOfService;
      this.dateOfServiceEnd = dateOfService;
    }

    /** Sets the last day of a service of several days; must not lie before the date of service. */
    public Builder through(LocalDate lastDay) {
      this.dateOfServiceEnd = Checks.required(lastDay, place("dateOfServiceEnd"));
      return this;
    }

    /** Sets the modifiers in claim order. */
    public Builder modifiers(String... modifiers) {
      return modifiers(
          Checks.list(
              Arrays.asList(Checks.required(modifiers, place("modifiers"))), place("modifiers")));
    }

    /** Sets the modifiers in claim order. */
    public Builder modifiers(List<String> modifiers) {
      this.modifiers = modifiers;
      return this;
    }

    /** Sets the place of service, two digits. */
    public Builder placeOfService(String placeOfService) {
      this.placeOfService = placeOfService;
      return this;
    }

    /** Sets the units; must be more than zero. */
    public Builder units(long units) {
      return units(BigDecimal.valueOf(units));
    }

    /** Sets the units; must be more than zero. */
    public Builder units(BigDecimal units) {
      if (Checks.required(units, place("units")).signum() == 0) {
        throw new IllegalArgumentException(place("units") + ": must be more than zero");
      }
      this.units = units;
      return this;
    }

    /** Sets the description of the service (SV101-7, SV202-7). */
    public Builder description(String description) {
      this.description = description;
      return this;
    }

    /** Sets the line note (NTE02). */
    public Builder note(String note) {
      this.note = note;
      return this;
    }

    /** Sets the revenue code of an institutional line. */
    public Builder revenueCode(String revenueCode) {
      this.revenueCode = revenueCode;
      return this;
    }

    /** Sets what the medical record says. */
    public Builder record(RecordFacts record) {
      this.record = record;
      return this;
    }

    private String place(String field) {
      return "line " + number + ": " + field;
    }

    /**
     * The line.
     *
     * @throws IllegalArgumentException if a part is missing or malformed; the message names line
     *     and field and repeats no value
     */
    public ServiceLine build() {
      return new ServiceLine(
          number,
          procedureCode,
          modifiers,
          placeOfService,
          dateOfService,
          dateOfServiceEnd,
          units,
          description,
          note,
          revenueCode,
          record);
    }
  }
}
