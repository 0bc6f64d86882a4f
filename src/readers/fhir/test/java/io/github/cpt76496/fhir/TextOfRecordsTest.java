package io.github.cpt76496.fhir;

import io.github.cpt76496.claims.RecordTexts;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Claim.ItemComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Quantity;

/** No record of this module shows what it holds of a claim. */
class TextOfRecordsTest extends RecordTexts {

  TextOfRecordsTest() {
    super(FhirClaimReader.class);
  }

  @Override
  protected Optional<Object> special(Class<?> type) {
    CodeableConcept concept = new CodeableConcept();
    concept.setText(MARK).addCoding().setSystem("http://" + MARK).setCode(MARK).setDisplay(MARK);
    if (type == CodeableConcept.class) {
      return Optional.of(concept);
    }
    if (type == ItemComponent.class || type == Base.class) {
      return Optional.of(new ItemComponent().setProductOrService(concept));
    }
    return type == Quantity.class
        ? Optional.of(new Quantity().setUnit(MARK).setCode(MARK))
        : Optional.empty();
  }
}
