package io.github.cpt76496;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What the medical record says about a line and a claim form has no field for. Everything is
 * optional: what is not stated is unknown, never "no". An answer that needs one of these facts and
 * does not have it is {@code UNDETERMINED} and names the fact.
 *
 * @param imaging which imaging was used
 * @param purpose what the fluoroscopy was for
 * @param procedure the procedure family that the imaging belonged to, as named in {@code
 *     rules/reference/procedure-families.tsv} (for example {@code PERCUTANEOUS_BILIARY}), or empty
 * @param component which component the billing provider furnished
 * @param writtenInterpretation whether a separate written interpretation exists
 * @param noSpecificCode whether somebody attests that no more specific code describes the
 *     fluoroscopic service
 * @param categoryThreeChecked whether the Category III codes were checked, too
 * @param motionRecorded whether moving images were recorded as the study itself
 * @param purchasedComponent whether the billing provider purchased one component, so that
 *     Medicare's anti-markup rule may apply
 * @param hospitalPatient whether the patient was an inpatient or outpatient of a hospital
 * @param onFile documents that the provider holds
 */
public record RecordFacts(
    Imaging imaging,
    Purpose purpose,
    String procedure,
    Component component,
    Stated writtenInterpretation,
    Stated noSpecificCode,
    Stated categoryThreeChecked,
    Stated motionRecorded,
    Stated purchasedComponent,
    Stated hospitalPatient,
    Set<DocumentationItem> onFile)
    implements Serializable {

  /** Nothing is known beyond the claim form. */
  public static final RecordFacts EMPTY = builder().build();

  /**
   * @throws IllegalArgumentException if a part is missing; the message names the field
   */
  public RecordFacts {
    Checks.required(imaging, "record.imaging");
    Checks.required(purpose, "record.purpose");
    procedure = Checks.required(procedure, "record.procedure").strip().toUpperCase(Locale.ROOT);
    Checks.required(component, "record.component");
    Checks.required(writtenInterpretation, "record.writtenInterpretation");
    Checks.required(noSpecificCode, "record.noSpecificCode");
    Checks.required(categoryThreeChecked, "record.categoryThreeChecked");
    Checks.required(motionRecorded, "record.motionRecorded");
    Checks.required(purchasedComponent, "record.purchasedComponent");
    Checks.required(hospitalPatient, "record.hospitalPatient");
    onFile = Set.copyOf(Checks.list(onFile, "record.onFile"));
  }

  /** A fact that may be unknown. */
  public enum Stated {
    /** The record says yes. */
    YES,
    /** The record says no. */
    NO,
    /** The record does not say. */
    NOT_STATED;

    static Stated of(boolean value) {
      return value ? YES : NO;
    }
  }

  /** The imaging that was used. */
  public enum Imaging {
    /** Moving x-ray images watched live. */
    FLUOROSCOPY,
    /** Still x-ray images. */
    RADIOGRAPHY,
    /** Computed tomography. */
    CT,
    /** Magnetic resonance. */
    MR,
    /** Ultrasound. */
    ULTRASOUND,
    /** Any other imaging. */
    OTHER,
    /** Unknown. */
    NOT_STATED
  }

  /** What the fluoroscopy was for. */
  public enum Purpose {
    /** Placing, replacing or removing a central venous device. */
    CENTRAL_VENOUS_ACCESS,
    /** Guiding a needle outside the spine. */
    NEEDLE_PLACEMENT,
    /** Guiding a needle or catheter tip for an injection in or beside the spine. */
    SPINAL_INJECTION,
    /** Endoscopic work in the bile or pancreatic duct. */
    ENDOSCOPIC_DUCT,
    /** A contrast study of an organ or vessel. */
    CONTRAST_STUDY,
    /** Placing a gastrointestinal tube. */
    TUBE_PLACEMENT,
    /** Dilating a narrowed passage. */
    LUMEN_DILATION,
    /** Placing a drainage catheter. */
    DRAIN_PLACEMENT,
    /** Changing a drainage catheter. */
    DRAIN_CHANGE,
    /** A contrast study of an abscess, fistula or sinus tract. */
    TRACT_STUDY,
    /** Checking an existing catheter, line or feeding tube with contrast. */
    CATHETER_CHECK,
    /** A recorded study of motion. */
    RECORDED_MOTION,
    /** Fluoroscopy as the only imaging, for its own question. */
    SOLE_IMAGING,
    /** Watching the screen during an operation. */
    SURGICAL_GUIDANCE,
    /** None of these. */
    OTHER,
    /** Unknown. */
    NOT_STATED
  }

  /** Which component of the service the billing provider furnished. */
  public enum Component {
    /** The supervision and interpretation, with a written report. */
    PROFESSIONAL,
    /** The equipment, supplies and staff. */
    TECHNICAL,
    /** Both: the global service. */
    BOTH,
    /** Unknown. */
    NOT_STATED
  }

  /** Starts an empty record. */
  public static Builder builder() {
    return new Builder();
  }

  /** Names no value: the record may identify a patient. */
  @Override
  public String toString() {
    return "RecordFacts[...]";
  }

  /** Collects what is known. Not for sharing between threads. */
  public static final class Builder {
    private Imaging imaging = Imaging.NOT_STATED;
    private Purpose purpose = Purpose.NOT_STATED;
    private String procedure = "";
    private Component component = Component.NOT_STATED;
    private Stated writtenInterpretation = Stated.NOT_STATED;
    private Stated noSpecificCode = Stated.NOT_STATED;
    private Stated categoryThreeChecked = Stated.NOT_STATED;
    private Stated motionRecorded = Stated.NOT_STATED;
    private Stated purchasedComponent = Stated.NOT_STATED;
    private Stated hospitalPatient = Stated.NOT_STATED;
    private Set<DocumentationItem> onFile = EnumSet.noneOf(DocumentationItem.class);

    private Builder() {}

    /** Sets the imaging that was used. */
    public Builder imaging(Imaging imaging) {
      this.imaging = imaging;
      return this;
    }

    /** Sets what the fluoroscopy was for. */
    public Builder purpose(Purpose purpose) {
      this.purpose = purpose;
      return this;
    }

    /** Sets the procedure family that the imaging belonged to. */
    public Builder procedure(String procedure) {
      this.procedure = procedure;
      return this;
    }

    /** Sets which component the billing provider furnished. */
    public Builder component(Component component) {
      this.component = component;
      return this;
    }

    /** States whether a separate written interpretation exists. */
    public Builder writtenInterpretation(boolean exists) {
      this.writtenInterpretation = Stated.of(exists);
      return this;
    }

    /** States whether no more specific code describes the fluoroscopic service. */
    public Builder noSpecificCode(boolean attested) {
      this.noSpecificCode = Stated.of(attested);
      return this;
    }

    /** States whether the Category III codes were checked, too. */
    public Builder categoryThreeChecked(boolean checked) {
      this.categoryThreeChecked = Stated.of(checked);
      return this;
    }

    /** States whether moving images were recorded as the study itself. */
    public Builder motionRecorded(boolean recorded) {
      this.motionRecorded = Stated.of(recorded);
      return this;
    }

    /** States whether the billing provider purchased one component. */
    public Builder purchasedComponent(boolean purchased) {
      this.purchasedComponent = Stated.of(purchased);
      return this;
    }

    /** States whether the patient was an inpatient or outpatient of a hospital. */
    public Builder hospitalPatient(boolean hospitalPatient) {
      this.hospitalPatient = Stated.of(hospitalPatient);
      return this;
    }

    /** Sets the documents that the provider holds. */
    public Builder onFile(Set<DocumentationItem> onFile) {
      this.onFile = onFile;
      return this;
    }

    /**
     * The record.
     *
     * @throws IllegalArgumentException if a part is missing; the message names the field
     */
    public RecordFacts build() {
      return new RecordFacts(
          imaging,
          purpose,
          procedure,
          component,
          writtenInterpretation,
          noSpecificCode,
          categoryThreeChecked,
          motionRecorded,
          purchasedComponent,
          hospitalPatient,
          onFile);
    }
  }
}
