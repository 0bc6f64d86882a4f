package io.github.cpt76496;

import io.github.cpt76496.Claim.Form;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What to change where an edit reports, and the claim status that a payer would answer with:
 * numbers and places only, since the texts of the lists are X12's. The likeliest element and status
 * are first.
 *
 * @param x12Professional elements of an 837P, as loop and element, such as {@code 2400 SV101-3}
 * @param x12Institutional elements of an 837I likewise
 * @param fhir elements of a FHIR R4 Claim, such as {@code Claim.item.modifier}
 * @param json members of this library's JSON form, such as {@code lines[].modifiers}
 * @param claimStatus claim status category and code, as in {@code A3:21}: first the kind of answer,
 *     then what it is about. UnitedHealthcare's numbers for its kinds of edit; no other payer's
 *     were read
 * @param citation where the numbers are from; of grade U where a mapping is the library's own
 * @param whyNone why an element or a code is missing; empty where none is
 */
public record Remedy(
    List<String> x12Professional,
    List<String> x12Institutional,
    List<String> fhir,
    List<String> json,
    List<String> claimStatus,
    Citation citation,
    String whyNone)
    implements Serializable {

  /** The remedy of an edit of which nothing is known, such as one that a host has written. */
  public static final Remedy NOT_STATED =
      new Remedy(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new Citation(
              "cpt76496-edits, no element and no code is stated for the edit",
              "",
              Citation.Grade.U,
              "undated",
              LocalDate.of(2026, 11, 29)),
          "no element and no code is stated for the edit");

  /**
   * @throws IllegalArgumentException if a part is missing; the message names the field
   */
  public Remedy {
    x12Professional = Checks.list(x12Professional, "remedy.x12Professional");
    x12Institutional = Checks.list(x12Institutional, "remedy.x12Institutional");
    fhir = Checks.list(fhir, "remedy.fhir");
    json = Checks.list(json, "remedy.json");
    claimStatus = Checks.list(claimStatus, "remedy.claimStatus");
    Checks.required(citation, "remedy.citation");
    Checks.required(whyNone, "remedy.whyNone");
  }

  /** The elements of an 837 on a form: those of both where the form is not stated. */
  public List<String> x12(Form form) {
    return switch (form) {
      case PROFESSIONAL -> x12Professional;
      case INSTITUTIONAL -> x12Institutional;
      case NOT_STATED -> {
        List<String> both = new ArrayList<>(x12Professional);
        for (String element : x12Institutional) {
          if (!both.contains(element)) {
            both.add(element);
          }
        }
        yield List.copyOf(both);
      }
    };
  }
}
