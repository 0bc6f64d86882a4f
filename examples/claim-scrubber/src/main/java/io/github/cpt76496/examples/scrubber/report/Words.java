package io.github.cpt76496.examples.scrubber.report;

import io.github.cpt76496.Citation;
import io.github.cpt76496.ClaimReview.PayerMatch;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.DocumentationRequirement.Channel;
import io.github.cpt76496.DocumentationRequirement.Consequence;
import io.github.cpt76496.DocumentationRequirement.Level;
import io.github.cpt76496.DocumentationRequirement.Scope;
import io.github.cpt76496.DocumentationRequirement.State;
import io.github.cpt76496.Edit.Severity;
import io.github.cpt76496.EditOverride;
import io.github.cpt76496.LineReview.CodeApplies;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.LineReview.Modifier26;
import io.github.cpt76496.Payer;
import io.github.cpt76496.examples.scrubber.report.RequiredDocuments.Summary;
import java.util.Locale;

/** How a coder would say what the library says in constants. */
public final class Words {

  private Words() {}

  public static String of(CodeApplies answer) {
    return switch (answer) {
      case YES -> "Yes, on the facts stated";
      case NO -> "No";
      case UNDETERMINED -> "Cannot tell from what is stated";
    };
  }

  public static String of(Modifier26 answer) {
    return switch (answer) {
      case VALID -> "Yes: it is there and right";
      case INVALID -> "No: it is there and wrong";
      case MISSING -> "Missing: it is absent and needed";
      case NOT_NEEDED -> "Not needed, and not there";
      case UNDETERMINED -> "Cannot tell from what is stated";
    };
  }

  /** For a column or a chart. */
  public static String inShort(CodeApplies answer) {
    return switch (answer) {
      case YES -> "Yes";
      case NO -> "No";
      case UNDETERMINED -> "Cannot tell";
    };
  }

  /** For a column or a chart. */
  public static String inShort(Modifier26 answer) {
    return switch (answer) {
      case VALID -> "Valid";
      case INVALID -> "Not valid";
      case MISSING -> "Missing";
      case NOT_NEEDED -> "Not needed";
      case UNDETERMINED -> "Cannot tell";
    };
  }

  /** For a column or a chart. */
  static String of(Summary summary) {
    return switch (summary) {
      case MISSING -> "Something missing";
      case UNKNOWN -> "Not known to be there";
      case PRESENT -> "All there";
      case NONE_NAMED -> "None in every case";
      case NO_RULE -> "No rule to go by";
    };
  }

  public static String of(Severity severity) {
    return switch (severity) {
      case ERROR -> "Error";
      case WARNING -> "Warning";
      case INFO -> "Info";
    };
  }

  public static String of(Citation.Grade grade) {
    return switch (grade) {
      case A -> "grade A, authoritative";
      case S -> "grade S, secondary";
      case U -> "grade U, unverified";
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
      case NONE -> "no documentation rule of this payer found";
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

  public static String of(State state) {
    return switch (state) {
      case PRESENT -> "there";
      case MISSING -> "MISSING";
      case UNKNOWN -> "not known to be there";
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
      case ATTACH_PWK -> "announced in PWK, sent apart";
      case PAYER_PORTAL -> "the payer's portal";
      case PAYER_FAX_MAIL -> "the payer's fax or mail";
      case PAYER_FORM -> "the payer's own form";
      case APPEAL -> "an appeal";
      case KEEP_IN_RECORD -> "kept in the record";
    };
  }

  /** What happens without a document; empty where the payer does not say. */
  public static String of(Consequence consequence) {
    return switch (consequence) {
      case REJECT_FRONT_END -> "rejected before adjudication";
      case RETURN_UNPROCESSABLE -> "returned as unprocessable; a new claim is needed";
      case RETURN_TO_PROVIDER -> "returned for correction";
      case DENY -> "denied";
      case REJECT_REFILE_NEW -> "rejected; a new claim is needed";
      case PEND_RECORD_REQUEST -> "held while records are requested";
      case DECIDED_WITHOUT -> "decided without it";
      case RECOUP -> "paid, then recovered";
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

  public static String of(Fact fact) {
    return switch (fact) {
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

  /** The constant in small letters, with the abbreviations that a coder knows in capitals. */
  public static String of(DocumentationItem item) {
    return item.name()
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .replaceAll("\\b(ndc|pwk|eob)\\b", "#$1")
        .replace("#ndc", "NDC")
        .replace("#pwk", "PWK")
        .replace("#eob", "EOB");
  }
}
