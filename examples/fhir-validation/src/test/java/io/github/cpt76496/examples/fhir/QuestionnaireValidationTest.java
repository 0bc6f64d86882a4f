package io.github.cpt76496.examples.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Engine;
import io.github.cpt76496.Payer;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.fhir.LineQuestions;
import io.github.cpt76496.fhir.UnreadableAnswersException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What HAPI's validator says of our Questionnaires, and of responses to them. */
@Tag("one-jdk")
class QuestionnaireValidationTest {

  private static final FhirContext R4 = FhirContext.forR4();

  /** Said of every resource that has no text for people. */
  private static final String NO_NARRATIVE = "dom-6";

  private static final LineQuestions QUESTIONS =
      LineQuestions.of(Cpt76496Edits.loader().engine(Engine.COMPILED).load());

  private static final Map<String, Questionnaire> KNOWN = new ConcurrentHashMap<>();

  /** Knows the questions, by their address with and without a version. */
  private static final class Asked implements IValidationSupport {
    @Override
    public FhirContext getFhirContext() {
      return R4;
    }

    @Override
    public <T extends IBaseResource> T fetchResource(Class<T> type, String uri) {
      Questionnaire form = KNOWN.get(uri.replaceFirst("\\|.*", ""));
      return type != null && type.isInstance(form) ? type.cast(form) : null;
    }
  }

  private static FhirValidator validator;
  private static List<Claim> claims;

  @BeforeAll
  static void makeReady() {
    validator =
        R4.newValidator()
            .registerValidatorModule(
                new FhirInstanceValidator(
                    new ValidationSupportChain(
                        new DefaultProfileValidationSupport(R4),
                        new CommonCodeSystemsTerminologyService(R4),
                        new InMemoryTerminologyServerValidationSupport(R4),
                        new Asked())));
    claims =
        List.of(
            claim(Form.NOT_STATED, "", ""),
            claim(Form.NOT_STATED, "", "INJECTION AND XRAY OF JOINT", "26"),
            claim(Form.PROFESSIONAL, "11", "HIP ARTHROGRAM"),
            claim(Form.INSTITUTIONAL, "", "", "26"));
  }

  private static Claim claim(Form form, String place, String description, String... modifiers) {
    return Claim.builder(form, Payer.of(Payer.Family.MEDICARE))
        .lines(
            ServiceLine.builder(1, "76496", LocalDate.of(2026, 3, 2))
                .placeOfService(place)
                .modifiers(modifiers)
                .description(description)
                .build())
        .build();
  }

  private static List<String> said(Resource resource, ResultSeverityEnum least) {
    return validator.validateWithResult(resource).getMessages().stream()
        .filter(m -> m.getSeverity().compareTo(least) >= 0)
        .filter(m -> !m.getMessage().contains(NO_NARRATIVE))
        .map(m -> m.getLocationString() + ": " + m.getMessage())
        .toList();
  }

  @Test
  void questionnairesAreFaultless() {
    for (Claim claim : claims) {
      Questionnaire form = QUESTIONS.open(claim, 1).orElseThrow();
      assertTrue(form.hasItem());
      assertEquals(List.of(), said(form, ResultSeverityEnum.WARNING));
    }
    assertEquals(List.of(), said(QUESTIONS.record(1), ResultSeverityEnum.WARNING));
  }

  private static QuestionnaireResponse response(Questionnaire form, String... answers) {
    KNOWN.put(form.getUrl(), form);
    QuestionnaireResponse response =
        new QuestionnaireResponse()
            .setQuestionnaire(form.getUrl() + "|" + form.getVersion())
            .setStatus(QuestionnaireResponseStatus.COMPLETED);
    response.setAuthored(Date.from(Instant.EPOCH));
    for (String each : answers) {
      String linkId = each.substring(0, each.indexOf('='));
      String answer = each.substring(each.indexOf('=') + 1);
      QuestionnaireItemComponent item =
          form.getItem().stream()
              .filter(i -> i.getLinkId().equals(linkId))
              .findFirst()
              .orElse(form.getItemFirstRep());
      response
          .addItem()
          .setLinkId(linkId)
          .addAnswer()
          .setValue(
              item.hasAnswerOption()
                  ? new Coding(
                      item.getAnswerOptionFirstRep().getValueCoding().getSystem(), answer, null)
                  : new StringType(answer));
    }
    return response;
  }

  /** What the validator takes, the library takes. */
  @Test
  void responsesAreFaultless() throws UnreadableAnswersException {
    Claim claim = claims.get(0);
    Questionnaire form = QUESTIONS.open(claim, 1).orElseThrow();
    List<QuestionnaireResponse> responses = new ArrayList<>();
    responses.add(response(form, "procedure=ERCP", "form=INSTITUTIONAL"));
    responses.add(
        response(
            form,
            "procedure=NOT_STATED",
            "purpose=SURGICAL_GUIDANCE",
            "writtenInterpretation=YES",
            "noSpecificCode=YES",
            "form=PROFESSIONAL",
            "placeOfService=11",
            "component=BOTH"));
    for (QuestionnaireResponse response : responses) {
      assertEquals(List.of(), said(response, ResultSeverityEnum.ERROR));
      QUESTIONS.read(claim, 1, form, response);
    }
    Questionnaire record = QUESTIONS.record(1);
    QuestionnaireResponse whole =
        response(
            record,
            "imaging=FLUOROSCOPY",
            "purpose=OTHER",
            "noSpecificCode=YES",
            "categoryThreeChecked=YES",
            "motionRecorded=NO",
            "onFile=IMAGING_REPORT");
    assertEquals(List.of(), said(whole, ResultSeverityEnum.ERROR));
    QUESTIONS.read(claim, 1, record, whole);
  }

  /** What the validator refuses, the library refuses. */
  @Test
  void faultsAreFoundByBoth() {
    Claim claim = claims.get(0);
    Questionnaire form = QUESTIONS.open(claim, 1).orElseThrow();
    for (String[] answers :
        new String[][] {
          {"form=SOMETHING"},
          {"form=PROFESSIONAL", "placeOfService=11 or 12"},
          {"nothing=YES"},
          {"procedure=ERCP", "purpose=OTHER"},
          {"purpose=OTHER"}
        }) {
      QuestionnaireResponse response = response(form, answers);
      assertTrue(
          !said(response, ResultSeverityEnum.ERROR).isEmpty(),
          () -> "the validator takes " + String.join(", ", answers));
      assertThrows(
          UnreadableAnswersException.class, () -> QUESTIONS.read(claim, 1, form, response));
    }
  }
}
