package io.github.cpt76496.examples.catalogsite;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.LineRecord;
import io.github.cpt76496.LineRecord.Component;
import io.github.cpt76496.LineRecord.Imaging;
import io.github.cpt76496.LineRecord.Purpose;
import io.github.cpt76496.Payer;
import io.github.cpt76496.Payer.Family;
import io.github.cpt76496.Payer.LineOfBusiness;
import io.github.cpt76496.ServiceLine;
import io.github.cpt76496.examples.catalogsite.Dimension.Choice;
import io.github.cpt76496.examples.page.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The claims whose answers the page knows: every combination of what the form offers. */
final class TryItClaims {

  /** One day for all: every edit for claims of the rule set's last year is in force on it. */
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private record PayerChoice(Choice choice, Payer payer) {}

  private record Setting(Choice choice, Form form, String place, String revenueCode) {}

  private record Modifiers(Choice choice, List<String> modifiers) {}

  private record Stated(Choice choice, Consumer<LineRecord.Builder> record) {}

  private record Service(Choice choice, String otherCode, Consumer<LineRecord.Builder> record) {}

  private record Description(Choice choice, String text) {}

  private static final String PROFESSIONAL = "Professional claim (837P, CMS-1500)";
  private static final String INSTITUTIONAL = "Institutional claim (837I, UB-04)";
  private static final String OTHER_LINE = "Another line of the same date";
  private static final String PURPOSE = "The record says what the fluoroscopy was for";
  private static final String ATTESTED = "Somebody attests";

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

  private static final List<Stated> COMPONENTS =
      List.of(
          new Stated(new Choice("", "not stated"), r -> {}),
          new Stated(
              new Choice("", "professional: the reading"),
              r -> r.component(Component.PROFESSIONAL)),
          new Stated(
              new Choice("", "technical: equipment and staff"),
              r -> r.component(Component.TECHNICAL)),
          new Stated(new Choice("", "both"), r -> r.component(Component.BOTH)));

  private static final List<Stated> INTERPRETATIONS =
      List.of(
          new Stated(new Choice("", "not stated"), r -> {}),
          new Stated(new Choice("", "there is one"), r -> r.writtenInterpretation(true)),
          new Stated(new Choice("", "there is none"), r -> r.writtenInterpretation(false)));

  private static final List<Description> DESCRIPTIONS =
      List.of(
          new Description(new Choice("", "none"), ""),
          new Description(new Choice("", "a short one"), "Fluoroscopy, see record"));

  private final List<PayerChoice> payers;
  private final List<Service> services = services();

  TryItClaims(PayerMatrix matrix) {
    this.payers = payers(matrix);
  }

  List<Dimension> dimensions() {
    return List.of(
        new Dimension("payer", "Payer", payers.stream().map(PayerChoice::choice).toList()),
        new Dimension("setting", "Form and place", SETTINGS.stream().map(Setting::choice).toList()),
        new Dimension("modifiers", "Modifiers", MODIFIERS.stream().map(Modifiers::choice).toList()),
        new Dimension(
            "component", "Component furnished", COMPONENTS.stream().map(Stated::choice).toList()),
        new Dimension(
            "interpretation",
            "Written interpretation",
            INTERPRETATIONS.stream().map(Stated::choice).toList()),
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
    LineRecord.Builder record = LineRecord.builder();
    COMPONENTS.get(chosen[3]).record().accept(record);
    INTERPRETATIONS.get(chosen[4]).record().accept(record);
    service.record().accept(record);
    List<ServiceLine> lines = new ArrayList<>();
    lines.add(
        ServiceLine.builder(1, "76496", DAY)
            .modifiers(MODIFIERS.get(chosen[2]).modifiers())
            .placeOfService(setting.place())
            .revenueCode(setting.revenueCode())
            .description(DESCRIPTIONS.get(chosen[6]).text())
            .units(1)
            .record(record.build())
            .build());
    if (!service.otherCode().isEmpty()) {
      lines.add(
          ServiceLine.builder(2, service.otherCode(), DAY).placeOfService(setting.place()).build());
    }
    return Claim.builder(setting.form(), payers.get(chosen[0]).payer()).lines(lines).build();
  }

  private static Setting professional(String label, String place) {
    return new Setting(new Choice(PROFESSIONAL, label), Form.PROFESSIONAL, place, "");
  }

  private static Setting institutional(String label, String revenueCode) {
    return new Setting(new Choice(INSTITUTIONAL, label), Form.INSTITUTIONAL, "", revenueCode);
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

  private static List<Service> services() {
    List<Service> services = new ArrayList<>();
    services.add(new Service(new Choice("", "nothing more"), "", r -> {}));
    services.add(other("47533: biliary drain", "47533"));
    services.add(other("33361: heart valve through a catheter", "33361"));
    services.add(other("27759: fracture fixed with a nail", "27759"));
    services.add(other("77002: guidance of a needle", "77002"));
    for (Purpose purpose : Purpose.values()) {
      if (purpose != Purpose.NOT_STATED) {
        String label = purpose == Purpose.OTHER ? "none of these" : Words.small(purpose.name());
        services.add(new Service(new Choice(PURPOSE, label), "", r -> r.purpose(purpose)));
      }
    }
    services.add(
        new Service(new Choice(PURPOSE, "the imaging was CT"), "", r -> r.imaging(Imaging.CT)));
    services.add(
        new Service(
            new Choice(ATTESTED, "that no more specific code exists"),
            "",
            r -> r.noSpecificCode(true)));
    services.add(
        new Service(
            new Choice(ATTESTED, "the same, Category III codes checked, too"),
            "",
            r -> r.noSpecificCode(true).categoryThreeChecked(true)));
    services.add(
        new Service(
            new Choice(ATTESTED, "that a more specific code exists"),
            "",
            r -> r.noSpecificCode(false)));
    return List.copyOf(services);
  }

  private static Service other(String label, String code) {
    return new Service(new Choice(OTHER_LINE, label), code, r -> {});
  }
}
