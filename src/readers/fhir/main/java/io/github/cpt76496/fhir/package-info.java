/**
 * What a line leaves open as a FHIR R4 Questionnaire, and the response read back: {@link
 * io.github.cpt76496.fhir.LineQuestions}.
 *
 * <p>Claims from FHIR R4: {@link io.github.cpt76496.fhir.FhirClaimReader}. What a claim states is
 * taken, and nothing is guessed:
 *
 * <ul>
 *   <li>A procedure code, modifier, place of service, revenue code or type of bill counts only with
 *       the address of its code system, under http or https, and as the public examples of HL7 and
 *       CMS write it; a place, revenue code or type of bill in another system is named in a notice.
 *       76496 without any system is refused, a code of another system is no procedure and named in
 *       a notice, and a text that is no code, or a modifier that cannot be told, refuses a claim
 *       billed with 76496.
 *   <li>{@code productOrService.text} is the description of the line. {@code servicedDate}, the
 *       days of {@code servicedPeriod} or a {@code billablePeriod} of one day are the days of
 *       service; part of a date is refused, and days are not moved to another time zone. Claims
 *       without 76496 need no dates.
 *   <li>{@code item.location}, or else {@code facility}, states the place of service; {@code type}
 *       the form; {@code subType}, or else {@code supportingInfo}, the type of bill.
 *   <li>{@code insurer}, or else the payor of the focal coverage, is the payer; the type of the
 *       coverage tells the program where it can mean no other. A reference counts if it leads to a
 *       resource that the claim contains or that stands in its Bundle; lines of NDJSON do not see
 *       each other.
 *   <li>{@code supportingInfo} of the categories {@code info} and {@code other} is a note, unless
 *       it has a code of its own, whose value it then is. A document counts if it is there (a
 *       reference or an attachment) and its code names one document of the library: report types
 *       M1, OD and PY of X12; 28570-0 and 11504-8 of LOINC; 18748-4 if it is linked to the line.
 *   <li>Details and subdetails with a procedure code are lines too, numbered after the items.
 *   <li>Requests for prior authorization, predeterminations and drafts whose lines are dated are
 *       answered with a notice. What is cancelled, an item by the modifier extension of Da Vinci or
 *       a claim by its status, is not a line of the claim, and a notice says so.
 *   <li>Any other {@code modifierExtension}, and {@code implicitRules}, in what is read or referred
 *       to refuses the claim, as R4 demands.
 *   <li>An element that R4 does not know refuses the claim: misspelt, it would be a fact that
 *       nobody stated.
 * </ul>
 */
@NullMarked
package io.github.cpt76496.fhir;

import org.jspecify.annotations.NullMarked;
