package io.github.cpt76496.exhaustive;

import io.github.cpt76496.Claim;
import io.github.cpt76496.DocumentationItem;
import io.github.cpt76496.LineRecord;
import io.github.cpt76496.LineRecord.Component;
import io.github.cpt76496.LineRecord.Imaging;
import io.github.cpt76496.LineRecord.Purpose;
import io.github.cpt76496.LineRecord.Stated;
import io.github.cpt76496.LineReview.Fact;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.ServiceLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One value for every input; nothing is stated until it is set. */
final class Situation {

  /** Every edit is in force but those that are about dates, and one that has ended. */
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static final Object[] NOTHING = new Object[Input.values().length];

  static {
    NOTHING[Input.FORM.ordinal()] = Claim.Form.NOT_STATED;
    NOTHING[Input.FAMILY.ordinal()] = Family.UNKNOWN;
    NOTHING[Input.PLAN.ordinal()] = "";
    NOTHING[Input.PROGRAM.ordinal()] = LineOfBusiness.NOT_STATED;
    NOTHING[Input.PLACE.ordinal()] = "";
    NOTHING[Input.HOSPITAL_PATIENT.ordinal()] = Stated.NOT_STATED;
    NOTHING[Input.COMPONENT.ordinal()] = Component.NOT_STATED;
    NOTHING[Input.PURCHASED.ordinal()] = Stated.NOT_STATED;
    NOTHING[Input.WRITTEN.ordinal()] = Stated.NOT_STATED;
    NOTHING[Input.MODIFIERS.ordinal()] = List.of();
    NOTHING[Input.REVENUE_CODE.ordinal()] = "";
    NOTHING[Input.TYPE_OF_BILL.ordinal()] = "";
    NOTHING[Input.IMAGING.ordinal()] = Imaging.NOT_STATED;
    NOTHING[Input.PURPOSE.ordinal()] = Purpose.NOT_STATED;
    NOTHING[Input.PROCEDURE.ordinal()] = "";
    NOTHING[Input.NO_SPECIFIC_CODE.ordinal()] = Stated.NOT_STATED;
    NOTHING[Input.CATEGORY_THREE.ordinal()] = Stated.NOT_STATED;
    NOTHING[Input.MOTION.ordinal()] = Stated.NOT_STATED;
    NOTHING[Input.CODES_BESIDE.ordinal()] = List.of();
    NOTHING[Input.UNITS.ordinal()] = BigDecimal.ZERO;
    NOTHING[Input.DESCRIPTION.ordinal()] = "";
    NOTHING[Input.LINE_NOTE.ordinal()] = "";
    NOTHING[Input.CLAIM_NOTE.ordinal()] = "";
    NOTHING[Input.ATTACHED.ordinal()] = Set.of();
    NOTHING[Input.ON_FILE.ordinal()] = Set.of();
  }

  private final Object[] values;

  private Situation(Object[] values) {
    this.values = values;
  }

  static Situation nothingStated() {
    return new Situation(NOTHING.clone());
  }

  Situation with(Input input, Object value) {
    Situation other = new Situation(values.clone());
    other.values[input.ordinal()] = value;
    return other;
  }

  /** Sets a value in place, for those who go through many combinations. */
  void set(Input input, Object value) {
    values[input.ordinal()] = value;
  }

  Situation copy() {
    return new Situation(values.clone());
  }

  /** The type is the one that the value is read as. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  <T> T get(Input input) {
    return (T) values[input.ordinal()];
  }

  Claim claim() {
    LineRecord record =
        new LineRecord(
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
            get(Input.UNITS),
            get(Input.DESCRIPTION),
            get(Input.LINE_NOTE),
            get(Input.REVENUE_CODE),
            record));
    for (String code : beside) {
      lines.add(ServiceLine.builder(lines.size() + 1, code, DAY).build());
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
    return value.equals(NOTHING[input.ordinal()]);
  }
}
