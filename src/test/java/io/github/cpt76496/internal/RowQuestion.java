package io.github.cpt76496.internal;

import static java.util.stream.Collectors.toSet;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.ServiceLine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the library is asked about a row of a reference table: a claim as small as can be, and the
 * edits whose findings rest on the row.
 */
enum RowQuestion {
  PROCEDURE("a line with the code, beside 76496"),
  PARTNER("a line with the code, beside 76496"),
  EXCLUSION("a line with the code, beside 76496, whose record names a family with the listed code"),
  ENDED_CODE("a line with the code, beside 76496"),
  COLUMN_TWO("a line with the code, beside 76496"),
  FEE_SCHEDULE("a line with the code, beside 76496 with modifier 26"),
  PLACE("Medicare, 76496 without modifiers at the place of service"),
  PLACE_OF_PAYER("76496 without modifiers at the place of service, no patient of a hospital"),
  IMAGING(
      "76496, and the record names the modality, and the purpose or procedure family; for"
          + " fluoroscopy the purpose alone, and the words name ultrasound"),
  IMAGING_BESIDE("a line with the code, beside 76496, whose record names the modality"),
  MODIFIER("76496 with the modifier, beside 20610"),
  INDICATOR("a line with a code of the indicator, beside 76496 with modifier 26"),
  REVENUE_CODE("a facility's claim, 76496 without modifiers under the revenue code"),
  TYPE_OF_BILL(
      "a facility's claim of the type to Medicare, 76496 with modifier 26 under revenue code 0320"),
  WORD("76496, and the word as its description"),
  RECORD("76496 with modifier 26, and the record names the procedure family");

  private static final Set<String> OF_PROCEDURE =
      Set.of(
          "procedure/ncci-pair-with-76496",
          "procedure/imaging-included",
          "procedure/guided-code-for-procedure",
          "procedure/listed-fluoroscopy-code-billed",
          "procedure/imaging-included-by-analogy");
  private static final Set<String> OF_ENDED_CODE =
      Set.of("procedure/ended-code-on-claim", "procedure/ended-code-successors-unverified");

  /** What Medicare's answer about modifier 26 is in each setting of which the place tells. */
  private static final Set<String> OF_PLACE =
      Set.of(
          "modifier/26-missing-for-hospital-patient",
          "modifier/26-missing-in-facility",
          "modifier/component-unknown");

  private static final Set<String> OF_RECORD =
      Set.of(
          "procedure/imaging-included-in-recorded-procedure",
          "procedure/recorded-procedure-includes-by-analogy",
          "procedure/listed-imaging-beside-recorded-procedure",
          "modifier/26-not-valid-on-recorded-procedure");

  /** A code that has the indicator in the fee schedule; for 8 one of which it says nothing. */
  private static final Map<String, String> CODE_OF_INDICATOR =
      Map.of("0", "47533", "1", "76000", "8", "99999", "9", "36598");

  /** A procedure family with which a listed code goes. */
  private static final Map<String, String> FAMILY_OF = new HashMap<>();

  static {
    for (Tsv.Row row : Tsv.read("imaging-partners.tsv")) {
      FAMILY_OF.putIfAbsent(row.get("listed_code"), row.get("family"));
    }
  }

  private static final Set<String> PURPOSES =
      Stream.of(RecordFacts.Purpose.values()).map(Enum::name).collect(toSet());

  private static final RecordFacts NO_HOSPITAL_PATIENT =
      RecordFacts.builder().hospitalPatient(false).build();

  /** The claim in words. */
  final String asked;

  RowQuestion(String asked) {
    this.asked = asked;
  }

  /** Whether the key of the row, and not its code, is what is asked about. */
  boolean isAskedByKey() {
    return switch (this) {
      case IMAGING, WORD, RECORD -> true;
      default -> false;
    };
  }

  /** Whether a finding of the edit rests on the row. */
  boolean isAnsweredBy(String edit) {
    return switch (this) {
      case PROCEDURE -> OF_PROCEDURE.contains(edit);
      case PARTNER -> edit.equals("procedure/listed-imaging-beside-procedure");
      case EXCLUSION -> edit.equals("procedure/listed-imaging-beside-recorded-procedure");
      case ENDED_CODE -> OF_ENDED_CODE.contains(edit);
      case COLUMN_TWO -> edit.equals("procedure/column-two-code-beside-76496");
      case FEE_SCHEDULE, INDICATOR -> edit.equals("modifier/26-not-valid-on-billed-code");
      case PLACE -> OF_PLACE.contains(edit);
      case PLACE_OF_PAYER -> edit.equals("modifier/26-missing-on-payer-place-list");
      case IMAGING ->
          edit.equals("procedure/other-imaging-modality")
              || edit.equals("procedure/guidance-by-other-imaging");
      case IMAGING_BESIDE ->
          edit.equals("procedure/other-imaging-included")
              || edit.equals("procedure/code-with-recorded-imaging");
      case MODIFIER ->
          edit.equals("modifier/distinct-service-on-unlisted-code")
              || edit.equals("procedure/procedure-with-distinct-service");
      case REVENUE_CODE -> edit.equals("modifier/professional-revenue-code-without-26");
      case TYPE_OF_BILL ->
          edit.equals("modifier/26-on-professional-revenue-code")
              || edit.equals("procedure/packaged-under-opps");
      case WORD -> edit.equals("documentation/claim-format/description-restates-code");
      case RECORD -> OF_RECORD.contains(edit);
    };
  }

  /** The claim that asks. */
  Claim claim(String key, String code, LocalDate day) {
    ServiceLine.Builder line = ServiceLine.builder(1, "76496", day);
    return switch (this) {
      case PROCEDURE, PARTNER, ENDED_CODE, COLUMN_TWO -> beside(line, code, day);
      case EXCLUSION ->
          claim(
              Family.UNKNOWN,
              line.record(RecordFacts.builder().procedure(FAMILY_OF.getOrDefault(key, "")).build())
                  .build(),
              ServiceLine.builder(2, code, day).build());
      case FEE_SCHEDULE -> beside(line.modifiers("26"), code, day);
      case PLACE -> claim(Family.MEDICARE, line.placeOfService(code).build());
      case PLACE_OF_PAYER ->
          claim(Family.valueOf(key), line.placeOfService(code).record(NO_HOSPITAL_PATIENT).build());
      case IMAGING -> {
        String[] words = key.split(" ", -1);
        RecordFacts.Builder record = RecordFacts.builder();
        if (words[0].equals("FLUOROSCOPY")) {
          line.description("ultrasound guidance");
        } else {
          record.imaging(RecordFacts.Imaging.valueOf(words[0]));
        }
        if (words.length > 1 && PURPOSES.contains(words[1])) {
          record.purpose(RecordFacts.Purpose.valueOf(words[1]));
        } else if (words.length > 1) {
          record.procedure(words[1]);
        }
        yield claim(Family.UNKNOWN, line.record(record.build()).build());
      }
      case IMAGING_BESIDE ->
          beside(
              line.record(RecordFacts.builder().imaging(RecordFacts.Imaging.valueOf(key)).build()),
              code,
              day);
      case MODIFIER -> beside(line.modifiers(code), "20610", day);
      case INDICATOR -> beside(line.modifiers("26"), CODE_OF_INDICATOR.get(code), day);
      case REVENUE_CODE -> facilityClaim(Family.UNKNOWN, "131", line.revenueCode(code).build());
      case TYPE_OF_BILL ->
          facilityClaim(
              Family.MEDICARE, code + "1", line.modifiers("26").revenueCode("0320").build());
      case WORD ->
          Claim.builder(Claim.Form.PROFESSIONAL, Payer.of(Family.MEDICARE, "WPS"))
              .lines(line.description(key).build())
              .build();
      case RECORD -> {
        RecordFacts record = RecordFacts.builder().procedure(key).build();
        yield claim(Family.UNKNOWN, line.modifiers("26").record(record).build());
      }
    };
  }

  private static Claim beside(ServiceLine.Builder line, String code, LocalDate day) {
    return claim(Family.UNKNOWN, line.build(), ServiceLine.builder(2, code, day).build());
  }

  private static Claim facilityClaim(Family payer, String typeOfBill, ServiceLine line) {
    return Claim.builder(Claim.Form.INSTITUTIONAL, Payer.of(payer))
        .typeOfBill(typeOfBill)
        .lines(line)
        .build();
  }

  private static Claim claim(Family payer, ServiceLine... lines) {
    return Claim.builder(Claim.Form.PROFESSIONAL, Payer.of(payer)).lines(lines).build();
  }
}
