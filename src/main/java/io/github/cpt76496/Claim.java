package io.github.cpt76496;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A medical claim (X12 837 loop 2300) as far as the edits need it. No patient, no provider, no
 * charge.
 *
 * @param form professional (837P, CMS-1500) or institutional (837I, UB-04)
 * @param payer who adjudicates
 * @param typeOfBill CLM05 of an institutional claim, for example {@code 131} (a leading zero is
 *     dropped); empty where not stated
 * @param note NTE02 of the claim, or empty
 * @param attachments documents sent with the claim (PWK or enclosed); a document that is not listed
 *     is not sent with it
 * @param lines every line of the claim, of any procedure code; line numbers are distinct
 */
public record Claim(
    Form form,
    Payer payer,
    String typeOfBill,
    String note,
    Set<DocumentationItem> attachments,
    List<ServiceLine> lines)
    implements Serializable {

  private static final Pattern TYPE_OF_BILL = Pattern.compile("|0?[0-9]{2}[0-9A-Z]");

  /**
   * @throws IllegalArgumentException if a part is missing, or two lines share a number; the message
   *     names the field
   */
  public Claim {
    Checks.required(form, "form");
    Checks.required(payer, "payer");
    typeOfBill = Checks.code(typeOfBill, "typeOfBill");
    if (!TYPE_OF_BILL.matcher(typeOfBill).matches()) {
      throw new IllegalArgumentException("typeOfBill: must be three characters, such as 131");
    }
    typeOfBill = typeOfBill.length() == 4 ? typeOfBill.substring(1) : typeOfBill;
    Checks.required(note, "note");
    attachments = Set.copyOf(Checks.list(attachments, "attachments"));
    lines = Checks.list(lines, "lines");
    requireDistinctNumbers(lines);
  }

  private static void requireDistinctNumbers(List<ServiceLine> lines) {
    Set<Integer> seen = new HashSet<>();
    for (ServiceLine line : lines) {
      if (!seen.add(line.number())) {
        throw new IllegalArgumentException(
            "line " + line.number() + ": number: used by two lines of the claim");
      }
    }
  }

  /** The form on which the claim is sent. */
  public enum Form {
    /** 837P or CMS-1500: the claim of a physician or supplier. */
    PROFESSIONAL,
    /** 837I or UB-04: the claim of a facility. */
    INSTITUTIONAL,
    /** Unknown. */
    NOT_STATED
  }

  /** Starts a claim on the given form. */
  public static Builder builder(Form form, Payer payer) {
    return new Builder(form, payer);
  }

  /** Form, payer and the number of lines; nothing else of the claim. */
  @Override
  public String toString() {
    return "Claim[" + form + ", " + payer + ", lines: " + lines.size() + "]";
  }

  /** Collects the optional parts of a {@link Claim}. Not for sharing between threads. */
  public static final class Builder {
    private final Form form;
    private final Payer payer;
    private String typeOfBill = "";
    private String note = "";
    private Set<DocumentationItem> attachments = EnumSet.noneOf(DocumentationItem.class);
    private List<ServiceLine> lines = new ArrayList<>();

    private Builder(Form form, Payer payer) {
      this.form = form;
      this.payer = payer;
    }

    /** Sets the type of bill of an institutional claim. */
    public Builder typeOfBill(String typeOfBill) {
      this.typeOfBill = typeOfBill;
      return this;
    }

    /** Sets the claim note (NTE02 of loop 2300). */
    public Builder note(String note) {
      this.note = note;
      return this;
    }

    /** Sets the documents that are sent with the claim. */
    public Builder attachments(Set<DocumentationItem> attachments) {
      this.attachments = attachments;
      return this;
    }

    /** Sets the lines. */
    public Builder lines(ServiceLine... lines) {
      return lines(Arrays.asList(Checks.required(lines, "lines")));
    }

    /** Sets the lines. */
    public Builder lines(List<ServiceLine> lines) {
      this.lines = lines;
      return this;
    }

    /**
     * The claim.
     *
     * @throws IllegalArgumentException if a part is missing, or two lines share a number; the
     *     message names the field
     */
    public Claim build() {
      return new Claim(form, payer, typeOfBill, note, attachments, lines);
    }
  }
}
