package io.github.cpt76496.examples.page;

import io.github.cpt76496.Citation;
import io.github.cpt76496.Citation.Grade;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.NamedService;
import io.github.cpt76496.Payer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How a coder would say what the library says in constants. */
public final class Words {

  private static final Map<String, String> PAYERS =
      Map.of(
          "ANY", "Any payer",
          "BCBS", "Blue Cross Blue Shield",
          "MEDICAID", "Medicaid",
          "OTHER", "A payer outside this list",
          "PALMETTO_GBA", "Palmetto GBA",
          "UNITED_HEALTHCARE", "UnitedHealthcare",
          "UNKNOWN", "Payer not known");

  private static final Set<String> ABBREVIATIONS =
      Set.of("CGS", "NGS", "NJ", "WPS", "CT", "MR", "PWK", "NDC", "EOB");

  private Words() {}

  public static String of(Edit.Question question) {
    return switch (question) {
      case PROCEDURE -> "Does 76496 apply?";
      case MODIFIER -> "Is modifier 26 valid?";
      case DOCUMENTATION -> "Which documentation is required?";
    };
  }

  public static String of(Edit.Severity severity) {
    return capital(severity.name().toLowerCase(Locale.ROOT));
  }

  public static String of(Grade grade) {
    return switch (grade) {
      case A -> "grade A, authoritative";
      case S -> "grade S, secondary";
      case U -> "grade U, unverified";
    };
  }

  public static String of(CodeApplies answer) {
    return switch (answer) {
      case YES -> "Yes, on the facts stated";
      case NO -> "No";
      case UNDETERMINED -> "Undetermined from what is stated";
    };
  }

  public static String of(Modifier26 answer) {
    return switch (answer) {
      case VALID -> "Yes: on the line, and correct";
      case INVALID -> "No: on the line, and wrong";
      case MISSING -> "Missing: needed, and not on the line";
      case NOT_NEEDED -> "Not needed, and not on the line";
      case UNDETERMINED -> "Undetermined from what is stated";
    };
  }

  /** For a column or a chart. */
  public static String inShort(CodeApplies answer) {
    return switch (answer) {
      case YES -> "Yes";
      case NO -> "No";
      case UNDETERMINED -> "Undetermined";
    };
  }

  /** For a column or a chart. */
  public static String inShort(Modifier26 answer) {
    return switch (answer) {
      case VALID -> "Valid";
      case INVALID -> "Not valid";
      case MISSING -> "Missing";
      case NOT_NEEDED -> "Not needed";
      case UNDETERMINED -> "Undetermined";
    };
  }

  public static String of(EditOverride.Action action) {
    return switch (action) {
      case OFF -> "switched off";
      case ON -> "switched on";
      case ERROR -> "reported as an error";
      case WARNING -> "reported as a warning";
      case INFO -> "reported as information";
    };
  }

  /** How closely the rules match a payer; a plan that they do not know may be misspelt. */
  public static String of(PayerMatch match, Payer payer) {
    return match == PayerMatch.FAMILY && !payer.plan().isEmpty()
        ? of(match) + "; none of this plan is known"
        : of(match);
  }

  private static String of(PayerMatch match) {
    return switch (match) {
      case PLAN -> "rules of the plan or contractor itself";
      case FAMILY -> "rules of the payer family";
      case NONE -> "no documentation rule of this payer is known here";
    };
  }

  /** The answer of an edit to its question, as its page has it. */
  public static String answer(String answer) {
    return switch (answer) {
      case "YES" -> "Yes";
      case "NO" -> "No";
      case "VALID" -> "Valid";
      case "INVALID" -> "Not valid";
      case "MISSING" -> "Missing";
      case "NOT_NEEDED" -> "Not needed";
      case "UNDETERMINED" -> "Undetermined";
      case "NO_RULE" -> "No public rule found";
      default -> throw new IllegalArgumentException("unknown answer " + answer);
    };
  }

  public static String of(Level level) {
    return switch (level) {
      case REQUIRED -> "required";
      case REQUIRED_IF -> "required under a condition";
      case ON_REQUEST -> "only when the payer asks";
      case RECOMMENDED -> "recommended";
      case DO_NOT_SEND -> "do not send";
      case NOT_STATED -> "no public rule found";
    };
  }

  public static String state(String state) {
    return of(State.valueOf(state));
  }

  public static String of(State state) {
    return switch (state) {
      case PRESENT -> "present";
      case MISSING -> "MISSING";
      case NOT_DESCRIPTIVE -> "present, but not descriptive";
      case UNKNOWN -> "not confirmed";
    };
  }

  public static String of(Channel channel) {
    return switch (channel) {
      case CLAIM_LINE_SV101_7 -> "line description, SV101-7";
      case CLAIM_LINE_SV202_7 -> "line description, SV202-7";
      case CLAIM_NTE_2300 -> "claim note, NTE02 of loop 2300";
      case CLAIM_NTE_2400 -> "line note, NTE02 of loop 2400";
      case PAPER_ITEM_19 -> "item 19 of the CMS-1500";
      case PAPER_FL_80 -> "form locator 80 of the UB-04";
      case ATTACH_PAPER -> "enclosed with the paper claim";
      case ATTACH_PWK -> "announced in PWK, sent separately";
      case PAYER_PORTAL -> "the payer's portal";
      case PAYER_FAX_MAIL -> "the payer's fax or mail";
      case PAYER_FORM -> "the payer's own form";
      case APPEAL -> "an appeal";
      case KEEP_IN_RECORD -> "kept in the record";
    };
  }

  /** What the payer says happens without a document; empty where it does not say. */
  public static String of(Consequence consequence) {
    return switch (consequence) {
      case REJECT_FRONT_END -> "rejected before adjudication";
      case RETURN_UNPROCESSABLE -> "returned as unprocessable; a new claim is needed";
      case RETURN_TO_PROVIDER -> "returned to the provider for correction";
      case DENY -> "denied";
      case REJECT_REFILE_NEW -> "rejected; a new claim is needed";
      case PEND_RECORD_REQUEST -> "held while records are requested";
      case DECIDED_WITHOUT -> "decided without it";
      case RECOUP -> "recovered after payment";
      case NOT_STATED -> "";
    };
  }

  public static String of(Scope scope) {
    return switch (scope) {
      case NAMES_76496 -> "a rule that names 76496";
      case GENERAL_UNLISTED_RULE -> "a rule for unlisted codes in general";
      case GENERAL_RULE -> "a rule for radiology or for any claim";
    };
  }

  /** What the words of a line are taken for, and where they stand. */
  public static String of(NamedService service) {
    return service.name() + ", by the " + of(service.field());
  }

  public static String of(NamedService.Field field) {
    return switch (field) {
      case DESCRIPTION -> "description of the line";
      case LINE_NOTE -> "note of the line";
      case CLAIM_NOTE -> "note of the claim";
    };
  }

  public static String of(Fact fact) {
    return switch (fact) {
      case DESCRIPTION -> "what was done, where the text of the line leaves it open";
      case FORM -> "whether the claim is professional or institutional";
      case PLACE_OF_SERVICE -> "the place of service";
      case REVENUE_CODE -> "the revenue code of the line";
      case PROCEDURE -> "which procedure the imaging belonged to";
      case IMAGING -> "which imaging was used";
      case PURPOSE -> "what the fluoroscopy was for";
      case COMPONENT -> "which component the billing provider furnished";
      case WRITTEN_INTERPRETATION -> "whether a separate written interpretation exists";
      case NO_SPECIFIC_CODE -> "whether somebody attests that no more specific code describes it";
      case HOSPITAL_PATIENT -> "whether the patient was a patient of a hospital";
    };
  }

  /** For a row in which several are named. */
  public static String inShort(Fact fact) {
    return switch (fact) {
      case DESCRIPTION -> "what was done";
      case FORM -> "professional or institutional claim";
      case PLACE_OF_SERVICE -> "place of service";
      case REVENUE_CODE -> "revenue code";
      case PROCEDURE -> "procedure that the imaging belonged to";
      case IMAGING -> "kind of imaging";
      case PURPOSE -> "purpose of the fluoroscopy";
      case COMPONENT -> "component furnished";
      case WRITTEN_INTERPRETATION -> "separate written interpretation";
      case NO_SPECIFIC_CODE -> "whether every specific code was ruled out";
      case HOSPITAL_PATIENT -> "whether the patient was a hospital patient";
    };
  }

  public static String of(DocumentationItem item) {
    return small(item.name());
  }

  /** A constant in small letters, with the abbreviations that a coder knows in capitals. */
  public static String small(String constant) {
    return Arrays.stream(constant.split("_", -1))
        .map(w -> ABBREVIATIONS.contains(w) ? w : w.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  /** A payer, as in {@code MEDICARE/PALMETTO_GBA}: the family, and the plan where there is one. */
  public static String payer(String payer) {
    return Arrays.stream(payer.split("/", -1)).map(Words::name).collect(Collectors.joining(", "));
  }

  /** A family or a plan alone. */
  public static String name(String constant) {
    if (PAYERS.containsKey(constant)) {
      return PAYERS.get(constant);
    }
    return Arrays.stream(constant.split("_", -1))
        .map(w -> ABBREVIATIONS.contains(w) ? w : capital(w.toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(" "));
  }

  public static String program(String lineOfBusiness) {
    return switch (lineOfBusiness) {
      case "COMMERCIAL" -> "commercial";
      case "MEDICAID" -> "Medicaid";
      case "MEDICARE_ADVANTAGE" -> "Medicare Advantage";
      case "MEDICARE_FFS" -> "fee for service";
      case "OTHER" -> "another program";
      default -> throw new IllegalArgumentException("unknown line of business " + lineOfBusiness);
    };
  }

  /** A key of a case, {@code placeOfService}, as words. */
  public static String ofKey(String key) {
    return key.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  /** When an edit is in force. */
  public static String inForce(Edit edit) {
    boolean always =
        edit.effectiveDate().equals(LocalDate.MIN) || edit.effectiveDate().getYear() <= 1;
    boolean open = edit.endDate().equals(Edit.NO_END);
    if (always) {
      return open ? "any date of service" : "dates of service through " + edit.endDate();
    }
    return open
        ? "dates of service from " + edit.effectiveDate()
        : "dates of service from " + edit.effectiveDate() + " through " + edit.endDate();
  }

  /** The date that a source bears, and when it was last read. */
  public static String dates(Citation citation) {
    return citation.sourceDate() + ", last reviewed " + citation.lastReviewDate();
  }

  public static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
