package io.github.cpt76496.examples.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The outcomes that the tests of claim-scrubber have written for the sample claims, held against
 * the profiles of R4. A parser accepts much that these do not.
 */
class OutcomeValidationTest {

  /** Written by FhirOutcomesTest of claim-scrubber, which the reactor builds before. */
  private static final Path OUTCOMES = Path.of("../claim-scrubber/target/fhir-outcomes.ndjson");

  private static final FhirValidator VALIDATOR = validator();

  private static FhirValidator validator() {
    FhirContext r4 = FhirContext.forR4();
    ValidationSupportChain chain =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(r4),
            new CommonCodeSystemsTerminologyService(r4),
            new InMemoryTerminologyServerValidationSupport(r4));
    return r4.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
  }

  private static List<String> faults(String json) {
    return VALIDATOR.validateWithResult(json).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(SingleValidationMessage::getMessage)
        .toList();
  }

  private static List<String> outcomes() throws IOException {
    assertTrue(Files.exists(OUTCOMES), OUTCOMES + ": run the tests of claim-scrubber first");
    return Files.readAllLines(OUTCOMES);
  }

  @Test
  void everyOutcomeIsValid() throws IOException {
    List<String> outcomes = outcomes();
    for (int i = 0; i < outcomes.size(); i++) {
      assertEquals(List.of(), faults(outcomes.get(i)), "outcome " + (i + 1));
    }
    assertTrue(outcomes.size() > 80, "only " + outcomes.size() + " outcomes");
  }

  /** What the validator has to find, if it finds anything at all. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"severity\":\"error\"|\"severity\":\"bad\"",
        "\"issue\":[|\"issue\":[{\"severity\":\"error\"},",
        "\"issue\":[|\"issues\":[",
        "\"code\":\"business-rule\"|\"code\":\"rule\"",
        "\"resourceType\":\"OperationOutcome\"|\"resourceType\":\"OperationOutcome\",\"status\":\"x\""
      })
  void whatIsWrongIsFound(String right, String wrong) throws IOException {
    String outcome =
        outcomes().stream().filter(line -> line.contains(right)).findFirst().orElseThrow();

    assertEquals(List.of(), faults(outcome));
    assertFalse(faults(outcome.replace(right, wrong)).isEmpty());
  }
}
