package io.github.cpt76496.examples.catalogsite;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.Cpt76496Edits;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.claims.FactQuestion;
import io.github.cpt76496.claims.FactQuestion.Option;
import io.github.cpt76496.examples.catalogsite.Dimension.Choice;
import io.github.cpt76496.examples.page.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The claims whose answers the page knows: every combination of what the form offers. */
final class TryItClaims {

  /** One day for all: every edit for claims of the rule set's last year is in force on it. */
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private record PayerChoice(Choice choice, Payer payer) {}

  private record Setting(Choice choice, Form form, String place, String revenueCode) {}

  private record Modifiers(Choice choice, List<String> modifiers) {}

  private record Service(Choice choice, String otherCode) {}

  private record Description(Choice choice, String text) {}

  private static final String PROFESSIONAL = "Professional claim (837P, CMS-1500)";
  private static final String INSTITUTIONAL = "Institutional claim (837I, UB-04)";
  private static final String OTHER_LINE = "Another line of the same date";
  private static final String PURPOSE = "The record says what the fluoroscopy was for";
  private static final String PROCEDURE = "The record names the procedure";
  private static final String IMAGING = "The record names the imaging";
  private static final String ATTESTED =
      "Is there an attestation that no more specific code exists?";

  private static final List<Setting> SETTINGS =
      List.of(
          professional("22: hospital outpatient, on campus", "22"),
          professional("11: office", "11"),
          professional("19: hospital outpatient, off campus", "19"),
          professional("21: hospital inpatient", "21"),
          professional("23: emergency room", "23"),
          professional("24: ambulatory surgical center", "24"),
          professional("place of service not stated", ""),
          institutional("revenue code 0320", "0320"),
          institutional("revenue code 0972", "0972"),
          institutional("revenue code not stated", ""),
          new Setting(new Choice("", "Form not stated"), Form.NOT_STATED, "", ""));

  private static final List<Modifiers> MODIFIERS =
      List.of(
          new Modifiers(new Choice("", "none"), List.of()),
          new Modifiers(new Choice("", "26"), List.of("26")),
          new Modifiers(new Choice("", "TC"), List.of("TC")),
          new Modifiers(new Choice("", "26 and 59"), List.of("26", "59")));

  /** After these an attestation decides; after the others it is not asked for. */
  private static final List<String> LEFT_OPEN =
      List.of("CONTRAST_STUDY", "SURGICAL_GUIDANCE", "OTHER");

  /** Some of those that a record may name: each multiplies what the page has to know. */
  private static final Set<String> PROCEDURES =
      Set.of("CENTRAL_LINE", "DISCOGRAPHY", "ERCP", "FRACTURE_AND_HARDWARE");

  private static final List<Description> DESCRIPTIONS =
      List.of(
          new Description(new Choice("", "none"), ""),
          new Description(new Choice("", "a short one"), "Fluoroscopy, see record"));

  private final List<PayerChoice> payers;
  private final List<Choice> components;
  private final List<Choice> interpretations;
  private final List<Service> services;

  TryItClaims(PayerMatrix matrix, Cpt76496Edits edits) {
    this.payers = payers(matrix);
    this.components = answers(FactQuestion.COMPONENT, edits);
    this.interpretations = answers(FactQuestion.WRITTEN_INTERPRETATION, edits);
    this.services = services(edits);
  }

  /** What may be answered to a question, "not known" first: most readers start with it. */
  private static List<Choice> answers(FactQuestion question, Cpt76496Edits edits) {
    List<Choice> choices = new ArrayList<>();
    for (Option option : question.options(edits)) {
      if (option.code().equals(FactQuestion.NOT_KNOWN)) {
        choices.add(0, new Choice("", option.words()));
      } else {
        choices.add(new Choice("", option.words(), states(question, option)));
      }
    }
    return List.copyOf(choices);
  }

  private static Map<String, String> states(FactQuestion question, Option option) {
    return Map.of(question.field(), option.code());
  }

  List<Dimension> dimensions() {
    return List.of(
        new Dimension("payer", "Payer", payers.stream().map(PayerChoice::choice).toList()),
        new Dimension("setting", "Form and place", SETTINGS.stream().map(Setting::choice).toList()),
        new Dimension("modifiers", "Modifiers", MODIFIERS.stream().map(Modifiers::choice).toList()),
        new Dimension("component", "Component furnished", components),
        new Dimension("interpretation", "Written interpretation", interpretations),
        new Dimension(
            "service",
            "What is known of the service",
            services.stream().map(Service::choice).toList()),
        new Dimension(
            "description",
            "Description on the line",
            DESCRIPTIONS.stream().map(Description::choice).toList()));
  }

  /**
   * The claim of a combination.
   *
   * @param chosen the number of the choice in each dimension
   */
  Claim claim(int[] chosen) {
    Setting setting = SETTINGS.get(chosen[1]);
    Service service = services.get(chosen[5]);
    List<ServiceLine> lines = new ArrayList<>();
    lines.add(
        ServiceLine.builder(1, "76496", DAY)
            .modifiers(MODIFIERS.get(chosen[2]).modifiers())
            .placeOfService(setting.place())
            .revenueCode(setting.revenueCode())
            .description(DESCRIPTIONS.get(chosen[6]).text())
            .units(1)
            .build());
    if (!service.otherCode().isEmpty()) {
      lines.add(
          ServiceLine.builder(2, service.otherCode(), DAY).placeOfService(setting.place()).build());
    }
    Claim claim = Claim.builder(setting.form(), payers.get(chosen[0]).payer()).lines(lines).build();
    for (Choice choice :
        List.of(components.get(chosen[3]), interpretations.get(chosen[4]), service.choice())) {
      for (FactQuestion question : FactQuestion.values()) {
        String answer = choice.states().get(question.field());
        claim = answer == null ? claim : question.answer(claim, 1, answer);
      }
    }
    return claim;
  }

  private static Setting professional(String label, String place) {
    Map<String, String> states =
        place.isEmpty()
            ? Map.of("form", "PROFESSIONAL")
            : Map.of("form", "PROFESSIONAL", "placeOfService", place);
    return new Setting(new Choice(PROFESSIONAL, label, states), Form.PROFESSIONAL, place, "");
  }

  private static Setting institutional(String label, String revenueCode) {
    Map<String, String> states =
        revenueCode.isEmpty()
            ? Map.of("form", "INSTITUTIONAL")
            : Map.of("form", "INSTITUTIONAL", "revenueCode", revenueCode);
    return new Setting(
        new Choice(INSTITUTIONAL, label, states), Form.INSTITUTIONAL, "", revenueCode);
  }

  /** Each payer of the matrix in each program of which its statements speak; Medicare first. */
  private static List<PayerChoice> payers(PayerMatrix matrix) {
    List<PayerChoice> choices = new ArrayList<>();
    for (String payer : matrix.payers()) {
      if (payer.equals("ANY")) {
        continue;
      }
      List<String> programs = matrix.programs(payer);
      if (programs.isEmpty()) {
        choices.add(payer(payer, LineOfBusiness.NOT_STATED));
      }
      programs.forEach(p -> choices.add(payer(payer, LineOfBusiness.valueOf(p))));
    }
    choices.add(payer("OTHER", LineOfBusiness.NOT_STATED));
    choices.add(payer("UNKNOWN", LineOfBusiness.NOT_STATED));
    choices.sort(Comparator.comparing((PayerChoice c) -> c.payer().family() != Family.MEDICARE));
    return List.copyOf(choices);
  }

  private static PayerChoice payer(String payer, LineOfBusiness program) {
    Family family = Family.valueOf(PayerMatrix.family(payer));
    String plan = PayerMatrix.plan(payer);
    boolean known = family != Family.OTHER && family != Family.UNKNOWN;
    String group = known ? Words.name(family.name()) : "Others";
    String name =
        plan.isEmpty() && known
            ? Words.name(family.name()) + ", plan not stated"
            : Words.name(plan.isEmpty() ? payer : plan);
    String label =
        program == LineOfBusiness.NOT_STATED
            ? name
            : name + " (" + Words.program(program.name()) + ")";
    return new PayerChoice(new Choice(group, label), new Payer(family, plan, program));
  }

  private static List<Service> services(Cpt76496Edits edits) {
    List<Service> services = new ArrayList<>();
    services.add(new Service(new Choice("", "nothing more"), ""));
    services.add(other("47533: biliary drain", "47533"));
    services.add(other("33361: heart valve through a catheter", "33361"));
    services.add(other("27759: fracture fixed with a nail", "27759"));
    services.add(other("77002: guidance of a needle", "77002"));
    stated(PROCEDURE, FactQuestion.PROCEDURE, PROCEDURES::contains, edits, services);
    stated(PURPOSE, FactQuestion.PURPOSE, code -> true, edits, services);
    stated(IMAGING, FactQuestion.IMAGING, "CT"::equals, edits, services);
    stated(ATTESTED, FactQuestion.NO_SPECIFIC_CODE, code -> true, edits, services);
    Option attested = FactQuestion.NO_SPECIFIC_CODE.options(edits).get(0);
    services.add(
        stated(
            ATTESTED,
            attested.words() + ", Category III codes, too",
            Map.of("noSpecificCode", attested.code(), "categoryThreeChecked", "YES")));
    for (Option purpose : FactQuestion.PURPOSE.options(edits)) {
      if (LEFT_OPEN.contains(purpose.code())) {
        for (Option answer : FactQuestion.NO_SPECIFIC_CODE.options(edits)) {
          if (!answer.code().equals(FactQuestion.NOT_KNOWN)) {
            services.add(
                stated(
                    ATTESTED,
                    answer.words() + " (" + purpose.words() + ")",
                    Map.of("purpose", purpose.code(), "noSpecificCode", answer.code())));
          }
        }
      }
    }
    return List.copyOf(services);
  }

  private static void stated(
      String group,
      FactQuestion question,
      Predicate<String> codes,
      Cpt76496Edits edits,
      List<Service> services) {
    for (Option option : question.options(edits)) {
      if (!option.code().equals(FactQuestion.NOT_KNOWN) && codes.test(option.code())) {
        services.add(stated(group, option.words(), states(question, option)));
      }
    }
  }

  private static Service stated(String group, String label, Map<String, String> states) {
    return new Service(new Choice(group, label, states), "");
  }

  private static Service other(String label, String code) {
    // No question is answered by it, and no answer may take it away.
    return new Service(new Choice(OTHER_LINE, label, Map.of("otherLine", code)), code);
  }
}
