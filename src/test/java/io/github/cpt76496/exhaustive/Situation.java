package io.github.cpt76496.exhaustive;

import io.github.cpt76496.Claim;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.RecordFacts;
import io.github.cpt76496.RecordFacts.Component;
import io.github.cpt76496.RecordFacts.Imaging;
import io.github.cpt76496.RecordFacts.Purpose;
import io.github.cpt76496.RecordFacts.Stated;
import io.github.cpt76496.ServiceLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One value for every input; nothing is stated until it is set. */
final class Situation {

  /** Every edit is in force but those that are about dates, and one that has ended. */
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static final Map<Input, Object> NOTHING = new EnumMap<>(Input.class);

  static {
    NOTHING.put(Input.FORM, Claim.Form.NOT_STATED);
    NOTHING.put(Input.FAMILY, Family.UNKNOWN);
    NOTHING.put(Input.PLAN, "");
    NOTHING.put(Input.PROGRAM, LineOfBusiness.NOT_STATED);
    NOTHING.put(Input.PLACE, "");
    NOTHING.put(Input.HOSPITAL_PATIENT, Stated.NOT_STATED);
    NOTHING.put(Input.COMPONENT, Component.NOT_STATED);
    NOTHING.put(Input.PURCHASED, Stated.NOT_STATED);
    NOTHING.put(Input.WRITTEN, Stated.NOT_STATED);
    NOTHING.put(Input.MODIFIERS, List.of());
    NOTHING.put(Input.REVENUE_CODE, "");
    NOTHING.put(Input.TYPE_OF_BILL, "");
    NOTHING.put(Input.IMAGING, Imaging.NOT_STATED);
    NOTHING.put(Input.PURPOSE, Purpose.NOT_STATED);
    NOTHING.put(Input.PROCEDURE, "");
    NOTHING.put(Input.NO_SPECIFIC_CODE, Stated.NOT_STATED);
    NOTHING.put(Input.CATEGORY_THREE, Stated.NOT_STATED);
    NOTHING.put(Input.MOTION, Stated.NOT_STATED);
    NOTHING.put(Input.CODES_BESIDE, List.of());
    NOTHING.put(Input.MODIFIERS_BESIDE, List.of());
    NOTHING.put(Input.UNITS, BigDecimal.ZERO);
    NOTHING.put(Input.LAST_DAY, DAY);
    NOTHING.put(Input.DESCRIPTION, "");
    NOTHING.put(Input.LINE_NOTE, "");
    NOTHING.put(Input.CLAIM_NOTE, "");
    NOTHING.put(Input.ATTACHED, Set.of());
    NOTHING.put(Input.ON_FILE, Set.of());
  }

  private final Map<Input, Object> values;

  private Situation(Map<Input, Object> values) {
    this.values = values;
  }

  static Situation nothingStated() {
    return new Situation(new EnumMap<>(NOTHING));
  }

  Situation with(Input input, Object value) {
    Situation other = new Situation(new EnumMap<>(values));
    other.set(input, value);
    return other;
  }

  /** Sets a value in place, for those who go through many combinations. */
  void set(Input input, Object value) {
    values.put(input, value);
  }

  Situation copy() {
    return new Situation(new EnumMap<>(values));
  }

  /** The type is the one that the value is read as. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  <T> T get(Input input) {
    return (T) values.get(input);
  }

  Claim claim() {
    RecordFacts record =
        new RecordFacts(
            get(Input.IMAGING),
            get(Input.PURPOSE),
            get(Input.PROCEDURE),
            get(Input.COMPONENT),
            get(Input.WRITTEN),
            get(Input.NO_SPECIFIC_CODE),
            get(Input.CATEGORY_THREE),
            get(Input.MOTION),
            get(Input.PURCHASED),
            get(Input.HOSPITAL_PATIENT),
            this.<Set<DocumentationItem>>get(Input.ON_FILE));
    List<String> beside = get(Input.CODES_BESIDE);
    List<ServiceLine> lines = new ArrayList<>(1 + beside.size());
    lines.add(
        new ServiceLine(
            1,
            "76496",
            this.<List<String>>get(Input.MODIFIERS),
            get(Input.PLACE),
            DAY,
            get(Input.LAST_DAY),
            get(Input.UNITS),
            get(Input.DESCRIPTION),
            get(Input.LINE_NOTE),
            get(Input.REVENUE_CODE),
            record));
    for (String code : beside) {
      lines.add(
          ServiceLine.builder(lines.size() + 1, code, DAY)
              .modifiers(this.<List<String>>get(Input.MODIFIERS_BESIDE))
              .build());
    }
    return new Claim(
        get(Input.FORM),
        new Payer(get(Input.FAMILY), get(Input.PLAN), get(Input.PROGRAM)),
        get(Input.TYPE_OF_BILL),
        get(Input.CLAIM_NOTE),
        this.<Set<DocumentationItem>>get(Input.ATTACHED),
        lines);
  }

  /** The input that states a fact which a review may ask for. */
  static Input inputOf(Fact fact) {
    return switch (fact) {
      case DESCRIPTION -> Input.DESCRIPTION;
      case FORM -> Input.FORM;
      case PLACE_OF_SERVICE -> Input.PLACE;
      case REVENUE_CODE -> Input.REVENUE_CODE;
      case PROCEDURE -> Input.PROCEDURE;
      case IMAGING -> Input.IMAGING;
      case PURPOSE -> Input.PURPOSE;
      case COMPONENT -> Input.COMPONENT;
      case WRITTEN_INTERPRETATION -> Input.WRITTEN;
      case NO_SPECIFIC_CODE -> Input.NO_SPECIFIC_CODE;
      case HOSPITAL_PATIENT -> Input.HOSPITAL_PATIENT;
    };
  }

  /** Whether a value of an input states nothing. */
  static boolean isUnstated(Input input, Object value) {
    return value.equals(NOTHING.get(input));
  }
}
