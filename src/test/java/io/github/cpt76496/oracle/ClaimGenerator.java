package io.github.cpt76496.oracle;

import io.github.cpt76496.Claim;
import io.github.cpt76496.Claim.Form;
import io.github.cpt76496.DocumentationItem;
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
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Claims with a 76496 line, the same for the same seed. The weights are set so that every edit has
 * its turn: half of what is drawn is what some edit looks for, the other half is its neighborhood
 * and noise.
 */
public final class ClaimGenerator {

  private static final LocalDate FIRST_RECENT = LocalDate.of(2024, 7, 1);
  private static final LocalDate FIRST_OLD = LocalDate.of(2008, 1, 1);

  /** First and last days that some edit or row knows, on either side of which answers change. */
  private static final List<LocalDate> TURNS =
      List.of(
          LocalDate.of(2010, 1, 1),
          LocalDate.of(2012, 1, 1),
          LocalDate.of(2015, 4, 27),
          LocalDate.of(2016, 1, 1),
          LocalDate.of(2016, 8, 31),
          LocalDate.of(2017, 10, 1),
          LocalDate.of(2018, 1, 1),
          LocalDate.of(2018, 2, 22),
          LocalDate.of(2018, 5, 22),
          LocalDate.of(2019, 1, 1),
          LocalDate.of(2019, 2, 1),
          LocalDate.of(2019, 5, 1),
          LocalDate.of(2020, 1, 1),
          LocalDate.of(2021, 1, 1),
          LocalDate.of(2022, 1, 1),
          LocalDate.of(2022, 3, 1),
          LocalDate.of(2022, 7, 1),
          LocalDate.of(2023, 1, 1),
          LocalDate.of(2023, 1, 25),
          LocalDate.of(2023, 3, 1),
          LocalDate.of(2023, 6, 28),
          LocalDate.of(2024, 5, 1),
          LocalDate.of(2024, 6, 28),
          LocalDate.of(2024, 7, 1),
          LocalDate.of(2024, 9, 1),
          LocalDate.of(2025, 2, 7),
          LocalDate.of(2025, 3, 18),
          LocalDate.of(2025, 4, 18),
          LocalDate.of(2025, 10, 1),
          LocalDate.of(2026, 1, 1),
          LocalDate.of(2026, 7, 1),
          LocalDate.of(2027, 1, 1),
          LocalDate.of(2028, 5, 26));

  /** Plans of which no table knows anything, beside those that the tables name. */
  private static final Map<Family, List<String>> PLANS_WITHOUT_A_ROW =
      Map.of(Family.MEDICARE, List.of("NOVITAS"), Family.BCBS, List.of("TEXAS"));

  private static final List<String> KINDS_OF_ROW =
      List.of(
          "PAIRED_WITH_76496", "INCLUDED", "IN_GUIDED_CODE", "CODED_BESIDE", "INCLUDED_BY_ANALOGY");
  private static final List<String> PLACES =
      List.of(
          "11", "22", "19", "21", "23", "24", "31", "32", "26", "34", "51", "52", "53", "55", "56",
          "57", "61", "02", "10", "41", "42", "49", "15", "20", "50", "81", "99", "05", "88");

  /** No facility by the fee schedule, but one by a payer's own list. */
  private static final List<String> PLACES_OUTSIDE_ON_A_LIST = List.of("55", "57");

  private static final List<String> MODIFIERS =
      List.of(
          "22", "22", "22", "50", "LT", "RT", "51", "52", "53", "59", "XE", "XS", "XP", "XU", "76",
          "77", "62", "66", "80", "81", "82", "AS", "73", "74", "FX", "FY", "CT", "GG", "GA", "GY",
          "QX", "25", "63", "90", "91");

  /** No table of procedures has them; words can name the imaging. */
  private static final List<String> OF_NO_TABLE =
      List.of("99213", "71046", "76942", "77012", "77080", "A4550", "J3490");

  /** Some texts name them. */
  private static final List<String> NAMED_PROCEDURES = List.of("47536", "62270", "64493");

  private static final List<String> REVENUE_CODES =
      List.of("0320", "0361", "0959", "0960", "0972", "0989", "0990", "0329");
  private static final List<String> TYPES_OF_BILL =
      List.of("131", "131", "121", "141", "851", "0851", "111", "711", "832", "85A", "");

  /** Some words name a family, some only look like it; some say no more than the code itself. */
  private static final List<String> TEXTS =
      List.of(
          " ",
          "Fluoroscopic study of a valved implant in the left foot, gait recorded twice",
          "fluoroscopy",
          "Fluoroscopy of an implant",
          "percutaneous biliary drain, left duct",
          "BILIARY DRAINAGE",
          "biliary  drain",
          "biliary-drain check",
          "ptbd exchange",
          "PTC",
          "PTCA of two vessels",
          "study before ptc.",
          "Cholangiogram through the tube",
          "cholangiograms",
          "unlisted fluoroscopy, NOS",
          "UNLISTED PROCEDURE",
          "Unlisted fluoroscopy of the left foot",
          "procedure, unspecified: fluoroscopy (NOC)",
          "not otherwise specified CPT code 76496",
          "Not otherwise classified",
          "misc. diagnostic service, not elsewhere classified (HCPCS)",
          "NOC",
          "unlisted code for diaphragm motion",
          "HIP ARTHROGRAM LT",
          "joint injected by landmarks, no fluoroscopy used",
          "C-arm not used",
          "Esophagram",
          "retrograde urethrogram",
          "gonadal venogram",
          "venogram azygos vein",
          "lumbar puncture",
          "biliary drain exchange",
          "C-arm in the operating room",
          "ultrasound guided injection",
          "CT guidance of a needle",
          "CT guidance of a biopsy",
          "CT guidance of a drain",
          "ultrasound guided biopsy",
          "ultrasound guidance of a needle",
          "lung ventilation under fluoroscopy",
          "both lungs",
          "pulmonary study",
          "ventilation study",
          "cine of pulmonary valve prosthesis",
          "ultrasound of the hip",
          "mammogram",
          "HIDA scan",
          "chest x-ray",
          "DEXA",
          "CT of the abdomen",
          "facet joint injection",
          "Digital motion x-ray of the cervical spine",
          "lumbar videofluoroscopy, recorded",
          "spinal",
          "Motion study: DMX",
          "cervical motion segment under fluoroscopy",
          "76496",
          "x".repeat(80),
          "x".repeat(81),
          "x ".repeat(41) + "  ",
          " " + "x".repeat(80) + " ",
          "Fluoroscopic study of diaphragm motion after surgery, one pass, left side only, done",
          "Fluoroscopic study of diaphragm motion after surgery of the left side of the chest,"
              + " long");

  private final Random random;

  /** Apart, so that what else is drawn stays what it was. */
  private final Random days;

  private final List<List<String>> codesByKind = new ArrayList<>();
  private final List<String> families;
  private final List<String> allCodes;
  private final List<String> listed;
  private final List<String> ended;
  private final List<String> columnTwo;
  private final List<String> withOtherImaging;
  private final Map<Family, List<String>> plans = new EnumMap<>(Family.class);

  public ClaimGenerator(long seed, Reference reference) {
    this.random = new Random(seed);
    this.days = new Random(~seed);
    PayerTables tables = new PayerTables();
    for (Family family : Family.values()) {
      Set<String> named = new TreeSet<>(tables.plans(family));
      named.addAll(PLANS_WITHOUT_A_ROW.getOrDefault(family, List.of()));
      plans.put(family, List.copyOf(named));
    }
    for (String kind : KINDS_OF_ROW) {
      codesByKind.add(reference.codesOfKind(kind));
    }
    this.families = List.copyOf(reference.familyNames());
    this.allCodes = List.copyOf(reference.codes());
    this.listed = reference.listedCodes();
    this.ended = reference.endedCodes();
    this.columnTwo = reference.columnTwoCodes();
    this.withOtherImaging = reference.codesWithOtherImaging();
  }

  public Claim next() {
    Form form = chance(62) ? Form.PROFESSIONAL : chance(70) ? Form.INSTITUTIONAL : Form.NOT_STATED;
    LocalDate date = date();
    List<ServiceLine> lines = new ArrayList<>();
    int others = chance(45) ? 0 : 1 + random.nextInt(5);
    lines.add(line(1, form, "76496", date));
    for (int i = 0; i < others; i++) {
      LocalDate day = chance(88) ? date : chance(50) ? date.plusDays(1) : date();
      lines.add(chance(90) ? line(i + 2, form, otherCode(), day) : line(i + 2, form, "76496", day));
    }
    if (days.nextInt(8) == 0) { // Some texts name it.
      lines.add(ServiceLine.builder(lines.size() + 1, "77012", date).build());
    }
    if (days.nextBoolean()) {
      lines.add(
          ServiceLine.builder(
                  lines.size() + 1,
                  NAMED_PROCEDURES.get(days.nextInt(NAMED_PROCEDURES.size())),
                  date)
              .modifiers(days.nextBoolean() ? List.of("59") : List.of())
              .build());
    }
    Collections.shuffle(lines, random);
    return new Claim(
        form,
        payer(),
        form == Form.INSTITUTIONAL || chance(5) ? any(TYPES_OF_BILL) : "",
        chance(20) ? any(TEXTS) : "",
        documents(35),
        lines);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private LocalDate date() {
    int kind = random.nextInt(100);
    if (kind < 60) {
      return FIRST_RECENT.plusDays(random.nextInt(900));
    }
    if (kind < 90) {
      return any(TURNS).plusDays(random.nextInt(3) - 1L);
    }
    return FIRST_OLD.plusDays(random.nextInt(8_000));
  }

  private Payer payer() {
    Family family =
        chance(35)
            ? Family.MEDICARE
            : chance(35)
                ? Family.BCBS
                : chance(45)
                    ? any(List.of(Family.AETNA, Family.UNITED_HEALTHCARE))
                    : any(Family.values());
    List<String> known = plans.get(family);
    String plan = known.isEmpty() ? "" : known.size() == 1 ? known.get(0) : any(known);
    if (chance(12)) {
      plan = chance(50) ? "" : any(List.of("ELSEWHERE", "WPS", "MICHIGAN", "CALIFORNIA"));
    }
    LineOfBusiness program = LineOfBusiness.NOT_STATED;
    if (chance(60)) {
      program =
          switch (family) {
            case MEDICARE -> LineOfBusiness.MEDICARE_FFS;
            case MEDICAID -> LineOfBusiness.MEDICAID;
            default -> LineOfBusiness.COMMERCIAL;
          };
    } else if (chance(55)) {
      program = any(LineOfBusiness.values());
    }
    return new Payer(family, plan, program);
  }

  private String otherCode() {
    int kind = random.nextInt(100);
    if (kind < 50) {
      return any(codesByKind.get(kind / 10));
    }
    if (kind < 58) {
      return any(listed);
    }
    if (kind < 66) {
      return any(ended);
    }
    if (kind < 72) {
      return any(columnTwo);
    }
    if (kind < 78) {
      return any(withOtherImaging);
    }
    return kind < 85 ? any(allCodes) : any(OF_NO_TABLE);
  }

  private ServiceLine line(int number, Form form, String code, LocalDate date) {
    boolean is76496 = code.equals("76496");
    return new ServiceLine(
        number,
        code,
        modifiers(is76496 ? 55 : 10),
        chance(12) ? "" : chance(10) ? any(PLACES_OUTSIDE_ON_A_LIST) : any(PLACES),
        date,
        end(date),
        chance(30) ? BigDecimal.ZERO : chance(70) ? BigDecimal.ONE : units(),
        chance(is76496 ? 55 : 10) ? any(TEXTS) : "",
        chance(15) ? any(TEXTS) : "",
        (form == Form.INSTITUTIONAL && chance(75)) || chance(3) ? any(REVENUE_CODES) : "",
        chance(is76496 ? 70 : 5) ? record() : RecordFacts.EMPTY);
  }

  /** One line in ten goes over several days. */
  private LocalDate end(LocalDate date) {
    return days.nextInt(10) == 0 ? date.plusDays(1L + days.nextInt(3)) : date;
  }

  private BigDecimal units() {
    return any(List.of(new BigDecimal("2"), new BigDecimal("0.5"), new BigDecimal("1.5")));
  }

  private List<String> modifiers(int percent) {
    List<String> modifiers = new ArrayList<>();
    if (chance(percent)) {
      if (chance(60)) {
        modifiers.add(chance(70) ? "26" : "TC");
      }
      int more = chance(50) ? 0 : 1 + random.nextInt(3);
      for (int i = 0; i < more; i++) {
        modifiers.add(chance(8) ? any(List.of("26", "TC")) : any(MODIFIERS));
      }
      Collections.shuffle(modifiers, random);
    }
    return modifiers;
  }

  private RecordFacts record() {
    return new RecordFacts(
        chance(55) ? Imaging.NOT_STATED : chance(45) ? Imaging.FLUOROSCOPY : any(Imaging.values()),
        chance(40) ? Purpose.NOT_STATED : any(Purpose.values()),
        chance(75) ? "" : any(families),
        chance(25) ? Component.NOT_STATED : chance(15) ? Component.BOTH : any(Component.values()),
        stated(50),
        stated(45),
        stated(40),
        stated(12),
        stated(60),
        stated(35),
        documents(40));
  }

  private Stated stated(int percent) {
    return chance(percent) ? any(List.of(Stated.YES, Stated.NO)) : Stated.NOT_STATED;
  }

  private Set<DocumentationItem> documents(int percent) {
    Set<DocumentationItem> documents = EnumSet.noneOf(DocumentationItem.class);
    if (chance(percent)) {
      int count = 1 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        documents.add(
            chance(40)
                ? any(
                    List.of(
                        DocumentationItem.CLINICAL_RECORDS,
                        DocumentationItem.PROCEDURE_REPORT,
                        DocumentationItem.IMAGING_REPORT,
                        DocumentationItem.CLAIM_NARRATIVE_DESCRIPTION))
                : any(DocumentationItem.values()));
      }
    }
    return documents;
  }
}
